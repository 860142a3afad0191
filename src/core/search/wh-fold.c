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

/* From the comma of Chinese to the last of its characters there are no spaces, and
 * no letter has two cases.
 */
#define CASELESS_FIRST 0x3001
#define CASELESS_LAST 0x9fff

static gunichar
fold_char (gunichar c)
{
  if (c >= CASELESS_FIRST && c <= CASELESS_LAST)
    return c;

  if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST)
    c -= FULL_WIDTH_OFFSET;

  /* The line feed keeps texts apart; every other space is the same to a reader. */
  if (c != '\n' && (g_unichar_isspace (c) || c == 0x3000))
    return ' ';

  return g_unichar_tolower (c);
}

/* The same for most of what there is to fold. */
static gunichar
fold_ascii (char c)
{
  if (g_ascii_isupper (c))
    return (gunichar) (c - 'A' + 'a');

  return c == '\t' || c == '\f' || c == '\r' ? ' ' : (gunichar) c;
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
  const char      *kept; /* from here on nothing has changed, and nothing is appended yet */
  const char      *next;
  gboolean         after_space = FALSE;

  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);

  kept = text;
  for (const char *p = text; *p != '\0'; p = next)
    {
      gboolean is_ascii = (guchar) *p < 0x80;
      gunichar old = is_ascii ? (gunichar) *p : g_utf8_get_char (p);
      gunichar c = is_ascii ? fold_ascii (*p) : fold_char (old);
      gboolean is_second_space = c == ' ' && after_space;

      next = g_utf8_next_char (p);
      after_space = c == ' ';

      if (c == old && !is_second_space)
        continue;

      g_string_append_len (folded, kept, p - kept);
      if (!is_second_space)
        g_string_append_unichar (folded, c);
      kept = next;
    }

  g_string_append (folded, kept);
}

/* Ends it with a line feed. @text: (nullable): nothing */
void
wh_fold_append_line (GString    *folded,
                     const char *text)
{
  g_return_if_fail (folded != NULL);

  if (text == NULL)
    return;

  wh_fold_append (folded, text);
  g_string_append_c (folded, '\n');
}

char *
wh_fold (const char *text)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  wh_fold_append (folded, text);

  return g_string_free_and_steal (g_steal_pointer (&folded));
}
