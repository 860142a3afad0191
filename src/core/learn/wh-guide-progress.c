/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-catalogue-subjects.h"

#include "wh-guide-progress.h"

struct _WhGuideProgress
{
  GPtrArray  *states; /* WhNodeState */
  GHashTable *nodes;  /* gint64* => Entry*: the id of a node */
  GHashTable *guides; /* gint64* => WhProgress*: the id of a guide */
  WhProgress  total;
};

typedef struct
{
  const WhNodeState *state;
  WhProgress         progress;
} Entry;

static const Entry *
find_entry (const WhGuideProgress *self,
            const WhGuideNode     *node)
{
  return g_hash_table_lookup (self->nodes, &node->id);
}

static void
add (WhProgress       *sum,
     const WhProgress *progress)
{
  sum->n_done += progress->n_done;
  sum->n_total += progress->n_total;
}

static WhProgress *
get_guide (WhGuideProgress   *self,
           const WhNodeState *state)
{
  WhProgress *guide = g_hash_table_lookup (self->guides, &state->guide);

  if (guide == NULL)
    {
      guide = g_new0 (WhProgress, 1);
      g_hash_table_insert (self->guides, (gint64 *) &state->guide, guide);
    }

  return guide;
}

static void
add_entry (WhGuideProgress   *self,
           const WhNodeState *state)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->state = state;
  if (!state->has_children)
    entry->progress = (WhProgress) { state->status == WH_STATUS_LEARNT, 1 };

  add (get_guide (self, state), &entry->progress);
  add (&self->total, &entry->progress);
  g_hash_table_insert (self->nodes, (gint64 *) &state->id, entry);
}

/* From the last to the first, for what is below comes after what is above. */
static void
sum_up (WhGuideProgress *self)
{
  for (guint i = self->states->len; i > 0; i--)
    {
      const WhNodeState *state = g_ptr_array_index (self->states, i - 1);
      Entry             *above = g_hash_table_lookup (self->nodes, &state->parent);

      if (above != NULL && above->state != state)
        add (&above->progress, &((Entry *) g_hash_table_lookup (self->nodes, &state->id))->progress);
    }
}

/**
 * wh_guide_progress_load:
 *
 * Returns: (transfer full): the progress; %NULL when the database failed
 */
WhGuideProgress *
wh_guide_progress_load (WhDatabase *database,
                        GError    **error)
{
  g_autoptr (GPtrArray) states = wh_store_list_node_states (database, error);
  WhGuideProgress *self;

  if (states == NULL)
    return NULL;

  self = g_new0 (WhGuideProgress, 1);
  self->states = g_steal_pointer (&states);
  self->nodes = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  self->guides = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  for (guint i = 0; i < self->states->len; i++)
    add_entry (self, g_ptr_array_index (self->states, i));

  sum_up (self);
  return self;
}

/* Takes %NULL, as the records do. */
void
wh_guide_progress_free (WhGuideProgress *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->nodes);
  g_hash_table_unref (self->guides);
  g_ptr_array_unref (self->states);
  g_free (self);
}

WhStatus
wh_guide_progress_get_status (const WhGuideProgress *self,
                              const WhGuideNode     *node)
{
  const Entry *entry = find_entry (self, node);

  return entry != NULL ? entry->state->status : WH_STATUS_NONE;
}

gboolean
wh_guide_progress_get_planned (const WhGuideProgress *self,
                               const WhGuideNode     *node)
{
  const Entry *entry = find_entry (self, node);

  return entry != NULL && entry->state->planned;
}

/* Returns: of the topics below @node, or of itself when it is one */
WhProgress
wh_guide_progress_get_node (const WhGuideProgress *self,
                            const WhGuideNode     *node)
{
  const Entry *entry = find_entry (self, node);

  return entry != NULL ? entry->progress : (WhProgress) { 0, 0 };
}

WhProgress
wh_guide_progress_get_guide (const WhGuideProgress *self,
                             const WhGuide         *guide)
{
  const WhProgress *progress = g_hash_table_lookup (self->guides, &guide->id);

  return progress != NULL ? *progress : (WhProgress) { 0, 0 };
}

/* Returns: of all guides together; what stands in several places counts in each */
WhProgress
wh_guide_progress_get_total (const WhGuideProgress *self)
{
  return self->total;
}
