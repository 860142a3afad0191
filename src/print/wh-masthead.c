/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-clean-text.h"
#include "wh-marks.h"
#include "wh-masthead.h"

/* The head of the first page: title, date, count, ring and legend. The same code
 * measures and draws: without a cairo_t it only measures.
 */

#define RING_RADIUS 33.0
#define RING_GAP 24.0

#define LEGEND_LINE 17.0
#define LEGEND_GAP 12.5
#define LEGEND_MARK_GAP 5.0
#define LEGEND_WORD_GAP 4.0

#define MAX_TITLE_LINES 3

/* What the legend must explain. */
typedef struct
{
  gboolean has_priority[WH_PRIORITY_P2 + 1];
  gboolean has_unrated;
} Legend;

static void
look_over (const WhSheet *sheet,
           Legend        *legend)
{
  for (guint i = 0; i < sheet->checklist->sections->len; i++)
    {
      const WhChecklistSection *section = wh_sheet_get_section (sheet, i);

      for (guint j = 0; j < section->items->len; j++)
        {
          const WhChecklistItem *item = g_ptr_array_index (section->items, j);

          legend->has_priority[item->priority] = TRUE;
          legend->has_unrated |= item->stars == 0;
        }
    }
}

/* The mark of an entry is that of @status, of @priority, or the dash of what is unrated. */
static double
get_mark_width (WhStatus   status,
                WhPriority priority)
{
  if (status != WH_STATUS_NONE)
    return WH_BOX_SIZE;

  return priority != WH_PRIORITY_NONE ? WH_TAG_WIDTH : WH_UNRATED_WIDTH;
}

static void
draw_mark (const WhSheet *sheet,
           cairo_t       *cr,
           WhStatus       status,
           WhPriority     priority,
           double         x,
           double         middle)
{
  if (status != WH_STATUS_NONE)
    wh_draw_box (cr, x, middle, status);
  else if (priority != WH_PRIORITY_NONE)
    wh_sheet_draw_tag (sheet, cr, x, middle, priority);
  else
    wh_draw_unrated (cr, x, middle);
}

/* One entry, in both languages if there are two. */
static void
set_legend_entry (const WhSheet *sheet,
                  cairo_t       *cr,
                  WhStatus       status,
                  WhPriority     priority,
                  const char    *word,
                  double        *x,
                  double        *y)
{
  const char *text = wh_checklist_get_word (sheet->checklist, word);
  const char *other = wh_checklist_get_other_word (sheet->checklist, word);
  double      mark = get_mark_width (status, priority) + LEGEND_MARK_GAP;
  double      other_x = mark + wh_type_case_measure (sheet->type_case, WH_TEXT_SMALL, text);
  double      width = other_x;
  double      middle;

  if (other != NULL)
    {
      other_x += LEGEND_WORD_GAP;
      width = other_x + wh_type_case_measure (sheet->other_case, WH_TEXT_SMALL, other);
    }

  if (*x + width > wh_sheet_get_right (sheet) && *x > WH_SHEET_LEFT)
    {
      *x = WH_SHEET_LEFT;
      *y += LEGEND_LINE;
    }

  middle = *y + LEGEND_LINE / 2;
  if (cr != NULL)
    {
      double top = middle - wh_type_case_get_leading (WH_TEXT_SMALL) / 2;

      draw_mark (sheet, cr, status, priority, *x, middle);
      wh_set_ink (cr, WH_INK_SOFT);
      wh_type_case_draw (sheet->type_case, cr, WH_TEXT_SMALL, text, *x + mark, top, -1, 1);
      if (other != NULL)
        wh_type_case_draw (sheet->other_case, cr, WH_TEXT_SMALL, other, *x + other_x, top, -1, 1);
    }

  *x += width + LEGEND_GAP;
}

/* Returns: the bottom of the legend */
static double
set_legend (const WhSheet *sheet,
            cairo_t       *cr,
            double         y)
{
  Legend legend = { 0 };
  double x = WH_SHEET_LEFT;

  look_over (sheet, &legend);

  for (guint status = WH_STATUS_TO_LEARN; status <= WH_STATUS_SKIPPED; status++)
    {
      g_autofree char *word = g_strdup_printf ("status/%s", wh_status_to_key (status));

      set_legend_entry (sheet, cr, status, WH_PRIORITY_NONE, word, &x, &y);
    }

  for (guint priority = WH_PRIORITY_P0; priority <= WH_PRIORITY_P2; priority++)
    if (legend.has_priority[priority])
      {
        g_autofree char *word = g_strdup_printf ("priority-name/%s", wh_priority_to_key (priority));

        set_legend_entry (sheet, cr, WH_STATUS_NONE, priority, word, &x, &y);
      }

  if (legend.has_unrated)
    set_legend_entry (sheet, cr, WH_STATUS_NONE, WH_PRIORITY_NONE, "paper/unrated", &x, &y);

  return y + LEGEND_LINE;
}

static void
draw_progress_ring (const WhSheet *sheet,
                    cairo_t       *cr,
                    double         middle)
{
  const WhChecklist *checklist = sheet->checklist;
  double             x = wh_sheet_get_right (sheet) - RING_RADIUS;
  g_autofree char   *figure = g_strdup_printf ("%u/%u", checklist->n_done, checklist->n_total);
  double             width = wh_type_case_measure (sheet->type_case, WH_TEXT_FIGURE, figure);

  wh_draw_ring (cr, x, middle, RING_RADIUS, checklist->n_done, checklist->n_total);
  wh_set_ink (cr, WH_INK_TEXT);
  wh_sheet_draw_text_in_middle (sheet, cr, width < 1.5 * RING_RADIUS ? WH_TEXT_FIGURE : WH_TEXT_SMALL, figure, x, middle);
}

/* How wide the lines beside the ring are. */
static double
get_text_width (const WhSheet *sheet)
{
  return wh_sheet_get_live_width (sheet) - 2 * RING_RADIUS - RING_GAP;
}

/* One text from the left margin on; moves @y below it. */
static void
set_text (const WhSheet *sheet,
          cairo_t       *cr,
          WhTypeCase    *type_case,
          WhTextStyle    style,
          WhInk          ink,
          const char    *text,
          guint          max_lines,
          double        *y)
{
  double width = get_text_width (sheet);

  if (cr != NULL)
    {
      wh_set_ink (cr, ink);
      wh_type_case_draw (type_case, cr, style, text, WH_SHEET_LEFT, *y, width, max_lines);
    }

  *y += wh_type_case_count_lines (type_case, style, text, width, max_lines) * wh_type_case_get_leading (style);
}

static void
set_titles (const WhSheet *sheet,
            cairo_t       *cr,
            double        *y)
{
  g_autofree char *kicker = NULL;
  g_autofree char *title = wh_sheet_dup_title (sheet, &kicker);

  if (kicker != NULL)
    set_text (sheet, cr, sheet->type_case, WH_TEXT_KICKER, WH_INK_ACCENT, kicker, 1, y);

  set_text (sheet, cr, sheet->type_case, WH_TEXT_TITLE, WH_INK_TEXT, title, MAX_TITLE_LINES, y);
  *y += 3;

  if (sheet->checklist->other_heading != NULL)
    {
      g_autofree char *other = wh_clean_text (sheet->checklist->other_heading, FALSE);

      set_text (sheet, cr, sheet->other_case, WH_TEXT_NAME, WH_INK_TEXT, other, 1, y);
      *y += 2;
    }
}

static void
set_date (const WhSheet *sheet,
          cairo_t       *cr,
          double        *y)
{
  const WhChecklist *checklist = sheet->checklist;
  g_autofree char   *date = wh_checklist_dup_date (checklist);
  g_autofree char   *count = wh_checklist_dup_count (checklist, "paper/count", checklist->n_done, checklist->n_total);

  if (cr != NULL)
    {
      wh_set_ink (cr, WH_INK_SOFT);
      wh_sheet_draw_pair (sheet, cr, WH_TEXT_META, date, count, *y, get_text_width (sheet));
    }

  *y += wh_type_case_get_leading (WH_TEXT_META);
}

static void
set_rule (const WhSheet *sheet,
          cairo_t       *cr,
          double         y)
{
  if (cr != NULL)
    wh_draw_rule (cr, WH_SHEET_LEFT, y, wh_sheet_get_live_width (sheet), 0.6, WH_INK_RULE);
}

/**
 * wh_masthead_set:
 * @cr: (nullable): what to draw on
 *
 * Returns: the bottom of the masthead, in points from the top of the page
 */
double
wh_masthead_set (const WhSheet *sheet,
                 cairo_t       *cr)
{
  double y = WH_SHEET_TOP;
  double bottom;

  set_titles (sheet, cr, &y);
  set_date (sheet, cr, &y);

  bottom = MAX (y, WH_SHEET_TOP + 2 * RING_RADIUS);
  if (cr != NULL)
    draw_progress_ring (sheet, cr, (WH_SHEET_TOP + bottom) / 2);

  y = bottom + 14;
  set_rule (sheet, cr, y);
  y = set_legend (sheet, cr, y + 5) + 5;
  set_rule (sheet, cr, y);

  return y;
}
