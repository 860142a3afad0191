/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "wh-progress.h"

G_BEGIN_DECLS

#define WH_TYPE_GUIDE_HEADING (wh_guide_heading_get_type ())
G_DECLARE_FINAL_TYPE (WhGuideHeading, wh_guide_heading, WH, GUIDE_HEADING, AdwBin)

GtkWidget *wh_guide_heading_new (const char *title,
                                 const char *emphasis,
                                 const char *note,
                                 const char *css_class,
                                 const char *language) G_GNUC_WARN_UNUSED_RESULT;
void       wh_guide_heading_set_progress (WhGuideHeading *self,
                                          WhProgress      progress);

G_END_DECLS
