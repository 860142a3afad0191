/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "wh-database-private.h"
#include "wh-schema.h"

/* A damaged file may have as many problems as rows; nobody reads them all. */
#define PROBLEMS_MAX 100

/* What holds in a sound database without SQLite knowing of it. Each statement yields
 * what is wrong, in two columns at most: the entry, and what it refers to.
 */
static const struct
{
  const char *sql;
  const char *format;
} rules[] = {
  { "SELECT l.key, p.category FROM placement p JOIN library l ON l.id = p.library_id"
    " WHERE p.category NOT IN (SELECT key FROM category)",
    N_ ("Library “%s” stands in the category “%s”, which does not exist") },
  { "SELECT key, parent FROM category WHERE parent NOT IN (SELECT key FROM category)",
    N_ ("Category “%s” stands below “%s”, which does not exist") },
  { "SELECT l.key, r.measure FROM rating r JOIN library l ON l.id = r.library_id"
    " WHERE r.measure NOT IN (SELECT key FROM measure)",
    N_ ("Library “%s” is rated on the measure “%s”, which does not exist") },
  { "SELECT l.key, s.source FROM statement s JOIN library l ON l.id = s.library_id"
    " WHERE s.source NOT IN (SELECT key FROM source)",
    N_ ("A statement on library “%s” names the source “%s”, which does not exist") },
  { "SELECT DISTINCT l.key, s.role FROM priority_slot s JOIN priority_item i ON i.slot_id = s.id"
    " JOIN library l ON l.id = i.library_id WHERE s.role NOT IN (SELECT key FROM role)",
    N_ ("Library “%s” has a priority for the role “%s”, which does not exist") },
  { "SELECT key, role FROM learning_order WHERE role NOT IN (SELECT key FROM role)"
    " UNION SELECT o.key, a.role FROM learning_order_role a JOIN learning_order o ON o.id = a.order_id"
    " WHERE a.role NOT IN (SELECT key FROM role)",
    N_ ("Learning order “%s” is for the role “%s”, which does not exist") },
  { "SELECT old_key, new_key FROM renamed_key WHERE new_key NOT IN (SELECT key FROM library)"
    " AND new_key NOT IN (SELECT key FROM guide_node) AND new_key NOT IN (SELECT old_key FROM renamed_key)",
    N_ ("“%s” was renamed to “%s”, which does not exist") },
  { "SELECT key, status FROM user_status WHERE status NOT IN ('to-learn', 'learning', 'learnt', 'skipped')",
    N_ ("Your status of “%s” is “%s”, which is not a status") },
};

/* Returns %FALSE when there are as many problems already as anyone reads. */
static gboolean
add_problem (GPtrArray *problems,
             char      *problem)
{
  g_ptr_array_add (problems, problem);

  return problems->len < PROBLEMS_MAX;
}

static gboolean
check_structure (WhDatabase *self,
                 GPtrArray  *problems,
                 GError    **error)
{
  g_autoptr (WhCursor) cursor = wh_database_prepare (self, "PRAGMA integrity_check (100)", error);
  g_autoptr (GError) local_error = NULL;

  if (cursor == NULL)
    return FALSE;

  while (wh_cursor_next (cursor, &local_error))
    {
      g_autofree char *line = wh_cursor_dup_text (cursor, 0);

      if (!g_str_equal (line, "ok") && !add_problem (problems, g_steal_pointer (&line)))
        break;
    }

  /* Too much damage to go on is a finding, not a failure to look. */
  if (g_error_matches (local_error, WH_STORE_ERROR, WH_STORE_ERROR_CORRUPT))
    add_problem (problems, g_strdup (local_error->message));
  else if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return *error == NULL;
}

static gboolean
check_references (WhDatabase *self,
                  GPtrArray  *problems,
                  GError    **error)
{
  g_autoptr (WhCursor) cursor = wh_database_prepare (self, "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check ORDER BY \"table\", rowid", error);

  if (cursor == NULL)
    return FALSE;

  while (wh_cursor_next (cursor, error))
    {
      g_autofree char *table = wh_cursor_dup_text (cursor, 0);
      g_autofree char *parent = wh_cursor_dup_text (cursor, 2);

      if (!add_problem (problems, g_strdup_printf (_ ("A row of the table “%s” refers to one of “%s” that does not exist"), table, parent)))
        break;
    }

  return *error == NULL;
}

/* Texts have an id for all their languages together, so no foreign key can guard them. */
static gboolean
check_texts_of (WhDatabase *self,
                const char *table,
                const char *column,
                GPtrArray  *problems,
                GError    **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM \"%s\" WHERE \"%s\" NOTNULL AND \"%s\" NOT IN (SELECT id FROM text)",
                                          table, column, column);
  gint64           n_lacking = 0;

  if (!wh_database_count (self, sql, &n_lacking, error))
    return FALSE;

  if (n_lacking > 0)
    add_problem (problems, g_strdup_printf (_ ("The table “%s” names texts that do not exist"), table));

  return TRUE;
}

static gboolean
check_texts (WhDatabase *self,
             GPtrArray  *problems,
             GError    **error)
{
  g_autoptr (GPtrArray) tables = wh_schema_list_tables (wh_database_get_handle (self));

  if (tables == NULL)
    return wh_database_take_error (self, error);

  for (guint i = 0; i < tables->len; i++)
    {
      const WhSchemaTable *table = g_ptr_array_index (tables, i);

      for (guint j = 0; j < table->columns->len; j++)
        {
          const char *column = g_ptr_array_index (table->columns, j);
          gboolean    is_text = g_str_has_suffix (column, "_text") || g_str_equal (column, "text");

          if (is_text && !g_str_equal (table->name, "text") && !check_texts_of (self, table->name, column, problems, error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
check_rule (WhDatabase *self,
            guint       rule,
            GPtrArray  *problems,
            GError    **error)
{
  g_autoptr (WhCursor) cursor = wh_database_prepare (self, rules[rule].sql, error);

  if (cursor == NULL)
    return FALSE;

  while (wh_cursor_next (cursor, error))
    {
      g_autofree char *entry = wh_cursor_dup_text (cursor, 0);
      g_autofree char *other = wh_cursor_dup_text (cursor, 1);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      if (!add_problem (problems, g_strdup_printf (_ (rules[rule].format), entry, other)))
        break;
#pragma GCC diagnostic pop
    }

  return *error == NULL;
}

/**
 * wh_database_verify:
 * @pragma: "PRAGMA quick_check (1)", "PRAGMA integrity_check (1)", or that of one table
 *
 * Returns: %FALSE with %WH_STORE_ERROR_CORRUPT when the file is damaged
 */
gboolean
wh_database_verify (WhDatabase *self,
                    const char *pragma,
                    GError    **error)
{
  g_autoptr (WhCursor) cursor = wh_database_prepare (self, pragma, error);
  g_autofree char *finding = NULL;

  if (cursor == NULL || !wh_cursor_next (cursor, error))
    return FALSE;

  finding = wh_cursor_dup_text (cursor, 0);

  if (g_strcmp0 (finding, "ok") == 0)
    return TRUE;

  return wh_store_set_error (wh_database_get_shown_path (self), SQLITE_CORRUPT, 0, finding, error);
}

/**
 * wh_database_check:
 * @problems: (out) (element-type utf8): what is wrong, in words; empty when all is well
 *
 * Looks at everything in the file: the structure, what refers to what, and what the
 * program relies on besides. Takes as long as reading the file.
 *
 * Returns: %FALSE with @error set when it could not look
 */
gboolean
wh_database_check (WhDatabase *self,
                   GPtrArray **problems,
                   GError    **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local_error = NULL;
  gboolean looked;
  gboolean sound;

  g_return_val_if_fail (WH_IS_DATABASE (self), FALSE);
  g_return_val_if_fail (problems != NULL, FALSE);

  looked = check_structure (self, found, &local_error);

  /* In a broken structure everything else is broken too. */
  sound = found->len == 0;

  if (looked && sound)
    looked = check_references (self, found, &local_error) && check_texts (self, found, &local_error);

  for (guint i = 0; looked && sound && i < G_N_ELEMENTS (rules); i++)
    looked = check_rule (self, i, found, &local_error);

  if (!looked)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  *problems = g_steal_pointer (&found);
  return TRUE;
}
