/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "wh-catalogue.h"

G_BEGIN_DECLS

#define WH_TYPE_SOURCE_PAGE (wh_source_page_get_type ())
G_DECLARE_FINAL_TYPE (WhSourcePage, wh_source_page, WH, SOURCE_PAGE, AdwNavigationPage)

AdwNavigationPage *wh_source_page_new (WhCatalogue *catalogue,
                                       const char  *source) G_GNUC_WARN_UNUSED_RESULT;
const char        *wh_source_page_get_source (WhSourcePage *self);

G_END_DECLS
