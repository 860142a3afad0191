/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "wh-bundle.h"
#include "wh-catalogue-store.h"
#include "wh-database-private.h"
#include "wh-files.h"
#include "wh-recovery.h"
#include "wh-user-database.h"

/* Up to this size a file is looked through whole whenever it is opened, which takes
 * some milliseconds; of a larger one only the user's part.
 */
#define WHOLE_CHECK_MAX (8 * 1024 * 1024)

/**
 * wh_user_database_dup_path:
 *
 * A relative XDG_DATA_HOME counts for nothing, as its specification says: it would be
 * another database in every folder that the program is started from.
 *
 * Returns: (transfer full): where the user's database lies
 */
char *
wh_user_database_dup_path (void)
{
  const char      *data = g_get_user_data_dir ();
  g_autofree char *usual = g_build_filename (g_get_home_dir (), ".local", "share", NULL);

  return g_build_filename (g_path_is_absolute (data) ? data : usual, USER_FOLDER, "wheelhouse.db", NULL);
}

static gboolean
verify_user_tables (WhDatabase *database,
                    GError    **error)
{
  static const char *const pragmas[] = {
    "PRAGMA quick_check (user_rating)",
    "PRAGMA quick_check (user_note)",
    "PRAGMA quick_check (user_status)",
    "PRAGMA quick_check (plan)",
    "PRAGMA quick_check (plan_item)",
    "PRAGMA quick_check (saved_view)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pragmas); i++)
    {
      if (!wh_database_verify (database, pragmas[i], error))
        return FALSE;
    }

  return TRUE;
}

/* Opens a database that is there, and makes sure that it is sound. */
static WhDatabase *
open_sound (const char *path,
            GError    **error)
{
  g_autoptr (WhDatabase) database = wh_database_open (path, WH_DATABASE_READ_WRITE, error);
  GStatBuf info;
  gboolean sound;

  if (database == NULL)
    return NULL;

  if (g_stat (path, &info) == 0 && info.st_size <= WHOLE_CHECK_MAX)
    sound = wh_database_verify (database, "PRAGMA quick_check (1)", error);
  else
    sound = verify_user_tables (database, error);

  if (sound)
    return g_steal_pointer (&database);

  wh_database_leave_log (database);
  return NULL;
}

/* A file that somebody made but never wrote to has nothing to lose. */
static gboolean
is_missing_or_empty (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf         info;

  if (g_stat (path, &info) != 0)
    return errno == ENOENT;

  return S_ISREG (info.st_mode) && info.st_size == 0 && !g_file_test (log, G_FILE_TEST_EXISTS);
}

/* Makes sure that the bundle is one, so that what is made from it can be opened. */
static gboolean
check_bundle (const char *bundle_path,
              char      **revision,
              GError    **error)
{
  g_autoptr (WhDatabase) bundle = wh_database_open (bundle_path, WH_DATABASE_READ_ONLY, error);

  return bundle != NULL && (*revision = wh_store_dup_revision (bundle, error)) != NULL;
}

/* A log without its database would be taken for that of the new one. */
static gboolean
set_orphaned_log_aside (const char *path,
                        GError    **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *dated = NULL;

  if (!g_file_test (log, G_FILE_TEST_EXISTS))
    return TRUE;

  dated = wh_files_set_aside (path, "damaged", error);
  return dated != NULL;
}

/* First start: the user's database begins as a copy of the bundle. */
static gboolean
create (const char *path,
        const char *bundle_path,
        GError    **error)
{
  g_autofree char *revision = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *copy = NULL;
  gboolean         created;

  if (!check_bundle (bundle_path, &revision, error) ||
      !set_orphaned_log_aside (path, error) ||
      !(folder = wh_files_make_folder_beside (path, error)))
    return FALSE;

  copy = g_build_filename (folder, WH_FILES_NEW, NULL);
  created = wh_files_copy (bundle_path, copy, error) && wh_files_put_in_place (copy, path, error);
  wh_files_remove_folder (folder);

  return created;
}

/* Works on a copy of the damaged file, since reading one that has a log writes it. */
static gboolean
copy_damaged (const char *path,
              const char *copy,
              GError    **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *copy_of_log = g_strconcat (copy, "-wal", NULL);

  return wh_files_copy (path, copy, error) &&
         (!g_file_test (log, G_FILE_TEST_EXISTS) || wh_files_copy (log, copy_of_log, error));
}

static gboolean
fill_recovered (const char *damaged,
                const char *recovered,
                const char *path,
                WhRecovery *recovery,
                GError    **error)
{
  g_autoptr (WhDatabase) database = wh_database_open_as (recovered, path, WH_DATABASE_READ_WRITE, error);

  /* What the user had may be from before a key was renamed. */
  return database != NULL &&
         wh_recovery_run (damaged, database, recovery, error) &&
         wh_bundle_follow_renames (database, error) &&
         wh_database_exec (database, "PRAGMA journal_mode = DELETE", error);
}

static char *
describe_recovery (const char       *path,
                   const char       *set_aside,
                   const WhRecovery *recovery)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *name = g_path_get_basename (set_aside);
  g_autofree char *shown_name = g_filename_display_name (name);

  if (recovery->complete)
    return g_strdup_printf (_ ("“%s” was damaged. Everything of yours could be recovered. The damaged file was kept as “%s”."),
                            shown, shown_name);

  if (recovery->n_rows > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "“%s” was damaged. %u entry of yours could be recovered; others may be missing. The damaged file was kept as “%s”.",
                                         "“%s” was damaged. %u entries of yours could be recovered; others may be missing. The damaged file was kept as “%s”.",
                                         recovery->n_rows),
                            shown, recovery->n_rows, shown_name);

  return g_strdup_printf (_ ("“%s” was damaged, and nothing of yours could be read from it. It was kept as “%s”; restore a backup if you have one."),
                          shown, shown_name);
}

/* Everything that may fail comes first: until the last step the damaged file is
 * where it was.
 */
static gboolean
recover_in_folder (const char *path,
                   const char *bundle_path,
                   const char *folder,
                   char      **notice,
                   GError    **error)
{
  g_autofree char *damaged = g_build_filename (folder, WH_FILES_DAMAGED, NULL);
  g_autofree char *recovered = g_build_filename (folder, WH_FILES_NEW, NULL);
  g_autofree char *set_aside = NULL;
  WhRecovery       recovery;

  if (!copy_damaged (path, damaged, error) ||
      !wh_files_copy (bundle_path, recovered, error) ||
      !fill_recovered (damaged, recovered, path, &recovery, error) ||
      !(set_aside = wh_files_set_aside (path, "damaged", error)) ||
      !wh_files_put_in_place (recovered, path, error))
    return FALSE;

  g_clear_pointer (notice, g_free);
  *notice = describe_recovery (path, set_aside, &recovery);

  return TRUE;
}

static gboolean
recover (const char *path,
         const char *bundle_path,
         char      **notice,
         GError    **error)
{
  g_autofree char *revision = NULL;
  g_autofree char *folder = NULL;
  gboolean         recovered;

  if (!check_bundle (bundle_path, &revision, error) || !(folder = wh_files_make_folder_beside (path, error)))
    return FALSE;

  recovered = recover_in_folder (path, bundle_path, folder, notice, error);
  wh_files_remove_folder (folder);

  return recovered;
}

/* Under the lock everything is looked at again: another instance that started at the
 * same moment may have been first.
 */
static WhDatabase *
open_with_care (const char *path,
                const char *bundle_path,
                char      **notice,
                GError    **error)
{
  g_autoptr (WhFileLock) lock = wh_file_lock_new (path, error);
  g_autoptr (GError) local_error = NULL;
  WhDatabase *database;

  if (lock == NULL)
    return NULL;

  wh_files_remove_leftovers (path);

  if (is_missing_or_empty (path))
    return create (path, bundle_path, error) ? open_sound (path, error) : NULL;

  if ((database = open_sound (path, &local_error)))
    return database;

  if (!g_error_matches (local_error, WH_STORE_ERROR, WH_STORE_ERROR_CORRUPT))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return recover (path, bundle_path, notice, error) ? open_sound (path, error) : NULL;
}

/* Looks whether there is a file before opening it and not after that has failed: by
 * then another instance may have made it. Once there, it never goes away.
 */
static WhDatabase *
open_or_make (const char *path,
              const char *bundle_path,
              char      **notice,
              GError    **error)
{
  g_autoptr (GError) local_error = NULL;
  WhDatabase *database;

  if (is_missing_or_empty (path))
    return open_with_care (path, bundle_path, notice, error);

  if ((database = open_sound (path, &local_error)))
    return database;

  if (g_error_matches (local_error, WH_STORE_ERROR, WH_STORE_ERROR_CORRUPT))
    return open_with_care (path, bundle_path, notice, error);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* A catalogue that cannot be had is no reason to keep the user from theirs. */
static void
take_bundle (WhDatabase *database,
             const char *bundle_path,
             char      **notice)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *own = wh_store_dup_revision (database, &error);
  g_autofree char *revision = NULL;

  if (own != NULL && check_bundle (bundle_path, &revision, &error) &&
      (g_str_equal (own, revision) || wh_bundle_replace (database, bundle_path, &error)))
    return;

  if (*notice == NULL)
    *notice = g_strdup_printf (_ ("The catalogue could not be brought up to date; the one you have stays. %s"), error->message);
}

static gboolean
make_parent_folder (const char *path,
                    GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_mkdir_with_parents (folder, 0700) == 0 || wh_files_set_error (folder, errno, error);
}

/**
 * wh_user_database_open:
 * @path: the user's database
 * @bundle_path: the catalogue that comes with the program
 * @notice: (out) (nullable): what the user should know, or %NULL
 *
 * Opens the user's database. When there is none, it begins as a copy of the bundle.
 * When the bundle is another than last time, it replaces what the bundle owns, and
 * the user's own data follow keys that were renamed. A damaged file is set aside
 * under a dated name, and a new one is made with what could be read of the user's
 * data; @notice says so. A link is followed, and stays one.
 *
 * Any other error leaves the file as it was.
 *
 * Returns: (transfer full): the database, or %NULL with a [error@Wh.StoreError]
 */
WhDatabase *
wh_user_database_open (const char *path,
                       const char *bundle_path,
                       char      **notice,
                       GError    **error)
{
  g_autoptr (WhDatabase) database = NULL;
  g_autofree char *target = NULL;
  g_autofree char *what_happened = NULL;

  g_return_val_if_fail (path != NULL && bundle_path != NULL, NULL);

  target = wh_files_resolve (path);

  if (!make_parent_folder (target, error) || !wh_files_check_replaceable (target, error))
    return NULL;

  if (!(database = open_or_make (target, bundle_path, &what_happened, error)))
    return NULL;

  take_bundle (database, bundle_path, &what_happened);

  if (notice != NULL)
    *notice = g_steal_pointer (&what_happened);

  return g_steal_pointer (&database);
}
