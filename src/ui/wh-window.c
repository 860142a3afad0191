/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wh-export-dialog.h"
#include "wh-job-dialog.h"
#include "wh-libraries-page.h"
#include "wh-library-page.h"
#include "wh-plan-page.h"
#include "wh-role-page.h"
#include "wh-sidebar.h"

#include "wh-window.h"

/**
 * WhWindow:
 *
 * The main window: the sidebar, and beside it one stack of pages for each of its
 * rows, made when it is first gone to. What a row of a page opens is pushed upon
 * it, so that Back finds it as it was left.
 *
 * All that changes the user's data is an action of the window. It makes the edit,
 * puts it on the undo stack and says so in a toast; pages that edit by themselves
 * hand their edit to wh_window_push_edit(). A change of very many libraries is made
 * on a worker; the actions that change anything wait for it.
 *
 * The window remembers its size, and the view of the libraries.
 */
struct _WhWindow
{
  AdwApplicationWindow parent_instance;

  WhCatalogue *catalogue;
  WhUndoStack *undo_stack;
  GSettings   *settings;
  AdwToast    *toast; /* the one that offers to undo */

  GCancellable *job_cancellable; /* set while a job runs */
  AdwDialog    *job_dialog;      /* (nullable) */
  guint         job_dialog_id;

  AdwNavigationSplitView *split_view;
  AdwStatusPage          *failure;
  AdwToastOverlay        *toasts;
  GtkStack               *pages;
  GtkStack               *states;
  WhSidebar              *sidebar;
};

G_DEFINE_FINAL_TYPE (WhWindow, wh_window, ADW_TYPE_APPLICATION_WINDOW)

#define ROLE_PREFIX "role:"

/* A job that is done sooner goes by without a word. */
#define JOB_DIALOG_MS 500

static WhWindow *
get_window (GtkWidget *widget)
{
  GtkWidget *window = gtk_widget_get_ancestor (widget, WH_TYPE_WINDOW);

  return window != NULL ? WH_WINDOW (window) : NULL;
}

/* Pages. */

static AdwNavigationPage *
create_page (WhWindow   *self,
             const char *name)
{
  WhLibrariesPage *libraries;

  if (g_str_equal (name, "plan"))
    return wh_plan_page_new (self->catalogue);

  if (g_str_has_prefix (name, ROLE_PREFIX))
    return wh_role_page_new (self->catalogue, name + strlen (ROLE_PREFIX));

  libraries = wh_libraries_page_new (self->catalogue);
  g_settings_bind (self->settings, "libraries-view", libraries, "view", G_SETTINGS_BIND_DEFAULT);

  return ADW_NAVIGATION_PAGE (libraries);
}

static AdwNavigationView *
get_view (WhWindow *self)
{
  GtkWidget *view = gtk_stack_get_visible_child (self->pages);

  return view != NULL ? ADW_NAVIGATION_VIEW (view) : NULL;
}

/* Whoever comes by the keyboard goes on by it. */
static void
focus_page (WhWindow *self)
{
  AdwNavigationPage *page = wh_window_get_visible_page (self);
  GtkWidget         *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (page != NULL && (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (page))))
    gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
}

/* Makes the stack of pages of a row of the sidebar, unless there is one, and shows it. */
static void
show_view (WhWindow   *self,
           const char *name)
{
  GtkWidget *view = gtk_stack_get_child_by_name (self->pages, name);

  if (view == NULL)
    {
      view = adw_navigation_view_new ();
      adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), create_page (self, name));
      gtk_stack_add_named (self->pages, view, name);
    }

  gtk_stack_set_visible_child (self->pages, view);
}

static void
page_selected_cb (WhWindow   *self,
                  const char *name)
{
  show_view (self, name);
}

/* Going to the page one is on goes back to its beginning. */
static void
page_activated_cb (WhWindow   *self,
                   const char *name)
{
  AdwNavigationView *view = get_view (self);
  g_autoptr (GListModel) stack = view != NULL ? G_LIST_MODEL (adw_navigation_view_get_navigation_stack (view)) : NULL;
  g_autoptr (AdwNavigationPage) first = stack != NULL ? g_list_model_get_item (stack, 0) : NULL;

  if (first != NULL && !adw_navigation_split_view_get_collapsed (self->split_view))
    adw_navigation_view_pop_to_page (view, first);

  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
push_page (WhWindow          *self,
           AdwNavigationPage *page)
{
  adw_navigation_view_push (get_view (self), page);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static WhLibrary *
dup_library (WhWindow   *self,
             const char *key)
{
  g_autoptr (GError) error = NULL;
  WhLibrary *library = wh_catalogue_dup_library_by_key (self->catalogue, key, &error);

  if (library == NULL)
    wh_window_report_error (GTK_WIDGET (self), _ ("Could Not Open the Library"), error);

  return library;
}

/* Edits. */

/* What was changed, which may be less than what was asked for. */
static char *
dup_title_of_edit (WhWindow     *self,
                   const WhEdit *edit)
{
  guint n_records = wh_edit_get_n_records (edit);
  g_autoptr (WhLibrary) library = NULL;
  const WhUserRecord *record;

  if (n_records != 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u library", "%u libraries", n_records), n_records);

  record = g_ptr_array_index (wh_edit_get_after (edit), 0);
  library = wh_catalogue_dup_library_by_key (self->catalogue, record->key, NULL);

  /* Translators: the name of a library, as it stands in a sentence */
  return g_strdup_printf (_ ("“%s”"), library != NULL ? wh_library_get_name (library) : record->key);
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
static void
update_actions (WhWindow *self)
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

  update_actions (self);
  focus_page (self);
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
  update_actions (self);

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

static void
add_to_plan_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  WhWindow               *self = WH_WINDOW (widget);
  g_autofree const char **keys = g_variant_get_strv (parameter, NULL);
  const char             *sentence = _ ("%s added to my plan");
  g_autoptr (GError) error = NULL;
  WhEdit *edit;

  if (are_many (keys))
    {
      run_job (self, wh_edit_job_new_add (keys), sentence, edited_cb);
      return;
    }

  edit = wh_edit_add_to_plan (self->catalogue, keys, &error);
  finish_edit (self, edit, error, sentence);
}

static void
remove_from_plan_cb (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  WhWindow               *self = WH_WINDOW (widget);
  g_autofree const char **keys = g_variant_get_strv (parameter, NULL);
  const char             *sentence = _ ("%s removed from my plan");
  g_autoptr (GError) error = NULL;
  WhEdit *edit;

  if (are_many (keys))
    {
      run_job (self, wh_edit_job_new_remove (keys), sentence, edited_cb);
      return;
    }

  edit = wh_edit_remove_from_plan (self->catalogue, keys, &error);
  finish_edit (self, edit, error, sentence);
}

static void
dismiss_toast (WhWindow *self)
{
  g_autoptr (AdwToast) toast = g_steal_pointer (&self->toast);

  if (toast != NULL)
    adw_toast_dismiss (toast);
}

static void
undone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (JobUse) use = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WhEdit) edit = finish_job (use->window, object, result, &error);

  if (use->window->catalogue == NULL)
    return;

  wh_undo_stack_take_undo (use->window->undo_stack, error);
  if (edit == NULL)
    wh_window_report_error (GTK_WIDGET (use->window), _ ("Could Not Undo"), error);
}

static void
redone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (JobUse) use = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WhEdit) edit = finish_job (use->window, object, result, &error);

  if (use->window->catalogue == NULL)
    return;

  wh_undo_stack_take_redo (use->window->undo_stack, error);
  if (edit == NULL)
    wh_window_report_error (GTK_WIDGET (use->window), _ ("Could Not Redo"), error);
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

/* Going somewhere. */

static void
show_page_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  WhWindow *self = WH_WINDOW (widget);

  if (wh_window_show_page (self, g_variant_get_string (parameter, NULL)))
    focus_page (self);
}

static void
open_library_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  wh_window_open_library (WH_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
open_role_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  wh_window_open_role (WH_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* Shows the beginning of the page, and not what was opened from it. */
static WhLibrariesPage *
show_libraries (WhWindow *self)
{
  g_autoptr (AdwNavigationPage) page = NULL;
  g_autoptr (GListModel) stack = NULL;

  wh_window_show_page (self, "libraries");
  stack = G_LIST_MODEL (adw_navigation_view_get_navigation_stack (get_view (self)));
  page = g_list_model_get_item (stack, 0);
  adw_navigation_view_pop_to_page (get_view (self), page);

  return WH_LIBRARIES_PAGE (page);
}

/* The checklist of a role, or of the plan when none is named. */
static void
export_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  WhWindow   *self = WH_WINDOW (widget);
  const char *role = g_variant_get_string (parameter, NULL);

  if (self->catalogue != NULL)
    adw_dialog_present (wh_export_dialog_new (self->catalogue, *role != '\0' ? role : NULL), widget);
}

static void
list_role_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  WhLibrariesPage *page = show_libraries (WH_WINDOW (widget));
  g_autoptr (WhLibraryQuery) query = wh_library_query_new ();

  wh_library_query_set_values (query, WH_FACET_ROLE, (const char *[]) { g_variant_get_string (parameter, NULL), NULL });
  wh_libraries_page_set_query (page, query);
}

/* A page that cannot be searched leaves it to the libraries. */
static void
search_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  WhWindow          *self = WH_WINDOW (widget);
  AdwNavigationPage *page = wh_window_get_visible_page (self);

  if (page == NULL)
    return;

  if (!gtk_widget_activate_action (GTK_WIDGET (page), "page.search", NULL))
    gtk_widget_activate_action (GTK_WIDGET (show_libraries (self)), "page.search", NULL);

  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

/* Hands a command on to the page that is seen, if it knows it. */
static void
forward (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  AdwNavigationPage *page = wh_window_get_visible_page (WH_WINDOW (widget));

  if (page != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (page), action, parameter);
}

static void
select_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  forward (widget, "page.selecting", NULL);
}

static void
view_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  forward (widget, "page.view", parameter);
}

static void
learnt_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  forward (widget, "page.learnt", NULL);
}

static void
add_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  forward (widget, "page.add", NULL);
}

static void
is_active_changed_cb (WhWindow *self)
{
  if (self->catalogue != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    wh_catalogue_check_for_changes (self->catalogue);
}

static void
bind_size (WhWindow *self)
{
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

static void
wh_window_dispose (GObject *object)
{
  WhWindow *self = WH_WINDOW (object);

  g_cancellable_cancel (self->job_cancellable);
  g_clear_object (&self->job_cancellable);
  g_clear_handle_id (&self->job_dialog_id, g_source_remove);
  g_clear_object (&self->job_dialog);
  g_clear_object (&self->toast);
  gtk_widget_dispose_template (GTK_WIDGET (object), WH_TYPE_WINDOW);
  g_clear_object (&self->undo_stack);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (wh_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "win.add-to-plan", "as", add_to_plan_cb);
  gtk_widget_class_install_action (widget_class, "win.export", "s", export_cb);
  gtk_widget_class_install_action (widget_class, "win.learnt", NULL, learnt_cb);
  gtk_widget_class_install_action (widget_class, "win.list-role", "s", list_role_cb);
  gtk_widget_class_install_action (widget_class, "win.open-library", "s", open_library_cb);
  gtk_widget_class_install_action (widget_class, "win.open-role", "s", open_role_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "win.remove-from-plan", "as", remove_from_plan_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.select", NULL, select_cb);
  gtk_widget_class_install_action (widget_class, "win.set-learnt", "(sb)", set_learnt_cb);
  gtk_widget_class_install_action (widget_class, "win.set-status", "(ass)", set_status_cb);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.view", "s", view_cb);

  /* Not shortcuts of the application, which would come before the text somebody is writing. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
}

static void
wh_window_class_init (WhWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WH_TYPE_SIDEBAR);

  object_class->dispose = wh_window_dispose;

  install_actions (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-window.ui");
  gtk_widget_class_bind_template_child (widget_class, WhWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, WhWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, WhWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, WhWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, WhWindow, states);
  gtk_widget_class_bind_template_child (widget_class, WhWindow, toasts);
  gtk_widget_class_bind_template_callback (widget_class, page_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_selected_cb);
}

/* Media queries are younger than the floor, and a style sheet for high contrast alone is deprecated above it. */
static void
high_contrast_changed_cb (WhWindow        *self,
                          GParamSpec      *pspec,
                          AdwStyleManager *manager)
{
  if (adw_style_manager_get_high_contrast (manager))
    gtk_widget_add_css_class (GTK_WIDGET (self), "high-contrast");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "high-contrast");
}

static void
wh_window_init (WhWindow *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (manager, "notify::high-contrast",
                           G_CALLBACK (high_contrast_changed_cb), self, G_CONNECT_SWAPPED);
  high_contrast_changed_cb (self, NULL, manager);

  g_signal_connect (self, "notify::is-active", G_CALLBACK (is_active_changed_cb), NULL);
  update_actions (self);
}

WhWindow *
wh_window_new (WhApplication *application)
{
  WhWindow *self;

  g_return_val_if_fail (WH_IS_APPLICATION (application), NULL);

  self = g_object_new (WH_TYPE_WINDOW, "application", application, NULL);
  self->settings = g_object_ref (wh_application_get_settings (application));
  bind_size (self);

  return self;
}

/**
 * wh_window_get_catalogue:
 *
 * Returns: (transfer none) (nullable): the catalogue, %NULL until it is loaded
 */
WhCatalogue *
wh_window_get_catalogue (WhWindow *self)
{
  g_return_val_if_fail (WH_IS_WINDOW (self), NULL);

  return self->catalogue;
}

/**
 * wh_window_set_catalogue:
 *
 * Shows what is in @catalogue. This is done once, when it is loaded.
 */
void
wh_window_set_catalogue (WhWindow    *self,
                         WhCatalogue *catalogue)
{
  g_return_if_fail (WH_IS_WINDOW (self));
  g_return_if_fail (WH_IS_CATALOGUE (catalogue));
  g_return_if_fail (self->catalogue == NULL);

  self->catalogue = g_object_ref (catalogue);
  self->undo_stack = wh_undo_stack_new (catalogue);

  g_signal_connect_object (self->undo_stack, "notify::can-undo", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->undo_stack, "notify::can-redo", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);

  wh_sidebar_set_catalogue (self->sidebar, catalogue);
  wh_sidebar_select (self->sidebar, "libraries");
  gtk_stack_set_visible_child_name (self->states, "ready");
  focus_page (self);
}

/**
 * wh_window_get_undo_stack:
 *
 * Returns: (transfer none) (nullable): what can be undone, %NULL until there is a catalogue
 */
WhUndoStack *
wh_window_get_undo_stack (WhWindow *self)
{
  g_return_val_if_fail (WH_IS_WINDOW (self), NULL);

  return self->undo_stack;
}

/**
 * wh_window_show_failure:
 *
 * Shows why there is nothing to show: the catalogue cannot be opened.
 */
void
wh_window_show_failure (WhWindow     *self,
                        const GError *error)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (WH_IS_WINDOW (self));
  g_return_if_fail (error != NULL);

  escaped = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (self->failure, escaped);
  gtk_stack_set_visible_child_name (self->states, "failure");
}

/**
 * wh_window_show_notice:
 * @notice: what happened to the user's data, and where it is
 */
void
wh_window_show_notice (WhWindow   *self,
                       const char *notice)
{
  AdwDialog *dialog;

  g_return_if_fail (WH_IS_WINDOW (self));

  dialog = adw_alert_dialog_new (_ ("Your Data Was Damaged"), notice);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/**
 * wh_window_get_page_name:
 *
 * Returns: (nullable): the name of the page whose row in the sidebar is selected
 */
const char *
wh_window_get_page_name (WhWindow *self)
{
  g_return_val_if_fail (WH_IS_WINDOW (self), NULL);

  return wh_sidebar_get_selected (self->sidebar);
}

/**
 * wh_window_get_visible_page:
 *
 * Returns: (transfer none) (nullable): the page that is seen
 */
AdwNavigationPage *
wh_window_get_visible_page (WhWindow *self)
{
  AdwNavigationView *view;

  g_return_val_if_fail (WH_IS_WINDOW (self), NULL);

  view = get_view (self);

  return view != NULL ? adw_navigation_view_get_visible_page (view) : NULL;
}

/**
 * wh_window_show_page:
 * @name: "plan", "libraries", or "role:" with the key of a role
 *
 * Goes to a page of the sidebar.
 *
 * Returns: whether there is such a page
 */
gboolean
wh_window_show_page (WhWindow   *self,
                     const char *name)
{
  g_return_val_if_fail (WH_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  if (!wh_sidebar_select (self->sidebar, name))
    return FALSE;

  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  return TRUE;
}

/**
 * wh_window_open_library:
 * @key: the key of a library; a former one will do
 *
 * Shows everything about a library, above the page that is seen.
 */
void
wh_window_open_library (WhWindow   *self,
                        const char *key)
{
  g_autoptr (WhLibrary) library = NULL;
  AdwNavigationPage *visible;

  g_return_if_fail (WH_IS_WINDOW (self));
  g_return_if_fail (key != NULL);

  library = dup_library (self, key);
  if (library == NULL)
    return;

  visible = wh_window_get_visible_page (self);
  if (WH_IS_LIBRARY_PAGE (visible) && wh_library_page_get_library (WH_LIBRARY_PAGE (visible)) == library)
    return;

  push_page (self, wh_library_page_new (self->catalogue, library));
}

/**
 * wh_window_open_role:
 * @key: the key of a role
 *
 * Shows a role: by its row in the sidebar if it has one, else above the page that is seen.
 */
void
wh_window_open_role (WhWindow   *self,
                     const char *key)
{
  g_autofree char *name = NULL;

  g_return_if_fail (WH_IS_WINDOW (self));
  g_return_if_fail (key != NULL);

  name = g_strconcat (ROLE_PREFIX, key, NULL);
  if (!wh_window_show_page (self, name))
    push_page (self, create_page (self, name));
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
 * wh_window_report_error:
 * @heading: what could not be done
 * @error: (nullable): why, and what to do
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
