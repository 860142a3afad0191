/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "wh-library-list.h"

G_BEGIN_DECLS

#define WH_TYPE_FILTER_POPOVER (wh_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (WhFilterPopover, wh_filter_popover, WH, FILTER_POPOVER, GtkPopover)

GtkWidget *wh_filter_popover_new (WhLibraryList *list,
                                  WhFacet        facet);

void wh_filter_popover_update (WhFilterPopover *self,
                               GPtrArray       *offered);

G_END_DECLS
