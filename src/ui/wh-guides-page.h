/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "wh-catalogue.h"

G_BEGIN_DECLS

#define WH_TYPE_GUIDES_PAGE (wh_guides_page_get_type ())
G_DECLARE_FINAL_TYPE (WhGuidesPage, wh_guides_page, WH, GUIDES_PAGE, AdwNavigationPage)

AdwNavigationPage *wh_guides_page_new (WhCatalogue *catalogue) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
