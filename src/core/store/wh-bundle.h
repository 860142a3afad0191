/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-database.h"

G_BEGIN_DECLS

/* Putting the catalogue that comes with the program into a user's database. */

gboolean wh_bundle_replace (WhDatabase *database,
                            const char *bundle_path,
                            GError    **error);
gboolean wh_bundle_follow_renames (WhDatabase *database,
                                   GError    **error);

G_END_DECLS
