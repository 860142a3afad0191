/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-filter-bar.h"
#include "wh-filter-chip.h"
#include "wh-libraries-page.h"
#include "wh-library-row.h"
#include "wh-library-selection.h"
#include "wh-star-rating.h"
#include "wh-words.h"

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
  GtkListItemFactory *header_factory;
  GHashTable         *rows;    /* WhLibraryRow => GtkListItem, those that are bound */
  GHashTable         *headers; /* GtkWidget => GtkListHeader */
  char               *view;
  gboolean            selecting;
  gboolean            updating;
  WhFacet             excluding;
  guint               top_id;
  guint               n_top_frames;

  WhFilterBar       *filter_bar;
  GtkWidget         *filters_button;
  GtkWidget         *view_toggle;
  GtkWidget         *select_button;
  GtkSearchEntry    *search;
  GtkStack          *stack;
  GtkListView       *list_view;
  GtkScrolledWindow *list_scroller;
  GtkColumnView     *table;
  GtkScrolledWindow *table_scroller;
  AdwStatusPage     *nothing;
  GtkButton         *drop_button;
  GtkLabel          *status;
  GtkLabel          *selected;

  GtkColumnViewColumn *name_column;
  GtkColumnViewColumn *stars_column;
  GtkColumnViewColumn *my_stars_column;
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

/* The rows of an answer come within as many frames. */
#define TOP_FRAMES 3

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

/* The status line, the empty page and the bar of the selection. */

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

static char *
describe_nothing (WhLibrariesPage *self)
{
  const char      *text = wh_library_query_get_text (get_query (self));
  g_autofree char *escaped = NULL;

  if (wh_library_query_get_n_facets (get_query (self)) == 0)
    return g_strdup (_ ("No library has these words. Another spelling may help, in Chinese or English."));

  if (text == NULL || *text == '\0')
    return g_strdup (_ ("No library passes all these filters."));

  escaped = g_markup_escape_text (text, -1);

  return g_strdup_printf (_ ("No library with “%s” passes these filters."), escaped);
}

/* Offers to drop the filter without which there would be the most. */
static void
update_drop_button (WhLibrariesPage *self)
{
  WhSearchResult  *result = wh_library_list_get_result (self->list);
  guint            n_gained;
  gboolean         excludes = wh_search_result_get_most_excluding (result, &self->excluding, &n_gained);
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->drop_button), excludes);
  if (!excludes)
    return;

  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                        "Drop “%s”: %u Library",
                                        "Drop “%s”: %u Libraries",
                                        n_gained),
                           wh_words_get_facet (self->excluding), n_gained);
  gtk_button_set_label (self->drop_button, label);
}

static void
update_nothing (WhLibrariesPage *self)
{
  g_autofree char *description = describe_nothing (self);

  adw_status_page_set_description (self->nothing, description);
  update_drop_button (self);
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

  if (g_str_equal (child, "nothing"))
    update_nothing (self);

  gtk_stack_set_visible_child_name (self->stack, child);
}

static void
update_selected (WhLibrariesPage *self)
{
  guint            n_selected = wh_library_selection_get_n_selected (self->selection);
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u selected", "%u selected", n_selected), n_selected);

  gtk_label_set_label (self->selected, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.add-selected", n_selected > 0);
}

/* Rows and headers that are bound. */

/* Told by the query and not by the result: with the heads there before the rows, the list stays at its top. */
static gboolean
has_sections (WhLibrariesPage *self)
{
  const char *text = wh_library_query_get_text (get_query (self));

  return (text == NULL || *text == '\0') && wh_library_query_get_sort (get_query (self)) == WH_SORT_DEFAULT;
}

/* Heads of categories say what the rows would say once more. */
static gboolean
needs_category (WhLibrariesPage *self)
{
  const char *const *roles = wh_library_query_get_values (get_query (self), WH_FACET_ROLE);

  return !has_sections (self) || (roles != NULL && g_strv_length ((GStrv) roles) == 1);
}

static void
update_place (WhLibrariesPage *self,
              WhLibraryRow    *row,
              GtkListItem     *item)
{
  guint position = gtk_list_item_get_position (item);
  guint start;
  guint end;

  if (position == GTK_INVALID_LIST_POSITION)
    return;

  gtk_section_model_get_section (GTK_SECTION_MODEL (self->selection), position, &start, &end);
  wh_library_row_set_place (row, position == start, position + 1 == end);
}

static void
update_places (WhLibrariesPage *self)
{
  GHashTableIter iter;
  gpointer       row;
  gpointer       item;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, &item))
    update_place (self, row, item);
}

static void
update_categories (WhLibrariesPage *self)
{
  GHashTableIter iter;
  gpointer       row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    wh_library_row_set_show_category (row, needs_category (self));
}

static void
update_header (WhLibrariesPage *self,
               GtkWidget       *box,
               GtkListHeader   *header)
{
  const WhSearchSection *section = wh_library_list_find_section (self->list, gtk_list_header_get_start (header));
  GtkWidget             *title = gtk_widget_get_first_child (box);
  GtkWidget             *count = gtk_widget_get_last_child (box);
  g_autofree char       *words = NULL;
  g_autofree char       *counted = NULL;

  if (section == NULL)
    return;

  if (*section->key != '\0')
    words = wh_catalogue_dup_title (wh_library_list_get_catalogue (self->list), section->facet, section->key);

  if (section->n_learnt > 0)
    counted = g_strdup_printf (_ ("%u of %u learnt"), section->n_learnt, section->n_items);
  else
    counted = g_strdup_printf ("%u", section->n_items);

  gtk_label_set_label (GTK_LABEL (title), words != NULL ? words : _ ("Other"));
  gtk_label_set_label (GTK_LABEL (count), counted);
}

static void
update_headers (WhLibrariesPage *self)
{
  GHashTableIter iter;
  gpointer       box;
  gpointer       header;

  g_hash_table_iter_init (&iter, self->headers);
  while (g_hash_table_iter_next (&iter, &box, &header))
    update_header (self, box, header);
}

static void
setup_header_cb (WhLibrariesPage *self,
                 GtkListHeader   *header)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (count, "dimmed");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (box, "section-heading");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_header_set_child (header, box);
}

static void
bind_header_cb (WhLibrariesPage *self,
                GtkListHeader   *header)
{
  GtkWidget *box = gtk_list_header_get_child (header);

  g_hash_table_insert (self->headers, box, header);
  update_header (self, box, header);
}

static void
unbind_header_cb (WhLibrariesPage *self,
                  GtkListHeader   *header)
{
  g_hash_table_remove (self->headers, gtk_list_header_get_child (header));
}

static void
setup_row_cb (WhLibrariesPage *self,
              GtkListItem     *item)
{
  GtkWidget *row = wh_library_row_new ();

  gtk_list_item_set_child (item, row);
  g_object_bind_property (row, "description", item, "accessible-description", G_BINDING_SYNC_CREATE);
}

static void
row_selected_cb (GtkListItem *item)
{
  wh_library_row_set_selected (WH_LIBRARY_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_selected (item));
}

static void
bind_row_cb (WhLibrariesPage *self,
             GtkListItem     *item)
{
  WhLibraryRow *row = WH_LIBRARY_ROW (gtk_list_item_get_child (item));
  WhLibrary    *library = gtk_list_item_get_item (item);

  g_hash_table_insert (self->rows, row, item);
  wh_library_row_set_show_category (row, needs_category (self));
  wh_library_row_set_language (row, wh_catalogue_get_language (wh_library_list_get_catalogue (self->list)));
  wh_library_row_set_library (row, library);
  wh_library_row_set_selecting (row, self->selecting);
  gtk_list_item_set_accessible_label (item, wh_library_get_name (library));
  update_place (self, row, item);

  g_signal_connect (item, "notify::selected", G_CALLBACK (row_selected_cb), NULL);
  row_selected_cb (item);
}

static void
unbind_row_cb (WhLibrariesPage *self,
               GtkListItem     *item)
{
  WhLibraryRow *row = WH_LIBRARY_ROW (gtk_list_item_get_child (item));

  g_signal_handlers_disconnect_by_func (item, row_selected_cb, NULL);
  g_hash_table_remove (self->rows, row);
  wh_library_row_set_library (row, NULL);
}

static void
teardown_row_cb (WhLibrariesPage *self,
                 GtkListItem     *item)
{
  gtk_list_item_set_child (item, NULL);
}

/* Returns: (nullable): the row that has the focus, or holds what has it */
static WhLibraryRow *
get_focused_row (WhLibrariesPage *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row;

  if (focus == NULL)
    return NULL;

  row = gtk_widget_get_ancestor (focus, WH_TYPE_LIBRARY_ROW);
  if (row == NULL)
    row = gtk_widget_get_first_child (focus);

  return row != NULL && g_hash_table_contains (self->rows, row) ? WH_LIBRARY_ROW (row) : NULL;
}

/* Which view has the model, and whether it shows sections. */

static void
update_header_factory (WhLibrariesPage *self)
{
  GtkListItemFactory *factory = has_sections (self) ? self->header_factory : NULL;

  if (gtk_list_view_get_header_factory (self->list_view) != factory)
    gtk_list_view_set_header_factory (self->list_view, factory);
}

static void
update_models (WhLibrariesPage *self)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->selection);

  g_signal_handlers_disconnect_by_func (self->selection, update_places, self);

  gtk_list_view_set_model (self->list_view, is_table (self) ? NULL : model);
  gtk_column_view_set_model (self->table, is_table (self) ? model : NULL);

  /* After the view, which by then knows the new positions. */
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (update_places), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "sections-changed", G_CALLBACK (update_places), self, G_CONNECT_SWAPPED);
}

static gboolean
keep_top_cb (GtkWidget     *widget,
             GdkFrameClock *clock,
             gpointer       user_data)
{
  WhLibrariesPage *self = WH_LIBRARIES_PAGE (widget);

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->list_scroller), 0);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->table_scroller), 0);

  if (self->n_top_frames-- > 0)
    return G_SOURCE_CONTINUE;

  self->top_id = 0;
  return G_SOURCE_REMOVE;
}

/* Another query is read from its beginning. GTK keeps the first row at the top, which hides the head above it,
 * so this is said once more when the rows are there.
 */
static void
scroll_to_top (WhLibrariesPage *self)
{
  self->n_top_frames = TOP_FRAMES;
  if (self->top_id == 0)
    self->top_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), keep_top_cb, NULL, NULL);
}

/* The arrows in the head of the table say what the query says. */
static void
update_table_sort (WhLibrariesPage *self)
{
  WhSort               sort = wh_library_query_get_sort (get_query (self));
  gboolean             reversed = wh_library_query_get_reversed (get_query (self));
  GtkColumnViewColumn *column = NULL;
  GtkSortType          type = GTK_SORT_ASCENDING;

  if (sort == WH_SORT_NAME)
    {
      column = self->name_column;
      type = reversed ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING;
    }
  else if (sort == WH_SORT_STARS || sort == WH_SORT_MY_STARS)
    {
      column = sort == WH_SORT_STARS ? self->stars_column : self->my_stars_column;
      type = reversed ? GTK_SORT_ASCENDING : GTK_SORT_DESCENDING;
    }

  self->updating = TRUE;
  gtk_column_view_sort_by_column (self->table, column, type);
  self->updating = FALSE;
}

static void
table_sorted_cb (WhLibrariesPage *self)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->table));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);
  gboolean             descending = gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;
  g_autoptr (WhLibraryQuery) query = NULL;
  WhSort sort;

  if (self->updating)
    return;

  query = dup_query (self);
  if (column == NULL)
    {
      wh_library_query_set_sort (query, WH_SORT_DEFAULT, FALSE);
    }
  else if (column == self->name_column)
    {
      wh_library_query_set_sort (query, WH_SORT_NAME, descending);
    }
  else
    {
      /* The best first, the first time. */
      sort = column == self->stars_column ? WH_SORT_STARS : WH_SORT_MY_STARS;
      wh_library_query_set_sort (query, sort, !descending && wh_library_query_get_sort (query) == sort);
    }

  wh_library_list_set_query (self->list, query);
  update_table_sort (self);
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

  update_header_factory (self);
  update_table_sort (self);
  scroll_to_top (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVERSED]);
}

static void
result_changed_cb (WhLibrariesPage *self)
{
  g_autofree char *text = describe_result (self);

  gtk_label_set_label (self->status, text);
  update_categories (self);
  update_headers (self);
  update_places (self);
  update_stack (self);
  update_selected (self);
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

/* Scrolling there makes the first row the one that gets the focus, but does not give it. */
static void
focus_list (WhLibrariesPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return;

  if (is_table (self))
    {
      gtk_column_view_scroll_to (self->table, 0, NULL, GTK_LIST_SCROLL_FOCUS, NULL);
      gtk_widget_grab_focus (GTK_WIDGET (self->table));
    }
  else
    {
      gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_FOCUS, NULL);
      gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
    }
}

static void
set_selecting (WhLibrariesPage *self,
               gboolean         selecting)
{
  GHashTableIter iter;
  gpointer       row;

  if (self->selecting == selecting)
    return;

  self->selecting = selecting;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    wh_library_row_set_selecting (row, selecting);

  if (!selecting)
    gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));

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
long_pressed_cb (WhLibrariesPage *self,
                 double           x,
                 double           y)
{
  GtkWidget   *child = gtk_widget_pick (GTK_WIDGET (self->list_view), x, y, GTK_PICK_DEFAULT);
  GtkWidget   *row = child != NULL ? gtk_widget_get_ancestor (child, WH_TYPE_LIBRARY_ROW) : NULL;
  GtkListItem *item = row != NULL ? g_hash_table_lookup (self->rows, row) : NULL;

  if (item != NULL)
    wh_library_selection_toggle (self->selection, gtk_list_item_get_position (item));
}

static void
n_selected_changed_cb (WhLibrariesPage *self)
{
  update_selected (self);

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

static void
drop_filter_action_cb (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  WhLibrariesPage *self = WH_LIBRARIES_PAGE (widget);
  g_autoptr (WhLibraryQuery) query = dup_query (self);

  wh_library_query_set_values (query, self->excluding, NULL);
  wh_library_list_set_query (self->list, query);
}

static void
learnt_action_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  WhLibraryRow *row = get_focused_row (WH_LIBRARIES_PAGE (widget));
  WhLibrary    *library = row != NULL ? wh_library_row_get_library (row) : NULL;

  if (library != NULL)
    gtk_widget_activate_action (widget, "win.set-learnt", "(sb)", wh_library_get_key (library),
                                wh_library_get_status (library) != WH_STATUS_LEARNT);
}

static void
add_action_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  WhLibraryRow *row = get_focused_row (WH_LIBRARIES_PAGE (widget));
  WhLibrary    *library = row != NULL ? wh_library_row_get_library (row) : NULL;
  const char   *keys[2] = { NULL };

  if (library == NULL)
    return;

  keys[0] = wh_library_get_key (library);
  gtk_widget_activate_action (widget, "win.add-to-plan", "^as", keys);
}

static char *
get_status_word (gpointer item,
                 guint    status,
                 gboolean planned)
{
  return g_strdup (wh_words_get_status (status, planned));
}

static void
add_sorter (WhLibrariesPage     *self,
            GtkColumnViewColumn *column)
{
  g_autoptr (GtkCustomSorter) sorter = gtk_custom_sorter_new (NULL, NULL, NULL);

  gtk_column_view_column_set_sorter (column, GTK_SORTER (sorter));
}

static void
wh_libraries_page_dispose (GObject *object)
{
  WhLibrariesPage *self = WH_LIBRARIES_PAGE (object);

  /* The table sorts anew while its columns are taken from it. */
  if (self->table != NULL)
    g_signal_handlers_disconnect_by_func (gtk_column_view_get_sorter (self->table), table_sorted_cb, self);
  self->table = NULL;

  g_clear_object (&self->header_factory);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (wh_libraries_page_parent_class)->dispose (object);
}

static void
wh_libraries_page_finalize (GObject *object)
{
  WhLibrariesPage *self = WH_LIBRARIES_PAGE (object);

  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->headers, g_hash_table_unref);
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
  gtk_widget_class_install_action (widget_class, "page.drop-filter", NULL, drop_filter_action_cb);
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
  gtk_widget_class_bind_template_child (widget_class, WhLibrariesPage, drop_button);
  gtk_widget_class_bind_template_child (widget_class, WhLibrariesPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, WhLibrariesPage, filters_button);
  gtk_widget_class_bind_template_child (widget_class, WhLibrariesPage, list_scroller);
  gtk_widget_class_bind_template_child (widget_class, WhLibrariesPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, WhLibrariesPage, my_stars_column);
  gtk_widget_class_bind_template_child (widget_class, WhLibrariesPage, name_column);
  gtk_widget_class_bind_template_child (widget_class, WhLibrariesPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, WhLibrariesPage, search);
  gtk_widget_class_bind_template_child (widget_class, WhLibrariesPage, select_button);
  gtk_widget_class_bind_template_child (widget_class, WhLibrariesPage, selected);
  gtk_widget_class_bind_template_child (widget_class, WhLibrariesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, WhLibrariesPage, stars_column);
  gtk_widget_class_bind_template_child (widget_class, WhLibrariesPage, status);
  gtk_widget_class_bind_template_child (widget_class, WhLibrariesPage, table);
  gtk_widget_class_bind_template_child (widget_class, WhLibrariesPage, table_scroller);
  gtk_widget_class_bind_template_child (widget_class, WhLibrariesPage, view_toggle);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, get_status_word);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, teardown_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
}

static void
wh_libraries_page_class_init (WhLibrariesPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WH_TYPE_FILTER_BAR);
  g_type_ensure (WH_TYPE_LIBRARY);
  g_type_ensure (WH_TYPE_STAR_RATING);

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
  self->rows = g_hash_table_new (NULL, NULL);
  self->headers = g_hash_table_new (NULL, NULL);

  self->header_factory = gtk_signal_list_item_factory_new ();
  g_signal_connect_swapped (self->header_factory, "setup", G_CALLBACK (setup_header_cb), self);
  g_signal_connect_swapped (self->header_factory, "bind", G_CALLBACK (bind_header_cb), self);
  g_signal_connect_swapped (self->header_factory, "unbind", G_CALLBACK (unbind_header_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
  add_sorter (self, self->name_column);
  add_sorter (self, self->stars_column);
  add_sorter (self, self->my_stars_column);
}

WhLibrariesPage *
wh_libraries_page_new (WhCatalogue *catalogue)
{
  WhLibrariesPage *self;

  g_return_val_if_fail (WH_IS_CATALOGUE (catalogue), NULL);

  self = g_object_new (WH_TYPE_LIBRARIES_PAGE, NULL);
  self->list = wh_library_list_new (catalogue);
  self->selection = wh_library_selection_new (self->list);

  wh_filter_bar_set_list (self->filter_bar, self->list);

  g_signal_connect_object (self->list, "notify::query", G_CALLBACK (query_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::result", G_CALLBACK (result_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::n-selected", G_CALLBACK (n_selected_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed", G_CALLBACK (table_sorted_cb), self, G_CONNECT_SWAPPED);

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
 * Returns: how many libraries there are and how many of them are planned, in words
 */
const char *
wh_libraries_page_get_status_text (WhLibrariesPage *self)
{
  g_return_val_if_fail (WH_IS_LIBRARIES_PAGE (self), NULL);

  return gtk_label_get_label (self->status);
}
