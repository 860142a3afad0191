/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Folding makes what should be found alike alike: case, full and half width, kinds of space. */
void  wh_fold_append (GString    *folded,
                      const char *text);
void  wh_fold_append_line (GString    *folded,
                           const char *text);
char *wh_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
