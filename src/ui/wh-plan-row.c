/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-learnt-button.h"
#include "wh-plan-row.h"

/**
 * WhPlanRow:
 *
 * An item of the plan: ticked, given a status, dragged to another place, taken
 * off, all in its row.
 *
 * It changes nothing itself. What is pressed goes to the page's actions, which
 * take the key: plan.move-to ((ss)), plan.move ((si)), plan.note (s),
 * plan.set-learnt ((sb)), plan.set-status ((ss)); and to the window's.
 */
struct _WhPlanRow
{
  AdwBin parent_instance;

  WhLearntButton *learnt_button;
  GtkLabel       *name_label;
  GtkLabel       *summary_label;
  GtkLabel       *note_label;
  GtkMenuButton  *menu_button;
  GtkDropTarget  *drop_target;

  WhPlanItem *item;
};

G_DEFINE_FINAL_TYPE (WhPlanRow, wh_plan_row, ADW_TYPE_BIN)

typedef enum
{
  PROP_STATUS = 1,
} WhPlanRowProperty;

static GParamSpec *properties[PROP_STATUS + 1];

static const char *
get_key (WhPlanRow *self)
{
  return wh_plan_item_get_key (self->item);
}

/* The state of an action cannot be NULL. */
static const char *
get_status_key (WhPlanRow *self)
{
  WhStatus status = self->item != NULL ? wh_plan_item_get_status (self->item) : WH_STATUS_NONE;

  return status != WH_STATUS_NONE ? wh_status_to_key (status) : "";
}

/* Chosen in the menu. The property follows when the item does. */
static void
ask_for_status (WhPlanRow  *self,
                const char *status)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "plan.set-status", "(ss)", get_key (self), status);
}

static void
ticked_cb (WhPlanRow *self,
           gboolean   learnt)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "plan.set-learnt", "(sb)", get_key (self), learnt);
}

/* The whole card is dragged, by where it was taken. */
static GdkContentProvider *
drag_prepare_cb (WhPlanRow     *self,
                 double         x,
                 double         y,
                 GtkDragSource *source)
{
  GtkWidget       *card = gtk_widget_get_parent (GTK_WIDGET (self));
  graphene_point_t point;
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (card);
  g_autoptr (GdkPaintable) picture = gdk_paintable_get_current_image (paintable);

  if (gtk_widget_compute_point (GTK_WIDGET (self), card, &GRAPHENE_POINT_INIT (x, y), &point))
    gtk_drag_source_set_icon (source, picture, point.x, point.y);

  return gdk_content_provider_new_typed (WH_TYPE_PLAN_ITEM, self->item);
}

/* Takes an item of its own group only, for a group has an order of its own, and shows where that will stand. */
static void
dragged_over_cb (WhPlanRow *self)
{
  const GValue *value = gtk_drop_target_get_value (self->drop_target);
  WhPlanItem   *dragged = value != NULL ? g_value_get_object (value) : NULL;

  gtk_widget_remove_css_class (GTK_WIDGET (self), "below");

  if (dragged == NULL || self->item == NULL)
    return;

  if (dragged == self->item || wh_plan_item_get_status (dragged) != wh_plan_item_get_status (self->item))
    gtk_drop_target_reject (self->drop_target);
  else if (wh_plan_item_get_place (dragged) < wh_plan_item_get_place (self->item))
    gtk_widget_add_css_class (GTK_WIDGET (self), "below");
}

static gboolean
drop_cb (WhPlanRow    *self,
         const GValue *value)
{
  WhPlanItem *dropped = g_value_get_object (value);

  if (dropped == NULL || dropped == self->item)
    return FALSE;

  return gtk_widget_activate_action (GTK_WIDGET (self), "plan.move-to", "(ss)",
                                     wh_plan_item_get_key (dropped), get_key (self));
}

static void
move_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  int step = g_str_equal (g_variant_get_string (parameter, NULL), "1") ? 1 : -1;

  gtk_widget_activate_action (widget, "plan.move", "(si)", get_key (WH_PLAN_ROW (widget)), step);
}

static void
note_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "plan.note", "s", get_key (WH_PLAN_ROW (widget)));
}

static void
open_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  WhPlanRow *self = WH_PLAN_ROW (widget);

  gtk_widget_activate_action (widget, wh_plan_item_get_topic (self->item) != NULL ? "win.open-topic" : "win.open-library",
                              "s", get_key (self));
}

static void
remove_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  const char *keys[] = { get_key (WH_PLAN_ROW (widget)), NULL };

  gtk_widget_activate_action (widget, "win.remove-from-plan", "^as", keys);
}

/* What it is; of a topic, also where it stands. */
static char *
dup_summary (WhPlanItem *item)
{
  const WhTopic *topic = wh_plan_item_get_topic (item);
  const char    *summary = wh_plan_item_get_summary (item);

  if (wh_plan_item_get_gone (item))
    return g_strdup (_ ("No longer in the catalogue"));

  if (topic != NULL)
    return summary != NULL ? g_strdup_printf ("%s\n%s", summary, topic->path) : g_strdup (topic->path);

  return g_strdup (summary != NULL ? summary : "");
}

static void
show_item_cb (WhPlanRow *self)
{
  WhStatus         status = wh_plan_item_get_status (self->item);
  const char      *note = wh_plan_item_get_note (self->item);
  const char      *name = wh_plan_item_get_name (self->item);
  g_autofree char *summary = dup_summary (self->item);

  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->summary_label, summary);
  gtk_label_set_label (self->note_label, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), note != NULL);
  if (status == WH_STATUS_LEARNT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "learnt");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "learnt");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->learnt_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  wh_learnt_button_set_learnt (self->learnt_button, status == WH_STATUS_LEARNT);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

static void
wh_plan_row_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  WhPlanRow *self = WH_PLAN_ROW (object);

  switch ((WhPlanRowProperty) prop_id)
    {
    case PROP_STATUS:
      g_value_set_string (value, get_status_key (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wh_plan_row_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  WhPlanRow *self = WH_PLAN_ROW (object);

  switch ((WhPlanRowProperty) prop_id)
    {
    case PROP_STATUS:
      if (self->item != NULL)
        ask_for_status (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wh_plan_row_dispose (GObject *object)
{
  WhPlanRow *self = WH_PLAN_ROW (object);

  wh_plan_row_set_item (self, NULL);
  G_OBJECT_CLASS (wh_plan_row_parent_class)->dispose (object);
}

static void
wh_plan_row_class_init (WhPlanRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WH_TYPE_LEARNT_BUTTON);

  object_class->dispose = wh_plan_row_dispose;
  object_class->get_property = wh_plan_row_get_property;
  object_class->set_property = wh_plan_row_set_property;

  properties[PROP_STATUS] =
    g_param_spec_string ("status", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-plan-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WhPlanRow, learnt_button);
  gtk_widget_class_bind_template_child (widget_class, WhPlanRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, WhPlanRow, summary_label);
  gtk_widget_class_bind_template_child (widget_class, WhPlanRow, note_label);
  gtk_widget_class_bind_template_child (widget_class, WhPlanRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, WhPlanRow, drop_target);
  gtk_widget_class_bind_template_callback (widget_class, ticked_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, dragged_over_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);

  gtk_widget_class_install_property_action (widget_class, "item.status", "status");
  gtk_widget_class_install_action (widget_class, "item.move", "s", move_cb);
  gtk_widget_class_install_action (widget_class, "item.note", NULL, note_cb);
  gtk_widget_class_install_action (widget_class, "item.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "item.remove", NULL, remove_cb);

  gtk_widget_class_set_css_name (widget_class, "planrow");
}

static void
wh_plan_row_init (WhPlanRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_target_set_gtypes (self->drop_target, (GType[]) { WH_TYPE_PLAN_ITEM }, 1);
}

GtkWidget *
wh_plan_row_new (void)
{
  return g_object_new (WH_TYPE_PLAN_ROW, NULL);
}

WhPlanItem *
wh_plan_row_get_item (WhPlanRow *self)
{
  g_return_val_if_fail (WH_IS_PLAN_ROW (self), NULL);

  return self->item;
}

/**
 * wh_plan_row_set_item:
 * @item: (nullable): what the row shows from now on
 */
void
wh_plan_row_set_item (WhPlanRow  *self,
                      WhPlanItem *item)
{
  g_return_if_fail (WH_IS_PLAN_ROW (self));

  if (self->item == item)
    return;

  if (self->item != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->item, self);

      /* It was opened on this item and not on the next one of the row. */
      gtk_menu_button_popdown (self->menu_button);
    }

  g_set_object (&self->item, item);

  if (item != NULL)
    {
      g_signal_connect_object (item, "notify", G_CALLBACK (show_item_cb), self, G_CONNECT_SWAPPED);
      show_item_cb (self);
    }
}
