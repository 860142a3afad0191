/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Texts up to this long are set, the rest of a longer one is left out. */
#define WH_TEXT_MAX_CHARS 4000

/* The end of a line within a text: for Pango it does not end a paragraph. */
#define WH_LINE_END "\xe2\x80\xa8"

char *wh_clean_text (const char *text,
                     gboolean    keep_lines);

G_END_DECLS
