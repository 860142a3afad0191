/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-catalogue-values.h"
#include "wh-text-check.h"

static void
assert_wrong (char       *wrong,
              const char *expected)
{
  g_assert_cmpstr (wrong, ==, expected);
  g_free (wrong);
}

static void
test_text_line (void)
{
  assert_wrong (wh_text_check_line ("fine", 4), NULL);
  assert_wrong (wh_text_check_line ("四个汉字", 4), NULL);
  assert_wrong (wh_text_check_line ("五个汉字了", 4), "has 5 characters; 4 are allowed");
  assert_wrong (wh_text_check_line ("", 4), "is empty");
  assert_wrong (wh_text_check_line ("a\tb", 4), "must be one line without tabs");
  assert_wrong (wh_text_check_line (" a", 4), "has a space too many");
  assert_wrong (wh_text_check_line ("a ", 4), "has a space too many");
  assert_wrong (wh_text_check_line ("a  b", 4), "has a space too many");
}

static void
test_text_names (void)
{
  static const char *const names[] = { "FastAPI", "aiohttp", "asyncio", "C++", NULL };

  assert_wrong (wh_text_check_names ("Built on FastAPI.", "基于FastAPI。", names), NULL);
  assert_wrong (wh_text_check_names ("Built on FastAPI.", "基于它。", names),
                "lacks the name “FastAPI”, which the English text has");
  assert_wrong (wh_text_check_names ("Built on it.", "基于 fastapi。", names),
                "has “fastapi” where the name is “FastAPI”");
  /* What the English text spells so may be spelt so. */
  assert_wrong (wh_text_check_names ("pip install fastapi", "运行 pip install fastapi", names), NULL);
  assert_wrong (wh_text_check_names ("myFastAPIs", "我的", names), NULL);
  assert_wrong (wh_text_check_names ("Written in C++", "用它编写", names),
                "lacks the name “C++”, which the English text has");
  assert_wrong (wh_text_check_names ("aiohttp.web serves", "aiohttp.web 提供服务", names), NULL);
}

static void
test_text_fields (void)
{
  assert_wrong (wh_text_check_fields ("Page {page} of {pages}", "第 {page} 页，共 {pages} 页"), NULL);
  assert_wrong (wh_text_check_fields ("{n} of {m}", "{m} 之 {n}"), NULL);
  assert_wrong (wh_text_check_fields ("{n} of {m}", "{m}"),
                "has the fields “{m}” where the English text has “{m} {n}”");
}

static void
test_text_punctuation (void)
{
  assert_wrong (wh_text_check_punctuation ("用 async、await 编写；很快。"), NULL);
  assert_wrong (wh_text_check_punctuation ("Use: a, b"), NULL);
  assert_wrong (wh_text_check_punctuation ("好:坏"), "has half-width punctuation after a Chinese character at “:坏”");
  assert_wrong (wh_text_check_punctuation ("好 。"), "has a space before “。”");
  assert_wrong (wh_text_check_punctuation ("好Ａ"), "has a full-width letter or digit at “Ａ”");
}

static void
test_value_keys (void)
{
  g_assert_true (wh_value_is_key ("scikit-learn", WH_FORM_PLAIN_KEY));
  g_assert_true (wh_value_is_key ("concurrent.futures", WH_FORM_PLAIN_KEY));
  g_assert_true (wh_value_is_key ("3to2", WH_FORM_PLAIN_KEY));
  g_assert_false (wh_value_is_key ("", WH_FORM_PLAIN_KEY));
  g_assert_false (wh_value_is_key ("-x", WH_FORM_PLAIN_KEY));
  g_assert_false (wh_value_is_key ("FastAPI", WH_FORM_PLAIN_KEY));
  g_assert_false (wh_value_is_key ("web/frameworks", WH_FORM_PLAIN_KEY));
  g_assert_true (wh_value_is_key ("web/frameworks", WH_FORM_PATH_KEY));
  g_assert_false (wh_value_is_key ("web/", WH_FORM_PATH_KEY));
  g_assert_false (wh_value_is_key ("/web", WH_FORM_PATH_KEY));
  g_assert_false (wh_value_is_key ("web//x", WH_FORM_PATH_KEY));
  g_assert_true (wh_value_is_key ("priority/P0", WH_FORM_WORD_KEY));
  g_assert_false (wh_value_is_key ("priority/P0", WH_FORM_PATH_KEY));
}

/* Whoever copies a name into a shell must not copy anything else. */
static void
test_value_packages (void)
{
  g_assert_true (wh_value_is_package ("opencv-python"));
  g_assert_true (wh_value_is_package ("uvicorn[standard]"));
  g_assert_true (wh_value_is_package ("PyYAML"));
  g_assert_false (wh_value_is_package ("x y"));
  g_assert_false (wh_value_is_package ("x;y"));
  g_assert_false (wh_value_is_package ("--index-url"));
  g_assert_false (wh_value_is_package ("x\n"));
  g_assert_false (wh_value_is_package ("x[$(y)]"));
  g_assert_false (wh_value_is_package (""));
}

static void
test_value_modules (void)
{
  g_assert_true (wh_value_is_module ("sklearn"));
  g_assert_true (wh_value_is_module ("PIL"));
  g_assert_true (wh_value_is_module ("google.cloud"));
  g_assert_true (wh_value_is_module ("_thread"));
  g_assert_false (wh_value_is_module ("scikit-learn"));
  g_assert_false (wh_value_is_module ("2to3"));
  g_assert_false (wh_value_is_module ("google."));
  g_assert_false (wh_value_is_module ("x\n"));
  g_assert_false (wh_value_is_module (""));
}

static void
test_value_urls (void)
{
  g_assert_true (wh_value_is_url ("https://fastapi.tiangolo.com/"));
  g_assert_true (wh_value_is_url ("http://example.org"));
  g_assert_false (wh_value_is_url ("javascript:alert(1)"));
  g_assert_false (wh_value_is_url ("file:///etc/passwd"));
  g_assert_false (wh_value_is_url ("https:///path"));
  g_assert_false (wh_value_is_url ("example.org"));
}

static guint
get_stars (const char *json)
{
  g_autoptr (JsonNode) node = json_from_string (json, NULL);

  return wh_value_get_stars (node);
}

static void
test_value_stars (void)
{
  g_assert_cmpuint (get_stars ("0.5"), ==, 1);
  g_assert_cmpuint (get_stars ("5"), ==, 10);
  g_assert_cmpuint (get_stars ("4.5"), ==, 9);
  g_assert_cmpuint (get_stars ("4.25"), ==, 0);
  g_assert_cmpuint (get_stars ("0"), ==, 0);
  g_assert_cmpuint (get_stars ("5.5"), ==, 0);
  g_assert_cmpuint (get_stars ("-1"), ==, 0);
  g_assert_cmpuint (get_stars ("1e300"), ==, 0);
  g_assert_cmpuint (get_stars ("\"4\""), ==, 0);
  g_assert_cmpuint (get_stars ("null"), ==, 0);
  g_assert_cmpuint (get_stars ("true"), ==, 0);
  g_assert_cmpuint (get_stars ("[4]"), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/text-check/line", test_text_line);
  g_test_add_func ("/text-check/names", test_text_names);
  g_test_add_func ("/text-check/fields", test_text_fields);
  g_test_add_func ("/text-check/punctuation", test_text_punctuation);
  g_test_add_func ("/catalogue-values/keys", test_value_keys);
  g_test_add_func ("/catalogue-values/packages", test_value_packages);
  g_test_add_func ("/catalogue-values/modules", test_value_modules);
  g_test_add_func ("/catalogue-values/urls", test_value_urls);
  g_test_add_func ("/catalogue-values/stars", test_value_stars);

  return g_test_run ();
}
