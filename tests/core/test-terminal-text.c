/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-terminal-text.h"

static void
assert_wrapped (const char *text,
                guint       indent,
                guint       width,
                const char *expected)
{
  g_autoptr (GString) output = g_string_new (NULL);

  wh_terminal_text_append_wrapped (output, text, indent, width);
  g_assert_cmpstr (output->str, ==, expected);
}

static void
test_terminal_text_widths (void)
{
  g_assert_cmpuint (wh_terminal_text_get_width (""), ==, 0);
  g_assert_cmpuint (wh_terminal_text_get_width ("redis"), ==, 5);
  g_assert_cmpuint (wh_terminal_text_get_width ("爬虫"), ==, 4);
  g_assert_cmpuint (wh_terminal_text_get_width ("Ｗｅｂ，"), ==, 8);
  /* A letter and the accent that is put on it. */
  g_assert_cmpuint (wh_terminal_text_get_width ("e\xcc\x81"), ==, 1);
}

static void
test_terminal_text_ends (void)
{
  g_assert_cmpstr (wh_terminal_text_find_end ("redis", 5), ==, "");
  g_assert_cmpstr (wh_terminal_text_find_end ("redis", 3), ==, "is");
  /* Half a Chinese character cannot be shown. */
  g_assert_cmpstr (wh_terminal_text_find_end ("爬虫", 3), ==, "虫");
  g_assert_cmpstr (wh_terminal_text_find_end ("爬虫", 0), ==, "爬虫");
}

static void
test_terminal_text_wraps_words (void)
{
  assert_wrapped ("", 0, 10, "");
  assert_wrapped ("fits in it", 0, 10, "fits in it");
  assert_wrapped ("does not fit", 0, 10, "does not\nfit");
  assert_wrapped ("ten cells; and more", 0, 10, "ten cells;\nand more");
  assert_wrapped ("two by two by two", 4, 11, "two by\n    two by\n    two");
  assert_wrapped ("as long as you like", 4, 0, "as long as you like");
}

/* Chinese breaks anywhere but before a mark that closes or behind one that opens, and
 * leaves the Latin words in it whole.
 */
static void
test_terminal_text_wraps_chinese (void)
{
  assert_wrapped ("高性能的异步框架", 0, 10, "高性能的异\n步框架");
  assert_wrapped ("高性能异步，可靠", 0, 10, "高性能异\n步，可靠");
  assert_wrapped ("高性能异（可靠）", 0, 10, "高性能异\n（可靠）");
  assert_wrapped ("基于 Starlette 的框架", 0, 10, "基于\nStarlette\n的框架");
  assert_wrapped ("用Starlette写", 0, 10, "用\nStarlette\n写");
}

/* A word that is wider than the line is broken rather than left out. */
static void
test_terminal_text_wraps_long_words (void)
{
  assert_wrapped ("https://fastapi.tiangolo.com", 0, 10, "https://fa\nstapi.tian\ngolo.com");
  assert_wrapped ("爬虫", 0, 1, "爬\n虫");
  assert_wrapped ("no room", 8, 8, "no room");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/terminal-text/widths", test_terminal_text_widths);
  g_test_add_func ("/terminal-text/ends", test_terminal_text_ends);
  g_test_add_func ("/terminal-text/wraps-words", test_terminal_text_wraps_words);
  g_test_add_func ("/terminal-text/wraps-chinese", test_terminal_text_wraps_chinese);
  g_test_add_func ("/terminal-text/wraps-long-words", test_terminal_text_wraps_long_words);

  return g_test_run ();
}
