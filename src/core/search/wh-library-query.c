/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-library-query.h"

struct _WhLibraryQuery
{
  gatomicrefcount ref_count;

  char    *text;
  GStrv    values[WH_N_FACETS]; /* sorted, each key once; NULL when none is chosen */
  WhSort   sort;
  gboolean reversed;
  guint    limit;
};

G_DEFINE_BOXED_TYPE (WhLibraryQuery, wh_library_query, wh_library_query_ref, wh_library_query_unref)

static const char *const facet_keys[] = {
  [WH_FACET_ROLE] = "role",
  [WH_FACET_CATEGORY] = "category",
  [WH_FACET_PRIORITY] = "priority",
  [WH_FACET_STARS] = "stars",
  [WH_FACET_MY_RATING] = "my-rating",
  [WH_FACET_CONCURRENCY] = "concurrency",
  [WH_FACET_KIND] = "kind",
  [WH_FACET_STANDING] = "standing",
  [WH_FACET_HORIZON] = "horizon",
  [WH_FACET_STATUS] = "status",
  [WH_FACET_SOURCE] = "source",
  [WH_FACET_TAG] = "tag",
};

static const char *const sort_keys[] = {
  [WH_SORT_DEFAULT] = "default",
  [WH_SORT_RELEVANCE] = "relevance",
  [WH_SORT_NAME] = "name",
  [WH_SORT_STARS] = "stars",
  [WH_SORT_MY_RATING] = "my-rating",
  [WH_SORT_PRIORITY] = "priority",
  [WH_SORT_RANK] = "rank",
};

static gboolean
find_key (const char *const *keys,
          guint              n_keys,
          const char        *key,
          guint             *found)
{
  for (guint i = 0; i < n_keys; i++)
    {
      if (g_str_equal (keys[i], key))
        {
          *found = i;
          return TRUE;
        }
    }

  return FALSE;
}

const char *
wh_facet_to_key (WhFacet facet)
{
  g_return_val_if_fail (facet < WH_N_FACETS, NULL);

  return facet_keys[facet];
}

gboolean
wh_facet_from_key (const char *key,
                   WhFacet    *facet)
{
  guint found;

  g_return_val_if_fail (key != NULL, FALSE);

  if (!find_key (facet_keys, G_N_ELEMENTS (facet_keys), key, &found))
    return FALSE;

  *facet = (WhFacet) found;
  return TRUE;
}

const char *
wh_sort_to_key (WhSort sort)
{
  g_return_val_if_fail (sort < G_N_ELEMENTS (sort_keys), NULL);

  return sort_keys[sort];
}

gboolean
wh_sort_from_key (const char *key,
                  WhSort     *sort)
{
  guint found;

  g_return_val_if_fail (key != NULL, FALSE);

  if (!find_key (sort_keys, G_N_ELEMENTS (sort_keys), key, &found))
    return FALSE;

  *sort = (WhSort) found;
  return TRUE;
}

WhLibraryQuery *
wh_library_query_new (void)
{
  WhLibraryQuery *self = g_new0 (WhLibraryQuery, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->text = g_strdup ("");

  return self;
}

WhLibraryQuery *
wh_library_query_copy (const WhLibraryQuery *self)
{
  WhLibraryQuery *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = wh_library_query_new ();
  g_set_str (&copy->text, self->text);
  for (guint i = 0; i < WH_N_FACETS; i++)
    copy->values[i] = g_strdupv (self->values[i]);
  copy->sort = self->sort;
  copy->reversed = self->reversed;
  copy->limit = self->limit;

  return copy;
}

WhLibraryQuery *
wh_library_query_ref (WhLibraryQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
wh_library_query_unref (WhLibraryQuery *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < WH_N_FACETS; i++)
    g_strfreev (self->values[i]);
  g_free (self->text);
  g_free (self);
}

/* Whoever else holds the query relies on its not changing. */
static gboolean
is_unshared (WhLibraryQuery *self)
{
  return g_atomic_ref_count_compare (&self->ref_count, 1);
}

/**
 * wh_library_query_set_text:
 * @text: (nullable): what to search for, as typed; its words are all wanted
 */
void
wh_library_query_set_text (WhLibraryQuery *self,
                           const char     *text)
{
  g_return_if_fail (self != NULL && is_unshared (self));

  g_free (self->text);
  self->text = g_strstrip (g_utf8_make_valid (text != NULL ? text : "", -1));
}

/* The text without space around it; never %NULL. */
const char *
wh_library_query_get_text (const WhLibraryQuery *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->text;
}

static void
take_values (WhLibraryQuery *self,
             WhFacet         facet,
             GStrvBuilder   *builder)
{
  g_auto (GStrv) values = g_strv_builder_end (builder);

  g_strfreev (self->values[facet]);
  self->values[facet] = values[0] != NULL ? g_steal_pointer (&values) : NULL;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * wh_library_query_set_values:
 * @keys: (nullable) (array zero-terminated=1): the chosen values; none lets
 *   everything pass. A key that no library has lets nothing pass
 */
void
wh_library_query_set_values (WhLibraryQuery    *self,
                             WhFacet            facet,
                             const char *const *keys)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  g_return_if_fail (self != NULL && is_unshared (self));
  g_return_if_fail (facet < WH_N_FACETS);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    g_ptr_array_add (sorted, (gpointer) keys[i]);
  g_ptr_array_sort (sorted, compare_keys);

  for (guint i = 0; i < sorted->len; i++)
    {
      if (i == 0 || !g_str_equal (sorted->pdata[i], sorted->pdata[i - 1]))
        g_strv_builder_add (builder, sorted->pdata[i]);
    }

  take_values (self, facet, builder);
}

/**
 * wh_library_query_get_values:
 *
 * Returns: (nullable) (array zero-terminated=1): the chosen values, sorted by key;
 *   %NULL when the facet is not set
 */
const char *const *
wh_library_query_get_values (const WhLibraryQuery *self,
                             WhFacet               facet)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (facet < WH_N_FACETS, NULL);

  return (const char *const *) self->values[facet];
}

gboolean
wh_library_query_has_value (const WhLibraryQuery *self,
                            WhFacet               facet,
                            const char           *key)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (facet < WH_N_FACETS, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  return self->values[facet] != NULL && g_strv_contains ((const char *const *) self->values[facet], key);
}

/* Chooses the value when it is not chosen, and drops it when it is. */
void
wh_library_query_toggle_value (WhLibraryQuery *self,
                               WhFacet         facet,
                               const char     *key)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_null_terminated (4, NULL, TRUE);

  g_return_if_fail (self != NULL && is_unshared (self));
  g_return_if_fail (facet < WH_N_FACETS);
  g_return_if_fail (key != NULL);

  for (guint i = 0; self->values[facet] != NULL && self->values[facet][i] != NULL; i++)
    {
      if (!g_str_equal (self->values[facet][i], key))
        g_ptr_array_add (keys, self->values[facet][i]);
    }

  if (!wh_library_query_has_value (self, facet, key))
    g_ptr_array_add (keys, (gpointer) key);

  wh_library_query_set_values (self, facet, (const char *const *) keys->pdata);
}

/* How many facets have chosen values. */
guint
wh_library_query_get_n_facets (const WhLibraryQuery *self)
{
  guint n_facets = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < WH_N_FACETS; i++)
    n_facets += self->values[i] != NULL;

  return n_facets;
}

void
wh_library_query_set_sort (WhLibraryQuery *self,
                           WhSort          sort,
                           gboolean        reversed)
{
  g_return_if_fail (self != NULL && is_unshared (self));
  g_return_if_fail (sort < G_N_ELEMENTS (sort_keys));

  self->sort = sort;
  self->reversed = !!reversed;
}

WhSort
wh_library_query_get_sort (const WhLibraryQuery *self)
{
  g_return_val_if_fail (self != NULL, WH_SORT_DEFAULT);

  return self->sort;
}

gboolean
wh_library_query_get_reversed (const WhLibraryQuery *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->reversed;
}

/* At most so many ids are wanted; 0 is all. Matches and counts are of all. */
void
wh_library_query_set_limit (WhLibraryQuery *self,
                            guint           limit)
{
  g_return_if_fail (self != NULL && is_unshared (self));

  self->limit = limit;
}

guint
wh_library_query_get_limit (const WhLibraryQuery *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->limit;
}

static gboolean
equal_values (GStrv a,
              GStrv b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

gboolean
wh_library_query_equal (const WhLibraryQuery *a,
                        const WhLibraryQuery *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  for (guint i = 0; i < WH_N_FACETS; i++)
    {
      if (!equal_values (a->values[i], b->values[i]))
        return FALSE;
    }

  return g_str_equal (a->text, b->text) &&
         a->sort == b->sort && a->reversed == b->reversed && a->limit == b->limit;
}
