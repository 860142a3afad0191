/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "window-fixture.h"

/* Frames the list may take to show all its rows, and the time to wait for one, in microseconds. */
#define SETTLE_TIME (150 * 1000)

/* There is one for all tests: a process has one application. It is not activated, for that opens the user's data. */
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

/* Settings are of the process: what one test leaves there is not for the next. */
void
reset_settings (GSettings *settings)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
}

static void
show_window (WindowFixture *fixture)
{
  fixture->window = wh_window_new (fixture->application);
  wh_window_set_catalogue (fixture->window, fixture->small.catalogue);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
open_window (WindowFixture *fixture,
             int            width,
             int            height)
{
  GSettings *settings;

  small_catalogue_set_up (&fixture->small, NULL);
  fixture->application = get_application ();

  settings = wh_application_get_settings (fixture->application);
  reset_settings (settings);
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);

  show_window (fixture);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  window_fixture_settle (fixture);
}

void
window_fixture_set_up (WindowFixture *fixture,
                       gconstpointer  user_data)
{
  open_window (fixture, 1100, 740);
}

void
window_fixture_set_up_narrow (WindowFixture *fixture,
                              gconstpointer  user_data)
{
  open_window (fixture, 360, 640);
}

/* Nothing may outlive the window: neither it nor, by a page that leaked, the catalogue. */
static void
close_window (WindowFixture *fixture)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (fixture->window);
}

void
window_fixture_tear_down (WindowFixture *fixture,
                          gconstpointer  user_data)
{
  close_window (fixture);

  small_catalogue_tear_down (&fixture->small, NULL);
}

/* Closes the window and opens another, of which nothing has been drawn yet. */
void
window_fixture_open_again (WindowFixture *fixture)
{
  close_window (fixture);
  show_window (fixture);
}

/* Lets pass what happens within a few frames. */
void
window_fixture_settle (WindowFixture *fixture)
{
  gint64 end = g_get_monotonic_time () + SETTLE_TIME;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

GtkWidget *
window_fixture_get_page (WindowFixture *fixture)
{
  return GTK_WIDGET (wh_window_get_visible_page (fixture->window));
}

void
window_fixture_activate (WindowFixture *fixture,
                         const char    *action)
{
  g_assert_true (gtk_widget_activate_action (window_fixture_get_page (fixture), action, NULL));
}

void
window_fixture_assert_plan (WindowFixture *fixture,
                            const char    *plan)
{
  small_catalogue_assert_plan (&fixture->small, plan);
}

/* Returns: (nullable): the first widget of @type below @root, in reading order, that has @css_class, if given */
GtkWidget *
find_widget (GtkWidget  *root,
             GType       type,
             const char *css_class)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (css_class == NULL || gtk_widget_has_css_class (root, css_class)))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type, css_class);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Does what the key does: runs the shortcuts of @widget's own controllers. */
gboolean
press_key (GtkWidget *widget,
           guint      key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;

      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) &&
              gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0,
                                                 widget,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }

  return FALSE;
}
