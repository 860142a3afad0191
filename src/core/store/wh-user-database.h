/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-database.h"

G_BEGIN_DECLS

/* The user's own database file: where it lies, its first start, a newer bundle,
 * damage, backup.
 */

char       *wh_user_database_dup_path (void) G_GNUC_WARN_UNUSED_RESULT;
WhDatabase *wh_user_database_open (const char *path,
                                   const char *bundle_path,
                                   char      **notice,
                                   GError    **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    wh_user_database_restore (const char *path,
                                      const char *from,
                                      char      **kept,
                                      GError    **error);
gboolean    wh_database_backup (WhDatabase *self,
                                const char *path,
                                GError    **error);

G_END_DECLS
