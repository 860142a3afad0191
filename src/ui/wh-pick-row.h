/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "wh-subject-records.h"

G_BEGIN_DECLS

#define WH_TYPE_PICK_ROW (wh_pick_row_get_type ())
G_DECLARE_FINAL_TYPE (WhPickRow, wh_pick_row, WH, PICK_ROW, GtkListBoxRow)

GtkWidget *wh_pick_row_new (const WhPick *pick,
                            const char   *origin) G_GNUC_WARN_UNUSED_RESULT;
gboolean   wh_pick_row_matches (WhPickRow         *self,
                                const char *const *words);

G_END_DECLS
