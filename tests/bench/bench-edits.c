/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What it costs to plan every library and to take that back, on a worker; how long the
 * main loop is kept from turning meanwhile; and how soon what another program writes is
 * seen. WHEELHOUSE_BENCH_ROWS is a list of sizes.
 */

#include "config.h"

#include <glib/gstdio.h>

#include "generate-catalogue.h"
#include "wh-edit-job.h"
#include "wh-plan.h"

#include "bench-figures.h"

typedef struct
{
  WhEdit *edit;
  guint   n_changed;
  gint64  last_turn;
  gint64  longest_turn;
} Run;

static gboolean
turn_cb (gpointer data)
{
  Run   *run = data;
  gint64 now = bench_now ();

  run->longest_turn = MAX (run->longest_turn, now - run->last_turn);
  run->last_turn = now;

  return G_SOURCE_CONTINUE;
}

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GError) error = NULL;

  ((Run *) data)->edit = wh_edit_job_run_finish (WH_EDIT_JOB (object), result, &error);
  g_assert_no_error (error);
}

static void
changed_cb (WhCatalogue       *catalogue,
            WhCatalogueChange  change,
            const char *const *keys,
            Run               *run)
{
  run->n_changed++;
}

/* Turns the main loop until the catalogue has said so often that something changed. */
static void
turn_until (Run  *run,
            guint n_changed)
{
  guint id = g_timeout_add (1, turn_cb, run);

  run->last_turn = bench_now ();
  run->longest_turn = 0;

  while (run->n_changed < n_changed)
    g_main_context_iteration (NULL, TRUE);

  turn_cb (run);
  g_source_remove (id);
}

/* The worker's own commit is read anew, which is the second change. */
static WhEdit *
measure_job (WhCatalogue *catalogue,
             Run         *run,
             WhEditJob   *job,
             const char  *what)
{
  gint64           start = bench_now ();
  g_autofree char *turn = g_strdup_printf ("%s: longest turn of the main loop", what);

  run->n_changed = 0;
  wh_edit_job_run_async (job, catalogue, NULL, done_cb, run);
  turn_until (run, 1);
  g_print ("  %-48s %9.3f ms\n", what, (double) (bench_now () - start) / 1e6);
  g_print ("  %-48s %9.3f ms\n", turn, (double) run->longest_turn / 1e6);
  turn_until (run, 2);
  g_object_unref (job);

  return g_steal_pointer (&run->edit);
}

/* A connection of its own, as another program has. */
static void
measure_notice (const char *path,
                Run        *run)
{
  g_autoptr (WhDatabase) other = wh_database_open (path, WH_DATABASE_READ_WRITE, NULL);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) wh_user_record_free);
  g_autoptr (GError) error = NULL;
  WhUserRecord *record = wh_user_record_new ("fastapi");
  gint64        start;

  record->my_rating = 7;
  g_ptr_array_add (records, record);
  run->n_changed = 0;
  start = bench_now ();
  wh_store_save_user_records (other, records, &error);
  g_assert_no_error (error);
  turn_until (run, 1);
  bench_print_limit ("what another program writes is seen", (double) (bench_now () - start), 1000);
}

static GStrv
list_keys (WhCatalogue *catalogue)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  WhIndex *index = wh_catalogue_get_index (catalogue);

  for (guint i = 0; i < wh_index_get_n_libraries (index); i++)
    g_strv_builder_add (keys, wh_index_get_key (index, i));

  return g_strv_builder_end (keys);
}

static void
measure (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhCatalogue) catalogue = NULL;
  g_autoptr (WhPlan) plan = NULL;
  g_autoptr (WhEdit) edit = NULL;
  g_auto (GStrv) keys = NULL;
  Run run = { 0 };

  catalogue = wh_catalogue_new (wh_database_open (path, WH_DATABASE_READ_WRITE, &error), "en");
  g_assert_no_error (error);
  wh_catalogue_load (catalogue, &error);
  g_assert_no_error (error);
  g_signal_connect (catalogue, "changed", G_CALLBACK (changed_cb), &run);
  measure_notice (path, &run);

  keys = list_keys (catalogue);
  edit = measure_job (catalogue, &run, wh_edit_job_new_add ((const char *const *) keys), "all planned");
  measure_notice (path, &run);
  g_clear_pointer (&edit, wh_edit_unref);

  plan = wh_plan_new (catalogue);
  edit = measure_job (catalogue, &run, wh_edit_job_new_status ((const char *const *) keys, WH_STATUS_LEARNT), "all learnt, with the plan open");
  wh_edit_unref (measure_job (catalogue, &run, wh_edit_job_new_undo (edit), "that undone"));
}

int
main (int   argc,
      char *argv[])
{
  const char *sizes = g_getenv ("WHEELHOUSE_BENCH_ROWS");
  g_auto (GStrv) parts = g_strsplit (sizes != NULL ? sizes : "300 10000 100000", " ", -1);
  g_autofree char *folder = g_dir_make_tmp ("wheelhouse-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bench.db", NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_print ("%s rows\n", parts[i]);
      test_generate_file (path, (guint) g_ascii_strtoull (parts[i], NULL, 10), 1);
      measure (path);
      g_remove (path);
    }

  g_rmdir (folder);
  return 0;
}
