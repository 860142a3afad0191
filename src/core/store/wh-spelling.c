/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "wh-spelling.h"

/* What is longer than this is no slip of the fingers. */
#define MAX_WRONG_CHARS 64

/* Words shorter than this are not guessed at. */
#define MIN_WORD_CHARS 4

/* Further away than a slip of the fingers: a beginning, then what is like one word of
 * the key, then a part of it.
 */
#define BEGINNING_DISTANCE (2 * MAX_WRONG_CHARS)
#define WORD_DISTANCE (4 * MAX_WRONG_CHARS)
#define PART_DISTANCE (8 * MAX_WRONG_CHARS)

/* Letters and digits only, without case: "Scikit_Learn" is "scikitlearn". */
static GArray *
simplify (const char *text)
{
  GArray          *chars = g_array_new (FALSE, FALSE, sizeof (gunichar));
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_array_append_val (chars, c);
    }

  return chars;
}

static gboolean
starts_with (const GArray *text,
             const GArray *start)
{
  return start->len <= text->len &&
         memcmp (text->data, start->data, start->len * sizeof (gunichar)) == 0;
}

static gboolean
contains (const GArray *text,
          const GArray *part)
{
  const gunichar *chars = (const gunichar *) text->data;

  for (guint i = 0; i + part->len <= text->len; i++)
    {
      if (memcmp (chars + i, part->data, part->len * sizeof (gunichar)) == 0)
        return TRUE;
    }

  return FALSE;
}

/* How many letters have to be put in, left out, replaced or swapped with their
 * neighbour to make @a from @b.
 */
static guint
edit_distance (const GArray *a,
               const GArray *b)
{
  const gunichar   *left = (const gunichar *) a->data;
  const gunichar   *right = (const gunichar *) b->data;
  guint             width = b->len + 1;
  g_autofree guint *rows = g_new0 (guint, width * (a->len + 1));

  for (guint i = 0; i <= a->len; i++)
    {
      for (guint j = 0; j <= b->len; j++)
        {
          guint *cell = &rows[i * width + j];

          if (i == 0 || j == 0)
            {
              *cell = i + j;
              continue;
            }

          *cell = MIN (MIN (*(cell - width), *(cell - 1)) + 1,
                       *(cell - width - 1) + (left[i - 1] != right[j - 1]));

          if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
            *cell = MIN (*cell, *(cell - 2 * width - 2) + 1);
        }
    }

  return rows[a->len * width + b->len];
}

/* G_MAXUINT when nobody would have meant @right by @wrong. */
static guint
compare_spellings (const GArray *wrong,
                   const GArray *right)
{
  guint shorter = MIN (wrong->len, right->len);
  guint distance;

  if (right->len == 0 || right->len > 2 * MAX_WRONG_CHARS)
    return G_MAXUINT;

  distance = edit_distance (wrong, right);

  if (distance <= MAX (1, shorter / 3))
    return distance;

  /* Somebody stopped typing, or added too much. */
  if (shorter >= 2 && (starts_with (right, wrong) || starts_with (wrong, right)))
    return BEGINNING_DISTANCE;

  return G_MAXUINT;
}

/* Of short words too many are alike: those must be right. */
static guint
compare_with_word (const GArray *wrong,
                   const char   *word)
{
  g_autoptr (GArray) simple = simplify (word);
  guint distance = compare_spellings (wrong, simple);

  return distance == 0 || MIN (wrong->len, simple->len) >= MIN_WORD_CHARS ? distance : G_MAXUINT;
}

/**
 * wh_spelling_get_distance:
 * @wrong: what was typed
 * @right: what may have been meant by it
 *
 * The whole of @right comes first, then one of its words ("asyncc" may mean
 * "async-and-asgi"), then a part of it ("alchemy" may mean "sqlalchemy").
 *
 * Returns: the smaller, the nearer; %G_MAXUINT when nobody would have meant @right
 */
guint
wh_spelling_get_distance (const char *wrong,
                          const char *right)
{
  g_autoptr (GArray) typed = NULL;
  g_autoptr (GArray) simple = NULL;
  g_auto (GStrv) words = NULL;
  guint distance;

  if (!g_utf8_validate (wrong, -1, NULL) || g_utf8_strlen (wrong, -1) > MAX_WRONG_CHARS)
    return G_MAXUINT;

  typed = simplify (wrong);
  simple = simplify (right);
  distance = compare_spellings (typed, simple);

  if (distance != G_MAXUINT)
    return distance;

  words = g_strsplit_set (right, "-_./ ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    distance = MIN (distance, compare_with_word (typed, words[i]));

  if (distance != G_MAXUINT)
    return WORD_DISTANCE + distance;

  return typed->len >= MIN_WORD_CHARS && contains (simple, typed) ? PART_DISTANCE : G_MAXUINT;
}

static char *
fold (const char *text)
{
  g_autofree char *wide = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return wide != NULL ? g_utf8_casefold (wide, -1) : NULL;
}

/**
 * wh_spelling_is_same:
 *
 * Returns: whether a reader sees the same letters and signs, whatever their case and width
 */
gboolean
wh_spelling_is_same (const char *a,
                     const char *b)
{
  g_autofree char *left = fold (a);
  g_autofree char *right = fold (b);

  return left != NULL && g_strcmp0 (left, right) == 0;
}
