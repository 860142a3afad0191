/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-catalogue-private.h"
#include "wh-schema.h"
#include "wh-spelling.h"

#define SQL_LIBRARIES                                                                     \
  "SELECT key, key FROM library UNION SELECT key, name FROM library"                      \
  " UNION SELECT l.key, a.alias FROM alias AS a JOIN library AS l ON l.id = a.library_id" \
  " UNION SELECT l.key, i.module FROM import_name AS i JOIN library AS l ON l.id = i.library_id"

/* What can be learnt of a guide: the nodes that have none below them. */
#define SQL_TOPICS                                                                         \
  "SELECT n.key, n.key FROM guide_node AS n"                                               \
  " WHERE NOT EXISTS (SELECT 1 FROM guide_node AS c WHERE c.parent_id = n.id)"             \
  " UNION SELECT n.key, t.text FROM guide_node AS n JOIN text AS t ON t.id = n.title_text" \
  " WHERE NOT EXISTS (SELECT 1 FROM guide_node AS c WHERE c.parent_id = n.id)"

/* Subjects by the names that messages and the command line use: their keys, and
 * beside each key what else it may have been meant by.
 */
static const struct
{
  const char *subject;
  const char *sql;
} subjects[] = {
  { "library", SQL_LIBRARIES },
  { "role",
    "SELECT key, key FROM role UNION SELECT r.key, a.alias FROM role_alias AS a JOIN role AS r ON r.key = a.role"
    " UNION SELECT r.key, t.text FROM role AS r JOIN text AS t ON t.id = r.name_text" },
  { "category",
    "SELECT key, key FROM category"
    " UNION SELECT c.key, t.text FROM category AS c JOIN text AS t ON t.id = c.name_text" },
  { "source",
    "SELECT key, key FROM source"
    " UNION SELECT s.key, t.text FROM source AS s JOIN text AS t ON t.id = s.title_text" },
  { "measure", "SELECT key, key FROM measure" },
  { "ranking",
    "SELECT key, key FROM ranking"
    " UNION SELECT r.key, t.text FROM ranking AS r JOIN text AS t ON t.id = r.title_text" },
  { "comparison", "SELECT key, key FROM comparison" },
  { "counterpart",
    "SELECT key, key FROM counterpart"
    " UNION SELECT c.key, t.text FROM counterpart AS c JOIN text AS t ON t.id = c.domain_text" },
  { "tier",
    "SELECT key, key FROM tier UNION SELECT key, horizon FROM tier"
    " UNION SELECT i.key, t.text FROM tier AS i JOIN text AS t ON t.id = i.title_text" },
  { "pick", "SELECT key, key FROM pick" },
  { "guide",
    "SELECT key, key FROM guide"
    " UNION SELECT g.key, t.text FROM guide AS g JOIN text AS t ON t.id = g.title_text" },
  { "topic", SQL_TOPICS },
  { "item", SQL_LIBRARIES " UNION " SQL_TOPICS },
};

typedef struct
{
  char *key;
  guint distance;
} Suggestion;

static void
suggestion_clear (Suggestion *suggestion)
{
  g_free (suggestion->key);
}

static int
compare_suggestions (gconstpointer a,
                     gconstpointer b)
{
  const Suggestion *left = a;
  const Suggestion *right = b;

  if (left->distance != right->distance)
    return left->distance < right->distance ? -1 : 1;

  return strcmp (left->key, right->key);
}

static const char *
find_sql (const char *subject)
{
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      if (g_str_equal (subjects[i].subject, subject))
        return subjects[i].sql;
    }

  return NULL;
}

static void
add_suggestion (GArray     *suggestions,
                const char *key,
                guint       distance)
{
  Suggestion suggestion = { .distance = distance };

  for (guint i = 0; i < suggestions->len; i++)
    {
      Suggestion *known = &g_array_index (suggestions, Suggestion, i);

      if (g_str_equal (known->key, key))
        {
          known->distance = MIN (known->distance, distance);
          return;
        }
    }

  suggestion.key = g_strdup (key);
  g_array_append_val (suggestions, suggestion);
}

/**
 * wh_store_list_keys:
 * @subject: "library", "role", "category", "source", "measure", "ranking",
 *   "comparison", "counterpart", "tier", "pick", "guide", "topic", or "item", which is
 *   either a library or a topic
 *
 * Returns: (transfer full): all keys of @subject, sorted
 */
GStrv
wh_store_list_keys (WhDatabase *database,
                    const char *subject,
                    GError    **error)
{
  const char      *pairs = find_sql (subject);
  g_autofree char *sql = NULL;

  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);
  g_return_val_if_fail (pairs != NULL, NULL);

  sql = g_strconcat ("SELECT DISTINCT key FROM (", pairs, ") ORDER BY key", NULL);

  return wh_catalogue_read_strings (database, sql, &(WhQuestion) { 0 }, error);
}

/**
 * wh_store_list_library_ids:
 *
 * Returns: (transfer full) (element-type gint64): the ids of all libraries in the
 *   order of their names (without case, then by key)
 */
GArray *
wh_store_list_library_ids (WhDatabase *database,
                           GError    **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (WhCursor) cursor = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);

  if (!(cursor = wh_database_prepare (database, "SELECT id FROM library ORDER BY name COLLATE NOCASE, key", error)))
    return NULL;

  while (wh_cursor_next (cursor, &local_error))
    {
      gint64 id = wh_cursor_get_int64 (cursor, 0);

      g_array_append_val (ids, id);
    }

  if (local_error == NULL)
    return g_steal_pointer (&ids);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* How far off what was typed is from what something is called; G_MAXUINT is too far. */
typedef guint (*MeasureFunc) (const char *typed,
                              const char *name);

static GStrv
list_near_keys (WhDatabase *database,
                const char *subject,
                const char *typed,
                MeasureFunc measure,
                guint       max,
                GError    **error)
{
  g_autoptr (GArray) suggestions = g_array_new (FALSE, FALSE, sizeof (Suggestion));
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr (GError) local_error = NULL;
  g_autoptr (WhCursor) cursor = NULL;
  const char *sql = find_sql (subject);

  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);
  g_return_val_if_fail (typed != NULL && sql != NULL, NULL);

  g_array_set_clear_func (suggestions, (GDestroyNotify) suggestion_clear);

  if (!(cursor = wh_database_prepare (database, sql, error)))
    return NULL;

  while (wh_cursor_next (cursor, &local_error))
    {
      guint distance = measure (typed, wh_cursor_get_text (cursor, 1));

      if (distance != G_MAXUINT)
        add_suggestion (suggestions, wh_cursor_get_text (cursor, 0), distance);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  g_array_sort (suggestions, compare_suggestions);

  for (guint i = 0; i < MIN (max, suggestions->len); i++)
    g_strv_builder_add (keys, g_array_index (suggestions, Suggestion, i).key);

  return g_strv_builder_end (keys);
}

/**
 * wh_store_suggest_keys:
 * @subject: as for wh_store_list_keys()
 * @wrong: what is no key of @subject
 * @max: how many keys to return at most
 *
 * Finds what may have been meant by @wrong, looking at names and aliases too.
 *
 * Returns: (transfer full): keys, the nearest first; may be empty
 */
GStrv
wh_store_suggest_keys (WhDatabase *database,
                       const char *subject,
                       const char *wrong,
                       guint       max,
                       GError    **error)
{
  return list_near_keys (database, subject, wrong, wh_spelling_get_distance, max, error);
}

static guint
measure_sameness (const char *typed,
                  const char *name)
{
  return wh_spelling_is_same (typed, name) ? 0 : G_MAXUINT;
}

/**
 * wh_store_find_keys:
 * @subject: as for wh_store_list_keys()
 * @name: a key, name, alias or imported module in any language, in capitals or not
 *
 * Returns: (transfer full): the keys of all that is called @name, sorted; may be empty
 */
GStrv
wh_store_find_keys (WhDatabase *database,
                    const char *subject,
                    const char *name,
                    GError    **error)
{
  return list_near_keys (database, subject, name, measure_sameness, G_MAXUINT, error);
}

/**
 * wh_store_dup_word:
 * @key: "kind/stdlib"
 *
 * Never fails: what has no word in @language comes in English, and what has none
 * at all is its key.
 *
 * Returns: (transfer full): a word of the catalogue
 */
char *
wh_store_dup_word (WhDatabase *database,
                   const char *key,
                   const char *language)
{
  g_autoptr (WhCursor) cursor = NULL;

  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);
  g_return_val_if_fail (key != NULL && language != NULL, NULL);

  cursor = wh_catalogue_ask (database,
                             "SELECT " WH_SQL_TITLE ("w", "text") " FROM word AS w WHERE w.key = ?1"
                                                                  " ORDER BY w.collection LIMIT 1",
                             &(WhQuestion) { .key = key, .language = language }, NULL);

  if (cursor != NULL && wh_cursor_next (cursor, NULL) && !wh_cursor_is_null (cursor, 0))
    return wh_cursor_dup_text (cursor, 0);

  return g_strdup (key);
}

/**
 * wh_store_dup_section_title:
 * @section: the key of a section of @source
 *
 * Returns: (transfer full): the title of the section, or @section when it has none
 */
char *
wh_store_dup_section_title (WhDatabase *database,
                            const char *source,
                            const char *section,
                            const char *language)
{
  g_autofree char *key = NULL;
  g_autoptr (WhCursor) cursor = NULL;

  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);
  g_return_val_if_fail (source != NULL && section != NULL && language != NULL, NULL);

  key = g_strconcat (source, "#", section, NULL);
  cursor = wh_catalogue_ask (database,
                             "SELECT " WH_SQL_TITLE ("s", "title_text") " FROM source_section AS s"
                                                                        " WHERE s.source || '#' || s.key = ?1 ORDER BY s.collection LIMIT 1",
                             &(WhQuestion) { .key = key, .language = language }, NULL);

  return cursor != NULL && wh_cursor_next (cursor, NULL) ? wh_cursor_dup_text (cursor, 0) : g_strdup (section);
}

/**
 * wh_store_dup_priority_title:
 * @priority: "P0"
 *
 * Returns: (transfer full): what stands above libraries of that priority, "P0 · Must
 *   learn", in the form that @language has for it
 */
char *
wh_store_dup_priority_title (WhDatabase *database,
                             const char *priority,
                             const char *language)
{
  g_autofree char *short_key = g_strconcat ("priority/", priority, NULL);
  g_autofree char *long_key = g_strconcat ("priority-name/", priority, NULL);
  g_autofree char *short_name = wh_store_dup_word (database, short_key, language);
  g_autofree char *long_name = wh_store_dup_word (database, long_key, language);
  g_autoptr (GString) title = g_string_new_take (wh_store_dup_word (database, "paper/section", language));

  g_string_replace (title, "{priority}", short_name, 1);
  g_string_replace (title, "{name}", long_name, 1);

  return g_string_free_and_steal (g_steal_pointer (&title));
}

/**
 * wh_store_dup_revision:
 *
 * Returns: (transfer full): the content hash of the bundle in the database, "" when
 *   there is none; %NULL when the database failed
 */
char *
wh_store_dup_revision (WhDatabase *database,
                       GError    **error)
{
  g_auto (GStrv) revisions = NULL;

  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);

  revisions = wh_catalogue_read_strings (database, "SELECT revision FROM collection WHERE id = ?1",
                                         &(WhQuestion) { .id = WH_SCHEMA_BUNDLE }, error);

  if (revisions == NULL)
    return NULL;

  return g_strdup (revisions[0] != NULL ? revisions[0] : "");
}
