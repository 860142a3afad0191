/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "wh-catalogue-load.h"
#include "wh-catalogue-store.h"
#include "wh-database-private.h"
#include "wh-schema.h"

static WhDatabase *
open_empty (const char *path)
{
  g_autoptr (GError) error = NULL;
  WhDatabase *database = wh_database_open (path, WH_DATABASE_CREATE, &error);

  g_assert_no_error (error);
  return database;
}

static gint64
count (WhDatabase *database,
       const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  wh_database_count (database, sql, &n, &error);
  g_assert_no_error (error);

  return n;
}

/* Adds the library @key to a collection, with a summary. */
static void
add_library (WhCatalogueLoad *load,
             const char      *key,
             const char      *name)
{
  g_autoptr (GError) error = NULL;
  gint64            id = wh_catalogue_load_add_library (load, key, name, &error);
  gint64            text = wh_catalogue_load_add_text (load, 0, "en", "Summary", &error);
  const WhLoadValue values[] = {
    { .column = "library_id", .number = id },
    { .column = "kind", .text = "library" },
    { .column = "standing", .text = "current" },
    { .column = "common_word", .number = 0 },
    { .column = "summary_text", .number = text },
    { .column = "source", .text = "survey" },
  };

  g_assert_no_error (error);
  g_assert_cmpint (wh_catalogue_load_add_text (load, text, "zh_CN", "简介", &error), ==, text);
  g_assert_cmpint (wh_catalogue_load_add_row (load, "contribution", values, G_N_ELEMENTS (values), &error), !=, 0);
  g_assert_no_error (error);
}

static void
load_collection (WhDatabase *database,
                 guint       collection,
                 const char *key,
                 const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *collection_key = g_strdup_printf ("c%u", collection);
  g_autoptr (WhCatalogueLoad) load = wh_catalogue_load_begin (database, collection, collection_key, &error);

  g_assert_no_error (error);
  add_library (load, key, name);
  wh_catalogue_load_commit (load, &error);
  g_assert_no_error (error);
}

static void
test_load_shares_libraries (void)
{
  g_autoptr (WhDatabase) database = open_empty (":memory:");

  load_collection (database, 2, "flask", "flask of the import");
  load_collection (database, WH_SCHEMA_BUNDLE, "flask", "Flask");
  load_collection (database, 3, "flask", "FLASK");

  g_assert_cmpint (count (database, "SELECT count (*) FROM library"), ==, 1);
  g_assert_cmpint (count (database, "SELECT count (*) FROM contribution"), ==, 3);
  /* The bundle decides what it is called. */
  g_assert_cmpint (count (database, "SELECT count (*) FROM library WHERE name = 'Flask'"), ==, 1);
  g_assert_cmpint (count (database, "SELECT count (*) FROM text WHERE id >> 32 <> collection"), ==, 0);
}

static void
test_load_is_undone_when_dropped (void)
{
  g_autoptr (WhDatabase) database = open_empty (":memory:");
  g_autoptr (GError) error = NULL;
  WhCatalogueLoad *load = wh_catalogue_load_begin (database, WH_SCHEMA_BUNDLE, "bundle", &error);
  gint64           n_indexes = count (database, "SELECT count (*) FROM sqlite_schema WHERE type = 'index' AND sql NOTNULL");

  g_assert_no_error (error);
  add_library (load, "flask", "Flask");
  wh_catalogue_load_free (load);

  g_assert_cmpint (count (database, "SELECT count (*) FROM library"), ==, 0);
  g_assert_cmpint (count (database, "SELECT count (*) FROM collection"), ==, 0);
  /* The indexes that were out of the way are back. */
  g_assert_cmpint (count (database, "SELECT count (*) FROM sqlite_schema WHERE type = 'index' AND sql NOTNULL"), >, n_indexes);
}

static void
test_load_makes_indexes_again (void)
{
  g_autoptr (WhDatabase) fresh = open_empty (":memory:");
  g_autoptr (WhDatabase) loaded = open_empty (":memory:");
  const char *sql = "SELECT count (*) FROM sqlite_schema WHERE type = 'index'";

  load_collection (loaded, WH_SCHEMA_BUNDLE, "flask", "Flask");

  g_assert_cmpint (count (loaded, sql), ==, count (fresh, sql));
}

static void
test_load_refuses_what_refers_to_nothing (void)
{
  g_autoptr (WhDatabase) database = open_empty (":memory:");
  g_autoptr (GError) error = NULL;
  g_autoptr (WhCatalogueLoad) load = wh_catalogue_load_begin (database, WH_SCHEMA_BUNDLE, "bundle", &error);
  const WhLoadValue values[] = {
    { .column = "library_id", .number = 4711 },
    { .column = "alias", .text = "x" },
    { .column = "place", .number = 1 },
  };

  g_assert_no_error (error);
  g_assert_cmpint (wh_catalogue_load_add_row (load, "alias", values, G_N_ELEMENTS (values), &error), ==, 0);
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_CORRUPT);
}

static char *
dup_revision_of (const char *key,
                 const char *name)
{
  g_autoptr (WhDatabase) database = open_empty (":memory:");

  load_collection (database, WH_SCHEMA_BUNDLE, key, name);
  return wh_store_dup_revision (database, NULL);
}

static void
test_load_revision_follows_contents (void)
{
  g_autofree char *revision = dup_revision_of ("flask", "Flask");
  g_autofree char *same = dup_revision_of ("flask", "Flask");
  g_autofree char *other = dup_revision_of ("flask", "flask");
  g_autofree char *shifted = dup_revision_of ("flaskF", "lask");

  g_assert_cmpstr (revision, ==, same);
  g_assert_cmpstr (revision, !=, other);
  g_assert_cmpstr (revision, !=, shifted);
}

/* The same catalogue is the same file, and nothing lies beside it. */
static void
test_load_seals_the_same_bytes (void)
{
  g_autofree char *folder = g_dir_make_tmp ("wheelhouse-XXXXXX", NULL);
  g_autofree char *bytes[2] = { NULL, NULL };
  gsize            lengths[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.sqlite", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *log = g_strconcat (path, "-wal", NULL);
      g_autoptr (WhDatabase) database = open_empty (path);
      g_autoptr (GError) error = NULL;

      load_collection (database, WH_SCHEMA_BUNDLE, "flask", "Flask");
      wh_catalogue_seal (database, &error);
      g_assert_no_error (error);
      g_clear_object (&database);

      g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
      g_assert_true (g_file_get_contents (path, &bytes[i], &lengths[i], NULL));
      g_unlink (path);
    }

  g_assert_cmpmem (bytes[0], lengths[0], bytes[1], lengths[1]);
  g_free (g_steal_pointer (&bytes[1]));
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/catalogue-load/shares-libraries", test_load_shares_libraries);
  g_test_add_func ("/catalogue-load/is-undone-when-dropped", test_load_is_undone_when_dropped);
  g_test_add_func ("/catalogue-load/makes-indexes-again", test_load_makes_indexes_again);
  g_test_add_func ("/catalogue-load/refuses-what-refers-to-nothing", test_load_refuses_what_refers_to_nothing);
  g_test_add_func ("/catalogue-load/revision-follows-contents", test_load_revision_follows_contents);
  g_test_add_func ("/catalogue-load/seals-the-same-bytes", test_load_seals_the_same_bytes);

  return g_test_run ();
}
