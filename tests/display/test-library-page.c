/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <gtksourceview/gtksource.h>
#include <string.h>

#include "wh-catalogue-reader.h"
#include "wh-code-view.h"
#include "wh-fact-row.h"
#include "wh-library-page.h"
#include "wh-schema.h"
#include "wh-star-rating.h"

#define LONG_LINE "# a line that is longer than the half of any page, and than the whole of most of them, has room for"

/* A hundred of them are a second. */
#define N_WAITS 500

/* One library of which everything is stated that can be, and one of which nothing is. */
static const char catalogue_json[] =
  "{\"sources\": [{\"key\": \"survey\", \"title\": \"Survey\", \"language\": \"en\","
  "   \"sections\": [{\"key\": \"all\", \"title\": \"All of it\"}]},"
  "  {\"key\": \"guide\", \"title\": \"Handbook\", \"language\": \"en\"}],"
  " \"categories\": [{\"key\": \"web\", \"name\": \"Web\"}, {\"key\": \"net\", \"name\": \"Net\"}],"
  " \"measures\": [{\"key\": \"recommendation\", \"name\": \"Recommendation\"}, {\"key\": \"speed\", \"name\": \"Speed\"}],"
  " \"criteria_sets\": [{\"key\": \"s\", \"title\": \"Set\", \"criteria\": [\"One\"], \"source\": \"survey\"}],"
  " \"roles\": [{\"key\": \"backend\", \"name\": \"Back-end\", \"source\": \"survey#all\","
  "   \"priorities\": [{\"priority\": \"P0\", \"any_of\": [\"aiohttp\", \"httpx\"]}],"
  "   \"orders\": [{\"key\": \"o\", \"topic\": \"Clients\", \"connector\": \"→\", \"steps\": [\"requests\", \"aiohttp\"],"
  "     \"reason\": \"Easy first\"}]}],"
  " \"libraries\": [{\"key\": \"aiohttp\", \"name\": \"aiohttp\", \"kind\": \"library\", \"summary\": \"Asks\", \"source\": \"survey#all\","
  "   \"aliases\": [\"aio\"], \"categories\": [\"web\", \"net\"], \"requires\": \"Python\","
  "   \"standing\": \"legacy\", \"standing_reason\": \"Grown old\", \"standing_by\": \"httpx\","
  "   \"ratings\": [{\"measure\": \"recommendation\", \"stars\": 5}, {\"measure\": \"speed\", \"stars\": 3, \"note\": \"At a guess\"},"
  "     {\"measure\": \"recommendation\", \"stars\": 4, \"source\": \"guide\"}],"
  "   \"statements\": [{\"kind\": \"strength\", \"text\": \"Strong\"},"
  "     {\"kind\": \"claim\", \"text\": \"Bold\", \"source\": \"guide\","
  "       \"flag\": {\"kind\": \"outdated\", \"text\": \"Not today\", \"checked\": \"By eye\"}}],"
  "   \"relations\": [{\"kind\": \"rival-of\", \"key\": \"httpx\", \"note\": \"Of late\"}, {\"kind\": \"rival-of\", \"key\": \"requests\"}],"
  "   \"examples\": [{\"title\": \"Ask\", \"language\": \"python\", \"code\": \"" LONG_LINE "\\n\\tpass\\n\","
  "     \"side\": \"async\", \"counterpart\": \"http\"}, {\"title\": \"Alone\", \"language\": \"nonsense\", \"code\": \"x\"}]},"
  "  {\"key\": \"httpx\", \"name\": \"HTTPX\", \"kind\": \"library\", \"summary\": \"Asks both ways\", \"source\": \"survey\"},"
  "  {\"key\": \"bare\", \"name\": \"bare\", \"kind\": \"library\", \"summary\": \"Is there\", \"source\": \"survey\"},"
  "  {\"key\": \"requests\", \"name\": \"Requests\", \"kind\": \"library\", \"summary\": \"Asks in turn\", \"source\": \"survey\","
  "   \"examples\": [{\"title\": \"Ask in turn\", \"language\": \"python\", \"code\": \"" LONG_LINE "\\n\","
  "     \"side\": \"sync\", \"counterpart\": \"http\"}]}],"
  " \"rankings\": [{\"key\": \"r\", \"title\": \"Best\", \"criteria\": \"s\", \"source\": \"survey\","
  "   \"places\": [{\"place\": 1, \"libraries\": [\"aiohttp\", \"httpx\"], \"reason\": \"Both do\"}]}],"
  " \"comparisons\": [{\"key\": \"c\", \"title\": \"Clients compared\", \"source\": \"survey\","
  "   \"subjects\": [{\"library\": \"aiohttp\"}, {\"name\": \"Telnet\"}],"
  "   \"rows\": [{\"criterion\": \"Age\", \"values\": [\"Young\", \"Old\"]}]}],"
  " \"counterparts\": [{\"key\": \"http\", \"domain\": \"HTTP\", \"sync\": [{\"library\": \"requests\", \"note\": \"The classic\"}],"
  "   \"async\": [\"aiohttp\"], \"note\": \"Same verbs\", \"source\": \"survey#all\"}],"
  " \"tiers\": [{\"key\": \"t\", \"title\": \"First tier\", \"horizon\": \"now\", \"source\": \"survey\","
  "   \"items\": [{\"library\": \"aiohttp\", \"note\": \"At once\"}]}],"
  " \"picks\": [{\"key\": \"p\", \"situation\": \"Many requests\", \"verdict\": \"choose\", \"libraries\": [\"aiohttp\", \"httpx\"],"
  "   \"text\": \"Either\", \"source\": \"survey\"}],"
  " \"strategies\": [{\"key\": \"st\", \"title\": \"Waiting\", \"connector\": \">\", \"source\": \"survey\","
  "   \"items\": [{\"text\": \"Tasks\", \"library\": \"aiohttp\"}, {\"text\": \"Threads\"}]}],"
  " \"guides\": [{\"key\": \"g\", \"title\": \"Path\", \"source\": \"survey\", \"nodes\": [{\"key\": \"networks\", \"title\": \"Networks\","
  "   \"nodes\": [{\"key\": \"leaf\", \"title\": \"Clients at last\", \"library\": \"aiohttp\", \"note\": \"Sessions\","
  "     \"emphasis\": \"master\"}]}]}]}";

typedef struct
{
  WhCatalogue *catalogue;
  GtkWidget   *window;
  GtkWidget   *page;
  char        *opened;
} Fixture;

static WhDatabase *
make_database (void)
{
  g_autoptr (WhCatalogueReader) reader = wh_catalogue_reader_new ();
  g_autoptr (GError) error = NULL;
  WhDatabase *database = wh_database_open (":memory:", WH_DATABASE_CREATE, &error);

  g_assert_no_error (error);
  wh_catalogue_reader_add_json (reader, "rich.json", catalogue_json, strlen (catalogue_json));
  if (!wh_catalogue_reader_check (reader))
    g_error ("%s", (const char *) g_ptr_array_index (wh_catalogue_reader_get_problems (reader), 0));

  wh_catalogue_reader_store (reader, database, WH_SCHEMA_BUNDLE, "bundle", &error);
  g_assert_no_error (error);

  return database;
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         Fixture       *fixture)
{
  g_free (fixture->opened);
  fixture->opened = g_variant_dup_string (parameter, NULL);
}

static void
set_up (Fixture      *fixture,
        gconstpointer language)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("open-library", G_VARIANT_TYPE_STRING);
  g_autoptr (GError) error = NULL;

  fixture->catalogue = wh_catalogue_new (make_database (), language != NULL ? language : "en");
  wh_catalogue_load (fixture->catalogue, &error);
  g_assert_no_error (error);

  fixture->window = adw_window_new ();
  g_signal_connect (action, "activate", G_CALLBACK (open_cb), fixture);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
}

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
tear_down (Fixture      *fixture,
           gconstpointer language)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  iterate ();
  g_assert_finalize_object (fixture->catalogue);
  g_free (fixture->opened);
}

static void
show (Fixture    *fixture,
      const char *key,
      int         width)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhLibrary) library = wh_catalogue_dup_library_by_key (fixture->catalogue, key, &error);
  GtkWidget *view = adw_navigation_view_new ();

  g_assert_no_error (error);
  fixture->page = GTK_WIDGET (wh_library_page_new (fixture->catalogue, library));
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (fixture->page));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 700);
  adw_window_set_content (ADW_WINDOW (fixture->window), view);
  gtk_window_present (GTK_WINDOW (fixture->window));

  for (guint i = 0; i < N_WAITS && gtk_widget_get_width (fixture->page) == 0; i++)
    {
      gtk_test_widget_wait_for_draw (fixture->window);
      iterate ();
    }
}

/* The first that can be seen of a type, in the order of drawing; for a label, that says @text. */
static GtkWidget *
find (GtkWidget  *root,
      GType       type,
      const char *text)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_visible (root))
    return NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type) &&
      (text == NULL || g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text)))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type, text);

  return found;
}

static GtkWidget *
find_label (Fixture    *fixture,
            const char *text)
{
  GtkWidget *label = find (fixture->page, GTK_TYPE_LABEL, text);

  if (label == NULL)
    g_test_message ("There is no “%s”", text);
  g_assert_nonnull (label);

  return label;
}

/* The headings of what can be seen, in their order. */
static void
add_headings (GtkWidget *root,
              GString   *headings)
{
  if (!gtk_widget_get_visible (root))
    return;

  if (ADW_IS_PREFERENCES_GROUP (root) && *adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (root)) != '\0')
    {
      g_autofree char *text = NULL;

      /* It may carry the language that it is in. */
      g_assert_true (pango_parse_markup (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (root)), -1, 0, NULL, &text, NULL, NULL));
      g_string_append_printf (headings, "%s;", text);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    add_headings (child, headings);
}

static void
assert_headings (Fixture    *fixture,
                 const char *expected)
{
  g_autoptr (GString) headings = g_string_new (NULL);

  add_headings (fixture->page, headings);
  g_assert_cmpstr (headings->str, ==, expected);
}

static double
get_y (Fixture   *fixture,
       GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, fixture->page, &bounds));

  return bounds.origin.y;
}

/* The row whose title is @title says everything of the fact, for whoever only hears it. */
static void
assert_row (Fixture    *fixture,
            const char *title,
            const char *description)
{
  GtkWidget *row = gtk_widget_get_ancestor (find_label (fixture, title), WH_TYPE_FACT_ROW);

  g_assert_nonnull (row);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, title);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);
}

/* The page names @source by its title, and leads on to it. */
static void
assert_source_link (Fixture    *fixture,
                    const char *source,
                    const char *title)
{
  GtkWidget *row = gtk_widget_get_ancestor (find_label (fixture, "Named In"), WH_TYPE_FACT_ROW);
  GtkWidget *label = find (row, GTK_TYPE_LABEL, title);
  GtkWidget *link;

  g_assert_nonnull (label);
  link = gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);
  g_assert_nonnull (link);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (link)), ==, "win.open-source");
  g_assert_cmpstr (g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (link)), NULL), ==, source);
}

static void
test_library_page_shows_everything (Fixture      *fixture,
                                    gconstpointer user_data)
{
  show (fixture, "aiohttp", 900);

  assert_headings (fixture, "My View;Ratings;Priority by Role;When to Learn It;Quick Picks;Survey;"
                            "Handbook;Sync ↔ Async;Related;Comparisons;Examples;Rankings;Strategies;"
                            "Learning Orders;In Guides;Good to Know;");

  assert_row (fixture, "standing/legacy", "Grown old\nSurvey › All of it");
  assert_row (fixture, "Speed", "At a guess\nSurvey › All of it");
  assert_row (fixture, "Back-end", "Survey › All of it");
  assert_row (fixture, "First tier", "At once\nSurvey");
  assert_row (fixture, "Many requests", "Either\nSurvey");
  assert_row (fixture, "Strong", "statement/strength · All of it");
  assert_row (fixture, "Bold", "flag/outdated\nNot today\nHow it was checked: By eye\nstatement/claim");
  assert_row (fixture, "HTTP", "Requests: The classic\nSame verbs\nSurvey › All of it");
  assert_row (fixture, "relation/rival-of", "HTTPX: Of late\nSurvey › All of it");
  assert_row (fixture, "Clients compared", "Survey");
  assert_row (fixture, "Best", "Both do\nSurvey");
  assert_row (fixture, "Waiting", "Tasks > Threads\nSurvey");
  assert_row (fixture, "Back-end · Clients", "Easy first\nSurvey › All of it");
  assert_row (fixture, "Clients at last", "Sessions\nPath › Networks\nSurvey");
  assert_row (fixture, "Categories", "Web\nNet");
  assert_source_link (fixture, "survey", "Survey");
  assert_source_link (fixture, "guide", "Handbook");
}

static void
test_library_page_leaves_no_room_for_nothing (Fixture      *fixture,
                                              gconstpointer user_data)
{
  show (fixture, "bare", 900);

  /* Who names it, there is for each. */
  assert_headings (fixture, "My View;Good to Know;");
  assert_source_link (fixture, "survey", "Survey");
  g_assert_null (find (fixture->page, WH_TYPE_CODE_VIEW, NULL));
}

/* 5 and 4 stars by two sources are 4.5, and each says so. */
static void
test_library_page_tells_the_mean (Fixture      *fixture,
                                  gconstpointer user_data)
{
  GtkWidget *row;

  show (fixture, "aiohttp", 900);

  assert_row (fixture, "Recommendation", "Mean of 2 ratings");
  row = gtk_widget_get_ancestor (find_label (fixture, "Recommendation"), WH_TYPE_FACT_ROW);
  g_assert_cmpuint (wh_star_rating_get_value (WH_STAR_RATING (find (row, WH_TYPE_STAR_RATING, NULL))), ==, 9);

  row = gtk_widget_get_ancestor (find_label (fixture, "Handbook"), WH_TYPE_FACT_ROW);
  g_assert_cmpuint (wh_star_rating_get_value (WH_STAR_RATING (find (row, WH_TYPE_STAR_RATING, NULL))), ==, 8);
}

static void
test_library_page_leads_on (Fixture      *fixture,
                            gconstpointer user_data)
{
  GtkWidget *row;

  show (fixture, "aiohttp", 900);
  row = gtk_widget_get_ancestor (find_label (fixture, "HTTP"), WH_TYPE_FACT_ROW);
  g_signal_emit_by_name (find (row, GTK_TYPE_BUTTON, NULL), "clicked");
  g_assert_cmpstr (fixture->opened, ==, "requests");

  /* What is no library leads nowhere. */
  row = gtk_widget_get_ancestor (find_label (fixture, "Telnet"), WH_TYPE_FACT_ROW);
  g_assert_nonnull (row);
  g_assert_null (find (row, GTK_TYPE_BUTTON, NULL));
}

static char *
dup_clipboard (GtkWidget *widget)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_value_init (&value, G_TYPE_STRING);
  gdk_content_provider_get_value (gdk_clipboard_get_content (gtk_widget_get_clipboard (widget)), &value, &error);
  g_assert_no_error (error);

  return g_value_dup_string (&value);
}

static void
test_library_page_copies_code (Fixture      *fixture,
                               gconstpointer user_data)
{
  g_autofree char *copied = NULL;
  g_autofree char *shown = NULL;
  GtkWidget       *view;
  GtkWidget       *text;

  show (fixture, "aiohttp", 900);
  view = gtk_widget_get_ancestor (find_label (fixture, "Ask"), WH_TYPE_CODE_VIEW);
  g_signal_emit_by_name (find (view, GTK_TYPE_BUTTON, NULL), "clicked");
  copied = dup_clipboard (view);
  g_assert_cmpstr (copied, ==, LONG_LINE "\n\tpass\n");

  text = find (view, GTK_SOURCE_TYPE_VIEW, NULL);
  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "text", &shown, NULL);
  g_assert_cmpstr (shown, ==, LONG_LINE "\n\tpass");
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (text)));
  g_assert_false (gtk_text_view_get_accepts_tab (GTK_TEXT_VIEW (text)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, "Ask");
}

static const char *
get_scheme (GtkWidget *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (view, GTK_SOURCE_TYPE_VIEW, NULL)));

  return gtk_source_style_scheme_get_id (gtk_source_buffer_get_style_scheme (GTK_SOURCE_BUFFER (buffer)));
}

static void
test_library_page_colours_code (Fixture      *fixture,
                                gconstpointer user_data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkWidget       *view;

  show (fixture, "aiohttp", 900);
  view = find (fixture->page, WH_TYPE_CODE_VIEW, NULL);
  g_assert_cmpstr (get_scheme (view), ==, "Adwaita");

  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  g_assert_cmpstr (get_scheme (view), ==, "Adwaita-dark");
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
}

static GtkWidget *
get_code_view (Fixture    *fixture,
               const char *title)
{
  return gtk_widget_get_ancestor (find_label (fixture, title), WH_TYPE_CODE_VIEW);
}

static void
test_library_page_pairs_code (Fixture      *fixture,
                              gconstpointer user_data)
{
  double y;

  show (fixture, "aiohttp", 900);
  y = get_y (fixture, get_code_view (fixture, "Ask"));
  g_assert_cmpfloat (y, >, 0);
  g_assert_cmpfloat (get_y (fixture, get_code_view (fixture, "Ask in turn")), ==, y);
}

static void
test_library_page_stacks_code (Fixture      *fixture,
                               gconstpointer user_data)
{
  show (fixture, "aiohttp", 360);
  g_assert_cmpfloat (get_y (fixture, get_code_view (fixture, "Ask in turn")), <, get_y (fixture, get_code_view (fixture, "Ask")));
}

static void
test_library_page_fits_the_smallest_window (Fixture      *fixture,
                                            gconstpointer user_data)
{
  int minimum;

  show (fixture, "aiohttp", 360);
  gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

/* Code is as high as it has lines. */
static void
test_library_page_shows_all_lines (Fixture      *fixture,
                                   gconstpointer user_data)
{
  GtkWidget     *text;
  GtkAdjustment *adjustment;

  show (fixture, "aiohttp", 900);
  text = find (get_code_view (fixture, "Ask"), GTK_SOURCE_TYPE_VIEW, NULL);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (text));

  /* GTK lays the lines out when there is time, and then asks for their height. */
  for (guint i = 0; i < N_WAITS && gtk_adjustment_get_page_size (adjustment) < gtk_adjustment_get_upper (adjustment); i++)
    {
      g_usleep (G_USEC_PER_SEC / 100);
      iterate ();
    }

  g_assert_cmpfloat (gtk_adjustment_get_page_size (adjustment), >=, gtk_adjustment_get_upper (adjustment));
}

/* Else they come in Japanese shapes in an English window. */
static void
test_library_page_knows_the_language (Fixture      *fixture,
                                      gconstpointer user_data)
{
  const char *const texts[] = { "Asks", "Strong", "Not today", "Survey", "Ask" };

  show (fixture, "aiohttp", 900);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      PangoLayout          *layout = gtk_label_get_layout (GTK_LABEL (find_label (fixture, texts[i])));
      PangoAttrIterator    *iterator = pango_attr_list_get_iterator (pango_layout_get_attributes (layout));
      const PangoAttribute *language = pango_attr_iterator_get (iterator, PANGO_ATTR_LANGUAGE);

      g_assert_nonnull (language);
      g_assert_cmpstr (pango_language_to_string (((const PangoAttrLanguage *) language)->value), ==, "zh-cn");
      pango_attr_iterator_destroy (iterator);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, language, function) g_test_add ("/library-page/" path, Fixture, language, set_up, function, tear_down)
  ADD ("shows-everything", NULL, test_library_page_shows_everything);
  ADD ("leaves-no-room-for-nothing", NULL, test_library_page_leaves_no_room_for_nothing);
  ADD ("tells-the-mean", NULL, test_library_page_tells_the_mean);
  ADD ("leads-on", NULL, test_library_page_leads_on);
  ADD ("copies-code", NULL, test_library_page_copies_code);
  ADD ("colours-code", NULL, test_library_page_colours_code);
  ADD ("pairs-code", NULL, test_library_page_pairs_code);
  ADD ("stacks-code", NULL, test_library_page_stacks_code);
  ADD ("fits-the-smallest-window", NULL, test_library_page_fits_the_smallest_window);
  ADD ("shows-all-lines", NULL, test_library_page_shows_all_lines);
  ADD ("knows-the-language", "zh_CN", test_library_page_knows_the_language);
#undef ADD

  return g_test_run ();
}
