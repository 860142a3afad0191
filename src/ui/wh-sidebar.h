/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "wh-catalogue.h"

G_BEGIN_DECLS

#define WH_TYPE_SIDEBAR (wh_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (WhSidebar, wh_sidebar, WH, SIDEBAR, AdwBin)

void        wh_sidebar_set_catalogue (WhSidebar   *self,
                                      WhCatalogue *catalogue);
const char *wh_sidebar_get_selected (WhSidebar *self);
gboolean    wh_sidebar_select (WhSidebar  *self,
                               const char *page);

G_END_DECLS
