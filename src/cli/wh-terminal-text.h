/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text on a terminal, where a Chinese character takes two cells. */

guint       wh_terminal_text_get_width (const char *text);
const char *wh_terminal_text_find_end (const char *text,
                                       guint       width);
void        wh_terminal_text_append_wrapped (GString    *output,
                                             const char *text,
                                             guint       indent,
                                             guint       width);

G_END_DECLS
