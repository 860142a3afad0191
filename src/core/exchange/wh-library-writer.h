/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "wh-library-origins.h"
#include "wh-records.h"
#include "wh-user-record.h"

G_BEGIN_DECLS

/* A library as JSON: members of the object that is open. */

void wh_library_write_brief (JsonBuilder            *builder,
                             const WhLibraryRecord  *library,
                             const WhLibraryDetails *details);
void wh_library_write_origins (JsonBuilder            *builder,
                               const WhLibraryOrigins *origins);
void wh_library_write_rest (JsonBuilder            *builder,
                            const WhLibraryDetails *details,
                            const WhUserRecord     *mine);

G_END_DECLS
