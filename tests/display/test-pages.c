/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "generate-catalogue.h"
#include "wh-database-private.h"
#include "wh-edits.h"
#include "wh-fact-row.h"
#include "wh-learnt-button.h"
#include "wh-library-link.h"
#include "wh-library-page.h"
#include "wh-note-row.h"
#include "wh-plan-item.h"
#include "wh-plan-page.h"
#include "wh-plan-row.h"
#include "wh-role-page.h"
#include "wh-star-rating.h"
#include "wh-status-button.h"
#include "wh-window.h"

/* The pages stand in a window of their own here, whose actions only write down what they were asked. */
typedef struct
{
  char        *path;
  WhCatalogue *catalogue;
  GtkWidget   *window;
  GString     *asked;
} Fixture;

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
asked_cb (GSimpleAction *action,
          GVariant      *parameter,
          Fixture       *fixture)
{
  g_autofree char *text = g_variant_print (parameter, FALSE);

  g_string_append_printf (fixture->asked, "%s %s;", g_action_get_name (G_ACTION (action)), text);
}

/* Of the types that the window's own have, so that what a page asks here is asked there as well. */
static void
add_actions (Fixture *fixture)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GTypeClass         *window_class = g_type_class_ref (WH_TYPE_WINDOW);
  const char         *name;
  const GVariantType *type;
  const char         *property;
  GType               owner;

  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_CLASS (window_class), i, &owner, &name, &type, &property); i++)
    {
      g_autoptr (GSimpleAction) action = NULL;

      if (owner != WH_TYPE_WINDOW || type == NULL)
        continue;

      action = g_simple_action_new (name + strlen ("win."), type);
      g_signal_connect (action, "activate", G_CALLBACK (asked_cb), fixture);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }

  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
  g_type_class_unref (window_class);
}

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dir = g_dir_make_tmp ("wheelhouse-XXXXXX", &error);
  WhDatabase      *database;

  fixture->path = g_build_filename (dir, "wheelhouse.db", NULL);
  test_generate_file (fixture->path, 40, 1);
  database = wh_database_open (fixture->path, WH_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  fixture->catalogue = wh_catalogue_new (database, "en");
  wh_catalogue_load (fixture->catalogue, &error);
  g_assert_no_error (error);

  fixture->asked = g_string_new (NULL);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  add_actions (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  g_autofree char *dir = g_path_get_dirname (fixture->path);
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (fixture->path, "-shm", NULL);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  iterate ();
  g_assert_finalize_object (fixture->catalogue);
  g_unlink (wal);
  g_unlink (shm);
  g_unlink (fixture->path);
  g_rmdir (dir);
  g_free (fixture->path);
  g_string_free (fixture->asked, TRUE);
}

static void
show (Fixture           *fixture,
      AdwNavigationPage *page)
{
  GtkWidget *view = adw_navigation_view_new ();

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), page);
  adw_window_set_content (ADW_WINDOW (fixture->window), view);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  iterate ();
}

/* The first widget of a type below another, in the order of drawing. */
static GtkWidget *
find_type (GtkWidget *root,
           GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The first label that can be seen and shows exactly this. */
static GtkWidget *
find_label (GtkWidget  *root,
            const char *text)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_visible (root) || !gtk_widget_get_child_visible (root))
    return NULL;

  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);

  return found;
}

static gboolean
shows (GtkWidget  *root,
       const char *text)
{
  return find_label (root, text) != NULL;
}

static WhLibrary *
dup_library (Fixture    *fixture,
             const char *key)
{
  g_autoptr (GError) error = NULL;
  WhLibrary *library = wh_catalogue_dup_library_by_key (fixture->catalogue, key, &error);

  g_assert_no_error (error);

  return library;
}

static void
plan (Fixture    *fixture,
      const char *key,
      WhStatus    status)
{
  const char *const keys[] = { key, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (WhEdit) edit = wh_edit_set_status (fixture->catalogue, keys, status, &error);

  g_assert_no_error (error);
}

static WhUserRecord *
load_record (Fixture    *fixture,
             const char *key)
{
  g_autoptr (GError) error = NULL;
  WhUserRecord *record = wh_store_load_user_record (wh_catalogue_get_database (fixture->catalogue), key, &error);

  g_assert_no_error (error);

  return record;
}

static void
test_pages_status_button (Fixture      *fixture,
                          gconstpointer user_data)
{
  g_autoptr (WhLibrary) library = dup_library (fixture, "fastapi");
  GtkWidget       *button = g_object_new (WH_TYPE_STATUS_BUTTON, NULL);
  g_autofree char *status = NULL;

  wh_status_button_set_library (WH_STATUS_BUTTON (button), library);
  adw_window_set_content (ADW_WINDOW (fixture->window), button);

  g_assert_true (gtk_widget_activate_action (button, "status.add-to-plan", NULL));
  g_assert_cmpstr (fixture->asked->str, ==, "add-to-plan ['fastapi'];");
  g_assert_true (shows (button, "Add to My Plan"));

  plan (fixture, "fastapi", WH_STATUS_LEARNING);
  g_object_get (button, "status-key", &status, NULL);
  g_assert_cmpstr (status, ==, "learning");
  g_assert_true (shows (button, "Learning"));
  g_assert_false (shows (button, "Add to My Plan"));

  g_string_truncate (fixture->asked, 0);
  g_assert_true (gtk_widget_activate_action (button, "status.set", "s", "skipped"));
  g_assert_true (gtk_widget_activate_action (button, "status.remove-from-plan", NULL));
  g_assert_cmpstr (fixture->asked->str, ==, "set-status (['fastapi'], 'skipped');remove-from-plan ['fastapi'];");
}

static void
test_pages_library (Fixture      *fixture,
                    gconstpointer user_data)
{
  g_autoptr (WhLibrary) library = dup_library (fixture, "fastapi");
  g_autoptr (WhUserRecord) record = NULL;
  AdwNavigationPage *page = wh_library_page_new (fixture->catalogue, library);
  GtkWidget         *rating;

  show (fixture, page);
  g_assert_cmpstr (adw_navigation_page_get_title (page), ==, "FastAPI");
  g_assert_true (shows (GTK_WIDGET (page), wh_library_get_summary (library)));
  g_assert_true (shows (GTK_WIDGET (page), "Priority by Role"));
  g_assert_false (shows (GTK_WIDGET (page), "No longer in the catalogue. What you noted is kept."));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "page.learnt", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "page.add", NULL));
  g_assert_cmpstr (fixture->asked->str, ==, "set-learnt ('fastapi', true);add-to-plan ['fastapi'];");

  /* The first stars of the page are the user's own. */
  rating = find_type (GTK_WIDGET (page), WH_TYPE_STAR_RATING);
  g_assert_true (wh_star_rating_get_editable (WH_STAR_RATING (rating)));
  wh_star_rating_set_value (WH_STAR_RATING (rating), 7);
  g_signal_emit_by_name (rating, "rated");

  record = load_record (fixture, "fastapi");
  g_assert_cmpuint (record->my_rating, ==, 7);
  g_assert_cmpuint (wh_library_get_my_rating (library), ==, 7);
}

/* The row with a label that says @text, and no row else, is described like this. */
static void
assert_row_says (GtkWidget  *root,
                 const char *text,
                 const char *description)
{
  GtkWidget *label = find_label (root, text);
  GtkWidget *row;

  g_assert_nonnull (label);
  row = gtk_widget_get_ancestor (label, WH_TYPE_FACT_ROW);
  g_assert_nonnull (row);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);
}

/* A database need not have every text of a flag. */
static void
test_pages_flag (Fixture      *fixture,
                 gconstpointer user_data)
{
  g_autoptr (WhLibrary) library = dup_library (fixture, "fastapi");
  g_autoptr (GError) error = NULL;
  AdwNavigationPage *page;

  wh_database_exec (wh_catalogue_get_database (fixture->catalogue),
                    "INSERT INTO text (id, language, text, collection) VALUES (-1, 'en', 'Holds today', 1), (-2, 'en', 'By eye', 1);"
                    "INSERT INTO statement (library_id, id, collection, kind, text, flag, flag_text, flag_checked_text, source, place)"
                    " SELECT id, n, 1, 'claim', -1, flag, flag_text, flag_checked_text, 'survey', n FROM library, ("
                    "  SELECT 100 AS n, 'unchecked' AS flag, -1 AS flag_text, -2 AS flag_checked_text"
                    "  UNION SELECT 101, 'doubtful', NULL, -2 UNION SELECT 102, 'outdated', -1, NULL UNION SELECT 103, 'odd', NULL, NULL)"
                    " WHERE key = 'fastapi'",
                    &error);
  g_assert_no_error (error);

  page = wh_library_page_new (fixture->catalogue, library);
  show (fixture, page);

  /* The generated catalogue has no words for them, so that their keys stand there. */
  assert_row_says (GTK_WIDGET (page), "flag/unchecked", "flag/unchecked\nHolds today\nHow it was checked: By eye\nstatement/claim");
  assert_row_says (GTK_WIDGET (page), "flag/doubtful", "flag/doubtful\nHow it was checked: By eye\nstatement/claim");
  assert_row_says (GTK_WIDGET (page), "flag/outdated", "flag/outdated\nHolds today\nstatement/claim");
  assert_row_says (GTK_WIDGET (page), "flag/odd", "flag/odd\nstatement/claim");
}

static void
set_note (GtkWidget  *row,
          const char *text)
{
  GtkWidget *view = find_type (row, GTK_TYPE_TEXT_VIEW);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static void
test_pages_note_is_kept (Fixture      *fixture,
                         gconstpointer user_data)
{
  g_autoptr (WhLibrary) library = dup_library (fixture, "fastapi");
  g_autoptr (WhUserRecord) committed = NULL;
  g_autoptr (WhUserRecord) left = NULL;
  AdwNavigationPage *page = wh_library_page_new (fixture->catalogue, library);
  GtkWidget         *row;

  show (fixture, page);
  row = find_type (GTK_WIDGET (page), WH_TYPE_NOTE_ROW);

  set_note (row, "Read the tutorial");
  wh_note_row_commit (WH_NOTE_ROW (row));
  committed = load_record (fixture, "fastapi");
  g_assert_cmpstr (committed->note, ==, "Read the tutorial");

  /* Leaving the page keeps what was typed last. */
  set_note (row, "Read it twice");
  adw_window_set_content (ADW_WINDOW (fixture->window), gtk_label_new ("elsewhere"));
  iterate ();
  left = load_record (fixture, "fastapi");
  g_assert_cmpstr (left->note, ==, "Read it twice");
}

static void
test_pages_note_follows_the_catalogue (Fixture      *fixture,
                                       gconstpointer user_data)
{
  g_autoptr (WhLibrary) library = dup_library (fixture, "fastapi");
  g_autoptr (GError) error = NULL;
  g_autoptr (WhEdit) edit = NULL;
  AdwNavigationPage *page = wh_library_page_new (fixture->catalogue, library);
  GtkTextBuffer     *buffer;
  GtkTextIter        start, end;
  g_autofree char   *text = NULL;

  show (fixture, page);
  edit = wh_edit_set_note (fixture->catalogue, "fastapi", "From elsewhere", &error);
  g_assert_no_error (error);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_type (GTK_WIDGET (page), GTK_TYPE_TEXT_VIEW)));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_cmpstr (text, ==, "From elsewhere");
}

/* Who writes goes on where the cursor is, whatever else is changed meanwhile. */
static void
test_pages_note_keeps_the_cursor (Fixture      *fixture,
                                  gconstpointer user_data)
{
  g_autoptr (WhLibrary) library = dup_library (fixture, "fastapi");
  AdwNavigationPage *page = wh_library_page_new (fixture->catalogue, library);
  GtkTextBuffer     *buffer;
  GtkTextIter        cursor;
  int                offset;

  show (fixture, page);
  set_note (find_type (GTK_WIDGET (page), WH_TYPE_NOTE_ROW), "Read the tutorial");
  wh_note_row_commit (WH_NOTE_ROW (find_type (GTK_WIDGET (page), WH_TYPE_NOTE_ROW)));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_type (GTK_WIDGET (page), GTK_TYPE_TEXT_VIEW)));
  gtk_text_buffer_get_iter_at_offset (buffer, &cursor, 4);
  gtk_text_buffer_place_cursor (buffer, &cursor);
  plan (fixture, "fastapi", WH_STATUS_LEARNING);

  g_object_get (buffer, "cursor-position", &offset, NULL);
  g_assert_cmpint (offset, ==, 4);
}

static void
test_pages_role (Fixture      *fixture,
                 gconstpointer user_data)
{
  g_autoptr (WhLibrary) library = dup_library (fixture, "fastapi");
  AdwNavigationPage *page = wh_role_page_new (fixture->catalogue, "backend");

  show (fixture, page);
  g_assert_cmpstr (wh_role_page_get_role (WH_ROLE_PAGE (page)), ==, "backend");
  g_assert_true (shows (GTK_WIDGET (page), "0 of 15 learnt"));
  g_assert_true (shows (GTK_WIDGET (page), wh_library_get_name (library)));

  plan (fixture, "fastapi", WH_STATUS_LEARNT);
  g_assert_true (shows (GTK_WIDGET (page), "1 of 15 learnt"));

  gtk_widget_grab_focus (find_type (GTK_WIDGET (page), WH_TYPE_LEARNT_BUTTON));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "page.learnt", NULL));
  g_assert_cmpstr (fixture->asked->str, ==, "set-learnt ('fastapi', false);");
  g_string_truncate (fixture->asked, 0);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "role.list", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "role.export", NULL));
  g_assert_cmpstr (fixture->asked->str, ==, "list-role 'backend';export 'backend';");
}

static void
test_pages_path_points_the_way (void)
{
  const char *const steps[] = { "asyncio", "uvloop", NULL };
  g_autoptr (GtkWidget) path = g_object_ref_sink (wh_library_link_new_path (steps, steps, "→"));
  g_autoptr (GtkWidget) leftwards = NULL;

  g_assert_true (shows (path, "→"));

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  leftwards = g_object_ref_sink (wh_library_link_new_path (steps, steps, "→"));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_assert_true (shows (leftwards, "←"));
}

static char *
dup_order (GtkWidget *page)
{
  GtkListView       *view = GTK_LIST_VIEW (find_type (page, GTK_TYPE_LIST_VIEW));
  GtkSelectionModel *model = gtk_list_view_get_model (view);
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (WhPlanItem) item = g_list_model_get_item (G_LIST_MODEL (model), i);

      g_string_append_printf (order, "%s ", wh_plan_item_get_key (item));
    }

  return g_string_free (g_steal_pointer (&order), FALSE);
}

static void
assert_order (AdwNavigationPage *page,
              const char        *expected)
{
  g_autofree char *order = dup_order (GTK_WIDGET (page));

  g_assert_cmpstr (order, ==, expected);
}

static void
test_pages_plan_is_empty_first (Fixture      *fixture,
                                gconstpointer user_data)
{
  AdwNavigationPage *page = wh_plan_page_new (fixture->catalogue);
  GtkStack          *stack;

  show (fixture, page);
  stack = GTK_STACK (find_type (GTK_WIDGET (page), GTK_TYPE_STACK));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");

  plan (fixture, "fastapi", WH_STATUS_TO_LEARN);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "items");
  g_assert_true (shows (GTK_WIDGET (page), "0 of 1 learnt"));
}

static void
test_pages_plan_is_put_in_order (Fixture      *fixture,
                                 gconstpointer user_data)
{
  AdwNavigationPage *page = wh_plan_page_new (fixture->catalogue);

  plan (fixture, "fastapi", WH_STATUS_TO_LEARN);
  plan (fixture, "scrapy", WH_STATUS_TO_LEARN);
  plan (fixture, "requests", WH_STATUS_TO_LEARN);
  show (fixture, page);
  assert_order (page, "fastapi scrapy requests ");

  gtk_widget_activate_action (GTK_WIDGET (page), "plan.move", "(si)", "fastapi", 1);
  assert_order (page, "scrapy fastapi requests ");

  /* Dropped on one further down it stands behind it, on one further up before it. */
  gtk_widget_activate_action (GTK_WIDGET (page), "plan.move-to", "(ss)", "scrapy", "requests");
  assert_order (page, "fastapi requests scrapy ");
  gtk_widget_activate_action (GTK_WIDGET (page), "plan.move-to", "(ss)", "scrapy", "fastapi");
  assert_order (page, "scrapy fastapi requests ");

  /* The first cannot go further up. */
  gtk_widget_activate_action (GTK_WIDGET (page), "plan.move", "(si)", "scrapy", -1);
  assert_order (page, "scrapy fastapi requests ");

  plan (fixture, "scrapy", WH_STATUS_LEARNT);
  assert_order (page, "fastapi requests scrapy ");
}

static void
test_pages_plan_row_asks (Fixture      *fixture,
                          gconstpointer user_data)
{
  AdwNavigationPage *page = wh_plan_page_new (fixture->catalogue);
  GtkWidget         *row;

  plan (fixture, "fastapi", WH_STATUS_TO_LEARN);
  show (fixture, page);
  row = find_type (GTK_WIDGET (page), WH_TYPE_PLAN_ROW);

  gtk_widget_grab_focus (find_type (row, WH_TYPE_LEARNT_BUTTON));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "page.learnt", NULL));
  g_assert_cmpstr (fixture->asked->str, ==, "set-learnt ('fastapi', true);");
  g_string_truncate (fixture->asked, 0);

  g_assert_true (gtk_widget_activate_action (row, "item.status", "s", "learning"));
  g_assert_true (gtk_widget_activate_action (row, "item.open", NULL));
  g_assert_true (gtk_widget_activate_action (row, "item.remove", NULL));
  g_assert_cmpstr (fixture->asked->str, ==, "set-status (['fastapi'], 'learning');open-library 'fastapi';remove-from-plan ['fastapi'];");
}

/* What is asked for here is not done, as when it cannot be: then the tick says so. */
static void
assert_tick_says_what_is_so (Fixture           *fixture,
                             AdwNavigationPage *page)
{
  GtkToggleButton *tick;

  show (fixture, page);
  tick = GTK_TOGGLE_BUTTON (find_type (GTK_WIDGET (page), WH_TYPE_LEARNT_BUTTON));
  gtk_toggle_button_set_active (tick, TRUE);
  g_assert_cmpstr (fixture->asked->str, ==, "set-learnt ('fastapi', true);");
  g_assert_false (gtk_toggle_button_get_active (tick));
}

static void
test_pages_plan_tick_says_what_is_so (Fixture      *fixture,
                                      gconstpointer user_data)
{
  plan (fixture, "fastapi", WH_STATUS_TO_LEARN);
  assert_tick_says_what_is_so (fixture, wh_plan_page_new (fixture->catalogue));
}

static void
test_pages_role_tick_says_what_is_so (Fixture      *fixture,
                                      gconstpointer user_data)
{
  assert_tick_says_what_is_so (fixture, wh_role_page_new (fixture->catalogue, "backend"));
}

static void
test_pages_plan_counts_its_groups (Fixture      *fixture,
                                   gconstpointer user_data)
{
  AdwNavigationPage *page = wh_plan_page_new (fixture->catalogue);

  plan (fixture, "fastapi", WH_STATUS_TO_LEARN);
  plan (fixture, "scrapy", WH_STATUS_TO_LEARN);
  plan (fixture, "requests", WH_STATUS_TO_LEARN);
  show (fixture, page);
  g_assert_true (shows (GTK_WIDGET (page), "To learn · 3"));

  plan (fixture, "scrapy", WH_STATUS_LEARNT);
  iterate ();
  g_assert_true (shows (GTK_WIDGET (page), "To learn · 2"));
  g_assert_true (shows (GTK_WIDGET (page), "Learnt · 1"));

  /* The first of a group stays, and its heading counts all the same. */
  plan (fixture, "requests", WH_STATUS_LEARNT);
  iterate ();
  g_assert_true (shows (GTK_WIDGET (page), "To learn · 1"));
  g_assert_true (shows (GTK_WIDGET (page), "Learnt · 2"));
}

/* A menu is of the item it was opened on, and not of the one that has the row next. */
static void
test_pages_plan_menu_goes_with_its_item (Fixture      *fixture,
                                         gconstpointer user_data)
{
  const char *const  keys[] = { "fastapi", NULL };
  AdwNavigationPage *page = wh_plan_page_new (fixture->catalogue);
  GtkWidget         *row;
  GtkWidget         *menu;
  g_autoptr (WhEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  plan (fixture, "fastapi", WH_STATUS_TO_LEARN);
  show (fixture, page);
  row = g_object_ref (find_type (GTK_WIDGET (page), WH_TYPE_PLAN_ROW));
  menu = find_type (row, GTK_TYPE_MENU_BUTTON);
  gtk_menu_button_popup (GTK_MENU_BUTTON (menu));
  g_assert_true (gtk_menu_button_get_active (GTK_MENU_BUTTON (menu)));

  wh_plan_row_set_item (WH_PLAN_ROW (row), NULL);
  g_assert_false (gtk_menu_button_get_active (GTK_MENU_BUTTON (menu)));

  edit = wh_edit_remove_from_plan (fixture->catalogue, keys, &error);
  g_assert_no_error (error);
  g_object_unref (row);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/pages/status-button", test_pages_status_button);
  ADD ("/pages/library", test_pages_library);
  ADD ("/pages/flag", test_pages_flag);
  ADD ("/pages/note-is-kept", test_pages_note_is_kept);
  ADD ("/pages/note-follows-the-catalogue", test_pages_note_follows_the_catalogue);
  ADD ("/pages/note-keeps-the-cursor", test_pages_note_keeps_the_cursor);
  ADD ("/pages/role", test_pages_role);
  ADD ("/pages/role-tick-says-what-is-so", test_pages_role_tick_says_what_is_so);
  ADD ("/pages/plan-is-empty-first", test_pages_plan_is_empty_first);
  ADD ("/pages/plan-is-put-in-order", test_pages_plan_is_put_in_order);
  ADD ("/pages/plan-row-asks", test_pages_plan_row_asks);
  ADD ("/pages/plan-tick-says-what-is-so", test_pages_plan_tick_says_what_is_so);
  ADD ("/pages/plan-counts-its-groups", test_pages_plan_counts_its_groups);
  ADD ("/pages/plan-menu-goes-with-its-item", test_pages_plan_menu_goes_with_its_item);
  g_test_add_func ("/pages/path-points-the-way", test_pages_path_points_the_way);
#undef ADD

  return g_test_run ();
}
