/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-files.h"
#include "wh-database-private.h"
#include "wh-problem.h"
#include "wh-schema.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = make_folder ();
  fixture->path = g_build_filename (fixture->folder, "wheelhouse.db", NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static WhDatabase *
open_database (const char    *path,
               WhDatabaseMode mode)
{
  g_autoptr (GError) error = NULL;
  WhDatabase *database = wh_database_open (path, mode, &error);

  g_assert_no_error (error);
  g_assert_nonnull (database);

  return database;
}

static void
make_database (const char *path)
{
  g_autoptr (WhDatabase) database = open_database (path, WH_DATABASE_CREATE);
}

static void
assert_ok (WhDatabase *database,
           const char *sql)
{
  g_autoptr (GError) error = NULL;

  wh_database_exec (database, sql, &error);
  g_assert_no_error (error);
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

static void
test_create (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (WhDatabase) database = open_database (fixture->path, WH_DATABASE_CREATE);

  g_assert_cmpstr (wh_database_get_path (database), ==, fixture->path);
  g_assert_cmpint (count (database, "PRAGMA application_id"), ==, WH_SCHEMA_APPLICATION_ID);
  g_assert_cmpint (count (database, "PRAGMA user_version"), ==, wh_schema_get_version ());
  g_assert_cmpint (count (database, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (count (database, "PRAGMA synchronous"), ==, 2);
  g_assert_cmpint (count (database, "SELECT count(*) FROM plan"), ==, 1);
  assert_ok (database, "INSERT INTO user_note VALUES ('django', 'read', 1)");
  g_clear_object (&database);

  /* What was written is there again, and the log is gone with its last user. */
  database = open_database (fixture->path, WH_DATABASE_READ_WRITE);
  g_assert_cmpint (count (database, "SELECT count(*) FROM user_note"), ==, 1);
  g_clear_object (&database);
  g_assert_cmpuint (count_files (fixture->folder, "wheelhouse.db"), ==, 1);
}

static void
test_missing (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "wheelhouse.db", NULL);

  g_assert_null (wh_database_open (fixture->path, WH_DATABASE_READ_WRITE, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_clear_error (&error);

  g_assert_null (wh_database_open (fixture->path, WH_DATABASE_READ_ONLY, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpuint (count_files (fixture->folder, ""), ==, 0);

  g_assert_null (wh_database_open (nowhere, WH_DATABASE_CREATE, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, nowhere));
  g_clear_error (&error);

  g_assert_null (wh_database_open (fixture->folder, WH_DATABASE_CREATE, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, fixture->folder));
}

static void
test_read_only (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (WhDatabase) reader = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  make_database (fixture->path);
  before = read_bytes (fixture->path);

  reader = open_database (fixture->path, WH_DATABASE_READ_ONLY);
  g_assert_cmpint (count (reader, "SELECT count(*) FROM plan"), ==, 1);
  g_assert_false (wh_database_exec (reader, "DELETE FROM plan", &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_clear_object (&reader);

  after = read_bytes (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
}

static WhDatabase *
peek (const char *path)
{
  g_autoptr (GError) error = NULL;
  WhDatabase *database = wh_database_peek (path, &error);

  g_assert_no_error (error);
  return database;
}

static void
test_peek_leaves_no_trace (Fixture      *fixture,
                           gconstpointer data)
{
  g_autoptr (WhDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  g_assert_null (wh_database_peek (fixture->path, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpuint (count_files (fixture->folder, ""), ==, 0);

  make_database (fixture->path);
  before = read_bytes (fixture->path);

  database = peek (fixture->path);
  g_assert_cmpint (count (database, "SELECT count(*) FROM plan"), ==, 1);
  g_assert_cmpuint (count_files (fixture->folder, ""), ==, 1);
  g_assert_false (wh_database_exec (database, "DELETE FROM plan", &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_READ_ONLY);
  g_clear_object (&database);

  after = read_bytes (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (count_files (fixture->folder, ""), ==, 1);
}

/* The log of a running program is read, and is put into the file by that program alone. */
static void
test_peek_beside_writer (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (WhDatabase) writer = open_database (fixture->path, WH_DATABASE_CREATE);
  g_autoptr (WhDatabase) database = NULL;
  g_autoptr (GBytes) before = read_bytes (fixture->path);
  g_autoptr (GBytes) after = NULL;

  assert_ok (writer, "INSERT INTO user_note VALUES ('django', 'mine', 1)");
  database = peek (fixture->path);
  g_assert_cmpint (count (database, "SELECT count(*) FROM user_note"), ==, 1);
  assert_ok (writer, "INSERT INTO user_note VALUES ('flask', 'mine', 1)");
  g_clear_object (&database);

  after = read_bytes (fixture->path);
  g_assert_true (g_bytes_equal (before, after));

  g_clear_object (&writer);
  g_assert_cmpuint (count_files (fixture->folder, ""), ==, 1);
}

/* A log that a program left behind when it was killed stays that of the next one to open the file. */
static void
test_peek_at_left_log (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (WhDatabase) writer = open_database (fixture->path, WH_DATABASE_CREATE);
  g_autoptr (WhDatabase) database = NULL;
  g_autofree char *left = g_build_filename (fixture->folder, "left.db", NULL);
  g_autofree char *left_log = g_strconcat (left, "-wal", NULL);
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GBytes) log = NULL;
  g_autoptr (GBytes) file_after = NULL;
  g_autoptr (GBytes) log_after = NULL;

  assert_ok (writer, "INSERT INTO user_note VALUES ('django', 'mine', 1)");
  file = read_bytes (fixture->path);
  log = read_bytes (wh_database_get_log_path (writer));
  write_bytes (left, g_bytes_get_data (file, NULL), g_bytes_get_size (file));
  write_bytes (left_log, g_bytes_get_data (log, NULL), g_bytes_get_size (log));

  database = peek (left);
  g_assert_cmpint (count (database, "SELECT count(*) FROM user_note"), ==, 1);
  g_clear_object (&database);

  file_after = read_bytes (left);
  log_after = read_bytes (left_log);
  g_assert_true (g_bytes_equal (file, file_after));
  g_assert_true (g_bytes_equal (log, log_after));
}

/* Not even somebody who wants the file for themselves alone. */
static void
test_peek_holds_nobody_up (Fixture      *fixture,
                           gconstpointer data)
{
  g_autoptr (WhDatabase) database = NULL;
  g_autoptr (WhDatabase) writer = NULL;

  make_database (fixture->path);
  database = peek (fixture->path);
  g_assert_cmpint (count (database, "SELECT count(*) FROM plan"), ==, 1);

  writer = open_database (fixture->path, WH_DATABASE_READ_WRITE);
  assert_ok (writer, "PRAGMA locking_mode = EXCLUSIVE; INSERT INTO user_note VALUES ('django', 'mine', 1)");
  g_assert_cmpint (count (database, "SELECT count(*) FROM plan"), ==, 1);
}

/* Nor is somebody held up by who never writes. */
static void
test_peek_refuses_pipe (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (mkfifo (fixture->path, 0600));
  g_assert_null (wh_database_peek (fixture->path, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_FAILED);
}

static void
read_in_closed_folder (gconstpointer path)
{
  g_autoptr (WhDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  drop_privileges ();

  database = open_database (path, WH_DATABASE_READ_ONLY);
  g_assert_cmpint (count (database, "SELECT count(*) FROM plan"), ==, 1);
  g_clear_object (&database);

  g_assert_null (wh_database_open (path, WH_DATABASE_READ_WRITE, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, path));
}

/* As an installed catalogue lies: neither the file nor its folder can be written. */
static void
test_closed_folder (Fixture      *fixture,
                    gconstpointer data)
{
  make_database (fixture->path);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);

  run_in_child (read_in_closed_folder, fixture->path);

  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  g_assert_cmpuint (count_files (fixture->folder, ""), ==, 1);
}

/* Another program's change is seen, one's own is not. */
static void
test_data_version (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (WhDatabase) one = open_database (fixture->path, WH_DATABASE_CREATE);
  g_autoptr (WhDatabase) other = open_database (fixture->path, WH_DATABASE_READ_WRITE);
  gint64 version = wh_database_get_data_version (one);

  assert_ok (one, "INSERT INTO user_note VALUES ('django', 'mine', 1)");
  g_assert_cmpint (wh_database_get_data_version (one), ==, version);

  assert_ok (other, "INSERT INTO user_note VALUES ('flask', 'theirs', 1)");
  g_assert_cmpint (wh_database_get_data_version (one), !=, version);
}

static void
test_transactions (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (WhDatabase) database = open_database (fixture->path, WH_DATABASE_CREATE);
  g_autoptr (WhDatabase) reader = open_database (fixture->path, WH_DATABASE_READ_ONLY);
  g_autoptr (GError) error = NULL;

  g_assert_true (wh_database_begin_read (reader, &error));
  g_assert_cmpint (count (reader, "SELECT count(*) FROM user_note"), ==, 0);

  g_assert_true (wh_database_begin (database, &error));
  assert_ok (database, "INSERT INTO user_note VALUES ('django', 'x', 1)");
  wh_database_rollback (database);
  g_assert_cmpint (count (database, "SELECT count(*) FROM user_note"), ==, 0);

  g_assert_true (wh_database_begin (database, &error));
  assert_ok (database, "INSERT INTO user_note VALUES ('django', 'x', 1)");
  g_assert_true (wh_database_commit (database, &error));
  g_assert_no_error (error);

  /* The reader still sees what it saw. */
  g_assert_cmpint (count (reader, "SELECT count(*) FROM user_note"), ==, 0);
  wh_database_rollback (reader);
  g_assert_cmpint (count (reader, "SELECT count(*) FROM user_note"), ==, 1);

  /* A commit that cannot be is rolled back. */
  g_assert_true (wh_database_begin (database, &error));
  assert_ok (database, "PRAGMA defer_foreign_keys = ON;"
                       "INSERT INTO plan_item (plan_id, key, place, added_at) VALUES (99, 'x', 1, 1)");
  g_assert_false (wh_database_commit (database, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, "Restore a backup"));
  g_assert_cmpint (count (database, "SELECT count(*) FROM plan_item"), ==, 0);
  g_clear_error (&error);
  g_assert_true (wh_database_begin (database, &error));
  wh_database_rollback (database);
}

static void
test_locked (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (WhDatabase) one = open_database (fixture->path, WH_DATABASE_CREATE);
  g_autoptr (WhDatabase) other = open_database (fixture->path, WH_DATABASE_READ_WRITE);
  g_autoptr (GError) error = NULL;

  g_assert_true (wh_database_begin (one, &error));
  wh_database_set_busy_timeout (other, 20);
  g_assert_false (wh_database_begin (other, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_clear_error (&error);

  wh_database_rollback (one);
  g_assert_true (wh_database_begin (other, &error));
  wh_database_rollback (other);
}

static void
test_cursors (Fixture      *fixture,
              gconstpointer data)
{
  static const char sql[] = "SELECT ?1 UNION ALL SELECT 'second'";
  g_autoptr (WhDatabase) database = open_database (":memory:", WH_DATABASE_CREATE);
  g_autoptr (GError) error = NULL;
  WhCursor *first = wh_database_prepare (database, sql, &error);
  WhCursor *second = wh_database_prepare (database, sql, &error);

  /* The same SQL twice at once: two statements, each with its own parameter and place. */
  g_assert_true (first != second);
  wh_cursor_bind_text (first, 1, "one");
  wh_cursor_bind_text (second, 1, "two");
  g_assert_true (wh_cursor_next (first, &error));
  g_assert_true (wh_cursor_next (second, &error));
  g_assert_cmpstr (wh_cursor_get_text (first, 0), ==, "one");
  g_assert_cmpstr (wh_cursor_get_text (second, 0), ==, "two");
  wh_cursor_release (second);
  g_assert_true (wh_cursor_next (first, &error));
  g_assert_cmpstr (wh_cursor_get_text (first, 0), ==, "second");
  g_assert_false (wh_cursor_next (first, &error));
  g_assert_no_error (error);
  wh_cursor_release (first);

  /* Given back and lent again: without the parameter of last time. */
  first = wh_database_prepare (database, sql, &error);
  g_assert_true (first == second);
  g_assert_true (wh_cursor_next (first, &error));
  g_assert_true (wh_cursor_is_null (first, 0));
  wh_cursor_release (first);

  g_assert_null (wh_database_prepare (database, "SELECT nothing", &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_FAILED);
}

/* Texts of a file are made fit to be shown, whatever they are. */
static void
test_texts (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (WhDatabase) database = open_database (":memory:", WH_DATABASE_CREATE);
  g_autoptr (GError) error = NULL;
  g_autoptr (WhCursor) cursor = wh_database_prepare (database,
                                                     "SELECT 'é', CAST (x'61ff62' AS TEXT), CAST (x'610062' AS TEXT),"
                                                     " replace (hex (zeroblob (131072)), '00', 'aé'), -5, 7, NULL",
                                                     &error);
  g_autofree char *broken = NULL;
  g_autofree char *with_zero = NULL;
  g_autofree char *too_long = NULL;

  g_assert_no_error (error);
  g_assert_true (wh_cursor_next (cursor, &error));
  g_assert_cmpstr (wh_cursor_get_text (cursor, 0), ==, "é");
  g_assert_cmpstr (wh_cursor_get_text (cursor, 1), ==, "\357\277\275");
  g_assert_cmpstr (wh_cursor_get_text (cursor, 2), ==, "\357\277\275");
  g_assert_cmpstr (wh_cursor_get_text (cursor, 3), ==, "\357\277\275");

  broken = wh_cursor_dup_text (cursor, 1);
  g_assert_cmpstr (broken, ==, "a\357\277\275b");
  with_zero = wh_cursor_dup_text (cursor, 2);
  g_assert_cmpstr (with_zero, ==, "a");

  /* 'aé' is three bytes, so the limit falls between its two last ones once in three. */
  too_long = wh_cursor_dup_text (cursor, 3);
  g_assert_cmpuint (strlen (too_long), <=, WH_TEXT_MAX);
  g_assert_cmpuint (strlen (too_long), >, WH_TEXT_MAX - 4);
  g_assert_true (g_utf8_validate (too_long, -1, NULL));
  g_assert_null (strstr (too_long, "\357\277\275"));

  g_assert_cmpuint (wh_cursor_get_uint (cursor, 4), ==, 0);
  g_assert_cmpuint (wh_cursor_get_uint (cursor, 5), ==, 7);
  g_assert_null (wh_cursor_get_text (cursor, 6));
}

/* A schema that is not ours is refused, and nothing of it runs. */
static void
test_foreign_schema (Fixture      *fixture,
                     gconstpointer data)
{
  static const char *const changes[] = {
    "CREATE TRIGGER grab AFTER INSERT ON user_note BEGIN DELETE FROM plan; END",
    "CREATE VIEW spy AS SELECT * FROM user_note",
    "CREATE TABLE extra (x)",
    "CREATE INDEX extra ON user_note (note)",
    "DROP TABLE saved_view",
    "CREATE VIRTUAL TABLE extra USING fts5 (x)",
    "DROP TABLE saved_view; CREATE VIEW saved_view AS SELECT 1 AS id, 'x' AS title",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GError) error = NULL;

      make_database (fixture->path);
      run_sql (fixture->path, changes[i]);

      for (guint mode = WH_DATABASE_READ_ONLY; mode <= WH_DATABASE_CREATE; mode++)
        {
          g_assert_null (wh_database_open (fixture->path, mode, &error));
          g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_CORRUPT);
          g_assert_nonnull (strstr (error->message, fixture->path));
          g_clear_error (&error);
        }

      g_assert_cmpint (g_remove (fixture->path), ==, 0);
    }
}

/* The short way to the expected schema arrives where the long one does. */
static void
test_expected_schema (Fixture      *fixture,
                      gconstpointer data)
{
  for (guint version = 0; version <= wh_schema_get_version (); version++)
    {
      g_autoptr (GHashTable) made = wh_schema_make (version);
      g_autoptr (GHashTable) derived = wh_schema_derive (version);
      GHashTableIter iter;
      gpointer       entry;
      gpointer       sql;

      /* A step that it cannot read costs every start of the program. */
      g_assert_nonnull (derived);
      g_assert_cmpuint (g_hash_table_size (derived), ==, g_hash_table_size (made));
      g_hash_table_iter_init (&iter, made);

      while (g_hash_table_iter_next (&iter, &entry, &sql))
        g_assert_cmpstr (g_hash_table_lookup (derived, entry), ==, sql);
    }
}

/* An older file takes the steps that it lacks, and keeps what it has. */
static void
test_migrates (Fixture      *fixture,
               gconstpointer data)
{
  const char *const *steps = wh_schema_get_migrations ();
  g_autofree char   *marks = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = 1;", WH_SCHEMA_APPLICATION_ID);
  g_autoptr (WhDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  run_sql (fixture->path, steps[0]);
  run_sql (fixture->path, marks);
  run_sql (fixture->path, "INSERT INTO library (key, name) VALUES ('django', 'Django')");

  g_assert_null (wh_database_open (fixture->path, WH_DATABASE_READ_ONLY, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_FAILED);

  database = open_database (fixture->path, WH_DATABASE_READ_WRITE);
  g_assert_cmpint (count (database, "PRAGMA user_version"), ==, wh_schema_get_version ());
  g_assert_cmpint (count (database, "SELECT count(*) FROM library WHERE key = 'django'"), ==, 1);
  g_assert_cmpint (count (database, "SELECT count(*) FROM plan"), ==, 1);
}

static gpointer
open_in_thread (gpointer path)
{
  make_database (path);
  return NULL;
}

/* Several programs that make the same file at the same moment make it once. */
static void
test_create_at_once (Fixture      *fixture,
                     gconstpointer data)
{
  for (guint round = 0; round < 5; round++)
    {
      GThread         *threads[6];
      g_autofree char *plans = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new (NULL, open_in_thread, fixture->path);

      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        g_thread_join (threads[i]);

      plans = query_sql (fixture->path, "SELECT count(*) FROM plan");
      g_assert_cmpstr (plans, ==, "1");
      g_assert_cmpint (g_remove (fixture->path), ==, 0);
    }
}

static GPtrArray *
check (WhDatabase *database)
{
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *problems = NULL;

  wh_database_check (database, &problems, &notes, &error);
  g_assert_no_error (error);

  return problems;
}

static void
test_check_finds_damage (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (WhDatabase) database = open_database (fixture->path, WH_DATABASE_CREATE);
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *root = NULL;

  g_clear_object (&database);
  root = query_sql (fixture->path, "SELECT rootpage FROM sqlite_schema WHERE name = 'user_note'");
  spoil_bytes (fixture->path, (g_ascii_strtoll (root, NULL, 10) - 1) * 4096, 4096);

  database = open_database (fixture->path, WH_DATABASE_READ_WRITE);
  problems = check (database);
  g_assert_cmpuint (problems->len, >, 0);
  g_assert_cmpstr (((WhProblem *) problems->pdata[0])->kind, ==, "structure");
}

static void
write_on_small_disk (gconstpointer folder)
{
  g_autofree char *path = g_build_filename (folder, "wheelhouse.db", NULL);
  g_autofree char *filler = g_build_filename (folder, "filler", NULL);
  g_autoptr (WhDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  gboolean ok = TRUE;

  mount_small_disk (folder, 1024);
  database = open_database (path, WH_DATABASE_CREATE);
  assert_ok (database, "INSERT INTO user_note VALUES ('django', 'kept', 1)");
  fill_disk (filler);

  g_assert_true (wh_database_begin (database, &error));

  for (guint i = 0; ok && i < 1000; i++)
    {
      g_autofree char *sql = g_strdup_printf ("INSERT INTO user_note VALUES ('k%u', hex (zeroblob (2000)), 1)", i);

      ok = wh_database_exec (database, sql, &error);
    }

  if (ok)
    ok = wh_database_commit (database, &error);

  g_assert_false (ok);
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, path));
  wh_database_rollback (database);
  g_assert_cmpint (count (database, "SELECT count(*) FROM user_note"), ==, 1);

  /* With space again it goes on. */
  g_assert_cmpint (g_remove (filler), ==, 0);
  assert_ok (database, "INSERT INTO user_note VALUES ('flask', 'more', 1)");
}

static void
test_full (Fixture      *fixture,
           gconstpointer data)
{
  run_in_child (write_on_small_disk, fixture->folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, func) g_test_add ("/database/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("create", test_create);
  ADD ("missing", test_missing);
  ADD ("read-only", test_read_only);
  ADD ("peek-leaves-no-trace", test_peek_leaves_no_trace);
  ADD ("peek-beside-writer", test_peek_beside_writer);
  ADD ("peek-at-left-log", test_peek_at_left_log);
  ADD ("peek-holds-nobody-up", test_peek_holds_nobody_up);
  ADD ("peek-refuses-pipe", test_peek_refuses_pipe);
  ADD ("closed-folder", test_closed_folder);
  ADD ("data-version", test_data_version);
  ADD ("transactions", test_transactions);
  ADD ("locked", test_locked);
  ADD ("cursors", test_cursors);
  ADD ("texts", test_texts);
  ADD ("foreign-schema", test_foreign_schema);
  ADD ("expected-schema", test_expected_schema);
  ADD ("migrates", test_migrates);
  ADD ("create-at-once", test_create_at_once);
  ADD ("check-finds-damage", test_check_finds_damage);
  ADD ("full", test_full);

  return g_test_run ();
}
