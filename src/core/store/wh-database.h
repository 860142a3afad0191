/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define WH_STORE_ERROR (wh_store_error_quark ())

/**
 * WhStoreError:
 * @WH_STORE_ERROR_FAILED: anything else
 * @WH_STORE_ERROR_NOT_DATABASE: the file is no database, or not one of ours
 * @WH_STORE_ERROR_CORRUPT: the file is damaged
 * @WH_STORE_ERROR_NEWER: a newer version of the program wrote the file
 * @WH_STORE_ERROR_READ_ONLY: the file, or the folder it lies in, cannot be written
 * @WH_STORE_ERROR_BUSY: another program holds the file
 * @WH_STORE_ERROR_FULL: there is no space left
 * @WH_STORE_ERROR_NOT_FOUND: there is no such file, or no such entry
 * @WH_STORE_ERROR_CHANGED: the data changed since they were read
 *
 * What can go wrong with a database. The messages name the file and say what to
 * do; whatever was being written is not written at all.
 */
typedef enum
{
  WH_STORE_ERROR_FAILED,
  WH_STORE_ERROR_NOT_DATABASE,
  WH_STORE_ERROR_CORRUPT,
  WH_STORE_ERROR_NEWER,
  WH_STORE_ERROR_READ_ONLY,
  WH_STORE_ERROR_BUSY,
  WH_STORE_ERROR_FULL,
  WH_STORE_ERROR_NOT_FOUND,
  WH_STORE_ERROR_CHANGED,
} WhStoreError;

GQuark wh_store_error_quark (void);

/**
 * WhDatabaseMode:
 * @WH_DATABASE_READ_ONLY: the file exists and is never written
 * @WH_DATABASE_READ_WRITE: the file exists; it is brought up to this program's form
 * @WH_DATABASE_CREATE: the same, and a missing or empty file is filled with empty tables
 */
typedef enum
{
  WH_DATABASE_READ_ONLY,
  WH_DATABASE_READ_WRITE,
  WH_DATABASE_CREATE,
} WhDatabaseMode;

#define WH_TYPE_DATABASE (wh_database_get_type ())

/**
 * WhDatabase:
 *
 * One connection to a database file of ours. It is opened, used and dropped on
 * one thread, which is asserted; another thread opens its own on the same path.
 *
 * Files come from outside, so a file is trusted for data only: one whose tables
 * are not exactly those of its version is refused, and triggers and views never
 * run.
 */
G_DECLARE_FINAL_TYPE (WhDatabase, wh_database, WH, DATABASE, GObject)

WhDatabase *wh_database_open (const char    *path,
                              WhDatabaseMode mode,
                              GError       **error) G_GNUC_WARN_UNUSED_RESULT;
WhDatabase *wh_database_peek (const char *path,
                              GError    **error) G_GNUC_WARN_UNUSED_RESULT;
const char *wh_database_get_path (WhDatabase *self);
const char *wh_database_get_log_path (WhDatabase *self);
gint64      wh_database_get_data_version (WhDatabase *self);
gboolean    wh_database_begin (WhDatabase *self,
                               GError    **error);
gboolean    wh_database_begin_read (WhDatabase *self,
                                    GError    **error);
gboolean    wh_database_commit (WhDatabase *self,
                                GError    **error);
void        wh_database_rollback (WhDatabase *self);
gboolean    wh_database_check (WhDatabase *self,
                               GPtrArray **problems,
                               GPtrArray **notes,
                               GError    **error);

G_END_DECLS
