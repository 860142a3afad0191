/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-edit-job.h"
#include "wh-edits-private.h"

struct _WhEditJob
{
  GObject parent_instance;

  WhEditKind  kind;
  GStrv       keys; /* (nullable): none when an edit is turned over */
  WhStatus    status;
  GPtrArray  *others; /* (nullable): whom to take over from */
  GHashTable *index;  /* (nullable): the same by their keys */
  WhEdit     *edit;   /* (nullable) */
  gboolean    undoes;

  guint        n_ticks; /* of all that there will be */
  int          n_done;  /* atomic */
  WhCatalogue *catalogue;
};

G_DEFINE_FINAL_TYPE (WhEditJob, wh_edit_job, G_TYPE_OBJECT)

static gboolean
tick_cb (gpointer data,
         GError **error)
{
  GTask     *task = data;
  WhEditJob *self = g_task_get_source_object (task);

  g_atomic_int_inc (&self->n_done);
  return !g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), error);
}

static WhEdit *
turn_over (WhEditJob  *self,
           WhDatabase *database,
           GTask      *task,
           GError    **error)
{
  const GPtrArray *before = wh_edit_get_before (self->edit);
  const GPtrArray *after = wh_edit_get_after (self->edit);
  gboolean         done;

  done = self->undoes ? wh_edit_swap (database, after, before, tick_cb, task, error)
                      : wh_edit_swap (database, before, after, tick_cb, task, error);

  return done ? wh_edit_ref (self->edit) : NULL;
}

static gconstpointer
get_data (WhEditJob *self)
{
  return self->index != NULL ? (gconstpointer) self->index : GUINT_TO_POINTER (self->status);
}

static void
run_thread (GTask        *task,
            gpointer      source_object,
            gpointer      task_data,
            GCancellable *cancellable)
{
  WhEditJob *self = source_object;
  g_autoptr (WhDatabase) database = NULL;
  GError *error = NULL;
  WhEdit *edit = NULL;

  database = wh_database_open (task_data, WH_DATABASE_READ_WRITE, &error);
  if (database != NULL && self->edit != NULL)
    edit = turn_over (self, database, task, &error);
  else if (database != NULL)
    edit = wh_edit_make (database, self->kind, (const char *const *) self->keys, get_data (self), tick_cb, task, &error);

  /* It is closed before anybody hears of it, for then the next one may write. */
  g_clear_object (&database);

  if (edit != NULL)
    g_task_return_pointer (task, edit, (GDestroyNotify) wh_edit_unref);
  else
    g_task_return_error (task, error);
}

static void
wh_edit_job_dispose (GObject *object)
{
  WhEditJob *self = WH_EDIT_JOB (object);

  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (wh_edit_job_parent_class)->dispose (object);
}

static void
wh_edit_job_finalize (GObject *object)
{
  WhEditJob *self = WH_EDIT_JOB (object);

  g_clear_pointer (&self->keys, g_strfreev);
  g_clear_pointer (&self->index, g_hash_table_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_clear_pointer (&self->edit, wh_edit_unref);

  G_OBJECT_CLASS (wh_edit_job_parent_class)->finalize (object);
}

static void
wh_edit_job_class_init (WhEditJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = wh_edit_job_dispose;
  object_class->finalize = wh_edit_job_finalize;
}

static void
wh_edit_job_init (WhEditJob *self)
{
}

/* Takes the keys. */
static WhEditJob *
new_for_keys (WhEditKind kind,
              GStrv      keys,
              WhStatus   status)
{
  WhEditJob *self = g_object_new (WH_TYPE_EDIT_JOB, NULL);

  self->kind = kind;
  self->keys = keys;
  self->status = status;
  self->n_ticks = 2 * g_strv_length (self->keys);

  return self;
}

static WhEditJob *
new_for_edit (WhEdit  *edit,
              gboolean undoes)
{
  WhEditJob *self = g_object_new (WH_TYPE_EDIT_JOB, NULL);

  self->edit = wh_edit_ref (edit);
  self->undoes = undoes;
  self->n_ticks = wh_edit_get_n_records (edit);

  return self;
}

WhEditJob *
wh_edit_job_new_add (const char *const *keys)
{
  g_return_val_if_fail (keys != NULL, NULL);

  return new_for_keys (WH_EDIT_ADD, g_strdupv ((GStrv) keys), WH_STATUS_NONE);
}

/**
 * wh_edit_job_new_take_over:
 * @others: (element-type WhUserRecord): as for wh_edit_take_over(); it is not changed any more
 */
WhEditJob *
wh_edit_job_new_take_over (GPtrArray *others)
{
  GStrv       keys;
  GHashTable *index;
  WhEditJob  *self;

  g_return_val_if_fail (others != NULL, NULL);

  index = wh_edit_index_others (others, &keys);
  self = new_for_keys (WH_EDIT_TAKE_OVER, keys, WH_STATUS_NONE);
  self->others = g_ptr_array_ref (others);
  self->index = index;

  return self;
}

WhEditJob *
wh_edit_job_new_remove (const char *const *keys)
{
  g_return_val_if_fail (keys != NULL, NULL);

  return new_for_keys (WH_EDIT_REMOVE, g_strdupv ((GStrv) keys), WH_STATUS_NONE);
}

WhEditJob *
wh_edit_job_new_status (const char *const *keys,
                        WhStatus           status)
{
  g_return_val_if_fail (keys != NULL, NULL);

  return new_for_keys (WH_EDIT_STATUS, g_strdupv ((GStrv) keys), status);
}

WhEditJob *
wh_edit_job_new_undo (WhEdit *edit)
{
  g_return_val_if_fail (edit != NULL, NULL);

  return new_for_edit (edit, TRUE);
}

WhEditJob *
wh_edit_job_new_redo (WhEdit *edit)
{
  g_return_val_if_fail (edit != NULL, NULL);

  return new_for_edit (edit, FALSE);
}

/* Returns: how much of the work is done, 0 to 1 */
double
wh_edit_job_get_fraction (WhEditJob *self)
{
  g_return_val_if_fail (WH_IS_EDIT_JOB (self), 0);

  return MIN (1, (double) g_atomic_int_get (&self->n_done) / MAX (1, self->n_ticks));
}

/**
 * wh_edit_job_run_async:
 *
 * Does the work, once. When it is cancelled, nothing has happened.
 */
void
wh_edit_job_run_async (WhEditJob          *self,
                       WhCatalogue        *catalogue,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (WH_IS_EDIT_JOB (self));
  g_return_if_fail (WH_IS_CATALOGUE (catalogue));
  g_return_if_fail (self->catalogue == NULL);

  self->catalogue = g_object_ref (catalogue);
  wh_catalogue_set_writing (catalogue, TRUE);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wh_edit_job_run_async);
  /* What has been committed is not to be told as cancelled. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_strdup (wh_database_get_path (wh_catalogue_get_database (catalogue))), g_free);
  g_task_run_in_thread (task, run_thread);
}

/**
 * wh_edit_job_run_finish:
 *
 * Shows what was written.
 *
 * Returns: (transfer full) (nullable): the edit made or turned over; fails as
 *   wh_edit_undo() and the functions that make an edit do
 */
WhEdit *
wh_edit_job_run_finish (WhEditJob    *self,
                        GAsyncResult *result,
                        GError      **error)
{
  WhEdit *edit;

  g_return_val_if_fail (WH_IS_EDIT_JOB (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  edit = g_task_propagate_pointer (G_TASK (result), error);
  wh_catalogue_set_writing (self->catalogue, FALSE);

  if (edit != NULL && !wh_edit_is_empty (edit))
    wh_catalogue_take_saved (self->catalogue, self->undoes ? wh_edit_get_before (edit) : wh_edit_get_after (edit));

  return edit;
}
