/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "wh-clean-text.h"
#include "wh-east-asian.h"
#include "wh-missing-characters.h"
#include "wh-print-error.h"

/* What happens to texts before they are set. */

static void
test_print_text_is_clean (void)
{
  static const struct
  {
    const char *text;
    const char *line;
    const char *lines;
  } cases[] = {
    { "", "", "" },
    { " a\tb ", "a b", "a b" },
    { "a\nb", "a b", "a" WH_LINE_END "b" },
    { "a\r\nb\rc", "a b c", "a" WH_LINE_END "b" WH_LINE_END "c" },
    { "a\xe2\x80\xa9z", "a z", "a" WH_LINE_END "z" },
    { "bell\a\033[31m\177", "bell[31m", "bell[31m" },
    { "\xe2\x80\xaeright \xe2\x81\xa6left\xe2\x81\xa9", "right left", "right left" },
    { "\xff!", "\xef\xbf\xbd!", "\xef\xbf\xbd!" },
    { "👩‍👧 ❤️ 字", "👩‍👧 ❤️ 字", "👩‍👧 ❤️ 字" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = wh_clean_text (cases[i].text, FALSE);
      g_autofree char *lines = wh_clean_text (cases[i].text, TRUE);

      g_assert_cmpstr (line, ==, cases[i].line);
      g_assert_cmpstr (lines, ==, cases[i].lines);
    }
}

static void
test_print_text_is_bounded (void)
{
  g_autoptr (GString) endless = g_string_new (NULL);
  g_autofree char *bounded = NULL;

  for (guint i = 0; i < 3 * WH_TEXT_MAX_CHARS; i++)
    g_string_append (endless, "字");
  bounded = wh_clean_text (endless->str, FALSE);

  g_assert_cmpint (g_utf8_strlen (bounded, -1), ==, WH_TEXT_MAX_CHARS + 1);
  g_assert_true (g_str_has_suffix (bounded, "字…"));
}

static void
test_print_text_knows_east_asian (void)
{
  static const char *const east_asian = "字㐀𠀀豈、。「」！（ｱ①㈱㎡ㄅかカ한";
  static const char *const others = "aÜя–—…“”·★→❤🐍";

  for (const char *p = east_asian; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_true (wh_is_east_asian (g_utf8_get_char (p)));

  for (const char *p = others; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_false (wh_is_east_asian (g_utf8_get_char (p)));
}

static void
test_print_text_finds_runs (void)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (PangoAttrList) none = pango_attr_list_new ();
  PangoAttribute *first;
  PangoAttribute *last;
  GSList         *list;

  wh_east_asian_add_runs (none, "Nothing here", "Song");
  g_assert_null (pango_attr_list_get_attributes (none));

  /* Two runs, each with a language and families. */
  wh_east_asian_add_runs (attributes, "直接 and 。", "Song");
  list = pango_attr_list_get_attributes (attributes);
  g_assert_cmpuint (g_slist_length (list), ==, 4);
  first = list->data;
  last = g_slist_last (list)->data;
  g_assert_cmpuint (first->start_index, ==, 0);
  g_assert_cmpuint (first->end_index, ==, strlen ("直接"));
  g_assert_cmpuint (last->start_index, ==, strlen ("直接 and "));
  g_assert_cmpuint (last->end_index, ==, strlen ("直接 and 。"));
  g_slist_free_full (list, (GDestroyNotify) pango_attribute_destroy);
}

/* Returns: (transfer full): what is said when no font has @text */
static char *
complain (const char *text)
{
  g_autoptr (GArray) missing = g_array_new (FALSE, FALSE, sizeof (gunichar));
  g_autoptr (GError) error = NULL;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_array_append_val (missing, c);
    }

  if (wh_missing_characters_check (missing, &error))
    return NULL;

  g_assert_error (error, WH_PRINT_ERROR, WH_PRINT_ERROR_NO_FONT);
  return g_strdup (error->message);
}

static void
test_print_text_says_what_to_install (void)
{
  static const char *const cases[][3] = {
    { "字", "字 (U+5B57)", "fonts-noto-cjk" },
    { "🐍", "🐍 (U+1F40D)", "emoji" },
    { "ཀཁ", ": ཀཁ.", "fonts-noto-core" },
    { "ཀ🐍字", ": ཀ🐍字.", "fonts-noto-cjk" },
    { "一二三四五六七八九十百千万", "百千….", "fonts-noto-cjk" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *message = complain (cases[i][0]);

      g_assert_nonnull (message);
      g_assert_nonnull (strstr (message, cases[i][1]));
      g_assert_nonnull (strstr (message, cases[i][2]));
    }

  g_assert_null (complain (""));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/print-text/is-clean", test_print_text_is_clean);
  g_test_add_func ("/print-text/is-bounded", test_print_text_is_bounded);
  g_test_add_func ("/print-text/knows-east-asian", test_print_text_knows_east_asian);
  g_test_add_func ("/print-text/finds-runs", test_print_text_finds_runs);
  g_test_add_func ("/print-text/says-what-to-install", test_print_text_says_what_to_install);

  return g_test_run ();
}
