/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-catalogue-store.h"
#include "wh-checklist-builder.h"
#include "wh-document.h"
#include "wh-export-file.h"
#include "wh-page-preview.h"
#include "wh-print-operation.h"

#include "wh-export-dialog.h"

/**
 * WhExportDialog:
 *
 * Exports or prints the checklist of the plan or of a role, and shows its pages
 * as they will be.
 *
 * The checklist is read from the database at once, since that takes a moment
 * only; pages are laid out, and files written, by a worker. A preview that comes
 * late, when something else has been chosen meanwhile, is dropped.
 */
struct _WhExportDialog
{
  AdwDialog parent_instance;

  WhCatalogue *catalogue;
  GSettings   *settings;
  GStrv        subjects; /* keys of roles; the empty one is the plan */

  WhChecklist  *checklist; /* (nullable): what is chosen */
  GCancellable *layout_cancellable;

  AdwToastOverlay *toasts;
  GtkStack        *preview_stack;
  WhPagePreview   *preview;
  AdwStatusPage   *problem;
  GtkLabel        *page_label;
  AdwComboRow     *subject_row;
  AdwComboRow     *items_row;
  AdwComboRow     *language_row;
  AdwComboRow     *paper_row;
};

G_DEFINE_FINAL_TYPE (WhExportDialog, wh_export_dialog, ADW_TYPE_DIALOG)

/* In the order of the rows of the language; after them come both. */
static const char *const languages[] = { "en", "zh_CN", "zh_TW", NULL };

/* What a worker needs, apart from the dialog. */
typedef struct
{
  WhChecklist     *checklist;
  WhPaper          paper;
  GFile           *file; /* (nullable): only the pages are wanted */
  WhDocumentFormat format;
} Job;

static void
job_free (Job *job)
{
  wh_checklist_unref (job->checklist);
  g_clear_object (&job->file);
  g_free (job);
}

static Job *
job_new (WhExportDialog  *self,
         GFile           *file,
         WhDocumentFormat format)
{
  Job *job = g_new0 (Job, 1);

  job->checklist = wh_checklist_ref (self->checklist);
  job->paper = (WhPaper) adw_combo_row_get_selected (self->paper_row);
  g_set_object (&job->file, file);
  job->format = format;

  return job;
}

static void
update_actions (WhExportDialog *self)
{
  GtkWidget       *widget = GTK_WIDGET (self);
  guint            page = wh_page_preview_get_page (self->preview);
  guint            n_pages = wh_page_preview_get_n_pages (self->preview);
  gboolean         is_shown = n_pages > 0 && g_str_equal (gtk_stack_get_visible_child_name (self->preview_stack), "page");
  g_autofree char *label = wh_page_preview_dup_label (self->preview);

  gtk_widget_action_set_enabled (widget, "export.previous-page", is_shown && page > 0);
  gtk_widget_action_set_enabled (widget, "export.next-page", is_shown && page + 1 < n_pages);
  gtk_widget_action_set_enabled (widget, "export.print", is_shown);
  gtk_widget_action_set_enabled (widget, "export.save", self->checklist != NULL);
  gtk_label_set_label (self->page_label, is_shown ? label : "");
}

static void
show_problem (WhExportDialog *self,
              const char     *message)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);

  adw_status_page_set_description (self->problem, markup);
  gtk_stack_set_visible_child_name (self->preview_stack, "problem");
  update_actions (self);
}

static void
alert (WhExportDialog *self,
       const char     *heading,
       const char     *message)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* On a worker. The layout is its own: the preview's is drawn on the main thread meanwhile. */
static void
lay_out_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Job          *job = task_data;
  GError       *error = NULL;
  WhPageLayout *layout = wh_page_layout_new (job->checklist, job->paper, &error);

  if (layout != NULL)
    g_task_return_pointer (task, layout, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
laid_out_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (WhExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WhPageLayout) layout = g_task_propagate_pointer (G_TASK (result), &error);

  if (is_cancelled (error))
    return;

  if (layout == NULL)
    {
      show_problem (self, error->message);
      return;
    }

  gtk_stack_set_visible_child_name (self->preview_stack, "page");
  wh_page_preview_set_layout (self->preview, layout);
}

/* @job: (transfer full) */
static void
start (WhExportDialog     *self,
       Job                *job,
       GTaskThreadFunc     thread,
       GCancellable       *cancellable,
       GAsyncReadyCallback callback)
{
  /* The dialog is not its source: the worker may be the last to let go of that. */
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, g_object_ref (self));

  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, thread);
}

static void
start_layout (WhExportDialog *self)
{
  self->layout_cancellable = g_cancellable_new ();
  start (self, job_new (self, NULL, WH_DOCUMENT_PDF), lay_out_thread, self->layout_cancellable, laid_out_cb);
}

static WhChecklist *
build_checklist (WhExportDialog *self,
                 GError        **error)
{
  const char *role = self->subjects[adw_combo_row_get_selected (self->subject_row)];
  const char *language = languages[adw_combo_row_get_selected (self->language_row)];
  const char *other_language = NULL;

  /* Of both languages that of the contents comes first. */
  if (language == NULL)
    {
      language = wh_catalogue_get_language (self->catalogue);
      other_language = wh_checklist_get_other_language (language);
    }

  return wh_checklist_build (wh_catalogue_get_database (self->catalogue),
                             *role != '\0' ? role : NULL, language, other_language,
                             (WhChecklistItems) adw_combo_row_get_selected (self->items_row), error);
}

/* Reads the checklist anew and has its pages laid out. What is shown stays until they come. */
static void
update (WhExportDialog *self)
{
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (self->layout_cancellable);
  g_clear_object (&self->layout_cancellable);
  g_clear_pointer (&self->checklist, wh_checklist_unref);

  self->checklist = build_checklist (self, &error);
  if (self->checklist == NULL)
    {
      show_problem (self, error->message);
      return;
    }

  start_layout (self);
  update_actions (self);
}

static void
choice_changed_cb (WhExportDialog *self)
{
  /* While the rows are being filled there is nothing to show yet. */
  if (self->subjects != NULL)
    update (self);
}

static void
paper_changed_cb (WhExportDialog *self)
{
  g_settings_set_enum (self->settings, "paper", (int) adw_combo_row_get_selected (self->paper_row));
}

static void
page_changed_cb (WhExportDialog *self)
{
  update_actions (self);
}

static void
save_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Job    *job = task_data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = wh_document_make (job->checklist, job->format, job->paper, cancellable, &error);

  if (bytes != NULL && wh_export_file_write (job->file, bytes, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
launched_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (WhExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (object), result, &error) &&
      !is_cancelled (error) && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    alert (self, _ ("Could Not Open the File"), error->message);
}

static GtkWindow *
get_window (WhExportDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
open_cb (AdwToast *toast,
         gpointer  user_data)
{
  WhExportDialog *self = WH_EXPORT_DIALOG (gtk_widget_get_ancestor (user_data, WH_TYPE_EXPORT_DIALOG));
  GFile          *file = g_object_get_data (G_OBJECT (toast), "file");
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, get_window (self), NULL, launched_cb, g_object_ref (self));
}

static void
say_saved (WhExportDialog *self,
           GFile          *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *readable = g_filename_display_name (name);
  g_autofree char *escaped = g_markup_escape_text (readable, -1);
  AdwToast        *toast = adw_toast_new_format (_ ("“%s” saved"), escaped);

  adw_toast_set_button_label (toast, _ ("_Open"));
  g_object_set_data_full (G_OBJECT (toast), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_cb), self->toasts, G_CONNECT_DEFAULT);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (WhExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  Job *job = g_task_get_task_data (G_TASK (result));

  if (g_task_propagate_boolean (G_TASK (result), &error))
    say_saved (self, job->file);
  else if (!is_cancelled (error))
    alert (self, _ ("Could Not Save the Checklist"), error->message);
}

static void
file_chosen_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (WhExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);
  WhDocumentFormat format = GPOINTER_TO_UINT (g_object_get_data (object, "format"));

  if (file != NULL)
    wh_export_dialog_save_to (self, file, format);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) && !is_cancelled (error))
    alert (self, _ ("Could Not Choose a File"), error->message);
}

/* @name: "pdf", "md" or "json": the buttons have no other */
static WhDocumentFormat
find_format (const char *name)
{
  const char *const *formats = wh_document_list_formats ();
  guint              format = 0;

  while (!g_str_equal (formats[format], name))
    format++;

  return (WhDocumentFormat) format;
}

static void
save_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  WhExportDialog  *self = WH_EXPORT_DIALOG (widget);
  WhDocumentFormat format = find_format (g_variant_get_string (parameter, NULL));
  g_autofree char *name = wh_document_dup_file_name (self->checklist, format);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Save Checklist"));
  gtk_file_dialog_set_initial_name (dialog, name);
  g_object_set_data (G_OBJECT (dialog), "format", GUINT_TO_POINTER (format));
  gtk_file_dialog_save (dialog, get_window (self), NULL, file_chosen_cb, g_object_ref (self));
}

static void
print_done_cb (WhExportDialog         *self,
               GtkPrintOperationResult result,
               GtkPrintOperation      *operation)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  alert (self, _ ("Could Not Print the Checklist"), error->message);
}

static void
print_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  WhExportDialog *self = WH_EXPORT_DIALOG (widget);
  g_autoptr (GtkPrintOperation) operation = wh_print_operation_new (wh_page_preview_get_layout (self->preview));

  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (print_done_cb), self, G_CONNECT_SWAPPED);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, get_window (self), NULL);
}

static void
turn_page_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  WhExportDialog *self = WH_EXPORT_DIALOG (widget);
  guint           page = wh_page_preview_get_page (self->preview);

  wh_page_preview_set_page (self->preview, g_str_has_suffix (action_name, "next-page") ? page + 1 : page - 1);
}

static void
wh_export_dialog_dispose (GObject *object)
{
  WhExportDialog *self = WH_EXPORT_DIALOG (object);

  g_cancellable_cancel (self->layout_cancellable);
  g_clear_object (&self->layout_cancellable);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), WH_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (wh_export_dialog_parent_class)->dispose (object);
}

static void
wh_export_dialog_finalize (GObject *object)
{
  WhExportDialog *self = WH_EXPORT_DIALOG (object);

  g_clear_pointer (&self->checklist, wh_checklist_unref);
  g_clear_pointer (&self->subjects, g_strfreev);

  G_OBJECT_CLASS (wh_export_dialog_parent_class)->finalize (object);
}

static void
wh_export_dialog_class_init (WhExportDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wh_export_dialog_dispose;
  object_class->finalize = wh_export_dialog_finalize;

  g_type_ensure (WH_TYPE_PAGE_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WhExportDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, WhExportDialog, preview_stack);
  gtk_widget_class_bind_template_child (widget_class, WhExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, WhExportDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, WhExportDialog, page_label);
  gtk_widget_class_bind_template_child (widget_class, WhExportDialog, subject_row);
  gtk_widget_class_bind_template_child (widget_class, WhExportDialog, items_row);
  gtk_widget_class_bind_template_child (widget_class, WhExportDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, WhExportDialog, paper_row);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);

  gtk_widget_class_install_action (widget_class, "export.save", "s", save_cb);
  gtk_widget_class_install_action (widget_class, "export.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "export.previous-page", NULL, turn_page_cb);
  gtk_widget_class_install_action (widget_class, "export.next-page", NULL, turn_page_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "export.save", "s", "pdf");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "export.print", NULL);
}

static void
wh_export_dialog_init (WhExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->settings = g_settings_new (APP_ID);
  adw_combo_row_set_selected (self->paper_row, g_settings_get_enum (self->settings, "paper"));
  g_signal_connect_object (self->paper_row, "notify::selected", G_CALLBACK (paper_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preview, "notify::layout", G_CALLBACK (page_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preview, "notify::page", G_CALLBACK (page_changed_cb), self, G_CONNECT_SWAPPED);
}

/* The plan and the roles that have priorities, named in the language of the contents. */
static void
fill_subjects (WhExportDialog *self,
               const char     *role)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) roles = wh_store_list_roles (wh_catalogue_get_database (self->catalogue),
                                                     wh_catalogue_get_language (self->catalogue), &error);
  guint selected = 0;

  gtk_string_list_append (names, _ ("My Plan"));
  g_strv_builder_add (keys, "");

  for (guint i = 0; roles != NULL && i < roles->len; i++)
    {
      const WhRole *candidate = g_ptr_array_index (roles, i);

      if (!candidate->has_priorities)
        continue;

      gtk_string_list_append (names, candidate->name);
      g_strv_builder_add (keys, candidate->key);
      if (g_strcmp0 (candidate->key, role) == 0)
        selected = g_list_model_get_n_items (G_LIST_MODEL (names)) - 1;
    }

  adw_combo_row_set_model (self->subject_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->subject_row, selected);
  self->subjects = g_strv_builder_end (keys);
}

static void
select_language (WhExportDialog *self)
{
  const char *language = wh_catalogue_get_language (self->catalogue);

  for (guint i = 0; languages[i] != NULL; i++)
    if (g_str_equal (languages[i], language))
      adw_combo_row_set_selected (self->language_row, i);
}

/**
 * wh_export_dialog_new:
 * @role: (nullable): the key of the role to begin with; otherwise the plan
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
AdwDialog *
wh_export_dialog_new (WhCatalogue *catalogue,
                      const char  *role)
{
  WhExportDialog *self;

  g_return_val_if_fail (WH_IS_CATALOGUE (catalogue), NULL);

  self = g_object_new (WH_TYPE_EXPORT_DIALOG, NULL);
  self->catalogue = g_object_ref (catalogue);
  select_language (self);
  fill_subjects (self, role);
  update (self);

  return ADW_DIALOG (self);
}

/**
 * wh_export_dialog_save_to:
 *
 * Writes what is chosen to @file, on a worker, and then says so or why not.
 */
void
wh_export_dialog_save_to (WhExportDialog  *self,
                          GFile           *file,
                          WhDocumentFormat format)
{
  g_return_if_fail (WH_IS_EXPORT_DIALOG (self));

  if (self->checklist != NULL)
    start (self, job_new (self, file, format), save_thread, NULL, saved_cb);
}
