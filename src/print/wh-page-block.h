/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-sheet.h"

G_BEGIN_DECLS

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

WhPageBlock wh_page_block_measure (const WhSheet  *sheet,
                                   WhPageBlockKind kind,
                                   guint           section,
                                   guint           item);
void        wh_page_block_draw (const WhPageBlock *self,
                                const WhSheet     *sheet,
                                gboolean           follows_item,
                                cairo_t           *cr);

G_END_DECLS
