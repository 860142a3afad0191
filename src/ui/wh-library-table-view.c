/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "wh-library-table-view.h"
#include "wh-scroll.h"
#include "wh-star-rating.h"
#include "wh-words.h"

/**
 * WhLibraryTableView:
 *
 * Libraries as a table, without the sections of the query. Pressing the head of a
 * column sorts the query; the table itself sorts nothing.
 *
 * With no selection it shows nothing and costs nothing, for a table binds many
 * cells for each letter typed.
 */
struct _WhLibraryTableView
{
  AdwBin parent_instance;

  WhLibrarySelection *selection;
  gboolean            updating;

  GtkScrolledWindow   *scroller;
  GtkColumnView       *view;
  GtkColumnViewColumn *name_column;
  GtkColumnViewColumn *stars_column;
  GtkColumnViewColumn *my_rating_column;
};

G_DEFINE_FINAL_TYPE (WhLibraryTableView, wh_library_table_view, ADW_TYPE_BIN)

typedef enum
{
  SIGNAL_ACTIVATE,
} WhLibraryTableViewSignal;

static guint signals[SIGNAL_ACTIVATE + 1];

#define CELL_PREFIX "library:"

static WhLibraryList *
get_list (WhLibraryTableView *self)
{
  return WH_LIBRARY_LIST (wh_paced_list_get_model (WH_PACED_LIST (self->selection)));
}

static WhLibraryQuery *
get_query (WhLibraryTableView *self)
{
  return wh_library_list_get_query (get_list (self));
}

/* The arrows in the head of the table say what the query says. */
static void
update_arrows (WhLibraryTableView *self)
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
  else if (sort == WH_SORT_STARS || sort == WH_SORT_MY_RATING)
    {
      column = sort == WH_SORT_STARS ? self->stars_column : self->my_rating_column;
      type = reversed ? GTK_SORT_ASCENDING : GTK_SORT_DESCENDING;
    }

  self->updating = TRUE;
  gtk_column_view_sort_by_column (self->view, column, type);
  self->updating = FALSE;
}

static void
sorted_cb (WhLibraryTableView *self)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->view));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);
  gboolean             descending = gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;
  g_autoptr (WhLibraryQuery) query = NULL;
  WhSort sort;

  if (self->updating)
    return;

  query = wh_library_query_copy (get_query (self));
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
      sort = column == self->stars_column ? WH_SORT_STARS : WH_SORT_MY_RATING;
      wh_library_query_set_sort (query, sort, !descending && wh_library_query_get_sort (query) == sort);
    }

  wh_library_list_set_query (get_list (self), query);
  update_arrows (self);
}

/* Another query is read from its beginning. */
static void
query_changed_cb (WhLibraryTableView *self)
{
  update_arrows (self);
  wh_scroll_to_top (self->scroller);
}

static void
activate_cb (WhLibraryTableView *self,
             guint               position)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0, position);
}

/* An inscription takes 0 for the left, whatever the direction of reading. */
static float
get_start (gpointer item)
{
  return gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL ? 1 : 0;
}

/* A table does not tell which library is in a row, but a cell can be called by it. */
static char *
get_cell_name (gpointer    item,
               const char *key)
{
  return g_strconcat (CELL_PREFIX, key, NULL);
}

/* Returns: (nullable): the key of the library that @row shows */
static const char *
find_key (GtkWidget *row)
{
  const char *key = NULL;

  if (g_str_has_prefix (gtk_widget_get_name (row), CELL_PREFIX))
    return gtk_widget_get_name (row) + strlen (CELL_PREFIX);

  for (GtkWidget *child = gtk_widget_get_first_child (row);
       child != NULL && key == NULL;
       child = gtk_widget_get_next_sibling (child))
    key = find_key (child);

  return key;
}

/* GTK has a complaint, and no answer, for whoever reads an inscription without a text: one has at least an empty one. */
static char *
dup_text (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

/* The last step of the way to a category tells it apart, and a column has room for it. */
static char *
get_category (gpointer    item,
              const char *path)
{
  const char *last = path != NULL ? g_strrstr (path, "› ") : NULL;

  return dup_text (last != NULL ? last + strlen ("› ") : path);
}

static char *
get_status_word (gpointer item,
                 guint    status,
                 gboolean planned)
{
  return dup_text (wh_words_get_status (status, planned));
}

/* A head can be pressed when its column has a sorter; this one finds all rows equal. */
static void
add_sorter (GtkColumnViewColumn *column)
{
  g_autoptr (GtkCustomSorter) sorter = gtk_custom_sorter_new (NULL, NULL, NULL);

  gtk_column_view_column_set_sorter (column, GTK_SORTER (sorter));
}

static void
wh_library_table_view_dispose (GObject *object)
{
  WhLibraryTableView *self = WH_LIBRARY_TABLE_VIEW (object);

  /* The table sorts anew while its columns are taken from it. */
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_func (gtk_column_view_get_sorter (self->view), sorted_cb, self);
  self->view = NULL;

  g_clear_object (&self->selection);

  G_OBJECT_CLASS (wh_library_table_view_parent_class)->dispose (object);
}

static void
wh_library_table_view_class_init (WhLibraryTableViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WH_TYPE_LIBRARY);
  g_type_ensure (WH_TYPE_STAR_RATING);

  G_OBJECT_CLASS (klass)->dispose = wh_library_table_view_dispose;

  /**
   * WhLibraryTableView::activate:
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

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-library-table-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WhLibraryTableView, my_rating_column);
  gtk_widget_class_bind_template_child (widget_class, WhLibraryTableView, name_column);
  gtk_widget_class_bind_template_child (widget_class, WhLibraryTableView, scroller);
  gtk_widget_class_bind_template_child (widget_class, WhLibraryTableView, stars_column);
  gtk_widget_class_bind_template_child (widget_class, WhLibraryTableView, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, get_category);
  gtk_widget_class_bind_template_callback (widget_class, get_cell_name);
  gtk_widget_class_bind_template_callback (widget_class, get_start);
  gtk_widget_class_bind_template_callback (widget_class, get_status_word);
}

static void
wh_library_table_view_init (WhLibraryTableView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  add_sorter (self->name_column);
  add_sorter (self->stars_column);
  add_sorter (self->my_rating_column);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorted_cb), self, G_CONNECT_SWAPPED);
}

/**
 * wh_library_table_view_set_selection:
 * @selection: (nullable): what is shown, %NULL while the view is not seen
 */
void
wh_library_table_view_set_selection (WhLibraryTableView *self,
                                     WhLibrarySelection *selection)
{
  g_return_if_fail (WH_IS_LIBRARY_TABLE_VIEW (self));
  g_return_if_fail (selection == NULL || WH_IS_LIBRARY_SELECTION (selection));

  if (self->selection == selection)
    return;

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (get_list (self), self);

  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_set_object (&self->selection, selection);
  if (selection == NULL)
    return;

  g_signal_connect_object (get_list (self), "notify::query", G_CALLBACK (query_changed_cb), self, G_CONNECT_SWAPPED);
  query_changed_cb (self);
}

/**
 * wh_library_table_view_dup_focused:
 *
 * Returns: (transfer full) (nullable): the library whose row has the focus
 */
WhLibrary *
wh_library_table_view_dup_focused (WhLibraryTableView *self)
{
  GtkRoot    *root;
  GtkWidget  *focus;
  const char *key;

  g_return_val_if_fail (WH_IS_LIBRARY_TABLE_VIEW (self), NULL);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus == NULL || focus == GTK_WIDGET (self->view) || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)))
    return NULL;

  key = find_key (focus);
  return key != NULL ? wh_catalogue_dup_library_by_key (wh_library_list_get_catalogue (get_list (self)), key, NULL) : NULL;
}

/**
 * wh_library_table_view_focus_first:
 *
 * Gives the focus to the first row, which there must be.
 */
void
wh_library_table_view_focus_first (WhLibraryTableView *self)
{
  g_return_if_fail (WH_IS_LIBRARY_TABLE_VIEW (self));

  /* Scrolling there makes the first row the one that gets the focus, but does not give it. */
  gtk_column_view_scroll_to (self->view, 0, NULL, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
