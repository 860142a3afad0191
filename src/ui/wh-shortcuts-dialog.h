/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define WH_TYPE_SHORTCUTS_DIALOG (wh_shortcuts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WhShortcutsDialog, wh_shortcuts_dialog, WH, SHORTCUTS_DIALOG, AdwPreferencesDialog)

AdwDialog *wh_shortcuts_dialog_new (GtkApplication *application) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
