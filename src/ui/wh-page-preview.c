/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-page-preview.h"

/**
 * WhPagePreview:
 *
 * One page of a layout as it will be printed, as large as there is room. The
 * arrow keys and Page Up and Down turn the pages.
 */
struct _WhPagePreview
{
  GtkWidget parent_instance;

  WhPageLayout *layout; /* (nullable) */
  guint         page;
};

G_DEFINE_FINAL_TYPE (WhPagePreview, wh_page_preview, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_LAYOUT = 1,
  PROP_PAGE,
} WhPagePreviewProperty;

static GParamSpec *properties[PROP_PAGE + 1];

/* Room around the page, for its shadow. */
#define MARGIN 8
#define MINIMUM_SIZE 160

/* The largest page that fits, in the middle. */
static void
get_page_bounds (WhPagePreview   *self,
                 graphene_rect_t *bounds,
                 double          *scale)
{
  double room_width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN;
  double room_height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * MARGIN;
  double width;
  double height;

  wh_page_layout_get_page_size (self->layout, &width, &height);
  *scale = MAX (MIN (room_width / width, room_height / height), 0);
  graphene_rect_init (bounds,
                      MARGIN + (room_width - width * *scale) / 2,
                      MARGIN + (room_height - height * *scale) / 2,
                      width * *scale, height * *scale);
}

/* Paper is white, also where everything else is dark. */
static void
snapshot_paper (GtkSnapshot           *snapshot,
                const graphene_rect_t *bounds)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, bounds, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA) { 0, 0, 0, 0.25 }, 0, 1, 1, 5);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, bounds);
}

static void
wh_page_preview_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  WhPagePreview  *self = WH_PAGE_PREVIEW (widget);
  graphene_rect_t bounds;
  double          scale;
  cairo_t        *cr;

  if (self->layout == NULL)
    return;

  get_page_bounds (self, &bounds, &scale);
  if (scale == 0)
    return;

  snapshot_paper (snapshot, &bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cr, bounds.origin.x, bounds.origin.y);
  cairo_scale (cr, scale, scale);
  wh_page_layout_draw_page (self->layout, self->page, cr);
  cairo_destroy (cr);
}

static void
wh_page_preview_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  *minimum = MINIMUM_SIZE;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 2 * MINIMUM_SIZE : 3 * MINIMUM_SIZE;
}

static gboolean
turn_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  WhPagePreview *self = WH_PAGE_PREVIEW (widget);
  int            step;
  gboolean       horizontal;

  g_variant_get (args, "(ib)", &step, &horizontal);
  if (horizontal && gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    step = -step;

  if ((step < 0 && self->page == 0) || (step > 0 && self->page + 1 >= wh_page_preview_get_n_pages (self)))
    return GDK_EVENT_PROPAGATE;

  wh_page_preview_set_page (self, self->page + step);
  return GDK_EVENT_STOP;
}

static void
update_label (WhPagePreview *self)
{
  g_autofree char *label = wh_page_preview_dup_label (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
wh_page_preview_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  WhPagePreview *self = WH_PAGE_PREVIEW (object);

  switch ((WhPagePreviewProperty) prop_id)
    {
    case PROP_LAYOUT:
      g_value_set_object (value, self->layout);
      break;

    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wh_page_preview_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  WhPagePreview *self = WH_PAGE_PREVIEW (object);

  switch ((WhPagePreviewProperty) prop_id)
    {
    case PROP_LAYOUT:
      wh_page_preview_set_layout (self, g_value_get_object (value));
      break;

    case PROP_PAGE:
      wh_page_preview_set_page (self, g_value_get_uint (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wh_page_preview_dispose (GObject *object)
{
  WhPagePreview *self = WH_PAGE_PREVIEW (object);

  g_clear_object (&self->layout);

  G_OBJECT_CLASS (wh_page_preview_parent_class)->dispose (object);
}

static void
wh_page_preview_class_init (WhPagePreviewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = wh_page_preview_get_property;
  object_class->set_property = wh_page_preview_set_property;
  object_class->dispose = wh_page_preview_dispose;

  widget_class->snapshot = wh_page_preview_snapshot;
  widget_class->measure = wh_page_preview_measure;

  properties[PROP_LAYOUT] =
    g_param_spec_object ("layout", NULL, NULL,
                         WH_TYPE_PAGE_LAYOUT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_PAGE] =
    g_param_spec_uint ("page", NULL, NULL,
                       0, G_MAXUINT, 0,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, turn_cb, "(ib)", -1, FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, turn_cb, "(ib)", -1, TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, turn_cb, "(ib)", 1, FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, turn_cb, "(ib)", 1, TRUE);

  gtk_widget_class_set_css_name (widget_class, "pagepreview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
wh_page_preview_init (WhPagePreview *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  update_label (self);
}

/* Returns: (transfer none) (nullable): what is shown */
WhPageLayout *
wh_page_preview_get_layout (WhPagePreview *self)
{
  g_return_val_if_fail (WH_IS_PAGE_PREVIEW (self), NULL);

  return self->layout;
}

/* @layout: (nullable): shown on the page that was shown before, or on its last */
void
wh_page_preview_set_layout (WhPagePreview *self,
                            WhPageLayout  *layout)
{
  guint page;

  g_return_if_fail (WH_IS_PAGE_PREVIEW (self));

  if (!g_set_object (&self->layout, layout))
    return;

  page = MIN (self->page, MAX (wh_page_preview_get_n_pages (self), 1) - 1);
  if (page != self->page)
    {
      self->page = page;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
    }

  update_label (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAYOUT]);
}

guint
wh_page_preview_get_page (WhPagePreview *self)
{
  g_return_val_if_fail (WH_IS_PAGE_PREVIEW (self), 0);

  return self->page;
}

/* @page: from 0; there is nothing beyond the last */
void
wh_page_preview_set_page (WhPagePreview *self,
                          guint          page)
{
  g_return_if_fail (WH_IS_PAGE_PREVIEW (self));

  page = MIN (page, MAX (wh_page_preview_get_n_pages (self), 1) - 1);
  if (self->page == page)
    return;

  self->page = page;
  update_label (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

guint
wh_page_preview_get_n_pages (WhPagePreview *self)
{
  g_return_val_if_fail (WH_IS_PAGE_PREVIEW (self), 0);

  return self->layout != NULL ? wh_page_layout_get_n_pages (self->layout) : 0;
}

/* Returns: (transfer full): which page is shown, empty when there is none */
char *
wh_page_preview_dup_label (WhPagePreview *self)
{
  g_return_val_if_fail (WH_IS_PAGE_PREVIEW (self), NULL);

  if (self->layout == NULL)
    return g_strdup ("");

  return g_strdup_printf (_ ("Page %u of %u"), self->page + 1, wh_page_preview_get_n_pages (self));
}
