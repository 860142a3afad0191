/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-checklist.h"
#include "wh-database.h"

G_BEGIN_DECLS

/* Checklists made from what the database holds. @language is that of all their texts,
 * whatever the interface speaks.
 */
WhChecklist *wh_checklist_build (WhDatabase      *database,
                                 const char      *role,
                                 const char      *language,
                                 const char      *other_language,
                                 WhChecklistItems items,
                                 GError         **error);
WhChecklist *wh_checklist_new_for_role (WhDatabase *database,
                                        const char *role,
                                        const char *language,
                                        GDateTime  *date,
                                        GError    **error);
WhChecklist *wh_checklist_new_for_plan (WhDatabase *database,
                                        const char *language,
                                        GDateTime  *date,
                                        GError    **error);

GDateTime  *wh_checklist_dup_today (void);
const char *wh_checklist_get_other_language (const char *language);

G_END_DECLS
