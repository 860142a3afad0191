/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Database files as files: made beside and put in place whole, set aside, locked
 * while one instance does either. Errors are those of the store and name the file.
 */

/* Names of files in a folder of wh_files_make_folder_beside(). */
#define WH_FILES_NEW "wheelhouse.db"
#define WH_FILES_DAMAGED "damaged.db"

/* A lock that keeps other instances from making, setting aside or restoring the same
 * database meanwhile. Reading and writing the database do not need it.
 */
typedef struct _WhFileLock WhFileLock;

WhFileLock *wh_file_lock_new (const char *path,
                              GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void        wh_file_lock_free (WhFileLock *self);

char    *wh_files_resolve (const char *path) G_GNUC_WARN_UNUSED_RESULT;
gboolean wh_files_check_replaceable (const char *path,
                                     GError    **error);
void     wh_files_remove_leftovers (const char *path);
char    *wh_files_make_folder_beside (const char *path,
                                      GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void     wh_files_remove_folder (const char *folder);
gboolean wh_files_copy (const char *from,
                        const char *to,
                        GError    **error);
gboolean wh_files_put_in_place (const char *from,
                                const char *to,
                                GError    **error);
char    *wh_files_set_aside (const char *path,
                             const char *why,
                             GError    **error) G_GNUC_WARN_UNUSED_RESULT;
char    *wh_files_dup_dated_path (const char *path,
                                  const char *why) G_GNUC_WARN_UNUSED_RESULT;
gboolean wh_files_set_error (const char *path,
                             int         system_errno,
                             GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhFileLock, wh_file_lock_free)

G_END_DECLS
