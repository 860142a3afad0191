/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "wh-checklist-file.h"
#include "wh-checklist-reader.h"
#include "wh-json-document.h"

#include "sample-checklist.h"

#define N_ITEMS 100000

#define HEAD "{\"format\": \"wheelhouse-checklist\", \"version\": 1,\n"
#define TITLED "\"title\": \"T\", \"language\": \"en\", \"date\": \"2026-11-20\",\n"
#define ITEMS(items) HEAD TITLED "\"sections\": [{\"title\": \"S\", \"items\": [\n" items "]}]}"

typedef struct
{
  char  *folder;
  char  *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  fixture->folder = g_dir_make_tmp ("wheelhouse-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "plan.wheelhouse.json", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
write_text (Fixture    *fixture,
            const char *text,
            gssize      length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, text, length, &error);
  g_assert_no_error (error);
}

static char *
dup_json (const WhChecklist *checklist)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  wh_checklist_write_json (checklist, stream, NULL, &error);
  g_assert_no_error (error);

  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
}

/* Asserts that the file is refused, in words that name it and end with @words. */
static void
assert_refused (Fixture         *fixture,
                WhChecklistError code,
                const char      *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = g_strdup_printf ("“plan.wheelhouse.json” cannot be opened: %s", words);

  g_assert_null (wh_checklist_read (fixture->file, NULL, &error));
  g_assert_error (error, WH_CHECKLIST_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
assert_text_refused (Fixture         *fixture,
                     const char      *text,
                     WhChecklistError code,
                     const char      *words)
{
  write_text (fixture, text, -1);
  assert_refused (fixture, code, words);
}

static WhChecklist *
read_text (Fixture    *fixture,
           const char *text)
{
  g_autoptr (GError) error = NULL;
  WhChecklist *checklist;

  write_text (fixture, text, -1);
  checklist = wh_checklist_read (fixture->file, NULL, &error);
  g_assert_no_error (error);

  return checklist;
}

/* What is read is all that was written: written again it is the same. */
static void
assert_round_trip (Fixture           *fixture,
                   const WhChecklist *checklist)
{
  g_autofree char *json = dup_json (checklist);
  g_autofree char *again = NULL;
  g_autoptr (WhChecklist) read = read_text (fixture, json);

  again = dup_json (read);
  g_assert_cmpstr (again, ==, json);
}

static void
test_checklist_reader_round_trip (Fixture      *fixture,
                                  gconstpointer user_data)
{
  g_autoptr (WhChecklist) english = sample_checklist_new ("en");
  g_autoptr (WhChecklist) chinese = sample_checklist_new ("zh_CN");
  WhChecklistSection *section = g_ptr_array_index (english->sections, 0);
  WhChecklistItem    *item = g_ptr_array_index (section->items, 0);

  ((WhChecklistLibrary *) g_ptr_array_index (item->libraries, 1))->status = WH_STATUS_SKIPPED;
  assert_round_trip (fixture, english);
  assert_round_trip (fixture, chinese);

  wh_checklist_add_language (english, chinese);
  assert_round_trip (fixture, english);

  wh_checklist_filter (english, WH_CHECKLIST_ITEMS_DONE);
  assert_round_trip (fixture, english);
}

static void
test_checklist_reader_round_trip_empty (Fixture      *fixture,
                                        gconstpointer user_data)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new_empty ("en");

  assert_round_trip (fixture, checklist);
}

/* Texts and keys are data, whatever stands in them. */
static void
test_checklist_reader_round_trip_odd_texts (Fixture      *fixture,
                                            gconstpointer user_data)
{
  static const char *const odd[] = {
    "'; DROP TABLE library; --", "<b>&amp;</b>", "../../etc/passwd", "a\nb\tc", "“引号” 🐍", "%s%n", "\"\\", " "
  };
  g_autoptr (WhChecklist) checklist = sample_checklist_new_empty ("en");

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      WhChecklistSection *section = wh_checklist_add_section (checklist, odd[i]);
      WhChecklistItem    *item = wh_checklist_add_item (checklist, section, odd[i], WH_PRIORITY_NONE, 0, WH_STATUS_NONE, odd[i]);

      wh_checklist_item_add_library (item, odd[i], odd[i], odd[i]);
    }

  assert_round_trip (fixture, checklist);
}

/* A later version may say more, and by hand one may say less. */
static void
test_checklist_reader_takes_more_and_less (Fixture      *fixture,
                                           gconstpointer user_data)
{
  g_autoptr (WhChecklist) checklist = read_text (fixture, ITEMS ("{\"libraries\": [{\"key\": \"numpy\", \"colour\": {\"a\": [1]}}], \"dates\": []}"));
  WhChecklistSection *section = g_ptr_array_index (checklist->sections, 0);
  WhChecklistItem    *item = g_ptr_array_index (section->items, 0);

  g_assert_cmpstr (((WhChecklistLibrary *) g_ptr_array_index (item->libraries, 0))->name, ==, "numpy");
  g_assert_cmpint (item->status, ==, WH_STATUS_NONE);
  g_assert_null (item->note);
  g_assert_cmpuint (checklist->n_total, ==, 1);
}

static void
test_checklist_reader_refuses_no_file (Fixture      *fixture,
                                       gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  assert_refused (fixture, WH_CHECKLIST_ERROR_UNREADABLE, "it is not there");

  g_assert_no_errno (g_mkdir (fixture->path, 0700));
  assert_refused (fixture, WH_CHECKLIST_ERROR_UNREADABLE, "it is a folder");
  g_assert_no_errno (g_rmdir (fixture->path));

  /* Nobody will ever write into this, so whoever opened it would wait for ever. */
  g_assert_no_errno (mkfifo (fixture->path, 0600));
  assert_refused (fixture, WH_CHECKLIST_ERROR_UNREADABLE, "it is not an ordinary file");
}

/* As many items as the largest catalogue has libraries. */
static void
test_checklist_reader_reads_many (Fixture      *fixture,
                                  gconstpointer user_data)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new_long ("en", N_ITEMS);

  assert_round_trip (fixture, checklist);
}

static void
test_checklist_reader_refuses_size (Fixture      *fixture,
                                    gconstpointer user_data)
{
  g_autofree char *large = g_strnfill (WH_JSON_MAX_SIZE + 1, ' ');
  g_autoptr (GString) many = g_string_new (HEAD "\"list\": [");

  write_text (fixture, large, WH_JSON_MAX_SIZE + 1);
  assert_refused (fixture, WH_CHECKLIST_ERROR_TOO_LARGE, "it is larger than 128 MB");

  /* Few bytes in the file, very many in memory. */
  for (guint i = 0; i < WH_JSON_MAX_VALUES; i++)
    g_string_append (many, "{},");
  assert_text_refused (fixture, many->str, WH_CHECKLIST_ERROR_TOO_LARGE, "there is too much in it");

  write_text (fixture, "", 0);
  assert_refused (fixture, WH_CHECKLIST_ERROR_EMPTY, "it is empty");
}

static void
test_checklist_reader_refuses_no_json (Fixture      *fixture,
                                       gconstpointer user_data)
{
  g_autofree char *deep = g_strnfill (100000, '[');

  assert_text_refused (fixture, "# Checklist\n\n- [ ] numpy\n", WH_CHECKLIST_ERROR_NOT_JSON, "line 1 is not valid JSON");
  assert_text_refused (fixture, HEAD "\"title\": oops}", WH_CHECKLIST_ERROR_NOT_JSON, "line 2 is not valid JSON");
  assert_text_refused (fixture, HEAD "\"title\": \"half a fi", WH_CHECKLIST_ERROR_NOT_JSON, "line 2 is not valid JSON");
  assert_text_refused (fixture, HEAD "\n\"title\": \"\xff\"}", WH_CHECKLIST_ERROR_NOT_JSON, "line 3 is not valid JSON");
  assert_text_refused (fixture, HEAD TITLED "\"title\": \"again\"}", WH_CHECKLIST_ERROR_NOT_JSON, "line 3 is not valid JSON");
  assert_text_refused (fixture, deep, WH_CHECKLIST_ERROR_NOT_JSON, "line 1 is not valid JSON");

  write_text (fixture, HEAD "\0}", sizeof HEAD + 1);
  assert_refused (fixture, WH_CHECKLIST_ERROR_NOT_JSON, "line 2 is not valid JSON");
}

static void
test_checklist_reader_refuses_foreign (Fixture      *fixture,
                                       gconstpointer user_data)
{
  static const char *const foreign[] = {
    "{}",
    "[]",
    "null",
    "\"wheelhouse-checklist\"",
    "{\"format\": null, \"version\": 1}",
    "{\"format\": 1, \"version\": 1}",
    "{\"format\": [\"wheelhouse-checklist\"], \"version\": 1}",
    "{\"format\": \"wheelhouse\", \"version\": 1}",
    "{\"format\": \"wheelhouse-checklist\"}",
    "{\"format\": \"wheelhouse-checklist\", \"version\": \"1\"}",
    "{\"format\": \"wheelhouse-checklist\", \"version\": 0}",
    "{\"title\": \"T\", \"sections\": []}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    assert_text_refused (fixture, foreign[i], WH_CHECKLIST_ERROR_FOREIGN, "it is no checklist that Wheelhouse saved as JSON");

  assert_text_refused (fixture, "{\"format\": \"wheelhouse-checklist\", \"version\": 2, \"all\": \"new\"}",
                       WH_CHECKLIST_ERROR_NEWER, "a newer version of Wheelhouse saved it; with that it can be opened");
}

static void
test_checklist_reader_refuses_wrong_types (Fixture      *fixture,
                                           gconstpointer user_data)
{
  static const struct
  {
    const char *text;
    guint       line;
    const char *member;
  } wrong[] = {
    { HEAD "\"title\": 1}", 2, "title" },
    { HEAD "\"title\": \"\"}", 2, "title" },
    { HEAD "\"title\": \"T\", \"role\": {}, \"language\": \"en\"}", 2, "role" },
    { HEAD "\"title\": \"T\"}", 1, "language" },
    { HEAD "\"title\": \"T\", \"language\": \"en\", \"date\": \"yesterday\"}", 2, "date" },
    { HEAD TITLED "\"done\": 0}", 1, "sections" },
    { HEAD TITLED "\"sections\": {}}", 3, "sections" },
    { HEAD TITLED "\"sections\": [1]}", 3, "sections" },
    { HEAD TITLED "\"sections\": [{\"title\": \"S\"}]}", 3, "items" },
    { HEAD TITLED "\"sections\": [],\n\"done\": -1}", 4, "done" },
    { HEAD TITLED "\"sections\": [],\n\"total\": 1.5}", 4, "total" },
    { HEAD TITLED "\"sections\": [],\n\"total\": 99999999999}", 4, "total" },
    { ITEMS ("{\"libraries\": [{\"key\": \"k\"}]},\n[]"), 5, "items" },
    { ITEMS ("{}"), 4, "libraries" },
    { ITEMS ("{\"libraries\": []}"), 4, "libraries" },
    { ITEMS ("{\"libraries\": [\"numpy\"]}"), 4, "libraries" },
    { ITEMS ("{\"libraries\": [{\"name\": \"NumPy\"}]}"), 4, "key" },
    { ITEMS ("{\"libraries\": [{\"key\": 5}]}"), 4, "key" },
    { ITEMS ("{\"libraries\": [{\"key\": \"\"}]}"), 4, "key" },
    { ITEMS ("{\"libraries\": [{\"key\": \"k\", \"status\": \"done\"}]}"), 4, "status" },
    { ITEMS ("{\"status\": true}"), 4, "status" },
    { ITEMS ("{\"priority\": \"P9\"}"), 4, "priority" },
    { ITEMS ("{\"stars\": 5.5}"), 4, "stars" },
    { ITEMS ("{\"stars\": \"five\"}"), 4, "stars" },
    { ITEMS ("{\"note\": [\"n\"]}"), 4, "note" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *words = g_strdup_printf ("line %u: “%s” is not as it should be", wrong[i].line, wrong[i].member);

      assert_text_refused (fixture, wrong[i].text, WH_CHECKLIST_ERROR_INVALID, words);
    }
}

/* Half a character is UTF-8 as an escape in the file, and none afterwards. */
static void
test_checklist_reader_survives_escapes (Fixture      *fixture,
                                        gconstpointer user_data)
{
  static const char *const escapes[] = { "\\ud800", "\\udc00\\ud800", "a\\u0000b", "\\uffff" };

  for (guint i = 0; i < G_N_ELEMENTS (escapes); i++)
    {
      g_autofree char *text = g_strdup_printf (ITEMS ("{\"libraries\": [{\"key\": \"k\", \"name\": \"%s\"}]}"), escapes[i]);
      g_autoptr (WhChecklist) checklist = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *again = NULL;

      write_text (fixture, text, -1);
      checklist = wh_checklist_read (fixture->file, NULL, &error);
      if (checklist == NULL)
        {
          g_assert_true (error->domain == WH_CHECKLIST_ERROR);
          continue;
        }

      again = dup_json (checklist);
      g_assert_true (g_utf8_validate (again, -1, NULL));
    }
}

static void
test_checklist_reader_bounds_texts (Fixture      *fixture,
                                    gconstpointer user_data)
{
  g_autofree char *long_text = g_strnfill (2001, 'x');
  g_autofree char *title = g_strdup_printf (HEAD "\"title\": \"%s\"}", long_text);
  g_autofree char *key = g_strdup_printf (ITEMS ("{\"libraries\": [{\"key\": \"%s\"}]}"), long_text);
  g_autoptr (GString) alternatives = g_string_new ("{\"key\": \"k0\"}");
  g_autofree char *many = NULL;

  for (guint i = 1; i <= 100; i++)
    g_string_append_printf (alternatives, ", {\"key\": \"k%u\"}", i);
  many = g_strdup_printf (ITEMS ("{\"libraries\": [%s]}"), alternatives->str);

  assert_text_refused (fixture, title, WH_CHECKLIST_ERROR_INVALID, "line 2: “title” is not as it should be");
  assert_text_refused (fixture, key, WH_CHECKLIST_ERROR_INVALID, "line 4: “key” is not as it should be");
  assert_text_refused (fixture, many, WH_CHECKLIST_ERROR_INVALID, "line 4: “libraries” is not as it should be");
}

static void
test_checklist_reader_is_cancelled (Fixture      *fixture,
                                    gconstpointer user_data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  write_text (fixture, ITEMS (""), -1);
  g_cancellable_cancel (cancellable);

  g_assert_null (wh_checklist_read (fixture->file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/checklist-reader/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("round-trip", test_checklist_reader_round_trip);
  ADD ("round-trip-empty", test_checklist_reader_round_trip_empty);
  ADD ("round-trip-odd-texts", test_checklist_reader_round_trip_odd_texts);
  ADD ("takes-more-and-less", test_checklist_reader_takes_more_and_less);
  ADD ("refuses-no-file", test_checklist_reader_refuses_no_file);
  ADD ("reads-many", test_checklist_reader_reads_many);
  ADD ("refuses-size", test_checklist_reader_refuses_size);
  ADD ("refuses-no-json", test_checklist_reader_refuses_no_json);
  ADD ("refuses-foreign", test_checklist_reader_refuses_foreign);
  ADD ("refuses-wrong-types", test_checklist_reader_refuses_wrong_types);
  ADD ("survives-escapes", test_checklist_reader_survives_escapes);
  ADD ("bounds-texts", test_checklist_reader_bounds_texts);
  ADD ("is-cancelled", test_checklist_reader_is_cancelled);
#undef ADD

  return g_test_run ();
}
