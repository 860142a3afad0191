/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "wh-catalogue-store.h"
#include "wh-catalogue-subjects.h"
#include "wh-line.h"

#include "wh-checklist-offer.h"

struct _WhChecklistOffer
{
  GObject parent_instance;

  char      *heading;
  char      *date;
  GPtrArray *entries;  /* WhChecklistEntry */
  GPtrArray *sections; /* char *: their titles */
  guint      counts[WH_CHECKLIST_N_STATES];
};

static void wh_checklist_offer_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WhChecklistOffer, wh_checklist_offer, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, wh_checklist_offer_list_model_init))

/* What the catalogue and the user have on one alternative. */
typedef struct
{
  char    *key;  /* (nullable): the one it has now; none when it is not in the catalogue */
  char    *name; /* (nullable): in the user's language */
  WhStatus own_status;
  gboolean planned;
  WhStatus status; /* the other's */
} Candidate;

static void
candidate_free (gpointer data)
{
  Candidate *candidate = data;

  g_free (candidate->key);
  g_free (candidate->name);
  g_free (candidate);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Candidate, candidate_free)

/* Not to be found is an answer. */
static gboolean
is_failure (GError  *local_error,
            GError **error)
{
  if (local_error == NULL)
    return FALSE;

  if (g_error_matches (local_error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND))
    {
      g_error_free (local_error);
      return FALSE;
    }

  g_propagate_error (error, local_error);
  return TRUE;
}

/* What is on the plan is there, even when the catalogue has it no longer. */
static gboolean
look_for_library (Candidate  *candidate,
                  WhDatabase *database,
                  const char *key,
                  const char *language,
                  GError    **error)
{
  g_autoptr (WhLibraryRecord) library = NULL;
  GError *local_error = NULL;
  gint64  id = wh_store_find_library (database, key, &local_error);

  if (id == 0)
    return !is_failure (local_error, error);

  if (!(library = wh_store_load_library (database, id, language, error)))
    return FALSE;

  candidate->name = g_strdup (library->name);
  if (!library->gone || library->planned)
    candidate->key = g_strdup (library->key);
  candidate->own_status = library->status;
  candidate->planned = library->planned;

  return TRUE;
}

/* Only what nothing stands below can be learnt; and one that names a library is that library. */
static gboolean
look_for_topic (Candidate  *candidate,
                WhDatabase *database,
                const char *key,
                const char *language,
                GError    **error)
{
  g_autoptr (WhUserRecord) user = NULL;
  GError *local_error = NULL;
  g_autoptr (WhTopic) topic = wh_store_load_topic (database, key, language, &local_error);

  if (topic == NULL)
    return !is_failure (local_error, error);

  if (topic->library != NULL)
    return look_for_library (candidate, database, topic->library, language, error);

  if (!(user = wh_store_load_user_record (database, topic->key, error)))
    return FALSE;

  candidate->name = g_strdup (topic->title);
  if (!topic->has_children || user->planned)
    candidate->key = g_strdup (topic->key);
  candidate->own_status = user->status;
  candidate->planned = user->planned;

  return TRUE;
}

static Candidate *
find_candidate (const WhChecklistLibrary *library,
                WhDatabase               *database,
                const char               *language,
                GError                  **error)
{
  g_autoptr (Candidate) candidate = g_new0 (Candidate, 1);

  candidate->status = library->status;

  if (!look_for_library (candidate, database, library->key, language, error) ||
      (candidate->name == NULL && !look_for_topic (candidate, database, library->key, language, error)))
    return NULL;

  if (candidate->name == NULL)
    candidate->name = g_strdup (library->name);

  return g_steal_pointer (&candidate);
}

static GPtrArray *
find_candidates (const WhChecklistItem *item,
                 WhDatabase            *database,
                 const char            *language,
                 GError               **error)
{
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func (candidate_free);

  for (guint i = 0; i < item->libraries->len; i++)
    {
      Candidate *candidate = find_candidate (g_ptr_array_index (item->libraries, i), database, language, error);

      if (candidate == NULL)
        return NULL;

      g_ptr_array_add (candidates, candidate);
    }

  return g_steal_pointer (&candidates);
}

static char *
dup_name (GPtrArray *candidates)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = g_ptr_array_index (candidates, i);

      g_string_append_printf (name, "%s%s", i > 0 ? " / " : "", candidate->name);
    }

  return wh_line_dup (name->str, WH_LINE_MAX);
}

/* Whether one of the alternatives that are in the catalogue has been added by an earlier entry. */
static gboolean
is_repeated (GPtrArray  *candidates,
             GHashTable *added)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = g_ptr_array_index (candidates, i);

      if (candidate->key != NULL && g_hash_table_contains (added, candidate->key))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_planned (GPtrArray *candidates)
{
  for (guint i = 0; i < candidates->len; i++)
    if (((const Candidate *) g_ptr_array_index (candidates, i))->planned)
      return TRUE;

  return FALSE;
}

/* The user has decided against what is skipped; when all are, the first will do. */
static const Candidate *
choose (GPtrArray *candidates)
{
  const Candidate *chosen = NULL;

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = g_ptr_array_index (candidates, i);

      if (candidate->key == NULL)
        continue;

      if (candidate->own_status != WH_STATUS_SKIPPED)
        return candidate;

      if (chosen == NULL)
        chosen = candidate;
    }

  return chosen;
}

static WhChecklistEntryState
find_state (GPtrArray       *candidates,
            const Candidate *chosen,
            GHashTable      *added)
{
  if (is_planned (candidates))
    return WH_CHECKLIST_ENTRY_PLANNED;

  if (chosen == NULL)
    return WH_CHECKLIST_ENTRY_UNKNOWN;

  return is_repeated (candidates, added) ? WH_CHECKLIST_ENTRY_REPEATED : WH_CHECKLIST_ENTRY_NEW;
}

/* The status of an alternative is its own; that of the item may be another's. */
static gboolean
add_entry (WhChecklistOffer      *self,
           const WhChecklistItem *item,
           WhDatabase            *database,
           const char            *language,
           GHashTable            *added,
           GError               **error)
{
  g_autoptr (GPtrArray) candidates = find_candidates (item, database, language, error);
  g_autofree char      *name = NULL;
  const Candidate      *chosen;
  WhChecklistEntryState state;
  WhChecklistEntry     *entry;

  if (candidates == NULL)
    return FALSE;

  name = dup_name (candidates);
  chosen = choose (candidates);
  state = find_state (candidates, chosen, added);
  entry = wh_checklist_entry_new (self->sections->len - 1, name, state, candidates->len > 1 && chosen != NULL ? chosen->status : item->status, item->note);
  g_ptr_array_add (self->entries, entry);
  self->counts[state]++;

  if (state == WH_CHECKLIST_ENTRY_NEW)
    {
      wh_checklist_entry_set_choice (entry, chosen->key, candidates->len > 1 ? chosen->name : NULL);
      g_hash_table_add (added, g_strdup (chosen->key));
    }

  return TRUE;
}

static gboolean
add_section (WhChecklistOffer         *self,
             const WhChecklistSection *section,
             WhDatabase               *database,
             const char               *language,
             GHashTable               *added,
             GCancellable             *cancellable,
             GError                  **error)
{
  g_ptr_array_add (self->sections, wh_line_dup (section->title, WH_LINE_MAX));

  for (guint i = 0; i < section->items->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !add_entry (self, g_ptr_array_index (section->items, i), database, language, added, error))
      return FALSE;

  return TRUE;
}

/* The heading is in the checklist's language, the date in the user's. */
static void
take_head (WhChecklistOffer *self,
           WhChecklist      *checklist,
           WhDatabase       *database,
           const char       *language)
{
  const char *const *words = wh_checklist_list_words ();
  g_autofree char   *heading = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean         is_heading = g_str_equal (words[i], "paper/heading");
      g_autofree char *text = wh_store_dup_word (database, words[i], is_heading ? checklist->language : language);

      wh_checklist_set_word (checklist, words[i], text);
    }

  heading = wh_checklist_dup_heading (checklist);
  self->heading = wh_line_dup (heading, WH_LINE_MAX);
  self->date = wh_checklist_dup_date (checklist);
}

static GType
wh_checklist_offer_get_item_type (GListModel *model)
{
  return WH_TYPE_CHECKLIST_ENTRY;
}

static guint
wh_checklist_offer_get_n_items (GListModel *model)
{
  return WH_CHECKLIST_OFFER (model)->entries->len;
}

static gpointer
wh_checklist_offer_get_item (GListModel *model,
                             guint       position)
{
  WhChecklistOffer *self = WH_CHECKLIST_OFFER (model);

  return position < self->entries->len ? g_object_ref (g_ptr_array_index (self->entries, position)) : NULL;
}

static void
wh_checklist_offer_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = wh_checklist_offer_get_item_type;
  iface->get_n_items = wh_checklist_offer_get_n_items;
  iface->get_item = wh_checklist_offer_get_item;
}

static void
wh_checklist_offer_finalize (GObject *object)
{
  WhChecklistOffer *self = WH_CHECKLIST_OFFER (object);

  g_clear_pointer (&self->heading, g_free);
  g_clear_pointer (&self->date, g_free);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->sections, g_ptr_array_unref);

  G_OBJECT_CLASS (wh_checklist_offer_parent_class)->finalize (object);
}

static void
wh_checklist_offer_class_init (WhChecklistOfferClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wh_checklist_offer_finalize;
}

static void
wh_checklist_offer_init (WhChecklistOffer *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->sections = g_ptr_array_new_with_free_func (g_free);
}

/**
 * wh_checklist_offer_new:
 * @checklist: it gets the words that its heading needs
 * @database: a connection of this thread
 * @language: what the user reads contents in
 *
 * Looks up every item in the catalogue and on the plan, which takes its time when they
 * are very many.
 *
 * Returns: (transfer full) (nullable): the offer
 */
WhChecklistOffer *
wh_checklist_offer_new (WhChecklist  *checklist,
                        WhDatabase   *database,
                        const char   *language,
                        GCancellable *cancellable,
                        GError      **error)
{
  g_autoptr (WhChecklistOffer) self = NULL;
  g_autoptr (GHashTable) added = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (checklist != NULL, NULL);
  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  self = g_object_new (WH_TYPE_CHECKLIST_OFFER, NULL);
  take_head (self, checklist, database, language);

  for (guint i = 0; i < checklist->sections->len; i++)
    if (!add_section (self, g_ptr_array_index (checklist->sections, i), database, language, added, cancellable, error))
      return NULL;

  return g_steal_pointer (&self);
}

const char *
wh_checklist_offer_get_heading (WhChecklistOffer *self)
{
  g_return_val_if_fail (WH_IS_CHECKLIST_OFFER (self), NULL);

  return self->heading;
}

const char *
wh_checklist_offer_get_date (WhChecklistOffer *self)
{
  g_return_val_if_fail (WH_IS_CHECKLIST_OFFER (self), NULL);

  return self->date;
}

/* Returns: how many entries are so */
guint
wh_checklist_offer_count (WhChecklistOffer     *self,
                          WhChecklistEntryState state)
{
  g_return_val_if_fail (WH_IS_CHECKLIST_OFFER (self), 0);
  g_return_val_if_fail (state < WH_CHECKLIST_N_STATES, 0);

  return self->counts[state];
}

/* @section: as wh_checklist_entry_get_section() gives it */
const char *
wh_checklist_offer_get_section_title (WhChecklistOffer *self,
                                      guint             section)
{
  g_return_val_if_fail (WH_IS_CHECKLIST_OFFER (self), NULL);
  g_return_val_if_fail (section < self->sections->len, NULL);

  return g_ptr_array_index (self->sections, section);
}

/* A note may be the joined ones of several alternatives, longer than one may be. */
static char *
dup_note (const char *note)
{
  gsize length = note != NULL ? strlen (note) : 0;

  if (length > WH_NOTE_MAX)
    length = (gsize) (g_utf8_find_prev_char (note, note + WH_NOTE_MAX) - note);

  return g_strndup (note, length);
}

/**
 * wh_checklist_offer_list_records:
 * @with_status: whether with what the other has on them, status and note
 *
 * Returns: (transfer full) (element-type WhUserRecord): what is new, for wh_edit_take_over()
 */
GPtrArray *
wh_checklist_offer_list_records (WhChecklistOffer *self,
                                 gboolean          with_status)
{
  GPtrArray *records;

  g_return_val_if_fail (WH_IS_CHECKLIST_OFFER (self), NULL);

  records = g_ptr_array_new_with_free_func ((GDestroyNotify) wh_user_record_free);

  for (guint i = 0; i < self->entries->len; i++)
    {
      WhChecklistEntry *entry = g_ptr_array_index (self->entries, i);
      WhUserRecord     *record;

      if (wh_checklist_entry_get_key (entry) == NULL)
        continue;

      record = wh_user_record_new (wh_checklist_entry_get_key (entry));
      if (with_status)
        {
          record->status = wh_checklist_entry_get_status (entry);
          record->item_note = dup_note (wh_checklist_entry_get_note (entry));
        }
      g_ptr_array_add (records, record);
    }

  return records;
}
