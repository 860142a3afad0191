/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "wh-checklist.h"
#include "wh-type-case.h"

G_BEGIN_DECLS

typedef enum
{
  WH_PAPER_A4,
  WH_PAPER_LETTER,
} WhPaper;

typedef enum
{
  WH_PAGE_BLOCK_MASTHEAD,
  WH_PAGE_BLOCK_HEADING,
  WH_PAGE_BLOCK_CONTINUED,
  WH_PAGE_BLOCK_ITEM,
  WH_PAGE_BLOCK_EMPTY,
} WhPageBlockKind;

/* What stands on a page, from top to bottom; never split. Measures are in points from
 * the page's top.
 */
typedef struct
{
  WhPageBlockKind kind;
  guint           page; /* from 0 */
  double          y;
  double          height;
  guint           section;
  guint           item;
  guint           n_name_lines;
  guint           n_summary_lines;
  guint           n_other_lines; /* of the summary in the other language */
  guint           n_note_lines;
} WhPageBlock;

#define WH_TYPE_PAGE_LAYOUT (wh_page_layout_get_type ())

G_DECLARE_FINAL_TYPE (WhPageLayout, wh_page_layout, WH, PAGE_LAYOUT, GObject)

WhPageLayout *wh_page_layout_new (WhChecklist *checklist,
                                  WhPaper      paper,
                                  GError     **error);

const WhChecklist *wh_page_layout_get_checklist (WhPageLayout *self);
guint              wh_page_layout_get_n_pages (WhPageLayout *self);
void               wh_page_layout_get_page_size (WhPageLayout *self,
                                                 double       *width,
                                                 double       *height);
const WhPageBlock *wh_page_layout_get_blocks (WhPageLayout *self,
                                              guint        *n_blocks);
void               wh_page_layout_get_margins (WhPageLayout *self,
                                               double       *top,
                                               double       *bottom);

void wh_page_layout_draw_page (WhPageLayout *self,
                               guint         page,
                               cairo_t      *cr);
void wh_page_layout_draw_linked_page (WhPageLayout *self,
                                      guint         page,
                                      cairo_t      *cr);

G_END_DECLS
