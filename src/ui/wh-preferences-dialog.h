/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define WH_TYPE_PREFERENCES_DIALOG (wh_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WhPreferencesDialog, wh_preferences_dialog, WH, PREFERENCES_DIALOG, AdwPreferencesDialog)

AdwDialog *wh_preferences_dialog_new (GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
