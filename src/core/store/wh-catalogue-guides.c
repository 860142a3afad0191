/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "wh-catalogue-private.h"
#include "wh-catalogue-subjects.h"

/* How deep a guide is nested at most. Trees are walked by functions that call themselves. */
#define DEPTH_MAX 16

/* The shape of SQL is its own. */
/* clang-format off */

#define SQL_LIBRARY_OF(item) \
  "(SELECT l.key FROM library AS l WHERE l.id = " item ".library_id)"

#define SQL_HAS_CHILDREN(node) \
  "EXISTS (SELECT 1 FROM guide_node AS c WHERE c.parent_id = " node ".id)"

#define SQL_GUIDES \
  "SELECT g.id, g.key, " WH_SQL_TITLE ("g", "title_text") ", " WH_SQL_TEXT ("g.summary_text") "," \
  " g.source, g.section FROM guide AS g"

static const char guides_sql[] = SQL_GUIDES " ORDER BY g.id";
static const char guide_sql[] = SQL_GUIDES " WHERE g.key = ?1 ORDER BY g.collection LIMIT 1";

static const char first_sql[] = "SELECT key FROM guide WHERE source = ?1 ORDER BY id LIMIT 1";

static const char nodes_sql[] =
  "SELECT n.id, n.parent_id, n.key, " WH_SQL_TITLE ("n", "title_text") ","
  " " WH_SQL_TEXT ("n.note_text") ", " SQL_LIBRARY_OF ("n") ", n.emphasis,"
  " " WH_SQL_SOURCE_OF_NODE ("n") " FROM guide_node AS n JOIN guide AS g ON g.id = n.guide_id WHERE n.guide_id = ?1 ORDER BY n.id";

static const char examples_sql[] =
  WH_SQL_EXAMPLE " JOIN guide_node AS n ON n.id = e.node_id WHERE n.guide_id = ?1 ORDER BY e.id";

static const char topic_sql[] =
  "WITH RECURSIVE above (id, parent_id, depth) AS ("
  "  SELECT * FROM (SELECT id, parent_id, 0 FROM guide_node WHERE key = ?1 ORDER BY collection LIMIT 1)"
  "  UNION ALL SELECT p.id, p.parent_id, depth + 1 FROM above JOIN guide_node AS p ON p.id = above.parent_id"
  "  WHERE depth < " G_STRINGIFY (DEPTH_MAX) ")"
  " SELECT n.key, " WH_SQL_TITLE ("n", "title_text") ", " WH_SQL_TEXT ("n.note_text") ","
  " " SQL_LIBRARY_OF ("n") ", n.emphasis, g.key,"
  " (SELECT c.key FROM above AS a JOIN guide_node AS c ON c.id = a.id ORDER BY a.depth DESC LIMIT 1),"
  " concat_ws (' › ', " WH_SQL_TITLE ("g", "title_text") ","
  "  (SELECT group_concat (title, ' › ') FROM (SELECT " WH_SQL_TITLE ("p", "title_text") " AS title"
  "   FROM above AS a JOIN guide_node AS p ON p.id = a.id WHERE a.depth > 0 ORDER BY a.depth DESC))),"
  " " SQL_HAS_CHILDREN ("n")
  " FROM above AS t JOIN guide_node AS n ON n.id = t.id JOIN guide AS g ON g.id = n.guide_id"
  " WHERE t.depth = 0";

#define SQL_IN_ALL_LANGUAGES(id) \
  "(SELECT group_concat (t.text, char (10)) FROM text AS t WHERE t.id = " id ")"

static const char topic_texts_sql[] =
  "SELECT n.key, " SQL_LIBRARY_OF ("n") ", " SQL_IN_ALL_LANGUAGES ("n.title_text") ", "
  SQL_IN_ALL_LANGUAGES ("n.note_text") " FROM guide_node AS n"
  " WHERE NOT " SQL_HAS_CHILDREN ("n") " AND " WH_SQL_FIRST ("guide_node", "n") " ORDER BY n.guide_id, n.id";

static const char states_sql[] =
  "SELECT n.id, n.parent_id, n.guide_id, " SQL_HAS_CHILDREN ("n") ","
  " (SELECT s.status FROM user_status AS s WHERE s.key = coalesce (l.key, n.key)"
  "  ORDER BY s.place DESC LIMIT 1),"
  " EXISTS (SELECT 1 FROM plan_item AS i WHERE i.plan_id = 1 AND i.key = coalesce (l.key, n.key))"
  " FROM guide_node AS n LEFT JOIN library AS l ON l.id = n.library_id ORDER BY n.id";

/* clang-format on */

static gpointer
read_guide_node (WhCursor *cursor)
{
  WhGuideNode *node = g_new0 (WhGuideNode, 1);

  node->id = wh_cursor_get_int64 (cursor, 0);
  node->parent = wh_cursor_get_int64 (cursor, 1);
  node->key = wh_cursor_dup_text (cursor, 2);
  node->title = wh_cursor_dup_text (cursor, 3);
  node->note = wh_cursor_dup_text (cursor, 4);
  node->library = wh_cursor_dup_text (cursor, 5);
  node->emphasis = wh_cursor_dup_text (cursor, 6);
  node->source = wh_cursor_dup_text (cursor, 7);
  node->section = wh_cursor_dup_text (cursor, 8);
  node->examples = g_ptr_array_new_with_free_func ((GDestroyNotify) wh_example_free);
  node->children = g_ptr_array_new_with_free_func ((GDestroyNotify) wh_guide_node_free);

  return node;
}

static gboolean
add_examples (WhDatabase       *database,
              const WhQuestion *guide,
              GPtrArray        *nodes,
              GError          **error)
{
  g_autoptr (GHashTable) nodes_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (WhCursor) cursor = NULL;
  g_autoptr (GError) local_error = NULL;

  for (guint i = 0; i < nodes->len; i++)
    g_hash_table_insert (nodes_by_id, &((WhGuideNode *) g_ptr_array_index (nodes, i))->id, g_ptr_array_index (nodes, i));

  cursor = wh_catalogue_ask (database, examples_sql, guide, &local_error);

  while (cursor != NULL && wh_cursor_next (cursor, &local_error))
    {
      gint64       id = wh_cursor_get_int64 (cursor, 9);
      WhGuideNode *node = g_hash_table_lookup (nodes_by_id, &id);

      if (node != NULL)
        g_ptr_array_add (node->examples, wh_catalogue_read_example (cursor));
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Puts the nodes of a guide, which come parents first, into each other. What would
 * stand too deep stands beside the node that it belongs to.
 */
static GPtrArray *
make_tree (GPtrArray *nodes)
{
  GPtrArray *chapters = g_ptr_array_new_with_free_func ((GDestroyNotify) wh_guide_node_free);
  g_autoptr (GHashTable) parents = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) depths = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < nodes->len; i++)
    {
      WhGuideNode *node = g_ptr_array_index (nodes, i);
      WhGuideNode *parent = node->parent != 0 ? g_hash_table_lookup (parents, &node->parent) : NULL;
      guint        depth = GPOINTER_TO_UINT (g_hash_table_lookup (depths, parent)) + 1;

      g_hash_table_insert (depths, node, GUINT_TO_POINTER (depth));
      g_hash_table_insert (parents, &node->id, depth < DEPTH_MAX ? node : parent);
      g_ptr_array_add (parent != NULL ? parent->children : chapters, node);
    }

  /* The nodes belong to the tree now. */
  g_ptr_array_set_free_func (nodes, NULL);
  return chapters;
}

static gboolean
fill_guide (WhDatabase *database,
            WhGuide    *guide,
            const char *language,
            GError    **error)
{
  const WhQuestion question = { .id = guide->id, .language = language };
  g_autoptr (GPtrArray) nodes =
    wh_catalogue_read_list (database, nodes_sql, &question,
                            read_guide_node, (GDestroyNotify) wh_guide_node_free, error);

  if (nodes == NULL || !add_examples (database, &question, nodes, error))
    return FALSE;

  guide->nodes = make_tree (nodes);
  return TRUE;
}

static gpointer
read_guide (WhCursor *cursor)
{
  WhGuide *guide = g_new0 (WhGuide, 1);

  guide->id = wh_cursor_get_int64 (cursor, 0);
  guide->key = wh_cursor_dup_text (cursor, 1);
  guide->title = wh_cursor_dup_text (cursor, 2);
  guide->summary = wh_cursor_dup_text (cursor, 3);
  guide->source = wh_cursor_dup_text (cursor, 4);
  guide->section = wh_cursor_dup_text (cursor, 5);

  return guide;
}

static GPtrArray *
read_guides (WhDatabase *database,
             const char *sql,
             const char *key,
             const char *language,
             GError    **error)
{
  g_autoptr (GPtrArray) guides =
    wh_catalogue_read_list (database, sql,
                            &(WhQuestion) { .key = key, .language = language },
                            read_guide, (GDestroyNotify) wh_guide_free, error);

  for (guint i = 0; guides != NULL && i < guides->len; i++)
    {
      if (!fill_guide (database, g_ptr_array_index (guides, i), language, error))
        return NULL;
    }

  return g_steal_pointer (&guides);
}

GPtrArray *
wh_store_list_guides (WhDatabase *database,
                      const char *language,
                      GError    **error)
{
  return read_guides (database, guides_sql, NULL, language, error);
}

/* Leaves in @records what stands beside @guide: by the topic it names, if it names one,
 * else by its source.
 * @topic_offset: where in each record its topic is, or -1
 * @source: (nullable): the source of which the guide has what names no topic
 */
static void
keep_those_of_guide (GPtrArray     *records,
                     const WhGuide *guide,
                     gssize         topic_offset,
                     const char    *source,
                     gsize          source_offset)
{
  for (guint i = records->len; i > 0; i--)
    {
      gconstpointer record = g_ptr_array_index (records, i - 1);
      const char   *topic = topic_offset >= 0 ? G_STRUCT_MEMBER (const char *, record, topic_offset) : NULL;

      if (topic != NULL ? wh_guide_find_node (guide, topic) == NULL
                        : g_strcmp0 (G_STRUCT_MEMBER (const char *, record, source_offset), source) != 0)
        g_ptr_array_remove_index (records, i - 1);
    }
}

static gboolean
fill_book (WhDatabase  *database,
           WhGuideBook *book,
           const char  *language,
           GError     **error)
{
  g_auto (GStrv) first = NULL;
  const char *source;

  if (!(first = wh_catalogue_read_strings (database, first_sql, &(WhQuestion) { .key = book->guide->source }, error)) ||
      !(book->strategies = wh_store_list_strategies (database, language, error)) ||
      !(book->advice = wh_store_list_advice (database, language, error)) ||
      !(book->tiers = wh_store_list_tiers (database, language, error)) ||
      !(book->comparisons = wh_store_list_comparisons (database, language, error)))
    return FALSE;

  source = g_strcmp0 (first[0], book->guide->key) == 0 ? book->guide->source : NULL;
  keep_those_of_guide (book->strategies, book->guide, G_STRUCT_OFFSET (WhStrategy, topic),
                       source, G_STRUCT_OFFSET (WhStrategy, source));
  keep_those_of_guide (book->advice, book->guide, G_STRUCT_OFFSET (WhAdvice, topic),
                       source, G_STRUCT_OFFSET (WhAdvice, source));
  keep_those_of_guide (book->tiers, book->guide, -1, source, G_STRUCT_OFFSET (WhTier, source));
  keep_those_of_guide (book->comparisons, book->guide, -1, source, G_STRUCT_OFFSET (WhComparison, source));

  return TRUE;
}

/**
 * wh_store_load_guide:
 * @language: the language of the texts
 *
 * Returns: (transfer full): the guide with what stands beside it; %NULL with
 *   %WH_STORE_ERROR_NOT_FOUND when there is none
 */
WhGuideBook *
wh_store_load_guide (WhDatabase *database,
                     const char *key,
                     const char *language,
                     GError    **error)
{
  g_autoptr (GPtrArray) guides = NULL;
  g_autoptr (WhGuideBook) book = g_new0 (WhGuideBook, 1);

  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);
  g_return_val_if_fail (key != NULL && language != NULL, NULL);

  if (!(guides = read_guides (database, guide_sql, key, language, error)))
    return NULL;

  if (guides->len == 0)
    {
      g_set_error (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND, _ ("There is no guide “%s”"), key);
      return NULL;
    }

  book->guide = g_ptr_array_steal_index (guides, 0);

  return fill_book (database, book, language, error) ? g_steal_pointer (&book) : NULL;
}

static WhTopic *
read_topic (WhCursor *cursor)
{
  WhTopic *topic = g_new0 (WhTopic, 1);

  topic->key = wh_cursor_dup_text (cursor, 0);
  topic->title = wh_cursor_dup_text (cursor, 1);
  topic->note = wh_cursor_dup_text (cursor, 2);
  topic->library = wh_cursor_dup_text (cursor, 3);
  topic->emphasis = wh_cursor_dup_text (cursor, 4);
  topic->guide = wh_cursor_dup_text (cursor, 5);
  topic->chapter = wh_cursor_dup_text (cursor, 6);
  topic->path = wh_cursor_dup_text (cursor, 7);
  topic->has_children = wh_cursor_get_int64 (cursor, 8) != 0;

  return topic;
}

/**
 * wh_store_load_topic:
 * @key: of a node of a guide, as it is or as it once was
 * @language: the language of the texts
 *
 * Returns: (transfer full): the node, with where it stands; %NULL with
 *   %WH_STORE_ERROR_NOT_FOUND when there is none
 */
WhTopic *
wh_store_load_topic (WhDatabase *database,
                     const char *key,
                     const char *language,
                     GError    **error)
{
  g_autofree char *current = NULL;
  g_autoptr (WhCursor) cursor = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);
  g_return_val_if_fail (key != NULL && language != NULL, NULL);

  if (!(current = wh_store_dup_current_key (database, key, error)) ||
      !(cursor = wh_catalogue_ask (database, topic_sql, &(WhQuestion) { .key = current, .language = language }, error)))
    return NULL;

  if (wh_cursor_next (cursor, &local_error))
    return read_topic (cursor);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND, _ ("There is no topic “%s”"), key);

  return NULL;
}

static gpointer
read_topic_texts (WhCursor *cursor)
{
  WhTopicTexts *texts = g_new0 (WhTopicTexts, 1);

  texts->key = wh_cursor_dup_text (cursor, 0);
  texts->library = wh_cursor_dup_text (cursor, 1);
  texts->titles = wh_cursor_is_null (cursor, 2) ? g_strdup (texts->key) : wh_cursor_dup_text (cursor, 2);
  texts->notes = wh_cursor_dup_text (cursor, 3);

  return texts;
}

/**
 * wh_store_list_topic_texts:
 *
 * Returns: (transfer full) (element-type WhTopicTexts): all topics of all guides, each
 *   once, in the order of the guides; %NULL when the database failed
 */
GPtrArray *
wh_store_list_topic_texts (WhDatabase *database,
                           GError    **error)
{
  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);

  return wh_catalogue_read_list (database, topic_texts_sql, &(WhQuestion) { 0 },
                                 read_topic_texts, (GDestroyNotify) wh_topic_texts_free, error);
}

static gpointer
read_state (WhCursor *cursor)
{
  WhNodeState *state = g_new0 (WhNodeState, 1);
  const char  *status = wh_cursor_get_text (cursor, 4);

  state->id = wh_cursor_get_int64 (cursor, 0);
  state->parent = wh_cursor_get_int64 (cursor, 1);
  state->guide = wh_cursor_get_int64 (cursor, 2);
  state->has_children = wh_cursor_get_int64 (cursor, 3) != 0;
  state->planned = wh_cursor_get_int64 (cursor, 5) != 0;

  if (status != NULL)
    wh_status_from_key (status, &state->status);

  return state;
}

/**
 * wh_store_list_node_states:
 *
 * Returns: (transfer full) (element-type WhNodeState): what the user has on each node of
 *   all guides, what is above before what is below; %NULL when the database failed
 */
GPtrArray *
wh_store_list_node_states (WhDatabase *database,
                           GError    **error)
{
  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);

  return wh_catalogue_read_list (database, states_sql, &(WhQuestion) { 0 }, read_state, g_free, error);
}
