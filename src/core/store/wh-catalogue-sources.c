/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-catalogue-private.h"

/* The shape of SQL is its own. */
/* clang-format off */

/* The facts of the catalogue as (rank, kind, source, section), the weightiest kind first.
 * A guide is one fact and so is each of its topics.
 */
#define SQL_FACTS                                                                             \
  "SELECT 1 AS rank, 'library' AS kind, source, section FROM contribution"                    \
  " UNION ALL SELECT 2, 'topic', " WH_SQL_SOURCE_OF_NODE ("n") " FROM guide_node AS n"           \
  " JOIN guide AS g ON g.id = n.guide_id"                                                     \
  " WHERE NOT EXISTS (SELECT 1 FROM guide_node AS c WHERE c.parent_id = n.id)"                \
  " UNION ALL SELECT 3, 'statement', source, section FROM statement"                          \
  " UNION ALL SELECT 4, 'rating', source, section FROM rating"                                \
  " UNION ALL SELECT 5, 'priority', source, section FROM priority_slot"                       \
  " UNION ALL SELECT 6, 'order', source, section FROM learning_order"                         \
  " UNION ALL SELECT 7, 'ranking', source, section FROM ranking"                              \
  " UNION ALL SELECT 8, 'comparison', source, section FROM comparison"                        \
  " UNION ALL SELECT 9, 'counterpart', source, section FROM counterpart"                      \
  " UNION ALL SELECT 10, 'tier', source, section FROM tier"                                   \
  " UNION ALL SELECT 11, 'pick', source, section FROM pick"                                   \
  " UNION ALL SELECT 12, 'guide', source, section FROM guide"                                 \
  " UNION ALL SELECT 13, 'strategy', source, section FROM strategy"                           \
  " UNION ALL SELECT 14, 'advice', source, section FROM advice"                               \
  " UNION ALL SELECT 15, 'example', source, section FROM example"                             \
  " UNION ALL SELECT 16, 'relation', source, section FROM relation"                           \
  " UNION ALL SELECT 17, 'category', source, section FROM placement"                          \
  " UNION ALL SELECT 18, 'criteria', source, section FROM criteria_set"

static const char sources_sql[] =
  "SELECT s.id, s.key, " WH_SQL_TITLE ("s", "title_text") ","
  " " WH_SQL_TEXT ("s.description_text") ", s.language"
  " FROM source AS s WHERE " WH_SQL_FIRST ("source", "s")
  " ORDER BY s.id";

static const char names_sql[] =
  "SELECT s.id, s.key, " WH_SQL_TEXT ("s.title_text")
  " FROM source AS s WHERE " WH_SQL_FIRST ("source", "s")
  " ORDER BY s.id";

static const char sections_sql[] =
  "SELECT s.key, " WH_SQL_TITLE ("s", "title_text")
  " FROM source_section AS s WHERE s.source = ?1 ORDER BY s.id";

static const char documents_sql[] =
  "SELECT title, author, date, taken_from FROM source_document WHERE source = ?1 ORDER BY id";

static const char facts_sql[] =
  "SELECT source, section, kind, count (*) FROM (" SQL_FACTS ")"
  " GROUP BY rank, source, section ORDER BY rank";

static const char libraries_sql[] =
  "SELECT source, count (DISTINCT library_id) FROM (" WH_SQL_SOURCES ") GROUP BY source";

/* clang-format on */

static gpointer
read_section (WhCursor *cursor)
{
  WhSection *section = g_new0 (WhSection, 1);

  section->key = wh_cursor_dup_text (cursor, 0);
  section->title = wh_cursor_dup_text (cursor, 1);
  section->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) wh_fact_count_free);

  return section;
}

static gpointer
read_document (WhCursor *cursor)
{
  WhSourceDocument *document = g_new0 (WhSourceDocument, 1);

  document->title = wh_cursor_dup_text (cursor, 0);
  document->author = wh_cursor_dup_text (cursor, 1);
  document->date = wh_cursor_dup_text (cursor, 2);
  document->taken_from = wh_cursor_dup_text (cursor, 3);

  return document;
}

static gpointer
read_source (WhCursor *cursor)
{
  WhSource *source = g_new0 (WhSource, 1);

  source->id = wh_cursor_get_int64 (cursor, 0);
  source->key = wh_cursor_dup_text (cursor, 1);
  source->title = wh_cursor_dup_text (cursor, 2);
  source->description = g_strdup (wh_cursor_is_null (cursor, 3) ? "" : wh_cursor_get_text (cursor, 3));
  source->language = wh_cursor_dup_text (cursor, 4);
  source->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) wh_fact_count_free);

  return source;
}

static WhSource *
find_source (GPtrArray  *sources,
             const char *key)
{
  for (guint i = 0; i < sources->len; i++)
    {
      WhSource *source = g_ptr_array_index (sources, i);

      if (g_strcmp0 (source->key, key) == 0)
        return source;
    }

  return NULL;
}

static WhSection *
find_section (WhSource   *source,
              const char *key)
{
  for (guint i = 0; i < source->sections->len; i++)
    {
      WhSection *section = g_ptr_array_index (source->sections, i);

      if (g_strcmp0 (section->key, key) == 0)
        return section;
    }

  return NULL;
}

/* Adds @n facts of @kind, which, if they are there at all, are the last: kinds come one by one. */
static void
count_facts (GPtrArray  *facts,
             const char *kind,
             guint       n)
{
  WhFactCount *count = facts->len > 0 ? g_ptr_array_index (facts, facts->len - 1) : NULL;

  if (count == NULL || !g_str_equal (count->kind, kind))
    {
      count = g_new0 (WhFactCount, 1);
      count->kind = g_strdup (kind);
      g_ptr_array_add (facts, count);
    }

  count->n += n;
}

static void
take_facts (GPtrArray *sources,
            WhCursor  *cursor)
{
  WhSource   *source = find_source (sources, wh_cursor_get_text (cursor, 0));
  WhSection  *section = source != NULL ? find_section (source, wh_cursor_get_text (cursor, 1)) : NULL;
  const char *kind = wh_cursor_get_text (cursor, 2);
  guint       n = wh_cursor_get_uint (cursor, 3);

  if (source == NULL)
    return;

  count_facts (source->facts, kind, n);
  source->n_facts += n;

  if (section == NULL)
    return;

  count_facts (section->facts, kind, n);
  section->n_facts += n;
}

static void
take_libraries (GPtrArray *sources,
                WhCursor  *cursor)
{
  WhSource *source = find_source (sources, wh_cursor_get_text (cursor, 0));

  if (source != NULL)
    source->n_libraries = wh_cursor_get_uint (cursor, 1);
}

typedef void (*WhTakeFunc) (GPtrArray *sources,
                            WhCursor  *cursor);

/* Hands every row that @sql yields to @take. */
static gboolean
fill_sources (WhDatabase *database,
              const char *sql,
              GPtrArray  *sources,
              WhTakeFunc  take,
              GError    **error)
{
  g_autoptr (WhCursor) cursor = wh_catalogue_ask (database, sql, &(WhQuestion) { .language = "en" }, error);
  GError *local_error = NULL;

  if (cursor == NULL)
    return FALSE;

  while (wh_cursor_next (cursor, &local_error))
    take (sources, cursor);

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, local_error);
  return FALSE;
}

/* Reads what hangs on @source alone. */
static gboolean
fill_source (WhDatabase *database,
             WhSource   *source,
             const char *language,
             GError    **error)
{
  WhQuestion question = { .key = source->key, .language = language };

  source->documents = wh_catalogue_read_list (database, documents_sql, &question, read_document,
                                              (GDestroyNotify) wh_source_document_free, error);
  if (source->documents == NULL)
    return FALSE;

  source->sections = wh_catalogue_read_list (database, sections_sql, &question, read_section,
                                             (GDestroyNotify) wh_section_free, error);

  return source->sections != NULL;
}

/**
 * wh_store_list_sources:
 *
 * To count what a source states takes a walk over the whole catalogue; what shows it does
 * so on a worker.
 *
 * Returns: (transfer full) (element-type WhSource): the sources in display order
 */
GPtrArray *
wh_store_list_sources (WhDatabase *database,
                       const char *language,
                       GError    **error)
{
  g_autoptr (GPtrArray) sources = NULL;

  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  sources = wh_catalogue_read_list (database, sources_sql,
                                    &(WhQuestion) { .language = language },
                                    read_source, (GDestroyNotify) wh_source_free, error);

  for (guint i = 0; sources != NULL && i < sources->len; i++)
    {
      if (!fill_source (database, g_ptr_array_index (sources, i), language, error))
        return NULL;
    }

  if (sources == NULL ||
      !fill_sources (database, facts_sql, sources, take_facts, error) ||
      !fill_sources (database, libraries_sql, sources, take_libraries, error))
    return NULL;

  return g_steal_pointer (&sources);
}

static gpointer
read_name (WhCursor *cursor)
{
  WhSource *source = g_new0 (WhSource, 1);

  source->id = wh_cursor_get_int64 (cursor, 0);
  source->key = wh_cursor_dup_text (cursor, 1);
  source->title = wh_cursor_dup_text (cursor, 2);

  return source;
}

/**
 * wh_store_list_source_names:
 *
 * As wh_store_list_sources(), but of each only its id, key and title, which takes no walk
 * over the catalogue.
 *
 * Returns: (transfer full) (element-type WhSource): the sources in display order
 */
GPtrArray *
wh_store_list_source_names (WhDatabase *database,
                            const char *language,
                            GError    **error)
{
  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  return wh_catalogue_read_list (database, names_sql,
                                 &(WhQuestion) { .language = language },
                                 read_name, (GDestroyNotify) wh_source_free, error);
}
