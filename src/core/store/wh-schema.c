/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-schema.h"

/* How the catalogue's tables hang together
 *
 * - Everything belongs to a collection: the bundle, or something imported. A
 *   library row is shared: each collection that knows the library has a row in
 *   `contribution`, and hangs its names, placements, ratings on the library.
 * - `…_text` is the id of a text, which `text` holds once per language.
 * - Categories, roles, measures, sources, criteria sets and topics are referred
 *   to by key, not by id: an import may speak of the bundle's categories, and
 *   that must survive a replacement of the bundle.
 * - Values of closed vocabularies are stored as their keys (wh-facts.h); `stars`
 *   counts halves; `place` is the order within the parent, from 1.
 * - What hangs on a library is clustered by it, so reading a library reads one
 *   page of each table.
 */
static const char catalogue_sql[] =
  "CREATE TABLE collection (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,"
  " revision TEXT NOT NULL);"

  "CREATE TABLE text (id INTEGER NOT NULL, language TEXT NOT NULL, text TEXT NOT NULL,"
  " collection INTEGER NOT NULL REFERENCES collection (id),"
  " PRIMARY KEY (id, language)) WITHOUT ROWID;"

  /* Where facts come from. */
  "CREATE TABLE source (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id), key TEXT NOT NULL,"
  " title_text INTEGER NOT NULL, description_text INTEGER, language TEXT NOT NULL,"
  " place INTEGER NOT NULL, UNIQUE (key, collection));"

  "CREATE TABLE source_section (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id), source TEXT NOT NULL,"
  " key TEXT NOT NULL, title_text INTEGER NOT NULL, place INTEGER NOT NULL,"
  " UNIQUE (source, key, collection));"

  /* What libraries are sorted into and measured by. */
  "CREATE TABLE category (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id), key TEXT NOT NULL, parent TEXT,"
  " name_text INTEGER NOT NULL, place INTEGER NOT NULL, UNIQUE (key, collection));"

  "CREATE TABLE criteria_set (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id), key TEXT NOT NULL,"
  " title_text INTEGER NOT NULL, source TEXT NOT NULL, section TEXT, place INTEGER NOT NULL,"
  " UNIQUE (key, collection));"

  "CREATE TABLE criterion (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id),"
  " criteria_set_id INTEGER NOT NULL REFERENCES criteria_set (id), text INTEGER NOT NULL,"
  " place INTEGER NOT NULL);"

  "CREATE TABLE measure (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id), key TEXT NOT NULL,"
  " name_text INTEGER NOT NULL, criteria TEXT, place INTEGER NOT NULL, UNIQUE (key, collection));"

  /* Libraries. `name` outlives the last contribution, so that what the user has
   * on a library that is gone can still be shown by name.
   */
  "CREATE TABLE library (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL);"

  "CREATE TABLE contribution (library_id INTEGER NOT NULL REFERENCES library (id),"
  " collection INTEGER NOT NULL REFERENCES collection (id), kind TEXT NOT NULL,"
  " common_word INTEGER NOT NULL DEFAULT 0, install TEXT, homepage TEXT, requires_text INTEGER,"
  " concurrency TEXT, standing TEXT NOT NULL DEFAULT 'current',"
  " standing_by_id INTEGER REFERENCES library (id), standing_reason_text INTEGER,"
  " standing_source TEXT, standing_section TEXT, summary_text INTEGER, source TEXT NOT NULL,"
  " section TEXT, PRIMARY KEY (library_id, collection)) WITHOUT ROWID;"

  "CREATE TABLE alias (library_id INTEGER NOT NULL REFERENCES library (id), id INTEGER NOT NULL,"
  " collection INTEGER NOT NULL REFERENCES collection (id), alias TEXT NOT NULL,"
  " place INTEGER NOT NULL, PRIMARY KEY (library_id, id)) WITHOUT ROWID;"

  "CREATE TABLE renamed_key (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id), old_key TEXT NOT NULL,"
  " new_key TEXT NOT NULL, UNIQUE (old_key, collection));"

  "CREATE TABLE placement (library_id INTEGER NOT NULL REFERENCES library (id),"
  " id INTEGER NOT NULL, collection INTEGER NOT NULL REFERENCES collection (id),"
  " category TEXT NOT NULL, source TEXT NOT NULL, section TEXT, place INTEGER NOT NULL,"
  " PRIMARY KEY (library_id, id)) WITHOUT ROWID;"

  "CREATE TABLE rating (library_id INTEGER NOT NULL REFERENCES library (id), id INTEGER NOT NULL,"
  " collection INTEGER NOT NULL REFERENCES collection (id), measure TEXT NOT NULL,"
  " stars INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 10), note_text INTEGER, criteria TEXT,"
  " source TEXT NOT NULL, section TEXT, place INTEGER NOT NULL,"
  " PRIMARY KEY (library_id, id)) WITHOUT ROWID;"

  "CREATE TABLE statement (library_id INTEGER NOT NULL REFERENCES library (id),"
  " id INTEGER NOT NULL, collection INTEGER NOT NULL REFERENCES collection (id),"
  " kind TEXT NOT NULL, text INTEGER NOT NULL, flag TEXT, flag_text INTEGER,"
  " flag_checked_text INTEGER, source TEXT NOT NULL, section TEXT, place INTEGER NOT NULL,"
  " PRIMARY KEY (library_id, id)) WITHOUT ROWID;"

  "CREATE TABLE relation (library_id INTEGER NOT NULL REFERENCES library (id),"
  " id INTEGER NOT NULL, collection INTEGER NOT NULL REFERENCES collection (id),"
  " kind TEXT NOT NULL, other_id INTEGER NOT NULL REFERENCES library (id), note_text INTEGER,"
  " source TEXT NOT NULL, section TEXT, place INTEGER NOT NULL,"
  " PRIMARY KEY (library_id, id)) WITHOUT ROWID;"

  /* Roles: what to learn, and in which order. */
  "CREATE TABLE role (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id), key TEXT NOT NULL,"
  " name_text INTEGER NOT NULL, source TEXT, section TEXT, place INTEGER NOT NULL,"
  " UNIQUE (key, collection));"

  "CREATE TABLE role_alias (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id), role TEXT NOT NULL,"
  " alias TEXT NOT NULL, place INTEGER NOT NULL);"

  "CREATE TABLE priority_slot (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id), role TEXT NOT NULL,"
  " priority TEXT NOT NULL, source TEXT NOT NULL, section TEXT, place INTEGER NOT NULL);"

  "CREATE TABLE priority_item (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id),"
  " slot_id INTEGER NOT NULL REFERENCES priority_slot (id),"
  " library_id INTEGER NOT NULL REFERENCES library (id), place INTEGER NOT NULL);"

  "CREATE TABLE learning_order (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id), key TEXT NOT NULL,"
  " role TEXT NOT NULL, topic_text INTEGER NOT NULL, connector TEXT NOT NULL,"
  " reason_text INTEGER NOT NULL, source TEXT NOT NULL, section TEXT, place INTEGER NOT NULL,"
  " UNIQUE (role, key, collection));"

  /* For which other roles an order is meant as well. */
  "CREATE TABLE learning_order_role (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id),"
  " order_id INTEGER NOT NULL REFERENCES learning_order (id),"
  " role TEXT NOT NULL, place INTEGER NOT NULL);"

  "CREATE TABLE learning_step (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id),"
  " order_id INTEGER NOT NULL REFERENCES learning_order (id),"
  " library_id INTEGER NOT NULL REFERENCES library (id), place INTEGER NOT NULL);"

  /* Judgements over several libraries. */
  "CREATE TABLE ranking (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id), key TEXT NOT NULL,"
  " title_text INTEGER NOT NULL, criteria TEXT NOT NULL, source TEXT NOT NULL, section TEXT,"
  " place INTEGER NOT NULL, UNIQUE (key, collection));"

  "CREATE TABLE ranking_place (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id),"
  " ranking_id INTEGER NOT NULL REFERENCES ranking (id), rank INTEGER NOT NULL,"
  " label_text INTEGER, reason_text INTEGER NOT NULL, place INTEGER NOT NULL);"

  "CREATE TABLE ranking_library (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id),"
  " ranking_place_id INTEGER NOT NULL REFERENCES ranking_place (id),"
  " library_id INTEGER NOT NULL REFERENCES library (id), place INTEGER NOT NULL);"

  "CREATE TABLE comparison (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id), key TEXT NOT NULL,"
  " title_text INTEGER NOT NULL, note_text INTEGER, source TEXT NOT NULL, section TEXT,"
  " place INTEGER NOT NULL, UNIQUE (key, collection));"

  "CREATE TABLE comparison_subject (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id),"
  " comparison_id INTEGER NOT NULL REFERENCES comparison (id),"
  " library_id INTEGER REFERENCES library (id), name_text INTEGER, place INTEGER NOT NULL);"

  "CREATE TABLE comparison_row (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id),"
  " comparison_id INTEGER NOT NULL REFERENCES comparison (id),"
  " criterion_text INTEGER NOT NULL, measure TEXT, place INTEGER NOT NULL);"

  /* `place` is the place of the subject. */
  "CREATE TABLE comparison_cell (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id),"
  " row_id INTEGER NOT NULL REFERENCES comparison_row (id),"
  " stars INTEGER CHECK (stars BETWEEN 1 AND 10), value_text INTEGER, place INTEGER NOT NULL);"

  "CREATE TABLE counterpart (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id), key TEXT NOT NULL,"
  " domain_text INTEGER NOT NULL, note_text INTEGER, source TEXT NOT NULL, section TEXT,"
  " place INTEGER NOT NULL, UNIQUE (key, collection));"

  "CREATE TABLE counterpart_library (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id),"
  " counterpart_id INTEGER NOT NULL REFERENCES counterpart (id), side TEXT NOT NULL,"
  " library_id INTEGER NOT NULL REFERENCES library (id), note_text INTEGER,"
  " place INTEGER NOT NULL);"

  "CREATE TABLE tier (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id), key TEXT NOT NULL,"
  " title_text INTEGER NOT NULL, horizon TEXT NOT NULL, source TEXT NOT NULL, section TEXT,"
  " place INTEGER NOT NULL, UNIQUE (key, collection));"

  "CREATE TABLE tier_item (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id),"
  " tier_id INTEGER NOT NULL REFERENCES tier (id), library_id INTEGER REFERENCES library (id),"
  " topic TEXT, text INTEGER, note_text INTEGER, place INTEGER NOT NULL);"

  "CREATE TABLE pick (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id), key TEXT NOT NULL,"
  " situation_text INTEGER NOT NULL, verdict TEXT NOT NULL, text INTEGER, source TEXT NOT NULL,"
  " section TEXT, place INTEGER NOT NULL, UNIQUE (key, collection));"

  "CREATE TABLE pick_library (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id),"
  " pick_id INTEGER NOT NULL REFERENCES pick (id),"
  " library_id INTEGER NOT NULL REFERENCES library (id), place INTEGER NOT NULL);"

  /* Guides are trees of any depth; a node without children is a topic. */
  "CREATE TABLE guide (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id), key TEXT NOT NULL,"
  " title_text INTEGER NOT NULL, summary_text INTEGER, source TEXT NOT NULL, section TEXT,"
  " place INTEGER NOT NULL, UNIQUE (key, collection));"

  "CREATE TABLE guide_node (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id),"
  " guide_id INTEGER NOT NULL REFERENCES guide (id),"
  " parent_id INTEGER REFERENCES guide_node (id), key TEXT NOT NULL,"
  " title_text INTEGER NOT NULL, note_text INTEGER, library_id INTEGER REFERENCES library (id),"
  " emphasis TEXT, place INTEGER NOT NULL, UNIQUE (key, collection));"

  "CREATE TABLE example (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id),"
  " library_id INTEGER REFERENCES library (id), node_id INTEGER REFERENCES guide_node (id),"
  " title_text INTEGER NOT NULL, language TEXT NOT NULL, code TEXT NOT NULL, side TEXT,"
  " counterpart TEXT, source TEXT NOT NULL, section TEXT, place INTEGER NOT NULL);"

  "CREATE TABLE strategy (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id), key TEXT NOT NULL,"
  " title_text INTEGER NOT NULL, connector TEXT NOT NULL, topic TEXT, source TEXT NOT NULL,"
  " section TEXT, place INTEGER NOT NULL, UNIQUE (key, collection));"

  "CREATE TABLE strategy_item (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id),"
  " strategy_id INTEGER NOT NULL REFERENCES strategy (id), text INTEGER NOT NULL,"
  " library_id INTEGER REFERENCES library (id), place INTEGER NOT NULL);"

  "CREATE TABLE advice (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id), key TEXT NOT NULL,"
  " text INTEGER NOT NULL, kind TEXT NOT NULL, topic TEXT, flag TEXT, flag_text INTEGER,"
  " flag_checked_text INTEGER, source TEXT NOT NULL, section TEXT, place INTEGER NOT NULL,"
  " UNIQUE (key, collection));"

  /* Words that stand on paper, in files and as names of vocabulary values. */
  "CREATE TABLE word (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id), key TEXT NOT NULL,"
  " text INTEGER NOT NULL, UNIQUE (key, collection));"

  "CREATE UNIQUE INDEX library_by_name ON library (name COLLATE NOCASE, key);"
  "CREATE INDEX contribution_by_standing ON contribution (standing_by_id);"
  "CREATE INDEX criterion_by_set ON criterion (criteria_set_id);"
  "CREATE INDEX relation_by_other ON relation (other_id);"
  "CREATE INDEX role_alias_by_role ON role_alias (role);"
  "CREATE INDEX priority_slot_by_role ON priority_slot (role, place);"
  "CREATE INDEX priority_item_by_slot ON priority_item (slot_id);"
  "CREATE INDEX priority_item_by_library ON priority_item (library_id);"
  "CREATE INDEX learning_order_by_role ON learning_order (role, place);"
  "CREATE INDEX learning_order_role_by_role ON learning_order_role (role, order_id);"
  "CREATE INDEX learning_order_role_by_order ON learning_order_role (order_id);"
  "CREATE INDEX learning_step_by_order ON learning_step (order_id);"
  "CREATE INDEX learning_step_by_library ON learning_step (library_id);"
  "CREATE INDEX ranking_place_by_ranking ON ranking_place (ranking_id);"
  "CREATE INDEX ranking_library_by_place ON ranking_library (ranking_place_id);"
  "CREATE INDEX ranking_library_by_library ON ranking_library (library_id);"
  "CREATE INDEX comparison_subject_by_comparison ON comparison_subject (comparison_id);"
  "CREATE INDEX comparison_subject_by_library ON comparison_subject (library_id);"
  "CREATE INDEX comparison_row_by_comparison ON comparison_row (comparison_id);"
  "CREATE INDEX comparison_cell_by_row ON comparison_cell (row_id);"
  "CREATE INDEX counterpart_library_by_counterpart ON counterpart_library (counterpart_id);"
  "CREATE INDEX counterpart_library_by_library ON counterpart_library (library_id);"
  "CREATE INDEX tier_item_by_tier ON tier_item (tier_id);"
  "CREATE INDEX tier_item_by_library ON tier_item (library_id);"
  "CREATE INDEX pick_library_by_pick ON pick_library (pick_id);"
  "CREATE INDEX pick_library_by_library ON pick_library (library_id);"
  "CREATE INDEX guide_node_by_guide ON guide_node (guide_id);"
  "CREATE INDEX guide_node_by_parent ON guide_node (parent_id);"
  "CREATE INDEX guide_node_by_library ON guide_node (library_id);"
  "CREATE INDEX example_by_library ON example (library_id);"
  "CREATE INDEX example_by_node ON example (node_id);"
  "CREATE INDEX strategy_item_by_strategy ON strategy_item (strategy_id);"
  "CREATE INDEX strategy_item_by_library ON strategy_item (library_id);";

/* The user's own part. It refers to libraries and topics by key and to nothing of
 * the catalogue by foreign key, so that no change of the catalogue can take
 * anything from the user. Times are seconds since 1970, UTC; dates are
 * "2026-11-20"; effort is in minutes; `place` orders a plan, and moving an item
 * gives it a place between two others.
 */
static const char user_sql[] =
  "CREATE TABLE user_rating (key TEXT PRIMARY KEY,"
  " stars INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 10),"
  " changed_at INTEGER NOT NULL) WITHOUT ROWID;"

  "CREATE TABLE user_note (key TEXT PRIMARY KEY, note TEXT NOT NULL,"
  " changed_at INTEGER NOT NULL) WITHOUT ROWID;"

  /* Every change of a status, the latest with the highest `place`: the status is that
   * of the latest, and NULL is "none again".
   */
  "CREATE TABLE user_status (key TEXT NOT NULL, place INTEGER NOT NULL, status TEXT,"
  " changed_at INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;"

  "CREATE TABLE plan (id INTEGER PRIMARY KEY, title TEXT NOT NULL, role TEXT,"
  " place REAL NOT NULL, created_at INTEGER NOT NULL);"

  "CREATE TABLE plan_item (plan_id INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,"
  " key TEXT NOT NULL, place REAL NOT NULL, note TEXT, starts_on TEXT, due_on TEXT,"
  " effort INTEGER, added_at INTEGER NOT NULL, PRIMARY KEY (plan_id, key)) WITHOUT ROWID;"

  "CREATE TABLE saved_view (id INTEGER PRIMARY KEY, title TEXT NOT NULL, query TEXT NOT NULL,"
  " place REAL NOT NULL, created_at INTEGER NOT NULL);"

  "CREATE INDEX plan_item_by_key ON plan_item (key);"

  /* Everyone has one plan from the start; the interface names it. */
  "INSERT INTO plan (id, title, place, created_at) VALUES (1, '', 1, 0);";

/* What Python calls a library in `import`, where that is not its key. */
static const char import_name_sql[] =
  "CREATE TABLE import_name (library_id INTEGER NOT NULL REFERENCES library (id), id INTEGER NOT NULL,"
  " collection INTEGER NOT NULL REFERENCES collection (id), module TEXT NOT NULL,"
  " place INTEGER NOT NULL, PRIMARY KEY (library_id, id)) WITHOUT ROWID;";

/* The documents that a source was read from, by what they say of themselves. */
static const char source_document_sql[] =
  "CREATE TABLE source_document (id INTEGER PRIMARY KEY,"
  " collection INTEGER NOT NULL REFERENCES collection (id), source TEXT NOT NULL,"
  " title TEXT, author TEXT, date TEXT, taken_from TEXT, place INTEGER NOT NULL);"
  "CREATE INDEX source_document_by_source ON source_document (source);";

/* A guide speaks from one document, its parts from different sections of it. */
static const char node_source_sql[] =
  "ALTER TABLE guide_node ADD COLUMN source TEXT;"
  "ALTER TABLE guide_node ADD COLUMN section TEXT;";

/* Index n holds the step from user_version n to n + 1. Append only: a shipped step
 * is never edited, because it has already run on someone's database.
 */
static const char *const migrations[] = {
  catalogue_sql,
  user_sql,
  import_name_sql,
  source_document_sql,
  node_source_sql,
  NULL,
};

static void
schema_table_free (WhSchemaTable *self)
{
  g_free (self->name);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->library_columns);
  g_free (self);
}

/* Appends the first column of every row that @sql yields for the table @name. */
static gboolean
list_strings (sqlite3    *db,
              const char *sql,
              const char *name,
              GPtrArray  *strings)
{
  sqlite3_stmt *stmt = NULL;
  int           rc = sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL);

  if (rc != SQLITE_OK)
    return FALSE;

  if (name != NULL)
    sqlite3_bind_text (stmt, 1, name, -1, SQLITE_STATIC);

  while ((rc = sqlite3_step (stmt)) == SQLITE_ROW)
    g_ptr_array_add (strings, g_strdup ((const char *) sqlite3_column_text (stmt, 0)));

  sqlite3_finalize (stmt);
  return rc == SQLITE_DONE;
}

/**
 * wh_schema_get_migrations:
 *
 * Returns: (array zero-terminated=1): the SQL of every step; the version of a
 *   database is the number of steps it has taken
 */
const char *const *
wh_schema_get_migrations (void)
{
  return migrations;
}

/**
 * wh_schema_get_version:
 *
 * Returns: the user_version of a database that has taken every step
 */
guint
wh_schema_get_version (void)
{
  return G_N_ELEMENTS (migrations) - 1;
}

/**
 * wh_schema_list_tables:
 * @db: a connection to a migrated database
 *
 * Describes the tables whose rows belong to a collection, `collection` first and
 * each after the tables it refers to. The description is read from the database
 * itself, so it cannot differ from what the migrations made.
 *
 * To replace the contents of a collection: delete its rows in reverse order; add
 * the libraries that are missing by key; copy every table, mapping the library
 * columns; delete the libraries that nobody contributes to and the user has
 * nothing on.
 *
 * Returns: (transfer full) (nullable) (element-type WhSchemaTable): the tables, or
 *   %NULL when SQLite failed; the connection has the error
 */
GPtrArray *
wh_schema_list_tables (sqlite3 *db)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) schema_table_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (db != NULL, NULL);

  /* Tables are listed as they were created, and none is created before what it refers to. */
  if (!list_strings (db,
                     "SELECT name FROM sqlite_schema AS s WHERE type = 'table' AND (name = 'collection'"
                     " OR EXISTS (SELECT 1 FROM pragma_foreign_key_list (s.name) WHERE \"table\" = 'collection'))"
                     " ORDER BY s.rowid",
                     NULL, names))
    return NULL;

  for (guint i = 0; i < names->len; i++)
    {
      WhSchemaTable *table = g_new0 (WhSchemaTable, 1);

      table->name = g_strdup (g_ptr_array_index (names, i));
      table->columns = g_ptr_array_new_with_free_func (g_free);
      table->library_columns = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (tables, table);

      if (!list_strings (db, "SELECT name FROM pragma_table_info (?1) ORDER BY cid",
                         table->name, table->columns) ||
          !list_strings (db, "SELECT \"from\" FROM pragma_foreign_key_list (?1) WHERE \"table\" = 'library'",
                         table->name, table->library_columns))
        return NULL;
    }

  return g_steal_pointer (&tables);
}
