/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Time from exec to the first frame with libraries in it, against that of the
 * smallest window libadwaita can show; and the CPU time spent until then. Both are
 * this program, called by itself, so both load the same libraries; warm, in turns.
 */

#include "config.h"

#include <stdlib.h>

#include "wh-application.h"
#include "wh-libraries-page.h"

#include "bench-figures.h"

#define N_RUNS 11
#define MOST 1.25
#define MOST_CPU 1.3

/* What the build system takes for "skipped". */
#define EXIT_SKIP 77

static WhLibrariesPage *
find_page (GtkWidget *widget)
{
  if (WH_IS_LIBRARIES_PAGE (widget))
    return WH_LIBRARIES_PAGE (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      WhLibrariesPage *page = find_page (child);

      if (page != NULL)
        return page;
    }

  return NULL;
}

static gboolean
is_populated (GtkWidget *window)
{
  WhLibrariesPage *page;

  if (!WH_IS_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))))
    return TRUE;

  page = find_page (window);
  return page != NULL && g_list_model_get_n_items (G_LIST_MODEL (wh_libraries_page_get_list (page))) > 0;
}

/* The frame that is being made has what is there before it is laid out. */
static void
layout_cb (GdkFrameClock *clock,
           GtkWidget     *window)
{
  if (is_populated (window))
    g_object_set_data (G_OBJECT (window), "populated", window);
}

static void
after_paint_cb (GdkFrameClock *clock,
                GtkWidget     *window)
{
  if (g_object_get_data (G_OBJECT (window), "populated") == NULL)
    return;

  g_print ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", bench_now (), bench_cpu_now ());
  _exit (EXIT_SUCCESS);
}

static void
realize_cb (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_signal_connect (clock, "layout", G_CALLBACK (layout_cb), window);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), window);
}

static void
window_added_cb (GtkApplication *application,
                 GtkWidget      *window)
{
  if (gtk_widget_get_realized (window))
    realize_cb (window);
  else
    g_signal_connect (window, "realize", G_CALLBACK (realize_cb), NULL);
}

static void
hello_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 720);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), gtk_label_new ("Hello"));
  gtk_window_present (GTK_WINDOW (window));
}

static int
show_window (const char *which)
{
  g_autoptr (GApplication) application = NULL;

  if (g_str_equal (which, "wheelhouse"))
    {
      application = G_APPLICATION (wh_application_new ());
    }
  else
    {
      application = G_APPLICATION (adw_application_new (NULL, G_APPLICATION_DEFAULT_FLAGS));
      g_signal_connect (application, "activate", G_CALLBACK (hello_cb), NULL);
    }

  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return g_application_run (application, 0, NULL);
}

/* What was measured of one of the two programs. */
typedef struct
{
  GArray *times;
  GArray *cpu_times;
} Measured;

/* Returns FALSE when the program did not get so far. */
static gboolean
measure (const char *program,
         const char *which,
         Measured   *measured)
{
  const char *const argv[] = { program, which, NULL };
  g_autofree char  *output = NULL;
  g_auto (GStrv) parts = NULL;
  g_autoptr (GError) error = NULL;
  int    status;
  gint64 start = bench_now ();

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error) ||
      status != 0)
    return FALSE;

  parts = g_strsplit (output, " ", 2);
  if (measured != NULL)
    {
      bench_figures_add (measured->times, g_ascii_strtoll (parts[0], NULL, 10) - start);
      bench_figures_add (measured->cpu_times, g_ascii_strtoll (parts[1], NULL, 10));
    }

  return TRUE;
}

static void
print_figures (const Measured *hello,
               const Measured *wheelhouse)
{
  double floor = bench_figures_get_median (hello->times);
  double cpu_floor = bench_figures_get_median (hello->cpu_times);

  bench_print_floor ("libadwaita hello, exec to first frame", floor);
  bench_print_ratio ("Wheelhouse, exec to first frame with libraries",
                     bench_figures_get_median (wheelhouse->times), floor, MOST);

  bench_print_floor ("libadwaita hello, CPU", cpu_floor);
  bench_print_ratio ("Wheelhouse, CPU",
                     bench_figures_get_median (wheelhouse->cpu_times), cpu_floor, MOST_CPU);
}

int
main (int   argc,
      char *argv[])
{
  Measured hello = { bench_figures_new (), bench_figures_new () };
  Measured wheelhouse = { bench_figures_new (), bench_figures_new () };

  if (argc > 1)
    return show_window (argv[1]);

  if (!g_file_test (PKGDATADIR "/catalogue.sqlite", G_FILE_TEST_EXISTS))
    {
      g_print ("Not installed: there is no %s\n", PKGDATADIR "/catalogue.sqlite");
      return EXIT_SKIP;
    }

  /* The first start makes the user's database and warms the caches. */
  if (!measure (argv[0], "hello", NULL) || !measure (argv[0], "wheelhouse", NULL))
    {
      g_printerr ("A window did not show\n");
      return EXIT_FAILURE;
    }

  for (guint i = 0; i < N_RUNS; i++)
    {
      if (!measure (argv[0], "hello", &hello) || !measure (argv[0], "wheelhouse", &wheelhouse))
        return EXIT_FAILURE;
    }

  print_figures (&hello, &wheelhouse);

  return EXIT_SUCCESS;
}
