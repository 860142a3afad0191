/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

gboolean       wh_is_east_asian (gunichar c);
PangoLanguage *wh_east_asian_get_language (void);
void           wh_east_asian_add_runs (PangoAttrList *attributes,
                                       const char    *text,
                                       const char    *families);

G_END_DECLS
