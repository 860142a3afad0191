/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "wh-library.h"

G_BEGIN_DECLS

#define WH_TYPE_LIBRARY_ROW (wh_library_row_get_type ())
G_DECLARE_FINAL_TYPE (WhLibraryRow, wh_library_row, WH, LIBRARY_ROW, GtkWidget)

GtkWidget  *wh_library_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
WhLibrary  *wh_library_row_get_library (WhLibraryRow *self);
void        wh_library_row_set_library (WhLibraryRow *self,
                                        WhLibrary    *library);
const char *wh_library_row_get_description (WhLibraryRow *self);
void        wh_library_row_set_language (WhLibraryRow *self,
                                         const char   *language);
void        wh_library_row_set_show_category (WhLibraryRow *self,
                                              gboolean      show_category);
void        wh_library_row_set_selecting (WhLibraryRow *self,
                                          gboolean      selecting);
void        wh_library_row_set_selected (WhLibraryRow *self,
                                         gboolean      selected);
void        wh_library_row_set_place (WhLibraryRow *self,
                                      gboolean      first,
                                      gboolean      last);

G_END_DECLS
