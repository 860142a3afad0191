/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-filter-bar.h"
#include "wh-filter-chip.h"
#include "wh-words.h"

/**
 * WhFilterBar:
 *
 * The chips a list of libraries is narrowed by. The usual ones are always there,
 * the others come by the + at the end; what narrows the list is shown always, and
 * what the catalogue has no value for never.
 *
 * In a small window the bar is compact: only what narrows the list is shown,
 * until it is expanded.
 */
struct _WhFilterBar
{
  AdwBin parent_instance;

  WhFilterChip *chips[WH_N_FACETS];
  gboolean      summoned[WH_N_FACETS];
  gboolean      compact;
  gboolean      expanded;

  AdwWrapBox    *wrap_box;
  GtkMenuButton *more;
};

G_DEFINE_FINAL_TYPE (WhFilterBar, wh_filter_bar, ADW_TYPE_BIN)

typedef enum
{
  PROP_COMPACT = 1,
  PROP_EXPANDED,
} WhFilterBarProperty;

static GParamSpec *properties[PROP_EXPANDED + 1];

/* In the order they stand in the bar. */
static const struct
{
  WhFacet  facet;
  gboolean usual;
} facets[] = {
  { WH_FACET_ROLE, TRUE },
  { WH_FACET_CATEGORY, TRUE },
  { WH_FACET_PRIORITY, TRUE },
  { WH_FACET_STARS, TRUE },
  { WH_FACET_CONCURRENCY, TRUE },
  { WH_FACET_STATUS, TRUE },
  { WH_FACET_MY_RATING, FALSE },
  { WH_FACET_KIND, FALSE },
  { WH_FACET_STANDING, FALSE },
  { WH_FACET_HORIZON, FALSE },
  { WH_FACET_SOURCE, FALSE },
  { WH_FACET_TAG, FALSE },
};

static gboolean
is_chip_visible (WhFilterBar *self,
                 guint        i)
{
  WhFilterChip *chip = self->chips[facets[i].facet];

  if (wh_filter_chip_get_active (chip))
    return TRUE;

  return wh_filter_chip_get_available (chip) &&
         (facets[i].usual || self->summoned[facets[i].facet]) &&
         (!self->compact || self->expanded);
}

static gboolean
is_left_out (WhFilterBar *self,
             guint        i)
{
  return !is_chip_visible (self, i) && wh_filter_chip_get_available (self->chips[facets[i].facet]);
}

/* Called whenever the menu is about to open. */
static void
more_cb (GtkMenuButton *button,
         gpointer       user_data)
{
  WhFilterBar *self = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (facets); i++)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (!is_left_out (self, i))
        continue;

      item = g_menu_item_new (wh_words_get_facet (facets[i].facet), NULL);
      g_menu_item_set_action_and_target (item, "filters.show", "s", wh_facet_to_key (facets[i].facet));
      g_menu_append_item (menu, item);
    }

  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
update_chips (WhFilterBar *self)
{
  gboolean any = FALSE;
  gboolean more = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (facets); i++)
    {
      gboolean visible = is_chip_visible (self, i);

      gtk_widget_set_visible (GTK_WIDGET (self->chips[facets[i].facet]), visible);
      any |= visible;
      more |= is_left_out (self, i);
    }

  more &= !self->compact || self->expanded;
  gtk_widget_set_visible (GTK_WIDGET (self->more), more);
  gtk_widget_set_visible (GTK_WIDGET (self), any || more);
}

static void
show_action_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  WhFilterBar *self = WH_FILTER_BAR (widget);
  WhFacet      facet;

  if (!wh_facet_from_key (g_variant_get_string (parameter, NULL), &facet) || self->chips[facet] == NULL)
    return;

  self->summoned[facet] = TRUE;
  update_chips (self);
  wh_filter_chip_popup (self->chips[facet]);
}

static void
wh_filter_bar_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  WhFilterBar *self = WH_FILTER_BAR (object);

  switch ((WhFilterBarProperty) prop_id)
    {
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;

    case PROP_EXPANDED:
      g_value_set_boolean (value, self->expanded);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wh_filter_bar_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  WhFilterBar *self = WH_FILTER_BAR (object);

  switch ((WhFilterBarProperty) prop_id)
    {
    case PROP_COMPACT:
      wh_filter_bar_set_compact (self, g_value_get_boolean (value));
      break;

    case PROP_EXPANDED:
      wh_filter_bar_set_expanded (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wh_filter_bar_class_init (WhFilterBarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = wh_filter_bar_get_property;
  object_class->set_property = wh_filter_bar_set_property;

  properties[PROP_COMPACT] =
    g_param_spec_boolean ("compact", NULL, NULL,
                          FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_EXPANDED] =
    g_param_spec_boolean ("expanded", NULL, NULL,
                          FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_action (widget_class, "filters.show", "s", show_action_cb);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, WhFilterBar, more);
  gtk_widget_class_bind_template_child (widget_class, WhFilterBar, wrap_box);
}

static void
wh_filter_bar_init (WhFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->more, more_cb, self, NULL);
}

/**
 * wh_filter_bar_set_list:
 * @list: what the chips narrow
 *
 * Makes the chips. This is done once.
 */
void
wh_filter_bar_set_list (WhFilterBar   *self,
                        WhLibraryList *list)
{
  g_return_if_fail (WH_IS_FILTER_BAR (self));
  g_return_if_fail (WH_IS_LIBRARY_LIST (list));
  g_return_if_fail (self->chips[facets[0].facet] == NULL);

  for (guint i = 0; i < G_N_ELEMENTS (facets); i++)
    {
      GtkWidget *chip = wh_filter_chip_new (list, facets[i].facet);

      self->chips[facets[i].facet] = WH_FILTER_CHIP (chip);
      adw_wrap_box_insert_child_after (self->wrap_box, chip, i > 0 ? GTK_WIDGET (self->chips[facets[i - 1].facet]) : NULL);
      g_signal_connect_object (chip, "notify::available", G_CALLBACK (update_chips), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (chip, "notify::active", G_CALLBACK (update_chips), self, G_CONNECT_SWAPPED);
    }

  update_chips (self);
}

void
wh_filter_bar_set_compact (WhFilterBar *self,
                           gboolean     compact)
{
  g_return_if_fail (WH_IS_FILTER_BAR (self));

  if (self->compact == !!compact)
    return;

  self->compact = !!compact;
  if (self->chips[facets[0].facet] != NULL)
    update_chips (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
}

void
wh_filter_bar_set_expanded (WhFilterBar *self,
                            gboolean     expanded)
{
  g_return_if_fail (WH_IS_FILTER_BAR (self));

  if (self->expanded == !!expanded)
    return;

  self->expanded = !!expanded;
  if (self->chips[facets[0].facet] != NULL)
    update_chips (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPANDED]);
}

/**
 * wh_filter_bar_get_chip:
 *
 * Returns: (transfer none) (nullable): the chip of @facet, %NULL before there is a list
 */
GtkWidget *
wh_filter_bar_get_chip (WhFilterBar *self,
                        WhFacet      facet)
{
  g_return_val_if_fail (WH_IS_FILTER_BAR (self), NULL);

  return GTK_WIDGET (self->chips[facet]);
}
