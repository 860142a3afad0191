/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "wh-database-private.h"
#include "wh-user-record.h"

/* A hostile file must not make us read changes for ever; these are the latest. */
#define HISTORY_MAX 10000

/* What would not be read again is not kept. */
static void
trim_history (WhUserRecord *self)
{
  if (self->history->len > HISTORY_MAX)
    g_array_remove_range (self->history, 0, self->history->len - HISTORY_MAX);
}

static WhStatus
get_last_status (const WhUserRecord *self)
{
  if (self->history->len == 0)
    return WH_STATUS_NONE;

  return g_array_index (self->history, WhStatusChange, self->history->len - 1).status;
}

WhUserRecord *
wh_user_record_new (const char *key)
{
  WhUserRecord *self = g_new0 (WhUserRecord, 1);

  g_return_val_if_fail (key != NULL, NULL);

  self->key = g_strdup (key);
  self->history = g_array_new (FALSE, FALSE, sizeof (WhStatusChange));

  return self;
}

WhUserRecord *
wh_user_record_copy (const WhUserRecord *self)
{
  WhUserRecord *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->key = g_strdup (self->key);
  copy->note = g_strdup (self->note);
  copy->item_note = g_strdup (self->item_note);
  copy->history = g_array_copy (self->history);

  return copy;
}

void
wh_user_record_free (WhUserRecord *self)
{
  g_free (self->key);
  g_free (self->note);
  g_free (self->item_note);
  g_array_unref (self->history);
  g_free (self);
}

static gboolean
equal_histories (const GArray *history,
                 const GArray *other)
{
  if (history->len != other->len)
    return FALSE;

  for (guint i = 0; i < history->len; i++)
    {
      const WhStatusChange *change = &g_array_index (history, WhStatusChange, i);
      const WhStatusChange *other_change = &g_array_index (other, WhStatusChange, i);

      if (change->status != other_change->status || change->at != other_change->at)
        return FALSE;
    }

  return TRUE;
}

/* What a record says of the plan counts only when it is in the plan. */
static gboolean
equal_plans (const WhUserRecord *self,
             const WhUserRecord *other)
{
  if (!self->planned || !other->planned)
    return self->planned == other->planned;

  return self->place == other->place &&
         self->added_at == other->added_at &&
         g_strcmp0 (self->item_note, other->item_note) == 0;
}

gboolean
wh_user_record_equal (const WhUserRecord *self,
                      const WhUserRecord *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return g_str_equal (self->key, other->key) &&
         self->my_rating == other->my_rating &&
         g_strcmp0 (self->note, other->note) == 0 &&
         self->status == other->status &&
         equal_histories (self->history, other->history) &&
         equal_plans (self, other);
}

/* Whether the user has nothing at all on the key. */
gboolean
wh_user_record_is_empty (const WhUserRecord *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->my_rating == 0 && self->note == NULL && self->history->len == 0 && !self->planned;
}

/**
 * wh_user_record_set_status:
 * @at: now, seconds since 1970, UTC
 *
 * Sets the status and notes the change in the history. Nothing happens when it is
 * the status already.
 */
void
wh_user_record_set_status (WhUserRecord *self,
                           WhStatus      status,
                           gint64        at)
{
  WhStatusChange change = { status, at };

  g_return_if_fail (self != NULL);

  if (self->status == status)
    return;

  self->status = status;
  g_array_append_val (self->history, change);
  trim_history (self);
}

/* Both texts, one below the other, unless one says what the other says already. */
static void
merge_text (char      **text,
            const char *other)
{
  g_autofree char *old = NULL;

  if (other == NULL || (*text != NULL && strstr (*text, other) != NULL))
    return;

  if (*text == NULL)
    {
      *text = g_strdup (other);
      return;
    }

  old = g_steal_pointer (text);
  *text = g_strconcat (old, "\n\n", other, NULL);

  /* Joined they may be longer than one may be; what does not fit is in neither. */
  if (strlen (*text) > WH_NOTE_MAX)
    {
      const char *end = g_utf8_find_prev_char (*text, *text + WH_NOTE_MAX);

      (*text)[end - *text] = '\0';
    }
}

static int
compare_changes (gconstpointer a,
                 gconstpointer b)
{
  const WhStatusChange *one = a;
  const WhStatusChange *other = b;

  return (one->at > other->at) - (one->at < other->at);
}

/**
 * wh_user_record_merge:
 * @other: what the user has on another key for the same thing
 *
 * Takes in what the user has on a key that is now known by the key of @self. Where
 * one has to be chosen, that of @self stays: it is the younger name. Notes are
 * joined, the histories become one in the order of time, and the plan has the
 * thing where it comes first.
 */
void
wh_user_record_merge (WhUserRecord       *self,
                      const WhUserRecord *other)
{
  g_return_if_fail (self != NULL && other != NULL);

  if (self->my_rating == 0)
    self->my_rating = other->my_rating;

  merge_text (&self->note, other->note);

  g_array_append_vals (self->history, other->history->data, other->history->len);
  g_array_sort (self->history, compare_changes);
  trim_history (self);
  self->status = get_last_status (self);

  if (!other->planned)
    return;

  merge_text (&self->item_note, other->item_note);
  self->place = self->planned ? MIN (self->place, other->place) : other->place;
  self->added_at = self->planned ? MIN (self->added_at, other->added_at) : other->added_at;
  self->planned = TRUE;
}

static gboolean
load_rating (WhDatabase   *database,
             WhUserRecord *record,
             GError      **error)
{
  g_autoptr (WhCursor) cursor = wh_database_prepare (database, "SELECT stars FROM user_rating WHERE key = ?1", error);

  if (cursor == NULL)
    return FALSE;

  wh_cursor_bind_text (cursor, 1, record->key);

  if (wh_cursor_next (cursor, error))
    record->my_rating = MIN (wh_cursor_get_uint (cursor, 0), WH_STARS_MAX);

  return *error == NULL;
}

/* A text as a record has it: %NULL rather than empty. */
static char *
dup_note (WhCursor *cursor,
          int       column)
{
  g_autofree char *note = wh_cursor_dup_text (cursor, column);

  return note != NULL && *note != '\0' ? g_steal_pointer (&note) : NULL;
}

static gboolean
load_note (WhDatabase   *database,
           WhUserRecord *record,
           GError      **error)
{
  g_autoptr (WhCursor) cursor = wh_database_prepare (database, "SELECT note FROM user_note WHERE key = ?1", error);

  if (cursor == NULL)
    return FALSE;

  wh_cursor_bind_text (cursor, 1, record->key);

  if (wh_cursor_next (cursor, error))
    record->note = dup_note (cursor, 0);

  return *error == NULL;
}

/* Takes a status and its time from two columns, the oldest first. Of an endless history the latest one counts. */
static void
add_change (WhUserRecord *record,
            WhCursor     *cursor,
            int           column)
{
  WhStatusChange change = { WH_STATUS_NONE, wh_cursor_get_int64 (cursor, column + 1) };
  const char    *status = wh_cursor_get_text (cursor, column);

  if (status != NULL)
    wh_status_from_key (status, &change.status);

  if (record->history->len == HISTORY_MAX)
    g_array_set_size (record->history, HISTORY_MAX - 1);

  g_array_append_val (record->history, change);
  record->status = change.status;
}

static gboolean
load_history (WhDatabase   *database,
              WhUserRecord *record,
              GError      **error)
{
  g_autoptr (WhCursor) cursor =
    wh_database_prepare (database,
                         "SELECT status, changed_at FROM (SELECT * FROM user_status WHERE key = ?1"
                         " ORDER BY place DESC LIMIT ?2) ORDER BY place",
                         error);

  if (cursor == NULL)
    return FALSE;

  wh_cursor_bind_text (cursor, 1, record->key);
  wh_cursor_bind_int64 (cursor, 2, HISTORY_MAX);

  while (wh_cursor_next (cursor, error))
    add_change (record, cursor, 0);

  return *error == NULL;
}

/* A file from elsewhere may hold a place without end, which nothing can stand behind. */
static double
get_place (WhCursor *cursor,
           int       column)
{
  double place = wh_cursor_get_double (cursor, column);

  return isfinite (place) ? place : 0;
}

static gboolean
load_plan_item (WhDatabase   *database,
                WhUserRecord *record,
                GError      **error)
{
  g_autoptr (WhCursor) cursor = wh_database_prepare (database, "SELECT place, note, added_at FROM plan_item WHERE plan_id = 1 AND key = ?1", error);

  if (cursor == NULL)
    return FALSE;

  wh_cursor_bind_text (cursor, 1, record->key);

  if (wh_cursor_next (cursor, error))
    {
      record->planned = TRUE;
      record->place = get_place (cursor, 0);
      record->item_note = dup_note (cursor, 1);
      record->added_at = wh_cursor_get_int64 (cursor, 2);
    }

  return *error == NULL;
}

static WhUserRecord *
load_record (WhDatabase *database,
             const char *key,
             GError    **error)
{
  g_autoptr (WhUserRecord) record = wh_user_record_new (key);
  g_autoptr (GError) local_error = NULL;

  if (load_rating (database, record, &local_error) &&
      load_note (database, record, &local_error) &&
      load_history (database, record, &local_error) &&
      load_plan_item (database, record, &local_error))
    return g_steal_pointer (&record);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* Begins a transaction of the kind wanted, unless the caller has one already.
 * @began tells which.
 */
static gboolean
begin_unless_begun (WhDatabase *database,
                    gboolean    writes,
                    gboolean   *began,
                    GError    **error)
{
  *began = sqlite3_get_autocommit (wh_database_get_handle (database));

  if (!*began)
    return TRUE;

  return writes ? wh_database_begin (database, error) : wh_database_begin_read (database, error);
}

/**
 * wh_store_load_user_record:
 *
 * Reads what the user has on a key, whether or not the catalogue knows it.
 *
 * Returns: (transfer full): the record, empty when there is nothing; %NULL with
 *   @error set
 */
WhUserRecord *
wh_store_load_user_record (WhDatabase *database,
                           const char *key,
                           GError    **error)
{
  WhUserRecord *record;
  gboolean      began;

  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  if (!begin_unless_begun (database, FALSE, &began, error))
    return NULL;

  record = load_record (database, key, error);

  if (began)
    wh_database_rollback (database);

  return record;
}

static GPtrArray *
load_records (WhDatabase *database,
              WhCursor   *keys,
              GError    **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) wh_user_record_free);
  g_autoptr (GError) local_error = NULL;

  while (wh_cursor_next (keys, &local_error))
    {
      g_autofree char *key = wh_cursor_dup_text (keys, 0);
      WhUserRecord    *record = key != NULL ? load_record (database, key, &local_error) : NULL;

      if (record != NULL)
        g_ptr_array_add (records, record);
      else if (local_error != NULL)
        break;
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&records);
}

static GPtrArray *
list_records (WhDatabase *database,
              const char *sql,
              GError    **error)
{
  g_autoptr (WhCursor) keys = NULL;
  GPtrArray *records = NULL;
  gboolean   began;

  if (!begin_unless_begun (database, FALSE, &began, error))
    return NULL;

  if ((keys = wh_database_prepare (database, sql, error)))
    records = load_records (database, keys, error);

  /* A transaction ends only when nothing reads any more. */
  g_clear_pointer (&keys, wh_cursor_release);

  if (began)
    wh_database_rollback (database);

  return records;
}

static WhUserRecord *
make_planned_record (WhCursor   *cursor,
                     const char *key)
{
  WhUserRecord *record = wh_user_record_new (key);

  record->planned = TRUE;
  record->place = get_place (cursor, 1);
  record->item_note = dup_note (cursor, 2);
  record->added_at = wh_cursor_get_int64 (cursor, 3);
  record->my_rating = MIN (wh_cursor_get_uint (cursor, 4), WH_STARS_MAX);
  record->note = dup_note (cursor, 5);

  return record;
}

static GPtrArray *
list_planned (WhDatabase *database,
              GError    **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) wh_user_record_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (WhCursor) cursor = NULL;

  cursor = wh_database_prepare (database,
                                "SELECT p.key, p.place, p.note, p.added_at, r.stars, n.note FROM plan_item AS p"
                                " LEFT JOIN user_rating AS r ON r.key = p.key LEFT JOIN user_note AS n ON n.key = p.key"
                                " WHERE p.plan_id = 1 ORDER BY p.place, p.key",
                                &local_error);

  while (cursor != NULL && wh_cursor_next (cursor, &local_error))
    {
      g_autofree char *key = wh_cursor_dup_text (cursor, 0);

      if (key != NULL)
        g_ptr_array_add (records, make_planned_record (cursor, key));
    }

  if (local_error == NULL)
    return g_steal_pointer (&records);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* Histories come in the order of @records, but some of those may have none. */
static gboolean
add_histories (WhDatabase *database,
               GPtrArray  *records,
               GError    **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (WhCursor) cursor = NULL;
  guint i = 0;

  cursor = wh_database_prepare (database,
                                "SELECT p.key, s.status, s.changed_at FROM plan_item AS p"
                                " CROSS JOIN user_status AS s ON s.key = p.key"
                                " WHERE p.plan_id = 1 ORDER BY p.place, p.key, s.place",
                                &local_error);

  while (cursor != NULL && wh_cursor_next (cursor, &local_error))
    {
      const char *key = wh_cursor_get_text (cursor, 0);

      while (i < records->len && g_strcmp0 (((WhUserRecord *) records->pdata[i])->key, key) != 0)
        i++;

      if (i < records->len)
        add_change (records->pdata[i], cursor, 1);
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * wh_store_list_plan:
 *
 * Returns: (transfer full) (element-type WhUserRecord): what is in the plan, in its
 *   order
 */
GPtrArray *
wh_store_list_plan (WhDatabase *database,
                    GError    **error)
{
  g_autoptr (GPtrArray) records = NULL;
  gboolean began;
  gboolean listed;

  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);

  if (!begin_unless_begun (database, FALSE, &began, error))
    return NULL;

  listed = (records = list_planned (database, error)) && add_histories (database, records, error);

  if (began)
    wh_database_rollback (database);

  return listed ? g_steal_pointer (&records) : NULL;
}

/**
 * wh_store_get_plan_end:
 * @place: (out): the place behind all that is in the plan
 */
gboolean
wh_store_get_plan_end (WhDatabase *database,
                       double     *place,
                       GError    **error)
{
  g_autoptr (WhCursor) cursor = NULL;

  g_return_val_if_fail (WH_IS_DATABASE (database), FALSE);
  g_return_val_if_fail (place != NULL, FALSE);

  cursor = wh_database_prepare (database, "SELECT max (1, coalesce (max (place) + 1, 1)) FROM plan_item"
                                          " WHERE plan_id = 1 AND abs (place) < 1e308",
                                error);
  if (cursor == NULL || !wh_cursor_next (cursor, error))
    return FALSE;

  *place = wh_cursor_get_double (cursor, 0);
  return TRUE;
}

/**
 * wh_store_count_plan:
 * @n_items: (out): how many are in the plan
 * @n_learnt: (out): how many of them are learnt
 *
 * Counts without reading the records; what is not learnt costs next to nothing.
 */
gboolean
wh_store_count_plan (WhDatabase *database,
                     guint      *n_items,
                     guint      *n_learnt,
                     GError    **error)
{
  g_autoptr (WhCursor) cursor = NULL;

  g_return_val_if_fail (WH_IS_DATABASE (database), FALSE);
  g_return_val_if_fail (n_items != NULL && n_learnt != NULL, FALSE);

  cursor = wh_database_prepare (database,
                                "SELECT (SELECT count (*) FROM plan_item WHERE plan_id = 1),"
                                " (SELECT count (*) FROM user_status AS s WHERE status = 'learnt'"
                                "  AND NOT EXISTS (SELECT 1 FROM user_status WHERE key = s.key AND place > s.place)"
                                "  AND EXISTS (SELECT 1 FROM plan_item WHERE plan_id = 1 AND key = s.key))",
                                error);
  if (cursor == NULL || !wh_cursor_next (cursor, error))
    return FALSE;

  *n_items = wh_cursor_get_uint (cursor, 0);
  *n_learnt = wh_cursor_get_uint (cursor, 1);
  return TRUE;
}

/**
 * wh_store_load_status:
 *
 * Returns: the status of a key; %WH_STATUS_NONE when it has none or, with @error set,
 *   when it cannot be read
 */
WhStatus
wh_store_load_status (WhDatabase *database,
                      const char *key,
                      GError    **error)
{
  g_autoptr (WhCursor) cursor = NULL;
  WhStatus    status = WH_STATUS_NONE;
  const char *name;

  g_return_val_if_fail (WH_IS_DATABASE (database), WH_STATUS_NONE);
  g_return_val_if_fail (key != NULL, WH_STATUS_NONE);

  cursor = wh_database_prepare (database, "SELECT status FROM user_status WHERE key = ?1 ORDER BY place DESC LIMIT 1", error);
  if (cursor == NULL)
    return WH_STATUS_NONE;

  wh_cursor_bind_text (cursor, 1, key);
  if (wh_cursor_next (cursor, error) && (name = wh_cursor_get_text (cursor, 0)) != NULL)
    wh_status_from_key (name, &status);

  return status;
}

/**
 * wh_store_list_user_records:
 *
 * Returns: (transfer full) (element-type WhUserRecord): everything the user has, by
 *   key
 */
GPtrArray *
wh_store_list_user_records (WhDatabase *database,
                            GError    **error)
{
  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);

  return list_records (database,
                       "SELECT key FROM user_rating UNION SELECT key FROM user_note"
                       " UNION SELECT key FROM user_status"
                       " UNION SELECT key FROM plan_item WHERE plan_id = 1 ORDER BY 1",
                       error);
}

static gboolean
check_text (const WhUserRecord *record,
            const char         *text,
            GError            **error)
{
  if (text == NULL)
    return TRUE;

  if (strlen (text) > WH_NOTE_MAX)
    {
      g_set_error (error, WH_STORE_ERROR, WH_STORE_ERROR_FAILED,
                   _ ("The note on “%s” is longer than %d KiB. Shorten it; nothing was saved."),
                   record->key, WH_NOTE_MAX / 1024);
      return FALSE;
    }

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, WH_STORE_ERROR, WH_STORE_ERROR_FAILED,
                   _ ("The note on “%s” is not text in UTF-8. Nothing was saved."), record->key);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_records (const GPtrArray *records,
               GError         **error)
{
  for (guint i = 0; i < records->len; i++)
    {
      const WhUserRecord *record = g_ptr_array_index (records, i);

      g_return_val_if_fail (record->my_rating <= WH_STARS_MAX, FALSE);
      g_return_val_if_fail (record->status == get_last_status (record), FALSE);
      g_return_val_if_fail (!record->planned || isfinite (record->place), FALSE);

      if (!check_text (record, record->note, error) || !check_text (record, record->item_note, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
run_for_key (WhDatabase *database,
             const char *sql,
             const char *key,
             GError    **error)
{
  g_autoptr (WhCursor) cursor = wh_database_prepare (database, sql, error);

  if (cursor == NULL)
    return FALSE;

  wh_cursor_bind_text (cursor, 1, key);
  return wh_cursor_run (cursor, error);
}

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* The time of a judgement stays when the judgement stays. */
static gboolean
save_rating (WhDatabase         *database,
             const WhUserRecord *record,
             GError            **error)
{
  g_autoptr (WhCursor) cursor = NULL;

  if (record->my_rating == 0)
    return run_for_key (database, "DELETE FROM user_rating WHERE key = ?1", record->key, error);

  if (!(cursor = wh_database_prepare (database,
                                      "INSERT INTO user_rating (key, stars, changed_at) VALUES (?1, ?2, ?3)"
                                      " ON CONFLICT (key) DO UPDATE SET stars = ?2, changed_at = ?3 WHERE stars <> ?2",
                                      error)))
    return FALSE;

  wh_cursor_bind_text (cursor, 1, record->key);
  wh_cursor_bind_int64 (cursor, 2, record->my_rating);
  wh_cursor_bind_int64 (cursor, 3, get_now ());

  return wh_cursor_run (cursor, error);
}

static gboolean
save_note (WhDatabase         *database,
           const WhUserRecord *record,
           GError            **error)
{
  g_autoptr (WhCursor) cursor = NULL;

  if (record->note == NULL || *record->note == '\0')
    return run_for_key (database, "DELETE FROM user_note WHERE key = ?1", record->key, error);

  if (!(cursor = wh_database_prepare (database,
                                      "INSERT INTO user_note (key, note, changed_at) VALUES (?1, ?2, ?3)"
                                      " ON CONFLICT (key) DO UPDATE SET note = ?2, changed_at = ?3 WHERE note <> ?2",
                                      error)))
    return FALSE;

  wh_cursor_bind_text (cursor, 1, record->key);
  wh_cursor_bind_text (cursor, 2, record->note);
  wh_cursor_bind_int64 (cursor, 3, get_now ());

  return wh_cursor_run (cursor, error);
}

static gboolean
save_history (WhDatabase         *database,
              const WhUserRecord *record,
              GError            **error)
{
  g_autoptr (WhCursor) cursor = NULL;

  if (!run_for_key (database, "DELETE FROM user_status WHERE key = ?1", record->key, error))
    return FALSE;

  if (!(cursor = wh_database_prepare (database, "INSERT INTO user_status (key, place, status, changed_at) VALUES (?1, ?2, ?3, ?4)", error)))
    return FALSE;

  wh_cursor_bind_text (cursor, 1, record->key);

  for (guint i = 0; i < record->history->len; i++)
    {
      const WhStatusChange *change = &g_array_index (record->history, WhStatusChange, i);

      wh_cursor_bind_int64 (cursor, 2, i + 1);
      wh_cursor_bind_text (cursor, 3, wh_status_to_key (change->status));
      wh_cursor_bind_int64 (cursor, 4, change->at);

      if (!wh_cursor_run (cursor, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
save_plan_item (WhDatabase         *database,
                const WhUserRecord *record,
                GError            **error)
{
  g_autoptr (WhCursor) cursor = NULL;

  if (!record->planned)
    return run_for_key (database, "DELETE FROM plan_item WHERE plan_id = 1 AND key = ?1", record->key, error);

  if (!(cursor = wh_database_prepare (database,
                                      "INSERT INTO plan_item (plan_id, key, place, note, added_at) VALUES (1, ?1, ?2, ?3, ?4)"
                                      " ON CONFLICT (plan_id, key) DO UPDATE SET place = ?2, note = ?3, added_at = ?4",
                                      error)))
    return FALSE;

  wh_cursor_bind_text (cursor, 1, record->key);
  wh_cursor_bind_double (cursor, 2, record->place);
  wh_cursor_bind_text (cursor, 3, record->item_note != NULL && *record->item_note != '\0' ? record->item_note : NULL);
  wh_cursor_bind_int64 (cursor, 4, record->added_at);

  return wh_cursor_run (cursor, error);
}

static gboolean
save_records (WhDatabase      *database,
              const GPtrArray *records,
              GError         **error)
{
  for (guint i = 0; i < records->len; i++)
    {
      const WhUserRecord *record = g_ptr_array_index (records, i);

      if (!save_rating (database, record, error) ||
          !save_note (database, record, error) ||
          !save_history (database, record, error) ||
          !save_plan_item (database, record, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_unchanged (WhDatabase      *database,
                 const GPtrArray *before,
                 GError         **error)
{
  for (guint i = 0; i < before->len; i++)
    {
      const WhUserRecord *record = g_ptr_array_index (before, i);
      g_autoptr (WhUserRecord) current = load_record (database, record->key, error);

      if (current == NULL)
        return FALSE;

      if (!wh_user_record_equal (record, current))
        {
          g_set_error (error, WH_STORE_ERROR, WH_STORE_ERROR_CHANGED,
                       _ ("What you have on “%s” was changed meanwhile, by another window or program. Nothing was saved; look at it and try again."),
                       record->key);
          return FALSE;
        }
    }

  return TRUE;
}

/* @before: (nullable): what the records have to be still */
static gboolean
write_records (WhDatabase      *database,
               const GPtrArray *before,
               const GPtrArray *after,
               GError         **error)
{
  gboolean began;

  if (!check_records (after, error) || !begin_unless_begun (database, TRUE, &began, error))
    return FALSE;

  if ((before == NULL || check_unchanged (database, before, error)) && save_records (database, after, error))
    return !began || wh_database_commit (database, error);

  if (began)
    wh_database_rollback (database);

  return FALSE;
}

/**
 * wh_store_save_user_records:
 * @records: (element-type WhUserRecord): the records as they are to be
 *
 * Writes records whole, all or none. Within a transaction of the caller it is part
 * of that: whoever began it rolls it back.
 */
gboolean
wh_store_save_user_records (WhDatabase      *database,
                            const GPtrArray *records,
                            GError         **error)
{
  g_return_val_if_fail (WH_IS_DATABASE (database), FALSE);
  g_return_val_if_fail (records != NULL, FALSE);

  return write_records (database, NULL, records, error);
}

/**
 * wh_store_replace_user_records:
 * @before: (element-type WhUserRecord): the records as the caller read them
 * @after: (element-type WhUserRecord): the records as they are to be
 *
 * The same, unless one of @before is no longer so: then %WH_STORE_ERROR_CHANGED, and
 * nothing is written.
 */
gboolean
wh_store_replace_user_records (WhDatabase      *database,
                               const GPtrArray *before,
                               const GPtrArray *after,
                               GError         **error)
{
  g_return_val_if_fail (WH_IS_DATABASE (database), FALSE);
  g_return_val_if_fail (before != NULL && after != NULL, FALSE);

  return write_records (database, before, after, error);
}
