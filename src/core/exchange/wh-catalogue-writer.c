/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-catalogue-store.h"
#include "wh-catalogue-subjects.h"
#include "wh-catalogue-writer.h"

/* Chapter, section, group: what stands deeper in a guide is a topic of its group. */
#define N_GUIDE_LEVELS 3

static void
add_string (JsonBuilder *builder,
            const char  *member,
            const char  *value)
{
  json_builder_set_member_name (builder, member);

  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_strings (JsonBuilder       *builder,
             const char        *member,
             const char *const *values)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);

  for (guint i = 0; values[i] != NULL; i++)
    json_builder_add_string_value (builder, values[i]);

  json_builder_end_array (builder);
}

static void
add_number (JsonBuilder *builder,
            const char  *member,
            guint        value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, value);
}

/* Stars as people count them: 4, 4.5; null when there are none. */
static void
add_stars (JsonBuilder *builder,
           const char  *member,
           guint        halves)
{
  json_builder_set_member_name (builder, member);

  if (halves == 0)
    json_builder_add_null_value (builder);
  else if (halves % 2 == 0)
    json_builder_add_int_value (builder, halves / 2);
  else
    json_builder_add_double_value (builder, halves / 2.0);
}

static void
begin_list (JsonBuilder *builder,
            const char  *member)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
}

static void
add_source (JsonBuilder *builder,
            const char  *source,
            const char  *section)
{
  add_string (builder, "source", source);
  add_string (builder, "section", section);
}

/* Libraries */

static void
add_ratings (JsonBuilder *builder,
             GPtrArray   *ratings)
{
  begin_list (builder, "ratings");

  for (guint i = 0; i < ratings->len; i++)
    {
      const WhRating *rating = g_ptr_array_index (ratings, i);

      json_builder_begin_object (builder);
      add_string (builder, "measure", rating->measure);
      add_stars (builder, "stars", rating->stars);
      add_string (builder, "note", rating->note);
      add_source (builder, rating->source, rating->section);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

static void
add_priorities (JsonBuilder *builder,
                GPtrArray   *priorities)
{
  begin_list (builder, "priorities");

  for (guint i = 0; i < priorities->len; i++)
    {
      const WhRolePriority *priority = g_ptr_array_index (priorities, i);

      json_builder_begin_object (builder);
      add_string (builder, "role", priority->role);
      add_string (builder, "priority", wh_priority_to_key (priority->priority));
      add_strings (builder, "alternatives", (const char *const *) priority->alternatives);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

static void
add_flag (JsonBuilder *builder,
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
  add_string (builder, "kind", kind);
  add_string (builder, "text", text);
  add_string (builder, "checked", checked);
  json_builder_end_object (builder);
}

static void
add_statements (JsonBuilder *builder,
                GPtrArray   *statements)
{
  begin_list (builder, "statements");

  for (guint i = 0; i < statements->len; i++)
    {
      const WhStatement *statement = g_ptr_array_index (statements, i);

      json_builder_begin_object (builder);
      add_string (builder, "kind", statement->kind);
      add_string (builder, "text", statement->text);
      add_source (builder, statement->source, statement->section);
      add_flag (builder, statement->flag, statement->flag_text, statement->flag_checked);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

/* The relations of the library itself, or those that others have to it. */
static void
add_relations (JsonBuilder *builder,
               const char  *member,
               GPtrArray   *relations,
               gboolean     reverse)
{
  begin_list (builder, member);

  for (guint i = 0; i < relations->len; i++)
    {
      const WhRelation *relation = g_ptr_array_index (relations, i);

      if (relation->reverse != reverse)
        continue;

      json_builder_begin_object (builder);
      add_string (builder, "kind", relation->kind);
      add_string (builder, "key", relation->key);
      add_string (builder, "note", relation->note);
      add_string (builder, "source", relation->source);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

static void
add_library_counterparts (JsonBuilder *builder,
                          GPtrArray   *counterparts)
{
  begin_list (builder, "counterparts");

  for (guint i = 0; i < counterparts->len; i++)
    {
      const WhLibraryCounterpart *counterpart = g_ptr_array_index (counterparts, i);

      json_builder_begin_object (builder);
      add_string (builder, "domain", counterpart->key);
      add_string (builder, "title", counterpart->domain);
      add_string (builder, "side", counterpart->side);
      add_strings (builder, "keys", (const char *const *) counterpart->keys);
      add_string (builder, "note", counterpart->note);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

static void
add_library_orders (JsonBuilder *builder,
                    GPtrArray   *orders)
{
  begin_list (builder, "orders");

  for (guint i = 0; i < orders->len; i++)
    {
      const WhLibraryOrder *order = g_ptr_array_index (orders, i);

      json_builder_begin_object (builder);
      add_string (builder, "key", order->key);
      add_string (builder, "role", order->role);
      add_string (builder, "topic", order->topic);
      add_string (builder, "connector", order->connector);
      add_number (builder, "place", order->place);
      add_number (builder, "of", order->of);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

static void
add_library_rankings (JsonBuilder *builder,
                      GPtrArray   *rankings)
{
  begin_list (builder, "rankings");

  for (guint i = 0; i < rankings->len; i++)
    {
      const WhLibraryRanking *ranking = g_ptr_array_index (rankings, i);

      json_builder_begin_object (builder);
      add_string (builder, "ranking", ranking->ranking);
      add_number (builder, "place", ranking->place);
      add_number (builder, "of", ranking->of);
      add_string (builder, "reason", ranking->reason);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

static void
add_examples (JsonBuilder *builder,
              GPtrArray   *examples)
{
  begin_list (builder, "examples");

  for (guint i = 0; i < examples->len; i++)
    {
      const WhExample *example = g_ptr_array_index (examples, i);

      json_builder_begin_object (builder);
      add_string (builder, "title", example->title);
      add_string (builder, "language", example->language);
      add_string (builder, "code", example->code);
      add_string (builder, "side", example->side);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

static void
add_brief (JsonBuilder            *builder,
           const WhLibraryRecord  *library,
           const WhLibraryDetails *details)
{
  add_string (builder, "key", library->key);
  add_string (builder, "name", library->name);
  add_string (builder, "kind", wh_kind_to_key (library->kind));
  add_strings (builder, "aliases", (const char *const *) details->aliases);
  add_string (builder, "summary", library->summary);
  add_strings (builder, "categories", (const char *const *) details->categories);
  add_string (builder, "standing", wh_standing_to_key (library->standing));
  add_string (builder, "concurrency", wh_concurrency_to_key (library->concurrency));
  add_stars (builder, "stars", library->stars);
  add_ratings (builder, details->ratings);
  add_priorities (builder, details->priorities);
  add_strings (builder, "horizons", (const char *const *) details->horizons);
  add_stars (builder, "my_rating", library->my_rating);
  add_string (builder, "status", wh_status_to_key (library->status));
  json_builder_set_member_name (builder, "planned");
  json_builder_add_boolean_value (builder, library->planned);
}

static void
add_full (JsonBuilder            *builder,
          const WhLibraryDetails *details)
{
  add_string (builder, "install", details->install);
  add_string (builder, "homepage", details->homepage);
  add_string (builder, "requires", details->requirement);
  add_string (builder, "standing_by", details->standing_by);
  add_string (builder, "standing_reason", details->standing_reason);
  add_strings (builder, "sources", (const char *const *) details->sources);
  add_statements (builder, details->statements);
  add_relations (builder, "relations", details->relations, FALSE);
  add_relations (builder, "related_by", details->relations, TRUE);
  add_library_counterparts (builder, details->counterparts);
  add_library_orders (builder, details->orders);
  add_library_rankings (builder, details->rankings);
  add_examples (builder, details->examples);
}

static gboolean
add_library (JsonBuilder *builder,
             WhDatabase  *database,
             gint64       id,
             const char  *language,
             gboolean     full,
             GError     **error)
{
  g_autoptr (WhLibraryRecord) library = NULL;
  g_autoptr (WhLibraryDetails) details = NULL;

  if (!(library = wh_store_load_library (database, id, language, error)) ||
      !(details = full ? wh_store_load_details (database, id, language, error)
                       : wh_store_load_brief_details (database, id, language, error)))
    return FALSE;

  json_builder_begin_object (builder);
  add_brief (builder, library, details);
  if (full)
    add_full (builder, details);
  json_builder_end_object (builder);

  return TRUE;
}

/**
 * wh_exchange_library_to_json:
 * @id: the id of a library
 * @language: the language of the texts
 * @full: whether to write what `show` adds to what `list` prints
 *
 * Returns: (transfer full): an object, or %NULL with @error set
 */
JsonNode *
wh_exchange_library_to_json (WhDatabase *database,
                             gint64      id,
                             const char *language,
                             gboolean    full,
                             GError    **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  if (!add_library (builder, database, id, language, full, error))
    return NULL;

  return json_builder_get_root (builder);
}

/* The dump: a function for each subject */

static gboolean
dump_libraries (JsonBuilder *builder,
                WhDatabase  *database,
                const char  *language,
                GError     **error)
{
  g_autoptr (GArray) ids = wh_store_list_library_ids (database, error);

  if (ids == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      if (!add_library (builder, database, g_array_index (ids, gint64, i), language, TRUE, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
dump_categories (JsonBuilder *builder,
                 WhDatabase  *database,
                 const char  *language,
                 GError     **error)
{
  g_autoptr (GPtrArray) categories = wh_store_list_categories (database, language, error);

  for (guint i = 0; categories != NULL && i < categories->len; i++)
    {
      const WhCategory *category = g_ptr_array_index (categories, i);

      json_builder_begin_object (builder);
      add_string (builder, "key", category->key);
      add_string (builder, "name", category->name);
      add_string (builder, "parent", category->parent);
      json_builder_end_object (builder);
    }

  return categories != NULL;
}

static gboolean
add_slots (JsonBuilder *builder,
           WhDatabase  *database,
           const char  *role,
           GError     **error)
{
  g_autoptr (GPtrArray) slots = wh_store_list_slots (database, role, error);

  begin_list (builder, "priorities");

  for (guint i = 0; slots != NULL && i < slots->len; i++)
    {
      const WhPrioritySlot *slot = g_ptr_array_index (slots, i);

      json_builder_begin_object (builder);
      add_string (builder, "priority", wh_priority_to_key (slot->priority));
      add_strings (builder, "any_of", (const char *const *) slot->keys);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
  return slots != NULL;
}

static gboolean
dump_roles (JsonBuilder *builder,
            WhDatabase  *database,
            const char  *language,
            GError     **error)
{
  g_autoptr (GPtrArray) roles = wh_store_list_roles (database, language, error);

  for (guint i = 0; roles != NULL && i < roles->len; i++)
    {
      const WhRole *role = g_ptr_array_index (roles, i);

      json_builder_begin_object (builder);
      add_string (builder, "key", role->key);
      add_string (builder, "name", role->name);
      add_strings (builder, "aliases", (const char *const *) role->aliases);
      if (!add_slots (builder, database, role->key, error))
        return FALSE;
      json_builder_end_object (builder);
    }

  return roles != NULL;
}

static gboolean
dump_orders (JsonBuilder *builder,
             WhDatabase  *database,
             const char  *language,
             GError     **error)
{
  g_autoptr (GPtrArray) orders = wh_store_list_orders (database, NULL, language, error);

  for (guint i = 0; orders != NULL && i < orders->len; i++)
    {
      const WhLearningOrder *order = g_ptr_array_index (orders, i);

      json_builder_begin_object (builder);
      add_string (builder, "key", order->key);
      add_string (builder, "role", order->role);
      add_string (builder, "topic", order->topic);
      add_string (builder, "connector", order->connector);
      add_strings (builder, "steps", (const char *const *) order->steps);
      add_string (builder, "reason", order->reason);
      add_source (builder, order->source, order->section);
      json_builder_end_object (builder);
    }

  return orders != NULL;
}

static void
add_ranking_places (JsonBuilder *builder,
                    GPtrArray   *places)
{
  begin_list (builder, "places");

  for (guint i = 0; i < places->len; i++)
    {
      const WhRankingPlace *place = g_ptr_array_index (places, i);

      json_builder_begin_object (builder);
      add_number (builder, "place", place->place);
      add_strings (builder, "keys", (const char *const *) place->keys);
      add_string (builder, "label", place->label);
      add_string (builder, "reason", place->reason);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

static gboolean
dump_rankings (JsonBuilder *builder,
               WhDatabase  *database,
               const char  *language,
               GError     **error)
{
  g_autoptr (GPtrArray) rankings = wh_store_list_rankings (database, language, error);

  for (guint i = 0; rankings != NULL && i < rankings->len; i++)
    {
      const WhRanking *ranking = g_ptr_array_index (rankings, i);

      json_builder_begin_object (builder);
      add_string (builder, "key", ranking->key);
      add_string (builder, "title", ranking->title);
      add_strings (builder, "criteria", (const char *const *) ranking->criteria);
      add_ranking_places (builder, ranking->places);
      add_source (builder, ranking->source, ranking->section);
      json_builder_end_object (builder);
    }

  return rankings != NULL;
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
  begin_list (builder, member);

  for (guint i = 0; i < mentions->len; i++)
    json_builder_add_string_value (builder, get_mention_key (g_ptr_array_index (mentions, i)));

  json_builder_end_array (builder);
}

static void
add_mentions (JsonBuilder *builder,
              const char  *member,
              GPtrArray   *mentions)
{
  begin_list (builder, member);

  for (guint i = 0; i < mentions->len; i++)
    {
      const WhMention *mention = g_ptr_array_index (mentions, i);

      json_builder_begin_object (builder);
      add_string (builder, "library", mention->library);
      add_string (builder, "topic", mention->topic);
      add_string (builder, "text", mention->text);
      add_string (builder, "note", mention->note);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

static void
add_cells (JsonBuilder        *builder,
           const WhComparison *comparison)
{
  begin_list (builder, "cells");

  for (guint i = 0; i < comparison->rows->len; i++)
    {
      const WhComparisonRow *row = g_ptr_array_index (comparison->rows, i);

      for (guint j = 0; j < MIN (row->cells->len, comparison->subjects->len); j++)
        {
          const WhComparisonCell *cell = g_ptr_array_index (row->cells, j);

          json_builder_begin_object (builder);
          add_string (builder, "criterion", row->criterion);
          add_string (builder, "subject", get_mention_key (g_ptr_array_index (comparison->subjects, j)));
          add_stars (builder, "stars", cell->stars);
          add_string (builder, "value", cell->value);
          json_builder_end_object (builder);
        }
    }

  json_builder_end_array (builder);
}

static gboolean
dump_comparisons (JsonBuilder *builder,
                  WhDatabase  *database,
                  const char  *language,
                  GError     **error)
{
  g_autoptr (GPtrArray) comparisons = wh_store_list_comparisons (database, language, error);

  for (guint i = 0; comparisons != NULL && i < comparisons->len; i++)
    {
      const WhComparison *comparison = g_ptr_array_index (comparisons, i);

      json_builder_begin_object (builder);
      add_string (builder, "key", comparison->key);
      add_string (builder, "title", comparison->title);
      begin_list (builder, "criteria");
      for (guint j = 0; j < comparison->rows->len; j++)
        json_builder_add_string_value (builder, ((WhComparisonRow *) g_ptr_array_index (comparison->rows, j))->criterion);
      json_builder_end_array (builder);
      add_mention_keys (builder, "subjects", comparison->subjects);
      add_cells (builder, comparison);
      add_string (builder, "note", comparison->note);
      add_source (builder, comparison->source, comparison->section);
      json_builder_end_object (builder);
    }

  return comparisons != NULL;
}

static gboolean
dump_counterparts (JsonBuilder *builder,
                   WhDatabase  *database,
                   const char  *language,
                   GError     **error)
{
  g_autoptr (GPtrArray) counterparts = wh_store_list_counterparts (database, language, error);

  for (guint i = 0; counterparts != NULL && i < counterparts->len; i++)
    {
      const WhCounterpart *counterpart = g_ptr_array_index (counterparts, i);

      json_builder_begin_object (builder);
      add_string (builder, "domain", counterpart->key);
      add_string (builder, "title", counterpart->domain);
      add_mention_keys (builder, "sync", counterpart->sync_side);
      add_mention_keys (builder, "async", counterpart->async_side);
      add_string (builder, "note", counterpart->note);
      add_source (builder, counterpart->source, counterpart->section);
      json_builder_end_object (builder);
    }

  return counterparts != NULL;
}

static gboolean
dump_tiers (JsonBuilder *builder,
            WhDatabase  *database,
            const char  *language,
            GError     **error)
{
  g_autoptr (GPtrArray) tiers = wh_store_list_tiers (database, language, error);

  for (guint i = 0; tiers != NULL && i < tiers->len; i++)
    {
      const WhTier *tier = g_ptr_array_index (tiers, i);

      json_builder_begin_object (builder);
      add_string (builder, "key", tier->key);
      add_string (builder, "title", tier->title);
      add_string (builder, "horizon", tier->horizon);
      add_mentions (builder, "items", tier->items);
      add_source (builder, tier->source, tier->section);
      json_builder_end_object (builder);
    }

  return tiers != NULL;
}

static gboolean
dump_picks (JsonBuilder *builder,
            WhDatabase  *database,
            const char  *language,
            GError     **error)
{
  g_autoptr (GPtrArray) picks = wh_store_list_picks (database, language, error);

  for (guint i = 0; picks != NULL && i < picks->len; i++)
    {
      const WhPick *pick = g_ptr_array_index (picks, i);

      json_builder_begin_object (builder);
      add_string (builder, "key", pick->key);
      add_string (builder, "situation", pick->situation);
      add_string (builder, "verdict", pick->verdict);
      add_mention_keys (builder, "libraries", pick->libraries);
      add_string (builder, "text", pick->text);
      add_source (builder, pick->source, pick->section);
      json_builder_end_object (builder);
    }

  return picks != NULL;
}

static gboolean
dump_strategies (JsonBuilder *builder,
                 WhDatabase  *database,
                 const char  *language,
                 GError     **error)
{
  g_autoptr (GPtrArray) strategies = wh_store_list_strategies (database, language, error);

  for (guint i = 0; strategies != NULL && i < strategies->len; i++)
    {
      const WhStrategy *strategy = g_ptr_array_index (strategies, i);

      json_builder_begin_object (builder);
      add_string (builder, "key", strategy->key);
      add_string (builder, "title", strategy->title);
      add_string (builder, "connector", strategy->connector);
      add_string (builder, "topic", strategy->topic);
      add_mentions (builder, "items", strategy->items);
      add_source (builder, strategy->source, strategy->section);
      json_builder_end_object (builder);
    }

  return strategies != NULL;
}

static gboolean
dump_advice (JsonBuilder *builder,
             WhDatabase  *database,
             const char  *language,
             GError     **error)
{
  g_autoptr (GPtrArray) list = wh_store_list_advice (database, language, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const WhAdvice *advice = g_ptr_array_index (list, i);

      json_builder_begin_object (builder);
      add_string (builder, "key", advice->key);
      add_string (builder, "text", advice->text);
      add_string (builder, "kind", advice->kind);
      add_string (builder, "topic", advice->topic);
      add_flag (builder, advice->flag, advice->flag_text, advice->flag_checked);
      add_source (builder, advice->source, advice->section);
      json_builder_end_object (builder);
    }

  return list != NULL;
}

static void
add_topics (JsonBuilder       *builder,
            const WhGuideNode *node)
{
  for (guint i = 0; i < node->children->len; i++)
    add_topics (builder, g_ptr_array_index (node->children, i));

  if (node->children->len > 0)
    return;

  json_builder_begin_object (builder);
  add_string (builder, "key", node->key);
  add_string (builder, "name", node->title);
  add_string (builder, "note", node->note);
  add_string (builder, "library", node->library);
  add_string (builder, "emphasis", node->emphasis);
  json_builder_end_object (builder);
}

/* Writes what stands in @node. A guide need not go down to topics everywhere: a
 * section without groups is one group, and a chapter without sections one section.
 */
static void
add_guide_level (JsonBuilder       *builder,
                 const WhGuideNode *node,
                 guint              level)
{
  static const char *const members[N_GUIDE_LEVELS] = { "sections", "groups", "topics" };

  begin_list (builder, members[level]);

  if (level == N_GUIDE_LEVELS - 1)
    {
      add_topics (builder, node);
    }
  else
    {
      for (guint i = 0; i < MAX (1, node->children->len); i++)
        {
          const WhGuideNode *child = node->children->len > 0 ? g_ptr_array_index (node->children, i) : node;

          json_builder_begin_object (builder);
          add_string (builder, "key", child->key);
          add_string (builder, "title", child->title);
          add_guide_level (builder, child, level + 1);
          json_builder_end_object (builder);
        }
    }

  json_builder_end_array (builder);
}

static gboolean
dump_guides (JsonBuilder *builder,
             WhDatabase  *database,
             const char  *language,
             GError     **error)
{
  g_autoptr (GPtrArray) guides = wh_store_list_guides (database, language, error);

  for (guint i = 0; guides != NULL && i < guides->len; i++)
    {
      const WhGuide *guide = g_ptr_array_index (guides, i);

      for (guint j = 0; j < guide->nodes->len; j++)
        {
          const WhGuideNode *chapter = g_ptr_array_index (guide->nodes, j);

          json_builder_begin_object (builder);
          add_string (builder, "guide", guide->key);
          add_string (builder, "key", chapter->key);
          add_string (builder, "chapter", chapter->title);
          add_guide_level (builder, chapter, 0);
          add_source (builder, guide->source, guide->section);
          json_builder_end_object (builder);
        }
    }

  return guides != NULL;
}

static gboolean
dump_sources (JsonBuilder *builder,
              WhDatabase  *database,
              const char  *language,
              GError     **error)
{
  g_autoptr (GPtrArray) sources = wh_store_list_sources (database, language, error);

  for (guint i = 0; sources != NULL && i < sources->len; i++)
    {
      const WhSource *source = g_ptr_array_index (sources, i);

      json_builder_begin_object (builder);
      add_string (builder, "key", source->key);
      add_string (builder, "title", source->title);
      add_string (builder, "description", source->description);
      add_string (builder, "language", source->language);
      add_number (builder, "facts", source->n_facts);
      begin_list (builder, "sections");

      for (guint j = 0; j < source->sections->len; j++)
        {
          const WhSection *section = g_ptr_array_index (source->sections, j);

          json_builder_begin_object (builder);
          add_string (builder, "key", section->key);
          add_string (builder, "title", section->title);
          json_builder_end_object (builder);
        }

      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }

  return sources != NULL;
}

static const struct
{
  const char *member;
  gboolean (*dump) (JsonBuilder *builder,
                    WhDatabase  *database,
                    const char  *language,
                    GError     **error);
} dumps[] = {
  { "libraries", dump_libraries },
  { "categories", dump_categories },
  { "roles", dump_roles },
  { "orders", dump_orders },
  { "rankings", dump_rankings },
  { "comparisons", dump_comparisons },
  { "counterparts", dump_counterparts },
  { "tiers", dump_tiers },
  { "picks", dump_picks },
  { "strategies", dump_strategies },
  { "advice", dump_advice },
  { "guides", dump_guides },
  { "sources", dump_sources },
};

/**
 * wh_exchange_dump:
 * @language: the language of the texts
 *
 * Writes the whole catalogue, as it is at one moment.
 *
 * Returns: (transfer full): an object with a list for each subject, or %NULL with
 *   @error set
 */
JsonNode *
wh_exchange_dump (WhDatabase *database,
                  const char *language,
                  GError    **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gboolean is_done = TRUE;

  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  if (!wh_database_begin_read (database, error))
    return NULL;

  json_builder_begin_object (builder);

  for (guint i = 0; is_done && i < G_N_ELEMENTS (dumps); i++)
    {
      begin_list (builder, dumps[i].member);
      is_done = dumps[i].dump (builder, database, language, error);
      if (is_done)
        json_builder_end_array (builder);
    }

  wh_database_rollback (database);

  if (!is_done)
    return NULL;

  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}
