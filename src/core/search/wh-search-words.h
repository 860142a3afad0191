/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WhMatch:
 * @WH_MATCH_EXACT: it is called so
 * @WH_MATCH_PREFIX: one of its names begins so
 * @WH_MATCH_WORD: a word of its names begins so
 * @WH_MATCH_INFIX: it stands in its names
 * @WH_MATCH_TEXT: it stands in what is said of it
 *
 * How well something answers what was typed, best first.
 */
typedef enum
{
  WH_MATCH_EXACT,
  WH_MATCH_PREFIX,
  WH_MATCH_WORD,
  WH_MATCH_INFIX,
  WH_MATCH_TEXT,
} WhMatch;

#define WH_N_MATCHES (WH_MATCH_TEXT + 1)

/* What was typed, folded: the words, the longest first, for it is the rarest; and all
 * of them as they stood.
 */
typedef struct
{
  GStrv words;
  char *phrase;
} WhSearchWords;

void     wh_search_words_init (WhSearchWords *self,
                               const char    *text);
void     wh_search_words_clear (WhSearchWords *self);
gboolean wh_search_words_are_in (const WhSearchWords *self,
                                 const char          *text);
WhMatch  wh_search_words_grade (const WhSearchWords *self,
                                const char          *names,
                                const char          *end);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WhSearchWords, wh_search_words_clear)

G_END_DECLS
