/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wh-filter-popover.h"
#include "wh-words.h"

/**
 * WhFilterPopover:
 *
 * The values that a list of libraries can be narrowed by, of one facet, and how
 * many libraries each of them would give. It works on the query of its list; its
 * chip (see [class@Wh.FilterChip]) makes it when it is first opened.
 *
 * Values of a facet are alternatives, but at-least-so-many-stars can only be one.
 */
struct _WhFilterPopover
{
  GtkPopover parent_instance;

  WhLibraryList *list;
  WhFacet        facet;
  GPtrArray     *offered; /* char*: the keys of the values that have rows */

  GtkWidget *search;
  GtkBox    *values;
  GtkWidget *clear;
};

G_DEFINE_FINAL_TYPE (WhFilterPopover, wh_filter_popover, GTK_TYPE_POPOVER)

/* More values than these are searched rather than read. */
#define MANY_VALUES 12

/* Pixels by which a value of the second level stands in. */
#define LEVEL_INDENT 18

static const char *
get_key (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "key");
}

static void
set_row_chosen (GtkWidget *row,
                gboolean   chosen)
{
  GtkWidget *check = g_object_get_data (G_OBJECT (row), "check");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (row), chosen);
  gtk_widget_set_opacity (check, chosen ? 1 : 0);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row),
                               GTK_ACCESSIBLE_STATE_CHECKED, chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

static void
set_row_count (GtkWidget *row,
               guint      n_libraries)
{
  GtkLabel        *count = g_object_get_data (G_OBJECT (row), "count");
  GtkLabel        *name = g_object_get_data (G_OBJECT (row), "name");
  g_autofree char *text = g_strdup_printf ("%u", n_libraries);
  g_autofree char *spoken = NULL;

  gtk_label_set_label (count, text);
  if (n_libraries == 0)
    gtk_widget_add_css_class (row, "none");
  else
    gtk_widget_remove_css_class (row, "none");

  /* Translators: a value of a filter and how many libraries it would give */
  spoken = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %u library", "%s, %u libraries", n_libraries),
                            gtk_label_get_label (name), n_libraries);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
update_rows (WhFilterPopover *self)
{
  WhLibraryQuery *query = wh_library_list_get_query (self->list);
  WhSearchResult *result = wh_library_list_get_result (self->list);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->values));
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      const char *key = get_key (row);

      set_row_chosen (row, wh_library_query_has_value (query, self->facet, key));
      set_row_count (row, result != NULL ? wh_search_result_get_count (result, self->facet, key) : 0);
    }

  gtk_widget_set_visible (self->clear, wh_library_query_get_values (query, self->facet) != NULL);
}

static void
choose (WhFilterPopover *self,
        const char      *key)
{
  g_autoptr (WhLibraryQuery) query = wh_library_query_copy (wh_library_list_get_query (self->list));
  gboolean chosen = wh_library_query_has_value (query, self->facet, key);

  if (wh_words_is_minimum (self->facet) && !chosen)
    wh_library_query_set_values (query, self->facet, (const char *[]) { key, NULL });
  else
    wh_library_query_toggle_value (query, self->facet, key);

  wh_library_list_set_query (self->list, query);
}

/* Emitted when the user presses it, not when it is set: then the button is as the query says already. */
static void
value_clicked_cb (WhFilterPopover *self,
                  GtkWidget       *row)
{
  choose (self, get_key (row));
  update_rows (self);
}

static GtkWidget *
make_row (WhFilterPopover *self,
          const char      *key)
{
  WhCatalogue     *catalogue = wh_library_list_get_catalogue (self->list);
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget       *check = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget       *label = gtk_label_new (NULL);
  GtkWidget       *count = gtk_label_new (NULL);
  GtkWidget       *row;
  g_autofree char *name = NULL;

  if (wh_words_is_minimum (self->facet))
    name = wh_words_dup_minimum_stars (key);
  else
    name = wh_catalogue_dup_name (catalogue, self->facet, key);

  gtk_label_set_label (GTK_LABEL (label), name);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_widget_set_hexpand (label, TRUE);
  if (self->facet == WH_FACET_CATEGORY && strchr (key, '/') != NULL)
    gtk_widget_set_margin_start (label, LEVEL_INDENT);

  gtk_widget_add_css_class (count, "dimmed");
  gtk_widget_add_css_class (count, "numeric");

  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);

  /* A toggle button, for assistive technology can press it; to whom it is a check box. */
  row = g_object_new (GTK_TYPE_TOGGLE_BUTTON,
                      "accessible-role", GTK_ACCESSIBLE_ROLE_CHECKBOX,
                      "child", box,
                      "css-classes", (const char *[]) { "flat", "filter-value", NULL },
                      NULL);
  g_object_set_data_full (G_OBJECT (row), "key", g_strdup (key), g_free);
  g_object_set_data (G_OBJECT (row), "check", check);
  g_object_set_data (G_OBJECT (row), "name", label);
  g_object_set_data (G_OBJECT (row), "count", count);
  g_signal_connect_object (row, "clicked", G_CALLBACK (value_clicked_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
remove_rows (WhFilterPopover *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->values))) != NULL)
    gtk_box_remove (self->values, row);
}

static void
make_rows (WhFilterPopover *self)
{
  remove_rows (self);
  for (guint i = 0; i < self->offered->len; i++)
    gtk_box_append (self->values, make_row (self, g_ptr_array_index (self->offered, i)));

  gtk_widget_set_visible (self->search, self->offered->len > MANY_VALUES);
}

static void
show_cb (WhFilterPopover *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
search_changed_cb (WhFilterPopover *self)
{
  g_autofree char *needle = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->values));
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkLabel        *name = g_object_get_data (G_OBJECT (row), "name");
      g_autofree char *hay = g_utf8_casefold (gtk_label_get_label (name), -1);

      gtk_widget_set_visible (row, strstr (hay, needle) != NULL);
    }
}

/* The entry keeps Escape from the popover. */
static void
search_stopped_cb (WhFilterPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
clear_clicked_cb (WhFilterPopover *self)
{
  g_autoptr (WhLibraryQuery) query = wh_library_query_copy (wh_library_list_get_query (self->list));

  wh_library_query_set_values (query, self->facet, NULL);
  wh_library_list_set_query (self->list, query);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
wh_filter_popover_dispose (GObject *object)
{
  WhFilterPopover *self = WH_FILTER_POPOVER (object);

  g_clear_object (&self->list);
  g_clear_pointer (&self->offered, g_ptr_array_unref);

  G_OBJECT_CLASS (wh_filter_popover_parent_class)->dispose (object);
}

static void
wh_filter_popover_class_init (WhFilterPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wh_filter_popover_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-filter-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, WhFilterPopover, clear);
  gtk_widget_class_bind_template_child (widget_class, WhFilterPopover, search);
  gtk_widget_class_bind_template_child (widget_class, WhFilterPopover, values);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
}

static void
wh_filter_popover_init (WhFilterPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
wh_filter_popover_new (WhLibraryList *list,
                       WhFacet        facet)
{
  WhFilterPopover *self;

  g_return_val_if_fail (WH_IS_LIBRARY_LIST (list), NULL);

  self = g_object_new (WH_TYPE_FILTER_POPOVER, NULL);
  self->list = g_object_ref (list);
  self->facet = facet;

  return GTK_WIDGET (self);
}

/**
 * wh_filter_popover_update:
 * @offered: (element-type utf8): the keys of the values that can be chosen; what is in it never changes
 *
 * Brings the rows up to date with the list.
 */
void
wh_filter_popover_update (WhFilterPopover *self,
                          GPtrArray       *offered)
{
  g_return_if_fail (WH_IS_FILTER_POPOVER (self));
  g_return_if_fail (offered != NULL);

  if (self->offered != offered)
    {
      g_clear_pointer (&self->offered, g_ptr_array_unref);
      self->offered = g_ptr_array_ref (offered);
      make_rows (self);
    }

  update_rows (self);
}
