/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Texts of the catalogue in widgets: text and no markup, and in the letters of their
 * language. Chinese contents in an English window come in Japanese shapes else.
 */

void       wh_content_add_language (PangoAttrList *attributes,
                                    const char    *language);
GtkWidget *wh_content_label_new (const char *text,
                                 const char *language) G_GNUC_WARN_UNUSED_RESULT;
void       wh_content_label_set (GtkLabel   *label,
                                 const char *text,
                                 const char *language);
char      *wh_content_dup_markup (const char *text,
                                  const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
