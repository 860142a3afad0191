/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "wh-page-layout.h"

G_BEGIN_DECLS

gboolean wh_pdf_write (WhPageLayout  *layout,
                       GOutputStream *stream,
                       GCancellable  *cancellable,
                       GError       **error);

G_END_DECLS
