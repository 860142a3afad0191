/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* For memmem(). */
#define _GNU_SOURCE

#include "config.h"

#include <string.h>

#include "wh-search-private.h"

/* So many rows are scanned between two looks at the cancellable: a fraction of a
 * millisecond.
 */
#define ROWS_AT_ONCE 8192

typedef struct
{
  WhIndex             *index;
  WhTextMatches       *found;
  const WhSearchWords *typed;  /* the first word is looked for in all rows */
  GPtrArray           *called; /* guint8 *: of each word, which categories are called so; %NULL for none */
} Scan;

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

/* A row that has the first word answers when it has every other one. */
static gboolean
match_row (const Scan *self,
           guint       row,
           WhMatch    *match)
{
  const WhIndexBase *base = self->index->base;
  const char        *names = base->text + base->starts[row];
  const char        *texts = base->text + base->texts_starts[row];
  const char        *end = base->text + base->starts[row + 1];
  const GStrv        words = self->typed->words;

  for (guint i = 1; words[i] != NULL; i++)
    {
      if (memmem (names, end - names, words[i], strlen (words[i])) == NULL && !is_in_category (self, row, i))
        return FALSE;
    }

  *match = wh_search_words_grade (self->typed, names, texts);
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
  found->n_by_match[match]++;
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

  hit = memmem (start, base->starts[last] - base->starts[row], self->typed->words[0], strlen (self->typed->words[0]));
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
  guint n_rows = index->base->n_rows;
  g_autoptr (GPtrArray) called = g_ptr_array_new_with_free_func (g_free);
  g_auto (WhSearchWords) typed = { 0 };
  Scan scan = { .index = index, .found = self, .typed = &typed, .called = called };

  self->n_rows = 0;
  self->rows = g_new (guint32, n_rows);
  self->matches = NULL;
  memset (self->n_by_match, 0, sizeof self->n_by_match);

  wh_search_words_init (&typed, text);
  if (typed.words[0] == NULL)
    {
      take_all_rows (self, n_rows);
      return TRUE;
    }

  self->matches = g_new (guint8, n_rows);
  for (guint i = 0; typed.words[i] != NULL; i++)
    g_ptr_array_add (called, find_categories (index->base, typed.words[i]));

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
