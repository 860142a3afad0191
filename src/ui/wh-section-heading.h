/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void wh_section_heading_set_up (GtkListHeader *header);
void wh_section_heading_set_title (GtkListHeader *header,
                                   const char    *title);

G_END_DECLS
