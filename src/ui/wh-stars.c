/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "wh-stars.h"

/* Drawing five stars, of which some halves are lit: shared by the rating widget,
 * the rows of the list and the cells of the table, so that a star looks the same
 * everywhere. The shapes are made once, for a star of one unit, and scaled.
 */

/* A star's corners by turns outer and inner, clockwise from the top. */
#define N_CORNERS 10

/* The space between two stars, the inner radius, and how far a tip is cut back to be rounded; all in stars. */
#define GAP 0.18f
#define INNER_RADIUS 0.222f
#define OUTER_RADIUS 0.525f
#define TIP 0.16f

/* A star that is not lit is there, but quietly. */
#define UNLIT_ALPHA 0.22f

typedef struct
{
  GskPath *lit;
  GskPath *unlit; /* nullable: all are lit */
} StarPaths;

static graphene_point_t
get_corner (guint i)
{
  float radius = i % 2 == 0 ? OUTER_RADIUS : INNER_RADIUS;
  float angle = (float) (i % N_CORNERS) * (float) G_PI * 2 / N_CORNERS;

  /* A star reaches further up than down from its middle. */
  return GRAPHENE_POINT_INIT (0.5f + radius * sinf (angle), 0.545f - radius * cosf (angle));
}

static graphene_point_t
get_between (graphene_point_t a,
             graphene_point_t b,
             float            t)
{
  return GRAPHENE_POINT_INIT (a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t);
}

static void
add_rounded_tip (GskPathBuilder *builder,
                 float           x,
                 guint           i)
{
  graphene_point_t tip = get_corner (i);
  graphene_point_t from = get_between (tip, get_corner (i + N_CORNERS - 1), TIP);
  graphene_point_t to = get_between (tip, get_corner (i + 1), TIP);

  gsk_path_builder_line_to (builder, x + from.x, from.y);
  gsk_path_builder_quad_to (builder, x + tip.x, tip.y, x + to.x, to.y);
}

static void
add_star (GskPathBuilder *builder,
          float           x)
{
  graphene_point_t start = get_corner (N_CORNERS - 1);

  gsk_path_builder_move_to (builder, x + start.x, start.y);

  for (guint i = 0; i < N_CORNERS - 1; i += 2)
    {
      graphene_point_t inner = get_corner (i + 1);

      add_rounded_tip (builder, x, i);
      gsk_path_builder_line_to (builder, x + inner.x, inner.y);
    }

  gsk_path_builder_close (builder);
}

/* The half to the right of the axis; @side is 1, or -1 for the one to the left. */
static void
add_half_star (GskPathBuilder *builder,
               float           x,
               float           side)
{
  graphene_point_t tip = get_corner (0);
  graphene_point_t to = get_between (tip, get_corner (1), TIP);
  graphene_point_t control = get_between (tip, to, 0.5f);
  float            axis = x + 0.5f;

  gsk_path_builder_move_to (builder, axis, (tip.y + to.y) / 2);
  gsk_path_builder_quad_to (builder, axis + side * (control.x - 0.5f), control.y, axis + side * (to.x - 0.5f), to.y);

  for (guint i = 1; i <= N_CORNERS / 2; i++)
    {
      graphene_point_t corner = get_corner (i);
      graphene_point_t before = get_between (corner, get_corner (i - 1), TIP);
      graphene_point_t after = get_between (corner, get_corner (i + 1), TIP);

      if (i % 2 == 1)
        {
          gsk_path_builder_line_to (builder, axis + side * (corner.x - 0.5f), corner.y);
          continue;
        }

      gsk_path_builder_line_to (builder, axis + side * (before.x - 0.5f), before.y);
      gsk_path_builder_quad_to (builder,
                                axis + side * (corner.x - 0.5f), corner.y,
                                axis + side * (after.x - 0.5f), after.y);
    }

  gsk_path_builder_close (builder);
}

static StarPaths
make_paths (guint halves)
{
  GskPathBuilder *lit = gsk_path_builder_new ();
  GskPathBuilder *unlit = gsk_path_builder_new ();

  for (guint i = 0; i < WH_STARS_N; i++)
    {
      float x = (float) i * (1 + GAP);

      if (halves >= 2 * i + 2)
        {
          add_star (lit, x);
        }
      else if (halves == 2 * i + 1)
        {
          add_half_star (lit, x, -1);
          add_half_star (unlit, x, 1);
        }
      else
        {
          add_star (unlit, x);
        }
    }

  return (StarPaths) {
    .lit = gsk_path_builder_free_to_path (lit),
    .unlit = gsk_path_builder_free_to_path (unlit),
  };
}

/* Returns: the shapes for that many halves, kept for good: there are eleven */
static const StarPaths *
get_paths (guint halves)
{
  static StarPaths paths[WH_STARS_MAX + 1];

  if (paths[halves].lit == NULL)
    paths[halves] = make_paths (halves);

  return &paths[halves];
}

/**
 * wh_stars_get_width:
 * @size: the height of a star, in pixels
 *
 * Returns: the width of all stars with the space between them, in pixels
 */
float
wh_stars_get_width (float size)
{
  return size * (WH_STARS_N + (WH_STARS_N - 1) * GAP);
}

/**
 * wh_stars_snapshot:
 * @origin: the upper left corner
 * @size: the height of a star, in pixels
 * @halves: how many halves are lit, at most %WH_STARS_MAX
 * @color: what lit stars are drawn in
 * @mirrored: whether they are counted from the right
 *
 * Draws all five stars.
 */
void
wh_stars_snapshot (GtkSnapshot            *snapshot,
                   const graphene_point_t *origin,
                   float                   size,
                   guint                   halves,
                   const GdkRGBA          *color,
                   gboolean                mirrored)
{
  const StarPaths *paths = get_paths (MIN (halves, WH_STARS_MAX));
  GdkRGBA          unlit = *color;

  unlit.alpha *= UNLIT_ALPHA;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, origin);

  if (mirrored)
    {
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (wh_stars_get_width (size), 0));
      gtk_snapshot_scale (snapshot, -1, 1);
    }

  gtk_snapshot_scale (snapshot, size, size);

  if (!gsk_path_is_empty (paths->unlit))
    gtk_snapshot_append_fill (snapshot, paths->unlit, GSK_FILL_RULE_WINDING, &unlit);

  if (!gsk_path_is_empty (paths->lit))
    gtk_snapshot_append_fill (snapshot, paths->lit, GSK_FILL_RULE_WINDING, color);

  gtk_snapshot_restore (snapshot);
}

/**
 * wh_stars_dup_number:
 *
 * Returns: (transfer full): the stars as a number, with a half only where there is one: “4”, “4.5”
 */
char *
wh_stars_dup_number (guint halves)
{
  return halves % 2 == 0 ? g_strdup_printf ("%u", halves / 2) : g_strdup_printf ("%.1f", halves / 2.0);
}

/**
 * wh_stars_dup_text:
 *
 * Returns: (transfer full): the stars in words, as a screen reader says them
 */
char *
wh_stars_dup_text (guint halves)
{
  g_autofree char *number = NULL;

  if (halves == 0)
    return g_strdup (_ ("Not rated"));

  number = wh_stars_dup_number (halves);

  /* Translators: what a screen reader says, e.g. “4.5 of 5 stars” */
  return g_strdup_printf (_ ("%s of %d stars"), number, WH_STARS_N);
}
