/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "wh-terminal-text.h"

static guint
get_char_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;

  return g_unichar_iswide (c) ? 2 : 1;
}

/* Cells a text takes on a terminal. */
guint
wh_terminal_text_get_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += get_char_width (g_utf8_get_char (p));

  return width;
}

/* Returns: where what fits into @width cells ends */
const char *
wh_terminal_text_find_end (const char *text,
                           guint       width)
{
  guint used = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      used += get_char_width (g_utf8_get_char (p));

      if (used > width)
        return p;
    }

  return text + strlen (text);
}

/* Whether a line may begin with @c after @before: Latin words stay whole, Chinese
 * ones have no bounds, and no line begins with a mark that closes.
 */
static gboolean
may_break (gunichar before,
           gunichar c)
{
  GUnicodeBreakType type = g_unichar_break_type (c);

  if (c == ' ' || before == ' ')
    return c != ' ';

  if (type == G_UNICODE_BREAK_CLOSE_PUNCTUATION || type == G_UNICODE_BREAK_EXCLAMATION ||
      type == G_UNICODE_BREAK_NON_STARTER || type == G_UNICODE_BREAK_QUOTATION ||
      g_unichar_break_type (before) == G_UNICODE_BREAK_OPEN_PUNCTUATION ||
      g_unichar_break_type (before) == G_UNICODE_BREAK_QUOTATION)
    return FALSE;

  return g_unichar_iswide (before) || g_unichar_iswide (c);
}

/* Where the next line begins when a line has @width cells: the end of @text when all of
 * it fits, and somewhere in a word that is wider than the line.
 */
static const char *
find_break (const char *text,
            guint       width)
{
  const char *end = wh_terminal_text_find_end (text, width);
  const char *found = NULL;

  if (*end == '\0')
    return end;

  /* The space that ends a line needs no cell. */
  while (*end == ' ')
    end++;

  for (const char *p = text, *next; p < end; p = next)
    {
      next = g_utf8_next_char (p);

      if (next <= end && may_break (g_utf8_get_char (p), g_utf8_get_char (next)))
        found = next;
    }

  if (found != NULL)
    return found;

  return end > text ? end : g_utf8_next_char (text);
}

/**
 * wh_terminal_text_append_wrapped:
 * @output: what @text is appended to, on a line that has @indent cells already
 * @indent: where the lines below begin
 * @width: how many cells a line has at most; 0 is as many as it takes
 */
void
wh_terminal_text_append_wrapped (GString    *output,
                                 const char *text,
                                 guint       indent,
                                 guint       width)
{
  while (width > indent && *text != '\0')
    {
      const char *next = find_break (text, width - indent);

      if (*next == '\0')
        break;

      g_string_append_len (output, text, next - text);
      while (g_str_has_suffix (output->str, " "))
        g_string_truncate (output, output->len - 1);
      g_string_append_printf (output, "\n%*s", (int) indent, "");
      text = next;
    }

  g_string_append (output, text);
}
