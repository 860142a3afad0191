/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-bundle.h"

/* test-upgrade CATALOGUE FIRST: the database of someone who used the first catalogue (as
 * SQL) under the catalogue of today. Nothing of the user's may change but renamed keys.
 */

static const char *catalogue_path;
static const char *first_path;

typedef struct
{
  char *folder;
  char *path;
  char *bundle;
} Fixture;

/* Everything that a user has, a line each. */
static const char user_sql[] =
  "SELECT group_concat (line, x'0a') FROM ("
  "SELECT concat_ws (' ', 'rating', key, stars, changed_at) AS line FROM user_rating"
  " UNION ALL SELECT concat_ws (' ', 'note', key, note, changed_at) FROM user_note"
  " UNION ALL SELECT concat_ws (' ', 'status', key, place, status, changed_at) FROM user_status"
  " UNION ALL SELECT concat_ws (' ', 'plan', id, title, role, place, created_at) FROM plan"
  " UNION ALL SELECT concat_ws (' ', 'item', plan_id, key, place, note, starts_on, due_on, effort, added_at) FROM plan_item"
  ")";

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* The order of lines follows the keys, which may be renamed. */
static void
assert_same_lines (const char *after,
                   const char *expected)
{
  g_auto (GStrv) after_lines = g_strsplit (after, "\n", -1);
  g_auto (GStrv) expected_lines = g_strsplit (expected, "\n", -1);
  guint n = g_strv_length (expected_lines);

  g_assert_cmpuint (n, >, 30);
  g_assert_cmpuint (g_strv_length (after_lines), ==, n);
  qsort (after_lines, n, sizeof (char *), compare_lines);
  qsort (expected_lines, n, sizeof (char *), compare_lines);

  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (after_lines[i], ==, expected_lines[i]);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GBytes) catalogue = read_bytes (catalogue_path);
  g_autofree char *first = NULL;

  fixture->folder = make_folder ();
  fixture->path = g_build_filename (fixture->folder, "wheelhouse.db", NULL);
  fixture->bundle = g_build_filename (fixture->folder, "catalogue.sqlite", NULL);

  g_assert_true (g_file_get_contents (first_path, &first, NULL, NULL));
  run_sql (fixture->path, first);
  write_bytes (fixture->bundle, g_bytes_get_data (catalogue, NULL), g_bytes_get_size (catalogue));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->bundle);
}

/* Opens the user's database as the program does. */
static WhDatabase *
upgrade (Fixture *fixture)
{
  g_autofree char *notice = NULL;
  WhDatabase      *database = open_user_database (fixture->path, fixture->bundle, &notice);

  g_assert_null (notice);
  assert_sound (database);

  return database;
}

static void
test_upgrade_keeps_what_is_the_users (Fixture      *fixture,
                                      gconstpointer data)
{
  g_autofree char *before = query_sql (fixture->path, user_sql);
  g_autofree char *after = NULL;
  g_autoptr (WhDatabase) database = upgrade (fixture);

  g_assert_cmpint (count_in (database, "SELECT count (*) FROM library"), >, 200);
  g_clear_object (&database);

  after = query_sql (fixture->path, user_sql);
  assert_same_lines (after, before);
  g_assert_nonnull (strstr (after, "item 1 sqlalchemy 2.0 After the tutorial 2026-12-01 2026-12-24 360"));
}

/* Of everything that the user had, nothing has become a stranger to the catalogue. */
static void
test_upgrade_knows_every_key (Fixture      *fixture,
                              gconstpointer data)
{
  g_autoptr (WhDatabase) database = upgrade (fixture);

  g_assert_cmpint (count_in (database,
                             "SELECT count (*) FROM (SELECT key FROM user_rating UNION SELECT key FROM user_note"
                             " UNION SELECT key FROM user_status UNION SELECT key FROM plan_item)"
                             " WHERE key NOT IN (SELECT key FROM library JOIN contribution ON library_id = id)"),
                   ==, 0);
}

static void
test_upgrade_follows_renamed_keys (Fixture      *fixture,
                                   gconstpointer data)
{
  static const char *const renamed[][2] = {
    { "fastapi", "fastapi-renamed" },
    { "pypattyrn", "pypattyrn-renamed" },
    { "python-decouple", "python-decouple-renamed" },
  };
  g_autofree char *expected = query_sql (fixture->path, user_sql);
  g_autofree char *after = NULL;
  g_autoptr (WhDatabase) database = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (renamed); i++)
    {
      g_autofree char *old_word = g_strdup_printf (" %s ", renamed[i][0]);
      g_autofree char *new_word = g_strdup_printf (" %s ", renamed[i][1]);
      g_autofree char *sql = NULL;
      g_auto (GStrv) parts = g_strsplit (expected, old_word, -1);

      sql = g_strdup_printf ("UPDATE library SET key = '%s' WHERE key = '%s';"
                             "INSERT INTO renamed_key (collection, old_key, new_key) SELECT id, '%s', '%s' FROM collection;"
                             "UPDATE collection SET revision = revision || '%u'",
                             renamed[i][1], renamed[i][0], renamed[i][0], renamed[i][1], i);
      run_sql (fixture->bundle, sql);

      g_assert_cmpuint (g_strv_length (parts), >, 1);
      g_free (expected);
      expected = g_strjoinv (new_word, parts);
    }

  database = upgrade (fixture);
  g_clear_object (&database);
  after = query_sql (fixture->path, user_sql);
  assert_same_lines (after, expected);
}

/* A topic is known by its key: what is written on it, and how, may change. */
static void
test_upgrade_keeps_ticks_on_mended_topics (Fixture      *fixture,
                                           gconstpointer data)
{
  g_autoptr (WhDatabase) database = upgrade (fixture);
  g_autofree char *key = query_sql (fixture->bundle,
                                    "SELECT min (key) FROM guide_node WHERE library_id IS NULL"
                                    " AND id NOT IN (SELECT parent_id FROM guide_node WHERE parent_id NOTNULL)");
  g_autofree char *sql = NULL;
  g_autofree char *title = NULL;

  g_assert_cmpstr (key, !=, "");
  use (database, key, 20, 1000);
  g_clear_object (&database);

  sql = g_strdup_printf ("UPDATE text SET text = 'Mended' WHERE id = (SELECT title_text FROM guide_node WHERE key = '%s');"
                         "UPDATE collection SET revision = revision || 'x'",
                         key);
  run_sql (fixture->bundle, sql);

  database = upgrade (fixture);
  assert_used (database, key, key, 20, 1000);
  g_clear_object (&database);

  g_free (sql);
  sql = g_strdup_printf ("SELECT DISTINCT text FROM text WHERE id = (SELECT title_text FROM guide_node WHERE key = '%s')", key);
  title = query_sql (fixture->path, sql);
  g_assert_cmpstr (title, ==, "Mended");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_assert_cmpint (argc, ==, 3);
  catalogue_path = argv[1];
  first_path = argv[2];

#define ADD(Path, Test) g_test_add (Path, Fixture, NULL, set_up, Test, tear_down)
  ADD ("/upgrade/keeps-what-is-the-users", test_upgrade_keeps_what_is_the_users);
  ADD ("/upgrade/knows-every-key", test_upgrade_knows_every_key);
  ADD ("/upgrade/follows-renamed-keys", test_upgrade_follows_renamed_keys);
  ADD ("/upgrade/keeps-ticks-on-mended-topics", test_upgrade_keeps_ticks_on_mended_topics);
#undef ADD

  return g_test_run ();
}
