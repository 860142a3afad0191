/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void wh_scroll_to (GtkWidget *widget);
void wh_scroll_to_top (GtkScrolledWindow *scroller);
void wh_scroll_hold (GtkScrolledWindow *scroller);

G_END_DECLS
