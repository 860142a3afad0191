/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-content-label.h"
#include "wh-library-facts-private.h"
#include "wh-library-link.h"
#include "wh-source-link.h"

/* How wide the page becomes at most; the header has the same. */
#define WIDTH 720

/* Lets @group be wider than the page's rows. */
void
wh_library_facts_widen (AdwPreferencesGroup *group,
                        int                  width)
{
  AdwClamp *clamp = ADW_CLAMP (gtk_widget_get_parent (GTK_WIDGET (group)));

  /* Without easing, so that groups of different widths stand in line where there is little room. */
  adw_clamp_set_maximum_size (clamp, width);
  adw_clamp_set_tightening_threshold (clamp, width);
}

/* @title: in the language of the window, or markup */
AdwPreferencesGroup *
wh_library_facts_append_group (const WhLibraryFacts *self,
                               const char           *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWidget           *clamp = adw_clamp_new ();

  adw_preferences_group_set_title (group, title);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (group));
  gtk_box_append (self->box, clamp);
  wh_library_facts_widen (group, WIDTH);

  return group;
}

/* @source: (nullable): where the fact comes from, and @section of it (nullable) */
WhFactRow *
wh_library_facts_append_row (const WhLibraryFacts *self,
                             AdwPreferencesGroup  *group,
                             const char           *title,
                             const char           *source,
                             const char           *section)
{
  WhFactRow *row = wh_fact_row_new (title, self->language);

  if (source != NULL)
    {
      g_autofree char *origin = wh_catalogue_dup_origin (self->catalogue, source, section);

      wh_fact_row_set_caption (row, origin);
    }

  adw_preferences_group_add (group, GTK_WIDGET (row));

  return row;
}

/* "kind/stdlib" and the like, in the language of the contents. */
char *
wh_library_facts_dup_word (const WhLibraryFacts *self,
                           const char           *vocabulary,
                           const char           *key)
{
  g_autofree char *word = g_strdup_printf ("%s/%s", vocabulary, key);

  return wh_catalogue_dup_word (self->catalogue, word);
}

/* What has no key is no library, and leads nowhere. */
void
wh_library_facts_add_links (WhFactRow *row,
                            GStrv      keys,
                            GStrv      names)
{
  for (guint i = 0; keys[i] != NULL; i++)
    {
      if (*keys[i] != '\0')
        wh_fact_row_add_link (row, wh_library_link_new (keys[i], names[i]));
      else
        wh_fact_row_add_words (row, names[i]);
    }
}

static char *
dup_categories (const WhLibraryFacts *self,
                GStrv                 keys)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) titles = NULL;

  for (guint i = 0; keys[i] != NULL; i++)
    g_strv_builder_take (builder, wh_catalogue_dup_title (self->catalogue, WH_FACET_CATEGORY, keys[i]));

  titles = g_strv_builder_end (builder);
  return g_strjoinv ("\n", titles);
}

static void
append_sources (const WhLibraryFacts *self,
                AdwPreferencesGroup  *group,
                GStrv                 keys)
{
  WhFactRow *row = wh_library_facts_append_row (self, group, _ ("Named In"), NULL, NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    wh_fact_row_add_link (row, wh_source_link_new (self->catalogue, keys[i], NULL));
}

static void
append_names (const WhLibraryFacts   *self,
              const WhLibraryDetails *details)
{
  g_autofree char *aliases = wh_library_details_dup_other_names (details);
  g_autofree char *imports = g_strjoinv (", ", details->imports);
  g_autofree char *categories = dup_categories (self, details->categories);
  const struct
  {
    const char *title;
    const char *text;
  } rows[] = {
    { _ ("Also Called"), aliases },
    { _ ("Imported As"), imports },
    { _ ("Requires"), details->requirement },
    /* The only one stands at the head of the page. */
    { _ ("Categories"), g_strv_length (details->categories) > 1 ? categories : NULL },
  };
  AdwPreferencesGroup *group = NULL;

  if (details->sources[0] != NULL)
    group = wh_library_facts_append_group (self, _ ("Good to Know"));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (rows[i].text == NULL || *rows[i].text == '\0')
        continue;

      if (group == NULL)
        group = wh_library_facts_append_group (self, _ ("Good to Know"));

      wh_fact_row_set_text (wh_library_facts_append_row (self, group, rows[i].title, NULL, NULL), rows[i].text);
    }

  if (details->sources[0] != NULL)
    append_sources (self, group, details->sources);
}

/**
 * wh_library_facts_append:
 * @box: where the groups go, the weightiest first
 * @details: of a library of @catalogue
 *
 * Builds what the page of a library shows of what the sources say of it. What
 * is absent takes no room.
 */
void
wh_library_facts_append (GtkBox                 *box,
                         WhCatalogue            *catalogue,
                         const WhLibraryDetails *details)
{
  const WhLibraryFacts self = { box, catalogue, wh_catalogue_get_language (catalogue) };

  g_return_if_fail (GTK_IS_BOX (box));
  g_return_if_fail (WH_IS_CATALOGUE (catalogue));
  g_return_if_fail (details != NULL);

  wh_library_facts_append_judgements (&self, details);
  wh_library_facts_append_statements (&self, details->statements);
  wh_library_facts_append_relations (&self, details);
  wh_library_facts_append_examples (&self, details);
  wh_library_facts_append_places (&self, details);
  append_names (&self, details);
}
