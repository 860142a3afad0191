/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "wh-library-list.h"

G_BEGIN_DECLS

#define WH_TYPE_NOTHING_FOUND (wh_nothing_found_get_type ())
G_DECLARE_FINAL_TYPE (WhNothingFound, wh_nothing_found, WH, NOTHING_FOUND, AdwBin)

void wh_nothing_found_set_list (WhNothingFound *self,
                                WhLibraryList  *list);

G_END_DECLS
