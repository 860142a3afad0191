/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wh-filter-chip.h"
#include "wh-words.h"

/**
 * WhFilterChip:
 *
 * One thing a list of libraries can be narrowed by: a pill that says what is
 * chosen, and a popover with the values there are and how many libraries each of
 * them would give. It works on the query of its list.
 *
 * Values of a facet are alternatives, but at-least-so-many-stars can only be one.
 */
struct _WhFilterChip
{
  AdwBin parent_instance;

  WhLibraryList *list;
  WhFacet        facet;
  gboolean       available;
  gboolean       active;

  GPtrArray *offered; /* char*: the keys of the values that can be chosen */
  WhIndex   *index;   /* of which they are */
  gboolean   rows_made;

  GtkMenuButton *button;
  GtkPopover    *popover;
  GtkWidget     *search;
  GtkBox        *values;
  GtkWidget     *clear;
};

G_DEFINE_FINAL_TYPE (WhFilterChip, wh_filter_chip, ADW_TYPE_BIN)

typedef enum
{
  PROP_AVAILABLE = 1,
  PROP_ACTIVE,
} WhFilterChipProperty;

static GParamSpec *properties[PROP_ACTIVE + 1];

/* More values than these are searched rather than read. */
#define MANY_VALUES 12

/* Pixels by which a value of the second level stands in. */
#define LEVEL_INDENT 18

/* So many chosen values are named on the chip; more are counted. */
#define MAX_NAMED 2

static gboolean
is_minimum (WhFacet facet)
{
  return facet == WH_FACET_STARS || facet == WH_FACET_MY_RATING;
}

static WhIndex *
get_index (WhFilterChip *self)
{
  return wh_catalogue_get_index (wh_library_list_get_catalogue (self->list));
}

static const char *const *
get_chosen (WhFilterChip *self)
{
  return wh_library_query_get_values (wh_library_list_get_query (self->list), self->facet);
}

static guint
get_n_chosen (WhFilterChip *self)
{
  const char *const *keys = get_chosen (self);

  return keys != NULL ? g_strv_length ((GStrv) keys) : 0;
}

static const char *
get_key (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "key");
}

/* What the chip says: its facet, the values chosen, or how many. */
static char *
dup_label (WhFilterChip *self)
{
  WhCatalogue       *catalogue = wh_library_list_get_catalogue (self->list);
  const char *const *keys = get_chosen (self);
  guint              n_chosen = get_n_chosen (self);
  g_autoptr (GString) label = NULL;

  if (n_chosen == 0)
    return g_strdup (wh_words_get_facet (self->facet));

  if (n_chosen > MAX_NAMED)
    /* Translators: a filter and how many values are chosen in it, e.g. “Category · 3” */
    return g_strdup_printf (_ ("%s · %u"), wh_words_get_facet (self->facet), n_chosen);

  label = g_string_new (NULL);
  for (guint i = 0; i < n_chosen; i++)
    {
      g_autofree char *title = wh_filter_chip_dup_title (catalogue, self->facet, keys[i]);

      if (i > 0)
        /* Translators: stands between two things of a list */
        g_string_append (label, _ (", "));
      g_string_append (label, title);
    }

  return g_string_free_and_steal (g_steal_pointer (&label));
}

static void
set_flag (WhFilterChip *self,
          gboolean     *flag,
          gboolean      value,
          guint         property)
{
  if (*flag == value)
    return;

  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
update_button (WhFilterChip *self)
{
  g_autofree char *label = dup_label (self);
  g_autofree char *spoken = NULL;
  gboolean         active = get_n_chosen (self) > 0;

  /* Every answer to a search comes by here, and setting a tooltip is dear even when it stays the same. */
  if (active == self->active && g_strcmp0 (label, gtk_menu_button_get_label (self->button)) == 0)
    return;

  if (active)
    {
      /* Translators: what a screen reader says of a filter, e.g. “Role: Back-end developer” */
      spoken = g_strdup_printf (_ ("%s: %s"), wh_words_get_facet (self->facet), label);
      gtk_widget_add_css_class (GTK_WIDGET (self), "active");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "active");
    }

  gtk_menu_button_set_label (self->button, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken != NULL ? spoken : label,
                                  -1);
  gtk_widget_set_visible (self->clear, active);
  set_flag (self, &self->active, active, PROP_ACTIVE);
}

/* To be without a value is no choice when everything is. */
static gboolean
tells_apart (WhFilterChip *self)
{
  return self->offered->len > 1 ||
         (self->offered->len == 1 && !g_str_equal (g_ptr_array_index (self->offered, 0), "none"));
}

/* Offered is what some library has, and what is chosen already. */
static void
read_offered (WhFilterChip *self)
{
  WhIndex           *index = get_index (self);
  const char *const *keys = index != NULL ? wh_index_get_values (index, self->facet) : NULL;

  if (index == self->index)
    return;

  g_clear_pointer (&self->index, wh_index_unref);
  self->index = index != NULL ? wh_index_ref (index) : NULL;
  self->rows_made = FALSE;
  g_ptr_array_set_size (self->offered, 0);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      if (wh_index_occurs (index, self->facet, keys[i]) ||
          wh_library_query_has_value (wh_library_list_get_query (self->list), self->facet, keys[i]))
        g_ptr_array_add (self->offered, g_strdup (keys[i]));
    }

  set_flag (self, &self->available, tells_apart (self), PROP_AVAILABLE);
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
update_rows (WhFilterChip *self)
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
}

static void
choose (WhFilterChip *self,
        const char   *key)
{
  g_autoptr (WhLibraryQuery) query = wh_library_query_copy (wh_library_list_get_query (self->list));
  gboolean chosen = wh_library_query_has_value (query, self->facet, key);

  if (is_minimum (self->facet) && !chosen)
    wh_library_query_set_values (query, self->facet, (const char *[]) { key, NULL });
  else
    wh_library_query_toggle_value (query, self->facet, key);

  wh_library_list_set_query (self->list, query);
}

/* Emitted when the user presses it, not when it is set: then the button is as the query says already. */
static void
value_clicked_cb (WhFilterChip *self,
                  GtkWidget    *row)
{
  choose (self, get_key (row));
  update_rows (self);
}

static GtkWidget *
make_row (WhFilterChip *self,
          const char   *key)
{
  WhCatalogue     *catalogue = wh_library_list_get_catalogue (self->list);
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget       *check = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget       *label = gtk_label_new (NULL);
  GtkWidget       *count = gtk_label_new (NULL);
  GtkWidget       *row;
  g_autofree char *name = NULL;

  if (is_minimum (self->facet))
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
remove_rows (WhFilterChip *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->values))) != NULL)
    gtk_box_remove (self->values, row);
}

static void
make_rows (WhFilterChip *self)
{
  if (self->rows_made)
    return;

  remove_rows (self);
  for (guint i = 0; i < self->offered->len; i++)
    gtk_box_append (self->values, make_row (self, g_ptr_array_index (self->offered, i)));

  gtk_widget_set_visible (self->search, self->offered->len > MANY_VALUES);
  self->rows_made = TRUE;
}

static void
show_cb (WhFilterChip *self)
{
  make_rows (self);
  update_rows (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
search_changed_cb (WhFilterChip *self)
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

static void
clear_clicked_cb (WhFilterChip *self)
{
  g_autoptr (WhLibraryQuery) query = wh_library_query_copy (wh_library_list_get_query (self->list));

  wh_library_query_set_values (query, self->facet, NULL);
  wh_library_list_set_query (self->list, query);
  gtk_popover_popdown (self->popover);
}

static void
changed_cb (WhFilterChip *self)
{
  read_offered (self);
  update_button (self);

  if (gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    {
      make_rows (self);
      update_rows (self);
    }
}

static void
wh_filter_chip_dispose (GObject *object)
{
  WhFilterChip *self = WH_FILTER_CHIP (object);

  g_clear_object (&self->list);
  g_clear_pointer (&self->index, wh_index_unref);
  G_OBJECT_CLASS (wh_filter_chip_parent_class)->dispose (object);
}

static void
wh_filter_chip_finalize (GObject *object)
{
  WhFilterChip *self = WH_FILTER_CHIP (object);

  g_clear_pointer (&self->offered, g_ptr_array_unref);

  G_OBJECT_CLASS (wh_filter_chip_parent_class)->finalize (object);
}

static void
wh_filter_chip_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  WhFilterChip *self = WH_FILTER_CHIP (object);

  switch ((WhFilterChipProperty) prop_id)
    {
    case PROP_AVAILABLE:
      g_value_set_boolean (value, self->available);
      break;

    case PROP_ACTIVE:
      g_value_set_boolean (value, self->active);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wh_filter_chip_class_init (WhFilterChipClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wh_filter_chip_dispose;
  object_class->finalize = wh_filter_chip_finalize;
  object_class->get_property = wh_filter_chip_get_property;

  properties[PROP_AVAILABLE] =
    g_param_spec_boolean ("available", NULL, NULL,
                          FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ACTIVE] =
    g_param_spec_boolean ("active", NULL, NULL,
                          FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-filter-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, WhFilterChip, button);
  gtk_widget_class_bind_template_child (widget_class, WhFilterChip, clear);
  gtk_widget_class_bind_template_child (widget_class, WhFilterChip, popover);
  gtk_widget_class_bind_template_child (widget_class, WhFilterChip, search);
  gtk_widget_class_bind_template_child (widget_class, WhFilterChip, values);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
}

static void
wh_filter_chip_init (WhFilterChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->offered = g_ptr_array_new_with_free_func (g_free);
}

GtkWidget *
wh_filter_chip_new (WhLibraryList *list,
                    WhFacet        facet)
{
  WhFilterChip *self;

  g_return_val_if_fail (WH_IS_LIBRARY_LIST (list), NULL);

  self = g_object_new (WH_TYPE_FILTER_CHIP, NULL);
  self->list = g_object_ref (list);
  self->facet = facet;

  g_signal_connect_object (list, "notify::query", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::result", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);

  return GTK_WIDGET (self);
}

WhFacet
wh_filter_chip_get_facet (WhFilterChip *self)
{
  g_return_val_if_fail (WH_IS_FILTER_CHIP (self), WH_FACET_ROLE);

  return self->facet;
}

/**
 * wh_filter_chip_get_available:
 *
 * Returns: whether any library of the catalogue has a value of this facet
 */
gboolean
wh_filter_chip_get_available (WhFilterChip *self)
{
  g_return_val_if_fail (WH_IS_FILTER_CHIP (self), FALSE);

  return self->available;
}

/**
 * wh_filter_chip_get_active:
 *
 * Returns: whether the list is narrowed by this facet
 */
gboolean
wh_filter_chip_get_active (WhFilterChip *self)
{
  g_return_val_if_fail (WH_IS_FILTER_CHIP (self), FALSE);

  return self->active;
}

void
wh_filter_chip_popup (WhFilterChip *self)
{
  g_return_if_fail (WH_IS_FILTER_CHIP (self));

  gtk_menu_button_popup (self->button);
}

/**
 * wh_filter_chip_dup_title:
 *
 * Returns: (transfer full): the words for a chosen value, understood without its neighbours
 */
char *
wh_filter_chip_dup_title (WhCatalogue *catalogue,
                          WhFacet      facet,
                          const char  *key)
{
  if (is_minimum (facet))
    return wh_words_dup_minimum_stars (key);

  return wh_catalogue_dup_title (catalogue, facet, key);
}
