/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-database.h"

G_BEGIN_DECLS

/* The terms in which the catalogue judges and speaks; the rules of wh-records.h hold
 * here too.
 */

typedef struct
{
  char *key;
  char *title;
  GStrv criteria; /* texts, the weightiest first */
  char *source;
  char *section; /* (nullable) */
} WhCriteriaSet;

typedef struct
{
  char *key;
  char *name;
  char *criteria; /* (nullable): the key of a set of them */
} WhMeasure;

typedef struct
{
  char *key; /* "kind/stdlib" */
  char *text;
} WhWord;

void wh_criteria_set_free (WhCriteriaSet *self);
void wh_measure_free (WhMeasure *self);
void wh_word_free (WhWord *self);

/* Each returns all there are, in display order, with texts in @language (see
 * wh-catalogue-store.h); %NULL when the database failed.
 */
GPtrArray *wh_store_list_criteria_sets (WhDatabase *database,
                                        const char *language,
                                        GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *wh_store_list_measures (WhDatabase *database,
                                   const char *language,
                                   GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *wh_store_list_words (WhDatabase *database,
                                const char *language,
                                GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhCriteriaSet, wh_criteria_set_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhMeasure, wh_measure_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhWord, wh_word_free)

G_END_DECLS
