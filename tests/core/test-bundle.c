/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-catalogue-store.h"
#include "wh-database-private.h"

/* test-bundle CATALOGUE FACTS: the compiled catalogue against the facts that were
 * read from its sources, one a line: section, key, kind of fact, value.
 */

static WhDatabase *database;
static const char *facts_path;

typedef struct
{
  const char *section;
  const char *key;
  const char *kind;
  const char *value;
} Fact;

/* Counts the rows of @sql, in which ?1 is the section, ?2 the key and ?3 the value. */
static guint
count (const char *sql,
       const Fact *fact,
       const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhCursor) cursor = wh_database_prepare (database, sql, &error);
  guint n;

  g_assert_no_error (error);
  wh_cursor_bind_text (cursor, 1, fact->section);
  wh_cursor_bind_text (cursor, 2, fact->key);
  wh_cursor_bind_text (cursor, 3, value);
  g_assert_true (wh_cursor_next (cursor, &error));
  n = wh_cursor_get_uint (cursor, 0);
  g_assert_no_error (error);

  return n;
}

#define LIBRARY "(SELECT id FROM library WHERE key = ?2)"
#define FOR_ROLE "?2 IN (SELECT o.role UNION SELECT role FROM learning_order_role WHERE order_id = o.id)"
#define FROM_SURVEY "source = 'survey' AND section = ?1"

/* What is compared by its value. */
static const struct
{
  const char *kind;
  const char *sql;
} exact[] = {
  { "category", "SELECT count (*) FROM placement WHERE library_id = " LIBRARY " AND " FROM_SURVEY " AND category = ?3" },
  { "recommendation",
    "SELECT count (*) FROM rating WHERE library_id = " LIBRARY " AND " FROM_SURVEY
    " AND measure = 'recommendation' AND stars = 2 * ?3" },
  { "community",
    "SELECT count (*) FROM rating WHERE library_id = " LIBRARY " AND " FROM_SURVEY
    " AND measure = 'community' AND stars = 2 * ?3" },
  { "alias", "SELECT count (*) FROM alias WHERE library_id = " LIBRARY " AND alias = ?3 AND ?1 NOTNULL" },
  { "kind", "SELECT count (*) FROM contribution WHERE library_id = " LIBRARY " AND kind = ?3 AND ?1 NOTNULL" },
  { "standing", "SELECT count (*) FROM contribution WHERE library_id = " LIBRARY " AND standing = ?3 AND ?1 NOTNULL" },
  { "place",
    "SELECT count (*) FROM ranking_library AS i JOIN ranking_place AS p ON p.id = i.ranking_place_id"
    " JOIN ranking AS r ON r.id = p.ranking_id"
    " WHERE i.library_id = " LIBRARY " AND r.source = 'survey' AND r.section = ?1 AND p.rank = CAST (?3 AS INTEGER)" },
  { "criterion",
    "SELECT count (*) FROM criterion AS c JOIN criteria_set AS s ON s.id = c.criteria_set_id"
    " WHERE s.key = ?2 AND s.source = 'survey' AND s.section = ?1 AND c.place = CAST (?3 AS INTEGER)" },
  { "order",
    "SELECT count (*) FROM learning_order AS o WHERE " FOR_ROLE " AND o.source = 'survey' AND o.section = ?1"
    " AND ?3 = (SELECT group_concat (l.key, ' ' || o.connector || ' ' ORDER BY s.place) FROM learning_step AS s"
    " JOIN library AS l ON l.id = s.library_id WHERE s.order_id = o.id)" },
  { "P0",
    "SELECT count (*) FROM priority_slot AS p WHERE p.role = ?2 AND p.source = 'survey' AND p.section = ?1"
    " AND p.priority = 'P0' AND ?3 = (SELECT group_concat (l.key, '/' ORDER BY i.place) FROM priority_item AS i"
    " JOIN library AS l ON l.id = i.library_id WHERE i.slot_id = p.id)" },
  { "P1",
    "SELECT count (*) FROM priority_slot AS p WHERE p.role = ?2 AND p.source = 'survey' AND p.section = ?1"
    " AND p.priority = 'P1' AND ?3 = (SELECT group_concat (l.key, '/' ORDER BY i.place) FROM priority_item AS i"
    " JOIN library AS l ON l.id = i.library_id WHERE i.slot_id = p.id)" },
  { "P2",
    "SELECT count (*) FROM priority_slot AS p WHERE p.role = ?2 AND p.source = 'survey' AND p.section = ?1"
    " AND p.priority = 'P2' AND ?3 = (SELECT group_concat (l.key, '/' ORDER BY i.place) FROM priority_item AS i"
    " JOIN library AS l ON l.id = i.library_id WHERE i.slot_id = p.id)" },
};

/* What is written anew in the catalogue can only be counted. */
static const struct
{
  const char *kind;
  const char *sql;
} counted[] = {
  { "summary", "SELECT count (*) FROM contribution WHERE library_id = " LIBRARY " AND summary_text NOTNULL AND ?1 NOTNULL AND ?3 NOTNULL" },
  { "requires", "SELECT count (*) FROM contribution WHERE library_id = " LIBRARY " AND requires_text NOTNULL AND ?1 NOTNULL AND ?3 NOTNULL" },
  { "example", "SELECT count (*) FROM example WHERE library_id = " LIBRARY " AND " FROM_SURVEY " AND ?3 NOTNULL" },
  { "reason",
    "SELECT (SELECT count (*) FROM ranking_library AS i JOIN ranking_place AS p ON p.id = i.ranking_place_id"
    " JOIN ranking AS r ON r.id = p.ranking_id WHERE i.library_id = " LIBRARY " AND r.section = ?1)"
    " + (SELECT count (*) FROM learning_order AS o WHERE " FOR_ROLE " AND " FROM_SURVEY " AND ?3 NOTNULL)" },
};

static const char statements_sql[] =
  "SELECT count (*) FROM statement WHERE library_id = " LIBRARY " AND " FROM_SURVEY " AND kind = ?3";

static gboolean
is_stated (const Fact *fact)
{
  for (guint i = 0; i < G_N_ELEMENTS (exact); i++)
    {
      if (g_str_equal (exact[i].kind, fact->kind))
        return count (exact[i].sql, fact, fact->value) == 1;
    }

  return TRUE;
}

/* How many facts of this kind the catalogue has of the key; G_MAXUINT when they are told by value. */
static guint
count_kind (const Fact *fact)
{
  for (guint i = 0; i < G_N_ELEMENTS (exact); i++)
    {
      if (g_str_equal (exact[i].kind, fact->kind))
        return G_MAXUINT;
    }

  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      if (g_str_equal (counted[i].kind, fact->kind))
        return count (counted[i].sql, fact, fact->value);
    }

  return count (statements_sql, fact, fact->kind);
}

static void
test_bundle_states_every_fact (void)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_facts = 0;

  g_assert_true (g_file_get_contents (facts_path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 4);
      g_autofree char *kind = NULL;
      guint            n;
      Fact             fact;

      if (g_strv_length (fields) < 4)
        continue;

      n_facts++;
      fact = (Fact) { fields[0], fields[1], fields[2], fields[3] };
      kind = g_strjoin ("\t", fact.section, fact.key, fact.kind, NULL);
      n = GPOINTER_TO_UINT (g_hash_table_lookup (wanted, kind)) + 1;
      g_hash_table_insert (wanted, g_strdup (kind), GUINT_TO_POINTER (n));

      if (!is_stated (&fact) || count_kind (&fact) < n)
        {
          g_test_message ("Line %u is not in the catalogue: %s", i + 1, lines[i]);
          g_test_fail ();
        }
    }

  g_assert_cmpuint (n_facts, >, 400);
}

static void
assert_count (const char *sql,
              gint64      expected)
{
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  wh_database_count (database, sql, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n, ==, expected);
}

static void
test_bundle_speaks_all_languages (void)
{
  assert_count ("SELECT count (*) FROM (SELECT id FROM text GROUP BY id HAVING"
                " sum (language = 'en') <> 1 OR sum (language = 'zh_CN') <> 1 OR sum (language = 'zh_TW') <> 1 OR count (*) <> 3)",
                0);
  /* A summary that is the same in both languages was not translated. */
  assert_count ("SELECT count (*) FROM contribution AS c JOIN text AS e ON e.id = c.summary_text AND e.language = 'en'"
                " JOIN text AS z ON z.id = c.summary_text AND z.language = 'zh_CN' WHERE e.text = z.text",
                0);
}

static void
test_bundle_holds_together (void)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (wh_database_check (database, &problems, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_bundle_has_the_matrix (void)
{
  static const char *const roles[] = { "backend", "data-analyst", "ai-ml", "devops", "fullstack" };
  g_autoptr (GPtrArray) all = wh_store_list_roles (database, "en", NULL);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const WhRole *role = g_ptr_array_index (all, i);

      if (!role->has_priorities)
        continue;

      g_assert_cmpuint (n, <, G_N_ELEMENTS (roles));
      g_assert_cmpstr (role->key, ==, roles[n++]);
    }

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (roles));
  assert_count ("SELECT count (*) FROM priority_slot", 40);
  assert_count ("SELECT count (*) FROM ranking_place AS p JOIN ranking AS r ON r.id = p.ranking_id"
                " WHERE r.key = 'algorithms-and-patterns'",
                7);
  assert_count ("SELECT max (rank) FROM ranking_place AS p JOIN ranking AS r ON r.id = p.ranking_id"
                " WHERE r.key = 'async-and-asgi'",
                10);
}

/* Every value of a vocabulary has a word, on paper and in lists. */
static void
test_bundle_has_words (void)
{
  static const struct
  {
    const char *group;
    const char *const *(*get_keys) (void);
  } groups[] = {
    { "kind", wh_kind_get_keys },
    { "standing", wh_standing_get_keys },
    { "concurrency", wh_concurrency_get_keys },
    { "priority", wh_priority_get_keys },
    { "priority-name", wh_priority_get_keys },
    { "horizon", wh_horizon_get_keys },
    { "status", wh_status_get_keys },
  };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      for (const char *const *key = groups[i].get_keys (); *key != NULL; key++)
        {
          g_autofree char *word_key = g_strconcat (groups[i].group, "/", *key, NULL);
          g_autofree char *word = wh_store_dup_word (database, word_key, "zh_CN");

          g_assert_cmpstr (word, !=, word_key);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_assert_cmpint (argc, ==, 3);

  database = wh_database_open (argv[1], WH_DATABASE_READ_ONLY, &error);
  g_assert_no_error (error);
  facts_path = argv[2];

  g_test_add_func ("/bundle/states-every-fact", test_bundle_states_every_fact);
  g_test_add_func ("/bundle/speaks-all-languages", test_bundle_speaks_all_languages);
  g_test_add_func ("/bundle/holds-together", test_bundle_holds_together);
  g_test_add_func ("/bundle/has-the-matrix", test_bundle_has_the_matrix);
  g_test_add_func ("/bundle/has-words", test_bundle_has_words);

  g_assert_cmpint (g_test_run (), ==, 0);
  g_assert_finalize_object (database);
  return 0;
}
