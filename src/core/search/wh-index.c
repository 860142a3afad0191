/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-index-private.h"

G_DEFINE_BOXED_TYPE (WhIndex, wh_index, wh_index_ref, wh_index_unref)

WhColumn
wh_facet_get_column (WhFacet facet)
{
  switch (facet)
    {
    case WH_FACET_ROLE:
    case WH_FACET_PRIORITY:
      return WH_COLUMN_PAIR;

    case WH_FACET_CATEGORY:
    case WH_FACET_SOURCE:
    case WH_FACET_TAG:
      return WH_COLUMN_LIST;

    case WH_FACET_STARS:
    case WH_FACET_MY_RATING:
    case WH_FACET_CONCURRENCY:
    case WH_FACET_KIND:
    case WH_FACET_STANDING:
    case WH_FACET_HORIZON:
    case WH_FACET_STATUS:
      return WH_COLUMN_BYTE;

    default:
      g_assert_not_reached ();
    }
}

/* "4" or "4.5" to halves. */
static gboolean
parse_stars (const char *key,
             guint      *stars)
{
  char  *end;
  double value = g_ascii_strtod (key, &end);
  guint  halves;

  if (end == key || *end != '\0' || !(value >= 0.5 && value <= WH_STARS_MAX / 2.0))
    return FALSE;

  halves = (guint) (value * 2);
  if (halves != value * 2)
    return FALSE;

  *stars = halves;
  return TRUE;
}

static gboolean
match_stars (const char *key,
             guint8      matches[256])
{
  guint minimum;

  if (!parse_stars (key, &minimum))
    return FALSE;

  for (guint i = minimum; i <= WH_STARS_MAX; i++)
    matches[i] = TRUE;

  return TRUE;
}

static gboolean
match_horizon (const char *key,
               guint8      matches[256])
{
  WhHorizon horizon;

  if (!wh_horizon_from_key (key, &horizon))
    return FALSE;

  for (guint i = 0; i < 256; i++)
    {
      if (i & (1u << horizon))
        matches[i] = TRUE;
    }

  return TRUE;
}

static gboolean
match_status (const char *key,
              guint8      matches[256])
{
  WhStatus status = WH_STATUS_NONE;

  if (g_str_equal (key, "planned"))
    {
      for (guint i = WH_INDEX_PLANNED; i < 256; i++)
        matches[i] = TRUE;
      return TRUE;
    }

  if (!g_str_equal (key, "none") && !wh_status_from_key (key, &status))
    return FALSE;

  matches[status] = matches[status | WH_INDEX_PLANNED] = TRUE;
  return TRUE;
}

/**
 * wh_facet_match_bytes:
 * @facet: one that is kept as a byte per row
 *
 * Marks in @matches which bytes of the column have the value @key; the rest is
 * left as it is, so that several values can be gathered.
 *
 * Returns: %FALSE when the facet has no such value
 */
gboolean
wh_facet_match_bytes (WhFacet     facet,
                      const char *key,
                      guint8      matches[256])
{
  WhConcurrency concurrency;
  WhKind        kind;
  WhStanding    standing;

  if (facet == WH_FACET_STATUS)
    return match_status (key, matches);

  if (g_str_equal (key, "none"))
    return matches[0] = TRUE;

  if (facet == WH_FACET_STARS || facet == WH_FACET_MY_RATING)
    return match_stars (key, matches);

  if (facet == WH_FACET_HORIZON)
    return match_horizon (key, matches);

  if (facet == WH_FACET_CONCURRENCY && wh_concurrency_from_key (key, &concurrency))
    return matches[concurrency] = TRUE;

  if (facet == WH_FACET_KIND && wh_kind_from_key (key, &kind))
    return matches[kind] = TRUE;

  if (facet == WH_FACET_STANDING && wh_standing_from_key (key, &standing))
    return matches[standing] = TRUE;

  return FALSE;
}

const guint8 *
wh_index_get_bytes (WhIndex *self,
                    WhFacet  facet)
{
  if (facet == WH_FACET_MY_RATING)
    return self->my_rating;

  if (facet == WH_FACET_STATUS)
    return self->status;

  return self->base->bytes[facet];
}

/* Where @key stands among the values of a facet that the catalogue defines. */
gboolean
wh_index_find_value (WhIndex    *self,
                     WhFacet     facet,
                     const char *key,
                     guint      *value)
{
  gpointer found = g_hash_table_lookup (self->base->values[facet].by_key, key);

  if (found == NULL)
    return FALSE;

  *value = GPOINTER_TO_UINT (found) - 1;
  return TRUE;
}

guint
wh_index_get_n_values (WhIndex *self,
                       WhFacet  facet)
{
  return self->base->values[facet].keys->len;
}

static void
add_row_cb (const WhIndexRow *row,
            gpointer          user_data)
{
  wh_index_builder_add (user_data, row);
}

static WhIndex *
read_index (WhDatabase   *database,
            GCancellable *cancellable,
            GError      **error)
{
  g_autoptr (GPtrArray) categories = NULL;
  g_autoptr (GPtrArray) roles = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (WhIndexBuilder) builder = NULL;

  if (!(categories = wh_store_list_categories (database, "en", error)) ||
      !(roles = wh_store_list_roles (database, "en", error)) ||
      !(sources = wh_store_list_source_names (database, "en", error)))
    return NULL;

  builder = wh_index_builder_new (categories, roles, sources);
  if (!wh_store_foreach_index_row (database, add_row_cb, builder, cancellable, error))
    return NULL;

  return wh_index_builder_build (builder, error);
}

/**
 * wh_index_build:
 *
 * Reads the index from @database, on the thread of that connection, as it is at
 * one moment.
 *
 * Returns: (transfer full): the index, or %NULL with @error set
 */
WhIndex *
wh_index_build (WhDatabase   *database,
                GCancellable *cancellable,
                GError      **error)
{
  WhIndex *index;

  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);

  if (!wh_database_begin_read (database, error))
    return NULL;

  index = read_index (database, cancellable, error);
  wh_database_rollback (database);

  return index;
}

static void
patch_row (WhIndex            *self,
           const WhUserRecord *record)
{
  guint row;

  /* Topics have no row. */
  if (!wh_index_find_key (self, record->key, &row))
    return;

  self->my_rating[row] = MIN (record->my_rating, WH_STARS_MAX);
  self->status[row] = record->status | (record->planned ? WH_INDEX_PLANNED : 0);
}

/**
 * wh_index_with_user_records:
 * @records: (element-type WhUserRecord): what the user has now on some keys
 *
 * Makes an index that differs in the user's own rating, status and plan of those
 * libraries. It costs a copy of two bytes per library, nothing is read anew.
 *
 * Returns: (transfer full): the other index
 */
WhIndex *
wh_index_with_user_records (WhIndex         *self,
                            const GPtrArray *records)
{
  WhIndex *patched;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (records != NULL, NULL);

  patched = g_new0 (WhIndex, 1);
  g_atomic_ref_count_init (&patched->ref_count);
  g_atomic_ref_count_inc (&self->base->ref_count);
  patched->base = self->base;
  patched->my_rating = g_memdup2 (self->my_rating, self->base->n_rows);
  patched->status = g_memdup2 (self->status, self->base->n_rows);

  for (guint i = 0; i < records->len; i++)
    patch_row (patched, g_ptr_array_index (records, i));

  return patched;
}

WhIndex *
wh_index_ref (WhIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
unref_base (WhIndexBase *base)
{
  if (!g_atomic_ref_count_dec (&base->ref_count))
    return;

  for (guint i = 0; i < WH_N_FACETS; i++)
    {
      g_clear_pointer (&base->values[i].keys, g_ptr_array_unref);
      g_clear_pointer (&base->values[i].by_key, g_hash_table_unref);
      g_free (base->bytes[i]);
      g_free (base->lists[i].starts);
      g_free (base->lists[i].values);
    }

  g_free (base->ids);
  g_free (base->text);
  g_free (base->starts);
  g_free (base->texts_starts);
  g_free (base->labels);
  g_free (base->labels_starts);
  g_free (base->pairs_starts);
  g_free (base->pairs);
  g_strfreev (base->category_names);
  g_free (base->main_category);
  g_free (base->best_rank);
  g_free (base->rows_by_key);
  g_free (base);
}

void
wh_index_unref (WhIndex *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  unref_base (self->base);
  g_free (self->my_rating);
  g_free (self->status);
  g_free (self);
}

guint
wh_index_get_n_libraries (WhIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->base->n_rows;
}

gint64
wh_index_get_id (WhIndex *self,
                 guint    row)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (row < self->base->n_rows, 0);

  return self->base->ids[row];
}

const char *
wh_index_get_key (WhIndex *self,
                  guint    row)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row < self->base->n_rows, NULL);

  return self->base->labels + self->base->labels_starts[row];
}

const char *
wh_index_get_name (WhIndex *self,
                   guint    row)
{
  const char *key = wh_index_get_key (self, row);

  return key != NULL ? key + strlen (key) + 1 : NULL;
}

static int
compare_keys_of_rows (gconstpointer a,
                      gconstpointer b,
                      gpointer      user_data)
{
  WhIndex *self = user_data;

  return strcmp (wh_index_get_key (self, *(const guint32 *) a), wh_index_get_key (self, *(const guint32 *) b));
}

static const guint32 *
get_rows_by_key (WhIndex *self)
{
  WhIndexBase *base = self->base;

  if (g_once_init_enter (&base->rows_by_key_once))
    {
      base->rows_by_key = g_new (guint32, base->n_rows);
      for (guint i = 0; i < base->n_rows; i++)
        base->rows_by_key[i] = i;
      g_sort_array (base->rows_by_key, base->n_rows, sizeof (guint32), compare_keys_of_rows, self);

      g_once_init_leave (&base->rows_by_key_once, 1);
    }

  return base->rows_by_key;
}

/* Finds the row of the library with that key, if the index has it. */
gboolean
wh_index_find_key (WhIndex    *self,
                   const char *key,
                   guint      *row)
{
  const guint32 *rows;
  guint          low = 0;
  guint          high;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  rows = get_rows_by_key (self);
  high = self->base->n_rows;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int   order = strcmp (key, wh_index_get_key (self, rows[middle]));

      if (order == 0)
        {
          *row = rows[middle];
          return TRUE;
        }

      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }

  return FALSE;
}

/* Finds the row of the library with that id by looking at every row: for a few of them. */
gboolean
wh_index_find_id (WhIndex *self,
                  gint64   id,
                  guint   *row)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->base->n_rows; i++)
    {
      if (self->base->ids[i] == id)
        {
          *row = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * wh_index_get_values:
 *
 * Lists every value that @facet can have, in the order of display, whether a
 * library has it or not; counts are the search result's.
 *
 * Returns: (transfer none) (array zero-terminated=1): the keys
 */
const char *const *
wh_index_get_values (WhIndex *self,
                     WhFacet  facet)
{
  static const char *const stars[] = { "5", "4", "3", "2", "1", "none", NULL };
  static const char *const statuses[] = { "planned", "to-learn", "learning", "learnt", "skipped", "none", NULL };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (facet < WH_N_FACETS, NULL);

  switch (facet)
    {
    case WH_FACET_PRIORITY:
      return wh_priority_get_keys ();

    case WH_FACET_STARS:
    case WH_FACET_MY_RATING:
      return stars;

    case WH_FACET_CONCURRENCY:
      return wh_concurrency_get_keys ();

    case WH_FACET_KIND:
      return wh_kind_get_keys ();

    case WH_FACET_STANDING:
      return wh_standing_get_keys ();

    case WH_FACET_HORIZON:
      return wh_horizon_get_keys ();

    case WH_FACET_STATUS:
      return statuses;

    case WH_FACET_ROLE:
    case WH_FACET_CATEGORY:
    case WH_FACET_SOURCE:
    case WH_FACET_TAG:
    default:
      return (const char *const *) self->base->values[facet].keys->pdata;
    }
}

/* Whether @key is a value that can be asked for. */
gboolean
wh_index_has_value (WhIndex    *self,
                    WhFacet     facet,
                    const char *key)
{
  guint8     matches[256] = { 0 };
  WhPriority priority;
  guint      value;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (facet < WH_N_FACETS, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  if (facet == WH_FACET_PRIORITY)
    return wh_priority_from_key (key, &priority);

  if (wh_facet_get_column (facet) == WH_COLUMN_BYTE)
    return wh_facet_match_bytes (facet, key, matches);

  return wh_index_find_value (self, facet, key, &value);
}

static gboolean
byte_occurs (WhIndex    *self,
             WhFacet     facet,
             const char *key)
{
  const guint8 *bytes = wh_index_get_bytes (self, facet);
  guint8        matches[256] = { 0 };

  wh_facet_match_bytes (facet, key, matches);

  for (guint row = 0; row < self->base->n_rows; row++)
    {
      if (matches[bytes[row]])
        return TRUE;
    }

  return FALSE;
}

static gboolean
list_value_occurs (WhIndex    *self,
                   WhFacet     facet,
                   const char *key)
{
  const WhIndexLists *lists = &self->base->lists[facet];
  guint               value;

  if (!wh_index_find_value (self, facet, key, &value))
    return FALSE;

  for (guint32 i = 0; i < lists->starts[self->base->n_rows]; i++)
    {
      if (lists->values[i] == value)
        return TRUE;
    }

  return FALSE;
}

static gboolean
pair_occurs (WhIndex    *self,
             WhFacet     facet,
             const char *key)
{
  WhPriority priority = WH_PRIORITY_NONE;
  guint      role = 0;

  if (facet == WH_FACET_ROLE ? !wh_index_find_value (self, facet, key, &role)
                             : !wh_priority_from_key (key, &priority))
    return FALSE;

  for (guint32 i = 0; i < self->base->pairs_starts[self->base->n_rows]; i++)
    {
      const WhIndexPair *pair = &self->base->pairs[i];

      if (facet == WH_FACET_ROLE ? pair->role == role : pair->priority == priority)
        return TRUE;
    }

  return FALSE;
}

/**
 * wh_index_occurs:
 *
 * Tells what there is to choose: a role without priorities, say, is a value that
 * can be asked for, but no library has it.
 *
 * Returns: whether any library has the value
 */
gboolean
wh_index_occurs (WhIndex    *self,
                 WhFacet     facet,
                 const char *key)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (facet < WH_N_FACETS, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  switch (wh_facet_get_column (facet))
    {
    case WH_COLUMN_BYTE:
      return byte_occurs (self, facet, key);

    case WH_COLUMN_LIST:
      return list_value_occurs (self, facet, key);

    case WH_COLUMN_PAIR:
    default:
      return pair_occurs (self, facet, key);
    }
}

/* How many bytes of text a query has to look at. */
gsize
wh_index_get_text_size (WhIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->base->starts[self->base->n_rows];
}
