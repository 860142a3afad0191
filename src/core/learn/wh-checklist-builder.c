/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-catalogue-store.h"
#include "wh-catalogue-subjects.h"
#include "wh-plan.h"

#include "wh-checklist-builder.h"

/* What an item of paper needs to know of one library or topic. */
typedef struct
{
  WhUserRecord     *user;
  WhLibraryRecord  *library; /* (nullable): it is a topic, or the catalogue knows nothing of the key */
  WhLibraryDetails *details; /* (nullable): likewise */
  WhTopic          *topic;   /* (nullable): what it is when it is no library */
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->user, wh_user_record_free);
  g_clear_pointer (&entry->library, wh_library_record_free);
  g_clear_pointer (&entry->details, wh_library_details_free);
  g_clear_pointer (&entry->topic, wh_topic_free);
  g_free (entry);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Entry, entry_free)

/* What is no topic either is gone, and has its key for a name. */
static gboolean
load_topic (Entry      *entry,
            WhDatabase *database,
            const char *key,
            const char *language,
            GError    **error)
{
  g_autoptr (GError) local_error = NULL;

  entry->topic = wh_store_load_topic (database, key, language, &local_error);

  if (entry->topic != NULL || g_error_matches (local_error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
load_library (Entry      *entry,
              WhDatabase *database,
              const char *key,
              const char *language,
              GError    **error)
{
  g_autoptr (GError) local_error = NULL;
  gint64 id = wh_store_find_library (database, key, &local_error);

  if (g_error_matches (local_error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND))
    return load_topic (entry, database, key, language, error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return (entry->library = wh_store_load_library (database, id, language, error)) &&
         (entry->details = wh_store_load_details (database, id, language, error));
}

static Entry *
load_entry (WhDatabase *database,
            const char *key,
            const char *language,
            GError    **error)
{
  g_autoptr (Entry) entry = g_new0 (Entry, 1);

  if (!(entry->user = wh_store_load_user_record (database, key, error)) ||
      !load_library (entry, database, key, language, error))
    return NULL;

  return g_steal_pointer (&entry);
}

static GPtrArray *
load_entries (WhDatabase        *database,
              const char *const *keys,
              const char        *language,
              GError           **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      Entry *entry = load_entry (database, keys[i], language, error);

      if (entry == NULL)
        return NULL;

      g_ptr_array_add (entries, entry);
    }

  return g_steal_pointer (&entries);
}

static Entry *
get_entry (GPtrArray *entries,
           guint      position)
{
  return g_ptr_array_index (entries, position);
}

/* How far a status is on the way. Skipping one alternative leaves the others open. */
static guint
get_progress (WhStatus status)
{
  static const guint progress[] = {
    [WH_STATUS_SKIPPED] = 0,
    [WH_STATUS_NONE] = 1,
    [WH_STATUS_TO_LEARN] = 2,
    [WH_STATUS_LEARNING] = 3,
    [WH_STATUS_LEARNT] = 4,
  };

  return progress[status];
}

/* Of several alternatives the one that is furthest speaks for the slot, else the first. */
static Entry *
find_speaker (GPtrArray *entries)
{
  Entry *speaker = get_entry (entries, 0);

  for (guint i = 1; i < entries->len; i++)
    {
      Entry *entry = get_entry (entries, i);

      if (get_progress (entry->user->status) > get_progress (speaker->user->status))
        speaker = entry;
    }

  return speaker;
}

/* The user's notes on all alternatives, one to a line. */
static char *
dup_notes (GPtrArray *entries)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_null_terminated (0, NULL, TRUE);

  for (guint i = 0; i < entries->len; i++)
    {
      WhUserRecord *user = get_entry (entries, i)->user;

      if (user->item_note != NULL)
        g_ptr_array_add (notes, user->item_note);
      if (user->note != NULL)
        g_ptr_array_add (notes, user->note);
    }

  return notes->len > 0 ? g_strjoinv ("\n", (char **) notes->pdata) : NULL;
}

static const char *
get_name (const Entry *entry)
{
  if (entry->library != NULL)
    return entry->library->name;

  return entry->topic != NULL ? entry->topic->title : entry->user->key;
}

/* Why it is there. */
static const char *
get_summary (const Entry *entry)
{
  if (entry->library != NULL)
    return entry->library->summary;

  return entry->topic != NULL ? entry->topic->note : NULL;
}

static void
add_item (WhChecklist        *checklist,
          WhChecklistSection *section,
          GPtrArray          *entries,
          WhPriority          priority)
{
  const Entry     *speaker = find_speaker (entries);
  g_autofree char *note = dup_notes (entries);
  WhChecklistItem *item;

  item = wh_checklist_add_item (checklist, section,
                                get_summary (speaker),
                                priority,
                                speaker->library != NULL ? speaker->library->stars : 0,
                                speaker->user->status,
                                note);

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry        *entry = get_entry (entries, i);
      WhChecklistLibrary *library;

      library = wh_checklist_item_add_library (item,
                                               entry->user->key,
                                               get_name (entry),
                                               entry->details != NULL ? entry->details->homepage : NULL);
      library->status = entry->user->status;
    }
}

/* The best priority of the library in any role, for a plan that is for no role in particular. */
static WhPriority
get_best_priority (const Entry *entry)
{
  WhPriority best = WH_PRIORITY_NONE;

  for (guint i = 0; entry->details != NULL && i < entry->details->priorities->len; i++)
    {
      const WhRolePriority *priority = g_ptr_array_index (entry->details->priorities, i);

      if (best == WH_PRIORITY_NONE || priority->priority < best)
        best = priority->priority;
    }

  return best;
}

/* A checklist with its words but without sections. TITLE is the key of a word. */
static WhChecklist *
new_checklist (WhDatabase *database,
               const char *title,
               const char *subtitle,
               const char *language,
               GDateTime  *date)
{
  g_autofree char   *title_text = wh_store_dup_word (database, title, language);
  WhChecklist       *checklist = wh_checklist_new (title_text, subtitle, language, date);
  const char *const *words = wh_checklist_list_words ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *text = wh_store_dup_word (database, words[i], language);

      wh_checklist_set_word (checklist, words[i], text);
    }

  return checklist;
}

static WhChecklistSection *
add_priority_section (WhChecklist *checklist,
                      WhDatabase  *database,
                      WhPriority   priority)
{
  g_autofree char *title = wh_store_dup_priority_title (database, wh_priority_to_key (priority), checklist->language);

  return wh_checklist_add_section (checklist, title);
}

static WhChecklistSection *
add_status_section (WhChecklist *checklist,
                    WhDatabase  *database,
                    WhStatus     status)
{
  const char      *key = status == WH_STATUS_NONE ? "none" : wh_status_to_key (status);
  g_autofree char *word = g_strconcat ("status/", key, NULL);
  g_autofree char *title = wh_store_dup_word (database, word, checklist->language);

  return wh_checklist_add_section (checklist, title);
}

static gboolean
add_slots (WhChecklist *checklist,
           WhDatabase  *database,
           GPtrArray   *slots,
           GError     **error)
{
  WhChecklistSection *section = NULL;
  WhPriority          priority = WH_PRIORITY_NONE;

  for (guint i = 0; i < slots->len; i++)
    {
      const WhPrioritySlot *slot = g_ptr_array_index (slots, i);
      g_autoptr (GPtrArray) entries = NULL;

      if (!(entries = load_entries (database, (const char *const *) slot->keys, checklist->language, error)))
        return FALSE;

      if (section == NULL || slot->priority != priority)
        section = add_priority_section (checklist, database, slot->priority);

      priority = slot->priority;
      add_item (checklist, section, entries, priority);
    }

  return TRUE;
}

static int
compare_records_cb (gconstpointer a,
                    gconstpointer b)
{
  return wh_plan_compare_records (*(const WhUserRecord *const *) a, *(const WhUserRecord *const *) b);
}

static gboolean
add_planned (WhChecklist *checklist,
             WhDatabase  *database,
             GPtrArray   *plan,
             GError     **error)
{
  WhChecklistSection *section = NULL;
  WhStatus            status = WH_STATUS_NONE;

  for (guint i = 0; i < plan->len; i++)
    {
      const WhUserRecord *record = g_ptr_array_index (plan, i);
      const char         *keys[] = { record->key, NULL };
      g_autoptr (GPtrArray) entries = NULL;

      if (!(entries = load_entries (database, keys, checklist->language, error)))
        return FALSE;

      if (section == NULL || record->status != status)
        section = add_status_section (checklist, database, record->status);

      status = record->status;
      add_item (checklist, section, entries, get_best_priority (get_entry (entries, 0)));
    }

  return TRUE;
}

static const WhRole *
find_role (GPtrArray  *roles,
           const char *key)
{
  for (guint i = 0; i < roles->len; i++)
    {
      const WhRole *role = g_ptr_array_index (roles, i);

      if (g_str_equal (role->key, key))
        return role;
    }

  return NULL;
}

/**
 * wh_checklist_new_for_role:
 * @date: the date to print, for instance wh_checklist_dup_today()
 *
 * Makes the checklist of a role: a section per priority, an item per slot. Fails
 * with %WH_STORE_ERROR_NOT_FOUND when there is no such role or it has no
 * priorities.
 *
 * Returns: (transfer full) (nullable): the whole checklist: wh_checklist_filter() comes after
 */
WhChecklist *
wh_checklist_new_for_role (WhDatabase *database,
                           const char *role,
                           const char *language,
                           GDateTime  *date,
                           GError    **error)
{
  g_autoptr (WhChecklist) checklist = NULL;
  g_autoptr (GPtrArray) roles = NULL;
  g_autoptr (GPtrArray) slots = NULL;
  const WhRole *found;

  if (!(roles = wh_store_list_roles (database, language, error)))
    return NULL;

  if (!(found = find_role (roles, role)))
    {
      g_set_error (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND, _ ("There is no role “%s”"), role);
      return NULL;
    }

  if (!(slots = wh_store_list_slots (database, role, error)))
    return NULL;

  if (slots->len == 0)
    {
      g_set_error (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND,
                   _ ("The role “%s” has learning orders but no priorities, so there is no checklist of it"),
                   found->name);
      return NULL;
    }

  checklist = new_checklist (database, "paper/title", found->name, language, date);

  if (!add_slots (checklist, database, slots, error))
    return NULL;

  return g_steal_pointer (&checklist);
}

/**
 * wh_checklist_new_for_plan:
 * @date: the date to print, for instance wh_checklist_dup_today()
 *
 * Makes the checklist of the plan, in its order: a section per status. It has no
 * sections when nothing is planned.
 *
 * Returns: (transfer full) (nullable): the whole checklist: wh_checklist_filter() comes after
 */
WhChecklist *
wh_checklist_new_for_plan (WhDatabase *database,
                           const char *language,
                           GDateTime  *date,
                           GError    **error)
{
  g_autoptr (WhChecklist) checklist = NULL;
  g_autoptr (GPtrArray) plan = wh_store_list_plan (database, error);

  if (plan == NULL)
    return NULL;

  g_ptr_array_sort (plan, compare_records_cb);
  checklist = new_checklist (database, "paper/plan", NULL, language, date);

  if (!add_planned (checklist, database, plan, error))
    return NULL;

  return g_steal_pointer (&checklist);
}

/**
 * wh_checklist_dup_today:
 *
 * Today, or the moment that SOURCE_DATE_EPOCH names (seconds since 1970, UTC), so
 * that the same input gives the same bytes on any day.
 *
 * Returns: (transfer full): the date to print
 */
GDateTime *
wh_checklist_dup_today (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  guint64     seconds;
  GDateTime  *date = NULL;

  if (epoch != NULL && g_ascii_string_to_unsigned (epoch, 10, 0, G_MAXINT64, &seconds, NULL))
    date = g_date_time_new_from_unix_utc ((gint64) seconds);

  return date != NULL ? date : g_date_time_new_now_local ();
}

/* Returns: the language that stands beside @language when a checklist is in both */
const char *
wh_checklist_get_other_language (const char *language)
{
  return g_str_has_prefix (language, "zh") ? "en" : "zh_CN";
}

static WhChecklist *
build_in_one (WhDatabase *database,
              const char *role,
              const char *language,
              GError    **error)
{
  g_autoptr (GDateTime) today = wh_checklist_dup_today ();

  if (role == NULL)
    return wh_checklist_new_for_plan (database, language, today, error);

  return wh_checklist_new_for_role (database, role, language, today, error);
}

static WhChecklist *
build_in_both (WhDatabase *database,
               const char *role,
               const char *language,
               const char *other_language,
               GError    **error)
{
  g_autoptr (WhChecklist) checklist = build_in_one (database, role, language, error);
  g_autoptr (WhChecklist) other = NULL;

  if (checklist == NULL || other_language == NULL)
    return g_steal_pointer (&checklist);

  if (!(other = build_in_one (database, role, other_language, error)))
    return NULL;

  wh_checklist_add_language (checklist, other);
  return g_steal_pointer (&checklist);
}

/**
 * wh_checklist_build:
 * @role: (nullable): the key of a role; otherwise it is of the plan
 * @other_language: (nullable): a language that stands beside the first
 *
 * Makes the checklist that someone has chosen, with the date of today, of one moment:
 * whatever somebody else writes meanwhile.
 *
 * Returns: (transfer full) (nullable): the checklist, with these items alone
 */
WhChecklist *
wh_checklist_build (WhDatabase      *database,
                    const char      *role,
                    const char      *language,
                    const char      *other_language,
                    WhChecklistItems items,
                    GError         **error)
{
  g_autoptr (WhChecklist) checklist = NULL;

  if (!wh_database_begin_read (database, error))
    return NULL;

  checklist = build_in_both (database, role, language, other_language, error);
  wh_database_rollback (database);

  if (checklist != NULL)
    wh_checklist_filter (checklist, items);

  return g_steal_pointer (&checklist);
}
