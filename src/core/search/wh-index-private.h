/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-catalogue-store.h"
#include "wh-index.h"

G_BEGIN_DECLS

/* The values of a facet that the catalogue defines: categories, roles, sources. A
 * value is its place here, which is its place on display.
 */
typedef struct
{
  GPtrArray  *keys;   /* char*, %NULL-terminated */
  GHashTable *by_key; /* char* (borrowed from keys) => place + 1 */
} WhIndexValues;

/* Any number of small values per row: those of row r stand from starts[r] to
 * before starts[r + 1].
 */
typedef struct
{
  guint32 *starts;
  guint32 *values;
} WhIndexLists;

typedef struct
{
  guint32 role;
  guint32 place;
  guint8  priority;
} WhIndexPair;

/* The status column holds the status, and this bit for what is in the plan. */
#define WH_INDEX_PLANNED 0x80

/* What does not change while the catalogue stays the same. The packed text holds
 * for each row, folded: the name, the key when it reads otherwise, the aliases,
 * each ended by a line feed; from texts_starts on the texts; then a NUL.
 */
typedef struct
{
  gatomicrefcount ref_count;

  guint    n_rows;
  gint64  *ids;
  char    *text;
  guint32 *starts; /* n_rows + 1 */
  guint32 *texts_starts;
  char    *labels;        /* key, NUL, name, NUL */
  guint32 *labels_starts; /* n_rows */

  WhIndexValues values[WH_N_FACETS]; /* of ROLE, CATEGORY, SOURCE, TAG */
  guint8       *bytes[WH_N_FACETS];  /* of STARS, CONCURRENCY, KIND, STANDING, HORIZON */
  WhIndexLists  lists[WH_N_FACETS];  /* of CATEGORY (ancestors included), SOURCE, TAG */
  guint32      *pairs_starts;        /* n_rows + 1 */
  WhIndexPair  *pairs;               /* in a row by role, then by priority */
  GStrv         category_names;      /* folded, of each category in every language */
  guint32      *main_category;       /* the number of categories for none */
  guint32      *best_rank;           /* 0 for none */
  guint32       max_rank;
  guint32       max_place;

  guint32 *rows_by_key; /* made when first asked for */
  gsize    rows_by_key_once;
} WhIndexBase;

struct _WhIndex
{
  gatomicrefcount ref_count;

  WhIndexBase *base;
  guint8      *my_rating;
  guint8      *status; /* with WH_INDEX_PLANNED */
};

/* How the values of a facet are kept. */
typedef enum
{
  WH_COLUMN_BYTE,
  WH_COLUMN_LIST,
  WH_COLUMN_PAIR,
} WhColumn;

WhColumn      wh_facet_get_column (WhFacet facet);
gboolean      wh_facet_match_bytes (WhFacet     facet,
                                    const char *key,
                                    guint8      matches[256]);
const guint8 *wh_index_get_bytes (WhIndex *self,
                                  WhFacet  facet);
gboolean      wh_index_find_value (WhIndex    *self,
                                   WhFacet     facet,
                                   const char *key,
                                   guint      *value);
guint         wh_index_get_n_values (WhIndex *self,
                                     WhFacet  facet);

/* Rows come in any order; the index has them in the order of names. Memory grows
 * with every row, so what cannot be held ends the program as everywhere in GLib.
 */
typedef struct _WhIndexBuilder WhIndexBuilder;

WhIndexBuilder *wh_index_builder_new (const GPtrArray *categories,
                                      const GPtrArray *roles,
                                      const GPtrArray *sources);
void            wh_index_builder_free (WhIndexBuilder *self);
void            wh_index_builder_add (WhIndexBuilder   *self,
                                      const WhIndexRow *row);
WhIndex        *wh_index_builder_build (WhIndexBuilder *self,
                                        GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhIndexBuilder, wh_index_builder_free)

G_END_DECLS
