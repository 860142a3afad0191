/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "wh-catalogue.h"

G_BEGIN_DECLS

#define WH_TYPE_LIBRARY_PAGE (wh_library_page_get_type ())
G_DECLARE_FINAL_TYPE (WhLibraryPage, wh_library_page, WH, LIBRARY_PAGE, AdwNavigationPage)

AdwNavigationPage *wh_library_page_new (WhCatalogue *catalogue,
                                        WhLibrary   *library) G_GNUC_WARN_UNUSED_RESULT;
WhLibrary         *wh_library_page_get_library (WhLibraryPage *self);

G_END_DECLS
