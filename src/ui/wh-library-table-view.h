/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "wh-library-selection.h"

G_BEGIN_DECLS

#define WH_TYPE_LIBRARY_TABLE_VIEW (wh_library_table_view_get_type ())
G_DECLARE_FINAL_TYPE (WhLibraryTableView, wh_library_table_view, WH, LIBRARY_TABLE_VIEW, AdwBin)

void       wh_library_table_view_set_selection (WhLibraryTableView *self,
                                                WhLibrarySelection *selection);
WhLibrary *wh_library_table_view_dup_focused (WhLibraryTableView *self);
void       wh_library_table_view_focus_first (WhLibraryTableView *self);

G_END_DECLS
