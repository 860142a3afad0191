/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-code-view.h"
#include "wh-library-facts-private.h"

/* Two pieces of code beside each other may be wider than the page's rows. */
#define PAIR_WIDTH 1080
#define SPACING 12

/* "requests · Sync", and below it the source. */
static char *
dup_caption (const WhLibraryFacts *self,
             const WhExample      *example)
{
  g_autofree char *origin = wh_catalogue_dup_origin (self->catalogue, example->source, example->section);
  g_autofree char *side = NULL;

  if (example->side == NULL)
    return g_steal_pointer (&origin);

  side = wh_library_facts_dup_word (self, "concurrency", example->side);
  return g_strdup_printf ("%s · %s\n%s", example->library_name, side, origin);
}

static GtkWidget *
make_code_view (const WhLibraryFacts *self,
                const WhExample      *example)
{
  g_autofree char *caption = dup_caption (self, example);
  GtkWidget       *view = wh_code_view_new (example->code, example->language);

  wh_code_view_set_title (WH_CODE_VIEW (view), example->title, caption, self->language);
  return view;
}

static gboolean
is_pair (const WhExample *a,
         const WhExample *b)
{
  return a->counterpart != NULL && a->side != NULL && b->side != NULL &&
         g_strcmp0 (a->counterpart, b->counterpart) == 0 && !g_str_equal (a->side, b->side);
}

/* Returns: (nullable): what does the same on the other side, and is not shown yet */
static const WhExample *
find_partner (const WhLibraryDetails *details,
              const WhExample        *example,
              GHashTable             *shown)
{
  const GPtrArray *lists[] = { details->examples, details->other_examples };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      {
        WhExample *other = g_ptr_array_index (lists[i], j);

        if (is_pair (example, other) && !g_hash_table_contains (shown, other))
          return other;
      }

  return NULL;
}

/* Beside each other where there is room, else below one another; sync comes first. */
static GtkWidget *
make_pair (const WhLibraryFacts *self,
           const WhExample      *example,
           const WhExample      *partner)
{
  gboolean   is_first = g_str_equal (example->side, "sync");
  GtkWidget *box = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), SPACING);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), SPACING);
  adw_wrap_box_set_justify (ADW_WRAP_BOX (box), ADW_JUSTIFY_FILL);
  adw_wrap_box_set_justify_last_line (ADW_WRAP_BOX (box), TRUE);
  adw_wrap_box_append (ADW_WRAP_BOX (box), make_code_view (self, is_first ? example : partner));
  adw_wrap_box_append (ADW_WRAP_BOX (box), make_code_view (self, is_first ? partner : example));

  return box;
}

void
wh_library_facts_append_examples (const WhLibraryFacts   *self,
                                  const WhLibraryDetails *details)
{
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);
  AdwPreferencesGroup *group;
  GtkWidget           *box;

  if (details->examples->len == 0)
    return;

  group = wh_library_facts_append_group (self, _ ("Examples"));
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  adw_preferences_group_add (group, box);

  for (guint i = 0; i < details->examples->len; i++)
    {
      WhExample       *example = g_ptr_array_index (details->examples, i);
      const WhExample *partner;

      if (!g_hash_table_add (shown, example))
        continue;

      partner = find_partner (details, example, shown);
      if (partner != NULL)
        {
          g_hash_table_add (shown, (gpointer) partner);
          gtk_box_append (GTK_BOX (box), make_pair (self, example, partner));
          wh_library_facts_widen (group, PAIR_WIDTH);
        }
      else
        {
          gtk_box_append (GTK_BOX (box), make_code_view (self, example));
        }
    }
}
