/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *wh_library_link_new (const char *key,
                                const char *name) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *wh_library_link_new_path (const char *const *keys,
                                     const char *const *names,
                                     const char        *connector) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
