/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-clean-text.h"
#include "wh-marks.h"
#include "wh-page-item.h"

/* An item on a page: its box, name, priority and stars, below them the summary, in one
 * language or two, and the user's note.
 *
 * What people wrote is cut with an ellipsis where it would grow taller than about a
 * third of a page, so that any three items find room.
 */

#define PADDING 6.5
#define INDENT 25.0
#define NOTE_INDENT 9.0
#define NOTE_GAP 3.0

#define MAX_SUMMARY_LINES 5
#define MAX_NOTE_LINES 12

static double
get_left (void)
{
  return WH_SHEET_LEFT + INDENT;
}

static double
get_name_width (const WhSheet *sheet)
{
  return wh_sheet_get_live_width (sheet) - INDENT - WH_STARS_WIDTH - WH_TAG_WIDTH - 2 * WH_SHEET_GAP;
}

static double
get_summary_width (const WhSheet *sheet)
{
  return wh_sheet_get_live_width (sheet) - INDENT;
}

static double
get_note_width (const WhSheet *sheet)
{
  return get_summary_width (sheet) - NOTE_INDENT;
}

const WhChecklistItem *
wh_page_item_get (const WhPageBlock *block,
                  const WhSheet     *sheet)
{
  return g_ptr_array_index (wh_sheet_get_section (sheet, block->section)->items, block->item);
}

/* Returns: (transfer full): the name of an item, as it is set */
char *
wh_page_item_dup_name (const WhChecklistItem *item)
{
  g_autofree char *name = wh_checklist_item_dup_name (item);

  return wh_clean_text (name, FALSE);
}

/* @type_case and @text: (nullable) */
static guint
count_summary_lines (const WhSheet *sheet,
                     WhTypeCase    *type_case,
                     const char    *text)
{
  g_autofree char *clean = NULL;

  if (type_case == NULL || text == NULL || *text == '\0')
    return 0;

  clean = wh_clean_text (text, FALSE);
  return wh_type_case_count_lines (type_case, WH_TEXT_SUMMARY, clean, get_summary_width (sheet), MAX_SUMMARY_LINES);
}

static guint
count_note_lines (const WhSheet *sheet,
                  const char    *text)
{
  g_autofree char *clean = NULL;

  if (text == NULL || *text == '\0')
    return 0;

  clean = wh_clean_text (text, TRUE);
  return wh_type_case_count_lines (sheet->type_case, WH_TEXT_NOTE, clean, get_note_width (sheet), MAX_NOTE_LINES);
}

/* Counts the lines of @block's texts and says how tall it is. */
void
wh_page_item_measure (WhPageBlock   *block,
                      const WhSheet *sheet)
{
  const WhChecklistItem *item = wh_page_item_get (block, sheet);
  g_autofree char       *name = wh_page_item_dup_name (item);

  block->n_name_lines = wh_type_case_count_lines (sheet->type_case, WH_TEXT_NAME, name, get_name_width (sheet),
                                                  WH_PAGE_ITEM_MAX_NAME_LINES);
  block->n_summary_lines = count_summary_lines (sheet, sheet->type_case, item->summary);
  block->n_other_lines = count_summary_lines (sheet, sheet->other_case, item->other_summary);
  block->n_note_lines = count_note_lines (sheet, item->note);

  block->height = 2 * PADDING + block->n_name_lines * wh_type_case_get_leading (WH_TEXT_NAME) +
                  (block->n_summary_lines + block->n_other_lines) * wh_type_case_get_leading (WH_TEXT_SUMMARY);
  if (block->n_note_lines > 0)
    block->height += NOTE_GAP + block->n_note_lines * wh_type_case_get_leading (WH_TEXT_NOTE);
}

static void
draw_marks (const WhChecklistItem *item,
            const WhSheet         *sheet,
            cairo_t               *cr,
            double                 middle)
{
  double stars_x = wh_sheet_get_right (sheet) - WH_STARS_WIDTH;

  wh_draw_box (cr, WH_SHEET_LEFT, middle, item->status);

  if (item->priority != WH_PRIORITY_NONE)
    wh_sheet_draw_tag (sheet, cr, stars_x - WH_SHEET_GAP - WH_TAG_WIDTH, middle, item->priority);

  if (item->stars > 0)
    wh_draw_stars (cr, stars_x, middle, item->stars);
  else
    wh_draw_unrated (cr, stars_x + (WH_STARS_WIDTH - WH_UNRATED_WIDTH) / 2, middle);
}

/* Returns: the bottom of it */
static double
draw_summary (const WhSheet *sheet,
              WhTypeCase    *type_case,
              const char    *text,
              guint          n_lines,
              cairo_t       *cr,
              double         y)
{
  g_autofree char *clean = NULL;

  if (n_lines == 0)
    return y;

  clean = wh_clean_text (text, FALSE);
  wh_set_ink (cr, WH_INK_SOFT);
  wh_type_case_draw (type_case, cr, WH_TEXT_SUMMARY, clean, get_left (), y, get_summary_width (sheet), MAX_SUMMARY_LINES);

  return y + n_lines * wh_type_case_get_leading (WH_TEXT_SUMMARY);
}

static void
draw_note (const WhPageBlock *block,
           const WhSheet     *sheet,
           const char        *text,
           cairo_t           *cr,
           double             y)
{
  double           height = block->n_note_lines * wh_type_case_get_leading (WH_TEXT_NOTE);
  g_autofree char *note = wh_clean_text (text, TRUE);

  cairo_rectangle (cr, get_left (), y + 1, 2, height - 2);
  wh_set_ink (cr, WH_INK_FAINT);
  cairo_fill (cr);

  wh_set_ink (cr, WH_INK_TEXT);
  wh_type_case_draw (sheet->type_case, cr, WH_TEXT_NOTE, note, get_left () + NOTE_INDENT, y,
                     get_note_width (sheet), MAX_NOTE_LINES);
}

/* @follows_item: whether a line must stand between it and the item before it */
void
wh_page_item_draw (const WhPageBlock *block,
                   const WhSheet     *sheet,
                   gboolean           follows_item,
                   cairo_t           *cr)
{
  const WhChecklistItem *item = wh_page_item_get (block, sheet);
  g_autofree char       *name = wh_page_item_dup_name (item);
  double                 y = block->y + PADDING;

  if (follows_item)
    wh_draw_rule (cr, get_left (), block->y, wh_sheet_get_live_width (sheet) - INDENT, 0.6, WH_INK_RULE);

  draw_marks (item, sheet, cr, y + wh_type_case_get_leading (WH_TEXT_NAME) / 2);

  wh_set_ink (cr, item->status == WH_STATUS_SKIPPED ? WH_INK_SOFT : WH_INK_TEXT);
  wh_type_case_draw (sheet->type_case, cr, WH_TEXT_NAME, name, get_left (), y, get_name_width (sheet),
                     WH_PAGE_ITEM_MAX_NAME_LINES);
  y += block->n_name_lines * wh_type_case_get_leading (WH_TEXT_NAME);

  y = draw_summary (sheet, sheet->type_case, item->summary, block->n_summary_lines, cr, y);
  y = draw_summary (sheet, sheet->other_case, item->other_summary, block->n_other_lines, cr, y);

  if (block->n_note_lines > 0)
    draw_note (block, sheet, item->note, cr, y + NOTE_GAP);
}

/**
 * wh_page_item_locate:
 * @name: the item's, from wh_page_item_dup_name()
 * @start: where in it the part begins, in bytes
 * @end: where it ends
 * @areas: (out caller-allocates): where on the page the part stands
 *
 * Returns: the number of areas, one for each line that has some of the part
 */
guint
wh_page_item_locate (const WhPageBlock *block,
                     const WhSheet     *sheet,
                     const char        *name,
                     guint              start,
                     guint              end,
                     cairo_rectangle_t  areas[WH_PAGE_ITEM_MAX_NAME_LINES])
{
  double     leading = wh_type_case_get_leading (WH_TEXT_NAME);
  WhTextSpan spans[WH_PAGE_ITEM_MAX_NAME_LINES];
  guint      n_spans = wh_type_case_locate (sheet->type_case, WH_TEXT_NAME, name, get_name_width (sheet),
                                            WH_PAGE_ITEM_MAX_NAME_LINES, start, end, spans, G_N_ELEMENTS (spans));

  for (guint i = 0; i < n_spans; i++)
    areas[i] = (cairo_rectangle_t) {
      .x = get_left () + spans[i].x,
      .y = block->y + PADDING + spans[i].line * leading,
      .width = spans[i].width,
      .height = leading,
    };

  return n_spans;
}
