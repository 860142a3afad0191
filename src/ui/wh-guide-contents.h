/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "wh-catalogue.h"
#include "wh-guide-progress.h"

G_BEGIN_DECLS

#define WH_TYPE_GUIDE_CONTENTS (wh_guide_contents_get_type ())
G_DECLARE_FINAL_TYPE (WhGuideContents, wh_guide_contents, WH, GUIDE_CONTENTS, AdwBin)

void       wh_guide_contents_set_catalogue (WhGuideContents *self,
                                            WhCatalogue     *catalogue);
guint      wh_guide_contents_show (WhGuideContents       *self,
                                   const WhGuideBook     *book,
                                   const WhGuideNode     *chapter,
                                   const WhGuideProgress *progress,
                                   const char            *search,
                                   gboolean               open_only);
void       wh_guide_contents_clear (WhGuideContents *self);
void       wh_guide_contents_set_progress (WhGuideContents       *self,
                                           const WhGuideProgress *progress);
GtkWidget *wh_guide_contents_find (WhGuideContents *self,
                                   const char      *key);

G_END_DECLS
