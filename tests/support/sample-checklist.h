/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-checklist.h"

G_BEGIN_DECLS

WhChecklist     *sample_checklist_new (const char *language);
WhChecklist     *sample_checklist_new_long (const char *language,
                                            guint       n_items);
WhChecklist     *sample_checklist_new_empty (const char *language);
WhChecklistItem *sample_checklist_add (WhChecklist *checklist,
                                       const char  *keys,
                                       WhStatus     status,
                                       const char  *note);

G_END_DECLS
