/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-checklist.h"
#include "wh-user-record.h"

G_BEGIN_DECLS

/**
 * WhChecklistEntryState:
 * @WH_CHECKLIST_ENTRY_NEW: it can be added to the plan
 * @WH_CHECKLIST_ENTRY_PLANNED: it is on the plan, or an alternative to it is
 * @WH_CHECKLIST_ENTRY_REPEATED: an earlier entry adds it, or an alternative to it
 * @WH_CHECKLIST_ENTRY_UNKNOWN: it is not in the catalogue
 */
typedef enum
{
  WH_CHECKLIST_ENTRY_NEW,
  WH_CHECKLIST_ENTRY_PLANNED,
  WH_CHECKLIST_ENTRY_REPEATED,
  WH_CHECKLIST_ENTRY_UNKNOWN,
} WhChecklistEntryState;

#define WH_CHECKLIST_N_STATES 4

#define WH_TYPE_CHECKLIST_ENTRY (wh_checklist_entry_get_type ())
G_DECLARE_FINAL_TYPE (WhChecklistEntry, wh_checklist_entry, WH, CHECKLIST_ENTRY, GObject)

WhChecklistEntry     *wh_checklist_entry_new (guint                 section,
                                              const char           *name,
                                              WhChecklistEntryState state,
                                              WhStatus              status,
                                              const char           *note) G_GNUC_WARN_UNUSED_RESULT;
void                  wh_checklist_entry_set_choice (WhChecklistEntry *self,
                                                     const char       *key,
                                                     const char       *chosen);
guint                 wh_checklist_entry_get_section (WhChecklistEntry *self);
const char           *wh_checklist_entry_get_name (WhChecklistEntry *self);
WhChecklistEntryState wh_checklist_entry_get_state (WhChecklistEntry *self);
WhStatus              wh_checklist_entry_get_status (WhChecklistEntry *self);
const char           *wh_checklist_entry_get_note (WhChecklistEntry *self);
const char           *wh_checklist_entry_get_key (WhChecklistEntry *self);
const char           *wh_checklist_entry_get_chosen (WhChecklistEntry *self);

G_END_DECLS
