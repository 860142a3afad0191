/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "wh-library-list.h"

G_BEGIN_DECLS

#define WH_TYPE_FILTER_CHIP (wh_filter_chip_get_type ())
G_DECLARE_FINAL_TYPE (WhFilterChip, wh_filter_chip, WH, FILTER_CHIP, AdwBin)

GtkWidget *wh_filter_chip_new (WhLibraryList *list,
                               WhFacet        facet) G_GNUC_WARN_UNUSED_RESULT;
WhFacet    wh_filter_chip_get_facet (WhFilterChip *self);
gboolean   wh_filter_chip_get_available (WhFilterChip *self);
gboolean   wh_filter_chip_get_active (WhFilterChip *self);
void       wh_filter_chip_popup (WhFilterChip *self);
char      *wh_filter_chip_dup_title (WhCatalogue *catalogue,
                                     WhFacet      facet,
                                     const char  *key) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
