/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-catalogue.h"
#include "wh-subject-records.h"
#include "wh-user-record.h"

G_BEGIN_DECLS

#define WH_TYPE_PLAN_ITEM (wh_plan_item_get_type ())
G_DECLARE_FINAL_TYPE (WhPlanItem, wh_plan_item, WH, PLAN_ITEM, GObject)

WhPlanItem *wh_plan_item_new (const WhUserRecord *record,
                              WhCatalogue        *catalogue);
const char *wh_plan_item_get_key (WhPlanItem *self);
const char *wh_plan_item_get_name (WhPlanItem *self);
const char *wh_plan_item_get_summary (WhPlanItem *self);
WhLibrary  *wh_plan_item_get_library (WhPlanItem *self);
WhTopic    *wh_plan_item_get_topic (WhPlanItem *self);
WhStatus    wh_plan_item_get_status (WhPlanItem *self);
double      wh_plan_item_get_place (WhPlanItem *self);
const char *wh_plan_item_get_note (WhPlanItem *self);
gboolean    wh_plan_item_get_gone (WhPlanItem *self);
void        wh_plan_item_update (WhPlanItem         *self,
                                 const WhUserRecord *record);

G_END_DECLS
