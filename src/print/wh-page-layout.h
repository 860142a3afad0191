/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-page-block.h"

G_BEGIN_DECLS

#define WH_TYPE_PAGE_LAYOUT (wh_page_layout_get_type ())

G_DECLARE_FINAL_TYPE (WhPageLayout, wh_page_layout, WH, PAGE_LAYOUT, GObject)

WhPageLayout *wh_page_layout_new (WhChecklist *checklist,
                                  WhPaper      paper,
                                  GError     **error);

const WhChecklist *wh_page_layout_get_checklist (WhPageLayout *self);
const WhSheet     *wh_page_layout_get_sheet (WhPageLayout *self);
guint              wh_page_layout_get_n_pages (WhPageLayout *self);
void               wh_page_layout_get_page_size (WhPageLayout *self,
                                                 double       *width,
                                                 double       *height);
const WhPageBlock *wh_page_layout_get_blocks (WhPageLayout *self,
                                              guint        *n_blocks);
guint              wh_page_layout_get_first_block (WhPageLayout *self,
                                                   guint         page);
void               wh_page_layout_get_margins (WhPageLayout *self,
                                               double       *top,
                                               double       *bottom);
double             wh_page_layout_get_footer (WhPageLayout *self);

void wh_page_layout_draw_page (WhPageLayout *self,
                               guint         page,
                               cairo_t      *cr);

G_END_DECLS
