/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WH_TYPE_STAR_RATING (wh_star_rating_get_type ())
G_DECLARE_FINAL_TYPE (WhStarRating, wh_star_rating, WH, STAR_RATING, GtkWidget)

GtkWidget *wh_star_rating_new (void) G_GNUC_WARN_UNUSED_RESULT;
guint      wh_star_rating_get_value (WhStarRating *self);
void       wh_star_rating_set_value (WhStarRating *self,
                                     guint         halves);
gboolean   wh_star_rating_get_editable (WhStarRating *self);
void       wh_star_rating_set_editable (WhStarRating *self,
                                        gboolean      editable);

G_END_DECLS
