/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkBox     *wh_page_part_append (GtkBox     *page,
                                 const char *title,
                                 GtkWidget  *below);
GtkListBox *wh_page_part_append_list (GtkBox     *part,
                                      const char *title);
void        wh_page_part_clear (GtkBox *page);
GtkWidget  *wh_page_part_make_label (const char *text,
                                     const char *css_class) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
