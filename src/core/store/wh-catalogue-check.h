/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-database.h"
#include "wh-problem.h"

G_BEGIN_DECLS

/* The parts of wh_database_check() that follow the form of the catalogue's tables.
 * Their @error is never %NULL.
 */

gboolean wh_catalogue_check_references (WhDatabase *database,
                                        GPtrArray  *problems,
                                        GPtrArray  *notes,
                                        GError    **error);
gboolean wh_catalogue_check_languages (WhDatabase *database,
                                       GPtrArray  *problems,
                                       GError    **error);
gboolean wh_catalogue_check_sources (WhDatabase *database,
                                     GPtrArray  *notes,
                                     GError    **error);

G_END_DECLS
