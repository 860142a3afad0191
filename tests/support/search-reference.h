/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-search.h"

G_BEGIN_DECLS

/* A catalogue written down as a table, and what a query must give on it, worked
 * out in the plainest way there is: row by row, key by key, with nothing in common
 * with the index but the rules.
 */

typedef struct
{
  const char *role;
  WhPriority  priority;
  guint       place;
} TestPriority;

#define TEST_MAX_VALUES 4

typedef struct
{
  const char   *key;
  const char   *name;
  const char   *aliases;
  const char   *texts;
  WhKind        kind;
  WhStanding    standing;
  WhConcurrency concurrency;
  guint         stars;
  guint         my_rating;
  WhStatus      status;
  gboolean      planned;
  guint         horizons;
  guint         best_rank;
  const char   *categories[TEST_MAX_VALUES];
  const char   *sources[TEST_MAX_VALUES];
  TestPriority  priorities[TEST_MAX_VALUES];
} TestRow;

/* The values that rows refer to, in display order; %NULL-terminated. */
typedef struct
{
  const char *const *categories;
  const char *const *roles;
  const char *const *sources;
} TestCatalogue;

const TestCatalogue *test_catalogue_small (void);
const TestCatalogue *test_catalogue_random (void);

WhIndex        *test_rows_build_index (const TestRow       *rows,
                                       guint                n_rows,
                                       const TestCatalogue *catalogue,
                                       GError             **error) G_GNUC_WARN_UNUSED_RESULT;
TestRow        *test_rows_random (GRand *rand,
                                  guint  n_rows) G_GNUC_WARN_UNUSED_RESULT;
WhLibraryQuery *test_query_random (GRand *rand) G_GNUC_WARN_UNUSED_RESULT;
void            test_reference_compare (const TestRow        *rows,
                                        guint                 n_rows,
                                        WhIndex              *index,
                                        const WhLibraryQuery *query,
                                        WhSearchResult       *result);

G_END_DECLS
