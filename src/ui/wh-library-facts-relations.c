/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-library-facts-private.h"
#include "wh-library-link.h"

/* What a library has to do with others, as chips that lead on to them. */

static void
append_note (GString    *notes,
             const char *name,
             const char *note)
{
  if (note == NULL || *note == '\0')
    return;

  if (notes->len > 0)
    g_string_append_c (notes, '\n');
  if (name != NULL)
    /* Translators: the name of a library before a note on it */
    g_string_append_printf (notes, _ ("%s: %s"), name, note);
  else
    g_string_append (notes, note);
}

static char *
dup_notes (const WhLibraryCounterpart *counterpart)
{
  g_autoptr (GString) notes = g_string_new (NULL);

  append_note (notes, NULL, counterpart->own_note);
  for (guint i = 0; counterpart->keys[i] != NULL; i++)
    append_note (notes, counterpart->names[i], counterpart->notes[i]);
  append_note (notes, NULL, counterpart->note);

  return g_string_free_and_steal (g_steal_pointer (&notes));
}

static void
append_counterparts (const WhLibraryFacts *self,
                     const GPtrArray      *counterparts)
{
  AdwPreferencesGroup *group;

  if (counterparts->len == 0)
    return;

  group = wh_library_facts_append_group (self, _ ("Sync ↔ Async"));

  for (guint i = 0; i < counterparts->len; i++)
    {
      const WhLibraryCounterpart *counterpart = g_ptr_array_index (counterparts, i);
      gboolean                    is_async = g_str_equal (counterpart->side, "async");
      g_autofree char            *notes = dup_notes (counterpart);
      WhFactRow                  *row;

      row = wh_library_facts_append_row (self, group, counterpart->domain, counterpart->source, counterpart->section);
      wh_fact_row_set_text (row, notes);

      if (counterpart->keys[0] == NULL)
        wh_fact_row_add_words (row, is_async ? _ ("Nothing is named for sync code") : _ ("Nothing is named for async code"));
      else
        /* Translators: before the libraries that do the same there */
        wh_fact_row_add_words (row, is_async ? _ ("in sync code") : _ ("in async code"));
      wh_library_facts_add_links (row, counterpart->keys, counterpart->names);
    }
}

static gboolean
is_alike (const WhRelation *a,
          const WhRelation *b)
{
  return a->reverse == b->reverse && g_str_equal (a->kind, b->kind) && g_str_equal (a->source, b->source) &&
         g_strcmp0 (a->section, b->section) == 0;
}

/* Relations of one kind from one place share a row, that of the first of them. */
static void
append_relation (const WhLibraryFacts *self,
                 AdwPreferencesGroup  *group,
                 const GPtrArray      *relations,
                 guint                 first)
{
  const WhRelation *relation = g_ptr_array_index (relations, first);
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autofree char *kind = NULL;
  WhFactRow       *row;

  kind = wh_library_facts_dup_word (self, relation->reverse ? "relation-reverse" : "relation", relation->kind);
  row = wh_library_facts_append_row (self, group, kind, relation->source, relation->section);

  for (guint i = first; i < relations->len; i++)
    {
      const WhRelation *other = g_ptr_array_index (relations, i);

      if (!is_alike (relation, other))
        continue;

      wh_fact_row_add_link (row, wh_library_link_new (other->key, other->name));
      append_note (notes, other->name, other->note);
    }

  wh_fact_row_set_text (row, notes->str);
}

static gboolean
is_first_of_its_kind (const GPtrArray *relations,
                      guint            position)
{
  for (guint i = 0; i < position; i++)
    {
      if (is_alike (g_ptr_array_index (relations, i), g_ptr_array_index (relations, position)))
        return FALSE;
    }

  return TRUE;
}

static void
append_relations (const WhLibraryFacts *self,
                  const GPtrArray      *relations)
{
  AdwPreferencesGroup *group;

  if (relations->len == 0)
    return;

  group = wh_library_facts_append_group (self, _ ("Related"));

  for (guint i = 0; i < relations->len; i++)
    {
      if (is_first_of_its_kind (relations, i))
        append_relation (self, group, relations, i);
    }
}

static void
append_comparisons (const WhLibraryFacts *self,
                    const GPtrArray      *comparisons)
{
  AdwPreferencesGroup *group;

  if (comparisons->len == 0)
    return;

  group = wh_library_facts_append_group (self, _ ("Comparisons"));

  for (guint i = 0; i < comparisons->len; i++)
    {
      const WhLibraryComparison *comparison = g_ptr_array_index (comparisons, i);
      WhFactRow                 *row;

      row = wh_library_facts_append_row (self, group, comparison->title, comparison->source, comparison->section);
      /* Translators: before the libraries that one is compared with */
      wh_fact_row_add_words (row, _ ("with"));
      wh_library_facts_add_links (row, comparison->keys, comparison->names);
    }
}

void
wh_library_facts_append_relations (const WhLibraryFacts   *self,
                                   const WhLibraryDetails *details)
{
  append_counterparts (self, details->counterparts);
  append_relations (self, details->relations);
  append_comparisons (self, details->comparisons);
}
