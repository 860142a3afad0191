/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-database-private.h"
#include "wh-schema.h"

static WhDatabase *
open_empty (void)
{
  g_autoptr (GError) error = NULL;
  WhDatabase *database = wh_database_open (":memory:", WH_DATABASE_CREATE, &error);

  g_assert_no_error (error);
  return database;
}

static gboolean
has (GPtrArray  *strings,
     const char *string)
{
  return g_ptr_array_find_with_equal_func (strings, string, g_str_equal, NULL);
}

static void
test_schema_version (void)
{
  g_autoptr (WhDatabase) database = open_empty ();
  gint64 version = 0;

  g_assert_cmpuint (g_strv_length ((GStrv) wh_schema_get_migrations ()), ==, wh_schema_get_version ());
  g_assert_true (wh_database_count (database, "PRAGMA user_version", &version, NULL));
  g_assert_cmpint (version, ==, wh_schema_get_version ());
}

/* Every table with a column `collection` is listed, after what it refers to. */
static void
test_schema_lists_catalogue_tables (void)
{
  g_autoptr (WhDatabase) database = open_empty ();
  g_autoptr (GPtrArray) tables = wh_schema_list_tables (wh_database_get_handle (database));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gint64 n_owned = 0;

  g_assert_nonnull (tables);
  g_assert_cmpstr (((WhSchemaTable *) g_ptr_array_index (tables, 0))->name, ==, "collection");
  g_hash_table_add (seen, (gpointer) "library");

  for (guint i = 0; i < tables->len; i++)
    {
      const WhSchemaTable *table = g_ptr_array_index (tables, i);
      g_autofree char     *sql =
        g_strdup_printf ("SELECT \"table\" FROM pragma_foreign_key_list ('%s')", table->name);
      g_autoptr (WhCursor) cursor = wh_database_prepare (database, sql, NULL);

      g_hash_table_add (seen, table->name);

      while (wh_cursor_next (cursor, NULL))
        g_assert_true (g_hash_table_contains (seen, wh_cursor_get_text (cursor, 0)));

      g_assert_true (i == 0 || has (table->columns, "collection"));
    }

  g_assert_true (wh_database_count (database,
                                    "SELECT count (*) FROM sqlite_schema AS s WHERE type = 'table' AND EXISTS"
                                    " (SELECT 1 FROM pragma_table_info (s.name) WHERE name = 'collection')",
                                    &n_owned, NULL));
  g_assert_cmpuint (tables->len, ==, n_owned + 1);
}

/* What is missing in a table's library columns would be copied with a wrong number. */
static void
test_schema_knows_library_columns (void)
{
  g_autoptr (WhDatabase) database = open_empty ();
  g_autoptr (GPtrArray) tables = wh_schema_list_tables (wh_database_get_handle (database));

  for (guint i = 0; i < tables->len; i++)
    {
      const WhSchemaTable *table = g_ptr_array_index (tables, i);

      g_assert_cmpint (has (table->columns, "library_id"), ==, has (table->library_columns, "library_id"));

      if (g_str_equal (table->name, "relation"))
        g_assert_true (has (table->library_columns, "other_id"));
      if (g_str_equal (table->name, "contribution"))
        g_assert_true (has (table->library_columns, "standing_by_id"));
    }
}

/* No change of the catalogue may take anything from the user. */
static void
test_schema_keeps_user_apart (void)
{
  static const char *const user_tables[] = {
    "user_rating", "user_note", "user_status", "plan", "plan_item", "saved_view"
  };
  g_autoptr (WhDatabase) database = open_empty ();

  for (guint i = 0; i < G_N_ELEMENTS (user_tables); i++)
    {
      gint64           n = 0;
      g_autofree char *exists = g_strdup_printf ("SELECT count (*) FROM sqlite_schema WHERE name = '%s'", user_tables[i]);
      g_autofree char *refers =
        g_strdup_printf ("SELECT count (*) FROM pragma_foreign_key_list ('%s') WHERE \"table\" <> 'plan'", user_tables[i]);

      g_assert_true (wh_database_count (database, exists, &n, NULL));
      g_assert_cmpint (n, ==, 1);
      g_assert_true (wh_database_count (database, refers, &n, NULL));
      g_assert_cmpint (n, ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/schema/version", test_schema_version);
  g_test_add_func ("/schema/lists-catalogue-tables", test_schema_lists_catalogue_tables);
  g_test_add_func ("/schema/knows-library-columns", test_schema_knows_library_columns);
  g_test_add_func ("/schema/keeps-user-apart", test_schema_keeps_user_apart);

  return g_test_run ();
}
