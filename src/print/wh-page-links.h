/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-page-layout.h"

G_BEGIN_DECLS

void wh_page_links_add_outline (WhPageLayout    *layout,
                                cairo_surface_t *surface);
void wh_page_links_draw (WhPageLayout *layout,
                         guint         page,
                         cairo_t      *cr);

G_END_DECLS
