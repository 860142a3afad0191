/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define WH_TYPE_CODE_VIEW (wh_code_view_get_type ())
G_DECLARE_FINAL_TYPE (WhCodeView, wh_code_view, WH, CODE_VIEW, AdwBin)

GtkWidget *wh_code_view_new (const char *code,
                             const char *code_language) G_GNUC_WARN_UNUSED_RESULT;
void       wh_code_view_set_title (WhCodeView *self,
                                   const char *title,
                                   const char *caption,
                                   const char *language);

G_END_DECLS
