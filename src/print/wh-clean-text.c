/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "wh-clean-text.h"

/* The first is WH_LINE_END. */
#define LINE_SEPARATOR 0x2028
#define PARAGRAPH_SEPARATOR 0x2029

static gboolean
ends_line (gunichar c)
{
  return c == '\n' || c == '\r' || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
}

/* Embeddings, overrides and isolates: they would turn what follows as well. */
static gboolean
turns_direction (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* Returns: what stands for @c in a text that is set, 0 when nothing does */
static gunichar
replace_character (gunichar c,
                   gboolean keep_lines)
{
  if (ends_line (c))
    return keep_lines ? LINE_SEPARATOR : ' ';

  if (c == '\t')
    return ' ';

  return g_unichar_iscntrl (c) || turns_direction (c) ? 0 : c;
}

/**
 * wh_clean_text:
 * @keep_lines: whether line ends stay line ends; otherwise they become spaces
 *
 * Text from outside may hold anything. Returns it as valid UTF-8 of bounded
 * length, without control characters and without the marks that would turn the
 * direction of what follows.
 *
 * Returns: (transfer full): the text to be set
 */
char *
wh_clean_text (const char *text,
               gboolean    keep_lines)
{
  g_autofree char *valid = g_strstrip (g_utf8_make_valid (text, strnlen (text, WH_TEXT_MAX_CHARS * 8)));
  g_autoptr (GString) clean = g_string_sized_new (strlen (valid));
  guint n = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = replace_character (g_utf8_get_char (p), keep_lines);

      if (++n > WH_TEXT_MAX_CHARS)
        {
          g_string_append (clean, "…");
          break;
        }

      /* CR and LF together end one line. */
      if (c != 0 && !(p[0] == '\r' && p[1] == '\n'))
        g_string_append_unichar (clean, c);
    }

  return g_string_free_and_steal (g_steal_pointer (&clean));
}
