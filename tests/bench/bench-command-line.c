/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

/* A whole `wheelhouse search`, from start to end, against a program that is linked to
 * the same libraries and does nothing. The fastest of many runs that take turns is
 * what the machine can do; the rest is other people's work on it.
 */

#define N_RUNS 40

#define LIMIT 1.5

/* Returns: the seconds that it takes */
static double
measure (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  gint64 start = g_get_monotonic_time ();

  process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error);
  if (process == NULL || !g_subprocess_wait_check (process, NULL, &error))
    g_error ("%s: %s", argv[0], error->message);

  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

int
main (int    argc,
      char **argv)
{
  g_autofree char  *folder = g_dir_make_tmp ("wheelhouse-bench-XXXXXX", NULL);
  g_autofree char  *database = g_build_filename (folder, "bench.db", NULL);
  const char *const search[] = { argv[1], "search", "异步", "--database", database, NULL };
  const char *const nothing[] = { argv[2], NULL };
  double            best = G_MAXDOUBLE;
  double            floor = G_MAXDOUBLE;

  g_return_val_if_fail (argc == 3, EXIT_FAILURE);

  /* The first run makes the database. */
  measure (search);

  for (guint i = 0; i < N_RUNS; i++)
    {
      best = MIN (best, measure (search));
      floor = MIN (floor, measure (nothing));
    }

  g_print ("wheelhouse search: %.1f ms; empty program: %.1f ms; ratio %.2f (at most %.2f)\n",
           best * 1000, floor * 1000, best / floor, LIMIT);

  g_remove (database);
  g_rmdir (folder);

  return best / floor <= LIMIT ? EXIT_SUCCESS : EXIT_FAILURE;
}
