/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wh-catalogue-subjects.h"
#include "wh-export-dialog.h"
#include "wh-guide-page.h"
#include "wh-guides-page.h"
#include "wh-libraries-page.h"
#include "wh-library-page.h"
#include "wh-library-query-variant.h"
#include "wh-picks-page.h"
#include "wh-plan-page.h"
#include "wh-rankings-page.h"
#include "wh-role-page.h"
#include "wh-source-page.h"
#include "wh-sources-page.h"
#include "wh-window-private.h"

G_DEFINE_FINAL_TYPE (WhWindow, wh_window, ADW_TYPE_APPLICATION_WINDOW)

#define ROLE_PREFIX "role:"

/* Pages. */

/* Typing changes the query too, but not what is remembered of it: nothing is written then. */
static void
query_changed_cb (WhWindow      *self,
                  GParamSpec    *pspec,
                  WhLibraryList *list)
{
  g_autoptr (GVariant) before = g_settings_get_value (self->settings, "libraries-query");
  g_autoptr (GVariant) query = g_variant_ref_sink (wh_library_query_to_variant (wh_library_list_get_query (list)));

  if (!g_variant_equal (before, query))
    g_settings_set_value (self->settings, "libraries-query", query);
}

static AdwNavigationPage *
create_libraries_page (WhWindow *self)
{
  g_autoptr (GVariant) remembered = g_settings_get_value (self->settings, "libraries-query");
  g_autoptr (WhLibraryQuery) query = wh_library_query_new_from_variant (remembered, wh_catalogue_get_index (self->catalogue));
  WhLibrariesPage *page = wh_libraries_page_new (self->catalogue, query);

  g_settings_bind (self->settings, "libraries-view", page, "view", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (wh_libraries_page_get_list (page), "notify::query",
                           G_CALLBACK (query_changed_cb), self, G_CONNECT_SWAPPED);

  return ADW_NAVIGATION_PAGE (page);
}

static AdwNavigationPage *
create_page (WhWindow   *self,
             const char *name)
{
  if (g_str_equal (name, "plan"))
    return wh_plan_page_new (self->catalogue);

  if (g_str_equal (name, "rankings"))
    return wh_rankings_page_new (self->catalogue);

  if (g_str_equal (name, "picks"))
    return wh_picks_page_new (self->catalogue);

  if (g_str_equal (name, "sources"))
    return wh_sources_page_new (self->catalogue);

  if (g_str_equal (name, "guides"))
    return wh_guides_page_new (self->catalogue);

  if (g_str_has_prefix (name, ROLE_PREFIX))
    return wh_role_page_new (self->catalogue, name + strlen (ROLE_PREFIX));

  return create_libraries_page (self);
}

static AdwNavigationView *
get_view (WhWindow *self)
{
  GtkWidget *view = gtk_stack_get_visible_child (self->pages);

  return view != NULL ? ADW_NAVIGATION_VIEW (view) : NULL;
}

/* Whoever comes by the keyboard goes on by it, but not behind a dialog. */
void
wh_window_focus_page (WhWindow *self)
{
  AdwNavigationPage *page = wh_window_get_visible_page (self);
  GtkWidget         *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return;

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
  g_settings_set_string (self->settings, "last-page", name);
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

/* Whether the catalogue has a @subject of that key; if not, it is told. */
static gboolean
check_key (WhWindow   *self,
           const char *subject,
           const char *key,
           const char *heading,
           const char *complaint)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) keys = wh_store_list_keys (wh_catalogue_get_database (self->catalogue), subject, &error);

  if (keys != NULL && g_strv_contains ((const char *const *) keys, key))
    return TRUE;

  if (keys != NULL)
    g_set_error_literal (&error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND, complaint);
  wh_window_report_error (GTK_WIDGET (self), heading, error);

  return FALSE;
}

/* Going somewhere. */

static void
show_page_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  WhWindow *self = WH_WINDOW (widget);

  if (wh_window_show_page (self, g_variant_get_string (parameter, NULL)))
    wh_window_focus_page (self);
}

/* What is opened by its key. */
static const struct
{
  const char *action;
  void (*open) (WhWindow   *self,
                const char *key);
} openings[] = {
  { "win.open-guide", wh_window_open_guide },
  { "win.open-library", wh_window_open_library },
  { "win.open-role", wh_window_open_role },
  { "win.open-source", wh_window_open_source },
  { "win.open-topic", wh_window_open_topic },
};

static void
open_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    if (g_str_equal (openings[i].action, action))
      openings[i].open (WH_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* Shows a page of the sidebar itself, and not what was opened from it.
 *
 * Returns: (transfer none) (nullable): the page, %NULL when there is none
 */
AdwNavigationPage *
wh_window_show_beginning (WhWindow   *self,
                          const char *name)
{
  g_autoptr (AdwNavigationPage) page = NULL;
  g_autoptr (GListModel) stack = NULL;

  if (!wh_window_show_page (self, name))
    return NULL;

  stack = G_LIST_MODEL (adw_navigation_view_get_navigation_stack (get_view (self)));
  page = g_list_model_get_item (stack, 0);
  adw_navigation_view_pop_to_page (get_view (self), page);

  return page;
}

static WhLibrariesPage *
show_libraries (WhWindow *self)
{
  return WH_LIBRARIES_PAGE (wh_window_show_beginning (self, "libraries"));
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

/* The libraries that have @key for @facet, and no other filter. */
static void
list_libraries (WhWindow   *self,
                WhFacet     facet,
                const char *key)
{
  WhLibrariesPage *page = show_libraries (self);
  g_autoptr (WhLibraryQuery) query = wh_library_query_new ();

  wh_library_query_set_values (query, facet, (const char *[]) { key, NULL });
  wh_libraries_page_set_query (page, query);
}

static void
list_role_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  list_libraries (WH_WINDOW (widget), WH_FACET_ROLE, g_variant_get_string (parameter, NULL));
}

static void
list_source_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  list_libraries (WH_WINDOW (widget), WH_FACET_SOURCE, g_variant_get_string (parameter, NULL));
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

/* The page of a role goes with the role. */
static void
show_last_page (WhWindow *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, "last-page");

  if (!wh_sidebar_select (self->sidebar, name))
    wh_sidebar_select (self->sidebar, "libraries");
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
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_queue_clear_full (&self->errors, g_object_unref);
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
  gtk_widget_class_install_action (widget_class, "win.export", "s", export_cb);
  gtk_widget_class_install_action (widget_class, "win.learnt", NULL, learnt_cb);
  gtk_widget_class_install_action (widget_class, "win.list-role", "s", list_role_cb);
  gtk_widget_class_install_action (widget_class, "win.list-source", "s", list_source_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.select", NULL, select_cb);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_cb);
  gtk_widget_class_install_action (widget_class, "win.view", "s", view_cb);

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    gtk_widget_class_install_action (widget_class, openings[i].action, "s", open_cb);
}

static void
wh_window_class_init (WhWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (GDK_TYPE_FILE_LIST);
  g_type_ensure (WH_TYPE_SIDEBAR);

  object_class->dispose = wh_window_dispose;

  install_actions (widget_class);
  wh_window_install_edit_actions (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-window.ui");
  gtk_widget_class_bind_template_child (widget_class, WhWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, WhWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, WhWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, WhWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, WhWindow, states);
  gtk_widget_class_bind_template_child (widget_class, WhWindow, toasts);
  wh_window_install_file_actions (widget_class);
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

  if (IS_DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");

  g_signal_connect_object (manager, "notify::high-contrast",
                           G_CALLBACK (high_contrast_changed_cb), self, G_CONNECT_SWAPPED);
  high_contrast_changed_cb (self, NULL, manager);

  g_signal_connect (self, "notify::is-active", G_CALLBACK (is_active_changed_cb), NULL);
  wh_window_update_actions (self);
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
 * Shows what is in @catalogue, from the page that was shown last. This is done once, when it is loaded.
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

  g_signal_connect_object (self->undo_stack, "notify::can-undo", G_CALLBACK (wh_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->undo_stack, "notify::can-redo", G_CALLBACK (wh_window_update_actions), self, G_CONNECT_SWAPPED);

  wh_sidebar_set_catalogue (self->sidebar, catalogue);
  show_last_page (self);
  gtk_stack_set_visible_child_name (self->states, "ready");
  wh_window_focus_page (self);
  wh_window_open_waiting (self);
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
 * @name: "plan", "libraries", "rankings", "guides", "picks", "sources", or "role:" with the key of a role
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
  g_autofree char *complaint = NULL;

  g_return_if_fail (WH_IS_WINDOW (self));
  g_return_if_fail (key != NULL);

  name = g_strconcat (ROLE_PREFIX, key, NULL);
  if (wh_window_show_page (self, name))
    return;

  complaint = g_strdup_printf (_ ("There is no role “%s”"), key);
  if (check_key (self, "role", key, _ ("Could Not Open the Role"), complaint))
    push_page (self, create_page (self, name));
}

/**
 * wh_window_open_source:
 * @key: the key of a source
 *
 * Shows what a source contributed, above the page that is seen.
 */
void
wh_window_open_source (WhWindow   *self,
                       const char *key)
{
  AdwNavigationPage *visible;
  g_autofree char   *complaint = NULL;

  g_return_if_fail (WH_IS_WINDOW (self));
  g_return_if_fail (key != NULL);

  complaint = g_strdup_printf (_ ("There is no source “%s”"), key);
  if (!check_key (self, "source", key, _ ("Could Not Open the Source"), complaint))
    return;

  visible = wh_window_get_visible_page (self);
  if (WH_IS_SOURCE_PAGE (visible) && g_str_equal (wh_source_page_get_source (WH_SOURCE_PAGE (visible)), key))
    return;

  push_page (self, wh_source_page_new (self->catalogue, key));
}

/* Shows a guide, or a chapter of one, above the page that is seen, unless it is that. */
static WhGuidePage *
show_guide (WhWindow   *self,
            const char *guide,
            const char *chapter)
{
  AdwNavigationPage *page = wh_window_get_visible_page (self);

  if (WH_IS_GUIDE_PAGE (page) && wh_guide_page_is_of (WH_GUIDE_PAGE (page), guide, chapter))
    return WH_GUIDE_PAGE (page);

  page = wh_guide_page_new (self->catalogue, guide, chapter);
  push_page (self, page);

  return WH_GUIDE_PAGE (page);
}

/**
 * wh_window_open_guide:
 * @key: the key of a guide
 *
 * Shows a guide above the page that is seen.
 */
void
wh_window_open_guide (WhWindow   *self,
                      const char *key)
{
  g_autofree char *complaint = NULL;

  g_return_if_fail (WH_IS_WINDOW (self));
  g_return_if_fail (key != NULL);

  complaint = g_strdup_printf (_ ("There is no guide “%s”"), key);
  if (check_key (self, "guide", key, _ ("Could Not Open the Guide"), complaint))
    show_guide (self, key, NULL);
}

/**
 * wh_window_open_topic:
 * @key: the key of a node of a guide; a former one will do
 *
 * Shows the chapter that the node stands in, above the page that is seen, and goes to the node.
 */
void
wh_window_open_topic (WhWindow   *self,
                      const char *key)
{
  g_autoptr (WhTopic) topic = NULL;
  g_autoptr (GError) error = NULL;
  WhGuidePage *page;
  gboolean     is_chapter;

  g_return_if_fail (WH_IS_WINDOW (self));
  g_return_if_fail (key != NULL);

  topic = wh_store_load_topic (wh_catalogue_get_database (self->catalogue), key,
                               wh_catalogue_get_language (self->catalogue), &error);
  if (topic == NULL)
    {
      wh_window_report_error (GTK_WIDGET (self), _ ("Could Not Open the Topic"), error);
      return;
    }

  /* A topic that stands in no chapter stands in the guide itself. */
  is_chapter = g_str_equal (topic->chapter, topic->key);
  page = show_guide (self, topic->guide, is_chapter && !topic->has_children ? NULL : topic->chapter);
  if (!is_chapter || !topic->has_children)
    wh_guide_page_show_node (page, topic->key);
}
