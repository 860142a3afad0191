/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "wh-plan-item.h"

G_BEGIN_DECLS

#define WH_TYPE_PLAN_ROW (wh_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (WhPlanRow, wh_plan_row, WH, PLAN_ROW, AdwBin)

GtkWidget  *wh_plan_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
WhPlanItem *wh_plan_row_get_item (WhPlanRow *self);
void        wh_plan_row_set_item (WhPlanRow  *self,
                                  WhPlanItem *item);

G_END_DECLS
