/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "wh-catalogue.h"
#include "wh-document.h"

G_BEGIN_DECLS

#define WH_TYPE_EXPORT_DIALOG (wh_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WhExportDialog, wh_export_dialog, WH, EXPORT_DIALOG, AdwDialog)

AdwDialog *wh_export_dialog_new (WhCatalogue *catalogue,
                                 const char  *role);
void       wh_export_dialog_save_to (WhExportDialog  *self,
                                     GFile           *file,
                                     WhDocumentFormat format);

G_END_DECLS
