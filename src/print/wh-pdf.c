/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "wh-clean-text.h"
#include "wh-page-links.h"
#include "wh-pdf.h"
#include "wh-print-error.h"

typedef struct
{
  GOutputStream *stream;
  GCancellable  *cancellable;
  GError        *error;
} Sink;

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  Sink *sink = closure;

  /* Cairo goes on to the end after a failure; the first error is the one to tell. */
  if (sink->error != NULL ||
      !g_output_stream_write_all (sink->stream, data, length, NULL, sink->cancellable, &sink->error))
    return CAIRO_STATUS_WRITE_ERROR;

  return CAIRO_STATUS_SUCCESS;
}

/* The day alone, so that whoever exports twice on a day gets the same bytes. */
static void
set_metadata (cairo_surface_t   *surface,
              const WhChecklist *checklist)
{
  g_autofree char *date = g_date_time_format (checklist->date, "%Y-%m-%dT00:00:00");
  g_autofree char *printed_date = wh_checklist_dup_date (checklist);
  g_autofree char *count = wh_checklist_dup_count (checklist, "paper/count", checklist->n_done, checklist->n_total);
  g_autofree char *subject = g_strdup_printf ("%s · %s", printed_date, count);
  g_autofree char *title = wh_checklist_dup_heading (checklist);
  g_autofree char *clean_title = wh_clean_text (title, FALSE);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, clean_title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, "Wheelhouse");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Wheelhouse " PACKAGE_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

static void
draw_pages (cairo_surface_t *surface,
            WhPageLayout    *layout,
            Sink            *sink)
{
  cairo_t *cr = cairo_create (surface);
  guint    n_pages = wh_page_layout_get_n_pages (layout);

  for (guint page = 0; page < n_pages; page++)
    {
      if (sink->error != NULL || g_cancellable_set_error_if_cancelled (sink->cancellable, &sink->error))
        break;

      wh_page_layout_draw_page (layout, page, cr);
      wh_page_links_draw (layout, page, cr);
      cairo_show_page (cr);
    }

  cairo_destroy (cr);
}

/**
 * wh_pdf_write:
 *
 * Writes the pages as a PDF with outline, links and metadata. The same checklist
 * and fonts give the same bytes. The stream is not closed; what has been written
 * to it when this fails is no document.
 */
gboolean
wh_pdf_write (WhPageLayout  *layout,
              GOutputStream *stream,
              GCancellable  *cancellable,
              GError       **error)
{
  Sink             sink = { .stream = stream, .cancellable = cancellable };
  cairo_surface_t *surface;
  cairo_status_t   status;
  double           width;
  double           height;

  wh_page_layout_get_page_size (layout, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (write_cb, &sink, width, height);
  set_metadata (surface, wh_page_layout_get_checklist (layout));
  wh_page_links_add_outline (layout, surface);
  draw_pages (surface, layout, &sink);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (sink.error != NULL)
    {
      g_propagate_error (error, sink.error);
      return FALSE;
    }

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, WH_PRINT_ERROR, WH_PRINT_ERROR_FAILED,
                   _ ("The PDF could not be made: %s"), cairo_status_to_string (status));
      return FALSE;
    }

  return TRUE;
}
