/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-catalogue-store.h"
#include "wh-user-record.h"

#include "wh-progress.h"

static gboolean
is_done (WhDatabase           *database,
         const WhPrioritySlot *slot,
         GError              **error)
{
  for (guint i = 0; slot->keys[i] != NULL && *error == NULL; i++)
    if (wh_store_load_status (database, slot->keys[i], error) == WH_STATUS_LEARNT)
      return TRUE;

  return FALSE;
}

/* Slots are few, whatever the user has: each is looked up by itself. */
static gboolean
count_slots (WhDatabase      *database,
             const GPtrArray *slots,
             WhProgress      *progress,
             GError         **error)
{
  g_autoptr (GError) local_error = NULL;

  *progress = (WhProgress) { 0, slots->len };

  for (guint i = 0; i < slots->len; i++)
    if (is_done (database, g_ptr_array_index (slots, i), &local_error))
      progress->n_done++;

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static int
compare_strings_cb (gconstpointer a,
                    gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The same alternatives are the same slot, whichever role asks for them and in whatever order. */
static char *
dup_slot_name (const WhPrioritySlot *slot)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_null_terminated (0, NULL, TRUE);

  for (guint i = 0; slot->keys[i] != NULL; i++)
    g_ptr_array_add (keys, slot->keys[i]);

  g_ptr_array_sort (keys, compare_strings_cb);
  return g_strjoinv ("/", (char **) keys->pdata);
}

/* Moves the slots that NAMES does not have yet from one array to the other. */
static void
take_new_slots (GPtrArray  *slots,
                GHashTable *names,
                GPtrArray  *from)
{
  while (from->len > 0)
    {
      WhPrioritySlot *slot = g_ptr_array_steal_index (from, from->len - 1);

      if (g_hash_table_add (names, dup_slot_name (slot)))
        g_ptr_array_add (slots, slot);
      else
        wh_priority_slot_free (slot);
    }
}

/* @progress: (out): of the priorities of @role; 0 of 0 when it has none */
gboolean
wh_progress_load_role (WhDatabase *database,
                       const char *role,
                       WhProgress *progress,
                       GError    **error)
{
  g_autoptr (GPtrArray) slots = wh_store_list_slots (database, role, error);

  return slots != NULL && count_slots (database, slots, progress, error);
}

/* @progress: (out): of the items of the plan */
gboolean
wh_progress_load_plan (WhDatabase *database,
                       WhProgress *progress,
                       GError    **error)
{
  return wh_store_count_plan (database, &progress->n_total, &progress->n_done, error);
}

/* @progress: (out): of the priorities of all roles together; a slot that several roles share counts once */
gboolean
wh_progress_load_total (WhDatabase *database,
                        WhProgress *progress,
                        GError    **error)
{
  g_autoptr (GPtrArray) slots = g_ptr_array_new_with_free_func ((GDestroyNotify) wh_priority_slot_free);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) roles = wh_store_list_roles (database, "en", error);

  if (roles == NULL)
    return FALSE;

  for (guint i = 0; i < roles->len; i++)
    {
      const WhRole *role = g_ptr_array_index (roles, i);
      g_autoptr (GPtrArray) role_slots = NULL;

      if (!(role_slots = wh_store_list_slots (database, role->key, error)))
        return FALSE;

      take_new_slots (slots, names, role_slots);
    }

  return count_slots (database, slots, progress, error);
}
