/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "wh-catalogue.h"

G_BEGIN_DECLS

#define WH_TYPE_CHECKLIST_DIALOG (wh_checklist_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WhChecklistDialog, wh_checklist_dialog, WH, CHECKLIST_DIALOG, AdwDialog)

void wh_checklist_dialog_open (WhCatalogue *catalogue,
                               GFile       *file,
                               GtkWidget   *parent);

G_END_DECLS
