/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "sample-checklist.h"
#include "wh-page-layout.h"
#include "wh-print-error.h"

/* A paragraph of @n_words times @word. */
static char *
repeat (const char *word,
        guint       n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append (text, word);

  return g_string_free_and_steal (text);
}

static void
add_item (WhChecklist        *checklist,
          WhChecklistSection *section,
          const char         *name,
          const char         *summary,
          const char         *note)
{
  WhChecklistItem *item = wh_checklist_add_item (checklist, section, summary, WH_PRIORITY_P1, 0, WH_STATUS_NONE, note);

  wh_checklist_item_add_library (item, "key", name, NULL);
}

static WhPageLayout *
lay_out (WhChecklist *checklist,
         WhPaper      paper)
{
  g_autoptr (GError) error = NULL;
  WhPageLayout *layout = wh_page_layout_new (checklist, paper, &error);

  g_assert_no_error (error);
  return layout;
}

/* Every block inside its page's margins, below the one before it, none twice, none left out. */
static void
assert_is_sound (WhPageLayout *layout)
{
  const WhChecklist *checklist = wh_page_layout_get_checklist (layout);
  const WhPageBlock *blocks;
  guint              n_blocks;
  guint              section = 0;
  guint              item = 0;
  double             top;
  double             bottom;

  wh_page_layout_get_margins (layout, &top, &bottom);
  blocks = wh_page_layout_get_blocks (layout, &n_blocks);
  g_assert_cmpint (blocks[0].kind, ==, WH_PAGE_BLOCK_MASTHEAD);
  g_assert_cmpuint (blocks[n_blocks - 1].page + 1, ==, wh_page_layout_get_n_pages (layout));

  for (guint i = 0; i < n_blocks; i++)
    {
      const WhPageBlock *block = &blocks[i];

      g_assert_cmpfloat (block->y, >=, top);
      g_assert_cmpfloat (block->height, >, 0);
      if (block->kind != WH_PAGE_BLOCK_MASTHEAD)
        g_assert_cmpfloat (block->y + block->height, <=, bottom);

      if (i > 0 && block->page == blocks[i - 1].page)
        g_assert_cmpfloat (block->y, >=, blocks[i - 1].y + blocks[i - 1].height - 1e-6);
      else if (i > 0)
        g_assert_cmpuint (block->page, ==, blocks[i - 1].page + 1);

      if (block->kind == WH_PAGE_BLOCK_ITEM)
        {
          g_assert_cmpuint (block->section, ==, section);
          g_assert_cmpuint (block->item, ==, item);

          item++;
          if (item == ((WhChecklistSection *) g_ptr_array_index (checklist->sections, section))->items->len)
            {
              section++;
              item = 0;
            }
        }
    }

  g_assert_cmpuint (section, ==, checklist->sections->len);
}

/* The first two items of a section, or its only one, stand on the page of its heading; a page that
 * begins within a section says so.
 */
static void
assert_headings_keep_items (WhPageLayout *layout)
{
  const WhPageBlock *blocks;
  guint              n_blocks;

  blocks = wh_page_layout_get_blocks (layout, &n_blocks);
  for (guint i = 1; i < n_blocks; i++)
    {
      if (blocks[i].kind == WH_PAGE_BLOCK_HEADING)
        for (guint j = i + 1; j < MIN (i + 3, n_blocks) && blocks[j].section == blocks[i].section; j++)
          {
            g_assert_cmpint (blocks[j].kind, ==, WH_PAGE_BLOCK_ITEM);
            g_assert_cmpuint (blocks[j].page, ==, blocks[i].page);
          }

      if (blocks[i].page != blocks[i - 1].page)
        g_assert_true (blocks[i].kind == WH_PAGE_BLOCK_HEADING || blocks[i].kind == WH_PAGE_BLOCK_CONTINUED);
    }
}

static void
test_page_layout_one_page (void)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new ("en");
  g_autoptr (WhPageLayout) layout = lay_out (checklist, WH_PAPER_A4);
  double width;
  double height;

  g_assert_cmpuint (wh_page_layout_get_n_pages (layout), ==, 1);
  assert_is_sound (layout);

  wh_page_layout_get_page_size (layout, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 210 / 25.4 * 72, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 297 / 25.4 * 72, 0.01);
}

static void
test_page_layout_empty (void)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new_empty ("zh_CN");
  g_autoptr (WhPageLayout) layout = lay_out (checklist, WH_PAPER_LETTER);
  const WhPageBlock *blocks;
  guint              n_blocks;

  blocks = wh_page_layout_get_blocks (layout, &n_blocks);

  g_assert_cmpuint (wh_page_layout_get_n_pages (layout), ==, 1);
  g_assert_cmpuint (n_blocks, ==, 2);
  g_assert_cmpint (blocks[1].kind, ==, WH_PAGE_BLOCK_EMPTY);
}

/* Wherever the pages happen to break. */
static void
test_page_layout_breaks (void)
{
  for (guint n_items = 1; n_items < 95; n_items++)
    {
      const char *language = n_items % 2 == 0 ? "en" : "zh_CN";
      g_autoptr (WhChecklist) checklist = sample_checklist_new_long (language, n_items);
      g_autoptr (WhPageLayout) layout = lay_out (checklist, n_items % 3 == 0 ? WH_PAPER_LETTER : WH_PAPER_A4);

      assert_is_sound (layout);
      assert_headings_keep_items (layout);
    }
}

/* Sections of one, two and three items, so that headings come to every place of a page. */
static void
test_page_layout_headings_keep_items (void)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new_empty ("en");
  g_autoptr (WhPageLayout) layout = NULL;

  for (guint i = 0; i < 60; i++)
    {
      WhChecklistSection *section = wh_checklist_add_section (checklist, "Section");

      for (guint j = 0; j <= i % 3; j++)
        add_item (checklist, section, "item", i % 4 == 0 ? "Why" : NULL, i % 5 == 0 ? "Note" : NULL);
    }

  layout = lay_out (checklist, WH_PAPER_A4);
  assert_is_sound (layout);
  assert_headings_keep_items (layout);
  g_assert_cmpuint (wh_page_layout_get_n_pages (layout), >, 5);
}

static const WhPageBlock *
get_first_item (WhPageLayout *layout)
{
  const WhPageBlock *blocks;
  guint              n_blocks;

  blocks = wh_page_layout_get_blocks (layout, &n_blocks);
  for (guint i = 0; i < n_blocks; i++)
    if (blocks[i].kind == WH_PAGE_BLOCK_ITEM)
      return &blocks[i];

  g_assert_not_reached ();
}

static void
test_page_layout_wraps (void)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new_empty ("zh_CN");
  WhChecklistSection *section = wh_checklist_add_section (checklist, "一");
  g_autofree char    *chinese = repeat ("异步编程", 25);
  g_autofree char    *english = repeat ("word ", 70);
  g_autoptr (WhPageLayout) layout = NULL;
  const WhPageBlock *block;

  /* A hundred characters of 9.5 points on lines of about 460, and there are no spaces to break at. */
  add_item (checklist, section, "短", chinese, english);
  layout = lay_out (checklist, WH_PAPER_A4);
  block = get_first_item (layout);

  g_assert_cmpuint (block->n_name_lines, ==, 1);
  g_assert_cmpuint (block->n_summary_lines, ==, 3);
  g_assert_cmpuint (block->n_note_lines, ==, 4);
}

/* Whatever people write, an item is never taller than its share of a page. */
static void
test_page_layout_bounds_long_texts (void)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new_empty ("en");
  WhChecklistSection *section = wh_checklist_add_section (checklist, "Section");
  g_autofree char    *word = repeat ("x", 200000);
  g_autofree char    *lines = repeat ("line\n", 50000);
  g_autofree char    *title = repeat ("title ", 500);
  g_autoptr (WhPageLayout) layout = NULL;

  wh_checklist_add_section (checklist, title);
  g_set_str (&checklist->subtitle, title);
  for (guint i = 0; i < 7; i++)
    add_item (checklist, i % 2 == 0 ? section : g_ptr_array_index (checklist->sections, 1), word, word, lines);

  layout = lay_out (checklist, WH_PAPER_LETTER);
  assert_is_sound (layout);
  assert_headings_keep_items (layout);
  g_assert_cmpuint (get_first_item (layout)->n_name_lines, ==, 3);
}

/* Draws all pages on memory, as a preview does. */
static void
draw (WhPageLayout *layout)
{
  for (guint page = 0; page < wh_page_layout_get_n_pages (layout); page++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 612, 842);
      cairo_t         *cr = cairo_create (surface);

      wh_page_layout_draw_page (layout, page, cr);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

static void
test_page_layout_hostile_texts (void)
{
  static const char *const texts[] = {
    "",
    " \t\r\n ",
    "bell\a escape\033[31m del\177 null-ish\001",
    "\xff\xfe not UTF-8 \xc3",
    "<b>markup</b> & entities &amp; 'quotes' \\ %s %n {n} {m}",
    "\xe2\x80\xae"
    "overridden \xe2\x81\xa6 isolated",
    "עברית and العربية in one",
    "emoji 🐍🚀 👩‍👩‍👧‍👦 ❤️",
    "e\xcc\x81\xcc\x82\xcc\x83\xcc\x84\xcc\x85\xcc\x86 stacked",
    "半角ｶﾅ と 全角ＡＢＣ",
  };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (WhChecklist) checklist = sample_checklist_new_empty (i == 0 ? "en" : "zh_CN");
      g_autoptr (WhPageLayout) layout = NULL;

      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          WhChecklistSection *section = wh_checklist_add_section (checklist, texts[j]);

          add_item (checklist, section, texts[j], texts[j], texts[j]);
        }
      g_set_str (&checklist->title, texts[4]);
      g_set_str (&checklist->subtitle, texts[2]);

      layout = lay_out (checklist, WH_PAPER_A4);
      assert_is_sound (layout);
      draw (layout);
    }
}

/* What is judged without shaping must be what shaping would say. */
static void
test_page_layout_counts_lines_as_pango_does (void)
{
  static const char *const languages[] = { "en", "zh_CN" };
  static const char *const alphabets[] = { "WAVATo.,fi ", "异步，数据库 abc", "Überprüfung ", "日本語 кириллица " };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    for (guint j = 0; j < G_N_ELEMENTS (alphabets); j++)
      for (guint length = 1; length < 12; length++)
        {
          g_autoptr (WhTypeCase) type_case = wh_type_case_new (languages[i]);
          g_autofree char *text = repeat (alphabets[j], length);
          g_autofree char *trimmed = g_strstrip (g_steal_pointer (&text));
          double           width = wh_type_case_measure (type_case, WH_TEXT_NAME, trimmed);

          g_assert_cmpuint (wh_type_case_count_lines (type_case, WH_TEXT_NAME, trimmed, width + 0.1, 9), ==, 1);
          if (length > 1)
            g_assert_cmpuint (wh_type_case_count_lines (type_case, WH_TEXT_NAME, trimmed, width - 0.5, 9), >, 1);
          g_assert_cmpuint (wh_type_case_count_lines (type_case, WH_TEXT_NAME, trimmed, width + 99, 9), ==, 1);
        }
}

static void
test_page_layout_locates_parts (void)
{
  g_autoptr (WhTypeCase) type_case = wh_type_case_new ("en");
  const char *text = "FastAPI / Django";
  double      width = wh_type_case_measure (type_case, WH_TEXT_NAME, text);
  WhTextSpan  spans[3];

  g_assert_cmpuint (wh_type_case_locate (type_case, WH_TEXT_NAME, text, 300, 3, 10, 16, spans, 3), ==, 1);
  g_assert_cmpuint (spans[0].line, ==, 0);
  g_assert_cmpfloat (spans[0].x, >, width / 3);
  g_assert_cmpfloat_with_epsilon (spans[0].x + spans[0].width, width, 0.1);

  /* On a narrow column "Django" comes to stand on a line of its own. */
  g_assert_cmpuint (wh_type_case_locate (type_case, WH_TEXT_NAME, text, width - 5, 3, 0, 16, spans, 3), ==, 2);
  g_assert_cmpuint (spans[1].line, ==, 1);
  g_assert_cmpfloat (spans[1].x, ==, 0);
}

/* Fontconfig reads its configuration once, so each set of fonts has a process. Only scalable fonts
 * of a Latin family are left.
 */
static void
leave_latin_fonts_only (void)
{
  g_autofree char *directory = g_dir_make_tmp ("wheelhouse-fonts-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "fonts.conf", NULL);
  g_autofree char *config = g_strdup_printf ("<?xml version=\"1.0\"?>\n"
                                             "<!DOCTYPE fontconfig SYSTEM \"urn:fontconfig:fonts.dtd\">\n"
                                             "<fontconfig>\n"
                                             "  <include>/etc/fonts/fonts.conf</include>\n"
                                             "  <cachedir>%s</cachedir>\n"
                                             "  <selectfont>\n"
                                             "    <acceptfont><pattern><patelt name=\"family\"><string>DejaVu Sans</string></patelt></pattern></acceptfont>\n"
                                             "    <rejectfont><pattern><patelt name=\"scalable\"><bool>true</bool></patelt></pattern></rejectfont>\n"
                                             "    <rejectfont><pattern><patelt name=\"color\"><bool>true</bool></patelt></pattern></rejectfont>\n"
                                             "  </selectfont>\n"
                                             "</fontconfig>\n",
                                             directory);

  g_assert_true (g_file_set_contents (path, config, -1, NULL));
  g_setenv ("FONTCONFIG_FILE", path, TRUE);
}

static void
test_page_layout_refuses_without_font_subprocess (void)
{
  g_autoptr (WhChecklist) chinese = sample_checklist_new ("zh_CN");
  g_autoptr (WhChecklist) english = sample_checklist_new ("en");
  g_autoptr (WhPageLayout) layout = NULL;
  g_autoptr (GError) error = NULL;

  leave_latin_fonts_only ();

  layout = wh_page_layout_new (english, WH_PAPER_A4, &error);
  g_assert_no_error (error);
  g_clear_object (&layout);

  layout = wh_page_layout_new (chinese, WH_PAPER_A4, &error);
  g_assert_error (error, WH_PRINT_ERROR, WH_PRINT_ERROR_NO_FONT);
  g_assert_null (layout);
  g_assert_nonnull (strstr (error->message, "学习清单"));
  g_assert_nonnull (strstr (error->message, "fonts-noto-cjk"));
  g_clear_error (&error);

  add_item (english, g_ptr_array_index (english->sections, 0), "snake", "🐍", NULL);
  layout = wh_page_layout_new (english, WH_PAPER_A4, &error);
  g_assert_error (error, WH_PRINT_ERROR, WH_PRINT_ERROR_NO_FONT);
  g_assert_nonnull (strstr (error->message, "U+1F40D"));
  g_assert_nonnull (strstr (error->message, "emoji"));
}

static void
test_page_layout_refuses_without_font (void)
{
  g_test_trap_subprocess ("/page-layout/refuses-without-font/subprocess", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/page-layout/one-page", test_page_layout_one_page);
  g_test_add_func ("/page-layout/empty", test_page_layout_empty);
  g_test_add_func ("/page-layout/breaks", test_page_layout_breaks);
  g_test_add_func ("/page-layout/headings-keep-items", test_page_layout_headings_keep_items);
  g_test_add_func ("/page-layout/wraps", test_page_layout_wraps);
  g_test_add_func ("/page-layout/bounds-long-texts", test_page_layout_bounds_long_texts);
  g_test_add_func ("/page-layout/hostile-texts", test_page_layout_hostile_texts);
  g_test_add_func ("/page-layout/counts-lines-as-pango-does", test_page_layout_counts_lines_as_pango_does);
  g_test_add_func ("/page-layout/locates-parts", test_page_layout_locates_parts);
  g_test_add_func ("/page-layout/refuses-without-font", test_page_layout_refuses_without_font);
  g_test_add_func ("/page-layout/refuses-without-font/subprocess", test_page_layout_refuses_without_font_subprocess);

  return g_test_run ();
}
