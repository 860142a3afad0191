/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <time.h>

/* Figures in nanoseconds, and how they are printed beside their floors. */

static inline gint64
bench_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return now.tv_sec * G_GINT64_CONSTANT (1000000000) + now.tv_nsec;
}

/* What this process has computed so far, on all its threads. */
static inline gint64
bench_cpu_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * G_GINT64_CONSTANT (1000000000) + now.tv_nsec;
}

static inline GArray *
bench_figures_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (gint64));
}

static inline void
bench_figures_add (GArray *figures,
                   gint64  figure)
{
  g_array_append_val (figures, figure);
}

static inline int
bench_compare (gconstpointer a,
               gconstpointer b)
{
  gint64 figure_a = *(const gint64 *) a;
  gint64 figure_b = *(const gint64 *) b;

  return (figure_a > figure_b) - (figure_a < figure_b);
}

static inline double
bench_figures_get_percentile (GArray *figures,
                              guint   percent)
{
  g_array_sort (figures, bench_compare);

  return (double) g_array_index (figures, gint64, MIN (figures->len - 1, figures->len * percent / 100));
}

static inline double
bench_figures_get_median (GArray *figures)
{
  return bench_figures_get_percentile (figures, 50);
}

static inline void
bench_print_floor (const char *what,
                   double      floor)
{
  g_print ("  %-48s %9.3f ms  (floor)\n", what, floor / 1e6);
}

/* @limit: in milliseconds. To miss it is told, and no failure: machines differ, and may be busy. */
static inline void
bench_print_limit (const char *what,
                   double      figure,
                   double      limit)
{
  gboolean held = figure / 1e6 <= limit;

  g_print ("  %-48s %9.3f ms             at most %.3f ms: %s\n", what, figure / 1e6, limit, held ? "held" : "MISSED");
}

/* @target: the greatest ratio allowed, or 0 when there is none */
static inline void
bench_print_ratio (const char *what,
                   double      figure,
                   double      floor,
                   double      target)
{
  gboolean held = target == 0 || figure <= target * floor;

  g_print ("  %-48s %9.3f ms  %7.3f times", what, figure / 1e6, figure / floor);
  if (target != 0)
    g_print ("  at most %.3f: %s", target, held ? "held" : "MISSED");
  g_print ("\n");
}
