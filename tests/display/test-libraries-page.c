/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-database-private.h"
#include "wh-filter-bar.h"
#include "wh-filter-chip.h"
#include "wh-libraries-page.h"
#include "wh-library-private.h"
#include "wh-library-row.h"
#include "wh-library-selection.h"
#include "wh-nothing-found.h"

#include "window-fixture.h"

static WhLibrariesPage *
get_page (WindowFixture *fixture)
{
  return WH_LIBRARIES_PAGE (window_fixture_get_page (fixture));
}

static WhLibraryList *
get_list (WindowFixture *fixture)
{
  return wh_libraries_page_get_list (get_page (fixture));
}

static void
set_query (WindowFixture *fixture,
           const char    *text,
           WhFacet        facet,
           const char    *key)
{
  g_autoptr (WhLibraryQuery) query = wh_library_query_new ();

  wh_library_query_set_text (query, text);
  if (key != NULL)
    wh_library_query_set_values (query, facet, (const char *[]) { key, NULL });
  wh_libraries_page_set_query (get_page (fixture), query);
  window_fixture_settle (fixture);
}

/* The keys in the order of the list: "fastapi django". */
static char *
dup_keys (WindowFixture *fixture)
{
  GListModel *model = G_LIST_MODEL (get_list (fixture));
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (WhLibrary) library = g_list_model_get_item (model, i);

      g_string_append_printf (keys, "%s%s", i > 0 ? " " : "", wh_library_get_key (library));
    }

  return g_string_free_and_steal (g_steal_pointer (&keys));
}

static void
assert_keys (WindowFixture *fixture,
             const char    *expected)
{
  g_autofree char *keys = dup_keys (fixture);

  g_assert_cmpstr (keys, ==, expected);
}

static GtkSelectionModel *
get_selection (WindowFixture *fixture)
{
  GtkWidget *view = find_widget (window_fixture_get_page (fixture), GTK_TYPE_LIST_VIEW, NULL);

  return gtk_list_view_get_model (GTK_LIST_VIEW (view));
}

static const char *
get_stack_child (WindowFixture *fixture)
{
  GtkWidget *view = find_widget (window_fixture_get_page (fixture), GTK_TYPE_LIST_VIEW, NULL);
  GtkWidget *stack = gtk_widget_get_ancestor (view, GTK_TYPE_STACK);

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

static WhLibraryRow *
find_row (GtkWidget  *root,
          const char *key)
{
  if (WH_IS_LIBRARY_ROW (root))
    {
      WhLibrary *library = wh_library_row_get_library (WH_LIBRARY_ROW (root));

      return library != NULL && g_str_equal (wh_library_get_key (library), key) ? WH_LIBRARY_ROW (root) : NULL;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      WhLibraryRow *row = find_row (child, key);

      if (row != NULL)
        return row;
    }

  return NULL;
}

static GtkWidget *
get_row (WindowFixture *fixture,
         const char    *key)
{
  WhLibraryRow *row = find_row (window_fixture_get_page (fixture), key);

  g_assert_nonnull (row);

  return GTK_WIDGET (row);
}

static WhFilterChip *
get_chip (WindowFixture *fixture,
          WhFacet        facet)
{
  GtkWidget *bar = find_widget (window_fixture_get_page (fixture), WH_TYPE_FILTER_BAR, NULL);

  return WH_FILTER_CHIP (wh_filter_bar_get_chip (WH_FILTER_BAR (bar), facet));
}

/* The @nth value in the popover of a chip, which is opened. */
static GtkWidget *
get_value (WindowFixture *fixture,
           WhFacet        facet,
           guint          nth)
{
  WhFilterChip *chip = get_chip (fixture, facet);
  GtkWidget    *value;

  wh_filter_chip_popup (chip);
  value = find_widget (GTK_WIDGET (chip), GTK_TYPE_TOGGLE_BUTTON, "filter-value");
  while (nth-- > 0)
    value = gtk_widget_get_next_sibling (value);

  g_assert_nonnull (value);

  return value;
}

static void
test_page_lists_have_a_name (WindowFixture *fixture,
                             gconstpointer  user_data)
{
  GtkWidget *page = window_fixture_get_page (fixture);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_widget (page, GTK_TYPE_LIST_VIEW, "libraries")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Libraries");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_widget (page, GTK_TYPE_COLUMN_VIEW, "libraries")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Libraries");
}

static void
test_page_starts_with_everything (WindowFixture *fixture,
                                  gconstpointer  user_data)
{
  g_assert_cmpstr (wh_libraries_page_get_status_text (get_page (fixture)), ==, "6 libraries");
  g_assert_cmpstr (get_stack_child (fixture), ==, "list");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_selection (fixture))), ==, 6);
}

static void
test_page_shows_a_role_by_priority (WindowFixture *fixture,
                                    gconstpointer  user_data)
{
  const WhSearchSection *section;
  guint                  start;
  guint                  end;

  set_query (fixture, NULL, WH_FACET_ROLE, "backend");

  assert_keys (fixture, "django fastapi sqlalchemy celery");
  section = wh_library_list_find_section (get_list (fixture), 0);
  g_assert_cmpstr (section->key, ==, "P0");

  gtk_section_model_get_section (GTK_SECTION_MODEL (get_selection (fixture)), 1, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, 3);

  /* The card of P0 begins and ends where the section does. */
  g_assert_true (gtk_widget_has_css_class (get_row (fixture, "django"), "first"));
  g_assert_false (gtk_widget_has_css_class (get_row (fixture, "fastapi"), "first"));
  g_assert_true (gtk_widget_has_css_class (get_row (fixture, "sqlalchemy"), "last"));
  g_assert_true (gtk_widget_has_css_class (get_row (fixture, "celery"), "first"));
}

static void
test_page_drops_sections_when_searching (WindowFixture *fixture,
                                         gconstpointer  user_data)
{
  GtkWidget *view = find_widget (window_fixture_get_page (fixture), GTK_TYPE_LIST_VIEW, NULL);
  GtkWidget *search = find_widget (window_fixture_get_page (fixture), GTK_TYPE_SEARCH_ENTRY, NULL);

  g_assert_nonnull (gtk_list_view_get_header_factory (GTK_LIST_VIEW (view)));

  gtk_editable_set_text (GTK_EDITABLE (search), "fast");
  window_fixture_settle (fixture);

  g_assert_null (gtk_list_view_get_header_factory (GTK_LIST_VIEW (view)));
  assert_keys (fixture, "fastapi");

  window_fixture_activate (fixture, "page.escape");
  window_fixture_settle (fixture);

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
  g_assert_nonnull (gtk_list_view_get_header_factory (GTK_LIST_VIEW (view)));
}

static void
test_page_counts_live (WindowFixture *fixture,
                       gconstpointer  user_data)
{
  GtkWidget *backend = get_value (fixture, WH_FACET_ROLE, 0);
  GtkWidget *first;

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (backend), GTK_ACCESSIBLE_PROPERTY_LABEL, "Backend, 4 libraries");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (backend), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_FALSE);

  g_signal_emit_by_name (backend, "clicked");

  assert_keys (fixture, "django fastapi sqlalchemy celery");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (backend), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);

  /* Counts within the chosen role, and of the others as if none were chosen. */
  first = get_value (fixture, WH_FACET_PRIORITY, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (first), GTK_ACCESSIBLE_PROPERTY_LABEL, "P0, 3 libraries");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_value (fixture, WH_FACET_ROLE, 1)), GTK_ACCESSIBLE_PROPERTY_LABEL, "Data, 4 libraries");

  g_signal_emit_by_name (first, "clicked");
  assert_keys (fixture, "django fastapi sqlalchemy");
}

static void
test_page_hides_chips_without_values (WindowFixture *fixture,
                                      gconstpointer  user_data)
{
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_chip (fixture, WH_FACET_ROLE))));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_chip (fixture, WH_FACET_TAG))));
  g_assert_false (wh_filter_chip_get_available (get_chip (fixture, WH_FACET_TAG)));

  /* Nothing is planned or rated yet, so there is nothing to tell apart. */
  g_assert_false (wh_filter_chip_get_available (get_chip (fixture, WH_FACET_STATUS)));
  g_assert_false (wh_filter_chip_get_available (get_chip (fixture, WH_FACET_MY_RATING)));
}

static void
test_page_says_what_is_chosen (WindowFixture *fixture,
                               gconstpointer  user_data)
{
  GtkWidget *button = find_widget (GTK_WIDGET (get_chip (fixture, WH_FACET_ROLE)), GTK_TYPE_MENU_BUTTON, NULL);

  g_assert_cmpstr (gtk_menu_button_get_label (GTK_MENU_BUTTON (button)), ==, "Role");

  set_query (fixture, NULL, WH_FACET_ROLE, "data");
  g_assert_cmpstr (gtk_menu_button_get_label (GTK_MENU_BUTTON (button)), ==, "Data");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Role: Data");
  g_assert_true (wh_filter_chip_get_active (get_chip (fixture, WH_FACET_ROLE)));
}

static void
test_page_offers_to_drop_a_filter (WindowFixture *fixture,
                                   gconstpointer  user_data)
{
  GtkWidget *nothing = find_widget (window_fixture_get_page (fixture), WH_TYPE_NOTHING_FOUND, NULL);
  GtkWidget *drop = find_widget (nothing, GTK_TYPE_BUTTON, "suggested-action");

  set_query (fixture, "polars", WH_FACET_ROLE, "backend");

  g_assert_cmpstr (get_stack_child (fixture), ==, "nothing");
  g_assert_cmpstr (wh_libraries_page_get_status_text (get_page (fixture)), ==, "0 libraries");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (find_widget (drop, GTK_TYPE_LABEL, NULL))), ==, "Drop “Role”: 1 Library");

  g_signal_emit_by_name (drop, "clicked");
  window_fixture_settle (fixture);

  assert_keys (fixture, "polars");
  g_assert_cmpstr (get_stack_child (fixture), ==, "list");

  window_fixture_activate (fixture, "page.clear");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_list (fixture))), ==, 6);
}

/* Without any one of the two there is still nothing. */
static void
test_page_offers_only_what_helps (WindowFixture *fixture,
                                  gconstpointer  user_data)
{
  GtkWidget *nothing = find_widget (window_fixture_get_page (fixture), WH_TYPE_NOTHING_FOUND, NULL);
  g_autoptr (WhLibraryQuery) query = wh_library_query_new ();

  wh_library_query_set_text (query, "polars");
  wh_library_query_set_values (query, WH_FACET_ROLE, (const char *[]) { "backend", NULL });
  wh_library_query_set_values (query, WH_FACET_PRIORITY, (const char *[]) { "P2", NULL });
  wh_libraries_page_set_query (get_page (fixture), query);
  window_fixture_settle (fixture);

  g_assert_cmpstr (get_stack_child (fixture), ==, "nothing");
  g_assert_false (gtk_widget_get_visible (find_widget (nothing, GTK_TYPE_BUTTON, "suggested-action")));
}

static void
test_page_adds_a_selection (WindowFixture *fixture,
                            gconstpointer  user_data)
{
  GtkSelectionModel *selection = get_selection (fixture);
  gboolean           selecting;

  set_query (fixture, NULL, WH_FACET_ROLE, "backend");

  /* What GTK does for the pointer and the focus selects nothing. */
  gtk_selection_model_select_item (selection, 0, TRUE);
  g_assert_cmpuint (wh_library_selection_get_n_selected (WH_LIBRARY_SELECTION (selection)), ==, 0);

  gtk_selection_model_select_item (selection, 1, FALSE);
  gtk_selection_model_select_item (selection, 3, FALSE);
  g_object_get (get_page (fixture), "selecting", &selecting, NULL);
  g_assert_true (selecting);
  g_assert_cmpstr (wh_libraries_page_get_status_text (get_page (fixture)), ==, "2 selected");

  window_fixture_activate (fixture, "page.add-selected");
  window_fixture_assert_plan (fixture, "fastapi:to-learn celery:to-learn");
  g_assert_cmpuint (wh_library_selection_get_n_selected (WH_LIBRARY_SELECTION (selection)), ==, 0);
  g_assert_cmpstr (wh_libraries_page_get_status_text (get_page (fixture)), ==, "4 libraries · 2 in my plan");

  window_fixture_activate (fixture, "win.undo");
  window_fixture_assert_plan (fixture, "");

  window_fixture_activate (fixture, "win.redo");
  window_fixture_assert_plan (fixture, "fastapi:to-learn celery:to-learn");
}

static void
test_page_selects_the_query (WindowFixture *fixture,
                             gconstpointer  user_data)
{
  WhLibrarySelection *selection = WH_LIBRARY_SELECTION (get_selection (fixture));
  g_auto (GStrv) keys = NULL;
  g_autofree char *text = NULL;

  set_query (fixture, NULL, WH_FACET_ROLE, "data");
  window_fixture_activate (fixture, "page.select-all");
  g_assert_cmpuint (wh_library_selection_get_n_selected (selection), ==, 4);

  wh_library_selection_toggle (selection, 0);
  g_assert_cmpuint (wh_library_selection_get_n_selected (selection), ==, 3);

  keys = wh_library_selection_dup_keys (selection);
  text = g_strjoinv (" ", keys);
  g_assert_cmpstr (text, ==, "pandas django fastapi");

  /* Another query, and what was selected is not what is seen. */
  set_query (fixture, NULL, WH_FACET_ROLE, "backend");
  g_assert_cmpuint (wh_library_selection_get_n_selected (selection), ==, 0);
}

static void
test_page_extends_a_selection (WindowFixture *fixture,
                               gconstpointer  user_data)
{
  WhLibrarySelection *selection = WH_LIBRARY_SELECTION (get_selection (fixture));

  wh_library_selection_toggle (selection, 3);
  wh_library_selection_extend (selection, 1);
  g_assert_cmpuint (wh_library_selection_get_n_selected (selection), ==, 3);

  wh_library_selection_extend (selection, 5);
  g_assert_cmpuint (wh_library_selection_get_n_selected (selection), ==, 5);

  window_fixture_activate (fixture, "page.escape");
  g_assert_cmpuint (wh_library_selection_get_n_selected (selection), ==, 0);
}

static void
test_page_stops_selecting_from_the_search (WindowFixture *fixture,
                                           gconstpointer  user_data)
{
  GtkWidget *search = find_widget (GTK_WIDGET (get_page (fixture)), GTK_TYPE_SEARCH_ENTRY, NULL);
  gboolean   selecting;

  g_object_set (get_page (fixture), "selecting", TRUE, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "fast");

  /* One press, one thing: first the words go, then the selecting. */
  g_signal_emit_by_name (search, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
  g_object_get (get_page (fixture), "selecting", &selecting, NULL);
  g_assert_true (selecting);

  g_signal_emit_by_name (search, "stop-search");
  g_object_get (get_page (fixture), "selecting", &selecting, NULL);
  g_assert_false (selecting);
}

/* Presses a key in the search entry, as far as its own controller is concerned. */
static gboolean
press_in_search (WindowFixture *fixture,
                 guint          key)
{
  GtkWidget *search = find_widget (window_fixture_get_page (fixture), GTK_TYPE_SEARCH_ENTRY, NULL);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (search);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);

      if (handled)
        return TRUE;
    }

  return FALSE;
}

static void
test_page_by_keyboard (WindowFixture *fixture,
                       gconstpointer  user_data)
{
  GtkRoot   *root = GTK_ROOT (fixture->window);
  GtkWidget *search = find_widget (window_fixture_get_page (fixture), GTK_TYPE_SEARCH_ENTRY, NULL);

  window_fixture_activate (fixture, "win.search");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (root), search));

  g_assert_false (press_in_search (fixture, GDK_KEY_Right));
  g_assert_true (press_in_search (fixture, GDK_KEY_Down));
  g_assert_true (gtk_widget_get_first_child (gtk_root_get_focus (root)) == get_row (fixture, "celery"));

  /* What has the focus is what is meant. */
  window_fixture_activate (fixture, "win.learnt");
  window_fixture_assert_plan (fixture, "celery:learnt");
  window_fixture_activate (fixture, "win.learnt");
  window_fixture_assert_plan (fixture, "celery:to-learn");
}

static void
test_page_learns_by_the_circle (WindowFixture *fixture,
                                gconstpointer  user_data)
{
  GtkWidget *circle = find_widget (get_row (fixture, "pandas"), GTK_TYPE_TOGGLE_BUTTON, "circle");

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (circle), GTK_ACCESSIBLE_ROLE_CHECKBOX);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (circle), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_FALSE);

  g_signal_emit_by_name (circle, "clicked");
  window_fixture_assert_plan (fixture, "pandas:learnt");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (circle), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);

  /* Added and learnt were one step. */
  window_fixture_activate (fixture, "win.undo");
  window_fixture_assert_plan (fixture, "");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (circle), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_FALSE);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (circle)));
}

static void
test_page_adds_by_the_plus (WindowFixture *fixture,
                            gconstpointer  user_data)
{
  GtkWidget *row = get_row (fixture, "celery");
  GtkWidget *add = find_widget (row, GTK_TYPE_BUTTON, "add");

  g_assert_true (gtk_widget_get_visible (add));
  g_signal_emit_by_name (add, "clicked");

  window_fixture_assert_plan (fixture, "celery:to-learn");
  g_assert_false (gtk_widget_get_visible (add));
  g_assert_true (g_str_has_suffix (wh_library_row_get_description (WH_LIBRARY_ROW (row)), "To learn"));
}

static void
test_row_speaks (WindowFixture *fixture,
                 gconstpointer  user_data)
{
  GtkWidget *row = get_row (fixture, "fastapi");

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "FastAPI");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "FastAPI in a line. Web. 4.5 of 5 stars");

  row = get_row (fixture, "polars");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "polars in a line. Web. Not rated");
}

/* Whether any text below @node is set in a font of a family whose name has @words in it. */
static gboolean
is_set_in (GskRenderNode *node,
           const char    *words)
{
  GskRenderNodeType type = gsk_render_node_get_node_type (node);

  if (type == GSK_TEXT_NODE)
    {
      g_autoptr (PangoFontDescription) font = pango_font_describe (gsk_text_node_get_font (node));

      return strstr (pango_font_description_get_family (font), words) != NULL;
    }

  if (type == GSK_CONTAINER_NODE)
    {
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        if (is_set_in (gsk_container_node_get_child (node, i), words))
          return TRUE;
    }

  return (type == GSK_TRANSFORM_NODE && is_set_in (gsk_transform_node_get_child (node), words)) ||
         (type == GSK_CLIP_NODE && is_set_in (gsk_clip_node_get_child (node), words)) ||
         (type == GSK_ROUNDED_CLIP_NODE && is_set_in (gsk_rounded_clip_node_get_child (node), words)) ||
         (type == GSK_OPACITY_NODE && is_set_in (gsk_opacity_node_get_child (node), words));
}

/* Returns: (transfer full): how the row is drawn */
static GskRenderNode *
draw_row (GtkWidget *row)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (row);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (row), gtk_widget_get_height (row));

  return gtk_snapshot_free_to_node (snapshot);
}

/* Letters that several languages share have the shapes of the one that is shown, in the rows there are already too. */
static void
test_row_has_the_shapes_of_its_language (WindowFixture *fixture,
                                         gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GskRenderNode) drawn = NULL;

  wh_database_exec (small_catalogue_get_database (&fixture->small), "UPDATE text SET text = '直骨' WHERE language = 'en'", &error);
  g_assert_no_error (error);
  wh_catalogue_set_language (fixture->small.catalogue, "zh_CN");
  window_fixture_settle (fixture);

  drawn = draw_row (get_row (fixture, "celery"));
  g_assert_true (is_set_in (drawn, "CJK SC"));
  g_assert_false (is_set_in (drawn, "CJK JP"));
}

/* Rows are used again and again, also for libraries of which the same is said. */
static void
test_row_says_another_name (void)
{
  const WhLibraryRecord first = { .id = 1, .key = (char *) "first", .name = (char *) "First", .summary = (char *) "The same" };
  const WhLibraryRecord second = { .id = 2, .key = (char *) "second", .name = (char *) "Second", .summary = (char *) "The same" };
  g_autoptr (WhLibrary) one = wh_library_new (&first);
  g_autoptr (WhLibrary) other = wh_library_new (&second);
  g_autoptr (GtkWidget) row = g_object_ref_sink (wh_library_row_new ());

  wh_library_row_set_library (WH_LIBRARY_ROW (row), one);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "First");

  wh_library_row_set_library (WH_LIBRARY_ROW (row), NULL);
  wh_library_row_set_library (WH_LIBRARY_ROW (row), other);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "Second");
}

/* A narrow row gives its words the lines they need, a wide one is always as tall as the next. */
static void
test_row_makes_room (WindowFixture *fixture,
                     gconstpointer  user_data)
{
  GtkWidget *row = get_row (fixture, "sqlalchemy");
  GtkWidget *short_row = get_row (fixture, "polars");
  int        wide;
  int        narrow;
  int        height;

  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, 900, &wide, NULL, NULL, NULL);
  gtk_widget_measure (short_row, GTK_ORIENTATION_VERTICAL, 900, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, ==, wide);

  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, 190, &narrow, NULL, NULL, NULL);
  gtk_widget_measure (short_row, GTK_ORIENTATION_VERTICAL, 340, &height, NULL, NULL, NULL);
  g_assert_cmpint (narrow, >, wide);
  g_assert_cmpint (height, ==, wide);
}

static void
test_page_sorts_by_the_table (WindowFixture *fixture,
                              gconstpointer  user_data)
{
  GtkWidget *table;
  g_autoptr (GtkColumnViewColumn) name = NULL;
  WhLibraryQuery *query;

  g_object_set (get_page (fixture), "view", "table", NULL);
  window_fixture_settle (fixture);
  g_assert_cmpstr (get_stack_child (fixture), ==, "table");

  table = find_widget (window_fixture_get_page (fixture), GTK_TYPE_COLUMN_VIEW, NULL);
  name = g_list_model_get_item (gtk_column_view_get_columns (GTK_COLUMN_VIEW (table)), 0);
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (table), name, GTK_SORT_DESCENDING);

  query = wh_library_list_get_query (get_list (fixture));
  g_assert_cmpint (wh_library_query_get_sort (query), ==, WH_SORT_NAME);
  g_assert_true (wh_library_query_get_reversed (query));
  assert_keys (fixture, "sqlalchemy polars pandas fastapi django celery");

  /* And the other way round. */
  g_object_set (get_page (fixture), "sort", "stars", NULL);
  assert_keys (fixture, "fastapi celery django pandas polars sqlalchemy");
}

static void
test_page_by_keyboard_in_the_table (WindowFixture *fixture,
                                    gconstpointer  user_data)
{
  g_object_set (get_page (fixture), "view", "table", NULL);
  window_fixture_settle (fixture);

  /* Nothing is meant while the search has the focus. */
  window_fixture_activate (fixture, "win.search");
  window_fixture_activate (fixture, "win.add");
  window_fixture_assert_plan (fixture, "");

  g_assert_true (press_in_search (fixture, GDK_KEY_Down));
  window_fixture_activate (fixture, "win.add");
  window_fixture_assert_plan (fixture, "celery:to-learn");
  window_fixture_activate (fixture, "win.learnt");
  window_fixture_assert_plan (fixture, "celery:learnt");
}

/* The head of the first section stands above the first row, where GTK would not scroll by itself. */
static void
test_page_begins_with_a_head (WindowFixture *fixture,
                              gconstpointer  user_data)
{
  GtkWidget     *view = find_widget (window_fixture_get_page (fixture), GTK_TYPE_LIST_VIEW, NULL);
  GtkSettings   *settings = gtk_widget_get_settings (view);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  g_object_set (settings, "gtk-xft-dpi", 144 * PANGO_SCALE, NULL);
  g_object_set (get_page (fixture), "view", "table", NULL);
  window_fixture_settle (fixture);
  g_object_set (get_page (fixture), "view", "list", NULL);
  window_fixture_settle (fixture);

  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >, gtk_adjustment_get_page_size (adjustment));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);

  gtk_settings_reset_property (settings, "gtk-xft-dpi");
}

/* Counts the cells that show words, which may be none. */
static guint
assert_cells_have_text (GtkWidget *root)
{
  guint n_cells = 0;

  if (GTK_IS_INSCRIPTION (root))
    {
      g_assert_nonnull (gtk_inscription_get_text (GTK_INSCRIPTION (root)));
      return 1;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n_cells += assert_cells_have_text (child);

  return n_cells;
}

/* Of a library that is nothing to the user, and stands in no category. */
static void
test_page_has_cells_that_can_be_read (WindowFixture *fixture,
                                      gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *page = window_fixture_get_page (fixture);

  wh_database_exec (small_catalogue_get_database (&fixture->small), "DELETE FROM placement", &error);
  g_assert_no_error (error);
  wh_catalogue_set_language (fixture->small.catalogue, "zh_CN");
  g_object_set (page, "view", "table", NULL);
  window_fixture_settle (fixture);

  g_assert_cmpuint (assert_cells_have_text (find_widget (page, GTK_TYPE_COLUMN_VIEW, "libraries")), >=, 6 * 4);
}

static void
test_page_remembers_its_view (WindowFixture *fixture,
                              gconstpointer  user_data)
{
  g_autofree char *view = NULL;

  g_assert_true (gtk_widget_activate_action (window_fixture_get_page (fixture), "win.view", "s", "table"));

  view = g_settings_get_string (wh_application_get_settings (fixture->application), "libraries-view");
  g_assert_cmpstr (view, ==, "table");
}

static void
assert_remembered (WindowFixture *fixture,
                   const char    *expected)
{
  g_autoptr (GVariant) query = g_settings_get_value (wh_application_get_settings (fixture->application), "libraries-query");
  g_autofree char *text = g_variant_print (query, FALSE);

  g_assert_cmpstr (text, ==, expected);
}

/* Nothing has been drawn when the list is narrowed already. */
static void
test_page_remembers_its_query (WindowFixture *fixture,
                               gconstpointer  user_data)
{
  WhFilterChip *chip;

  set_query (fixture, "", WH_FACET_ROLE, "data");
  g_object_set (get_page (fixture), "sort", "name", "reversed", TRUE, NULL);
  assert_remembered (fixture, "({'role': ['data']}, 'name', true)");

  window_fixture_open_again (fixture);
  assert_keys (fixture, "sqlalchemy pandas fastapi django");
  chip = get_chip (fixture, WH_FACET_ROLE);
  g_assert_true (wh_filter_chip_get_active (chip));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (chip)));
  g_assert_cmpstr (wh_libraries_page_get_status_text (get_page (fixture)), ==, "4 libraries");

  /* The order stays when the filters go. */
  gtk_widget_activate_action (window_fixture_get_page (fixture), "page.clear", NULL);
  window_fixture_open_again (fixture);
  assert_keys (fixture, "sqlalchemy polars pandas fastapi django celery");
}

/* The heads of the columns follow the order, and do not make one of their own. */
static void
test_page_remembers_its_query_in_the_table (WindowFixture *fixture,
                                            gconstpointer  user_data)
{
  static const char *const sorts[] = { "name", "stars", "rank" };

  g_object_set (get_page (fixture), "view", "table", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    {
      g_autofree char *expected = g_strdup_printf ("({}, '%s', true)", sorts[i]);

      g_object_set (get_page (fixture), "sort", sorts[i], "reversed", TRUE, NULL);
      window_fixture_settle (fixture);
      assert_remembered (fixture, expected);

      window_fixture_open_again (fixture);
      window_fixture_settle (fixture);
      assert_remembered (fixture, expected);
    }
}

static void
test_page_forgets_the_search (WindowFixture *fixture,
                              gconstpointer  user_data)
{
  set_query (fixture, "pan", WH_FACET_ROLE, "data");
  assert_keys (fixture, "pandas");

  window_fixture_open_again (fixture);
  assert_keys (fixture, "sqlalchemy pandas django fastapi");
}

/* A filter that nobody passes any more is still there to be dropped; one that the catalogue does not know is not. */
static void
test_page_drops_unknown_filters (WindowFixture *fixture,
                                 gconstpointer  user_data)
{
  GSettings *settings = wh_application_get_settings (fixture->application);

  g_settings_set (settings, "libraries-query", "(@a{sas}sb)",
                  g_variant_new_parsed ("{'role': ['gone'], 'colour': ['red'], 'status': ['learning']}"), "sideways", TRUE);
  window_fixture_open_again (fixture);

  assert_keys (fixture, "");
  g_assert_false (wh_filter_chip_get_active (get_chip (fixture, WH_FACET_ROLE)));
  g_assert_true (wh_filter_chip_get_active (get_chip (fixture, WH_FACET_STATUS)));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (get_value (fixture, WH_FACET_STATUS, 0))));
}

static void
test_page_is_found_again (WindowFixture *fixture,
                          gconstpointer  user_data)
{
  GtkWidget *page = window_fixture_get_page (fixture);
  GtkWidget *view = gtk_widget_get_ancestor (page, ADW_TYPE_NAVIGATION_VIEW);

  set_query (fixture, "data", WH_FACET_ROLE, "data");
  set_query (fixture, NULL, WH_FACET_ROLE, "data");
  wh_window_open_library (fixture->window, "pandas");
  window_fixture_settle (fixture);
  g_assert_true (window_fixture_get_page (fixture) != page);

  /* Once is enough. */
  wh_window_open_library (fixture->window, "pandas");
  adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view));

  g_assert_true (window_fixture_get_page (fixture) == page);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_list (fixture))), ==, 4);
}

static void
test_page_is_compact (WindowFixture *fixture,
                      gconstpointer  user_data)
{
  GtkWidget *split = find_widget (GTK_WIDGET (fixture->window), ADW_TYPE_NAVIGATION_SPLIT_VIEW, NULL);
  GtkWidget *role = GTK_WIDGET (get_chip (fixture, WH_FACET_ROLE));
  GtkWidget *bar = find_widget (window_fixture_get_page (fixture), WH_TYPE_FILTER_BAR, NULL);

  g_assert_true (adw_navigation_split_view_get_collapsed (ADW_NAVIGATION_SPLIT_VIEW (split)));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, 360);

  /* Only what narrows the list, until the rest is asked for. */
  g_assert_false (gtk_widget_get_visible (role));
  set_query (fixture, NULL, WH_FACET_ROLE, "data");
  g_assert_true (gtk_widget_get_visible (role));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_chip (fixture, WH_FACET_PRIORITY))));

  wh_filter_bar_set_expanded (WH_FILTER_BAR (bar), TRUE);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_chip (fixture, WH_FACET_PRIORITY))));
}

#define add(path, func) g_test_add (path, WindowFixture, NULL, window_fixture_set_up, func, window_fixture_tear_down)

/* Most rows of a list are never seen, and what can be pressed is dear. */
static void
test_row_has_children_when_seen (WindowFixture *fixture,
                                 gconstpointer  user_data)
{
  g_autoptr (GtkWidget) unseen = g_object_ref_sink (wh_library_row_new ());
  GtkWidget *seen = get_row (fixture, "celery");
  int        height;
  int        unseen_height;

  wh_library_row_set_library (WH_LIBRARY_ROW (unseen), wh_library_row_get_library (WH_LIBRARY_ROW (seen)));
  g_assert_null (gtk_widget_get_first_child (unseen));
  g_assert_nonnull (gtk_widget_get_first_child (seen));

  gtk_widget_measure (seen, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  gtk_widget_measure (unseen, GTK_ORIENTATION_VERTICAL, -1, NULL, &unseen_height, NULL, NULL);
  g_assert_cmpint (unseen_height, >, 0);
  g_assert_cmpint (unseen_height, <=, height);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/libraries-page/starts-with-everything", test_page_starts_with_everything);
  add ("/libraries-page/lists-have-a-name", test_page_lists_have_a_name);
  add ("/libraries-page/shows-a-role-by-priority", test_page_shows_a_role_by_priority);
  add ("/libraries-page/drops-sections-when-searching", test_page_drops_sections_when_searching);
  add ("/libraries-page/counts-live", test_page_counts_live);
  add ("/libraries-page/hides-chips-without-values", test_page_hides_chips_without_values);
  add ("/libraries-page/says-what-is-chosen", test_page_says_what_is_chosen);
  add ("/libraries-page/offers-to-drop-a-filter", test_page_offers_to_drop_a_filter);
  add ("/libraries-page/offers-only-what-helps", test_page_offers_only_what_helps);
  add ("/libraries-page/adds-a-selection", test_page_adds_a_selection);
  add ("/libraries-page/selects-the-query", test_page_selects_the_query);
  add ("/libraries-page/extends-a-selection", test_page_extends_a_selection);
  add ("/libraries-page/stops-selecting-from-the-search", test_page_stops_selecting_from_the_search);
  add ("/libraries-page/by-keyboard", test_page_by_keyboard);
  add ("/libraries-page/learns-by-the-circle", test_page_learns_by_the_circle);
  add ("/libraries-page/adds-by-the-plus", test_page_adds_by_the_plus);
  add ("/libraries-page/by-keyboard-in-the-table", test_page_by_keyboard_in_the_table);
  add ("/libraries-page/sorts-by-the-table", test_page_sorts_by_the_table);
  add ("/libraries-page/has-cells-that-can-be-read", test_page_has_cells_that_can_be_read);
  add ("/libraries-page/remembers-its-view", test_page_remembers_its_view);
  add ("/libraries-page/remembers-its-query", test_page_remembers_its_query);
  add ("/libraries-page/remembers-its-query-in-the-table", test_page_remembers_its_query_in_the_table);
  add ("/libraries-page/forgets-the-search", test_page_forgets_the_search);
  add ("/libraries-page/drops-unknown-filters", test_page_drops_unknown_filters);
  add ("/libraries-page/is-found-again", test_page_is_found_again);
  add ("/library-row/has-children-when-seen", test_row_has_children_when_seen);
  add ("/library-row/speaks", test_row_speaks);
  add ("/library-row/makes-room", test_row_makes_room);
  add ("/library-row/has-the-shapes-of-its-language", test_row_has_the_shapes_of_its_language);
  g_test_add_func ("/library-row/says-another-name", test_row_says_another_name);
  g_test_add ("/libraries-page/begins-with-a-head", WindowFixture, NULL,
              window_fixture_set_up_narrow, test_page_begins_with_a_head, window_fixture_tear_down);
  g_test_add ("/libraries-page/is-compact", WindowFixture, NULL,
              window_fixture_set_up_narrow, test_page_is_compact, window_fixture_tear_down);

  return g_test_run ();
}
