/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "wh-database-private.h"
#include "wh-schema.h"

#include "wh-catalogue-check.h"

/* What can be found wrong by the form of the tables alone, so that a table or column
 * that is added is checked as well: references by key, texts, languages.
 */

#define OF_LIBRARY "'library/' || (SELECT l.key FROM library AS l WHERE l.id = r.library_id)"

/* The key of the row of @table that @column names. */
#define OF(kind, table, column) \
  "'" kind "/' || (SELECT p.key FROM " table " AS p WHERE p.id = r." column ")"

/* The same where a row of @middle stands between the two. */
#define OF_UPPER(kind, table, upper, middle, column)                                         \
  "'" kind "/' || (SELECT p.key FROM " middle " AS m JOIN " table " AS p ON p.id = m." upper \
  " WHERE m.id = r." column ")"

/* To which entry the row r of a table belongs, as SQL. Whoever adds a table without a
 * line here gets its name instead.
 */
static const struct
{
  const char *table;
  const char *entry;
} entries[] = {
  { "source", "'source/' || r.key" },
  { "source_section", "'section/' || r.source || '#' || r.key" },
  { "source_document", "'source/' || r.source" },
  { "category", "'category/' || r.key" },
  { "criteria_set", "'criteria_set/' || r.key" },
  { "criterion", OF ("criteria_set", "criteria_set", "criteria_set_id") },
  { "measure", "'measure/' || r.key" },
  { "contribution", OF_LIBRARY },
  { "alias", OF_LIBRARY },
  { "import_name", OF_LIBRARY },
  { "renamed_key", "'renamed/' || r.old_key" },
  { "placement", OF_LIBRARY },
  { "rating", OF_LIBRARY },
  { "statement", OF_LIBRARY },
  { "relation", OF_LIBRARY },
  { "role", "'role/' || r.key" },
  { "role_alias", "'role/' || r.role" },
  { "priority_slot", "'role/' || r.role" },
  { "priority_item", "'role/' || (SELECT p.role FROM priority_slot AS p WHERE p.id = r.slot_id)" },
  { "learning_order", "'order/' || r.key" },
  { "learning_order_role", OF ("order", "learning_order", "order_id") },
  { "learning_step", OF ("order", "learning_order", "order_id") },
  { "ranking", "'ranking/' || r.key" },
  { "ranking_place", OF ("ranking", "ranking", "ranking_id") },
  { "ranking_library", OF_UPPER ("ranking", "ranking", "ranking_id", "ranking_place", "ranking_place_id") },
  { "comparison", "'comparison/' || r.key" },
  { "comparison_subject", OF ("comparison", "comparison", "comparison_id") },
  { "comparison_row", OF ("comparison", "comparison", "comparison_id") },
  { "comparison_cell", OF_UPPER ("comparison", "comparison", "comparison_id", "comparison_row", "row_id") },
  { "counterpart", "'counterpart/' || r.key" },
  { "counterpart_library", OF ("counterpart", "counterpart", "counterpart_id") },
  { "tier", "'tier/' || r.key" },
  { "tier_item", OF ("tier", "tier", "tier_id") },
  { "pick", "'pick/' || r.key" },
  { "pick_library", OF ("pick", "pick", "pick_id") },
  { "guide", "'guide/' || r.key" },
  { "guide_node", "'topic/' || r.key" },
  { "example", "coalesce (" OF_LIBRARY ", " OF ("topic", "guide_node", "node_id") ")" },
  { "strategy", "'strategy/' || r.key" },
  { "strategy_item", OF ("strategy", "strategy", "strategy_id") },
  { "advice", "'advice/' || r.key" },
  { "word", "'word/' || r.key" },
};

/* Columns that hold a key: of which table, and what to say when that has none such. */
static const struct
{
  const char *column;
  const char *table;
  const char *format;
} references[] = {
  { "source", "source", N_ ("%s: the source “%s” does not exist") },
  { "standing_source", "source", N_ ("%s: the source “%s” does not exist") },
  { "category", "category", N_ ("%s: the category “%s” does not exist") },
  { "parent", "category", N_ ("%s: the category “%s” does not exist") },
  { "measure", "measure", N_ ("%s: the measure “%s” does not exist") },
  { "criteria", "criteria_set", N_ ("%s: the criteria “%s” do not exist") },
  { "role", "role", N_ ("%s: the role “%s” does not exist") },
  { "topic", "guide_node", N_ ("%s: the topic “%s” does not exist") },
  { "counterpart", "counterpart", N_ ("%s: the counterparts “%s” do not exist") },
};

/* A column with a key of a section, beside one with the key of the source. */
static const struct
{
  const char *source;
  const char *section;
} sections[] = {
  { "source", "section" },
  { "standing_source", "standing_section" },
};

/* A key that an import names may be one that the bundle had: that is worth a note. */
#define IN_IMPORT "r.collection <> " G_STRINGIFY (WH_SCHEMA_BUNDLE)

typedef struct
{
  WhDatabase *database;
  GPtrArray  *tables; /* WhSchemaTable */
  GPtrArray  *problems;
  GPtrArray  *notes;
} Check;

/* What is done with one column of a table. */
typedef gboolean (*ColumnFunc) (Check               *self,
                                const WhSchemaTable *table,
                                const char          *column,
                                GError             **error);

static char *
dup_entry_sql (const WhSchemaTable *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      /* What stands in something that is not there has no entry, but still a table. */
      if (g_str_equal (entries[i].table, table->name))
        return g_strdup_printf ("coalesce (%s, '%s')", entries[i].entry, table->name);
    }

  return g_strdup_printf ("'%s'", table->name);
}

static gboolean
has_column (const WhSchemaTable *table,
            const char          *column)
{
  return g_ptr_array_find_with_equal_func (table->columns, column, g_str_equal, NULL);
}

static gboolean
is_text (const char *column)
{
  return g_str_has_suffix (column, "_text") || g_str_equal (column, "text");
}

/* What the catalogue's files call a text: "summary" for "summary_text". */
static char *
dup_member (const char *column)
{
  if (g_str_has_suffix (column, "_text"))
    return g_strndup (column, strlen (column) - strlen ("_text"));

  return g_strdup (column);
}

/* Adds a problem for each row of @table that fulfils @condition.
 * @detail: SQL for what is wrong with it
 * @is_note: SQL for whether that is but worth a note
 * @format: says it, with the entry and the detail
 */
static gboolean
find_rows (Check               *self,
           const WhSchemaTable *table,
           const char          *detail,
           const char          *condition,
           const char          *is_note,
           const char          *format,
           GError             **error)
{
  g_autofree char *entry_sql = dup_entry_sql (table);
  g_autofree char *sql = g_strdup_printf ("SELECT DISTINCT %s, %s, %s FROM \"%s\" AS r WHERE %s ORDER BY 3",
                                          entry_sql, detail, is_note, table->name, condition);
  g_autoptr (WhCursor) cursor = wh_database_prepare (self->database, sql, error);

  if (cursor == NULL)
    return FALSE;

  while (wh_cursor_next (cursor, error))
    {
      g_autofree char *entry = wh_cursor_dup_text (cursor, 0);
      g_autofree char *other = wh_cursor_dup_text (cursor, 1);
      g_autofree char *label = wh_problem_dup_label (entry);
      GPtrArray       *found = wh_cursor_get_int64 (cursor, 2) != 0 ? self->notes : self->problems;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      if (!wh_problems_add (found, "reference", entry, g_strdup_printf (_ (format), label, other)))
        break;
#pragma GCC diagnostic pop
    }

  return *error == NULL;
}

static gboolean
check_key (Check               *self,
           const WhSchemaTable *table,
           const char          *column,
           GError             **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_autofree char *detail = g_strdup_printf ("r.%s", references[i].column);
      g_autofree char *condition = NULL;

      if (!g_str_equal (references[i].column, column))
        continue;

      condition = g_strdup_printf ("r.%s NOTNULL AND NOT EXISTS (SELECT 1 FROM %s AS s WHERE s.key = r.%s)",
                                   column, references[i].table, column);

      return find_rows (self, table, detail, condition, IN_IMPORT, references[i].format, error);
    }

  return TRUE;
}

static gboolean
check_section (Check               *self,
               const WhSchemaTable *table,
               const char          *column,
               GError             **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autofree char *detail = NULL;
      g_autofree char *condition = NULL;

      if (!g_str_equal (sections[i].section, column))
        continue;

      detail = g_strdup_printf ("r.%s || '#' || r.%s", sections[i].source, column);
      condition = g_strdup_printf ("r.%s NOTNULL AND NOT EXISTS (SELECT 1 FROM source_section AS s WHERE s.source = r.%s AND s.key = r.%s)",
                                   column, sections[i].source, column);

      return find_rows (self, table, detail, condition, IN_IMPORT, N_ ("%s: the section “%s” does not exist"), error);
    }

  return TRUE;
}

/* A library that no collection has any more may still be there for the user's sake, or
 * because an import names it; the bundle must not.
 */
static gboolean
check_library (Check               *self,
               const WhSchemaTable *table,
               const char          *column,
               GError             **error)
{
  g_autofree char *detail = NULL;
  g_autofree char *condition = NULL;
  g_autofree char *is_note = NULL;

  if (!g_ptr_array_find_with_equal_func (table->library_columns, column, g_str_equal, NULL))
    return TRUE;

  detail = g_strdup_printf ("coalesce ((SELECT l.key FROM library AS l WHERE l.id = r.%s), r.%s)", column, column);
  condition = g_strdup_printf ("r.%s NOTNULL AND NOT EXISTS (SELECT 1 FROM library AS l JOIN contribution AS c"
                               " ON c.library_id = l.id WHERE l.id = r.%s)",
                               column, column);

  is_note = g_strdup_printf (IN_IMPORT " AND EXISTS (SELECT 1 FROM library AS l WHERE l.id = r.%s)", column);

  return find_rows (self, table, detail, condition, is_note, N_ ("%s: the library “%s” is not in the catalogue"), error);
}

/* Texts have an id for all their languages together, so no foreign key can guard them. */
static gboolean
check_text (Check               *self,
            const WhSchemaTable *table,
            const char          *column,
            GError             **error)
{
  g_autofree char *member = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *condition = NULL;

  if (!is_text (column))
    return TRUE;

  member = dup_member (column);
  detail = g_strdup_printf ("'%s'", member);
  condition = g_strdup_printf ("r.%s NOTNULL AND NOT EXISTS (SELECT 1 FROM text AS t WHERE t.id = r.%s)", column, column);

  return find_rows (self, table, detail, condition, "FALSE", N_ ("%s: its text “%s” does not exist"), error);
}

/* Every column of every table of the catalogue, as long as there is room for problems. */
static gboolean
foreach_column (Check     *self,
                ColumnFunc func,
                GError   **error)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      const WhSchemaTable *table = g_ptr_array_index (self->tables, i);

      /* The texts themselves, and what says whose they are. */
      if (g_str_equal (table->name, "text") || g_str_equal (table->name, "collection"))
        continue;

      for (guint j = 0; j < table->columns->len; j++)
        {
          if (self->problems->len < WH_PROBLEMS_MAX && !func (self, table, g_ptr_array_index (table->columns, j), error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
check_init (Check      *self,
            WhDatabase *database,
            GPtrArray  *problems,
            GPtrArray  *notes,
            GError    **error)
{
  *self = (Check) { .database = database, .problems = problems, .notes = notes };
  self->tables = wh_schema_list_tables (wh_database_get_handle (database));

  return self->tables != NULL || wh_database_take_error (database, error);
}

static void
check_clear (Check *self)
{
  g_clear_pointer (&self->tables, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Check, check_clear)

/* Finds what is named by a key or an id and is not there. */
gboolean
wh_catalogue_check_references (WhDatabase *database,
                               GPtrArray  *problems,
                               GPtrArray  *notes,
                               GError    **error)
{
  g_auto (Check) self = { NULL };

  return check_init (&self, database, problems, notes, error) &&
         foreach_column (&self, check_library, error) &&
         foreach_column (&self, check_key, error) &&
         foreach_column (&self, check_section, error) &&
         foreach_column (&self, check_text, error);
}

/* Languages */

/* The texts that are not there in every language that their collection speaks: what is
 * blank is not there. At first none, so that what they belong to is never looked for.
 */
/* clang-format off */
static const char lacking_sql[] =
  "WITH spoken AS MATERIALIZED (SELECT DISTINCT collection, language FROM text),"
  " lacking AS MATERIALIZED (SELECT t.id, t.collection FROM text AS t GROUP BY t.id"
  "  HAVING sum (trim (t.text) <> '') < (SELECT count (*) FROM spoken AS s WHERE s.collection = t.collection)"
  "  LIMIT ?1)"
  " SELECT k.id, (SELECT group_concat (s.language, ', ') FROM spoken AS s WHERE s.collection = k.collection"
  "  AND NOT EXISTS (SELECT 1 FROM text AS t WHERE t.id = k.id AND t.language = s.language AND trim (t.text) <> '')),"
  " (SELECT t.text FROM text AS t WHERE t.id = k.id AND trim (t.text) <> '' ORDER BY t.language LIMIT 1)"
  " FROM lacking AS k";
/* clang-format on */

typedef struct
{
  char *languages; /* those that it lacks */
  char *text;      /* (nullable): what it is in another */
} Lacking;

static void
lacking_free (Lacking *self)
{
  g_free (self->languages);
  g_free (self->text);
  g_free (self);
}

typedef struct
{
  Check       check;
  GHashTable *texts; /* gint64 => Lacking */
  GString    *ids;   /* of all of them, as JSON */
} LanguageCheck;

static gboolean
list_lacking (LanguageCheck *self,
              GError       **error)
{
  g_autoptr (WhCursor) cursor = wh_database_prepare (self->check.database, lacking_sql, error);

  if (cursor == NULL)
    return FALSE;

  wh_cursor_bind_int64 (cursor, 1, WH_PROBLEMS_MAX);

  while (wh_cursor_next (cursor, error))
    {
      gint64   id = wh_cursor_get_int64 (cursor, 0);
      Lacking *lacking = g_new0 (Lacking, 1);

      lacking->languages = wh_cursor_dup_text (cursor, 1);
      lacking->text = wh_cursor_dup_text (cursor, 2);
      g_hash_table_insert (self->texts, g_memdup2 (&id, sizeof id), lacking);
      g_string_append_printf (self->ids, "%s%" G_GINT64_FORMAT, self->ids->len > 1 ? "," : "", id);
    }

  g_string_append_c (self->ids, ']');

  return *error == NULL;
}

static char *
describe_lacking (const Lacking *lacking,
                  const char    *entry,
                  const char    *column)
{
  g_autofree char *label = wh_problem_dup_label (entry);
  g_autofree char *member = dup_member (column);

  if (lacking->text == NULL)
    return g_strdup_printf (_ ("%s: its text “%s” is empty"), label, member);

  return g_strdup_printf (_ ("%s: its text “%s” is missing in %s: “%s”"), label, member, lacking->languages, lacking->text);
}

static gboolean
check_languages_of (Check               *check,
                    const WhSchemaTable *table,
                    const char          *column,
                    GError             **error)
{
  LanguageCheck   *self = (LanguageCheck *) check;
  g_autofree char *entry_sql = NULL;
  g_autofree char *sql = NULL;
  g_autoptr (WhCursor) cursor = NULL;

  if (!is_text (column))
    return TRUE;

  entry_sql = dup_entry_sql (table);
  sql = g_strdup_printf ("SELECT r.%s, %s FROM \"%s\" AS r WHERE r.%s IN (SELECT value FROM json_each (?1))",
                         column, entry_sql, table->name, column);

  if (!(cursor = wh_database_prepare (check->database, sql, error)))
    return FALSE;

  wh_cursor_bind_text (cursor, 1, self->ids->str);

  while (wh_cursor_next (cursor, error))
    {
      gint64           id = wh_cursor_get_int64 (cursor, 0);
      g_autofree char *entry = wh_cursor_dup_text (cursor, 1);

      if (!wh_problems_add (check->problems, "language", entry,
                            describe_lacking (g_hash_table_lookup (self->texts, &id), entry, column)))
        break;
    }

  return *error == NULL;
}

/* Finds the texts that are not there in every language that their collection speaks. */
gboolean
wh_catalogue_check_languages (WhDatabase *database,
                              GPtrArray  *problems,
                              GError    **error)
{
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) lacking_free);
  g_autoptr (GString) ids = g_string_new ("[");
  LanguageCheck self = { .texts = texts, .ids = ids };
  gboolean      looked;

  if (!check_init (&self.check, database, problems, NULL, error))
    return FALSE;

  looked = list_lacking (&self, error) &&
           (g_hash_table_size (texts) == 0 || foreach_column (&self.check, check_languages_of, error));
  check_clear (&self.check);

  return looked;
}

/* Sources */

/* Takes away from what @sql selects whatever a row of the catalogue names as its source. */
static void
except_named (GString         *sql,
              const GPtrArray *tables,
              gboolean         with_sections)
{
  for (guint i = 0; i < tables->len; i++)
    {
      const WhSchemaTable *table = g_ptr_array_index (tables, i);

      for (guint j = 0; j < G_N_ELEMENTS (sections); j++)
        {
          if (!has_column (table, sections[j].section))
            continue;

          g_string_append_printf (sql, " EXCEPT SELECT %s", sections[j].source);
          if (with_sections)
            g_string_append_printf (sql, " || '#' || %s", sections[j].section);
          g_string_append_printf (sql, " FROM %s", table->name);
        }
    }
}

static gboolean
note_unnamed (Check      *self,
              const char *kind,
              const char *keys_sql,
              gboolean    with_sections,
              GError    **error)
{
  g_autoptr (GString) sql = g_string_new (keys_sql);
  g_autoptr (WhCursor) cursor = NULL;

  except_named (sql, self->tables, with_sections);

  if (!(cursor = wh_database_prepare (self->database, sql->str, error)))
    return FALSE;

  while (wh_cursor_next (cursor, error))
    {
      g_autofree char *entry = g_strconcat (kind, "/", wh_cursor_get_text (cursor, 0), NULL);
      g_autofree char *label = wh_problem_dup_label (entry);

      if (!wh_problems_add (self->notes, "coverage", entry, g_strdup_printf (_ ("%s: nothing in the catalogue comes from it"), label)))
        break;
    }

  return *error == NULL;
}

/* Notes the sources and sections that contributed nothing. */
gboolean
wh_catalogue_check_sources (WhDatabase *database,
                            GPtrArray  *notes,
                            GError    **error)
{
  g_auto (Check) self = { NULL };

  return check_init (&self, database, NULL, notes, error) &&
         note_unnamed (&self, "source", "SELECT key FROM source", FALSE, error) &&
         note_unnamed (&self, "section", "SELECT source || '#' || key FROM source_section", TRUE, error);
}
