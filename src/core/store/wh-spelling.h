/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint    wh_spelling_get_distance (const char *wrong,
                                   const char *right);
gboolean wh_spelling_is_same (const char *a,
                              const char *b);

G_END_DECLS
