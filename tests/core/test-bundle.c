/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-catalogue-store.h"
#include "wh-database-private.h"

/* test-bundle CATALOGUE FACTS…: the compiled catalogue against the facts that were read
 * from its sources and not from its JSON. A file of facts is named after its source and
 * has one a line: section, key, kind of fact, value.
 */

static WhDatabase *database;

typedef struct
{
  char *section;
  char *key;
  char *kind;
  char *value;
  char *source;
} Fact;

/* Counts the rows of @sql, in which ?1 is the section, ?2 the key, ?3 the value, and ?4 the source. */
static guint
count (const char *sql,
       const Fact *fact)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *all = g_strconcat (sql, " AND ?1 NOTNULL AND ?2 NOTNULL AND ?3 NOTNULL AND ?4 NOTNULL", NULL);
  g_autoptr (WhCursor) cursor = wh_database_prepare (database, all, &error);
  guint n;

  g_assert_no_error (error);
  wh_cursor_bind_text (cursor, 1, fact->section);
  wh_cursor_bind_text (cursor, 2, fact->key);
  wh_cursor_bind_text (cursor, 3, fact->value);
  wh_cursor_bind_text (cursor, 4, fact->source);
  g_assert_true (wh_cursor_next (cursor, &error));
  n = wh_cursor_get_uint (cursor, 0);
  g_assert_no_error (error);

  return n;
}

#define HERE "source = ?4 AND section = ?1"
#define LIBRARY "(SELECT id FROM library WHERE key = ?2)"
#define FOR_ROLE "?2 IN (SELECT o.role UNION SELECT role FROM learning_order_role WHERE order_id = o.id)"
#define ENGLISH(id) "(SELECT text FROM text WHERE text.id = " id " AND language = 'en')"
#define SLOT(priority)                                                                                  \
  "SELECT count (*) FROM priority_slot AS p WHERE p.role = ?2 AND " HERE " AND p.priority = '" priority \
  "' AND ?3 = (SELECT group_concat (l.key, '/' ORDER BY i.place) FROM priority_item AS i"               \
  " JOIN library AS l ON l.id = i.library_id WHERE i.slot_id = p.id)"

/* The nodes above a topic and itself. */
#define ABOVE                                                                             \
  "(WITH RECURSIVE up (id, parent_id, key) AS (SELECT id, parent_id, key FROM guide_node" \
  " WHERE key = ?2 UNION ALL SELECT n.id, n.parent_id, n.key FROM guide_node AS n"        \
  " JOIN up ON n.id = up.parent_id) SELECT key FROM up)"

/* The texts about something. */
#define SAID                                                                                         \
  "(SELECT title_text AS said, note_text AS more FROM guide_node WHERE key = ?2"                     \
  " UNION ALL SELECT text, NULL FROM advice WHERE key = ?2 AND " HERE                                \
  " UNION ALL SELECT coalesce (i.text, i.note_text), i.note_text FROM tier_item AS i JOIN tier AS t" \
  " ON t.id = i.tier_id WHERE t.key = ?2 AND coalesce (i.text, i.note_text) NOTNULL AND " HERE       \
  " UNION ALL SELECT text, NULL FROM statement WHERE library_id = " LIBRARY " AND " HERE             \
  " UNION ALL SELECT i.note_text, NULL FROM counterpart_library AS i JOIN counterpart AS c"          \
  " ON c.id = i.counterpart_id WHERE c.key = ?2 AND i.note_text NOTNULL AND " HERE                   \
  " UNION ALL SELECT situation_text, text FROM pick WHERE key = ?2 AND " HERE                        \
  " UNION ALL SELECT summary_text, requires_text FROM contribution WHERE library_id = " LIBRARY      \
  " AND summary_text NOTNULL)"

/* What is compared by its value. */
static const struct
{
  const char *kind;
  const char *sql;
} exact[] = {
  { "category", "SELECT count (*) FROM placement WHERE library_id = " LIBRARY " AND " HERE " AND category = ?3" },
  { "recommendation",
    "SELECT count (*) FROM rating WHERE library_id = " LIBRARY " AND " HERE " AND measure = 'recommendation' AND stars = 2 * ?3" },
  { "community", "SELECT count (*) FROM rating WHERE library_id = " LIBRARY " AND " HERE " AND measure = 'community' AND stars = 2 * ?3" },
  { "alias", "SELECT count (*) FROM alias WHERE library_id = " LIBRARY " AND alias = ?3" },
  /* What the source calls it finds it: its name, or an alias. */
  { "called",
    "SELECT count (*) FROM library AS l WHERE l.key = ?2 AND (l.name = ?3 COLLATE NOCASE"
    " OR EXISTS (SELECT 1 FROM alias WHERE library_id = l.id AND alias = ?3 COLLATE NOCASE))" },
  { "role-called",
    "SELECT count (*) FROM role AS r WHERE r.key = ?2 AND (EXISTS (SELECT 1 FROM role_alias WHERE role = r.key AND alias = ?3)"
    " OR EXISTS (SELECT 1 FROM text WHERE id = r.name_text AND text = ?3))" },
  { "kind", "SELECT count (*) FROM contribution WHERE library_id = " LIBRARY " AND kind = ?3" },
  { "standing", "SELECT count (*) FROM contribution WHERE library_id = " LIBRARY " AND standing = ?3" },
  /* "built-on numpy" */
  { "relation",
    "SELECT count (*) FROM relation AS r JOIN library AS o ON o.id = r.other_id"
    " WHERE r.library_id = " LIBRARY " AND " HERE " AND r.kind || ' ' || o.key = ?3" },
  { "place",
    "SELECT count (*) FROM ranking_library AS i JOIN ranking_place AS p ON p.id = i.ranking_place_id"
    " JOIN ranking AS r ON r.id = p.ranking_id"
    " WHERE i.library_id = " LIBRARY " AND " HERE " AND p.rank = CAST (?3 AS INTEGER)" },
  { "criterion",
    "SELECT count (*) FROM criterion AS c JOIN criteria_set AS s ON s.id = c.criteria_set_id"
    " WHERE s.key = ?2 AND " HERE " AND c.place = CAST (?3 AS INTEGER)" },
  { "order",
    "SELECT count (*) FROM learning_order AS o WHERE " FOR_ROLE " AND " HERE
    " AND ?3 = (SELECT group_concat (l.key, ' ' || o.connector || ' ' ORDER BY s.place) FROM learning_step AS s"
    " JOIN library AS l ON l.id = s.library_id WHERE s.order_id = o.id)" },
  { "P0", SLOT ("P0") },
  { "P1", SLOT ("P1") },
  { "P2", SLOT ("P2") },
  /* Of the comparison ?2: "row column stars", or "row column value". */
  { "cell",
    "SELECT count (*) FROM comparison AS k JOIN comparison_row AS r ON r.comparison_id = k.id"
    " JOIN comparison_cell AS c ON c.row_id = r.id WHERE k.key = ?2 AND " HERE
    " AND format ('%d %d %s', r.place, c.place, iif (c.stars NOTNULL, format ('%g', c.stars / 2.0), " ENGLISH ("c.value_text") ")) = ?3" },
  /* Of the library ?2: "http-clients sync", the row of the table and the side. */
  { "counterpart",
    "SELECT count (*) FROM counterpart_library AS i JOIN counterpart AS c ON c.id = i.counterpart_id"
    " WHERE i.library_id = " LIBRARY " AND " HERE " AND c.key || ' ' || i.side = ?3" },
  /* Of the library ?2: what is said of it in a situation. */
  { "pick",
    "SELECT min (count (*), 1) FROM pick_library AS i JOIN pick AS p ON p.id = i.pick_id"
    " WHERE i.library_id = " LIBRARY " AND " HERE " AND p.verdict = ?3" },
  /* Of the library or topic ?2: its horizon. */
  { "tier",
    "SELECT min (count (*), 1) FROM tier_item AS i JOIN tier AS t ON t.id = i.tier_id"
    " WHERE ?2 IN (SELECT key FROM library WHERE id = i.library_id UNION SELECT i.topic) AND " HERE " AND t.horizon = ?3" },
  /* Of the strategy ?2: "> 3", how its items are joined and how many there are. */
  { "strategy",
    "SELECT count (*) FROM strategy AS s WHERE s.key = ?2 AND " HERE
    " AND ?3 = s.connector || ' ' || (SELECT count (*) FROM strategy_item WHERE strategy_id = s.id)" },
  /* Of the topic ?2: the key of a node above it. */
  { "topic",
    "SELECT count (*) FROM " ABOVE " AS a WHERE a.key = ?3"
    " AND EXISTS (SELECT 1 FROM guide_node WHERE key = ?2 AND " HERE ")"
    " AND ?2 NOT IN (SELECT p.key FROM guide_node AS p"
    " JOIN guide_node AS c ON c.parent_id = p.id)" },
  { "topic-library", "SELECT count (*) FROM guide_node AS n JOIN library AS l ON l.id = n.library_id WHERE n.key = ?2 AND l.key = ?3" },
  { "emphasis", "SELECT count (*) FROM guide_node WHERE key = ?2 AND emphasis = ?3" },
  /* Of the section or group ?2: the key of the node that it is a part of. */
  { "under", "SELECT count (*) FROM guide_node AS n JOIN guide_node AS p ON p.id = n.parent_id WHERE n.key = ?2 AND p.key = ?3" },
  /* Of the strategy ?2: "1 asyncio", the place of a library. */
  { "strategy-item",
    "SELECT count (*) FROM strategy_item AS i JOIN strategy AS s ON s.id = i.strategy_id JOIN library AS l ON l.id = i.library_id"
    " WHERE s.key = ?2 AND " HERE " AND i.place || ' ' || l.key = ?3" },
  /* A name or figure that stands letter for letter, in every language, in what is said of ?2: a library, topic, advice or tier. */
  { "says", "SELECT min (count (*), 1) FROM " SAID " AS s WHERE NOT EXISTS (SELECT 1 FROM text AS t LEFT JOIN text AS m"
            " ON m.id = s.more AND m.language = t.language"
            " WHERE t.id = s.said AND instr (t.text || ' ' || coalesce (m.text, ''), ?3) = 0)" },
  /* The same in English alone, where another language has words of its own for it. */
  { "says-in-english", "SELECT min (count (*), 1) FROM " SAID " AS s WHERE instr (" ENGLISH ("s.said") " || ' '"
                                                                                                       " || coalesce (" ENGLISH ("s.more") ", ''), ?3)" },
  /* Of the comparison ?2: "row column", a cell that has nothing. */
  { "blank",
    "SELECT count (*) FROM comparison AS k JOIN comparison_row AS r ON r.comparison_id = k.id"
    " JOIN comparison_cell AS c ON c.row_id = r.id WHERE k.key = ?2 AND " HERE
    " AND coalesce (c.stars, c.value_text) ISNULL AND r.place || ' ' || c.place = ?3" },
  /* Of the library ?2: "http-clients sync", the row and the side that it has an example for. */
  { "pair", "SELECT count (*) FROM example WHERE library_id = " LIBRARY " AND " HERE " AND counterpart || ' ' || side = ?3" },
  /* Of the library or topic ?2: what stands in an example. */
  { "shows",
    "SELECT min (count (*), 1) FROM example WHERE (library_id = " LIBRARY " OR node_id = (SELECT id FROM guide_node WHERE key = ?2))"
    " AND " HERE " AND instr (code, ?3)" },
};

/* What is written anew in the catalogue can only be counted. */
static const struct
{
  const char *kind;
  const char *sql;
} counted[] = {
  { "summary", "SELECT count (*) FROM contribution WHERE library_id = " LIBRARY " AND summary_text NOTNULL" },
  { "requires", "SELECT count (*) FROM contribution WHERE library_id = " LIBRARY " AND requires_text NOTNULL" },
  { "example", "SELECT count (*) FROM example WHERE library_id = " LIBRARY " AND " HERE },
  { "topic-example", "SELECT count (*) FROM example AS e JOIN guide_node AS n ON n.id = e.node_id WHERE n.key = ?2" },
  { "topic-note", "SELECT count (*) FROM guide_node WHERE key = ?2 AND note_text NOTNULL" },
  { "comparison-note", "SELECT count (*) FROM comparison WHERE key = ?2 AND note_text NOTNULL AND " HERE },
  { "counterpart-note",
    "SELECT count (*) FROM counterpart AS c JOIN counterpart_library AS i ON i.counterpart_id = c.id"
    " WHERE c.key = ?2 AND " HERE " AND i.note_text NOTNULL" },
  /* ?2 is the kind: advice, principle, mistake, trend or claim; "offer" and the other verdicts for picks. */
  { "advice", "SELECT count (*) FROM advice WHERE kind = ?2 AND " HERE },
  /* Of the tier ?2: its lines, each with what it names. */
  { "tier-line",
    "SELECT count (*) FROM tier_item AS i JOIN tier AS t ON t.id = i.tier_id WHERE t.key = ?2 AND i.note_text NOTNULL AND " HERE },
  { "situation", "SELECT count (*) FROM pick WHERE verdict = ?2 AND " HERE },
  { "reason",
    "SELECT (SELECT count (*) FROM ranking_library AS i JOIN ranking_place AS p ON p.id = i.ranking_place_id"
    " JOIN ranking AS r ON r.id = p.ranking_id WHERE i.library_id = " LIBRARY " AND " HERE ")"
    " + (SELECT count (*) FROM learning_order AS o WHERE " FOR_ROLE " AND " HERE ") WHERE TRUE" },
};

static const char ratings_sql[] =
  "SELECT count (*) FROM rating WHERE library_id = " LIBRARY " AND " HERE " AND format ('%s %g', measure, stars / 2.0) = ?3";

static const char statements_sql[] =
  "SELECT count (*) FROM statement WHERE library_id = " LIBRARY " AND " HERE " AND kind = ?3";

static void
fact_free (Fact *self)
{
  g_free (self->section);
  g_free (self->key);
  g_free (self->kind);
  g_free (self->value);
  g_free (self->source);
  g_free (self);
}

/* Returns: (nullable): the fact that a line states; other lines are comments */
static Fact *
parse_fact (const char *line,
            const char *source)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", 4);
  Fact *fact;

  if (g_strv_length (fields) < 4 || *line == '#')
    return NULL;

  fact = g_new0 (Fact, 1);
  fact->section = g_strdup (fields[0]);
  fact->key = g_strdup (fields[1]);
  fact->kind = g_strdup (fields[2]);
  fact->value = g_strdup (fields[3]);
  fact->source = g_strdup (source);

  return fact;
}

static GPtrArray *
read_facts (const char *path)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify) fact_free);
  g_autofree char *text = NULL;
  g_autofree char *source = g_path_get_basename (path);
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_str_has_suffix (source, ".tsv"));
  source[strlen (source) - strlen (".tsv")] = '\0';
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      Fact *fact = parse_fact (lines[i], source);

      if (fact != NULL)
        g_ptr_array_add (facts, fact);
    }

  return g_steal_pointer (&facts);
}

/* Whether the fact stands in the catalogue, the @n-th of its kind on its key. */
static gboolean
is_stated (const Fact *fact,
           guint       n)
{
  Fact of_kind = *fact;

  for (guint i = 0; i < G_N_ELEMENTS (exact); i++)
    {
      if (g_str_equal (exact[i].kind, fact->kind))
        return count (exact[i].sql, fact) == 1;
    }

  if (g_str_equal (fact->kind, "rating"))
    return count (ratings_sql, fact) >= 1;

  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      if (g_str_equal (counted[i].kind, fact->kind))
        return count (counted[i].sql, fact) >= n;
    }

  of_kind.value = fact->kind;
  return count (statements_sql, &of_kind) >= n;
}

static void
test_bundle_states_every_fact (gconstpointer data)
{
  const char *path = data;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) facts = read_facts (path);

  g_assert_cmpuint (facts->len, >, 50);

  for (guint i = 0; i < facts->len; i++)
    {
      const Fact *fact = g_ptr_array_index (facts, i);
      char       *kind = g_strjoin ("\t", fact->section, fact->key, fact->kind, NULL);
      guint       n = GPOINTER_TO_UINT (g_hash_table_lookup (seen, kind)) + 1;

      g_hash_table_insert (seen, kind, GUINT_TO_POINTER (n));

      if (!is_stated (fact, n))
        {
          g_test_message ("%s: not in the catalogue: %s, %s, %s: %s", path,
                          fact->section, fact->key, fact->kind, fact->value);
          g_test_fail ();
        }
    }
}

/* A test that takes every line would prove nothing: what no document says is not stated. */
static void
test_bundle_knows_what_is_not_there (void)
{
  static const Fact wrong[] = {
    { (char *) "areas", (char *) "fastapi", (char *) "category", (char *) "web/websocket", (char *) "survey" },
    { (char *) "areas", (char *) "fastapi", (char *) "strength", (char *) "fast", (char *) "survey" },
    { (char *) "areas", (char *) "no-such-library", (char *) "summary", (char *) "nothing", (char *) "survey" },
    { (char *) "asgi-analysis", (char *) "uvicorn", (char *) "recommendation", (char *) "4", (char *) "survey" },
    { (char *) "priority-matrix", (char *) "backend", (char *) "P0", (char *) "django", (char *) "survey" },
    { (char *) "containers", (char *) "checklist.rolling-update-limits", (char *) "says", (char *) "maxSurge 20%", (char *) "checklist" },
    { (char *) "concurrency", (char *) "checklist-io-bound", (char *) "strategy-item", (char *) "1 threading", (char *) "checklist" },
    { (char *) "nosql", (char *) "checklist.document-databases", (char *) "under", (char *) "checklist.caching", (char *) "checklist" },
    { (char *) "theano", (char *) "theano", (char *) "says-in-english", (char *) "2006", (char *) "profiles" },
    { (char *) "mvc", (char *) "web-frameworks.reenskaug", (char *) "says-in-english", (char *) "1979", (char *) "profiles" },
    { (char *) "mvc", (char *) "profiles.mvc-1978", (char *) "says-in-english", (char *) "1979", (char *) "profiles" },
    { (char *) "counterparts", (char *) "redis", (char *) "counterpart", (char *) "redis async", (char *) "sync-async" },
    { (char *) "examples", (char *) "aiohttp", (char *) "pair", (char *) "http-clients sync", (char *) "sync-async" },
    { (char *) "performance", (char *) "async-performance", (char *) "cell", (char *) "3 4 5", (char *) "asyncio-guide" },
    { (char *) "performance", (char *) "async-performance", (char *) "blank", (char *) "3 4", (char *) "asyncio-guide" },
    { (char *) "task-queue", (char *) "asyncio-guide.bounded-queue", (char *) "says-in-english", (char *) "0.5 to 3 s", (char *) "asyncio-guide" },
    { (char *) "error-handling", (char *) "asyncio-guide.shield", (char *) "shows", (char *) "asyncio.timeout", (char *) "asyncio-guide" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (is_stated (&wrong[i], 1));
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
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (wh_database_check (database, &problems, &notes, &error));
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

/* Chapters, sections, groups and topics. */
static void
test_bundle_has_the_checklist (void)
{
  static const char   levels[] = "WITH RECURSIVE down (id, level) AS (SELECT id, 1 FROM guide_node WHERE parent_id ISNULL"
                                 " AND guide_id = (SELECT id FROM guide WHERE key = 'checklist') UNION ALL"
                                 " SELECT n.id, level + 1 FROM guide_node AS n JOIN down ON n.parent_id = down.id)"
                                 " SELECT count (*) FROM down WHERE level = ";
  static const gint64 counts[] = { 8, 28, 77, 224, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *sql = g_strdup_printf ("%s%u", levels, i + 1);

      assert_count (sql, counts[i]);
    }
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
  g_assert_cmpint (argc, >=, 3);

  database = wh_database_open (argv[1], WH_DATABASE_READ_ONLY, &error);
  g_assert_no_error (error);

  for (int i = 2; i < argc; i++)
    {
      g_autofree char *name = g_path_get_basename (argv[i]);
      g_autofree char *path = g_strconcat ("/bundle/states-every-fact/", name, NULL);

      g_test_add_data_func (path, argv[i], test_bundle_states_every_fact);
    }

  g_test_add_func ("/bundle/knows-what-is-not-there", test_bundle_knows_what_is_not_there);
  g_test_add_func ("/bundle/speaks-all-languages", test_bundle_speaks_all_languages);
  g_test_add_func ("/bundle/holds-together", test_bundle_holds_together);
  g_test_add_func ("/bundle/has-the-matrix", test_bundle_has_the_matrix);
  g_test_add_func ("/bundle/has-the-checklist", test_bundle_has_the_checklist);
  g_test_add_func ("/bundle/has-words", test_bundle_has_words);

  g_assert_cmpint (g_test_run (), ==, 0);
  g_assert_finalize_object (database);
  return 0;
}
