/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-catalogue-load.h"
#include "wh-database-private.h"
#include "wh-schema.h"

/* A table and the statement that adds a row to it. */
typedef struct
{
  WhSchemaTable *table;
  WhCursor      *insert;
  guint          n_rows;
} Target;

struct _WhCatalogueLoad
{
  WhDatabase *database;
  guint       collection;
  GPtrArray  *tables;  /* WhSchemaTable */
  GHashTable *targets; /* char * => Target */
  GStrv       indexes; /* SQL of those that were dropped */
  GChecksum  *checksum;
  gboolean    open;
};

static void
target_free (Target *target)
{
  g_clear_pointer (&target->insert, wh_cursor_release);
  g_free (target);
}

/* An INSERT with a parameter for every column, in the table's order. */
static char *
dup_insert (const WhSchemaTable *table)
{
  g_autoptr (GString) sql = g_string_new ("INSERT INTO ");
  g_autoptr (GString) parameters = g_string_new (NULL);

  g_string_append_printf (sql, "%s (", table->name);

  for (guint i = 0; i < table->columns->len; i++)
    {
      const char *comma = i > 0 ? ", " : "";

      g_string_append_printf (sql, "%s\"%s\"", comma, (char *) g_ptr_array_index (table->columns, i));
      g_string_append_printf (parameters, "%s?%u", comma, i + 1);
    }

  g_string_append_printf (sql, ") VALUES (%s)", parameters->str);
  return g_string_free_and_steal (g_steal_pointer (&sql));
}

static Target *
find_target (WhCatalogueLoad *self,
             const char      *name,
             GError         **error)
{
  Target *target = g_hash_table_lookup (self->targets, name);

  if (target == NULL)
    {
      g_critical ("There is no catalogue table “%s”", name);
      return NULL;
    }

  if (target->insert == NULL)
    {
      g_autofree char *sql = dup_insert (target->table);

      target->insert = wh_database_prepare (self->database, sql, error);
    }

  return target->insert != NULL ? target : NULL;
}

/* The number of the parameter for @column, or 0. */
static int
find_parameter (const Target *target,
                const char   *column)
{
  GPtrArray *columns = target->table->columns;

  for (guint i = 0; i < columns->len; i++)
    {
      if (g_str_equal (g_ptr_array_index (columns, i), column))
        return i + 1;
    }

  return 0;
}

/* Two different additions never feed the same bytes: each value is closed by its own mark. */
static void
note_text (WhCatalogueLoad *self,
           const char      *text)
{
  g_checksum_update (self->checksum, (const guchar *) text, strlen (text) + 1);
}

static void
note_number (WhCatalogueLoad *self,
             gint64           number)
{
  char digits[32];

  g_snprintf (digits, sizeof digits, "#%" G_GINT64_FORMAT, number);
  note_text (self, digits);
}

/* Binds what is given and NULL for the rest, and runs the statement. */
static gboolean
insert_row (WhCatalogueLoad   *self,
            Target            *target,
            const WhLoadValue *values,
            guint              n_values,
            GError           **error)
{
  sqlite3_clear_bindings (target->insert);
  note_text (self, target->table->name);

  for (guint i = 0; i < n_values; i++)
    {
      int parameter = find_parameter (target, values[i].column);

      g_return_val_if_fail (parameter > 0, FALSE);
      note_text (self, values[i].column);

      if (values[i].text != NULL)
        {
          wh_cursor_bind_text (target->insert, parameter, values[i].text);
          note_text (self, values[i].text);
        }
      else
        {
          wh_cursor_bind_int64 (target->insert, parameter, values[i].number);
          note_number (self, values[i].number);
        }
    }

  return wh_cursor_run (target->insert, error);
}

static gboolean
list_tables (WhCatalogueLoad *self,
             GError         **error)
{
  self->tables = wh_schema_list_tables (wh_database_get_handle (self->database));

  if (self->tables == NULL)
    return wh_database_take_error (self->database, error);

  for (guint i = 0; i < self->tables->len; i++)
    {
      Target *target = g_new0 (Target, 1);

      target->table = g_ptr_array_index (self->tables, i);
      g_hash_table_insert (self->targets, target->table->name, target);
    }

  return TRUE;
}

/* Into an empty catalogue rows go faster without indexes, which are made at the end. */
static gboolean
drop_indexes (WhCatalogueLoad *self,
              GError         **error)
{
  g_autoptr (GStrvBuilder) statements = g_strv_builder_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (WhCursor) cursor =
    wh_database_prepare (self->database,
                         "SELECT name, sql, tbl_name FROM sqlite_schema WHERE type = 'index'"
                         " AND sql NOTNULL AND NOT EXISTS (SELECT 1 FROM library) ORDER BY rowid",
                         error);

  if (cursor == NULL)
    return FALSE;

  while (wh_cursor_next (cursor, &local_error))
    {
      const char *table = wh_cursor_get_text (cursor, 2);

      if (!g_str_equal (table, "library") && !g_hash_table_contains (self->targets, table))
        continue;

      g_ptr_array_add (names, wh_cursor_dup_text (cursor, 0));
      g_strv_builder_add (statements, wh_cursor_get_text (cursor, 1));
    }

  g_clear_pointer (&cursor, wh_cursor_release);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *sql = g_strdup_printf ("DROP INDEX \"%s\"", (char *) g_ptr_array_index (names, i));

      if (!wh_database_exec (self->database, sql, error))
        return FALSE;
    }

  self->indexes = g_strv_builder_end (statements);
  return TRUE;
}

/**
 * wh_catalogue_load_begin:
 * @collection: the number of the collection, which must not exist yet
 * @key: the key of the collection
 *
 * Returns: (transfer full): the load, or %NULL with @error set
 */
WhCatalogueLoad *
wh_catalogue_load_begin (WhDatabase *database,
                         guint       collection,
                         const char *key,
                         GError    **error)
{
  g_autoptr (WhCatalogueLoad) self = NULL;
  const WhLoadValue values[] = {
    { .column = "id", .number = collection },
    { .column = "key", .text = key },
    { .column = "revision", .text = "" },
  };
  Target *target;

  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);
  g_return_val_if_fail (collection > 0 && key != NULL, NULL);

  if (!wh_database_begin (database, error))
    return NULL;

  self = g_new0 (WhCatalogueLoad, 1);
  self->database = g_object_ref (database);
  self->collection = collection;
  self->targets = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) target_free);
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self->open = TRUE;

  if (!list_tables (self, error) || !drop_indexes (self, error) ||
      !(target = find_target (self, "collection", error)) ||
      !insert_row (self, target, values, G_N_ELEMENTS (values), error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * wh_catalogue_load_add_library:
 *
 * Adds a library, or finds it when another collection has it; the bundle decides
 * what it is called.
 *
 * Returns: the id of the library, or 0 with @error set
 */
gint64
wh_catalogue_load_add_library (WhCatalogueLoad *self,
                               const char      *key,
                               const char      *name,
                               GError         **error)
{
  g_autoptr (WhCursor) cursor = NULL;
  g_autoptr (GError) local_error = NULL;
  gint64 id = 0;

  g_return_val_if_fail (self != NULL && self->open, 0);
  g_return_val_if_fail (key != NULL && name != NULL, 0);

  cursor = wh_database_prepare (self->database,
                                "INSERT INTO library (key, name) VALUES (?1, ?2) ON CONFLICT (key)"
                                " DO UPDATE SET name = iif (?3, excluded.name, name) RETURNING id",
                                error);
  if (cursor == NULL)
    return 0;

  wh_cursor_bind_text (cursor, 1, key);
  wh_cursor_bind_text (cursor, 2, name);
  wh_cursor_bind_int64 (cursor, 3, self->collection == WH_SCHEMA_BUNDLE);

  note_text (self, "library");
  note_text (self, key);
  note_text (self, name);

  if (wh_cursor_next (cursor, &local_error))
    id = wh_cursor_get_int64 (cursor, 0);
  if (local_error == NULL)
    wh_cursor_next (cursor, &local_error);

  if (local_error == NULL)
    return id;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return 0;
}

/**
 * wh_catalogue_load_add_text:
 * @id: 0 for a new text, or what this returned for it in another language
 *
 * Returns: the id of the text, or 0 with @error set
 */
gint64
wh_catalogue_load_add_text (WhCatalogueLoad *self,
                            gint64           id,
                            const char      *language,
                            const char      *text,
                            GError         **error)
{
  Target *target;

  g_return_val_if_fail (self != NULL && self->open, 0);
  g_return_val_if_fail (language != NULL && text != NULL, 0);

  if (!(target = find_target (self, "text", error)))
    return 0;

  if (id == 0)
    id = WH_SCHEMA_ROW_ID (self->collection, ++target->n_rows);

  if (!insert_row (self, target,
                   (const WhLoadValue[]) {
                     { .column = "id", .number = id },
                     { .column = "language", .text = language },
                     { .column = "text", .text = text },
                     { .column = "collection", .number = self->collection },
                   },
                   4, error))
    return 0;

  return id;
}

/**
 * wh_catalogue_load_add_row:
 * @table: a table of wh_schema_list_tables()
 * @values: (array length=n_values): the values, without id and collection
 *
 * Returns: the id of the row (what counts the rows where a table has no id), or 0
 *   with @error set
 */
gint64
wh_catalogue_load_add_row (WhCatalogueLoad   *self,
                           const char        *table,
                           const WhLoadValue *values,
                           guint              n_values,
                           GError           **error)
{
  g_autofree WhLoadValue *all = g_new0 (WhLoadValue, n_values + 2);
  guint                   n_all = n_values;
  gint64                  id;
  Target                 *target;

  g_return_val_if_fail (self != NULL && self->open, 0);

  if (!(target = find_target (self, table, error)))
    return 0;

  id = WH_SCHEMA_ROW_ID (self->collection, ++target->n_rows);

  memcpy (all, values, n_values * sizeof (WhLoadValue));
  all[n_all++] = (WhLoadValue) { .column = "collection", .number = self->collection };
  if (find_parameter (target, "id") > 0)
    all[n_all++] = (WhLoadValue) { .column = "id", .number = id };

  return insert_row (self, target, all, n_all, error) ? id : 0;
}

/* The revision is a hash over everything that was added. */
static gboolean
write_revision (WhCatalogueLoad *self,
                GError         **error)
{
  g_autoptr (WhCursor) cursor =
    wh_database_prepare (self->database, "UPDATE collection SET revision = ?1 WHERE id = ?2", error);

  if (cursor == NULL)
    return FALSE;

  wh_cursor_bind_text (cursor, 1, g_checksum_get_string (self->checksum));
  wh_cursor_bind_int64 (cursor, 2, self->collection);

  return wh_cursor_run (cursor, error);
}

/**
 * wh_catalogue_load_commit:
 *
 * Ends the load; nothing can be added any more.
 */
gboolean
wh_catalogue_load_commit (WhCatalogueLoad *self,
                          GError         **error)
{
  g_return_val_if_fail (self != NULL && self->open, FALSE);

  if (!write_revision (self, error))
    return FALSE;

  for (guint i = 0; self->indexes[i] != NULL; i++)
    {
      if (!wh_database_exec (self->database, self->indexes[i], error))
        return FALSE;
    }

  self->open = FALSE;
  return wh_database_commit (self->database, error);
}

void
wh_catalogue_load_free (WhCatalogueLoad *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->targets, g_hash_table_unref);
  g_clear_pointer (&self->tables, g_ptr_array_unref);

  if (self->open)
    wh_database_rollback (self->database);

  g_clear_pointer (&self->indexes, g_strfreev);
  g_clear_pointer (&self->checksum, g_checksum_free);
  g_clear_object (&self->database);
  g_free (self);
}

/**
 * wh_catalogue_seal:
 *
 * Makes one file of a database that is to be read only, with no log beside it and
 * no room to spare: the same contents give the same bytes.
 */
gboolean
wh_catalogue_seal (WhDatabase *database,
                   GError    **error)
{
  g_return_val_if_fail (WH_IS_DATABASE (database), FALSE);

  return wh_database_exec (database, "PRAGMA journal_mode = DELETE; VACUUM;", error);
}
