/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-bundle.h"
#include "wh-finder.h"

#define N_THREADS 4
#define N_ROUNDS 50

/* aiohttp says what it does in two languages; there are topics called by a part of that,
 * one of which is about requests, and one with a note.
 */
static const char bundle_sql[] =
  "INSERT INTO text VALUES (1, 'en', 'Asynchronous HTTP', 1), (1, 'zh_CN', '异步 HTTP 客户端', 1),"
  " (2, 'en', 'Guide', 1), (2, 'zh_CN', '指南', 1), (3, 'en', 'Chapter', 1), (3, 'zh_CN', '第一章', 1),"
  " (4, 'en', 'HTTP', 1), (4, 'zh_CN', '异步 HTTP', 1), (5, 'en', 'Waiting', 1), (6, 'en', 'For HTTP,\n异步', 1),"
  " (7, 'en', 'Requests', 1);"
  "INSERT INTO source VALUES (1, 1, 'survey', 2, NULL, 'en', 1);"
  "UPDATE contribution SET summary_text = 1 WHERE library_id = 1;"
  "INSERT INTO guide VALUES (1, 1, 'guide', 2, NULL, 'survey', NULL, 1);"
  "INSERT INTO guide_node (id, collection, guide_id, parent_id, key, title_text, note_text, library_id, place) VALUES"
  " (1, 1, 1, NULL, 'guide.one', 3, NULL, NULL, 1), (2, 1, 1, 1, 'guide.http', 4, NULL, NULL, 1),"
  " (3, 1, 1, 1, 'guide.waiting', 5, 6, NULL, 2), (4, 1, 1, 1, 'guide.requests', 7, NULL, 2, 3),"
  " (5, 1, 1, 1, 'guide/a b%', 5, NULL, NULL, 4)";

typedef struct
{
  char     *folder;
  char     *path;
  char     *bundle;
  WhFinder *finder;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  static const char *const libraries[] = { "aiohttp", "requests", NULL };

  fixture->folder = make_folder ();
  fixture->path = g_build_filename (fixture->folder, "data", "wheelhouse.db", NULL);
  fixture->bundle = g_build_filename (fixture->folder, "bundle.sqlite", NULL);
  make_bundle (fixture->bundle, "one", 1, libraries, bundle_sql);
  fixture->finder = wh_finder_new (fixture->path, fixture->bundle);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  wh_finder_free (fixture->finder);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->bundle);
}

static char *
find (WhFinder   *finder,
      const char *text)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) results = wh_finder_find (finder, text, &error);

  g_assert_no_error (error);
  return g_strjoinv (" ", results);
}

static void
assert_found (Fixture    *fixture,
              const char *text,
              const char *expected)
{
  g_autofree char *found = find (fixture->finder, text);

  g_assert_cmpstr (found, ==, expected);
}

/* @expected: "aiohttp: Asynchronous HTTP | HTTP: Guide" */
static void
assert_described (Fixture           *fixture,
                  const char *const *results,
                  const char        *language,
                  const char        *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) metas = wh_finder_describe (fixture->finder, results, language, &error);
  g_autoptr (GString) told = g_string_new (NULL);
  GVariantIter  iter;
  GVariantDict *meta;
  GVariant     *value;

  g_assert_no_error (error);
  g_assert_true (g_variant_is_of_type (metas, G_VARIANT_TYPE ("aa{sv}")));
  g_variant_iter_init (&iter, metas);

  while ((value = g_variant_iter_next_value (&iter)))
    {
      const char *name = NULL;
      const char *description = "";

      meta = g_variant_dict_new (value);
      g_assert_true (g_variant_dict_lookup (meta, "name", "&s", &name));
      g_variant_dict_lookup (meta, "description", "&s", &description);
      g_string_append_printf (told, "%s%s: %s", told->len > 0 ? " | " : "", name, description);
      g_variant_dict_unref (meta);
      g_variant_unref (value);
    }

  g_assert_cmpstr (told->str, ==, expected);
}

static void
test_find (Fixture      *fixture,
           gconstpointer data)
{
  assert_found (fixture, "aiohttp", "library/aiohttp");
  assert_found (fixture, "AIOHTTP", "library/aiohttp");
  assert_found (fixture, "客户端", "library/aiohttp");

  /* Called so, called so in part, only said to be so. */
  assert_found (fixture, "http", "topic/guide.http library/aiohttp topic/guide.waiting");
  assert_found (fixture, "异步 http", "topic/guide.http library/aiohttp topic/guide.waiting");
  assert_found (fixture, "waiting", "topic/guide.waiting topic/guide/a%20b%25");

  /* The topic is the library. */
  assert_found (fixture, "requests", "library/requests");
}

static void
test_find_nothing (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (100000, 'a');

  assert_found (fixture, "zzzz", "");
  assert_found (fixture, "", "");
  assert_found (fixture, " \t\n ", "");
  assert_found (fixture, long_text, "");
  assert_found (fixture, "%s<b>&'\"; DROP TABLE plan; --", "");
}

static void
test_describe (Fixture      *fixture,
               gconstpointer data)
{
  static const char *const results[] = { "library/aiohttp", "topic/guide.http", "library/requests", NULL };

  assert_described (fixture, results, "en",
                    "aiohttp of one: Asynchronous HTTP | HTTP: Guide › Chapter | requests of one: ");
  assert_described (fixture, results, "zh_CN",
                    "aiohttp of one: 异步 HTTP 客户端 | 异步 HTTP: 指南 › 第一章 | requests of one: ");
}

/* It is given back as it was asked for, whatever is in the key. */
static void
test_describe_ids (Fixture      *fixture,
                   gconstpointer data)
{
  static const char *const results[] = { "topic/guide/a%20b%25", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) metas = wh_finder_describe (fixture->finder, results, "en", &error);
  g_autoptr (GVariant) meta = NULL;
  const char *id = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (g_variant_n_children (metas), ==, 1);
  meta = g_variant_get_child_value (metas, 0);
  g_assert_true (g_variant_lookup (meta, "id", "&s", &id));
  g_assert_cmpstr (id, ==, results[0]);
}

static void
test_hostile_results (Fixture      *fixture,
                      gconstpointer data)
{
  g_autofree char  *long_result = g_strnfill (100000, '/');
  const char *const results[] = {
    "library/none",
    "topic/none",
    "",
    "library",
    "library/",
    "role/backend",
    "page/plan",
    "search/http",
    "//library",
    "wheelhouse:library/aiohttp",
    "library/%",
    "library/%ff",
    "library/%00",
    "library/a\nb",
    "library/../../etc/passwd",
    "https://example.org/",
    long_result,
    NULL,
  };

  assert_described (fixture, results, "en", "");

  for (guint i = 2; results[i] != NULL; i++)
    {
      g_autofree char *uri = wh_finder_dup_uri (results[i]);

      g_assert_true (uri == NULL || g_str_has_prefix (uri, "wheelhouse:library/"));
    }
}

static void
test_uri (Fixture      *fixture,
          gconstpointer data)
{
  g_autofree char *library = wh_finder_dup_uri ("library/aiohttp");
  g_autofree char *topic = wh_finder_dup_uri ("topic/guide/a%20b%25");

  g_assert_cmpstr (library, ==, "wheelhouse:library/aiohttp");
  g_assert_cmpstr (topic, ==, "wheelhouse:topic/guide/a%20b%25");
}

/* A line of the overview is one line, and not endless. */
static void
test_lines (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const results[] = { "library/requests", NULL };
  g_autoptr (GString) expected = g_string_new ("requests of one: ");

  run_sql (fixture->bundle,
           "INSERT INTO text VALUES (20, 'en', replace (hex (zeroblob (10000)), '00', '界' || char (10)), 1);"
           "UPDATE contribution SET summary_text = 20 WHERE library_id = 2");
  for (guint i = 0; i < 100; i++)
    g_string_append (expected, "界 ");
  g_string_append (expected, "…");

  assert_described (fixture, results, "en", expected->str);
}

/* Before the first start there is only the bundle, and afterwards still no trace. */
static void
test_bundle_without_database (Fixture      *fixture,
                              gconstpointer data)
{
  static const char *const results[] = { "library/aiohttp", NULL };
  g_autoptr (GBytes) before = read_bytes (fixture->bundle);
  g_autoptr (GBytes) after = NULL;

  assert_found (fixture, "aiohttp", "library/aiohttp");
  assert_described (fixture, results, "en", "aiohttp of one: Asynchronous HTTP");

  after = read_bytes (fixture->bundle);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (count_files (fixture->folder, ""), ==, 1);
}

static void
test_user_database (Fixture      *fixture,
                    gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (WhDatabase) database = open_user_database (fixture->path, fixture->bundle, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  assert_found (fixture, "flask", "");

  /* What is in the log of a running program is found, and the next change as well. */
  g_assert_true (wh_database_exec (database, "INSERT INTO library VALUES (50, 'flask', 'Flask')", &error));
  assert_found (fixture, "flask", "library/flask");
  g_assert_true (wh_database_exec (database, "UPDATE library SET name = 'Quart' WHERE id = 50", &error));
  assert_found (fixture, "quart", "library/flask");

  g_clear_object (&database);
  before = read_bytes (fixture->path);
  assert_found (fixture, "quart", "library/flask");
  after = read_bytes (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (count_files (folder, ""), ==, 1);
}

static void
test_unreadable_database (Fixture      *fixture,
                          gconstpointer data)
{
  static const char        text[] = "This is a letter and no database. This is a letter and no database. This is a letter and no database.";
  static const char *const spoilings[] = {
    "PRAGMA user_version = 1",
    "PRAGMA user_version = 1000",
    "PRAGMA application_id = 7",
    "CREATE TABLE other (id INTEGER)",
  };
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  write_bytes (fixture->path, text, sizeof text);
  assert_found (fixture, "aiohttp", "library/aiohttp");
  write_bytes (fixture->path, "", 0);
  assert_found (fixture, "aiohttp", "library/aiohttp");

  for (guint i = 0; i < G_N_ELEMENTS (spoilings); i++)
    {
      g_autoptr (GBytes) before = NULL;
      g_autoptr (GBytes) after = NULL;

      g_assert_cmpint (g_remove (fixture->path), ==, 0);
      g_object_unref (open_user_database (fixture->path, fixture->bundle, NULL));
      run_sql (fixture->path, spoilings[i]);
      before = read_bytes (fixture->path);

      assert_found (fixture, "aiohttp", "library/aiohttp");
      after = read_bytes (fixture->path);
      g_assert_true (g_bytes_equal (before, after));
      g_assert_cmpuint (count_files (folder, ""), ==, 1);
    }
}

static void
test_nothing_to_read (Fixture      *fixture,
                      gconstpointer data)
{
  static const char *const results[] = { "library/aiohttp", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_remove (fixture->bundle), ==, 0);

  g_assert_null (wh_finder_find (fixture->finder, "aiohttp", &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, fixture->bundle));
  g_clear_error (&error);
  g_assert_null (wh_finder_describe (fixture->finder, results, "en", &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND);
}

static void
test_not_too_many (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) results = NULL;

  run_sql (fixture->bundle,
           "WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 200)"
           " INSERT INTO library SELECT i, 'key-' || i, 'Many ' || i FROM n");
  results = wh_finder_find (fixture->finder, "many", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (results), ==, WH_FINDER_MAX_RESULTS);
  g_assert_cmpstr (results[0], ==, "library/key-100");
}

/* What cannot be described must not be found either: the others could not be shown. */
static void
test_keys_from_elsewhere (Fixture      *fixture,
                          gconstpointer data)
{
  run_sql (fixture->bundle,
           "INSERT INTO library VALUES (100, '', 'Odd 1'), (101, 'a' || char (10) || 'b', 'Odd 2'),"
           " (102, hex (zeroblob (4000)), 'Odd 3'), (103, '../%s?#', 'Odd 4')");

  assert_found (fixture, "odd", "library/..%2F%25s%3F%23");
}

static gpointer
find_often (gpointer data)
{
  WhFinder *finder = data;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      static const char *const results[] = { "library/requests", NULL };
      g_autofree char         *found = find (finder, "requests");
      g_autoptr (GVariant) metas = wh_finder_describe (finder, results, "en", NULL);

      g_assert_cmpstr (found, ==, "library/requests");
      g_assert_cmpuint (g_variant_n_children (metas), ==, 1);
    }

  return NULL;
}

/* Whatever somebody writes meanwhile, every call is answered. */
static void
test_threads (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (WhDatabase) database = open_user_database (fixture->path, fixture->bundle, NULL);
  g_autoptr (GError) error = NULL;
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("finder", find_often, fixture->finder);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_assert_true (wh_database_exec (database, "UPDATE library SET name = 'Aio ' || random () WHERE id = 1", &error));
      g_assert_no_error (error);
    }

  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
}

#define ADD(name, func) g_test_add ("/finder/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("find", test_find);
  ADD ("find-nothing", test_find_nothing);
  ADD ("describe", test_describe);
  ADD ("describe-ids", test_describe_ids);
  ADD ("hostile-results", test_hostile_results);
  ADD ("uri", test_uri);
  ADD ("lines", test_lines);
  ADD ("bundle-without-database", test_bundle_without_database);
  ADD ("user-database", test_user_database);
  ADD ("unreadable-database", test_unreadable_database);
  ADD ("nothing-to-read", test_nothing_to_read);
  ADD ("not-too-many", test_not_too_many);
  ADD ("keys-from-elsewhere", test_keys_from_elsewhere);
  ADD ("threads", test_threads);

  return g_test_run ();
}
