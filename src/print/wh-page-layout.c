/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-marks.h"
#include "wh-page-layout.h"

/**
 * WhPageLayout:
 *
 * A checklist set on pages. It decides once, in wh_page_layout_new(), what
 * stands where, and then draws any page on anything that Cairo draws on: a PDF,
 * a printer, a preview.
 *
 * A heading stays with its first two items and no item is split.
 *
 * It keeps where each item stands, a few numbers, and not the shaped text, so
 * ten thousand items take no more memory than ten.
 *
 * It may be made on one thread and drawn on another, but not both at once.
 */
struct _WhPageLayout
{
  GObject parent_instance;

  WhSheet *sheet;

  GArray *blocks;      /* WhPageBlock, in page order */
  GArray *first_block; /* guint, for each page */
  guint   n_pages;
};

G_DEFINE_FINAL_TYPE (WhPageLayout, wh_page_layout, G_TYPE_OBJECT)

/* In points. */
#define FOOTER_RISE 44.0
#define MASTHEAD_GAP 22.0
#define SECTION_GAP 20.0

/* Where the next block comes to stand. */
typedef struct
{
  guint  page;
  double y;
} Place;

static void
turn_page (Place *place)
{
  place->page++;
  place->y = WH_SHEET_TOP;
}

static gboolean
has_room (WhPageLayout *self,
          const Place  *place,
          double        height)
{
  return place->y + height <= wh_sheet_get_bottom (self->sheet);
}

/* Puts a block at @place, and moves @place to its end. */
static void
put (WhPageLayout *self,
     WhPageBlock   block,
     Place        *place)
{
  while (self->first_block->len <= place->page)
    g_array_append_val (self->first_block, self->blocks->len);

  block.page = place->page;
  block.y = place->y;
  place->y += block.height;
  g_array_append_val (self->blocks, block);
}

/* The heading stands with its first two items, or with its only one. */
static void
put_heading (WhPageLayout *self,
             guint         section,
             guint         n_items,
             Place        *place)
{
  WhPageBlock heading = wh_page_block_measure (self->sheet, WH_PAGE_BLOCK_HEADING, section, 0);
  double      together = heading.height;

  for (guint i = 0; i < MIN (n_items, 2); i++)
    together += wh_page_block_measure (self->sheet, WH_PAGE_BLOCK_ITEM, section, i).height;

  if (place->y > WH_SHEET_TOP)
    place->y += SECTION_GAP;

  if (!has_room (self, place, together))
    turn_page (place);

  put (self, heading, place);
}

static void
put_section (WhPageLayout *self,
             guint         section,
             Place        *place)
{
  guint n_items = wh_sheet_get_section (self->sheet, section)->items->len;

  put_heading (self, section, n_items, place);
  for (guint i = 0; i < n_items; i++)
    {
      WhPageBlock item = wh_page_block_measure (self->sheet, WH_PAGE_BLOCK_ITEM, section, i);

      if (!has_room (self, place, item.height))
        {
          turn_page (place);
          put (self, wh_page_block_measure (self->sheet, WH_PAGE_BLOCK_CONTINUED, section, 0), place);
        }

      put (self, item, place);
    }
}

static void
lay_out (WhPageLayout *self)
{
  Place place = { .page = 0, .y = WH_SHEET_TOP };
  guint n_sections = self->sheet->checklist->sections->len;

  put (self, wh_page_block_measure (self->sheet, WH_PAGE_BLOCK_MASTHEAD, 0, 0), &place);
  place.y += MASTHEAD_GAP - SECTION_GAP;

  for (guint i = 0; i < n_sections; i++)
    put_section (self, i, &place);

  if (n_sections == 0)
    {
      place.y += SECTION_GAP;
      put (self, wh_page_block_measure (self->sheet, WH_PAGE_BLOCK_EMPTY, 0, 0), &place);
    }

  self->n_pages = place.page + 1;
}

static char *
dup_page_number (WhPageLayout *self,
                 guint         page)
{
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *total = g_strdup_printf ("%u", self->n_pages);

  return wh_checklist_dup_phrase (self->sheet->checklist, "paper/page", "{page}", number, "{pages}", total, NULL);
}

static void
draw_footer (WhPageLayout *self,
             guint         page,
             cairo_t      *cr)
{
  const WhSheet   *sheet = self->sheet;
  double           y = wh_page_layout_get_footer (self);
  g_autofree char *kicker = NULL;
  g_autofree char *title = wh_sheet_dup_title (sheet, &kicker);
  g_autofree char *number = dup_page_number (self, page);
  double           width = wh_type_case_measure (sheet->type_case, WH_TEXT_SMALL, number);

  wh_set_ink (cr, WH_INK_SOFT);
  wh_sheet_draw_pair (sheet, cr, WH_TEXT_SMALL, title, kicker, y, wh_sheet_get_live_width (sheet) - width - WH_SHEET_GAP);
  wh_sheet_draw_text_at_right (sheet, cr, WH_TEXT_SMALL, number, wh_sheet_get_right (sheet), y);
}

static void
wh_page_layout_finalize (GObject *object)
{
  WhPageLayout *self = WH_PAGE_LAYOUT (object);

  g_clear_pointer (&self->sheet, wh_sheet_free);
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
 * Returns: (transfer full) (nullable): the pages, at least one
 */
WhPageLayout *
wh_page_layout_new (WhChecklist *checklist,
                    WhPaper      paper,
                    GError     **error)
{
  g_autoptr (WhPageLayout) self = g_object_new (WH_TYPE_PAGE_LAYOUT, NULL);

  if (!(self->sheet = wh_sheet_new (checklist, paper, error)))
    return NULL;

  lay_out (self);

  return g_steal_pointer (&self);
}

const WhChecklist *
wh_page_layout_get_checklist (WhPageLayout *self)
{
  g_return_val_if_fail (WH_IS_PAGE_LAYOUT (self), NULL);

  return self->sheet->checklist;
}

/* Returns: (transfer none): what the pages are set with */
const WhSheet *
wh_page_layout_get_sheet (WhPageLayout *self)
{
  g_return_val_if_fail (WH_IS_PAGE_LAYOUT (self), NULL);

  return self->sheet;
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

  *width = self->sheet->width;
  *height = self->sheet->height;
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

/* Returns: the number of the first block on @page */
guint
wh_page_layout_get_first_block (WhPageLayout *self,
                                guint         page)
{
  g_return_val_if_fail (WH_IS_PAGE_LAYOUT (self), 0);
  g_return_val_if_fail (page < self->n_pages, 0);

  return g_array_index (self->first_block, guint, page);
}

/* Where on a page the blocks may begin, and where they must have ended; in points from its top. */
void
wh_page_layout_get_margins (WhPageLayout *self,
                            double       *top,
                            double       *bottom)
{
  g_return_if_fail (WH_IS_PAGE_LAYOUT (self));

  *top = WH_SHEET_TOP;
  *bottom = wh_sheet_get_bottom (self->sheet);
}

/* Returns: the top of a page's footer */
double
wh_page_layout_get_footer (WhPageLayout *self)
{
  g_return_val_if_fail (WH_IS_PAGE_LAYOUT (self), 0);

  return self->sheet->height - FOOTER_RISE;
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

  for (guint i = wh_page_layout_get_first_block (self, page); i < self->blocks->len; i++)
    {
      const WhPageBlock *block = &g_array_index (self->blocks, WhPageBlock, i);

      if (block->page != page)
        break;

      wh_page_block_draw (block, self->sheet, follows_item, cr);
      follows_item = block->kind == WH_PAGE_BLOCK_ITEM;
    }

  draw_footer (self, page, cr);
}
