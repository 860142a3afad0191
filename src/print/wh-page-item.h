/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-page-block.h"

G_BEGIN_DECLS

/* A name on more lines is cut, so no more are linked. */
#define WH_PAGE_ITEM_MAX_NAME_LINES 3

const WhChecklistItem *wh_page_item_get (const WhPageBlock *block,
                                         const WhSheet     *sheet);
char                  *wh_page_item_dup_name (const WhChecklistItem *item);

void  wh_page_item_measure (WhPageBlock   *block,
                            const WhSheet *sheet);
void  wh_page_item_draw (const WhPageBlock *block,
                         const WhSheet     *sheet,
                         gboolean           follows_item,
                         cairo_t           *cr);
guint wh_page_item_locate (const WhPageBlock *block,
                           const WhSheet     *sheet,
                           const char        *name,
                           guint              start,
                           guint              end,
                           cairo_rectangle_t  areas[WH_PAGE_ITEM_MAX_NAME_LINES]);

G_END_DECLS
