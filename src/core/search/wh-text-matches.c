/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* For memmem(). */
#define _GNU_SOURCE

#include "config.h"

#include "wh-fold.h"
#include "wh-search-private.h"

/* So many rows are scanned between two looks at the cancellable: a fraction of a
 * millisecond.
 */
#define ROWS_AT_ONCE 8192

/* Ideographs, kana, hangul and their punctuation stand from here on. Each is a
 * word of its own beside Latin letters, but not beside another one.
 */
#define FIRST_EAST_ASIAN 0x2e80

typedef struct
{
  WhIndex       *index;
  WhTextMatches *found;
  GStrv          words;  /* the longest first: it is the rarest, and is looked for in all rows */
  char          *phrase; /* all words as typed */
} Scan;

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

/* What the row is called stands in lines from @names to @end. */
static gboolean
match_names (const char *names,
             const char *end,
             const char *needle,
             gsize       len,
             WhMatch    *match)
{
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

  *match = best;
  return best != WH_MATCH_TEXT;
}

/* A row answers when it has every word. It does so as well as the whole phrase
 * stands in one of its names, else as well as the worst of the words does, which
 * cannot be better than at the start of a word.
 */
static gboolean
match_row (const Scan *self,
           guint       row,
           WhMatch    *match)
{
  const WhIndexBase *base = self->index->base;
  const char        *names = base->text + base->starts[row];
  const char        *texts = base->text + base->texts_starts[row];
  const char        *end = base->text + base->starts[row + 1];
  WhMatch            worst = WH_MATCH_WORD;

  for (guint i = 1; self->words[i] != NULL; i++)
    {
      if (memmem (names, end - names, self->words[i], strlen (self->words[i])) == NULL)
        return FALSE;
    }

  if (match_names (names, texts, self->phrase, strlen (self->phrase), match))
    return TRUE;

  for (guint i = 0; self->words[1] != NULL && self->words[i] != NULL; i++)
    {
      WhMatch word;

      match_names (names, texts, self->words[i], strlen (self->words[i]), &word);
      worst = MAX (worst, word);
    }

  *match = self->words[1] != NULL ? worst : WH_MATCH_TEXT;
  return TRUE;
}

static void
scan_rows (Scan *self,
           guint first,
           guint last)
{
  const WhIndexBase *base = self->index->base;
  WhTextMatches     *found = self->found;
  const char        *needle = self->words[0];
  gsize              len = strlen (needle);
  const char        *end = base->text + base->starts[last];
  const char        *hit = base->text + base->starts[first];
  guint              row = first;

  while ((hit = memmem (hit, end - hit, needle, len)) != NULL)
    {
      WhMatch match;

      while (base->starts[row + 1] <= hit - base->text)
        row++;

      if (match_row (self, row, &match))
        {
          found->rows[found->n_rows] = row;
          found->matches[found->n_rows++] = match;
        }

      hit = base->text + base->starts[++row];
    }
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

static void
take_all_rows (WhTextMatches *self,
               guint          n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    self->rows[i] = i;

  self->n_rows = n_rows;
}

/* Returns %FALSE when cancelled. Clear @self in any case. */
gboolean
wh_text_matches_find (WhTextMatches *self,
                      WhIndex       *index,
                      const char    *text,
                      GCancellable  *cancellable)
{
  g_autofree char *phrase = g_strdelimit (g_strstrip (wh_fold (text)), "\n", ' ');
  g_auto (GStrv) words = split_words (phrase);
  guint n_rows = index->base->n_rows;
  Scan  scan = { .index = index, .found = self, .words = words, .phrase = phrase };

  self->n_rows = 0;
  self->rows = g_new (guint32, n_rows);
  self->matches = NULL;

  if (words[0] == NULL)
    {
      take_all_rows (self, n_rows);
      return TRUE;
    }

  self->matches = g_new (guint8, n_rows);

  for (guint first = 0; first < n_rows; first += ROWS_AT_ONCE)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;

      scan_rows (&scan, first, MIN (first + ROWS_AT_ONCE, n_rows));
    }

  return TRUE;
}

void
wh_text_matches_clear (WhTextMatches *self)
{
  g_clear_pointer (&self->rows, g_free);
  g_clear_pointer (&self->matches, g_free);
}
