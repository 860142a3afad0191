/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-scroll.h"

/* The rows of a list come within as many frames. */
#define TOP_FRAMES 3

static gboolean
keep_top_cb (GtkWidget     *widget,
             GdkFrameClock *clock,
             gpointer       user_data)
{
  guint *n_frames = user_data;

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget)), 0);

  return (*n_frames)-- > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
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
  guint *n_frames;

  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scroller));

  n_frames = g_new (guint, 1);
  *n_frames = TOP_FRAMES;
  gtk_widget_add_tick_callback (GTK_WIDGET (scroller), keep_top_cb, n_frames, g_free);
}
