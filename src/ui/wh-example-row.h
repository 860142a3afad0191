/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "wh-records.h"

G_BEGIN_DECLS

#define WH_TYPE_EXAMPLE_ROW (wh_example_row_get_type ())
G_DECLARE_FINAL_TYPE (WhExampleRow, wh_example_row, WH, EXAMPLE_ROW, AdwExpanderRow)

GtkWidget *wh_example_row_new (const WhExample *example,
                               const char      *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
