/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "wh-catalogue.h"

G_BEGIN_DECLS

#define WH_TYPE_SOURCES_PAGE (wh_sources_page_get_type ())
G_DECLARE_FINAL_TYPE (WhSourcesPage, wh_sources_page, WH, SOURCES_PAGE, AdwNavigationPage)

AdwNavigationPage *wh_sources_page_new (WhCatalogue *catalogue) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
