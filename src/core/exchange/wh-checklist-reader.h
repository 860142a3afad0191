/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "wh-checklist.h"

G_BEGIN_DECLS

#define WH_CHECKLIST_ERROR (wh_checklist_error_quark ())

/**
 * WhChecklistError:
 * @WH_CHECKLIST_ERROR_UNREADABLE: there is no file to read: a folder, a pipe, nothing at all
 * @WH_CHECKLIST_ERROR_EMPTY: there is nothing in it
 * @WH_CHECKLIST_ERROR_TOO_LARGE: there is more in it than %WH_JSON_MAX_SIZE or %WH_JSON_MAX_VALUES
 * @WH_CHECKLIST_ERROR_NOT_JSON: it is not JSON
 * @WH_CHECKLIST_ERROR_FOREIGN: it is JSON, but no checklist
 * @WH_CHECKLIST_ERROR_NEWER: a newer version of the program wrote it
 * @WH_CHECKLIST_ERROR_INVALID: it says it is a checklist, and is not as one is
 */
typedef enum
{
  WH_CHECKLIST_ERROR_UNREADABLE,
  WH_CHECKLIST_ERROR_EMPTY,
  WH_CHECKLIST_ERROR_TOO_LARGE,
  WH_CHECKLIST_ERROR_NOT_JSON,
  WH_CHECKLIST_ERROR_FOREIGN,
  WH_CHECKLIST_ERROR_NEWER,
  WH_CHECKLIST_ERROR_INVALID,
} WhChecklistError;

GQuark wh_checklist_error_quark (void);

WhChecklist *wh_checklist_read (GFile        *file,
                                GCancellable *cancellable,
                                GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
