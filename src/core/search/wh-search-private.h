/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-index-private.h"
#include "wh-search.h"

G_BEGIN_DECLS

/* The rows that answer the text, in the order of names. */
typedef struct
{
  guint    n_rows;
  guint32 *rows;
  guint8  *matches;                  /* WhMatch; %NULL when there is no text */
  guint    n_by_match[WH_N_MATCHES]; /* how many match so well */
} WhTextMatches;

gboolean wh_text_matches_find (WhTextMatches *self,
                               WhIndex       *index,
                               const char    *text,
                               GCancellable  *cancellable);
void     wh_text_matches_clear (WhTextMatches *self);

/* Which of the chosen facets let a row pass. */
typedef guint16 WhFailed;

gboolean wh_failed_passes_without (WhFailed failed,
                                   WhFacet  facet);

/* The chosen facets of a query, made ready to be asked row by row. */
typedef struct
{
  WhIndex *index;
  gboolean is_set[WH_N_FACETS];
  guint8   bytes[WH_N_FACETS][256]; /* of BYTE columns: which bytes pass */
  guint8  *values[WH_N_FACETS];     /* of LIST columns and of ROLE: which values pass */
  guint8   priorities[WH_PRIORITY_P2 + 1];
} WhFacetFilter;

void     wh_facet_filter_init (WhFacetFilter        *self,
                               WhIndex              *index,
                               const WhLibraryQuery *query);
void     wh_facet_filter_clear (WhFacetFilter *self);
gboolean wh_facet_filter_is_set (const WhFacetFilter *self);
void     wh_facet_filter_test (const WhFacetFilter *self,
                               const guint32       *rows,
                               guint                n_rows,
                               WhFailed            *failed);
gboolean wh_facet_filter_has_role (const WhFacetFilter *self,
                                   const WhIndexPair   *pair);
gboolean wh_facet_filter_has_priority (const WhFacetFilter *self,
                                       const WhIndexPair   *pair);

/* How often each value stands in the given rows: of a BYTE column 256 figures by
 * byte, of a LIST column and of ROLE one by value, of PRIORITY one by priority.
 */
guint *wh_facet_filter_count (const WhFacetFilter *self,
                              WhFacet              facet,
                              const guint32       *rows,
                              guint                n_rows) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
