/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "wh-content-label.h"
#include "wh-learnt-button.h"
#include "wh-library-row.h"
#include "wh-stars.h"
#include "wh-words.h"

/* Of the font, in pixels. */
typedef struct
{
  int line_height;
  int char_width;
} Metrics;

/**
 * WhLibraryRow:
 *
 * A library in a list. A list keeps some two hundred rows alive and binds many
 * of them for each letter typed, so a row is light: it draws name, category,
 * summary and stars itself, and has real children only for what can be pressed,
 * and only when there is room for the row: most rows are never seen.
 *
 * The leading circle means learnt; pressing it on something that is not planned
 * adds it as well. The trailing + adds it to the plan; when it is there, a word
 * says what about it. Both are actions of the window, so that they can be undone.
 * While selecting, a check box stands in the place of the circle.
 *
 * A widget that draws its words has to say them too: the row gives itself an
 * accessible name, and a description that a list binds to its item.
 */
struct _WhLibraryRow
{
  GtkWidget parent_instance;

  WhLibrary *library;
  char      *description;
  char      *language;

  /* Each is NULL until it is seen for the first time; the circle comes first. */
  GtkWidget *circle;
  GtkWidget *check;
  GtkWidget *add;
  GtkWidget *status;

  PangoLayout *name;
  PangoLayout *category;
  PangoLayout *summary;
  PangoLayout *dash;

  Metrics metrics;
  guint   serial; /* of the context that they were taken from */

  guint selecting : 1;
  guint selected : 1;
  guint show_category : 1;
};

G_DEFINE_FINAL_TYPE (WhLibraryRow, wh_library_row, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_DESCRIPTION = 1,
} WhLibraryRowProperty;

static GParamSpec *properties[PROP_DESCRIPTION + 1];

/* Pixels. */
#define PADDING 12
#define VERTICAL_PADDING 9
#define SPACING 12
#define LINE_SPACING 1
#define CATEGORY_SPACING 9

/* A row narrower than this, in characters, has no columns: its words stand below each other. */
#define NARROW_CHARS 62

/* The most lines that a text of a narrow row takes. */
#define NARROW_LINES 3

/* The widest word of the trailing column, in characters. */
#define TRAILING_CHARS 9

#define CATEGORY_SCALE 0.82
#define DIM_ALPHA 0.55f
#define DIM_ALPHA_HIGH_CONTRAST 0.9f

static PangoAttrList *
make_attributes (WhLibraryRow *self,
                 PangoWeight   weight,
                 double        scale)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));

  wh_content_add_language (attributes, self->language);

  return attributes;
}

static PangoLayout *
make_layout (WhLibraryRow *self,
             const char   *text,
             PangoWeight   weight,
             double        scale)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = make_attributes (self, weight, scale);

  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);

  return layout;
}

static void
clear_layouts (WhLibraryRow *self)
{
  g_clear_object (&self->name);
  g_clear_object (&self->category);
  g_clear_object (&self->summary);
  g_clear_object (&self->dash);
}

static const char *
get_text (const char *text)
{
  return text != NULL ? text : "";
}

static void
ensure_layouts (WhLibraryRow *self)
{
  if (self->name != NULL)
    return;

  self->name = make_layout (self, get_text (wh_library_get_name (self->library)), PANGO_WEIGHT_BOLD, 1);
  self->category = make_layout (self, get_text (wh_library_get_category_name (self->library)), PANGO_WEIGHT_NORMAL, CATEGORY_SCALE);
  self->summary = make_layout (self, get_text (wh_library_get_summary (self->library)), PANGO_WEIGHT_NORMAL, 1);
  self->dash = make_layout (self, "—", PANGO_WEIGHT_NORMAL, 1);
}

/* Rows are all as tall as one with Chinese in it, whatever this one holds. */
static Metrics
measure_font (WhLibraryRow *self,
              PangoContext *context)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "Ág库");
  PangoFontMetrics *font_metrics = pango_context_get_metrics (context, NULL, NULL);
  Metrics           metrics;

  pango_layout_get_pixel_size (layout, NULL, &metrics.line_height);
  metrics.char_width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (font_metrics));
  pango_font_metrics_unref (font_metrics);

  return metrics;
}

/* Every row has a context of its own, but all of them have the same font, and to
 * measure it is dearer than everything else about a row that is not seen.
 */
static void
ensure_metrics (WhLibraryRow *self)
{
  static PangoFontDescription *font;
  static PangoLanguage        *language;
  static double                resolution;
  static Metrics               metrics;
  PangoContext                *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  if (self->serial == pango_context_get_serial (context))
    return;

  if (font == NULL ||
      !pango_font_description_equal (font, pango_context_get_font_description (context)) ||
      language != pango_context_get_language (context) ||
      resolution != pango_cairo_context_get_resolution (context))
    {
      g_clear_pointer (&font, pango_font_description_free);
      font = pango_font_description_copy (pango_context_get_font_description (context));
      language = pango_context_get_language (context);
      resolution = pango_cairo_context_get_resolution (context);
      metrics = measure_font (self, context);
    }

  self->metrics = metrics;
  self->serial = pango_context_get_serial (context);
}

static float
get_star_size (WhLibraryRow *self)
{
  return roundf (self->metrics.line_height * 0.7f);
}

static gboolean
is_narrow (WhLibraryRow *self,
           int           width)
{
  return width < self->metrics.char_width * NARROW_CHARS;
}

/* Of a child; one that is not there yet takes none. */
static int
get_natural_size (GtkWidget     *child,
                  GtkOrientation orientation)
{
  int size = 0;

  if (child != NULL)
    gtk_widget_measure (child, orientation, -1, NULL, &size, NULL, NULL);

  return size;
}

static int
get_natural_width (GtkWidget *child)
{
  return get_natural_size (child, GTK_ORIENTATION_HORIZONTAL);
}

/* In a wide row the words stand in a column, so that the stars do; in a narrow one the texts need the room. */
static int
get_trailing_width (WhLibraryRow *self,
                    gboolean      narrow)
{
  int width = MAX (get_natural_width (self->add), get_natural_width (self->status));

  return narrow ? width : MAX (width, self->metrics.char_width * TRAILING_CHARS);
}

static GtkWidget *
get_leading (WhLibraryRow *self)
{
  return self->selecting ? self->check : self->circle;
}

static char *
describe (WhLibraryRow *self)
{
  WhLibrary       *library = self->library;
  g_autofree char *stars = wh_stars_dup_text (wh_library_get_stars (library));
  const char      *status = wh_words_get_status (wh_library_get_status (library), wh_library_get_planned (library));
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  g_strv_builder_add (parts, get_text (wh_library_get_summary (library)));
  if (wh_library_get_category_name (library) != NULL)
    g_strv_builder_add (parts, wh_library_get_category_name (library));
  g_strv_builder_add (parts, stars);
  if (status != NULL)
    g_strv_builder_add (parts, status);

  strv = g_strv_builder_end (parts);

  return g_strjoinv (". ", strv);
}

static void
update_accessible (WhLibraryRow *self)
{
  g_autofree char *description = describe (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, get_text (wh_library_get_name (self->library)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);

  if (!g_set_str (&self->description, description))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCRIPTION]);
}

static void
update_circle (WhLibraryRow *self)
{
  wh_learnt_button_set_learnt (WH_LEARNT_BUTTON (self->circle), wh_library_get_status (self->library) == WH_STATUS_LEARNT);
}

static void
circle_ticked_cb (WhLibraryRow *self,
                  gboolean      learnt)
{
  if (self->library != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.set-learnt", "(sb)", wh_library_get_key (self->library), learnt);
}

static void
add_clicked_cb (WhLibraryRow *self)
{
  const char *keys[2] = { NULL };

  if (self->library == NULL)
    return;

  keys[0] = wh_library_get_key (self->library);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.add-to-plan", "^as", keys);
}

static void
ensure_check (WhLibraryRow *self)
{
  if (self->check != NULL)
    return;

  /* Pressing the row selects, so the check box only shows. */
  self->check = gtk_check_button_new ();
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), self->selected);
  gtk_widget_set_can_target (self->check, FALSE);
  gtk_widget_set_can_focus (self->check, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Selected"), -1);
  gtk_widget_set_parent (self->check, GTK_WIDGET (self));
}

static void
ensure_status (WhLibraryRow *self)
{
  if (self->status != NULL)
    return;

  self->status = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->status), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->status, GTK_WIDGET (self));
}

static void
ensure_add (WhLibraryRow *self)
{
  if (self->add != NULL)
    return;

  self->add = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_set_css_classes (self->add, (const char *[]) { "flat", "circular", "image-button", "add", NULL });
  gtk_widget_set_tooltip_text (self->add, _ ("Add to My Plan"));
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_clicked_cb), self);
  gtk_widget_set_parent (self->add, GTK_WIDGET (self));
}

static void
update_trailing (WhLibraryRow *self)
{
  WhStatus    status = wh_library_get_status (self->library);
  const char *word = wh_words_get_status (status, wh_library_get_planned (self->library));
  gboolean    can_add = word == NULL && !self->selecting;

  if (word != NULL)
    {
      ensure_status (self);
      gtk_label_set_label (GTK_LABEL (self->status), word);
      gtk_widget_set_css_classes (self->status,
                                  (const char *[]) { "caption", wh_words_get_status_class (status), NULL });
    }

  if (can_add)
    ensure_add (self);

  if (self->status != NULL)
    gtk_widget_set_visible (self->status, word != NULL);
  if (self->add != NULL)
    gtk_widget_set_visible (self->add, can_add);
}

static void
update_leading (WhLibraryRow *self)
{
  if (self->selecting)
    ensure_check (self);

  gtk_widget_set_visible (self->circle, !self->selecting);
  if (self->check != NULL)
    gtk_widget_set_visible (self->check, self->selecting);
}

static void
update_children (WhLibraryRow *self)
{
  if (self->circle == NULL || self->library == NULL)
    return;

  update_leading (self);
  update_circle (self);
  update_trailing (self);
}

static void
ensure_children (WhLibraryRow *self)
{
  if (self->circle != NULL)
    return;

  self->circle = wh_learnt_button_new ();
  g_signal_connect_swapped (self->circle, "ticked", G_CALLBACK (circle_ticked_cb), self);
  gtk_widget_set_parent (self->circle, GTK_WIDGET (self));

  update_children (self);
}

static void
library_changed_cb (WhLibraryRow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  clear_layouts (self);
  update_children (self);
  update_accessible (self);

  /* Wide rows are all equally tall. */
  if (is_narrow (self, gtk_widget_get_width (widget)))
    gtk_widget_queue_resize (widget);
  else
    gtk_widget_queue_allocate (widget);
  gtk_widget_queue_draw (widget);
}

static float
get_stars_width (WhLibraryRow *self)
{
  return wh_stars_get_width (get_star_size (self));
}

/* Said before anything is asked of @layout: each time it changes, the text is shaped anew. */
static void
set_room (PangoLayout *layout,
          int          room)
{
  pango_layout_set_width (layout, MAX (room, 0) * PANGO_SCALE);
}

/* Breaks a text of a narrow row into lines, and tells how tall they are. */
static int
wrap (WhLibraryRow *self,
      PangoLayout  *layout,
      int           room)
{
  pango_layout_set_height (layout, -NARROW_LINES);
  set_room (layout, room);

  return pango_layout_get_line_count (layout) * self->metrics.line_height;
}

/* Whether the stars of a narrow row stand at the end of the line of the name; else they have one of their own. */
static gboolean
has_stars_beside_name (WhLibraryRow *self,
                       int           room)
{
  int width;

  pango_layout_set_width (self->name, -1);
  pango_layout_get_pixel_size (self->name, &width, NULL);

  return width + SPACING + get_stars_width (self) <= room;
}

/* Breaks the texts of a narrow row into lines, and tells how tall they are with the stars. */
static int
layout_narrow (WhLibraryRow *self,
               int           room,
               int          *name_height,
               gboolean     *stars_below)
{
  *stars_below = wh_library_get_stars (self->library) > 0 && !has_stars_beside_name (self, room);
  *name_height = wrap (self, self->name, room);

  return *name_height + LINE_SPACING + wrap (self, self->summary, room) +
         (*stars_below ? LINE_SPACING + self->metrics.line_height : 0);
}

static int
get_start (WhLibraryRow *self)
{
  return PADDING + get_natural_width (get_leading (self)) + SPACING;
}

static int
get_end (WhLibraryRow *self,
         int           width)
{
  return width - PADDING - get_trailing_width (self, is_narrow (self, width)) - SPACING;
}

/* All rows are equally tall, but in a narrow list one that has more to say is taller. */
static int
get_texts_height (WhLibraryRow *self,
                  int           width)
{
  int      name_height;
  gboolean stars_below;

  if (self->library == NULL || width < 0 || !is_narrow (self, width))
    return 2 * self->metrics.line_height + LINE_SPACING;

  /* Their room is not the texts'. */
  ensure_children (self);
  ensure_layouts (self);

  return layout_narrow (self, get_end (self, width) - get_start (self), &name_height, &stars_below);
}

static GtkSizeRequestMode
wh_library_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
wh_library_row_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  WhLibraryRow *self = WH_LIBRARY_ROW (widget);

  ensure_metrics (self);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = get_start (self) + SPACING + get_trailing_width (self, TRUE) + PADDING;
      *natural = *minimum + self->metrics.char_width * NARROW_CHARS;
      return;
    }

  *minimum = *natural = MAX (get_texts_height (self, for_size) + 2 * VERTICAL_PADDING,
                             MAX (get_natural_size (get_leading (self), orientation),
                                  get_natural_size (self->add, orientation)));
}

/* Gives a child its natural size in the middle of a column of the row, mirrored when reading goes leftwards. */
static void
allocate_child (WhLibraryRow *self,
                GtkWidget    *child,
                int           x,
                int           column,
                int           width,
                int           height)
{
  int child_width;
  int child_height;

  if (child == NULL || !gtk_widget_should_layout (child))
    return;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &child_width, NULL, NULL);
  child_width = MIN (child_width, column);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, NULL, &child_height, NULL, NULL);

  x += (column - child_width) / 2;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = width - x - child_width;

  gtk_widget_size_allocate (child,
                            &(GtkAllocation) { x, (height - child_height) / 2, child_width, child_height },
                            -1);
}

static void
wh_library_row_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  WhLibraryRow *self = WH_LIBRARY_ROW (widget);
  int           leading;
  int           trailing;

  ensure_children (self);
  ensure_metrics (self);
  leading = get_natural_width (get_leading (self));
  trailing = get_trailing_width (self, is_narrow (self, width));

  allocate_child (self, self->circle, PADDING, leading, width, height);
  allocate_child (self, self->check, PADDING, leading, width, height);
  allocate_child (self, self->status, width - PADDING - trailing, trailing, width, height);
  allocate_child (self, self->add, width - PADDING - trailing, trailing, width, height);
}

/* Draws a text so that it takes at most @room, and tells what it took. Where it
 * stands within the room depends on its own direction, not on that of the row.
 */
static int
snapshot_text (WhLibraryRow  *self,
               GtkSnapshot   *snapshot,
               PangoLayout   *layout,
               int            x,
               int            y,
               int            room,
               const GdkRGBA *color)
{
  GtkWidget     *widget = GTK_WIDGET (self);
  PangoRectangle extents;

  if (room <= 0)
    return 0;

  set_room (layout, room);
  pango_layout_get_pixel_extents (layout, NULL, &extents);

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (widget) - x - extents.width;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x - extents.x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);

  return extents.width;
}

static GdkRGBA
get_star_color (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (style);
  GdkRGBA color;

  adw_rgba_to_standalone (accent, adw_style_manager_get_dark (style), &color);

  return color;
}

static GdkRGBA
get_dim_color (WhLibraryRow *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GdkRGBA          color;

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  color.alpha *= adw_style_manager_get_high_contrast (style) ? DIM_ALPHA_HIGH_CONTRAST : DIM_ALPHA;

  return color;
}

/* Draws stars, or the dash for none, ending at @end, around the height @middle. */
static void
snapshot_stars (WhLibraryRow *self,
                GtkSnapshot  *snapshot,
                float         end,
                float         middle)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean   mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint      stars = wh_library_get_stars (self->library);
  float      size = get_star_size (self);
  float      width = wh_stars_get_width (size);
  float      x = end - width;
  GdkRGBA    color = get_star_color ();
  GdkRGBA    dim = get_dim_color (self);
  int        dash_width;

  if (stars == 0)
    {
      pango_layout_get_pixel_size (self->dash, &dash_width, NULL);
      snapshot_text (self, snapshot, self->dash, (int) (x + (width - dash_width) / 2),
                     (int) (middle - self->metrics.line_height / 2.0f), dash_width, &dim);
      return;
    }

  if (mirrored)
    x = gtk_widget_get_width (widget) - end;

  wh_stars_snapshot (snapshot, &GRAPHENE_POINT_INIT (roundf (x), roundf (middle - size / 2)), size, stars, &color, mirrored);
}

static int
get_text_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static int
get_baseline (PangoLayout *layout)
{
  return PANGO_PIXELS (pango_layout_get_baseline (layout));
}

static void
snapshot_wide (WhLibraryRow *self,
               GtkSnapshot  *snapshot,
               int           x,
               int           end)
{
  int     height = gtk_widget_get_height (GTK_WIDGET (self));
  int     room = end - (int) ceilf (get_stars_width (self)) - SPACING - x;
  int     top = (height - 2 * self->metrics.line_height - LINE_SPACING) / 2;
  int     second = top + self->metrics.line_height + LINE_SPACING;
  GdkRGBA color;
  GdkRGBA dim = get_dim_color (self);
  int     y;
  int     used;

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  pango_layout_set_height (self->name, -1);
  pango_layout_set_height (self->summary, -1);
  set_room (self->name, room);
  set_room (self->summary, room);

  y = top + (self->metrics.line_height - get_text_height (self->name)) / 2;
  used = snapshot_text (self, snapshot, self->name, x, y, room, &color) + CATEGORY_SPACING;

  if (self->show_category && room - used > 4 * self->metrics.char_width)
    snapshot_text (self, snapshot, self->category, x + used,
                   y + get_baseline (self->name) - get_baseline (self->category), room - used, &dim);

  y = second + (self->metrics.line_height - get_text_height (self->summary)) / 2;
  snapshot_text (self, snapshot, self->summary, x, y, room, &dim);
  snapshot_stars (self, snapshot, end, height / 2.0f);
}

static void
snapshot_narrow (WhLibraryRow *self,
                 GtkSnapshot  *snapshot,
                 int           x,
                 int           end)
{
  int      room = end - x;
  int      name_height;
  gboolean stars_below;
  int      texts_height = layout_narrow (self, room, &name_height, &stars_below);
  int      top = (gtk_widget_get_height (GTK_WIDGET (self)) - texts_height) / 2;
  GdkRGBA  color;
  GdkRGBA  dim = get_dim_color (self);
  int      y = top + (name_height - get_text_height (self->name)) / 2;

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  snapshot_text (self, snapshot, self->name, x, y, room, &color);

  /* As many lines below as it has, whatever their own heights. */
  y = top + name_height + LINE_SPACING;
  y += (wrap (self, self->summary, room) - get_text_height (self->summary)) / 2;
  snapshot_text (self, snapshot, self->summary, x, y, room, &dim);

  if (stars_below)
    snapshot_stars (self, snapshot, x + get_stars_width (self), top + texts_height - self->metrics.line_height / 2.0f);
  else if (wh_library_get_stars (self->library) > 0)
    snapshot_stars (self, snapshot, end, top + name_height / 2.0f);
}

static void
wh_library_row_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  WhLibraryRow *self = WH_LIBRARY_ROW (widget);
  int           width = gtk_widget_get_width (widget);
  int           start = get_start (self);
  int           end;

  GTK_WIDGET_CLASS (wh_library_row_parent_class)->snapshot (widget, snapshot);

  if (self->library == NULL)
    return;

  ensure_metrics (self);
  ensure_layouts (self);
  end = get_end (self, width);

  if (is_narrow (self, width))
    snapshot_narrow (self, snapshot, start, end);
  else
    snapshot_wide (self, snapshot, start, end);
}

static void
wh_library_row_direction_changed (GtkWidget       *widget,
                                  GtkTextDirection previous)
{
  clear_layouts (WH_LIBRARY_ROW (widget));

  GTK_WIDGET_CLASS (wh_library_row_parent_class)->direction_changed (widget, previous);
}

static void
wh_library_row_dispose (GObject *object)
{
  WhLibraryRow *self = WH_LIBRARY_ROW (object);

  wh_library_row_set_library (self, NULL);
  g_clear_pointer (&self->circle, gtk_widget_unparent);
  g_clear_pointer (&self->check, gtk_widget_unparent);
  g_clear_pointer (&self->status, gtk_widget_unparent);
  g_clear_pointer (&self->add, gtk_widget_unparent);
  clear_layouts (self);

  G_OBJECT_CLASS (wh_library_row_parent_class)->dispose (object);
}

static void
wh_library_row_finalize (GObject *object)
{
  WhLibraryRow *self = WH_LIBRARY_ROW (object);

  g_clear_pointer (&self->description, g_free);
  g_clear_pointer (&self->language, g_free);

  G_OBJECT_CLASS (wh_library_row_parent_class)->finalize (object);
}

static void
wh_library_row_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  WhLibraryRow *self = WH_LIBRARY_ROW (object);

  switch ((WhLibraryRowProperty) prop_id)
    {
    case PROP_DESCRIPTION:
      g_value_set_string (value, self->description);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wh_library_row_class_init (WhLibraryRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wh_library_row_dispose;
  object_class->finalize = wh_library_row_finalize;
  object_class->get_property = wh_library_row_get_property;

  widget_class->get_request_mode = wh_library_row_get_request_mode;
  widget_class->measure = wh_library_row_measure;
  widget_class->size_allocate = wh_library_row_size_allocate;
  widget_class->snapshot = wh_library_row_snapshot;
  widget_class->direction_changed = wh_library_row_direction_changed;

  properties[PROP_DESCRIPTION] =
    g_param_spec_string ("description", NULL, NULL,
                         NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "library-row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
wh_library_row_init (WhLibraryRow *self)
{
  self->show_category = TRUE;
}

GtkWidget *
wh_library_row_new (void)
{
  return g_object_new (WH_TYPE_LIBRARY_ROW, NULL);
}

/**
 * wh_library_row_get_library:
 *
 * Returns: (transfer none) (nullable): what the row shows
 */
WhLibrary *
wh_library_row_get_library (WhLibraryRow *self)
{
  g_return_val_if_fail (WH_IS_LIBRARY_ROW (self), NULL);

  return self->library;
}

void
wh_library_row_set_library (WhLibraryRow *self,
                            WhLibrary    *library)
{
  g_return_if_fail (WH_IS_LIBRARY_ROW (self));
  g_return_if_fail (library == NULL || WH_IS_LIBRARY (library));

  if (self->library == library)
    return;

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_func (self->library, library_changed_cb, self);

  g_set_object (&self->library, library);

  if (library != NULL)
    {
      g_signal_connect_object (library, "notify", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
      library_changed_cb (self);
    }
}

/**
 * wh_library_row_get_description:
 *
 * Returns: (nullable): in words what the row draws beside the name
 */
const char *
wh_library_row_get_description (WhLibraryRow *self)
{
  g_return_val_if_fail (WH_IS_LIBRARY_ROW (self), NULL);

  return self->description;
}

/**
 * wh_library_row_set_language:
 * @language: (nullable): the language of the contents, "zh_CN"
 *
 * Says which shapes the letters are to have that several languages share.
 */
void
wh_library_row_set_language (WhLibraryRow *self,
                             const char   *language)
{
  g_return_if_fail (WH_IS_LIBRARY_ROW (self));

  if (!g_set_str (&self->language, language))
    return;

  clear_layouts (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * wh_library_row_set_show_category:
 * @show_category: whether the category stands beside the name, which it does at first
 */
void
wh_library_row_set_show_category (WhLibraryRow *self,
                                  gboolean      show_category)
{
  g_return_if_fail (WH_IS_LIBRARY_ROW (self));

  if (self->show_category == !!show_category)
    return;

  self->show_category = !!show_category;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
wh_library_row_set_selecting (WhLibraryRow *self,
                              gboolean      selecting)
{
  g_return_if_fail (WH_IS_LIBRARY_ROW (self));

  if (self->selecting == !!selecting)
    return;

  self->selecting = !!selecting;
  update_children (self);
}

void
wh_library_row_set_selected (WhLibraryRow *self,
                             gboolean      selected)
{
  g_return_if_fail (WH_IS_LIBRARY_ROW (self));

  if (self->selected == !!selected)
    return;

  self->selected = !!selected;
  if (self->check != NULL)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), selected);

  if (selected)
    gtk_widget_add_css_class (GTK_WIDGET (self), "selected");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "selected");
}

/**
 * wh_library_row_set_place:
 * @first: whether it is the first row of its section
 * @last: whether it is the last one
 *
 * Gives the row the corners it has in the card of its section.
 */
void
wh_library_row_set_place (WhLibraryRow *self,
                          gboolean      first,
                          gboolean      last)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_if_fail (WH_IS_LIBRARY_ROW (self));

  if (gtk_widget_has_css_class (widget, "first") != first)
    (first ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (widget, "first");

  if (gtk_widget_has_css_class (widget, "last") != last)
    (last ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (widget, "last");
}
