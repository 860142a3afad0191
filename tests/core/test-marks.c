/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-marks.h"

/* Large enough for lines to have an inside. */
#define SCALE 8
#define SIZE ((int) WH_STARS_WIDTH + 2)

typedef void (*DrawFunc) (cairo_t *cr,
                          guint    which);

/* Returns: (transfer full): the pixels that are dark on a printer that knows black and white alone */
static GByteArray *
draw (DrawFunc func,
      guint    which)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE * SCALE, SIZE * SCALE);
  cairo_t         *cr = cairo_create (surface);
  GByteArray      *dark = g_byte_array_new ();

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, SCALE, SCALE);
  func (cr, which);
  cairo_surface_flush (surface);

  for (int y = 0; y < SIZE * SCALE; y++)
    for (int x = 0; x < SIZE * SCALE; x++)
      {
        const guchar *pixel = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x;
        guint8        is_dark = (pixel[0] + pixel[1] + pixel[2]) / 3 < 128;

        g_byte_array_append (dark, &is_dark, 1);
      }

  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return dark;
}

static guint
count_ink (DrawFunc func,
           guint    which)
{
  g_autoptr (GByteArray) dark = draw (func, which);
  guint n = 0;

  for (guint i = 0; i < dark->len; i++)
    n += dark->data[i];

  return n;
}

static guint
count_differences (DrawFunc func,
                   guint    one,
                   guint    other)
{
  g_autoptr (GByteArray) first = draw (func, one);
  g_autoptr (GByteArray) second = draw (func, other);
  guint n = 0;

  for (guint i = 0; i < first->len; i++)
    n += first->data[i] != second->data[i];

  return n;
}

static void
draw_box (cairo_t *cr,
          guint    status)
{
  wh_draw_box (cr, 1, SIZE / 2, (WhStatus) status);
}

static void
draw_stars (cairo_t *cr,
            guint    stars)
{
  if (stars > 0)
    wh_draw_stars (cr, 1, SIZE / 2, stars);
  else
    wh_draw_unrated (cr, 1, SIZE / 2);
}

static void
draw_tag (cairo_t *cr,
          guint    priority)
{
  wh_draw_tag (cr, 1, SIZE / 2, (WhPriority) priority);
}

static void
draw_ring (cairo_t *cr,
           guint    n_done)
{
  wh_draw_ring (cr, SIZE / 2, SIZE / 2, 20, n_done, 4);
}

static void
draw_pips (cairo_t *cr,
           guint    n_done)
{
  wh_draw_pips (cr, SIZE - 1, SIZE / 2, n_done, 5);
}

static void
draw_bar (cairo_t *cr,
          guint    n_done)
{
  cairo_scale (cr, 0.5, 0.5);
  wh_draw_pips (cr, 2 * SIZE - 2, SIZE, n_done, 100);
}

/* No two states may look alike, and none like an empty place. */
static void
test_marks_boxes_differ (void)
{
  for (guint one = WH_STATUS_TO_LEARN; one <= WH_STATUS_SKIPPED; one++)
    {
      g_assert_cmpuint (count_ink (draw_box, one), >, 3 * SCALE * SCALE);
      for (guint other = one + 1; other <= WH_STATUS_SKIPPED; other++)
        g_assert_cmpuint (count_differences (draw_box, one, other), >, 8 * SCALE * SCALE);
    }

  /* What nobody has touched is to be learnt. */
  g_assert_cmpuint (count_differences (draw_box, WH_STATUS_NONE, WH_STATUS_TO_LEARN), ==, 0);
}

/* Each half of a star is more ink than the one before it, and nothing is not one. */
static void
test_marks_stars_grow (void)
{
  for (guint stars = 2; stars <= WH_STARS_MAX; stars++)
    g_assert_cmpuint (count_ink (draw_stars, stars), >, count_ink (draw_stars, stars - 1) + 4 * SCALE * SCALE);

  g_assert_cmpuint (count_differences (draw_stars, 0, 1), >, 8 * SCALE * SCALE);
  g_assert_cmpuint (count_ink (draw_stars, 0), >, 4 * SCALE * SCALE);
}

static void
test_marks_tags_weigh (void)
{
  WhInk inks[] = { 0, 0, 0 };

  g_assert_cmpuint (count_ink (draw_tag, WH_PRIORITY_P0), >, 2 * count_ink (draw_tag, WH_PRIORITY_P1));
  g_assert_cmpuint (count_ink (draw_tag, WH_PRIORITY_P1), >, count_ink (draw_tag, WH_PRIORITY_P2));

  for (guint i = 0; i < G_N_ELEMENTS (inks); i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
      cairo_t         *cr = cairo_create (surface);

      inks[i] = wh_draw_tag (cr, 0, 0, (WhPriority) (WH_PRIORITY_P0 + i));
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }

  /* White on the full one, dark on the others. */
  g_assert_cmpint (inks[0], ==, WH_INK_PAPER);
  g_assert_cmpint (inks[1], ==, WH_INK_ACCENT);
  g_assert_cmpint (inks[2], ==, WH_INK_SOFT);
}

static void
test_marks_progress_grows (void)
{
  for (guint done = 1; done <= 4; done++)
    {
      g_assert_cmpuint (count_ink (draw_ring, done), >, count_ink (draw_ring, done - 1));
      g_assert_cmpuint (count_ink (draw_pips, done), >, count_ink (draw_pips, done - 1));
    }

  g_assert_cmpuint (count_ink (draw_ring, 0), ==, 0);
  g_assert_cmpuint (count_ink (draw_pips, 0), >, 0);
  g_assert_cmpuint (count_ink (draw_bar, 100), >, 3 * count_ink (draw_bar, 25));
  g_assert_cmpuint (count_ink (draw_bar, 1), >, 0);
}

/* Nothing has no width; many have that of a bar. */
static void
test_marks_pips_are_bounded (void)
{
  g_assert_cmpfloat (wh_pips_get_width (0), ==, 0);
  g_assert_cmpfloat (wh_pips_get_width (3), >, wh_pips_get_width (2));
  g_assert_cmpfloat (wh_pips_get_width (25), ==, wh_pips_get_width (10000));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/marks/boxes-differ", test_marks_boxes_differ);
  g_test_add_func ("/marks/stars-grow", test_marks_stars_grow);
  g_test_add_func ("/marks/tags-weigh", test_marks_tags_weigh);
  g_test_add_func ("/marks/progress-grows", test_marks_progress_grows);
  g_test_add_func ("/marks/pips-are-bounded", test_marks_pips_are_bounded);

  return g_test_run ();
}
