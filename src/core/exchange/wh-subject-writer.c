/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-json-builder.h"

#include "wh-subject-writer.h"

void
wh_subject_add_source (JsonBuilder *builder,
                       const char  *source,
                       const char  *section)
{
  wh_json_add_string (builder, "source", source);
  wh_json_add_string (builder, "section", section);
}

/* @kind: (nullable): what is no flag becomes null */
void
wh_subject_add_flag (JsonBuilder *builder,
                     const char  *kind,
                     const char  *text,
                     const char  *checked)
{
  json_builder_set_member_name (builder, "flag");

  if (kind == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }

  json_builder_begin_object (builder);
  wh_json_add_string (builder, "kind", kind);
  wh_json_add_string (builder, "text", text);
  wh_json_add_string (builder, "checked", checked);
  json_builder_end_object (builder);
}

void
wh_subject_write_category (JsonBuilder  *builder,
                           gconstpointer record)
{
  const WhCategory *category = record;

  wh_json_add_string (builder, "key", category->key);
  wh_json_add_string (builder, "name", category->name);
  wh_json_add_string (builder, "parent", category->parent);
}

void
wh_subject_write_criteria_set (JsonBuilder  *builder,
                               gconstpointer record)
{
  const WhCriteriaSet *set = record;

  wh_json_add_string (builder, "key", set->key);
  wh_json_add_string (builder, "title", set->title);
  wh_json_add_strings (builder, "criteria", set->criteria);
  wh_subject_add_source (builder, set->source, set->section);
}

void
wh_subject_write_measure (JsonBuilder  *builder,
                          gconstpointer record)
{
  const WhMeasure *measure = record;

  wh_json_add_string (builder, "key", measure->key);
  wh_json_add_string (builder, "name", measure->name);
  wh_json_add_string (builder, "criteria_set", measure->criteria);
}

void
wh_subject_write_word (JsonBuilder  *builder,
                       gconstpointer record)
{
  const WhWord *word = record;

  wh_json_add_string (builder, "key", word->key);
  wh_json_add_string (builder, "text", word->text);
}

void
wh_subject_write_role (JsonBuilder  *builder,
                       gconstpointer record)
{
  const WhRole *role = record;

  wh_json_add_string (builder, "key", role->key);
  wh_json_add_string (builder, "name", role->name);
  wh_json_add_strings (builder, "aliases", role->aliases);
  wh_subject_add_source (builder, role->source, role->section);
}

void
wh_subject_write_slot (JsonBuilder  *builder,
                       gconstpointer record)
{
  const WhPrioritySlot *slot = record;

  wh_json_add_string (builder, "priority", wh_priority_to_key (slot->priority));
  wh_json_add_strings (builder, "keys", slot->keys);
  wh_subject_add_source (builder, slot->source, slot->section);
}

void
wh_subject_write_order (JsonBuilder  *builder,
                        gconstpointer record)
{
  const WhLearningOrder *order = record;

  wh_json_add_string (builder, "key", order->key);
  wh_json_add_string (builder, "role", order->role);
  wh_json_add_string (builder, "topic", order->topic);
  wh_json_add_string (builder, "connector", order->connector);
  wh_json_add_strings (builder, "steps", order->steps);
  wh_json_add_string (builder, "reason", order->reason);
  wh_json_add_strings (builder, "also_for", order->also_for);
  wh_subject_add_source (builder, order->source, order->section);
}

static void
write_ranking_place (JsonBuilder  *builder,
                     gconstpointer record)
{
  const WhRankingPlace *place = record;

  wh_json_add_count (builder, "place", place->place);
  wh_json_add_strings (builder, "keys", place->keys);
  wh_json_add_string (builder, "label", place->label);
  wh_json_add_string (builder, "reason", place->reason);
}

void
wh_subject_write_ranking (JsonBuilder  *builder,
                          gconstpointer record)
{
  const WhRanking *ranking = record;

  wh_json_add_string (builder, "key", ranking->key);
  wh_json_add_string (builder, "title", ranking->title);
  wh_json_add_string (builder, "criteria_set", ranking->criteria_set);
  wh_json_add_strings (builder, "criteria", ranking->criteria);
  wh_json_add_list (builder, "places", ranking->places, write_ranking_place);
  wh_subject_add_source (builder, ranking->source, ranking->section);
}

/* What a mention is called in a document: the key of a library or topic, else its words. */
static const char *
get_mention_key (const WhMention *mention)
{
  if (mention->library != NULL)
    return mention->library;

  return mention->topic != NULL ? mention->topic : mention->text;
}

static void
add_mention_keys (JsonBuilder *builder,
                  const char  *member,
                  GPtrArray   *mentions)
{
  wh_json_begin_list (builder, member);

  for (guint i = 0; i < mentions->len; i++)
    json_builder_add_string_value (builder, get_mention_key (g_ptr_array_index (mentions, i)));

  json_builder_end_array (builder);
}

static void
write_mention (JsonBuilder  *builder,
               gconstpointer record)
{
  const WhMention *mention = record;

  wh_json_add_string (builder, "library", mention->library);
  wh_json_add_string (builder, "topic", mention->topic);
  wh_json_add_string (builder, "text", mention->text);
  wh_json_add_string (builder, "note", mention->note);
}

static void
add_cells (JsonBuilder        *builder,
           const WhComparison *comparison)
{
  wh_json_begin_list (builder, "cells");

  for (guint i = 0; i < comparison->rows->len; i++)
    {
      const WhComparisonRow *row = g_ptr_array_index (comparison->rows, i);

      for (guint j = 0; j < MIN (row->cells->len, comparison->subjects->len); j++)
        {
          const WhComparisonCell *cell = g_ptr_array_index (row->cells, j);

          json_builder_begin_object (builder);
          wh_json_add_string (builder, "criterion", row->criterion);
          wh_json_add_string (builder, "subject", get_mention_key (g_ptr_array_index (comparison->subjects, j)));
          wh_json_add_stars (builder, "stars", cell->stars);
          wh_json_add_string (builder, "value", cell->value);
          json_builder_end_object (builder);
        }
    }

  json_builder_end_array (builder);
}

static void
write_comparison_row (JsonBuilder  *builder,
                      gconstpointer record)
{
  const WhComparisonRow *row = record;

  wh_json_add_string (builder, "criterion", row->criterion);
  wh_json_add_string (builder, "measure", row->measure);
}

void
wh_subject_write_comparison (JsonBuilder  *builder,
                             gconstpointer record)
{
  const WhComparison *comparison = record;

  wh_json_add_string (builder, "key", comparison->key);
  wh_json_add_string (builder, "title", comparison->title);
  wh_json_begin_list (builder, "criteria");
  for (guint j = 0; j < comparison->rows->len; j++)
    json_builder_add_string_value (builder, ((WhComparisonRow *) g_ptr_array_index (comparison->rows, j))->criterion);
  json_builder_end_array (builder);
  add_mention_keys (builder, "subjects", comparison->subjects);
  wh_json_add_list (builder, "rows", comparison->rows, write_comparison_row);
  add_cells (builder, comparison);
  wh_json_add_string (builder, "note", comparison->note);
  wh_subject_add_source (builder, comparison->source, comparison->section);
}

/* What is said of single mentions of @side, beside the lists of their keys. */
static void
add_notes (JsonBuilder *builder,
           const char  *side,
           GPtrArray   *mentions)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      const WhMention *mention = g_ptr_array_index (mentions, i);

      if (mention->note == NULL)
        continue;

      json_builder_begin_object (builder);
      wh_json_add_string (builder, "side", side);
      wh_json_add_string (builder, "key", mention->library);
      wh_json_add_string (builder, "note", mention->note);
      json_builder_end_object (builder);
    }
}

static void
write_pair_example (JsonBuilder  *builder,
                    gconstpointer record)
{
  const WhExample *example = record;

  wh_json_add_string (builder, "library", example->library);
  wh_subject_write_example (builder, example);
}

void
wh_subject_write_counterpart (JsonBuilder  *builder,
                              gconstpointer record)
{
  const WhCounterpart *counterpart = record;

  wh_json_add_string (builder, "domain", counterpart->key);
  wh_json_add_string (builder, "title", counterpart->domain);
  add_mention_keys (builder, "sync", counterpart->sync_side);
  add_mention_keys (builder, "async", counterpart->async_side);
  wh_json_begin_list (builder, "notes");
  add_notes (builder, "sync", counterpart->sync_side);
  add_notes (builder, "async", counterpart->async_side);
  json_builder_end_array (builder);
  wh_json_add_string (builder, "note", counterpart->note);
  wh_json_add_list (builder, "examples", counterpart->examples, write_pair_example);
  wh_subject_add_source (builder, counterpart->source, counterpart->section);
}

void
wh_subject_write_tier (JsonBuilder  *builder,
                       gconstpointer record)
{
  const WhTier *tier = record;

  wh_json_add_string (builder, "key", tier->key);
  wh_json_add_string (builder, "title", tier->title);
  wh_json_add_string (builder, "horizon", tier->horizon);
  wh_json_add_list (builder, "items", tier->items, write_mention);
  wh_subject_add_source (builder, tier->source, tier->section);
}

void
wh_subject_write_pick (JsonBuilder  *builder,
                       gconstpointer record)
{
  const WhPick *pick = record;

  wh_json_add_string (builder, "key", pick->key);
  wh_json_add_string (builder, "situation", pick->situation);
  wh_json_add_string (builder, "verdict", pick->verdict);
  add_mention_keys (builder, "libraries", pick->libraries);
  wh_json_add_string (builder, "text", pick->text);
  wh_subject_add_source (builder, pick->source, pick->section);
}

void
wh_subject_write_strategy (JsonBuilder  *builder,
                           gconstpointer record)
{
  const WhStrategy *strategy = record;

  wh_json_add_string (builder, "key", strategy->key);
  wh_json_add_string (builder, "title", strategy->title);
  wh_json_add_string (builder, "connector", strategy->connector);
  wh_json_add_string (builder, "topic", strategy->topic);
  wh_json_add_list (builder, "items", strategy->items, write_mention);
  wh_subject_add_source (builder, strategy->source, strategy->section);
}

void
wh_subject_write_advice (JsonBuilder  *builder,
                         gconstpointer record)
{
  const WhAdvice *advice = record;

  wh_json_add_string (builder, "key", advice->key);
  wh_json_add_string (builder, "text", advice->text);
  wh_json_add_string (builder, "kind", advice->kind);
  wh_json_add_string (builder, "topic", advice->topic);
  wh_subject_add_flag (builder, advice->flag, advice->flag_text, advice->flag_checked);
  wh_subject_add_source (builder, advice->source, advice->section);
}

static void
write_source_document (JsonBuilder  *builder,
                       gconstpointer record)
{
  const WhSourceDocument *document = record;

  wh_json_add_string (builder, "title", document->title);
  wh_json_add_string (builder, "author", document->author);
  wh_json_add_string (builder, "date", document->date);
  wh_json_add_string (builder, "taken_from", document->taken_from);
}

static void
write_fact_count (JsonBuilder  *builder,
                  gconstpointer record)
{
  const WhFactCount *count = record;

  wh_json_add_string (builder, "kind", count->kind);
  wh_json_add_count (builder, "n", count->n);
}

static void
write_section (JsonBuilder  *builder,
               gconstpointer record)
{
  const WhSection *section = record;

  wh_json_add_string (builder, "key", section->key);
  wh_json_add_string (builder, "title", section->title);
  wh_json_add_count (builder, "n_facts", section->n_facts);
  wh_json_add_list (builder, "facts", section->facts, write_fact_count);
}

void
wh_subject_write_source (JsonBuilder  *builder,
                         gconstpointer record)
{
  const WhSource *source = record;

  wh_json_add_string (builder, "key", source->key);
  wh_json_add_string (builder, "title", source->title);
  wh_json_add_string (builder, "description", source->description);
  wh_json_add_string (builder, "language", source->language);
  wh_json_add_list (builder, "documents", source->documents, write_source_document);
  wh_json_add_count (builder, "n_facts", source->n_facts);
  wh_json_add_list (builder, "facts", source->facts, write_fact_count);
  wh_json_add_count (builder, "n_libraries", source->n_libraries);
  wh_json_add_list (builder, "sections", source->sections, write_section);
}

void
wh_subject_write_example (JsonBuilder  *builder,
                          gconstpointer record)
{
  const WhExample *example = record;

  wh_json_add_string (builder, "title", example->title);
  wh_json_add_string (builder, "language", example->language);
  wh_json_add_string (builder, "code", example->code);
  wh_json_add_string (builder, "side", example->side);
  wh_json_add_string (builder, "counterpart", example->counterpart);
  wh_subject_add_source (builder, example->source, example->section);
}

static void
write_topic (JsonBuilder           *builder,
             const WhGuideNode     *node,
             const WhGuideProgress *progress)
{
  json_builder_begin_object (builder);
  wh_json_add_string (builder, "key", node->key);
  wh_json_add_string (builder, "name", node->title);
  wh_json_add_string (builder, "note", node->note);
  wh_json_add_string (builder, "library", node->library);
  wh_json_add_string (builder, "emphasis", node->emphasis);
  wh_json_add_string (builder, "status", wh_status_to_key (wh_guide_progress_get_status (progress, node)));
  wh_json_add_list (builder, "examples", node->examples, wh_subject_write_example);
  wh_subject_add_source (builder, node->source, node->section);
  json_builder_end_object (builder);
}

/* What stands above topics has beside its name. What is only there because a guide has
 * fewer levels than the form has the name of the node, and nothing else of it.
 */
static void
add_node_rest (JsonBuilder       *builder,
               const WhGuideNode *node,
               gboolean           stands_in)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  wh_json_add_string (builder, "note", stands_in ? NULL : node->note);
  wh_json_add_string (builder, "library", stands_in ? NULL : node->library);
  wh_json_add_string (builder, "emphasis", stands_in ? NULL : node->emphasis);
  wh_json_add_list (builder, "examples", stands_in ? none : node->examples, wh_subject_write_example);
}

static void
add_node (JsonBuilder       *builder,
          const WhGuideNode *node,
          gboolean           stands_in)
{
  wh_json_add_string (builder, "key", node->key);
  wh_json_add_string (builder, "title", node->title);
  add_node_rest (builder, node, stands_in);
  wh_subject_add_source (builder, node->source, node->section);
}

static const char *const guide_levels[] = { "sections", "groups", "topics" };

#define TOPICS_LEVEL (G_N_ELEMENTS (guide_levels) - 1)

/* Writes topics that stand directly in @above: they are the one group of the one section of it. */
static void
add_direct_topics (JsonBuilder           *builder,
                   const WhGuideNode     *above,
                   WhGuideNode          **topics,
                   guint                  n_topics,
                   guint                  level,
                   const WhGuideProgress *progress)
{
  wh_json_begin_list (builder, guide_levels[level]);

  if (level == TOPICS_LEVEL)
    {
      for (guint i = 0; i < n_topics; i++)
        write_topic (builder, topics[i], progress);
    }
  else
    {
      json_builder_begin_object (builder);
      add_node (builder, above, TRUE);
      add_direct_topics (builder, above, topics, n_topics, level + 1, progress);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

/* What stands deeper than groups are topics of the group. */
static void
add_topics (JsonBuilder           *builder,
            const WhGuideNode     *node,
            const WhGuideProgress *progress)
{
  for (guint i = 0; i < node->children->len; i++)
    add_topics (builder, g_ptr_array_index (node->children, i), progress);

  if (wh_guide_node_is_topic (node))
    write_topic (builder, node, progress);
}

/* Writes what stands in @node. */
static void
add_level (JsonBuilder           *builder,
           const WhGuideNode     *node,
           guint                  level,
           const WhGuideProgress *progress)
{
  wh_json_begin_list (builder, guide_levels[level]);

  for (guint i = 0; level < TOPICS_LEVEL && i < node->children->len;)
    {
      WhGuideNode **children = (WhGuideNode **) node->children->pdata + i;
      guint         n_topics = wh_guide_nodes_count_topics (node->children, i);

      json_builder_begin_object (builder);
      add_node (builder, n_topics > 0 ? node : children[0], n_topics > 0);
      if (n_topics > 0)
        add_direct_topics (builder, node, children, n_topics, level + 1, progress);
      else
        add_level (builder, children[0], level + 1, progress);
      json_builder_end_object (builder);

      i += MAX (n_topics, 1);
    }

  if (level == TOPICS_LEVEL)
    add_topics (builder, node, progress);

  json_builder_end_array (builder);
}

static void
write_chapter (JsonBuilder           *builder,
               const WhGuide         *guide,
               WhGuideNode           *chapter,
               const WhGuideProgress *progress)
{
  WhProgress done = wh_guide_progress_get_node (progress, chapter);

  json_builder_begin_object (builder);
  wh_json_add_string (builder, "guide", guide->key);
  wh_json_add_string (builder, "guide_title", guide->title);
  wh_json_add_string (builder, "guide_summary", guide->summary);
  wh_json_add_string (builder, "guide_source", guide->source);
  wh_json_add_string (builder, "guide_section", guide->section);
  wh_json_add_string (builder, "key", chapter->key);
  wh_json_add_string (builder, "chapter", chapter->title);
  add_node_rest (builder, chapter, wh_guide_node_is_topic (chapter));
  wh_json_add_count (builder, "learnt", done.n_done);
  wh_json_add_count (builder, "of", done.n_total);
  if (wh_guide_node_is_topic (chapter))
    add_direct_topics (builder, chapter, &chapter, 1, 0, progress);
  else
    add_level (builder, chapter, 0, progress);
  wh_subject_add_source (builder, chapter->source, chapter->section);
  json_builder_end_object (builder);
}

/* Unlike the others: as many objects as the guide has chapters. */
void
wh_subject_add_chapters (JsonBuilder           *builder,
                         const WhGuide         *guide,
                         const WhGuideProgress *progress)
{
  for (guint i = 0; i < guide->nodes->len; i++)
    write_chapter (builder, guide, g_ptr_array_index (guide->nodes, i), progress);
}
