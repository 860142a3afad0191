/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-checklist-dialog.h"
#include "wh-window-private.h"

/* How the window comes by checklists that were exported: by its menu, by what is dropped
 * on it, or from other programs.
 */

static void
file_chosen_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (WhWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, &error);

  if (file != NULL)
    wh_window_open_plan_file (self, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    wh_window_report_error (GTK_WIDGET (self), _ ("Could Not Choose a File"), error);
}

/* Returns: (transfer full): what can be chosen. A checklist may be called as any JSON is. */
static GListModel *
make_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) checklists = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (checklists, _ ("Checklists (JSON)"));
  gtk_file_filter_add_suffix (checklists, "json");
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");

  g_list_store_append (filters, checklists);
  g_list_store_append (filters, all);

  return G_LIST_MODEL (filters);
}

static void
open_checklist_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  WhWindow *self = WH_WINDOW (widget);
  g_autoptr (GtkFileDialog) dialog = NULL;
  g_autoptr (GListModel) filters = NULL;

  if (self->catalogue == NULL)
    return;

  dialog = gtk_file_dialog_new ();
  filters = make_filters ();
  gtk_file_dialog_set_title (dialog, _ ("Open Checklist"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (dialog, GTK_WINDOW (self), NULL, file_chosen_cb, g_object_ref (self));
}

static gboolean
drop_files_cb (WhWindow     *self,
               const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (self->catalogue == NULL || files == NULL)
    return FALSE;

  for (GSList *link = files; link != NULL; link = link->next)
    wh_window_open_plan_file (self, link->data);

  return TRUE;
}

/* After the template is set, for it is bound to that. */
void
wh_window_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-checklist", NULL, open_checklist_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_files_cb);
}

/**
 * wh_window_open_plan_file:
 * @file: what was exported as JSON, or what somebody takes for it
 *
 * Shows the checklist, which can then be added to the plan, or says why it cannot be
 * read. There must be a catalogue.
 */
void
wh_window_open_plan_file (WhWindow *self,
                          GFile    *file)
{
  g_return_if_fail (WH_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (self->catalogue != NULL);

  wh_checklist_dialog_open (self->catalogue, file, GTK_WIDGET (self));
}
