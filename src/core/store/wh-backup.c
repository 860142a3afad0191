/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "wh-database-private.h"
#include "wh-files.h"
#include "wh-user-database.h"

/* How long to wait for another program's lock, and how often to look. */
#define BUSY_TIMEOUT (5 * G_TIME_SPAN_SECOND)
#define BUSY_INTERVAL (20 * G_TIME_SPAN_MILLISECOND)

/* Copies every page of @from into @to, in one transaction of both. */
static int
copy_pages (sqlite3 *from,
            sqlite3 *to)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");
  gint64          end = g_get_monotonic_time () + BUSY_TIMEOUT;
  int             rc;

  if (backup == NULL)
    return sqlite3_extended_errcode (to);

  while (((rc = sqlite3_backup_step (backup, -1)) & 0xff) == SQLITE_BUSY && g_get_monotonic_time () < end)
    g_usleep (BUSY_INTERVAL);

  sqlite3_backup_finish (backup);
  return rc == SQLITE_DONE ? SQLITE_OK : rc;
}

static gboolean
write_backup (WhDatabase *self,
              const char *file,
              const char *path,
              GError    **error)
{
  sqlite3 *db = NULL;
  int      rc = sqlite3_open_v2 (file, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE, NULL);

  if (rc == SQLITE_OK)
    rc = copy_pages (wh_database_get_handle (self), db);

  /* One file, without a log beside it. */
  if (rc == SQLITE_OK)
    rc = sqlite3_exec (db, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);

  if (rc != SQLITE_OK)
    wh_store_set_error (path, rc, sqlite3_system_errno (db), sqlite3_errmsg (db), error);

  sqlite3_close (db);
  return rc == SQLITE_OK;
}

static gboolean
is_same_file (const char *path,
              const char *other)
{
  GStatBuf info;
  GStatBuf other_info;

  return g_stat (path, &info) == 0 && g_stat (other, &other_info) == 0 &&
         info.st_dev == other_info.st_dev && info.st_ino == other_info.st_ino;
}

/**
 * wh_database_backup:
 * @path: where the backup is to be; what is there is replaced when it is complete
 *
 * Writes everything in the database, as it is at this moment, into one file.
 */
gboolean
wh_database_backup (WhDatabase *self,
                    const char *path,
                    GError    **error)
{
  g_autofree char *target = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *file = NULL;
  gboolean         written;

  g_return_val_if_fail (WH_IS_DATABASE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  target = wh_files_resolve (path);

  if (!wh_files_check_replaceable (target, error))
    return FALSE;

  if (is_same_file (target, wh_database_get_path (self)))
    {
      g_autofree char *shown = g_filename_display_name (path);

      g_set_error (error, WH_STORE_ERROR, WH_STORE_ERROR_FAILED,
                   _ ("“%s” is the database itself. Choose another file for the backup."), shown);
      return FALSE;
    }

  if (!(folder = wh_files_make_folder_beside (target, error)))
    return FALSE;

  file = g_build_filename (folder, WH_FILES_NEW, NULL);
  written = write_backup (self, file, path, error) && wh_files_put_in_place (file, target, error);
  wh_files_remove_folder (folder);

  return written;
}

/* Copies @from, with the log that belongs to it, makes sure that the copy is sound and
 * in this program's form, and that it is one file.
 */
static gboolean
prepare_copy (const char *from,
              const char *copy,
              GError    **error)
{
  g_autofree char *log = g_strconcat (from, "-wal", NULL);
  g_autofree char *copy_of_log = g_strconcat (copy, "-wal", NULL);
  g_autoptr (WhDatabase) database = NULL;

  if (!g_file_test (from, G_FILE_TEST_EXISTS))
    {
      g_autofree char *shown = g_filename_display_name (from);

      g_set_error (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND, _ ("There is no file “%s”."), shown);
      return FALSE;
    }

  if (!wh_files_copy (from, copy, error) ||
      (g_file_test (log, G_FILE_TEST_EXISTS) && !wh_files_copy (log, copy_of_log, error)))
    return FALSE;

  /* Pages can only be copied between databases whose pages are of one size. */
  return (database = wh_database_open_as (copy, from, WH_DATABASE_READ_WRITE, error)) &&
         wh_database_verify (database, "PRAGMA integrity_check (1)", error) &&
         wh_database_exec (database, "PRAGMA journal_mode = DELETE; PRAGMA page_size = 4096; VACUUM;", error);
}

/* Into the file itself, as one transaction: other instances that have it open see the
 * restored data, as they see any change.
 */
static gboolean
restore_into (WhDatabase *database,
              const char *copy,
              char      **kept,
              GError    **error)
{
  g_autofree char *dated = wh_files_dup_dated_path (wh_database_get_path (database), "replaced");
  g_autoptr (WhDatabase) source = NULL;
  int rc;

  if (!wh_database_backup (database, dated, error) ||
      !(source = wh_database_open (copy, WH_DATABASE_READ_ONLY, error)))
    return FALSE;

  rc = copy_pages (wh_database_get_handle (source), wh_database_get_handle (database));

  if (rc != SQLITE_OK)
    {
      g_unlink (dated);
      return wh_store_set_error (wh_database_get_path (database), rc, 0, NULL, error);
    }

  *kept = g_steal_pointer (&dated);
  return TRUE;
}

static gboolean
restore_from_copy (const char *path,
                   const char *copy,
                   char      **kept,
                   GError    **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (WhDatabase) database = wh_database_open (path, WH_DATABASE_READ_WRITE, &local_error);

  if (database != NULL)
    return restore_into (database, copy, kept, error);

  /* Where there is nothing, and where what there is cannot be used. */
  if (g_error_matches (local_error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND) ||
      g_error_matches (local_error, WH_STORE_ERROR, WH_STORE_ERROR_CORRUPT) ||
      g_error_matches (local_error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_DATABASE))
    {
      g_autofree char *dated = wh_files_set_aside (path, "replaced", error);

      if (dated == NULL || !wh_files_put_in_place (copy, path, error))
        return FALSE;

      if (g_file_test (dated, G_FILE_TEST_EXISTS))
        *kept = g_steal_pointer (&dated);

      return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Under the lock, so that no other instance makes or sets aside the same file meanwhile. */
static gboolean
restore_with_care (const char *path,
                   const char *from,
                   char      **kept,
                   GError    **error)
{
  g_autoptr (WhFileLock) lock = wh_file_lock_new (path, error);
  g_autofree char *folder = NULL;
  g_autofree char *copy = NULL;
  gboolean         restored;

  if (lock == NULL)
    return FALSE;

  wh_files_remove_leftovers (path);

  if (!(folder = wh_files_make_folder_beside (path, error)))
    return FALSE;

  copy = g_build_filename (folder, WH_FILES_NEW, NULL);
  restored = prepare_copy (from, copy, error) && restore_from_copy (path, copy, kept, error);
  wh_files_remove_folder (folder);

  return restored;
}

/**
 * wh_user_database_restore:
 * @path: the user's database
 * @from: a backup
 * @kept: (out) (nullable) (optional): where what there was is now
 *
 * Puts a backup in place of the user's database, once it is known to be sound. What
 * there was is kept beside it under a dated name.
 *
 * Returns: %FALSE with a [error@Wh.StoreError] when everything is as it was
 */
gboolean
wh_user_database_restore (const char *path,
                          const char *from,
                          char      **kept,
                          GError    **error)
{
  g_autofree char *replaced = NULL;
  g_autofree char *target = NULL;
  g_autofree char *source = NULL;
  g_autofree char *parent = NULL;

  g_return_val_if_fail (path != NULL && from != NULL, FALSE);

  target = wh_files_resolve (path);
  source = wh_files_resolve (from);
  parent = g_path_get_dirname (target);

  if (g_mkdir_with_parents (parent, 0700) != 0)
    return wh_files_set_error (parent, errno, error);

  if (is_same_file (target, source))
    {
      g_autofree char *shown = g_filename_display_name (from);

      g_set_error (error, WH_STORE_ERROR, WH_STORE_ERROR_FAILED,
                   _ ("“%s” is the database itself. Choose a backup."), shown);
      return FALSE;
    }

  if (!wh_files_check_replaceable (target, error) || !restore_with_care (target, source, &replaced, error))
    return FALSE;

  if (kept != NULL)
    *kept = g_steal_pointer (&replaced);

  return TRUE;
}
