/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "wh-library-list.h"

G_BEGIN_DECLS

#define WH_TYPE_FILTER_BAR (wh_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (WhFilterBar, wh_filter_bar, WH, FILTER_BAR, AdwBin)

void       wh_filter_bar_set_list (WhFilterBar   *self,
                                   WhLibraryList *list);
void       wh_filter_bar_set_compact (WhFilterBar *self,
                                      gboolean     compact);
void       wh_filter_bar_set_expanded (WhFilterBar *self,
                                       gboolean     expanded);
GtkWidget *wh_filter_bar_get_chip (WhFilterBar *self,
                                   WhFacet      facet);

G_END_DECLS
