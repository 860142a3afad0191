/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-catalogue-private.h"
#include "wh-catalogue-subjects.h"

/* The shape of SQL is its own. */
/* clang-format off */

/* Mentions: (library, topic, words, note) in the order of their list. A library
 * without words of its own goes by its name, a topic by its title.
 */

#define SQL_LIBRARY_OF(item) \
  "(SELECT l.key FROM library AS l WHERE l.id = " item ".library_id)"

#define SQL_LIBRARY_NAME_OF(item) \
  "(SELECT l.name FROM library AS l WHERE l.id = " item ".library_id)"

#define SQL_TOPIC_TITLE_OF(item) \
  "(SELECT " WH_SQL_TEXT ("n.title_text") " FROM guide_node AS n WHERE n.key = " item \
  ".topic ORDER BY n.collection LIMIT 1)"

static const char subjects_sql[] =
  "SELECT " SQL_LIBRARY_OF ("i") ", NULL,"
  " coalesce (" WH_SQL_TEXT ("i.name_text") ", " SQL_LIBRARY_NAME_OF ("i") "), NULL"
  " FROM comparison_subject AS i WHERE i.comparison_id = ?1 ORDER BY i.id";

static const char sync_side_sql[] =
  "SELECT " SQL_LIBRARY_OF ("i") ", NULL, " SQL_LIBRARY_NAME_OF ("i") ", " WH_SQL_TEXT ("i.note_text")
  " FROM counterpart_library AS i WHERE i.counterpart_id = ?1 AND i.side = 'sync' ORDER BY i.id";

static const char async_side_sql[] =
  "SELECT " SQL_LIBRARY_OF ("i") ", NULL, " SQL_LIBRARY_NAME_OF ("i") ", " WH_SQL_TEXT ("i.note_text")
  " FROM counterpart_library AS i WHERE i.counterpart_id = ?1 AND i.side = 'async' ORDER BY i.id";

static const char tier_items_sql[] =
  "SELECT " SQL_LIBRARY_OF ("i") ", i.topic, coalesce (" WH_SQL_TEXT ("i.text") ","
  " " SQL_LIBRARY_NAME_OF ("i") ", " SQL_TOPIC_TITLE_OF ("i") ", i.topic),"
  " " WH_SQL_TEXT ("i.note_text")
  " FROM tier_item AS i WHERE i.tier_id = ?1 ORDER BY i.id";

static const char pick_libraries_sql[] =
  "SELECT " SQL_LIBRARY_OF ("i") ", NULL, " SQL_LIBRARY_NAME_OF ("i") ", NULL"
  " FROM pick_library AS i WHERE i.pick_id = ?1 ORDER BY i.id";

static const char strategy_items_sql[] =
  "SELECT " SQL_LIBRARY_OF ("i") ", NULL, " WH_SQL_TEXT ("i.text") ", NULL"
  " FROM strategy_item AS i WHERE i.strategy_id = ?1 ORDER BY i.id";

/* The subjects themselves, and the rest of what stands in them. */

static const char comparisons_sql[] =
  "SELECT c.id, c.key, " WH_SQL_TITLE ("c", "title_text") ", " WH_SQL_TEXT ("c.note_text") ","
  " c.source, c.section, EXISTS (SELECT 1 FROM guide AS g WHERE g.source = c.source)"
  " FROM comparison AS c ORDER BY c.id";

static const char rows_sql[] =
  "SELECT r.id, " WH_SQL_TEXT ("r.criterion_text") ", r.measure"
  " FROM comparison_row AS r WHERE r.comparison_id = ?1 ORDER BY r.id";

static const char cells_sql[] =
  "SELECT c.stars, " WH_SQL_TEXT ("c.value_text")
  " FROM comparison_cell AS c WHERE c.row_id = ?1 ORDER BY c.place";

static const char counterparts_sql[] =
  "SELECT c.id, c.key, " WH_SQL_TEXT ("c.domain_text") ", " WH_SQL_TEXT ("c.note_text") ","
  " c.source, c.section FROM counterpart AS c ORDER BY c.id";

static const char pairs_sql[] =
  WH_SQL_EXAMPLE " WHERE e.counterpart = ?1 ORDER BY e.id";

static const char tiers_sql[] =
  "SELECT t.id, t.key, " WH_SQL_TITLE ("t", "title_text") ", t.horizon, t.source, t.section"
  " FROM tier AS t ORDER BY t.id";

static const char picks_sql[] =
  "SELECT p.id, p.key, " WH_SQL_TEXT ("p.situation_text") ", p.verdict,"
  " " WH_SQL_TEXT ("p.text") ", p.source, p.section FROM pick AS p ORDER BY p.id";

static const char strategies_sql[] =
  "SELECT s.id, s.key, " WH_SQL_TITLE ("s", "title_text") ", s.connector, s.topic, s.source, s.section"
  " FROM strategy AS s ORDER BY s.id";

static const char advice_sql[] =
  "SELECT a.key, " WH_SQL_TEXT ("a.text") ", a.kind, a.topic, a.flag,"
  " " WH_SQL_TEXT ("a.flag_text") ", " WH_SQL_TEXT ("a.flag_checked_text") ","
  " a.source, a.section FROM advice AS a ORDER BY a.id";

/* clang-format on */

static gpointer
read_mention (WhCursor *cursor)
{
  WhMention *mention = g_new0 (WhMention, 1);

  mention->library = wh_cursor_dup_text (cursor, 0);
  mention->topic = wh_cursor_dup_text (cursor, 1);
  mention->text = wh_cursor_is_null (cursor, 2) ? g_strdup ("") : wh_cursor_dup_text (cursor, 2);
  mention->note = wh_cursor_dup_text (cursor, 3);

  return mention;
}

/* Reads the list that belongs to the row @id into @mentions. */
static gboolean
read_mentions (WhDatabase *database,
               const char *sql,
               gint64      id,
               const char *language,
               GPtrArray **mentions,
               GError    **error)
{
  *mentions = wh_catalogue_read_list (database, sql, &(WhQuestion) { .id = id, .language = language },
                                      read_mention, (GDestroyNotify) wh_mention_free, error);

  return *mentions != NULL;
}

static gpointer
read_cell (WhCursor *cursor)
{
  WhComparisonCell *cell = g_new0 (WhComparisonCell, 1);

  cell->stars = wh_cursor_get_uint (cursor, 0);
  cell->value = wh_cursor_dup_text (cursor, 1);

  return cell;
}

static gpointer
read_comparison_row (WhCursor *cursor)
{
  WhComparisonRow *row = g_new0 (WhComparisonRow, 1);

  row->id = wh_cursor_get_int64 (cursor, 0);
  row->criterion = wh_cursor_dup_text (cursor, 1);
  row->measure = wh_cursor_dup_text (cursor, 2);

  return row;
}

static gpointer
read_comparison (WhCursor *cursor)
{
  WhComparison *comparison = g_new0 (WhComparison, 1);

  comparison->id = wh_cursor_get_int64 (cursor, 0);
  comparison->key = wh_cursor_dup_text (cursor, 1);
  comparison->title = wh_cursor_dup_text (cursor, 2);
  comparison->note = wh_cursor_dup_text (cursor, 3);
  comparison->source = wh_cursor_dup_text (cursor, 4);
  comparison->section = wh_cursor_dup_text (cursor, 5);
  comparison->in_guide = wh_cursor_get_uint (cursor, 6) > 0;

  return comparison;
}

static gboolean
fill_comparison (WhDatabase   *database,
                 WhComparison *comparison,
                 const char   *language,
                 GError      **error)
{
  if (!read_mentions (database, subjects_sql, comparison->id, language, &comparison->subjects, error))
    return FALSE;

  comparison->rows =
    wh_catalogue_read_list (database, rows_sql,
                            &(WhQuestion) { .id = comparison->id, .language = language },
                            read_comparison_row, (GDestroyNotify) wh_comparison_row_free, error);

  for (guint i = 0; comparison->rows != NULL && i < comparison->rows->len; i++)
    {
      WhComparisonRow *row = g_ptr_array_index (comparison->rows, i);

      row->cells = wh_catalogue_read_list (database, cells_sql,
                                           &(WhQuestion) { .id = row->id, .language = language },
                                           read_cell, (GDestroyNotify) wh_comparison_cell_free, error);
      if (row->cells == NULL)
        return FALSE;
    }

  return comparison->rows != NULL;
}

GPtrArray *
wh_store_list_comparisons (WhDatabase *database,
                           const char *language,
                           GError    **error)
{
  g_autoptr (GPtrArray) comparisons =
    wh_catalogue_read_list (database, comparisons_sql,
                            &(WhQuestion) { .language = language },
                            read_comparison, (GDestroyNotify) wh_comparison_free, error);

  for (guint i = 0; comparisons != NULL && i < comparisons->len; i++)
    {
      if (!fill_comparison (database, g_ptr_array_index (comparisons, i), language, error))
        return NULL;
    }

  return g_steal_pointer (&comparisons);
}

static gpointer
read_counterpart (WhCursor *cursor)
{
  WhCounterpart *counterpart = g_new0 (WhCounterpart, 1);

  counterpart->id = wh_cursor_get_int64 (cursor, 0);
  counterpart->key = wh_cursor_dup_text (cursor, 1);
  counterpart->domain = wh_cursor_dup_text (cursor, 2);
  counterpart->note = wh_cursor_dup_text (cursor, 3);
  counterpart->source = wh_cursor_dup_text (cursor, 4);
  counterpart->section = wh_cursor_dup_text (cursor, 5);

  return counterpart;
}

static gboolean
fill_counterpart (WhDatabase    *database,
                  WhCounterpart *counterpart,
                  const char    *language,
                  GError       **error)
{
  if (!read_mentions (database, sync_side_sql, counterpart->id, language, &counterpart->sync_side, error) ||
      !read_mentions (database, async_side_sql, counterpart->id, language, &counterpart->async_side, error))
    return FALSE;

  counterpart->examples =
    wh_catalogue_read_list (database, pairs_sql,
                            &(WhQuestion) { .key = counterpart->key, .language = language },
                            wh_catalogue_read_example, (GDestroyNotify) wh_example_free, error);

  return counterpart->examples != NULL;
}

GPtrArray *
wh_store_list_counterparts (WhDatabase *database,
                            const char *language,
                            GError    **error)
{
  g_autoptr (GPtrArray) counterparts =
    wh_catalogue_read_list (database, counterparts_sql,
                            &(WhQuestion) { .language = language },
                            read_counterpart, (GDestroyNotify) wh_counterpart_free, error);

  for (guint i = 0; counterparts != NULL && i < counterparts->len; i++)
    {
      if (!fill_counterpart (database, g_ptr_array_index (counterparts, i), language, error))
        return NULL;
    }

  return g_steal_pointer (&counterparts);
}

static gpointer
read_tier (WhCursor *cursor)
{
  WhTier *tier = g_new0 (WhTier, 1);

  tier->id = wh_cursor_get_int64 (cursor, 0);
  tier->key = wh_cursor_dup_text (cursor, 1);
  tier->title = wh_cursor_dup_text (cursor, 2);
  tier->horizon = wh_cursor_dup_text (cursor, 3);
  tier->source = wh_cursor_dup_text (cursor, 4);
  tier->section = wh_cursor_dup_text (cursor, 5);

  return tier;
}

GPtrArray *
wh_store_list_tiers (WhDatabase *database,
                     const char *language,
                     GError    **error)
{
  g_autoptr (GPtrArray) tiers =
    wh_catalogue_read_list (database, tiers_sql,
                            &(WhQuestion) { .language = language },
                            read_tier, (GDestroyNotify) wh_tier_free, error);

  for (guint i = 0; tiers != NULL && i < tiers->len; i++)
    {
      WhTier *tier = g_ptr_array_index (tiers, i);

      if (!read_mentions (database, tier_items_sql, tier->id, language, &tier->items, error))
        return NULL;
    }

  return g_steal_pointer (&tiers);
}

static gpointer
read_pick (WhCursor *cursor)
{
  WhPick *pick = g_new0 (WhPick, 1);

  pick->id = wh_cursor_get_int64 (cursor, 0);
  pick->key = wh_cursor_dup_text (cursor, 1);
  pick->situation = wh_cursor_dup_text (cursor, 2);
  pick->verdict = wh_cursor_dup_text (cursor, 3);
  pick->text = wh_cursor_dup_text (cursor, 4);
  pick->source = wh_cursor_dup_text (cursor, 5);
  pick->section = wh_cursor_dup_text (cursor, 6);

  return pick;
}

GPtrArray *
wh_store_list_picks (WhDatabase *database,
                     const char *language,
                     GError    **error)
{
  g_autoptr (GPtrArray) picks =
    wh_catalogue_read_list (database, picks_sql,
                            &(WhQuestion) { .language = language },
                            read_pick, (GDestroyNotify) wh_pick_free, error);

  for (guint i = 0; picks != NULL && i < picks->len; i++)
    {
      WhPick *pick = g_ptr_array_index (picks, i);

      if (!read_mentions (database, pick_libraries_sql, pick->id, language, &pick->libraries, error))
        return NULL;
    }

  return g_steal_pointer (&picks);
}

static gpointer
read_strategy (WhCursor *cursor)
{
  WhStrategy *strategy = g_new0 (WhStrategy, 1);

  strategy->id = wh_cursor_get_int64 (cursor, 0);
  strategy->key = wh_cursor_dup_text (cursor, 1);
  strategy->title = wh_cursor_dup_text (cursor, 2);
  strategy->connector = wh_cursor_dup_text (cursor, 3);
  strategy->topic = wh_cursor_dup_text (cursor, 4);
  strategy->source = wh_cursor_dup_text (cursor, 5);
  strategy->section = wh_cursor_dup_text (cursor, 6);

  return strategy;
}

GPtrArray *
wh_store_list_strategies (WhDatabase *database,
                          const char *language,
                          GError    **error)
{
  g_autoptr (GPtrArray) strategies =
    wh_catalogue_read_list (database, strategies_sql,
                            &(WhQuestion) { .language = language },
                            read_strategy, (GDestroyNotify) wh_strategy_free, error);

  for (guint i = 0; strategies != NULL && i < strategies->len; i++)
    {
      WhStrategy *strategy = g_ptr_array_index (strategies, i);

      if (!read_mentions (database, strategy_items_sql, strategy->id, language, &strategy->items, error))
        return NULL;
    }

  return g_steal_pointer (&strategies);
}

static gpointer
read_advice (WhCursor *cursor)
{
  WhAdvice *advice = g_new0 (WhAdvice, 1);

  advice->key = wh_cursor_dup_text (cursor, 0);
  advice->text = wh_cursor_dup_text (cursor, 1);
  advice->kind = wh_cursor_dup_text (cursor, 2);
  advice->topic = wh_cursor_dup_text (cursor, 3);
  advice->flag = wh_cursor_dup_text (cursor, 4);
  advice->flag_text = wh_cursor_dup_text (cursor, 5);
  advice->flag_checked = wh_cursor_dup_text (cursor, 6);
  advice->source = wh_cursor_dup_text (cursor, 7);
  advice->section = wh_cursor_dup_text (cursor, 8);

  return advice;
}

GPtrArray *
wh_store_list_advice (WhDatabase *database,
                      const char *language,
                      GError    **error)
{
  return wh_catalogue_read_list (database, advice_sql,
                                 &(WhQuestion) { .language = language },
                                 read_advice, (GDestroyNotify) wh_advice_free, error);
}
