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
  g_free (self->source);
  g_free (self->section);
  g_clear_pointer (&self->examples, g_ptr_array_unref);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self);
}

void
wh_topic_free (WhTopic *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->title);
  g_free (self->note);
  g_free (self->library);
  g_free (self->emphasis);
  g_free (self->guide);
  g_free (self->chapter);
  g_free (self->path);
  g_free (self);
}

void
wh_topic_texts_free (WhTopicTexts *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->library);
  g_free (self->titles);
  g_free (self->notes);
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

void
wh_guide_book_free (WhGuideBook *self)
{
  if (self == NULL)
    return;

  wh_guide_free (self->guide);
  g_clear_pointer (&self->strategies, g_ptr_array_unref);
  g_clear_pointer (&self->advice, g_ptr_array_unref);
  g_clear_pointer (&self->tiers, g_ptr_array_unref);
  g_clear_pointer (&self->comparisons, g_ptr_array_unref);
  g_free (self);
}

/**
 * wh_guide_node_is_topic:
 *
 * Returns: whether it can be ticked, for nothing stands below it
 */
gboolean
wh_guide_node_is_topic (const WhGuideNode *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->children->len == 0;
}

/**
 * wh_guide_nodes_count_topics:
 * @nodes: (element-type WhGuideNode): what stands in a part of a guide
 *
 * Returns: how many topics follow one another from @first on
 */
guint
wh_guide_nodes_count_topics (const GPtrArray *nodes,
                             guint            first)
{
  guint n = 0;

  g_return_val_if_fail (nodes != NULL, 0);

  while (first + n < nodes->len && wh_guide_node_is_topic (g_ptr_array_index (nodes, first + n)))
    n++;

  return n;
}

/**
 * wh_guide_node_get_learnt_key:
 *
 * Returns: the key by which the node is planned and learnt: that of its library, if it is one
 */
const char *
wh_guide_node_get_learnt_key (const WhGuideNode *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->library != NULL ? self->library : self->key;
}

static WhGuideNode *
find_node (const GPtrArray *nodes,
           const char      *key)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      WhGuideNode *node = g_ptr_array_index (nodes, i);
      WhGuideNode *below;

      if (g_str_equal (node->key, key))
        return node;

      if ((below = find_node (node->children, key)))
        return below;
    }

  return NULL;
}

/**
 * wh_guide_find_node:
 *
 * Returns: (transfer none) (nullable): the node of the guide that has this key, however deep it stands
 */
WhGuideNode *
wh_guide_find_node (const WhGuide *self,
                    const char    *key)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return find_node (self->nodes, key);
}
