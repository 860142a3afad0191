/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-catalogue-subjects.h"
#include "wh-job-dialog.h"
#include "wh-window-private.h"

/* What the window does for all that changes the user's data: it makes the edits its
 * actions ask for, puts them on the undo stack, and says in a toast what was done or
 * in a dialog what could not be.
 */

/* A job that is done sooner goes by without a word. */
#define JOB_DIALOG_MS 500

static WhWindow *
get_window (GtkWidget *widget)
{
  GtkWidget *window = gtk_widget_get_ancestor (widget, WH_TYPE_WINDOW);

  return window != NULL ? WH_WINDOW (window) : NULL;
}

/* Returns: (transfer full): what the library or topic is called, its key when it is gone */
static char *
dup_name (WhWindow   *self,
          const char *key)
{
  g_autoptr (WhLibrary) library = wh_catalogue_dup_library_by_key (self->catalogue, key, NULL);
  g_autoptr (WhTopic) topic = NULL;

  if (library != NULL)
    return g_strdup (wh_library_get_name (library));

  topic = wh_store_load_topic (wh_catalogue_get_database (self->catalogue), key,
                               wh_catalogue_get_language (self->catalogue), NULL);

  return g_strdup (topic != NULL ? topic->title : key);
}

/* Topics of guides may be among what was changed. */
static gboolean
are_libraries (WhWindow        *self,
               const GPtrArray *records)
{
  WhIndex *index = wh_catalogue_get_index (self->catalogue);
  guint    row;

  for (guint i = 0; i < records->len; i++)
    if (!wh_index_find_key (index, ((const WhUserRecord *) records->pdata[i])->key, &row))
      return FALSE;

  return TRUE;
}

/* What was changed, which may be less than what was asked for. */
static char *
dup_title_of_edit (WhWindow     *self,
                   const WhEdit *edit)
{
  guint               n_records = wh_edit_get_n_records (edit);
  g_autofree char    *name = NULL;
  const WhUserRecord *record;

  if (n_records != 1 && are_libraries (self, wh_edit_get_after (edit)))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u library", "%u libraries", n_records), n_records);

  if (n_records != 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item", "%u items", n_records), n_records);

  record = g_ptr_array_index (wh_edit_get_after (edit), 0);
  name = dup_name (self, record->key);

  /* Translators: the name of a library or topic, as it stands in a sentence */
  return g_strdup_printf (_ ("“%s”"), name);
}

static void
finish_edit (WhWindow     *self,
             WhEdit       *edit,
             const GError *error,
             const char   *format)
{
  g_autoptr (GString) title = g_string_new (format);
  g_autofree char *what = NULL;

  if (edit == NULL)
    {
      wh_window_report_error (GTK_WIDGET (self), _ ("Could Not Change the Plan"), error);
      return;
    }

  what = dup_title_of_edit (self, edit);
  g_string_replace (title, "%s", what, 1);
  wh_window_push_edit (GTK_WIDGET (self), edit, title->str);
}

static const char *
get_status_sentence (WhStatus status)
{
  switch (status)
    {
    case WH_STATUS_TO_LEARN:
      /* Translators: %s is a library, or a number of libraries */
      return _ ("%s to learn");

    case WH_STATUS_LEARNING:
      return _ ("%s being learnt");

    case WH_STATUS_LEARNT:
      return _ ("%s learnt");

    case WH_STATUS_SKIPPED:
      return _ ("%s skipped");

    case WH_STATUS_NONE:
    default:
      return _ ("%s without a status");
    }
}

/* While a job runs nothing can be changed. */
void
wh_window_update_actions (WhWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean   idle = self->job_cancellable == NULL;

  gtk_widget_action_set_enabled (widget, "win.add-to-plan", idle);
  gtk_widget_action_set_enabled (widget, "win.remove-from-plan", idle);
  gtk_widget_action_set_enabled (widget, "win.set-learnt", idle);
  gtk_widget_action_set_enabled (widget, "win.set-status", idle);
  gtk_widget_action_set_enabled (widget, "win.undo", idle && self->undo_stack != NULL && wh_undo_stack_get_can_undo (self->undo_stack));
  gtk_widget_action_set_enabled (widget, "win.redo", idle && self->undo_stack != NULL && wh_undo_stack_get_can_redo (self->undo_stack));
}

/* What a job is for, and whom to tell. */
typedef struct
{
  WhWindow   *window;
  const char *format; /* (nullable): of a new edit's title */
} JobUse;

static void
job_use_free (JobUse *use)
{
  g_object_unref (use->window);
  g_free (use);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JobUse, job_use_free)

static gboolean
show_job_cb (gpointer data)
{
  WhWindow *self = data;

  self->job_dialog_id = 0;
  adw_dialog_present (self->job_dialog, GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

static void
end_job (WhWindow *self)
{
  g_autoptr (AdwDialog) dialog = g_steal_pointer (&self->job_dialog);

  g_clear_object (&self->job_cancellable);

  g_clear_handle_id (&self->job_dialog_id, g_source_remove);

  /* It has not come yet, or has been answered. */
  if (gtk_widget_get_parent (GTK_WIDGET (dialog)) != NULL)
    adw_dialog_force_close (dialog);

  wh_window_update_actions (self);
  wh_window_focus_page (self);
}

/* Returns: (nullable): the edit; %NULL when it failed or nobody is left to be told of it */
static WhEdit *
finish_job (WhWindow     *self,
            GObject      *job,
            GAsyncResult *result,
            GError      **error)
{
  g_autoptr (WhEdit) edit = wh_edit_job_run_finish (WH_EDIT_JOB (job), result, error);

  if (self->catalogue == NULL)
    return NULL;

  end_job (self);
  return g_steal_pointer (&edit);
}

/* Nothing can be saved while the job runs, so what is being typed is kept before. */
static void
run_job (WhWindow           *self,
         WhEditJob          *job,
         const char         *format,
         GAsyncReadyCallback callback)
{
  JobUse *use = g_new0 (JobUse, 1);

  use->window = g_object_ref (self);
  use->format = format;

  gtk_window_set_focus (GTK_WINDOW (self), NULL);

  self->job_cancellable = g_cancellable_new ();
  self->job_dialog = g_object_ref_sink (wh_job_dialog_new (job, self->job_cancellable));
  self->job_dialog_id = g_timeout_add (JOB_DIALOG_MS, show_job_cb, self);
  wh_window_update_actions (self);

  wh_edit_job_run_async (job, self->catalogue, self->job_cancellable, callback, use);
  g_object_unref (job);
}

static void
edited_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (JobUse) use = data;
  g_autoptr (GError) error = NULL;
  WhEdit *edit = finish_job (use->window, object, result, &error);

  if (use->window->catalogue != NULL)
    finish_edit (use->window, edit, error, use->format);
}

static gboolean
are_many (const char *const *keys)
{
  return g_strv_length ((GStrv) keys) >= WH_EDIT_JOB_MIN;
}

static void
set_status (WhWindow          *self,
            const char *const *keys,
            WhStatus           status)
{
  g_autoptr (GError) error = NULL;
  const char *sentence = get_status_sentence (status);

  if (are_many (keys))
    run_job (self, wh_edit_job_new_status (keys, status), sentence, edited_cb);
  else
    {
      WhEdit *edit = wh_edit_set_status (self->catalogue, keys, status, &error);

      finish_edit (self, edit, error, sentence);
    }
}

static void
set_learnt_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  const char *keys[2] = { NULL };
  gboolean    learnt;

  g_variant_get (parameter, "(&sb)", &keys[0], &learnt);
  set_status (WH_WINDOW (widget), keys, learnt ? WH_STATUS_LEARNT : WH_STATUS_TO_LEARN);
}

static void
set_status_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  g_autofree const char **keys = NULL;
  const char             *key;
  WhStatus                status = WH_STATUS_NONE;

  g_variant_get (parameter, "(^a&s&s)", &keys, &key);
  if (!wh_status_from_key (key, &status) && !g_str_equal (key, "none"))
    return;

  set_status (WH_WINDOW (widget), keys, status);
}

/* Does to all of the keys the same: on a worker when they are many, else at once. */
static void
change_plan (WhWindow *self,
             GVariant *keys_variant,
             WhEditJob *(*new_job) (const char *const *keys),
             WhEdit *(*edit_now) (WhCatalogue *catalogue, const char *const *keys, GError **error),
             const char *sentence)
{
  g_autofree const char **keys = g_variant_get_strv (keys_variant, NULL);
  g_autoptr (GError) error = NULL;
  WhEdit *edit;

  if (are_many (keys))
    {
      run_job (self, new_job (keys), sentence, edited_cb);
      return;
    }

  edit = edit_now (self->catalogue, keys, &error);
  finish_edit (self, edit, error, sentence);
}

static void
add_to_plan_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  change_plan (WH_WINDOW (widget), parameter, wh_edit_job_new_add, wh_edit_add_to_plan, _ ("%s added to my plan"));
}

static void
remove_from_plan_cb (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  change_plan (WH_WINDOW (widget), parameter, wh_edit_job_new_remove, wh_edit_remove_from_plan, _ ("%s removed from my plan"));
}

static void
finish_taking_over (WhWindow     *self,
                    WhEdit       *edit,
                    const GError *error)
{
  if (edit != NULL)
    wh_window_show_beginning (self, "plan");

  finish_edit (self, edit, error, _ ("%s added to my plan"));
  wh_window_focus_page (self);
}

static void
taken_over_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (JobUse) use = data;
  g_autoptr (GError) error = NULL;
  WhEdit *edit = finish_job (use->window, object, result, &error);

  if (use->window->catalogue != NULL)
    finish_taking_over (use->window, edit, error);
}

static void
dismiss_toast (WhWindow *self)
{
  g_autoptr (AdwToast) toast = g_steal_pointer (&self->toast);

  if (toast != NULL)
    adw_toast_dismiss (toast);
}

/* Ends a job that took an edit back or made it again, and tells @take of it. */
static void
finish_step (JobUse       *job_use,
             GObject      *object,
             GAsyncResult *result,
             void (*take) (WhUndoStack *stack, const GError *error),
             const char *heading)
{
  g_autoptr (JobUse) use = job_use;
  g_autoptr (GError) error = NULL;
  g_autoptr (WhEdit) edit = finish_job (use->window, object, result, &error);

  if (use->window->catalogue == NULL)
    return;

  take (use->window->undo_stack, error);
  if (edit == NULL)
    wh_window_report_error (GTK_WIDGET (use->window), heading, error);
}

static void
undone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  finish_step (data, object, result, wh_undo_stack_take_undo, _ ("Could Not Undo"));
}

static void
redone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  finish_step (data, object, result, wh_undo_stack_take_redo, _ ("Could Not Redo"));
}

static void
undo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  WhWindow *self = WH_WINDOW (widget);
  WhEdit   *edit = wh_undo_stack_get_undo_edit (self->undo_stack);
  g_autoptr (GError) error = NULL;

  dismiss_toast (self);
  if (wh_edit_get_n_records (edit) >= WH_EDIT_JOB_MIN)
    run_job (self, wh_edit_job_new_undo (edit), NULL, undone_cb);
  else if (!wh_undo_stack_undo (self->undo_stack, &error))
    wh_window_report_error (widget, _ ("Could Not Undo"), error);
}

static void
redo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  WhWindow *self = WH_WINDOW (widget);
  WhEdit   *edit = wh_undo_stack_get_redo_edit (self->undo_stack);
  g_autoptr (GError) error = NULL;

  dismiss_toast (self);
  if (wh_edit_get_n_records (edit) >= WH_EDIT_JOB_MIN)
    run_job (self, wh_edit_job_new_redo (edit), NULL, redone_cb);
  else if (!wh_undo_stack_redo (self->undo_stack, &error))
    wh_window_report_error (widget, _ ("Could Not Redo"), error);
}

void
wh_window_install_edit_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.add-to-plan", "as", add_to_plan_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "win.remove-from-plan", "as", remove_from_plan_cb);
  gtk_widget_class_install_action (widget_class, "win.set-learnt", "(sb)", set_learnt_cb);
  gtk_widget_class_install_action (widget_class, "win.set-status", "(ass)", set_status_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);

  /* Not shortcuts of the application, which would come before the text somebody is writing. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
}

/**
 * wh_window_push_edit:
 * @edit: (transfer full): a change that has been made
 * @title: what it was, for the toast: “FastAPI” learnt
 *
 * Puts an edit on the undo stack and offers to undo it. One that changed nothing is dropped.
 */
void
wh_window_push_edit (GtkWidget  *widget,
                     WhEdit     *edit,
                     const char *title)
{
  g_autoptr (WhEdit) owned = edit;
  WhWindow *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (edit != NULL);

  self = get_window (widget);
  if (self == NULL || self->undo_stack == NULL || wh_edit_is_empty (edit))
    return;

  wh_undo_stack_push (self->undo_stack, edit, title);

  dismiss_toast (self);
  self->toast = g_object_ref_sink (adw_toast_new (title));
  adw_toast_set_use_markup (self->toast, FALSE);
  adw_toast_set_button_label (self->toast, _ ("_Undo"));
  adw_toast_set_action_name (self->toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (self->toast));
}

/**
 * wh_window_take_over:
 * @others: (element-type WhUserRecord): as for wh_edit_take_over(); they are not changed any more
 *
 * Adds what somebody else has to the plan, and goes there.
 */
void
wh_window_take_over (GtkWidget *widget,
                     GPtrArray *others)
{
  WhWindow *self;
  WhEdit   *edit;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (others != NULL);

  self = get_window (widget);
  if (self == NULL)
    return;

  /* While another job runs, neither can be done: then the edit says so. */
  if (others->len >= WH_EDIT_JOB_MIN && self->job_cancellable == NULL)
    {
      run_job (self, wh_edit_job_new_take_over (others), NULL, taken_over_cb);
      return;
    }

  edit = wh_edit_take_over (self->catalogue, others, &error);
  finish_taking_over (self, edit, error);
}

static void
show_next_error_cb (WhWindow *self)
{
  g_autoptr (AdwDialog) closed = g_queue_pop_head (&self->errors);
  AdwDialog *next = g_queue_peek_head (&self->errors);

  if (next != NULL)
    adw_dialog_present (next, GTK_WIDGET (self));
}

/**
 * wh_window_report_error:
 * @heading: what could not be done
 * @error: (nullable): why, and what to do
 *
 * Tells it, after what has been reported before.
 */
void
wh_window_report_error (GtkWidget    *widget,
                        const char   *heading,
                        const GError *error)
{
  WhWindow  *self;
  AdwDialog *dialog;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  self = get_window (widget);
  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  dialog = adw_alert_dialog_new (heading, error != NULL ? error->message : NULL);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  g_signal_connect_object (dialog, "closed", G_CALLBACK (show_next_error_cb), self, G_CONNECT_SWAPPED);

  g_queue_push_tail (&self->errors, g_object_ref_sink (dialog));
  if (g_queue_get_length (&self->errors) == 1)
    adw_dialog_present (dialog, GTK_WIDGET (self));
}

void
wh_window_show_toast (GtkWidget  *widget,
                      const char *title)
{
  WhWindow *self;
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  self = get_window (widget);
  if (self == NULL)
    return;

  toast = adw_toast_new (title);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
