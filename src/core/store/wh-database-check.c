/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "wh-catalogue-check.h"
#include "wh-catalogue-private.h"

/* clang-format off */

/* The entries of @table that no row of @child belongs to. */
#define SQL_EMPTY(kind, table, child, column)                                               \
  "SELECT '" kind "/' || r.key, NULL FROM " table " AS r WHERE NOT EXISTS"                  \
  " (SELECT 1 FROM " child " AS c WHERE c." column " = r.id)"

/* The rows r of @table that never come to one that stands below nothing. */
#define SQL_CIRCLE(kind, table, roots, step)                                                \
  "WITH RECURSIVE sound (id, key) AS (SELECT id, key FROM " table " WHERE " roots           \
  " UNION SELECT c.id, c.key FROM sound AS s JOIN " table " AS c ON " step ")"              \
  " SELECT '" kind "/' || r.key, NULL FROM " table " AS r WHERE r.id NOT IN (SELECT id FROM sound)"

/* The keys that the user has something on, and what: (key). */
#define SQL_MINE                                                                            \
  "SELECT key FROM user_rating UNION SELECT key FROM user_note"                             \
  " UNION SELECT key FROM user_status UNION SELECT key FROM plan_item"

/* What else holds in a sound database, and what is worth a note. Each statement yields
 * the entry and one thing more for the message; ?1 is @values as JSON.
 */
static const struct
{
  const char *kind;
  gboolean    is_note;
  const char *sql;
  const char *format;
  const char *const *(*values) (void);
} rules[] = {
  { "reference", FALSE,
    "SELECT 'library/' || l.key, c.kind FROM contribution AS c JOIN library AS l ON l.id = c.library_id"
    " WHERE c.kind NOT IN (SELECT value FROM json_each (?1))",
    N_ ("%s: there is no such kind: “%s”"), wh_kind_get_keys },
  { "reference", FALSE,
    "SELECT 'library/' || l.key, c.standing FROM contribution AS c JOIN library AS l ON l.id = c.library_id"
    " WHERE c.standing NOT IN (SELECT value FROM json_each (?1))",
    N_ ("%s: there is no such standing: “%s”"), wh_standing_get_keys },
  { "reference", FALSE,
    "SELECT DISTINCT 'role/' || role, priority FROM priority_slot WHERE priority NOT IN (SELECT value FROM json_each (?1))",
    N_ ("%s: there is no such priority: “%s”"), wh_priority_get_keys },
  { "reference", FALSE,
    "SELECT 'tier/' || key, horizon FROM tier WHERE horizon NOT IN (SELECT value FROM json_each (?1))",
    N_ ("%s: there is no such horizon: “%s”"), wh_horizon_get_keys },
  { "reference", FALSE,
    SQL_CIRCLE ("category", "category", "parent ISNULL OR parent NOT IN (SELECT key FROM category)", "c.parent = s.key"),
    N_ ("%s stands below itself") },
  { "reference", FALSE,
    SQL_CIRCLE ("topic", "guide_node", "parent_id ISNULL OR parent_id NOT IN (SELECT id FROM guide_node)", "c.parent_id = s.id"),
    N_ ("%s stands below itself") },
  { "reference", FALSE,
    "WITH RECURSIVE sound (old_key) AS (SELECT old_key FROM renamed_key WHERE new_key IN (SELECT key FROM library)"
    "  OR new_key IN (SELECT key FROM guide_node)"
    "  UNION SELECT r.old_key FROM sound AS s JOIN renamed_key AS r ON r.new_key = s.old_key)"
    " SELECT 'renamed/' || old_key, new_key FROM renamed_key WHERE old_key NOT IN (SELECT old_key FROM sound)",
    N_ ("%s: what it was renamed to, “%s”, does not exist") },

  { "coverage", FALSE,
    "SELECT 'library/' || l.key, NULL FROM contribution AS c JOIN library AS l ON l.id = c.library_id"
    " GROUP BY l.id HAVING max (c.summary_text) ISNULL",
    N_ ("%s has no summary") },
  { "coverage", FALSE,
    "SELECT 'library/' || key, NULL FROM library WHERE id IN (SELECT library_id FROM contribution"
    " EXCEPT SELECT library_id FROM placement EXCEPT SELECT library_id FROM (" WH_SQL_SOURCES_OF_LISTS "))",
    N_ ("%s has no category and stands on no list") },
  { "coverage", FALSE,
    SQL_EMPTY ("criteria_set", "criteria_set", "criterion", "criteria_set_id")
    " UNION ALL " SQL_EMPTY ("ranking", "ranking", "ranking_place", "ranking_id")
    " UNION ALL " SQL_EMPTY ("comparison", "comparison", "comparison_row", "comparison_id")
    " UNION ALL " SQL_EMPTY ("tier", "tier", "tier_item", "tier_id")
    " UNION ALL " SQL_EMPTY ("strategy", "strategy", "strategy_item", "strategy_id")
    " UNION ALL " SQL_EMPTY ("guide", "guide", "guide_node", "guide_id"),
    N_ ("%s: nothing stands in it") },
  { "coverage", FALSE,
    SQL_EMPTY ("order", "learning_order", "learning_step", "order_id")
    " UNION ALL " SQL_EMPTY ("counterpart", "counterpart", "counterpart_library", "counterpart_id")
    " UNION ALL " SQL_EMPTY ("pick", "pick", "pick_library", "pick_id") " AND r.text ISNULL",
    N_ ("%s: no library stands in it") },
  { "coverage", FALSE,
    "SELECT 'role/' || s.role, s.priority FROM priority_slot AS s"
    " WHERE NOT EXISTS (SELECT 1 FROM priority_item AS i WHERE i.slot_id = s.id)",
    N_ ("%s: no library stands in a slot of %s") },
  { "coverage", FALSE,
    "SELECT 'ranking/' || r.key, p.rank FROM ranking_place AS p JOIN ranking AS r ON r.id = p.ranking_id"
    " WHERE NOT EXISTS (SELECT 1 FROM ranking_library AS i WHERE i.ranking_place_id = p.id)",
    N_ ("%s: no library stands on place %s") },
  /* After a place that several share, as many may be left out. */
  { "coverage", FALSE,
    "SELECT 'ranking/' || key, rank FROM (SELECT r.key AS key, p.rank AS rank,"
    "  lag (p.rank) OVER w AS before, lag (p.n) OVER w AS n FROM"
    "  (SELECT q.ranking_id AS ranking_id, q.rank AS rank, max (1, count (i.id)) AS n FROM ranking_place AS q"
    "   LEFT JOIN ranking_library AS i ON i.ranking_place_id = q.id GROUP BY q.ranking_id, q.rank) AS p"
    "  JOIN ranking AS r ON r.id = p.ranking_id WINDOW w AS (PARTITION BY p.ranking_id ORDER BY p.rank))"
    " WHERE rank NOT BETWEEN 1 AND coalesce (before + n, 1)",
    N_ ("%s: there is a gap before place %s") },
  { "coverage", FALSE,
    "SELECT 'comparison/' || c.key, r.place FROM comparison_row AS r JOIN comparison AS c ON c.id = r.comparison_id"
    " WHERE (SELECT count (*) FROM comparison_cell AS x WHERE x.row_id = r.id)"
    "  <> (SELECT count (*) FROM comparison_subject AS s WHERE s.comparison_id = c.id)",
    N_ ("%s: row %s has not a cell for each subject") },

  { "mine", FALSE,
    "SELECT 'mine/' || key, status FROM user_status WHERE status NOT IN (SELECT value FROM json_each (?1))",
    N_ ("Your status of %s is “%s”, which is not a status"), wh_status_get_keys },
  { "mine", TRUE,
    "SELECT 'mine/' || m.key, NULL FROM (" SQL_MINE ") AS m"
    " WHERE m.key NOT IN (SELECT l.key FROM library AS l JOIN contribution AS c ON c.library_id = l.id)"
    " AND m.key NOT IN (SELECT key FROM guide_node) AND m.key NOT IN (SELECT old_key FROM renamed_key)",
    N_ ("What you have on %s is kept; the catalogue does not have it any more") },
  { "mine", TRUE,
    "SELECT 'plan/' || coalesce (nullif (title, ''), id), role FROM plan"
    " WHERE role NOTNULL AND role NOT IN (SELECT key FROM role)",
    N_ ("%s is for the role “%s”, which the catalogue does not have any more") },
};

/* clang-format on */

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

      if (!g_str_equal (line, "ok") && !wh_problems_add (problems, "structure", NULL, g_steal_pointer (&line)))
        break;
    }

  /* Too much damage to go on is a finding, not a failure to look. */
  if (g_error_matches (local_error, WH_STORE_ERROR, WH_STORE_ERROR_CORRUPT))
    wh_problems_add (problems, "structure", NULL, g_strdup (local_error->message));
  else if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return *error == NULL;
}

/* The @error of what follows is never %NULL. */

/* What stands in what, of which there are no keys to name it by. */
static gboolean
check_rows (WhDatabase *self,
            GPtrArray  *problems,
            GError    **error)
{
  g_autoptr (WhCursor) cursor = wh_database_prepare (self,
                                                     "SELECT DISTINCT \"table\", parent FROM pragma_foreign_key_check"
                                                     " WHERE parent <> 'library' ORDER BY \"table\", parent",
                                                     error);

  if (cursor == NULL)
    return FALSE;

  while (wh_cursor_next (cursor, error))
    {
      g_autofree char *table = wh_cursor_dup_text (cursor, 0);
      g_autofree char *parent = wh_cursor_dup_text (cursor, 1);

      wh_problems_add (problems, "reference", NULL,
                       g_strdup_printf (_ ("A row of the table “%s” refers to one of “%s” that does not exist"), table, parent));
    }

  return *error == NULL;
}

/* The keys of a vocabulary as a JSON list; none of them needs escaping. */
static char *
dup_json (const char *const *keys)
{
  g_autofree char *joined = g_strjoinv ("\",\"", (char **) keys);

  return g_strdup_printf ("[\"%s\"]", joined);
}

static gboolean
check_rule (WhDatabase *self,
            guint       rule,
            GPtrArray  *problems,
            GError    **error)
{
  g_autoptr (WhCursor) cursor = wh_database_prepare (self, rules[rule].sql, error);
  g_autofree char *values = rules[rule].values != NULL ? dup_json (rules[rule].values ()) : NULL;

  if (cursor == NULL)
    return FALSE;

  if (values != NULL)
    wh_cursor_bind_text (cursor, 1, values);

  while (wh_cursor_next (cursor, error))
    {
      g_autofree char *entry = wh_cursor_dup_text (cursor, 0);
      g_autofree char *label = wh_problem_dup_label (entry);
      g_autofree char *other = wh_cursor_dup_text (cursor, 1);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      if (!wh_problems_add (problems, rules[rule].kind, entry, g_strdup_printf (_ (rules[rule].format), label, other)))
        break;
#pragma GCC diagnostic pop
    }

  return *error == NULL;
}

static gboolean
check_rules (WhDatabase *self,
             GPtrArray  *problems,
             GPtrArray  *notes,
             GError    **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      GPtrArray *found = rules[i].is_note ? notes : problems;

      if (found->len < WH_PROBLEMS_MAX && !check_rule (self, i, found, error))
        return FALSE;
    }

  return TRUE;
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

/* Everything but the structure. */
static gboolean
check_contents (WhDatabase *self,
                GPtrArray  *problems,
                GPtrArray  *notes,
                GError    **error)
{
  return check_rows (self, problems, error) &&
         wh_catalogue_check_references (self, problems, notes, error) &&
         check_rules (self, problems, notes, error) &&
         wh_catalogue_check_languages (self, problems, error) &&
         wh_catalogue_check_sources (self, notes, error);
}

/**
 * wh_database_check:
 * @problems: (out) (element-type WhProblem): what is wrong; empty when all is well
 * @notes: (out) (element-type WhProblem): what is worth knowing and not wrong
 *
 * Looks at everything in the file, as it is at one moment: the structure, what refers
 * to what, what has to be there, and whether it is there in every language. Not more
 * than %WH_PROBLEMS_MAX of either are found. Takes as long as reading the file.
 *
 * Returns: %FALSE with @error set when it could not look
 */
gboolean
wh_database_check (WhDatabase *self,
                   GPtrArray **problems,
                   GPtrArray **notes,
                   GError    **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) wh_problem_free);
  g_autoptr (GPtrArray) noted = g_ptr_array_new_with_free_func ((GDestroyNotify) wh_problem_free);
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (WH_IS_DATABASE (self), FALSE);
  g_return_val_if_fail (problems != NULL && notes != NULL, FALSE);

  if (!wh_database_begin_read (self, error))
    return FALSE;

  /* In a broken structure everything else is broken too. */
  if (check_structure (self, found, &local_error) && found->len == 0)
    check_contents (self, found, noted, &local_error);

  wh_database_rollback (self);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  *problems = g_steal_pointer (&found);
  *notes = g_steal_pointer (&noted);
  return TRUE;
}
