/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-search-private.h"

/* A row that is let in by dropping either the roles or the priorities fails in
 * neither of them alone; it has this bit instead of theirs.
 */
#define FAILED_ROLE_OR_PRIORITY (1u << WH_N_FACETS)

G_STATIC_ASSERT (WH_N_FACETS < 16);

gboolean
wh_failed_passes_without (WhFailed failed,
                          WhFacet  facet)
{
  if (failed == FAILED_ROLE_OR_PRIORITY)
    return facet == WH_FACET_ROLE || facet == WH_FACET_PRIORITY;

  return (failed & ~(1u << facet)) == 0;
}

static void
set_priorities (WhFacetFilter     *self,
                const char *const *keys)
{
  for (guint i = 0; keys[i] != NULL; i++)
    {
      WhPriority priority;

      if (wh_priority_from_key (keys[i], &priority))
        self->priorities[priority] = TRUE;
    }
}

static void
set_values (WhFacetFilter     *self,
            WhFacet            facet,
            const char *const *keys)
{
  self->values[facet] = g_new0 (guint8, wh_index_get_n_values (self->index, facet));

  for (guint i = 0; keys[i] != NULL; i++)
    {
      guint value;

      if (wh_index_find_value (self->index, facet, keys[i], &value))
        self->values[facet][value] = TRUE;
    }
}

/* Keys that nothing has let nothing pass: the facet is set all the same. */
void
wh_facet_filter_init (WhFacetFilter        *self,
                      WhIndex              *index,
                      const WhLibraryQuery *query)
{
  memset (self, 0, sizeof *self);
  self->index = index;

  for (guint facet = 0; facet < WH_N_FACETS; facet++)
    {
      const char *const *keys = wh_library_query_get_values (query, facet);

      self->is_set[facet] = keys != NULL;
      if (keys == NULL)
        continue;

      if (facet == WH_FACET_PRIORITY)
        set_priorities (self, keys);
      else if (wh_facet_get_column (facet) != WH_COLUMN_BYTE)
        set_values (self, facet, keys);
      else
        for (guint i = 0; keys[i] != NULL; i++)
          wh_facet_match_bytes (facet, keys[i], self->bytes[facet]);
    }
}

void
wh_facet_filter_clear (WhFacetFilter *self)
{
  for (guint i = 0; i < WH_N_FACETS; i++)
    g_clear_pointer (&self->values[i], g_free);
}

gboolean
wh_facet_filter_is_set (const WhFacetFilter *self)
{
  for (guint i = 0; i < WH_N_FACETS; i++)
    {
      if (self->is_set[i])
        return TRUE;
    }

  return FALSE;
}

gboolean
wh_facet_filter_has_role (const WhFacetFilter *self,
                          const WhIndexPair   *pair)
{
  return !self->is_set[WH_FACET_ROLE] || self->values[WH_FACET_ROLE][pair->role];
}

gboolean
wh_facet_filter_has_priority (const WhFacetFilter *self,
                              const WhIndexPair   *pair)
{
  return !self->is_set[WH_FACET_PRIORITY] || self->priorities[pair->priority];
}

static void
test_bytes (const WhFacetFilter *self,
            WhFacet              facet,
            const guint32       *rows,
            guint                n_rows,
            WhFailed            *failed)
{
  const guint8 *bytes = wh_index_get_bytes (self->index, facet);
  const guint8 *passes = self->bytes[facet];

  for (guint i = 0; i < n_rows; i++)
    failed[i] |= (WhFailed) (!passes[bytes[rows[i]]] << facet);
}

static void
test_lists (const WhFacetFilter *self,
            WhFacet              facet,
            const guint32       *rows,
            guint                n_rows,
            WhFailed            *failed)
{
  const WhIndexLists *lists = &self->index->base->lists[facet];
  const guint8       *passes = self->values[facet];

  for (guint i = 0; i < n_rows; i++)
    {
      gboolean any = FALSE;

      for (guint32 j = lists->starts[rows[i]]; j < lists->starts[rows[i] + 1] && !any; j++)
        any = passes[lists->values[j]];

      failed[i] |= (WhFailed) (!any << facet);
    }
}

/* Priorities belong to a role: one and the same pair has to answer both facets. */
static WhFailed
test_pairs_of_row (const WhFacetFilter *self,
                   guint32              row)
{
  const WhIndexBase *base = self->index->base;
  gboolean           any_role = !self->is_set[WH_FACET_ROLE];
  gboolean           any_priority = !self->is_set[WH_FACET_PRIORITY];

  for (guint32 i = base->pairs_starts[row]; i < base->pairs_starts[row + 1]; i++)
    {
      gboolean has_role = wh_facet_filter_has_role (self, &base->pairs[i]);
      gboolean has_priority = wh_facet_filter_has_priority (self, &base->pairs[i]);

      if (has_role && has_priority)
        return 0;

      any_role = any_role || has_role;
      any_priority = any_priority || has_priority;
    }

  if (any_role && any_priority)
    return FAILED_ROLE_OR_PRIORITY;
  if (any_priority)
    return 1u << WH_FACET_ROLE;
  if (any_role)
    return 1u << WH_FACET_PRIORITY;

  return (1u << WH_FACET_ROLE) | (1u << WH_FACET_PRIORITY);
}

/* Adds to @failed what keeps each row out; a row that passes keeps its 0. */
void
wh_facet_filter_test (const WhFacetFilter *self,
                      const guint32       *rows,
                      guint                n_rows,
                      WhFailed            *failed)
{
  for (guint facet = 0; facet < WH_N_FACETS; facet++)
    {
      if (!self->is_set[facet])
        continue;

      if (wh_facet_get_column (facet) == WH_COLUMN_BYTE)
        test_bytes (self, facet, rows, n_rows, failed);
      else if (wh_facet_get_column (facet) == WH_COLUMN_LIST)
        test_lists (self, facet, rows, n_rows, failed);
    }

  if (self->is_set[WH_FACET_ROLE] || self->is_set[WH_FACET_PRIORITY])
    {
      for (guint i = 0; i < n_rows; i++)
        failed[i] |= test_pairs_of_row (self, rows[i]);
    }
}

static guint *
count_bytes (const WhFacetFilter *self,
             WhFacet              facet,
             const guint32       *rows,
             guint                n_rows)
{
  const guint8 *bytes = wh_index_get_bytes (self->index, facet);
  guint        *counts = g_new0 (guint, 256);

  for (guint i = 0; i < n_rows; i++)
    counts[bytes[rows[i]]]++;

  return counts;
}

static guint *
count_lists (const WhFacetFilter *self,
             WhFacet              facet,
             const guint32       *rows,
             guint                n_rows)
{
  const WhIndexLists *lists = &self->index->base->lists[facet];
  guint              *counts = g_new0 (guint, wh_index_get_n_values (self->index, facet) + 1);

  for (guint i = 0; i < n_rows; i++)
    {
      for (guint32 j = lists->starts[rows[i]]; j < lists->starts[rows[i] + 1]; j++)
        counts[lists->values[j]]++;
    }

  return counts;
}

/* The pairs of a row stand by role, so a role that comes twice comes in a row. */
static guint *
count_roles (const WhFacetFilter *self,
             const guint32       *rows,
             guint                n_rows)
{
  const WhIndexBase *base = self->index->base;
  guint             *counts = g_new0 (guint, wh_index_get_n_values (self->index, WH_FACET_ROLE) + 1);

  for (guint i = 0; i < n_rows; i++)
    {
      guint32 counted = G_MAXUINT32;

      for (guint32 j = base->pairs_starts[rows[i]]; j < base->pairs_starts[rows[i] + 1]; j++)
        {
          if (base->pairs[j].role != counted && wh_facet_filter_has_priority (self, &base->pairs[j]))
            {
              counted = base->pairs[j].role;
              counts[counted]++;
            }
        }
    }

  return counts;
}

static guint *
count_priorities (const WhFacetFilter *self,
                  const guint32       *rows,
                  guint                n_rows)
{
  const WhIndexBase *base = self->index->base;
  guint             *counts = g_new0 (guint, G_N_ELEMENTS (self->priorities));

  for (guint i = 0; i < n_rows; i++)
    {
      guint8 has[G_N_ELEMENTS (self->priorities)] = { 0 };

      for (guint32 j = base->pairs_starts[rows[i]]; j < base->pairs_starts[rows[i] + 1]; j++)
        {
          if (wh_facet_filter_has_role (self, &base->pairs[j]))
            has[base->pairs[j].priority] = TRUE;
        }

      for (guint j = 0; j < G_N_ELEMENTS (has); j++)
        counts[j] += has[j];
    }

  return counts;
}

guint *
wh_facet_filter_count (const WhFacetFilter *self,
                       WhFacet              facet,
                       const guint32       *rows,
                       guint                n_rows)
{
  switch (wh_facet_get_column (facet))
    {
    case WH_COLUMN_BYTE:
      return count_bytes (self, facet, rows, n_rows);

    case WH_COLUMN_LIST:
      return count_lists (self, facet, rows, n_rows);

    case WH_COLUMN_PAIR:
    default:
      return facet == WH_FACET_ROLE ? count_roles (self, rows, n_rows) : count_priorities (self, rows, n_rows);
    }
}
