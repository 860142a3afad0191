/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-resolve.h"

#include "wh-filters.h"

/* Every facet as an option. STARS and MY_RATING are a minimum. */
static const struct
{
  WhFacet     facet;
  const char *option;
  const char *value;
  const char *description;
} facets[] = {
  { WH_FACET_ROLE, "role", N_ ("ROLE"), N_ ("Only what a role asks for") },
  { WH_FACET_CATEGORY, "category", N_ ("CATEGORY"), N_ ("Only what stands in a category or below it") },
  { WH_FACET_PRIORITY, "priority", N_ ("PRIORITY"), N_ ("Only what has a priority, for the roles given or for any: P0, P1, P2") },
  { WH_FACET_STARS, "min-stars", N_ ("STARS"), N_ ("Only what the sources give at least so many stars: 0.5 to 5; or none") },
  { WH_FACET_MY_RATING, "my-rating", N_ ("STARS"), N_ ("Only what I gave at least so many stars: 0.5 to 5; or none") },
  { WH_FACET_KIND, "kind", N_ ("KIND"), N_ ("Only of a kind: library, stdlib, tool, service, standard, collection") },
  { WH_FACET_STANDING, "standing", N_ ("STANDING"), N_ ("Only of a standing: current, legacy, superseded, stagnant, merged, avoid") },
  { WH_FACET_CONCURRENCY, "concurrency", N_ ("CONCURRENCY"), N_ ("Only what works that way: sync, async, both, none (not stated)") },
  { WH_FACET_HORIZON, "horizon", N_ ("HORIZON"), N_ ("Only what to learn by then: now, six-months, long-term") },
  { WH_FACET_STATUS, "status", N_ ("STATUS"), N_ ("Only of a status: to-learn, learning, learnt, skipped, none; or planned") },
  { WH_FACET_SOURCE, "source", N_ ("SOURCE"), N_ ("Only what a source tells of") },
  { WH_FACET_TAG, "tag", N_ ("TAG"), N_ ("Only what carries a tag") },
};

static gboolean
add_stars (GStrvBuilder *keys,
           const char   *value,
           GError      **error)
{
  guint halves;

  if (g_str_equal (value, "none"))
    {
      g_strv_builder_add (keys, value);
      return TRUE;
    }

  if (!wh_resolve_stars (value, &halves, error))
    return FALSE;

  /* No minimum asks for nothing. */
  if (halves > 0)
    g_strv_builder_take (keys, g_strdup_printf (halves % 2 == 0 ? "%u" : "%u.5", halves / 2));

  return TRUE;
}

static gboolean
is_open (WhFacet    facet,
         WhSubject *subject)
{
  switch (facet)
    {
    case WH_FACET_ROLE:
      *subject = WH_SUBJECT_ROLE;
      return TRUE;

    case WH_FACET_CATEGORY:
      *subject = WH_SUBJECT_CATEGORY;
      return TRUE;

    case WH_FACET_SOURCE:
      *subject = WH_SUBJECT_SOURCE;
      return TRUE;

    case WH_FACET_PRIORITY:
    case WH_FACET_STARS:
    case WH_FACET_MY_RATING:
    case WH_FACET_CONCURRENCY:
    case WH_FACET_KIND:
    case WH_FACET_STANDING:
    case WH_FACET_HORIZON:
    case WH_FACET_STATUS:
    case WH_FACET_TAG:
    default:
      return FALSE;
    }
}

/* Returns: (transfer full) (nullable): the key that @value means */
static char *
resolve_value (WhCatalogue *catalogue,
               WhFacet      facet,
               const char  *value,
               GError     **error)
{
  WhIndex           *index = wh_catalogue_get_index (catalogue);
  const char *const *values;
  g_autofree char   *known = NULL;
  WhSubject          subject;

  if (is_open (facet, &subject))
    return wh_resolve_key (wh_catalogue_get_database (catalogue), subject, value, error);

  if (wh_index_has_value (index, facet, value))
    return g_strdup (value);

  values = wh_index_get_values (index, facet);

  if (values[0] == NULL)
    {
      g_set_error (error, WH_CLI_ERROR, WH_CLI_ERROR_FAILED,
                   _ ("--%s: there is no “%s”; the catalogue has none at all"), wh_filters_get_option (facet), value);
      return NULL;
    }

  known = g_strjoinv (", ", (char **) values);
  g_set_error (error, WH_CLI_ERROR, WH_CLI_ERROR_USAGE,
               _ ("--%s: there is no “%s”; there are: %s"), wh_filters_get_option (facet), value, known);
  return NULL;
}

static gboolean
add_value (GStrvBuilder *keys,
           WhCatalogue  *catalogue,
           WhFacet       facet,
           const char   *value,
           GError      **error)
{
  char *key;

  if (facet == WH_FACET_STARS || facet == WH_FACET_MY_RATING)
    return add_stars (keys, value, error);

  if (!(key = resolve_value (catalogue, facet, value, error)))
    return FALSE;

  g_strv_builder_take (keys, key);
  return TRUE;
}

/* No key has a comma in it, so that one may be typed instead of the option again. What
 * has one in its name goes by its key.
 */
static GStrv
list_keys (WhCatalogue       *catalogue,
           WhFacet            facet,
           const char *const *typed,
           GError           **error)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  for (guint i = 0; typed[i] != NULL; i++)
    {
      g_auto (GStrv) values = NULL;

      if (!g_utf8_validate (typed[i], -1, NULL))
        {
          g_set_error (error, WH_CLI_ERROR, WH_CLI_ERROR_USAGE,
                       _ ("The value of --%s is not written in UTF-8"), wh_filters_get_option (facet));
          return NULL;
        }

      values = g_strsplit (typed[i], ",", -1);

      for (guint j = 0; values[j] != NULL; j++)
        if (!add_value (keys, catalogue, facet, values[j], error))
          return NULL;
    }

  return g_strv_builder_end (keys);
}

static gboolean
set_values (WhLibraryQuery    *query,
            WhCatalogue       *catalogue,
            WhFacet            facet,
            const char *const *typed,
            GError           **error)
{
  g_auto (GStrv) keys = NULL;

  if (typed == NULL)
    return TRUE;

  if (!(keys = list_keys (catalogue, facet, typed, error)))
    return FALSE;

  wh_library_query_set_values (query, facet, (const char *const *) keys);
  return TRUE;
}

static gboolean
set_sort (WhLibraryQuery  *query,
          const WhFilters *self,
          GError         **error)
{
  WhSort sort = WH_SORT_DEFAULT;

  if (self->sort != NULL && !wh_sort_from_key (self->sort, &sort))
    {
      g_autofree char *readable = g_utf8_make_valid (self->sort, -1);

      g_set_error (error, WH_CLI_ERROR, WH_CLI_ERROR_USAGE,
                   _ ("--%s: there is no “%s”; there are: %s"), "sort", readable,
                   "default, relevance, name, stars, my-rating, priority, rank");
      return FALSE;
    }

  wh_library_query_set_sort (query, sort, self->reverse);
  return TRUE;
}

static gboolean
set_limit (WhLibraryQuery  *query,
           const WhFilters *self,
           GError         **error)
{
  if (self->limit < 0)
    {
      g_set_error_literal (error, WH_CLI_ERROR, WH_CLI_ERROR_USAGE, _ ("--limit needs a number of 0 or more"));
      return FALSE;
    }

  wh_library_query_set_limit (query, self->limit);
  return TRUE;
}

/* The option of a facet, without the dashes. */
const char *
wh_filters_get_option (WhFacet facet)
{
  for (guint i = 0; i < G_N_ELEMENTS (facets); i++)
    if (facets[i].facet == facet)
      return facets[i].option;

  g_assert_not_reached ();
}

/* Returns: (transfer full): the options, to be freed with g_free(), which fill in @self */
GOptionEntry *
wh_filters_new_entries (WhFilters *self)
{
  GOptionEntry *entries = g_new0 (GOptionEntry, G_N_ELEMENTS (facets) + 4);
  guint         n = 0;

  for (; n < G_N_ELEMENTS (facets); n++)
    entries[n] = (GOptionEntry) {
      .long_name = facets[n].option,
      .arg = G_OPTION_ARG_FILENAME_ARRAY,
      .arg_data = &self->values[facets[n].facet],
      .description = facets[n].description,
      .arg_description = facets[n].value,
    };

  entries[n++] = (GOptionEntry) {
    .long_name = "sort",
    .arg = G_OPTION_ARG_FILENAME,
    .arg_data = &self->sort,
    .description = N_ ("Order by: default, relevance, name, stars, my-rating, priority, rank"),
    .arg_description = N_ ("ORDER"),
  };
  entries[n++] = (GOptionEntry) {
    .long_name = "reverse",
    .arg = G_OPTION_ARG_NONE,
    .arg_data = &self->reverse,
    .description = N_ ("In reverse order"),
  };
  entries[n++] = (GOptionEntry) {
    .long_name = "limit",
    .arg = G_OPTION_ARG_INT,
    .arg_data = &self->limit,
    .description = N_ ("At most so many; 0 is all"),
    .arg_description = N_ ("N"),
  };

  return entries;
}

/**
 * wh_filters_new_query:
 * @text: (nullable): what to search for
 *
 * Returns: (transfer full) (nullable): the query the options ask for; unknown values are errors
 */
WhLibraryQuery *
wh_filters_new_query (const WhFilters *self,
                      WhCatalogue     *catalogue,
                      const char      *text,
                      GError         **error)
{
  g_autoptr (WhLibraryQuery) query = wh_library_query_new ();

  wh_library_query_set_text (query, text);

  for (guint facet = 0; facet < WH_N_FACETS; facet++)
    if (!set_values (query, catalogue, facet, (const char *const *) self->values[facet], error))
      return NULL;

  if (!set_sort (query, self, error) || !set_limit (query, self, error))
    return NULL;

  return g_steal_pointer (&query);
}

void
wh_filters_clear (WhFilters *self)
{
  for (guint i = 0; i < WH_N_FACETS; i++)
    g_clear_pointer (&self->values[i], g_strfreev);

  g_clear_pointer (&self->sort, g_free);
}
