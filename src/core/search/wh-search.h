/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "wh-index.h"
#include "wh-library-query.h"
#include "wh-search-words.h"

G_BEGIN_DECLS

/**
 * WhSearchSection:
 * @facet: of what @key is: %WH_FACET_PRIORITY or %WH_FACET_CATEGORY
 * @key: the value all rows of the section share; "" for those without one
 * @start: position of the first row
 * @n_items: how many rows
 * @n_learnt: how many of them are learnt
 */
typedef struct
{
  WhFacet     facet;
  const char *key;
  guint       start;
  guint       n_items;
  guint       n_learnt;
} WhSearchSection;

#define WH_TYPE_SEARCH_RESULT (wh_search_result_get_type ())

/**
 * WhSearchResult:
 *
 * The answer to one query: ids in order, their sections, and for every value of
 * every facet how many libraries there would be if it were the only one chosen
 * of its facet, all else unchanged. Never changes; reference-counted atomically.
 */
typedef struct _WhSearchResult WhSearchResult;

WhSearchResult *wh_search (WhIndex              *index,
                           const WhLibraryQuery *query,
                           GCancellable         *cancellable) G_GNUC_WARN_UNUSED_RESULT;

GType           wh_search_result_get_type (void) G_GNUC_CONST;
WhSearchResult *wh_search_result_ref (WhSearchResult *self);
void            wh_search_result_unref (WhSearchResult *self);

const gint64          *wh_search_result_get_ids (WhSearchResult *self,
                                                 guint          *n_ids);
guint                  wh_search_result_get_n_matches (WhSearchResult *self);
guint                  wh_search_result_get_n_by_match (WhSearchResult *self,
                                                        WhMatch         match);
guint                  wh_search_result_get_n_planned (WhSearchResult *self);
const WhSearchSection *wh_search_result_get_sections (WhSearchResult *self,
                                                      guint          *n_sections);
const WhSearchSection *wh_search_result_find_section (WhSearchResult *self,
                                                      guint           position);
guint                  wh_search_result_get_count (WhSearchResult *self,
                                                   WhFacet         facet,
                                                   const char     *key);
gboolean               wh_search_result_get_most_excluding (WhSearchResult *self,
                                                            WhFacet        *facet,
                                                            guint          *n_gained);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhSearchResult, wh_search_result_unref)

G_END_DECLS
