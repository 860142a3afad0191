/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-checklist.h"

/**
 * WhChecklist:
 *
 * A checklist described plainly: a title, sections and items, all in one
 * language. Paper and files are made from this alone, so they can be made
 * on any thread and tested without a database.
 *
 * It is reference-counted and not changed any more once someone else holds
 * a reference.
 */

/* The words that paper and files use, keys of the catalogue's `words`. */
static const char *const words[] = {
  "month/1",
  "month/2",
  "month/3",
  "month/4",
  "month/5",
  "month/6",
  "month/7",
  "month/8",
  "month/9",
  "month/10",
  "month/11",
  "month/12",
  "paper/continued",
  "paper/count",
  "paper/date",
  "paper/empty",
  "paper/fraction",
  "paper/heading",
  "paper/page",
  "paper/section",
  "paper/unrated",
  "priority/P0",
  "priority/P1",
  "priority/P2",
  "priority-name/P0",
  "priority-name/P1",
  "priority-name/P2",
  "status/learning",
  "status/learnt",
  "status/skipped",
  "status/to-learn",
  NULL
};

static void
free_library (gpointer data)
{
  WhChecklistLibrary *library = data;

  g_free (library->key);
  g_free (library->name);
  g_free (library->url);
  g_free (library);
}

static void
free_item (gpointer data)
{
  WhChecklistItem *item = data;

  g_ptr_array_unref (item->libraries);
  g_free (item->summary);
  g_free (item->other_summary);
  g_free (item->note);
  g_free (item);
}

static void
free_section (gpointer data)
{
  WhChecklistSection *section = data;

  g_free (section->title);
  g_free (section->other_title);
  g_ptr_array_unref (section->items);
  g_free (section);
}

static void
clear_checklist (gpointer data)
{
  WhChecklist *self = data;

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->language);
  g_free (self->other_language);
  g_free (self->other_heading);
  g_date_time_unref (self->date);
  g_ptr_array_unref (self->sections);
  g_hash_table_unref (self->words);
  g_clear_pointer (&self->other_words, g_hash_table_unref);
}

static gboolean
is_shown (const WhChecklistItem *item,
          WhChecklistItems       items)
{
  switch (items)
    {
    case WH_CHECKLIST_ITEMS_OPEN:
      return item->status != WH_STATUS_LEARNT && item->status != WH_STATUS_SKIPPED;

    case WH_CHECKLIST_ITEMS_DONE:
      return item->status == WH_STATUS_LEARNT;

    case WH_CHECKLIST_ITEMS_ALL:
    default:
      return TRUE;
    }
}

/**
 * wh_checklist_new:
 * @subtitle: (nullable): the name of the role it is for
 * @language: the language of all texts, as in "zh_CN"
 * @date: the date to be printed
 *
 * Returns: (transfer full): a checklist without sections
 */
WhChecklist *
wh_checklist_new (const char *title,
                  const char *subtitle,
                  const char *language,
                  GDateTime  *date)
{
  WhChecklist *self = g_atomic_rc_box_new0 (WhChecklist);

  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  self->language = g_strdup (language);
  self->date = g_date_time_ref (date);
  self->sections = g_ptr_array_new_with_free_func (free_section);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

WhChecklist *
wh_checklist_ref (WhChecklist *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
wh_checklist_unref (WhChecklist *self)
{
  g_atomic_rc_box_release_full (self, clear_checklist);
}

/**
 * wh_checklist_list_words:
 *
 * Returns: (transfer none): the keys of the words that whoever builds a checklist
 *   must set, in the checklist's language
 */
const char *const *
wh_checklist_list_words (void)
{
  return words;
}

/* Falls back to the key: a missing word must not keep anyone from printing. */
const char *
wh_checklist_get_word (const WhChecklist *self,
                       const char        *key)
{
  const char *text = g_hash_table_lookup (self->words, key);

  return text != NULL ? text : key;
}

/* Returns: (nullable): the word in the other language, %NULL when there is none or it is the same */
const char *
wh_checklist_get_other_word (const WhChecklist *self,
                             const char        *key)
{
  const char *text = self->other_words != NULL ? g_hash_table_lookup (self->other_words, key) : NULL;

  return g_strcmp0 (text, wh_checklist_get_word (self, key)) != 0 ? text : NULL;
}

void
wh_checklist_set_word (WhChecklist *self,
                       const char  *key,
                       const char  *text)
{
  g_hash_table_replace (self->words, g_strdup (key), g_strdup (text));
}

/* Returns: (transfer none): the new section, at the end */
WhChecklistSection *
wh_checklist_add_section (WhChecklist *self,
                          const char  *title)
{
  WhChecklistSection *section = g_new0 (WhChecklistSection, 1);

  section->title = g_strdup (title);
  section->items = g_ptr_array_new_with_free_func (free_item);
  g_ptr_array_add (self->sections, section);

  return section;
}

/**
 * wh_checklist_add_item:
 * @section: a section of this checklist
 * @summary: (nullable): why one would learn it, in a line
 * @note: (nullable): the user's own
 *
 * Adds an item and counts it in its section and in the whole. Its libraries
 * are added next, with wh_checklist_item_add_library().
 *
 * Returns: (transfer none): the item
 */
WhChecklistItem *
wh_checklist_add_item (WhChecklist        *self,
                       WhChecklistSection *section,
                       const char         *summary,
                       WhPriority          priority,
                       guint               stars,
                       WhStatus            status,
                       const char         *note)
{
  WhChecklistItem *item = g_new0 (WhChecklistItem, 1);
  guint            done = status == WH_STATUS_LEARNT ? 1 : 0;

  item->libraries = g_ptr_array_new_with_free_func (free_library);
  item->summary = g_strdup (summary);
  item->priority = priority;
  item->stars = MIN (stars, WH_STARS_MAX);
  item->status = status;
  item->note = g_strdup (note);
  g_ptr_array_add (section->items, item);

  section->n_total++;
  section->n_done += done;
  self->n_total++;
  self->n_done += done;

  return item;
}

/* Whether both are of the same libraries. */
static gboolean
is_same_item (const WhChecklistItem *item,
              const WhChecklistItem *other)
{
  if (item->libraries->len != other->libraries->len)
    return FALSE;

  for (guint i = 0; i < item->libraries->len; i++)
    {
      const WhChecklistLibrary *library = g_ptr_array_index (item->libraries, i);
      const WhChecklistLibrary *other_library = g_ptr_array_index (other->libraries, i);

      if (!g_str_equal (library->key, other_library->key))
        return FALSE;
    }

  return TRUE;
}

/* What has not been translated is not said twice. */
static void
set_other (char      **other,
           const char *text,
           const char *translation)
{
  g_set_str (other, g_strcmp0 (text, translation) != 0 ? translation : NULL);
}

/**
 * wh_checklist_add_language:
 * @other: the same checklist, built in another language
 *
 * Takes the heading, the words, the titles of the sections and the summaries of @other,
 * to stand beside those that are there. Done before the checklist is filtered. What
 * changed between the building of the two stays in one language.
 */
void
wh_checklist_add_language (WhChecklist       *self,
                           const WhChecklist *other)
{
  g_autofree char *heading = wh_checklist_dup_heading (self);
  g_autofree char *other_heading = wh_checklist_dup_heading (other);

  g_set_str (&self->other_language, other->language);
  set_other (&self->other_heading, heading, other_heading);
  g_clear_pointer (&self->other_words, g_hash_table_unref);
  self->other_words = g_hash_table_ref (other->words);

  for (guint i = 0; i < MIN (self->sections->len, other->sections->len); i++)
    {
      WhChecklistSection       *section = g_ptr_array_index (self->sections, i);
      const WhChecklistSection *other_section = g_ptr_array_index (other->sections, i);

      set_other (&section->other_title, section->title, other_section->title);

      for (guint j = 0; j < MIN (section->items->len, other_section->items->len); j++)
        {
          WhChecklistItem       *item = g_ptr_array_index (section->items, j);
          const WhChecklistItem *other_item = g_ptr_array_index (other_section->items, j);

          if (is_same_item (item, other_item))
            set_other (&item->other_summary, item->summary, other_item->summary);
        }
    }
}

/**
 * wh_checklist_filter:
 *
 * Drops the items that are not among @items, and the sections that have none
 * left. The counts stay those of the whole.
 */
void
wh_checklist_filter (WhChecklist     *self,
                     WhChecklistItems items)
{
  if (items == WH_CHECKLIST_ITEMS_ALL)
    return;

  for (guint i = self->sections->len; i > 0; i--)
    {
      WhChecklistSection *section = g_ptr_array_index (self->sections, i - 1);

      for (guint j = section->items->len; j > 0; j--)
        if (!is_shown (g_ptr_array_index (section->items, j - 1), items))
          g_ptr_array_remove_index (section->items, j - 1);

      if (section->items->len == 0)
        g_ptr_array_remove_index (self->sections, i - 1);
    }
}

/**
 * wh_checklist_item_add_library:
 * @url: (nullable): the homepage
 *
 * Returns: (transfer none): the library, without a status of its own
 */
WhChecklistLibrary *
wh_checklist_item_add_library (WhChecklistItem *item,
                               const char      *key,
                               const char      *name,
                               const char      *url)
{
  WhChecklistLibrary *library = g_new0 (WhChecklistLibrary, 1);

  library->key = g_strdup (key);
  library->name = g_strdup (name);
  library->url = g_strdup (url);
  g_ptr_array_add (item->libraries, library);

  return library;
}

/* Returns: (transfer full): "FastAPI / Django" */
char *
wh_checklist_item_dup_name (const WhChecklistItem *item)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < item->libraries->len; i++)
    {
      WhChecklistLibrary *library = g_ptr_array_index (item->libraries, i);

      if (i > 0)
        g_string_append (name, " / ");
      g_string_append (name, library->name);
    }

  return g_string_free_and_steal (g_steal_pointer (&name));
}

/**
 * wh_checklist_dup_phrase:
 * @word: the key of a word with placeholders, as in "paper/page"
 * @first_name: a placeholder, as in "{page}"; what stands for it follows, then further
 *   pairs, then %NULL
 *
 * A word that a translator has written is never a format of printf().
 *
 * Returns: (transfer full): the word with its placeholders filled in
 */
char *
wh_checklist_dup_phrase (const WhChecklist *self,
                         const char        *word,
                         const char        *first_name,
                         ...)
{
  g_autoptr (GString) phrase = g_string_new (wh_checklist_get_word (self, word));
  va_list args;

  va_start (args, first_name);
  for (const char *name = first_name; name != NULL; name = va_arg (args, const char *))
    g_string_replace (phrase, name, va_arg (args, const char *), 0);
  va_end (args);

  return g_string_free_and_steal (g_steal_pointer (&phrase));
}

/* Returns: (transfer full): title and subtitle in one line, "Learning checklist: Back-end developer" */
char *
wh_checklist_dup_heading (const WhChecklist *self)
{
  if (self->subtitle == NULL)
    return g_strdup (self->title);

  return wh_checklist_dup_phrase (self, "paper/heading", "{title}", self->title, "{role}", self->subtitle, NULL);
}

/**
 * wh_checklist_dup_count:
 * @word: "paper/count" ("3 of 9 learnt") or "paper/fraction" ("3 of 9")
 *
 * Returns: (transfer full): the word with both numbers filled in
 */
char *
wh_checklist_dup_count (const WhChecklist *self,
                        const char        *word,
                        guint              n_done,
                        guint              n_total)
{
  g_autofree char *done = g_strdup_printf ("%u", n_done);
  g_autofree char *total = g_strdup_printf ("%u", n_total);

  return wh_checklist_dup_phrase (self, word, "{n}", done, "{m}", total, NULL);
}

/* Returns: (transfer full): the date as people write it in the checklist's language */
char *
wh_checklist_dup_date (const WhChecklist *self)
{
  g_autofree char *year = g_strdup_printf ("%d", g_date_time_get_year (self->date));
  g_autofree char *month = g_strdup_printf ("month/%d", g_date_time_get_month (self->date));
  g_autofree char *day = g_strdup_printf ("%d", g_date_time_get_day_of_month (self->date));

  return wh_checklist_dup_phrase (self, "paper/date",
                                  "{year}", year,
                                  "{month}", wh_checklist_get_word (self, month),
                                  "{day}", day,
                                  NULL);
}
