/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "wh-database-private.h"
#include "wh-files.h"
#include "wh-schema.h"

/* How long to wait for another program's lock before saying so; and who only looks has
 * something else to look at.
 */
#define BUSY_TIMEOUT_MS 5000
#define PEEK_TIMEOUT_MS 100

struct _WhDatabase
{
  GObject parent_instance;

  char          *path;
  char          *shown; /* what messages call the file */
  WhDatabaseMode mode;
  gboolean       peeking; /* no file is made beside it */
  GThread       *thread;
  sqlite3       *db;
  GHashTable    *statements; /* char* (of the statement) => sqlite3_stmt*, those not on loan */
  guint          busy_timeout;
  gint64         data_version;
};

G_DEFINE_FINAL_TYPE (WhDatabase, wh_database, G_TYPE_OBJECT)

#define CLIENT_DATA "WhDatabase"

#define ASSERT_THREAD(self) g_assert ((self)->thread == g_thread_self ())

/* What the program asks of every connection. Foreign keys are off unless asked for;
 * FULL, because the user's own edits are small and must survive a power cut.
 */
static const char pragmas[] =
  "PRAGMA foreign_keys = ON;"
  "PRAGMA cell_size_check = ON;"
  "PRAGMA synchronous = FULL;"
  "PRAGMA mmap_size = 268435456;"
  "PRAGMA cache_size = -16384;"
  "PRAGMA temp_store = MEMORY;";

GQuark
wh_store_error_quark (void)
{
  return g_quark_from_static_string ("wh-store-error-quark");
}

static gboolean
is_in_memory (const char *path)
{
  return g_str_equal (path, ":memory:");
}

/* Whether @path, and the folder in which SQLite puts its journal, may be written. */
static gboolean
is_writable (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (access (folder, W_OK) != 0)
    return FALSE;

  return access (path, W_OK) == 0 || errno == ENOENT;
}

static void
set_cannot_open_error (const char    *path,
                       const char    *shown,
                       WhDatabaseMode mode,
                       int            system_errno,
                       GError       **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (access (folder, F_OK) != 0 && errno == ENOENT)
    g_set_error (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND,
                 _ ("There is no folder for “%s”. Create it, or choose another file."), shown);
  else if (mode != WH_DATABASE_CREATE && access (path, F_OK) != 0 && errno == ENOENT)
    g_set_error (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND,
                 _ ("There is no file “%s”."), shown);
  else if (system_errno == ENOSPC || system_errno == EDQUOT)
    wh_store_set_error (path, SQLITE_FULL, 0, NULL, error);
  else if (mode != WH_DATABASE_READ_ONLY && !is_writable (path))
    wh_store_set_error (path, SQLITE_READONLY, 0, NULL, error);
  else
    g_set_error (error, WH_STORE_ERROR, WH_STORE_ERROR_FAILED,
                 _ ("“%s” cannot be opened: %s. Check that it is a file and that you may read it."),
                 shown, system_errno != 0 ? g_strerror (system_errno) : sqlite3_errstr (SQLITE_CANTOPEN));
}

/**
 * wh_store_set_error:
 * @path: the file it is about
 * @rc: SQLite's (extended) result code
 * @system_errno: the errno behind it, or 0
 * @detail: (nullable): SQLite's own words
 *
 * Says in plain words what SQLite could not do with a file.
 *
 * Returns: %FALSE
 */
gboolean
wh_store_set_error (const char *path,
                    int         rc,
                    int         system_errno,
                    const char *detail,
                    GError    **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (system_errno == ENOSPC || system_errno == EDQUOT)
    rc = SQLITE_FULL;
  else if (system_errno == EROFS)
    rc = SQLITE_READONLY;

  switch (rc & 0xff)
    {
    case SQLITE_NOTADB:
      g_set_error (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_DATABASE,
                   _ ("“%s” is not a Wheelhouse database. It was left as it is; move it away, or choose another file."),
                   shown);
      break;

    /* What is written was checked before, so what refuses it is wrong itself. */
    case SQLITE_CORRUPT:
    case SQLITE_CONSTRAINT:
    case SQLITE_TOOBIG:
      g_set_error (error, WH_STORE_ERROR, WH_STORE_ERROR_CORRUPT,
                   _ ("“%s” is damaged (%s). Restore a backup of it, or move it away."),
                   shown, detail != NULL ? detail : sqlite3_errstr (rc));
      break;

    case SQLITE_READONLY:
    case SQLITE_PERM:
      g_set_error (error, WH_STORE_ERROR, WH_STORE_ERROR_READ_ONLY,
                   _ ("“%s” cannot be written. Make the file and its folder writable, or choose another file."),
                   shown);
      break;

    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, WH_STORE_ERROR, WH_STORE_ERROR_BUSY,
                   _ ("“%s” is locked by another program. Wait until it has finished, or close it, and try again."),
                   shown);
      break;

    case SQLITE_FULL:
      g_set_error (error, WH_STORE_ERROR, WH_STORE_ERROR_FULL,
                   _ ("There is no space left for “%s”. Nothing was changed; free some space and try again."),
                   shown);
      break;

    case SQLITE_IOERR:
      g_set_error (error, WH_STORE_ERROR, WH_STORE_ERROR_FAILED,
                   _ ("“%s” could not be read or written: %s. Check that it is a file and that its disk is in order."),
                   shown, system_errno != 0 ? g_strerror (system_errno) : sqlite3_errstr (rc));
      break;

    default:
      g_set_error (error, WH_STORE_ERROR, WH_STORE_ERROR_FAILED,
                   "%s: %s", shown, detail != NULL ? detail : sqlite3_errstr (rc));
    }

  return FALSE;
}

/* The connection trusts nothing of the file's schema: no triggers, no views, no
 * functions with side effects, and no writing to the schema behind SQL's back.
 */
static void
harden (WhDatabase *self)
{
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_limit (self->db, SQLITE_LIMIT_LENGTH, WH_LENGTH_MAX);
}

static gboolean
connect_to (WhDatabase *self,
            const char *name,
            int         flags,
            GError    **error)
{
  /* URI: the path is absolute, so it cannot be taken for one; but a bundle is attached by one. */
  int rc = sqlite3_open_v2 (name, &self->db,
                            flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_URI, NULL);

  if (rc != SQLITE_OK)
    return wh_database_take_error (self, error);

  harden (self);
  sqlite3_set_clientdata (self->db, CLIENT_DATA, self, NULL);
  wh_database_set_busy_timeout (self, self->peeking ? PEEK_TIMEOUT_MS : BUSY_TIMEOUT_MS);

  return TRUE;
}

static void
disconnect (WhDatabase *self)
{
  g_hash_table_remove_all (self->statements);

  if (self->db != NULL)
    sqlite3_set_clientdata (self->db, CLIENT_DATA, NULL, NULL);

  g_clear_pointer (&self->db, sqlite3_close_v2);
}

static gboolean
has_log (WhDatabase *self)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);

  return g_file_test (log, G_FILE_TEST_EXISTS);
}

/* A database in WAL mode in a folder that cannot be written is readable only by
 * promising that nobody writes it, which is so when nobody left a log.
 */
static gboolean
connect_immutable (WhDatabase *self,
                   GError    **error)
{
  g_autofree char *uri = NULL;
  g_autofree char *name = NULL;

  if (has_log (self) || !(uri = g_filename_to_uri (self->path, NULL, NULL)))
    return wh_database_take_error (self, error);

  name = g_strconcat (uri, "?immutable=1", NULL);
  disconnect (self);

  return connect_to (self, name, SQLITE_OPEN_READONLY, error);
}

static gboolean
connect (WhDatabase *self,
         GError    **error)
{
  static const int flags[] = {
    [WH_DATABASE_READ_ONLY] = SQLITE_OPEN_READONLY,
    [WH_DATABASE_READ_WRITE] = SQLITE_OPEN_READWRITE,
    [WH_DATABASE_CREATE] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
  };

  if (!connect_to (self, self->path, flags[self->mode], error))
    return FALSE;

  if (self->peeking && !has_log (self))
    return connect_immutable (self, error);

  if (self->mode == WH_DATABASE_READ_ONLY)
    {
      /* The first read tells whether the log and its index can be had. */
      int rc = sqlite3_exec (self->db, "PRAGMA schema_version", NULL, NULL, NULL);

      if ((rc & 0xff) == SQLITE_CANTOPEN || (rc & 0xff) == SQLITE_READONLY)
        return connect_immutable (self, error);
    }
  else if (sqlite3_db_readonly (self->db, "main") == 1)
    {
      return wh_store_set_error (self->shown, SQLITE_READONLY, 0, NULL, error);
    }

  return TRUE;
}

/* Two programs that switch at the same moment get SQLITE_BUSY at once, without
 * waiting, because either might wait for the other.
 */
static gboolean
switch_to_wal (WhDatabase *self,
               GError    **error)
{
  gint64 end = g_get_monotonic_time () + self->busy_timeout * G_TIME_SPAN_MILLISECOND;
  int    rc;

  while ((rc = sqlite3_exec (self->db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL) & 0xff) == SQLITE_BUSY &&
         g_get_monotonic_time () < end)
    g_usleep (20 * G_TIME_SPAN_MILLISECOND);

  return rc == SQLITE_OK || wh_database_take_error (self, error);
}

/* Finds out whether the file is ours, and only then does anything to it. */
static gboolean
prepare_file (WhDatabase *self,
              GError    **error)
{
  return wh_database_identify (self, self->mode, error) &&
         wh_database_exec (self, pragmas, error) &&
         (self->mode == WH_DATABASE_READ_ONLY ||
          (switch_to_wal (self, error) && wh_database_migrate (self, error)));
}

/* Statements are thousands of characters long and few; hashing all of one costs as
 * much as running it. Their lengths and ends tell them apart well enough.
 */
static guint
hash_sql (gconstpointer sql)
{
  const char *text = sql;
  gsize       length = strlen (text);

  return g_str_hash (text + length - MIN (length, 16)) + (guint) length;
}

static void
wh_database_finalize (GObject *object)
{
  WhDatabase *self = WH_DATABASE (object);

  disconnect (self);
  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (wh_database_parent_class)->finalize (object);
}

static void
wh_database_class_init (WhDatabaseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wh_database_finalize;
}

static void
wh_database_init (WhDatabase *self)
{
  self->thread = g_thread_self ();
  self->statements = g_hash_table_new_full (hash_sql, g_str_equal, NULL, (GDestroyNotify) sqlite3_finalize);
}

static WhDatabase *
new_of_file (const char    *path,
             const char    *shown,
             WhDatabaseMode mode)
{
  WhDatabase *self = g_object_new (WH_TYPE_DATABASE, NULL);

  self->path = is_in_memory (path) ? g_strdup (path) : wh_files_resolve (path);
  self->shown = is_in_memory (shown) ? g_strdup (shown) : g_canonicalize_filename (shown, NULL);
  self->mode = mode;

  return self;
}

/**
 * wh_database_open_as:
 * @path: the file
 * @shown: the name that messages are to call it by: that of the file it is a copy of
 *
 * wh_database_open() for a copy that the user knows nothing of.
 */
WhDatabase *
wh_database_open_as (const char    *path,
                     const char    *shown,
                     WhDatabaseMode mode,
                     GError       **error)
{
  g_autoptr (WhDatabase) self = new_of_file (path, shown, mode);
  g_autoptr (GError) local_error = NULL;

  if (!connect (self, &local_error) || !prepare_file (self, &local_error))
    {
      /* The last one to close a database puts its log into it. */
      if (g_error_matches (local_error, WH_STORE_ERROR, WH_STORE_ERROR_CORRUPT))
        wh_database_leave_log (self);

      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * wh_database_open:
 * @path: the file; ":memory:" is a database that lives as long as the connection
 *
 * Opens a database. Nothing is written to a file that is not ours.
 *
 * Returns: (transfer full): the connection, or %NULL with a [error@Wh.StoreError]
 */
WhDatabase *
wh_database_open (const char    *path,
                  WhDatabaseMode mode,
                  GError       **error)
{
  g_return_val_if_fail (path != NULL && *path != '\0', NULL);

  return wh_database_open_as (path, path, mode, error);
}

/**
 * wh_database_peek:
 * @path: the file
 *
 * Opens a database to read from it at once and to close it again, for who was not asked
 * to open it: nothing is made beside a file that nobody has open, nobody has to wait, and
 * it does not wait for long itself. When somebody begins to write at the very moment, an
 * error may be read, so there should be something else to look at.
 *
 * Returns: (transfer full): the connection, or %NULL with a [error@Wh.StoreError]
 */
WhDatabase *
wh_database_peek (const char *path,
                  GError    **error)
{
  g_autoptr (WhDatabase) self = NULL;

  g_return_val_if_fail (path != NULL && *path != '\0', NULL);

  /* To open a pipe is to wait for whoever writes into it. */
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      wh_files_set_error (path, ENXIO, error);
      return NULL;
    }

  self = new_of_file (path, path, WH_DATABASE_READ_ONLY);
  self->peeking = TRUE;

  if (!connect (self, error))
    return NULL;

  /* Were this the last one to close a log that was left behind, it would put it into the file. */
  wh_database_leave_log (self);

  return prepare_file (self, error) ? g_steal_pointer (&self) : NULL;
}

const char *
wh_database_get_path (WhDatabase *self)
{
  g_return_val_if_fail (WH_IS_DATABASE (self), NULL);

  return self->path;
}

/**
 * wh_database_get_log_path:
 *
 * Returns: (nullable): where commits are written first. It lies beside the file
 *   itself, which is not beside wh_database_get_path() when that is a link
 */
const char *
wh_database_get_log_path (WhDatabase *self)
{
  const char *log;

  g_return_val_if_fail (WH_IS_DATABASE (self), NULL);

  log = sqlite3_filename_wal (sqlite3_db_filename (self->db, "main"));

  return log != NULL && *log != '\0' ? log : NULL;
}

/**
 * wh_database_get_data_version:
 *
 * Returns: a number that changes when another connection, of this or of another
 *   program, has committed a change
 */
gint64
wh_database_get_data_version (WhDatabase *self)
{
  g_return_val_if_fail (WH_IS_DATABASE (self), 0);

  /* A file that cannot be asked now (locked, for instance) counts as unchanged. */
  wh_database_count (self, "PRAGMA data_version", &self->data_version, NULL);

  return self->data_version;
}

/**
 * wh_database_begin:
 *
 * Begins a transaction that writes, waiting for whoever else is writing.
 * Transactions do not nest.
 */
gboolean
wh_database_begin (WhDatabase *self,
                   GError    **error)
{
  g_return_val_if_fail (WH_IS_DATABASE (self), FALSE);
  g_return_val_if_fail (sqlite3_get_autocommit (self->db), FALSE);

  return wh_database_exec (self, "BEGIN IMMEDIATE", error);
}

/**
 * wh_database_begin_read:
 *
 * Begins a transaction in which every read sees the same state, whatever others
 * commit meanwhile. It ends with wh_database_rollback().
 */
gboolean
wh_database_begin_read (WhDatabase *self,
                        GError    **error)
{
  g_return_val_if_fail (WH_IS_DATABASE (self), FALSE);
  g_return_val_if_fail (sqlite3_get_autocommit (self->db), FALSE);

  return wh_database_exec (self, "BEGIN DEFERRED", error);
}

/**
 * wh_database_commit:
 *
 * Makes the transaction last. When that fails, it is rolled back.
 */
gboolean
wh_database_commit (WhDatabase *self,
                    GError    **error)
{
  g_return_val_if_fail (WH_IS_DATABASE (self), FALSE);

  if (wh_database_exec (self, "COMMIT", error))
    return TRUE;

  wh_database_rollback (self);
  return FALSE;
}

/* SQLite may have rolled back by itself, for instance when the disk is full. */
void
wh_database_rollback (WhDatabase *self)
{
  g_return_if_fail (WH_IS_DATABASE (self));

  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}

sqlite3 *
wh_database_get_handle (WhDatabase *self)
{
  ASSERT_THREAD (self);

  return self->db;
}

/* The path that messages name. */
const char *
wh_database_get_shown_path (WhDatabase *self)
{
  return self->shown;
}

/* A damaged file stays as it is: its log is not put into it when it is closed. */
void
wh_database_leave_log (WhDatabase *self)
{
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
}

void
wh_database_set_busy_timeout (WhDatabase *self,
                              guint       milliseconds)
{
  self->busy_timeout = milliseconds;
  sqlite3_busy_timeout (self->db, milliseconds);
}

/**
 * wh_database_exec:
 * @sql: statements, never made from anything that came from outside
 */
gboolean
wh_database_exec (WhDatabase *self,
                  const char *sql,
                  GError    **error)
{
  ASSERT_THREAD (self);

  if (sqlite3_exec (self->db, sql, NULL, NULL, NULL) != SQLITE_OK)
    return wh_database_take_error (self, error);

  return TRUE;
}

/**
 * wh_database_take_error:
 *
 * Turns the connection's last error into a #GError.
 *
 * Returns: %FALSE
 */
gboolean
wh_database_take_error (WhDatabase *self,
                        GError    **error)
{
  int rc = self->db != NULL ? sqlite3_extended_errcode (self->db) : SQLITE_NOMEM;
  int system_errno = self->db != NULL ? sqlite3_system_errno (self->db) : 0;

  if ((rc & 0xff) == SQLITE_CANTOPEN)
    {
      g_autofree char *shown = g_filename_display_name (self->shown);

      set_cannot_open_error (self->path, shown, self->mode, system_errno, error);
      return FALSE;
    }

  /* The errno is only about the last call to the system, which may be long ago. */
  if ((rc & 0xff) != SQLITE_IOERR)
    system_errno = 0;

  return wh_store_set_error (self->shown, rc, system_errno,
                             self->db != NULL ? sqlite3_errmsg (self->db) : NULL, error);
}

/**
 * wh_database_prepare:
 * @sql: one statement, never made from anything that came from outside
 *
 * Lends a prepared statement.
 *
 * Returns: (transfer full): the cursor, or %NULL with @error set
 */
WhCursor *
wh_database_prepare (WhDatabase *self,
                     const char *sql,
                     GError    **error)
{
  sqlite3_stmt *stmt = NULL;

  ASSERT_THREAD (self);

  if (g_hash_table_steal_extended (self->statements, sql, NULL, (gpointer *) &stmt))
    return stmt;

  if (sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL) != SQLITE_OK)
    {
      wh_database_take_error (self, error);
      return NULL;
    }

  return stmt;
}

/* Cached statements would hold on to an attached database. */
void
wh_database_forget_statements (WhDatabase *self)
{
  g_hash_table_remove_all (self->statements);
}

/* Takes a cursor back; called by wh_cursor_release(), which has reset it. */
void
wh_database_keep_statement (sqlite3_stmt *stmt)
{
  WhDatabase *self = sqlite3_get_clientdata (sqlite3_db_handle (stmt), CLIENT_DATA);

  if (self == NULL || g_hash_table_contains (self->statements, sqlite3_sql (stmt)))
    sqlite3_finalize (stmt);
  else
    g_hash_table_insert (self->statements, (char *) sqlite3_sql (stmt), stmt);
}

/* The database a cursor belongs to. */
WhDatabase *
wh_database_of_statement (sqlite3_stmt *stmt)
{
  return sqlite3_get_clientdata (sqlite3_db_handle (stmt), CLIENT_DATA);
}
