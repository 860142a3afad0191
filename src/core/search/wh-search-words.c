/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* For memmem(). */
#define _GNU_SOURCE

#include "config.h"

#include <string.h>

#include "wh-fold.h"
#include "wh-search-words.h"

/* Ideographs, kana, hangul and their punctuation stand from here on. Each is a
 * word of its own beside Latin letters, but not beside another one.
 */
#define FIRST_EAST_ASIAN 0x2e80

static gboolean
is_word_start (const char *start,
               const char *hit)
{
  const char *previous;
  gunichar    before;

  if (hit == start)
    return TRUE;

  previous = g_utf8_find_prev_char (start, hit);
  before = g_utf8_get_char (previous);

  return !g_unichar_isalnum (before) ||
         (before >= FIRST_EAST_ASIAN) != (g_utf8_get_char (hit) >= FIRST_EAST_ASIAN);
}

static WhMatch
match_names (const char *names,
             const char *end,
             const char *needle)
{
  gsize   len = strlen (needle);
  WhMatch best = WH_MATCH_TEXT;

  for (const char *hit = names; (hit = memmem (hit, end - hit, needle, len)) != NULL; hit++)
    {
      gboolean at_start = hit == names || hit[-1] == '\n';

      if (at_start && hit[len] == '\n')
        best = MIN (best, WH_MATCH_EXACT);
      else if (at_start)
        best = MIN (best, WH_MATCH_PREFIX);
      else if (is_word_start (names, hit))
        best = MIN (best, WH_MATCH_WORD);
      else
        best = MIN (best, WH_MATCH_INFIX);
    }

  return best;
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  gsize len_a = strlen (*(const char *const *) a);
  gsize len_b = strlen (*(const char *const *) b);

  return (len_a < len_b) - (len_a > len_b);
}

static GStrv
split_words (const char *folded)
{
  g_auto (GStrv) words = g_strsplit_set (folded, " \n", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0')
        g_ptr_array_add (kept, words[i]);
    }
  g_ptr_array_sort (kept, compare_lengths);

  for (guint i = 0; i < kept->len; i++)
    g_strv_builder_add (builder, kept->pdata[i]);

  return g_strv_builder_end (builder);
}

/* Clear @self afterwards. There may be no words in @text. */
void
wh_search_words_init (WhSearchWords *self,
                      const char    *text)
{
  self->phrase = g_strdelimit (g_strstrip (wh_fold (text)), "\n", ' ');
  self->words = split_words (self->phrase);
}

void
wh_search_words_clear (WhSearchWords *self)
{
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->phrase, g_free);
}

/* Whether all of the words stand in @text, which is folded. None always do. */
gboolean
wh_search_words_are_in (const WhSearchWords *self,
                        const char          *text)
{
  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  for (guint i = 0; self->words[i] != NULL; i++)
    {
      if (strstr (text, self->words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * wh_search_words_grade:
 * @names: (array): what it is called, folded, each name ended by a line feed
 * @end: where the names end
 *
 * Tells how well something that has all of the words answers them: as well as the whole
 * phrase stands in one of its names, else as well as the worst of the words does, which
 * cannot be better than at the start of a word.
 */
WhMatch
wh_search_words_grade (const WhSearchWords *self,
                       const char          *names,
                       const char          *end)
{
  WhMatch worst = WH_MATCH_WORD;
  WhMatch match = match_names (names, end, self->phrase);

  if (match != WH_MATCH_TEXT || self->words[1] == NULL)
    return match;

  for (guint i = 0; self->words[i] != NULL; i++)
    {
      match = match_names (names, end, self->words[i]);
      worst = MAX (worst, match);
    }

  return worst;
}
