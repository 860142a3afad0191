/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "wh-sheet.h"

G_BEGIN_DECLS

/* In the order of their names. */
typedef enum
{
  WH_DOCUMENT_PDF,
  WH_DOCUMENT_MARKDOWN,
  WH_DOCUMENT_JSON,
} WhDocumentFormat;

const char *const *wh_document_list_formats (void);
char              *wh_document_dup_name (const WhChecklist *checklist);
char              *wh_document_dup_file_name (const WhChecklist *checklist,
                                              WhDocumentFormat   format);
GBytes            *wh_document_make (WhChecklist     *checklist,
                                     WhDocumentFormat format,
                                     WhPaper          paper,
                                     GCancellable    *cancellable,
                                     GError         **error);

G_END_DECLS
