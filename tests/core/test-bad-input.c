/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-bundle.h"
#include "wh-schema.h"

#define PAGE 4096
#define N_NOTES 400

typedef struct
{
  char *folder; /* where the user's database lies, and nothing else */
  char *path;
  char *bundle_folder;
  char *bundle;
  char *other_bundle;
} Fixture;

/* What the libraries of a bundle come from. */
#define SOURCE_SQL                                    \
  "INSERT INTO text VALUES (1, 'en', 'A survey', 1);" \
  "INSERT INTO source VALUES (1, 1, 'survey', 1, NULL, 'zh', 1);"

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  static const char *const one[] = { "django", "flask", "pylons", NULL };
  static const char *const two[] = { "flask", "django", NULL };

  fixture->folder = make_folder ();
  fixture->path = g_build_filename (fixture->folder, "wheelhouse.db", NULL);
  fixture->bundle_folder = make_folder ();
  fixture->bundle = g_build_filename (fixture->bundle_folder, "one.sqlite", NULL);
  fixture->other_bundle = g_build_filename (fixture->bundle_folder, "two.sqlite", NULL);
  make_bundle (fixture->bundle, "one", 1, one, SOURCE_SQL);
  make_bundle (fixture->other_bundle, "two", 50, two,
               SOURCE_SQL "INSERT INTO renamed_key VALUES (1, 1, 'pylons', 'flask')");
  g_assert_cmpint (g_chmod (fixture->bundle, 0644), ==, 0);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_chmod (fixture->folder, 0755);
  remove_folder (fixture->folder);
  remove_folder (fixture->bundle_folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->bundle_folder);
  g_free (fixture->bundle);
  g_free (fixture->other_bundle);
}

/* A user with something on some libraries, and as many notes as asked for. */
static void
make_user (Fixture *fixture,
           guint    n_notes)
{
  g_autoptr (WhDatabase) database = open_user_database (fixture->path, fixture->bundle, NULL);
  g_autoptr (GError) error = NULL;

  use (database, "django", 1, 100);
  use (database, "pylons", 2, 200);
  g_assert_true (wh_database_begin (database, &error));

  for (guint i = 0; i < n_notes; i++)
    {
      g_autofree char *sql = g_strdup_printf ("INSERT INTO user_note VALUES ('note-%03u', 'note %u, and %s', %u)", i, i,
                                              "enough text that not all of them fit on one page of the file", i);

      g_assert_true (wh_database_exec (database, sql, &error));
    }

  g_assert_true (wh_database_commit (database, &error));
  g_assert_no_error (error);
}

static gint64
get_page_offset (const char *path,
                 const char *sql)
{
  g_autofree char *page = query_sql (path, sql);
  gint64           number = g_ascii_strtoll (page, NULL, 10);

  g_assert_cmpint (number, >, 0);
  return (number - 1) * PAGE;
}

static void
spoil_table (const char *path,
             const char *name)
{
  g_autofree char *sql = g_strdup_printf ("SELECT rootpage FROM sqlite_schema WHERE name = '%s'", name);

  spoil_bytes (path, get_page_offset (path, sql), PAGE);
}

/* Opens a damaged database and asserts what becomes of the file: the bytes are all
 * there under a dated name, and the new one is sound. Returns the notice.
 */
static char *
open_damaged (Fixture     *fixture,
              WhDatabase **database)
{
  g_autoptr (GBytes) before = read_bytes (fixture->path);
  g_autoptr (GBytes) after = NULL;
  g_autofree char *set_aside = NULL;
  g_autofree char *name = NULL;
  g_autofree char *notice = NULL;

  *database = open_user_database (fixture->path, fixture->bundle, &notice);
  assert_sound (*database);
  g_assert_cmpint (count_in (*database, "SELECT count(*) FROM contribution"), ==, 3);

  g_assert_nonnull (notice);
  set_aside = find_file (fixture->folder, "wheelhouse.db.damaged-2");
  g_assert_nonnull (set_aside);
  name = g_path_get_basename (set_aside);
  g_assert_nonnull (strstr (notice, name));
  g_assert_nonnull (strstr (notice, fixture->path));

  after = read_bytes (set_aside);
  g_assert_cmpuint (g_bytes_get_size (after), ==, g_bytes_get_size (before));
  g_assert_true (g_bytes_equal (before, after));

  return g_steal_pointer (&notice);
}

/* Asserts that opening fails with @code, names the file, and touches nothing. */
static void
assert_refused (Fixture     *fixture,
                WhStoreError code)
{
  g_autoptr (GBytes) before = read_bytes (fixture->path);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *notice = NULL;
  guint            n_files = count_files (fixture->folder, "");

  g_assert_null (wh_user_database_open (fixture->path, fixture->bundle, &notice, &error));
  g_assert_error (error, WH_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_assert_null (notice);

  after = read_bytes (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (count_files (fixture->folder, ""), ==, n_files);
}

static void
assert_opens (Fixture *fixture)
{
  g_autofree char *notice = NULL;
  g_autoptr (WhDatabase) database = open_user_database (fixture->path, fixture->bundle, &notice);

  g_assert_null (notice);
  assert_used (database, "django", "django", 1, 100);
}

static void
test_text_file (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (100000, 'x');

  write_bytes (fixture->path, "Dear diary", 10);
  assert_refused (fixture, WH_STORE_ERROR_NOT_DATABASE);

  write_bytes (fixture->path, long_text, 100000);
  assert_refused (fixture, WH_STORE_ERROR_NOT_DATABASE);
}

static void
test_foreign_database (Fixture      *fixture,
                       gconstpointer data)
{
  run_sql (fixture->path, "PRAGMA application_id = 252006674; CREATE TABLE books (title)");
  assert_refused (fixture, WH_STORE_ERROR_NOT_DATABASE);

  g_remove (fixture->path);
  run_sql (fixture->path, "CREATE TABLE books (title); CREATE TABLE user_note (key, note)");
  assert_refused (fixture, WH_STORE_ERROR_NOT_DATABASE);
}

static void
test_newer_version (Fixture      *fixture,
                    gconstpointer data)
{
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %u", wh_schema_get_version () + 1);

  make_user (fixture, 0);
  run_sql (fixture->path, version);
  assert_refused (fixture, WH_STORE_ERROR_NEWER);

  /* The other program goes on where it was. */
  version[strlen (version) - 1]--;
  run_sql (fixture->path, version);
  assert_opens (fixture);
}

static void
test_locked (Fixture      *fixture,
             gconstpointer data)
{
  sqlite3 *other = NULL;

  make_user (fixture, 0);
  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);

  assert_refused (fixture, WH_STORE_ERROR_BUSY);

  g_assert_cmpint (sqlite3_close (other), ==, SQLITE_OK);
  assert_opens (fixture);
}

static void
be_refused_writing (gconstpointer data)
{
  drop_privileges ();
  assert_refused ((Fixture *) data, WH_STORE_ERROR_READ_ONLY);
}

static void
be_refused_a_new_one (gconstpointer data)
{
  const Fixture *fixture = data;
  g_autoptr (GError) error = NULL;

  drop_privileges ();
  g_assert_null (wh_user_database_open (fixture->path, fixture->bundle, NULL, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, fixture->path));
}

static void
test_read_only (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (WhDatabase) database = NULL;

  make_user (fixture, 0);

  /* The file cannot be written. */
  g_assert_cmpint (g_chmod (fixture->folder, 0777), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  run_in_child (be_refused_writing, fixture);

  /* The file can, its folder cannot. */
  g_assert_cmpint (g_chmod (fixture->path, 0666), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  run_in_child (be_refused_writing, fixture);

  database = open_user_database (fixture->path, fixture->bundle, NULL);
  assert_used (database, "django", "django", 1, 100);
  g_clear_object (&database);

  /* There is none, and none can be made. */
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  run_in_child (be_refused_a_new_one, fixture);
  g_assert_cmpuint (count_files (fixture->folder, ""), ==, 0);
}

static void
start_on_full_disk (gconstpointer data)
{
  const Fixture *fixture = data;
  g_autoptr (GError) error = NULL;

  mount_small_disk (fixture->folder, 256);
  g_assert_null (wh_user_database_open (fixture->path, fixture->bundle, NULL, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, "wheelhouse.db"));

  /* Nothing is left half written. */
  g_assert_cmpuint (count_files (fixture->folder, ""), ==, 0);
}

static void
test_first_start_on_full_disk (Fixture      *fixture,
                               gconstpointer data)
{
  GStatBuf info;

  /* Otherwise the disk would be large enough. */
  g_assert_cmpint (g_stat (fixture->bundle, &info), ==, 0);
  g_assert_cmpint (info.st_size, >, 256 * 1024);

  run_in_child (start_on_full_disk, fixture);
}

static void
work_on_full_disk (gconstpointer data)
{
  const Fixture   *fixture = data;
  g_autofree char *filler = g_build_filename (fixture->folder, "filler", NULL);
  g_autofree char *backup = g_build_filename (fixture->folder, "backup.db", NULL);
  g_autofree char *notice = NULL;
  g_autoptr (WhDatabase) database = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  mount_small_disk (fixture->folder, 3 * 1024);
  make_user ((Fixture *) fixture, 0);
  write_bytes (backup, "an older backup", 15);
  database = open_user_database (fixture->path, fixture->bundle, NULL);
  fill_disk (filler);

  /* No backup: the older one stays. */
  g_assert_false (wh_database_backup (database, backup, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, backup));
  g_clear_error (&error);
  bytes = read_bytes (backup);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 15);
  g_assert_cmpuint (count_files (fixture->folder, "backup.db"), ==, 1);

  /* Nothing restored: what there is stays. */
  g_assert_false (wh_user_database_restore (fixture->path, fixture->bundle, NULL, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_FULL);
  g_clear_error (&error);
  assert_used (database, "django", "django", 1, 100);
  g_clear_object (&database);

  /* No new catalogue: the old one stays, and the user's data with it. */
  g_remove (filler);
  database = open_user_database (fixture->path, fixture->bundle, NULL);
  fill_disk (filler);
  g_clear_object (&database);
  database = wh_user_database_open (fixture->path, fixture->other_bundle, &notice, &error);

  if (database != NULL)
    {
      g_autofree char *revision = wh_store_dup_revision (database, &error);

      g_assert_nonnull (notice);
      g_assert_cmpstr (revision, ==, "one");
      assert_used (database, "pylons", "pylons", 2, 200);
    }
  else
    {
      g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_FULL);
      g_clear_error (&error);
    }

  /* With space again everything is as it should be. */
  g_clear_object (&database);
  g_remove (filler);
  database = open_user_database (fixture->path, fixture->other_bundle, NULL);
  assert_sound (database);
  assert_used (database, "django", "django", 1, 100);
  assert_used (database, "flask", "pylons", 2, 200);
}

static void
test_full_disk (Fixture      *fixture,
                gconstpointer data)
{
  run_in_child (work_on_full_disk, fixture);
}

static void
recover_on_full_disk (gconstpointer data)
{
  const Fixture   *fixture = data;
  g_autofree char *filler = g_build_filename (fixture->folder, "filler", NULL);
  g_autoptr (WhDatabase) database = NULL;
  g_autofree char *notice = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;

  mount_small_disk (fixture->folder, 4 * 1024);
  make_user ((Fixture *) fixture, 0);
  spoil_table (fixture->path, "contribution");
  before = read_bytes (fixture->path);
  fill_disk (filler);

  g_assert_null (wh_user_database_open (fixture->path, fixture->bundle, &notice, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_FULL);
  after = read_bytes (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (count_files (fixture->folder, "wheelhouse.db."), ==, 0);

  g_remove (filler);
  database = open_user_database (fixture->path, fixture->bundle, &notice);
  g_assert_nonnull (notice);
  assert_used (database, "django", "django", 1, 100);
}

static void
test_recovery_on_full_disk (Fixture      *fixture,
                            gconstpointer data)
{
  run_in_child (recover_on_full_disk, fixture);
}

/* The catalogue is damaged; nothing of the user's is. */
static void
test_damaged_catalogue (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (WhDatabase) database = NULL;
  g_autofree char *notice = NULL;

  make_user (fixture, N_NOTES);
  spoil_table (fixture->path, "contribution");
  notice = open_damaged (fixture, &database);
  g_assert_nonnull (strstr (notice, "Everything"));

  assert_used (database, "django", "django", 1, 100);
  assert_used (database, "pylons", "pylons", 2, 200);
  g_assert_cmpint (count_in (database, "SELECT count(*) FROM user_note"), ==, N_NOTES + 2);
}

/* One page of the user's notes is damaged: those on the pages before and behind it
 * are recovered, and everything else.
 */
static void
test_damaged_notes (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (WhDatabase) database = NULL;
  g_autofree char *notice = NULL;
  gint64           n_notes;

  make_user (fixture, N_NOTES);
  spoil_bytes (fixture->path,
               get_page_offset (fixture->path,
                                "SELECT pageno FROM dbstat WHERE name = 'user_note' AND pagetype = 'leaf' ORDER BY path LIMIT 1 OFFSET 4"),
               PAGE);
  notice = open_damaged (fixture, &database);
  g_assert_nonnull (strstr (notice, "may be missing"));

  assert_used (database, "django", "django", 1, 100);
  n_notes = count_in (database, "SELECT count(*) FROM user_note");
  g_assert_cmpint (n_notes, >, N_NOTES * 3 / 4);
  g_assert_cmpint (n_notes, <, N_NOTES);
  g_assert_cmpint (count_in (database, "SELECT count(*) FROM user_note WHERE key IN ('note-000', 'note-399')"), ==, 2);
}

/* What the user had on a key that the catalogue no longer knows keeps its name. */
static void
test_damaged_with_gone (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (WhDatabase) database = open_user_database (fixture->path, fixture->bundle, NULL);
  g_autofree char *notice = NULL;

  run_sql (fixture->path, "INSERT INTO library VALUES (90, 'ours', 'Our Own')");
  rate (database, "ours", 3);
  g_clear_object (&database);
  spoil_table (fixture->path, "contribution");
  notice = open_damaged (fixture, &database);

  g_assert_cmpint (count_in (database, "SELECT count(*) FROM library WHERE key = 'ours' AND name = 'Our Own'"), ==, 1);
  g_assert_cmpint (count_in (database, "SELECT stars FROM user_rating WHERE key = 'ours'"), ==, 3);
}

/* A file that was copied only in part. */
static void
test_truncated (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (WhDatabase) database = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *notice = NULL;
  gsize            length;

  make_user (fixture, N_NOTES);
  bytes = read_bytes (fixture->path);
  length = g_bytes_get_size (bytes) - 3 * PAGE - 100;
  g_assert_cmpint (truncate (fixture->path, length), ==, 0);

  notice = open_damaged (fixture, &database);
  assert_used (database, "django", "django", 1, 100);
  g_assert_cmpint (count_in (database, "SELECT count(*) FROM user_note"), >, N_NOTES / 2);
}

/* Only the first page is there: a database without anything that could be read. */
static void
test_truncated_to_nothing (Fixture      *fixture,
                           gconstpointer data)
{
  g_autoptr (WhDatabase) database = NULL;
  g_autofree char *notice = NULL;

  make_user (fixture, 0);
  g_assert_cmpint (truncate (fixture->path, PAGE), ==, 0);
  notice = open_damaged (fixture, &database);
  g_assert_nonnull (strstr (notice, "nothing of yours"));
  assert_unused (database, "django");
}

/* Bytes flipped anywhere: it opens, or is set aside, or is refused; it never crashes,
 * and never is there less than one copy of the bytes.
 */
static void
test_flipped_anywhere (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (GBytes) sound = NULL;
  gsize length;
  guint n_set_aside = 0;

  make_user (fixture, 50);
  sound = read_bytes (fixture->path);
  length = g_bytes_get_size (sound);

  /* Past the first hundred bytes, which say that it is a database: in the heads of
   * pages and behind them.
   */
  for (gsize i = 0; i * 5 * PAGE + PAGE < length; i++)
    {
      gsize offset = i == 0 ? 100 : i * 5 * PAGE + i * 7 % 16;
      g_autoptr (WhDatabase) database = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *notice = NULL;
      g_autofree char *set_aside = NULL;

      write_bytes (fixture->path, g_bytes_get_data (sound, NULL), length);
      spoil_bytes (fixture->path, offset, 24);
      database = wh_user_database_open (fixture->path, fixture->bundle, &notice, &error);
      g_assert_true (database != NULL || error != NULL);

      if ((set_aside = find_file (fixture->folder, "wheelhouse.db.damaged-2")))
        {
          g_autoptr (GBytes) bytes = read_bytes (set_aside);

          n_set_aside++;
          g_assert_nonnull (notice);
          g_assert_cmpuint (g_bytes_get_size (bytes), ==, length);
        }

      g_clear_object (&database);
      remove_folder (fixture->folder);
      g_assert_cmpint (g_mkdir (fixture->folder, 0755), ==, 0);
    }

  g_assert_cmpuint (n_set_aside, >, 5);
}

/* What a program that was killed left in the log is the user's too. */
static void
die_with_log (gconstpointer data)
{
  const Fixture *fixture = data;
  g_autoptr (WhDatabase) database = open_user_database (fixture->path, fixture->bundle, NULL);

  use (database, "flask", 3, 300);

  /* Without closing. */
  _exit (0);
}

static void
test_damaged_with_log (Fixture      *fixture,
                       gconstpointer data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (WhDatabase) database = NULL;
  g_autofree char *set_aside = NULL;
  g_autofree char *notice = NULL;

  make_user (fixture, 0);
  spoil_table (fixture->path, "word");
  run_in_child (die_with_log, fixture);

  /* The child has mended it: damage it again, with a log. */
  set_aside = find_file (fixture->folder, "wheelhouse.db.damaged-2");
  g_assert_nonnull (set_aside);
  g_assert_cmpint (g_remove (set_aside), ==, 0);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  spoil_bytes (fixture->path, PAGE * 10, PAGE * 4);

  notice = open_damaged (fixture, &database);
  assert_used (database, "flask", "flask", 3, 300);
  assert_used (database, "django", "django", 1, 100);
  g_free (set_aside);
  set_aside = find_file (fixture->folder, "wheelhouse.db.damaged-2");
  g_assert_nonnull (set_aside);
  g_assert_cmpuint (count_files (fixture->folder, "wheelhouse.db.damaged-2"), ==, 2);
}

/* A log whose database somebody deleted does not become that of the next one. */
static void
test_orphaned_log (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (WhDatabase) database = NULL;

  make_user (fixture, 0);
  run_in_child (die_with_log, fixture);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_remove (fixture->path), ==, 0);

  database = open_user_database (fixture->path, fixture->bundle, NULL);
  assert_sound (database);
  assert_unused (database, "flask");
  g_assert_cmpuint (count_files (fixture->folder, "wheelhouse.db.damaged-2"), ==, 1);
}

/* A file made to do harm: it is set aside, what is plain data in it is recovered, and
 * nothing in it runs.
 */
static void
test_hostile_schema (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (WhDatabase) database = NULL;
  g_autofree char *notice = NULL;

  make_user (fixture, 0);
  run_sql (fixture->path,
           "CREATE TRIGGER grab AFTER INSERT ON user_note BEGIN DELETE FROM user_rating; END;"
           "DROP TABLE saved_view;"
           "CREATE VIEW saved_view AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
           " SELECT i AS id, 'x' AS title, 'x' AS query, 1 AS place, 1 AS created_at FROM n");
  notice = open_damaged (fixture, &database);
  assert_used (database, "django", "django", 1, 100);
  g_assert_cmpint (count_in (database, "SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')"), ==, 0);
  g_assert_cmpint (count_in (database, "SELECT count(*) FROM saved_view"), ==, 0);
}

/* Restoring looks first: a file that is no good changes nothing. */
static void
test_restore_refuses (Fixture      *fixture,
                      gconstpointer data)
{
  g_autofree char *backup = g_build_filename (fixture->bundle_folder, "backup.db", NULL);
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %u", wh_schema_get_version () + 1);
  g_autoptr (WhDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  make_user (fixture, N_NOTES);

  g_assert_false (wh_user_database_restore (fixture->path, backup, NULL, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, backup));
  g_clear_error (&error);

  write_bytes (backup, "no backup", 9);
  g_assert_false (wh_user_database_restore (fixture->path, backup, NULL, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_DATABASE);
  g_assert_nonnull (strstr (error->message, backup));
  g_clear_error (&error);
  g_remove (backup);

  database = open_user_database (fixture->path, fixture->bundle, NULL);
  g_assert_true (wh_database_backup (database, backup, &error));
  run_sql (backup, version);
  g_assert_false (wh_user_database_restore (fixture->path, backup, NULL, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_NEWER);
  g_clear_error (&error);

  g_assert_true (wh_database_backup (database, backup, &error));
  spoil_table (backup, "user_rating");
  g_assert_false (wh_user_database_restore (fixture->path, backup, NULL, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, backup));
  g_clear_error (&error);

  g_assert_true (wh_database_backup (database, backup, &error));
  run_sql (backup, "CREATE TRIGGER grab AFTER INSERT ON user_note BEGIN DELETE FROM user_rating; END");
  g_assert_false (wh_user_database_restore (fixture->path, backup, NULL, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_CORRUPT);
  g_clear_error (&error);

  /* Nothing that copying would trip over, but no rating either. */
  g_assert_true (wh_database_backup (database, backup, &error));
  run_sql (backup, "PRAGMA ignore_check_constraints = ON; INSERT INTO user_rating VALUES ('flask', 99, 1)");
  g_assert_false (wh_user_database_restore (fixture->path, backup, NULL, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_CORRUPT);
  g_clear_error (&error);

  assert_used (database, "django", "django", 1, 100);
  g_clear_object (&database);
  g_assert_cmpuint (count_files (fixture->folder, ""), ==, 1);
}

/* A damaged database can be replaced by a backup, and is kept. */
static void
test_restore_over_damage (Fixture      *fixture,
                          gconstpointer data)
{
  g_autofree char *backup = g_build_filename (fixture->bundle_folder, "backup.db", NULL);
  g_autoptr (WhDatabase) database = NULL;
  g_autofree char *notice = NULL;
  g_autoptr (GError) error = NULL;

  make_user (fixture, 0);
  database = open_user_database (fixture->path, fixture->bundle, NULL);
  g_assert_true (wh_database_backup (database, backup, &error));
  g_clear_object (&database);
  g_assert_cmpint (truncate (fixture->path, PAGE), ==, 0);

  g_assert_true (wh_user_database_restore (fixture->path, backup, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (fixture->folder, "wheelhouse.db.replaced-2"), ==, 1);
  database = open_user_database (fixture->path, fixture->bundle, &notice);
  g_assert_null (notice);
  assert_used (database, "django", "django", 1, 100);
}

/* Another page size, as another program might have written it. */
static void
test_restore_other_pages (Fixture      *fixture,
                          gconstpointer data)
{
  g_autofree char *backup = g_build_filename (fixture->bundle_folder, "backup.db", NULL);
  g_autoptr (WhDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  make_user (fixture, 0);
  database = open_user_database (fixture->path, fixture->bundle, NULL);
  g_assert_true (wh_database_backup (database, backup, &error));
  run_sql (backup, "PRAGMA page_size = 1024; VACUUM");
  rate (database, "flask", 1);

  g_assert_true (wh_user_database_restore (fixture->path, backup, NULL, &error));
  g_assert_no_error (error);
  assert_used (database, "django", "django", 1, 100);
  assert_unused (database, "flask");
  assert_sound (database);
}

/* A damaged bundle does not reach the user's database, nor is that blamed for it. */
static void
test_damaged_bundle (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (WhDatabase) database = NULL;
  g_autofree char *notice = NULL;
  g_autoptr (GError) error = NULL;

  make_user (fixture, 0);
  spoil_table (fixture->other_bundle, "contribution");
  database = open_user_database (fixture->path, fixture->other_bundle, &notice);
  g_assert_nonnull (notice);
  g_assert_cmpint (count_in (database, "SELECT revision = 'one' FROM collection"), ==, 1);
  assert_sound (database);
  assert_used (database, "pylons", "pylons", 2, 200);
  g_clear_object (&database);
  g_assert_cmpuint (count_files (fixture->folder, ""), ==, 1);

  write_bytes (fixture->other_bundle, "no bundle", 9);
  g_clear_pointer (&notice, g_free);
  database = open_user_database (fixture->path, fixture->other_bundle, &notice);
  g_assert_nonnull (strstr (notice, fixture->other_bundle));
  assert_used (database, "pylons", "pylons", 2, 200);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, func) g_test_add ("/bad-input/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("text-file", test_text_file);
  ADD ("foreign-database", test_foreign_database);
  ADD ("newer-version", test_newer_version);
  ADD ("locked", test_locked);
  ADD ("read-only", test_read_only);
  ADD ("first-start-on-full-disk", test_first_start_on_full_disk);
  ADD ("full-disk", test_full_disk);
  ADD ("recovery-on-full-disk", test_recovery_on_full_disk);
  ADD ("damaged-catalogue", test_damaged_catalogue);
  ADD ("damaged-notes", test_damaged_notes);
  ADD ("damaged-with-gone", test_damaged_with_gone);
  ADD ("truncated", test_truncated);
  ADD ("truncated-to-nothing", test_truncated_to_nothing);
  ADD ("flipped-anywhere", test_flipped_anywhere);
  ADD ("damaged-with-log", test_damaged_with_log);
  ADD ("orphaned-log", test_orphaned_log);
  ADD ("hostile-schema", test_hostile_schema);
  ADD ("restore-refuses", test_restore_refuses);
  ADD ("restore-over-damage", test_restore_over_damage);
  ADD ("restore-other-pages", test_restore_other_pages);
  ADD ("damaged-bundle", test_damaged_bundle);

  return g_test_run ();
}
