/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * WhFacet:
 *
 * What a list of libraries can be narrowed by. Each facet has values, known by
 * their keys; chosen values are alternatives (OR) within one facet, and every
 * facet with chosen values must agree (AND). The keys are
 *
 * - ROLE, SOURCE, TAG: the catalogue's keys;
 * - CATEGORY: the catalogue's keys; "web" also matches its children;
 * - PRIORITY: "P0", "P1", "P2", in the chosen roles, or in any when none is;
 * - STARS: a minimum, "0.5" … "5", or "none" for unrated;
 * - MY_RATING: the same, of the user's own stars;
 * - CONCURRENCY: "sync", "async", "both", and "none" for not stated;
 * - KIND, STANDING, HORIZON: as in wh-facts.h;
 * - STATUS: "to-learn", "learning", "learnt", "skipped", "none", and "planned"
 *   for what is in the plan, whatever its status.
 */
typedef enum
{
  WH_FACET_ROLE,
  WH_FACET_CATEGORY,
  WH_FACET_PRIORITY,
  WH_FACET_STARS,
  WH_FACET_MY_RATING,
  WH_FACET_CONCURRENCY,
  WH_FACET_KIND,
  WH_FACET_STANDING,
  WH_FACET_HORIZON,
  WH_FACET_STATUS,
  WH_FACET_SOURCE,
  WH_FACET_TAG,
} WhFacet;

#define WH_N_FACETS (WH_FACET_TAG + 1)

/**
 * WhSort:
 * @WH_SORT_DEFAULT: by relevance when there is a text; else by priority, in the
 *   order of the role's slots, when exactly one role is chosen; else by
 *   category. The last two have sections
 * @WH_SORT_RELEVANCE: best match first; as the default when there is no text
 * @WH_SORT_NAME: A to Z
 * @WH_SORT_STARS: the sources' stars, best first
 * @WH_SORT_MY_RATING: the user's stars, best first
 * @WH_SORT_PRIORITY: the best in the chosen roles, or in any when none is
 * @WH_SORT_RANK: the best place in any ranking
 *
 * Ties stand in the order of names. What has no value (unrated, no priority, no
 * rank) stands at the end, reversed or not.
 */
typedef enum
{
  WH_SORT_DEFAULT,
  WH_SORT_RELEVANCE,
  WH_SORT_NAME,
  WH_SORT_STARS,
  WH_SORT_MY_RATING,
  WH_SORT_PRIORITY,
  WH_SORT_RANK,
} WhSort;

const char *wh_facet_to_key (WhFacet facet);
gboolean    wh_facet_from_key (const char *key,
                               WhFacet    *facet);
const char *wh_sort_to_key (WhSort sort);
gboolean    wh_sort_from_key (const char *key,
                              WhSort     *sort);

#define WH_TYPE_LIBRARY_QUERY (wh_library_query_get_type ())

/**
 * WhLibraryQuery:
 *
 * What is asked of the catalogue: a text, chosen facet values, an order. It is
 * a plain reference-counted value: once it has been handed to a search or set
 * as a property it must not change any more; copy it, then set.
 */
typedef struct _WhLibraryQuery WhLibraryQuery;

GType           wh_library_query_get_type (void) G_GNUC_CONST;
WhLibraryQuery *wh_library_query_new (void) G_GNUC_WARN_UNUSED_RESULT;
WhLibraryQuery *wh_library_query_copy (const WhLibraryQuery *self) G_GNUC_WARN_UNUSED_RESULT;
WhLibraryQuery *wh_library_query_ref (WhLibraryQuery *self);
void            wh_library_query_unref (WhLibraryQuery *self);

void               wh_library_query_set_text (WhLibraryQuery *self,
                                              const char     *text);
const char        *wh_library_query_get_text (const WhLibraryQuery *self);
void               wh_library_query_set_values (WhLibraryQuery    *self,
                                                WhFacet            facet,
                                                const char *const *keys);
const char *const *wh_library_query_get_values (const WhLibraryQuery *self,
                                                WhFacet               facet);
gboolean           wh_library_query_has_value (const WhLibraryQuery *self,
                                               WhFacet               facet,
                                               const char           *key);
void               wh_library_query_toggle_value (WhLibraryQuery *self,
                                                  WhFacet         facet,
                                                  const char     *key);
guint              wh_library_query_get_n_facets (const WhLibraryQuery *self);
void               wh_library_query_set_sort (WhLibraryQuery *self,
                                              WhSort          sort,
                                              gboolean        reversed);
WhSort             wh_library_query_get_sort (const WhLibraryQuery *self);
gboolean           wh_library_query_get_reversed (const WhLibraryQuery *self);
void               wh_library_query_set_limit (WhLibraryQuery *self,
                                               guint           limit);
guint              wh_library_query_get_limit (const WhLibraryQuery *self);
gboolean           wh_library_query_equal (const WhLibraryQuery *a,
                                           const WhLibraryQuery *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhLibraryQuery, wh_library_query_unref)

G_END_DECLS
