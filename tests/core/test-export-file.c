/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "wh-export-file.h"

typedef struct
{
  char  *directory;
  char  *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  fixture->directory = g_dir_make_tmp ("wheelhouse-export-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->directory, "list.md", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  g_autofree char *link = g_build_filename (fixture->directory, "link.md", NULL);

  g_remove (link);
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->directory), ==, 0);
  g_free (fixture->directory);
  g_free (fixture->path);
  g_object_unref (fixture->file);
}

static gboolean
write_text (GFile      *file,
            const char *text,
            GError    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return wh_export_file_write (file, bytes, NULL, error);
}

static void
assert_contents (const char *path,
                 const char *expected)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (contents, ==, expected);
}

static guint
count_files (const char *directory)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
test_export_file_replaces (Fixture      *fixture,
                           gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (write_text (fixture->file, "one", &error));
  assert_contents (fixture->path, "one");

  g_assert_true (write_text (fixture->file, "", &error));
  assert_contents (fixture->path, "");
  g_assert_no_error (error);
}

static void
test_export_file_follows_links (Fixture      *fixture,
                                gconstpointer user_data)
{
  g_autofree char *link = g_build_filename (fixture->directory, "link.md", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (link);
  g_autoptr (GError) error = NULL;

  g_assert_true (write_text (fixture->file, "old", &error));
  g_assert_cmpint (symlink ("list.md", link), ==, 0);

  g_assert_true (write_text (file, "new", &error));
  assert_contents (fixture->path, "new");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
}

/* A file may not grow beyond some bytes: writing fails half way, as on a full disk. */
static void
test_export_file_leaves_what_was_subprocess (void)
{
  Fixture          fixture = { 0 };
  struct rlimit    limit = { .rlim_cur = 512, .rlim_max = 512 };
  g_autofree char *long_text = g_strnfill (10000, 'x');
  g_autoptr (GError) error = NULL;

  set_up (&fixture, NULL);
  g_assert_true (write_text (fixture.file, "precious", &error));

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (write_text (fixture.file, long_text, &error));

  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, fixture.path));
  assert_contents (fixture.path, "precious");
  g_assert_cmpuint (count_files (fixture.directory), ==, 1);
  tear_down (&fixture, NULL);
}

static void
test_export_file_leaves_what_was (void)
{
  g_test_trap_subprocess ("/export-file/leaves-what-was/subprocess", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

/* A device stays a device. */
static void
test_export_file_writes_to_devices (void)
{
  g_autoptr (GFile) full = g_file_new_for_path ("/dev/full");
  g_autoptr (GFile) null = g_file_new_for_path ("/dev/null");
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_true (write_text (null, "gone", &error));
  g_assert_no_error (error);

  g_assert_false (write_text (full, "too much", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpint (g_stat ("/dev/full", &status), ==, 0);
  g_assert_true (S_ISCHR (status.st_mode));
}

static void
test_export_file_says_what_is_wrong (Fixture      *fixture,
                                     gconstpointer user_data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->directory);
  g_autoptr (GFile) nowhere = g_file_get_child (fixture->file, "no/such/list.md");
  g_autoptr (GError) error = NULL;

  g_assert_false (write_text (folder, "text", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_nonnull (strstr (error->message, fixture->directory));
  g_clear_error (&error);

  g_assert_false (write_text (nowhere, "text", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_nonnull (strstr (error->message, "no/such/list.md"));
}

#define add_test(name, function) \
  g_test_add ("/export-file/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("replaces", test_export_file_replaces);
  add_test ("follows-links", test_export_file_follows_links);
  add_test ("says-what-is-wrong", test_export_file_says_what_is_wrong);
  g_test_add_func ("/export-file/writes-to-devices", test_export_file_writes_to_devices);
  g_test_add_func ("/export-file/leaves-what-was", test_export_file_leaves_what_was);
  g_test_add_func ("/export-file/leaves-what-was/subprocess", test_export_file_leaves_what_was_subprocess);

  return g_test_run ();
}
