/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WH_TYPE_SIDEBAR_ROW (wh_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (WhSidebarRow, wh_sidebar_row, WH, SIDEBAR_ROW, GtkListBoxRow)

GtkWidget  *wh_sidebar_row_new (const char *page,
                                const char *title,
                                const char *icon_name) G_GNUC_WARN_UNUSED_RESULT;
const char *wh_sidebar_row_get_page (WhSidebarRow *self);
void        wh_sidebar_row_set_title (WhSidebarRow *self,
                                      const char   *title);
void        wh_sidebar_row_set_count (WhSidebarRow *self,
                                      const char   *count,
                                      const char   *spoken);

G_END_DECLS
