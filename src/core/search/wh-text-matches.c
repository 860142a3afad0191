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
  GPtrArray     *called; /* guint8 *: of each word, which categories are called so; %NULL for none */
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

/* Names of categories are few: they are searched once a query, and stand in no row's text. */
static guint8 *
find_categories (const WhIndexBase *base,
                 const char        *word)
{
  g_autofree guint8 *called = g_new0 (guint8, g_strv_length (base->category_names) + 1);
  gboolean           any = FALSE;

  for (guint i = 0; base->category_names[i] != NULL; i++)
    {
      called[i] = strstr (base->category_names[i], word) != NULL;
      any = any || called[i];
    }

  return any ? g_steal_pointer (&called) : NULL;
}

/* Whether one of the row's categories, or one above them, is called by the word. */
static gboolean
is_in_category (const Scan *self,
                guint       row,
                guint       word)
{
  const WhIndexLists *lists = &self->index->base->lists[WH_FACET_CATEGORY];
  const guint8       *called = g_ptr_array_index (self->called, word);

  for (guint32 i = lists->starts[row]; called != NULL && i < lists->starts[row + 1]; i++)
    {
      if (called[lists->values[i]])
        return TRUE;
    }

  return FALSE;
}

/* A row that has the first word answers when it has every other one. It does so as
 * well as the whole phrase stands in one of its names, else as well as the worst of
 * the words does, which cannot be better than at the start of a word.
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
      if (memmem (names, end - names, self->words[i], strlen (self->words[i])) == NULL &&
          !is_in_category (self, row, i))
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
take_row (Scan *self,
          guint row)
{
  WhTextMatches *found = self->found;
  WhMatch        match;

  if (!match_row (self, row, &match))
    return;

  found->rows[found->n_rows] = row;
  found->matches[found->n_rows++] = match;
}

/* The first row from @row to before @last whose own text has the first word, else @last. */
static guint
find_row (const Scan *self,
          guint       row,
          guint       last)
{
  const WhIndexBase *base = self->index->base;
  const char        *start = base->text + base->starts[row];
  const char        *hit;

  hit = memmem (start, base->starts[last] - base->starts[row], self->words[0], strlen (self->words[0]));
  if (hit == NULL)
    return last;

  while (base->starts[row + 1] <= hit - base->text)
    row++;

  return row;
}

static void
scan_rows (Scan *self,
           guint first,
           guint last)
{
  guint row = first;

  while (row < last)
    {
      guint next = find_row (self, row, last);

      for (; self->called->pdata[0] != NULL && row < next; row++)
        {
          if (is_in_category (self, row, 0))
            take_row (self, row);
        }

      if (next < last)
        take_row (self, next);
      row = next + 1;
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
  g_autoptr (GPtrArray) called = g_ptr_array_new_with_free_func (g_free);
  Scan scan = { .index = index, .found = self, .words = words, .phrase = phrase, .called = called };

  self->n_rows = 0;
  self->rows = g_new (guint32, n_rows);
  self->matches = NULL;

  if (words[0] == NULL)
    {
      take_all_rows (self, n_rows);
      return TRUE;
    }

  self->matches = g_new (guint8, n_rows);
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (called, find_categories (index->base, words[i]));

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
