/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-catalogue-private.h"

#include "wh-terms.h"

/* clang-format off */

static const char criteria_sets_sql[] =
  "SELECT s.key, " WH_SQL_TITLE ("s", "title_text") ","
  " (SELECT group_concat (x, char (10)) FROM (SELECT " WH_SQL_TEXT ("c.text") " AS x FROM criterion AS c"
  "  WHERE c.criteria_set_id = s.id ORDER BY c.id)), s.source, s.section"
  " FROM criteria_set AS s WHERE " WH_SQL_FIRST ("criteria_set", "s") " ORDER BY s.id";

static const char measures_sql[] =
  "SELECT m.key, " WH_SQL_TITLE ("m", "name_text") ", m.criteria"
  " FROM measure AS m WHERE " WH_SQL_FIRST ("measure", "m") " ORDER BY m.id";

static const char words_sql[] =
  "SELECT w.key, " WH_SQL_TITLE ("w", "text")
  " FROM word AS w WHERE " WH_SQL_FIRST ("word", "w") " ORDER BY w.id";

/* clang-format on */

void
wh_criteria_set_free (WhCriteriaSet *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->title);
  g_strfreev (self->criteria);
  g_free (self->source);
  g_free (self->section);
  g_free (self);
}

void
wh_measure_free (WhMeasure *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->name);
  g_free (self->criteria);
  g_free (self);
}

void
wh_word_free (WhWord *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->text);
  g_free (self);
}

static gpointer
read_criteria_set (WhCursor *cursor)
{
  WhCriteriaSet *set = g_new0 (WhCriteriaSet, 1);

  set->key = wh_cursor_dup_text (cursor, 0);
  set->title = wh_cursor_dup_text (cursor, 1);
  set->criteria = wh_catalogue_dup_lines (cursor, 2);
  set->source = wh_cursor_dup_text (cursor, 3);
  set->section = wh_cursor_dup_text (cursor, 4);

  return set;
}

GPtrArray *
wh_store_list_criteria_sets (WhDatabase *database,
                             const char *language,
                             GError    **error)
{
  return wh_catalogue_read_list (database, criteria_sets_sql, &(WhQuestion) { .language = language },
                                 read_criteria_set, (GDestroyNotify) wh_criteria_set_free, error);
}

static gpointer
read_measure (WhCursor *cursor)
{
  WhMeasure *measure = g_new0 (WhMeasure, 1);

  measure->key = wh_cursor_dup_text (cursor, 0);
  measure->name = wh_cursor_dup_text (cursor, 1);
  measure->criteria = wh_cursor_dup_text (cursor, 2);

  return measure;
}

GPtrArray *
wh_store_list_measures (WhDatabase *database,
                        const char *language,
                        GError    **error)
{
  return wh_catalogue_read_list (database, measures_sql, &(WhQuestion) { .language = language },
                                 read_measure, (GDestroyNotify) wh_measure_free, error);
}

static gpointer
read_word (WhCursor *cursor)
{
  WhWord *word = g_new0 (WhWord, 1);

  word->key = wh_cursor_dup_text (cursor, 0);
  word->text = wh_cursor_dup_text (cursor, 1);

  return word;
}

GPtrArray *
wh_store_list_words (WhDatabase *database,
                     const char *language,
                     GError    **error)
{
  return wh_catalogue_read_list (database, words_sql, &(WhQuestion) { .language = language },
                                 read_word, (GDestroyNotify) wh_word_free, error);
}
