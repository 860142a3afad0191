/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "wh-subject-records.h"

G_BEGIN_DECLS

#define WH_TYPE_COMPARISON_TABLE (wh_comparison_table_get_type ())
G_DECLARE_FINAL_TYPE (WhComparisonTable, wh_comparison_table, WH, COMPARISON_TABLE, AdwBin)

GtkWidget *wh_comparison_table_new (const WhComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
