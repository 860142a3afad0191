/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-library-list-view.h"
#include "wh-library-row.h"
#include "wh-scroll.h"

/* Pixels; a row is never lower. */
#define LEAST_ROW_HEIGHT 36

/* So many rows more than can be seen come with an answer; as many as these when it is not known yet. */
#define SPARE_ROWS 4
#define ROWS_AT_START 20

/* Characters that the title of a section has room for, whatever the width: fewer than any has. */
#define LEAST_CHARS 3

/**
 * WhLibraryListView:
 *
 * Libraries as a list: a row for each, and a card with a head for each section
 * of the query. Rows and heads are told by hand what the sections are, for a
 * change of these is none of the rows.
 *
 * With no selection it shows nothing and costs nothing.
 */
struct _WhLibraryListView
{
  AdwBin parent_instance;

  WhLibrarySelection *selection;
  GtkListItemFactory *header_factory;
  GHashTable         *rows;    /* WhLibraryRow => GtkListItem, those that are bound */
  GHashTable         *headers; /* GtkWidget => GtkListHeader */
  gboolean            selecting;

  GtkScrolledWindow *scroller;
  GtkListView       *view;
};

G_DEFINE_FINAL_TYPE (WhLibraryListView, wh_library_list_view, ADW_TYPE_BIN)

typedef enum
{
  SIGNAL_ACTIVATE,
} WhLibraryListViewSignal;

static guint signals[SIGNAL_ACTIVATE + 1];

static WhLibraryList *
get_list (WhLibraryListView *self)
{
  return WH_LIBRARY_LIST (wh_paced_list_get_model (WH_PACED_LIST (self->selection)));
}

static WhLibraryQuery *
get_query (WhLibraryListView *self)
{
  return wh_library_list_get_query (get_list (self));
}

/* Told by the query and not by the result: with the heads there before the rows, the list stays at its top. */
static gboolean
has_sections (WhLibraryListView *self)
{
  const char *text = wh_library_query_get_text (get_query (self));

  return (text == NULL || *text == '\0') && wh_library_query_get_sort (get_query (self)) == WH_SORT_DEFAULT;
}

/* Heads of categories say what the rows would say once more. */
static gboolean
needs_category (WhLibraryListView *self)
{
  const char *const *roles = wh_library_query_get_values (get_query (self), WH_FACET_ROLE);

  return !has_sections (self) || (roles != NULL && g_strv_length ((GStrv) roles) == 1);
}

static void
update_place (WhLibraryListView *self,
              WhLibraryRow      *row,
              GtkListItem       *item)
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
update_places (WhLibraryListView *self)
{
  GHashTableIter iter;
  gpointer       row;
  gpointer       item;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, &item))
    update_place (self, row, item);
}

static void
update_categories (WhLibraryListView *self)
{
  GHashTableIter iter;
  gpointer       row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    wh_library_row_set_show_category (row, needs_category (self));
}

static const char *
get_language (WhLibraryListView *self)
{
  return wh_catalogue_get_language (wh_library_list_get_catalogue (get_list (self)));
}

static void
update_languages (WhLibraryListView *self)
{
  GHashTableIter iter;
  gpointer       row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    wh_library_row_set_language (row, get_language (self));
}

/* Heads. */

static void
update_header (WhLibraryListView *self,
               GtkWidget         *box,
               GtkListHeader     *header)
{
  const WhSearchSection *section = wh_library_list_find_section (get_list (self), gtk_list_header_get_start (header));
  GtkWidget             *title = gtk_widget_get_first_child (box);
  GtkWidget             *count = gtk_widget_get_last_child (box);
  g_autofree char       *words = NULL;
  g_autofree char       *counted = NULL;

  if (section == NULL)
    return;

  if (*section->key != '\0')
    words = wh_catalogue_dup_title (wh_library_list_get_catalogue (get_list (self)), section->facet, section->key);

  if (section->n_learnt > 0)
    counted = g_strdup_printf (_ ("%u of %u learnt"), section->n_learnt, section->n_items);
  else
    counted = g_strdup_printf ("%u", section->n_items);

  gtk_label_set_label (GTK_LABEL (title), words != NULL ? words : _ ("Other"));
  gtk_label_set_label (GTK_LABEL (count), counted);
}

static void
update_headers (WhLibraryListView *self)
{
  GHashTableIter iter;
  gpointer       box;
  gpointer       header;

  g_hash_table_iter_init (&iter, self->headers);
  while (g_hash_table_iter_next (&iter, &box, &header))
    update_header (self, box, header);
}

static void
setup_header_cb (WhLibraryListView *self,
                 GtkListHeader     *header)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  /* Else its least width is found by shaping one line for each letter, in all headers that the view keeps. */
  gtk_label_set_width_chars (GTK_LABEL (title), LEAST_CHARS);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_valign (title, GTK_ALIGN_BASELINE_FILL);
  gtk_widget_set_valign (count, GTK_ALIGN_BASELINE_FILL);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (count, "dimmed");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (box, "section-heading");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_header_set_child (header, box);
}

static void
bind_header_cb (WhLibraryListView *self,
                GtkListHeader     *header)
{
  GtkWidget *box = gtk_list_header_get_child (header);

  g_hash_table_insert (self->headers, box, header);
  update_header (self, box, header);
}

static void
unbind_header_cb (WhLibraryListView *self,
                  GtkListHeader     *header)
{
  g_hash_table_remove (self->headers, gtk_list_header_get_child (header));
}

/* Rows. */

static void
setup_row_cb (WhLibraryListView *self,
              GtkListItem       *item)
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
bind_row_cb (WhLibraryListView *self,
             GtkListItem       *item)
{
  WhLibraryRow *row = WH_LIBRARY_ROW (gtk_list_item_get_child (item));
  WhLibrary    *library = gtk_list_item_get_item (item);

  g_hash_table_insert (self->rows, row, item);
  wh_library_row_set_show_category (row, needs_category (self));
  wh_library_row_set_language (row, get_language (self));
  wh_library_row_set_library (row, library);
  wh_library_row_set_selecting (row, self->selecting);
  gtk_list_item_set_accessible_label (item, wh_library_get_name (library));
  update_place (self, row, item);

  g_signal_connect (item, "notify::selected", G_CALLBACK (row_selected_cb), NULL);
  row_selected_cb (item);
}

static void
unbind_row_cb (WhLibraryListView *self,
               GtkListItem       *item)
{
  WhLibraryRow *row = WH_LIBRARY_ROW (gtk_list_item_get_child (item));

  g_signal_handlers_disconnect_by_func (item, row_selected_cb, NULL);
  g_hash_table_remove (self->rows, row);
  wh_library_row_set_library (row, NULL);
}

static void
teardown_row_cb (WhLibraryListView *self,
                 GtkListItem       *item)
{
  gtk_list_item_set_child (item, NULL);
}

static void
long_pressed_cb (WhLibraryListView *self,
                 double             x,
                 double             y)
{
  GtkWidget   *child = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  GtkWidget   *row = child != NULL ? gtk_widget_get_ancestor (child, WH_TYPE_LIBRARY_ROW) : NULL;
  GtkListItem *item = row != NULL ? g_hash_table_lookup (self->rows, row) : NULL;

  if (item != NULL)
    wh_library_selection_toggle (self->selection, gtk_list_item_get_position (item));
}

/* Returns: (nullable): the row that has the focus, or holds what has it */
static WhLibraryRow *
get_focused_row (WhLibraryListView *self)
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

static void
update_header_factory (WhLibraryListView *self)
{
  GtkListItemFactory *factory = has_sections (self) ? self->header_factory : NULL;

  if (gtk_list_view_get_header_factory (self->view) != factory)
    gtk_list_view_set_header_factory (self->view, factory);
}

/* What the list says. */

/* Another query is read from its beginning. */
static void
query_changed_cb (WhLibraryListView *self)
{
  update_header_factory (self);
  wh_scroll_to_top (self->scroller);
}

static void
result_changed_cb (WhLibraryListView *self)
{
  update_categories (self);
  update_headers (self);
  update_places (self);
}

/* What cannot be seen can wait for the next frames. */
static void
page_size_changed_cb (WhLibraryListView *self)
{
  double height = gtk_adjustment_get_page_size (gtk_scrolled_window_get_vadjustment (self->scroller));
  guint  n_rows = height > 0 ? (guint) (height / LEAST_ROW_HEIGHT) + SPARE_ROWS : ROWS_AT_START;

  if (self->selection != NULL)
    wh_paced_list_set_first_rows (WH_PACED_LIST (self->selection), n_rows);
}

static void
watch (WhLibraryListView *self)
{
  WhLibraryList *list = get_list (self);

  g_signal_connect_object (wh_library_list_get_catalogue (list), "notify::language",
                           G_CALLBACK (update_languages), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::query", G_CALLBACK (query_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::result", G_CALLBACK (result_changed_cb), self, G_CONNECT_SWAPPED);

  /* After the view, which by then knows the new positions. */
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (update_places), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "sections-changed", G_CALLBACK (update_places), self, G_CONNECT_SWAPPED);
}

static void
unwatch (WhLibraryListView *self)
{
  g_signal_handlers_disconnect_by_data (wh_library_list_get_catalogue (get_list (self)), self);
  g_signal_handlers_disconnect_by_data (get_list (self), self);
  g_signal_handlers_disconnect_by_data (self->selection, self);
}

static void
activate_cb (WhLibraryListView *self,
             guint              position)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0, position);
}

static void
wh_library_list_view_dispose (GObject *object)
{
  WhLibraryListView *self = WH_LIBRARY_LIST_VIEW (object);

  g_clear_object (&self->header_factory);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (wh_library_list_view_parent_class)->dispose (object);
}

static void
wh_library_list_view_finalize (GObject *object)
{
  WhLibraryListView *self = WH_LIBRARY_LIST_VIEW (object);

  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->headers, g_hash_table_unref);

  G_OBJECT_CLASS (wh_library_list_view_parent_class)->finalize (object);
}

static void
wh_library_list_view_class_init (WhLibraryListViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wh_library_list_view_dispose;
  object_class->finalize = wh_library_list_view_finalize;

  /**
   * WhLibraryListView::activate:
   * @position: where the row stands that was clicked, or had Enter pressed on it
   */
  signals[SIGNAL_ACTIVATE] =
    g_signal_new ("activate",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE,
                  1,
                  G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-library-list-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WhLibraryListView, scroller);
  gtk_widget_class_bind_template_child (widget_class, WhLibraryListView, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, teardown_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
}

static void
wh_library_list_view_init (WhLibraryListView *self)
{
  self->rows = g_hash_table_new (NULL, NULL);
  self->headers = g_hash_table_new (NULL, NULL);

  self->header_factory = gtk_signal_list_item_factory_new ();
  g_signal_connect_swapped (self->header_factory, "setup", G_CALLBACK (setup_header_cb), self);
  g_signal_connect_swapped (self->header_factory, "bind", G_CALLBACK (bind_header_cb), self);
  g_signal_connect_swapped (self->header_factory, "unbind", G_CALLBACK (unbind_header_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "notify::page-size",
                           G_CALLBACK (page_size_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * wh_library_list_view_set_selection:
 * @selection: (nullable): what is shown, %NULL while the view is not seen
 */
void
wh_library_list_view_set_selection (WhLibraryListView  *self,
                                    WhLibrarySelection *selection)
{
  g_return_if_fail (WH_IS_LIBRARY_LIST_VIEW (self));
  g_return_if_fail (selection == NULL || WH_IS_LIBRARY_SELECTION (selection));

  if (self->selection == selection)
    return;

  if (self->selection != NULL)
    unwatch (self);

  gtk_list_view_set_model (self->view, NULL);
  g_set_object (&self->selection, selection);
  if (selection == NULL)
    return;

  query_changed_cb (self);
  page_size_changed_cb (self);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  watch (self);
}

/**
 * wh_library_list_view_set_selecting:
 * @selecting: whether check boxes stand in the place of the circles
 */
void
wh_library_list_view_set_selecting (WhLibraryListView *self,
                                    gboolean           selecting)
{
  GHashTableIter iter;
  gpointer       row;

  g_return_if_fail (WH_IS_LIBRARY_LIST_VIEW (self));

  self->selecting = selecting;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    wh_library_row_set_selecting (row, selecting);
}

/**
 * wh_library_list_view_get_focused:
 *
 * Returns: (transfer none) (nullable): the library whose row has the focus, or holds what has it
 */
WhLibrary *
wh_library_list_view_get_focused (WhLibraryListView *self)
{
  WhLibraryRow *row;

  g_return_val_if_fail (WH_IS_LIBRARY_LIST_VIEW (self), NULL);

  row = get_focused_row (self);

  return row != NULL ? wh_library_row_get_library (row) : NULL;
}

/**
 * wh_library_list_view_focus_first:
 *
 * Gives the focus to the first row, which there must be.
 */
void
wh_library_list_view_focus_first (WhLibraryListView *self)
{
  g_return_if_fail (WH_IS_LIBRARY_LIST_VIEW (self));

  /* Scrolling there makes the first row the one that gets the focus, but does not give it. */
  gtk_list_view_scroll_to (self->view, 0, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
