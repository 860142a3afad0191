/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-files.h"
#include "wh-database-private.h"
#include "wh-user-record.h"

typedef struct
{
  char       *folder;
  char       *path;
  WhDatabase *database;
} Fixture;

static WhDatabase *
open_database (const char *path)
{
  g_autoptr (GError) error = NULL;
  WhDatabase *database = wh_database_open (path, WH_DATABASE_CREATE, &error);

  g_assert_no_error (error);
  return database;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = make_folder ();
  fixture->path = g_build_filename (fixture->folder, "wheelhouse.db", NULL);
  fixture->database = open_database (fixture->path);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->database);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static WhUserRecord *
make_record (const char *key,
             double      place)
{
  WhUserRecord *record = wh_user_record_new (key);

  record->my_rating = 7;
  record->note = g_strdup ("很好");
  wh_user_record_set_status (record, WH_STATUS_TO_LEARN, 100);
  wh_user_record_set_status (record, WH_STATUS_LEARNT, 200);
  record->planned = TRUE;
  record->place = place;
  record->item_note = g_strdup ("after work");
  record->added_at = 90;

  return record;
}

static WhUserRecord *
load (WhDatabase *database,
      const char *key)
{
  g_autoptr (GError) error = NULL;
  WhUserRecord *record = wh_store_load_user_record (database, key, &error);

  g_assert_no_error (error);
  return record;
}

static GPtrArray *
list_of (WhUserRecord *first,
         WhUserRecord *second)
{
  GPtrArray *records = g_ptr_array_new ();

  g_ptr_array_add (records, first);

  if (second != NULL)
    g_ptr_array_add (records, second);

  return records;
}

static void
save (WhDatabase   *database,
      WhUserRecord *record)
{
  g_autoptr (GPtrArray) records = list_of (record, NULL);
  g_autoptr (GError) error = NULL;

  wh_store_save_user_records (database, records, &error);
  g_assert_no_error (error);
}

static void
assert_same (const WhUserRecord *record,
             const WhUserRecord *expected)
{
  g_assert_true (wh_user_record_equal (record, expected));
}

static void
test_round_trip (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (WhUserRecord) nothing = load (fixture->database, "django");
  g_autoptr (WhUserRecord) record = make_record ("django", 1.5);
  g_autoptr (WhUserRecord) loaded = NULL;
  g_autoptr (WhUserRecord) again = NULL;

  g_assert_true (wh_user_record_is_empty (nothing));
  g_assert_false (wh_user_record_is_empty (record));

  save (fixture->database, record);
  loaded = load (fixture->database, "django");
  assert_same (loaded, record);
  g_assert_cmpuint (loaded->my_rating, ==, 7);
  g_assert_cmpstr (loaded->note, ==, "很好");
  g_assert_cmpint (loaded->status, ==, WH_STATUS_LEARNT);
  g_assert_cmpuint (loaded->history->len, ==, 2);
  g_assert_cmpfloat (loaded->place, ==, 1.5);
  g_assert_cmpstr (loaded->item_note, ==, "after work");

  /* Undo: the empty one back, and nothing is left in any table. */
  save (fixture->database, nothing);
  again = load (fixture->database, "django");
  assert_same (again, nothing);

  for (const char *const *table = (const char *const[]) { "user_rating", "user_note", "user_status", "plan_item", NULL }; *table != NULL; table++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", *table);
      g_autofree char *n = query_sql (fixture->path, sql);

      g_assert_cmpstr (n, ==, "0");
    }
}

static void
test_equal (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (WhUserRecord) record = make_record ("django", 1);
  g_autoptr (WhUserRecord) copy = wh_user_record_copy (record);

  assert_same (copy, record);

  copy->my_rating = 8;
  g_assert_false (wh_user_record_equal (copy, record));
  copy->my_rating = 7;

  g_set_str (&copy->note, NULL);
  g_assert_false (wh_user_record_equal (copy, record));
  g_set_str (&copy->note, record->note);

  copy->place = 2;
  g_assert_false (wh_user_record_equal (copy, record));
  copy->place = 1;

  g_array_index (copy->history, WhStatusChange, 0).at++;
  g_assert_false (wh_user_record_equal (copy, record));
  g_array_index (copy->history, WhStatusChange, 0).at--;
  assert_same (copy, record);

  /* Out of the plan, the place in it counts no more. */
  copy->planned = record->planned = FALSE;
  copy->place = 99;
  assert_same (copy, record);
}

static void
test_status (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (WhUserRecord) record = wh_user_record_new ("django");
  g_autoptr (WhUserRecord) loaded = NULL;

  wh_user_record_set_status (record, WH_STATUS_LEARNING, 1);
  wh_user_record_set_status (record, WH_STATUS_LEARNING, 2);
  g_assert_cmpuint (record->history->len, ==, 1);

  /* "None again" is a change too, and survives. */
  wh_user_record_set_status (record, WH_STATUS_NONE, 3);
  g_assert_cmpuint (record->history->len, ==, 2);
  g_assert_false (wh_user_record_is_empty (record));

  save (fixture->database, record);
  loaded = load (fixture->database, "django");
  assert_same (loaded, record);
  g_assert_cmpint (loaded->status, ==, WH_STATUS_NONE);
}

static void
test_lists (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (WhUserRecord) second = make_record ("django", 2);
  g_autoptr (WhUserRecord) first = make_record ("flask", 1);
  g_autoptr (WhUserRecord) noted = wh_user_record_new ("aiohttp");
  g_autoptr (GPtrArray) plan = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  noted->note = g_strdup ("look at it");
  save (fixture->database, second);
  save (fixture->database, first);
  save (fixture->database, noted);

  plan = wh_store_list_plan (fixture->database, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plan->len, ==, 2);
  assert_same (plan->pdata[0], first);
  assert_same (plan->pdata[1], second);

  all = wh_store_list_user_records (fixture->database, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 3);
  assert_same (all->pdata[0], noted);
  assert_same (all->pdata[1], second);
  assert_same (all->pdata[2], first);

  /* Reading leaves no transaction open. */
  g_assert_true (wh_database_begin (fixture->database, &error));
  wh_database_rollback (fixture->database);
}

/* The time of a judgement is not touched by saving it again. */
static void
test_times_stay (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (WhUserRecord) record = make_record ("django", 1);
  g_autofree char *rated = NULL;
  g_autofree char *noted = NULL;

  save (fixture->database, record);
  run_sql (fixture->path, "UPDATE user_rating SET changed_at = 5; UPDATE user_note SET changed_at = 6;");
  g_set_str (&record->note, "changed");
  save (fixture->database, record);

  rated = query_sql (fixture->path, "SELECT changed_at FROM user_rating");
  g_assert_cmpstr (rated, ==, "5");
  noted = query_sql (fixture->path, "SELECT changed_at > 6 FROM user_note");
  g_assert_cmpstr (noted, ==, "1");
}

/* The second record cannot be saved, so the first one is not either. */
static void
test_all_or_none (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (WhUserRecord) good = make_record ("django", 1);
  g_autoptr (WhUserRecord) bad = make_record ("flask", 2);
  g_autoptr (GPtrArray) records = list_of (good, bad);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  g_free (bad->note);
  bad->note = g_strnfill (WH_NOTE_MAX + 1, 'x');
  g_assert_false (wh_store_save_user_records (fixture->database, records, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "flask"));
  g_clear_error (&error);

  g_set_str (&bad->note, "\xff");
  g_assert_false (wh_store_save_user_records (fixture->database, records, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_FAILED);
  g_clear_error (&error);

  /* In the middle of the transaction: the table of the second record is in the way. */
  g_set_str (&bad->note, "x");
  g_assert_true (wh_database_exec (fixture->database, "CREATE TEMP TABLE user_note (key TEXT PRIMARY KEY CHECK (key <> 'flask'), note, changed_at)", &error));
  g_assert_false (wh_store_save_user_records (fixture->database, records, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_true (wh_database_exec (fixture->database, "DROP TABLE temp.user_note", &error));

  all = wh_store_list_user_records (fixture->database, &error);
  g_assert_cmpuint (all->len, ==, 0);
}

static void
test_locked (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (WhDatabase) other = open_database (fixture->path);
  g_autoptr (WhUserRecord) record = make_record ("django", 1);
  g_autoptr (GPtrArray) records = list_of (record, NULL);
  g_autoptr (WhUserRecord) loaded = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (wh_database_begin (other, &error));
  wh_database_set_busy_timeout (fixture->database, 20);
  g_assert_false (wh_store_save_user_records (fixture->database, records, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_BUSY);
  wh_database_rollback (other);

  loaded = load (fixture->database, "django");
  g_assert_true (wh_user_record_is_empty (loaded));
  save (fixture->database, record);
}

/* Part of the caller's transaction: it goes when that is rolled back. */
static void
test_within_transaction (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (WhUserRecord) record = make_record ("django", 1);
  g_autoptr (WhUserRecord) inside = NULL;
  g_autoptr (WhUserRecord) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (wh_database_begin (fixture->database, &error));
  save (fixture->database, record);
  inside = load (fixture->database, "django");
  assert_same (inside, record);
  wh_database_rollback (fixture->database);

  after = load (fixture->database, "django");
  g_assert_true (wh_user_record_is_empty (after));
}

static void
test_replace (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (WhDatabase) other = open_database (fixture->path);
  g_autoptr (WhUserRecord) before = load (fixture->database, "django");
  g_autoptr (WhUserRecord) after = make_record ("django", 1);
  g_autoptr (WhUserRecord) theirs = wh_user_record_new ("django");
  g_autoptr (WhUserRecord) loaded = NULL;
  g_autoptr (GPtrArray) was = list_of (before, NULL);
  g_autoptr (GPtrArray) will_be = list_of (after, NULL);
  g_autoptr (GError) error = NULL;

  theirs->my_rating = 2;
  save (other, theirs);

  g_assert_false (wh_store_replace_user_records (fixture->database, was, will_be, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_CHANGED);
  g_assert_nonnull (strstr (error->message, "django"));
  g_clear_error (&error);
  loaded = load (fixture->database, "django");
  assert_same (loaded, theirs);

  was->pdata[0] = theirs;
  g_assert_true (wh_store_replace_user_records (fixture->database, was, will_be, &error));
  g_assert_no_error (error);
  g_clear_pointer (&loaded, wh_user_record_free);
  loaded = load (fixture->database, "django");
  assert_same (loaded, after);
}

/* What one has on two names of a thing becomes what one has on the thing. */
static void
test_merge (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (WhUserRecord) self = wh_user_record_new ("new");
  g_autoptr (WhUserRecord) other = make_record ("old", 3);
  g_autoptr (WhUserRecord) empty = wh_user_record_new ("new");

  self->note = g_strdup ("mine");
  wh_user_record_set_status (self, WH_STATUS_LEARNING, 150);
  wh_user_record_merge (self, other);

  g_assert_cmpuint (self->my_rating, ==, 7);
  g_assert_cmpstr (self->note, ==, "mine\n\n很好");
  g_assert_cmpuint (self->history->len, ==, 3);
  g_assert_cmpint (g_array_index (self->history, WhStatusChange, 1).status, ==, WH_STATUS_LEARNING);
  g_assert_cmpint (self->status, ==, WH_STATUS_LEARNT);
  g_assert_true (self->planned);
  g_assert_cmpfloat (self->place, ==, 3);
  g_assert_cmpstr (self->item_note, ==, "after work");

  /* Of two judgements the younger name's stays, of two places the first. */
  self->my_rating = 4;
  other->place = 1;
  other->added_at = 10;
  wh_user_record_merge (self, other);
  g_assert_cmpuint (self->my_rating, ==, 4);
  g_assert_cmpstr (self->note, ==, "mine\n\n很好");
  g_assert_cmpstr (self->item_note, ==, "after work");
  g_assert_cmpfloat (self->place, ==, 1);
  g_assert_cmpint (self->added_at, ==, 10);

  wh_user_record_merge (self, empty);
  g_assert_cmpuint (self->my_rating, ==, 4);
  g_assert_true (self->planned);

  /* Joined notes stay within what can be saved. */
  g_free (self->note);
  self->note = g_strnfill (WH_NOTE_MAX - 3, 'x');
  wh_user_record_merge (self, other);
  g_assert_cmpuint (strlen (self->note), <=, WH_NOTE_MAX);
  g_assert_true (g_utf8_validate (self->note, -1, NULL));
  save (fixture->database, self);
}

/* A file may hold anything; a record holds what a record can hold. */
static void
test_hostile_values (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (WhUserRecord) record = NULL;

  run_sql (fixture->path,
           "INSERT INTO user_note VALUES ('django', CAST (x'61ff' AS TEXT), 'never');"
           "INSERT INTO user_status VALUES ('django', 1, 'dreamt', 'then'), ('django', 2, x'00', 9e99);"
           "INSERT INTO plan_item (plan_id, key, place, note, added_at) VALUES (1, 'django', 'first', '', 'x')");

  record = load (fixture->database, "django");
  g_assert_cmpstr (record->note, ==, "a\357\277\275");
  g_assert_cmpint (record->status, ==, WH_STATUS_NONE);
  g_assert_cmpuint (record->history->len, ==, 2);
  g_assert_true (record->planned);
  g_assert_cmpfloat (record->place, ==, 0);
  g_assert_null (record->item_note);
  save (fixture->database, record);
}

/* No place is endless: nothing could stand after it. */
static void
test_endless_place (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (WhUserRecord) record = NULL;

  run_sql (fixture->path, "INSERT INTO plan_item (plan_id, key, place, added_at) VALUES (1, 'django', 9e999, 0)");

  record = load (fixture->database, "django");
  g_assert_true (record->planned);
  g_assert_cmpfloat (record->place, ==, 0);
  save (fixture->database, record);
}

/* Of more changes than anyone makes the latest count, and one more can be made. */
static void
test_long_history (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (WhUserRecord) record = NULL;
  g_autoptr (WhUserRecord) loaded = NULL;

  run_sql (fixture->path,
           "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
           " INSERT INTO user_status SELECT 'django', i, iif (i % 2, 'learning', 'learnt'), i FROM n");

  record = load (fixture->database, "django");
  g_assert_cmpuint (record->history->len, <, 20000);
  g_assert_cmpint (record->status, ==, WH_STATUS_LEARNT);
  g_assert_cmpint (g_array_index (record->history, WhStatusChange, record->history->len - 1).at, ==, 20000);

  wh_user_record_set_status (record, WH_STATUS_SKIPPED, 20001);
  save (fixture->database, record);
  loaded = load (fixture->database, "django");
  g_assert_cmpint (loaded->status, ==, WH_STATUS_SKIPPED);
  assert_same (loaded, record);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, func) g_test_add ("/user-record/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("equal", test_equal);
  ADD ("status", test_status);
  ADD ("lists", test_lists);
  ADD ("times-stay", test_times_stay);
  ADD ("all-or-none", test_all_or_none);
  ADD ("locked", test_locked);
  ADD ("within-transaction", test_within_transaction);
  ADD ("replace", test_replace);
  ADD ("merge", test_merge);
  ADD ("hostile-values", test_hostile_values);
  ADD ("endless-place", test_endless_place);
  ADD ("long-history", test_long_history);

  return g_test_run ();
}
