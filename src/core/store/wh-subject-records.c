/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-subject-records.h"

/* Every _free takes %NULL, and a record that was filled only in part. */

void
wh_mention_free (WhMention *self)
{
  if (self == NULL)
    return;

  g_free (self->library);
  g_free (self->topic);
  g_free (self->text);
  g_free (self->note);
  g_free (self);
}

void
wh_comparison_cell_free (WhComparisonCell *self)
{
  if (self == NULL)
    return;

  g_free (self->value);
  g_free (self);
}

void
wh_comparison_row_free (WhComparisonRow *self)
{
  if (self == NULL)
    return;

  g_free (self->criterion);
  g_free (self->measure);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_free (self);
}

void
wh_comparison_free (WhComparison *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->title);
  g_free (self->note);
  g_clear_pointer (&self->subjects, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self->source);
  g_free (self->section);
  g_free (self);
}

void
wh_counterpart_free (WhCounterpart *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->domain);
  g_free (self->note);
  g_clear_pointer (&self->sync_side, g_ptr_array_unref);
  g_clear_pointer (&self->async_side, g_ptr_array_unref);
  g_clear_pointer (&self->examples, g_ptr_array_unref);
  g_free (self->source);
  g_free (self->section);
  g_free (self);
}

void
wh_tier_free (WhTier *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->title);
  g_free (self->horizon);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self->source);
  g_free (self->section);
  g_free (self);
}

void
wh_pick_free (WhPick *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->situation);
  g_free (self->verdict);
  g_free (self->text);
  g_clear_pointer (&self->libraries, g_ptr_array_unref);
  g_free (self->source);
  g_free (self->section);
  g_free (self);
}

void
wh_strategy_free (WhStrategy *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->title);
  g_free (self->connector);
  g_free (self->topic);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self->source);
  g_free (self->section);
  g_free (self);
}

void
wh_advice_free (WhAdvice *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->text);
  g_free (self->kind);
  g_free (self->topic);
  g_free (self->flag);
  g_free (self->flag_text);
  g_free (self->flag_checked);
  g_free (self->source);
  g_free (self->section);
  g_free (self);
}

void
wh_guide_node_free (WhGuideNode *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->title);
  g_free (self->note);
  g_free (self->library);
  g_free (self->emphasis);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self);
}

void
wh_guide_free (WhGuide *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->title);
  g_free (self->summary);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_free (self->source);
  g_free (self->section);
  g_free (self);
}
