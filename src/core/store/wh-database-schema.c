/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wh-database-private.h"
#include "wh-schema.h"

/* Tables that SQLite makes for itself hold nothing that could run. */
#define LIST_SCHEMA \
  "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid"

/* Reads the schema of @db: what there is ("table plan") => the SQL that made it. */
static GHashTable *
read_schema (sqlite3 *db)
{
  g_autoptr (GHashTable) schema = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sqlite3_stmt *stmt = NULL;
  int           rc = sqlite3_prepare_v2 (db, LIST_SCHEMA, -1, &stmt, NULL);

  while (rc == SQLITE_OK && sqlite3_step (stmt) == SQLITE_ROW)
    {
      const char *name = (const char *) sqlite3_column_text (stmt, 0);
      const char *sql = (const char *) sqlite3_column_text (stmt, 1);

      g_hash_table_insert (schema, g_utf8_make_valid (name != NULL ? name : "", -1), g_strdup (sql != NULL ? sql : ""));
    }

  if (rc == SQLITE_OK)
    rc = sqlite3_finalize (stmt);

  return rc == SQLITE_OK ? g_steal_pointer (&schema) : NULL;
}

/**
 * wh_schema_make:
 * @version: how many steps to take
 *
 * What the schema of a database of @version has to be: that of an empty one which has
 * taken the same steps.
 *
 * Returns: (transfer full): what there is ("table plan") => the SQL that made it
 */
GHashTable *
wh_schema_make (guint version)
{
  const char *const *steps = wh_schema_get_migrations ();
  GHashTable        *schema;
  sqlite3           *db = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);

  for (guint i = 0; i < version; i++)
    {
      if (sqlite3_exec (db, steps[i], NULL, NULL, NULL) != SQLITE_OK)
        g_error ("Step %u of the schema: %s", i, sqlite3_errmsg (db));
    }

  schema = read_schema (db);
  g_assert (schema != NULL);
  sqlite3_close (db);

  return schema;
}

/* Adds the column of "TABLE ADD COLUMN DEFINITION" where SQLite puts it: behind the
 * others, before what holds for the table.
 */
static gboolean
add_column (GHashTable *schema,
            const char *alteration)
{
  g_auto (GStrv) parts = g_strsplit (alteration, " ADD COLUMN ", 2);
  g_autofree char *entry = g_strconcat ("table ", parts[0], NULL);
  const char      *table = g_hash_table_lookup (schema, entry);
  const char      *end;

  if (table == NULL || parts[1] == NULL)
    return FALSE;

  end = strstr (table, ", UNIQUE (");
  if (end == NULL)
    end = strrchr (table, ')');

  g_hash_table_insert (schema, g_strdup (entry),
                       g_strdup_printf ("%.*s, %s%s", (int) (end - table), table, parts[1], end));
  return TRUE;
}

/* Adds what @statement makes. Returns %FALSE when that takes more than reading it. */
static gboolean
add_statement (GHashTable *schema,
               const char *statement)
{
  static const struct
  {
    const char *start;
    const char *type;
  } kinds[] = {
    { "CREATE TABLE ", "table" },
    { "CREATE INDEX ", "index" },
    { "CREATE UNIQUE INDEX ", "index" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_has_prefix (statement, kinds[i].start))
        {
          const char *name = statement + strlen (kinds[i].start);

          g_hash_table_insert (schema,
                               g_strdup_printf ("%s %.*s", kinds[i].type, (int) strcspn (name, " ("), name),
                               g_strdup (statement));
          return TRUE;
        }
    }

  if (g_str_has_prefix (statement, "ALTER TABLE "))
    return add_column (schema, statement + strlen ("ALTER TABLE "));

  return *statement == '\0' || g_str_has_prefix (statement, "INSERT ");
}

/**
 * wh_schema_derive:
 *
 * wh_schema_make() in a hundredth of the time, which counts for a program that lives
 * for some milliseconds: SQLite keeps the statements that make tables as they are.
 *
 * Returns: (transfer full) (nullable): the same, or %NULL when a step does anything
 *   but make tables and indexes, fill them, and give them columns
 */
GHashTable *
wh_schema_derive (guint version)
{
  g_autoptr (GHashTable) schema = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const char *const *steps = wh_schema_get_migrations ();

  for (guint i = 0; i < version; i++)
    {
      g_auto (GStrv) statements = g_strsplit (steps[i], ";", -1);

      for (guint j = 0; statements[j] != NULL; j++)
        {
          if (!add_statement (schema, g_strstrip (statements[j])))
            return NULL;
        }
    }

  return g_steal_pointer (&schema);
}

/* Every version is computed once; connections are opened on several threads. */
static GHashTable *
get_expected_schema (guint version)
{
  static GMutex       mutex;
  static GHashTable **schemas;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (schemas == NULL)
    schemas = g_new0 (GHashTable *, wh_schema_get_version () + 1);

  if (schemas[version] == NULL && !(schemas[version] = wh_schema_derive (version)))
    schemas[version] = wh_schema_make (version);

  return schemas[version];
}

static gint64
read_version (sqlite3 *db)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;

  if (sqlite3_prepare_v2 (db, "PRAGMA user_version", -1, &stmt, NULL) != SQLITE_OK || sqlite3_step (stmt) != SQLITE_ROW)
    return -1;

  return sqlite3_column_int64 (stmt, 0);
}

/**
 * wh_schema_has_table:
 * @db: a connection to a database of ours, perhaps a damaged one
 *
 * Returns: whether @db has the table @name exactly as this program made it in the
 *   version that @db is of
 */
gboolean
wh_schema_has_table (sqlite3    *db,
                     const char *name)
{
  g_autofree char *entry = g_strconcat ("table ", name, NULL);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gint64      version = read_version (db);
  const char *expected;

  if (version < 0 || version > wh_schema_get_version ())
    return FALSE;

  expected = g_hash_table_lookup (get_expected_schema (version), entry);

  if (expected == NULL ||
      sqlite3_prepare_v2 (db, "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?1", -1, &stmt, NULL) != SQLITE_OK)
    return FALSE;

  sqlite3_bind_text (stmt, 1, name, -1, SQLITE_STATIC);

  return sqlite3_step (stmt) == SQLITE_ROW && g_strcmp0 ((const char *) sqlite3_column_text (stmt, 0), expected) == 0;
}

static gboolean
refuse_entry (WhDatabase *self,
              const char *entry,
              GError    **error)
{
  g_autofree char *detail = g_strdup_printf (_ ("its structure was changed: %s"), entry);

  return wh_store_set_error (wh_database_get_shown_path (self), SQLITE_CORRUPT, 0, detail, error);
}

/* A file comes from outside. Nothing in a schema that differs from ours, however
 * little, is worth running.
 */
static gboolean
verify_schema (WhDatabase *self,
               guint       version,
               GError    **error)
{
  GHashTable *expected = get_expected_schema (version);
  g_autoptr (GHashTable) schema = read_schema (wh_database_get_handle (self));
  GHashTableIter iter;
  gpointer       entry;
  gpointer       sql;

  if (schema == NULL)
    return wh_database_take_error (self, error);

  g_hash_table_iter_init (&iter, schema);

  while (g_hash_table_iter_next (&iter, &entry, &sql))
    {
      if (g_strcmp0 (g_hash_table_lookup (expected, entry), sql) != 0)
        return refuse_entry (self, entry, error);
    }

  g_hash_table_iter_init (&iter, expected);

  while (g_hash_table_iter_next (&iter, &entry, NULL))
    {
      if (!g_hash_table_contains (schema, entry))
        return refuse_entry (self, entry, error);
    }

  return TRUE;
}

static gboolean
read_marks (WhDatabase *self,
            gint64     *application_id,
            gint64     *version,
            gint64     *n_entries,
            GError    **error)
{
  return wh_database_count (self, "PRAGMA application_id", application_id, error) &&
         wh_database_count (self, "PRAGMA user_version", version, error) &&
         (*application_id == WH_SCHEMA_APPLICATION_ID ||
          wh_database_count (self, "SELECT count(*) FROM sqlite_schema", n_entries, error));
}

/* Reads what the file is, of which version, and refuses it when it is not ours. */
static gboolean
identify (WhDatabase    *self,
          WhDatabaseMode mode,
          gint64        *version,
          GError       **error)
{
  const char      *path = wh_database_get_shown_path (self);
  g_autofree char *shown = g_filename_display_name (path);
  gint64           application_id = 0;
  gint64           n_entries = 0;
  gint64           is_utf8 = FALSE;

  if (!read_marks (self, &application_id, version, &n_entries, error))
    return FALSE;

  if (mode == WH_DATABASE_CREATE && application_id == 0 && *version == 0 && n_entries == 0)
    return TRUE;

  if (application_id != WH_SCHEMA_APPLICATION_ID)
    return wh_store_set_error (path, SQLITE_NOTADB, 0, NULL, error);

  if (*version < 0 || *version > wh_schema_get_version ())
    {
      g_set_error (error, WH_STORE_ERROR, WH_STORE_ERROR_NEWER,
                   _ ("“%s” was written by a newer version of Wheelhouse (form %d, this version knows %u). "
                      "Update Wheelhouse; the file was left as it is."),
                   shown, (int) *version, wh_schema_get_version ());
      return FALSE;
    }

  if (mode == WH_DATABASE_READ_ONLY && *version < wh_schema_get_version ())
    {
      g_set_error (error, WH_STORE_ERROR, WH_STORE_ERROR_FAILED,
                   _ ("“%s” was written by an older version of Wheelhouse and has to be brought up to date. "
                      "Make it writable and open it once."),
                   shown);
      return FALSE;
    }

  if (!wh_database_count (self, "SELECT encoding = 'UTF-8' FROM pragma_encoding", &is_utf8, error))
    return FALSE;

  return is_utf8 ? verify_schema (self, *version, error) : refuse_entry (self, "UTF-16", error);
}

/* The read transaction makes the marks and the schema those of one moment. */
gboolean
wh_database_identify (WhDatabase    *self,
                      WhDatabaseMode mode,
                      GError       **error)
{
  gboolean ours;
  gint64   version = 0;

  if (!wh_database_begin_read (self, error))
    return FALSE;

  ours = identify (self, mode, &version, error);
  wh_database_rollback (self);

  return ours;
}

/* Runs within a transaction, so that a step is taken whole or not at all. */
static gboolean
take_steps (WhDatabase *self,
            GError    **error)
{
  const char *const *steps = wh_schema_get_migrations ();
  gint64             version = 0;

  if (!identify (self, WH_DATABASE_CREATE, &version, error))
    return FALSE;

  for (; version < wh_schema_get_version (); version++)
    {
      g_autofree char *marks = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                                                WH_SCHEMA_APPLICATION_ID, (int) version + 1);

      if (!wh_database_exec (self, steps[version], error) || !wh_database_exec (self, marks, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * wh_database_migrate:
 *
 * Takes the steps that the database has not taken yet, all or none.
 */
gboolean
wh_database_migrate (WhDatabase *self,
                     GError    **error)
{
  gint64 version = 0;

  if (!wh_database_count (self, "PRAGMA user_version", &version, error))
    return FALSE;

  if (version == wh_schema_get_version ())
    return TRUE;

  /* Under the lock everything is looked at again: another connection may be migrating too. */
  if (!wh_database_begin (self, error))
    return FALSE;

  if (take_steps (self, error))
    return wh_database_commit (self, error);

  wh_database_rollback (self);
  return FALSE;
}
