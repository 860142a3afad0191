/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-fold.h"

/* The full-width forms of ASCII stand in its order, so far above it. */
#define FULL_WIDTH_FIRST 0xff01
#define FULL_WIDTH_LAST 0xff5e
#define FULL_WIDTH_OFFSET 0xfee0

static gunichar
fold_char (gunichar c)
{
  if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST)
    c -= FULL_WIDTH_OFFSET;

  /* The line feed keeps texts apart; every other space is the same to a reader. */
  if (c != '\n' && (g_unichar_isspace (c) || c == 0x3000))
    return ' ';

  return g_unichar_tolower (c);
}

/**
 * wh_fold_append:
 * @text: UTF-8; whatever is not is taken as U+FFFD
 *
 * Appends @text as it is searched: lower case, full-width letters as half-width
 * ones, every run of spaces as one space. Line feeds stay.
 */
void
wh_fold_append (GString    *folded,
                const char *text)
{
  g_autofree char *valid = NULL;
  gsize            start = folded->len;

  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = fold_char ((guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char (p));

      if (c == ' ' && folded->len > start && folded->str[folded->len - 1] == ' ')
        continue;

      if (c < 0x80)
        g_string_append_c (folded, (char) c);
      else
        g_string_append_unichar (folded, c);
    }
}

char *
wh_fold (const char *text)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  wh_fold_append (folded, text);

  return g_string_free_and_steal (g_steal_pointer (&folded));
}
