/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-job-dialog.h"
#include "wh-libraries-page.h"
#include "wh-library-page.h"
#include "wh-plan-page.h"
#include "wh-plan-row.h"
#include "wh-role-page.h"
#include "wh-sidebar-row.h"

#include "window-fixture.h"

static GtkWidget *
get_list_box (WindowFixture *fixture)
{
  return find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_LIST_BOX, "navigation-sidebar");
}

static WhSidebarRow *
get_sidebar_row (WindowFixture *fixture,
                 const char    *page)
{
  GtkListBox    *list_box = GTK_LIST_BOX (get_list_box (fixture));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list_box, i)) != NULL; i++)
    if (g_str_equal (wh_sidebar_row_get_page (WH_SIDEBAR_ROW (row)), page))
      return WH_SIDEBAR_ROW (row);

  return NULL;
}

static void
assert_one_selected (WindowFixture *fixture,
                     const char    *page)
{
  g_autoptr (GList) rows = gtk_list_box_get_selected_rows (GTK_LIST_BOX (get_list_box (fixture)));

  g_assert_cmpuint (g_list_length (rows), ==, 1);
  g_assert_cmpstr (wh_sidebar_row_get_page (rows->data), ==, page);
  g_assert_cmpstr (wh_window_get_page_name (fixture->window), ==, page);
}

static AdwAlertDialog *
get_alert (WindowFixture *fixture)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));

  return dialog != NULL ? ADW_ALERT_DIALOG (dialog) : NULL;
}

static void
test_window_selects_one_row (WindowFixture *fixture,
                             gconstpointer  user_data)
{
  assert_one_selected (fixture, "libraries");
  g_assert_true (WH_IS_LIBRARIES_PAGE (window_fixture_get_page (fixture)));

  g_assert_true (wh_window_show_page (fixture->window, "plan"));
  assert_one_selected (fixture, "plan");
  g_assert_true (WH_IS_PLAN_PAGE (window_fixture_get_page (fixture)));

  wh_window_open_role (fixture->window, "data");
  assert_one_selected (fixture, "role:data");
  g_assert_true (WH_IS_ROLE_PAGE (window_fixture_get_page (fixture)));

  g_assert_false (wh_window_show_page (fixture->window, "insights"));
  assert_one_selected (fixture, "role:data");
}

static void
test_window_shows_roles_with_priorities (WindowFixture *fixture,
                                         gconstpointer  user_data)
{
  g_assert_nonnull (get_sidebar_row (fixture, "role:backend"));
  g_assert_null (get_sidebar_row (fixture, "role:reader"));

  /* It has a page all the same, above the one that is seen. */
  wh_window_open_role (fixture->window, "reader");
  assert_one_selected (fixture, "libraries");
  g_assert_true (WH_IS_ROLE_PAGE (window_fixture_get_page (fixture)));
}

static void
test_window_is_striped_in_development (WindowFixture *fixture,
                                       gconstpointer  user_data)
{
  g_assert_cmpint (gtk_widget_has_css_class (GTK_WIDGET (fixture->window), "devel"), ==, IS_DEVELOPMENT);
  g_assert_cmpint (g_str_has_suffix (APP_ID, ".Devel"), ==, IS_DEVELOPMENT);
}

static void
test_window_counts (WindowFixture *fixture,
                    gconstpointer  user_data)
{
  GtkAccessible *role = GTK_ACCESSIBLE (get_sidebar_row (fixture, "role:backend"));
  GtkAccessible *plan = GTK_ACCESSIBLE (get_sidebar_row (fixture, "plan"));

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_sidebar_row (fixture, "libraries")), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "6 libraries");
  gtk_test_accessible_assert_property (role, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "0 of 3 learnt");

  /* One of two alternatives is enough. */
  g_assert_true (gtk_widget_activate_action (window_fixture_get_page (fixture), "win.set-learnt", "(sb)", "django", TRUE));
  gtk_test_accessible_assert_property (role, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "1 of 3 learnt");
  gtk_test_accessible_assert_property (plan, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "1 of 1 learnt");
}

static void
test_window_undoes (WindowFixture *fixture,
                    gconstpointer  user_data)
{
  const char *keys[] = { "pandas", "polars", NULL };
  GtkWidget  *page = window_fixture_get_page (fixture);

  gtk_widget_activate_action (page, "win.add-to-plan", "^as", keys);
  gtk_widget_activate_action (page, "win.set-status", "(^ass)", keys, "learning");
  window_fixture_assert_plan (fixture, "pandas:learning polars:learning");
  g_assert_cmpstr (wh_undo_stack_get_undo_title (wh_window_get_undo_stack (fixture->window)), ==, "2 libraries being learnt");

  window_fixture_activate (fixture, "win.undo");
  window_fixture_assert_plan (fixture, "pandas:to-learn polars:to-learn");

  gtk_widget_activate_action (page, "win.remove-from-plan", "^as", (const char *[]) { "pandas", NULL });
  window_fixture_assert_plan (fixture, "polars:to-learn");

  window_fixture_activate (fixture, "win.undo");
  window_fixture_activate (fixture, "win.undo");
  window_fixture_assert_plan (fixture, "");
  g_assert_false (wh_undo_stack_get_can_undo (wh_window_get_undo_stack (fixture->window)));
}

/* Runs the main loop until the job is done and what it wrote has been read by the catalogue. */
static void
wait_for_job (WindowFixture *fixture)
{
  while (wh_catalogue_get_writing (fixture->small.catalogue))
    g_main_context_iteration (NULL, TRUE);

  window_fixture_settle (fixture);
}

/* Fewer go at once; of so many the window hears when they are done. */
static void
test_window_changes_many (WindowFixture *fixture,
                          gconstpointer  user_data)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) keys = NULL;
  GtkWidget     *page = window_fixture_get_page (fixture);
  WhUndoStack   *stack = wh_window_get_undo_stack (fixture->window);
  GtkAccessible *plan = GTK_ACCESSIBLE (get_sidebar_row (fixture, "plan"));

  for (guint i = 0; i < WH_EDIT_JOB_MIN; i++)
    g_strv_builder_take (builder, g_strdup_printf ("topic-%u", i));
  keys = g_strv_builder_end (builder);

  g_assert_true (gtk_widget_activate_action (page, "win.add-to-plan", "^as", keys));
  g_assert_true (wh_catalogue_get_writing (fixture->small.catalogue));
  g_assert_false (wh_undo_stack_get_can_undo (stack));

  /* Nothing else is changed meanwhile. */
  gtk_widget_activate_action (page, "win.set-learnt", "(sb)", "django", TRUE);
  g_assert_false (wh_undo_stack_get_can_undo (stack));

  wait_for_job (fixture);
  g_assert_cmpstr (wh_undo_stack_get_undo_title (stack), ==, "500 items added to my plan");
  gtk_test_accessible_assert_property (plan, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "0 of 500 learnt");

  window_fixture_activate (fixture, "win.undo");
  wait_for_job (fixture);
  window_fixture_assert_plan (fixture, "");
  g_assert_true (wh_undo_stack_get_can_redo (stack));

  window_fixture_activate (fixture, "win.redo");
  wait_for_job (fixture);
  gtk_test_accessible_assert_property (plan, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "0 of 500 learnt");
  g_assert_true (gtk_widget_activate_action (page, "win.set-learnt", "(sb)", "django", TRUE));
  gtk_test_accessible_assert_property (plan, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "1 of 501 learnt");
}

/* While another program has the file the job waits, and the window does not. */
static void
test_window_shows_a_long_job (WindowFixture *fixture,
                              gconstpointer  user_data)
{
  g_autoptr (WhDatabase) other = wh_database_open (fixture->small.path, WH_DATABASE_READ_WRITE, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) keys = NULL;
  AdwDialog *dialog = NULL;

  for (guint i = 0; i < WH_EDIT_JOB_MIN; i++)
    g_strv_builder_take (builder, g_strdup_printf ("topic-%u", i));
  keys = g_strv_builder_end (builder);

  g_assert_true (wh_database_begin (other, NULL));
  gtk_widget_activate_action (window_fixture_get_page (fixture), "win.add-to-plan", "^as", keys);

  while ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window))) == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (WH_IS_JOB_DIALOG (dialog));
  g_assert_nonnull (find_widget (GTK_WIDGET (dialog), GTK_TYPE_PROGRESS_BAR, NULL));

  adw_dialog_close (dialog);
  wh_database_rollback (other);
  wait_for_job (fixture);

  window_fixture_assert_plan (fixture, "");
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
  g_assert_false (wh_undo_stack_get_can_undo (wh_window_get_undo_stack (fixture->window)));
}

static void
test_window_drops_what_changed_nothing (WindowFixture *fixture,
                                        gconstpointer  user_data)
{
  const char *keys[] = { "pandas", NULL };
  GtkWidget  *page = window_fixture_get_page (fixture);

  gtk_widget_activate_action (page, "win.add-to-plan", "^as", keys);
  gtk_widget_activate_action (page, "win.add-to-plan", "^as", keys);

  window_fixture_activate (fixture, "win.undo");
  g_assert_false (wh_undo_stack_get_can_undo (wh_window_get_undo_stack (fixture->window)));
}

static void
test_window_counts_what_changed (WindowFixture *fixture,
                                 gconstpointer  user_data)
{
  GtkWidget   *page = window_fixture_get_page (fixture);
  WhUndoStack *stack = wh_window_get_undo_stack (fixture->window);

  gtk_widget_activate_action (page, "win.add-to-plan", "^as", (const char *[]) { "pandas", NULL });
  gtk_widget_activate_action (page, "win.add-to-plan", "^as", (const char *[]) { "pandas", "polars", "django", NULL });
  g_assert_cmpstr (wh_undo_stack_get_undo_title (stack), ==, "2 libraries added to my plan");

  gtk_widget_activate_action (page, "win.remove-from-plan", "^as", (const char *[]) { "polars", NULL });
  gtk_widget_activate_action (page, "win.add-to-plan", "^as", (const char *[]) { "pandas", "polars", NULL });
  g_assert_cmpstr (wh_undo_stack_get_undo_title (stack), ==, "“polars” added to my plan");
}

/* Without a pointer the focus is the only place to begin from. */
static void
test_window_leads_the_focus (WindowFixture *fixture,
                             gconstpointer  user_data)
{
  static const char *const pages[] = { "plan", "role:backend", "libraries" };

  gtk_widget_activate_action (window_fixture_get_page (fixture), "win.add-to-plan", "^as", (const char *[]) { "pandas", NULL });

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *focus;

      gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", pages[i]);
      focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      g_assert_nonnull (focus);
      g_assert_true (gtk_widget_is_ancestor (focus, window_fixture_get_page (fixture)));
    }
}

static void
test_window_opens_libraries (WindowFixture *fixture,
                             gconstpointer  user_data)
{
  wh_window_open_library (fixture->window, "pandas");
  wh_window_open_library (fixture->window, "polars");

  g_assert_true (WH_IS_LIBRARY_PAGE (window_fixture_get_page (fixture)));
  assert_one_selected (fixture, "libraries");
}

static void
test_window_says_what_it_does_not_know (WindowFixture *fixture,
                                        gconstpointer  user_data)
{
  wh_window_open_library (fixture->window, "no-such-library");

  g_assert_nonnull (get_alert (fixture));
  g_assert_cmpstr (adw_alert_dialog_get_heading (get_alert (fixture)), ==, "Could Not Open the Library");
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (get_alert (fixture)), "no-such-library"));

  adw_dialog_force_close (ADW_DIALOG (get_alert (fixture)));
}

static void
test_window_lists_a_role (WindowFixture *fixture,
                          gconstpointer  user_data)
{
  WhLibraryList *list;

  wh_window_show_page (fixture->window, "plan");
  gtk_widget_activate_action (window_fixture_get_page (fixture), "win.list-role", "s", "backend");

  assert_one_selected (fixture, "libraries");
  list = wh_libraries_page_get_list (WH_LIBRARIES_PAGE (window_fixture_get_page (fixture)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 4);
}

static void
test_window_searches_from_anywhere (WindowFixture *fixture,
                                    gconstpointer  user_data)
{
  wh_window_open_library (fixture->window, "polars");
  window_fixture_activate (fixture, "win.search");

  g_assert_true (WH_IS_LIBRARIES_PAGE (window_fixture_get_page (fixture)));
}

/* With large text on a phone there is room for a name on two lines. */
static void
test_window_cuts_no_name (WindowFixture *fixture,
                          gconstpointer  user_data)
{
  const char  *keys[] = { "sqlalchemy", NULL };
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (fixture->window));
  GtkWidget   *row;
  GtkWidget   *label;

  g_object_set (settings, "gtk-xft-dpi", 144 * PANGO_SCALE, NULL);
  gtk_widget_activate_action (window_fixture_get_page (fixture), "win.add-to-plan", "^as", keys);
  gtk_widget_activate_action (window_fixture_get_page (fixture), "win.set-status", "(^ass)", keys, "learning");
  wh_window_show_page (fixture->window, "plan");
  window_fixture_settle (fixture);

  row = find_widget (window_fixture_get_page (fixture), WH_TYPE_PLAN_ROW, NULL);
  label = find_widget (row, GTK_TYPE_LABEL, "heading");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "SQLAlchemy");
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));

  gtk_settings_reset_property (settings, "gtk-xft-dpi");
}

/* Returns: (transfer none) (nullable): the row of the plan that has the focus, or holds what has it */
static WhPlanRow *
get_focused_plan_row (WindowFixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, WH_TYPE_PLAN_ROW) : NULL;

  return row != NULL ? WH_PLAN_ROW (row) : NULL;
}

static GtkWidget *
find_plan_row (GtkWidget  *root,
               const char *key)
{
  if (WH_IS_PLAN_ROW (root))
    {
      WhPlanItem *item = wh_plan_row_get_item (WH_PLAN_ROW (root));

      return item != NULL && g_str_equal (wh_plan_item_get_key (item), key) ? root : NULL;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = find_plan_row (child, key);

      if (row != NULL)
        return row;
    }

  return NULL;
}

/* Ticks an item of the plan by its focused circle: the list stays where it is, and so does the one who ticks. */
static void
tick_and_stay (WindowFixture *fixture,
               const char    *key,
               const char    *next)
{
  GtkWidget     *page = window_fixture_get_page (fixture);
  GtkWidget     *circle = find_widget (find_plan_row (page, key), GTK_TYPE_TOGGLE_BUTTON, "circle");
  GtkWidget     *view = find_widget (page, GTK_TYPE_LIST_VIEW, "plan");
  GtkWidget     *scroller = gtk_widget_get_ancestor (view, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  WhPlanRow     *row;
  double         value;

  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >, 1.5 * gtk_adjustment_get_page_size (adjustment));
  gtk_widget_grab_focus (circle);
  window_fixture_settle (fixture);
  value = gtk_adjustment_get_value (adjustment);

  g_signal_emit_by_name (circle, "clicked");
  window_fixture_settle (fixture);
  row = get_focused_plan_row (fixture);
  g_assert_nonnull (row);
  g_assert_cmpstr (wh_plan_item_get_key (wh_plan_row_get_item (row)), ==, next);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, value);
}

/* What is ticked goes to another group, further down than can be seen; who ticked it goes on with the next. */
static void
test_window_keeps_its_place_in_the_plan (WindowFixture *fixture,
                                         gconstpointer  user_data)
{
  const char *keys[] = { "celery", "django", "fastapi", "pandas", "polars", "sqlalchemy", NULL };

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 330);
  gtk_widget_activate_action (window_fixture_get_page (fixture), "win.add-to-plan", "^as", keys);
  wh_window_show_page (fixture->window, "plan");
  window_fixture_settle (fixture);

  tick_and_stay (fixture, "celery", "django");
  window_fixture_assert_plan (fixture, "celery:learnt django:to-learn fastapi:to-learn pandas:to-learn polars:to-learn sqlalchemy:to-learn");

  /* The last of its group leaves it to the one before. */
  tick_and_stay (fixture, "sqlalchemy", "polars");
}

static GSettings *
get_settings (WindowFixture *fixture)
{
  return wh_application_get_settings (fixture->application);
}

static void
test_window_begins_with_the_last_page (WindowFixture *fixture,
                                       gconstpointer  user_data)
{
  wh_window_show_page (fixture->window, "plan");
  wh_window_show_page (fixture->window, "role:data");
  window_fixture_open_again (fixture);

  assert_one_selected (fixture, "role:data");
  g_assert_true (WH_IS_ROLE_PAGE (window_fixture_get_page (fixture)));

  /* What is opened from a page is not in the sidebar. */
  wh_window_show_page (fixture->window, "plan");
  wh_window_open_library (fixture->window, "pandas");
  window_fixture_open_again (fixture);

  assert_one_selected (fixture, "plan");
  g_assert_true (WH_IS_PLAN_PAGE (window_fixture_get_page (fixture)));
}

static void
assert_row_is_seen (WindowFixture *fixture,
                    const char    *page)
{
  WhSidebarRow   *row = get_sidebar_row (fixture, page);
  GtkWidget      *scroller = gtk_widget_get_ancestor (GTK_WIDGET (row), GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (row), scroller, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (scroller));
}

/* Where the window is too low for all rows, the selected one is among those that are seen. */
static void
test_window_shows_selected_row (WindowFixture *fixture,
                                gconstpointer  user_data)
{
  wh_window_show_page (fixture->window, "role:data");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 300);
  window_fixture_open_again (fixture);
  window_fixture_settle (fixture);

  g_assert_cmpint (gtk_widget_get_height (get_list_box (fixture)), >, gtk_widget_get_height (GTK_WIDGET (fixture->window)));
  assert_row_is_seen (fixture, "role:data");

  wh_window_show_page (fixture->window, "plan");
  window_fixture_settle (fixture);
  assert_row_is_seen (fixture, "plan");
}

/* On a phone a page may have been gone to while the sidebar was not there. */
static void
test_window_shows_selected_row_narrow (WindowFixture *fixture,
                                       gconstpointer  user_data)
{
  AdwNavigationSplitView *view = ADW_NAVIGATION_SPLIT_VIEW (find_widget (GTK_WIDGET (fixture->window), ADW_TYPE_NAVIGATION_SPLIT_VIEW, NULL));

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 300);
  wh_window_show_page (fixture->window, "role:data");
  window_fixture_settle (fixture);
  g_assert_true (adw_navigation_split_view_get_collapsed (view));

  adw_navigation_split_view_set_show_content (view, FALSE);
  window_fixture_settle (fixture);
  assert_row_is_seen (fixture, "role:data");
}

static void
assert_begins_with (WindowFixture *fixture,
                    const char    *setting,
                    const char    *page)
{
  g_settings_set_string (get_settings (fixture), "last-page", setting);
  window_fixture_open_again (fixture);
  assert_one_selected (fixture, page);
}

static void
test_window_begins_with_a_page_that_exists (WindowFixture *fixture,
                                            gconstpointer  user_data)
{
  assert_begins_with (fixture, "picks", "picks");
  assert_begins_with (fixture, "role:gone", "libraries");

  /* It has a page, but no row. */
  assert_begins_with (fixture, "role:reader", "libraries");
  assert_begins_with (fixture, "role:", "libraries");
  assert_begins_with (fixture, "", "libraries");
}

/* There is no window manager that could maximize it later. */
static void
test_window_opens_maximized (WindowFixture *fixture,
                             gconstpointer  user_data)
{
  int width, height;

  g_assert_false (gtk_window_is_maximized (GTK_WINDOW (fixture->window)));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 500);
  g_settings_set_boolean (get_settings (fixture), "window-maximized", TRUE);

  for (guint i = 0; i < 2; i++)
    {
      window_fixture_open_again (fixture);
      window_fixture_settle (fixture);

      g_assert_true (gtk_window_is_maximized (GTK_WINDOW (fixture->window)));
      gtk_window_get_default_size (GTK_WINDOW (fixture->window), &width, &height);
      g_assert_cmpint (width, ==, 700);
      g_assert_cmpint (height, ==, 500);
    }
}

static void
test_window_shows_failure_and_notice (WindowFixture *fixture,
                                      gconstpointer  user_data)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "“a<b.db” is newer; install a newer Wheelhouse");
  GtkWidget *failure;

  wh_window_show_notice (fixture->window, "It was set aside");
  g_assert_cmpstr (adw_alert_dialog_get_body (get_alert (fixture)), ==, "It was set aside");
  adw_dialog_force_close (ADW_DIALOG (get_alert (fixture)));

  wh_window_show_failure (fixture->window, error);
  failure = gtk_stack_get_visible_child (GTK_STACK (find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_STACK, NULL)));
  failure = find_widget (failure, ADW_TYPE_STATUS_PAGE, NULL);
  g_assert_cmpstr (adw_status_page_get_description (ADW_STATUS_PAGE (failure)), ==, "“a&lt;b.db” is newer; install a newer Wheelhouse");
}

#define add(path, func) g_test_add (path, WindowFixture, NULL, window_fixture_set_up, func, window_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/window/selects-one-row", test_window_selects_one_row);
  add ("/window/shows-roles-with-priorities", test_window_shows_roles_with_priorities);
  add ("/window/is-striped-in-development", test_window_is_striped_in_development);
  add ("/window/counts", test_window_counts);
  add ("/window/undoes", test_window_undoes);
  add ("/window/counts-what-changed", test_window_counts_what_changed);
  add ("/window/changes-many", test_window_changes_many);
  add ("/window/shows-a-long-job", test_window_shows_a_long_job);
  add ("/window/leads-the-focus", test_window_leads_the_focus);
  add ("/window/drops-what-changed-nothing", test_window_drops_what_changed_nothing);
  add ("/window/opens-libraries", test_window_opens_libraries);
  add ("/window/says-what-it-does-not-know", test_window_says_what_it_does_not_know);
  add ("/window/lists-a-role", test_window_lists_a_role);
  add ("/window/searches-from-anywhere", test_window_searches_from_anywhere);
  add ("/window/shows-selected-row", test_window_shows_selected_row);
  add ("/window/begins-with-the-last-page", test_window_begins_with_the_last_page);
  add ("/window/begins-with-a-page-that-exists", test_window_begins_with_a_page_that_exists);
  add ("/window/opens-maximized", test_window_opens_maximized);
  add ("/window/shows-failure-and-notice", test_window_shows_failure_and_notice);
  g_test_add ("/window/cuts-no-name", WindowFixture, NULL,
              window_fixture_set_up_narrow, test_window_cuts_no_name, window_fixture_tear_down);
  g_test_add ("/window/shows-selected-row-narrow", WindowFixture, NULL,
              window_fixture_set_up_narrow, test_window_shows_selected_row_narrow, window_fixture_tear_down);
  g_test_add ("/window/keeps-its-place-in-the-plan", WindowFixture, NULL,
              window_fixture_set_up_narrow, test_window_keeps_its_place_in_the_plan, window_fixture_tear_down);

  return g_test_run ();
}
