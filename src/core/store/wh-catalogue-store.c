/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "wh-catalogue-private.h"

/* A renamed key may have been renamed again, but hardly this often. */
#define MAX_RENAMES 16

/* Prepares @sql and binds @question to as many parameters as it has. */
WhCursor *
wh_catalogue_ask (WhDatabase       *database,
                  const char       *sql,
                  const WhQuestion *question,
                  GError          **error)
{
  g_autoptr (WhCursor) cursor = wh_database_prepare (database, sql, error);
  int n_parameters;

  if (cursor == NULL)
    return NULL;

  n_parameters = sqlite3_bind_parameter_count (cursor);

  if (n_parameters >= 1 && question->key != NULL)
    wh_cursor_bind_text (cursor, 1, question->key);
  else if (n_parameters >= 1)
    wh_cursor_bind_int64 (cursor, 1, question->id);

  if (n_parameters >= 2)
    wh_cursor_bind_text (cursor, 2, question->language);

  return g_steal_pointer (&cursor);
}

/* Reads every row that @sql yields into a record. */
GPtrArray *
wh_catalogue_read_list (WhDatabase       *database,
                        const char       *sql,
                        const WhQuestion *question,
                        WhReadFunc        read,
                        GDestroyNotify    free_func,
                        GError          **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_func);
  g_autoptr (WhCursor) cursor = wh_catalogue_ask (database, sql, question, error);
  g_autoptr (GError) local_error = NULL;

  if (cursor == NULL)
    return NULL;

  while (wh_cursor_next (cursor, &local_error))
    g_ptr_array_add (list, read (cursor));

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&list);
}

/* Reads the first column of every row that @sql yields. */
GStrv
wh_catalogue_read_strings (WhDatabase       *database,
                           const char       *sql,
                           const WhQuestion *question,
                           GError          **error)
{
  g_autoptr (GStrvBuilder) strings = g_strv_builder_new ();
  g_autoptr (WhCursor) cursor = wh_catalogue_ask (database, sql, question, error);
  g_autoptr (GError) local_error = NULL;

  if (cursor == NULL)
    return NULL;

  while (wh_cursor_next (cursor, &local_error))
    g_strv_builder_take (strings, wh_cursor_dup_text (cursor, 0));

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_strv_builder_end (strings);
}

/* The lines of a column; none when it is NULL. */
GStrv
wh_catalogue_dup_lines (WhCursor *cursor,
                        int       column)
{
  const char *text = wh_cursor_get_text (cursor, column);

  return g_strsplit (text != NULL ? text : "", "\n", -1);
}

/* Reads WH_SQL_LIBRARIES of the key, at @column, and of the name, right after it. A
 * line feed in one of them, which only a file from elsewhere has, would bring the
 * two out of step: such libraries go by their keys.
 */
void
wh_catalogue_read_libraries (WhCursor *cursor,
                             int       column,
                             GStrv    *keys,
                             GStrv    *names)
{
  *keys = wh_catalogue_dup_lines (cursor, column);
  *names = wh_catalogue_dup_lines (cursor, column + 1);

  if (g_strv_length (*keys) == g_strv_length (*names))
    return;

  g_strfreev (*names);
  *names = g_strdupv (*keys);
}

static WhKind
get_kind (WhCursor *cursor,
          int       column)
{
  WhKind kind = WH_KIND_NONE;

  wh_kind_from_key (wh_cursor_get_text (cursor, column), &kind);
  return kind;
}

static WhPriority
get_priority (WhCursor *cursor,
              int       column)
{
  WhPriority priority = WH_PRIORITY_NONE;

  wh_priority_from_key (wh_cursor_get_text (cursor, column), &priority);
  return priority;
}

static gpointer
read_library (WhCursor *cursor)
{
  WhLibraryRecord *record = g_new0 (WhLibraryRecord, 1);
  g_autofree char *parent_name = wh_cursor_dup_text (cursor, 9);
  g_autofree char *own_name = wh_cursor_dup_text (cursor, 8);

  record->id = wh_cursor_get_int64 (cursor, 0);
  record->key = wh_cursor_dup_text (cursor, 1);
  record->name = wh_cursor_dup_text (cursor, 2);
  record->gone = wh_cursor_is_null (cursor, 3);
  record->kind = get_kind (cursor, 3);
  wh_standing_from_key (wh_cursor_get_text (cursor, 4), &record->standing);
  wh_concurrency_from_key (wh_cursor_get_text (cursor, 5), &record->concurrency);
  record->summary = g_strdup (wh_cursor_is_null (cursor, 6) ? "" : wh_cursor_get_text (cursor, 6));
  record->category = wh_cursor_dup_text (cursor, 7);
  record->stars = MIN (wh_cursor_get_uint (cursor, 10), WH_STARS_MAX);
  record->my_rating = MIN (wh_cursor_get_uint (cursor, 11), WH_STARS_MAX);
  wh_status_from_key (wh_cursor_get_text (cursor, 12), &record->status);
  record->planned = wh_cursor_get_uint (cursor, 13) != 0;

  if (own_name != NULL && parent_name != NULL)
    record->category_name = g_strconcat (parent_name, " › ", own_name, NULL);
  else
    record->category_name = g_steal_pointer (&own_name);

  return record;
}

/* What is said of a library by several collections comes from the first of them. */
/* clang-format off */
static const char library_sql[] =
  "SELECT l.id, l.key, l.name, c.kind, c.standing, c.concurrency,"
  " " WH_SQL_TEXT ("c.summary_text") ","
  " p.category, " WH_SQL_NAME ("category", "p.category") ","
  " (SELECT " WH_SQL_TEXT ("u.name_text") " FROM category AS k JOIN category AS u ON u.key = k.parent"
  "  WHERE k.key = p.category ORDER BY k.collection, u.collection LIMIT 1),"
  " (SELECT CAST (round (avg (r.stars)) AS INTEGER) FROM rating AS r"
  "  WHERE r.library_id = l.id AND r.measure = 'recommendation'),"
  " (SELECT stars FROM user_rating WHERE key = l.key),"
  " (SELECT status FROM user_status WHERE key = l.key ORDER BY place DESC LIMIT 1),"
  " EXISTS (SELECT 1 FROM plan_item WHERE key = l.key)"
  " FROM library AS l"
  " LEFT JOIN contribution AS c ON c.library_id = l.id AND c.collection ="
  "  (SELECT min (collection) FROM contribution WHERE library_id = l.id)"
  " LEFT JOIN placement AS p ON p.library_id = l.id AND p.id ="
  "  (SELECT min (id) FROM placement WHERE library_id = l.id)"
  " WHERE l.id = ?1";
/* clang-format on */

/**
 * wh_store_load_library:
 * @id: the id of a library
 * @language: the language of its texts
 *
 * Reads what a row shows of a library; a few microseconds.
 *
 * Returns: (transfer full): the library, or %NULL with %WH_STORE_ERROR_NOT_FOUND
 */
WhLibraryRecord *
wh_store_load_library (WhDatabase *database,
                       gint64      id,
                       const char *language,
                       GError    **error)
{
  g_autoptr (WhCursor) cursor = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  if (!(cursor = wh_catalogue_ask (database, library_sql,
                                   &(WhQuestion) { .id = id, .language = language }, error)))
    return NULL;

  if (wh_cursor_next (cursor, &local_error))
    return read_library (cursor);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error_literal (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND,
                         _ ("The library is no longer in the catalogue"));

  return NULL;
}

/* Reads one text; %NULL without an error when there is no such row. */
static char *
read_string (WhDatabase       *database,
             const char       *sql,
             const WhQuestion *question,
             GError          **error)
{
  g_auto (GStrv) strings = wh_catalogue_read_strings (database, sql, question, error);

  return strings != NULL ? g_strdup (strings[0]) : NULL;
}

/**
 * wh_store_dup_current_key:
 * @key: a key of a library or topic, as it is or as it once was
 *
 * Follows renamed keys. A key that a library or topic has again is its own, whatever
 * it once was; one that is only kept because the user has something on it is not.
 *
 * Returns: (transfer full): what @key is called today, @key itself when it was not
 *   renamed, or %NULL with @error set
 */
char *
wh_store_dup_current_key (WhDatabase *database,
                          const char *key,
                          GError    **error)
{
  g_autofree char *current = g_strdup (key);

  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  for (guint i = 0; i < MAX_RENAMES; i++)
    {
      g_autoptr (GError) local_error = NULL;
      char *next = read_string (database,
                                "SELECT new_key FROM renamed_key WHERE old_key = ?1"
                                " AND NOT EXISTS (SELECT 1 FROM library l JOIN contribution c ON c.library_id = l.id"
                                " WHERE l.key = ?1)"
                                " AND NOT EXISTS (SELECT 1 FROM guide_node WHERE key = ?1)"
                                " ORDER BY collection LIMIT 1",
                                &(WhQuestion) { .key = current }, &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }

      if (next == NULL)
        break;

      g_free (current);
      current = next;
    }

  return g_steal_pointer (&current);
}

/**
 * wh_store_find_library:
 * @key: a key, as it is or as it once was
 *
 * Returns: the id of the library, or 0 with %WH_STORE_ERROR_NOT_FOUND
 */
gint64
wh_store_find_library (WhDatabase *database,
                       const char *key,
                       GError    **error)
{
  g_autofree char *current = wh_store_dup_current_key (database, key, error);
  g_autoptr (WhCursor) cursor = NULL;
  g_autoptr (GError) local_error = NULL;

  if (current == NULL ||
      !(cursor = wh_catalogue_ask (database, "SELECT id FROM library WHERE key = ?1",
                                   &(WhQuestion) { .key = current }, error)))
    return 0;

  if (wh_cursor_next (cursor, &local_error))
    return wh_cursor_get_int64 (cursor, 0);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND,
                 _ ("There is no library “%s”"), key);

  return 0;
}

static gpointer
read_rating (WhCursor *cursor)
{
  WhRating *rating = g_new0 (WhRating, 1);

  rating->source = wh_cursor_dup_text (cursor, 0);
  rating->section = wh_cursor_dup_text (cursor, 1);
  rating->measure = wh_cursor_dup_text (cursor, 2);
  rating->measure_name = wh_cursor_dup_text (cursor, 3);
  rating->stars = MIN (wh_cursor_get_uint (cursor, 4), WH_STARS_MAX);
  rating->note = wh_cursor_dup_text (cursor, 5);

  return rating;
}

static gpointer
read_statement (WhCursor *cursor)
{
  WhStatement *statement = g_new0 (WhStatement, 1);

  statement->kind = wh_cursor_dup_text (cursor, 0);
  statement->text = wh_cursor_dup_text (cursor, 1);
  statement->source = wh_cursor_dup_text (cursor, 2);
  statement->section = wh_cursor_dup_text (cursor, 3);
  statement->flag = wh_cursor_dup_text (cursor, 4);
  statement->flag_text = wh_cursor_dup_text (cursor, 5);
  statement->flag_checked = wh_cursor_dup_text (cursor, 6);

  return statement;
}

static gpointer
read_role_priority (WhCursor *cursor)
{
  WhRolePriority *priority = g_new0 (WhRolePriority, 1);

  priority->role = wh_cursor_dup_text (cursor, 0);
  priority->role_name = wh_cursor_dup_text (cursor, 1);
  priority->priority = get_priority (cursor, 2);
  priority->alternatives = wh_catalogue_dup_lines (cursor, 3);
  priority->source = wh_cursor_dup_text (cursor, 4);
  priority->section = wh_cursor_dup_text (cursor, 5);

  return priority;
}

static gpointer
read_relation (WhCursor *cursor)
{
  WhRelation *relation = g_new0 (WhRelation, 1);

  relation->kind = wh_cursor_dup_text (cursor, 0);
  relation->key = wh_cursor_dup_text (cursor, 1);
  relation->name = wh_cursor_dup_text (cursor, 2);
  relation->note = wh_cursor_dup_text (cursor, 3);
  relation->source = wh_cursor_dup_text (cursor, 4);
  relation->reverse = wh_cursor_get_uint (cursor, 5) != 0;

  return relation;
}

static gpointer
read_library_counterpart (WhCursor *cursor)
{
  WhLibraryCounterpart *counterpart = g_new0 (WhLibraryCounterpart, 1);

  counterpart->key = wh_cursor_dup_text (cursor, 0);
  counterpart->domain = wh_cursor_dup_text (cursor, 1);
  counterpart->side = wh_cursor_dup_text (cursor, 2);
  wh_catalogue_read_libraries (cursor, 3, &counterpart->keys, &counterpart->names);
  counterpart->note = wh_cursor_dup_text (cursor, 5);

  return counterpart;
}

static gpointer
read_library_order (WhCursor *cursor)
{
  WhLibraryOrder *order = g_new0 (WhLibraryOrder, 1);

  order->key = wh_cursor_dup_text (cursor, 0);
  order->role = wh_cursor_dup_text (cursor, 1);
  order->role_name = wh_cursor_dup_text (cursor, 2);
  order->topic = wh_cursor_dup_text (cursor, 3);
  order->connector = wh_cursor_dup_text (cursor, 4);
  order->reason = wh_cursor_dup_text (cursor, 5);
  order->place = wh_cursor_get_uint (cursor, 6);
  order->of = wh_cursor_get_uint (cursor, 7);

  return order;
}

static gpointer
read_library_ranking (WhCursor *cursor)
{
  WhLibraryRanking *ranking = g_new0 (WhLibraryRanking, 1);

  ranking->ranking = wh_cursor_dup_text (cursor, 0);
  ranking->title = wh_cursor_dup_text (cursor, 1);
  ranking->place = wh_cursor_get_uint (cursor, 2);
  ranking->of = wh_cursor_get_uint (cursor, 3);
  ranking->reason = wh_cursor_dup_text (cursor, 4);

  return ranking;
}

static gpointer
read_example (WhCursor *cursor)
{
  WhExample *example = g_new0 (WhExample, 1);

  example->title = wh_cursor_dup_text (cursor, 0);
  example->language = wh_cursor_dup_text (cursor, 1);
  example->code = wh_cursor_dup_text (cursor, 2);
  example->side = wh_cursor_dup_text (cursor, 3);
  example->counterpart = wh_cursor_dup_text (cursor, 4);

  return example;
}

/* clang-format off */
/* The lists of a library's details: where they go, how they are read, and whether
 * they are among the brief ones.
 */
static const struct
{
  gsize          offset;
  gboolean       brief;
  WhReadFunc     read;
  GDestroyNotify free_func;
  const char    *sql;
} detail_lists[] = {
  { G_STRUCT_OFFSET (WhLibraryDetails, ratings), TRUE, read_rating, (GDestroyNotify) wh_rating_free,
    "SELECT r.source, r.section, r.measure, " WH_SQL_NAME ("measure", "r.measure") ","
    " r.stars, " WH_SQL_TEXT ("r.note_text")
    " FROM rating AS r WHERE r.library_id = ?1 ORDER BY r.id" },
  { G_STRUCT_OFFSET (WhLibraryDetails, statements), FALSE, read_statement, (GDestroyNotify) wh_statement_free,
    "SELECT s.kind, " WH_SQL_TEXT ("s.text") ", s.source, s.section, s.flag,"
    " " WH_SQL_TEXT ("s.flag_text") ", " WH_SQL_TEXT ("s.flag_checked_text")
    " FROM statement AS s WHERE s.library_id = ?1 ORDER BY s.id" },
  { G_STRUCT_OFFSET (WhLibraryDetails, priorities), TRUE, read_role_priority, (GDestroyNotify) wh_role_priority_free,
    "SELECT s.role, " WH_SQL_NAME ("role", "s.role") ", s.priority,"
    " " WH_SQL_LIBRARIES ("key", "priority_item", "n.slot_id = s.id AND n.library_id <> ?1") ","
    " s.source, s.section FROM priority_item AS i JOIN priority_slot AS s ON s.id = i.slot_id"
    " WHERE i.library_id = ?1 ORDER BY s.id" },
  { G_STRUCT_OFFSET (WhLibraryDetails, relations), FALSE, read_relation, (GDestroyNotify) wh_relation_free,
    "SELECT r.kind, o.key, o.name, " WH_SQL_TEXT ("r.note_text") ", r.source, 0, r.id"
    " FROM relation AS r JOIN library AS o ON o.id = r.other_id WHERE r.library_id = ?1"
    " UNION ALL SELECT r.kind, o.key, o.name, " WH_SQL_TEXT ("r.note_text") ", r.source, 1, r.id"
    " FROM relation AS r JOIN library AS o ON o.id = r.library_id WHERE r.other_id = ?1"
    " ORDER BY 6, 7" },
  { G_STRUCT_OFFSET (WhLibraryDetails, counterparts), FALSE, read_library_counterpart, (GDestroyNotify) wh_library_counterpart_free,
    "SELECT c.key, " WH_SQL_TEXT ("c.domain_text") ", i.side,"
    " " WH_SQL_LIBRARIES ("key", "counterpart_library", "n.counterpart_id = c.id AND n.side <> i.side") ","
    " " WH_SQL_LIBRARIES ("name", "counterpart_library", "n.counterpart_id = c.id AND n.side <> i.side") ","
    " " WH_SQL_TEXT ("c.note_text")
    " FROM counterpart_library AS i JOIN counterpart AS c ON c.id = i.counterpart_id"
    " WHERE i.library_id = ?1 ORDER BY i.id" },
  { G_STRUCT_OFFSET (WhLibraryDetails, orders), FALSE, read_library_order, (GDestroyNotify) wh_library_order_free,
    "SELECT o.key, o.role, " WH_SQL_NAME ("role", "o.role") ", " WH_SQL_TEXT ("o.topic_text") ","
    " o.connector, " WH_SQL_TEXT ("o.reason_text") ", s.place,"
    " (SELECT count (*) FROM learning_step WHERE order_id = o.id)"
    " FROM learning_step AS s JOIN learning_order AS o ON o.id = s.order_id"
    " WHERE s.library_id = ?1 ORDER BY s.id" },
  { G_STRUCT_OFFSET (WhLibraryDetails, rankings), FALSE, read_library_ranking, (GDestroyNotify) wh_library_ranking_free,
    "SELECT r.key, " WH_SQL_TITLE ("r", "title_text") ", p.rank,"
    " (SELECT max (rank) FROM ranking_place WHERE ranking_id = r.id), " WH_SQL_TEXT ("p.reason_text")
    " FROM ranking_library AS i JOIN ranking_place AS p ON p.id = i.ranking_place_id"
    " JOIN ranking AS r ON r.id = p.ranking_id WHERE i.library_id = ?1 ORDER BY i.id" },
  { G_STRUCT_OFFSET (WhLibraryDetails, examples), FALSE, read_example, (GDestroyNotify) wh_example_free,
    "SELECT " WH_SQL_TEXT ("e.title_text") ", e.language, e.code, e.side, e.counterpart"
    " FROM example AS e WHERE e.library_id = ?1 ORDER BY e.id" },
};

static const struct
{
  gsize       offset;
  gboolean    brief;
  const char *sql;
} detail_strings[] = {
  { G_STRUCT_OFFSET (WhLibraryDetails, aliases), TRUE,
    "SELECT alias FROM alias WHERE library_id = ?1 ORDER BY id" },
  { G_STRUCT_OFFSET (WhLibraryDetails, imports), FALSE,
    "SELECT module FROM import_name WHERE library_id = ?1 ORDER BY id" },
  { G_STRUCT_OFFSET (WhLibraryDetails, categories), TRUE,
    "SELECT category FROM placement WHERE library_id = ?1 GROUP BY category ORDER BY min (id)" },
  { G_STRUCT_OFFSET (WhLibraryDetails, horizons), TRUE,
    "SELECT t.horizon FROM tier_item AS i JOIN tier AS t ON t.id = i.tier_id"
    " WHERE i.library_id = ?1 GROUP BY t.horizon ORDER BY min (t.id)" },
  { G_STRUCT_OFFSET (WhLibraryDetails, sources), FALSE,
    "SELECT f.source FROM (" WH_SQL_SOURCES ") AS f WHERE f.library_id = ?1"
    " ORDER BY (SELECT min (s.id) FROM source AS s WHERE s.key = f.source)" },
};

static const char contribution_sql[] =
  "SELECT c.install, c.homepage, " WH_SQL_TEXT ("c.requires_text") ", o.key,"
  " " WH_SQL_TEXT ("c.standing_reason_text")
  " FROM contribution AS c LEFT JOIN library AS o ON o.id = c.standing_by_id"
  " WHERE c.library_id = ?1 ORDER BY c.collection LIMIT 1";
/* clang-format on */

static gboolean
read_contribution (WhLibraryDetails *details,
                   WhDatabase       *database,
                   const WhQuestion *question,
                   GError          **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (WhCursor) cursor =
    wh_catalogue_ask (database, contribution_sql, question, error);

  if (cursor == NULL)
    return FALSE;

  if (wh_cursor_next (cursor, &local_error))
    {
      details->install = wh_cursor_dup_text (cursor, 0);
      details->homepage = wh_cursor_dup_text (cursor, 1);
      details->requirement = wh_cursor_dup_text (cursor, 2);
      details->standing_by = wh_cursor_dup_text (cursor, 3);
      details->standing_reason = wh_cursor_dup_text (cursor, 4);
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
read_strings (WhLibraryDetails *details,
              WhDatabase       *database,
              const WhQuestion *question,
              gboolean          brief,
              GError          **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (detail_strings); i++)
    {
      GStrv strings;

      if (brief && !detail_strings[i].brief)
        continue;

      if (!(strings = wh_catalogue_read_strings (database, detail_strings[i].sql, question, error)))
        return FALSE;

      G_STRUCT_MEMBER (GStrv, details, detail_strings[i].offset) = strings;
    }

  return TRUE;
}

static gboolean
read_lists (WhLibraryDetails *details,
            WhDatabase       *database,
            const WhQuestion *question,
            gboolean          brief,
            GError          **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (detail_lists); i++)
    {
      GPtrArray *list;

      if (brief && !detail_lists[i].brief)
        continue;

      if (!(list = wh_catalogue_read_list (database, detail_lists[i].sql, question,
                                           detail_lists[i].read, detail_lists[i].free_func, error)))
        return FALSE;

      G_STRUCT_MEMBER (GPtrArray *, details, detail_lists[i].offset) = list;
    }

  return TRUE;
}

/**
 * wh_store_load_details:
 * @id: the id of a library
 * @language: the language of the texts
 *
 * Reads everything that the catalogue says of a library and a row does not show.
 *
 * Returns: (transfer full): the details, empty for a library that is gone; %NULL
 *   when the database failed
 */
WhLibraryDetails *
wh_store_load_details (WhDatabase *database,
                       gint64      id,
                       const char *language,
                       GError    **error)
{
  g_autoptr (WhLibraryDetails) details = g_new0 (WhLibraryDetails, 1);
  WhQuestion question = { .id = id, .language = language };

  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  if (!read_contribution (details, database, &question, error) ||
      !read_strings (details, database, &question, FALSE, error) ||
      !read_lists (details, database, &question, FALSE, error))
    return NULL;

  return g_steal_pointer (&details);
}

/**
 * wh_store_load_brief_details:
 * @id: the id of a library
 * @language: the language of the texts
 *
 * As wh_store_load_details(), but no more than a list of many libraries tells of
 * each: aliases, categories, horizons, ratings and priorities. The other members
 * are %NULL.
 *
 * Returns: (transfer full): the details; %NULL when the database failed
 */
WhLibraryDetails *
wh_store_load_brief_details (WhDatabase *database,
                             gint64      id,
                             const char *language,
                             GError    **error)
{
  g_autoptr (WhLibraryDetails) details = g_new0 (WhLibraryDetails, 1);
  WhQuestion question = { .id = id, .language = language };

  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  if (!read_strings (details, database, &question, TRUE, error) ||
      !read_lists (details, database, &question, TRUE, error))
    return NULL;

  return g_steal_pointer (&details);
}
