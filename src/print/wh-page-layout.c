/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "wh-marks.h"
#include "wh-page-layout.h"

/**
 * WhPageLayout:
 *
 * A checklist set on pages. It decides once, in wh_page_layout_new(), what
 * stands where, and then draws any page on anything that Cairo draws on: a PDF,
 * a printer, a preview.
 *
 * A heading stays with its first two items and no item is split; for that, what
 * people wrote is cut with an ellipsis where it would grow taller than about a
 * third of a page.
 *
 * It keeps where each item stands, a few numbers, and not the shaped text, so
 * ten thousand items take no more memory than ten.
 *
 * It may be made on one thread and drawn on another, but not both at once.
 */
struct _WhPageLayout
{
  GObject parent_instance;

  WhChecklist *checklist;
  WhTypeCase  *type_case;
  WhTypeCase  *other_case; /* (nullable): for the other language, if there are two */

  double width;
  double height;

  GArray *blocks;      /* WhPageBlock, in page order */
  GArray *first_block; /* guint, for each page */
  guint   n_pages;

  gboolean has_priority[WH_PRIORITY_P2 + 1];
  gboolean has_unrated;
};

G_DEFINE_FINAL_TYPE (WhPageLayout, wh_page_layout, G_TYPE_OBJECT)

/* All in points. */
static const double paper_sizes[][2] = {
  [WH_PAPER_A4] = { 595.276, 841.89 },
  [WH_PAPER_LETTER] = { 612, 792 },
};

#define MARGIN_SIDE 54.0
#define MARGIN_TOP 52.0
#define MARGIN_BOTTOM 62.0
#define FOOTER_RISE 44.0

#define RING_RADIUS 33.0
#define RING_GAP 24.0
#define PAIR_GAP 7.0
#define LEGEND_LINE 17.0
#define LEGEND_GAP 15.0
#define MASTHEAD_GAP 22.0

#define SECTION_GAP 20.0
#define HEADING_GAP 5.0
#define CONTINUED_GAP 6.0

#define ITEM_PADDING 6.5
#define ITEM_INDENT 25.0
#define NOTE_INDENT 9.0
#define NOTE_GAP 3.0
#define COLUMN_GAP 10.0

#define UNRATED_WIDTH 9.0

#define MAX_TITLE_LINES 3
#define MAX_HEADING_LINES 2
#define MAX_NAME_LINES 3
#define MAX_SUMMARY_LINES 5
#define MAX_NOTE_LINES 12

#define MAX_LINK_SPANS 3

static double
get_live_width (WhPageLayout *self)
{
  return self->width - 2 * MARGIN_SIDE;
}

static double
get_name_width (WhPageLayout *self)
{
  return get_live_width (self) - ITEM_INDENT - WH_STARS_WIDTH - WH_TAG_WIDTH - 2 * COLUMN_GAP;
}

static double
get_summary_width (WhPageLayout *self)
{
  return get_live_width (self) - ITEM_INDENT;
}

static double
get_note_width (WhPageLayout *self)
{
  return get_summary_width (self) - NOTE_INDENT;
}

static WhChecklistSection *
get_section (WhPageLayout *self,
             guint         section)
{
  return g_ptr_array_index (self->checklist->sections, section);
}

static WhChecklistItem *
get_item (WhPageLayout *self,
          guint         section,
          guint         item)
{
  return g_ptr_array_index (get_section (self, section)->items, item);
}

/* Returns: (transfer full): the name of an item, as it is set */
static char *
dup_name (const WhChecklistItem *item)
{
  g_autofree char *name = wh_checklist_item_dup_name (item);

  return wh_type_case_clean (name, FALSE);
}

/* Returns: (transfer full) (nullable): what is large on the first page, and above it what is small */
static char *
dup_title (WhPageLayout *self,
           char        **kicker)
{
  const WhChecklist *checklist = self->checklist;

  if (checklist->subtitle == NULL)
    {
      *kicker = NULL;
      return wh_type_case_clean (checklist->title, FALSE);
    }

  *kicker = wh_type_case_clean (checklist->title, FALSE);
  return wh_type_case_clean (checklist->subtitle, FALSE);
}

static char *
dup_page_number (WhPageLayout *self,
                 guint         page)
{
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *total = g_strdup_printf ("%u", self->n_pages);

  return wh_checklist_dup_phrase (self->checklist, "paper/page", "{page}", number, "{pages}", total, NULL);
}

static void
draw_text_at_right (WhPageLayout *self,
                    cairo_t      *cr,
                    WhTextStyle   style,
                    const char   *text,
                    double        right,
                    double        y)
{
  double width = wh_type_case_measure (self->type_case, style, text);

  wh_type_case_draw (self->type_case, cr, style, text, right - width, y, -1, 1);
}

static void
draw_text_in_middle (WhPageLayout *self,
                     cairo_t      *cr,
                     WhTextStyle   style,
                     const char   *text,
                     double        centre,
                     double        middle)
{
  double width = wh_type_case_measure (self->type_case, style, text);

  wh_type_case_draw (self->type_case, cr, style, text,
                     centre - width / 2, middle - wh_type_case_get_leading (style) / 2, -1, 1);
}

/* Two texts with a dot between. It is drawn: the one in Chinese fonts is as wide as a character.
 * @second: (nullable): nothing follows
 */
static void
draw_pair (WhPageLayout *self,
           cairo_t      *cr,
           WhTextStyle   style,
           const char   *first,
           const char   *second,
           double        y,
           double        width)
{
  double first_width = MIN (width, wh_type_case_measure (self->type_case, style, first));
  double rest = width - first_width - 2 * PAIR_GAP;

  wh_type_case_draw (self->type_case, cr, style, first, MARGIN_SIDE, y, width, 1);
  if (second == NULL || rest < 2 * PAIR_GAP)
    return;

  cairo_new_sub_path (cr);
  cairo_arc (cr, MARGIN_SIDE + first_width + PAIR_GAP, y + wh_type_case_get_leading (style) / 2, 1, 0, 2 * G_PI);
  cairo_fill (cr);
  wh_type_case_draw (self->type_case, cr, style, second, MARGIN_SIDE + first_width + 2 * PAIR_GAP, y, rest, 1);
}

/* The masthead and the legend are set by the same code that draws them: without @cr it only measures. */

static void
draw_tag (WhPageLayout *self,
          cairo_t      *cr,
          double        x,
          double        middle,
          WhPriority    priority)
{
  g_autofree char *key = g_strdup_printf ("priority/%s", wh_priority_to_key (priority));

  wh_set_ink (cr, wh_draw_tag (cr, x, middle, priority));
  draw_text_in_middle (self, cr, WH_TEXT_TAG, wh_checklist_get_word (self->checklist, key), x + WH_TAG_WIDTH / 2, middle);
}

/* One entry of the legend. Its mark is that of @status, of @priority, or the dash of what is unrated. */
static void
set_legend_entry (WhPageLayout *self,
                  cairo_t      *cr,
                  WhStatus      status,
                  WhPriority    priority,
                  const char   *word,
                  double       *x,
                  double       *y)
{
  const char *text = wh_checklist_get_word (self->checklist, word);
  double      mark = status != WH_STATUS_NONE ? WH_BOX_SIZE : (priority != WH_PRIORITY_NONE ? WH_TAG_WIDTH : UNRATED_WIDTH);
  double      width = mark + 5 + wh_type_case_measure (self->type_case, WH_TEXT_SMALL, text);
  double      middle;

  if (*x + width > self->width - MARGIN_SIDE && *x > MARGIN_SIDE)
    {
      *x = MARGIN_SIDE;
      *y += LEGEND_LINE;
    }

  middle = *y + LEGEND_LINE / 2;
  if (cr != NULL)
    {
      if (status != WH_STATUS_NONE)
        wh_draw_box (cr, *x, middle, status);
      else if (priority != WH_PRIORITY_NONE)
        draw_tag (self, cr, *x, middle, priority);
      else
        wh_draw_rule (cr, *x, middle, mark, 0.9, WH_INK_SOFT);

      wh_set_ink (cr, WH_INK_SOFT);
      wh_type_case_draw (self->type_case, cr, WH_TEXT_SMALL, text,
                         *x + mark + 5, middle - wh_type_case_get_leading (WH_TEXT_SMALL) / 2, -1, 1);
    }

  *x += width + LEGEND_GAP;
}

/* Returns: the bottom of the legend */
static double
set_legend (WhPageLayout *self,
            cairo_t      *cr,
            double        y)
{
  double x = MARGIN_SIDE;

  for (guint status = WH_STATUS_TO_LEARN; status <= WH_STATUS_SKIPPED; status++)
    {
      g_autofree char *word = g_strdup_printf ("status/%s", wh_status_to_key (status));

      set_legend_entry (self, cr, status, WH_PRIORITY_NONE, word, &x, &y);
    }

  for (guint priority = WH_PRIORITY_P0; priority <= WH_PRIORITY_P2; priority++)
    if (self->has_priority[priority])
      {
        g_autofree char *word = g_strdup_printf ("priority-name/%s", wh_priority_to_key (priority));

        set_legend_entry (self, cr, WH_STATUS_NONE, priority, word, &x, &y);
      }

  if (self->has_unrated)
    set_legend_entry (self, cr, WH_STATUS_NONE, WH_PRIORITY_NONE, "paper/unrated", &x, &y);

  return y + LEGEND_LINE;
}

static void
draw_progress_ring (WhPageLayout *self,
                    cairo_t      *cr,
                    double        middle)
{
  const WhChecklist *checklist = self->checklist;
  double             x = self->width - MARGIN_SIDE - RING_RADIUS;
  g_autofree char   *figure = g_strdup_printf ("%u/%u", checklist->n_done, checklist->n_total);
  double             width = wh_type_case_measure (self->type_case, WH_TEXT_FIGURE, figure);

  wh_draw_ring (cr, x, middle, RING_RADIUS, checklist->n_done, checklist->n_total);
  wh_set_ink (cr, WH_INK_TEXT);
  draw_text_in_middle (self, cr, width < 1.5 * RING_RADIUS ? WH_TEXT_FIGURE : WH_TEXT_SMALL, figure, x, middle);
}

static void
draw_other_heading (WhPageLayout *self,
                    cairo_t      *cr,
                    double        y,
                    double        width)
{
  g_autofree char *heading = wh_type_case_clean (self->checklist->other_heading, FALSE);

  wh_set_ink (cr, WH_INK_TEXT);
  wh_type_case_draw (self->other_case, cr, WH_TEXT_NAME, heading, MARGIN_SIDE, y, width, 1);
}

/* Returns: the bottom of the masthead */
static double
set_masthead (WhPageLayout *self,
              cairo_t      *cr)
{
  WhTypeCase      *type_case = self->type_case;
  double           width = get_live_width (self) - 2 * RING_RADIUS - RING_GAP;
  double           y = MARGIN_TOP;
  double           bottom;
  guint            n_lines;
  g_autofree char *kicker = NULL;
  g_autofree char *title = dup_title (self, &kicker);
  g_autofree char *date = wh_checklist_dup_date (self->checklist);
  g_autofree char *count = wh_checklist_dup_count (self->checklist, "paper/count",
                                                   self->checklist->n_done, self->checklist->n_total);

  if (kicker != NULL)
    {
      if (cr != NULL)
        {
          wh_set_ink (cr, WH_INK_ACCENT);
          wh_type_case_draw (type_case, cr, WH_TEXT_KICKER, kicker, MARGIN_SIDE, y, width, 1);
        }
      y += wh_type_case_get_leading (WH_TEXT_KICKER);
    }

  n_lines = wh_type_case_count_lines (type_case, WH_TEXT_TITLE, title, width, MAX_TITLE_LINES);
  if (cr != NULL)
    {
      wh_set_ink (cr, WH_INK_TEXT);
      wh_type_case_draw (type_case, cr, WH_TEXT_TITLE, title, MARGIN_SIDE, y, width, MAX_TITLE_LINES);
    }
  y += n_lines * wh_type_case_get_leading (WH_TEXT_TITLE) + 3;

  if (self->other_case != NULL)
    {
      if (cr != NULL)
        draw_other_heading (self, cr, y, width);
      y += wh_type_case_get_leading (WH_TEXT_NAME) + 2;
    }

  if (cr != NULL)
    {
      wh_set_ink (cr, WH_INK_SOFT);
      draw_pair (self, cr, WH_TEXT_META, date, count, y, width);
    }
  y += wh_type_case_get_leading (WH_TEXT_META);

  bottom = MAX (y, MARGIN_TOP + 2 * RING_RADIUS);
  if (cr != NULL)
    draw_progress_ring (self, cr, (MARGIN_TOP + bottom) / 2);

  y = bottom + 14;
  if (cr != NULL)
    wh_draw_rule (cr, MARGIN_SIDE, y, get_live_width (self), 0.6, WH_INK_RULE);
  y = set_legend (self, cr, y + 5) + 5;
  if (cr != NULL)
    wh_draw_rule (cr, MARGIN_SIDE, y, get_live_width (self), 0.6, WH_INK_RULE);

  return y;
}

/* In the other language, beside the title, as far as there is room. */
static void
draw_other_title (WhPageLayout             *self,
                  const WhChecklistSection *section,
                  const char               *title,
                  cairo_t                  *cr,
                  double                    middle,
                  double                    width)
{
  double           first = wh_type_case_measure (self->type_case, WH_TEXT_HEADING, title) + COLUMN_GAP;
  g_autofree char *other = NULL;

  if (self->other_case == NULL || section->other_title == NULL || first >= width)
    return;

  other = wh_type_case_clean (section->other_title, FALSE);
  wh_set_ink (cr, WH_INK_SOFT);
  wh_type_case_draw (self->other_case, cr, WH_TEXT_NAME, other, MARGIN_SIDE + first,
                     middle - wh_type_case_get_leading (WH_TEXT_NAME) / 2, width - first, 1);
}

/* How wide the count and the pips at the right of a heading are, with the gap before them. */
static double
get_count_width (WhPageLayout       *self,
                 WhChecklistSection *section)
{
  g_autofree char *count = wh_checklist_dup_count (self->checklist, "paper/fraction", section->n_done, section->n_total);

  return wh_type_case_measure (self->type_case, WH_TEXT_SMALL, count) + 8 +
         wh_pips_get_width (section->n_total) + COLUMN_GAP;
}

static void
draw_heading (WhPageLayout      *self,
              const WhPageBlock *block,
              cairo_t           *cr)
{
  WhChecklistSection *section = get_section (self, block->section);
  double              right = self->width - MARGIN_SIDE;
  double              middle = block->y + wh_type_case_get_leading (WH_TEXT_HEADING) / 2;
  double              width = get_live_width (self) - get_count_width (self, section);
  g_autofree char    *title = wh_type_case_clean (section->title, FALSE);
  g_autofree char    *count = wh_checklist_dup_count (self->checklist, "paper/fraction", section->n_done, section->n_total);

  wh_set_ink (cr, WH_INK_TEXT);
  wh_type_case_draw (self->type_case, cr, WH_TEXT_HEADING, title, MARGIN_SIDE, block->y, width, MAX_HEADING_LINES);
  draw_other_title (self, section, title, cr, middle, width);

  wh_set_ink (cr, WH_INK_SOFT);
  draw_text_at_right (self, cr, WH_TEXT_SMALL, count, right,
                      middle - wh_type_case_get_leading (WH_TEXT_SMALL) / 2);
  right -= wh_type_case_measure (self->type_case, WH_TEXT_SMALL, count) + 8;
  wh_draw_pips (cr, right, middle, section->n_done, section->n_total);

  wh_draw_rule (cr, MARGIN_SIDE, block->y + block->height, get_live_width (self), 1.2, WH_INK_ACCENT);
}

static void
draw_continued (WhPageLayout      *self,
                const WhPageBlock *block,
                cairo_t           *cr)
{
  g_autofree char *title = wh_type_case_clean (get_section (self, block->section)->title, FALSE);
  g_autofree char *continued = wh_checklist_dup_phrase (self->checklist, "paper/continued", "{title}", title, NULL);

  wh_set_ink (cr, WH_INK_SOFT);
  wh_type_case_draw (self->type_case, cr, WH_TEXT_CONTINUED, continued, MARGIN_SIDE, block->y, get_live_width (self), 1);
  wh_draw_rule (cr, MARGIN_SIDE, block->y + block->height, get_live_width (self), 0.6, WH_INK_RULE);
}

static void
draw_item_marks (WhPageLayout          *self,
                 const WhChecklistItem *item,
                 cairo_t               *cr,
                 double                 middle)
{
  double stars_x = self->width - MARGIN_SIDE - WH_STARS_WIDTH;

  wh_draw_box (cr, MARGIN_SIDE, middle, item->status);

  if (item->priority != WH_PRIORITY_NONE)
    draw_tag (self, cr, stars_x - COLUMN_GAP - WH_TAG_WIDTH, middle, item->priority);

  if (item->stars > 0)
    {
      wh_draw_stars (cr, stars_x, middle, item->stars);
    }
  else
    {
      wh_draw_rule (cr, stars_x + (WH_STARS_WIDTH - UNRATED_WIDTH) / 2, middle, UNRATED_WIDTH, 0.9, WH_INK_SOFT);
    }
}

static void
draw_note (WhPageLayout      *self,
           const WhPageBlock *block,
           const char        *text,
           cairo_t           *cr,
           double             y)
{
  double           x = MARGIN_SIDE + ITEM_INDENT;
  double           height = block->n_note_lines * wh_type_case_get_leading (WH_TEXT_NOTE);
  g_autofree char *note = wh_type_case_clean (text, TRUE);

  cairo_rectangle (cr, x, y + 1, 2, height - 2);
  wh_set_ink (cr, WH_INK_FAINT);
  cairo_fill (cr);

  wh_set_ink (cr, WH_INK_TEXT);
  wh_type_case_draw (self->type_case, cr, WH_TEXT_NOTE, note, x + NOTE_INDENT, y, get_note_width (self), MAX_NOTE_LINES);
}

static void
draw_item (WhPageLayout      *self,
           const WhPageBlock *block,
           cairo_t           *cr)
{
  WhChecklistItem *item = get_item (self, block->section, block->item);
  g_autofree char *name = dup_name (item);
  double           x = MARGIN_SIDE + ITEM_INDENT;
  double           y = block->y + ITEM_PADDING;

  draw_item_marks (self, item, cr, y + wh_type_case_get_leading (WH_TEXT_NAME) / 2);

  wh_set_ink (cr, item->status == WH_STATUS_SKIPPED ? WH_INK_SOFT : WH_INK_TEXT);
  wh_type_case_draw (self->type_case, cr, WH_TEXT_NAME, name, x, y, get_name_width (self), MAX_NAME_LINES);
  y += block->n_name_lines * wh_type_case_get_leading (WH_TEXT_NAME);

  if (block->n_summary_lines > 0)
    {
      g_autofree char *summary = wh_type_case_clean (item->summary, FALSE);

      wh_set_ink (cr, WH_INK_SOFT);
      wh_type_case_draw (self->type_case, cr, WH_TEXT_SUMMARY, summary, x, y, get_summary_width (self), MAX_SUMMARY_LINES);
      y += block->n_summary_lines * wh_type_case_get_leading (WH_TEXT_SUMMARY);
    }

  if (block->n_other_lines > 0)
    {
      g_autofree char *other = wh_type_case_clean (item->other_summary, FALSE);

      wh_set_ink (cr, WH_INK_SOFT);
      wh_type_case_draw (self->other_case, cr, WH_TEXT_SUMMARY, other, x, y, get_summary_width (self), MAX_SUMMARY_LINES);
      y += block->n_other_lines * wh_type_case_get_leading (WH_TEXT_SUMMARY);
    }

  if (block->n_note_lines > 0)
    draw_note (self, block, item->note, cr, y + NOTE_GAP);
}

static void
draw_empty (WhPageLayout      *self,
            const WhPageBlock *block,
            cairo_t           *cr)
{
  wh_set_ink (cr, WH_INK_SOFT);
  wh_type_case_draw (self->type_case, cr, WH_TEXT_META, wh_checklist_get_word (self->checklist, "paper/empty"),
                     MARGIN_SIDE, block->y, get_live_width (self), 1);
}

static void
draw_footer (WhPageLayout *self,
             guint         page,
             cairo_t      *cr)
{
  double           y = self->height - FOOTER_RISE;
  g_autofree char *kicker = NULL;
  g_autofree char *title = dup_title (self, &kicker);
  g_autofree char *number = dup_page_number (self, page);
  double           width = wh_type_case_measure (self->type_case, WH_TEXT_SMALL, number);

  wh_set_ink (cr, WH_INK_SOFT);
  draw_pair (self, cr, WH_TEXT_SMALL, title, kicker, y, get_live_width (self) - width - COLUMN_GAP);
  draw_text_at_right (self, cr, WH_TEXT_SMALL, number, self->width - MARGIN_SIDE, y);
}

static void
draw_block (WhPageLayout      *self,
            const WhPageBlock *block,
            gboolean           follows_item,
            cairo_t           *cr)
{
  switch (block->kind)
    {
    case WH_PAGE_BLOCK_MASTHEAD:
      set_masthead (self, cr);
      break;

    case WH_PAGE_BLOCK_HEADING:
      draw_heading (self, block, cr);
      break;

    case WH_PAGE_BLOCK_CONTINUED:
      draw_continued (self, block, cr);
      break;

    case WH_PAGE_BLOCK_ITEM:
      if (follows_item)
        wh_draw_rule (cr, MARGIN_SIDE + ITEM_INDENT, block->y, get_live_width (self) - ITEM_INDENT, 0.6, WH_INK_RULE);
      draw_item (self, block, cr);
      break;

    case WH_PAGE_BLOCK_EMPTY:
      draw_empty (self, block, cr);
      break;

    default:
      g_assert_not_reached ();
    }
}

/* A link that goes nowhere sensible is worse than none: only what a browser opens. */
static gboolean
is_web_address (const char *url)
{
  return url != NULL &&
         (g_str_has_prefix (url, "https://") || g_str_has_prefix (url, "http://")) &&
         g_uri_is_valid (url, G_URI_FLAGS_NONE, NULL) &&
         strpbrk (url, "'\\") == NULL;
}

static void
link_area (cairo_t    *cr,
           const char *target,
           double      x,
           double      y,
           double      width,
           double      height)
{
  char             numbers[4][G_ASCII_DTOSTR_BUF_SIZE];
  double           values[] = { x, y, width, height };
  g_autofree char *attributes = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_ascii_formatd (numbers[i], sizeof numbers[i], "%.2f", values[i]);

  attributes = g_strdup_printf ("%s rect=[%s %s %s %s]", target, numbers[0], numbers[1], numbers[2], numbers[3]);
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

/* Each alternative of a slot leads to its own homepage. */
static void
link_item (WhPageLayout      *self,
           const WhPageBlock *block,
           cairo_t           *cr)
{
  WhChecklistItem *item = get_item (self, block->section, block->item);
  g_autofree char *name = dup_name (item);
  double           leading = wh_type_case_get_leading (WH_TEXT_NAME);
  const char      *rest = name;

  for (guint i = 0; i < item->libraries->len; i++)
    {
      WhChecklistLibrary *library = g_ptr_array_index (item->libraries, i);
      g_autofree char    *part = wh_type_case_clean (library->name, FALSE);
      const char         *start = strstr (rest, part);
      g_autofree char    *target = NULL;
      WhTextSpan          spans[MAX_LINK_SPANS];
      guint               n_spans;

      if (start == NULL)
        break;

      rest = start + strlen (part);
      if (!is_web_address (library->url))
        continue;

      n_spans = wh_type_case_locate (self->type_case, WH_TEXT_NAME, name, get_name_width (self), MAX_NAME_LINES,
                                     start - name, rest - name, spans, G_N_ELEMENTS (spans));
      target = g_strdup_printf ("uri='%s'", library->url);
      for (guint j = 0; j < n_spans; j++)
        link_area (cr, target,
                   MARGIN_SIDE + ITEM_INDENT + spans[j].x, block->y + ITEM_PADDING + spans[j].line * leading,
                   spans[j].width, leading);
    }
}

static const WhPageBlock *
find_heading (WhPageLayout *self,
              guint         section)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const WhPageBlock *block = &g_array_index (self->blocks, WhPageBlock, i);

      if (block->kind == WH_PAGE_BLOCK_HEADING && block->section == section)
        return block;
    }

  g_return_val_if_reached (NULL);
}

/* What goes on from an earlier page leads back to where it begins, the foot of a page to the front. */
static void
link_page (WhPageLayout *self,
           guint         page,
           cairo_t      *cr)
{
  guint n_blocks = self->blocks->len;

  for (guint i = g_array_index (self->first_block, guint, page); i < n_blocks; i++)
    {
      const WhPageBlock *block = &g_array_index (self->blocks, WhPageBlock, i);

      if (block->page != page)
        break;

      if (block->kind == WH_PAGE_BLOCK_ITEM)
        {
          link_item (self, block, cr);
        }
      else if (block->kind == WH_PAGE_BLOCK_CONTINUED)
        {
          const WhPageBlock *heading = find_heading (self, block->section);
          g_autofree char   *target = g_strdup_printf ("page=%u pos=[0 %d]", heading->page + 1, (int) heading->y - 12);

          link_area (cr, target, MARGIN_SIDE, block->y, get_live_width (self), block->height);
        }
    }

  if (page > 0)
    link_area (cr, "page=1 pos=[0 0]", MARGIN_SIDE, self->height - FOOTER_RISE,
               get_live_width (self) / 2, wh_type_case_get_leading (WH_TEXT_SMALL));
}

static double
get_page_bottom (WhPageLayout *self)
{
  return self->height - MARGIN_BOTTOM;
}

/* Puts a block at the place that @page and @y say, and moves @y to its end. */
static void
place (WhPageLayout *self,
       WhPageBlock   block,
       guint         page,
       double       *y)
{
  while (self->first_block->len <= page)
    g_array_append_val (self->first_block, self->blocks->len);

  block.page = page;
  block.y = *y;
  *y += block.height;
  g_array_append_val (self->blocks, block);
}

static WhPageBlock
measure_heading (WhPageLayout *self,
                 guint         section)
{
  g_autofree char *title = wh_type_case_clean (get_section (self, section)->title, FALSE);
  double           width = get_live_width (self) - get_count_width (self, get_section (self, section));
  guint            n_lines = wh_type_case_count_lines (self->type_case, WH_TEXT_HEADING, title, width, MAX_HEADING_LINES);

  return (WhPageBlock) {
    .kind = WH_PAGE_BLOCK_HEADING,
    .height = n_lines * wh_type_case_get_leading (WH_TEXT_HEADING) + HEADING_GAP,
    .section = section,
  };
}

/* @type_case and @text: (nullable) */
static guint
count_summary_lines (WhPageLayout *self,
                     WhTypeCase   *type_case,
                     const char   *text)
{
  g_autofree char *clean = NULL;

  if (type_case == NULL || text == NULL || *text == '\0')
    return 0;

  clean = wh_type_case_clean (text, FALSE);
  return wh_type_case_count_lines (type_case, WH_TEXT_SUMMARY, clean, get_summary_width (self), MAX_SUMMARY_LINES);
}

static WhPageBlock
measure_item (WhPageLayout *self,
              guint         section,
              guint         index)
{
  WhChecklistItem *item = get_item (self, section, index);
  g_autofree char *name = dup_name (item);
  WhPageBlock      block = { .kind = WH_PAGE_BLOCK_ITEM, .section = section, .item = index };

  block.n_name_lines = wh_type_case_count_lines (self->type_case, WH_TEXT_NAME, name, get_name_width (self), MAX_NAME_LINES);
  block.height = 2 * ITEM_PADDING + block.n_name_lines * wh_type_case_get_leading (WH_TEXT_NAME);

  block.n_summary_lines = count_summary_lines (self, self->type_case, item->summary);
  block.n_other_lines = count_summary_lines (self, self->other_case, item->other_summary);
  block.height += (block.n_summary_lines + block.n_other_lines) * wh_type_case_get_leading (WH_TEXT_SUMMARY);

  if (item->note != NULL && *item->note != '\0')
    {
      g_autofree char *note = wh_type_case_clean (item->note, TRUE);

      block.n_note_lines = wh_type_case_count_lines (self->type_case, WH_TEXT_NOTE, note,
                                                     get_note_width (self), MAX_NOTE_LINES);
      block.height += NOTE_GAP + block.n_note_lines * wh_type_case_get_leading (WH_TEXT_NOTE);
    }

  return block;
}

/* Places one section from @page and @y on. */
static void
place_section (WhPageLayout *self,
               guint         section,
               guint        *page,
               double       *y)
{
  guint       n_items = get_section (self, section)->items->len;
  WhPageBlock heading = measure_heading (self, section);
  WhPageBlock ahead[2] = { 0 };
  double      together = heading.height;

  for (guint i = 0; i < MIN (n_items, G_N_ELEMENTS (ahead)); i++)
    {
      ahead[i] = measure_item (self, section, i);
      together += ahead[i].height;
    }

  if (*y > MARGIN_TOP)
    *y += SECTION_GAP;

  if (*y + together > get_page_bottom (self))
    {
      (*page)++;
      *y = MARGIN_TOP;
    }

  place (self, heading, *page, y);
  for (guint i = 0; i < n_items; i++)
    {
      WhPageBlock item = i < G_N_ELEMENTS (ahead) ? ahead[i] : measure_item (self, section, i);

      if (*y + item.height > get_page_bottom (self))
        {
          WhPageBlock continued = {
            .kind = WH_PAGE_BLOCK_CONTINUED,
            .height = wh_type_case_get_leading (WH_TEXT_CONTINUED) + CONTINUED_GAP,
            .section = section,
          };

          (*page)++;
          *y = MARGIN_TOP;
          place (self, continued, *page, y);
        }

      place (self, item, *page, y);
    }
}

static void
lay_out (WhPageLayout *self)
{
  WhPageBlock masthead = { .kind = WH_PAGE_BLOCK_MASTHEAD, .height = set_masthead (self, NULL) - MARGIN_TOP };
  double      y = MARGIN_TOP;
  guint       page = 0;

  place (self, masthead, page, &y);
  y += MASTHEAD_GAP - SECTION_GAP;

  for (guint i = 0; i < self->checklist->sections->len; i++)
    place_section (self, i, &page, &y);

  if (self->checklist->sections->len == 0)
    {
      WhPageBlock empty = { .kind = WH_PAGE_BLOCK_EMPTY, .height = wh_type_case_get_leading (WH_TEXT_META) };

      y += SECTION_GAP;
      place (self, empty, page, &y);
    }

  self->n_pages = page + 1;
}

static void
need_text (WhTypeCase *type_case,
           const char *text)
{
  g_autofree char *clean = NULL;

  if (type_case == NULL || text == NULL)
    return;

  clean = wh_type_case_clean (text, TRUE);
  wh_type_case_need (type_case, clean);
}

static void
look_over_item (WhPageLayout          *self,
                const WhChecklistItem *item)
{
  for (guint i = 0; i < item->libraries->len; i++)
    need_text (self->type_case, ((WhChecklistLibrary *) g_ptr_array_index (item->libraries, i))->name);

  need_text (self->type_case, item->summary);
  need_text (self->other_case, item->other_summary);
  need_text (self->type_case, item->note);

  self->has_priority[item->priority] = TRUE;
  self->has_unrated |= item->stars == 0;
}

/* Learns what the legend must explain and which characters the fonts must have. */
static void
look_over (WhPageLayout *self)
{
  const WhChecklist *checklist = self->checklist;
  GHashTableIter     iter;
  gpointer           word;

  need_text (self->type_case, checklist->title);
  need_text (self->type_case, checklist->subtitle);
  need_text (self->other_case, checklist->other_heading);

  g_hash_table_iter_init (&iter, checklist->words);
  while (g_hash_table_iter_next (&iter, NULL, &word))
    need_text (self->type_case, word);

  for (guint i = 0; i < checklist->sections->len; i++)
    {
      WhChecklistSection *section = get_section (self, i);

      need_text (self->type_case, section->title);
      need_text (self->other_case, section->other_title);
      for (guint j = 0; j < section->items->len; j++)
        look_over_item (self, get_item (self, i, j));
    }
}

static void
wh_page_layout_finalize (GObject *object)
{
  WhPageLayout *self = WH_PAGE_LAYOUT (object);

  g_clear_object (&self->type_case);
  g_clear_object (&self->other_case);
  g_clear_pointer (&self->checklist, wh_checklist_unref);
  g_array_unref (self->blocks);
  g_array_unref (self->first_block);

  G_OBJECT_CLASS (wh_page_layout_parent_class)->finalize (object);
}

static void
wh_page_layout_class_init (WhPageLayoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wh_page_layout_finalize;
}

static void
wh_page_layout_init (WhPageLayout *self)
{
  self->blocks = g_array_new (FALSE, FALSE, sizeof (WhPageBlock));
  self->first_block = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * wh_page_layout_new:
 * @checklist: (transfer none): a reference is kept; it must not be changed any more
 *
 * Sets @checklist on pages. Fails with %WH_PRINT_ERROR_NO_FONT when no installed
 * font has the characters, naming them and what to install.
 *
 * Returns: (transfer full): the pages, at least one
 */
WhPageLayout *
wh_page_layout_new (WhChecklist *checklist,
                    WhPaper      paper,
                    GError     **error)
{
  g_autoptr (WhPageLayout) self = g_object_new (WH_TYPE_PAGE_LAYOUT, NULL);

  self->checklist = wh_checklist_ref (checklist);
  self->type_case = wh_type_case_new (checklist->language);
  if (checklist->other_language != NULL)
    self->other_case = wh_type_case_new (checklist->other_language);
  self->width = paper_sizes[paper][0];
  self->height = paper_sizes[paper][1];

  look_over (self);
  if (!wh_type_case_check (self->type_case, error) ||
      (self->other_case != NULL && !wh_type_case_check (self->other_case, error)))
    return NULL;

  lay_out (self);

  return g_steal_pointer (&self);
}

const WhChecklist *
wh_page_layout_get_checklist (WhPageLayout *self)
{
  g_return_val_if_fail (WH_IS_PAGE_LAYOUT (self), NULL);

  return self->checklist;
}

guint
wh_page_layout_get_n_pages (WhPageLayout *self)
{
  g_return_val_if_fail (WH_IS_PAGE_LAYOUT (self), 0);

  return self->n_pages;
}

/* In points. */
void
wh_page_layout_get_page_size (WhPageLayout *self,
                              double       *width,
                              double       *height)
{
  g_return_if_fail (WH_IS_PAGE_LAYOUT (self));

  *width = self->width;
  *height = self->height;
}

/* Returns: (transfer none) (array length=n_blocks): what stands on the pages, in order */
const WhPageBlock *
wh_page_layout_get_blocks (WhPageLayout *self,
                           guint        *n_blocks)
{
  g_return_val_if_fail (WH_IS_PAGE_LAYOUT (self), NULL);

  *n_blocks = self->blocks->len;
  return (const WhPageBlock *) self->blocks->data;
}

/* Where on a page the blocks may begin, and where they must have ended; in points from its top. */
void
wh_page_layout_get_margins (WhPageLayout *self,
                            double       *top,
                            double       *bottom)
{
  g_return_if_fail (WH_IS_PAGE_LAYOUT (self));

  *top = MARGIN_TOP;
  *bottom = get_page_bottom (self);
}

/**
 * wh_page_layout_draw_page:
 * @page: from 0
 * @cr: one unit is one point, the origin the page's top left
 */
void
wh_page_layout_draw_page (WhPageLayout *self,
                          guint         page,
                          cairo_t      *cr)
{
  gboolean follows_item = FALSE;

  g_return_if_fail (WH_IS_PAGE_LAYOUT (self));
  g_return_if_fail (page < self->n_pages);

  for (guint i = g_array_index (self->first_block, guint, page); i < self->blocks->len; i++)
    {
      const WhPageBlock *block = &g_array_index (self->blocks, WhPageBlock, i);

      if (block->page != page)
        break;

      draw_block (self, block, follows_item, cr);
      follows_item = block->kind == WH_PAGE_BLOCK_ITEM;
    }

  draw_footer (self, page, cr);
}

/* The same page with its links, for a document that has all of the pages. */
void
wh_page_layout_draw_linked_page (WhPageLayout *self,
                                 guint         page,
                                 cairo_t      *cr)
{
  wh_page_layout_draw_page (self, page, cr);
  link_page (self, page, cr);
}
