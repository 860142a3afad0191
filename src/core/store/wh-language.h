/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The languages that the bundled catalogue speaks, as translations are named. */

const char *const *wh_language_get_keys (void);
const char        *wh_language_find (const char *name);
const char        *wh_language_match (const char *const *locales);

G_END_DECLS
