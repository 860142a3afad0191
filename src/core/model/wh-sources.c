/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-catalogue-store.h"
#include "wh-sources.h"

/* What a worker has to know. */
typedef struct
{
  char *path;
  char *language;
} Job;

static void
job_free (Job *job)
{
  g_free (job->path);
  g_free (job->language);
  g_free (job);
}

static void
load_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Job *job = task_data;
  g_autoptr (WhDatabase) database = NULL;
  GPtrArray *sources = NULL;
  GError    *error = NULL;

  if ((database = wh_database_open (job->path, WH_DATABASE_READ_ONLY, &error)))
    sources = wh_store_list_sources (database, job->language, &error);

  if (sources != NULL)
    g_task_return_pointer (task, sources, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * wh_sources_load_async:
 *
 * Reads the sources of @catalogue and what each contributed. That is a walk over all
 * of it, so a worker takes it by a connection of its own.
 */
void
wh_sources_load_async (WhCatalogue        *catalogue,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (WH_IS_CATALOGUE (catalogue));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  job = g_new0 (Job, 1);
  job->path = g_strdup (wh_database_get_path (wh_catalogue_get_database (catalogue)));
  job->language = g_strdup (wh_catalogue_get_language (catalogue));

  task = g_task_new (catalogue, cancellable, callback, user_data);
  g_task_set_source_tag (task, wh_sources_load_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, load_thread);
}

/**
 * wh_sources_load_finish:
 *
 * Returns: (transfer full) (element-type WhSource): the sources in display order
 */
GPtrArray *
wh_sources_load_finish (WhCatalogue  *catalogue,
                        GAsyncResult *result,
                        GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, catalogue), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
