/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "wh-checklist-entry.h"

G_BEGIN_DECLS

#define WH_TYPE_CHECKLIST_ENTRY_ROW (wh_checklist_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (WhChecklistEntryRow, wh_checklist_entry_row, WH, CHECKLIST_ENTRY_ROW, AdwBin)

GtkWidget *wh_checklist_entry_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       wh_checklist_entry_row_set_entry (WhChecklistEntryRow *self,
                                             WhChecklistEntry    *entry);
char      *wh_checklist_entry_row_dup_detail (WhChecklistEntry *entry) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
