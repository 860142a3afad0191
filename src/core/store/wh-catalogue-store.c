/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "wh-catalogue-private.h"

/* A renamed key may have been renamed again, but hardly this often. */
#define MAX_RENAMES 16

/* Prepares @sql and binds @question to as many parameters as it has. */
WhCursor *
wh_catalogue_ask (WhDatabase       *database,
                  const char       *sql,
                  const WhQuestion *question,
                  GError          **error)
{
  g_autoptr (WhCursor) cursor = wh_database_prepare (database, sql, error);
  int n_parameters;

  if (cursor == NULL)
    return NULL;

  n_parameters = sqlite3_bind_parameter_count (cursor);

  if (n_parameters >= 1 && question->key != NULL)
    wh_cursor_bind_text (cursor, 1, question->key);
  else if (n_parameters >= 1)
    wh_cursor_bind_int64 (cursor, 1, question->id);

  if (n_parameters >= 2)
    wh_cursor_bind_text (cursor, 2, question->language);

  return g_steal_pointer (&cursor);
}

/* Reads every row that @sql yields into a record. */
GPtrArray *
wh_catalogue_read_list (WhDatabase       *database,
                        const char       *sql,
                        const WhQuestion *question,
                        WhReadFunc        read,
                        GDestroyNotify    free_func,
                        GError          **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_func);
  g_autoptr (WhCursor) cursor = wh_catalogue_ask (database, sql, question, error);
  g_autoptr (GError) local_error = NULL;

  if (cursor == NULL)
    return NULL;

  while (wh_cursor_next (cursor, &local_error))
    g_ptr_array_add (list, read (cursor));

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&list);
}

/* Reads the first column of every row that @sql yields. */
GStrv
wh_catalogue_read_strings (WhDatabase       *database,
                           const char       *sql,
                           const WhQuestion *question,
                           GError          **error)
{
  g_autoptr (GStrvBuilder) strings = g_strv_builder_new ();
  g_autoptr (WhCursor) cursor = wh_catalogue_ask (database, sql, question, error);
  g_autoptr (GError) local_error = NULL;

  if (cursor == NULL)
    return NULL;

  while (wh_cursor_next (cursor, &local_error))
    g_strv_builder_take (strings, wh_cursor_dup_text (cursor, 0));

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_strv_builder_end (strings);
}

/* The lines of a column; none when it is NULL. */
GStrv
wh_catalogue_dup_lines (WhCursor *cursor,
                        int       column)
{
  const char *text = wh_cursor_get_text (cursor, column);

  return g_strsplit (text != NULL ? text : "", "\n", -1);
}

/* Reads WH_SQL_LIBRARIES of the key, at @column, and of the name, right after it. A
 * line feed in one of them, which only a file from elsewhere has, would bring the
 * two out of step: such libraries go by their keys.
 */
void
wh_catalogue_read_libraries (WhCursor *cursor,
                             int       column,
                             GStrv    *keys,
                             GStrv    *names)
{
  *keys = wh_catalogue_dup_lines (cursor, column);
  *names = wh_catalogue_dup_lines (cursor, column + 1);

  if (g_strv_length (*keys) == g_strv_length (*names))
    return;

  g_strfreev (*names);
  *names = g_strdupv (*keys);
}

/* Reads a row of WH_SQL_EXAMPLE. */
gpointer
wh_catalogue_read_example (WhCursor *cursor)
{
  WhExample *example = g_new0 (WhExample, 1);

  example->title = wh_cursor_dup_text (cursor, 0);
  example->language = wh_cursor_dup_text (cursor, 1);
  example->code = wh_cursor_dup_text (cursor, 2);
  example->side = wh_cursor_dup_text (cursor, 3);
  example->counterpart = wh_cursor_dup_text (cursor, 4);
  example->library = wh_cursor_dup_text (cursor, 5);
  example->library_name = wh_cursor_dup_text (cursor, 6);
  example->source = wh_cursor_dup_text (cursor, 7);
  example->section = wh_cursor_dup_text (cursor, 8);

  return example;
}

static WhKind
get_kind (WhCursor *cursor,
          int       column)
{
  WhKind kind = WH_KIND_NONE;

  wh_kind_from_key (wh_cursor_get_text (cursor, column), &kind);
  return kind;
}

static gpointer
read_library (WhCursor *cursor)
{
  WhLibraryRecord *record = g_new0 (WhLibraryRecord, 1);
  g_autofree char *parent_name = wh_cursor_dup_text (cursor, 9);
  g_autofree char *own_name = wh_cursor_dup_text (cursor, 8);

  record->id = wh_cursor_get_int64 (cursor, 0);
  record->key = wh_cursor_dup_text (cursor, 1);
  record->name = wh_cursor_dup_text (cursor, 2);
  record->gone = wh_cursor_is_null (cursor, 3);
  record->kind = get_kind (cursor, 3);
  wh_standing_from_key (wh_cursor_get_text (cursor, 4), &record->standing);
  wh_concurrency_from_key (wh_cursor_get_text (cursor, 5), &record->concurrency);
  record->summary = g_strdup (wh_cursor_is_null (cursor, 6) ? "" : wh_cursor_get_text (cursor, 6));
  record->category = wh_cursor_dup_text (cursor, 7);
  record->stars = MIN (wh_cursor_get_uint (cursor, 10), WH_STARS_MAX);
  record->my_rating = MIN (wh_cursor_get_uint (cursor, 11), WH_STARS_MAX);
  wh_status_from_key (wh_cursor_get_text (cursor, 12), &record->status);
  record->planned = wh_cursor_get_uint (cursor, 13) != 0;

  if (own_name != NULL && parent_name != NULL)
    record->category_name = g_strconcat (parent_name, " › ", own_name, NULL);
  else
    record->category_name = g_steal_pointer (&own_name);

  return record;
}

/* What is said of a library by several collections comes from the first of them. */
/* clang-format off */
static const char library_sql[] =
  "SELECT l.id, l.key, l.name, c.kind, c.standing, c.concurrency,"
  " " WH_SQL_TEXT ("c.summary_text") ","
  " p.category, " WH_SQL_NAME ("category", "p.category") ","
  " (SELECT " WH_SQL_TEXT ("u.name_text") " FROM category AS k JOIN category AS u ON u.key = k.parent"
  "  WHERE k.key = p.category ORDER BY k.collection, u.collection LIMIT 1),"
  " (SELECT CAST (round (avg (r.stars)) AS INTEGER) FROM rating AS r"
  "  WHERE r.library_id = l.id AND r.measure = 'recommendation'),"
  " (SELECT stars FROM user_rating WHERE key = l.key),"
  " (SELECT status FROM user_status WHERE key = l.key ORDER BY place DESC LIMIT 1),"
  " EXISTS (SELECT 1 FROM plan_item WHERE key = l.key)"
  " FROM library AS l"
  " LEFT JOIN contribution AS c ON c.library_id = l.id AND c.collection ="
  "  (SELECT min (collection) FROM contribution WHERE library_id = l.id)"
  " LEFT JOIN placement AS p ON p.library_id = l.id AND p.id ="
  "  (SELECT min (id) FROM placement WHERE library_id = l.id)"
  " WHERE l.id = ?1";
/* clang-format on */

/**
 * wh_store_load_library:
 * @id: the id of a library
 * @language: the language of its texts
 *
 * Reads what a row shows of a library; a few microseconds.
 *
 * Returns: (transfer full): the library, or %NULL with %WH_STORE_ERROR_NOT_FOUND
 */
WhLibraryRecord *
wh_store_load_library (WhDatabase *database,
                       gint64      id,
                       const char *language,
                       GError    **error)
{
  g_autoptr (WhCursor) cursor = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  if (!(cursor = wh_catalogue_ask (database, library_sql,
                                   &(WhQuestion) { .id = id, .language = language }, error)))
    return NULL;

  if (wh_cursor_next (cursor, &local_error))
    return read_library (cursor);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error_literal (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND,
                         _ ("The library is no longer in the catalogue"));

  return NULL;
}

/* Reads one text; %NULL without an error when there is no such row. */
static char *
read_string (WhDatabase       *database,
             const char       *sql,
             const WhQuestion *question,
             GError          **error)
{
  g_auto (GStrv) strings = wh_catalogue_read_strings (database, sql, question, error);

  return strings != NULL ? g_strdup (strings[0]) : NULL;
}

/**
 * wh_store_dup_current_key:
 * @key: a key of a library or topic, as it is or as it once was
 *
 * Follows renamed keys. A key that a library or topic has again is its own, whatever
 * it once was; one that is only kept because the user has something on it is not.
 *
 * Returns: (transfer full): what @key is called today, @key itself when it was not
 *   renamed, or %NULL with @error set
 */
char *
wh_store_dup_current_key (WhDatabase *database,
                          const char *key,
                          GError    **error)
{
  g_autofree char *current = g_strdup (key);

  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  for (guint i = 0; i < MAX_RENAMES; i++)
    {
      g_autoptr (GError) local_error = NULL;
      char *next = read_string (database,
                                "SELECT new_key FROM renamed_key WHERE old_key = ?1"
                                " AND NOT EXISTS (SELECT 1 FROM library l JOIN contribution c ON c.library_id = l.id"
                                " WHERE l.key = ?1)"
                                " AND NOT EXISTS (SELECT 1 FROM guide_node WHERE key = ?1)"
                                " ORDER BY collection LIMIT 1",
                                &(WhQuestion) { .key = current }, &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }

      if (next == NULL)
        break;

      g_free (current);
      current = next;
    }

  return g_steal_pointer (&current);
}

/**
 * wh_store_find_library:
 * @key: a key, as it is or as it once was
 *
 * Returns: the id of the library, or 0 with %WH_STORE_ERROR_NOT_FOUND
 */
gint64
wh_store_find_library (WhDatabase *database,
                       const char *key,
                       GError    **error)
{
  g_autofree char *current = wh_store_dup_current_key (database, key, error);
  g_autoptr (WhCursor) cursor = NULL;
  g_autoptr (GError) local_error = NULL;

  if (current == NULL ||
      !(cursor = wh_catalogue_ask (database, "SELECT id FROM library WHERE key = ?1",
                                   &(WhQuestion) { .key = current }, error)))
    return 0;

  if (wh_cursor_next (cursor, &local_error))
    return wh_cursor_get_int64 (cursor, 0);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND,
                 _ ("There is no library “%s”"), key);

  return 0;
}
