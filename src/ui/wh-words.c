/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-words.h"

/* The words of the interface for the closed vocabularies: those that belong to
 * the window, and so follow the language of the system, not that of the contents.
 */

/**
 * wh_words_get_status:
 * @planned: whether it is in the plan
 *
 * The word as it stands by itself: on a button, in a cell, at the end of a row.
 *
 * Returns: (nullable): the word for what the user does with a library, %NULL for nothing
 */
const char *
wh_words_get_status (WhStatus status,
                     gboolean planned)
{
  switch (status)
    {
    case WH_STATUS_TO_LEARN:
      return _ ("To learn");

    case WH_STATUS_LEARNING:
      return _ ("Learning");

    case WH_STATUS_LEARNT:
      return _ ("Learnt");

    case WH_STATUS_SKIPPED:
      return _ ("Skipped");

    case WH_STATUS_NONE:
    default:
      return planned ? _ ("In plan") : NULL;
    }
}

/**
 * wh_words_get_status_class:
 *
 * Returns: the style class that gives the word for @status its colour
 */
const char *
wh_words_get_status_class (WhStatus status)
{
  switch (status)
    {
    case WH_STATUS_LEARNT:
      return "success";

    case WH_STATUS_SKIPPED:
      return "dimmed";

    case WH_STATUS_TO_LEARN:
    case WH_STATUS_LEARNING:
    case WH_STATUS_NONE:
    default:
      return "accent";
    }
}

/**
 * wh_words_get_facet:
 *
 * Returns: what @facet is called on its chip
 */
const char *
wh_words_get_facet (WhFacet facet)
{
  switch (facet)
    {
    case WH_FACET_ROLE:
      return _ ("Role");

    case WH_FACET_CATEGORY:
      return _ ("Category");

    case WH_FACET_PRIORITY:
      return _ ("Priority");

    case WH_FACET_STARS:
      return _ ("Stars");

    case WH_FACET_MY_RATING:
      return _ ("My Rating");

    case WH_FACET_CONCURRENCY:
      return _ ("Sync/Async");

    case WH_FACET_KIND:
      return _ ("Kind");

    case WH_FACET_STANDING:
      return _ ("Standing");

    case WH_FACET_HORIZON:
      return _ ("Horizon");

    case WH_FACET_STATUS:
      return _ ("Status");

    case WH_FACET_SOURCE:
      return _ ("Source");

    case WH_FACET_TAG:
      return _ ("Tag");

    default:
      g_assert_not_reached ();
    }
}

/**
 * wh_words_is_minimum:
 *
 * Returns: whether the values of @facet are so many stars or more, see wh_words_dup_minimum_stars()
 */
gboolean
wh_words_is_minimum (WhFacet facet)
{
  return facet == WH_FACET_STARS || facet == WH_FACET_MY_RATING;
}

/**
 * wh_words_dup_minimum_stars:
 * @key: a value of %WH_FACET_STARS or %WH_FACET_MY_RATING: "4.5", or "none"
 *
 * Returns: (transfer full): the words for it
 */
char *
wh_words_dup_minimum_stars (const char *key)
{
  if (g_str_equal (key, "none"))
    return g_strdup (_ ("Not rated"));

  if (g_str_equal (key, "5"))
    return g_strdup ("★ 5");

  /* Translators: at least so many stars, e.g. “★ 4 and more” */
  return g_strdup_printf (_ ("★ %s and more"), key);
}
