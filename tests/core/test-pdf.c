/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "sample-checklist.h"
#include "wh-document.h"
#include "wh-pdf.h"

/* The PDFs are read back by other programs: poppler's and qpdf. */

typedef struct
{
  char *directory;
  char *path;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  fixture->directory = g_dir_make_tmp ("wheelhouse-pdf-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->directory, "checklist.pdf", NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  g_remove (fixture->path);
  g_rmdir (fixture->directory);
  g_free (fixture->path);
  g_free (fixture->directory);
}

static GBytes *
make_pdf (WhChecklist *checklist,
          WhPaper      paper)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhPageLayout) layout = wh_page_layout_new (checklist, paper, &error);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  g_assert_no_error (error);
  wh_pdf_write (layout, stream, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (stream, NULL, NULL));

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
write_pdf (Fixture     *fixture,
           WhChecklist *checklist,
           WhPaper      paper)
{
  g_autoptr (GBytes) pdf = make_pdf (checklist, paper);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
}

/* Returns: (transfer full): what @command says, in which PDF stands for the file */
static char *
ask (Fixture    *fixture,
     const char *command)
{
  g_autoptr (GString) line = g_string_new (command);
  g_autofree char *errors = NULL;
  char            *output = NULL;
  int              status;
  g_autoptr (GError) error = NULL;

  g_string_replace (line, "PDF", fixture->path, 0);
  g_spawn_command_line_sync (line->str, &output, &errors, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (errors, ==, "");

  return output;
}

static void
assert_contains (const char *text,
                 const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in: %s", part, text);
}

static void
test_pdf_is_valid (Fixture      *fixture,
                   gconstpointer user_data)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new_long ("zh_CN", 100);
  g_autofree char *answer = NULL;

  write_pdf (fixture, checklist, WH_PAPER_A4);
  answer = ask (fixture, "qpdf --check PDF");

  assert_contains (answer, "No syntax or stream encoding errors found");
}

static void
test_pdf_has_text (Fixture      *fixture,
                   gconstpointer user_data)
{
  g_autoptr (WhChecklist) english = sample_checklist_new ("en");
  g_autoptr (WhChecklist) chinese = sample_checklist_new ("zh_CN");
  g_autofree char *english_text = NULL;
  g_autofree char *chinese_text = NULL;

  write_pdf (fixture, english, WH_PAPER_LETTER);
  english_text = ask (fixture, "pdftotext -layout PDF -");
  assert_contains (english_text, "Back-end developer");
  assert_contains (english_text, "20 November 2026");
  assert_contains (english_text, "2 of 9 learnt");
  assert_contains (english_text, "P0 · Must learn");
  assert_contains (english_text, "2 of 4");
  assert_contains (english_text, "FastAPI / Django");
  assert_contains (english_text, "Validation and settings from type hints");
  assert_contains (english_text, "Ask Lin about migrations.");
  assert_contains (english_text, "Skipped");
  assert_contains (english_text, "Page 1 of 1");

  write_pdf (fixture, chinese, WH_PAPER_A4);
  chinese_text = ask (fixture, "pdftotext -layout PDF -");
  assert_contains (chinese_text, "学习清单");
  assert_contains (chinese_text, "后端工程师");
  assert_contains (chinese_text, "2026 年 11 月 20 日");
  assert_contains (chinese_text, "最常用的 SQL 工具包与对象关系映射");
  assert_contains (chinese_text, "迁移的问题去问小林。");
  assert_contains (chinese_text, "第 1 页，共 1 页");
}

/* What is cut says so, and nothing is added where a long word breaks. */
static void
test_pdf_cuts_long_texts (Fixture      *fixture,
                          gconstpointer user_data)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new_empty ("en");
  WhChecklistSection *section = wh_checklist_add_section (checklist, "Section");
  WhChecklistItem    *item;
  g_autoptr (GString) note = g_string_new (NULL);
  g_autofree char *name = g_strnfill (100, 'm');
  g_autofree char *text = NULL;

  for (guint i = 1; i <= 40; i++)
    g_string_append_printf (note, "line %u\r\n", i);

  item = wh_checklist_add_item (checklist, section, NULL, WH_PRIORITY_NONE, 0, WH_STATUS_NONE, note->str);
  wh_checklist_item_add_library (item, "key", name, NULL);
  write_pdf (fixture, checklist, WH_PAPER_A4);
  text = ask (fixture, "pdftotext PDF -");

  assert_contains (text, "line 11\nline 12…\n");
  g_assert_null (strstr (text, "line 13"));
  assert_contains (text, "mmmm\nmmmm");
  g_assert_null (strstr (text, "m-"));
}

/* What is not on the pages needs no explanation. */
static void
test_pdf_explains_what_is_there (Fixture      *fixture,
                                 gconstpointer user_data)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new_empty ("en");
  WhChecklistSection *section = wh_checklist_add_section (checklist, "Section");
  g_autofree char    *text = NULL;
  g_autofree char    *more = NULL;

  wh_checklist_item_add_library (wh_checklist_add_item (checklist, section, NULL, WH_PRIORITY_P1, 7, WH_STATUS_NONE, NULL),
                                 "key", "name", NULL);
  write_pdf (fixture, checklist, WH_PAPER_A4);
  text = ask (fixture, "pdftotext -layout PDF -");
  for (guint i = WH_STATUS_TO_LEARN; i <= WH_STATUS_SKIPPED; i++)
    {
      g_autofree char *word = g_strdup_printf ("status/%s", wh_status_to_key ((WhStatus) i));

      assert_contains (text, wh_checklist_get_word (checklist, word));
    }
  assert_contains (text, "Next");
  g_assert_null (strstr (text, "Must learn"));
  g_assert_null (strstr (text, "Special"));
  g_assert_null (strstr (text, "Not rated"));

  wh_checklist_item_add_library (wh_checklist_add_item (checklist, section, NULL, WH_PRIORITY_P2, 0, WH_STATUS_NONE, NULL),
                                 "key", "other", NULL);
  write_pdf (fixture, checklist, WH_PAPER_A4);
  more = ask (fixture, "pdftotext -layout PDF -");
  assert_contains (more, "Special");
  assert_contains (more, "Not rated");
}

/* A plan without a role has one title, and a page says what it goes on with. */
static void
test_pdf_says_what_goes_on (Fixture      *fixture,
                            gconstpointer user_data)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new_long ("en", 40);
  g_autofree char *second = NULL;

  g_set_str (&checklist->subtitle, NULL);
  g_set_str (&checklist->title, "My plan");
  write_pdf (fixture, checklist, WH_PAPER_A4);
  second = ask (fixture, "pdftotext -layout -f 2 -l 2 PDF -");

  assert_contains (second, "Group 1 (continued)\n");
  assert_contains (second, "My plan ");
  assert_contains (second, "Page 2 of 3");
  g_assert_null (strstr (second, "Back-end"));
}

/* Chinese in a Chinese document, and Chinese that someone wrote into an English one. */
static void
test_pdf_has_simplified_face (Fixture      *fixture,
                              gconstpointer user_data)
{
  g_autoptr (WhChecklist) chinese = sample_checklist_new ("zh_CN");
  g_autoptr (WhChecklist) english = sample_checklist_new ("en");
  WhChecklistSection *section = wh_checklist_add_section (english, "Mixed: 直接");
  WhChecklistItem    *item = wh_checklist_add_item (english, section, "why 为什么", WH_PRIORITY_NONE, 0, WH_STATUS_NONE, "，直 Great！①");
  WhChecklistItem    *signs = wh_checklist_add_item (english, section, "かな ㎡ ㈱", WH_PRIORITY_NONE, 0, WH_STATUS_NONE, "“（）”、？");

  wh_checklist_item_add_library (item, "key", "骨 name", NULL);
  wh_checklist_item_add_library (signs, "signs", "！", NULL);

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *fonts = NULL;

      write_pdf (fixture, i == 0 ? chinese : english, WH_PAPER_A4);
      fonts = ask (fixture, "pdffonts PDF");
      assert_contains (fonts, "NotoSansCJKsc-Regular");
      assert_contains (fonts, "NotoSansCJKsc-Bold");
      g_assert_null (strstr (fonts, "CJKjp"));
      g_assert_null (strstr (fonts, "CJKtc"));
      g_assert_null (strstr (fonts, "CJKkr"));
    }
}

/* Each language has its own run, so that Chinese in it has the simplified face. */
static void
test_pdf_has_two_languages (Fixture      *fixture,
                            gconstpointer user_data)
{
  static const char *const languages[][2] = { { "en", "zh_CN" }, { "zh_CN", "en" } };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (WhChecklist) checklist = sample_checklist_new (languages[i][0]);
      g_autoptr (WhChecklist) other = sample_checklist_new (languages[i][1]);
      g_autofree char *text = NULL;
      g_autofree char *fonts = NULL;

      wh_checklist_add_language (checklist, other);
      write_pdf (fixture, checklist, WH_PAPER_A4);

      text = ask (fixture, "pdftotext -layout PDF -");
      assert_contains (text, "Learning checklist");
      assert_contains (text, "学习清单");
      assert_contains (text, "P0 · Must learn");
      assert_contains (text, "必学");
      assert_contains (text, "Skipped");
      assert_contains (text, "已跳过");
      assert_contains (text, "Validation and settings from type hints");
      assert_contains (text, "用类型注解做数据校验与配置");

      fonts = ask (fixture, "pdffonts PDF");
      assert_contains (fonts, "NotoSansCJKsc-Regular");
      g_assert_null (strstr (fonts, "CJKjp"));
    }
}

/* Returns: how many pixels of a page are dark, of @stride bytes a line and @step bytes a pixel */
static guint
count_ink (const guchar *pixels,
           int           width,
           int           height,
           int           stride,
           int           step)
{
  guint n_dark = 0;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      n_dark += pixels[y * stride + x * step] < 128;

  return n_dark;
}

/* Returns: the ink that another program finds in the file */
static guint
count_pdf_ink (Fixture *fixture)
{
  g_autofree char *page = g_build_filename (fixture->directory, "page.pgm", NULL);
  g_autofree char *command = g_strdup_printf ("pdftoppm -r 72 -gray -singlefile PDF %s/page", fixture->directory);
  g_autofree char *answer = ask (fixture, command);
  g_autofree char *contents = NULL;
  gsize            length;
  int              width;
  int              height;

  g_assert_true (g_file_get_contents (page, &contents, &length, NULL));
  g_assert_cmpint (sscanf (contents, "P5 %d %d 255", &width, &height), ==, 2);
  g_assert_cmpint (g_remove (page), ==, 0);

  return count_ink ((const guchar *) contents + length - width * height, width, height, width, 1);
}

static guint
count_drawn_ink (WhChecklist *checklist)
{
  g_autoptr (WhPageLayout) layout = wh_page_layout_new (checklist, WH_PAPER_A4, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 596, 842);
  cairo_t         *cr = cairo_create (surface);
  guint            n_dark;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  wh_page_layout_draw_page (layout, 0, cr);
  cairo_surface_flush (surface);
  n_dark = count_ink (cairo_image_surface_get_data (surface), 596, 842, cairo_image_surface_get_stride (surface), 4);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return n_dark;
}

/* Cairo embeds of some glyphs of OpenType fonts less than it draws on a screen: these were blank on paper. */
static void
test_pdf_shows_every_glyph (Fixture      *fixture,
                            gconstpointer user_data)
{
  static const char *const languages[] = { "en", "zh_CN" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (WhChecklist) checklist = sample_checklist_new_empty (languages[i]);
      WhChecklistSection *section = wh_checklist_add_section (checklist, "P0");
      GString            *note = g_string_new (NULL);
      guint               drawn;

      for (guint j = 0; j < 400; j++)
        g_string_append (note, "如");
      wh_checklist_item_add_library (wh_checklist_add_item (checklist, section, NULL, WH_PRIORITY_NONE, 0, WH_STATUS_NONE, note->str),
                                     "key", "name", NULL);
      g_string_free (note, TRUE);

      write_pdf (fixture, checklist, WH_PAPER_A4);
      drawn = count_drawn_ink (checklist);
      g_assert_cmpuint (drawn, >, 4000);
      g_assert_cmpuint (count_pdf_ink (fixture), >, drawn / 10 * 8);
    }
}

/* Of the Chinese font nothing but what is used. */
static void
test_pdf_is_small (void)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new ("zh_CN");
  g_autoptr (GBytes) pdf = make_pdf (checklist, WH_PAPER_A4);

  g_assert_cmpuint (g_bytes_get_size (pdf), <, 100 * 1024);
}

static void
test_pdf_has_metadata (Fixture      *fixture,
                       gconstpointer user_data)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new ("zh_CN");
  g_autofree char *info = NULL;

  write_pdf (fixture, checklist, WH_PAPER_LETTER);
  info = ask (fixture, "pdfinfo -isodates PDF");

  assert_contains (info, "Title:           学习清单：后端工程师\n");
  assert_contains (info, "Author:          Wheelhouse\n");
  assert_contains (info, "Subject:         2026 年 11 月 20 日 · 已学会 2/9\n");
  assert_contains (info, "CreationDate:    2026-11-20T00:00:00");
  assert_contains (info, "ModDate:         2026-11-20T00:00:00");
  assert_contains (info, "Page size:       612 x 792 pts (letter)");
}

static void
test_pdf_has_links (Fixture      *fixture,
                    gconstpointer user_data)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new ("en");
  WhChecklistSection *section = g_ptr_array_index (checklist->sections, 0);
  WhChecklistItem    *item = wh_checklist_add_item (checklist, section, NULL, WH_PRIORITY_NONE, 0, WH_STATUS_NONE, NULL);
  g_autofree char    *links = NULL;

  wh_checklist_item_add_library (item, "script", "script", "javascript:alert(1)");
  wh_checklist_item_add_library (item, "quote", "quote", "https://quote.example/' uri='file:///etc/passwd");
  wh_checklist_item_add_library (item, "file", "file", "file:///etc/passwd");
  write_pdf (fixture, checklist, WH_PAPER_A4);
  links = ask (fixture, "pdfinfo -url PDF");

  /* Each alternative of a slot has its own. */
  assert_contains (links, "https://fastapi.example/\n");
  assert_contains (links, "https://django.example/\n");
  assert_contains (links, "https://grpcio.example/\n");
  g_assert_null (strstr (links, "javascript"));
  g_assert_null (strstr (links, "passwd"));
}

/* qpdf writes the outline as it reads it, destinations resolved to pages. */
static void
test_pdf_has_outline (Fixture      *fixture,
                      gconstpointer user_data)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new_long ("en", 100);
  g_autofree char *outline = NULL;

  write_pdf (fixture, checklist, WH_PAPER_A4);
  outline = ask (fixture, "qpdf --json=2 --json-key=outlines PDF");

  assert_contains (outline, "\"title\": \"Back-end developer\"");
  assert_contains (outline, "\"title\": \"Group 1\"");
  assert_contains (outline, "\"title\": \"Group 3\"");
  assert_contains (outline, "\"destpageposfrom1\": 1,");
  assert_contains (outline, "\"destpageposfrom1\": 3,");
}

/* From the foot of a page to the front, and from what goes on to where it began. */
static void
test_pdf_has_internal_links (Fixture      *fixture,
                             gconstpointer user_data)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new_long ("en", 40);
  g_autofree char *objects = NULL;
  guint            n_links = 0;

  write_pdf (fixture, checklist, WH_PAPER_A4);
  objects = ask (fixture, "qpdf --json=2 --json-key=qpdf PDF");

  for (const char *p = objects; (p = strstr (p, "\"/Dest\": [")) != NULL; p++)
    n_links++;

  /* Pages 2 and 3 have both; the outline has two entries. */
  g_assert_cmpuint (n_links, ==, 2 * 2 + 2);
}

static void
test_pdf_is_the_same_again (void)
{
  static const char *const languages[] = { "en", "zh_CN" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (WhChecklist) first = sample_checklist_new_long (languages[i], 60);
      g_autoptr (WhChecklist) second = sample_checklist_new_long (languages[i], 60);
      g_autoptr (WhChecklist) other = sample_checklist_new_long (languages[i], 60);
      g_autoptr (GBytes) first_pdf = make_pdf (first, WH_PAPER_A4);
      g_autoptr (GBytes) other_pdf = NULL;
      g_autoptr (GBytes) second_pdf = NULL;

      /* What is drawn in between leaves no trace. */
      g_set_str (&other->subtitle, "Zebra 斑马");
      other_pdf = make_pdf (other, WH_PAPER_LETTER);
      second_pdf = make_pdf (second, WH_PAPER_A4);

      g_assert_true (g_bytes_equal (first_pdf, second_pdf));
      g_assert_false (g_bytes_equal (first_pdf, other_pdf));
    }
}

/* Writes the same document, from a process of its own, to the path in the environment. */
static void
test_pdf_is_the_same_elsewhere_subprocess (void)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new ("zh_CN");
  g_autoptr (GBytes) pdf = make_pdf (checklist, WH_PAPER_A4);

  g_assert_true (g_file_set_contents (g_getenv ("WHEELHOUSE_TEST_PDF"),
                                      g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL));
}

static void
test_pdf_is_the_same_elsewhere (Fixture      *fixture,
                                gconstpointer user_data)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new ("zh_CN");
  g_autoptr (GBytes) here = NULL;
  g_autofree char *elsewhere = NULL;
  gsize            length;

  g_setenv ("WHEELHOUSE_TEST_PDF", fixture->path, TRUE);
  g_test_trap_subprocess ("/pdf/is-the-same-elsewhere/subprocess", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();

  here = make_pdf (checklist, WH_PAPER_A4);
  g_assert_true (g_file_get_contents (fixture->path, &elsewhere, &length, NULL));
  g_assert_cmpmem (elsewhere, length, g_bytes_get_data (here, NULL), g_bytes_get_size (here));
}

static void
test_pdf_fails_on_full_disk (void)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new ("en");
  g_autoptr (WhPageLayout) layout = wh_page_layout_new (checklist, WH_PAPER_A4, NULL);
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/full");
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GError) error = NULL;

  stream = g_file_append_to (file, G_FILE_CREATE_NONE, NULL, &error);
  g_assert_no_error (error);

  g_assert_false (wh_pdf_write (layout, G_OUTPUT_STREAM (stream), NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

static void
test_pdf_can_be_cancelled (void)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new ("en");
  g_autoptr (WhPageLayout) layout = wh_page_layout_new (checklist, WH_PAPER_A4, NULL);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);

  g_assert_false (wh_pdf_write (layout, stream, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Returns: what the process has taken at most so far, in KiB */
static guint
get_peak_memory (void)
{
  g_autofree char *status = NULL;
  const char      *line;
  guint            peak = 0;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  line = strstr (status, "VmHWM:");
  g_assert_nonnull (line);
  g_assert_cmpint (sscanf (line, "VmHWM: %u kB", &peak), ==, 1);

  return peak;
}

/* Names and links alone: what takes memory, without what takes time. */
static WhChecklist *
create_plain (guint n_items)
{
  WhChecklist        *checklist = sample_checklist_new_empty ("en");
  WhChecklistSection *section = wh_checklist_add_section (checklist, "Section");

  for (guint i = 0; i < n_items; i++)
    {
      WhChecklistItem *item = wh_checklist_add_item (checklist, section, NULL, WH_PRIORITY_NONE, 0, WH_STATUS_LEARNING, NULL);
      g_autofree char *name = g_strdup_printf ("library-%u", i);

      wh_checklist_item_add_library (item, name, name, "https://library.example/");
    }

  return checklist;
}

/* Ten times the items, about the same memory: the pages are not kept. */
static void
test_pdf_memory_is_flat_subprocess (void)
{
  g_autoptr (WhChecklist) small = create_plain (1000);
  g_autoptr (WhChecklist) large = create_plain (10000);
  guint peaks[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GFile) null = g_file_new_for_path ("/dev/null");
      g_autoptr (GFileOutputStream) stream = g_file_append_to (null, G_FILE_CREATE_NONE, NULL, &error);
      g_autoptr (WhPageLayout) layout = wh_page_layout_new (i == 0 ? small : large, WH_PAPER_A4, &error);

      g_assert_true (wh_pdf_write (layout, G_OUTPUT_STREAM (stream), NULL, &error));
      g_assert_no_error (error);
      peaks[i] = get_peak_memory ();
    }

  g_test_message ("Peak after 1,000 items %u KiB, after 10,000 items %u KiB", peaks[0], peaks[1]);
  g_assert_cmpuint (peaks[1], <, peaks[0] + 24 * 1024);
}

static void
test_pdf_memory_is_flat (void)
{
#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("The address sanitizer holds back what was freed");
#else
  g_test_trap_subprocess ("/pdf/memory-is-flat/subprocess", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
#endif
}

#define add_test(name, function) \
  g_test_add ("/pdf/" name, Fixture, NULL, set_up, function, tear_down)

static void
test_document_names (void)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new_empty ("en");
  g_autofree char *pdf = NULL;
  g_autofree char *json = NULL;

  g_set_str (&checklist->subtitle, "A/B: C");
  pdf = wh_document_dup_file_name (checklist, WH_DOCUMENT_PDF);
  json = wh_document_dup_file_name (checklist, WH_DOCUMENT_JSON);

  g_assert_cmpstr (pdf, ==, "A-B- C.pdf");
  g_assert_cmpstr (json, ==, "A-B- C.wheelhouse.json");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("is-valid", test_pdf_is_valid);
  add_test ("has-text", test_pdf_has_text);
  add_test ("cuts-long-texts", test_pdf_cuts_long_texts);
  add_test ("explains-what-is-there", test_pdf_explains_what_is_there);
  add_test ("says-what-goes-on", test_pdf_says_what_goes_on);
  add_test ("has-simplified-face", test_pdf_has_simplified_face);
  add_test ("has-two-languages", test_pdf_has_two_languages);
  add_test ("shows-every-glyph", test_pdf_shows_every_glyph);
  add_test ("has-metadata", test_pdf_has_metadata);
  add_test ("has-links", test_pdf_has_links);
  add_test ("has-outline", test_pdf_has_outline);
  add_test ("has-internal-links", test_pdf_has_internal_links);
  add_test ("is-the-same-elsewhere", test_pdf_is_the_same_elsewhere);
  g_test_add_func ("/pdf/is-the-same-elsewhere/subprocess", test_pdf_is_the_same_elsewhere_subprocess);
  g_test_add_func ("/pdf/is-small", test_pdf_is_small);
  g_test_add_func ("/pdf/is-the-same-again", test_pdf_is_the_same_again);
  g_test_add_func ("/pdf/fails-on-full-disk", test_pdf_fails_on_full_disk);
  g_test_add_func ("/pdf/can-be-cancelled", test_pdf_can_be_cancelled);
  g_test_add_func ("/pdf/memory-is-flat", test_pdf_memory_is_flat);
  g_test_add_func ("/pdf/memory-is-flat/subprocess", test_pdf_memory_is_flat_subprocess);
  g_test_add_func ("/pdf/document-names", test_document_names);

  return g_test_run ();
}
