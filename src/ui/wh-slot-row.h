/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "wh-library.h"

G_BEGIN_DECLS

#define WH_TYPE_SLOT_ROW (wh_slot_row_get_type ())
G_DECLARE_FINAL_TYPE (WhSlotRow, wh_slot_row, WH, SLOT_ROW, AdwActionRow)

GtkWidget *wh_slot_row_new (WhLibrary *library,
                            gboolean   alternative) G_GNUC_WARN_UNUSED_RESULT;
void       wh_slot_row_toggle_learnt (WhSlotRow *self);

G_END_DECLS
