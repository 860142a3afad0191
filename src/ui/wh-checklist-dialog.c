/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-checklist-entry-row.h"
#include "wh-checklist-offer.h"
#include "wh-checklist-reader.h"
#include "wh-scroll.h"
#include "wh-section-heading.h"
#include "wh-window.h"

#include "wh-checklist-dialog.h"

/* What is read sooner shows itself when it has been read. */
#define READING_MS 400

/**
 * WhChecklistDialog:
 *
 * Somebody's checklist, read from a file, beside the user's own plan, to which what is
 * new in it can be added. Reading and looking up are a worker's; a file that cannot be
 * read is said to be so, and there is no dialog.
 */
struct _WhChecklistDialog
{
  AdwDialog parent_instance;

  GtkStack          *stack;
  GtkLabel          *heading_label;
  GtkLabel          *count_label;
  GtkLabel          *hint_label;
  GtkScrolledWindow *scroller;
  GtkListView       *list_view;
  AdwSwitchRow      *status_row;
  GtkWidget         *add_button;

  GFile            *file;
  GtkWidget        *parent; /* (nullable): weak, what it is shown above */
  WhChecklistOffer *offer;  /* (nullable): none while it is being read */
  GCancellable     *cancellable;
  guint             reading_id;
};

G_DEFINE_FINAL_TYPE (WhChecklistDialog, wh_checklist_dialog, ADW_TYPE_DIALOG)

/* What a worker needs, apart from the dialog. */
typedef struct
{
  GFile *file;
  char  *database_path;
  char  *language;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->file);
  g_free (job->database_path);
  g_free (job->language);
  g_free (job);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  gtk_list_item_set_child (item, wh_checklist_entry_row_new ());
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item)
{
  WhChecklistEntry *entry = gtk_list_item_get_item (item);
  g_autofree char  *detail = wh_checklist_entry_row_dup_detail (entry);

  wh_checklist_entry_row_set_entry (WH_CHECKLIST_ENTRY_ROW (gtk_list_item_get_child (item)), entry);
  gtk_list_item_set_accessible_label (item, wh_checklist_entry_get_name (entry));
  gtk_list_item_set_accessible_description (item, detail != NULL ? detail : "");
}

static void
setup_header_cb (GtkSignalListItemFactory *factory,
                 GtkListHeader            *header)
{
  wh_section_heading_set_up (header);
}

static void
bind_header_cb (WhChecklistDialog *self,
                GtkListHeader     *header)
{
  guint section = wh_checklist_entry_get_section (gtk_list_header_get_item (header));

  wh_section_heading_set_title (header, wh_checklist_offer_get_section_title (self->offer, section));
}

static int
compare_sections_cb (gconstpointer a,
                     gconstpointer b,
                     gpointer      data)
{
  guint left = wh_checklist_entry_get_section ((WhChecklistEntry *) a);
  guint right = wh_checklist_entry_get_section ((WhChecklistEntry *) b);

  return left < right ? -1 : left > right;
}

static void
show_entries (WhChecklistDialog *self)
{
  g_autoptr (GtkSorter) sections = GTK_SORTER (gtk_custom_sorter_new (compare_sections_cb, NULL, NULL));
  g_autoptr (GtkSelectionModel) selection = NULL;
  GtkSortListModel *model = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->offer)), NULL);

  gtk_sort_list_model_set_section_sorter (model, sections);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (model)));
  gtk_list_view_set_model (self->list_view, selection);
}

/* What cannot be added, or that nothing can. */
static char *
dup_hint (WhChecklistOffer *offer)
{
  guint            n_new = wh_checklist_offer_count (offer, WH_CHECKLIST_ENTRY_NEW);
  guint            n_planned = wh_checklist_offer_count (offer, WH_CHECKLIST_ENTRY_PLANNED);
  guint            n_unknown = wh_checklist_offer_count (offer, WH_CHECKLIST_ENTRY_UNKNOWN);
  g_autofree char *unknown = NULL;

  unknown = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                          "%u item is not in this catalogue and cannot be added.",
                                          "%u items are not in this catalogue and cannot be added.", n_unknown),
                             n_unknown);

  if (n_new == 0 && n_planned == 0 && n_unknown == 0)
    return g_strdup (_ ("There is nothing on this checklist."));

  if (n_new == 0 && n_unknown == 0)
    return g_strdup (_ ("All of it is on your plan already."));

  if (n_new == 0 && n_planned > 0)
    return g_strdup_printf ("%s %s", unknown, _ ("Everything else is on your plan already."));

  return n_unknown > 0 ? g_steal_pointer (&unknown) : NULL;
}

static void
show_offer (WhChecklistDialog *self)
{
  guint            n_items = g_list_model_get_n_items (G_LIST_MODEL (self->offer));
  guint            n_new = wh_checklist_offer_count (self->offer, WH_CHECKLIST_ENTRY_NEW);
  g_autofree char *hint = dup_hint (self->offer);
  g_autofree char *counted = NULL;
  g_autofree char *text = NULL;

  /* Translators: how many items a checklist has, and how many of those are not on the user's plan */
  counted = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item, %u new to your plan",
                                          "%u items, %u new to your plan", n_items),
                             n_items, n_new);
  text = g_strdup_printf ("%s · %s", wh_checklist_offer_get_date (self->offer), counted);

  gtk_label_set_label (self->heading_label, wh_checklist_offer_get_heading (self->offer));
  gtk_label_set_label (self->count_label, text);
  gtk_label_set_label (self->hint_label, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), hint != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->status_row), n_new > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "checklist.add", n_new > 0);

  show_entries (self);
  gtk_stack_set_visible_child_name (self->stack, "offer");
  wh_scroll_to_top (self->scroller);
  if (n_new > 0)
    adw_dialog_set_focus (ADW_DIALOG (self), self->add_button);
}

static void
add_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  WhChecklistDialog *self = WH_CHECKLIST_DIALOG (widget);
  g_autoptr (GPtrArray) records = wh_checklist_offer_list_records (self->offer, adw_switch_row_get_active (self->status_row));
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));

  /* First, for it gives the focus back to where it was. */
  adw_dialog_close (ADW_DIALOG (self));
  wh_window_take_over (window, records);
}

/* A file that is opened again is shown as it is now: what was shown of it gives way. */
static void
present (WhChecklistDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (self->parent);
  g_autoptr (GListModel) dialogs = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (root));

  for (guint i = g_list_model_get_n_items (dialogs); i > 0; i--)
    {
      g_autoptr (AdwDialog) other = g_list_model_get_item (dialogs, i - 1);

      if (WH_IS_CHECKLIST_DIALOG (other) && g_file_equal (WH_CHECKLIST_DIALOG (other)->file, self->file))
        adw_dialog_force_close (other);
    }

  adw_dialog_present (ADW_DIALOG (self), self->parent);
}

static gboolean
show_reading_cb (gpointer data)
{
  WhChecklistDialog *self = data;

  self->reading_id = 0;
  if (self->parent != NULL)
    present (self);

  return G_SOURCE_REMOVE;
}

static void
read_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (WhChecklist) checklist = NULL;
  g_autoptr (WhDatabase) database = NULL;
  WhChecklistOffer *offer = NULL;
  GError           *error = NULL;

  if ((checklist = wh_checklist_read (job->file, cancellable, &error)) &&
      (database = wh_database_open (job->database_path, WH_DATABASE_READ_ONLY, &error)))
    offer = wh_checklist_offer_new (checklist, database, job->language, cancellable, &error);

  if (offer != NULL)
    g_task_return_pointer (task, offer, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (WhChecklistDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean is_shown = self->reading_id == 0;

  g_clear_handle_id (&self->reading_id, g_source_remove);
  self->offer = g_task_propagate_pointer (G_TASK (result), &error);
  if (self->parent == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (self->offer != NULL)
    {
      show_offer (self);
      if (!is_shown)
        present (self);
      return;
    }

  if (is_shown)
    adw_dialog_force_close (ADW_DIALOG (self));
  wh_window_report_error (self->parent, _ ("Could Not Open the Checklist"), error);
}

static void
wh_checklist_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (WH_CHECKLIST_DIALOG (dialog)->cancellable);
}

static void
wh_checklist_dialog_dispose (GObject *object)
{
  WhChecklistDialog *self = WH_CHECKLIST_DIALOG (object);

  g_clear_handle_id (&self->reading_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->file);
  g_clear_weak_pointer (&self->parent);
  gtk_widget_dispose_template (GTK_WIDGET (self), WH_TYPE_CHECKLIST_DIALOG);
  g_clear_object (&self->offer);

  G_OBJECT_CLASS (wh_checklist_dialog_parent_class)->dispose (object);
}

static void
wh_checklist_dialog_class_init (WhChecklistDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wh_checklist_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = wh_checklist_dialog_closed;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-checklist-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WhChecklistDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, WhChecklistDialog, heading_label);
  gtk_widget_class_bind_template_child (widget_class, WhChecklistDialog, count_label);
  gtk_widget_class_bind_template_child (widget_class, WhChecklistDialog, hint_label);
  gtk_widget_class_bind_template_child (widget_class, WhChecklistDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, WhChecklistDialog, list_view);
  gtk_widget_class_bind_template_child (widget_class, WhChecklistDialog, status_row);
  gtk_widget_class_bind_template_child (widget_class, WhChecklistDialog, add_button);

  gtk_widget_class_install_action (widget_class, "checklist.add", NULL, add_cb);
}

static void
set_up_list (WhChecklistDialog *self)
{
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) headers = gtk_signal_list_item_factory_new ();

  g_signal_connect (rows, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (rows, "bind", G_CALLBACK (bind_row_cb), NULL);
  g_signal_connect (headers, "setup", G_CALLBACK (setup_header_cb), NULL);
  g_signal_connect_object (headers, "bind", G_CALLBACK (bind_header_cb), self, G_CONNECT_SWAPPED);

  gtk_list_view_set_factory (self->list_view, rows);
  gtk_list_view_set_header_factory (self->list_view, headers);
}

static void
wh_checklist_dialog_init (WhChecklistDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_list (self);
  self->cancellable = g_cancellable_new ();
}

/**
 * wh_checklist_dialog_open:
 * @parent: what to show it above: a window of the application, or a widget in one
 *
 * Reads the checklist in @file and shows it, or says why it cannot be read.
 */
void
wh_checklist_dialog_open (WhCatalogue *catalogue,
                          GFile       *file,
                          GtkWidget   *parent)
{
  g_autoptr (WhChecklistDialog) self = NULL;
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (WH_IS_CATALOGUE (catalogue));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (GTK_IS_WIDGET (parent));

  self = g_object_ref_sink (g_object_new (WH_TYPE_CHECKLIST_DIALOG, NULL));
  self->file = g_object_ref (file);
  g_set_weak_pointer (&self->parent, parent);
  self->reading_id = g_timeout_add (READING_MS, show_reading_cb, self);

  job = g_new0 (Job, 1);
  job->file = g_object_ref (file);
  job->database_path = g_strdup (wh_database_get_path (wh_catalogue_get_database (catalogue)));
  job->language = g_strdup (wh_catalogue_get_language (catalogue));

  /* Not as its source: the worker may be the last to let go of that. */
  task = g_task_new (NULL, self->cancellable, read_cb, g_object_ref (self));
  g_task_set_source_tag (task, wh_checklist_dialog_open);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, read_thread);
}
