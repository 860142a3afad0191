/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-catalogue-private.h"

/* How many libraries are read between two looks at the cancellable. */
#define CANCEL_INTERVAL 256

/* Every statement below yields its rows in the order of the libraries, so that one
 * walk over all of them at once puts each library together: no statement is run
 * for a single library, and nothing but the library at hand is in memory. Tables
 * with a row or more for nearly every library are walked along the index on the
 * names; those with few rows are read and sorted.
 */
#define SQL_ORDER " ORDER BY l.name COLLATE NOCASE, l.key"

typedef enum
{
  STREAM_CONTRIBUTIONS,
  STREAM_ALIASES,
  STREAM_TEXTS,
  STREAM_STATEMENTS,
  STREAM_PLACEMENTS,
  STREAM_RATINGS,
  STREAM_SOURCES,
  STREAM_PRIORITIES,
  STREAM_HORIZONS,
  STREAM_RANKS,
  STREAM_MY_RATINGS,
  STREAM_STATUSES,
  STREAM_PLANNED,
  N_STREAMS,
} StreamKind;

/* (All of it stands in the index on the names.) */
static const char library_sql[] = "SELECT l.id, l.key, l.name FROM library AS l" SQL_ORDER;

static const char *const stream_sql[N_STREAMS] = {
  /* A row for each language of the summary; what the first collection says comes first. */
  [STREAM_CONTRIBUTIONS] =
    "SELECT l.id, c.kind, c.standing, c.concurrency, c.source, t.text FROM library AS l"
    " CROSS JOIN contribution AS c ON c.library_id = l.id"
    " LEFT JOIN text AS t ON t.id = c.summary_text" SQL_ORDER ", c.collection",
  [STREAM_ALIASES] =
    "SELECT l.id, a.alias FROM alias AS a CROSS JOIN library AS l ON l.id = a.library_id" SQL_ORDER ", a.id",
  [STREAM_TEXTS] =
    "SELECT l.id, t.text FROM (SELECT library_id, requires_text AS text FROM contribution WHERE requires_text NOTNULL"
    " UNION ALL SELECT library_id, standing_reason_text FROM contribution WHERE standing_reason_text NOTNULL"
    " UNION ALL SELECT library_id, flag_text FROM statement WHERE flag_text NOTNULL) AS f"
    " CROSS JOIN text AS t ON t.id = f.text CROSS JOIN library AS l ON l.id = f.library_id" SQL_ORDER,
  [STREAM_STATEMENTS] =
    "SELECT l.id, t.text, s.source FROM library AS l"
    " CROSS JOIN statement AS s ON s.library_id = l.id"
    " CROSS JOIN text AS t ON t.id = s.text" SQL_ORDER,
  [STREAM_PLACEMENTS] =
    "SELECT l.id, p.category, p.source FROM library AS l"
    " CROSS JOIN placement AS p ON p.library_id = l.id" SQL_ORDER ", p.id",
  [STREAM_RATINGS] =
    "SELECT l.id, r.stars, r.measure = 'recommendation', r.source FROM rating AS r"
    " CROSS JOIN library AS l ON l.id = r.library_id" SQL_ORDER,
  [STREAM_SOURCES] =
    "SELECT l.id, f.source FROM (" WH_SQL_SOURCES_OF_LISTS ") AS f"
    " CROSS JOIN library AS l ON l.id = f.library_id" SQL_ORDER,
  [STREAM_PRIORITIES] =
    "SELECT l.id, s.role, s.priority, s.n FROM (SELECT id, role, priority,"
    " row_number () OVER (PARTITION BY role ORDER BY priority, id) AS n FROM priority_slot) AS s"
    " CROSS JOIN priority_item AS i ON i.slot_id = s.id"
    " CROSS JOIN library AS l ON l.id = i.library_id" SQL_ORDER ", s.id",
  [STREAM_HORIZONS] =
    "SELECT l.id, t.horizon FROM tier AS t CROSS JOIN tier_item AS i ON i.tier_id = t.id"
    " CROSS JOIN library AS l ON l.id = i.library_id" SQL_ORDER,
  [STREAM_RANKS] =
    "SELECT l.id, min (p.rank) FROM ranking_place AS p"
    " CROSS JOIN ranking_library AS i ON i.ranking_place_id = p.id"
    " CROSS JOIN library AS l ON l.id = i.library_id GROUP BY l.id" SQL_ORDER,
  [STREAM_MY_RATINGS] =
    "SELECT l.id, u.stars FROM user_rating AS u CROSS JOIN library AS l ON l.key = u.key" SQL_ORDER,
  [STREAM_STATUSES] =
    "SELECT l.id, u.status FROM user_status AS u CROSS JOIN library AS l ON l.key = u.key"
    " WHERE u.place = (SELECT max (place) FROM user_status WHERE key = u.key)" SQL_ORDER,
  [STREAM_PLANNED] =
    "SELECT l.id FROM plan_item AS u CROSS JOIN library AS l ON l.key = u.key" SQL_ORDER,
};

typedef struct
{
  WhCursor *cursor;
  gint64    id; /* of the library that the cursor stands on; 0 at the end */
} Stream;

typedef struct
{
  Stream      streams[N_STREAMS];
  GHashTable *categories; /* char * => gint64 * */
  GHashTable *sources;
  GHashTable *roles;

  /* The library at hand. */
  WhIndexRow row;
  GString   *alias_lines;
  GString   *text_lines;
  GArray    *category_ids;
  GArray    *source_ids;
  GArray    *role_priorities;
  guint      stars_sum;
  guint      n_stars;
} Walk;

static void
walk_free (Walk *walk)
{
  for (guint i = 0; i < N_STREAMS; i++)
    g_clear_pointer (&walk->streams[i].cursor, wh_cursor_release);

  g_clear_pointer (&walk->categories, g_hash_table_unref);
  g_clear_pointer (&walk->sources, g_hash_table_unref);
  g_clear_pointer (&walk->roles, g_hash_table_unref);
  g_string_free (walk->alias_lines, TRUE);
  g_string_free (walk->text_lines, TRUE);
  g_array_unref (walk->category_ids);
  g_array_unref (walk->source_ids);
  g_array_unref (walk->role_priorities);
  g_free (walk);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Walk, walk_free)

static Walk *
walk_new (void)
{
  Walk *walk = g_new0 (Walk, 1);

  walk->alias_lines = g_string_new (NULL);
  walk->text_lines = g_string_new (NULL);
  walk->category_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  walk->source_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  walk->role_priorities = g_array_new (FALSE, FALSE, sizeof (WhIndexPriority));

  return walk;
}

/* The id of every key of a table, as the lists of wh-catalogue-store.h give it. */
static GHashTable *
load_ids (WhDatabase *database,
          const char *sql,
          GError    **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (WhCursor) cursor = wh_database_prepare (database, sql, error);
  g_autoptr (GError) local_error = NULL;

  if (cursor == NULL)
    return NULL;

  while (wh_cursor_next (cursor, &local_error))
    {
      gint64 id = wh_cursor_get_int64 (cursor, 1);

      g_hash_table_replace (ids, wh_cursor_dup_text (cursor, 0), g_memdup2 (&id, sizeof id));
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&ids);
}

static gboolean
advance (Stream  *stream,
         GError **error)
{
  g_autoptr (GError) local_error = NULL;

  stream->id = wh_cursor_next (stream->cursor, &local_error) ? wh_cursor_get_int64 (stream->cursor, 0) : 0;

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
open_streams (Walk       *walk,
              WhDatabase *database,
              GError    **error)
{
  if (!(walk->categories = load_ids (database, "SELECT key, min (id) FROM category GROUP BY key", error)) ||
      !(walk->sources = load_ids (database, "SELECT key, min (id) FROM source GROUP BY key", error)) ||
      !(walk->roles = load_ids (database, "SELECT key, min (id) FROM role GROUP BY key", error)))
    return FALSE;

  for (guint i = 0; i < N_STREAMS; i++)
    {
      if (!(walk->streams[i].cursor = wh_database_prepare (database, stream_sql[i], error)) ||
          !advance (&walk->streams[i], error))
        return FALSE;
    }

  return TRUE;
}

static void
append_line (GString    *lines,
             const char *line)
{
  if (lines->len > 0)
    g_string_append_c (lines, '\n');

  g_string_append (lines, line);
}

/* Adds the id of @key once; what no collection defines is not listed anywhere. */
static void
add_id (GArray     *ids,
        GHashTable *known,
        const char *key)
{
  const gint64 *id = key != NULL ? g_hash_table_lookup (known, key) : NULL;

  if (id == NULL)
    return;

  for (guint i = 0; i < ids->len; i++)
    {
      if (g_array_index (ids, gint64, i) == *id)
        return;
    }

  g_array_append_val (ids, *id);
}

/* What is said by several collections comes from the first of them, but all texts are searched. */
static void
add_contribution (Walk     *walk,
                  WhCursor *cursor)
{
  WhIndexRow *row = &walk->row;

  if (row->kind == WH_KIND_NONE)
    {
      wh_kind_from_key (wh_cursor_get_text (cursor, 1), &row->kind);
      wh_standing_from_key (wh_cursor_get_text (cursor, 2), &row->standing);
      wh_concurrency_from_key (wh_cursor_get_text (cursor, 3), &row->concurrency);
    }

  add_id (walk->source_ids, walk->sources, wh_cursor_get_text (cursor, 4));

  if (!wh_cursor_is_null (cursor, 5))
    append_line (walk->text_lines, wh_cursor_get_text (cursor, 5));
}

static void
add_priority (Walk     *walk,
              WhCursor *cursor)
{
  const gint64   *role = g_hash_table_lookup (walk->roles, wh_cursor_get_text (cursor, 1));
  WhIndexPriority priority = { .place = wh_cursor_get_uint (cursor, 3) };

  if (role == NULL || !wh_priority_from_key (wh_cursor_get_text (cursor, 2), &priority.priority))
    return;

  priority.role = *role;
  g_array_append_val (walk->role_priorities, priority);
}

static void
take_fact (Walk      *walk,
           StreamKind kind)
{
  WhCursor *cursor = walk->streams[kind].cursor;
  WhHorizon horizon;

  switch (kind)
    {
    case STREAM_CONTRIBUTIONS:
      add_contribution (walk, cursor);
      break;

    case STREAM_ALIASES:
      append_line (walk->alias_lines, wh_cursor_get_text (cursor, 1));
      break;

    case STREAM_TEXTS:
      append_line (walk->text_lines, wh_cursor_get_text (cursor, 1));
      break;

    case STREAM_STATEMENTS:
      append_line (walk->text_lines, wh_cursor_get_text (cursor, 1));
      add_id (walk->source_ids, walk->sources, wh_cursor_get_text (cursor, 2));
      break;

    case STREAM_PLACEMENTS:
      add_id (walk->category_ids, walk->categories, wh_cursor_get_text (cursor, 1));
      add_id (walk->source_ids, walk->sources, wh_cursor_get_text (cursor, 2));
      break;

    case STREAM_RATINGS:
      if (wh_cursor_get_uint (cursor, 2) != 0)
        {
          walk->stars_sum += wh_cursor_get_uint (cursor, 1);
          walk->n_stars++;
        }
      add_id (walk->source_ids, walk->sources, wh_cursor_get_text (cursor, 3));
      break;

    case STREAM_SOURCES:
      add_id (walk->source_ids, walk->sources, wh_cursor_get_text (cursor, 1));
      break;

    case STREAM_PRIORITIES:
      add_priority (walk, cursor);
      break;

    case STREAM_HORIZONS:
      if (wh_horizon_from_key (wh_cursor_get_text (cursor, 1), &horizon))
        walk->row.horizons |= 1u << horizon;
      break;

    case STREAM_RANKS:
      walk->row.best_rank = wh_cursor_get_uint (cursor, 1);
      break;

    case STREAM_MY_RATINGS:
      walk->row.my_rating = wh_cursor_get_uint (cursor, 1);
      break;

    case STREAM_STATUSES:
      wh_status_from_key (wh_cursor_get_text (cursor, 1), &walk->row.status);
      break;

    case STREAM_PLANNED:
      walk->row.planned = TRUE;
      break;

    case N_STREAMS:
    default:
      g_assert_not_reached ();
    }
}

static void
begin_row (Walk     *walk,
           WhCursor *cursor)
{
  WhIndexRow *row = &walk->row;

  memset (row, 0, sizeof *row);
  g_string_truncate (walk->alias_lines, 0);
  g_string_truncate (walk->text_lines, 0);
  g_array_set_size (walk->category_ids, 0);
  g_array_set_size (walk->source_ids, 0);
  g_array_set_size (walk->role_priorities, 0);
  walk->stars_sum = walk->n_stars = 0;

  row->id = wh_cursor_get_int64 (cursor, 0);
  row->key = wh_cursor_get_text (cursor, 1);
  row->name = wh_cursor_get_text (cursor, 2);
}

static void
end_row (Walk *walk)
{
  WhIndexRow *row = &walk->row;

  row->gone = row->kind == WH_KIND_NONE;
  row->aliases = walk->alias_lines->str;
  row->texts = walk->text_lines->str;
  row->categories = (const gint64 *) walk->category_ids->data;
  row->n_categories = walk->category_ids->len;
  row->sources = (const gint64 *) walk->source_ids->data;
  row->n_sources = walk->source_ids->len;
  row->priorities = (const WhIndexPriority *) walk->role_priorities->data;
  row->n_priorities = walk->role_priorities->len;

  /* The mean in halves, rounded as SQLite's round() does for a single library. */
  if (walk->n_stars > 0)
    row->stars = (2 * walk->stars_sum + walk->n_stars) / (2 * walk->n_stars);
}

static gboolean
collect_facts (Walk    *walk,
               GError **error)
{
  for (guint i = 0; i < N_STREAMS; i++)
    {
      while (walk->streams[i].id == walk->row.id)
        {
          take_fact (walk, i);

          if (!advance (&walk->streams[i], error))
            return FALSE;
        }
    }

  return TRUE;
}

/**
 * wh_store_foreach_index_row:
 * @func: (scope call): called for each library
 * @cancellable: (nullable): a cancellable
 *
 * Walks over all libraries in the order of their names (without case, then by
 * key). The ids that a row names are those of wh_store_list_categories(),
 * wh_store_list_sources() and wh_store_list_roles() at the same moment: call them
 * within one wh_database_begin_read().
 *
 * Returns: %TRUE when every library was passed to @func
 */
gboolean
wh_store_foreach_index_row (WhDatabase    *database,
                            WhIndexRowFunc func,
                            gpointer       user_data,
                            GCancellable  *cancellable,
                            GError       **error)
{
  g_autoptr (Walk) walk = walk_new ();
  g_autoptr (WhCursor) cursor = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (WH_IS_DATABASE (database), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  if (!(cursor = wh_database_prepare (database, library_sql, error)) ||
      !open_streams (walk, database, error))
    return FALSE;

  for (guint n = 0; wh_cursor_next (cursor, &local_error); n++)
    {
      if (n % CANCEL_INTERVAL == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      begin_row (walk, cursor);

      if (!collect_facts (walk, error))
        return FALSE;

      end_row (walk);
      func (&walk->row, user_data);
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
