/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "wh-library-selection.h"

G_BEGIN_DECLS

#define WH_TYPE_LIBRARY_LIST_VIEW (wh_library_list_view_get_type ())
G_DECLARE_FINAL_TYPE (WhLibraryListView, wh_library_list_view, WH, LIBRARY_LIST_VIEW, AdwBin)

void       wh_library_list_view_set_selection (WhLibraryListView  *self,
                                               WhLibrarySelection *selection);
void       wh_library_list_view_set_selecting (WhLibraryListView *self,
                                               gboolean           selecting);
WhLibrary *wh_library_list_view_get_focused (WhLibraryListView *self);
void       wh_library_list_view_focus_first (WhLibraryListView *self);

G_END_DECLS
