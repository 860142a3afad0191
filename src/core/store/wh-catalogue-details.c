/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-catalogue-private.h"

/* Everything that the catalogue says of one library. */

static WhPriority
get_priority (WhCursor *cursor,
              int       column)
{
  WhPriority priority = WH_PRIORITY_NONE;

  wh_priority_from_key (wh_cursor_get_text (cursor, column), &priority);
  return priority;
}

static gpointer
read_rating (WhCursor *cursor)
{
  WhRating *rating = g_new0 (WhRating, 1);

  rating->source = wh_cursor_dup_text (cursor, 0);
  rating->section = wh_cursor_dup_text (cursor, 1);
  rating->measure = wh_cursor_dup_text (cursor, 2);
  rating->measure_name = wh_cursor_dup_text (cursor, 3);
  rating->stars = MIN (wh_cursor_get_uint (cursor, 4), WH_STARS_MAX);
  rating->note = wh_cursor_dup_text (cursor, 5);
  rating->criteria_set = wh_cursor_dup_text (cursor, 6);

  return rating;
}

static gpointer
read_statement (WhCursor *cursor)
{
  WhStatement *statement = g_new0 (WhStatement, 1);

  statement->kind = wh_cursor_dup_text (cursor, 0);
  statement->text = wh_cursor_dup_text (cursor, 1);
  statement->source = wh_cursor_dup_text (cursor, 2);
  statement->section = wh_cursor_dup_text (cursor, 3);
  statement->flag = wh_cursor_dup_text (cursor, 4);
  statement->flag_text = wh_cursor_dup_text (cursor, 5);
  statement->flag_checked = wh_cursor_dup_text (cursor, 6);

  return statement;
}

static gpointer
read_role_priority (WhCursor *cursor)
{
  WhRolePriority *priority = g_new0 (WhRolePriority, 1);

  priority->role = wh_cursor_dup_text (cursor, 0);
  priority->role_name = wh_cursor_dup_text (cursor, 1);
  priority->priority = get_priority (cursor, 2);
  priority->alternatives = wh_catalogue_dup_lines (cursor, 3);
  priority->source = wh_cursor_dup_text (cursor, 4);
  priority->section = wh_cursor_dup_text (cursor, 5);

  return priority;
}

static gpointer
read_relation (WhCursor *cursor)
{
  WhRelation *relation = g_new0 (WhRelation, 1);

  relation->kind = wh_cursor_dup_text (cursor, 0);
  relation->key = wh_cursor_dup_text (cursor, 1);
  relation->name = wh_cursor_dup_text (cursor, 2);
  relation->note = wh_cursor_dup_text (cursor, 3);
  relation->source = wh_cursor_dup_text (cursor, 4);
  relation->section = wh_cursor_dup_text (cursor, 5);
  relation->reverse = wh_cursor_get_uint (cursor, 6) != 0;

  return relation;
}

/* As many lines as there are strings in @others; some of them may be empty. All are, where a
 * line feed in one, which only a file from elsewhere has, would bring the two out of step.
 */
static GStrv
dup_lines_beside (WhCursor *cursor,
                  int       column,
                  GStrv     others)
{
  GStrv lines = wh_catalogue_dup_lines (cursor, column);
  guint n = g_strv_length (others);

  if (g_strv_length (lines) != n)
    {
      g_strfreev (lines);
      lines = g_new0 (char *, n + 1);

      for (guint i = 0; i < n; i++)
        lines[i] = g_strdup ("");
    }

  return lines;
}

static gpointer
read_library_counterpart (WhCursor *cursor)
{
  WhLibraryCounterpart *counterpart = g_new0 (WhLibraryCounterpart, 1);

  counterpart->key = wh_cursor_dup_text (cursor, 0);
  counterpart->domain = wh_cursor_dup_text (cursor, 1);
  counterpart->side = wh_cursor_dup_text (cursor, 2);
  wh_catalogue_read_libraries (cursor, 3, &counterpart->keys, &counterpart->names);
  counterpart->notes = dup_lines_beside (cursor, 5, counterpart->keys);
  counterpart->own_note = wh_cursor_dup_text (cursor, 6);
  counterpart->note = wh_cursor_dup_text (cursor, 7);
  counterpart->source = wh_cursor_dup_text (cursor, 8);
  counterpart->section = wh_cursor_dup_text (cursor, 9);

  return counterpart;
}

static gpointer
read_library_order (WhCursor *cursor)
{
  WhLibraryOrder *order = g_new0 (WhLibraryOrder, 1);

  order->key = wh_cursor_dup_text (cursor, 0);
  order->role = wh_cursor_dup_text (cursor, 1);
  order->role_name = wh_cursor_dup_text (cursor, 2);
  order->topic = wh_cursor_dup_text (cursor, 3);
  order->connector = wh_cursor_dup_text (cursor, 4);
  order->reason = wh_cursor_dup_text (cursor, 5);
  order->place = wh_cursor_get_uint (cursor, 6);
  order->of = wh_cursor_get_uint (cursor, 7);
  order->source = wh_cursor_dup_text (cursor, 8);
  order->section = wh_cursor_dup_text (cursor, 9);

  return order;
}

static gpointer
read_library_ranking (WhCursor *cursor)
{
  WhLibraryRanking *ranking = g_new0 (WhLibraryRanking, 1);

  ranking->ranking = wh_cursor_dup_text (cursor, 0);
  ranking->title = wh_cursor_dup_text (cursor, 1);
  ranking->place = wh_cursor_get_uint (cursor, 2);
  ranking->of = wh_cursor_get_uint (cursor, 3);
  wh_catalogue_read_libraries (cursor, 4, &ranking->keys, &ranking->names);
  ranking->label = wh_cursor_dup_text (cursor, 6);
  ranking->reason = wh_cursor_dup_text (cursor, 7);
  ranking->source = wh_cursor_dup_text (cursor, 8);
  ranking->section = wh_cursor_dup_text (cursor, 9);

  return ranking;
}

static gpointer
read_library_tier (WhCursor *cursor)
{
  WhLibraryTier *tier = g_new0 (WhLibraryTier, 1);

  tier->key = wh_cursor_dup_text (cursor, 0);
  tier->title = wh_cursor_dup_text (cursor, 1);
  tier->horizon = wh_cursor_dup_text (cursor, 2);
  tier->note = wh_cursor_dup_text (cursor, 3);
  tier->source = wh_cursor_dup_text (cursor, 4);
  tier->section = wh_cursor_dup_text (cursor, 5);

  return tier;
}

static gpointer
read_library_pick (WhCursor *cursor)
{
  WhLibraryPick *pick = g_new0 (WhLibraryPick, 1);

  pick->key = wh_cursor_dup_text (cursor, 0);
  pick->situation = wh_cursor_dup_text (cursor, 1);
  pick->verdict = wh_cursor_dup_text (cursor, 2);
  pick->text = wh_cursor_dup_text (cursor, 3);
  wh_catalogue_read_libraries (cursor, 4, &pick->keys, &pick->names);
  pick->source = wh_cursor_dup_text (cursor, 6);
  pick->section = wh_cursor_dup_text (cursor, 7);

  return pick;
}

static gpointer
read_library_topic (WhCursor *cursor)
{
  WhLibraryTopic *topic = g_new0 (WhLibraryTopic, 1);

  topic->guide = wh_cursor_dup_text (cursor, 0);
  topic->guide_title = wh_cursor_dup_text (cursor, 1);
  topic->key = wh_cursor_dup_text (cursor, 2);
  topic->title = wh_cursor_dup_text (cursor, 3);
  topic->path = wh_cursor_dup_text (cursor, 4);
  topic->note = wh_cursor_dup_text (cursor, 5);
  topic->emphasis = wh_cursor_dup_text (cursor, 6);
  topic->source = wh_cursor_dup_text (cursor, 7);
  topic->section = wh_cursor_dup_text (cursor, 8);

  return topic;
}

static gpointer
read_library_comparison (WhCursor *cursor)
{
  WhLibraryComparison *comparison = g_new0 (WhLibraryComparison, 1);

  comparison->key = wh_cursor_dup_text (cursor, 0);
  comparison->title = wh_cursor_dup_text (cursor, 1);
  comparison->names = wh_catalogue_dup_lines (cursor, 3);
  comparison->keys = dup_lines_beside (cursor, 2, comparison->names);
  comparison->source = wh_cursor_dup_text (cursor, 4);
  comparison->section = wh_cursor_dup_text (cursor, 5);

  return comparison;
}

static gpointer
read_library_strategy (WhCursor *cursor)
{
  WhLibraryStrategy *strategy = g_new0 (WhLibraryStrategy, 1);

  strategy->key = wh_cursor_dup_text (cursor, 0);
  strategy->title = wh_cursor_dup_text (cursor, 1);
  strategy->connector = wh_cursor_dup_text (cursor, 2);
  strategy->items = wh_catalogue_dup_lines (cursor, 3);
  strategy->place = wh_cursor_get_uint (cursor, 4);
  strategy->source = wh_cursor_dup_text (cursor, 5);
  strategy->section = wh_cursor_dup_text (cursor, 6);

  return strategy;
}

/* clang-format off */
/* What stands on the other side of the row c than i, one a line. */
#define SQL_OTHER_SIDE "n.counterpart_id = c.id AND n.side <> i.side"

#define SQL_OTHER_NOTES                                                                  \
  "(SELECT group_concat (x, char (10)) FROM (SELECT coalesce (" WH_SQL_TEXT ("n.note_text") ", '') AS x" \
  " FROM counterpart_library AS n WHERE " SQL_OTHER_SIDE " ORDER BY n.place))"

/* The @column of the other subjects of the comparison c; @words stands for what is no library. */
#define SQL_OTHER_SUBJECTS(column, words)                                       \
  "(SELECT group_concat (x, char (10)) FROM (SELECT coalesce (m." column ", " words ") AS x" \
  " FROM comparison_subject AS n LEFT JOIN library AS m ON m.id = n.library_id" \
  " WHERE n.comparison_id = c.id AND n.id <> i.id ORDER BY n.place))"

/* The titles above the node n of a guide. A file from elsewhere may nest without end. */
#define SQL_PATH                                                                   \
  "(WITH RECURSIVE above (parent_id, title, level) AS ("                           \
  "  SELECT p.parent_id, " WH_SQL_TITLE ("p", "title_text") ", 1"                  \
  "   FROM guide_node AS p WHERE p.id = n.parent_id"                               \
  "  UNION ALL SELECT p.parent_id, " WH_SQL_TITLE ("p", "title_text") ", level + 1" \
  "   FROM above JOIN guide_node AS p ON p.id = above.parent_id WHERE level < 16)" \
  " SELECT group_concat (title, ' › ') FROM (SELECT title FROM above ORDER BY level DESC))"

/* The lists of a library's details: where they go, how they are read, and whether
 * they are among the brief ones.
 */
static const struct
{
  gsize          offset;
  gboolean       brief;
  WhReadFunc     read;
  GDestroyNotify free_func;
  const char    *sql;
} detail_lists[] = {
  { G_STRUCT_OFFSET (WhLibraryDetails, ratings), TRUE, read_rating, (GDestroyNotify) wh_rating_free,
    "SELECT r.source, r.section, r.measure, " WH_SQL_NAME ("measure", "r.measure") ","
    " r.stars, " WH_SQL_TEXT ("r.note_text") ", r.criteria"
    " FROM rating AS r WHERE r.library_id = ?1 ORDER BY r.id" },
  { G_STRUCT_OFFSET (WhLibraryDetails, statements), FALSE, read_statement, (GDestroyNotify) wh_statement_free,
    "SELECT s.kind, " WH_SQL_TEXT ("s.text") ", s.source, s.section, s.flag,"
    " " WH_SQL_TEXT ("s.flag_text") ", " WH_SQL_TEXT ("s.flag_checked_text")
    " FROM statement AS s WHERE s.library_id = ?1 ORDER BY s.id" },
  { G_STRUCT_OFFSET (WhLibraryDetails, priorities), TRUE, read_role_priority, (GDestroyNotify) wh_role_priority_free,
    "SELECT s.role, " WH_SQL_NAME ("role", "s.role") ", s.priority,"
    " " WH_SQL_LIBRARIES ("key", "priority_item", "n.slot_id = s.id AND n.library_id <> ?1") ","
    " s.source, s.section FROM priority_item AS i JOIN priority_slot AS s ON s.id = i.slot_id"
    " WHERE i.library_id = ?1 ORDER BY s.id" },
  { G_STRUCT_OFFSET (WhLibraryDetails, relations), FALSE, read_relation, (GDestroyNotify) wh_relation_free,
    "SELECT r.kind, o.key, o.name, " WH_SQL_TEXT ("r.note_text") ", r.source, r.section, 0, r.id"
    " FROM relation AS r JOIN library AS o ON o.id = r.other_id WHERE r.library_id = ?1"
    " UNION ALL SELECT r.kind, o.key, o.name, " WH_SQL_TEXT ("r.note_text") ", r.source, r.section, 1, r.id"
    " FROM relation AS r JOIN library AS o ON o.id = r.library_id WHERE r.other_id = ?1"
    " ORDER BY 7, 8" },
  { G_STRUCT_OFFSET (WhLibraryDetails, counterparts), FALSE, read_library_counterpart, (GDestroyNotify) wh_library_counterpart_free,
    "SELECT c.key, " WH_SQL_TEXT ("c.domain_text") ", i.side,"
    " " WH_SQL_LIBRARIES ("key", "counterpart_library", SQL_OTHER_SIDE) ","
    " " WH_SQL_LIBRARIES ("name", "counterpart_library", SQL_OTHER_SIDE) ","
    " " SQL_OTHER_NOTES ", " WH_SQL_TEXT ("i.note_text") ", " WH_SQL_TEXT ("c.note_text") ","
    " c.source, c.section"
    " FROM counterpart_library AS i JOIN counterpart AS c ON c.id = i.counterpart_id"
    " WHERE i.library_id = ?1 ORDER BY i.id" },
  { G_STRUCT_OFFSET (WhLibraryDetails, orders), FALSE, read_library_order, (GDestroyNotify) wh_library_order_free,
    "SELECT o.key, o.role, " WH_SQL_NAME ("role", "o.role") ", " WH_SQL_TEXT ("o.topic_text") ","
    " o.connector, " WH_SQL_TEXT ("o.reason_text") ", s.place,"
    " (SELECT count (*) FROM learning_step WHERE order_id = o.id), o.source, o.section"
    " FROM learning_step AS s JOIN learning_order AS o ON o.id = s.order_id"
    " WHERE s.library_id = ?1 ORDER BY s.id" },
  { G_STRUCT_OFFSET (WhLibraryDetails, rankings), FALSE, read_library_ranking, (GDestroyNotify) wh_library_ranking_free,
    "SELECT r.key, " WH_SQL_TITLE ("r", "title_text") ", p.rank,"
    " (SELECT max (rank) FROM ranking_place WHERE ranking_id = r.id),"
    " " WH_SQL_LIBRARIES ("key", "ranking_library", "n.ranking_place_id = p.id AND n.library_id <> ?1") ","
    " " WH_SQL_LIBRARIES ("name", "ranking_library", "n.ranking_place_id = p.id AND n.library_id <> ?1") ","
    " " WH_SQL_TEXT ("p.label_text") ", " WH_SQL_TEXT ("p.reason_text") ", r.source, r.section"
    " FROM ranking_library AS i JOIN ranking_place AS p ON p.id = i.ranking_place_id"
    " JOIN ranking AS r ON r.id = p.ranking_id WHERE i.library_id = ?1 ORDER BY i.id" },
  { G_STRUCT_OFFSET (WhLibraryDetails, tiers), FALSE, read_library_tier, (GDestroyNotify) wh_library_tier_free,
    "SELECT t.key, " WH_SQL_TITLE ("t", "title_text") ", t.horizon, " WH_SQL_TEXT ("i.note_text") ","
    " t.source, t.section FROM tier_item AS i JOIN tier AS t ON t.id = i.tier_id"
    " WHERE i.library_id = ?1 ORDER BY i.id" },
  { G_STRUCT_OFFSET (WhLibraryDetails, picks), FALSE, read_library_pick, (GDestroyNotify) wh_library_pick_free,
    "SELECT p.key, " WH_SQL_TEXT ("p.situation_text") ", p.verdict, " WH_SQL_TEXT ("p.text") ","
    " " WH_SQL_LIBRARIES ("key", "pick_library", "n.pick_id = p.id AND n.library_id <> ?1") ","
    " " WH_SQL_LIBRARIES ("name", "pick_library", "n.pick_id = p.id AND n.library_id <> ?1") ","
    " p.source, p.section FROM pick_library AS i JOIN pick AS p ON p.id = i.pick_id"
    " WHERE i.library_id = ?1 ORDER BY i.id" },
  { G_STRUCT_OFFSET (WhLibraryDetails, topics), FALSE, read_library_topic, (GDestroyNotify) wh_library_topic_free,
    "SELECT g.key, " WH_SQL_TITLE ("g", "title_text") ", n.key, " WH_SQL_TITLE ("n", "title_text") ","
    " " SQL_PATH ", " WH_SQL_TEXT ("n.note_text") ", n.emphasis,"
    " " WH_SQL_SOURCE_OF_NODE ("n")
    " FROM guide_node AS n JOIN guide AS g ON g.id = n.guide_id"
    " WHERE n.library_id = ?1 ORDER BY n.id" },
  { G_STRUCT_OFFSET (WhLibraryDetails, comparisons), FALSE, read_library_comparison, (GDestroyNotify) wh_library_comparison_free,
    "SELECT c.key, " WH_SQL_TITLE ("c", "title_text") ","
    " " SQL_OTHER_SUBJECTS ("key", "''") ","
    " " SQL_OTHER_SUBJECTS ("name", WH_SQL_TEXT ("n.name_text")) ","
    " c.source, c.section FROM comparison_subject AS i JOIN comparison AS c ON c.id = i.comparison_id"
    " WHERE i.library_id = ?1 ORDER BY i.id" },
  { G_STRUCT_OFFSET (WhLibraryDetails, strategies), FALSE, read_library_strategy, (GDestroyNotify) wh_library_strategy_free,
    "SELECT s.key, " WH_SQL_TITLE ("s", "title_text") ", s.connector,"
    " (SELECT group_concat (x, char (10)) FROM (SELECT " WH_SQL_TEXT ("n.text") " AS x"
    "  FROM strategy_item AS n WHERE n.strategy_id = s.id ORDER BY n.place)),"
    " i.place, s.source, s.section FROM strategy_item AS i JOIN strategy AS s ON s.id = i.strategy_id"
    " WHERE i.library_id = ?1 ORDER BY i.id" },
  { G_STRUCT_OFFSET (WhLibraryDetails, examples), FALSE, wh_catalogue_read_example, (GDestroyNotify) wh_example_free,
    WH_SQL_EXAMPLE " WHERE e.library_id = ?1 ORDER BY e.id" },
  { G_STRUCT_OFFSET (WhLibraryDetails, other_examples), FALSE, wh_catalogue_read_example, (GDestroyNotify) wh_example_free,
    WH_SQL_EXAMPLE " WHERE e.library_id <> ?1 AND EXISTS (SELECT 1 FROM example AS own"
    "  WHERE own.library_id = ?1 AND own.counterpart = e.counterpart AND own.side <> e.side) ORDER BY e.id" },
};

static const struct
{
  gsize       offset;
  gboolean    brief;
  const char *sql;
} detail_strings[] = {
  { G_STRUCT_OFFSET (WhLibraryDetails, aliases), TRUE,
    "SELECT alias FROM alias WHERE library_id = ?1 ORDER BY id" },
  { G_STRUCT_OFFSET (WhLibraryDetails, imports), FALSE,
    "SELECT module FROM import_name WHERE library_id = ?1 ORDER BY id" },
  { G_STRUCT_OFFSET (WhLibraryDetails, categories), TRUE,
    "SELECT category FROM placement WHERE library_id = ?1 GROUP BY category ORDER BY min (id)" },
  { G_STRUCT_OFFSET (WhLibraryDetails, horizons), TRUE,
    "SELECT t.horizon FROM tier_item AS i JOIN tier AS t ON t.id = i.tier_id"
    " WHERE i.library_id = ?1 GROUP BY t.horizon ORDER BY min (t.id)" },
  { G_STRUCT_OFFSET (WhLibraryDetails, sources), FALSE,
    "SELECT f.source FROM (" WH_SQL_SOURCES ") AS f WHERE f.library_id = ?1"
    " ORDER BY (SELECT min (s.id) FROM source AS s WHERE s.key = f.source)" },
};

static const char contribution_sql[] =
  "SELECT c.install, c.homepage, " WH_SQL_TEXT ("c.requires_text") ", o.key, o.name,"
  " " WH_SQL_TEXT ("c.standing_reason_text") ", coalesce (c.standing_source, c.source),"
  " iif (c.standing_source ISNULL, c.section, c.standing_section)"
  " FROM contribution AS c LEFT JOIN library AS o ON o.id = c.standing_by_id"
  " WHERE c.library_id = ?1 ORDER BY c.collection LIMIT 1";
/* clang-format on */

static gboolean
read_contribution (WhLibraryDetails *details,
                   WhDatabase       *database,
                   const WhQuestion *question,
                   GError          **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (WhCursor) cursor =
    wh_catalogue_ask (database, contribution_sql, question, error);

  if (cursor == NULL)
    return FALSE;

  if (wh_cursor_next (cursor, &local_error))
    {
      details->install = wh_cursor_dup_text (cursor, 0);
      details->homepage = wh_cursor_dup_text (cursor, 1);
      details->requirement = wh_cursor_dup_text (cursor, 2);
      details->standing_by = wh_cursor_dup_text (cursor, 3);
      details->standing_by_name = wh_cursor_dup_text (cursor, 4);
      details->standing_reason = wh_cursor_dup_text (cursor, 5);
      details->standing_source = wh_cursor_dup_text (cursor, 6);
      details->standing_section = wh_cursor_dup_text (cursor, 7);
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
read_strings (WhLibraryDetails *details,
              WhDatabase       *database,
              const WhQuestion *question,
              gboolean          brief,
              GError          **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (detail_strings); i++)
    {
      GStrv strings;

      if (brief && !detail_strings[i].brief)
        continue;

      if (!(strings = wh_catalogue_read_strings (database, detail_strings[i].sql, question, error)))
        return FALSE;

      G_STRUCT_MEMBER (GStrv, details, detail_strings[i].offset) = strings;
    }

  return TRUE;
}

static gboolean
read_lists (WhLibraryDetails *details,
            WhDatabase       *database,
            const WhQuestion *question,
            gboolean          brief,
            GError          **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (detail_lists); i++)
    {
      GPtrArray *list;

      if (brief && !detail_lists[i].brief)
        continue;

      if (!(list = wh_catalogue_read_list (database, detail_lists[i].sql, question,
                                           detail_lists[i].read, detail_lists[i].free_func, error)))
        return FALSE;

      G_STRUCT_MEMBER (GPtrArray *, details, detail_lists[i].offset) = list;
    }

  return TRUE;
}

/**
 * wh_store_load_details:
 * @id: the id of a library
 * @language: the language of the texts
 *
 * Reads everything that the catalogue says of a library and a row does not show.
 *
 * Returns: (transfer full): the details, empty for a library that is gone; %NULL
 *   when the database failed
 */
WhLibraryDetails *
wh_store_load_details (WhDatabase *database,
                       gint64      id,
                       const char *language,
                       GError    **error)
{
  g_autoptr (WhLibraryDetails) details = g_new0 (WhLibraryDetails, 1);
  WhQuestion question = { .id = id, .language = language };

  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  if (!read_contribution (details, database, &question, error) ||
      !read_strings (details, database, &question, FALSE, error) ||
      !read_lists (details, database, &question, FALSE, error))
    return NULL;

  return g_steal_pointer (&details);
}

/**
 * wh_store_load_brief_details:
 * @id: the id of a library
 * @language: the language of the texts
 *
 * As wh_store_load_details(), but no more than a list of many libraries tells of
 * each: aliases, categories, horizons, ratings and priorities. The other members
 * are %NULL.
 *
 * Returns: (transfer full): the details; %NULL when the database failed
 */
WhLibraryDetails *
wh_store_load_brief_details (WhDatabase *database,
                             gint64      id,
                             const char *language,
                             GError    **error)
{
  g_autoptr (WhLibraryDetails) details = g_new0 (WhLibraryDetails, 1);
  WhQuestion question = { .id = id, .language = language };

  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  if (!read_strings (details, database, &question, TRUE, error) ||
      !read_lists (details, database, &question, TRUE, error))
    return NULL;

  return g_steal_pointer (&details);
}
