/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "wh-checklist.h"

G_BEGIN_DECLS

/* What the JSON calls itself. The number grows when an older reader would misread it, not when there is more in it. */
#define WH_CHECKLIST_FORMAT "wheelhouse-checklist"
#define WH_CHECKLIST_VERSION 1

gboolean wh_checklist_write_markdown (const WhChecklist *checklist,
                                      GOutputStream     *stream,
                                      GCancellable      *cancellable,
                                      GError           **error);
gboolean wh_checklist_write_json (const WhChecklist *checklist,
                                  GOutputStream     *stream,
                                  GCancellable      *cancellable,
                                  GError           **error);

G_END_DECLS
