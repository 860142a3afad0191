/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-language.h"

static void
test_language_find (void)
{
  g_assert_cmpstr (wh_language_find ("zh_TW"), ==, "zh_TW");
  g_assert_cmpstr (wh_language_find ("en"), ==, "en");
  g_assert_null (wh_language_find ("zh"));
  g_assert_null (wh_language_find ("system"));
  g_assert_null (wh_language_find (""));
}

static void
assert_match (const char *locales,
              const char *expected)
{
  g_auto (GStrv) names = g_strsplit (locales, ":", -1);

  g_assert_cmpstr (wh_language_match ((const char *const *) names), ==, expected);
}

static void
test_language_match (void)
{
  assert_match ("zh_CN.UTF-8:zh_CN:zh:C", "zh_CN");
  assert_match ("zh_SG.UTF-8", "zh_CN");
  assert_match ("zh_HK.UTF-8:zh_HK:zh", "zh_TW");
  assert_match ("zh_Hant_TW", "zh_TW");
  assert_match ("en_GB:zh_CN", "en");
  assert_match ("de_DE.UTF-8:de:zh_TW:en", "zh_TW");
  assert_match ("de:C", "en");
  assert_match ("", "en");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/language/find", test_language_find);
  g_test_add_func ("/language/match", test_language_match);

  return g_test_run ();
}
