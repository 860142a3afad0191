/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "wh-database.h"

G_BEGIN_DECLS

/* The catalogue as JSON for other programs: the documents of the command line. What
 * is not there is null or [], never missing.
 */

JsonNode *wh_exchange_library_to_json (WhDatabase *database,
                                       gint64      id,
                                       const char *language,
                                       gboolean    full,
                                       GError    **error) G_GNUC_WARN_UNUSED_RESULT;
JsonNode *wh_exchange_dump (WhDatabase *database,
                            const char *language,
                            GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
