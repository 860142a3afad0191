/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "wh-catalogue.h"

G_BEGIN_DECLS

#define WH_TYPE_NOTE_ROW (wh_note_row_get_type ())
G_DECLARE_FINAL_TYPE (WhNoteRow, wh_note_row, WH, NOTE_ROW, AdwPreferencesRow)

void wh_note_row_set_subject (WhNoteRow   *self,
                              WhCatalogue *catalogue,
                              const char  *key);
void wh_note_row_commit (WhNoteRow *self);

G_END_DECLS
