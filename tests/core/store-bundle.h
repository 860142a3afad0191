/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store-files.h"
#include "wh-catalogue-store.h"
#include "wh-database-private.h"
#include "wh-problem.h"
#include "wh-user-database.h"
#include "wh-user-record.h"

/* Small bundles for the tests of the user's database, and what a user does. */

/* Makes a bundle of @revision with the libraries @keys, and what @sql adds. Their
 * numbers count from @first_id, so that they differ from bundle to bundle.
 */
static inline void
make_bundle (const char        *path,
             const char        *revision,
             guint              first_id,
             const char *const *keys,
             const char        *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) statements = g_string_new ("BEGIN;");
  g_autoptr (WhDatabase) database = NULL;

  g_remove (path);
  database = wh_database_open (path, WH_DATABASE_CREATE, &error);
  g_assert_no_error (error);

  g_string_append_printf (statements, "INSERT INTO collection VALUES (1, 'bundle', '%s');", revision);

  for (guint i = 0; keys[i] != NULL; i++)
    g_string_append_printf (statements,
                            "INSERT INTO library VALUES (%u, '%s', '%s of %s');"
                            "INSERT INTO contribution (library_id, collection, kind, source) VALUES (%u, 1, 'library', 'survey');",
                            first_id + i, keys[i], keys[i], revision, first_id + i);

  g_string_append (statements, sql);
  g_string_append (statements, "; COMMIT; PRAGMA journal_mode = DELETE; VACUUM;");
  wh_database_exec (database, statements->str, &error);
  g_assert_no_error (error);
}

static inline WhDatabase *
open_user_database (const char *path,
                    const char *bundle_path,
                    char      **notice)
{
  g_autoptr (GError) error = NULL;
  WhDatabase *database = wh_user_database_open (path, bundle_path, notice, &error);

  g_assert_no_error (error);
  g_assert_nonnull (database);

  return database;
}

static inline void
rate (WhDatabase *database,
      const char *key,
      guint       stars)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhUserRecord) record = wh_store_load_user_record (database, key, &error);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  g_assert_no_error (error);
  record->my_rating = stars;
  g_ptr_array_add (records, record);
  wh_store_save_user_records (database, records, &error);
  g_assert_no_error (error);
}

/* Everything that a user can have on a key. */
static inline void
use (WhDatabase *database,
     const char *key,
     double      place,
     gint64      at)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhUserRecord) record = wh_user_record_new (key);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  record->my_rating = 9;
  record->note = g_strdup_printf ("note on %s", key);
  wh_user_record_set_status (record, WH_STATUS_LEARNING, at);
  wh_user_record_set_status (record, WH_STATUS_LEARNT, at + 10);
  record->planned = TRUE;
  record->place = place;
  record->item_note = g_strdup_printf ("item note on %s", key);
  record->added_at = at;

  g_ptr_array_add (records, record);
  wh_store_save_user_records (database, records, &error);
  g_assert_no_error (error);
}

/* Asserts that what use() did is there, on @key now. */
static inline void
assert_used (WhDatabase *database,
             const char *key,
             const char *key_then,
             double      place,
             gint64      at)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhUserRecord) record = wh_store_load_user_record (database, key, &error);
  g_autofree char *note = g_strdup_printf ("note on %s", key_then);
  g_autofree char *item_note = g_strdup_printf ("item note on %s", key_then);

  g_assert_no_error (error);
  g_assert_cmpuint (record->my_rating, ==, 9);
  g_assert_cmpstr (record->note, ==, note);
  g_assert_cmpint (record->status, ==, WH_STATUS_LEARNT);
  g_assert_cmpuint (record->history->len, ==, 2);
  g_assert_cmpint (g_array_index (record->history, WhStatusChange, 1).at, ==, at + 10);
  g_assert_true (record->planned);
  g_assert_cmpfloat (record->place, ==, place);
  g_assert_cmpstr (record->item_note, ==, item_note);
  g_assert_cmpint (record->added_at, ==, at);
}

static inline void
assert_unused (WhDatabase *database,
               const char *key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhUserRecord) record = wh_store_load_user_record (database, key, &error);

  g_assert_no_error (error);
  g_assert_true (wh_user_record_is_empty (record));
}

static inline gint64
count_in (WhDatabase *database,
          const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  wh_database_count (database, sql, &n, &error);
  g_assert_no_error (error);

  return n;
}

/* A bundle of these tests holds together, but much is not in it. */
static inline void
assert_sound (WhDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  guint n_broken = 0;

  wh_database_check (database, &problems, &notes, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < problems->len; i++)
    {
      const WhProblem *problem = problems->pdata[i];

      g_test_message ("%s", problem->message);
      n_broken += !g_str_equal (problem->kind, "coverage") && !g_str_equal (problem->kind, "language");
    }

  g_assert_cmpuint (n_broken, ==, 0);
}
