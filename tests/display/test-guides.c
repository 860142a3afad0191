/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "window-fixture.h"

#include "wh-code-view.h"
#include "wh-database-private.h"
#include "wh-edits.h"
#include "wh-example-row.h"
#include "wh-guide-page.h"
#include "wh-guide-row.h"
#include "wh-guides-page.h"
#include "wh-learnt-button.h"
#include "wh-library-page.h"
#include "wh-plan-row.h"
#include "wh-topic-row.h"

/* Whether some label that can be seen below @root shows exactly this. */
static gboolean
shows (GtkWidget  *root,
       const char *text)
{
  if (!gtk_widget_get_mapped (root))
    return FALSE;

  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows (child, text))
      return TRUE;

  return FALSE;
}

static void
assert_shows (WindowFixture *fixture,
              const char    *text)
{
  g_test_message ("%s", text);
  if (!shows (window_fixture_get_page (fixture), text))
    g_error ("“%s” is not shown", text);
}

/* The titles of the topics below @root, in their order: "Dictionaries Sets". */
static void
collect_topics (GtkWidget *root,
                GString   *titles)
{
  if (WH_IS_TOPIC_ROW (root) && gtk_widget_get_mapped (root))
    g_string_append_printf (titles, "%s%s", titles->len > 0 ? ", " : "", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)));

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_topics (child, titles);
}

static void
assert_topics (WindowFixture *fixture,
               const char    *expected)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  collect_topics (window_fixture_get_page (fixture), titles);
  g_assert_cmpstr (titles->str, ==, expected);
}

static GtkWidget *
find_topic (GtkWidget  *root,
            const char *key)
{
  if (WH_IS_TOPIC_ROW (root) && g_str_equal (wh_topic_row_get_key (WH_TOPIC_ROW (root)), key))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_topic (child, key);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
get_topic (WindowFixture *fixture,
           const char    *key)
{
  GtkWidget *row = find_topic (window_fixture_get_page (fixture), key);

  g_assert_nonnull (row);
  return row;
}

/* The page is laid out before it goes to a topic, when the machine has the time. */
static void
wait_for_focus (WindowFixture *fixture,
                const char    *key)
{
  GtkWidget *topic;

  while ((topic = find_topic (window_fixture_get_page (fixture), key)) == NULL ||
         gtk_window_get_focus (GTK_WINDOW (fixture->window)) != topic)
    window_fixture_settle (fixture);
}

static void
activate (WindowFixture *fixture,
          const char    *action,
          const char    *target)
{
  g_assert_true (gtk_widget_activate_action (window_fixture_get_page (fixture), action, "s", target));
  window_fixture_settle (fixture);
}

static void
open_chapter (WindowFixture *fixture,
              const char    *key)
{
  activate (fixture, "win.show-page", "guides");
  activate (fixture, "win.open-guide", "basics");
  activate (fixture, "win.open-topic", key);
}

static WhStatus
load_status (WindowFixture *fixture,
             const char    *key)
{
  return wh_store_load_status (small_catalogue_get_database (&fixture->small), key, NULL);
}

static void
tick (WindowFixture *fixture,
      const char    *key)
{
  GtkWidget *circle = find_widget (get_topic (fixture, key), WH_TYPE_LEARNT_BUTTON, NULL);

  g_signal_emit_by_name (circle, "clicked");
  window_fixture_settle (fixture);
}

static void
test_guides_list (WindowFixture *fixture,
                  gconstpointer  user_data)
{
  activate (fixture, "win.show-page", "guides");
  g_assert_true (WH_IS_GUIDES_PAGE (window_fixture_get_page (fixture)));
  assert_shows (fixture, "Basics");
  assert_shows (fixture, "What everyone needs");
  assert_shows (fixture, "Survey");
  assert_shows (fixture, "0/7");

  gtk_widget_activate (find_widget (window_fixture_get_page (fixture), WH_TYPE_GUIDE_ROW, NULL));
  window_fixture_settle (fixture);
  g_assert_true (wh_guide_page_is_of (WH_GUIDE_PAGE (window_fixture_get_page (fixture)), "basics", NULL));
}

/* A guide begins with its chapters and ends with what is of all of it. */
static void
test_guides_overview (WindowFixture *fixture,
                      gconstpointer  user_data)
{
  GtkWidget *page;

  activate (fixture, "win.show-page", "guides");
  activate (fixture, "win.open-guide", "basics");
  page = window_fixture_get_page (fixture);

  assert_shows (fixture, "0 of 7 learnt");
  assert_shows (fixture, "Language");
  assert_shows (fixture, "0/4");
  assert_topics (fixture, "Habits");
  assert_shows (fixture, "When to Learn What");
  assert_shows (fixture, "First of all");
  assert_shows (fixture, "Sleep");
  assert_shows (fixture, "Pace by task");
  assert_shows (fixture, "100 %");
  assert_shows (fixture, "What to read");
  assert_shows (fixture, "Practise");
  g_assert_false (shows (page, "Much waiting"));

  tick (fixture, "basics.habits");
  assert_shows (fixture, "1 of 7 learnt");
}

static void
test_guides_chapter (WindowFixture *fixture,
                     gconstpointer  user_data)
{
  GtkWidget *page;
  GtkWidget *example;

  open_chapter (fixture, "basics.language");
  page = window_fixture_get_page (fixture);

  assert_topics (fixture, "Dictionaries, Sets, Generators, Style");
  assert_shows (fixture, "Core");
  assert_shows (fixture, "0/3");
  assert_shows (fixture, "Data structures");
  assert_shows (fixture, "emphasis/master");
  assert_shows (fixture, "Keys and values");
  assert_shows (fixture, "Much waiting");
  assert_shows (fixture, "tasks by Celery");
  assert_shows (fixture, "Sets are fast");
  assert_shows (fixture, "Not always");

  /* Code is made when somebody looks at it. */
  example = find_widget (page, WH_TYPE_EXAMPLE_ROW, NULL);
  g_assert_nonnull (example);
  g_assert_null (find_widget (page, WH_TYPE_CODE_VIEW, NULL));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (example), TRUE);
  window_fixture_settle (fixture);
  g_assert_true (gtk_widget_get_mapped (find_widget (page, WH_TYPE_CODE_VIEW, NULL)));
}

/* What is ticked shows on every page, and can be undone. */
static void
test_guides_tick (WindowFixture *fixture,
                  gconstpointer  user_data)
{
  open_chapter (fixture, "basics.language");

  tick (fixture, "basics.dict");
  g_assert_cmpint (load_status (fixture, "basics.dict"), ==, WH_STATUS_LEARNT);
  window_fixture_assert_plan (fixture, "basics.dict:learnt");
  assert_shows (fixture, "1 of 4 learnt");
  assert_shows (fixture, "1/3");
  assert_shows (fixture, "1/2");
  g_assert_cmpstr (wh_undo_stack_get_undo_title (wh_window_get_undo_stack (fixture->window)), ==, "“Dictionaries” learnt");
  g_assert_true (shows (GTK_WIDGET (fixture->window), "1/7"));

  window_fixture_activate (fixture, "win.undo");
  window_fixture_settle (fixture);
  g_assert_cmpint (load_status (fixture, "basics.dict"), ==, WH_STATUS_NONE);
  window_fixture_assert_plan (fixture, "");
  assert_shows (fixture, "0 of 4 learnt");
}

static void
test_guides_keyboard (WindowFixture *fixture,
                      gconstpointer  user_data)
{
  GtkWidget *row;

  open_chapter (fixture, "basics.language");
  row = get_topic (fixture, "basics.set");

  g_assert_true (gtk_widget_grab_focus (row));
  g_assert_true (press_key (row, GDK_KEY_space));
  g_assert_cmpint (load_status (fixture, "basics.set"), ==, WH_STATUS_LEARNT);
  window_fixture_activate (fixture, "page.learnt");
  g_assert_cmpint (load_status (fixture, "basics.set"), ==, WH_STATUS_TO_LEARN);

  gtk_widget_grab_focus (get_topic (fixture, "basics.generators"));
  window_fixture_activate (fixture, "page.add");
  window_fixture_assert_plan (fixture, "basics.set:to-learn basics.generators:to-learn");

  /* A topic that is no library has nothing to open. */
  gtk_widget_activate (get_topic (fixture, "basics.generators"));
  g_assert_cmpint (load_status (fixture, "basics.generators"), ==, WH_STATUS_LEARNT);
}

static void
test_guides_libraries (WindowFixture *fixture,
                       gconstpointer  user_data)
{
  open_chapter (fixture, "basics.libraries");
  assert_topics (fixture, "FastAPI to begin with, Django");

  tick (fixture, "basics.fastapi");
  g_assert_cmpint (load_status (fixture, "fastapi"), ==, WH_STATUS_LEARNT);
  g_assert_cmpint (load_status (fixture, "basics.fastapi"), ==, WH_STATUS_NONE);
  assert_shows (fixture, "1 of 2 learnt");

  gtk_widget_activate (get_topic (fixture, "basics.django"));
  window_fixture_settle (fixture);
  g_assert_true (WH_IS_LIBRARY_PAGE (window_fixture_get_page (fixture)));
}

static void
search (WindowFixture *fixture,
        const char    *text)
{
  GtkWidget *entry;

  window_fixture_activate (fixture, "page.search");
  entry = find_widget (window_fixture_get_page (fixture), GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
  window_fixture_settle (fixture);
}

/* One looks for topics in the whole guide, and within a chapter in that. */
static void
test_guides_search (WindowFixture *fixture,
                    gconstpointer  user_data)
{
  activate (fixture, "win.show-page", "guides");
  activate (fixture, "win.open-guide", "basics");

  search (fixture, "VALUES");
  assert_topics (fixture, "Dictionaries");
  assert_shows (fixture, "Language");
  assert_shows (fixture, "Data structures");
  g_assert_false (shows (window_fixture_get_page (fixture), "Libraries"));
  g_assert_false (shows (window_fixture_get_page (fixture), "Much waiting"));

  search (fixture, "a");
  assert_topics (fixture, "Dictionaries, Generators, FastAPI to begin with, Django, Habits");

  /* All words, wherever they stand: in the title, the note or the library. */
  search (fixture, "values dictionaries");
  assert_topics (fixture, "Dictionaries");
  search (fixture, "begin\tＦＡＳＴＡＰＩ");
  assert_topics (fixture, "FastAPI to begin with");
  search (fixture, "values generators");
  assert_shows (fixture, "Nothing Found");

  search (fixture, "no such words");
  assert_shows (fixture, "Nothing Found");
  search (fixture, "");
  assert_shows (fixture, "When to Learn What");

  activate (fixture, "win.open-topic", "basics.libraries");
  search (fixture, "fast");
  assert_topics (fixture, "FastAPI to begin with");
}

static void
test_guides_open_only (WindowFixture *fixture,
                       gconstpointer  user_data)
{
  GtkWidget *filter;

  open_chapter (fixture, "basics.libraries");
  filter = find_widget (window_fixture_get_page (fixture), ADW_TYPE_TOGGLE_GROUP, NULL);
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (filter), "open");
  window_fixture_settle (fixture);
  assert_topics (fixture, "FastAPI to begin with, Django");

  /* What is ticked stays to be seen, until one looks again. */
  tick (fixture, "basics.fastapi");
  assert_topics (fixture, "FastAPI to begin with, Django");
  tick (fixture, "basics.django");
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (filter), "all");
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (filter), "open");
  window_fixture_settle (fixture);
  assert_shows (fixture, "All Done");
}

/* From anywhere, and again on the page itself. */
static void
test_guides_open_topic (WindowFixture *fixture,
                        gconstpointer  user_data)
{
  GtkWidget *page;

  activate (fixture, "win.open-topic", "basics.style");
  page = window_fixture_get_page (fixture);
  g_assert_true (wh_guide_page_is_of (WH_GUIDE_PAGE (page), "basics", "basics.language"));
  wait_for_focus (fixture, "basics.style");

  search (fixture, "dict");
  activate (fixture, "win.open-topic", "basics.generators");
  g_assert_true (window_fixture_get_page (fixture) == page);
  wait_for_focus (fixture, "basics.generators");

  /* What stands in no chapter stands in the guide. */
  activate (fixture, "win.open-topic", "basics.habits");
  g_assert_true (wh_guide_page_is_of (WH_GUIDE_PAGE (window_fixture_get_page (fixture)), "basics", NULL));
  wait_for_focus (fixture, "basics.habits");
}

static void
test_guides_plan (WindowFixture *fixture,
                  gconstpointer  user_data)
{
  GtkWidget *row;

  open_chapter (fixture, "basics.language");
  g_assert_true (gtk_widget_activate_action (get_topic (fixture, "basics.dict"), "topic.add", NULL));

  activate (fixture, "win.show-page", "plan");
  assert_shows (fixture, "Dictionaries");
  assert_shows (fixture, "Keys and values\nBasics › Language › Core › Data structures");

  row = find_widget (window_fixture_get_page (fixture), WH_TYPE_PLAN_ROW, NULL);
  g_assert_true (gtk_widget_activate_action (row, "item.open", NULL));
  window_fixture_settle (fixture);
  g_assert_true (wh_guide_page_is_of (WH_GUIDE_PAGE (window_fixture_get_page (fixture)), "basics", "basics.language"));
}

/* A title is mended by somebody else while the page is open; the topic that has the focus keeps it. */
static void
test_guides_follow_the_catalogue (WindowFixture *fixture,
                                  gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;

  open_chapter (fixture, "basics.language");
  tick (fixture, "basics.set");
  gtk_widget_grab_focus (get_topic (fixture, "basics.set"));

  wh_database_exec (small_catalogue_get_database (&fixture->small), "UPDATE text SET text = 'Sets, mended' WHERE text = 'Sets'", &error);
  g_assert_no_error (error);
  g_signal_emit_by_name (fixture->small.catalogue, "changed", WH_CATALOGUE_CHANGE_CONTENTS, NULL);
  window_fixture_settle (fixture);

  assert_topics (fixture, "Dictionaries, Sets, mended, Generators, Style");
  assert_shows (fixture, "1 of 4 learnt");
  wait_for_focus (fixture, "basics.set");
}

/* With large text on a phone all of it is there. */
static void
test_guides_fit_a_phone (WindowFixture *fixture,
                         gconstpointer  user_data)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (fixture->window));
  int          width;

  g_object_set (settings, "gtk-xft-dpi", 144 * PANGO_SCALE, NULL);
  activate (fixture, "win.show-page", "guides");
  gtk_widget_measure (window_fixture_get_page (fixture), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 360);

  activate (fixture, "win.open-guide", "basics");
  gtk_widget_measure (window_fixture_get_page (fixture), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 360);

  activate (fixture, "win.open-topic", "basics.language");
  gtk_widget_measure (window_fixture_get_page (fixture), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 360);

  gtk_settings_reset_property (settings, "gtk-xft-dpi");
}

static void
test_guides_row_speaks (WindowFixture *fixture,
                        gconstpointer  user_data)
{
  GtkWidget *row;

  open_chapter (fixture, "basics.language");
  tick (fixture, "basics.dict");
  row = get_topic (fixture, "basics.dict");

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "Dictionaries");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Keys and values, Learnt");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_widget (row, WH_TYPE_LEARNT_BUTTON, NULL)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Dictionaries");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) g_test_add ("/guides/" path, WindowFixture, NULL, window_fixture_set_up, function, window_fixture_tear_down)
  ADD ("list", test_guides_list);
  ADD ("overview", test_guides_overview);
  ADD ("chapter", test_guides_chapter);
  ADD ("tick", test_guides_tick);
  ADD ("keyboard", test_guides_keyboard);
  ADD ("libraries", test_guides_libraries);
  ADD ("search", test_guides_search);
  ADD ("open-only", test_guides_open_only);
  ADD ("open-topic", test_guides_open_topic);
  ADD ("plan", test_guides_plan);
  ADD ("follow-the-catalogue", test_guides_follow_the_catalogue);
  ADD ("row-speaks", test_guides_row_speaks);
#undef ADD
  g_test_add ("/guides/fit-a-phone", WindowFixture, NULL, window_fixture_set_up_narrow, test_guides_fit_a_phone, window_fixture_tear_down);

  return g_test_run ();
}
