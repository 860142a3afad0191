/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean wh_export_file_write (GFile        *file,
                               GBytes       *bytes,
                               GCancellable *cancellable,
                               GError      **error);

G_END_DECLS
