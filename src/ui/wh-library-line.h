/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "wh-library.h"

G_BEGIN_DECLS

#define WH_TYPE_LIBRARY_LINE (wh_library_line_get_type ())
G_DECLARE_FINAL_TYPE (WhLibraryLine, wh_library_line, WH, LIBRARY_LINE, AdwBin)

GtkWidget *wh_library_line_new (WhLibrary *library) G_GNUC_WARN_UNUSED_RESULT;
WhLibrary *wh_library_line_get_library (WhLibraryLine *self);

G_END_DECLS
