/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-catalogue-reader.h"

G_BEGIN_DECLS

#define WH_PO_ERROR (wh_po_error_quark ())

/**
 * WhPoError:
 * @WH_PO_ERROR_INVALID: the file is no PO file; the message has its lines
 * @WH_PO_ERROR_FAILED: it cannot be read or written
 */
typedef enum
{
  WH_PO_ERROR_INVALID,
  WH_PO_ERROR_FAILED,
} WhPoError;

GQuark wh_po_error_quark (void);

WhTranslations *wh_po_file_read (const char *path,
                                 const char *name,
                                 GError    **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        wh_po_file_write (const char      *path,
                                  const GPtrArray *texts,
                                  GError         **error);

G_END_DECLS
