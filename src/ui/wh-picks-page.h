/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "wh-catalogue.h"

G_BEGIN_DECLS

#define WH_TYPE_PICKS_PAGE (wh_picks_page_get_type ())
G_DECLARE_FINAL_TYPE (WhPicksPage, wh_picks_page, WH, PICKS_PAGE, AdwNavigationPage)

AdwNavigationPage *wh_picks_page_new (WhCatalogue *catalogue) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
