/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-checklist-file.h"
#include "wh-document.h"
#include "wh-pdf.h"

/* A checklist as a file of any format, for the window and for the command line. */

/* Returns: (transfer none): the names of the formats, which are also the endings of their files */
const char *const *
wh_document_list_formats (void)
{
  static const char *const formats[] = { "pdf", "md", "json", NULL };

  return formats;
}

/* What separates folders, on any system, cannot be in a name.
 *
 * Returns: (transfer full): a name for the file, without the ending
 */
char *
wh_document_dup_name (const WhChecklist *checklist)
{
  return g_strdelimit (g_strdup (checklist->subtitle != NULL ? checklist->subtitle : checklist->title), "/\\:", '-');
}

/* By its name alone the desktop knows a checklist from any other JSON.
 *
 * Returns: (transfer full): a name for the file, with the ending
 */
char *
wh_document_dup_file_name (const WhChecklist *checklist,
                           WhDocumentFormat   format)
{
  g_autofree char *name = wh_document_dup_name (checklist);

  return g_strconcat (name, format == WH_DOCUMENT_JSON ? ".wheelhouse." : ".", wh_document_list_formats ()[format], NULL);
}

static gboolean
write_document (WhChecklist     *checklist,
                WhDocumentFormat format,
                WhPaper          paper,
                GOutputStream   *stream,
                GCancellable    *cancellable,
                GError         **error)
{
  g_autoptr (WhPageLayout) layout = NULL;

  switch (format)
    {
    case WH_DOCUMENT_MARKDOWN:
      return wh_checklist_write_markdown (checklist, stream, cancellable, error);

    case WH_DOCUMENT_JSON:
      return wh_checklist_write_json (checklist, stream, cancellable, error);

    case WH_DOCUMENT_PDF:
    default:
      return (layout = wh_page_layout_new (checklist, paper, error)) &&
             wh_pdf_write (layout, stream, cancellable, error);
    }
}

/**
 * wh_document_make:
 * @paper: what a PDF is laid out for
 *
 * Returns: (transfer full) (nullable): the contents of the file
 */
GBytes *
wh_document_make (WhChecklist     *checklist,
                  WhDocumentFormat format,
                  WhPaper          paper,
                  GCancellable    *cancellable,
                  GError         **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  if (!write_document (checklist, format, paper, stream, cancellable, error) ||
      !g_output_stream_close (stream, cancellable, error))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}
