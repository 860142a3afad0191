/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "wh-progress.h"

G_BEGIN_DECLS

#define WH_TYPE_GUIDE_ROW (wh_guide_row_get_type ())
G_DECLARE_FINAL_TYPE (WhGuideRow, wh_guide_row, WH, GUIDE_ROW, GtkListBoxRow)

GtkWidget *wh_guide_row_new (const char *title,
                             const char *summary,
                             const char *caption,
                             const char *language) G_GNUC_WARN_UNUSED_RESULT;
void       wh_guide_row_set_progress (WhGuideRow *self,
                                      WhProgress  progress);

G_END_DECLS
