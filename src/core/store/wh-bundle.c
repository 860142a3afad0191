/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-bundle.h"
#include "wh-catalogue-store.h"
#include "wh-database-private.h"
#include "wh-schema.h"
#include "wh-user-record.h"

/* Names in the statements that are put together here are those of our own schema,
 * which every opened database is known to have.
 */
static gboolean
run_printf (WhDatabase *database,
            GError    **error,
            const char *format,
            ...) G_GNUC_PRINTF (3, 4);

static gboolean
run_printf (WhDatabase *database,
            GError    **error,
            const char *format,
            ...)
{
  g_autofree char *sql = NULL;
  va_list          args;

  va_start (args, format);
  sql = g_strdup_vprintf (format, args);
  va_end (args);

  return wh_database_exec (database, sql, error);
}

/* Immutable: an installed catalogue is replaced as a file, never written. */
static gboolean
attach_bundle (WhDatabase *database,
               const char *bundle_path,
               GError    **error)
{
  g_autofree char *path = g_canonicalize_filename (bundle_path, NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, error);
  g_autofree char *name = NULL;
  g_autoptr (WhCursor) cursor = NULL;

  if (uri == NULL || !(cursor = wh_database_prepare (database, "ATTACH ?1 AS bundle", error)))
    return FALSE;

  name = g_strconcat (uri, "?immutable=1", NULL);
  wh_cursor_bind_text (cursor, 1, name);

  return wh_cursor_run (cursor, error);
}

/* The tables from the last to the first: what refers goes before what it refers to.
 * The collection itself stays, and is brought up to date.
 */
static gboolean
delete_old (WhDatabase *database,
            GPtrArray  *tables,
            GError    **error)
{
  for (guint i = tables->len - 1; i > 0; i--)
    {
      const WhSchemaTable *table = g_ptr_array_index (tables, i);

      if (!run_printf (database, error, "DELETE FROM main.\"%s\" WHERE collection = %d", table->name, WH_SCHEMA_BUNDLE))
        return FALSE;
    }

  return TRUE;
}

static gboolean
copy_collection_and_libraries (WhDatabase *database,
                               GError    **error)
{
  return run_printf (database, error,
                     "INSERT INTO main.collection SELECT * FROM bundle.collection WHERE id = %d"
                     " ON CONFLICT (id) DO UPDATE SET key = excluded.key, revision = excluded.revision;"
                     "INSERT INTO main.library (key, name) SELECT key, name FROM bundle.library WHERE TRUE ORDER BY id"
                     " ON CONFLICT (key) DO UPDATE SET name = excluded.name;",
                     WH_SCHEMA_BUNDLE);
}

/* A library is the same in two databases by its key; its number may differ. */
static char *
make_copy_statement (const WhSchemaTable *table)
{
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);

  for (guint i = 0; i < table->columns->len; i++)
    {
      const char *column = g_ptr_array_index (table->columns, i);
      const char *separator = i > 0 ? ", " : "";

      g_string_append_printf (columns, "%s\"%s\"", separator, column);

      if (g_ptr_array_find_with_equal_func (table->library_columns, column, g_str_equal, NULL))
        g_string_append_printf (values,
                                "%s(SELECT m.id FROM bundle.library AS b JOIN main.library AS m ON m.key = b.key"
                                " WHERE b.id = t.\"%s\")",
                                separator, column);
      else
        g_string_append_printf (values, "%st.\"%s\"", separator, column);
    }

  return g_strdup_printf ("INSERT INTO main.\"%s\" (%s) SELECT %s FROM bundle.\"%s\" AS t WHERE t.collection = %d",
                          table->name, columns->str, values->str, table->name, WH_SCHEMA_BUNDLE);
}

static gboolean
copy_new (WhDatabase *database,
          GPtrArray  *tables,
          GError    **error)
{
  if (!copy_collection_and_libraries (database, error))
    return FALSE;

  for (guint i = 1; i < tables->len; i++)
    {
      g_autofree char *sql = make_copy_statement (g_ptr_array_index (tables, i));

      if (!wh_database_exec (database, sql, error))
        return FALSE;
    }

  return TRUE;
}

/* What stands alone moves as it is, with its times; what meets something on the new
 * key stays behind for the merging.
 */
static gboolean
move_rows (WhDatabase         *database,
           const WhUserRecord *old,
           const WhUserRecord *merged,
           gboolean            with_history,
           GError            **error)
{
  static const char *const statements[] = {
    "UPDATE OR IGNORE user_rating SET key = ?2 WHERE key = ?1",
    "UPDATE OR IGNORE user_note SET key = ?2 WHERE key = ?1",
    "UPDATE OR IGNORE plan_item SET key = ?2 WHERE key = ?1",
    "UPDATE user_status SET key = ?2 WHERE key = ?1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements) - (with_history ? 0 : 1); i++)
    {
      g_autoptr (WhCursor) cursor = wh_database_prepare (database, statements[i], error);

      if (cursor == NULL)
        return FALSE;

      wh_cursor_bind_text (cursor, 1, old->key);
      wh_cursor_bind_text (cursor, 2, merged->key);

      if (!wh_cursor_run (cursor, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
move_record (WhDatabase         *database,
             const WhUserRecord *old,
             const char         *key,
             GError            **error)
{
  g_autoptr (WhUserRecord) merged = wh_store_load_user_record (database, key, error);
  g_autoptr (WhUserRecord) nothing = wh_user_record_new (old->key);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  gboolean alone;

  if (merged == NULL)
    return FALSE;

  alone = merged->history->len == 0;
  wh_user_record_merge (merged, old);
  g_ptr_array_add (records, nothing);
  g_ptr_array_add (records, merged);

  return move_rows (database, old, merged, alone, error) && wh_store_save_user_records (database, records, error);
}

static gboolean
follow_renames (WhDatabase *database,
                GError    **error)
{
  g_autoptr (GPtrArray) records = wh_store_list_user_records (database, error);

  if (records == NULL)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      const WhUserRecord *record = g_ptr_array_index (records, i);
      g_autofree char    *key = wh_store_dup_current_key (database, record->key, error);

      if (key == NULL || (!g_str_equal (key, record->key) && !move_record (database, record, key, error)))
        return FALSE;
    }

  return TRUE;
}

/* A library goes when nothing in the catalogue names it and the user has nothing on
 * it. One that the user has something on stays, without a contribution, so that it
 * can be shown by its name.
 */
static gboolean
delete_unwanted_libraries (WhDatabase *database,
                           GPtrArray  *tables,
                           GError    **error)
{
  g_autoptr (GString) sql = g_string_new ("DELETE FROM main.library WHERE"
                                          " key NOT IN (SELECT key FROM user_rating)"
                                          " AND key NOT IN (SELECT key FROM user_note)"
                                          " AND key NOT IN (SELECT key FROM user_status)"
                                          " AND key NOT IN (SELECT key FROM plan_item)");

  for (guint i = 0; i < tables->len; i++)
    {
      const WhSchemaTable *table = g_ptr_array_index (tables, i);

      for (guint j = 0; j < table->library_columns->len; j++)
        {
          const char *column = g_ptr_array_index (table->library_columns, j);

          g_string_append_printf (sql, " AND id NOT IN (SELECT \"%s\" FROM main.\"%s\" WHERE \"%s\" IS NOT NULL)",
                                  column, table->name, column);
        }
    }

  return wh_database_exec (database, sql->str, error);
}

static gboolean
replace_contents (WhDatabase *database,
                  GError    **error)
{
  g_autoptr (GPtrArray) tables = wh_schema_list_tables (wh_database_get_handle (database));

  if (tables == NULL)
    return wh_database_take_error (database, error);

  return delete_old (database, tables, error) &&
         copy_new (database, tables, error) &&
         follow_renames (database, error) &&
         delete_unwanted_libraries (database, tables, error);
}

/**
 * wh_bundle_follow_renames:
 *
 * Lets the user's data follow the things they are about to their new names, in one
 * transaction.
 */
gboolean
wh_bundle_follow_renames (WhDatabase *database,
                          GError    **error)
{
  g_return_val_if_fail (WH_IS_DATABASE (database), FALSE);

  if (!wh_database_begin (database, error))
    return FALSE;

  if (follow_renames (database, error))
    return wh_database_commit (database, error);

  wh_database_rollback (database);
  return FALSE;
}

/* Under the lock it is looked at again: another instance may have been first. */
static gboolean
replace_in_transaction (WhDatabase *database,
                        GError    **error)
{
  gint64 same = 0;

  if (!wh_database_begin (database, error))
    return FALSE;

  if (wh_database_count (database,
                         "SELECT count(*) FROM main.collection AS m JOIN bundle.collection AS b"
                         " ON b.id = m.id AND b.revision = m.revision WHERE m.id = 1",
                         &same, error) &&
      (same > 0 || replace_contents (database, error)))
    return wh_database_commit (database, error);

  wh_database_rollback (database);
  return FALSE;
}

/**
 * wh_bundle_replace:
 * @bundle_path: a compiled catalogue that has been opened and found sound
 *
 * Replaces everything that the bundle owns in @database by what is in the file, in
 * one transaction. Nothing of the user's is touched, except that it follows keys
 * that were renamed.
 */
gboolean
wh_bundle_replace (WhDatabase *database,
                   const char *bundle_path,
                   GError    **error)
{
  gboolean replaced;

  g_return_val_if_fail (WH_IS_DATABASE (database), FALSE);
  g_return_val_if_fail (bundle_path != NULL, FALSE);

  if (!attach_bundle (database, bundle_path, error))
    return FALSE;

  replaced = replace_in_transaction (database, error);
  wh_database_forget_statements (database);
  sqlite3_exec (wh_database_get_handle (database), "DETACH bundle", NULL, NULL, NULL);

  return replaced;
}
