/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-catalogue-store.h"
#include "wh-database-private.h"

G_BEGIN_DECLS

/* What the files that read the catalogue share. In their statements ?1 is what is
 * asked about, an id or a key, and ?2 the language.
 */

/* clang-format off */

/* The text with the id @id: in language ?2, else in the other Chinese if that is
 * Chinese, else in English, else in any. NULL is no text; one that is missing is empty, for nothing but the program's own files
 * keeps a database from naming a text that it does not have.
 */
#define WH_SQL_TEXT(id)                                                              \
  "coalesce ((SELECT txt.text FROM text AS txt WHERE txt.id = " id                   \
  " AND txt.language = ?2), (SELECT txt.text FROM text AS txt WHERE txt.id = " id    \
  " AND ?2 GLOB 'zh*' AND txt.language GLOB 'zh*' LIMIT 1),"                         \
  " (SELECT txt.text FROM text AS txt WHERE txt.id = " id                            \
  " AND txt.language = 'en'), (SELECT txt.text FROM text AS txt WHERE txt.id = " id  \
  " ORDER BY txt.language LIMIT 1), iif (" id " ISNULL, NULL, ''))"

/* What the row @row is called by its text @column, else by its key. */
#define WH_SQL_TITLE(row, column) "coalesce (nullif (" WH_SQL_TEXT (row "." column) ", ''), " row ".key)"

/* The name of what has the key @key in @table, where several collections may define it. */
#define WH_SQL_NAME(table, key)                                                      \
  "coalesce ((SELECT " WH_SQL_TITLE ("d", "name_text") " FROM " table                \
  " AS d WHERE d.key = " key " ORDER BY d.collection LIMIT 1), " key ")"

/* Whether no earlier collection defines the key of row @row of @table as well. */
#define WH_SQL_FIRST(table, row)                                \
  "NOT EXISTS (SELECT 1 FROM " table " AS e WHERE e.key = " row \
  ".key AND e.collection < " row ".collection)"

/* The @column of the libraries that the rows of @table name, in their order, one a line. */
#define WH_SQL_LIBRARIES(column, table, condition)                                 \
  "(SELECT group_concat (" column ", char (10)) FROM (SELECT m." column            \
  " FROM " table " AS n JOIN library AS m ON m.id = n.library_id WHERE " condition \
  " ORDER BY n.place))"

/* Source and section of the guide's node @node, whose guide is g. Nodes had none of their own once. */
#define WH_SQL_SOURCE_OF_NODE(node)                         \
  "coalesce (" node ".source, g.source), iif (" node ".source ISNULL, g.section, " node ".section)"

/* The (library_id, source) pairs of the lists that libraries stand on. */
#define WH_SQL_SOURCES_OF_LISTS                                                \
  "SELECT library_id, source FROM relation"                                    \
  " UNION SELECT library_id, source FROM example WHERE library_id NOTNULL"     \
  " UNION SELECT i.library_id, p.source FROM priority_item AS i"               \
  " JOIN priority_slot AS p ON p.id = i.slot_id"                               \
  " UNION SELECT i.library_id, p.source FROM learning_step AS i"               \
  " JOIN learning_order AS p ON p.id = i.order_id"                             \
  " UNION SELECT i.library_id, p.source FROM ranking_library AS i"             \
  " JOIN ranking_place AS q ON q.id = i.ranking_place_id"                      \
  " JOIN ranking AS p ON p.id = q.ranking_id"                                  \
  " UNION SELECT i.library_id, p.source FROM comparison_subject AS i"          \
  " JOIN comparison AS p ON p.id = i.comparison_id WHERE i.library_id NOTNULL" \
  " UNION SELECT i.library_id, p.source FROM counterpart_library AS i"         \
  " JOIN counterpart AS p ON p.id = i.counterpart_id"                          \
  " UNION SELECT i.library_id, p.source FROM tier_item AS i"                   \
  " JOIN tier AS p ON p.id = i.tier_id WHERE i.library_id NOTNULL"             \
  " UNION SELECT i.library_id, p.source FROM pick_library AS i"                \
  " JOIN pick AS p ON p.id = i.pick_id"                                        \
  " UNION SELECT i.library_id, p.source FROM strategy_item AS i"               \
  " JOIN strategy AS p ON p.id = i.strategy_id WHERE i.library_id NOTNULL"     \
  " UNION SELECT i.library_id, p.source FROM guide_node AS i"                  \
  " JOIN guide AS p ON p.id = i.guide_id WHERE i.library_id NOTNULL"

/* Every (library_id, source) pair that the catalogue states. */
#define WH_SQL_SOURCES                                 \
  WH_SQL_SOURCES_OF_LISTS                              \
  " UNION SELECT library_id, source FROM contribution" \
  " UNION SELECT library_id, source FROM placement"    \
  " UNION SELECT library_id, source FROM rating"       \
  " UNION SELECT library_id, source FROM statement"

/* The columns that wh_catalogue_read_example() reads, and the id of the node. */
#define WH_SQL_EXAMPLE                                                   \
  "SELECT " WH_SQL_TEXT ("e.title_text") ", e.language, e.code, e.side," \
  " e.counterpart, l.key, l.name, e.source, e.section, e.node_id"        \
  " FROM example AS e LEFT JOIN library AS l ON l.id = e.library_id"

/* clang-format on */

/* What a statement is asked with: ?1 is @key when there is one, else @id. */
typedef struct
{
  gint64      id;
  const char *key;
  const char *language;
} WhQuestion;

typedef gpointer (*WhReadFunc) (WhCursor *cursor);

GPtrArray *wh_catalogue_read_list (WhDatabase       *database,
                                   const char       *sql,
                                   const WhQuestion *question,
                                   WhReadFunc        read,
                                   GDestroyNotify    free_func,
                                   GError          **error) G_GNUC_WARN_UNUSED_RESULT;
GStrv      wh_catalogue_read_strings (WhDatabase       *database,
                                      const char       *sql,
                                      const WhQuestion *question,
                                      GError          **error) G_GNUC_WARN_UNUSED_RESULT;
GStrv      wh_catalogue_dup_lines (WhCursor *cursor,
                                   int       column) G_GNUC_WARN_UNUSED_RESULT;
void       wh_catalogue_read_libraries (WhCursor *cursor,
                                        int       column,
                                        GStrv    *keys,
                                        GStrv    *names);
gpointer   wh_catalogue_read_example (WhCursor *cursor);
WhCursor  *wh_catalogue_ask (WhDatabase       *database,
                             const char       *sql,
                             const WhQuestion *question,
                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
