/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-fold.h"
#include "wh-library-query.h"

static void
test_query_starts_empty (void)
{
  g_autoptr (WhLibraryQuery) query = wh_library_query_new ();

  g_assert_cmpuint (wh_library_query_get_n_facets (query), ==, 0);
  g_assert_cmpstr (wh_library_query_get_text (query), ==, "");
  g_assert_cmpint (wh_library_query_get_sort (query), ==, WH_SORT_DEFAULT);
  g_assert_cmpuint (wh_library_query_get_limit (query), ==, 0);
  for (guint i = 0; i < WH_N_FACETS; i++)
    g_assert_null (wh_library_query_get_values (query, i));
}

static void
test_query_text (void)
{
  g_autoptr (WhLibraryQuery) query = wh_library_query_new ();

  wh_library_query_set_text (query, "  异步 io ");
  g_assert_cmpstr (wh_library_query_get_text (query), ==, "异步 io");

  wh_library_query_set_text (query, "\xff");
  g_assert_true (g_utf8_validate (wh_library_query_get_text (query), -1, NULL));

  wh_library_query_set_text (query, NULL);
  g_assert_cmpstr (wh_library_query_get_text (query), ==, "");
}

static void
test_query_values (void)
{
  static const char *const keys[] = { "tool", "library", "tool", NULL };
  static const char *const none[] = { NULL };
  g_autoptr (WhLibraryQuery) query = wh_library_query_new ();
  const char *const *values;

  wh_library_query_set_values (query, WH_FACET_KIND, keys);
  values = wh_library_query_get_values (query, WH_FACET_KIND);
  g_assert_cmpstr (values[0], ==, "library");
  g_assert_cmpstr (values[1], ==, "tool");
  g_assert_null (values[2]);
  g_assert_cmpuint (wh_library_query_get_n_facets (query), ==, 1);

  wh_library_query_toggle_value (query, WH_FACET_KIND, "library");
  wh_library_query_toggle_value (query, WH_FACET_KIND, "service");
  g_assert_false (wh_library_query_has_value (query, WH_FACET_KIND, "library"));
  g_assert_true (wh_library_query_has_value (query, WH_FACET_KIND, "service"));
  g_assert_true (wh_library_query_has_value (query, WH_FACET_KIND, "tool"));

  wh_library_query_set_values (query, WH_FACET_KIND, none);
  g_assert_null (wh_library_query_get_values (query, WH_FACET_KIND));
  g_assert_cmpuint (wh_library_query_get_n_facets (query), ==, 0);
}

static void
test_query_copies_and_compares (void)
{
  static const char *const one[] = { "a", "b", NULL };
  static const char *const other[] = { "b", "a", NULL };
  g_autoptr (WhLibraryQuery) query = wh_library_query_new ();
  g_autoptr (WhLibraryQuery) copy = NULL;

  wh_library_query_set_text (query, "x");
  wh_library_query_set_values (query, WH_FACET_ROLE, one);
  wh_library_query_set_sort (query, WH_SORT_STARS, TRUE);
  wh_library_query_set_limit (query, 7);

  copy = wh_library_query_copy (query);
  g_assert_true (wh_library_query_equal (query, copy));
  wh_library_query_set_values (copy, WH_FACET_ROLE, other);
  g_assert_true (wh_library_query_equal (query, copy));

  wh_library_query_set_limit (copy, 8);
  g_assert_false (wh_library_query_equal (query, copy));
  wh_library_query_set_limit (copy, 7);
  wh_library_query_set_sort (copy, WH_SORT_STARS, FALSE);
  g_assert_false (wh_library_query_equal (query, copy));
  wh_library_query_set_sort (copy, WH_SORT_STARS, TRUE);
  wh_library_query_toggle_value (copy, WH_FACET_TAG, "t");
  g_assert_false (wh_library_query_equal (query, copy));
  wh_library_query_toggle_value (copy, WH_FACET_TAG, "t");
  wh_library_query_set_text (copy, "y");
  g_assert_false (wh_library_query_equal (query, copy));
}

static void
test_query_in_use_does_not_change (void)
{
  if (g_test_subprocess ())
    {
      WhLibraryQuery *query = wh_library_query_new ();

      wh_library_query_ref (query);
      wh_library_query_set_text (query, "changed behind someone's back");
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*is_unshared*");
}

static void
test_query_keys_of_facets_and_sorts (void)
{
  WhFacet facet;
  WhSort  sort;

  for (guint i = 0; i < WH_N_FACETS; i++)
    {
      g_assert_true (wh_facet_from_key (wh_facet_to_key (i), &facet));
      g_assert_cmpint (facet, ==, i);
    }

  for (guint i = 0; i <= WH_SORT_RANK; i++)
    {
      g_assert_true (wh_sort_from_key (wh_sort_to_key (i), &sort));
      g_assert_cmpint (sort, ==, i);
    }

  g_assert_false (wh_facet_from_key ("colour", &facet));
  g_assert_false (wh_sort_from_key ("", &sort));
}

static void
assert_folded (const char *text,
               const char *expected)
{
  g_autofree char *folded = wh_fold (text);

  g_assert_cmpstr (folded, ==, expected);
}

static void
test_fold (void)
{
  assert_folded ("", "");
  assert_folded ("FastAPI", "fastapi");
  assert_folded ("ＦａｓｔＡＰＩ！", "fastapi!");
  assert_folded ("异步　IO\t\tand \u00a0more", "异步 io and more");
  assert_folded ("ÉCLAIR", "éclair");
  assert_folded ("one\nTWO", "one\ntwo");
  assert_folded ("broken\xff", "broken\uFFFD");
}

/* That most characters are folded by a shorter way may not show. */
static void
test_fold_knows_every_character (void)
{
  for (gunichar c = 1; c <= 0x10ffff; c++)
    {
      gunichar         narrow = c >= 0xff01 && c <= 0xff5e ? c - 0xfee0 : c;
      char             text[7] = { 0 };
      char             expected[7] = { 0 };
      g_autofree char *folded = NULL;

      if (!g_unichar_validate (c))
        continue;

      g_unichar_to_utf8 (c, text);
      g_unichar_to_utf8 (c != '\n' && g_unichar_isspace (c) ? ' ' : g_unichar_tolower (narrow), expected);
      folded = wh_fold (text);
      g_assert_cmpstr (folded, ==, expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/library-query/starts-empty", test_query_starts_empty);
  g_test_add_func ("/library-query/text", test_query_text);
  g_test_add_func ("/library-query/values", test_query_values);
  g_test_add_func ("/library-query/copies-and-compares", test_query_copies_and_compares);
  g_test_add_func ("/library-query/in-use-does-not-change", test_query_in_use_does_not_change);
  g_test_add_func ("/library-query/keys-of-facets-and-sorts", test_query_keys_of_facets_and_sorts);
  g_test_add_func ("/library-query/fold", test_fold);
  g_test_add_func ("/fold/knows-every-character", test_fold_knows_every_character);

  return g_test_run ();
}
