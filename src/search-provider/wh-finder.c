/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "wh-catalogue-subjects.h"
#include "wh-catalogue-store.h"
#include "wh-files.h"
#include "wh-line.h"
#include "wh-link.h"
#include "wh-search.h"
#include "wh-topic-search.h"

#include "wh-finder.h"

/* Nobody types more than that, in bytes. */
#define TEXT_MAX 1024

struct _WhFinder
{
  GMutex mutex;

  char *path;
  char *bundle_path;

  char         *stamp;     /* of the files when they were read */
  const char   *read_path; /* (nullable): the one that was */
  WhIndex      *index;
  WhTopicIndex *topics;
};

WhFinder *
wh_finder_new (const char *path,
               const char *bundle_path)
{
  WhFinder *self;

  g_return_val_if_fail (path != NULL && bundle_path != NULL, NULL);

  self = g_new0 (WhFinder, 1);
  g_mutex_init (&self->mutex);
  self->path = g_strdup (path);
  self->bundle_path = g_strdup (bundle_path);

  return self;
}

static void
forget (WhFinder *self)
{
  g_clear_pointer (&self->index, wh_index_unref);
  g_clear_pointer (&self->topics, wh_topic_index_free);
  g_clear_pointer (&self->stamp, g_free);
  self->read_path = NULL;
}

void
wh_finder_free (WhFinder *self)
{
  if (self == NULL)
    return;

  forget (self);
  g_mutex_clear (&self->mutex);
  g_free (self->path);
  g_free (self->bundle_path);
  g_free (self);
}

static void
append_stamp (GString    *stamp,
              const char *path)
{
  GStatBuf info;

  if (g_stat (path, &info) == 0)
    g_string_append_printf (stamp, "%" G_GUINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT ".%09ld ",
                            (guint64) info.st_ino, (gint64) info.st_size, (gint64) info.st_mtim.tv_sec, info.st_mtim.tv_nsec);
  else
    g_string_append (stamp, "- ");
}

/* What tells that a file, or the log in which commits stand first, is not as it was. */
static char *
dup_stamp (WhFinder *self)
{
  g_autoptr (GString) stamp = g_string_new (NULL);
  g_autofree char *file = wh_files_resolve (self->path);
  g_autofree char *log = g_strconcat (file, "-wal", NULL);

  append_stamp (stamp, file);
  append_stamp (stamp, log);
  append_stamp (stamp, self->bundle_path);

  return g_string_free_and_steal (g_steal_pointer (&stamp));
}

static gboolean
read_file (WhFinder   *self,
           const char *path,
           GError    **error)
{
  g_autoptr (WhDatabase) database = wh_database_peek (path, error);
  g_autoptr (WhIndex) index = NULL;
  g_autoptr (WhTopicIndex) topics = NULL;

  if (database == NULL ||
      !(index = wh_index_build (database, NULL, error)) ||
      !(topics = wh_topic_index_build (database, error)))
    return FALSE;

  self->index = g_steal_pointer (&index);
  self->topics = g_steal_pointer (&topics);
  self->read_path = path;

  return TRUE;
}

/* Makes sure that what is in memory is what is in the files. A user's database that
 * cannot be read now, whatever the reason, is the business of the window.
 */
static gboolean
refresh (WhFinder *self,
         GError  **error)
{
  g_autofree char *stamp = dup_stamp (self);

  if (g_strcmp0 (stamp, self->stamp) == 0)
    return TRUE;

  forget (self);
  if (!read_file (self, self->path, NULL) && !read_file (self, self->bundle_path, error))
    return FALSE;

  self->stamp = g_steal_pointer (&stamp);
  return TRUE;
}

/* Returns: (transfer full) (nullable): %NULL when it cannot be one of our results */
static WhLink *
read_result (const char *result)
{
  g_autofree char *uri = g_strconcat (WH_LINK_SCHEME ":", result, NULL);
  g_autoptr (WhLink) link = wh_link_new_from_uri (uri, NULL);

  if (link == NULL || (link->kind != WH_LINK_LIBRARY && link->kind != WH_LINK_TOPIC))
    return NULL;

  return g_steal_pointer (&link);
}

static WhSearchResult *
find_libraries (WhFinder   *self,
                const char *text)
{
  g_autoptr (WhLibraryQuery) query = wh_library_query_new ();

  wh_library_query_set_text (query, text);
  wh_library_query_set_limit (query, WH_FINDER_MAX_RESULTS);

  return wh_search (self->index, query, NULL);
}

/* Returns: (transfer container): their keys in order, those of the index */
static GPtrArray *
list_keys (WhFinder       *self,
           WhSearchResult *libraries)
{
  GPtrArray    *keys = g_ptr_array_new ();
  const gint64 *ids;
  guint         n_ids;
  guint         row;

  ids = wh_search_result_get_ids (libraries, &n_ids);
  for (guint i = 0; i < n_ids; i++)
    {
      if (wh_index_find_id (self->index, ids[i], &row))
        g_ptr_array_add (keys, (char *) wh_index_get_key (self->index, row));
    }

  return keys;
}

/* Adds a result if its link can be read again: a key from elsewhere may be anything, and
 * GNOME Shell shows nothing at all when one of the results cannot be described.
 */
static void
add_result (GPtrArray  *results,
            WhLinkKind  kind,
            const char *key)
{
  g_autofree char *uri = NULL;
  g_autoptr (WhLink) link = NULL;
  const char *result;

  if (results->len == WH_FINDER_MAX_RESULTS || *key == '\0')
    return;

  uri = wh_link_to_uri (kind, key);
  result = uri + strlen (WH_LINK_SCHEME ":");
  if ((link = read_result (result)) != NULL)
    g_ptr_array_add (results, g_strdup (result));
}

/* Puts what answers equally well together, libraries first. A topic about a library says
 * no more than the library does.
 */
static GPtrArray *
merge (WhSearchResult  *libraries,
       const GPtrArray *keys,
       const GArray    *topics)
{
  GPtrArray *results = g_ptr_array_new_null_terminated (WH_FINDER_MAX_RESULTS, g_free, TRUE);
  guint      library = 0;
  guint      topic = 0;
  guint      end = 0;

  for (WhMatch match = WH_MATCH_EXACT; match < WH_N_MATCHES; match++)
    {
      end += wh_search_result_get_n_by_match (libraries, match);
      for (; library < MIN (end, keys->len); library++)
        add_result (results, WH_LINK_LIBRARY, g_ptr_array_index (keys, library));

      for (; topic < topics->len && g_array_index (topics, WhFoundTopic, topic).match == match; topic++)
        {
          const WhFoundTopic *found = &g_array_index (topics, WhFoundTopic, topic);

          if (found->library == NULL ||
              !g_ptr_array_find_with_equal_func ((GPtrArray *) keys, found->library, g_str_equal, NULL))
            add_result (results, WH_LINK_TOPIC, found->key);
        }
    }

  return results;
}

/**
 * wh_finder_find:
 * @text: words in any language
 *
 * Searches libraries by the same function as the window does, and topics alike: what is
 * called so comes before what is only said to be so.
 *
 * Returns: (transfer full): the results, best first; none when @text is nothing to search
 *   for; %NULL when neither the user's database nor the bundle can be read
 */
GStrv
wh_finder_find (WhFinder   *self,
                const char *text,
                GError    **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (WhSearchResult) libraries = NULL;
  g_autoptr (GPtrArray) keys = NULL;
  g_autoptr (GArray) topics = NULL;
  g_autoptr (GPtrArray) results = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  if (!wh_finder_is_text (text))
    return g_new0 (char *, 1);

  locker = g_mutex_locker_new (&self->mutex);
  if (!refresh (self, error))
    return NULL;

  libraries = find_libraries (self, text);
  keys = list_keys (self, libraries);
  topics = wh_topic_index_search (self->topics, text);
  results = merge (libraries, keys, topics);

  return (GStrv) g_ptr_array_steal (results, NULL);
}

static void
add_line (GVariantDict *meta,
          const char   *key,
          const char   *text)
{
  if (text != NULL && *text != '\0')
    g_variant_dict_insert_value (meta, key, g_variant_new_take_string (wh_line_dup (text, WH_LINE_MAX)));
}

static gboolean
describe_library (WhDatabase   *database,
                  const char   *key,
                  const char   *language,
                  GVariantDict *meta,
                  GError      **error)
{
  g_autoptr (WhLibraryRecord) library = NULL;
  gint64 id = wh_store_find_library (database, key, error);

  if (id == 0 || !(library = wh_store_load_library (database, id, language, error)))
    return FALSE;

  add_line (meta, "name", *library->name != '\0' ? library->name : library->key);
  add_line (meta, "description", *library->summary != '\0' ? library->summary : library->category_name);

  return TRUE;
}

static gboolean
describe_topic (WhDatabase   *database,
                const char   *key,
                const char   *language,
                GVariantDict *meta,
                GError      **error)
{
  g_autoptr (WhTopic) topic = wh_store_load_topic (database, key, language, error);

  if (topic == NULL)
    return FALSE;

  add_line (meta, "name", topic->title);
  add_line (meta, "description", topic->path);

  return TRUE;
}

/* Without an icon: GNOME Shell shows that of the program beside its results, and one of
 * their own is for what is known by its picture.
 */
static GVariant *
describe (WhDatabase *database,
          const char *result,
          const char *language,
          GError    **error)
{
  g_auto (GVariantDict) meta = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (WhLink) link = read_result (result);
  gboolean found = FALSE;

  g_variant_dict_insert (&meta, "id", "s", result);

  if (link != NULL && link->kind == WH_LINK_LIBRARY)
    found = describe_library (database, link->key, language, &meta, error);
  else if (link != NULL)
    found = describe_topic (database, link->key, language, &meta, error);

  return found ? g_variant_dict_end (&meta) : NULL;
}

/**
 * wh_finder_describe:
 * @results: what wh_finder_find() gave, or anything
 * @language: the language of the texts
 *
 * Returns: (transfer floating): an array of what is shown of each result, without those
 *   that there are not: "id", "name", "description"; %NULL when nothing can be read
 */
GVariant *
wh_finder_describe (WhFinder          *self,
                    const char *const *results,
                    const char        *language,
                    GError           **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (WhDatabase) database = NULL;
  g_auto (GVariantBuilder) metas = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

  g_return_val_if_fail (self != NULL && results != NULL && language != NULL, NULL);

  locker = g_mutex_locker_new (&self->mutex);
  if (!refresh (self, error) || !(database = wh_database_peek (self->read_path, error)))
    return NULL;

  for (guint i = 0; results[i] != NULL && i < WH_FINDER_MAX_RESULTS; i++)
    {
      g_autoptr (GError) local_error = NULL;
      GVariant *meta = describe (database, results[i], language, &local_error);

      if (meta != NULL)
        {
          g_variant_builder_add_value (&metas, meta);
        }
      else if (local_error != NULL && !g_error_matches (local_error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
    }

  return g_variant_builder_end (&metas);
}

/**
 * wh_finder_dup_uri:
 * @result: what wh_finder_find() gave, or anything
 *
 * Returns: (transfer full) (nullable): the link that opens it; %NULL when it cannot be a result
 */
char *
wh_finder_dup_uri (const char *result)
{
  g_autoptr (WhLink) link = NULL;

  g_return_val_if_fail (result != NULL, NULL);

  link = read_result (result);

  return link != NULL ? wh_link_to_uri (link->kind, link->key) : NULL;
}

/* Whether there is something in @text to search for, and not more than anybody types. */
gboolean
wh_finder_is_text (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return strlen (text) <= TEXT_MAX && text[strspn (text, " \t\n\r")] != '\0';
}
