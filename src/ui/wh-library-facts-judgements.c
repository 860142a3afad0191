/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-library-facts-private.h"
#include "wh-library-link.h"
#include "wh-star-rating.h"

/* How the sources judge a library: stars, priorities, when to learn it, what to choose it for. */

/* How far what is part of a mean stands in, with what every row has. */
#define PART_INDENT 36

static void
add_stars (WhFactRow *row,
           guint      stars)
{
  GtkWidget *rating = wh_star_rating_new ();

  wh_star_rating_set_value (WH_STAR_RATING (rating), stars);
  wh_fact_row_add_suffix (row, rating);
}

static guint
count_on_measure (const GPtrArray *ratings,
                  const char      *measure,
                  guint           *mean)
{
  guint n = 0;
  guint sum = 0;

  for (guint i = 0; i < ratings->len; i++)
    {
      const WhRating *rating = g_ptr_array_index (ratings, i);

      if (g_str_equal (rating->measure, measure))
        {
          n++;
          sum += rating->stars;
        }
    }

  /* In whole halves, as the list has it. */
  *mean = (2 * sum + n) / (2 * n);
  return n;
}

static void
append_rating (const WhLibraryFacts *self,
               AdwPreferencesGroup  *group,
               const WhRating       *rating)
{
  WhFactRow *row = wh_library_facts_append_row (self, group, rating->measure_name, rating->source, rating->section);

  wh_fact_row_set_text (row, rating->note);
  add_stars (row, rating->stars);
}

/* Where several judge by one measure, first what they come to; below it each. */
static void
append_mean (const WhLibraryFacts *self,
             AdwPreferencesGroup  *group,
             const GPtrArray      *ratings,
             const WhRating       *first,
             guint                 n,
             guint                 mean)
{
  g_autofree char *text = NULL;
  WhFactRow       *row = wh_library_facts_append_row (self, group, first->measure_name, NULL, NULL);

  text = g_strdup_printf (ngettext ("Mean of %u rating", "Mean of %u ratings", n), n);
  wh_fact_row_set_text (row, text);
  add_stars (row, mean);

  for (guint i = 0; i < ratings->len; i++)
    {
      const WhRating  *rating = g_ptr_array_index (ratings, i);
      g_autofree char *origin = NULL;

      if (!g_str_equal (rating->measure, first->measure))
        continue;

      origin = wh_catalogue_dup_origin (self->catalogue, rating->source, rating->section);
      row = wh_library_facts_append_row (self, group, origin, NULL, NULL);
      gtk_widget_set_margin_start (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)), PART_INDENT);
      wh_fact_row_set_text (row, rating->note);
      add_stars (row, rating->stars);
    }
}

static void
append_ratings (const WhLibraryFacts *self,
                const GPtrArray      *ratings)
{
  g_autoptr (GHashTable) measures = g_hash_table_new (g_str_hash, g_str_equal);
  AdwPreferencesGroup *group;

  if (ratings->len == 0)
    return;

  group = wh_library_facts_append_group (self, _ ("Ratings"));

  for (guint i = 0; i < ratings->len; i++)
    {
      const WhRating *rating = g_ptr_array_index (ratings, i);
      guint           mean;
      guint           n;

      if (!g_hash_table_add (measures, rating->measure))
        continue;

      n = count_on_measure (ratings, rating->measure, &mean);
      if (n > 1)
        append_mean (self, group, ratings, rating, n, mean);
      else
        append_rating (self, group, rating);
    }
}

/* Of the libraries of one slot either will do. */
static void
add_alternatives (const WhLibraryFacts *self,
                  WhFactRow            *row,
                  GStrv                 keys)
{
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (WhLibrary) other = wh_catalogue_dup_library_by_key (self->catalogue, keys[i], NULL);

      if (other == NULL)
        continue;

      /* Translators: between two libraries of which either will do */
      wh_fact_row_add_words (row, _ ("or"));
      wh_fact_row_add_link (row, wh_library_link_new (keys[i], wh_library_get_name (other)));
    }
}

static void
append_priorities (const WhLibraryFacts *self,
                   const GPtrArray      *priorities)
{
  AdwPreferencesGroup *group;

  if (priorities->len == 0)
    return;

  group = wh_library_facts_append_group (self, _ ("Priority by Role"));

  for (guint i = 0; i < priorities->len; i++)
    {
      const WhRolePriority *priority = g_ptr_array_index (priorities, i);
      g_autofree char      *title = NULL;
      WhFactRow            *row;

      row = wh_library_facts_append_row (self, group, priority->role_name, priority->source, priority->section);
      title = wh_catalogue_dup_title (self->catalogue, WH_FACET_PRIORITY, wh_priority_to_key (priority->priority));
      wh_fact_row_add_suffix_words (row, title, NULL);
      add_alternatives (self, row, priority->alternatives);
      wh_fact_row_set_action (row, "win.open-role", priority->role);
    }
}

static void
append_tiers (const WhLibraryFacts *self,
              const GPtrArray      *tiers)
{
  AdwPreferencesGroup *group;

  if (tiers->len == 0)
    return;

  group = wh_library_facts_append_group (self, _ ("When to Learn It"));

  for (guint i = 0; i < tiers->len; i++)
    {
      const WhLibraryTier *tier = g_ptr_array_index (tiers, i);
      g_autofree char     *horizon = wh_library_facts_dup_word (self, "horizon", tier->horizon);
      WhFactRow           *row = wh_library_facts_append_row (self, group, tier->title, tier->source, tier->section);

      wh_fact_row_set_text (row, tier->note);
      wh_fact_row_add_suffix_words (row, horizon, NULL);
    }
}

static const char *
get_verdict_class (const char *verdict)
{
  if (g_str_equal (verdict, "choose"))
    return "success";

  return g_str_equal (verdict, "avoid") ? "warning" : NULL;
}

static void
append_picks (const WhLibraryFacts *self,
              const GPtrArray      *picks)
{
  AdwPreferencesGroup *group;

  if (picks->len == 0)
    return;

  group = wh_library_facts_append_group (self, _ ("Quick Picks"));

  for (guint i = 0; i < picks->len; i++)
    {
      const WhLibraryPick *pick = g_ptr_array_index (picks, i);
      g_autofree char     *verdict = wh_library_facts_dup_word (self, "verdict", pick->verdict);
      WhFactRow           *row = wh_library_facts_append_row (self, group, pick->situation, pick->source, pick->section);

      wh_fact_row_set_text (row, pick->text);
      wh_fact_row_set_action (row, "win.show-page", "picks");
      wh_fact_row_add_suffix_words (row, verdict, get_verdict_class (pick->verdict));

      if (pick->keys[0] != NULL)
        /* Translators: before the libraries that are named together with the one that is shown */
        wh_fact_row_add_words (row, _ ("together with"));
      wh_library_facts_add_links (row, pick->keys, pick->names);
    }
}

void
wh_library_facts_append_judgements (const WhLibraryFacts   *self,
                                    const WhLibraryDetails *details)
{
  append_ratings (self, details->ratings);
  append_priorities (self, details->priorities);
  append_tiers (self, details->tiers);
  append_picks (self, details->picks);
}
