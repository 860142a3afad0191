/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-database-private.h"
#include "wh-guide-page.h"
#include "wh-libraries-page.h"
#include "wh-library-page.h"
#include "wh-plan-page.h"
#include "wh-role-page.h"
#include "wh-source-page.h"

#include "window-fixture.h"

static void
open_link (WhWindow   *window,
           const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);

  wh_window_open_file (window, file);
}

static void
assert_library (WindowFixture *fixture,
                const char    *key)
{
  GtkWidget *page = window_fixture_get_page (fixture);

  g_assert_true (WH_IS_LIBRARY_PAGE (page));
  g_assert_cmpstr (wh_library_get_key (wh_library_page_get_library (WH_LIBRARY_PAGE (page))), ==, key);
}

static void
assert_guide (WindowFixture *fixture,
              const char    *guide,
              const char    *chapter)
{
  GtkWidget *page = window_fixture_get_page (fixture);

  g_assert_true (WH_IS_GUIDE_PAGE (page));
  g_assert_true (wh_guide_page_is_of (WH_GUIDE_PAGE (page), guide, chapter));
}

static void
execute (WindowFixture *fixture,
         const char    *sql)
{
  g_autoptr (GError) error = NULL;

  wh_database_exec (small_catalogue_get_database (&fixture->small), sql, &error);
  g_assert_no_error (error);
}

static void
test_links_open (WindowFixture *fixture,
                 gconstpointer  user_data)
{
  open_link (fixture->window, "wheelhouse:library/celery");
  assert_library (fixture, "celery");

  open_link (fixture->window, "wheelhouse:role/data");
  g_assert_cmpstr (wh_window_get_page_name (fixture->window), ==, "role:data");

  /* This one has no row in the sidebar. */
  open_link (fixture->window, "wheelhouse:role/reader");
  g_assert_cmpstr (wh_role_page_get_role (WH_ROLE_PAGE (window_fixture_get_page (fixture))), ==, "reader");

  open_link (fixture->window, "wheelhouse:guide/basics");
  assert_guide (fixture, "basics", NULL);

  open_link (fixture->window, "wheelhouse:topic/basics.dict");
  assert_guide (fixture, "basics", "basics.language");

  open_link (fixture->window, "wheelhouse:source/survey");
  g_assert_cmpstr (wh_source_page_get_source (WH_SOURCE_PAGE (window_fixture_get_page (fixture))), ==, "survey");
}

/* A link to a page leads to it, and not to what was opened from it when it was last seen. */
static void
test_links_open_page (WindowFixture *fixture,
                      gconstpointer  user_data)
{
  open_link (fixture->window, "wheelhouse:page/plan");
  g_assert_true (WH_IS_PLAN_PAGE (window_fixture_get_page (fixture)));

  wh_window_open_library (fixture->window, "celery");
  wh_window_show_page (fixture->window, "rankings");
  open_link (fixture->window, "wheelhouse:page/plan");
  g_assert_true (WH_IS_PLAN_PAGE (window_fixture_get_page (fixture)));

  open_link (fixture->window, "wheelhouse:page/role%3Abackend");
  g_assert_cmpstr (wh_role_page_get_role (WH_ROLE_PAGE (window_fixture_get_page (fixture))), ==, "backend");
}

static void
test_links_search (WindowFixture *fixture,
                   gconstpointer  user_data)
{
  WhLibraryList *list;

  gtk_widget_activate_action (window_fixture_get_page (fixture), "win.list-role", "s", "backend");
  wh_window_show_page (fixture->window, "plan");
  open_link (fixture->window, "wheelhouse:search/PANDAS%20line");

  g_assert_true (WH_IS_LIBRARIES_PAGE (window_fixture_get_page (fixture)));
  list = wh_libraries_page_get_list (WH_LIBRARIES_PAGE (window_fixture_get_page (fixture)));
  g_assert_cmpstr (wh_library_query_get_text (wh_library_list_get_query (list)), ==, "PANDAS line");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
}

/* Links outlast a renaming. */
static void
test_links_open_former_keys (WindowFixture *fixture,
                             gconstpointer  user_data)
{
  execute (fixture, "INSERT INTO renamed_key (collection, old_key, new_key)"
                    " SELECT id, 'carrots', 'celery' FROM collection UNION ALL"
                    " SELECT id, 'basics.maps', 'basics.dict' FROM collection");

  open_link (fixture->window, "wheelhouse:library/carrots");
  assert_library (fixture, "celery");

  open_link (fixture->window, "wheelhouse:topic/basics.maps");
  assert_guide (fixture, "basics", "basics.language");
}

/* Whatever cannot be opened is told, and the window shows what it showed. */
static void
test_links_tell_what_is_unknown (WindowFixture *fixture,
                                 gconstpointer  user_data)
{
  static const struct
  {
    const char *uri;
    const char *heading;
    const char *body;
  } cases[] = {
    { "wheelhouse:library/x", "Could Not Open the Library", "There is no library “x”" },
    { "wheelhouse:role/x", "Could Not Open the Role", "There is no role “x”" },
    { "wheelhouse:guide/x", "Could Not Open the Guide", "There is no guide “x”" },
    { "wheelhouse:topic/x/y", "Could Not Open the Topic", "There is no topic “x/y”" },
    { "wheelhouse:source/x", "Could Not Open the Source", "There is no source “x”" },
    { "wheelhouse:page/x", "Could Not Open the Page", "There is no page “x”" },
    { "wheelhouse:page/role%3Areader", "Could Not Open the Page", "There is no page “role:reader”" },
    { "wheelhouse:library/%3Cb%3E'%3B--%s", "Could Not Open the Link", "The link “wheelhouse:library/%3Cb%3E'%3B--%s” has characters in it that cannot be read" },
    { "wheelhouse:library/%3Cb%3E'%3B--%25s", "Could Not Open the Library", "There is no library “<b>';--%s”" },
    { "wheelhouse:nonsense", "Could Not Open the Link", "The link “wheelhouse:nonsense” leads to nothing that Wheelhouse knows" },
  };
  GtkWidget *page;

  wh_window_show_page (fixture->window, "plan");
  page = window_fixture_get_page (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AdwDialog *dialog;

      open_link (fixture->window, cases[i].uri);

      dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
      g_assert_nonnull (dialog);
      g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==, cases[i].heading);
      g_assert_cmpstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), ==, cases[i].body);
      g_assert_false (adw_alert_dialog_get_body_use_markup (ADW_ALERT_DIALOG (dialog)));
      adw_dialog_force_close (dialog);

      g_assert_true (window_fixture_get_page (fixture) == page);
      g_assert_cmpstr (wh_window_get_page_name (fixture->window), ==, "plan");
    }
}

static void
assert_told (WindowFixture *fixture,
             const char    *body)
{
  AdwApplicationWindow *window = ADW_APPLICATION_WINDOW (fixture->window);
  g_autoptr (GListModel) dialogs = adw_application_window_get_dialogs (window);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_application_window_get_visible_dialog (window));

  g_assert_cmpuint (g_list_model_get_n_items (dialogs), ==, 1);
  g_assert_cmpstr (adw_alert_dialog_get_body (dialog), ==, body);
}

/* Not all at once, one upon the other. */
static void
test_links_tell_one_after_the_other (WindowFixture *fixture,
                                     gconstpointer  user_data)
{
  static const char *const keys[] = { "x", "y", "z" };
  AdwApplicationWindow    *window = ADW_APPLICATION_WINDOW (fixture->window);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *uri = g_strconcat ("wheelhouse:library/", keys[i], NULL);

      open_link (fixture->window, uri);
    }

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *body = g_strdup_printf ("There is no library “%s”", keys[i]);

      assert_told (fixture, body);
      adw_dialog_force_close (adw_application_window_get_visible_dialog (window));
    }

  g_assert_null (adw_application_window_get_visible_dialog (window));

  /* What is not told yet goes with the window. */
  open_link (fixture->window, "wheelhouse:role/x");
  open_link (fixture->window, "wheelhouse:role/y");
}

/* On a phone the sidebar is left for what the link leads to, and stays for one that leads nowhere. */
static void
test_links_open_narrow (WindowFixture *fixture,
                        gconstpointer  user_data)
{
  AdwNavigationSplitView *view = ADW_NAVIGATION_SPLIT_VIEW (find_widget (GTK_WIDGET (fixture->window), ADW_TYPE_NAVIGATION_SPLIT_VIEW, NULL));

  g_assert_true (adw_navigation_split_view_get_collapsed (view));
  adw_navigation_split_view_set_show_content (view, FALSE);

  open_link (fixture->window, "wheelhouse:role/x");
  g_assert_false (adw_navigation_split_view_get_show_content (view));

  open_link (fixture->window, "wheelhouse:search/pandas");
  g_assert_true (adw_navigation_split_view_get_show_content (view));
}

/* Two links and the catalogue, in this order. */
static void
test_links_wait_for_the_catalogue (WindowFixture *fixture,
                                   gconstpointer  user_data)
{
  WhWindow *window = wh_window_new (fixture->application);

  open_link (window, "wheelhouse:page/plan");
  open_link (window, "wheelhouse:library/celery");
  g_assert_null (wh_window_get_visible_page (window));

  wh_window_set_catalogue (window, fixture->small.catalogue);
  g_assert_cmpstr (wh_window_get_page_name (window), ==, "plan");
  g_assert_true (WH_IS_LIBRARY_PAGE (wh_window_get_visible_page (window)));

  gtk_window_destroy (GTK_WINDOW (window));
}

/* Whoever goes on typing does so in what is in front. */
static void
test_links_leave_the_focus_to_a_dialog (WindowFixture *fixture,
                                        gconstpointer  user_data)
{
  AdwDialog *dialog = adw_alert_dialog_new ("In front", NULL);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", "Close");
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  window_fixture_settle (fixture);

  open_link (fixture->window, "wheelhouse:page/rankings");
  open_link (fixture->window, "wheelhouse:page/libraries");
  window_fixture_settle (fixture);
  g_assert_true (WH_IS_LIBRARIES_PAGE (window_fixture_get_page (fixture)));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), GTK_WIDGET (dialog)));

  adw_dialog_force_close (dialog);
}

/* A window that is closed while the catalogue is still read takes its links with it. */
static void
test_links_are_dropped (WindowFixture *fixture,
                        gconstpointer  user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("wheelhouse:page/plan");
  WhWindow *window = wh_window_new (fixture->application);

  wh_window_open_file (window, file);
  gtk_window_destroy (GTK_WINDOW (window));

  g_assert_finalize_object (g_steal_pointer (&file));
}

#define ADD(path, func) g_test_add ("/links/" path, WindowFixture, NULL, window_fixture_set_up, func, window_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("open", test_links_open);
  ADD ("open-page", test_links_open_page);
  ADD ("search", test_links_search);
  ADD ("open-former-keys", test_links_open_former_keys);
  ADD ("tell-what-is-unknown", test_links_tell_what_is_unknown);
  ADD ("tell-one-after-the-other", test_links_tell_one_after_the_other);
  ADD ("wait-for-the-catalogue", test_links_wait_for_the_catalogue);
  ADD ("leave-the-focus-to-a-dialog", test_links_leave_the_focus_to_a_dialog);
  ADD ("are-dropped", test_links_are_dropped);
  g_test_add ("/links/open-narrow", WindowFixture, NULL,
              window_fixture_set_up_narrow, test_links_open_narrow, window_fixture_tear_down);

  return g_test_run ();
}
