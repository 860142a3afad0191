/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-checklist-entry.h"

/**
 * WhChecklistEntry:
 *
 * An item of somebody's checklist beside the user's own plan: what it is called here,
 * whether it can be added, and what that somebody has on it. It does not change.
 */
struct _WhChecklistEntry
{
  GObject parent_instance;

  guint                 section;
  char                 *name;
  WhChecklistEntryState state;
  WhStatus              status;
  char                 *note;
  char                 *key;
  char                 *chosen;
};

G_DEFINE_FINAL_TYPE (WhChecklistEntry, wh_checklist_entry, G_TYPE_OBJECT)

static void
wh_checklist_entry_finalize (GObject *object)
{
  WhChecklistEntry *self = WH_CHECKLIST_ENTRY (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->note, g_free);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->chosen, g_free);

  G_OBJECT_CLASS (wh_checklist_entry_parent_class)->finalize (object);
}

static void
wh_checklist_entry_class_init (WhChecklistEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wh_checklist_entry_finalize;
}

static void
wh_checklist_entry_init (WhChecklistEntry *self)
{
}

/**
 * wh_checklist_entry_new:
 * @section: the number of the section it stands in, from 0
 * @name: "FastAPI / Django"
 * @status: what the other has
 * @note: (nullable): likewise
 */
WhChecklistEntry *
wh_checklist_entry_new (guint                 section,
                        const char           *name,
                        WhChecklistEntryState state,
                        WhStatus              status,
                        const char           *note)
{
  WhChecklistEntry *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (WH_TYPE_CHECKLIST_ENTRY, NULL);
  self->section = section;
  self->name = g_strdup (name);
  self->state = state;
  self->status = status;
  self->note = g_strdup (note);

  return self;
}

/**
 * wh_checklist_entry_set_choice:
 * @key: what comes onto the plan
 * @chosen: (nullable): its name, when it is one of several alternatives
 */
void
wh_checklist_entry_set_choice (WhChecklistEntry *self,
                               const char       *key,
                               const char       *chosen)
{
  g_return_if_fail (WH_IS_CHECKLIST_ENTRY (self));

  g_set_str (&self->key, key);
  g_set_str (&self->chosen, chosen);
}

guint
wh_checklist_entry_get_section (WhChecklistEntry *self)
{
  g_return_val_if_fail (WH_IS_CHECKLIST_ENTRY (self), 0);

  return self->section;
}

const char *
wh_checklist_entry_get_name (WhChecklistEntry *self)
{
  g_return_val_if_fail (WH_IS_CHECKLIST_ENTRY (self), NULL);

  return self->name;
}

WhChecklistEntryState
wh_checklist_entry_get_state (WhChecklistEntry *self)
{
  g_return_val_if_fail (WH_IS_CHECKLIST_ENTRY (self), WH_CHECKLIST_ENTRY_UNKNOWN);

  return self->state;
}

WhStatus
wh_checklist_entry_get_status (WhChecklistEntry *self)
{
  g_return_val_if_fail (WH_IS_CHECKLIST_ENTRY (self), WH_STATUS_NONE);

  return self->status;
}

/* Returns: (nullable): the other's note */
const char *
wh_checklist_entry_get_note (WhChecklistEntry *self)
{
  g_return_val_if_fail (WH_IS_CHECKLIST_ENTRY (self), NULL);

  return self->note;
}

/* Returns: (nullable): what comes onto the plan, if anything does */
const char *
wh_checklist_entry_get_key (WhChecklistEntry *self)
{
  g_return_val_if_fail (WH_IS_CHECKLIST_ENTRY (self), NULL);

  return self->key;
}

/* Returns: (nullable): the name of the alternative that comes onto the plan, when there are several */
const char *
wh_checklist_entry_get_chosen (WhChecklistEntry *self)
{
  g_return_val_if_fail (WH_IS_CHECKLIST_ENTRY (self), NULL);

  return self->chosen;
}
