/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More of a name or a title is not read at a glance, in characters. */
#define WH_LINE_MAX 200

char *wh_line_dup (const char *text,
                   guint       max_chars) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
