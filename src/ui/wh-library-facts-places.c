/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-library-facts-private.h"

/* Where a library stands in what orders several: rankings, strategies, learning orders, guides. */

static void
append_rankings (const WhLibraryFacts *self,
                 const GPtrArray      *rankings)
{
  AdwPreferencesGroup *group;

  if (rankings->len == 0)
    return;

  group = wh_library_facts_append_group (self, _ ("Rankings"));

  for (guint i = 0; i < rankings->len; i++)
    {
      const WhLibraryRanking *ranking = g_ptr_array_index (rankings, i);
      g_autofree char        *title = g_strjoin (" · ", ranking->title, ranking->label, NULL);
      g_autofree char        *place = NULL;
      WhFactRow              *row;

      row = wh_library_facts_append_row (self, group, title, ranking->source, ranking->section);
      wh_fact_row_set_text (row, ranking->reason);
      wh_fact_row_set_action (row, "win.show-page", "rankings");

      /* Translators: place 2 of a ranking with 10 places */
      place = g_strdup_printf (_ ("%u of %u"), ranking->place, ranking->of);
      wh_fact_row_add_suffix_words (row, place, "heading");

      if (ranking->keys[0] != NULL)
        /* Translators: before the libraries that have the same place of a ranking */
        wh_fact_row_add_words (row, _ ("shared with"));
      wh_library_facts_add_links (row, ranking->keys, ranking->names);
    }
}

static void
append_strategies (const WhLibraryFacts *self,
                   const GPtrArray      *strategies)
{
  AdwPreferencesGroup *group;

  if (strategies->len == 0)
    return;

  group = wh_library_facts_append_group (self, _ ("Strategies"));

  for (guint i = 0; i < strategies->len; i++)
    {
      const WhLibraryStrategy *strategy = g_ptr_array_index (strategies, i);
      g_autofree char         *sign = g_strdup_printf (" %s ", strategy->connector);
      g_autofree char         *items = g_strjoinv (sign, strategy->items);
      g_autofree char         *place = NULL;
      WhFactRow               *row;

      row = wh_library_facts_append_row (self, group, strategy->title, strategy->source, strategy->section);
      wh_fact_row_set_text (row, items);
      place = g_strdup_printf (_ ("%u of %u"), strategy->place, g_strv_length (strategy->items));
      wh_fact_row_add_suffix_words (row, place, "heading");
    }
}

static void
append_orders (const WhLibraryFacts *self,
               const GPtrArray      *orders)
{
  AdwPreferencesGroup *group;

  if (orders->len == 0)
    return;

  group = wh_library_facts_append_group (self, _ ("Learning Orders"));

  for (guint i = 0; i < orders->len; i++)
    {
      const WhLibraryOrder *order = g_ptr_array_index (orders, i);
      g_autofree char      *title = g_strdup_printf ("%s · %s", order->role_name, order->topic);
      g_autofree char      *step = NULL;
      WhFactRow            *row = wh_library_facts_append_row (self, group, title, order->source, order->section);

      wh_fact_row_set_text (row, order->reason);
      /* Translators: step 2 of a learning order with 3 steps */
      step = g_strdup_printf (_ ("step %u of %u"), order->place, order->of);
      wh_fact_row_add_suffix_words (row, step, NULL);
      wh_fact_row_set_action (row, "win.open-role", order->role);
    }
}

/* The guide and what is above the place in it; below that the source, unless the guide is called like it: then
 * its sections are those of the source.
 */
static char *
dup_topic_caption (const WhLibraryFacts *self,
                   const WhLibraryTopic *topic)
{
  g_autofree char *origin = wh_catalogue_dup_origin (self->catalogue, topic->source, topic->section);
  g_autofree char *path = g_strjoin (" › ", topic->guide_title, topic->path, NULL);

  return g_str_has_prefix (origin, topic->guide_title) ? g_steal_pointer (&path) : g_strjoin ("\n", path, origin, NULL);
}

static void
append_topics (const WhLibraryFacts *self,
               const GPtrArray      *topics)
{
  AdwPreferencesGroup *group;

  if (topics->len == 0)
    return;

  group = wh_library_facts_append_group (self, _ ("In Guides"));

  for (guint i = 0; i < topics->len; i++)
    {
      const WhLibraryTopic *topic = g_ptr_array_index (topics, i);
      g_autofree char      *caption = dup_topic_caption (self, topic);
      WhFactRow            *row = wh_library_facts_append_row (self, group, topic->title, NULL, NULL);

      wh_fact_row_set_text (row, topic->note);
      wh_fact_row_set_caption (row, caption);
      wh_fact_row_set_action (row, "win.open-topic", topic->key);

      if (topic->emphasis != NULL)
        {
          g_autofree char *emphasis = wh_library_facts_dup_word (self, "emphasis", topic->emphasis);

          wh_fact_row_add_suffix_words (row, emphasis, "accent");
        }
    }
}

void
wh_library_facts_append_places (const WhLibraryFacts   *self,
                                const WhLibraryDetails *details)
{
  append_rankings (self, details->rankings);
  append_strategies (self, details->strategies);
  append_orders (self, details->orders);
  append_topics (self, details->topics);
}
