/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "wh-page-layout.h"

G_BEGIN_DECLS

#define WH_TYPE_PAGE_PREVIEW (wh_page_preview_get_type ())
G_DECLARE_FINAL_TYPE (WhPagePreview, wh_page_preview, WH, PAGE_PREVIEW, GtkWidget)

WhPageLayout *wh_page_preview_get_layout (WhPagePreview *self);
void          wh_page_preview_set_layout (WhPagePreview *self,
                                          WhPageLayout  *layout);
guint         wh_page_preview_get_page (WhPagePreview *self);
void          wh_page_preview_set_page (WhPagePreview *self,
                                        guint          page);
guint         wh_page_preview_get_n_pages (WhPagePreview *self);
char         *wh_page_preview_dup_label (WhPagePreview *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
