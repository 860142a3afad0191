/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-filter-bar.h"
#include "wh-libraries-page.h"
#include "wh-library-list-view.h"
#include "wh-library-selection.h"
#include "wh-library-table-view.h"
#include "wh-nothing-found.h"

/**
 * WhLibrariesPage:
 *
 * All libraries: searched, narrowed, sorted, as a list or as a table, and chosen
 * several at a time. Everything that is shown follows from the query of the list
 * (see [class@Wh.LibraryList]); everything the user does changes that query, or is
 * an action of the window.
 *
 * Only the view that is seen has the model, for a table binds many cells for each
 * letter typed.
 */
struct _WhLibrariesPage
{
  AdwNavigationPage parent_instance;

  WhLibraryList      *list;
  WhLibrarySelection *selection;
  char               *view;
  gboolean            selecting;

  WhFilterBar        *filter_bar;
  GtkWidget          *filters_button;
  GtkWidget          *view_toggle;
  GtkWidget          *select_button;
  GtkSearchEntry     *search;
  GtkStack           *stack;
  WhLibraryListView  *list_view;
  WhLibraryTableView *table_view;
  WhNothingFound     *nothing;
  GtkLabel           *status;
};

G_DEFINE_FINAL_TYPE (WhLibrariesPage, wh_libraries_page, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  PROP_SORT = 1,
  PROP_REVERSED,
  PROP_SELECTING,
  PROP_VIEW,
} WhLibrariesPageProperty;

static GParamSpec *properties[PROP_VIEW + 1];

static WhLibraryQuery *
get_query (WhLibrariesPage *self)
{
  return wh_library_list_get_query (self->list);
}

static WhLibraryQuery *
dup_query (WhLibrariesPage *self)
{
  return wh_library_query_copy (get_query (self));
}

static gboolean
is_table (WhLibrariesPage *self)
{
  return g_str_equal (self->view, "table");
}

static guint
get_n_matches (WhLibrariesPage *self)
{
  WhSearchResult *result = wh_library_list_get_result (self->list);

  return result != NULL ? wh_search_result_get_n_matches (result) : 0;
}

/* The status line, the stack and the bar of the selection. */

static char *
describe_result (WhLibrariesPage *self)
{
  WhSearchResult  *result = wh_library_list_get_result (self->list);
  guint            n_matches = get_n_matches (self);
  guint            n_planned;
  g_autofree char *matches = NULL;
  g_autofree char *planned = NULL;

  if (result == NULL)
    return g_strdup ("");

  matches = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u library", "%u libraries", n_matches), n_matches);
  n_planned = wh_search_result_get_n_planned (result);
  if (n_planned == 0)
    return g_steal_pointer (&matches);

  planned = g_strdup_printf (_ ("%u in my plan"), n_planned);

  return g_strdup_printf ("%s · %s", matches, planned);
}

static void
update_stack (WhLibrariesPage *self)
{
  const char *child;

  if (wh_library_list_get_result (self->list) == NULL)
    child = "loading";
  else if (get_n_matches (self) == 0 && !wh_library_list_get_loading (self->list))
    child = "nothing";
  else
    child = self->view;

  gtk_stack_set_visible_child_name (self->stack, child);
}

static char *
describe_selection (WhLibrariesPage *self)
{
  guint n_selected = wh_library_selection_get_n_selected (self->selection);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u selected", "%u selected", n_selected), n_selected);
}

static void
update_status (WhLibrariesPage *self)
{
  g_autofree char *text = self->selecting ? describe_selection (self) : describe_result (self);

  gtk_label_set_label (self->status, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.add-selected",
                                 wh_library_selection_get_n_selected (self->selection) > 0);
}

/* Which view has the model. */

static void
update_models (WhLibrariesPage *self)
{
  wh_library_list_view_set_selection (self->list_view, is_table (self) ? NULL : self->selection);
  wh_library_table_view_set_selection (self->table_view, is_table (self) ? self->selection : NULL);
}

/* What the list says. */

static void
query_changed_cb (WhLibrariesPage *self)
{
  const char *text = wh_library_query_get_text (get_query (self));

  if (text == NULL)
    text = "";

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->search)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->search), text);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVERSED]);
}

static void
result_changed_cb (WhLibrariesPage *self)
{
  update_stack (self);
  update_status (self);
}

/* Searching. */

static void
search_changed_cb (WhLibrariesPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr (WhLibraryQuery) query = dup_query (self);

  wh_library_query_set_text (query, text);
  wh_library_list_set_query (self->list, query);
}

static void
focus_list (WhLibrariesPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return;

  if (is_table (self))
    wh_library_table_view_focus_first (self->table_view);
  else
    wh_library_list_view_focus_first (self->list_view);
}

static void
set_selecting (WhLibrariesPage *self,
               gboolean         selecting)
{
  if (self->selecting == selecting)
    return;

  self->selecting = selecting;
  wh_library_list_view_set_selecting (self->list_view, selecting);

  if (!selecting)
    gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));

  update_status (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTING]);
}

static void
search_stopped_cb (WhLibrariesPage *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else if (self->selecting)
    set_selecting (self, FALSE);
  else
    focus_list (self);
}

static void
open_position (WhLibrariesPage *self,
               guint            position)
{
  g_autoptr (WhLibrary) library = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (library != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-library", "s", wh_library_get_key (library));
}

static void
search_activated_cb (WhLibrariesPage *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    open_position (self, 0);
}

static gboolean
search_key_pressed_cb (WhLibrariesPage *self,
                       guint            key,
                       guint            code,
                       GdkModifierType  modifiers)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  focus_list (self);
  return GDK_EVENT_STOP;
}

/* Opening and selecting. */

static GdkModifierType
get_modifiers (WhLibrariesPage *self)
{
  GdkSeat   *seat = gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (self)));
  GdkDevice *keyboard = seat != NULL ? gdk_seat_get_keyboard (seat) : NULL;

  return keyboard != NULL ? gdk_device_get_modifier_state (keyboard) : 0;
}

/* A view that activates by a single click selects by none, so clicks with Ctrl or Shift held are seen to here. */
static void
activate_cb (WhLibrariesPage *self,
             guint            position)
{
  GdkModifierType modifiers = get_modifiers (self);

  if (modifiers & GDK_SHIFT_MASK)
    wh_library_selection_extend (self->selection, position);
  else if (self->selecting || (modifiers & GDK_CONTROL_MASK))
    wh_library_selection_toggle (self->selection, position);
  else
    open_position (self, position);
}

static void
n_selected_changed_cb (WhLibrariesPage *self)
{
  update_status (self);

  if (!self->selecting && wh_library_selection_get_n_selected (self->selection) > 0)
    g_object_set (self, "selecting", TRUE, NULL);
}

static void
set_view (WhLibrariesPage *self,
          const char      *view)
{
  if (view == NULL || !(g_str_equal (view, "list") || g_str_equal (view, "table")) || !g_set_str (&self->view, view))
    return;

  update_models (self);
  update_stack (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

static void
set_sort (WhLibrariesPage *self,
          const char      *key)
{
  g_autoptr (WhLibraryQuery) query = dup_query (self);
  WhSort sort;

  if (key == NULL || !wh_sort_from_key (key, &sort))
    return;

  wh_library_query_set_sort (query, sort, FALSE);
  wh_library_list_set_query (self->list, query);
}

static void
set_reversed (WhLibrariesPage *self,
              gboolean         reversed)
{
  g_autoptr (WhLibraryQuery) query = dup_query (self);

  wh_library_query_set_sort (query, wh_library_query_get_sort (query), reversed);
  wh_library_list_set_query (self->list, query);
}

/* Actions. */

static void
search_action_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  WhLibrariesPage *self = WH_LIBRARIES_PAGE (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}

static void
escape_action_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  WhLibrariesPage *self = WH_LIBRARIES_PAGE (widget);

  if (self->selecting)
    set_selecting (self, FALSE);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
select_all_action_cb (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  WhLibrariesPage *self = WH_LIBRARIES_PAGE (widget);

  gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->selection));
}

static void
add_selected_action_cb (GtkWidget  *widget,
                        const char *action,
                        GVariant   *parameter)
{
  WhLibrariesPage *self = WH_LIBRARIES_PAGE (widget);
  g_auto (GStrv) keys = wh_library_selection_dup_keys (self->selection);

  if (keys[0] == NULL)
    return;

  set_selecting (self, FALSE);
  gtk_widget_activate_action (widget, "win.add-to-plan", "^as", keys);
}

static void
clear_action_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  WhLibrariesPage *self = WH_LIBRARIES_PAGE (widget);
  g_autoptr (WhLibraryQuery) query = wh_library_query_new ();

  wh_library_query_set_sort (query, wh_library_query_get_sort (get_query (self)), wh_library_query_get_reversed (get_query (self)));
  wh_library_list_set_query (self->list, query);
}

/* Returns: (transfer full) (nullable): the library that is meant when none is named */
static WhLibrary *
dup_focused (WhLibrariesPage *self)
{
  WhLibrary *library;

  if (is_table (self))
    return wh_library_table_view_dup_focused (self->table_view);

  library = wh_library_list_view_get_focused (self->list_view);
  return library != NULL ? g_object_ref (library) : NULL;
}

static void
learnt_action_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  g_autoptr (WhLibrary) library = dup_focused (WH_LIBRARIES_PAGE (widget));

  if (library != NULL)
    gtk_widget_activate_action (widget, "win.set-learnt", "(sb)", wh_library_get_key (library),
                                wh_library_get_status (library) != WH_STATUS_LEARNT);
}

static void
add_action_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  g_autoptr (WhLibrary) library = dup_focused (WH_LIBRARIES_PAGE (widget));
  const char *keys[2] = { NULL };

  if (library == NULL)
    return;

  keys[0] = wh_library_get_key (library);
  gtk_widget_activate_action (widget, "win.add-to-plan", "^as", keys);
}

static void
wh_libraries_page_dispose (GObject *object)
{
  WhLibrariesPage *self = WH_LIBRARIES_PAGE (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (wh_libraries_page_parent_class)->dispose (object);
}

static void
wh_libraries_page_finalize (GObject *object)
{
  WhLibrariesPage *self = WH_LIBRARIES_PAGE (object);

  g_clear_pointer (&self->view, g_free);

  G_OBJECT_CLASS (wh_libraries_page_parent_class)->finalize (object);
}

static void
wh_libraries_page_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  WhLibrariesPage *self = WH_LIBRARIES_PAGE (object);

  switch ((WhLibrariesPageProperty) prop_id)
    {
    case PROP_SORT:
      g_value_set_string (value, wh_sort_to_key (self->list != NULL ? wh_library_query_get_sort (get_query (self)) : WH_SORT_DEFAULT));
      break;

    case PROP_REVERSED:
      g_value_set_boolean (value, self->list != NULL && wh_library_query_get_reversed (get_query (self)));
      break;

    case PROP_SELECTING:
      g_value_set_boolean (value, self->selecting);
      break;

    case PROP_VIEW:
      g_value_set_string (value, self->view);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wh_libraries_page_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  WhLibrariesPage *self = WH_LIBRARIES_PAGE (object);

  switch ((WhLibrariesPageProperty) prop_id)
    {
    case PROP_SORT:
      set_sort (self, g_value_get_string (value));
      break;

    case PROP_REVERSED:
      set_reversed (self, g_value_get_boolean (value));
      break;

    case PROP_SELECTING:
      set_selecting (self, g_value_get_boolean (value));
      break;

    case PROP_VIEW:
      set_view (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "page.sort", "sort");
  gtk_widget_class_install_property_action (widget_class, "page.reversed", "reversed");
  gtk_widget_class_install_property_action (widget_class, "page.selecting", "selecting");
  gtk_widget_class_install_property_action (widget_class, "page.view", "view");
  gtk_widget_class_install_action (widget_class, "page.add", NULL, add_action_cb);
  gtk_widget_class_install_action (widget_class, "page.add-selected", NULL, add_selected_action_cb);
  gtk_widget_class_install_action (widget_class, "page.clear", NULL, clear_action_cb);
  gtk_widget_class_install_action (widget_class, "page.escape", NULL, escape_action_cb);
  gtk_widget_class_install_action (widget_class, "page.learnt", NULL, learnt_action_cb);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action_cb);
  gtk_widget_class_install_action (widget_class, "page.select-all", NULL, select_all_action_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "page.escape", NULL);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-libraries-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WhLibrariesPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, WhLibrariesPage, filters_button);
  gtk_widget_class_bind_template_child (widget_class, WhLibrariesPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, WhLibrariesPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, WhLibrariesPage, search);
  gtk_widget_class_bind_template_child (widget_class, WhLibrariesPage, select_button);
  gtk_widget_class_bind_template_child (widget_class, WhLibrariesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, WhLibrariesPage, status);
  gtk_widget_class_bind_template_child (widget_class, WhLibrariesPage, table_view);
  gtk_widget_class_bind_template_child (widget_class, WhLibrariesPage, view_toggle);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static void
wh_libraries_page_class_init (WhLibrariesPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WH_TYPE_FILTER_BAR);
  g_type_ensure (WH_TYPE_LIBRARY_LIST_VIEW);
  g_type_ensure (WH_TYPE_LIBRARY_TABLE_VIEW);
  g_type_ensure (WH_TYPE_NOTHING_FOUND);

  object_class->dispose = wh_libraries_page_dispose;
  object_class->finalize = wh_libraries_page_finalize;
  object_class->get_property = wh_libraries_page_get_property;
  object_class->set_property = wh_libraries_page_set_property;

  properties[PROP_SORT] =
    g_param_spec_string ("sort", NULL, NULL,
                         NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_REVERSED] =
    g_param_spec_boolean ("reversed", NULL, NULL,
                          FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTING] =
    g_param_spec_boolean ("selecting", NULL, NULL,
                          FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_VIEW] =
    g_param_spec_string ("view", NULL, NULL,
                         "list",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  bind_template (widget_class);
  install_actions (widget_class);
}

static void
wh_libraries_page_init (WhLibrariesPage *self)
{
  self->view = g_strdup ("list");

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
}

/**
 * wh_libraries_page_new:
 * @query: (nullable): what is shown at first; %NULL for all libraries
 */
WhLibrariesPage *
wh_libraries_page_new (WhCatalogue    *catalogue,
                       WhLibraryQuery *query)
{
  WhLibrariesPage *self;

  g_return_val_if_fail (WH_IS_CATALOGUE (catalogue), NULL);

  self = g_object_new (WH_TYPE_LIBRARIES_PAGE, NULL);
  self->list = wh_library_list_new (catalogue);
  if (query != NULL)
    wh_library_list_set_query (self->list, query);
  self->selection = wh_library_selection_new (self->list);

  wh_filter_bar_set_list (self->filter_bar, self->list);
  wh_nothing_found_set_list (self->nothing, self->list);

  g_signal_connect_object (self->list, "notify::query", G_CALLBACK (query_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::result", G_CALLBACK (result_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::n-selected", G_CALLBACK (n_selected_changed_cb), self, G_CONNECT_SWAPPED);

  query_changed_cb (self);
  update_models (self);
  result_changed_cb (self);

  return self;
}

/**
 * wh_libraries_page_get_list:
 *
 * Returns: (transfer none): what is shown
 */
WhLibraryList *
wh_libraries_page_get_list (WhLibrariesPage *self)
{
  g_return_val_if_fail (WH_IS_LIBRARIES_PAGE (self), NULL);

  return self->list;
}

void
wh_libraries_page_set_query (WhLibrariesPage *self,
                             WhLibraryQuery  *query)
{
  g_return_if_fail (WH_IS_LIBRARIES_PAGE (self));
  g_return_if_fail (query != NULL);

  wh_library_list_set_query (self->list, query);
}

/**
 * wh_libraries_page_get_status_text:
 *
 * Returns: in words how many libraries there are and how many of them are planned, or how many are selected
 */
const char *
wh_libraries_page_get_status_text (WhLibrariesPage *self)
{
  g_return_val_if_fail (WH_IS_LIBRARIES_PAGE (self), NULL);

  return gtk_label_get_label (self->status);
}
