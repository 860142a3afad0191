/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "small-catalogue.h"
#include "wh-edit-job.h"

/* More than are changed at once, in keys of topics that the catalogue need not know. */
#define N_KEYS 3000

typedef struct
{
  WhEdit *edit;
  GError *error;
} Outcome;

static GStrv
make_keys (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < N_KEYS; i++)
    g_strv_builder_take (builder, g_strdup_printf ("topic-%04u", i));

  return g_strv_builder_end (builder);
}

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  Outcome *outcome = data;

  outcome->edit = wh_edit_job_run_finish (WH_EDIT_JOB (object), result, &outcome->error);
  g_assert_true ((outcome->edit == NULL) == (outcome->error != NULL));
}

static void
wait_for (Outcome *outcome)
{
  while (outcome->edit == NULL && outcome->error == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* The worker lets go of the job, and so of the catalogue, a moment after it is done. */
static void
drop_job (WhEditJob *job)
{
  while (g_atomic_int_get (&G_OBJECT (job)->ref_count) > 1)
    g_usleep (1000);

  g_object_unref (job);
}

static WhEdit *
run (SmallCatalogue *fixture,
     WhEditJob      *job)
{
  Outcome outcome = { 0 };

  wh_edit_job_run_async (job, fixture->catalogue, NULL, done_cb, &outcome);
  g_assert_true (wh_catalogue_get_writing (fixture->catalogue));
  wait_for (&outcome);

  g_assert_no_error (outcome.error);
  g_assert_false (wh_catalogue_get_writing (fixture->catalogue));
  if (!wh_edit_is_empty (outcome.edit))
    g_assert_cmpfloat (wh_edit_job_get_fraction (job), ==, 1);
  drop_job (job);

  return outcome.edit;
}

/* Everything the user has, as the file has it. */
static char *
dup_user_data (SmallCatalogue *fixture)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  records = wh_store_list_user_records (small_catalogue_get_database (fixture), &error);
  g_assert_no_error (error);

  for (guint i = 0; i < records->len; i++)
    {
      const WhUserRecord *record = records->pdata[i];

      g_string_append_printf (text, "%s %d %u %d %g %u\n", record->key, record->status, record->history->len,
                              record->planned, record->place, record->my_rating);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static guint
count_plan (SmallCatalogue *fixture,
            guint          *n_learnt)
{
  g_autoptr (GError) error = NULL;
  guint n_items;

  g_assert_true (wh_store_count_plan (small_catalogue_get_database (fixture), &n_items, n_learnt, &error));
  g_assert_no_error (error);

  return n_items;
}

static void
rate (SmallCatalogue *fixture,
      const char     *key,
      guint           halves)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhEdit) edit = wh_edit_set_rating (fixture->catalogue, key, halves, &error);

  g_assert_no_error (error);
}

/* As the same change made here, and undone and redone as one. */
static void
test_edit_job_back_and_forth (SmallCatalogue *fixture,
                              gconstpointer   user_data)
{
  g_auto (GStrv) keys = make_keys ();
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *after = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (WhEdit) edit = NULL;
  g_autoptr (WhUserRecord) last = NULL;
  guint n_learnt;

  rate (fixture, keys[7], 5);
  before = dup_user_data (fixture);

  edit = run (fixture, wh_edit_job_new_add ((const char *const *) keys));
  g_assert_cmpuint (wh_edit_get_n_records (edit), ==, N_KEYS);
  g_assert_cmpuint (count_plan (fixture, &n_learnt), ==, N_KEYS);
  after = dup_user_data (fixture);

  last = wh_store_load_user_record (small_catalogue_get_database (fixture), keys[N_KEYS - 1], NULL);
  g_assert_cmpfloat (last->place, ==, N_KEYS);
  g_assert_cmpint (last->status, ==, WH_STATUS_TO_LEARN);

  wh_edit_unref (run (fixture, wh_edit_job_new_undo (edit)));
  undone = dup_user_data (fixture);
  g_assert_cmpstr (undone, ==, before);

  wh_edit_unref (run (fixture, wh_edit_job_new_redo (edit)));
  redone = dup_user_data (fixture);
  g_assert_cmpstr (redone, ==, after);
}

static void
test_edit_job_status_and_removal (SmallCatalogue *fixture,
                                  gconstpointer   user_data)
{
  g_auto (GStrv) keys = make_keys ();
  g_autoptr (WhEdit) learnt = run (fixture, wh_edit_job_new_status ((const char *const *) keys, WH_STATUS_LEARNT));
  g_autoptr (WhEdit) again = run (fixture, wh_edit_job_new_status ((const char *const *) keys, WH_STATUS_LEARNT));
  g_autoptr (WhEdit) removed = NULL;
  guint n_learnt;

  g_assert_cmpuint (wh_edit_get_n_records (learnt), ==, N_KEYS);
  g_assert_true (wh_edit_is_empty (again));
  g_assert_cmpuint (count_plan (fixture, &n_learnt), ==, N_KEYS);
  g_assert_cmpuint (n_learnt, ==, N_KEYS);

  removed = run (fixture, wh_edit_job_new_remove ((const char *const *) keys));
  g_assert_cmpuint (wh_edit_get_n_records (removed), ==, N_KEYS);
  g_assert_cmpuint (count_plan (fixture, &n_learnt), ==, 0);
  g_assert_cmpuint (n_learnt, ==, 0);
}

/* Each key gets what somebody else has on it, and nothing of the user's own gives way. */
static void
test_edit_job_takes_over (SmallCatalogue *fixture,
                          gconstpointer   user_data)
{
  g_auto (GStrv) keys = make_keys ();
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func ((GDestroyNotify) wh_user_record_free);
  g_autoptr (WhEdit) own = wh_edit_set_note (fixture->catalogue, keys[0], "mine", NULL);
  g_autoptr (WhEdit) edit = NULL;
  g_autoptr (WhUserRecord) first = NULL;
  g_autoptr (WhUserRecord) last = NULL;
  WhEditJob *job;
  guint      n_learnt;

  for (guint i = 0; i < N_KEYS; i++)
    {
      WhUserRecord *other = wh_user_record_new (keys[i]);

      other->status = i % 2 == 0 ? WH_STATUS_LEARNT : WH_STATUS_NONE;
      other->item_note = g_strdup ("theirs");
      g_ptr_array_add (others, other);
    }

  job = wh_edit_job_new_take_over (others);
  g_clear_pointer (&others, g_ptr_array_unref);
  edit = run (fixture, job);

  g_assert_cmpuint (wh_edit_get_n_records (edit), ==, N_KEYS);
  g_assert_cmpuint (count_plan (fixture, &n_learnt), ==, N_KEYS);
  g_assert_cmpuint (n_learnt, ==, N_KEYS / 2);

  first = wh_store_load_user_record (small_catalogue_get_database (fixture), keys[0], NULL);
  last = wh_store_load_user_record (small_catalogue_get_database (fixture), keys[N_KEYS - 1], NULL);
  g_assert_cmpstr (first->note, ==, "mine");
  g_assert_null (first->item_note);
  g_assert_cmpstr (last->item_note, ==, "theirs");
  g_assert_cmpint (last->status, ==, WH_STATUS_TO_LEARN);
}

/* Another program has the file: this thread goes on, refuses what it would have to wait
 * for, and can give the job up.
 */
static void
test_edit_job_waits_elsewhere (SmallCatalogue *fixture,
                               gconstpointer   user_data)
{
  g_auto (GStrv) keys = make_keys ();
  g_autoptr (WhDatabase) other = wh_database_open (fixture->path, WH_DATABASE_READ_WRITE, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  WhEditJob *job = wh_edit_job_new_add ((const char *const *) keys);
  Outcome    outcome = { 0 };
  guint      n_learnt;

  g_assert_true (wh_database_begin (other, NULL));
  wh_edit_job_run_async (job, fixture->catalogue, cancellable, done_cb, &outcome);

  g_assert_null (wh_edit_set_rating (fixture->catalogue, keys[0], 3, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_BUSY);

  g_cancellable_cancel (cancellable);
  wh_database_rollback (other);
  wait_for (&outcome);

  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&outcome.error);
  g_assert_cmpuint (count_plan (fixture, &n_learnt), ==, 0);
  drop_job (job);

  rate (fixture, keys[0], 3);
}

/* Wherever it is given up: all or nothing. */
static void
test_edit_job_is_cancelled (SmallCatalogue *fixture,
                            gconstpointer   user_data)
{
  static const double places[] = { 0.1, 0.6, 0.99 };
  g_auto (GStrv) keys = make_keys ();

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      WhEditJob *job = wh_edit_job_new_add ((const char *const *) keys);
      Outcome    outcome = { 0 };
      guint      n_learnt;

      wh_edit_job_run_async (job, fixture->catalogue, cancellable, done_cb, &outcome);
      while (wh_edit_job_get_fraction (job) < places[i])
        g_usleep (50);
      g_cancellable_cancel (cancellable);
      wait_for (&outcome);

      g_assert_cmpuint (count_plan (fixture, &n_learnt), ==, outcome.edit != NULL ? N_KEYS : 0);
      if (outcome.edit != NULL)
        wh_edit_unref (run (fixture, wh_edit_job_new_undo (outcome.edit)));

      g_clear_pointer (&outcome.edit, wh_edit_unref);
      g_clear_error (&outcome.error);
      drop_job (job);
    }
}

static void
test_edit_job_is_refused (SmallCatalogue *fixture,
                          gconstpointer   user_data)
{
  g_auto (GStrv) keys = make_keys ();
  g_autoptr (WhEdit) edit = run (fixture, wh_edit_job_new_add ((const char *const *) keys));
  WhEditJob *job = wh_edit_job_new_undo (edit);
  Outcome    outcome = { 0 };
  guint      n_learnt;

  rate (fixture, keys[N_KEYS - 1], 8);
  wh_edit_job_run_async (job, fixture->catalogue, NULL, done_cb, &outcome);
  wait_for (&outcome);

  g_assert_error (outcome.error, WH_LEARN_ERROR, WH_LEARN_ERROR_CHANGED);
  g_assert_nonnull (strstr (outcome.error->message, keys[N_KEYS - 1]));
  g_clear_error (&outcome.error);
  g_assert_cmpuint (count_plan (fixture, &n_learnt), ==, N_KEYS);
  drop_job (job);
}

/* What the job wrote is read by a worker of the catalogue, which holds it meanwhile. */
static void
tear_down (SmallCatalogue *fixture,
           gconstpointer   user_data)
{
  while (g_atomic_int_get (&G_OBJECT (fixture->catalogue)->ref_count) > 1)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }

  small_catalogue_tear_down (fixture, user_data);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/edit-job/" name, SmallCatalogue, NULL, small_catalogue_set_up, func, tear_down)
  ADD ("back-and-forth", test_edit_job_back_and_forth);
  ADD ("status-and-removal", test_edit_job_status_and_removal);
  ADD ("takes-over", test_edit_job_takes_over);
  ADD ("waits-elsewhere", test_edit_job_waits_elsewhere);
  ADD ("is-cancelled", test_edit_job_is_cancelled);
  ADD ("is-refused", test_edit_job_is_refused);
#undef ADD

  return g_test_run ();
}
