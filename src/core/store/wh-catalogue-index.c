/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-catalogue-private.h"

/* How many libraries are read between two looks at the cancellable. */
#define CANCEL_INTERVAL 256

/* Every statement below yields its rows in the order of the libraries' ids, so that
 * one walk over all of them at once puts each library together: no statement is run
 * for a single library, and nothing but the library at hand is in memory. What hangs
 * on libraries is clustered by their ids, so the large tables are read from their
 * first page to their last; those with few rows are sorted.
 */

/* Texts came in about the same order, so the next one wanted is mostly the next one
 * there is; it is sought when it is not among so many.
 */
#define MAX_TEXTS_SKIPPED 8

typedef enum
{
  STREAM_CONTRIBUTIONS,
  STREAM_ALIASES,
  STREAM_IMPORTS,
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

static const char texts_sql[] = "SELECT id, text FROM text WHERE id >= ?1 ORDER BY id, language";
static const char library_sql[] = "SELECT id, key, name FROM library ORDER BY id";

static const char *const stream_sql[N_STREAMS] = {
  /* What the first collection says comes first. */
  [STREAM_CONTRIBUTIONS] =
    "SELECT library_id, kind, standing, concurrency, source, summary_text, requires_text, standing_reason_text"
    " FROM contribution ORDER BY library_id, collection",
  [STREAM_ALIASES] =
    "SELECT library_id, alias FROM alias ORDER BY library_id, id",
  [STREAM_IMPORTS] =
    "SELECT library_id, module FROM import_name ORDER BY library_id, id",
  [STREAM_STATEMENTS] =
    "SELECT library_id, source, text, flag_text FROM statement ORDER BY library_id, id",
  [STREAM_PLACEMENTS] =
    "SELECT library_id, category, source FROM placement ORDER BY library_id, id",
  [STREAM_RATINGS] =
    "SELECT library_id, stars, measure = 'recommendation', source FROM rating ORDER BY library_id",
  [STREAM_SOURCES] =
    "SELECT library_id, source FROM (" WH_SQL_SOURCES_OF_LISTS ") ORDER BY library_id",
  [STREAM_PRIORITIES] =
    "SELECT i.library_id, s.role, s.priority, s.n FROM (SELECT id, role, priority,"
    " row_number () OVER (PARTITION BY role ORDER BY priority, id) AS n FROM priority_slot) AS s"
    " CROSS JOIN priority_item AS i ON i.slot_id = s.id ORDER BY i.library_id, s.id",
  [STREAM_HORIZONS] =
    "SELECT i.library_id, t.horizon FROM tier AS t CROSS JOIN tier_item AS i ON i.tier_id = t.id"
    " WHERE i.library_id NOTNULL ORDER BY i.library_id",
  [STREAM_RANKS] =
    "SELECT i.library_id, min (p.rank) FROM ranking_place AS p"
    " CROSS JOIN ranking_library AS i ON i.ranking_place_id = p.id GROUP BY i.library_id ORDER BY i.library_id",
  [STREAM_MY_RATINGS] =
    "SELECT l.id, u.stars FROM user_rating AS u CROSS JOIN library AS l ON l.key = u.key ORDER BY l.id",
  [STREAM_STATUSES] =
    "SELECT l.id, u.status FROM user_status AS u CROSS JOIN library AS l ON l.key = u.key"
    " WHERE u.place = (SELECT max (place) FROM user_status WHERE key = u.key) ORDER BY l.id",
  [STREAM_PLANNED] =
    "SELECT l.id FROM plan_item AS u CROSS JOIN library AS l ON l.key = u.key ORDER BY l.id",
};

typedef struct
{
  WhCursor *cursor;
  gint64    id; /* of the library (or text) that the cursor stands on; 0 at the end */
} Stream;

typedef struct
{
  Stream      streams[N_STREAMS];
  Stream      texts;
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

  g_clear_pointer (&walk->texts.cursor, wh_cursor_release);
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
      !(walk->roles = load_ids (database, "SELECT key, min (id) FROM role GROUP BY key", error)) ||
      !(walk->texts.cursor = wh_database_prepare (database, texts_sql, error)))
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

static gboolean
go_to_text (Stream  *texts,
            gint64   id,
            GError **error)
{
  for (guint i = 0; i < MAX_TEXTS_SKIPPED && texts->id != 0 && texts->id < id; i++)
    {
      if (!advance (texts, error))
        return FALSE;
    }

  if (texts->id == id)
    return TRUE;

  wh_cursor_rewind (texts->cursor);
  wh_cursor_bind_int64 (texts->cursor, 1, id);
  return advance (texts, error);
}

/* Adds the text that a column refers to, if it does, in all its languages. */
static gboolean
add_texts (Walk     *walk,
           WhCursor *cursor,
           int       column,
           GError  **error)
{
  gint64 id = wh_cursor_get_int64 (cursor, column);

  if (id == 0)
    return TRUE;

  if (!go_to_text (&walk->texts, id, error))
    return FALSE;

  while (walk->texts.id == id)
    {
      append_line (walk->text_lines, wh_cursor_get_text (walk->texts.cursor, 1));

      if (!advance (&walk->texts, error))
        return FALSE;
    }

  return TRUE;
}

/* What is said by several collections comes from the first of them, but all texts are searched. */
static gboolean
add_contribution (Walk     *walk,
                  WhCursor *cursor,
                  GError  **error)
{
  WhIndexRow *row = &walk->row;

  if (row->kind == WH_KIND_NONE)
    {
      wh_kind_from_key (wh_cursor_get_text (cursor, 1), &row->kind);
      wh_standing_from_key (wh_cursor_get_text (cursor, 2), &row->standing);
      wh_concurrency_from_key (wh_cursor_get_text (cursor, 3), &row->concurrency);
    }

  add_id (walk->source_ids, walk->sources, wh_cursor_get_text (cursor, 4));

  return add_texts (walk, cursor, 5, error) &&
         add_texts (walk, cursor, 6, error) &&
         add_texts (walk, cursor, 7, error);
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

static gboolean
take_fact (Walk      *walk,
           StreamKind kind,
           GError   **error)
{
  WhCursor *cursor = walk->streams[kind].cursor;
  WhHorizon horizon;

  switch (kind)
    {
    case STREAM_CONTRIBUTIONS:
      return add_contribution (walk, cursor, error);

    case STREAM_ALIASES:
    case STREAM_IMPORTS:
      append_line (walk->alias_lines, wh_cursor_get_text (cursor, 1));
      break;

    case STREAM_STATEMENTS:
      add_id (walk->source_ids, walk->sources, wh_cursor_get_text (cursor, 1));
      return add_texts (walk, cursor, 2, error) && add_texts (walk, cursor, 3, error);

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

  return TRUE;
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
          if (!take_fact (walk, i, error) || !advance (&walk->streams[i], error))
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
 * Walks over all libraries in the order of their ids, which is no order that a
 * reader would know. The ids that a row names are those of wh_store_list_categories(),
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
