/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "wh-database-private.h"
#include "wh-files.h"

#define LOCK_TIMEOUT (10 * G_TIME_SPAN_SECOND)
#define LOCK_INTERVAL (20 * G_TIME_SPAN_MILLISECOND)

/* What stands between the name of a database and the random part of a folder that is
 * made beside it.
 */
#define BESIDE ".new-"
#define RANDOM "XXXXXX"

struct _WhFileLock
{
  char *path;
  int   fd;
};

/**
 * wh_files_set_error:
 * @system_errno: what the system says of @path
 *
 * Returns: %FALSE
 */
gboolean
wh_files_set_error (const char *path,
                    int         system_errno,
                    GError    **error)
{
  switch (system_errno)
    {
    case EACCES:
    case EPERM:
    case EROFS:
      return wh_store_set_error (path, SQLITE_READONLY, 0, NULL, error);

    case ENOENT:
    case ENOTDIR:
    case EISDIR:
    case ENAMETOOLONG:
      {
        g_autofree char *shown = g_filename_display_name (path);

        g_set_error (error, WH_STORE_ERROR, WH_STORE_ERROR_FAILED,
                     _ ("“%s” cannot be used: %s. Check the name and its folder, or choose another file."),
                     shown, g_strerror (system_errno));
        return FALSE;
      }

    default:
      return wh_store_set_error (path, SQLITE_IOERR, system_errno, g_strerror (system_errno), error);
    }
}

static gboolean
refuse_irregular (const char *path,
                  GError    **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, WH_STORE_ERROR, WH_STORE_ERROR_FAILED,
               _ ("“%s” is not a file but a folder, a device or a pipe. Choose another file."), shown);
  return FALSE;
}

/**
 * wh_files_resolve:
 *
 * SQLite puts the log of a database beside the file itself, not beside a link to it.
 *
 * Returns: (transfer full): the absolute path of the file that @path leads to, and
 *   @path made absolute where there is none
 */
char *
wh_files_resolve (const char *path)
{
  char *resolved = realpath (path, NULL);

  if (resolved == NULL)
    return g_canonicalize_filename (path, NULL);

  return resolved;
}

/**
 * wh_files_check_replaceable:
 * @path: a path of wh_files_resolve()
 *
 * A device or a pipe would be replaced by a file, and so would a link whose target is
 * on a disk that is not connected now: what the user has there would seem lost.
 *
 * Returns: whether there is a file at @path, or nothing at all
 */
gboolean
wh_files_check_replaceable (const char *path,
                            GError    **error)
{
  g_autofree char *shown = NULL;
  struct stat      info;

  if (stat (path, &info) == 0)
    return S_ISREG (info.st_mode) || refuse_irregular (path, error);

  if (lstat (path, &info) != 0 || !S_ISLNK (info.st_mode))
    return TRUE;

  shown = g_filename_display_name (path);
  g_set_error (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND,
               _ ("“%s” is a link to a file that is not there. Connect the disk it lies on, or remove the link."), shown);
  return FALSE;
}

/* Whether the file that is locked is still the one that others find under its name:
 * whoever held the lock before may have removed it.
 */
static gboolean
is_current (WhFileLock *self)
{
  struct stat locked;
  struct stat found;

  return fstat (self->fd, &locked) == 0 && stat (self->path, &found) == 0 &&
         locked.st_dev == found.st_dev && locked.st_ino == found.st_ino;
}

static gboolean
try_lock (WhFileLock *self,
          const char *database,
          GError    **error)
{
  self->fd = g_open (self->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (self->fd < 0)
    return wh_files_set_error (database, errno, error);

  if (flock (self->fd, LOCK_EX | LOCK_NB) == 0 && is_current (self))
    return TRUE;

  close (self->fd);
  self->fd = -1;

  return TRUE;
}

/**
 * wh_file_lock_new:
 * @path: the database
 *
 * Waits until no other instance holds the lock, for a while.
 *
 * Returns: (transfer full): the lock, or %NULL with @error set
 */
WhFileLock *
wh_file_lock_new (const char *path,
                  GError    **error)
{
  g_autoptr (WhFileLock) self = g_new0 (WhFileLock, 1);
  gint64 end = g_get_monotonic_time () + LOCK_TIMEOUT;

  self->path = g_strconcat (path, ".lock", NULL);
  self->fd = -1;

  while (try_lock (self, path, error))
    {
      if (self->fd >= 0)
        return g_steal_pointer (&self);

      if (g_get_monotonic_time () > end)
        {
          wh_store_set_error (path, SQLITE_BUSY, 0, NULL, error);
          return NULL;
        }

      g_usleep (LOCK_INTERVAL);
    }

  return NULL;
}

void
wh_file_lock_free (WhFileLock *self)
{
  if (self->fd >= 0)
    {
      g_unlink (self->path);
      close (self->fd);
    }

  g_free (self->path);
  g_free (self);
}

static gboolean
sync_path (const char *path,
           GError    **error)
{
  int      fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean synced = fd >= 0 && fsync (fd) == 0;

  if (!synced)
    wh_files_set_error (path, errno, error);

  if (fd >= 0)
    close (fd);

  return synced;
}

static gboolean
sync_folder_of (const char *path,
                GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return sync_path (folder, error);
}

/* Whether @name is that of a folder that wh_files_make_folder_beside() made for the
 * database @base.
 */
static gboolean
is_leftover (const char *name,
             const char *base)
{
  g_autofree char *prefix = g_strconcat (base, BESIDE, NULL);

  return g_str_has_prefix (name, prefix) && strlen (name) == strlen (prefix) + strlen (RANDOM);
}

/**
 * wh_files_remove_leftovers:
 * @path: a database, for which the caller holds the lock
 *
 * Removes what an instance left behind when it was killed.
 */
void
wh_files_remove_leftovers (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (is_leftover (name, base))
        {
          g_autofree char *leftover = g_build_filename (folder, name, NULL);

          wh_files_remove_folder (leftover);
        }
    }
}

/**
 * wh_files_make_folder_beside:
 *
 * Makes a folder on the same disk as @path, to put files together in. Their names
 * begin with %WH_FILES_NEW or %WH_FILES_DAMAGED.
 *
 * Returns: (transfer full): the folder, or %NULL with @error set
 */
char *
wh_files_make_folder_beside (const char *path,
                             GError    **error)
{
  g_autofree char *folder = g_strconcat (path, BESIDE RANDOM, NULL);

  if (g_mkdtemp (folder) == NULL)
    {
      wh_files_set_error (path, errno, error);
      return NULL;
    }

  return g_steal_pointer (&folder);
}

/* Removes a folder of wh_files_make_folder_beside() and our files in it. */
void
wh_files_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_prefix (name, WH_FILES_NEW) || g_str_has_prefix (name, WH_FILES_DAMAGED))
        g_unlink (path);
    }

  g_rmdir (folder);
}

static gboolean
write_all (int         fd,
           const char *buffer,
           gssize      length)
{
  while (length > 0)
    {
      gssize written = write (fd, buffer, length);

      if (written < 0 && errno != EINTR)
        return FALSE;

      if (written > 0)
        {
          buffer += written;
          length -= written;
        }
    }

  return TRUE;
}

/* Copies what is left in one open file to the other. */
static gboolean
copy_contents (const char *from,
               int         from_fd,
               const char *to,
               int         to_fd,
               GError    **error)
{
  gsize            size = 1024 * 1024;
  g_autofree char *buffer = g_malloc (size);

  for (;;)
    {
      gssize length = read (from_fd, buffer, size);

      if (length == 0)
        return fsync (to_fd) == 0 || wh_files_set_error (to, errno, error);

      if (length < 0 && errno == EINTR)
        continue;

      if (length < 0)
        return wh_files_set_error (from, errno, error);

      if (!write_all (to_fd, buffer, length))
        return wh_files_set_error (to, errno, error);
    }
}

/* Returns the descriptor, or -1 with @error set. A device may be without end, and a
 * pipe that nobody writes to would be waited for.
 */
static int
open_regular (const char *path,
              GError    **error)
{
  int         fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  struct stat info;

  if (fd < 0)
    {
      wh_files_set_error (path, errno, error);
      return -1;
    }

  if (fstat (fd, &info) == 0 && S_ISREG (info.st_mode))
    return fd;

  close (fd);
  refuse_irregular (path, error);

  return -1;
}

/**
 * wh_files_copy:
 * @to: a file that does not exist yet
 *
 * Copies a file, to the disk. Only the user may read the copy.
 */
gboolean
wh_files_copy (const char *from,
               const char *to,
               GError    **error)
{
  int      from_fd = open_regular (from, error);
  int      to_fd;
  gboolean copied;

  if (from_fd < 0)
    return FALSE;

  to_fd = g_open (to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (to_fd < 0)
    {
      wh_files_set_error (to, errno, error);
      close (from_fd);
      return FALSE;
    }

  copied = copy_contents (from, from_fd, to, to_fd, error);
  close (from_fd);
  close (to_fd);

  if (!copied)
    g_unlink (to);

  return copied;
}

/**
 * wh_files_put_in_place:
 * @from: a complete file on the same disk
 * @to: where it is to be; what is there is replaced
 *
 * Renames, and returns when that is on the disk.
 */
gboolean
wh_files_put_in_place (const char *from,
                       const char *to,
                       GError    **error)
{
  if (!sync_path (from, error))
    return FALSE;

  if (g_rename (from, to) != 0)
    return wh_files_set_error (to, errno, error);

  return sync_folder_of (to, error);
}

/**
 * wh_files_dup_dated_path:
 * @why: "damaged", "replaced"
 *
 * Returns: (transfer full): a name beside @path that no file has: with why, and when
 */
char *
wh_files_dup_dated_path (const char *path,
                         const char *why)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%dT%H%M%S");
  char            *dated = g_strdup_printf ("%s.%s-%s", path, why, date);

  for (guint i = 2; g_file_test (dated, G_FILE_TEST_EXISTS); i++)
    {
      g_free (dated);
      dated = g_strdup_printf ("%s.%s-%s-%u", path, why, date, i);
    }

  return dated;
}

static gboolean
has_contents (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 && info.st_size > 0;
}

/* Gives a file a second name; where the disk knows no such thing, a copy. */
static gboolean
give_name (const char *path,
           const char *name,
           GError    **error)
{
  return link (path, name) == 0 || wh_files_copy (path, name, error);
}

/**
 * wh_files_set_aside:
 * @path: a database that nobody should use any more
 * @why: "damaged", "replaced"
 *
 * Gives a database, and the log that belongs to it, a dated name. The file itself
 * keeps its own name too, so that there is never a moment without it, until it is
 * replaced; the log does not, since it must not be taken for that of the next file.
 *
 * Returns: (transfer full): the dated name, or %NULL with @error set
 */
char *
wh_files_set_aside (const char *path,
                    const char *why,
                    GError    **error)
{
  g_autofree char *dated = wh_files_dup_dated_path (path, why);
  g_autofree char *dated_log = g_strconcat (dated, "-wal", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *log_index = g_strconcat (path, "-shm", NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS) && !give_name (path, dated, error))
    return NULL;

  if (has_contents (log) && !give_name (log, dated_log, error))
    return NULL;

  if (!sync_folder_of (path, error))
    return NULL;

  g_unlink (log);
  g_unlink (log_index);

  return g_steal_pointer (&dated);
}
