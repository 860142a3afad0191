/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <cairo-pdf.h>
#include <string.h>

#include "wh-clean-text.h"
#include "wh-page-item.h"
#include "wh-page-links.h"

/* What leads somewhere in a document that has all of the pages: the outline, the names of
 * libraries, what goes on from an earlier page, the foot of a page.
 */

/* A heading is not jumped to right at the window's edge. */
#define HEADING_RISE 12

static char *
dup_heading_target (const WhPageBlock *heading)
{
  return g_strdup_printf ("page=%u pos=[0 %d]", heading->page + 1, (int) heading->y - HEADING_RISE);
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
link_area (cairo_t          *cr,
           const char       *target,
           cairo_rectangle_t area)
{
  char             numbers[4][G_ASCII_DTOSTR_BUF_SIZE];
  double           values[] = { area.x, area.y, area.width, area.height };
  g_autofree char *attributes = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_ascii_formatd (numbers[i], sizeof numbers[i], "%.2f", values[i]);

  attributes = g_strdup_printf ("%s rect=[%s %s %s %s]", target, numbers[0], numbers[1], numbers[2], numbers[3]);
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

/* Each alternative of a slot leads to its own homepage. */
static void
link_item (const WhPageBlock *block,
           const WhSheet     *sheet,
           cairo_t           *cr)
{
  const WhChecklistItem *item = wh_page_item_get (block, sheet);
  g_autofree char       *name = wh_page_item_dup_name (item);
  const char            *rest = name;

  for (guint i = 0; i < item->libraries->len; i++)
    {
      WhChecklistLibrary *library = g_ptr_array_index (item->libraries, i);
      g_autofree char    *part = wh_clean_text (library->name, FALSE);
      const char         *start = strstr (rest, part);
      g_autofree char    *target = NULL;
      cairo_rectangle_t   areas[WH_PAGE_ITEM_MAX_NAME_LINES];
      guint               n_areas;

      if (start == NULL)
        break;

      rest = start + strlen (part);
      if (!is_web_address (library->url))
        continue;

      n_areas = wh_page_item_locate (block, sheet, name, start - name, rest - name, areas);
      target = g_strdup_printf ("uri='%s'", library->url);
      for (guint j = 0; j < n_areas; j++)
        link_area (cr, target, areas[j]);
    }
}

static const WhPageBlock *
find_heading (const WhPageBlock *blocks,
              guint              n_blocks,
              guint              section)
{
  for (guint i = 0; i < n_blocks; i++)
    if (blocks[i].kind == WH_PAGE_BLOCK_HEADING && blocks[i].section == section)
      return &blocks[i];

  g_return_val_if_reached (NULL);
}

/* What goes on from an earlier page leads back to where it begins. */
static void
link_continued (const WhPageBlock *block,
                const WhPageBlock *heading,
                const WhSheet     *sheet,
                cairo_t           *cr)
{
  g_autofree char  *target = dup_heading_target (heading);
  cairo_rectangle_t area = { WH_SHEET_LEFT, block->y, wh_sheet_get_live_width (sheet), block->height };

  link_area (cr, target, area);
}

/* The title at the foot of a page leads to the front. */
static void
link_footer (WhPageLayout  *layout,
             const WhSheet *sheet,
             cairo_t       *cr)
{
  cairo_rectangle_t area = {
    WH_SHEET_LEFT,
    wh_page_layout_get_footer (layout),
    wh_sheet_get_live_width (sheet) / 2,
    wh_type_case_get_leading (WH_TEXT_SMALL),
  };

  link_area (cr, "page=1 pos=[0 0]", area);
}

/* Adds the sections under the title. */
void
wh_page_links_add_outline (WhPageLayout    *layout,
                           cairo_surface_t *surface)
{
  const WhSheet     *sheet = wh_page_layout_get_sheet (layout);
  const WhPageBlock *blocks;
  guint              n_blocks;
  g_autofree char   *kicker = NULL;
  g_autofree char   *title = wh_sheet_dup_title (sheet, &kicker);
  int                top = cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, title, "page=1 pos=[0 0]",
                                                          CAIRO_PDF_OUTLINE_FLAG_OPEN | CAIRO_PDF_OUTLINE_FLAG_BOLD);

  blocks = wh_page_layout_get_blocks (layout, &n_blocks);
  for (guint i = 0; i < n_blocks; i++)
    if (blocks[i].kind == WH_PAGE_BLOCK_HEADING)
      {
        g_autofree char *name = wh_clean_text (wh_sheet_get_section (sheet, blocks[i].section)->title, FALSE);
        g_autofree char *target = dup_heading_target (&blocks[i]);

        cairo_pdf_surface_add_outline (surface, top, name, target, 0);
      }
}

/**
 * wh_page_links_draw:
 * @page: from 0
 *
 * Adds the links of a page that has just been drawn on a PDF.
 */
void
wh_page_links_draw (WhPageLayout *layout,
                    guint         page,
                    cairo_t      *cr)
{
  const WhSheet     *sheet = wh_page_layout_get_sheet (layout);
  const WhPageBlock *blocks;
  guint              n_blocks;

  blocks = wh_page_layout_get_blocks (layout, &n_blocks);
  for (guint i = wh_page_layout_get_first_block (layout, page); i < n_blocks && blocks[i].page == page; i++)
    {
      if (blocks[i].kind == WH_PAGE_BLOCK_ITEM)
        link_item (&blocks[i], sheet, cr);
      else if (blocks[i].kind == WH_PAGE_BLOCK_CONTINUED)
        link_continued (&blocks[i], find_heading (blocks, n_blocks, blocks[i].section), sheet, cr);
    }

  if (page > 0)
    link_footer (layout, sheet, cr);
}
