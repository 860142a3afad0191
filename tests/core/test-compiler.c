/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "wh-catalogue-store.h"

/* test-compiler COMPILER: the compiler as a build runs it. */

static char *compiler;

typedef struct
{
  char *folder;
  char *json;
  char *po;
  char *output;
} Fixture;

static const char good_json[] =
  "{\"sources\": [{\"key\": \"survey\", \"title\": \"A survey\", \"language\": \"zh\"}],\n"
  " \"libraries\": [{\"key\": \"flask\", \"name\": \"Flask\", \"kind\": \"library\",\n"
  "   \"summary\": \"Small web framework\", \"source\": \"survey\"}]}\n";

#define PO_HEADER "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"

#define MESSAGE(context, english, chinese) \
  "msgctxt \"" context "\"\nmsgid \"" english "\"\nmsgstr \"" chinese "\"\n\n"

#define GOOD_TITLE MESSAGE ("source/survey/title", "A survey", "综述")
#define GOOD_SUMMARY MESSAGE ("library/flask/summary", "Small web framework", "小型网络框架")

static void
write_file (const char *path,
            const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
fixture_set_up (Fixture      *fixture,
                gconstpointer user_data)
{
  g_autofree char *inner = NULL;

  fixture->folder = g_dir_make_tmp ("wheelhouse-XXXXXX", NULL);
  inner = g_build_filename (fixture->folder, "data", "libraries", NULL);
  g_mkdir_with_parents (inner, 0700);
  fixture->json = g_build_filename (inner, "web.json", NULL);
  fixture->po = g_build_filename (fixture->folder, "zh_CN.po", NULL);
  fixture->output = g_build_filename (fixture->folder, "catalogue.sqlite", NULL);

  write_file (fixture->json, good_json);
  write_file (fixture->po, PO_HEADER GOOD_TITLE GOOD_SUMMARY);
}

static void
remove_recursively (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_recursively (inner);
    }

  g_remove (path);
}

static void
fixture_tear_down (Fixture      *fixture,
                   gconstpointer user_data)
{
  remove_recursively (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->json);
  g_free (fixture->po);
  g_free (fixture->output);
}

/* Runs the compiler in the fixture's folder and returns its exit status. */
static int
run (Fixture           *fixture,
     const char *const *arguments,
     char             **messages)
{
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GStrvBuilder) argv = g_strv_builder_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) all = NULL;
  g_autofree char *output = NULL;

  g_strv_builder_add (argv, compiler);
  g_strv_builder_addv (argv, (const char **) arguments);
  all = g_strv_builder_end (argv);

  g_subprocess_launcher_set_cwd (launcher, fixture->folder);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) all, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, messages, &error);
  g_assert_no_error (error);

  /* What it makes goes into files. */
  g_assert_cmpstr (output, ==, "");
  g_assert_true (g_subprocess_get_if_exited (process));
  return g_subprocess_get_exit_status (process);
}

static const char *const compile[] = {
  "--output", "catalogue.sqlite", "--po", "zh_CN.po", "--depfile", "catalogue.d", "data", NULL
};

static void
assert_refused (Fixture    *fixture,
                const char *expected)
{
  g_autofree char *messages = NULL;
  g_autofree char *wanted = g_strconcat (expected, "\nwheelhouse-compile: nothing was written:"
                                                   " see docs/catalogue.md for the form of the catalogue\n",
                                         NULL);

  g_assert_cmpint (run (fixture, compile, &messages), ==, 1);
  g_assert_cmpstr (messages, ==, wanted);
  g_assert_false (g_file_test (fixture->output, G_FILE_TEST_EXISTS));
}

static void
test_compiler_compiles (Fixture      *fixture,
                        gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *messages = NULL;
  g_autofree char *part = g_strconcat (fixture->output, ".part", NULL);
  g_autofree char *log = g_strconcat (fixture->output, "-wal", NULL);
  g_autoptr (WhDatabase) database = NULL;
  g_autoptr (WhLibraryRecord) library = NULL;

  g_assert_cmpint (run (fixture, compile, &messages), ==, 0);
  g_assert_cmpstr (messages, ==, "");
  g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));

  database = wh_database_open (fixture->output, WH_DATABASE_READ_ONLY, &error);
  g_assert_no_error (error);
  library = wh_store_load_library (database, wh_store_find_library (database, "flask", &error), "zh_CN", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (library->summary, ==, "小型网络框架");
}

static void
test_compiler_tells_what_it_read (Fixture      *fixture,
                                  gconstpointer user_data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "catalogue.d", NULL);
  g_autofree char *depfile = NULL;
  g_autofree char *messages = NULL;

  g_assert_cmpint (run (fixture, compile, &messages), ==, 0);
  g_assert_true (g_file_get_contents (path, &depfile, NULL, NULL));
  /* The folders too: a file that is added changes them. */
  g_assert_cmpstr (depfile, ==,
                   "catalogue.sqlite: \\\n data \\\n data/libraries \\\n data/libraries/web.json \\\n zh_CN.po\n");
}

static void
test_compiler_gives_the_same_bytes (Fixture      *fixture,
                                    gconstpointer user_data)
{
  g_autofree char *messages[2] = { NULL, NULL };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize            first_length, second_length;

  g_assert_cmpint (run (fixture, compile, &messages[0]), ==, 0);
  g_assert_true (g_file_get_contents (fixture->output, &first, &first_length, NULL));
  g_assert_cmpint (run (fixture, compile, &messages[1]), ==, 0);
  g_assert_true (g_file_get_contents (fixture->output, &second, &second_length, NULL));

  g_assert_cmpmem (first, first_length, second, second_length);
  g_free (g_steal_pointer (&messages[1]));
}

static void
test_compiler_names_file_line_and_entry (Fixture      *fixture,
                                         gconstpointer user_data)
{
  write_file (fixture->json,
              "{\"sources\": [{\"key\": \"survey\", \"title\": \"A survey\", \"language\": \"zh\"}],\n"
              " \"libraries\": [{\"key\": \"flask\", \"name\": \"Flask\", \"kind\": \"library\",\n"
              "   \"summary\": \"Small web framework\", \"source\": \"survey\",\n"
              "   \"standing_by\": \"quart\" }]}\n");
  assert_refused (fixture, "data/libraries/web.json:4: library “flask”: “standing_by” names the library “quart”,"
                           " which is not there");
}

static void
test_compiler_refuses_missing_translations (Fixture      *fixture,
                                            gconstpointer user_data)
{
  write_file (fixture->po, PO_HEADER GOOD_TITLE);
  assert_refused (fixture, "data/libraries/web.json:3: library “flask”: “summary” is not translated into zh_CN:"
                           " “Small web framework”");
}

static void
test_compiler_refuses_fuzzy_translations (Fixture      *fixture,
                                          gconstpointer user_data)
{
  write_file (fixture->po, PO_HEADER GOOD_TITLE "#, fuzzy\n" GOOD_SUMMARY);
  assert_refused (fixture, "data/libraries/web.json:3: library “flask”: “summary” is not translated into zh_CN"
                           " for certain (fuzzy): “Small web framework”");
}

/* The line is that of the message in the PO file, whatever stands before it. */
static void
test_compiler_names_line_of_translation (Fixture      *fixture,
                                         gconstpointer user_data)
{
  write_file (fixture->po,
              PO_HEADER "#: data/x.json:1\n" GOOD_TITLE
                        "#~ msgctxt \"old\"\n#~ msgid \"old\"\n#~ msgstr \"旧\"\n\n" MESSAGE ("library/flask/summary", "Small web framework", "小,型"));
  assert_refused (fixture, "zh_CN.po:13: library “flask”: “summary”: the translation “小,型” has half-width"
                           " punctuation after a Chinese character at “,型”");
}

static void
test_compiler_refuses_what_is_no_po (Fixture      *fixture,
                                     gconstpointer user_data)
{
  g_autofree char *messages = NULL;

  write_file (fixture->po, PO_HEADER "msgid \"x\nmsgstr \"y\"\n");
  g_assert_cmpint (run (fixture, compile, &messages), ==, 1);
  g_assert_true (g_str_has_prefix (messages, "wheelhouse-compile: zh_CN.po:5: end-of-line within string"));
  g_assert_false (g_file_test (fixture->output, G_FILE_TEST_EXISTS));
}

/* Builds give whole paths; messages name files as those who write them do. */
static void
test_compiler_names_files_in_short (Fixture      *fixture,
                                    gconstpointer user_data)
{
  const char *const arguments[] = {
    "--output", fixture->output, "--base", fixture->folder, "--po", fixture->po, fixture->folder, NULL
  };
  g_autofree char *messages = NULL;

  write_file (fixture->po, PO_HEADER "msgid \"x\nmsgstr \"y\"\n");
  g_assert_cmpint (run (fixture, arguments, &messages), ==, 1);
  g_assert_null (strstr (messages, fixture->folder));
  g_assert_nonnull (strstr (messages, "zh_CN.po:5: "));
}

static void
test_compiler_keeps_the_last_good_catalogue (Fixture      *fixture,
                                             gconstpointer user_data)
{
  g_autofree char *messages = NULL;
  g_autofree char *more = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize            before_length, after_length;

  g_assert_cmpint (run (fixture, compile, &messages), ==, 0);
  g_assert_true (g_file_get_contents (fixture->output, &before, &before_length, NULL));

  write_file (fixture->json, "{");
  g_assert_cmpint (run (fixture, compile, &more), ==, 1);
  g_assert_true (g_file_get_contents (fixture->output, &after, &after_length, NULL));
  g_assert_cmpmem (before, before_length, after, after_length);
}

static void
test_compiler_extracts_texts (Fixture      *fixture,
                              gconstpointer user_data)
{
  static const char *const extract[] = { "--pot", "catalogue.pot", "data", NULL };
  g_autofree char         *path = g_build_filename (fixture->folder, "catalogue.pot", NULL);
  g_autofree char         *messages = NULL;
  g_autofree char         *pot = NULL;

  /* Nothing needs to be translated for that. */
  g_remove (fixture->po);
  g_assert_cmpint (run (fixture, extract, &messages), ==, 0);
  g_assert_true (g_file_get_contents (path, &pot, NULL, NULL));
  g_assert_nonnull (strstr (pot,
                            "#. At most 30 characters in Chinese.\n"
                            "#: data/libraries/web.json:3\n"
                            "msgctxt \"library/flask/summary\"\n"
                            "msgid \"Small web framework\"\n"
                            "msgstr \"\"\n"));
  g_assert_null (strstr (pot, "Creation-Date"));
}

static void
test_compiler_refuses_wrong_usage (Fixture      *fixture,
                                   gconstpointer user_data)
{
  static const char *const no_output[] = { "data", NULL };
  static const char *const no_folder[] = { "--output", "x", NULL };
  static const char *const unknown[] = { "--outptu", "x", "data", NULL };
  static const char *const nowhere[] = { "--output", "x", "nowhere", NULL };
  static const char *const misnamed[] = { "--output", "x", "--po", "chinese.txt", "data", NULL };
  static const struct
  {
    const char *const *arguments;
    int                status;
    const char        *part;
  } cases[] = {
    { no_output, 2, "say where the catalogue lies" },
    { no_folder, 2, "say where the catalogue lies" },
    { unknown, 2, "--outptu" },
    { nowhere, 1, "nowhere" },
    { misnamed, 1, "chinese.txt: must be named after its language" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *messages = NULL;

      g_assert_cmpint (run (fixture, cases[i].arguments, &messages), ==, cases[i].status);
      g_assert_nonnull (strstr (messages, cases[i].part));
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_assert_cmpint (argc, ==, 2);
  /* It is run in a folder of its own. */
  compiler = g_canonicalize_filename (argv[1], NULL);

#define ADD(name, func) \
  g_test_add ("/compiler/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

  ADD ("compiles", test_compiler_compiles);
  ADD ("tells-what-it-read", test_compiler_tells_what_it_read);
  ADD ("gives-the-same-bytes", test_compiler_gives_the_same_bytes);
  ADD ("names-file-line-and-entry", test_compiler_names_file_line_and_entry);
  ADD ("refuses-missing-translations", test_compiler_refuses_missing_translations);
  ADD ("refuses-fuzzy-translations", test_compiler_refuses_fuzzy_translations);
  ADD ("names-line-of-translation", test_compiler_names_line_of_translation);
  ADD ("refuses-what-is-no-po", test_compiler_refuses_what_is_no_po);
  ADD ("names-files-in-short", test_compiler_names_files_in_short);
  ADD ("keeps-the-last-good-catalogue", test_compiler_keeps_the_last_good_catalogue);
  ADD ("extracts-texts", test_compiler_extracts_texts);
  ADD ("refuses-wrong-usage", test_compiler_refuses_wrong_usage);

  status = g_test_run ();
  g_free (compiler);
  return status;
}
