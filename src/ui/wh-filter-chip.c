/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-filter-chip.h"
#include "wh-filter-popover.h"
#include "wh-words.h"

/**
 * WhFilterChip:
 *
 * One thing a list of libraries can be narrowed by: a pill that says what is
 * chosen, and opens a [class@Wh.FilterPopover] with the values there are. It works
 * on the query of its list.
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

  GtkMenuButton   *button;
  WhFilterPopover *popover; /* (nullable): none before it is opened */
};

G_DEFINE_FINAL_TYPE (WhFilterChip, wh_filter_chip, ADW_TYPE_BIN)

typedef enum
{
  PROP_AVAILABLE = 1,
  PROP_ACTIVE,
} WhFilterChipProperty;

static GParamSpec *properties[PROP_ACTIVE + 1];

/* So many chosen values are named on the chip; more are counted. */
#define MAX_NAMED 2

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
  g_clear_pointer (&self->offered, g_ptr_array_unref);
  self->offered = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      if (wh_index_occurs (index, self->facet, keys[i]) ||
          wh_library_query_has_value (wh_library_list_get_query (self->list), self->facet, keys[i]))
        g_ptr_array_add (self->offered, g_strdup (keys[i]));
    }

  set_flag (self, &self->available, tells_apart (self), PROP_AVAILABLE);
}

static void
changed_cb (WhFilterChip *self)
{
  read_offered (self);
  update_button (self);

  if (self->popover != NULL && gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    wh_filter_popover_update (self->popover, self->offered);
}

/* Called whenever it is about to open. */
static void
popup_cb (GtkMenuButton *button,
          gpointer       user_data)
{
  WhFilterChip *self = user_data;

  if (self->popover == NULL)
    {
      self->popover = WH_FILTER_POPOVER (wh_filter_popover_new (self->list, self->facet));
      gtk_menu_button_set_popover (button, GTK_WIDGET (self->popover));
    }

  wh_filter_popover_update (self->popover, self->offered);
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
}

static void
wh_filter_chip_init (WhFilterChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->offered = g_ptr_array_new_with_free_func (g_free);
  gtk_menu_button_set_create_popup_func (self->button, popup_cb, self, NULL);
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
  if (wh_words_is_minimum (facet))
    return wh_words_dup_minimum_stars (key);

  return wh_catalogue_dup_title (catalogue, facet, key);
}
