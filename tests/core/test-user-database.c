/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-bundle.h"
#include "wh-bundle.h"
#include "wh-catalogue-subjects.h"

/* Children change what is theirs, and are done with it. */
#define N_CHILDREN 6

typedef struct
{
  char *folder;
  char *path;
  char *bundle;       /* revision "one" */
  char *other_bundle; /* revision "two" */
} Fixture;

/* Categories and relations, so that more than one table has to be mapped. */
static const char one_sql[] =
  "INSERT INTO text VALUES (1, 'en', 'Web', 1), (2, 'en', 'Twisted is old', 1);"
  "INSERT INTO category VALUES (1, 1, 'web', NULL, 1, 1);"
  "INSERT INTO source VALUES (1, 1, 'survey', 1, NULL, 'zh', 1);"
  "INSERT INTO placement VALUES (1, 1, 1, 'web', 'survey', NULL, 1);"
  "INSERT INTO statement VALUES (3, 1, 1, 'note', 2, NULL, NULL, NULL, 'survey', NULL, 1);"
  "INSERT INTO relation VALUES (2, 1, 1, 'rival-of', 1, NULL, 'survey', NULL, 1);"
  "INSERT INTO text VALUES (3, 'en', 'Guide', 1), (4, 'en', 'Eevnt loop', 1), (5, 'en', 'Threads', 1);"
  "INSERT INTO guide VALUES (1, 1, 'guide', 3, NULL, 'survey', NULL, 1);"
  "INSERT INTO guide_node (id, collection, guide_id, key, title_text, place) VALUES"
  " (1, 1, 1, 'guide.event-loop', 4, 1), (2, 1, 1, 'guide.threads', 5, 2)";

static const char two_sql[] =
  "INSERT INTO text VALUES (1, 'en', 'The Web', 1), (1, 'zh_CN', '网络', 1);"
  "INSERT INTO category VALUES (7, 1, 'web', NULL, 1, 1);"
  "INSERT INTO source VALUES (1, 1, 'survey', 1, NULL, 'zh', 1);"
  "INSERT INTO placement VALUES (52, 1, 1, 'web', 'survey', NULL, 1);"
  "INSERT INTO relation VALUES (50, 1, 1, 'rival-of', 52, NULL, 'survey', NULL, 1);"
  "INSERT INTO text VALUES (3, 'en', 'Guide', 1), (4, 'en', 'Event loop', 1);"
  "INSERT INTO guide VALUES (8, 1, 'guide', 3, NULL, 'survey', NULL, 1);"
  "INSERT INTO guide_node (id, collection, guide_id, key, title_text, place) VALUES (77, 1, 8, 'guide.event-loop', 4, 1);"
  "INSERT INTO renamed_key VALUES (1, 1, 'twisted', 'twisted-x'), (2, 1, 'twisted-x', 'twisted-ng'), (3, 1, 'web-py', 'flask')";

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  static const char *const one[] = { "django", "flask", "twisted", "web-py", "pylons", "zope", NULL };
  static const char *const two[] = { "flask", "aiohttp", "django", "twisted-ng", NULL };

  fixture->folder = make_folder ();
  fixture->path = g_build_filename (fixture->folder, "data", "wheelhouse.db", NULL);
  fixture->bundle = g_build_filename (fixture->folder, "one.sqlite", NULL);
  fixture->other_bundle = g_build_filename (fixture->folder, "two.sqlite", NULL);
  make_bundle (fixture->bundle, "one", 1, one, one_sql);
  make_bundle (fixture->other_bundle, "two", 50, two, two_sql);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->bundle);
  g_free (fixture->other_bundle);
}

static void
assert_revision (WhDatabase *database,
                 const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *revision = wh_store_dup_revision (database, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (revision, ==, expected);
}

/* The number of files and folders beside the user's database, itself included. */
static guint
count_beside (Fixture *fixture)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  return count_files (folder, "");
}

static void
test_path (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *path = wh_user_database_dup_path ();

  g_assert_true (g_str_has_prefix (path, g_get_user_data_dir ()));
  g_assert_true (g_str_has_suffix (path, "/" USER_FOLDER "/wheelhouse.db"));
}

static void
test_first_start (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char *notice = NULL;
  g_autoptr (WhDatabase) database = open_user_database (fixture->path, fixture->bundle, &notice);
  g_autoptr (GBytes) bundle = read_bytes (fixture->bundle);
  g_autoptr (GBytes) bundle_after = NULL;

  g_assert_null (notice);
  assert_revision (database, "one");
  g_assert_cmpint (count_in (database, "SELECT count(*) FROM library"), ==, 6);
  assert_sound (database);
  use (database, "django", 1, 100);
  g_clear_object (&database);
  g_assert_cmpuint (count_beside (fixture), ==, 1);

  database = open_user_database (fixture->path, fixture->bundle, &notice);
  g_assert_null (notice);
  assert_used (database, "django", "django", 1, 100);

  bundle_after = read_bytes (fixture->bundle);
  g_assert_true (g_bytes_equal (bundle, bundle_after));
}

/* A file that was made but never written to is as good as none. */
static void
test_empty_file (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (WhDatabase) database = NULL;
  g_autofree char *notice = NULL;

  g_mkdir (folder, 0700);
  write_bytes (fixture->path, "", 0);
  database = open_user_database (fixture->path, fixture->bundle, &notice);
  g_assert_null (notice);
  assert_revision (database, "one");
}

static void
test_no_bundle (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none.sqlite", NULL);
  g_autoptr (WhDatabase) database = NULL;
  g_autofree char *notice = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (wh_user_database_open (fixture->path, nowhere, &notice, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, nowhere));
  g_assert_cmpuint (count_beside (fixture), ==, 0);

  /* Whoever has a catalogue goes on with it, and is told. */
  database = open_user_database (fixture->path, fixture->bundle, &notice);
  g_assert_null (notice);
  g_clear_object (&database);
  database = open_user_database (fixture->path, nowhere, &notice);
  g_assert_nonnull (strstr (notice, nowhere));
  assert_revision (database, "one");
}

static void
start_and_rate (const char *path,
                const char *bundle,
                guint       child)
{
  g_autoptr (WhDatabase) database = open_user_database (path, bundle, NULL);
  g_autofree char *key = g_strdup_printf ("key-%u", child);

  rate (database, key, child + 1);
}

/* Several instances start at the same moment, or @apart microseconds one after the
 * other; none loses what another wrote.
 */
static void
start_together (Fixture    *fixture,
                const char *bundle,
                guint       apart)
{
  pid_t children[N_CHILDREN];
  int   gate[2];

  g_assert_cmpint (pipe (gate), ==, 0);

  for (guint i = 0; i < N_CHILDREN; i++)
    {
      children[i] = fork ();
      g_assert_cmpint (children[i], >=, 0);

      if (children[i] == 0)
        {
          char go;

          close (gate[1]);
          g_assert_cmpint (read (gate[0], &go, 1), ==, 0);
          g_usleep (i * apart);
          start_and_rate (fixture->path, bundle, i);
          _exit (0);
        }
    }

  close (gate[0]);
  close (gate[1]);

  for (guint i = 0; i < N_CHILDREN; i++)
    {
      int status;

      g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
      g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
    }
}

static void
test_start_together (Fixture      *fixture,
                     gconstpointer data)
{
  /* Some meet the first one at each of its steps. */
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (WhDatabase) database = NULL;

      start_together (fixture, fixture->bundle, round * 50);
      database = open_user_database (fixture->path, fixture->bundle, NULL);
      g_assert_cmpint (count_in (database, "SELECT count(*) FROM user_rating"), ==, N_CHILDREN);
      g_clear_object (&database);
      g_assert_cmpuint (count_beside (fixture), ==, 1);
      g_assert_cmpint (g_remove (fixture->path), ==, 0);
    }
}

static void
test_replace_together (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (WhDatabase) database = open_user_database (fixture->path, fixture->bundle, NULL);

  use (database, "twisted", 1, 100);
  start_together (fixture, fixture->other_bundle, 0);
  g_assert_cmpint (count_in (database, "SELECT count(*) FROM user_rating"), ==, N_CHILDREN + 1);
  assert_revision (database, "two");
  assert_used (database, "twisted-ng", "twisted", 1, 100);
}

/* What the bundle owns is that of the new bundle, what the user owns is what it was. */
static void
test_other_bundle (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *notice = NULL;
  g_autoptr (WhDatabase) database = open_user_database (fixture->path, fixture->bundle, NULL);

  use (database, "django", 1, 100);
  use (database, "pylons", 2, 200);
  use (database, "no-library", 3, 300);
  g_clear_object (&database);

  database = open_user_database (fixture->path, fixture->other_bundle, &notice);
  g_assert_null (notice);
  assert_revision (database, "two");
  assert_sound (database);

  assert_used (database, "django", "django", 1, 100);
  assert_used (database, "pylons", "pylons", 2, 200);
  assert_used (database, "no-library", "no-library", 3, 300);

  /* pylons is gone, but the user has something on it; zope is gone altogether. */
  g_assert_cmpint (count_in (database, "SELECT count(*) FROM library WHERE key = 'pylons' AND name = 'pylons of one'"), ==, 1);
  g_assert_cmpint (count_in (database, "SELECT count(*) FROM contribution JOIN library ON id = library_id WHERE key = 'pylons'"), ==, 0);
  g_assert_cmpint (count_in (database, "SELECT count(*) FROM library WHERE key = 'zope'"), ==, 0);
  g_assert_cmpint (count_in (database, "SELECT count(*) FROM contribution"), ==, 4);
  g_assert_cmpint (count_in (database, "SELECT count(*) FROM library"), ==, 5);
  g_assert_cmpint (count_in (database, "SELECT name = 'django of two' FROM library WHERE key = 'django'"), ==, 1);

  /* What hangs on a library hangs on the same one, whatever its number. */
  g_assert_cmpint (count_in (database,
                             "SELECT count(*) FROM relation JOIN library AS l ON l.id = library_id JOIN library AS o ON o.id = other_id"
                             " WHERE l.key = 'flask' AND o.key = 'django'"),
                   ==, 1);
  g_assert_cmpint (count_in (database, "SELECT count(*) FROM relation"), ==, 1);
  g_assert_cmpint (count_in (database, "SELECT count(*) FROM placement JOIN library ON library.id = library_id WHERE key = 'django'"), ==, 1);
  g_assert_cmpint (count_in (database, "SELECT count(*) FROM statement"), ==, 0);
  g_assert_cmpint (count_in (database, "SELECT count(*) FROM text"), ==, 4);
  g_assert_cmpint (count_in (database, "SELECT count(*) FROM category WHERE id = 7"), ==, 1);
  g_clear_object (&database);

  /* Back to the older one: a program may be put back too. */
  database = open_user_database (fixture->path, fixture->bundle, &notice);
  g_assert_null (notice);
  assert_revision (database, "one");
  assert_sound (database);
  assert_used (database, "django", "django", 1, 100);
  assert_used (database, "pylons", "pylons", 2, 200);
  g_assert_cmpint (count_in (database, "SELECT count(*) FROM contribution"), ==, 6);
  g_assert_cmpint (count_in (database, "SELECT count(*) FROM library"), ==, 6);
}

static void
test_renamed_key (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (WhDatabase) database = open_user_database (fixture->path, fixture->bundle, NULL);
  g_autofree char *rated_at = NULL;

  use (database, "twisted", 1.5, 100);
  run_sql (fixture->path,
           "UPDATE user_rating SET changed_at = 5;"
           "UPDATE plan_item SET effort = 90, due_on = '2026-12-01'");
  g_clear_object (&database);

  database = open_user_database (fixture->path, fixture->other_bundle, NULL);
  assert_used (database, "twisted-ng", "twisted", 1.5, 100);
  assert_unused (database, "twisted");
  assert_sound (database);

  /* Moved, not made anew: times, and what this program does not know of, come along. */
  g_assert_cmpint (count_in (database, "SELECT changed_at FROM user_rating WHERE key = 'twisted-ng'"), ==, 5);
  g_assert_cmpint (count_in (database, "SELECT effort FROM plan_item WHERE due_on = '2026-12-01'"), ==, 90);

  /* The row of the old name has nothing to be kept for. */
  g_assert_cmpint (count_in (database, "SELECT count(*) FROM library WHERE key = 'twisted'"), ==, 0);
}

/* What is ticked is the topic and not its wording; a topic that is gone is kept for its user. */
static void
test_mended_title (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (WhDatabase) database = open_user_database (fixture->path, fixture->bundle, NULL);
  g_autoptr (WhTopic) topic = NULL;
  g_autoptr (WhTopic) gone = NULL;
  g_autoptr (GPtrArray) states = NULL;

  use (database, "guide.event-loop", 4, 1);
  use (database, "guide.threads", 3, 2);
  g_clear_object (&database);

  database = open_user_database (fixture->path, fixture->other_bundle, NULL);
  topic = wh_store_load_topic (database, "guide.event-loop", "en", NULL);
  g_assert_cmpstr (topic->title, ==, "Event loop");
  assert_used (database, "guide.event-loop", "guide.event-loop", 4, 1);

  states = wh_store_list_node_states (database, NULL);
  g_assert_cmpuint (states->len, ==, 1);
  g_assert_cmpint (((WhNodeState *) g_ptr_array_index (states, 0))->status, ==, WH_STATUS_LEARNT);
  g_assert_true (((WhNodeState *) g_ptr_array_index (states, 0))->planned);

  gone = wh_store_load_topic (database, "guide.threads", "en", NULL);
  g_assert_null (gone);
  assert_used (database, "guide.threads", "guide.threads", 3, 2);
  assert_sound (database);
}

/* The user has something on the old and on the new key. */
static void
test_renamed_key_both_used (Fixture      *fixture,
                            gconstpointer data)
{
  g_autoptr (WhDatabase) database = open_user_database (fixture->path, fixture->bundle, NULL);
  g_autoptr (WhUserRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  use (database, "web-py", 1, 100);
  use (database, "flask", 2, 105);
  rate (database, "flask", 4);
  g_clear_object (&database);

  database = open_user_database (fixture->path, fixture->other_bundle, NULL);
  assert_unused (database, "web-py");
  record = wh_store_load_user_record (database, "flask", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (record->my_rating, ==, 4);
  g_assert_cmpstr (record->note, ==, "note on flask\n\nnote on web-py");
  g_assert_cmpuint (record->history->len, ==, 4);

  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (g_array_index (record->history, WhStatusChange, i).at, ==, 100 + 5 * i);

  g_assert_cmpfloat (record->place, ==, 1);
  g_assert_cmpint (record->added_at, ==, 100);
  g_assert_cmpstr (record->item_note, ==, "item note on flask\n\nitem note on web-py");
  assert_sound (database);
}

/* What was imported belongs to its own collection and stays. */
static void
test_import_stays (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (WhDatabase) database = open_user_database (fixture->path, fixture->bundle, NULL);

  run_sql (fixture->path,
           "INSERT INTO collection VALUES (2, 'team', 'x');"
           "INSERT INTO library VALUES (90, 'ours', 'Ours');"
           "INSERT INTO contribution (library_id, collection, kind, source) VALUES (90, 2, 'library', 'team'), (6, 2, 'library', 'team');"
           "INSERT INTO relation VALUES (90, 8589934593, 2, 'rival-of', 5, NULL, 'team', NULL, 1)");
  g_clear_object (&database);

  database = open_user_database (fixture->path, fixture->other_bundle, NULL);
  assert_sound (database);
  g_assert_cmpint (count_in (database, "SELECT count(*) FROM contribution WHERE collection = 2"), ==, 2);
  g_assert_cmpint (count_in (database, "SELECT count(*) FROM library WHERE key IN ('ours', 'zope')"), ==, 2);

  /* pylons is contributed by nobody, but something imported speaks of it. */
  g_assert_cmpint (count_in (database, "SELECT count(*) FROM relation JOIN library ON library.id = other_id WHERE key = 'pylons'"), ==, 1);
}

typedef struct
{
  const Fixture *fixture;
  guint          n_steps; /* of SQLite's machine, before the end */
  gboolean       at_commit;
} Killing;

static int
count_down_cb (gpointer data)
{
  guint *n_steps = data;

  if (--*n_steps == 0)
    kill (getpid (), SIGKILL);

  return 0;
}

static int
kill_cb (gpointer data)
{
  kill (getpid (), SIGKILL);
  return 0;
}

static void
replace_and_die (const Killing *killing)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhDatabase) database = wh_database_open (killing->fixture->path, WH_DATABASE_READ_WRITE, &error);
  sqlite3 *db = wh_database_get_handle (database);
  guint    n_steps = killing->n_steps;

  /* Hardly any cache: what is changed goes to the log before it is committed. */
  wh_database_exec (database, "PRAGMA cache_size = 2", &error);

  if (killing->at_commit)
    sqlite3_commit_hook (db, kill_cb, NULL);
  else
    sqlite3_progress_handler (db, 1, count_down_cb, &n_steps);

  wh_bundle_replace (database, killing->fixture->other_bundle, &error);
  g_assert_no_error (error);
}

/* Returns whether the child was killed. */
static gboolean
die_while_replacing (const Killing *killing)
{
  pid_t pid = fork ();
  int   status;

  g_assert_cmpint (pid, >=, 0);

  if (pid == 0)
    {
      replace_and_die (killing);
      _exit (0);
    }

  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);

  if (WIFSIGNALED (status))
    {
      g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
      return TRUE;
    }

  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  return FALSE;
}

static void
assert_old_state (Fixture *fixture)
{
  g_autoptr (WhDatabase) database = open_user_database (fixture->path, fixture->bundle, NULL);

  assert_revision (database, "one");
  assert_sound (database);
  assert_used (database, "twisted", "twisted", 1, 100);
  g_assert_cmpint (count_in (database, "SELECT count(*) FROM contribution"), ==, 6);
  g_assert_cmpint (count_in (database, "SELECT count(*) FROM statement"), ==, 1);
}

/* Power may go at any moment of a replacement; it has happened whole or not at all. */
static void
test_killed_while_replacing (Fixture      *fixture,
                             gconstpointer data)
{
  Killing  killing = { fixture, 50, FALSE };
  guint    n_killed = 0;
  gboolean killed;
  g_autoptr (WhDatabase) database = open_user_database (fixture->path, fixture->bundle, NULL);

  use (database, "twisted", 1, 100);
  g_clear_object (&database);

  killing.at_commit = TRUE;
  g_assert_true (die_while_replacing (&killing));
  assert_old_state (fixture);
  killing.at_commit = FALSE;

  while ((killed = die_while_replacing (&killing)))
    {
      n_killed++;
      assert_old_state (fixture);
      killing.n_steps = killing.n_steps * 4 / 3;
    }

  g_assert_cmpuint (n_killed, >, 10);
  database = open_user_database (fixture->path, fixture->other_bundle, NULL);
  assert_revision (database, "two");
  assert_used (database, "twisted-ng", "twisted", 1, 100);
  assert_sound (database);
}

static void
test_backup_and_restore (Fixture      *fixture,
                         gconstpointer data)
{
  g_autofree char *backup = g_build_filename (fixture->folder, "backup.db", NULL);
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *kept = NULL;
  g_autofree char *found = NULL;
  g_autoptr (WhDatabase) database = open_user_database (fixture->path, fixture->bundle, NULL);
  g_autoptr (WhDatabase) replaced = NULL;
  g_autoptr (GError) error = NULL;

  use (database, "django", 1, 100);
  write_bytes (backup, "an older backup", 15);
  g_assert_true (wh_database_backup (database, backup, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (fixture->folder, "backup.db"), ==, 1);

  /* The backup does not follow the database. */
  use (database, "flask", 2, 200);

  g_assert_true (wh_user_database_restore (fixture->path, backup, &kept, &error));
  g_assert_no_error (error);

  /* A window that is open all the while sees what was restored. */
  assert_used (database, "django", "django", 1, 100);
  assert_unused (database, "flask");
  assert_sound (database);
  g_clear_object (&database);

  database = open_user_database (fixture->path, fixture->bundle, NULL);
  assert_unused (database, "flask");

  /* What there was is kept, and can be restored as well. */
  found = find_file (folder, "wheelhouse.db.replaced-20");
  g_assert_cmpstr (kept, ==, found);
  g_clear_object (&database);
  g_assert_true (wh_user_database_restore (fixture->path, kept, NULL, &error));
  g_assert_no_error (error);
  database = open_user_database (fixture->path, fixture->bundle, NULL);
  assert_used (database, "flask", "flask", 2, 200);
  g_clear_object (&database);
  g_assert_cmpuint (count_files (folder, ""), ==, 3);
}

static void
test_restore_where_nothing_is (Fixture      *fixture,
                               gconstpointer data)
{
  g_autofree char *backup = g_build_filename (fixture->folder, "backup.db", NULL);
  g_autofree char *kept = NULL;
  g_autoptr (WhDatabase) database = open_user_database (fixture->path, fixture->bundle, NULL);
  g_autoptr (GError) error = NULL;

  use (database, "twisted", 1, 100);
  g_assert_true (wh_database_backup (database, backup, &error));
  g_clear_object (&database);
  g_assert_cmpint (g_remove (fixture->path), ==, 0);

  g_assert_true (wh_user_database_restore (fixture->path, backup, &kept, &error));
  g_assert_no_error (error);
  g_assert_null (kept);
  g_assert_cmpuint (count_beside (fixture), ==, 1);

  /* An old backup: what it has follows the renamed keys when it is opened. */
  database = open_user_database (fixture->path, fixture->other_bundle, NULL);
  assert_used (database, "twisted-ng", "twisted", 1, 100);
}

/* A backup that was never closed properly has a log beside it. */
static void
test_restore_with_log (Fixture      *fixture,
                       gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other", "other.db", NULL);
  g_autoptr (WhDatabase) source = open_user_database (other, fixture->bundle, NULL);
  g_autoptr (WhDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  use (source, "django", 1, 100);
  g_assert_true (wh_user_database_restore (fixture->path, other, NULL, &error));
  g_assert_no_error (error);
  database = open_user_database (fixture->path, fixture->bundle, NULL);
  assert_used (database, "django", "django", 1, 100);
}

static void
test_backup_refuses (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (WhDatabase) database = open_user_database (fixture->path, fixture->bundle, NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "backup.db", NULL);
  g_autoptr (GError) error = NULL;

  use (database, "django", 1, 100);

  g_assert_false (wh_database_backup (database, fixture->path, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_clear_error (&error);

  g_assert_false (wh_database_backup (database, nowhere, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, nowhere));
  g_clear_error (&error);

  g_assert_false (wh_database_backup (database, fixture->folder, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_FAILED);
  g_clear_error (&error);

  g_assert_false (wh_user_database_restore (fixture->path, fixture->path, NULL, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_FAILED);
  g_clear_error (&error);

  assert_used (database, "django", "django", 1, 100);
}

static void
make_link (const char *path,
           const char *target)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_cmpint (symlink (target, path), ==, 0);
}

/* Who keeps the file elsewhere finds it there, also after it was mended. */
static void
test_link (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "elsewhere.db", NULL);
  g_autofree char *log = g_strconcat (target, "-wal", NULL);
  g_autofree char *notice = NULL;
  g_autoptr (WhDatabase) database = open_user_database (target, fixture->bundle, NULL);

  use (database, "django", 1, 100);
  g_clear_object (&database);
  make_link (fixture->path, target);

  database = open_user_database (fixture->path, fixture->bundle, NULL);
  g_assert_cmpstr (wh_database_get_path (database), ==, target);
  use (database, "flask", 2, 200);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  wh_database_leave_log (database);
  g_clear_object (&database);

  /* The log holds what was done last. */
  spoil_bytes (target, 4096 * 10, 4096 * 4);
  database = open_user_database (fixture->path, fixture->bundle, &notice);
  g_assert_nonnull (notice);
  assert_used (database, "django", "django", 1, 100);
  assert_used (database, "flask", "flask", 2, 200);

  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpuint (count_beside (fixture), ==, 1);
  g_assert_cmpuint (count_files (fixture->folder, "elsewhere.db.damaged-2"), ==, 2);
}

/* The disk with the user's data is not connected: that is no first start. */
static void
test_broken_link (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "disk", "wheelhouse.db", NULL);
  g_autoptr (GError) error = NULL;

  make_link (fixture->path, target);

  g_assert_null (wh_user_database_open (fixture->path, fixture->bundle, NULL, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_clear_error (&error);

  g_assert_false (wh_user_database_restore (fixture->path, fixture->bundle, NULL, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpuint (count_beside (fixture), ==, 1);
}

static void
assert_irregular (const GError *error,
                  const char   *path)
{
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, path));
}

/* A pipe would be waited for, and a device read without end or replaced by a file. */
static void
test_irregular_files (Fixture      *fixture,
                      gconstpointer data)
{
  g_autofree char *pipe = g_build_filename (fixture->folder, "pipe", NULL);
  g_autoptr (WhDatabase) database = open_user_database (fixture->path, fixture->bundle, NULL);
  const char *const sources[] = { pipe, "/dev/zero", fixture->folder };
  g_autoptr (GError) error = NULL;

  use (database, "django", 1, 100);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_assert_null (wh_user_database_open (sources[i], fixture->bundle, NULL, &error));
      assert_irregular (error, sources[i]);
      g_clear_error (&error);

      g_assert_false (wh_user_database_restore (fixture->path, sources[i], NULL, &error));
      assert_irregular (error, sources[i]);
      g_clear_error (&error);
    }

  g_assert_false (wh_database_backup (database, pipe, &error));
  assert_irregular (error, pipe);
  g_assert_false (g_file_test (pipe, G_FILE_TEST_IS_REGULAR));
  assert_used (database, "django", "django", 1, 100);
}

static void
test_backup_to_link (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (WhDatabase) database = open_user_database (fixture->path, fixture->bundle, NULL);
  g_autofree char *target = g_build_filename (fixture->folder, "stick", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "backup.db", NULL);
  g_autofree char *note = NULL;
  g_autoptr (GError) error = NULL;

  use (database, "django", 1, 100);
  write_bytes (target, "", 0);
  make_link (link, target);

  g_assert_true (wh_database_backup (database, link, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  note = query_sql (target, "SELECT note FROM user_note");
  g_assert_cmpstr (note, ==, "note on django");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, func) g_test_add ("/user-database/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("path", test_path);
  ADD ("first-start", test_first_start);
  ADD ("empty-file", test_empty_file);
  ADD ("no-bundle", test_no_bundle);
  ADD ("start-together", test_start_together);
  ADD ("replace-together", test_replace_together);
  ADD ("other-bundle", test_other_bundle);
  ADD ("renamed-key", test_renamed_key);
  ADD ("mended-title", test_mended_title);
  ADD ("renamed-key-both-used", test_renamed_key_both_used);
  ADD ("import-stays", test_import_stays);
  ADD ("killed-while-replacing", test_killed_while_replacing);
  ADD ("backup-and-restore", test_backup_and_restore);
  ADD ("restore-where-nothing-is", test_restore_where_nothing_is);
  ADD ("restore-with-log", test_restore_with_log);
  ADD ("backup-refuses", test_backup_refuses);
  ADD ("link", test_link);
  ADD ("broken-link", test_broken_link);
  ADD ("irregular-files", test_irregular_files);
  ADD ("backup-to-link", test_backup_to_link);

  return g_test_run ();
}
