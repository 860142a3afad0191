/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdlib.h>
#include <time.h>

#include "sample-checklist.h"
#include "wh-marks.h"
#include "wh-pdf.h"

/* A PDF of many items against its floor: the same ink, put down by a bare loop over
 * Pango and Cairo that knows every place beforehand, makes no links and looks after
 * nothing. CPU time, the better of some runs.
 */

#define N_ITEMS 10000
#define N_FEW 300
#define N_RUNS 3
#define LIMIT 1.25
#define LIMIT_FEW 0.2

#define ROWS_A_PAGE 15
#define ROW_HEIGHT 41.0
#define MARGIN 54.0

typedef void (*WorkFunc) (WhChecklist *checklist);

static cairo_status_t
discard_cb (void                *closure,
            const unsigned char *data,
            unsigned int         length)
{
  return CAIRO_STATUS_SUCCESS;
}

static void
make_pdf (WhChecklist *checklist)
{
  g_autoptr (GFile) null = g_file_new_for_path ("/dev/null");
  g_autoptr (GOutputStream) stream = G_OUTPUT_STREAM (g_file_append_to (null, G_FILE_CREATE_NONE, NULL, NULL));
  g_autoptr (WhPageLayout) layout = wh_page_layout_new (checklist, WH_PAPER_A4, NULL);

  if (!wh_pdf_write (layout, stream, NULL, NULL))
    g_error ("The PDF could not be made");
}

static void
show (cairo_t     *cr,
      PangoLayout *layout,
      const char  *text,
      double       x,
      double       y)
{
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (layout, 0));
}

static PangoLayout *
create_layout (PangoContext *context,
               const char   *font)
{
  PangoLayout          *layout = pango_layout_new (context);
  PangoFontDescription *description = pango_font_description_from_string (font);

  pango_layout_set_font_description (layout, description);
  pango_layout_set_width (layout, 460 * PANGO_SCALE);
  pango_font_description_free (description);

  return layout;
}

static void
draw_bare_item (cairo_t               *cr,
                const WhChecklistItem *item,
                PangoLayout           *bold,
                PangoLayout           *regular,
                PangoLayout           *small,
                double                 y)
{
  const WhChecklistLibrary *library = g_ptr_array_index (item->libraries, 0);

  wh_draw_rule (cr, MARGIN, y, 487, 0.6, WH_INK_RULE);
  wh_draw_box (cr, MARGIN, y + 12, item->status);
  wh_set_ink (cr, wh_draw_tag (cr, 459, y + 12, item->priority));
  show (cr, small, wh_priority_to_key (item->priority), 463, y + 15);
  if (item->stars > 0)
    wh_draw_stars (cr, 488, y + 12, item->stars);

  wh_set_ink (cr, WH_INK_TEXT);
  show (cr, bold, library->name, MARGIN + 25, y + 16);
  wh_set_ink (cr, WH_INK_SOFT);
  show (cr, regular, item->summary, MARGIN + 25, y + 29);
  if (item->note != NULL)
    show (cr, regular, item->note, MARGIN + 34, y + 40);
}

static void
run_bare_loop (WhChecklist *checklist)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (discard_cb, NULL, 595, 842);
  cairo_t         *cr = cairo_create (surface);
  g_autoptr (PangoFontMap) font_map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (font_map);
  g_autoptr (PangoLayout) bold = create_layout (context, "Noto Sans CJK SC,sans-serif bold 8.25");
  g_autoptr (PangoLayout) regular = create_layout (context, "Noto Sans CJK SC,sans-serif 7.125");
  g_autoptr (PangoLayout) small = create_layout (context, "Noto Sans CJK SC,sans-serif bold 5.625");
  guint row = 0;

  pango_context_set_language (context, pango_language_from_string ("zh-cn"));
  for (guint i = 0; i < checklist->sections->len; i++)
    {
      const WhChecklistSection *section = g_ptr_array_index (checklist->sections, i);

      for (guint j = 0; j < section->items->len; j++)
        {
          draw_bare_item (cr, g_ptr_array_index (section->items, j), bold, regular, small, MARGIN + row * ROW_HEIGHT);
          if (++row == ROWS_A_PAGE)
            {
              cairo_show_page (cr);
              row = 0;
            }
        }
    }

  g_object_unref (context);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
}

/* Returns: the seconds of CPU that it takes */
static double
measure (WorkFunc     func,
         WhChecklist *checklist)
{
  clock_t start = clock ();

  func (checklist);

  return (double) (clock () - start) / CLOCKS_PER_SEC;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (WhChecklist) many = sample_checklist_new_long ("zh_CN", N_ITEMS);
  g_autoptr (WhChecklist) few = sample_checklist_new_long ("zh_CN", N_FEW);
  double pdf = G_MAXDOUBLE;
  double floor = G_MAXDOUBLE;
  double pdf_few = G_MAXDOUBLE;

  for (guint i = 0; i < N_RUNS; i++)
    {
      pdf = MIN (pdf, measure (make_pdf, many));
      floor = MIN (floor, measure (run_bare_loop, many));
      pdf_few = MIN (pdf_few, measure (make_pdf, few));
    }

  g_print ("PDF, %d items: %.2f s; bare Pango loop: %.2f s; ratio %.2f (at most %.2f)\n",
           N_ITEMS, pdf, floor, pdf / floor, LIMIT);
  g_print ("PDF, %d items: %.0f ms (about %.0f)\n", N_FEW, pdf_few * 1000, LIMIT_FEW * 1000);

  return EXIT_SUCCESS;
}
