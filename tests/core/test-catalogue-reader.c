/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "wh-catalogue-reader.h"
#include "wh-catalogue-store.h"

#include "every-subject.h"

/* A library of which the case says the rest; it begins on line 2. */
#define LIBRARY(rest)             \
  "{\"libraries\": [\n"           \
  "  { \"key\": \"django\",\n"    \
  "    \"name\": \"Django\",\n"   \
  "    \"kind\": \"library\",\n"  \
  "    \"summary\": \"Large\",\n" \
  "    \"source\": \"survey\",\n" \
  "    " rest " }\n"              \
  "]}\n"

typedef struct
{
  const char *name;
  const char *json;
  const char *problem; /* the only one */
} Case;

static const Case cases[] = {
  { "syntax", "{\"libraries\": [\n  {\"key\" 1}\n]}",
    "case.json:2: Parse error: unexpected string constant \"key\", expected character `:'" },
  { "empty-file", "", "case.json:1: JSON data must not be empty" },
  { "not-utf8", "{\n\"words\": \"\xff\"}", "case.json:2: not valid UTF-8" },
  { "doubled-member", "{\n\"words\": [],\n\"words\": []}", "case.json:3: “words” stands here twice" },
  { "no-object", "[]", "case.json:1: must be one object with lists of entries" },
  { "unknown-part", "{\n\n\"libary\": []}", "case.json:3: libary: a catalogue has no such part; there are: sources, categories, criteria_sets, measures, "
                                            "libraries, roles, rankings, comparisons, counterparts, tiers, picks, strategies, advice, guides, words" },
  { "no-list", "{\n\"libraries\": {}}", "case.json:2: libraries: must be a list of entries" },
  { "no-entry", "{\"libraries\": [\n7]}", "case.json:2: libraries: entry 1 must be an object" },
  { "unknown-member", LIBRARY ("\"sumary\": \"x\""),
    "case.json:7: library “django”: there is no member “sumary” here; there are: key, name, kind, common_word, "
    "aliases, renamed_from, install, imports, homepage, requires, concurrency, standing, standing_by, standing_reason, "
    "standing_source, summary, categories, ratings, statements, relations, examples, source" },
  { "missing-member",
    "{\"libraries\": [\n{\"key\": \"x\", \"name\": \"X\", \"kind\": \"tool\", \"source\": \"survey\"}]}",
    "case.json:2: library “x”: “summary” is missing" },
  { "no-key", "{\"words\": [\n{\"text\": \"x\"}]}", "case.json:2: words 1: “key” is missing" },
  { "bad-key", "{\"measures\": [\n{\"key\": \"Two Words\", \"name\": \"x\"}]}",
    "case.json:2: measure “Two Words”: “Two Words” is no key: it may have a-z, 0-9, and . _ - within" },
  { "doubled-key",
    "{\"measures\": [\n{\"key\": \"speed\", \"name\": \"x\"},\n{\"key\": \"speed\", \"name\": \"y\"}]}",
    "case.json:3: measure “speed”: the measure “speed” is there already: case.json:2" },
  { "doubled-library",
    "{\"libraries\": [\n"
    "{\"key\": \"flask\", \"name\": \"X\", \"kind\": \"tool\", \"summary\": \"x\", \"source\": \"survey\"}]}",
    "case.json:2: library “flask”: the library “flask” is there already: base.json:5" },
  { "category-without-parent", "{\"categories\": [\n{\"key\": \"data/analysis\", \"name\": \"x\"}]}",
    "case.json:2: category “data/analysis”: there is no category “data” above it" },
  { "wrong-type", LIBRARY ("\"homepage\": 7"), "case.json:7: library “django”: “homepage” must be a text" },
  { "null", LIBRARY ("\"homepage\": null"), "case.json:7: library “django”: “homepage” must be a text" },
  { "boolean", LIBRARY ("\"common_word\": 1"), "case.json:7: library “django”: “common_word” must be true or false" },
  { "url", LIBRARY ("\"homepage\": \"javascript:alert(1)\""),
    "case.json:7: library “django”: “homepage” is no web address: “javascript:alert(1)”" },
  { "package", LIBRARY ("\"install\": \"django; rm -r ~\""),
    "case.json:7: library “django”: “install” is no package that pip could install: “django; rm -r ~”" },
  { "module", LIBRARY ("\"imports\": [\"django\",\n \"django-core\"]"),
    "case.json:8: library “django”: imports 2: “module” is no module that Python could import: “django-core”" },
  { "choice", LIBRARY ("\"concurrency\": \"threads\""),
    "case.json:7: library “django”: “concurrency” cannot be “threads”; it may be: sync, async, both" },
  { "category-not-there", LIBRARY ("\"categories\": [\"web\",\n \"web/framework\"]"),
    "case.json:8: library “django”: categories 2: “category” names the category “web/framework”, which is not there" },
  { "listed-twice", LIBRARY ("\"categories\": [\"web\", \"web\"]"),
    "case.json:7: library “django”: categories 2: “web” stands in this list twice" },
  { "placed-twice", LIBRARY ("\"categories\": [\"web\",\n { \"category\": \"web\", \"source\": \"survey#areas\" }]"),
    "case.json:8: library “django”: categories 2: “web” stands in this list twice" },
  { "library-not-there", LIBRARY ("\"relations\": [ { \"kind\": \"rival-of\", \"key\": \"flsk\" } ]"),
    "case.json:7: library “django”: relations 1: “key” names the library “flsk”, which is not there" },
  { "source-not-there",
    "{\"libraries\": [{\"key\": \"x\", \"name\": \"X\", \"kind\": \"tool\", \"summary\": \"x\",\n\"source\": \"list\"}]}",
    "case.json:2: library “x”: there is no source “list”" },
  { "library-itself", LIBRARY ("\"relations\": [ { \"kind\": \"rival-of\",\n \"key\": \"django\" } ]"),
    "case.json:8: library “django”: relations 1: “key” names the library itself" },
  { "superseded-by-itself", LIBRARY ("\"standing\": \"superseded\", \"standing_by\": \"django\""),
    "case.json:7: library “django”: “standing_by” names the library itself" },
  { "source-around-not-there",
    "{\"libraries\": [{\"key\": \"x\", \"name\": \"X\", \"kind\": \"tool\", \"summary\": \"x\",\n\"source\": \"list\","
    " \"categories\": [\"web\"]}]}",
    "case.json:2: library “x”: there is no source “list”" },
  { "section-not-there",
    "{\"libraries\": [{\"key\": \"x\", \"name\": \"X\", \"kind\": \"tool\", \"summary\": \"x\",\n\"source\": \"survey#a\"}]}",
    "case.json:2: library “x”: the source “survey” has no section “a”" },
  { "no-source",
    "{\"libraries\": [\n{\"key\": \"x\", \"name\": \"X\", \"kind\": \"tool\", \"summary\": \"x\"}]}",
    "case.json:2: library “x”: has no “source”; give it here or for the whole entry" },
  { "stars", LIBRARY ("\"ratings\": [\n { \"measure\": \"recommendation\", \"stars\": 4.2 } ]"),
    "case.json:8: library “django”: ratings 1: “stars” must be a number from 0.5 to 5 in steps of 0.5" },
  { "no-stars", LIBRARY ("\"ratings\": [\n { \"measure\": \"recommendation\", \"stars\": 0 } ]"),
    "case.json:8: library “django”: ratings 1: “stars” must be a number from 0.5 to 5 in steps of 0.5" },
  { "too-long", LIBRARY ("\"statements\": [ { \"kind\": \"trait\",\n \"text\": \""
                         "0123456789012345678901234567890123456789"
                         "0123456789012345678901234567890123456789"
                         "0123456789012345678901234567890123456789"
                         "0123456789012345678901234567890123456789"
                         "0\" } ]"),
    "case.json:8: library “django”: statements 1: “text” has 161 characters; 160 are allowed" },
  { "empty-text", LIBRARY ("\"requires\": \"\""), "case.json:7: library “django”: “requires” is empty" },
  { "untidy-text", LIBRARY ("\"requires\": \"two\\nlines\""),
    "case.json:7: library “django”: “requires” must be one line without tabs" },
  { "flag-without-check",
    LIBRARY ("\"statements\": [ { \"kind\": \"claim\", \"text\": \"x\",\n \"flag\": { \"kind\": \"doubtful\", \"text\": \"y\" } } ]"),
    "case.json:8: library “django”: statements 1: “checked” is missing" },
  { "old-key-in-use", LIBRARY ("\"renamed_from\": [\"flask\"]"),
    "case.json:7: library “django”: renamed_from 1: “flask” is a key that is in use" },
  { "topic-key-is-a-library",
    "{\"guides\": [ { \"key\": \"g\", \"title\": \"G\", \"source\": \"survey\", \"nodes\": [\n"
    " { \"key\": \"flask\", \"title\": \"Flask\" } ] } ]}",
    "case.json:2: guide “g”: the library or topic “flask” is there already: base.json:5" },
  { "one-of",
    "{\"tiers\": [ { \"key\": \"now\", \"title\": \"Now\", \"horizon\": \"now\", \"source\": \"survey\", \"items\": [\n"
    " { \"library\": \"flask\", \"text\": \"x\" } ] } ]}",
    "case.json:2: tier “now”: items 1: needs exactly one of: library, topic, text" },
  { "empty-list",
    "{\"roles\": [ { \"key\": \"r\", \"name\": \"R\", \"source\": \"survey\", \"priorities\": [\n"
    " { \"priority\": \"P0\", \"any_of\": [] } ] } ]}",
    "case.json:2: role “r”: priorities 1: “any_of” is empty" },
  { "cells",
    "{\"comparisons\": [ { \"key\": \"c\", \"title\": \"C\", \"source\": \"survey\",\n"
    " \"subjects\": [ { \"library\": \"flask\" }, { \"name\": \"Other\" } ],\n"
    " \"rows\": [\n { \"criterion\": \"Speed\", \"stars\": [5] } ] } ]}",
    "case.json:4: comparison “c”: rows 1: “stars” has 1 values for 2 subjects" },
  { "cell-stars",
    "{\"comparisons\": [ { \"key\": \"c\", \"title\": \"C\", \"source\": \"survey\",\n"
    " \"subjects\": [ { \"library\": \"flask\" }, { \"name\": \"Other\" } ],\n"
    " \"rows\": [\n { \"criterion\": \"Speed\", \"stars\": [null, 6] } ] } ]}",
    "case.json:4: comparison “c”: rows 1: “stars” must be numbers from 0.5 to 5 in steps of 0.5, or null" },
};

static WhCatalogueReader *
read_case (const char *json)
{
  WhCatalogueReader *reader = wh_catalogue_reader_new ();

  wh_catalogue_reader_add_json (reader, "base.json", every_subject_base_json, strlen (every_subject_base_json));
  wh_catalogue_reader_add_json (reader, "case.json", json, strlen (json));

  return reader;
}

static void
assert_problems (WhCatalogueReader *reader,
                 const char        *expected)
{
  const GPtrArray *problems = wh_catalogue_reader_get_problems (reader);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? "\n" : "", (char *) g_ptr_array_index (problems, i));

  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_reader_names_the_problem (gconstpointer data)
{
  const Case *test_case = data;
  g_autoptr (WhCatalogueReader) reader = read_case (test_case->json);

  g_assert_false (wh_catalogue_reader_check (reader));
  assert_problems (reader, test_case->problem);
}

/* What else is wrong because a file cannot be read goes without saying. */
static void
test_reader_stops_at_unreadable_files (void)
{
  g_autoptr (WhCatalogueReader) reader =
    read_case (LIBRARY ("\"relations\": [ { \"kind\": \"rival-of\", \"key\": \"tornado\" } ]"));
  const char *broken[] = { "{\n", "[]" };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    wh_catalogue_reader_add_json (reader, "broken.json", broken[i], strlen (broken[i]));

  g_assert_false (wh_catalogue_reader_check (reader));
  g_assert_cmpuint (wh_catalogue_reader_get_problems (reader)->len, ==, 2);
}

/* Whoever writes a catalogue sees everything that is wrong at once. */
static void
test_reader_names_all_problems (void)
{
  g_autoptr (WhCatalogueReader) reader =
    read_case (LIBRARY ("\"kinds\": 1,\n \"install\": \"-x\",\n \"categories\": \"web\""));
  const GPtrArray *problems;

  g_assert_false (wh_catalogue_reader_check (reader));
  problems = wh_catalogue_reader_get_problems (reader);

  g_assert_cmpuint (problems->len, ==, 3);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (problems, 0), "case.json:7: library “django”: there is no member “kinds”"));
  g_assert_cmpstr (g_ptr_array_index (problems, 1), ==,
                   "case.json:8: library “django”: “install” is no package that pip could install: “-x”");
  g_assert_cmpstr (g_ptr_array_index (problems, 2), ==,
                   "case.json:9: library “django”: “categories” must be a list");
}

static void
test_reader_counts_too_many_problems (void)
{
  g_autoptr (GString) json = g_string_new ("{\"words\": [");
  g_autoptr (WhCatalogueReader) reader = NULL;
  const GPtrArray *problems;

  for (guint i = 0; i < 1000; i++)
    g_string_append (json, i > 0 ? ",7" : "7");
  g_string_append (json, "]}");

  reader = read_case (json->str);
  g_assert_false (wh_catalogue_reader_check (reader));
  problems = wh_catalogue_reader_get_problems (reader);

  g_assert_cmpuint (problems->len, ==, 201);
  g_assert_cmpstr (g_ptr_array_index (problems, 200), ==, "… and 800 more");
}

static void
test_reader_bounds_depth (void)
{
  g_autoptr (GString) json = g_string_new ("{\"guides\": [ { \"key\": \"g\", \"title\": \"G\", \"source\": \"survey\", \"nodes\": [");
  g_autoptr (WhCatalogueReader) reader = NULL;
  g_autoptr (WhCatalogueReader) deeper = NULL;

  for (guint i = 0; i < 13; i++)
    g_string_append_printf (json, "{ \"key\": \"n%u\", \"title\": \"N\", \"nodes\": [", i);
  for (guint i = 0; i < 13; i++)
    g_string_append (json, "] }");
  g_string_append (json, "] } ]}");

  reader = read_case (json->str);
  g_assert_false (wh_catalogue_reader_check (reader));
  g_assert_true (strstr (g_ptr_array_index (wh_catalogue_reader_get_problems (reader), 0), ": is nested too deep") != NULL);

  g_string_assign (json, "{\"words\": \"[[[\",\n\"guides\":\n");
  for (guint i = 0; i < 100000; i++)
    g_string_append_c (json, '[');

  deeper = read_case (json->str);
  assert_problems (deeper, "case.json:3: nested more than 32 deep");
}

/* In a guide a library may well have two topics of one group. */
static void
test_reader_allows_topics_of_one_library (void)
{
  g_autoptr (WhCatalogueReader) reader =
    read_case ("{\"guides\": [ { \"key\": \"g\", \"title\": \"G\", \"source\": \"survey\", \"nodes\": ["
               " { \"key\": \"a\", \"title\": \"Routes\", \"library\": \"flask\" },"
               " { \"key\": \"b\", \"title\": \"Blueprints\", \"library\": \"flask\" } ] } ]}");

  g_assert_true (wh_catalogue_reader_check (reader));
}

/* Translations */

static WhTranslations *
translate (const char *context,
           const char *english,
           const char *text,
           gboolean    fuzzy)
{
  WhTranslations *translations = wh_translations_new ("zh_CN", "zh_CN.po");

  wh_translations_add (translations, "source/survey/title", "A survey", "综述", FALSE, 1);
  wh_translations_add (translations, "source/survey/title", "Areas", "领域", FALSE, 2);
  wh_translations_add (translations, "category/web/name", "Web", "Web", FALSE, 3);
  wh_translations_add (translations, "category/web/frameworks/name", "Frameworks", "框架", FALSE, 4);
  wh_translations_add (translations, "measure/recommendation/name", "Recommendation", "推荐", FALSE, 5);
  wh_translations_add (translations, "library/flask/summary", "Small", "小巧", FALSE, 6);

  if (text != NULL)
    wh_translations_add (translations, context, english, text, fuzzy, 7);

  return translations;
}

static void
assert_translation (const char *english,
                    const char *text,
                    gboolean    fuzzy,
                    const char *problem)
{
  g_autofree char *json = g_strdup_printf ("{\"words\": [\n{ \"key\": \"a/b\", \"text\": \"%s\" } ]}", english);
  g_autoptr (WhCatalogueReader) reader = read_case (json);

  wh_catalogue_reader_add_translations (reader, translate ("word/a/b", english, text, fuzzy));
  g_assert_cmpint (wh_catalogue_reader_check (reader), ==, problem == NULL);
  assert_problems (reader, problem != NULL ? problem : "");
}

static void
test_reader_checks_translations (void)
{
  assert_translation ("Word", "词", FALSE, NULL);
  assert_translation ("Word", NULL, FALSE,
                      "case.json:2: word “a/b”: “text” is not translated into zh_CN: “Word”");
  assert_translation ("Word", "", FALSE,
                      "case.json:2: word “a/b”: “text” is not translated into zh_CN: “Word”");
  assert_translation ("Word", "词", TRUE,
                      "case.json:2: word “a/b”: “text” is not translated into zh_CN for certain (fuzzy): “Word”");
  assert_translation ("{n} of {m}", "{m} 中的 {n}", FALSE, NULL);
  assert_translation ("{n} of {m}", "{m} 中的 {k}", FALSE,
                      "zh_CN.po:7: word “a/b”: “text”: the translation “{m} 中的 {k}” has the fields “{k} {m}”"
                      " where the English text has “{m} {n}”");
}

static void
test_reader_keeps_library_names (void)
{
  assert_translation ("Like Flask, but new", "类似 Flask，但更新", FALSE, NULL);
  assert_translation ("Like Flask, but new", "类似烧瓶，但更新", FALSE,
                      "zh_CN.po:7: word “a/b”: “text”: the translation “类似烧瓶，但更新” lacks the name “Flask”,"
                      " which the English text has");
  assert_translation ("Like that one, but new", "类似 flask，但更新", FALSE,
                      "zh_CN.po:7: word “a/b”: “text”: the translation “类似 flask，但更新” has “flask”"
                      " where the name is “Flask”");
  /* Part of a longer word is no name. */
  assert_translation ("A Flasky thing", "小东西", FALSE, NULL);
}

static void
test_reader_checks_chinese_punctuation (void)
{
  assert_translation ("One, two", "一，二", FALSE, NULL);
  assert_translation ("One, two", "一,二", FALSE,
                      "zh_CN.po:7: word “a/b”: “text”: the translation “一,二” has half-width punctuation"
                      " after a Chinese character at “,二”");
  assert_translation ("One, two", "一 ，二", FALSE,
                      "zh_CN.po:7: word “a/b”: “text”: the translation “一 ，二” has a space before “，二”");
  assert_translation ("Python 3", "Python ３", FALSE,
                      "zh_CN.po:7: word “a/b”: “text”: the translation “Python ３” has a full-width letter"
                      " or digit at “３”");
}

/* Storing */

static void
test_reader_stores_every_subject (void)
{
  g_autoptr (WhDatabase) database = every_subject_open (":memory:");
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (wh_database_check (database, &problems, &notes, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_reader_gives_the_same_revision (void)
{
  g_autoptr (WhDatabase) first = every_subject_open (":memory:");
  g_autoptr (WhDatabase) second = every_subject_open (":memory:");
  g_autofree char *revision = wh_store_dup_revision (first, NULL);
  g_autofree char *same = wh_store_dup_revision (second, NULL);

  g_assert_cmpuint (strlen (revision), ==, 64);
  g_assert_cmpstr (revision, ==, same);
}

static void
test_reader_extracts_texts (void)
{
  g_autoptr (WhCatalogueReader) reader = read_case (every_subject_json);
  g_autoptr (GHashTable) contexts = g_hash_table_new (g_str_hash, g_str_equal);
  static const char *const expected[] = {
    "source/survey/title", "category/web/frameworks/name", "criteria_set/s/criteria", "library/django/claim",
    "library/django/flag", "library/django/checked", "library/django/note", "library/django/title",
    "role/backend/topic", "ranking/r/reason", "comparison/c/values", "counterpart/web/note", "tier/t/text",
    "pick/p/situation", "strategy/st/text", "advice/a/text", "guide/g/title", "word/priority/P0"
  };
  const GPtrArray *texts;

  g_assert_true (wh_catalogue_reader_check (reader));
  texts = wh_catalogue_reader_get_texts (reader);

  for (guint i = 0; i < texts->len; i++)
    g_hash_table_add (contexts, ((WhCatalogueText *) g_ptr_array_index (texts, i))->context);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_test_message ("%s", expected[i]);
      g_assert_true (g_hash_table_contains (contexts, expected[i]));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/catalogue-reader/problem/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_reader_names_the_problem);
    }

  g_test_add_func ("/catalogue-reader/stops-at-unreadable-files", test_reader_stops_at_unreadable_files);
  g_test_add_func ("/catalogue-reader/names-all-problems", test_reader_names_all_problems);
  g_test_add_func ("/catalogue-reader/counts-too-many-problems", test_reader_counts_too_many_problems);
  g_test_add_func ("/catalogue-reader/bounds-depth", test_reader_bounds_depth);
  g_test_add_func ("/catalogue-reader/allows-topics-of-one-library", test_reader_allows_topics_of_one_library);
  g_test_add_func ("/catalogue-reader/checks-translations", test_reader_checks_translations);
  g_test_add_func ("/catalogue-reader/keeps-library-names", test_reader_keeps_library_names);
  g_test_add_func ("/catalogue-reader/checks-chinese-punctuation", test_reader_checks_chinese_punctuation);
  g_test_add_func ("/catalogue-reader/stores-every-subject", test_reader_stores_every_subject);
  g_test_add_func ("/catalogue-reader/gives-the-same-revision", test_reader_gives_the_same_revision);
  g_test_add_func ("/catalogue-reader/extracts-texts", test_reader_extracts_texts);

  return g_test_run ();
}
