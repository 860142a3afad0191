/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a keystroke in the search costs until the first frame with the answer is
 * painted, in the page as it is: query, counts on the chips, rows. CPU time of the
 * whole process, so that other programs do not matter.
 */

#include "config.h"

#include <glib/gstdio.h>

#include "generate-catalogue.h"
#include "wh-libraries-page.h"

#include "bench-figures.h"

#define MOST_MS 12.0
#define MOST_GROWTH 1.5

/* What the entry holds after each key: some at its end, some taken back. */
static const char *const texts[] = {
  "d", "da", "dat", "data", "dat", "da", "d", "", "异", "异步", "", "w", "we", "web", "web 框架", "", "a", ""
};

/* What is being waited for: first the answer, then the frame with it. */
typedef struct
{
  GtkWidget *page;
  gboolean   answered;
  gboolean   painted;
  gint64     cpu;
} Keystroke;

/* There is a frame even when the answer is the same as before. */
static void
result_cb (Keystroke *keystroke)
{
  keystroke->answered = TRUE;
  gtk_widget_queue_draw (keystroke->page);
}

static void
after_paint_cb (Keystroke *keystroke)
{
  if (!keystroke->answered || keystroke->painted)
    return;

  keystroke->painted = TRUE;
  keystroke->cpu = bench_cpu_now ();
}

static gboolean
set_true_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
rest (void)
{
  gboolean rested = FALSE;

  g_timeout_add (300, set_true_cb, &rested);
  while (!rested)
    g_main_context_iteration (NULL, TRUE);
}

static GtkEditable *
find_entry (GtkWidget *widget)
{
  if (GTK_IS_SEARCH_ENTRY (widget))
    return GTK_EDITABLE (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkEditable *entry = find_entry (child);

      if (entry != NULL)
        return entry;
    }

  return NULL;
}

/* Either adds to what is there or takes from it, as one key does. */
static void
type (GtkEditable *entry,
      const char  *text)
{
  const char *old = gtk_editable_get_text (entry);
  int         position = g_utf8_strlen (old, -1);

  if (g_str_has_prefix (text, old))
    gtk_editable_insert_text (entry, text + strlen (old), -1, &position);
  else
    gtk_editable_delete_text (entry, g_utf8_strlen (text, -1), -1);

  g_assert_cmpstr (gtk_editable_get_text (entry), ==, text);
}

static gint64
press (WhLibrariesPage *page,
       Keystroke       *keystroke,
       const char      *text)
{
  GtkEditable *entry = find_entry (GTK_WIDGET (page));
  gint64       start;

  *keystroke = (Keystroke) { .page = GTK_WIDGET (page) };

  start = bench_cpu_now ();
  type (entry, text);
  while (!keystroke->painted)
    g_main_context_iteration (NULL, TRUE);

  rest ();
  return keystroke->cpu - start;
}

static double
measure (const char *folder,
         guint       n_rows)
{
  g_autofree char *path = g_build_filename (folder, "bench.db", NULL);
  g_autoptr (WhCatalogue) catalogue = NULL;
  g_autoptr (GArray) figures = bench_figures_new ();
  g_autoptr (GError) error = NULL;
  WhLibrariesPage *page;
  GtkWidget       *window = adw_window_new ();
  Keystroke        keystroke = { 0 };

  test_generate_file (path, n_rows, 1);
  catalogue = wh_catalogue_new (wh_database_open (path, WH_DATABASE_READ_WRITE, &error), "en");
  wh_catalogue_load (catalogue, &error);
  g_assert_no_error (error);

  page = wh_libraries_page_new (catalogue, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 720);
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (page));
  gtk_window_present (GTK_WINDOW (window));
  rest ();

  g_signal_connect_swapped (wh_libraries_page_get_list (page), "notify::result", G_CALLBACK (result_cb), &keystroke);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), &keystroke);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    bench_figures_add (figures, press (page, &keystroke, texts[i]));

  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (window), &keystroke);
  g_signal_handlers_disconnect_by_data (wh_libraries_page_get_list (page), &keystroke);
  gtk_window_destroy (GTK_WINDOW (window));
  rest ();
  g_remove (path);

  return bench_figures_get_median (figures);
}

/* As the application does: what a frame costs is a matter of style, too. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, RESOURCE_PREFIX "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (int   argc,
      char *argv[])
{
  static const guint sizes[] = { 300, 10000, 100000 };
  double             medians[G_N_ELEMENTS (sizes)];
  g_autofree char   *folder = g_dir_make_tmp ("wheelhouse-bench-XXXXXX", NULL);

  adw_init ();
  load_style ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *what = g_strdup_printf ("keystroke to first frame, CPU, %u rows", sizes[i]);

      medians[i] = measure (folder, sizes[i]);
      bench_print_limit (what, medians[i], MOST_MS);
    }

  bench_print_floor ("keystroke at 10,000 rows", medians[1]);
  bench_print_ratio ("keystroke at 100,000 rows, against it", medians[2], medians[1], MOST_GROWTH);

  g_rmdir (folder);
  return 0;
}
