/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "wh-catalogue-private.h"
#include "wh-database-private.h"
#include "wh-recovery.h"
#include "wh-schema.h"

/* One of the user's tables. */
typedef struct
{
  char *name;
  GStrv columns;
  GStrv keys; /* the columns of the primary key, in its order */
} UserTable;

typedef struct
{
  sqlite3    *damaged;
  WhDatabase *database;
  GStrv       known_keys; /* of everything that the catalogue knows */
  gboolean    complete;
} Rescue;

static void
rescue_clear (Rescue *self)
{
  g_clear_pointer (&self->damaged, sqlite3_close);
  g_clear_pointer (&self->known_keys, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rescue, rescue_clear)

static void
user_table_free (UserTable *self)
{
  g_free (self->name);
  g_strfreev (self->columns);
  g_strfreev (self->keys);
  g_free (self);
}

static GStrv
list_strings (WhDatabase *database,
              const char *sql,
              const char *parameter,
              GError    **error)
{
  return wh_catalogue_read_strings (database, sql, &(WhQuestion) { .key = parameter }, error);
}

static UserTable *
describe_table (WhDatabase *database,
                const char *name,
                GError    **error)
{
  g_auto (GStrv) columns = list_strings (database, "SELECT name FROM pragma_table_info (?1) ORDER BY cid", name, error);
  g_auto (GStrv) keys = list_strings (database, "SELECT name FROM pragma_table_info (?1) WHERE pk > 0 ORDER BY pk", name, error);
  UserTable *table;

  if (columns == NULL || keys == NULL)
    return NULL;

  table = g_new0 (UserTable, 1);
  table->name = g_strdup (name);
  table->columns = g_steal_pointer (&columns);
  table->keys = g_steal_pointer (&keys);

  return table;
}

/* The user's tables are those that belong to no collection. Whoever adds one need
 * not think of this file.
 */
static GPtrArray *
list_user_tables (WhDatabase *database,
                  GError    **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) user_table_free);
  g_auto (GStrv) names =
    list_strings (database,
                  "SELECT name FROM sqlite_schema AS s WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
                  " AND name NOT IN ('collection', 'library') AND NOT EXISTS"
                  " (SELECT 1 FROM pragma_foreign_key_list (s.name) WHERE \"table\" = 'collection') ORDER BY s.rowid",
                  NULL, error);

  if (names == NULL)
    return NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      UserTable *table = describe_table (database, names[i], error);

      if (table == NULL)
        return NULL;

      g_ptr_array_add (tables, table);
    }

  return g_steal_pointer (&tables);
}

/* Whether the rows of a table are about libraries and topics. */
static gboolean
is_by_key (const UserTable *table)
{
  return g_strv_contains ((const char *const *) table->columns, "key");
}

static char *
join_columns (GStrv       columns,
              const char *suffix)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; columns[i] != NULL; i++)
    g_string_append_printf (text, "%s\"%s\"%s", i > 0 ? ", " : "", columns[i], suffix);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static WhCursor *
prepare_insert (WhDatabase      *database,
                const UserTable *table,
                GError         **error)
{
  g_autoptr (GString) parameters = g_string_new (NULL);
  g_autofree char *columns = join_columns (table->columns, "");
  g_autofree char *sql = NULL;

  for (guint i = 0; table->columns[i] != NULL; i++)
    g_string_append_printf (parameters, "%s?%u", i > 0 ? ", " : "", i + 1);

  sql = g_strdup_printf ("INSERT OR REPLACE INTO \"%s\" (%s) VALUES (%s)", table->name, columns, parameters->str);

  return wh_database_prepare (database, sql, error);
}

/* Copies rows as far as they can be read. A row that the new database refuses was
 * damaged itself, unless there is no space for it.
 */
static gboolean
copy_rows (Rescue       *rescue,
           sqlite3_stmt *rows,
           WhCursor     *insert,
           GError      **error)
{
  int rc;

  while ((rc = sqlite3_step (rows)) == SQLITE_ROW)
    {
      g_autoptr (GError) local_error = NULL;

      for (int i = 0; i < sqlite3_column_count (rows); i++)
        sqlite3_bind_value (insert, i + 1, sqlite3_column_value (rows, i));

      if (wh_cursor_run (insert, &local_error))
        continue;

      if (g_error_matches (local_error, WH_STORE_ERROR, WH_STORE_ERROR_FULL))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }

      rescue->complete = FALSE;
    }

  if (rc != SQLITE_DONE)
    rescue->complete = FALSE;

  sqlite3_reset (rows);
  return TRUE;
}

static gboolean
copy_selection (Rescue          *rescue,
                const UserTable *table,
                const char      *selection,
                WhCursor        *insert,
                GError         **error)
{
  g_autofree char *columns = join_columns (table->columns, "");
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM \"%s\" %s", columns, table->name, selection);
  g_autoptr (sqlite3_stmt) rows = NULL;

  if (sqlite3_prepare_v2 (rescue->damaged, sql, -1, &rows, NULL) != SQLITE_OK)
    {
      rescue->complete = FALSE;
      return TRUE;
    }

  return copy_rows (rescue, rows, insert, error);
}

/* Between two damaged pages no scan arrives; but there may be rows of which the
 * catalogue knows the key.
 */
static gboolean
copy_known (Rescue          *rescue,
            const UserTable *table,
            WhCursor        *insert,
            GError         **error)
{
  g_autofree char *columns = join_columns (table->columns, "");
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM \"%s\" WHERE key = ?1", columns, table->name);
  g_autoptr (sqlite3_stmt) rows = NULL;

  if (sqlite3_prepare_v2 (rescue->damaged, sql, -1, &rows, NULL) != SQLITE_OK)
    return TRUE;

  for (guint i = 0; rescue->known_keys[i] != NULL; i++)
    {
      sqlite3_bind_text (rows, 1, rescue->known_keys[i], -1, SQLITE_STATIC);

      if (!copy_rows (rescue, rows, insert, error))
        return FALSE;
    }

  return TRUE;
}

/* From the front up to the damage, from the back down to it, and what lies between. */
static gboolean
copy_table (Rescue          *rescue,
            const UserTable *table,
            GError         **error)
{
  g_autofree char *keys = join_columns (table->keys, "");
  g_autofree char *descending = join_columns (table->keys, " DESC");
  g_autofree char *forwards = g_strconcat ("ORDER BY ", keys, NULL);
  g_autofree char *backwards = g_strconcat ("ORDER BY ", descending, NULL);
  gboolean         was_complete = rescue->complete;
  g_autoptr (WhCursor) insert = NULL;

  /* A table that is not as ours are is not asked: it might be anything. */
  if (!wh_schema_has_table (rescue->damaged, table->name))
    {
      rescue->complete = FALSE;
      return TRUE;
    }

  if (!(insert = prepare_insert (rescue->database, table, error)))
    return FALSE;

  rescue->complete = TRUE;

  if (!copy_selection (rescue, table, forwards, insert, error))
    return FALSE;

  if (rescue->complete)
    {
      rescue->complete = was_complete;
      return TRUE;
    }

  return copy_selection (rescue, table, backwards, insert, error) &&
         (!is_by_key (table) ||
          copy_known (rescue, table, insert, error));
}

/* What the user has something on keeps its name, even when the catalogue knows it no
 * more.
 */
static gboolean
copy_names (Rescue    *rescue,
            GPtrArray *tables,
            GError   **error)
{
  g_autoptr (WhCursor) insert = wh_database_prepare (rescue->database, "INSERT OR IGNORE INTO library (key, name) VALUES (?1, ?2)", error);
  g_autoptr (sqlite3_stmt) names = NULL;

  if (insert == NULL)
    return FALSE;

  if (!wh_schema_has_table (rescue->damaged, "library") ||
      sqlite3_prepare_v2 (rescue->damaged, "SELECT key, name FROM library WHERE key = ?1", -1, &names, NULL) != SQLITE_OK)
    return TRUE;

  for (guint i = 0; i < tables->len; i++)
    {
      const UserTable *table = g_ptr_array_index (tables, i);
      g_autofree char *sql = g_strdup_printf ("SELECT DISTINCT key FROM \"%s\"", table->name);
      g_auto (GStrv) keys = NULL;

      if (!is_by_key (table))
        continue;

      if (!(keys = list_strings (rescue->database, sql, NULL, error)))
        return FALSE;

      for (guint j = 0; keys[j] != NULL; j++)
        {
          sqlite3_bind_text (names, 1, keys[j], -1, SQLITE_STATIC);

          if (!copy_rows (rescue, names, insert, error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
count_rows (Rescue     *rescue,
            GPtrArray  *tables,
            WhRecovery *recovery,
            GError    **error)
{
  for (guint i = 0; i < tables->len; i++)
    {
      const UserTable *table = g_ptr_array_index (tables, i);
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM \"%s\"", table->name);
      gint64           n = 0;

      if (!is_by_key (table))
        continue;

      if (!wh_database_count (rescue->database, sql, &n, error))
        return FALSE;

      recovery->n_rows += n;
    }

  return TRUE;
}

/* Of a damaged file only what it holds is wanted: it is read with as many checks
 * off as it takes to read on, and nothing in it can run (wh_schema_has_table()).
 */
static gboolean
open_damaged (Rescue     *rescue,
              const char *path)
{
  if (sqlite3_open_v2 (path, &rescue->damaged, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    return FALSE;

  sqlite3_limit (rescue->damaged, SQLITE_LIMIT_LENGTH, WH_LENGTH_MAX);
  sqlite3_db_config (rescue->damaged, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (rescue->damaged, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (rescue->damaged, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_exec (rescue->damaged, "PRAGMA writable_schema = ON", NULL, NULL, NULL);

  return TRUE;
}

static gboolean
rescue_tables (Rescue     *rescue,
               WhRecovery *recovery,
               GError    **error)
{
  g_autoptr (GPtrArray) tables = list_user_tables (rescue->database, error);

  if (tables == NULL ||
      !(rescue->known_keys = list_strings (rescue->database, "SELECT key FROM library UNION SELECT key FROM guide_node", NULL, error)))
    return FALSE;

  for (guint i = 0; i < tables->len; i++)
    {
      if (!copy_table (rescue, g_ptr_array_index (tables, i), error))
        return FALSE;
    }

  recovery->complete = rescue->complete;

  return copy_names (rescue, tables, error) && count_rows (rescue, tables, recovery, error);
}

/**
 * wh_recovery_run:
 * @damaged_path: a copy of the damaged file, with its log; it is not kept as it is
 * @database: a new database made from the bundle
 * @recovery: (out caller-allocates): what could be recovered
 *
 * Reads the user's part of a damaged database, table by table and row by row, and
 * puts what can be read into @database, in one transaction.
 *
 * Returns: %FALSE with @error set when @database could not be written
 */
gboolean
wh_recovery_run (const char *damaged_path,
                 WhDatabase *database,
                 WhRecovery *recovery,
                 GError    **error)
{
  g_auto (Rescue) rescue = { NULL, database, NULL, TRUE };

  g_return_val_if_fail (damaged_path != NULL && recovery != NULL, FALSE);

  *recovery = (WhRecovery) { 0, FALSE };

  if (!open_damaged (&rescue, damaged_path))
    return TRUE;

  if (!wh_database_begin (database, error))
    return FALSE;

  if (rescue_tables (&rescue, recovery, error))
    return wh_database_commit (database, error);

  wh_database_rollback (database);
  return FALSE;
}
