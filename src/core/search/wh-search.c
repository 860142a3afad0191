/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "wh-search-private.h"

/* Keys up to this are sorted by counting: as much memory as a small catalogue's index. */
#define COUNTED_KEY_MAX (1024 * 1024)

struct _WhSearchResult
{
  gatomicrefcount ref_count;

  WhIndex *index;
  gint64  *ids;
  guint    n_ids;
  guint    n_matches;
  guint    n_planned;
  guint    n_by_match[WH_N_MATCHES];
  GArray  *sections;            /* WhSearchSection */
  guint   *counts[WH_N_FACETS]; /* as wh_facet_filter_count() gives them */
  guint8   is_set[WH_N_FACETS];
  guint    n_gained[WH_N_FACETS]; /* more matches without this facet */
  guint    n_failed[WH_N_FACETS]; /* rows that this facet keeps out, alone or not */
};

G_DEFINE_BOXED_TYPE (WhSearchResult, wh_search_result, wh_search_result_ref, wh_search_result_unref)

typedef struct
{
  WhIndex              *index;
  const WhLibraryQuery *query;
  WhFacetFilter         filter;
  WhTextMatches         matches;
  WhFailed             *failed; /* %NULL when no facet is set */
  WhSearchResult       *result;
  gboolean              single_role;
  guint32               role; /* the chosen one, when it is a single one */
} Search;

/* Keeps the rows that pass and counts each set facet over those that would pass
 * without it; the others are counted over what is left.
 */
static void
apply_filter (Search *self)
{
  WhTextMatches      *matches = &self->matches;
  g_autofree guint32 *without = g_new (guint32, matches->n_rows);
  guint               n_passed = 0;

  for (guint i = 0; i < matches->n_rows; i++)
    n_passed += self->failed[i] == 0;

  for (guint facet = 0; facet < WH_N_FACETS; facet++)
    {
      guint n_without = 0;
      guint n_failed = 0;

      if (!self->filter.is_set[facet])
        continue;

      for (guint i = 0; i < matches->n_rows; i++)
        {
          if (wh_failed_passes_without (self->failed[i], facet))
            without[n_without++] = matches->rows[i];
          n_failed += (self->failed[i] >> facet) & 1;
        }

      self->result->counts[facet] = wh_facet_filter_count (&self->filter, facet, without, n_without);
      self->result->n_gained[facet] = n_without - n_passed;
      self->result->n_failed[facet] = n_failed;
    }

  n_passed = 0;
  for (guint i = 0; i < matches->n_rows; i++)
    {
      if (self->failed[i] != 0)
        {
          if (matches->matches != NULL)
            matches->n_by_match[matches->matches[i]]--;
          continue;
        }

      matches->rows[n_passed] = matches->rows[i];
      if (matches->matches != NULL)
        matches->matches[n_passed] = matches->matches[i];
      n_passed++;
    }
  matches->n_rows = n_passed;
}

static void
count_rest (Search *self)
{
  const WhTextMatches *matches = &self->matches;

  for (guint facet = 0; facet < WH_N_FACETS; facet++)
    {
      self->result->is_set[facet] = self->filter.is_set[facet];
      if (!self->filter.is_set[facet])
        self->result->counts[facet] = wh_facet_filter_count (&self->filter, facet, matches->rows, matches->n_rows);
    }

  for (guint i = 0; i < matches->n_rows; i++)
    self->result->n_planned += (self->index->status[matches->rows[i]] & WH_INDEX_PLANNED) != 0;

  self->result->n_matches = matches->n_rows;
  memcpy (self->result->n_by_match, matches->n_by_match, sizeof matches->n_by_match);
}

static void
find_single_role (Search *self)
{
  const char *const *roles = wh_library_query_get_values (self->query, WH_FACET_ROLE);

  self->single_role = roles != NULL && roles[1] == NULL &&
                      wh_index_find_value (self->index, WH_FACET_ROLE, roles[0], &self->role);
}

/* What is meant when nothing, or nothing that applies, was said. */
static WhSort
get_effective_sort (Search *self)
{
  WhSort sort = wh_library_query_get_sort (self->query);

  if (sort == WH_SORT_DEFAULT && self->matches.matches != NULL)
    return WH_SORT_RELEVANCE;

  if (sort == WH_SORT_RELEVANCE && self->matches.matches == NULL)
    return WH_SORT_DEFAULT;

  return sort;
}

/* The best of the pairs that answer the query; %NULL when there is none with a priority. */
static const WhIndexPair *
find_best_pair (Search *self,
                guint32 row)
{
  const WhIndexBase *base = self->index->base;
  const WhIndexPair *best = NULL;

  for (guint32 i = base->pairs_starts[row]; i < base->pairs_starts[row + 1]; i++)
    {
      const WhIndexPair *pair = &base->pairs[i];

      if (pair->priority != WH_PRIORITY_NONE &&
          wh_facet_filter_has_role (&self->filter, pair) &&
          wh_facet_filter_has_priority (&self->filter, pair) &&
          (best == NULL || pair->priority < best->priority))
        best = pair;
    }

  return best;
}

/* Where the row stands among the slots of the one chosen role. */
static guint32
get_slot_key (Search *self,
              guint32 row)
{
  const WhIndexBase *base = self->index->base;
  const WhIndexPair *pair = find_best_pair (self, row);
  guint32            n_places = base->max_place + 1;

  if (pair != NULL)
    return (pair->priority - WH_PRIORITY_P0) * n_places + pair->place;

  /* A role without priorities has its learning orders instead. */
  for (guint32 i = base->pairs_starts[row]; i < base->pairs_starts[row + 1]; i++)
    {
      if (base->pairs[i].role == self->role)
        return WH_PRIORITY_P2 * n_places + base->pairs[i].place;
    }

  return (WH_PRIORITY_P2 + 1) * n_places;
}

static guint32
get_stars_key (guint8 stars)
{
  return WH_STARS_MAX - stars;
}

static guint32
get_key (Search *self,
         WhSort  sort,
         guint   i)
{
  const WhIndexBase *base = self->index->base;
  const WhIndexPair *pair;
  guint32            row = self->matches.rows[i];

  switch (sort)
    {
    case WH_SORT_RELEVANCE:
      return self->matches.matches[i];

    case WH_SORT_STARS:
      return get_stars_key (base->bytes[WH_FACET_STARS][row]);

    case WH_SORT_MY_RATING:
      return get_stars_key (self->index->my_rating[row]);

    case WH_SORT_PRIORITY:
      pair = find_best_pair (self, row);
      return pair != NULL ? (guint32) (pair->priority - WH_PRIORITY_P0) : WH_PRIORITY_P2;

    case WH_SORT_RANK:
      return base->best_rank[row] > 0 ? base->best_rank[row] - 1 : base->max_rank;

    case WH_SORT_DEFAULT:
      return self->single_role ? get_slot_key (self, row) : base->main_category[row];

    case WH_SORT_NAME:
    default:
      return 0;
    }
}

static guint32
get_none_key (Search *self,
              WhSort  sort)
{
  const WhIndexBase *base = self->index->base;

  switch (sort)
    {
    case WH_SORT_RELEVANCE:
      return WH_MATCH_TEXT + 1;

    case WH_SORT_STARS:
    case WH_SORT_MY_RATING:
      return WH_STARS_MAX;

    case WH_SORT_PRIORITY:
      return WH_PRIORITY_P2;

    case WH_SORT_RANK:
      return base->max_rank;

    case WH_SORT_DEFAULT:
      return self->single_role ? (WH_PRIORITY_P2 + 1) * (base->max_place + 1)
                               : wh_index_get_n_values (self->index, WH_FACET_CATEGORY);

    case WH_SORT_NAME:
    default:
      return 0;
    }
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  const guint64 *number = a;
  const guint64 *other = b;

  return (*number > *other) - (*number < *other);
}

/* Key and position in one number, so that equal keys stay as they stood. */
static guint32 *
sort_positions_by_comparing (const guint32 *keys,
                             guint          n_keys)
{
  g_autofree guint64 *numbers = g_new (guint64, n_keys);
  guint32            *positions = g_new (guint32, n_keys);

  for (guint i = 0; i < n_keys; i++)
    numbers[i] = ((guint64) keys[i] << 32) | i;

  qsort (numbers, n_keys, sizeof (guint64), compare_numbers);

  for (guint i = 0; i < n_keys; i++)
    positions[i] = (guint32) numbers[i];

  return positions;
}

/* Linear in both. */
static guint32 *
sort_positions_by_counting (const guint32 *keys,
                            guint          n_keys,
                            guint32        max_key)
{
  g_autofree guint *starts = g_new0 (guint, (gsize) max_key + 2);
  guint32          *positions = g_new (guint32, n_keys);

  for (guint i = 0; i < n_keys; i++)
    starts[keys[i] + 1]++;

  for (guint32 key = 0; key < max_key; key++)
    starts[key + 1] += starts[key];

  for (guint i = 0; i < n_keys; i++)
    positions[starts[keys[i]]++] = i;

  return positions;
}

/* Puts positions into the order of their keys, equal ones as they stood: counting
 * is linear, and the keys are small, but for a rank in the millions, which no
 * catalogue of ours has.
 */
static guint32 *
sort_positions (const guint32 *keys,
                guint          n_keys,
                guint32        max_key)
{
  if (max_key > COUNTED_KEY_MAX)
    return sort_positions_by_comparing (keys, n_keys);

  return sort_positions_by_counting (keys, n_keys, max_key);
}

/* Rows stand in the order of names already. */
static void
order_by_name (Search *self)
{
  WhTextMatches *matches = &self->matches;

  if (!wh_library_query_get_reversed (self->query))
    return;

  for (guint i = 0; i < matches->n_rows / 2; i++)
    {
      guint32 row = matches->rows[i];

      matches->rows[i] = matches->rows[matches->n_rows - 1 - i];
      matches->rows[matches->n_rows - 1 - i] = row;
    }
}

/* Smallest key first, or greatest when reversed; those without a value last. */
static void
order_by_keys (Search *self,
               WhSort  sort)
{
  WhTextMatches      *matches = &self->matches;
  gboolean            reversed = wh_library_query_get_reversed (self->query);
  guint32             none = get_none_key (self, sort);
  g_autofree guint32 *positions = NULL;
  g_autofree guint32 *keys = g_new (guint32, matches->n_rows);
  guint32            *rows = g_new (guint32, matches->n_rows);

  for (guint i = 0; i < matches->n_rows; i++)
    {
      keys[i] = get_key (self, sort, i);
      if (reversed && keys[i] != none)
        keys[i] = none - 1 - keys[i];
    }

  positions = sort_positions (keys, matches->n_rows, none);
  for (guint i = 0; i < matches->n_rows; i++)
    rows[i] = matches->rows[positions[i]];

  g_free (matches->rows);
  matches->rows = rows;
}

/* The value that all rows of a section have in common. */
static const char *
get_section_key (Search *self,
                 guint32 row)
{
  const WhIndexBase *base = self->index->base;
  const WhIndexPair *pair;

  if (self->single_role)
    {
      pair = find_best_pair (self, row);
      return pair != NULL ? wh_priority_to_key (pair->priority) : "";
    }

  if (base->main_category[row] == wh_index_get_n_values (self->index, WH_FACET_CATEGORY))
    return "";

  return g_ptr_array_index (base->values[WH_FACET_CATEGORY].keys, base->main_category[row]);
}

static void
make_sections (Search *self)
{
  WhSearchResult  *result = self->result;
  WhSearchSection *section = NULL;

  for (guint i = 0; i < result->n_ids; i++)
    {
      guint32     row = self->matches.rows[i];
      const char *key = get_section_key (self, row);

      if (section == NULL || section->key != key)
        {
          WhSearchSection next = {
            .facet = self->single_role ? WH_FACET_PRIORITY : WH_FACET_CATEGORY,
            .key = key,
            .start = i,
          };

          g_array_append_val (result->sections, next);
          section = &g_array_index (result->sections, WhSearchSection, result->sections->len - 1);
        }

      section->n_items++;
      section->n_learnt += (self->index->status[row] & ~WH_INDEX_PLANNED) == WH_STATUS_LEARNT;
    }
}

static void
make_ids (Search *self)
{
  WhSearchResult *result = self->result;
  guint           limit = wh_library_query_get_limit (self->query);

  result->n_ids = limit > 0 ? MIN (limit, self->matches.n_rows) : self->matches.n_rows;
  result->ids = g_new (gint64, result->n_ids);

  for (guint i = 0; i < result->n_ids; i++)
    result->ids[i] = self->index->base->ids[self->matches.rows[i]];
}

static gboolean
run (Search       *self,
     GCancellable *cancellable)
{
  WhSort sort;

  if (!wh_text_matches_find (&self->matches, self->index, wh_library_query_get_text (self->query), cancellable))
    return FALSE;

  if (wh_facet_filter_is_set (&self->filter))
    {
      self->failed = g_new0 (WhFailed, self->matches.n_rows);
      wh_facet_filter_test (&self->filter, self->matches.rows, self->matches.n_rows, self->failed);
      apply_filter (self);
    }

  if (g_cancellable_is_cancelled (cancellable))
    return FALSE;

  count_rest (self);

  find_single_role (self);
  sort = get_effective_sort (self);
  if (sort == WH_SORT_NAME)
    order_by_name (self);
  else
    order_by_keys (self, sort);

  make_ids (self);
  if (sort == WH_SORT_DEFAULT)
    make_sections (self);

  return !g_cancellable_is_cancelled (cancellable);
}

/**
 * wh_search:
 *
 * Answers a query. A pure function of its arguments, on any thread: the window,
 * the command line and whoever else asks get the same libraries in the same order.
 *
 * Returns: (transfer full) (nullable): the answer; %NULL when cancelled
 */
WhSearchResult *
wh_search (WhIndex              *index,
           const WhLibraryQuery *query,
           GCancellable         *cancellable)
{
  g_autoptr (WhSearchResult) result = NULL;
  Search   search = { .index = index, .query = query };
  gboolean done;

  g_return_val_if_fail (index != NULL, NULL);
  g_return_val_if_fail (query != NULL, NULL);

  result = g_new0 (WhSearchResult, 1);
  g_atomic_ref_count_init (&result->ref_count);
  result->index = wh_index_ref (index);
  result->sections = g_array_new (FALSE, FALSE, sizeof (WhSearchSection));

  search.result = result;
  wh_facet_filter_init (&search.filter, index, query);
  done = run (&search, cancellable);

  wh_facet_filter_clear (&search.filter);
  wh_text_matches_clear (&search.matches);
  g_free (search.failed);

  return done ? g_steal_pointer (&result) : NULL;
}

WhSearchResult *
wh_search_result_ref (WhSearchResult *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
wh_search_result_unref (WhSearchResult *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < WH_N_FACETS; i++)
    g_free (self->counts[i]);
  g_array_unref (self->sections);
  g_free (self->ids);
  wh_index_unref (self->index);
  g_free (self);
}

/**
 * wh_search_result_get_ids:
 * @n_ids: (out)
 *
 * Returns: (transfer none) (array length=n_ids): the ids in order, as many as the
 *   query's limit allows
 */
const gint64 *
wh_search_result_get_ids (WhSearchResult *self,
                          guint          *n_ids)
{
  g_return_val_if_fail (self != NULL, NULL);

  *n_ids = self->n_ids;
  return self->ids;
}

/* How many libraries answer the query, whatever its limit. */
guint
wh_search_result_get_n_matches (WhSearchResult *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_matches;
}

/**
 * wh_search_result_get_n_by_match:
 *
 * Returns: how many libraries answer the query's text so well, whatever its limit: by
 *   relevance the first ones match exactly, the next ones by a prefix, and so on. 0 when
 *   there is no text
 */
guint
wh_search_result_get_n_by_match (WhSearchResult *self,
                                 WhMatch         match)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (match < WH_N_MATCHES, 0);

  return self->n_by_match[match];
}

guint
wh_search_result_get_n_planned (WhSearchResult *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_planned;
}

/**
 * wh_search_result_get_sections:
 * @n_sections: (out): 0 when the order has none
 *
 * Returns: (transfer none) (array length=n_sections): the sections in order; they
 *   cover all ids
 */
const WhSearchSection *
wh_search_result_get_sections (WhSearchResult *self,
                               guint          *n_sections)
{
  g_return_val_if_fail (self != NULL, NULL);

  *n_sections = self->sections->len;
  return (const WhSearchSection *) self->sections->data;
}

/**
 * wh_search_result_find_section:
 *
 * Returns: (transfer none) (nullable): the section in which the id at @position
 *   stands
 */
const WhSearchSection *
wh_search_result_find_section (WhSearchResult *self,
                               guint           position)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (self != NULL, NULL);

  high = self->sections->len;
  while (low < high)
    {
      guint                  middle = low + (high - low) / 2;
      const WhSearchSection *section = &g_array_index (self->sections, WhSearchSection, middle);

      if (position < section->start)
        high = middle;
      else if (position < section->start + section->n_items)
        return section;
      else
        low = middle + 1;
    }

  return NULL;
}

static guint
get_count_of_bytes (WhSearchResult *self,
                    WhFacet         facet,
                    const char     *key)
{
  guint8 matches[256] = { 0 };
  guint  count = 0;

  if (!wh_facet_match_bytes (facet, key, matches))
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (matches); i++)
    count += matches[i] ? self->counts[facet][i] : 0;

  return count;
}

/**
 * wh_search_result_get_count:
 *
 * Returns: how many libraries there would be if @key were the only chosen value of
 *   @facet and everything else as it is
 */
guint
wh_search_result_get_count (WhSearchResult *self,
                            WhFacet         facet,
                            const char     *key)
{
  WhPriority priority;
  guint      value;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (facet < WH_N_FACETS, 0);
  g_return_val_if_fail (key != NULL, 0);

  if (wh_facet_get_column (facet) == WH_COLUMN_BYTE)
    return get_count_of_bytes (self, facet, key);

  if (facet == WH_FACET_PRIORITY)
    return wh_priority_from_key (key, &priority) ? self->counts[facet][priority] : 0;

  return wh_index_find_value (self->index, facet, key, &value) ? self->counts[facet][value] : 0;
}

/**
 * wh_search_result_get_most_excluding:
 * @facet: (out): the facet to drop
 * @n_gained: (out): how many more libraries there are without it; 0 when only
 *   dropping several would help
 *
 * Tells which set facet keeps most libraries out: the one that lets most of them in
 * when it is dropped, else the one that most of them fail.
 *
 * Returns: %FALSE when no facet is set
 */
gboolean
wh_search_result_get_most_excluding (WhSearchResult *self,
                                     WhFacet        *facet,
                                     guint          *n_gained)
{
  int best = -1;

  g_return_val_if_fail (self != NULL, FALSE);

  for (int i = 0; i < WH_N_FACETS; i++)
    {
      if (self->is_set[i] &&
          (best < 0 || self->n_gained[i] > self->n_gained[best] ||
           (self->n_gained[i] == self->n_gained[best] && self->n_failed[i] > self->n_failed[best])))
        best = i;
    }

  if (best < 0)
    return FALSE;

  *facet = (WhFacet) best;
  *n_gained = self->n_gained[best];
  return TRUE;
}
