/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-records.h"

/* Every _free takes %NULL, and a record that was filled only in part. */

void
wh_category_free (WhCategory *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->name);
  g_free (self->names);
  g_free (self->parent);
  g_free (self);
}

void
wh_role_free (WhRole *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->name);
  g_strfreev (self->aliases);
  g_free (self->source);
  g_free (self->section);
  g_free (self);
}

void
wh_fact_count_free (WhFactCount *self)
{
  if (self == NULL)
    return;

  g_free (self->kind);
  g_free (self);
}

void
wh_section_free (WhSection *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->title);
  g_clear_pointer (&self->facts, g_ptr_array_unref);
  g_free (self);
}

void
wh_source_document_free (WhSourceDocument *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->author);
  g_free (self->date);
  g_free (self->taken_from);
  g_free (self);
}

void
wh_source_free (WhSource *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->title);
  g_free (self->description);
  g_free (self->language);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->facts, g_ptr_array_unref);
  g_free (self);
}

void
wh_rating_free (WhRating *self)
{
  if (self == NULL)
    return;

  g_free (self->source);
  g_free (self->section);
  g_free (self->measure);
  g_free (self->measure_name);
  g_free (self->note);
  g_free (self->criteria_set);
  g_free (self);
}

void
wh_statement_free (WhStatement *self)
{
  if (self == NULL)
    return;

  g_free (self->kind);
  g_free (self->text);
  g_free (self->source);
  g_free (self->section);
  g_free (self->flag);
  g_free (self->flag_text);
  g_free (self->flag_checked);
  g_free (self);
}

void
wh_role_priority_free (WhRolePriority *self)
{
  if (self == NULL)
    return;

  g_free (self->role);
  g_free (self->role_name);
  g_strfreev (self->alternatives);
  g_free (self->source);
  g_free (self->section);
  g_free (self);
}

void
wh_priority_slot_free (WhPrioritySlot *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->keys);
  g_strfreev (self->names);
  g_free (self->source);
  g_free (self->section);
  g_free (self);
}

void
wh_learning_order_free (WhLearningOrder *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->role);
  g_free (self->role_name);
  g_free (self->topic);
  g_free (self->connector);
  g_free (self->reason);
  g_free (self->source);
  g_free (self->section);
  g_strfreev (self->steps);
  g_strfreev (self->names);
  g_strfreev (self->also_for);
  g_free (self);
}

void
wh_library_order_free (WhLibraryOrder *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->role);
  g_free (self->role_name);
  g_free (self->topic);
  g_free (self->connector);
  g_free (self->reason);
  g_free (self->source);
  g_free (self->section);
  g_free (self);
}

void
wh_ranking_place_free (WhRankingPlace *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->keys);
  g_strfreev (self->names);
  g_free (self->label);
  g_free (self->reason);
  g_free (self);
}

void
wh_ranking_free (WhRanking *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->title);
  g_free (self->criteria_set);
  g_strfreev (self->criteria);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_free (self->source);
  g_free (self->section);
  g_free (self);
}

void
wh_library_ranking_free (WhLibraryRanking *self)
{
  if (self == NULL)
    return;

  g_free (self->ranking);
  g_free (self->title);
  g_strfreev (self->keys);
  g_strfreev (self->names);
  g_free (self->label);
  g_free (self->reason);
  g_free (self->source);
  g_free (self->section);
  g_free (self);
}

void
wh_relation_free (WhRelation *self)
{
  if (self == NULL)
    return;

  g_free (self->kind);
  g_free (self->key);
  g_free (self->name);
  g_free (self->note);
  g_free (self->source);
  g_free (self->section);
  g_free (self);
}

void
wh_library_counterpart_free (WhLibraryCounterpart *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->domain);
  g_free (self->side);
  g_strfreev (self->keys);
  g_strfreev (self->names);
  g_strfreev (self->notes);
  g_free (self->own_note);
  g_free (self->note);
  g_free (self->source);
  g_free (self->section);
  g_free (self);
}

void
wh_library_tier_free (WhLibraryTier *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->title);
  g_free (self->horizon);
  g_free (self->note);
  g_free (self->source);
  g_free (self->section);
  g_free (self);
}

void
wh_library_pick_free (WhLibraryPick *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->situation);
  g_free (self->verdict);
  g_free (self->text);
  g_strfreev (self->keys);
  g_strfreev (self->names);
  g_free (self->source);
  g_free (self->section);
  g_free (self);
}

void
wh_library_topic_free (WhLibraryTopic *self)
{
  if (self == NULL)
    return;

  g_free (self->guide);
  g_free (self->guide_title);
  g_free (self->key);
  g_free (self->title);
  g_free (self->path);
  g_free (self->note);
  g_free (self->emphasis);
  g_free (self->source);
  g_free (self->section);
  g_free (self);
}

void
wh_library_comparison_free (WhLibraryComparison *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->title);
  g_strfreev (self->keys);
  g_strfreev (self->names);
  g_free (self->source);
  g_free (self->section);
  g_free (self);
}

void
wh_library_strategy_free (WhLibraryStrategy *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->title);
  g_free (self->connector);
  g_strfreev (self->items);
  g_free (self->source);
  g_free (self->section);
  g_free (self);
}

void
wh_example_free (WhExample *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->language);
  g_free (self->code);
  g_free (self->side);
  g_free (self->counterpart);
  g_free (self->library);
  g_free (self->library_name);
  g_free (self->source);
  g_free (self->section);
  g_free (self);
}

void
wh_library_record_free (WhLibraryRecord *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->name);
  g_free (self->summary);
  g_free (self->category);
  g_free (self->category_name);
  g_free (self);
}

void
wh_library_details_free (WhLibraryDetails *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->aliases);
  g_strfreev (self->imports);
  g_strfreev (self->categories);
  g_free (self->install);
  g_free (self->homepage);
  g_free (self->requirement);
  g_free (self->standing_by);
  g_free (self->standing_by_name);
  g_free (self->standing_reason);
  g_free (self->standing_source);
  g_free (self->standing_section);
  g_strfreev (self->horizons);
  g_strfreev (self->sources);
  g_clear_pointer (&self->ratings, g_ptr_array_unref);
  g_clear_pointer (&self->statements, g_ptr_array_unref);
  g_clear_pointer (&self->priorities, g_ptr_array_unref);
  g_clear_pointer (&self->relations, g_ptr_array_unref);
  g_clear_pointer (&self->counterparts, g_ptr_array_unref);
  g_clear_pointer (&self->orders, g_ptr_array_unref);
  g_clear_pointer (&self->rankings, g_ptr_array_unref);
  g_clear_pointer (&self->tiers, g_ptr_array_unref);
  g_clear_pointer (&self->picks, g_ptr_array_unref);
  g_clear_pointer (&self->topics, g_ptr_array_unref);
  g_clear_pointer (&self->comparisons, g_ptr_array_unref);
  g_clear_pointer (&self->strategies, g_ptr_array_unref);
  g_clear_pointer (&self->examples, g_ptr_array_unref);
  g_clear_pointer (&self->other_examples, g_ptr_array_unref);
  g_free (self);
}

/**
 * wh_library_details_dup_other_names:
 *
 * Returns: (transfer full): the aliases in a line, without those that the imports
 *   beside them say again
 */
char *
wh_library_details_dup_other_names (const WhLibraryDetails *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; self->aliases[i] != NULL; i++)
    {
      if (!g_strv_contains ((const char *const *) self->imports, self->aliases[i]))
        g_strv_builder_add (builder, self->aliases[i]);
    }

  names = g_strv_builder_end (builder);
  return g_strjoinv (", ", names);
}
