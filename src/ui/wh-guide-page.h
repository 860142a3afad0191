/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "wh-catalogue.h"

G_BEGIN_DECLS

#define WH_TYPE_GUIDE_PAGE (wh_guide_page_get_type ())
G_DECLARE_FINAL_TYPE (WhGuidePage, wh_guide_page, WH, GUIDE_PAGE, AdwNavigationPage)

AdwNavigationPage *wh_guide_page_new (WhCatalogue *catalogue,
                                      const char  *guide,
                                      const char  *chapter) G_GNUC_WARN_UNUSED_RESULT;
gboolean           wh_guide_page_is_of (WhGuidePage *self,
                                        const char  *guide,
                                        const char  *chapter);
void               wh_guide_page_show_node (WhGuidePage *self,
                                            const char  *key);

G_END_DECLS
