/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-database.h"
#include "wh-records.h"

G_BEGIN_DECLS

/**
 * WhProgress:
 * @n_done: how many are learnt
 * @n_total: of how many
 *
 * "n of m". A slot of a role counts once however many alternatives it has, and
 * is done when any of them is learnt; skipped is not done.
 */
typedef struct
{
  guint n_done;
  guint n_total;
} WhProgress;

gboolean wh_progress_load_role (WhDatabase *database,
                                const char *role,
                                WhProgress *progress,
                                GError    **error);
gboolean wh_progress_load_plan (WhDatabase *database,
                                WhProgress *progress,
                                GError    **error);
gboolean wh_progress_load_total (WhDatabase *database,
                                 WhProgress *progress,
                                 GError    **error);

G_END_DECLS
