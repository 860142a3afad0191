/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-clean-text.h"
#include "wh-marks.h"
#include "wh-masthead.h"
#include "wh-page-block.h"
#include "wh-page-item.h"

/* How tall each kind of block is, and what it looks like; items have a file of their own. */

#define HEADING_GAP 5.0
#define CONTINUED_GAP 6.0
#define COUNT_GAP 8.0

#define MAX_HEADING_LINES 2

static char *
dup_section_title (const WhSheet *sheet,
                   guint          section)
{
  return wh_clean_text (wh_sheet_get_section (sheet, section)->title, FALSE);
}

static char *
dup_count (const WhSheet *sheet,
           guint          section)
{
  const WhChecklistSection *counted = wh_sheet_get_section (sheet, section);

  return wh_checklist_dup_count (sheet->checklist, "paper/fraction", counted->n_done, counted->n_total);
}

/* How wide a heading may be, beside the count and the pips at the right. */
static double
get_heading_width (const WhSheet *sheet,
                   guint          section)
{
  g_autofree char *count = dup_count (sheet, section);

  return wh_sheet_get_live_width (sheet) -
         wh_type_case_measure (sheet->type_case, WH_TEXT_SMALL, count) - COUNT_GAP -
         wh_pips_get_width (wh_sheet_get_section (sheet, section)->n_total) - WH_SHEET_GAP;
}

static double
measure_heading (const WhSheet *sheet,
                 guint          section)
{
  g_autofree char *title = dup_section_title (sheet, section);
  guint            n_lines = wh_type_case_count_lines (sheet->type_case, WH_TEXT_HEADING, title,
                                                       get_heading_width (sheet, section), MAX_HEADING_LINES);

  return n_lines * wh_type_case_get_leading (WH_TEXT_HEADING) + HEADING_GAP;
}

/* In the other language, beside the title, as far as there is room. */
static void
draw_other_title (const WhSheet *sheet,
                  const char    *other_title,
                  const char    *title,
                  cairo_t       *cr,
                  double         middle,
                  double         width)
{
  double           first = wh_type_case_measure (sheet->type_case, WH_TEXT_HEADING, title) + WH_SHEET_GAP;
  g_autofree char *other = NULL;

  if (sheet->other_case == NULL || other_title == NULL || first >= width)
    return;

  other = wh_clean_text (other_title, FALSE);
  wh_set_ink (cr, WH_INK_SOFT);
  wh_type_case_draw (sheet->other_case, cr, WH_TEXT_NAME, other, WH_SHEET_LEFT + first,
                     middle - wh_type_case_get_leading (WH_TEXT_NAME) / 2, width - first, 1);
}

static void
draw_heading (const WhPageBlock *self,
              const WhSheet     *sheet,
              cairo_t           *cr)
{
  const WhChecklistSection *section = wh_sheet_get_section (sheet, self->section);
  double                    right = wh_sheet_get_right (sheet);
  double                    middle = self->y + wh_type_case_get_leading (WH_TEXT_HEADING) / 2;
  double                    width = get_heading_width (sheet, self->section);
  g_autofree char          *title = dup_section_title (sheet, self->section);
  g_autofree char          *count = dup_count (sheet, self->section);

  wh_set_ink (cr, WH_INK_TEXT);
  wh_type_case_draw (sheet->type_case, cr, WH_TEXT_HEADING, title, WH_SHEET_LEFT, self->y, width, MAX_HEADING_LINES);
  draw_other_title (sheet, section->other_title, title, cr, middle, width);

  wh_set_ink (cr, WH_INK_SOFT);
  wh_sheet_draw_text_at_right (sheet, cr, WH_TEXT_SMALL, count, right,
                               middle - wh_type_case_get_leading (WH_TEXT_SMALL) / 2);
  right -= wh_type_case_measure (sheet->type_case, WH_TEXT_SMALL, count) + COUNT_GAP;
  wh_draw_pips (cr, right, middle, section->n_done, section->n_total);

  wh_draw_rule (cr, WH_SHEET_LEFT, self->y + self->height, wh_sheet_get_live_width (sheet), 1.2, WH_INK_ACCENT);
}

static void
draw_continued (const WhPageBlock *self,
                const WhSheet     *sheet,
                cairo_t           *cr)
{
  double           width = wh_sheet_get_live_width (sheet);
  g_autofree char *title = dup_section_title (sheet, self->section);
  g_autofree char *continued = wh_checklist_dup_phrase (sheet->checklist, "paper/continued", "{title}", title, NULL);

  wh_set_ink (cr, WH_INK_SOFT);
  wh_type_case_draw (sheet->type_case, cr, WH_TEXT_CONTINUED, continued, WH_SHEET_LEFT, self->y, width, 1);
  wh_draw_rule (cr, WH_SHEET_LEFT, self->y + self->height, width, 0.6, WH_INK_RULE);
}

static void
draw_empty (const WhPageBlock *self,
            const WhSheet     *sheet,
            cairo_t           *cr)
{
  wh_set_ink (cr, WH_INK_SOFT);
  wh_type_case_draw (sheet->type_case, cr, WH_TEXT_META, wh_checklist_get_word (sheet->checklist, "paper/empty"),
                     WH_SHEET_LEFT, self->y, wh_sheet_get_live_width (sheet), 1);
}

/**
 * wh_page_block_measure:
 * @section: which section it is of, for a masthead none
 * @item: which of its items, for an item
 *
 * Returns: the block, without a place as yet
 */
WhPageBlock
wh_page_block_measure (const WhSheet  *sheet,
                       WhPageBlockKind kind,
                       guint           section,
                       guint           item)
{
  WhPageBlock self = { .kind = kind, .section = section, .item = item };

  switch (kind)
    {
    case WH_PAGE_BLOCK_MASTHEAD:
      self.height = wh_masthead_set (sheet, NULL) - WH_SHEET_TOP;
      break;

    case WH_PAGE_BLOCK_HEADING:
      self.height = measure_heading (sheet, section);
      break;

    case WH_PAGE_BLOCK_CONTINUED:
      self.height = wh_type_case_get_leading (WH_TEXT_CONTINUED) + CONTINUED_GAP;
      break;

    case WH_PAGE_BLOCK_ITEM:
      wh_page_item_measure (&self, sheet);
      break;

    case WH_PAGE_BLOCK_EMPTY:
      self.height = wh_type_case_get_leading (WH_TEXT_META);
      break;

    default:
      g_assert_not_reached ();
    }

  return self;
}

/* @follows_item: whether a line must stand between it and the item before it */
void
wh_page_block_draw (const WhPageBlock *self,
                    const WhSheet     *sheet,
                    gboolean           follows_item,
                    cairo_t           *cr)
{
  switch (self->kind)
    {
    case WH_PAGE_BLOCK_MASTHEAD:
      wh_masthead_set (sheet, cr);
      break;

    case WH_PAGE_BLOCK_HEADING:
      draw_heading (self, sheet, cr);
      break;

    case WH_PAGE_BLOCK_CONTINUED:
      draw_continued (self, sheet, cr);
      break;

    case WH_PAGE_BLOCK_ITEM:
      wh_page_item_draw (self, sheet, follows_item, cr);
      break;

    case WH_PAGE_BLOCK_EMPTY:
      draw_empty (self, sheet, cr);
      break;

    default:
      g_assert_not_reached ();
    }
}
