/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <glib.h>

#include "wh-facts.h"

G_BEGIN_DECLS

/* The colours of a page. The accent is dark enough to stay the strongest mark
 * on a black and white printer.
 */
typedef enum
{
  WH_INK_TEXT,
  WH_INK_SOFT,
  WH_INK_FAINT,
  WH_INK_RULE,
  WH_INK_ACCENT,
  WH_INK_PAPER,
} WhInk;

#define WH_BOX_SIZE 12.0
#define WH_STARS_WIDTH 53.0
#define WH_UNRATED_WIDTH 9.0
#define WH_TAG_WIDTH 19.0
#define WH_TAG_HEIGHT 11.5

void   wh_set_ink (cairo_t *cr,
                   WhInk    ink);
void   wh_draw_rule (cairo_t *cr,
                     double   x,
                     double   y,
                     double   width,
                     double   thickness,
                     WhInk    ink);
void   wh_draw_box (cairo_t *cr,
                    double   x,
                    double   middle,
                    WhStatus status);
void   wh_draw_stars (cairo_t *cr,
                      double   x,
                      double   middle,
                      guint    stars);
void   wh_draw_unrated (cairo_t *cr,
                        double   x,
                        double   middle);
WhInk  wh_draw_tag (cairo_t   *cr,
                    double     x,
                    double     middle,
                    WhPriority priority);
void   wh_draw_ring (cairo_t *cr,
                     double   x,
                     double   y,
                     double   radius,
                     guint    n_done,
                     guint    n_total);
void   wh_draw_pips (cairo_t *cr,
                     double   right,
                     double   middle,
                     guint    n_done,
                     guint    n_total);
double wh_pips_get_width (guint n_total);

G_END_DECLS
