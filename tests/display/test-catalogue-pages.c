/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "every-subject.h"
#include "wh-comparison-table.h"
#include "wh-database-private.h"
#include "wh-libraries-page.h"
#include "wh-library-line.h"
#include "wh-library-page.h"
#include "wh-pick-row.h"
#include "wh-ranking-row.h"
#include "wh-source-page.h"
#include "window-fixture.h"

/* The pages that show subjects of the catalogue whole, in a real window. */
typedef struct
{
  char        *path;
  WhCatalogue *catalogue;
  WhWindow    *window;
} Fixture;

/* How long anything may take, in microseconds. */
#define PATIENCE (60 * G_USEC_PER_SEC)

/* Each verdict once more, and a guide that the comparison does not belong to. */
#define MORE                                                                                                 \
  "INSERT INTO text (id, language, text, collection) VALUES"                                                 \
  " (-1, 'en', 'Old code', 1), (-2, 'en', 'It is slow', 1), (-3, 'en', 'In short', 1),"                      \
  " (-4, 'en', 'Take flask', 1), (-5, 'en', 'A plan', 1), (-6, 'en', 'Ask for it', 1);"                      \
  "INSERT INTO pick (collection, key, situation_text, verdict, text, source, section, place) VALUES"         \
  " (1, 'offer', -5, 'offer', -6, 'survey', 'areas', 2), (1, 'old', -1, 'avoid', -2, 'survey', 'areas', 3)," \
  " (1, 'short', -3, 'summary', -4, 'survey', 'areas', 4);"                                                  \
  "INSERT INTO pick_library (collection, pick_id, library_id, place)"                                        \
  " SELECT 1, p.id, l.id, 1 FROM pick AS p, library AS l WHERE p.key = 'old' AND l.key = 'django';"          \
  "UPDATE guide SET source = 'elsewhere'"

/* There is one for all tests: a process has one application. */
static WhApplication *
get_application (void)
{
  static WhApplication *application;
  g_autoptr (GError) error = NULL;

  if (application != NULL)
    return application;

  application = wh_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  return application;
}

static void
execute (Fixture    *fixture,
         const char *sql)
{
  g_autoptr (GError) error = NULL;

  wh_database_exec (wh_catalogue_get_database (fixture->catalogue), sql, &error);
  g_assert_no_error (error);
  wh_catalogue_load (fixture->catalogue, &error);
  g_assert_no_error (error);
}

static void
open_window (Fixture *fixture,
             int      width,
             int      height)
{
  g_autofree char *folder = g_dir_make_tmp ("wheelhouse-XXXXXX", NULL);

  fixture->path = g_build_filename (folder, "every.db", NULL);
  fixture->catalogue = wh_catalogue_new (every_subject_open (fixture->path), "en");
  execute (fixture, MORE);

  reset_settings (wh_application_get_settings (get_application ()));
  fixture->window = wh_window_new (get_application ());
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  wh_window_set_catalogue (fixture->window, fixture->catalogue);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
}

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  open_window (fixture, 1100, 740);
}

static void
set_up_narrow (Fixture      *fixture,
               gconstpointer user_data)
{
  open_window (fixture, 360, 640);
}

/* Nothing may outlive the window: neither it nor, by a page that leaked, the catalogue. */
static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  static const char *const endings[] = { "", "-wal", "-shm" };
  g_autofree char         *folder = g_path_get_dirname (fixture->path);
  gint64                   end = g_get_monotonic_time () + PATIENCE;

  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (fixture->window);

  /* A worker that still reads holds it until it has come to its end. */
  g_object_add_weak_pointer (G_OBJECT (fixture->catalogue), (gpointer *) &fixture->catalogue);
  g_object_unref (fixture->catalogue);
  while (fixture->catalogue != NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (fixture->catalogue);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, endings[i], NULL);

      g_remove (path);
    }

  g_rmdir (folder);
  g_free (fixture->path);
}

static GtkWidget *
get_page (Fixture *fixture)
{
  return GTK_WIDGET (wh_window_get_visible_page (fixture->window));
}

/* The first that can be seen below @root and whose @property is @value; %NULL if nothing is. */
static GtkWidget *
find_shown (GtkWidget  *root,
            GType       type,
            const char *property,
            const char *value)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_child_visible (root) || !gtk_widget_get_visible (root))
    return NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    {
      g_autofree char *text = NULL;

      g_object_get (root, property, &text, NULL);
      if (g_strcmp0 (text, value) == 0)
        return root;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_shown (child, type, property, value);

  return found;
}

static gboolean
shows (Fixture    *fixture,
       const char *text)
{
  return find_shown (get_page (fixture), GTK_TYPE_LABEL, "label", text) != NULL;
}

/* What is read on a worker comes when it comes, but it comes. */
static void
wait_for_widget (Fixture    *fixture,
                 GType       type,
                 const char *property,
                 const char *value)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (find_shown (get_page (fixture), type, property, value) == NULL)
    {
      if (g_get_monotonic_time () > end)
        g_error ("waited in vain for “%s”", value);

      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (500);
    }
}

static void
wait_for (Fixture    *fixture,
          const char *text)
{
  wait_for_widget (fixture, GTK_TYPE_LABEL, "label", text);
}

static void
press (Fixture    *fixture,
       const char *label)
{
  GtkWidget *button = find_shown (get_page (fixture), GTK_TYPE_BUTTON, "label", label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
show_page (Fixture    *fixture,
           const char *name)
{
  g_assert_true (wh_window_show_page (fixture->window, name));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_rankings (Fixture      *fixture,
               gconstpointer user_data)
{
  GtkWidget *row;

  show_page (fixture, "rankings");
  g_assert_true (shows (fixture, "Best"));
  g_assert_true (shows (fixture, "One"));
  g_assert_true (shows (fixture, "Two"));
  g_assert_true (shows (fixture, "A survey"));
  g_assert_true (shows (fixture, "Both"));

  /* The place is shared: one row, both libraries, each leading on. */
  row = find_widget (get_page (fixture), WH_TYPE_RANKING_ROW, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "Place 1: Django, Flask");
  g_assert_nonnull (find_shown (row, GTK_TYPE_BUTTON, "label", "Django"));
  g_assert_nonnull (find_shown (row, GTK_TYPE_BUTTON, "label", "Flask"));

  press (fixture, "Flask");
  g_assert_true (WH_IS_LIBRARY_PAGE (get_page (fixture)));
}

static void
test_rankings_follow (Fixture      *fixture,
                      gconstpointer user_data)
{
  show_page (fixture, "rankings");
  wh_catalogue_set_language (fixture->catalogue, "zh_CN");
  g_assert_true (shows (fixture, "译Best"));

  execute (fixture, "DELETE FROM ranking_library; DELETE FROM ranking_place; DELETE FROM ranking; DELETE FROM comparison_cell;"
                    "DELETE FROM comparison_row; DELETE FROM comparison_subject; DELETE FROM comparison");
  g_assert_true (find_shown (get_page (fixture), ADW_TYPE_STATUS_PAGE, "title", "No Rankings") != NULL);
}

static void
test_rankings_tick (Fixture      *fixture,
                    gconstpointer user_data)
{
  g_autoptr (WhLibrary) library = wh_catalogue_dup_library_by_key (fixture->catalogue, "django", NULL);

  show_page (fixture, "rankings");
  gtk_widget_grab_focus (find_shown (get_page (fixture), GTK_TYPE_BUTTON, "label", "Django"));
  g_assert_true (gtk_widget_activate_action (get_page (fixture), "page.learnt", NULL));
  g_assert_cmpint (wh_library_get_status (library), ==, WH_STATUS_LEARNT);
  g_assert_true (gtk_widget_activate_action (get_page (fixture), "page.learnt", NULL));
  g_assert_cmpint (wh_library_get_status (library), !=, WH_STATUS_LEARNT);
}

/* What stands beside a guide does not stand here as well. */
static void
test_comparison_of_guide (Fixture      *fixture,
                          gconstpointer user_data)
{
  show_page (fixture, "rankings");
  g_assert_true (shows (fixture, "Them"));

  execute (fixture, "UPDATE guide SET source = 'survey'");
  g_assert_true (shows (fixture, "Best"));
  g_assert_false (shows (fixture, "Them"));
}

static void
test_comparison (Fixture      *fixture,
                 gconstpointer user_data)
{
  GtkWidget *table;

  show_page (fixture, "rankings");
  table = find_widget (get_page (fixture), WH_TYPE_COMPARISON_TABLE, NULL);
  g_assert_true (gtk_widget_get_visible (find_widget (table, GTK_TYPE_GRID, NULL)));
  g_assert_nonnull (find_shown (table, GTK_TYPE_LABEL, "label", "Other"));
  g_assert_nonnull (find_shown (table, GTK_TYPE_LABEL, "label", "Slow"));
  g_assert_true (shows (fixture, "So"));
  g_assert_nonnull (find_shown (table, GTK_TYPE_BUTTON, "label", "Flask"));
}

static void
test_comparison_narrow (Fixture      *fixture,
                        gconstpointer user_data)
{
  GtkWidget *table;

  show_page (fixture, "rankings");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  table = find_widget (get_page (fixture), WH_TYPE_COMPARISON_TABLE, NULL);

  wait_for_widget (fixture, ADW_TYPE_ACTION_ROW, "title", "Speed");
  g_assert_false (gtk_widget_get_visible (find_widget (table, GTK_TYPE_GRID, NULL)));
  g_assert_nonnull (find_shown (table, ADW_TYPE_ACTION_ROW, "subtitle", "Slow"));
}

static void
test_picks (Fixture      *fixture,
            gconstpointer user_data)
{
  GtkWidget *row;

  show_page (fixture, "picks");
  g_assert_true (shows (fixture, "Small site"));
  g_assert_true (shows (fixture, "Areas"));
  g_assert_true (shows (fixture, "“Take flask”"));
  g_assert_true (shows (fixture, "Offers of the Sources"));
  g_assert_true (shows (fixture, "A survey › Areas"));

  row = find_widget (get_page (fixture), WH_TYPE_PICK_ROW, "avoid");
  g_assert_nonnull (find_shown (row, GTK_TYPE_LABEL, "label", "Avoid"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "Avoid: Old code");
  row = find_widget (get_page (fixture), WH_TYPE_PICK_ROW, "choose");
  g_assert_null (find_shown (row, GTK_TYPE_LABEL, "label", "Avoid"));

  press (fixture, "Django");
  g_assert_true (WH_IS_LIBRARY_PAGE (get_page (fixture)));
}

static void
search (Fixture    *fixture,
        const char *words)
{
  GtkWidget *entry = find_widget (get_page (fixture), GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
test_picks_search (Fixture      *fixture,
                   gconstpointer user_data)
{
  show_page (fixture, "picks");
  g_assert_true (gtk_widget_activate_action (get_page (fixture), "page.search", NULL));
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (fixture->window))));

  search (fixture, "OLD django");
  g_assert_true (shows (fixture, "Old code"));
  g_assert_false (shows (fixture, "Small site"));
  g_assert_false (shows (fixture, "In short"));
  g_assert_false (shows (fixture, "Offers of the Sources"));

  search (fixture, "qqqq");
  g_assert_nonnull (find_shown (get_page (fixture), ADW_TYPE_STATUS_PAGE, "title", "Nothing Found"));

  /* What is looked for stays looked for when the contents change. */
  search (fixture, "site");
  wh_catalogue_set_language (fixture->catalogue, "zh_CN");
  g_assert_true (shows (fixture, "译Small site"));
  g_assert_false (shows (fixture, "Old code"));

  search (fixture, "");
  g_assert_true (shows (fixture, "Old code"));
  execute (fixture, "DELETE FROM pick_library; DELETE FROM pick");
  g_assert_nonnull (find_shown (get_page (fixture), ADW_TYPE_STATUS_PAGE, "title", "No Quick Picks"));
}

static void
test_sources (Fixture      *fixture,
              gconstpointer user_data)
{
  GtkWidget *row;

  show_page (fixture, "sources");
  wait_for (fixture, "24 facts");
  row = find_shown (get_page (fixture), ADW_TYPE_ACTION_ROW, "title", "A survey");
  g_assert_true (gtk_widget_activate (row));
  g_assert_true (WH_IS_SOURCE_PAGE (get_page (fixture)));
  g_assert_cmpstr (wh_source_page_get_source (WH_SOURCE_PAGE (get_page (fixture))), ==, "survey");
}

static void
test_source (Fixture      *fixture,
             gconstpointer user_data)
{
  g_autoptr (WhLibraryQuery) query = NULL;
  GtkWidget *page;

  wh_window_open_source (fixture->window, "survey");
  page = get_page (fixture);
  wait_for (fixture, "24 facts · 2 libraries");
  wh_window_open_source (fixture->window, "survey");
  g_assert_true (get_page (fixture) == page);

  /* The words of the kinds are not in this catalogue, so that their keys stand there. */
  g_assert_true (shows (fixture, "fact/rating 2"));
  g_assert_nonnull (find_shown (page, ADW_TYPE_ACTION_ROW, "subtitle", "一览"));
  g_assert_nonnull (find_shown (page, ADW_TYPE_ACTION_ROW, "subtitle", "A Book"));
  g_assert_nonnull (find_shown (page, ADW_TYPE_ACTION_ROW, "subtitle", "Chinese"));
  g_assert_nonnull (find_shown (page, ADW_TYPE_ACTION_ROW, "title", "Areas"));
  g_assert_true (shows (fixture, "No public address of it is known. This is what it says of itself."));

  wh_catalogue_set_language (fixture->catalogue, "zh_CN");
  wait_for (fixture, "译A survey");

  g_assert_true (gtk_widget_activate_action (page, "source.list", NULL));
  g_assert_true (WH_IS_LIBRARIES_PAGE (get_page (fixture)));
  query = wh_library_query_copy (wh_library_list_get_query (wh_libraries_page_get_list (WH_LIBRARIES_PAGE (get_page (fixture)))));
  g_assert_cmpstr (wh_library_query_get_values (query, WH_FACET_SOURCE)[0], ==, "survey");
}

static void
test_source_is_gone (Fixture      *fixture,
                     gconstpointer user_data)
{
  wh_window_open_source (fixture->window, "survey");
  wait_for (fixture, "24 facts · 2 libraries");

  execute (fixture, "DELETE FROM source");
  wait_for_widget (fixture, ADW_TYPE_STATUS_PAGE, "title", "No Such Source");
}

/* Closing the page while it reads is no error. */
static void
test_source_is_closed (Fixture      *fixture,
                       gconstpointer user_data)
{
  wh_window_open_source (fixture->window, "survey");
}

static void
test_sources_empty (Fixture      *fixture,
                    gconstpointer user_data)
{
  execute (fixture, "DELETE FROM source");
  show_page (fixture, "sources");
  wait_for_widget (fixture, ADW_TYPE_STATUS_PAGE, "title", "No Sources");
}

/* With large text on a phone nothing is wider than the window. */
static void
test_large_text (Fixture      *fixture,
                 gconstpointer user_data)
{
  static const char *const pages[] = { "rankings", "picks", "sources" };
  GtkSettings             *settings = gtk_settings_get_default ();

  g_object_set (settings, "gtk-xft-dpi", 144 * PANGO_SCALE, NULL);

  for (guint i = 0; i <= G_N_ELEMENTS (pages); i++)
    {
      int width;

      if (i < G_N_ELEMENTS (pages))
        show_page (fixture, pages[i]);
      else
        wh_window_open_source (fixture->window, "survey");
      if (i >= G_N_ELEMENTS (pages) - 1)
        wait_for (fixture, i < G_N_ELEMENTS (pages) ? "24 facts" : "24 facts · 2 libraries");
      gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));

      gtk_widget_measure (find_widget (get_page (fixture), GTK_TYPE_VIEWPORT, NULL), GTK_ORIENTATION_HORIZONTAL, -1,
                          &width, NULL, NULL, NULL);
      g_assert_cmpint (width, <=, gtk_widget_get_width (get_page (fixture)));
      g_assert_cmpint (gtk_widget_get_width (get_page (fixture)), <=, 360);
    }

  gtk_settings_reset_property (settings, "gtk-xft-dpi");
}

#define ADD(name, func) g_test_add ("/catalogue-pages/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  ADD ("rankings", test_rankings);
  ADD ("rankings-follow", test_rankings_follow);
  ADD ("rankings-tick", test_rankings_tick);
  ADD ("comparison", test_comparison);
  ADD ("comparison-of-guide", test_comparison_of_guide);
  g_test_add ("/catalogue-pages/comparison-narrow", Fixture, NULL, set_up_narrow, test_comparison_narrow, tear_down);
  g_test_add ("/catalogue-pages/large-text", Fixture, NULL, set_up_narrow, test_large_text, tear_down);
  ADD ("picks", test_picks);
  ADD ("picks-search", test_picks_search);
  ADD ("sources", test_sources);
  ADD ("sources-empty", test_sources_empty);
  ADD ("source", test_source);
  ADD ("source-is-gone", test_source_is_gone);
  ADD ("source-is-closed", test_source_is_closed);

  return g_test_run ();
}
