/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-bundle.h"
#include "wh-topic-search.h"

/* Two guides, of which the second comes first in the alphabet; "tasks" has topics, so it is none. */
static const char guides_sql[] =
  "INSERT INTO text VALUES (1, 'en', 'Guide', 1), (2, 'en', 'Tasks', 1), (2, 'zh_CN', '任务', 1),"
  " (3, 'en', 'Create a Task', 1), (3, 'zh_CN', '创建任务', 1), (3, 'zh_TW', '建立任務', 1),"
  " (4, 'en', 'Task', 1), (5, 'en', 'Time-outs', 1), (6, 'en', 'Every task may be given one', 1), (6, 'zh_CN', '异步任务的期限', 1),"
  " (7, 'en', 'Talking HTTP', 1), (7, 'zh_CN', '异步 HTTP', 1), (8, 'en', 'Multitasking', 1), (9, 'en', 'One and\ntwo', 1);"
  "INSERT INTO source VALUES (1, 1, 'survey', 1, NULL, 'en', 1);"
  "INSERT INTO guide VALUES (1, 1, 'zebra', 1, NULL, 'survey', NULL, 1), (2, 1, 'ant', 1, NULL, 'survey', NULL, 2);"
  "INSERT INTO guide_node (id, collection, guide_id, parent_id, key, title_text, note_text, library_id, place) VALUES"
  " (1, 1, 1, NULL, 'zebra.tasks', 2, NULL, NULL, 1), (2, 1, 1, 1, 'zebra.create', 3, NULL, NULL, 1),"
  " (3, 1, 1, 1, 'zebra.time-outs', 5, 6, NULL, 2), (4, 1, 1, NULL, 'zebra.http', 7, NULL, 1, 2),"
  " (5, 1, 2, NULL, 'ant.task', 4, NULL, NULL, 1), (6, 1, 2, NULL, 'ant.multi', 8, NULL, NULL, 2),"
  " (7, 1, 2, NULL, 'ant.lines', 9, NULL, NULL, 3)";

typedef struct
{
  char         *folder;
  WhTopicIndex *index;
} Fixture;

static WhTopicIndex *
build_index (Fixture    *fixture,
             const char *sql)
{
  static const char *const libraries[] = { "aiohttp", NULL };
  g_autofree char         *path = g_build_filename (fixture->folder, "bundle.sqlite", NULL);
  g_autoptr (WhDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  WhTopicIndex *index;

  make_bundle (path, "one", 1, libraries, sql);
  database = wh_database_open (path, WH_DATABASE_READ_ONLY, &error);
  g_assert_no_error (error);
  index = wh_topic_index_build (database, &error);
  g_assert_no_error (error);

  return index;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = make_folder ();
  fixture->index = build_index (fixture, guides_sql);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  wh_topic_index_free (fixture->index);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

/* @expected: "0:zebra.create 4:ant.task": how well, and what */
static void
assert_found (WhTopicIndex *index,
              const char   *text,
              const char   *expected)
{
  g_autoptr (GArray) found = wh_topic_index_search (index, text);
  g_autoptr (GString) told = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const WhFoundTopic *topic = &g_array_index (found, WhFoundTopic, i);

      g_string_append_printf (told, "%s%d:%s", i > 0 ? " " : "", topic->match, topic->key);
    }

  g_assert_cmpstr (told->str, ==, expected);
}

static void
test_names_before_notes (Fixture      *fixture,
                         gconstpointer data)
{
  assert_found (fixture->index, "task", "0:ant.task 2:zebra.create 3:ant.multi 4:zebra.time-outs");
  assert_found (fixture->index, "time", "1:zebra.time-outs");
  assert_found (fixture->index, "a", "1:zebra.http 2:zebra.create 2:ant.lines 3:ant.task 3:ant.multi 4:zebra.time-outs");
}

static void
test_any_language (Fixture      *fixture,
                   gconstpointer data)
{
  assert_found (fixture->index, "创建任务", "0:zebra.create");
  assert_found (fixture->index, "任務", "3:zebra.create");
  assert_found (fixture->index, "异步", "1:zebra.http 4:zebra.time-outs");
  assert_found (fixture->index, "ＴＡＳＫ", "0:ant.task 2:zebra.create 3:ant.multi 4:zebra.time-outs");
}

static void
test_every_word (Fixture      *fixture,
                 gconstpointer data)
{
  assert_found (fixture->index, "异步 http", "0:zebra.http");
  assert_found (fixture->index, "http 异步", "2:zebra.http");
  assert_found (fixture->index, "create 任务", "3:zebra.create");
  assert_found (fixture->index, "task zzzz", "");
  assert_found (fixture->index, "and two", "2:ant.lines");
  assert_found (fixture->index, "", "");
  assert_found (fixture->index, " \t\n", "");
  assert_found (fixture->index, "\xff%s<b>", "");
}

static void
test_library (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GArray) by_title = wh_topic_index_search (fixture->index, "talking");
  g_autoptr (GArray) by_library = wh_topic_index_search (fixture->index, "aiohttp");

  g_assert_cmpuint (by_title->len, ==, 1);
  g_assert_cmpstr (g_array_index (by_title, WhFoundTopic, 0).library, ==, "aiohttp");
  g_assert_cmpuint (by_library->len, ==, 1);
  g_assert_cmpstr (g_array_index (by_library, WhFoundTopic, 0).key, ==, "zebra.http");
}

/* What several collections define counts once, as the first has it. */
static void
test_collections (Fixture      *fixture,
                  gconstpointer data)
{
  static const char sql[] =
    "INSERT INTO collection VALUES (2, 'import', '');"
    "INSERT INTO text VALUES (1, 'en', 'Guide', 1), (2, 'en', 'Loops', 1), (3, 'en', 'Loops anew', 2), (4, 'en', 'Mine', 2);"
    "INSERT INTO guide VALUES (1, 2, 'guide', 1, NULL, 'survey', NULL, 1), (2, 1, 'guide', 1, NULL, 'survey', NULL, 1);"
    "INSERT INTO guide_node (id, collection, guide_id, key, title_text, place) VALUES"
    " (1, 2, 1, 'guide.loops', 3, 1), (2, 1, 2, 'guide.loops', 2, 1), (3, 2, 1, 'guide.mine', 4, 2)";
  g_autoptr (WhTopicIndex) index = build_index (fixture, sql);

  assert_found (index, "loops", "0:guide.loops");
  assert_found (index, "anew", "");
  assert_found (index, "mine", "0:guide.mine");
}

static void
test_no_guides (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (WhTopicIndex) index = build_index (fixture, "");

  assert_found (index, "task", "");
}

#define ADD(name, func) g_test_add ("/topic-search/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("names-before-notes", test_names_before_notes);
  ADD ("any-language", test_any_language);
  ADD ("every-word", test_every_word);
  ADD ("library", test_library);
  ADD ("collections", test_collections);
  ADD ("no-guides", test_no_guides);

  return g_test_run ();
}
