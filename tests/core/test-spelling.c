/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-spelling.h"

static void
assert_order (const char        *wrong,
              const char *const *rights)
{
  for (guint i = 1; rights[i] != NULL; i++)
    {
      g_test_message ("%s: %s before %s", wrong, rights[i - 1], rights[i]);
      g_assert_cmpuint (wh_spelling_get_distance (wrong, rights[i - 1]), <, wh_spelling_get_distance (wrong, rights[i]));
    }
}

static void
test_spelling_orders (void)
{
  assert_order ("async", (const char *const[]) { "async", "asynch", "asyncio-guide", "web/async", "aasyncc-io-web", NULL });
  assert_order ("alchemy", (const char *const[]) { "alchmey", "sqlalchemy", "django", NULL });
}

static void
test_spelling_takes_signs_and_case_for_nothing (void)
{
  g_assert_cmpuint (wh_spelling_get_distance ("Scikit_Learn", "scikit-learn"), ==, 0);
  g_assert_cmpuint (wh_spelling_get_distance ("后端工程师", "后端工程师"), ==, 0);
}

/* Signs tell "C" from "C++", so they count here. */
static void
test_spelling_tells_the_same (void)
{
  static const char *const others[] = { "ai ml", "AI-ML", "AI/M", "", "AI/ML\xff", "\xff" };

  g_assert_true (wh_spelling_is_same ("ai/ml", "AI/ML"));
  g_assert_true (wh_spelling_is_same ("ＡＩ/ｍｌ", "AI/ML"));
  g_assert_true (wh_spelling_is_same ("后端工程师", "后端工程师"));

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (wh_spelling_is_same (others[i], "AI/ML"));

  g_assert_false (wh_spelling_is_same ("\xff", "\xff"));
}

/* Neighbours that changed places are one slip. */
static void
test_spelling_swaps (void)
{
  g_assert_cmpuint (wh_spelling_get_distance ("dajngo", "django"), ==, 1);
}

static void
test_spelling_knows_when_nobody_would_mean_it (void)
{
  static const char *const wrongs[] = { "", "zzzz", "flask", "an", "\xff" };
  g_autofree char         *endless = g_strnfill (10000, 'd');

  for (guint i = 0; i < G_N_ELEMENTS (wrongs); i++)
    g_assert_cmpuint (wh_spelling_get_distance (wrongs[i], "django"), ==, G_MAXUINT);

  g_assert_cmpuint (wh_spelling_get_distance (endless, "django"), ==, G_MAXUINT);
  g_assert_cmpuint (wh_spelling_get_distance ("django", endless), ==, G_MAXUINT);
  g_assert_cmpuint (wh_spelling_get_distance ("django", ""), ==, G_MAXUINT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/spelling/orders", test_spelling_orders);
  g_test_add_func ("/spelling/takes-signs-and-case-for-nothing", test_spelling_takes_signs_and_case_for_nothing);
  g_test_add_func ("/spelling/tells-the-same", test_spelling_tells_the_same);
  g_test_add_func ("/spelling/swaps", test_spelling_swaps);
  g_test_add_func ("/spelling/knows-when-nobody-would-mean-it", test_spelling_knows_when_nobody_would_mean_it);

  return g_test_run ();
}
