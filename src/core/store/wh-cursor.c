/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "wh-database-private.h"

/* What stands for a text that is not UTF-8: U+FFFD. */
#define NOT_TEXT "\357\277\275"

/* The number of bytes of @text to use: not more than %WH_TEXT_MAX, cut between two
 * characters, and nothing after a zero byte.
 */
static gsize
bounded_length (const char *text,
                gsize       length)
{
  gsize bounded = strnlen (text, MIN (length, WH_TEXT_MAX));

  /* Not into the middle of a character: step back over the bytes that continue one. */
  if (bounded == WH_TEXT_MAX && bounded < length)
    {
      while (bounded > 0 && ((guchar) text[bounded] & 0xc0) == 0x80)
        bounded--;
    }

  return bounded;
}

/* Gives a cursor back to the database it came from. */
void
wh_cursor_release (WhCursor *cursor)
{
  g_return_if_fail (cursor != NULL);

  sqlite3_reset (cursor);
  sqlite3_clear_bindings (cursor);
  wh_database_keep_statement (cursor);
}

/* @text: (nullable) */
void
wh_cursor_bind_text (WhCursor   *cursor,
                     int         parameter,
                     const char *text)
{
  if (sqlite3_bind_text (cursor, parameter, text, -1, SQLITE_STATIC) == SQLITE_RANGE)
    g_critical ("No parameter %d in “%s”", parameter, sqlite3_sql (cursor));
}

void
wh_cursor_bind_int64 (WhCursor *cursor,
                      int       parameter,
                      gint64    value)
{
  if (sqlite3_bind_int64 (cursor, parameter, value) == SQLITE_RANGE)
    g_critical ("No parameter %d in “%s”", parameter, sqlite3_sql (cursor));
}

void
wh_cursor_bind_double (WhCursor *cursor,
                       int       parameter,
                       double    value)
{
  if (sqlite3_bind_double (cursor, parameter, value) == SQLITE_RANGE)
    g_critical ("No parameter %d in “%s”", parameter, sqlite3_sql (cursor));
}

/**
 * wh_cursor_next:
 *
 * Goes to the next row, the first one at first.
 *
 * Returns: %FALSE at the end, or with @error set
 */
gboolean
wh_cursor_next (WhCursor *cursor,
                GError  **error)
{
  int rc = sqlite3_step (cursor);

  if (rc != SQLITE_ROW && rc != SQLITE_DONE)
    wh_database_take_error (wh_database_of_statement (cursor), error);

  return rc == SQLITE_ROW;
}

/**
 * wh_cursor_run:
 *
 * Runs a statement that yields no rows, and makes it ready to run again with the
 * same parameters.
 */
gboolean
wh_cursor_run (WhCursor *cursor,
               GError  **error)
{
  int rc = sqlite3_step (cursor);

  if (rc != SQLITE_DONE)
    {
      g_return_val_if_fail (rc != SQLITE_ROW, FALSE);
      wh_database_take_error (wh_database_of_statement (cursor), error);
    }

  sqlite3_reset (cursor);
  return rc == SQLITE_DONE;
}

/* Goes back before the first row, to read again, perhaps with other parameters. */
void
wh_cursor_rewind (WhCursor *cursor)
{
  sqlite3_reset (cursor);
}

gboolean
wh_cursor_is_null (WhCursor *cursor,
                   int       column)
{
  return sqlite3_column_type (cursor, column) == SQLITE_NULL;
}

gint64
wh_cursor_get_int64 (WhCursor *cursor,
                     int       column)
{
  return sqlite3_column_int64 (cursor, column);
}

/* A number that cannot be a #guint counts as 0. */
guint
wh_cursor_get_uint (WhCursor *cursor,
                    int       column)
{
  gint64 value = sqlite3_column_int64 (cursor, column);

  return value >= 0 && value <= G_MAXINT ? (guint) value : 0;
}

double
wh_cursor_get_double (WhCursor *cursor,
                      int       column)
{
  return sqlite3_column_double (cursor, column);
}

/**
 * wh_cursor_get_text:
 *
 * A text that is not UTF-8 or longer than %WH_TEXT_MAX is replaced by U+FFFD;
 * wh_cursor_dup_text() saves what there is to save of it.
 *
 * Returns: (nullable): the text, until the next step; %NULL for NULL
 */
const char *
wh_cursor_get_text (WhCursor *cursor,
                    int       column)
{
  const char *text = (const char *) sqlite3_column_text (cursor, column);
  gsize       length = sqlite3_column_bytes (cursor, column);

  if (text == NULL)
    return NULL;

  return length <= WH_TEXT_MAX && g_utf8_validate_len (text, length, NULL) ? text : NOT_TEXT;
}

/**
 * wh_cursor_dup_text:
 *
 * What is not UTF-8 is replaced by U+FFFD, what is longer than %WH_TEXT_MAX cut.
 *
 * Returns: (nullable): the text; %NULL for NULL
 */
char *
wh_cursor_dup_text (WhCursor *cursor,
                    int       column)
{
  const char *text = (const char *) sqlite3_column_text (cursor, column);
  gsize       length = sqlite3_column_bytes (cursor, column);

  if (text == NULL)
    return NULL;

  return g_utf8_make_valid (text, bounded_length (text, length));
}

/**
 * wh_database_count:
 * @sql: a statement that yields one number
 * @count: (out): the number; untouched when it fails
 */
gboolean
wh_database_count (WhDatabase *self,
                   const char *sql,
                   gint64     *count,
                   GError    **error)
{
  g_autoptr (WhCursor) cursor = wh_database_prepare (self, sql, error);

  if (cursor == NULL || !wh_cursor_next (cursor, error))
    return FALSE;

  *count = wh_cursor_get_int64 (cursor, 0);
  return TRUE;
}
