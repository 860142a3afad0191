/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-job-dialog.h"

/* How often it is looked how far the job is. */
#define LOOK_MS 50

/**
 * WhJobDialog:
 *
 * How far a change of many libraries is, and the way to give it up. Whoever runs
 * the job closes it.
 */
struct _WhJobDialog
{
  AdwAlertDialog parent_instance;

  WhEditJob      *job;
  GCancellable   *cancellable;
  GtkProgressBar *bar;
  guint           look_id;
};

G_DEFINE_FINAL_TYPE (WhJobDialog, wh_job_dialog, ADW_TYPE_ALERT_DIALOG)

static gboolean
look_cb (gpointer data)
{
  WhJobDialog *self = data;

  gtk_progress_bar_set_fraction (self->bar, wh_edit_job_get_fraction (self->job));
  return G_SOURCE_CONTINUE;
}

static void
wh_job_dialog_response (AdwAlertDialog *dialog,
                        const char     *response)
{
  g_cancellable_cancel (WH_JOB_DIALOG (dialog)->cancellable);
}

static void
wh_job_dialog_dispose (GObject *object)
{
  WhJobDialog *self = WH_JOB_DIALOG (object);

  g_clear_handle_id (&self->look_id, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->job);

  G_OBJECT_CLASS (wh_job_dialog_parent_class)->dispose (object);
}

static void
wh_job_dialog_class_init (WhJobDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wh_job_dialog_dispose;
  ADW_ALERT_DIALOG_CLASS (klass)->response = wh_job_dialog_response;
}

static void
wh_job_dialog_init (WhJobDialog *self)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (self);

  adw_alert_dialog_set_heading (dialog, _ ("Changing Many Libraries"));
  adw_alert_dialog_set_body (dialog, _ ("They are changed together, or not at all."));
  adw_alert_dialog_add_response (dialog, "cancel", _ ("_Cancel"));

  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Progress"), -1);
  adw_alert_dialog_set_extra_child (dialog, GTK_WIDGET (self->bar));
}

AdwDialog *
wh_job_dialog_new (WhEditJob    *job,
                   GCancellable *cancellable)
{
  WhJobDialog *self;

  g_return_val_if_fail (WH_IS_EDIT_JOB (job), NULL);
  g_return_val_if_fail (G_IS_CANCELLABLE (cancellable), NULL);

  self = g_object_new (WH_TYPE_JOB_DIALOG, NULL);
  self->job = g_object_ref (job);
  self->cancellable = g_object_ref (cancellable);
  self->look_id = g_timeout_add (LOOK_MS, look_cb, self);
  look_cb (self);

  return ADW_DIALOG (self);
}
