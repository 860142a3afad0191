/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "wh-catalogue-forms.h"

G_BEGIN_DECLS

/* Checks of single values of the catalogue's JSON, without a look at anything else. */

gboolean wh_value_is_key (const char    *text,
                          WhFormKeyStyle style);
gboolean wh_value_is_url (const char *text);
gboolean wh_value_is_package (const char *text);
gboolean wh_value_is_module (const char *text);
gboolean wh_value_is_choice (const char        *text,
                             const char *const *choices);
guint    wh_value_get_stars (JsonNode *node);
guint    wh_value_get_place (JsonNode *node);
char    *wh_value_split_source (const char *text,
                                char      **section);

G_END_DECLS
