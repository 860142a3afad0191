/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-database-private.h"
#include "wh-problem.h"

#include "every-subject.h"

/* What is done to a sound catalogue, and what must be said of it. */
typedef struct
{
  const char *damage;
  const char *kind;
  const char *entry;   /* (nullable) */
  const char *message; /* the first problem, or what it begins with */
} Case;

#define IMPORT "INSERT INTO collection VALUES (2, 'import', 'one');"

static const Case references[] = {
  { "UPDATE placement SET category = 'x' WHERE category = 'web'", "reference", "library/django",
    "Library “django”: the category “x” does not exist" },
  { "UPDATE category SET parent = 'x' WHERE key = 'web/frameworks'", "reference", "category/web/frameworks",
    "Category “web/frameworks”: the category “x” does not exist" },
  { "UPDATE rating SET measure = 'x' WHERE criteria NOTNULL", "reference", "library/django", "Library “django”: the measure “x” does not exist" },
  { "UPDATE rating SET criteria = 'x' WHERE criteria NOTNULL", "reference", "library/django", "Library “django”: the criteria “x” do not exist" },
  { "UPDATE ranking SET criteria = 'x'", "reference", "ranking/r", "Ranking “r”: the criteria “x” do not exist" },
  { "UPDATE comparison_row SET measure = 'x'", "reference", "comparison/c", "Comparison “c”: the measure “x” does not exist" },
  { "UPDATE priority_slot SET role = 'x'", "reference", "role/x", "Role “x”: the role “x” does not exist" },
  { "UPDATE learning_order SET role = 'x'", "reference", "order/o", "Learning order “o”: the role “x” does not exist" },
  { "UPDATE learning_order_role SET role = 'x'", "reference", "order/o", "Learning order “o”: the role “x” does not exist" },
  { "UPDATE statement SET source = 'x'", "reference", "library/django", "Library “django”: the source “x” does not exist" },
  { "UPDATE contribution SET standing_source = 'x', standing_section = NULL WHERE standing_source NOTNULL",
    "reference", "library/django", "Library “django”: the source “x” does not exist" },
  { "UPDATE placement SET section = 'x' WHERE section NOTNULL", "reference", "library/django",
    "Library “django”: the section “survey#x” does not exist" },
  { "UPDATE contribution SET standing_section = 'x' WHERE standing_section NOTNULL", "reference", "library/django",
    "Library “django”: the section “survey#x” does not exist" },
  { "UPDATE source_section SET source = 'x'", "reference", "section/x#areas", "Section “x#areas”: the source “x” does not exist" },
  { "UPDATE strategy SET topic = 'x'", "reference", "strategy/st", "Strategy “st”: the topic “x” does not exist" },
  { "UPDATE advice SET topic = 'x'", "reference", "advice/a", "Advice “a”: the topic “x” does not exist" },
  { "UPDATE tier_item SET topic = 'x' WHERE topic NOTNULL", "reference", "tier/t", "Tier “t”: the topic “x” does not exist" },
  { "UPDATE example SET counterpart = 'x' WHERE counterpart NOTNULL", "reference", "library/django",
    "Library “django”: the counterparts “x” do not exist" },
  { "UPDATE example SET source = 'x' WHERE node_id NOTNULL", "reference", "topic/leaf", "Topic “leaf”: the source “x” does not exist" },
  { "UPDATE relation SET other_id = 99", "reference", "library/django", "Library “django”: the library “99” is not in the catalogue" },
  { "INSERT INTO library VALUES (99, 'gone', 'Gone'); UPDATE pick_library SET library_id = 99", "reference", "pick/p",
    "Quick pick “p”: the library “gone” is not in the catalogue" },
  { "UPDATE ranking_library SET library_id = 99 WHERE place = 1", "reference", "ranking/r",
    "Ranking “r”: the library “99” is not in the catalogue" },
  { "UPDATE ranking_place SET label_text = 99", "reference", "ranking/r", "Ranking “r”: its text “label” does not exist" },
  { "UPDATE comparison_cell SET value_text = 99 WHERE value_text NOTNULL", "reference", "comparison/c",
    "Comparison “c”: its text “value” does not exist" },
  { "UPDATE guide_node SET title_text = 99 WHERE key = 'leaf'", "reference", "topic/leaf", "Topic “leaf”: its text “title” does not exist" },
  { "UPDATE criterion SET text = 99 WHERE place = 1", "reference", "criteria_set/s", "Criteria “s”: its text “text” does not exist" },
  { "UPDATE word SET text = 99", "reference", "word/priority/P0", "Word “priority/P0”: its text “text” does not exist" },
  { IMPORT "UPDATE relation SET collection = 2, other_id = 99", "reference", "library/django",
    "Library “django”: the library “99” is not in the catalogue" },
  { "UPDATE tier_item SET tier_id = 99", "reference", NULL, "A row of the table “tier_item” refers to one of “tier” that does not exist" },
  { "INSERT INTO plan_item (plan_id, key, place, added_at) VALUES (99, 'flask', 1, 1)", "reference", NULL,
    "A row of the table “plan_item” refers to one of “plan” that does not exist" },
  { "UPDATE contribution SET kind = 'animal' WHERE standing_by_id NOTNULL", "reference", "library/django",
    "Library “django”: there is no such kind: “animal”" },
  { "UPDATE contribution SET standing = 'odd' WHERE standing_by_id NOTNULL", "reference", "library/django",
    "Library “django”: there is no such standing: “odd”" },
  { "UPDATE priority_slot SET priority = 'P9'", "reference", "role/backend", "Role “backend”: there is no such priority: “P9”" },
  { "UPDATE tier SET horizon = 'never'", "reference", "tier/t", "Tier “t”: there is no such horizon: “never”" },
  { "UPDATE category SET parent = key WHERE key = 'web'", "reference", "category/web", "Category “web” stands below itself" },
  { "UPDATE guide_node SET parent_id = id WHERE key = 'chapter'", "reference", "topic/chapter", "Topic “chapter” stands below itself" },
  { "UPDATE renamed_key SET new_key = 'x'", "reference", "renamed/djngo", "Former key “djngo”: what it was renamed to, “x”, does not exist" },
  { "INSERT INTO renamed_key (collection, old_key, new_key) VALUES (1, 'a', 'b'), (1, 'b', 'a')", "reference", "renamed/a",
    "Former key “a”: what it was renamed to, “b”, does not exist" },
};

static const Case coverage[] = {
  { "UPDATE contribution SET summary_text = NULL WHERE standing_by_id NOTNULL", "coverage", "library/django",
    "Library “django” has no summary" },
  { "INSERT INTO library VALUES (99, 'lost', 'Lost');"
    "INSERT INTO contribution (library_id, collection, kind, summary_text, source)"
    " SELECT 99, 1, 'library', summary_text, 'survey' FROM contribution LIMIT 1",
    "coverage", "library/lost", "Library “lost” has no category and stands on no list" },
  { "DELETE FROM criterion", "coverage", "criteria_set/s", "Criteria “s”: nothing stands in it" },
  { "DELETE FROM tier_item", "coverage", "tier/t", "Tier “t”: nothing stands in it" },
  { "DELETE FROM strategy_item", "coverage", "strategy/st", "Strategy “st”: nothing stands in it" },
  { "DELETE FROM ranking_library; DELETE FROM ranking_place", "coverage", "ranking/r", "Ranking “r”: nothing stands in it" },
  { "DELETE FROM comparison_cell; DELETE FROM comparison_row", "coverage", "comparison/c", "Comparison “c”: nothing stands in it" },
  { "INSERT INTO guide (id, collection, key, title_text, source, place) SELECT 99, 1, 'h', title_text, source, 2 FROM guide",
    "coverage", "guide/h", "Guide “h”: nothing stands in it" },
  { "DELETE FROM learning_step", "coverage", "order/o", "Learning order “o”: no library stands in it" },
  { "DELETE FROM counterpart_library", "coverage", "counterpart/web", "Counterparts “web”: no library stands in it" },
  { "DELETE FROM pick_library; UPDATE pick SET text = NULL", "coverage", "pick/p", "Quick pick “p”: no library stands in it" },
  { "DELETE FROM priority_item", "coverage", "role/backend", "Role “backend”: no library stands in a slot of P0" },
  { "DELETE FROM ranking_library", "coverage", "ranking/r", "Ranking “r”: no library stands on place 1" },
  { "DELETE FROM comparison_cell WHERE stars ISNULL", "coverage", "comparison/c",
    "Comparison “c”: row 1 has not a cell for each subject" },
  { "UPDATE ranking_place SET rank = 2", "coverage", "ranking/r", "Ranking “r”: there is a gap before place 2" },
  /* The first place is shared by two: the next one is the second or the third. */
  { "INSERT INTO ranking_place (id, collection, ranking_id, rank, reason_text, place) SELECT 99, 1, ranking_id, 4, reason_text, 2"
    " FROM ranking_place; INSERT INTO ranking_library (collection, ranking_place_id, library_id, place)"
    " SELECT 1, 99, library_id, 1 FROM ranking_library LIMIT 1",
    "coverage", "ranking/r", "Ranking “r”: there is a gap before place 4" },
};

static const Case languages[] = {
  { "DELETE FROM text WHERE language = 'zh_CN' AND text = '译Large'", "language", "library/django",
    "Library “django”: its text “summary” is missing in zh_CN: “Large”" },
  { "UPDATE text SET text = ' ' WHERE language = 'en' AND text = 'Best' AND id IN (SELECT text FROM statement)",
    "language", "library/django", "Library “django”: its text “text” is missing in en: “译Best”" },
  { "DELETE FROM text WHERE language = 'zh_CN' AND text = '译not checked'", "language", "library/django",
    "Library “django”: its text “flag_checked” is missing in zh_CN: “not checked”" },
  { "UPDATE text SET text = '' WHERE text GLOB '*Leaf'", "language", "topic/leaf", "Topic “leaf”: its text “title” is empty" },
  { "DELETE FROM text WHERE language = 'zh_CN' AND text = '译Slow'", "language", "comparison/c",
    "Comparison “c”: its text “value” is missing in zh_CN: “Slow”" },
  { "DELETE FROM text WHERE language = 'zh_CN' AND text = '译Run'", "language", "topic/leaf",
    "Topic “leaf”: its text “title” is missing in zh_CN: “Run”" },
  { "DELETE FROM text WHERE language = 'zh_CN' AND text = '译P0'", "language", "word/priority/P0",
    "Word “priority/P0”: its text “text” is missing in zh_CN: “P0”" },
};

static const Case mine[] = {
  { "INSERT INTO user_status VALUES ('flask', 1, 'dreamt', 1)", "mine", "mine/flask",
    "Your status of “flask” is “dreamt”, which is not a status" },
};

static const Case notes[] = {
  { "INSERT INTO user_rating VALUES ('vanished', 7, 1)", "mine", "mine/vanished",
    "What you have on “vanished” is kept; the catalogue does not have it any more" },
  { "INSERT INTO user_note VALUES ('vanished', 'mine', 1)", "mine", "mine/vanished", "What you have on “vanished” is kept; " },
  { "INSERT INTO user_status VALUES ('vanished', 1, 'learnt', 1)", "mine", "mine/vanished", "What you have on “vanished” is kept; " },
  { "INSERT INTO plan_item (plan_id, key, place, added_at) VALUES (1, 'vanished', 1, 1)", "mine", "mine/vanished",
    "What you have on “vanished” is kept; " },
  { "UPDATE plan SET title = 'Job', role = 'x'", "mine", "plan/Job",
    "Plan “Job” is for the role “x”, which the catalogue does not have any more" },
  { IMPORT "INSERT INTO placement (library_id, id, collection, category, source, place)"
           " SELECT library_id, 8589934593, 2, 'x', 'survey', 1 FROM contribution LIMIT 1",
    "reference", "library/flask", "Library “flask”: the category “x” does not exist" },
  { IMPORT "INSERT INTO library VALUES (99, 'gone', 'Gone');"
           "INSERT INTO relation (library_id, id, collection, kind, other_id, source, place)"
           " SELECT library_id, 8589934593, 2, 'rival-of', 99, 'survey', 1 FROM contribution LIMIT 1",
    "reference", "library/flask", "Library “flask”: the library “gone” is not in the catalogue" },
  { "INSERT INTO source (collection, key, title_text, language, place) SELECT 1, 'idle', title_text, 'en', 2 FROM source",
    "coverage", "source/idle", "Source “idle”: nothing in the catalogue comes from it" },
  { "INSERT INTO source_section (collection, source, key, title_text, place) SELECT 1, 'survey', 'idle', title_text, 2 FROM source",
    "coverage", "section/survey#idle", "Section “survey#idle”: nothing in the catalogue comes from it" },
};

/* What is no problem, and not even worth a note. */
static const char *const sound[] = {
  "SELECT 1",
  "INSERT INTO user_rating VALUES ('flask', 7, 1), ('leaf', 6, 1), ('djngo', 5, 1)",
  "UPDATE plan SET role = 'backend'",
  "INSERT INTO renamed_key (collection, old_key, new_key) VALUES (1, 'older', 'djngo')",
  "INSERT INTO ranking_place (id, collection, ranking_id, rank, reason_text, place) SELECT 99, 1, ranking_id, 3, reason_text, 2"
  " FROM ranking_place; INSERT INTO ranking_library (collection, ranking_place_id, library_id, place)"
  " SELECT 1, 99, library_id, 1 FROM ranking_library LIMIT 1",
  /* An import in one language need not speak those of the bundle, nor have a summary for what the bundle has. */
  IMPORT
  "INSERT INTO text VALUES (8589934593, 'de', 'Groß', 2);"
  "INSERT INTO contribution (library_id, collection, kind, requires_text, source) SELECT library_id, 2, 'library', 8589934593, 'survey'"
  " FROM contribution LIMIT 1",
};

static void
check (WhDatabase *database,
       GPtrArray **problems,
       GPtrArray **noted)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (wh_database_check (database, problems, noted, &error));
  g_assert_no_error (error);
}

static WhDatabase *
open_damaged (const char *damage)
{
  WhDatabase *database = every_subject_open (":memory:");
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", damage);
  wh_database_exec (database, "PRAGMA foreign_keys = OFF", &error);
  g_assert_no_error (error);
  wh_database_exec (database, damage, &error);
  g_assert_no_error (error);

  return database;
}

static void
assert_case (const Case *expected,
             GPtrArray  *found)
{
  const WhProblem *problem;

  g_assert_cmpuint (found->len, >, 0);
  problem = g_ptr_array_index (found, 0);
  g_test_message ("%s", problem->message);
  g_assert_cmpstr (problem->kind, ==, expected->kind);
  g_assert_cmpstr (problem->entry, ==, expected->entry);
  g_assert_true (g_str_has_prefix (problem->message, expected->message));
}

static void
assert_problems (const Case *cases,
                 guint       n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr (WhDatabase) database = open_damaged (cases[i].damage);
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (GPtrArray) noted = NULL;

      check (database, &problems, &noted);
      assert_case (&cases[i], problems);
    }
}

static void
test_references (void)
{
  assert_problems (references, G_N_ELEMENTS (references));
}

static void
test_coverage (void)
{
  assert_problems (coverage, G_N_ELEMENTS (coverage));
}

static void
test_languages (void)
{
  assert_problems (languages, G_N_ELEMENTS (languages));
}

static void
test_mine (void)
{
  assert_problems (mine, G_N_ELEMENTS (mine));
}

static void
test_notes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autoptr (WhDatabase) database = open_damaged (notes[i].damage);
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (GPtrArray) noted = NULL;

      check (database, &problems, &noted);
      g_assert_cmpuint (problems->len, ==, 0);
      g_assert_cmpuint (noted->len, ==, 1);
      assert_case (&notes[i], noted);
    }
}

static void
test_sound (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sound); i++)
    {
      g_autoptr (WhDatabase) database = open_damaged (sound[i]);
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (GPtrArray) noted = NULL;

      check (database, &problems, &noted);
      for (guint j = 0; j < problems->len; j++)
        g_test_message ("%s", ((WhProblem *) problems->pdata[j])->message);
      g_assert_cmpuint (problems->len, ==, 0);
      g_assert_cmpuint (noted->len, ==, 0);
    }
}

static const struct
{
  const char *find;  /* columns of a kind, as (table, column) */
  const char *value; /* that breaks one */
} column_kinds[] = {
  { "SELECT m.name, c.name FROM sqlite_schema AS m JOIN pragma_table_info (m.name) AS c WHERE m.type = 'table'"
    " AND m.name NOT IN ('text', 'collection') AND m.name NOT GLOB 'user_*' AND (c.name = 'text' OR c.name GLOB '*_text')",
    "4711" },
  { "SELECT m.name, c.name FROM sqlite_schema AS m JOIN pragma_table_info (m.name) AS c WHERE m.type = 'table'"
    " AND c.name IN ('source', 'standing_source')",
    "'nowhere'" },
  { "SELECT m.name, f.\"from\" FROM sqlite_schema AS m JOIN pragma_foreign_key_list (m.name) AS f WHERE m.type = 'table'"
    " AND f.\"table\" = 'library' AND m.name <> 'contribution'",
    "4711" },
};

/* A problem in any column of any table is found, and said of an entry. */
static void
assert_every_column (guint kind)
{
  g_autoptr (WhDatabase) database = every_subject_open (":memory:");
  g_autoptr (WhCursor) cursor = wh_database_prepare (database, column_kinds[kind].find, NULL);
  guint n_columns = 0;

  g_assert_nonnull (cursor);

  for (; wh_cursor_next (cursor, NULL); n_columns++)
    {
      g_autofree char *damage = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = %s", wh_cursor_get_text (cursor, 0),
                                                 wh_cursor_get_text (cursor, 1), column_kinds[kind].value);
      g_autoptr (WhDatabase) damaged = open_damaged (damage);
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (GPtrArray) noted = NULL;

      check (damaged, &problems, &noted);
      g_assert_cmpuint (problems->len, >, 0);
      /* A row without its library has no entry. */
      if (!g_str_has_suffix (wh_cursor_get_text (cursor, 1), "_id"))
        g_assert_nonnull (strchr (((WhProblem *) problems->pdata[0])->entry, '/'));
    }

  g_assert_cmpuint (n_columns, >, 10);
}

static void
test_every_column (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (column_kinds); i++)
    assert_every_column (i);
}

/* Nobody reads a problem for every row. */
static void
test_no_more_than_anyone_reads (void)
{
  g_autoptr (WhDatabase) database =
    open_damaged ("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)"
                  " INSERT INTO user_status SELECT 'k' || i, 1, 'dreamt', 1 FROM n");
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) noted = NULL;

  check (database, &problems, &noted);
  g_assert_cmpuint (problems->len, ==, WH_PROBLEMS_MAX);
  g_assert_cmpuint (noted->len, ==, WH_PROBLEMS_MAX);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/check/references", test_references);
  g_test_add_func ("/check/coverage", test_coverage);
  g_test_add_func ("/check/languages", test_languages);
  g_test_add_func ("/check/mine", test_mine);
  g_test_add_func ("/check/notes", test_notes);
  g_test_add_func ("/check/sound", test_sound);
  g_test_add_func ("/check/every-column", test_every_column);
  g_test_add_func ("/check/no-more-than-anyone-reads", test_no_more_than_anyone_reads);

  return g_test_run ();
}
