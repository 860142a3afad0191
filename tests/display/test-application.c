/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-application.h"
#include "wh-library-page.h"
#include "wh-plan-page.h"
#include "wh-shortcuts-dialog.h"
#include "wh-window.h"

#include "window-fixture.h"

/* There is one application in a process, as in the program; each test has a window of its own. */
static WhApplication *application;

typedef struct
{
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  reset_settings (wh_application_get_settings (application));
  g_application_activate (G_APPLICATION (application));

  fixture->window = gtk_application_get_active_window (GTK_APPLICATION (application));
  g_assert_true (WH_IS_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  GtkWindow *window = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &fixture->window);
  gtk_window_destroy (window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (fixture->window);
}

static AdwNavigationPage *
get_page (void)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  return window != NULL ? wh_window_get_visible_page (WH_WINDOW (window)) : NULL;
}

/* Destroys the only window. */
static void
close_window (void)
{
  gtk_window_destroy (gtk_application_get_active_window (GTK_APPLICATION (application)));
}

/* What the desktop asks of a program that was not running comes before the catalogue is read; these two are run first,
 * while there is none.
 */
static void
test_application_opens_at_the_start (void)
{
  GFile *files[] = { g_file_new_for_uri ("wheelhouse:page/plan"), g_file_new_for_uri ("wheelhouse://library/fastapi/") };

  g_application_open (G_APPLICATION (application), files, G_N_ELEMENTS (files), "");
  g_assert_null (get_page ());
  g_object_unref (files[0]);
  g_object_unref (files[1]);

  /* An action of the program is as early. */
  g_action_group_activate_action (G_ACTION_GROUP (application), "libraries", NULL);

  while (get_page () == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (wh_window_get_page_name (WH_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)))), ==, "libraries");

  g_action_group_activate_action (G_ACTION_GROUP (application), "plan", NULL);
  g_assert_true (WH_IS_PLAN_PAGE (get_page ()));
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (GTK_APPLICATION (application))), ==, 1);

  close_window ();
}

/* The desktop starts the program for its actions as well, and then there is no window. */
static void
test_application_opens_its_window (gconstpointer action)
{
  g_assert_null (gtk_application_get_active_window (GTK_APPLICATION (application)));

  g_action_group_activate_action (G_ACTION_GROUP (application), action, NULL);
  g_assert_true (WH_IS_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application))));

  close_window ();
}

static void
test_application_has_one_window (Fixture      *fixture,
                                 gconstpointer user_data)
{
  g_application_activate (G_APPLICATION (application));

  g_assert_cmpuint (g_list_length (gtk_application_get_windows (GTK_APPLICATION (application))), ==, 1);
}

static void
test_application_remembers_the_size (Fixture      *fixture,
                                     gconstpointer user_data)
{
  GSettings *settings = wh_application_get_settings (application);

  gtk_window_set_default_size (fixture->window, 700, 500);

  g_assert_cmpint (g_settings_get_int (settings, "window-width"), ==, 700);
  g_assert_cmpint (g_settings_get_int (settings, "window-height"), ==, 500);
}

static void
assert_action_shows_dialog (Fixture    *fixture,
                            const char *action,
                            GType       type)
{
  AdwDialog *dialog;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));

  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_nonnull (dialog);
  g_assert_true (g_type_is_a (G_OBJECT_TYPE (dialog), type));

  adw_dialog_force_close (dialog);
}

static gboolean
shows_row (GtkWidget  *root,
           const char *title)
{
  if (ADW_IS_ACTION_ROW (root) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows_row (child, title))
      return TRUE;

  return FALSE;
}

/* The keys of pages and dialogs are told as well as those of the program. */
static void
test_application_lists_its_shortcuts (Fixture      *fixture,
                                      gconstpointer user_data)
{
  AdwDialog *dialog = wh_shortcuts_dialog_new (GTK_APPLICATION (application));

  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  g_assert_true (shows_row (GTK_WIDGET (dialog), "Search"));
  g_assert_true (shows_row (GTK_WIDGET (dialog), "Move Up"));
  g_assert_true (shows_row (GTK_WIDGET (dialog), "Save PDF"));
  adw_dialog_force_close (dialog);
}

static void
test_application_shows_its_dialogs (Fixture      *fixture,
                                    gconstpointer user_data)
{
  assert_action_shows_dialog (fixture, "app.about", ADW_TYPE_ABOUT_DIALOG);
  assert_action_shows_dialog (fixture, "app.shortcuts", WH_TYPE_SHORTCUTS_DIALOG);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);

  application = wh_application_new ();
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  g_test_add_func ("/application/opens-at-the-start", test_application_opens_at_the_start);
  g_test_add_data_func ("/application/opens-its-window/libraries", "libraries", test_application_opens_its_window);
  g_test_add_data_func ("/application/opens-its-window/plan", "plan", test_application_opens_its_window);
  g_test_add_data_func ("/application/opens-its-window/about", "about", test_application_opens_its_window);
  g_test_add_data_func ("/application/opens-its-window/preferences", "preferences", test_application_opens_its_window);
  g_test_add_data_func ("/application/opens-its-window/shortcuts", "shortcuts", test_application_opens_its_window);
  g_test_add ("/application/has-one-window", Fixture, NULL, set_up, test_application_has_one_window, tear_down);
  g_test_add ("/application/remembers-the-size", Fixture, NULL, set_up, test_application_remembers_the_size, tear_down);
  g_test_add ("/application/lists-its-shortcuts", Fixture, NULL, set_up, test_application_lists_its_shortcuts, tear_down);
  g_test_add ("/application/shows-its-dialogs", Fixture, NULL, set_up, test_application_shows_its_dialogs, tear_down);

  status = g_test_run ();
  g_clear_object (&application);

  return status;
}
