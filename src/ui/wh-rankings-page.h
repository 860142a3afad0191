/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "wh-catalogue.h"

G_BEGIN_DECLS

#define WH_TYPE_RANKINGS_PAGE (wh_rankings_page_get_type ())
G_DECLARE_FINAL_TYPE (WhRankingsPage, wh_rankings_page, WH, RANKINGS_PAGE, AdwNavigationPage)

AdwNavigationPage *wh_rankings_page_new (WhCatalogue *catalogue) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
