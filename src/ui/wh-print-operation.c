/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-document.h"

#include "wh-print-operation.h"

/* The pages stand for themselves, margins included. On other paper than they
 * were laid out for they are made to fit.
 */
static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              gpointer           user_data)
{
  WhPageLayout *layout = user_data;
  cairo_t      *cr = gtk_print_context_get_cairo_context (context);
  double        paper_width = gtk_print_context_get_width (context);
  double        paper_height = gtk_print_context_get_height (context);
  double        width;
  double        height;
  double        scale;

  wh_page_layout_get_page_size (layout, &width, &height);
  scale = MIN (1, MIN (paper_width / width, paper_height / height));

  cairo_translate (cr, (paper_width - width * scale) / 2, (paper_height - height * scale) / 2);
  cairo_scale (cr, scale, scale);
  wh_page_layout_draw_page (layout, page, cr);
}

static GtkPageSetup *
create_page_setup (WhPageLayout *layout)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  gboolean      is_letter = wh_page_layout_get_sheet (layout)->paper == WH_PAPER_LETTER;
  g_autoptr (GtkPaperSize) size = gtk_paper_size_new (is_letter ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);

  return setup;
}

/* Who prints to a file finds the name that exporting would have given it. */
static GtkPrintSettings *
create_settings (const char *name)
{
  GtkPrintSettings *settings = gtk_print_settings_new ();

  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);

  return settings;
}

/**
 * wh_print_operation_new:
 *
 * Makes what prints the pages of @layout, each drawn as in the PDF and in the
 * preview.
 *
 * Returns: (transfer full): the operation, to be run
 */
GtkPrintOperation *
wh_print_operation_new (WhPageLayout *layout)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autofree char   *name = wh_document_dup_name (wh_page_layout_get_checklist (layout));
  g_autoptr (GtkPageSetup) setup = create_page_setup (layout);
  g_autoptr (GtkPrintSettings) settings = create_settings (name);

  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_n_pages (operation, wh_page_layout_get_n_pages (layout));
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb),
                         g_object_ref (layout), (GClosureNotify) g_object_unref, 0);

  return operation;
}
