/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "wh-catalogue.h"
#include "wh-plan-item.h"

G_BEGIN_DECLS

#define WH_TYPE_PLAN (wh_plan_get_type ())
G_DECLARE_FINAL_TYPE (WhPlan, wh_plan, WH, PLAN, GObject)

WhPlan  *wh_plan_new (WhCatalogue *catalogue);
gboolean wh_plan_load (WhPlan  *self,
                       GError **error);
void     wh_plan_get_section (WhPlan *self,
                              guint   position,
                              guint  *start,
                              guint  *end);
WhStatus wh_plan_get_section_status (WhPlan *self,
                                     guint   position);
guint    wh_plan_get_n_learnt (WhPlan *self);
gboolean wh_plan_find (WhPlan     *self,
                       const char *key,
                       guint      *position);
char    *wh_plan_dup_neighbour_key (WhPlan     *self,
                                    const char *key,
                                    int         step);
int      wh_plan_compare_statuses (WhStatus a,
                                   WhStatus b);
int      wh_plan_compare_records (const WhUserRecord *a,
                                  const WhUserRecord *b);

G_END_DECLS
