/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-json-builder.h"
#include "wh-subject-writer.h"

#include "wh-library-writer.h"

static void
write_placement (JsonBuilder  *builder,
                 gconstpointer record)
{
  const WhPlacement *placement = record;

  wh_json_add_string (builder, "category", placement->category);
  wh_subject_add_source (builder, placement->source, placement->section);
}

/* Where the entry of a library comes from. */
void
wh_library_write_origins (JsonBuilder            *builder,
                          const WhLibraryOrigins *origins)
{
  wh_subject_add_source (builder, origins->source, origins->section);
  wh_json_add_list (builder, "placements", origins->placements, write_placement);
  wh_json_add_strings (builder, "former_keys", origins->former_keys);
  json_builder_set_member_name (builder, "common_word");
  json_builder_add_boolean_value (builder, origins->common_word);
}

static void
write_rating (JsonBuilder  *builder,
              gconstpointer record)
{
  const WhRating *rating = record;

  wh_json_add_string (builder, "measure", rating->measure);
  wh_json_add_stars (builder, "stars", rating->stars);
  wh_json_add_string (builder, "note", rating->note);
  wh_json_add_string (builder, "criteria_set", rating->criteria_set);
  wh_subject_add_source (builder, rating->source, rating->section);
}

static void
write_priority (JsonBuilder  *builder,
                gconstpointer record)
{
  const WhRolePriority *priority = record;

  wh_json_add_string (builder, "role", priority->role);
  wh_json_add_string (builder, "priority", wh_priority_to_key (priority->priority));
  wh_json_add_strings (builder, "alternatives", priority->alternatives);
  wh_subject_add_source (builder, priority->source, priority->section);
}

static void
write_statement (JsonBuilder  *builder,
                 gconstpointer record)
{
  const WhStatement *statement = record;

  wh_json_add_string (builder, "kind", statement->kind);
  wh_json_add_string (builder, "text", statement->text);
  wh_subject_add_source (builder, statement->source, statement->section);
  wh_subject_add_flag (builder, statement->flag, statement->flag_text, statement->flag_checked);
}

/* The relations of the library itself, or those that others have to it. */
static void
add_relations (JsonBuilder *builder,
               const char  *member,
               GPtrArray   *relations,
               gboolean     reverse)
{
  wh_json_begin_list (builder, member);

  for (guint i = 0; i < relations->len; i++)
    {
      const WhRelation *relation = g_ptr_array_index (relations, i);

      if (relation->reverse != reverse)
        continue;

      json_builder_begin_object (builder);
      wh_json_add_string (builder, "kind", relation->kind);
      wh_json_add_string (builder, "key", relation->key);
      wh_json_add_string (builder, "note", relation->note);
      wh_subject_add_source (builder, relation->source, relation->section);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

static void
write_library_counterpart (JsonBuilder  *builder,
                           gconstpointer record)
{
  const WhLibraryCounterpart *counterpart = record;

  wh_json_add_string (builder, "domain", counterpart->key);
  wh_json_add_string (builder, "title", counterpart->domain);
  wh_json_add_string (builder, "side", counterpart->side);
  wh_json_add_strings (builder, "keys", counterpart->keys);
  wh_json_add_strings (builder, "notes", counterpart->notes);
  wh_json_add_string (builder, "own_note", counterpart->own_note);
  wh_json_add_string (builder, "note", counterpart->note);
  wh_subject_add_source (builder, counterpart->source, counterpart->section);
}

static void
write_library_order (JsonBuilder  *builder,
                     gconstpointer record)
{
  const WhLibraryOrder *order = record;

  wh_json_add_string (builder, "key", order->key);
  wh_json_add_string (builder, "role", order->role);
  wh_json_add_string (builder, "topic", order->topic);
  wh_json_add_string (builder, "connector", order->connector);
  wh_json_add_count (builder, "place", order->place);
  wh_json_add_count (builder, "of", order->of);
  wh_subject_add_source (builder, order->source, order->section);
}

static void
write_library_ranking (JsonBuilder  *builder,
                       gconstpointer record)
{
  const WhLibraryRanking *ranking = record;

  wh_json_add_string (builder, "ranking", ranking->ranking);
  wh_json_add_count (builder, "place", ranking->place);
  wh_json_add_count (builder, "of", ranking->of);
  wh_json_add_strings (builder, "shared_with", ranking->keys);
  wh_json_add_string (builder, "label", ranking->label);
  wh_json_add_string (builder, "reason", ranking->reason);
  wh_subject_add_source (builder, ranking->source, ranking->section);
}

static void
write_library_tier (JsonBuilder  *builder,
                    gconstpointer record)
{
  const WhLibraryTier *tier = record;

  wh_json_add_string (builder, "tier", tier->key);
  wh_json_add_string (builder, "title", tier->title);
  wh_json_add_string (builder, "horizon", tier->horizon);
  wh_json_add_string (builder, "note", tier->note);
  wh_subject_add_source (builder, tier->source, tier->section);
}

static void
write_library_pick (JsonBuilder  *builder,
                    gconstpointer record)
{
  const WhLibraryPick *pick = record;

  wh_json_add_string (builder, "pick", pick->key);
  wh_json_add_string (builder, "situation", pick->situation);
  wh_json_add_string (builder, "verdict", pick->verdict);
  wh_json_add_string (builder, "text", pick->text);
  wh_json_add_strings (builder, "named_with", pick->keys);
  wh_subject_add_source (builder, pick->source, pick->section);
}

static void
write_library_topic (JsonBuilder  *builder,
                     gconstpointer record)
{
  const WhLibraryTopic *topic = record;

  wh_json_add_string (builder, "guide", topic->guide);
  wh_json_add_string (builder, "topic", topic->key);
  wh_json_add_string (builder, "title", topic->title);
  wh_json_add_string (builder, "path", topic->path);
  wh_json_add_string (builder, "note", topic->note);
  wh_json_add_string (builder, "emphasis", topic->emphasis);
  wh_subject_add_source (builder, topic->source, topic->section);
}

static void
write_library_comparison (JsonBuilder  *builder,
                          gconstpointer record)
{
  const WhLibraryComparison *comparison = record;

  wh_json_add_string (builder, "comparison", comparison->key);
  wh_json_add_string (builder, "title", comparison->title);
  wh_json_add_strings (builder, "with", comparison->names);
  wh_subject_add_source (builder, comparison->source, comparison->section);
}

static void
write_library_strategy (JsonBuilder  *builder,
                        gconstpointer record)
{
  const WhLibraryStrategy *strategy = record;

  wh_json_add_string (builder, "strategy", strategy->key);
  wh_json_add_string (builder, "title", strategy->title);
  wh_json_add_count (builder, "place", strategy->place);
  wh_json_add_count (builder, "of", g_strv_length (strategy->items));
  wh_subject_add_source (builder, strategy->source, strategy->section);
}

/* What a list has of a library. */
void
wh_library_write_brief (JsonBuilder            *builder,
                        const WhLibraryRecord  *library,
                        const WhLibraryDetails *details)
{
  wh_json_add_string (builder, "key", library->key);
  wh_json_add_string (builder, "name", library->name);
  wh_json_add_string (builder, "kind", wh_kind_to_key (library->kind));
  wh_json_add_strings (builder, "aliases", details->aliases);
  wh_json_add_string (builder, "summary", library->summary);
  wh_json_add_strings (builder, "categories", details->categories);
  wh_json_add_string (builder, "standing", wh_standing_to_key (library->standing));
  wh_json_add_string (builder, "concurrency", wh_concurrency_to_key (library->concurrency));
  wh_json_add_stars (builder, "stars", library->stars);
  wh_json_add_list (builder, "ratings", details->ratings, write_rating);
  wh_json_add_list (builder, "priorities", details->priorities, write_priority);
  wh_json_add_strings (builder, "horizons", details->horizons);
  wh_json_add_stars (builder, "my_rating", library->my_rating);
  wh_json_add_string (builder, "status", wh_status_to_key (library->status));
  json_builder_set_member_name (builder, "planned");
  json_builder_add_boolean_value (builder, library->planned);
}

/* What the library by itself has beside that. */
void
wh_library_write_rest (JsonBuilder            *builder,
                       const WhLibraryDetails *details,
                       const WhUserRecord     *mine)
{
  wh_json_add_string (builder, "my_note", mine->note);
  wh_json_add_string (builder, "install", details->install);
  wh_json_add_strings (builder, "imports", details->imports);
  wh_json_add_string (builder, "homepage", details->homepage);
  wh_json_add_string (builder, "requires", details->requirement);
  wh_json_add_string (builder, "standing_by", details->standing_by);
  wh_json_add_string (builder, "standing_reason", details->standing_reason);
  wh_json_add_string (builder, "standing_source", details->standing_source);
  wh_json_add_string (builder, "standing_section", details->standing_section);
  wh_json_add_strings (builder, "sources", details->sources);
  wh_json_add_list (builder, "statements", details->statements, write_statement);
  add_relations (builder, "relations", details->relations, FALSE);
  add_relations (builder, "related_by", details->relations, TRUE);
  wh_json_add_list (builder, "counterparts", details->counterparts, write_library_counterpart);
  wh_json_add_list (builder, "orders", details->orders, write_library_order);
  wh_json_add_list (builder, "rankings", details->rankings, write_library_ranking);
  wh_json_add_list (builder, "tiers", details->tiers, write_library_tier);
  wh_json_add_list (builder, "picks", details->picks, write_library_pick);
  wh_json_add_list (builder, "guides", details->topics, write_library_topic);
  wh_json_add_list (builder, "comparisons", details->comparisons, write_library_comparison);
  wh_json_add_list (builder, "strategies", details->strategies, write_library_strategy);
  wh_json_add_list (builder, "examples", details->examples, wh_subject_write_example);
}
