/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "wh-library-list.h"

G_BEGIN_DECLS

#define WH_TYPE_LIBRARIES_PAGE (wh_libraries_page_get_type ())
G_DECLARE_FINAL_TYPE (WhLibrariesPage, wh_libraries_page, WH, LIBRARIES_PAGE, AdwNavigationPage)

WhLibrariesPage *wh_libraries_page_new (WhCatalogue    *catalogue,
                                        WhLibraryQuery *query) G_GNUC_WARN_UNUSED_RESULT;
WhLibraryList   *wh_libraries_page_get_list (WhLibrariesPage *self);
void             wh_libraries_page_set_query (WhLibrariesPage *self,
                                              WhLibraryQuery  *query);
const char      *wh_libraries_page_get_status_text (WhLibrariesPage *self);

G_END_DECLS
