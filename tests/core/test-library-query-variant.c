/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "search-reference.h"
#include "wh-library-query-variant.h"

static const TestRow rows[] = {
  { .key = "django", .name = "Django", .texts = "", .categories = { "web" }, .sources = { "survey" }, .priorities = { { "backend", WH_PRIORITY_P0, 1 } } },
};

typedef struct
{
  WhIndex *index;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  fixture->index = test_rows_build_index (rows, G_N_ELEMENTS (rows), test_catalogue_small (), &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  wh_index_unref (fixture->index);
}

static WhLibraryQuery *
read_variant (Fixture  *fixture,
              GVariant *variant)
{
  g_autoptr (GVariant) sunk = g_variant_ref_sink (variant);

  return wh_library_query_new_from_variant (sunk, fixture->index);
}

/* @expected: what is left of a setting, as it would be written again */
static void
assert_read (Fixture            *fixture,
             const GVariantType *type,
             const char         *setting,
             const char         *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) variant = g_variant_parse (type, setting, NULL, NULL, &error);
  g_autoptr (WhLibraryQuery) query = NULL;
  g_autoptr (GVariant) again = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  query = wh_library_query_new_from_variant (variant, fixture->index);
  again = g_variant_ref_sink (wh_library_query_to_variant (query));
  text = g_variant_print (again, FALSE);
  g_assert_cmpstr (text, ==, expected);
}

#define NOTHING "({}, 'default', false)"

static void
test_variant_comes_back (Fixture      *fixture,
                         gconstpointer user_data)
{
  g_autoptr (WhLibraryQuery) query = wh_library_query_new ();
  g_autoptr (WhLibraryQuery) read = NULL;

  wh_library_query_set_values (query, WH_FACET_ROLE, (const char *[]) { "data", "backend", NULL });
  wh_library_query_set_values (query, WH_FACET_PRIORITY, (const char *[]) { "P1", NULL });
  wh_library_query_set_values (query, WH_FACET_STARS, (const char *[]) { "4", NULL });
  wh_library_query_set_values (query, WH_FACET_STATUS, (const char *[]) { "planned", NULL });
  wh_library_query_set_sort (query, WH_SORT_STARS, TRUE);

  read = read_variant (fixture, wh_library_query_to_variant (query));
  g_assert_true (wh_library_query_equal (query, read));
}

static void
test_variant_leaves_out_the_search (Fixture      *fixture,
                                    gconstpointer user_data)
{
  g_autoptr (WhLibraryQuery) query = wh_library_query_new ();
  g_autoptr (WhLibraryQuery) nothing = wh_library_query_new ();
  g_autoptr (WhLibraryQuery) read = NULL;

  wh_library_query_set_text (query, "http");
  wh_library_query_set_limit (query, 5);

  read = read_variant (fixture, wh_library_query_to_variant (query));
  g_assert_true (wh_library_query_equal (nothing, read));
}

/* By names that do not change, for settings outlive versions. */
static void
test_variant_is_readable (Fixture      *fixture,
                          gconstpointer user_data)
{
  g_autoptr (WhLibraryQuery) query = wh_library_query_new ();
  g_autoptr (GVariant) variant = NULL;
  g_autofree char *text = NULL;

  wh_library_query_set_values (query, WH_FACET_MY_RATING, (const char *[]) { "none", NULL });
  wh_library_query_set_values (query, WH_FACET_CATEGORY, (const char *[]) { "web/frameworks", "data", NULL });
  wh_library_query_set_sort (query, WH_SORT_MY_RATING, TRUE);

  variant = g_variant_ref_sink (wh_library_query_to_variant (query));
  text = g_variant_print (variant, FALSE);
  g_assert_cmpstr (text, ==, "({'category': ['data', 'web/frameworks'], 'my-rating': ['none']}, 'my-rating', true)");
}

static void
test_variant_drops_what_is_unknown (Fixture      *fixture,
                                    gconstpointer user_data)
{
  const GVariantType *type = WH_LIBRARY_QUERY_VARIANT_TYPE;

  assert_read (fixture, type, NOTHING, NOTHING);

  /* Values; a facet without any is not set. */
  assert_read (fixture, type, "({'role': ['gone', 'data', '']}, 'name', true)", "({'role': ['data']}, 'name', true)");
  assert_read (fixture, type, "({'role': ['gone'], 'stars': ['many'], 'status': [''], 'tag': []}, 'name', false)", "({}, 'name', false)");

  /* Facets. */
  assert_read (fixture, type, "({'colour': ['red'], '': [''], 'role': ['data']}, 'name', false)", "({'role': ['data']}, 'name', false)");

  /* An order, which is then not reversed either. */
  assert_read (fixture, type, "({'role': ['data']}, 'age', true)", "({'role': ['data']}, 'default', false)");
}

static void
test_variant_survives_nonsense (Fixture      *fixture,
                                gconstpointer user_data)
{
  const GVariantType *type = WH_LIBRARY_QUERY_VARIANT_TYPE;
  const guint8        broken[] = { 0xff, 0xff, 0xff, 0xff };
  g_autoptr (WhLibraryQuery) query = NULL;
  g_autoptr (WhLibraryQuery) nothing = wh_library_query_new ();

  /* Of another type. */
  assert_read (fixture, NULL, "'role'", NOTHING);
  assert_read (fixture, NULL, "{'role': <'data'>}", NOTHING);
  assert_read (fixture, NULL, "({'role': 'data'}, 'name', true)", NOTHING);

  /* Twice the same: the last is meant. */
  assert_read (fixture, type, "({'role': ['data', 'data'], 'role': ['backend', 'backend']}, 'name', false)",
               "({'role': ['backend']}, 'name', false)");

  /* Of this type, but not in its form. */
  query = read_variant (fixture, g_variant_new_from_data (type, broken, sizeof broken, FALSE, NULL, NULL));
  g_assert_true (wh_library_query_equal (nothing, query));
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/library-query-variant/comes-back", test_variant_comes_back);
  add ("/library-query-variant/leaves-out-the-search", test_variant_leaves_out_the_search);
  add ("/library-query-variant/is-readable", test_variant_is_readable);
  add ("/library-query-variant/drops-what-is-unknown", test_variant_drops_what_is_unknown);
  add ("/library-query-variant/survives-nonsense", test_variant_survives_nonsense);

  return g_test_run ();
}
