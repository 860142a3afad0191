/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-scroll.h"

/* The rows of a list come within as many frames. */
#define LIST_FRAMES 3

typedef struct
{
  double value;
  guint  n_frames;
} Hold;

static gboolean
hold_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Hold *hold = user_data;

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget)), hold->value);

  return hold->n_frames-- > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
hold_at (GtkScrolledWindow *scroller,
         double             value)
{
  Hold *hold = g_new (Hold, 1);

  hold->value = value;
  hold->n_frames = LIST_FRAMES;
  gtk_widget_add_tick_callback (GTK_WIDGET (scroller), hold_cb, hold, g_free);
}

/* At once, where GTK would glide: nobody has seen the list yet. Setting the value also ends
 * any gliding, such as to the row that got the focus with the window.
 */
static void
scroll_to_now (GtkWidget   *widget,
               GtkViewport *viewport)
{
  GtkAdjustment  *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  double          value = gtk_adjustment_get_value (adjustment);
  graphene_rect_t bounds;
  double          top, bottom;

  if (!gtk_widget_compute_bounds (widget, GTK_WIDGET (viewport), &bounds))
    return;

  top = value + (double) bounds.origin.y;
  bottom = top + (double) bounds.size.height;
  gtk_adjustment_set_value (adjustment, MIN (top, MAX (value, bottom - gtk_adjustment_get_page_size (adjustment))));
}

static gboolean
show_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  guint *n_frames = user_data;

  scroll_to_now (widget, GTK_VIEWPORT (gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT)));

  return (*n_frames)-- > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/**
 * wh_scroll_to:
 * @widget: stands in a viewport
 *
 * Scrolls so that @widget is seen, once it has its place.
 */
void
wh_scroll_to (GtkWidget *widget)
{
  guint *n_frames = g_new (guint, 1);

  g_return_if_fail (GTK_IS_WIDGET (widget));

  *n_frames = LIST_FRAMES;
  gtk_widget_add_tick_callback (widget, show_cb, n_frames, g_free);
}

/**
 * wh_scroll_to_top:
 * @scroller: holds a list whose rows are new, or about to be
 *
 * Shows the list from its beginning. GTK keeps the first row at the top, which
 * hides the head above it, so this is said once more when the rows are there.
 */
void
wh_scroll_to_top (GtkScrolledWindow *scroller)
{
  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scroller));

  hold_at (scroller, 0);
}

/**
 * wh_scroll_hold:
 * @scroller: holds a list whose rows are about to change places
 *
 * Shows the same stretch of the list as before. GTK follows the row that it takes
 * for the first one that is seen, wherever that goes.
 */
void
wh_scroll_hold (GtkScrolledWindow *scroller)
{
  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scroller));

  hold_at (scroller, gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (scroller)));
}
