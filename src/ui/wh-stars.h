/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "wh-facts.h"

G_BEGIN_DECLS

/* How many stars are drawn; each counts two halves. */
#define WH_STARS_N (WH_STARS_MAX / 2)

float wh_stars_get_width (float size);
void  wh_stars_snapshot (GtkSnapshot            *snapshot,
                         const graphene_point_t *origin,
                         float                   size,
                         guint                   halves,
                         const GdkRGBA          *color,
                         gboolean                mirrored);
char *wh_stars_dup_number (guint halves) G_GNUC_WARN_UNUSED_RESULT;
char *wh_stars_dup_text (guint halves) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
