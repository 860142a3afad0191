/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-library-query-variant.h"

/**
 * wh_library_query_to_variant:
 *
 * Says how a list of libraries is narrowed and sorted, for wh_library_query_new_from_variant()
 * to read another day. Text and limit are left out: they are of one search, not of how
 * someone likes to see the catalogue.
 *
 * Returns: (transfer floating): a value of %WH_LIBRARY_QUERY_VARIANT_TYPE
 */
GVariant *
wh_library_query_to_variant (const WhLibraryQuery *query)
{
  GVariantBuilder facets = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{sas}"));

  g_return_val_if_fail (query != NULL, NULL);

  for (guint facet = 0; facet < WH_N_FACETS; facet++)
    {
      const char *const *keys = wh_library_query_get_values (query, facet);

      if (keys != NULL)
        g_variant_builder_add (&facets, "{s^as}", wh_facet_to_key (facet), keys);
    }

  return g_variant_new ("(a{sas}sb)", &facets,
                        wh_sort_to_key (wh_library_query_get_sort (query)),
                        wh_library_query_get_reversed (query));
}

/* A value that the catalogue no longer has would let nothing pass, and no filter could offer to drop it. */
static void
set_known_values (WhLibraryQuery    *query,
                  WhFacet            facet,
                  const char *const *keys,
                  WhIndex           *index)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new_null_terminated (4, NULL, TRUE);

  for (guint i = 0; keys[i] != NULL; i++)
    if (wh_index_has_value (index, facet, keys[i]))
      g_ptr_array_add (known, (gpointer) keys[i]);

  wh_library_query_set_values (query, facet, (const char *const *) known->pdata);
}

/**
 * wh_library_query_new_from_variant:
 * @variant: what wh_library_query_to_variant() made, or anything: it may come from another
 *   version, or from whoever edits settings
 * @index: the catalogue as it is now
 *
 * Reads a query back. Facets, orders and values that are unknown are left out.
 *
 * Returns: (transfer full): the query
 */
WhLibraryQuery *
wh_library_query_new_from_variant (GVariant *variant,
                                   WhIndex  *index)
{
  g_autoptr (WhLibraryQuery) query = wh_library_query_new ();
  g_autoptr (GVariantIter) facets = NULL;
  const char *sort_key, *facet_key;
  gboolean    reversed;
  WhFacet     facet;
  WhSort      sort;

  g_return_val_if_fail (variant != NULL, NULL);
  g_return_val_if_fail (index != NULL, NULL);

  if (!g_variant_is_of_type (variant, WH_LIBRARY_QUERY_VARIANT_TYPE))
    return g_steal_pointer (&query);

  g_variant_get (variant, "(a{sas}&sb)", &facets, &sort_key, &reversed);

  for (const char **keys; g_variant_iter_next (facets, "{&s^a&s}", &facet_key, &keys); g_free (keys))
    if (wh_facet_from_key (facet_key, &facet))
      set_known_values (query, facet, (const char *const *) keys, index);

  if (wh_sort_from_key (sort_key, &sort))
    wh_library_query_set_sort (query, sort, reversed);

  return g_steal_pointer (&query);
}
