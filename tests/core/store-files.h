/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* unshare() */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Files for the tests of the store, and ways of spoiling them. */

static inline char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("wheelhouse-store-XXXXXX", &error);

  g_assert_no_error (error);

  /* For children that are somebody else. */
  g_assert_cmpint (g_chmod (g_get_tmp_dir (), 0711), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);

  return folder;
}

static inline void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_remove (path) != 0)
        remove_folder (path);
    }

  g_rmdir (folder);
}

/* The number of files in @folder whose names begin with @prefix. */
static inline guint
count_files (const char *folder,
             const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint       n = 0;

  g_assert_nonnull (dir);

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_prefix (name, prefix);

  return n;
}

/* The first file in @folder whose name begins with @prefix; a log is no file of its
 * own.
 */
static inline char *
find_file (const char *folder,
           const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_prefix (name, prefix) && !g_str_has_suffix (name, "-wal"))
        return g_build_filename (folder, name, NULL);
    }

  return NULL;
}

static inline GBytes *
read_bytes (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (contents, length);
}

static inline void
write_bytes (const char *path,
             const char *bytes,
             gsize       length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);
}

/* Overwrites part of a file in place. */
static inline void
spoil_bytes (const char *path,
             gint64      offset,
             gsize       length)
{
  g_autofree char *noise = g_malloc (length);
  int              fd = g_open (path, O_WRONLY, 0);

  memset (noise, 0xa5, length);
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (pwrite (fd, noise, length, offset), ==, (gssize) length);
  close (fd);
}

/* Runs SQL behind the program's back. */
static inline void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *db = NULL;
  char    *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* The first column of the first row, as text; "" for NULL and for no row. */
static inline char *
query_sql (const char *path,
           const char *sql)
{
  sqlite3      *db = NULL;
  sqlite3_stmt *stmt = NULL;
  char         *answer = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);

  if (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) != SQLITE_OK)
    g_error ("%s: %s", path, sqlite3_errmsg (db));

  if (sqlite3_step (stmt) == SQLITE_ROW)
    answer = g_strdup ((const char *) sqlite3_column_text (stmt, 0));

  sqlite3_finalize (stmt);
  sqlite3_close (db);

  return answer != NULL ? answer : g_strdup ("");
}

/* How a child says that it cannot do what it is to do. */
#define EXIT_SKIP 77

/* Runs @func in a process of its own, which fails the test when it fails. */
static inline void
run_in_child (void (*func) (gconstpointer data),
              gconstpointer data)
{
  pid_t pid = fork ();
  int   status;

  g_assert_cmpint (pid, >=, 0);

  if (pid == 0)
    {
      func (data);
      _exit (0);
    }

  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFEXITED (status));

  if (WEXITSTATUS (status) == EXIT_SKIP)
    g_test_skip ("Neither a user without privileges nor a small disk can be had here");
  else
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

/* For a child: root may write anything, so become somebody else. */
static inline void
drop_privileges (void)
{
  if (geteuid () == 0 && (setgid (65534) != 0 || setuid (65534) != 0))
    _exit (EXIT_SKIP);
}

/* For a child: puts a disk of @kilobytes at @folder. */
static inline void
mount_small_disk (const char *folder,
                  guint       kilobytes)
{
  g_autofree char *options = g_strdup_printf ("size=%uk", kilobytes);

  /* A mount namespace of our own: it goes with the process, whatever happens. */
  if (unshare (CLONE_NEWNS) != 0 || mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
      mount ("wheelhouse-test", folder, "tmpfs", 0, options) != 0)
    _exit (EXIT_SKIP);
}

/* Writes a file until the disk it lies on is full. */
static inline void
fill_disk (const char *path)
{
  static const char block[1024];
  int               fd = g_open (path, O_WRONLY | O_CREAT | O_APPEND, 0600);

  g_assert_cmpint (fd, >=, 0);

  while (write (fd, block, sizeof block) > 0)
    continue;

  close (fd);
}
