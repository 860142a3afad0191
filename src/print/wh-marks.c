/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "wh-marks.h"

/* The drawn marks of a page. They are paths, not characters: no font needs to
 * have them, and they look the same in every language. Each is placed by its
 * left edge and by the middle of the line that it stands on.
 */

#define N_STARS 5
#define STAR_SIZE 9.0
#define STAR_STEP 11.0
#define PIP_SIZE 5.0
#define PIP_STEP 8.0
#define MAX_PIPS 24
#define BAR_WIDTH 96.0

/* How far the inner corners of a star are from its middle, to the outer ones. */
#define STAR_DEPTH 0.47

static const double inks[][3] = {
  [WH_INK_TEXT] = { 0.106, 0.122, 0.137 },
  [WH_INK_SOFT] = { 0.341, 0.373, 0.404 },
  [WH_INK_FAINT] = { 0.690, 0.714, 0.737 },
  [WH_INK_RULE] = { 0.863, 0.875, 0.886 },
  [WH_INK_ACCENT] = { 0.047, 0.361, 0.447 },
  [WH_INK_PAPER] = { 1, 1, 1 },
};

/* One curve a corner: near enough to a circle, and less to write than an arc. */
static void
add_rounded_rectangle (cairo_t *cr,
                       double   x,
                       double   y,
                       double   width,
                       double   height,
                       double   radius)
{
  double right = x + width;
  double bottom = y + height;
  double c = radius * 0.4477;

  cairo_move_to (cr, x + radius, y);
  cairo_line_to (cr, right - radius, y);
  cairo_curve_to (cr, right - c, y, right, y + c, right, y + radius);
  cairo_line_to (cr, right, bottom - radius);
  cairo_curve_to (cr, right, bottom - c, right - c, bottom, right - radius, bottom);
  cairo_line_to (cr, x + radius, bottom);
  cairo_curve_to (cr, x + c, bottom, x, bottom - c, x, bottom - radius);
  cairo_line_to (cr, x, y + radius);
  cairo_curve_to (cr, x, y + c, x + c, y, x + radius, y);
  cairo_close_path (cr);
}

/* From one of its corners round to the right to another: 0 is the top tip, odd ones are the inner corners. */
static void
add_star_part (cairo_t *cr,
               double   x,
               double   y,
               guint    first,
               guint    last)
{
  cairo_new_sub_path (cr);
  for (guint i = first; i <= last; i++)
    {
      double r = i % 2 == 0 ? STAR_SIZE / 2 : STAR_SIZE / 2 * STAR_DEPTH;
      double angle = i * G_PI / N_STARS - G_PI_2;

      cairo_line_to (cr, x + r * cos (angle), y + r * sin (angle));
    }
  cairo_close_path (cr);
}

static void
add_star (cairo_t *cr,
          double   x,
          double   y)
{
  add_star_part (cr, x, y, 0, 2 * N_STARS - 1);
}

/* The left one. */
static void
add_half_star (cairo_t *cr,
               double   x,
               double   y)
{
  add_star_part (cr, x, y, N_STARS, 2 * N_STARS);
}

static void
draw_tick (cairo_t *cr,
           double   x,
           double   y,
           double   size)
{
  cairo_move_to (cr, x + 0.24 * size, y + 0.53 * size);
  cairo_line_to (cr, x + 0.43 * size, y + 0.71 * size);
  cairo_line_to (cr, x + 0.77 * size, y + 0.30 * size);
  cairo_set_line_width (cr, 1.7);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  wh_set_ink (cr, WH_INK_PAPER);
  cairo_stroke (cr);
}

/* Half full, from corner to corner: begun, and a tick still shows when it is drawn over it. */
static void
draw_half (cairo_t *cr,
           double   x,
           double   y,
           double   size)
{
  double inset = 2.3;

  cairo_move_to (cr, x + inset, y + inset + 1);
  cairo_line_to (cr, x + size - inset - 1, y + size - inset);
  cairo_line_to (cr, x + inset, y + size - inset);
  cairo_close_path (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 0.8);
  wh_set_ink (cr, WH_INK_ACCENT);
  cairo_fill_preserve (cr);
  cairo_stroke (cr);
}

static void
draw_dash (cairo_t *cr,
           double   x,
           double   y,
           double   size)
{
  cairo_move_to (cr, x + 0.29 * size, y + 0.5 * size);
  cairo_line_to (cr, x + 0.71 * size, y + 0.5 * size);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, 1.3);
  wh_set_ink (cr, WH_INK_SOFT);
  cairo_stroke (cr);
}

void
wh_set_ink (cairo_t *cr,
            WhInk    ink)
{
  cairo_set_source_rgb (cr, inks[ink][0], inks[ink][1], inks[ink][2]);
}

void
wh_draw_rule (cairo_t *cr,
              double   x,
              double   y,
              double   width,
              double   thickness,
              WhInk    ink)
{
  cairo_rectangle (cr, x, y - thickness / 2, width, thickness);
  wh_set_ink (cr, ink);
  cairo_fill (cr);
}

/* The four states differ in shape, not in colour alone: empty, half full, ticked
 * in white on full, and a dash in a pale frame. The dash is dark enough to stay when
 * the frame is lost to a copier. No status is an empty box too.
 */
void
wh_draw_box (cairo_t *cr,
             double   x,
             double   middle,
             WhStatus status)
{
  double line = 1.1;
  double y = middle - WH_BOX_SIZE / 2;

  cairo_save (cr);
  add_rounded_rectangle (cr, x + line / 2, y + line / 2, WH_BOX_SIZE - line, WH_BOX_SIZE - line, 2.4);
  cairo_set_line_width (cr, line);
  wh_set_ink (cr, status == WH_STATUS_SKIPPED ? WH_INK_FAINT : WH_INK_ACCENT);
  if (status == WH_STATUS_LEARNT)
    cairo_fill_preserve (cr);
  cairo_stroke (cr);

  switch (status)
    {
    case WH_STATUS_LEARNT:
      draw_tick (cr, x, y, WH_BOX_SIZE);
      break;

    case WH_STATUS_LEARNING:
      draw_half (cr, x, y, WH_BOX_SIZE);
      break;

    case WH_STATUS_SKIPPED:
      draw_dash (cr, x, y, WH_BOX_SIZE);
      break;

    case WH_STATUS_NONE:
    case WH_STATUS_TO_LEARN:
    default:
      break;
    }
  cairo_restore (cr);
}

/* All that are alike are one path: there are five in every row, and each path costs.
 *
 * @stars: in halves, not 0
 */
void
wh_draw_stars (cairo_t *cr,
               double   x,
               double   middle,
               guint    stars)
{
  double y = middle + 0.3;
  guint  n_full = stars / 2;
  guint  n_begun = (stars + 1) / 2;

  x += STAR_SIZE / 2;
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 0.7);

  for (guint i = n_begun; i < N_STARS; i++)
    add_star (cr, x + i * STAR_STEP, y);
  wh_set_ink (cr, WH_INK_FAINT);
  cairo_stroke (cr);

  wh_set_ink (cr, WH_INK_ACCENT);
  for (guint i = 0; i < n_full; i++)
    add_star (cr, x + i * STAR_STEP, y);
  if (n_begun > n_full)
    add_half_star (cr, x + n_full * STAR_STEP, y);
  cairo_fill_preserve (cr);
  if (n_begun > n_full)
    add_star (cr, x + n_full * STAR_STEP, y);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* A dash: no source has given stars, which is not to say that it deserves none. */
void
wh_draw_unrated (cairo_t *cr,
                 double   x,
                 double   middle)
{
  wh_draw_rule (cr, x, middle, WH_UNRATED_WIDTH, 0.9, WH_INK_SOFT);
}

/* Draws the ground of a priority's tag: full, outlined, pale.
 *
 * Returns: the ink for the text on it
 */
WhInk
wh_draw_tag (cairo_t   *cr,
             double     x,
             double     middle,
             WhPriority priority)
{
  double line = 0.9;

  cairo_save (cr);
  add_rounded_rectangle (cr,
                         x + line / 2, middle - WH_TAG_HEIGHT / 2 + line / 2,
                         WH_TAG_WIDTH - line, WH_TAG_HEIGHT - line, 2.8);
  cairo_set_line_width (cr, line);
  wh_set_ink (cr, priority == WH_PRIORITY_P2 ? WH_INK_FAINT : WH_INK_ACCENT);
  if (priority == WH_PRIORITY_P0)
    cairo_fill_preserve (cr);
  cairo_stroke (cr);
  cairo_restore (cr);

  if (priority == WH_PRIORITY_P0)
    return WH_INK_PAPER;

  return priority == WH_PRIORITY_P2 ? WH_INK_SOFT : WH_INK_ACCENT;
}

/* A ring that is closed as far as things are learnt. */
void
wh_draw_ring (cairo_t *cr,
              double   x,
              double   y,
              double   radius,
              guint    n_done,
              guint    n_total)
{
  cairo_save (cr);
  cairo_set_line_width (cr, 5);
  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius - 2.5, 0, 2 * G_PI);
  wh_set_ink (cr, WH_INK_RULE);
  cairo_stroke (cr);

  if (n_done > 0)
    {
      cairo_set_line_cap (cr, n_done < n_total ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
      cairo_arc (cr, x, y, radius - 2.5, -G_PI_2, -G_PI_2 + 2 * G_PI * n_done / n_total);
      wh_set_ink (cr, WH_INK_ACCENT);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

static void
draw_bar (cairo_t *cr,
          double   x,
          double   middle,
          guint    n_done,
          guint    n_total)
{
  double height = PIP_SIZE;
  double done = BAR_WIDTH * n_done / n_total;

  add_rounded_rectangle (cr, x, middle - height / 2, BAR_WIDTH, height, height / 2);
  wh_set_ink (cr, WH_INK_RULE);
  cairo_fill (cr);

  if (n_done > 0)
    {
      add_rounded_rectangle (cr, x, middle - height / 2, MAX (done, height), height, height / 2);
      wh_set_ink (cr, WH_INK_ACCENT);
      cairo_fill (cr);
    }
}

/* One circle for each thing to learn, full when it is learnt, the others to be
 * filled by hand; many things have a bar. Placed by its right edge.
 */
void
wh_draw_pips (cairo_t *cr,
              double   right,
              double   middle,
              guint    n_done,
              guint    n_total)
{
  double left = right - wh_pips_get_width (n_total);

  if (n_total > MAX_PIPS)
    {
      draw_bar (cr, left, middle, n_done, n_total);
      return;
    }

  cairo_save (cr);
  cairo_set_line_width (cr, 0.9);
  wh_set_ink (cr, WH_INK_ACCENT);
  for (guint i = 0; i < n_total; i++)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, left + i * PIP_STEP + PIP_SIZE / 2, middle, (PIP_SIZE - 0.9) / 2, 0, 2 * G_PI);
      if (i < n_done)
        cairo_fill_preserve (cr);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

double
wh_pips_get_width (guint n_total)
{
  if (n_total > MAX_PIPS)
    return BAR_WIDTH;

  return n_total == 0 ? 0 : n_total * PIP_STEP - (PIP_STEP - PIP_SIZE);
}
