/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-database.h"

G_BEGIN_DECLS

/**
 * WhRecovery:
 * @n_rows: rows of the user's that were recovered
 * @complete: whether everything could be read
 *
 * What came of reading a damaged database.
 */
typedef struct
{
  guint    n_rows;
  gboolean complete;
} WhRecovery;

gboolean wh_recovery_run (const char *damaged_path,
                          WhDatabase *database,
                          WhRecovery *recovery,
                          GError    **error);

G_END_DECLS
