/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-files.h"

#include "generate-catalogue.h"
#include "wh-library-list.h"

#define N_LIBRARIES 60

typedef struct
{
  char          *folder;
  WhCatalogue   *catalogue;
  WhLibraryList *list;
  GString       *changes; /* "position-removed+added " */
  guint          n_sections_changed;
  guint          n_results;
} Fixture;

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Fixture    *fixture)
{
  g_string_append_printf (fixture->changes, "%u-%u+%u ", position, removed, added);
}

static void
sections_changed_cb (WhLibraryList *list,
                     guint          position,
                     guint          n_items,
                     Fixture       *fixture)
{
  g_assert_cmpuint (position, ==, 0);
  g_assert_cmpuint (n_items, ==, g_list_model_get_n_items (G_LIST_MODEL (list)));
  fixture->n_sections_changed++;
}

static void
result_cb (Fixture *fixture)
{
  fixture->n_results++;
}

static void
fixture_set_up (Fixture      *fixture,
                gconstpointer user_data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = make_folder ();
  path = g_build_filename (fixture->folder, "test.db", NULL);
  test_generate_file (path, N_LIBRARIES, 2);

  fixture->catalogue = wh_catalogue_new (wh_database_open (path, WH_DATABASE_READ_WRITE, &error), "en");
  g_assert_true (wh_catalogue_load (fixture->catalogue, &error));
  g_assert_no_error (error);

  fixture->list = wh_library_list_new (fixture->catalogue);
  fixture->changes = g_string_new (NULL);
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (items_changed_cb), fixture);
  g_signal_connect (fixture->list, "sections-changed", G_CALLBACK (sections_changed_cb), fixture);
  g_signal_connect_swapped (fixture->list, "notify::result", G_CALLBACK (result_cb), fixture);
}

/* A worker lets go of its task a moment after the task is done. */
static void
finalize_soon (GObject *object)
{
  while (g_atomic_int_get (&object->ref_count) > 1)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }

  g_assert_finalize_object (object);
}

static void
fixture_tear_down (Fixture      *fixture,
                   gconstpointer user_data)
{
  finalize_soon (G_OBJECT (fixture->list));
  finalize_soon (G_OBJECT (fixture->catalogue));
  g_string_free (fixture->changes, TRUE);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static void
ask (Fixture    *fixture,
     const char *text,
     WhSort      sort)
{
  g_autoptr (WhLibraryQuery) query = wh_library_query_new ();

  wh_library_query_set_text (query, text);
  wh_library_query_set_sort (query, sort, FALSE);
  wh_library_list_set_query (fixture->list, query);
}

static void
ask_value (Fixture    *fixture,
           WhFacet     facet,
           const char *key,
           WhSort      sort)
{
  g_autoptr (WhLibraryQuery) query = wh_library_query_new ();

  wh_library_query_toggle_value (query, facet, key);
  wh_library_query_set_sort (query, sort, FALSE);
  wh_library_list_set_query (fixture->list, query);
}

static void
save (Fixture    *fixture,
      const char *key,
      WhStatus    status,
      guint       rating)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) wh_user_record_free);
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  WhUserRecord *record = wh_user_record_new (key);

  record->my_rating = rating;
  if (status != WH_STATUS_NONE)
    wh_user_record_set_status (record, status, 1000);
  g_ptr_array_add (records, record);

  g_assert_true (wh_catalogue_replace (fixture->catalogue, nothing, records, &error));
  g_assert_no_error (error);
}

static guint
get_n_items (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->list));
}

static void
test_list_is_honest (Fixture      *fixture,
                     gconstpointer user_data)
{
  GListModel *model = G_LIST_MODEL (fixture->list);

  g_assert_cmpuint (get_n_items (fixture), ==, N_LIBRARIES);
  g_assert_true (g_list_model_get_item_type (model) == WH_TYPE_LIBRARY);
  g_assert_null (g_list_model_get_item (model, N_LIBRARIES));

  for (guint i = 0; i < N_LIBRARIES; i++)
    {
      g_autoptr (WhLibrary) library = g_list_model_get_item (model, i);
      g_autoptr (WhLibrary) again = g_list_model_get_item (model, i);
      guint position;

      g_assert_true (library == again);
      g_assert_true (wh_library_list_find (fixture->list, wh_library_get_id (library), &position));
      g_assert_cmpuint (position, ==, i);
    }
}

static void
test_list_follows_the_query (Fixture      *fixture,
                             gconstpointer user_data)
{
  g_autoptr (WhLibrary) before = wh_catalogue_dup_library_by_key (fixture->catalogue, "scrapy", NULL);
  g_autoptr (WhLibrary) after = NULL;
  g_autoptr (WhLibraryQuery) same = NULL;

  ask (fixture, "scrapy", WH_SORT_NAME);
  g_assert_cmpuint (get_n_items (fixture), ==, 1);
  g_assert_cmpuint (fixture->n_results, ==, 1);
  after = g_list_model_get_item (G_LIST_MODEL (fixture->list), 0);
  g_assert_true (before == after);

  g_string_truncate (fixture->changes, 0);
  same = wh_library_query_copy (wh_library_list_get_query (fixture->list));
  wh_library_list_set_query (fixture->list, same);
  g_assert_cmpuint (fixture->n_results, ==, 1);

  ask (fixture, "no such library", WH_SORT_NAME);
  g_assert_cmpstr (fixture->changes->str, ==, "0-1+0 ");
  g_assert_cmpuint (get_n_items (fixture), ==, 0);
}

static void
test_list_reports_the_smallest_change (Fixture      *fixture,
                                       gconstpointer user_data)
{
  ask_value (fixture, WH_FACET_STATUS, "none", WH_SORT_NAME);
  g_assert_cmpuint (get_n_items (fixture), ==, N_LIBRARIES);
  g_string_truncate (fixture->changes, 0);

  save (fixture, "fastapi", WH_STATUS_LEARNT, 0);
  g_assert_cmpuint (get_n_items (fixture), ==, N_LIBRARIES - 1);
  g_assert_true (g_str_has_suffix (fixture->changes->str, "-1+0 "));
  g_string_truncate (fixture->changes, 0);

  save (fixture, "fastapi", WH_STATUS_LEARNT, 5);
  g_assert_cmpstr (fixture->changes->str, ==, "");

  save (fixture, "fastapi", WH_STATUS_NONE, 5);
  g_assert_true (g_str_has_suffix (fixture->changes->str, "-0+1 "));
  g_assert_cmpuint (get_n_items (fixture), ==, N_LIBRARIES);
}

static void
test_list_sections (Fixture      *fixture,
                    gconstpointer user_data)
{
  const WhSearchSection *section;
  guint                  start, end;

  ask_value (fixture, WH_FACET_ROLE, "backend", WH_SORT_DEFAULT);
  g_assert_cmpuint (get_n_items (fixture), ==, 15);
  g_assert_cmpuint (fixture->n_sections_changed, ==, 1);

  section = wh_library_list_find_section (fixture->list, 7);
  g_assert_cmpstr (section->key, ==, "P1");
  wh_library_list_get_section (fixture->list, 7, &start, &end);
  g_assert_cmpuint (start, ==, 5);
  g_assert_cmpuint (end, ==, 10);
  wh_library_list_get_section (fixture->list, 15, &start, &end);
  g_assert_cmpuint (start, ==, 15);
  g_assert_cmpuint (end, ==, G_MAXUINT);

  /* A tick changes what is said of a section, not the section. */
  g_string_truncate (fixture->changes, 0);
  save (fixture, "fastapi", WH_STATUS_LEARNT, 0);
  g_assert_cmpuint (wh_library_list_find_section (fixture->list, 0)->n_learnt, ==, 1);
  g_assert_cmpuint (fixture->n_sections_changed, ==, 1);
  g_assert_cmpstr (fixture->changes->str, ==, "");
  g_assert_cmpuint (fixture->n_results, ==, 2);

  ask_value (fixture, WH_FACET_ROLE, "backend", WH_SORT_NAME);
  g_assert_cmpuint (fixture->n_sections_changed, ==, 2);
  g_assert_null (wh_library_list_find_section (fixture->list, 0));
  wh_library_list_get_section (fixture->list, 3, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, 15);
}

static void
wait_for_answer (Fixture *fixture)
{
  while (wh_library_list_get_loading (fixture->list))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_list_answers_on_a_worker (Fixture      *fixture,
                               gconstpointer user_data)
{
  wh_library_list_set_threshold (fixture->list, 0);

  ask (fixture, "scrapy", WH_SORT_NAME);
  g_assert_true (wh_library_list_get_loading (fixture->list));
  g_assert_cmpuint (get_n_items (fixture), ==, N_LIBRARIES);

  wait_for_answer (fixture);
  g_assert_cmpuint (get_n_items (fixture), ==, 1);
  g_assert_cmpuint (fixture->n_results, ==, 1);
}

static void
test_list_drops_late_answers (Fixture      *fixture,
                              gconstpointer user_data)
{
  wh_library_list_set_threshold (fixture->list, 0);
  ask (fixture, "scrapy", WH_SORT_NAME);
  ask (fixture, "no such library", WH_SORT_NAME);
  ask (fixture, "fastapi", WH_SORT_NAME);

  wait_for_answer (fixture);
  for (guint i = 0; i < 20; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_cmpuint (fixture->n_results, ==, 1);
  g_assert_cmpuint (get_n_items (fixture), ==, 1);

  /* One that is answered at once overtakes one that is not. */
  ask (fixture, "scrapy", WH_SORT_NAME);
  wh_library_list_set_threshold (fixture->list, G_MAXUINT);
  ask (fixture, "requests", WH_SORT_NAME);
  g_assert_false (wh_library_list_get_loading (fixture->list));
  g_assert_cmpuint (fixture->n_results, ==, 2);
}

static void
test_list_before_the_catalogue (Fixture      *fixture,
                                gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  const char    *path = wh_database_get_path (wh_catalogue_get_database (fixture->catalogue));
  WhCatalogue   *catalogue = wh_catalogue_new (wh_database_open (path, WH_DATABASE_READ_WRITE, &error), "en");
  WhLibraryList *list = wh_library_list_new (catalogue);
  guint          start, end;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_assert_null (wh_library_list_get_result (list));
  wh_library_list_get_section (list, 0, &start, &end);
  g_assert_cmpuint (end, ==, G_MAXUINT);

  g_assert_true (wh_catalogue_load (catalogue, &error));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, N_LIBRARIES);

  finalize_soon (G_OBJECT (list));
  finalize_soon (G_OBJECT (catalogue));
}

static void
test_list_row_that_went_away (Fixture      *fixture,
                              gconstpointer user_data)
{
  const char *path = wh_database_get_path (wh_catalogue_get_database (fixture->catalogue));
  g_autoptr (WhLibrary) library = NULL;

  ask (fixture, "scrapy", WH_SORT_NAME);
  run_sql (path, "PRAGMA foreign_keys = OFF; DELETE FROM library WHERE key = 'scrapy';");

  library = g_list_model_get_item (G_LIST_MODEL (fixture->list), 0);
  g_assert_true (wh_library_get_gone (library));

  wh_catalogue_check_for_changes (fixture->catalogue);
  while (get_n_items (fixture) > 0)
    g_main_context_iteration (NULL, TRUE);
}

/* A view asks for what comes, lets go of it, and asks again to show it. */
static void
test_list_holds_what_was_asked_for (Fixture      *fixture,
                                    gconstpointer user_data)
{
  GListModel *model = G_LIST_MODEL (fixture->list);
  WhLibrary  *first = g_list_model_get_item (model, 0);
  guint       n_asked = 0;

  g_object_add_weak_pointer (G_OBJECT (first), (gpointer *) &first);
  g_object_unref (first);
  g_assert_nonnull (first);

  /* But not for ever. */
  for (; first != NULL && n_asked < 1000; n_asked++)
    {
      g_autoptr (WhLibrary) other = g_list_model_get_item (model, 1);

      g_assert_nonnull (other);
    }

  g_assert_null (first);
  g_assert_cmpuint (n_asked, >=, 48);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/library-list/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("is-honest", test_list_is_honest);
  ADD ("follows-the-query", test_list_follows_the_query);
  ADD ("reports-the-smallest-change", test_list_reports_the_smallest_change);
  ADD ("sections", test_list_sections);
  ADD ("answers-on-a-worker", test_list_answers_on_a_worker);
  ADD ("drops-late-answers", test_list_drops_late_answers);
  ADD ("before-the-catalogue", test_list_before_the_catalogue);
  ADD ("holds-what-was-asked-for", test_list_holds_what_was_asked_for);
  ADD ("row-that-went-away", test_list_row_that_went_away);
#undef ADD

  return g_test_run ();
}
