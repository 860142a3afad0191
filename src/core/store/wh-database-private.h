/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <sqlite3.h>

#include "wh-database.h"

G_BEGIN_DECLS

/* What the store's own files know of a database; the rooms above never include
 * this header.
 */

/* No text, blob or row of a file may be longer than this, in bytes. */
#define WH_LENGTH_MAX (16 * 1024 * 1024)

/* The longest text that is read from a file, in bytes; longer ones are cut. */
#define WH_TEXT_MAX (256 * 1024)

gboolean wh_store_set_error (const char *path,
                             int         rc,
                             int         system_errno,
                             const char *detail,
                             GError    **error);
sqlite3 *wh_database_get_handle (WhDatabase *self);
void     wh_database_leave_log (WhDatabase *self);
void     wh_database_set_busy_timeout (WhDatabase *self,
                                       guint       milliseconds);
gboolean wh_database_exec (WhDatabase *self,
                           const char *sql,
                           GError    **error);
gboolean wh_database_take_error (WhDatabase *self,
                                 GError    **error);
gboolean wh_database_count (WhDatabase *self,
                            const char *sql,
                            gint64     *count,
                            GError    **error);
gboolean wh_database_verify (WhDatabase *self,
                             const char *pragma,
                             GError    **error);

/**
 * WhCursor:
 *
 * A prepared statement on loan from the database's cache: `g_autoptr (WhCursor)`
 * gives it back, reset and without its parameters. The same SQL may be on loan
 * several times at once.
 *
 * Parameters are numbered from 1, columns from 0. A text that is bound has to
 * stay where it is until the cursor is given back.
 *
 * |[
 * g_autoptr (WhCursor) cursor = wh_database_prepare (self, "SELECT … WHERE key = ?1", error);
 * g_autoptr (GError) local_error = NULL;
 *
 * if (cursor == NULL)
 *   return NULL;
 *
 * wh_cursor_bind_text (cursor, 1, key);
 *
 * while (wh_cursor_next (cursor, &local_error))
 *   g_ptr_array_add (list, wh_cursor_dup_text (cursor, 0));
 *
 * if (local_error != NULL)
 *   …
 * ]|
 */
typedef struct sqlite3_stmt WhCursor;

WhCursor   *wh_database_prepare (WhDatabase *self,
                                 const char *sql,
                                 GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void        wh_cursor_release (WhCursor *cursor);
void        wh_cursor_bind_text (WhCursor   *cursor,
                                 int         parameter,
                                 const char *text);
void        wh_cursor_bind_int64 (WhCursor *cursor,
                                  int       parameter,
                                  gint64    value);
void        wh_cursor_bind_double (WhCursor *cursor,
                                   int       parameter,
                                   double    value);
gboolean    wh_cursor_next (WhCursor *cursor,
                            GError  **error);
gboolean    wh_cursor_run (WhCursor *cursor,
                           GError  **error);
void        wh_cursor_rewind (WhCursor *cursor);
gboolean    wh_cursor_is_null (WhCursor *cursor,
                               int       column);
gint64      wh_cursor_get_int64 (WhCursor *cursor,
                                 int       column);
guint       wh_cursor_get_uint (WhCursor *cursor,
                                int       column);
double      wh_cursor_get_double (WhCursor *cursor,
                                  int       column);
const char *wh_cursor_get_text (WhCursor *cursor,
                                int       column);
char       *wh_cursor_dup_text (WhCursor *cursor,
                                int       column) G_GNUC_WARN_UNUSED_RESULT;

/* For files that the user knows by another name, and damaged ones. */
WhDatabase *wh_database_open_as (const char    *path,
                                 const char    *shown,
                                 WhDatabaseMode mode,
                                 GError       **error) G_GNUC_WARN_UNUSED_RESULT;
const char *wh_database_get_shown_path (WhDatabase *self);

/* Between wh-database.c, wh-cursor.c and wh-database-schema.c. */
void        wh_database_keep_statement (sqlite3_stmt *stmt);
void        wh_database_forget_statements (WhDatabase *self);
WhDatabase *wh_database_of_statement (sqlite3_stmt *stmt);
gboolean    wh_database_identify (WhDatabase    *self,
                                  WhDatabaseMode mode,
                                  GError       **error);
gboolean    wh_database_migrate (WhDatabase *self,
                                 GError    **error);

/* What a database of a version has to be like. */
GHashTable *wh_schema_make (guint version) G_GNUC_WARN_UNUSED_RESULT;
GHashTable *wh_schema_derive (guint version) G_GNUC_WARN_UNUSED_RESULT;

/* For reading what is left of a damaged file. */
gboolean wh_schema_has_table (sqlite3    *db,
                              const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhCursor, wh_cursor_release)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

G_END_DECLS
