/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "wh-library-list.h"
#include "wh-paced-list.h"

G_BEGIN_DECLS

#define WH_TYPE_LIBRARY_SELECTION (wh_library_selection_get_type ())
G_DECLARE_FINAL_TYPE (WhLibrarySelection, wh_library_selection, WH, LIBRARY_SELECTION, WhPacedList)

WhLibrarySelection *wh_library_selection_new (WhLibraryList *list) G_GNUC_WARN_UNUSED_RESULT;
void                wh_library_selection_toggle (WhLibrarySelection *self,
                                                 guint               position);
void                wh_library_selection_extend (WhLibrarySelection *self,
                                                 guint               position);
guint               wh_library_selection_get_n_selected (WhLibrarySelection *self);
GStrv               wh_library_selection_dup_keys (WhLibrarySelection *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
