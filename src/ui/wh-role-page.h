/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "wh-catalogue.h"

G_BEGIN_DECLS

#define WH_TYPE_ROLE_PAGE (wh_role_page_get_type ())
G_DECLARE_FINAL_TYPE (WhRolePage, wh_role_page, WH, ROLE_PAGE, AdwNavigationPage)

AdwNavigationPage *wh_role_page_new (WhCatalogue *catalogue,
                                     const char  *role) G_GNUC_WARN_UNUSED_RESULT;
const char        *wh_role_page_get_role (WhRolePage *self);

G_END_DECLS
