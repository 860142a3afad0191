/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-catalogue-store.h"

#include "wh-edits-private.h"

/* How often a change is worked out anew when another process was faster. */
#define MAX_ATTEMPTS 16

struct _WhEdit
{
  GPtrArray *before; /* WhUserRecord: as they were */
  GPtrArray *after;  /* WhUserRecord: the same keys in the same order, as they are now */
};

G_DEFINE_BOXED_TYPE (WhEdit, wh_edit, wh_edit_ref, wh_edit_unref)

/* What one kind of edit does: works out BEFORE and AFTER from what the store says now. */
typedef gboolean (*CollectFunc) (WhDatabase   *database,
                                 WhEdit       *edit,
                                 gconstpointer data,
                                 GError      **error);

/* Changes one record in place. */
typedef void (*ChangeFunc) (WhUserRecord *record,
                            gconstpointer data);

/* A change that does the same to every one of several keys. */
typedef struct
{
  const char *const *keys;
  ChangeFunc         change;
  gconstpointer      data;
  gboolean           plans; /* whether the keys come into the plan */
  WhEditTick         tick;  /* (nullable) */
  gpointer           tick_data;
} Step;

typedef struct
{
  const char *key;
  const char *before_key; /* (nullable): the end of the plan */
} Move;

/* The note of an item of the plan. */
typedef struct
{
  const char *key;
  const char *text;
} ItemNote;

GQuark
wh_learn_error_quark (void)
{
  return g_quark_from_static_string ("wh-learn-error-quark");
}

static WhEdit *
edit_new (void)
{
  WhEdit *self = g_atomic_rc_box_new0 (WhEdit);

  self->before = g_ptr_array_new_with_free_func ((GDestroyNotify) wh_user_record_free);
  self->after = g_ptr_array_new_with_free_func ((GDestroyNotify) wh_user_record_free);

  return self;
}

static void
edit_clear (gpointer data)
{
  WhEdit *self = data;

  g_ptr_array_unref (self->before);
  g_ptr_array_unref (self->after);
}

static gint64
now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static gboolean
find_record (GPtrArray  *records,
             const char *key,
             guint      *position)
{
  for (guint i = 0; i < records->len; i++)
    {
      const WhUserRecord *record = g_ptr_array_index (records, i);

      if (g_str_equal (record->key, key))
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

/* Takes both records; a change that changes nothing is not kept. */
static void
take_change (WhEdit       *edit,
             WhUserRecord *before,
             WhUserRecord *after)
{
  if (wh_user_record_equal (before, after))
    {
      wh_user_record_free (before);
      wh_user_record_free (after);
      return;
    }

  g_ptr_array_add (edit->before, before);
  g_ptr_array_add (edit->after, after);
}

/* No text and an empty text are the same. */
static void
replace_text (char      **text,
              const char *replacement)
{
  g_set_str (text, replacement != NULL && *replacement != '\0' ? replacement : NULL);
}

static gboolean
refuse_unplanned (const char *key,
                  GError    **error)
{
  g_set_error (error, WH_LEARN_ERROR, WH_LEARN_ERROR_NOT_PLANNED,
               _ ("“%s” is not in the plan; add it first"), key);
  return FALSE;
}

/* The note is that of the item, so there must be one. */
static gboolean
collect_item_note (WhDatabase   *database,
                   WhEdit       *edit,
                   gconstpointer data,
                   GError      **error)
{
  const ItemNote *note = data;
  WhUserRecord   *before = wh_store_load_user_record (database, note->key, error);
  WhUserRecord   *after;

  if (before == NULL)
    return FALSE;

  if (!before->planned)
    {
      wh_user_record_free (before);
      return refuse_unplanned (note->key, error);
    }

  after = wh_user_record_copy (before);
  replace_text (&after->item_note, note->text);
  take_change (edit, before, after);

  return TRUE;
}

static gboolean
collect_step (WhDatabase   *database,
              WhEdit       *edit,
              gconstpointer data,
              GError      **error)
{
  const Step *step = data;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  double place = 0;

  if (step->plans && !wh_store_get_plan_end (database, &place, error))
    return FALSE;

  for (guint i = 0; step->keys[i] != NULL; i++)
    {
      WhUserRecord *before;
      WhUserRecord *after;

      if (step->tick != NULL && !step->tick (step->tick_data, error))
        return FALSE;

      if (!g_hash_table_add (seen, (char *) step->keys[i]))
        continue;

      if (!(before = wh_store_load_user_record (database, step->keys[i], error)))
        return FALSE;

      after = wh_user_record_copy (before);
      step->change (after, step->data);

      if (step->plans && !after->planned)
        {
          after->planned = TRUE;
          after->place = place++;
          after->added_at = now ();
        }

      take_change (edit, before, after);
    }

  return TRUE;
}

static gboolean
collect_place (WhEdit             *edit,
               const WhUserRecord *record,
               double              place)
{
  WhUserRecord *after = wh_user_record_copy (record);

  after->place = place;
  take_change (edit, wh_user_record_copy (record), after);

  return TRUE;
}

static gboolean
find_planned (GPtrArray  *plan,
              const char *key,
              guint      *position,
              GError    **error)
{
  return find_record (plan, key, position) || refuse_unplanned (key, error);
}

/* The place between two neighbours is their middle, so that only the moved item is
 * written. When no number is left between them all places are numbered anew.
 */
static void
collect_insertion (WhEdit    *edit,
                   GPtrArray *plan,
                   guint      position)
{
  const WhUserRecord *moved = g_ptr_array_index (plan, position);
  const WhUserRecord *previous = position > 0 ? g_ptr_array_index (plan, position - 1) : NULL;
  const WhUserRecord *next = position + 1 < plan->len ? g_ptr_array_index (plan, position + 1) : NULL;
  double              place;

  if (next == NULL)
    place = previous != NULL ? previous->place + 1 : moved->place;
  else if (previous == NULL)
    place = next->place - 1;
  else
    place = previous->place + (next->place - previous->place) / 2;

  if ((previous == NULL || previous->place < place) && (next == NULL || place < next->place))
    {
      collect_place (edit, moved, place);
      return;
    }

  for (guint i = 0; i < plan->len; i++)
    collect_place (edit, g_ptr_array_index (plan, i), i + 1);
}

static gboolean
collect_move (WhDatabase   *database,
              WhEdit       *edit,
              gconstpointer data,
              GError      **error)
{
  const Move *move = data;
  g_autoptr (GPtrArray) plan = wh_store_list_plan (database, error);
  guint from;
  guint to;

  if (plan == NULL || !find_planned (plan, move->key, &from, error))
    return FALSE;

  if (move->before_key == NULL)
    to = plan->len;
  else if (!find_planned (plan, move->before_key, &to, error))
    return FALSE;

  /* It stands there already: before itself or before the one that follows it. */
  if (to == from || to == from + 1)
    return TRUE;

  if (to > from)
    to--;

  g_ptr_array_insert (plan, to, g_ptr_array_steal_index (plan, from));
  collect_insertion (edit, plan, to);

  return TRUE;
}

/* Reads, works the change out and writes it if nobody wrote in between; otherwise again. */
static WhEdit *
apply (WhCatalogue  *catalogue,
       CollectFunc   collect,
       gconstpointer data,
       GError      **error)
{
  for (guint i = 1;; i++)
    {
      g_autoptr (WhEdit) edit = edit_new ();
      g_autoptr (GError) local_error = NULL;

      if (!collect (wh_catalogue_get_database (catalogue), edit, data, error))
        return NULL;

      if (edit->after->len == 0 ||
          wh_catalogue_replace (catalogue, edit->before, edit->after, &local_error))
        return g_steal_pointer (&edit);

      if (i == MAX_ATTEMPTS || !g_error_matches (local_error, WH_STORE_ERROR, WH_STORE_ERROR_CHANGED))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
    }
}

static void
set_status (WhUserRecord *record,
            gconstpointer data)
{
  WhStatus status = GPOINTER_TO_UINT (data);

  if (record->status != status)
    wh_user_record_set_status (record, status, now ());
}

/* What was learnt already is not to be learnt again. */
static void
begin_plan (WhUserRecord *record,
            gconstpointer data)
{
  if (record->status == WH_STATUS_NONE)
    wh_user_record_set_status (record, WH_STATUS_TO_LEARN, now ());
}

/* Nothing of the user's own gives way to what somebody else has. */
static void
take_over (WhUserRecord *record,
           gconstpointer data)
{
  const WhUserRecord *other = g_hash_table_lookup ((GHashTable *) data, record->key);

  if (record->status == WH_STATUS_NONE && other->status != WH_STATUS_NONE)
    wh_user_record_set_status (record, other->status, now ());
  begin_plan (record, NULL);

  if (record->note == NULL && record->item_note == NULL)
    replace_text (&record->item_note, other->item_note);
}

static void
end_plan (WhUserRecord *record,
          gconstpointer data)
{
  record->planned = FALSE;
  record->place = 0;
  record->added_at = 0;
  g_clear_pointer (&record->item_note, g_free);
}

static void
set_rating (WhUserRecord *record,
            gconstpointer data)
{
  record->my_rating = GPOINTER_TO_UINT (data);
}

static void
set_note (WhUserRecord *record,
          gconstpointer data)
{
  replace_text (&record->note, data);
}

static WhEdit *
apply_to_key (WhCatalogue  *catalogue,
              const char   *key,
              ChangeFunc    change,
              gconstpointer data,
              GError      **error)
{
  const char *keys[] = { key, NULL };
  Step        step = { keys, change, data, FALSE, NULL, NULL };

  return apply (catalogue, collect_step, &step, error);
}

/* Says of whose change it is that one side of the edit was not written over the other. */
static void
propagate_refusal (const GPtrArray *expected,
                   GError          *refusal,
                   GError         **error)
{
  if (!g_error_matches (refusal, WH_STORE_ERROR, WH_STORE_ERROR_CHANGED))
    {
      g_propagate_error (error, refusal);
      return;
    }

  g_error_free (refusal);
  g_set_error (error, WH_LEARN_ERROR, WH_LEARN_ERROR_CHANGED,
               _ ("“%s” was changed meanwhile by someone else, so it is left as it is"),
               ((const WhUserRecord *) g_ptr_array_index (expected, 0))->key);
}

static gboolean
replace (WhCatalogue     *catalogue,
         const GPtrArray *expected,
         const GPtrArray *wanted,
         GError         **error)
{
  GError *refusal = NULL;

  if (expected->len == 0 || wh_catalogue_replace (catalogue, expected, wanted, &refusal))
    return TRUE;

  propagate_refusal (expected, refusal, error);
  return FALSE;
}

/* Writes one by one: before each somebody may look at how far it is, or stop it.
 * @expected: (nullable): what has to be there still
 */
static gboolean
write_records (WhDatabase      *database,
               const GPtrArray *expected,
               const GPtrArray *wanted,
               WhEditTick       tick,
               gpointer         tick_data,
               GError         **error)
{
  for (guint i = 0; i < wanted->len; i++)
    {
      g_autoptr (GPtrArray) before = g_ptr_array_new ();
      g_autoptr (GPtrArray) after = g_ptr_array_new ();
      GError *refusal = NULL;

      if (expected != NULL)
        g_ptr_array_add (before, g_ptr_array_index (expected, i));
      g_ptr_array_add (after, g_ptr_array_index (wanted, i));

      if (!tick (tick_data, error))
        return FALSE;

      if (!wh_store_replace_user_records (database, before, after, &refusal))
        {
          propagate_refusal (after, refusal, error);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
end_transaction (WhDatabase *database,
                 gboolean    done,
                 GError    **error)
{
  if (done)
    return wh_database_commit (database, error);

  wh_database_rollback (database);
  return FALSE;
}

/**
 * wh_edit_index_others:
 * @others: (element-type WhUserRecord): as for wh_edit_take_over()
 * @keys: (out): their keys, in their order
 *
 * Returns: (transfer full): the records by their keys, for wh_edit_make(); it borrows from @others
 */
GHashTable *
wh_edit_index_others (const GPtrArray *others,
                      GStrv           *keys)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  *keys = g_new0 (char *, others->len + 1);
  for (guint i = 0; i < others->len; i++)
    {
      WhUserRecord *other = g_ptr_array_index (others, i);

      (*keys)[i] = g_strdup (other->key);
      g_hash_table_insert (index, other->key, other);
    }

  return index;
}

/**
 * wh_edit_make:
 * @database: a connection of this thread
 * @data: for %WH_EDIT_STATUS the status, for %WH_EDIT_TAKE_OVER what wh_edit_index_others() gave
 * @tick: called before each record is read, and again before it is written
 *
 * Makes a change of many keys in one transaction. Nobody else can write meanwhile.
 *
 * Returns: (transfer full) (nullable): the edit
 */
WhEdit *
wh_edit_make (WhDatabase        *database,
              WhEditKind         kind,
              const char *const *keys,
              gconstpointer      data,
              WhEditTick         tick,
              gpointer           tick_data,
              GError           **error)
{
  const Step steps[] = {
    [WH_EDIT_ADD] = { keys, begin_plan, NULL, TRUE, tick, tick_data },
    [WH_EDIT_REMOVE] = { keys, end_plan, NULL, FALSE, tick, tick_data },
    [WH_EDIT_STATUS] = { keys, set_status, data, data != GUINT_TO_POINTER (WH_STATUS_NONE), tick, tick_data },
    [WH_EDIT_TAKE_OVER] = { keys, take_over, data, TRUE, tick, tick_data },
  };
  g_autoptr (WhEdit) edit = edit_new ();
  gboolean done;

  if (!wh_database_begin (database, error))
    return NULL;

  done = collect_step (database, edit, &steps[kind], error) &&
         write_records (database, NULL, edit->after, tick, tick_data, error);

  return end_transaction (database, done, error) ? g_steal_pointer (&edit) : NULL;
}

/**
 * wh_edit_swap:
 * @expected: (element-type WhUserRecord): one side of an edit
 * @wanted: (element-type WhUserRecord): the other
 *
 * Undoes an edit or makes it again, as wh_edit_make() makes it.
 */
gboolean
wh_edit_swap (WhDatabase      *database,
              const GPtrArray *expected,
              const GPtrArray *wanted,
              WhEditTick       tick,
              gpointer         tick_data,
              GError         **error)
{
  return wh_database_begin (database, error) &&
         end_transaction (database, write_records (database, expected, wanted, tick, tick_data, error), error);
}

WhEdit *
wh_edit_ref (WhEdit *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
wh_edit_unref (WhEdit *self)
{
  g_atomic_rc_box_release_full (self, edit_clear);
}

gboolean
wh_edit_is_empty (const WhEdit *self)
{
  return self->after->len == 0;
}

guint
wh_edit_get_n_records (const WhEdit *self)
{
  return self->after->len;
}

/**
 * wh_edit_get_before:
 *
 * Returns: (transfer none) (element-type WhUserRecord): the changed records as they were
 */
const GPtrArray *
wh_edit_get_before (const WhEdit *self)
{
  return self->before;
}

/**
 * wh_edit_get_after:
 *
 * Returns: (transfer none) (element-type WhUserRecord): the changed records as the edit left them
 */
const GPtrArray *
wh_edit_get_after (const WhEdit *self)
{
  return self->after;
}

/**
 * wh_edit_set_status:
 * @keys: what was learnt, begun …; one named twice counts once
 * @status: a status, which also puts what is not planned at the end of the plan, or
 *   %WH_STATUS_NONE, which takes the status away and leaves the plan alone
 *
 * Gives @keys a status, with the date in their history.
 *
 * Returns: (transfer full) (nullable): the edit
 */
WhEdit *
wh_edit_set_status (WhCatalogue       *catalogue,
                    const char *const *keys,
                    WhStatus           status,
                    GError           **error)
{
  Step step = { keys, set_status, GUINT_TO_POINTER (status), status != WH_STATUS_NONE, NULL, NULL };

  g_return_val_if_fail (WH_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (keys != NULL, NULL);

  return apply (catalogue, collect_step, &step, error);
}

/**
 * wh_edit_add_to_plan:
 *
 * Puts @keys at the end of the plan, in their order, to be learnt unless they
 * have a status. What is planned already keeps its place.
 *
 * Returns: (transfer full) (nullable): the edit
 */
WhEdit *
wh_edit_add_to_plan (WhCatalogue       *catalogue,
                     const char *const *keys,
                     GError           **error)
{
  Step step = { keys, begin_plan, NULL, TRUE, NULL, NULL };

  g_return_val_if_fail (WH_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (keys != NULL, NULL);

  return apply (catalogue, collect_step, &step, error);
}

/**
 * wh_edit_take_over:
 * @others: (element-type WhUserRecord): what somebody else has: status and item note are looked at
 *
 * Puts the keys of @others at the end of the plan, as wh_edit_add_to_plan() does, and
 * gives each the other's status when it has none, and the other's note when there is
 * none on it or its item.
 *
 * Returns: (transfer full) (nullable): the edit
 */
WhEdit *
wh_edit_take_over (WhCatalogue     *catalogue,
                   const GPtrArray *others,
                   GError         **error)
{
  g_autoptr (GHashTable) index = NULL;
  g_auto (GStrv) keys = NULL;
  Step step;

  g_return_val_if_fail (WH_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (others != NULL, NULL);

  index = wh_edit_index_others (others, &keys);
  step = (Step) { (const char *const *) keys, take_over, index, TRUE, NULL, NULL };

  return apply (catalogue, collect_step, &step, error);
}

/**
 * wh_edit_remove_from_plan:
 *
 * Takes @keys off the plan with what belongs to the item (place, item note); their
 * status, history, rating and note stay.
 *
 * Returns: (transfer full) (nullable): the edit
 */
WhEdit *
wh_edit_remove_from_plan (WhCatalogue       *catalogue,
                          const char *const *keys,
                          GError           **error)
{
  Step step = { keys, end_plan, NULL, FALSE, NULL, NULL };

  g_return_val_if_fail (WH_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (keys != NULL, NULL);

  return apply (catalogue, collect_step, &step, error);
}

/**
 * wh_edit_move:
 * @before_key: (nullable): the planned key to stand before, %NULL for the end
 *
 * Moves a planned key; fails with %WH_LEARN_ERROR_NOT_PLANNED when one of the two
 * is not in the plan.
 *
 * Returns: (transfer full) (nullable): the edit
 */
WhEdit *
wh_edit_move (WhCatalogue *catalogue,
              const char  *key,
              const char  *before_key,
              GError     **error)
{
  Move move = { key, before_key };

  g_return_val_if_fail (WH_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return apply (catalogue, collect_move, &move, error);
}

/**
 * wh_edit_set_rating:
 * @halves: my rating in half stars, 1 to %WH_STARS_MAX; 0 clears it
 *
 * Returns: (transfer full) (nullable): the edit
 */
WhEdit *
wh_edit_set_rating (WhCatalogue *catalogue,
                    const char  *key,
                    guint        halves,
                    GError     **error)
{
  g_return_val_if_fail (WH_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (halves <= WH_STARS_MAX, NULL);

  return apply_to_key (catalogue, key, set_rating, GUINT_TO_POINTER (halves), error);
}

/**
 * wh_edit_set_note:
 * @text: (nullable): my note on the library or topic itself; nothing clears it
 *
 * Returns: (transfer full) (nullable): the edit
 */
WhEdit *
wh_edit_set_note (WhCatalogue *catalogue,
                  const char  *key,
                  const char  *text,
                  GError     **error)
{
  g_return_val_if_fail (WH_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return apply_to_key (catalogue, key, set_note, text, error);
}

/**
 * wh_edit_set_item_note:
 * @text: (nullable): the note on the item of the plan; nothing clears it
 *
 * Fails with %WH_LEARN_ERROR_NOT_PLANNED when @key is not in the plan.
 *
 * Returns: (transfer full) (nullable): the edit
 */
WhEdit *
wh_edit_set_item_note (WhCatalogue *catalogue,
                       const char  *key,
                       const char  *text,
                       GError     **error)
{
  g_return_val_if_fail (WH_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return apply (catalogue, collect_item_note, &(ItemNote) { key, text }, error);
}

/**
 * wh_edit_undo:
 *
 * Writes the records as they were before the edit. Refuses with
 * %WH_LEARN_ERROR_CHANGED, and changes nothing, when one of them is no longer as the
 * edit left it.
 */
gboolean
wh_edit_undo (WhEdit      *self,
              WhCatalogue *catalogue,
              GError     **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (WH_IS_CATALOGUE (catalogue), FALSE);

  return replace (catalogue, self->after, self->before, error);
}

/**
 * wh_edit_redo:
 *
 * Makes an edit that was undone again, with the same refusal as wh_edit_undo().
 */
gboolean
wh_edit_redo (WhEdit      *self,
              WhCatalogue *catalogue,
              GError     **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (WH_IS_CATALOGUE (catalogue), FALSE);

  return replace (catalogue, self->before, self->after, error);
}
