/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-content-label.h"
#include "wh-library-facts-private.h"

/* What the sources say in words, each for itself. */

static const char *
get_icon (const char *kind)
{
  static const struct
  {
    const char *kind;
    const char *icon;
  } icons[] = {
    { "strength", "list-add-symbolic" },
    { "weakness", "list-remove-symbolic" },
    { "suits", "avatar-default-symbolic" },
    { "badge", "starred-symbolic" },
    { "claim", "user-available-symbolic" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    {
      if (g_str_equal (kind, icons[i].kind))
        return icons[i].icon;
    }

  return "format-justify-left-symbolic";
}

/* "Strength · Web development" */
static char *
dup_caption (const WhLibraryFacts *self,
             const WhStatement    *statement)
{
  g_autofree char *kind = wh_library_facts_dup_word (self, "statement", statement->kind);
  g_autofree char *section = NULL;

  if (statement->section == NULL)
    return g_steal_pointer (&kind);

  section = wh_catalogue_dup_section (self->catalogue, statement->source, statement->section);
  return g_strdup_printf ("%s · %s", kind, section);
}

static void
append_statement (const WhLibraryFacts *self,
                  AdwPreferencesGroup  *group,
                  const WhStatement    *statement)
{
  g_autofree char *caption = dup_caption (self, statement);
  WhFactRow       *row = wh_library_facts_append_row (self, group, statement->text, NULL, NULL);

  wh_fact_row_set_caption (row, caption);
  wh_fact_row_set_icon (row, get_icon (statement->kind), statement->kind);

  if (statement->flag != NULL)
    {
      g_autofree char *flag = wh_library_facts_dup_word (self, "flag", statement->flag);

      wh_fact_row_set_flag (row, flag, statement->flag_text, statement->flag_checked);
    }
}

static AdwPreferencesGroup *
append_group (const WhLibraryFacts *self,
              const char           *source)
{
  g_autofree char *title = wh_catalogue_dup_name (self->catalogue, WH_FACET_SOURCE, source);
  g_autofree char *markup = wh_content_dup_markup (title, self->language);

  return wh_library_facts_append_group (self, markup);
}

/* One group a source, in the order in which the sources come up. */
void
wh_library_facts_append_statements (const WhLibraryFacts *self,
                                    const GPtrArray      *statements)
{
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < statements->len; i++)
    {
      const WhStatement   *statement = g_ptr_array_index (statements, i);
      AdwPreferencesGroup *group = g_hash_table_lookup (groups, statement->source);

      if (group == NULL)
        {
          group = append_group (self, statement->source);
          g_hash_table_insert (groups, statement->source, group);
        }

      append_statement (self, group, statement);
    }
}
