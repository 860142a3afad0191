/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "wh-star-rating.h"
#include "wh-stars.h"

/**
 * WhStarRating:
 *
 * Stars in halves. It shows what a source gives, or, when it is editable, lets
 * the user give theirs; nothing changes by hovering.
 *
 * A value of 0 is “not rated”: a dash where it only shows, five unlit stars
 * where they can be given. To assistive technology it is a slider, one that is
 * only read when it cannot be edited.
 *
 * ::rated is emitted when the user, and nobody else, changed the value.
 */
struct _WhStarRating
{
  GtkWidget parent_instance;

  guint    value;
  gboolean editable;

  GtkEventController *click; /* owned by the widget */
  PangoLayout        *dash;
};

static void accessible_range_iface_init (GtkAccessibleRangeInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WhStarRating, wh_star_rating, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE_RANGE, accessible_range_iface_init))

typedef enum
{
  PROP_VALUE = 1,
  PROP_EDITABLE,
} WhStarRatingProperty;

static GParamSpec *properties[PROP_EDITABLE + 1];

typedef enum
{
  SIGNAL_RATED,
} WhStarRatingSignal;

static guint signals[SIGNAL_RATED + 1];

/* Pixels: a star that only shows is as tall as the text beside it, one that is pressed must be hit. */
#define SHOWN_SIZE 14
#define EDITED_SIZE 22

#define DASH "—"

/* The lowest rating there is; below it is none at all. */
#define VALUE_LOWEST 1

static float
get_star_size (WhStarRating *self)
{
  return self->editable ? EDITED_SIZE : SHOWN_SIZE;
}

static PangoLayout *
get_dash (WhStarRating *self)
{
  if (self->dash == NULL)
    self->dash = gtk_widget_create_pango_layout (GTK_WIDGET (self), DASH);

  return self->dash;
}

/* Whether there is nothing to show but the dash. */
static gboolean
is_dash (WhStarRating *self)
{
  return self->value == 0 && !self->editable;
}

static void
update_look (WhStarRating *self)
{
  if (is_dash (self))
    gtk_widget_add_css_class (GTK_WIDGET (self), "unrated");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "unrated");
}

/* Stars that only show leave the click to the row they stand in. */
static void
update_click (WhStarRating *self)
{
  gtk_event_controller_set_propagation_phase (self->click, self->editable ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE);
}

static void
update_accessible (WhStarRating *self)
{
  g_autofree char *text = wh_stars_dup_text (self->value);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, self->value / 2.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                  GTK_ACCESSIBLE_PROPERTY_READ_ONLY, !self->editable,
                                  -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
}

/* What the user does goes through here, so that it alone is announced. */
static void
rate (WhStarRating *self,
      guint         value)
{
  if (!self->editable || value == self->value)
    return;

  wh_star_rating_set_value (self, value);
  g_signal_emit (self, signals[SIGNAL_RATED], 0, value);
}

/* The half star that lies at @x, counted from where reading begins. */
static guint
get_value_at (WhStarRating *self,
              double        x)
{
  float  size = get_star_size (self);
  float  width = wh_stars_get_width (size);
  double advance = (width - size) / (WH_STARS_N - 1);
  double left = (gtk_widget_get_width (GTK_WIDGET (self)) - width) / 2;
  double start;
  guint  star;

  x -= left;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = width - x;

  star = (guint) CLAMP (floor (x / advance), 0, WH_STARS_N - 1);
  start = star * advance;

  return 2 * star + (x - start < size / 2 ? 1 : 2);
}

static void
released_cb (WhStarRating    *self,
             int              n_press,
             double           x,
             double           y,
             GtkGestureClick *gesture)
{
  guint value;

  if (!gtk_widget_contains (GTK_WIDGET (self), x, y))
    return;

  value = get_value_at (self, x);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);

  /* Clicking the current rating takes it away. */
  rate (self, value == self->value ? 0 : value);
}

static gboolean
step_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  WhStarRating *self = WH_STAR_RATING (widget);
  int           step;
  gboolean      horizontal;

  if (!self->editable)
    return GDK_EVENT_PROPAGATE;

  g_variant_get (args, "(ib)", &step, &horizontal);
  if (horizontal && gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    step = -step;

  rate (self, (guint) CLAMP ((int) self->value + step, 0, WH_STARS_MAX));
  return GDK_EVENT_STOP;
}

static gboolean
jump_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  WhStarRating *self = WH_STAR_RATING (widget);

  if (!self->editable)
    return GDK_EVENT_PROPAGATE;

  rate (self, (guint) g_variant_get_int32 (args));
  return GDK_EVENT_STOP;
}

static gboolean
wh_star_rating_set_current_value (GtkAccessibleRange *range,
                                  double              value)
{
  WhStarRating *self = WH_STAR_RATING (range);

  if (!self->editable)
    return FALSE;

  rate (self, (guint) CLAMP (lround (value * 2), 0, WH_STARS_MAX));
  return TRUE;
}

static void
accessible_range_iface_init (GtkAccessibleRangeInterface *iface)
{
  iface->set_current_value = wh_star_rating_set_current_value;
}

static void
wh_star_rating_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  WhStarRating *self = WH_STAR_RATING (widget);
  float         size = get_star_size (self);
  int           dash_width;
  int           dash_height;

  pango_layout_get_pixel_size (get_dash (self), &dash_width, &dash_height);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MAX ((int) ceilf (wh_stars_get_width (size)), dash_width);
  else
    *minimum = *natural = MAX ((int) ceilf (size), self->editable ? 0 : dash_height);
}

static void
snapshot_dash (WhStarRating *self,
               GtkSnapshot  *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRGBA    color;
  int        width;
  int        height;
  float      x = 0;

  pango_layout_get_pixel_size (get_dash (self), &width, &height);
  gtk_widget_get_color (widget, &color);

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (widget) - width;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, (gtk_widget_get_height (widget) - height) / 2.0f));
  gtk_snapshot_append_layout (snapshot, get_dash (self), &color);
  gtk_snapshot_restore (snapshot);
}

static void
wh_star_rating_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  WhStarRating    *self = WH_STAR_RATING (widget);
  float            size = get_star_size (self);
  graphene_point_t origin;
  GdkRGBA          color;

  if (is_dash (self))
    {
      snapshot_dash (self, snapshot);
      return;
    }

  origin.x = roundf ((gtk_widget_get_width (widget) - wh_stars_get_width (size)) / 2);
  origin.y = roundf ((gtk_widget_get_height (widget) - size) / 2);
  gtk_widget_get_color (widget, &color);

  wh_stars_snapshot (snapshot, &origin, size, self->value, &color,
                     gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
}

static void
wh_star_rating_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  WhStarRating *self = WH_STAR_RATING (widget);

  GTK_WIDGET_CLASS (wh_star_rating_parent_class)->css_changed (widget, change);

  g_clear_object (&self->dash);
}

static void
wh_star_rating_dispose (GObject *object)
{
  WhStarRating *self = WH_STAR_RATING (object);

  g_clear_object (&self->dash);

  G_OBJECT_CLASS (wh_star_rating_parent_class)->dispose (object);
}

static void
wh_star_rating_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  WhStarRating *self = WH_STAR_RATING (object);

  switch ((WhStarRatingProperty) prop_id)
    {
    case PROP_VALUE:
      g_value_set_uint (value, self->value);
      break;

    case PROP_EDITABLE:
      g_value_set_boolean (value, self->editable);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wh_star_rating_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  WhStarRating *self = WH_STAR_RATING (object);

  switch ((WhStarRatingProperty) prop_id)
    {
    case PROP_VALUE:
      wh_star_rating_set_value (self, g_value_get_uint (value));
      break;

    case PROP_EDITABLE:
      wh_star_rating_set_editable (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wh_star_rating_class_init (WhStarRatingClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wh_star_rating_dispose;
  object_class->get_property = wh_star_rating_get_property;
  object_class->set_property = wh_star_rating_set_property;

  widget_class->measure = wh_star_rating_measure;
  widget_class->snapshot = wh_star_rating_snapshot;
  widget_class->css_changed = wh_star_rating_css_changed;

  properties[PROP_VALUE] =
    g_param_spec_uint ("value", NULL, NULL,
                       0, WH_STARS_MAX, 0,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_EDITABLE] =
    g_param_spec_boolean ("editable", NULL, NULL,
                          FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_RATED] =
    g_signal_new ("rated",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL, NULL,
                  G_TYPE_NONE, 1,
                  G_TYPE_UINT);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, step_cb, "(ib)", 1, TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, step_cb, "(ib)", -1, TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, step_cb, "(ib)", 1, FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, step_cb, "(ib)", -1, FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, jump_cb, "i", VALUE_LOWEST);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, jump_cb, "i", WH_STARS_MAX);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, jump_cb, "i", 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_BackSpace, 0, jump_cb, "i", 0);

  gtk_widget_class_set_css_name (widget_class, "rating");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
wh_star_rating_init (WhStarRating *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (gesture, "released", G_CALLBACK (released_cb), self);
  self->click = GTK_EVENT_CONTROLLER (gesture);
  gtk_widget_add_controller (GTK_WIDGET (self), self->click);
  update_click (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Rating"),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) WH_STARS_N,
                                  -1);
  update_accessible (self);
  update_look (self);
}

GtkWidget *
wh_star_rating_new (void)
{
  return g_object_new (WH_TYPE_STAR_RATING, NULL);
}

/**
 * wh_star_rating_get_value:
 *
 * Returns: the rating in half stars, 0 for none
 */
guint
wh_star_rating_get_value (WhStarRating *self)
{
  g_return_val_if_fail (WH_IS_STAR_RATING (self), 0);

  return self->value;
}

/**
 * wh_star_rating_set_value:
 * @halves: half stars, at most %WH_STARS_MAX; 0 for none
 *
 * Shows another rating. This is not the user's doing: ::rated is not emitted.
 */
void
wh_star_rating_set_value (WhStarRating *self,
                          guint         halves)
{
  g_return_if_fail (WH_IS_STAR_RATING (self));
  g_return_if_fail (halves <= WH_STARS_MAX);

  if (self->value == halves)
    return;

  self->value = halves;
  update_accessible (self);
  update_look (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

gboolean
wh_star_rating_get_editable (WhStarRating *self)
{
  g_return_val_if_fail (WH_IS_STAR_RATING (self), FALSE);

  return self->editable;
}

void
wh_star_rating_set_editable (WhStarRating *self,
                             gboolean      editable)
{
  g_return_if_fail (WH_IS_STAR_RATING (self));

  editable = !!editable;
  if (self->editable == editable)
    return;

  self->editable = editable;
  gtk_widget_set_focusable (GTK_WIDGET (self), editable);
  update_click (self);
  update_accessible (self);
  update_look (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITABLE]);
}
