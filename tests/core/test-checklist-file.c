/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <json-glib/json-glib.h>

#include "sample-checklist.h"
#include "wh-checklist-file.h"

typedef gboolean (*WriteFunc) (const WhChecklist *checklist,
                               GOutputStream     *stream,
                               GCancellable      *cancellable,
                               GError           **error);

static char *
write_text (WhChecklist *checklist,
            WriteFunc    func)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (func (checklist, stream, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_checklist_file_markdown (void)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new ("en");
  g_autofree char *markdown = write_text (checklist, wh_checklist_write_markdown);

  g_assert_true (g_str_has_prefix (markdown,
                                   "# Learning checklist: Back-end developer\n"
                                   "\n"
                                   "20 November 2026 · 2 of 9 learnt\n"
                                   "\n"
                                   "## P0 · Must learn (2 of 4)\n"
                                   "\n"
                                   "- [x] **[FastAPI](<https://fastapi.example/>) / [Django](<https://django.example/>)** · P0 · ★★★★★"
                                   " — Modern asynchronous web framework, or the one with everything included\n"
                                   "- [ ] **[SQLAlchemy](<https://sqlalchemy.example/>)** · P0 · ★★★★½ · *Learning*"
                                   " — The SQL toolkit and object-relational mapper that most projects build on\n"
                                   "\n"
                                   "  > Chapter 3 of the tutorial first, then sessions.\n"
                                   "  >\n"
                                   "  > Ask Lin about migrations.\n"
                                   "\n"
                                   "- [ ] **[pydantic](<https://pydantic.example/>)** · P0 — Validation and settings from type hints\n"));
}

static void
test_checklist_file_markdown_chinese (void)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new ("zh_CN");
  g_autofree char *markdown = write_text (checklist, wh_checklist_write_markdown);

  g_assert_nonnull (strstr (markdown, "# 学习清单：后端工程师\n\n2026 年 11 月 20 日 · 已学会 2/9\n"));
  g_assert_nonnull (strstr (markdown, "**[httpx](<https://httpx.example/>)** · P1 · *已跳过* — 同步与异步同一接口的 HTTP 客户端\n"));
}

/* What people write shows as they wrote it, and makes nothing of the rest. */
static void
test_checklist_file_markdown_escapes (void)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new_empty ("en");
  WhChecklistSection *section = wh_checklist_add_section (checklist, "[x] # <b>");
  WhChecklistItem    *item = wh_checklist_add_item (checklist, section, "a\nb *c* `d` \\", WH_PRIORITY_NONE, 0, WH_STATUS_NONE,
                                                    "# head\n\n- item\n12. item\n> quote\n\x01\xff");
  g_autofree char    *markdown = NULL;

  wh_checklist_item_add_library (item, "key", "__init__", "https://x.example/a b>c(d)");
  markdown = write_text (checklist, wh_checklist_write_markdown);

  g_assert_nonnull (strstr (markdown, "## \\[x\\] # \\<b\\> (0 of 1)\n"));
  g_assert_nonnull (strstr (markdown, "- [ ] **[\\_\\_init\\_\\_](<https://x.example/a%20b%3Ec(d)>)** — a b \\*c\\* \\`d\\` \\\\\n"));
  g_assert_nonnull (strstr (markdown, "\n  > \\# head\n  >\n  > \\- item\n  >\n  > 12\\. item\n  >\n  > \\> quote\n"));
  g_assert_true (g_utf8_validate (markdown, -1, NULL));
}

static void
test_checklist_file_markdown_two_languages (void)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new ("en");
  g_autoptr (WhChecklist) other = sample_checklist_new ("zh_CN");
  WhChecklistSection *section = g_ptr_array_index (checklist->sections, 0);
  g_autofree char    *markdown = NULL;

  g_set_str (&((WhChecklistItem *) g_ptr_array_index (section->items, 3))->summary, NULL);
  wh_checklist_add_language (checklist, other);
  markdown = write_text (checklist, wh_checklist_write_markdown);

  g_assert_true (g_str_has_prefix (markdown, "# Learning checklist: Back-end developer / 学习清单：后端工程师\n"));
  g_assert_nonnull (strstr (markdown, "\n## P0 · Must learn / P0·必学 (2 of 4)\n"));
  g_assert_nonnull (strstr (markdown, " · P0 — Validation and settings from type hints / 用类型注解做数据校验与配置\n"));
  /* What there is in one language alone is no alternative to anything. */
  g_assert_nonnull (strstr (markdown, "**[pytest](<https://pytest.example/>)** · P0 · ★★★★★ — 用普通断言写测试，夹具与插件丰富\n"));
}

static void
test_checklist_file_markdown_empty (void)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new_empty ("en");
  g_autofree char *markdown = write_text (checklist, wh_checklist_write_markdown);

  g_assert_true (g_str_has_suffix (markdown, "\nThere is nothing on this checklist.\n"));
}

static void
test_checklist_file_json (void)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new ("en");
  g_autofree char *json = write_text (checklist, wh_checklist_write_json);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *root;
  JsonObject *section;
  JsonObject *item;
  JsonObject *library;

  g_assert_true (json_parser_load_from_data (parser, json, -1, &error));
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (json, "}\n"));

  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_true (g_str_has_prefix (json, "{\n  \"format\" : \"wheelhouse-checklist\",\n  \"version\" : 1,\n"));
  g_assert_cmpstr (json_object_get_string_member (root, "role"), ==, "Back-end developer");
  g_assert_cmpstr (json_object_get_string_member (root, "date"), ==, "2026-11-20");
  g_assert_cmpint (json_object_get_int_member (root, "done"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (root, "total"), ==, 9);

  section = json_array_get_object_element (json_object_get_array_member (root, "sections"), 0);
  g_assert_cmpint (json_object_get_int_member (section, "total"), ==, 4);

  item = json_array_get_object_element (json_object_get_array_member (section, "items"), 1);
  g_assert_cmpstr (json_object_get_string_member (item, "status"), ==, "learning");
  g_assert_cmpstr (json_object_get_string_member (item, "priority"), ==, "P0");
  g_assert_cmpfloat (json_object_get_double_member (item, "stars"), ==, 4.5);
  g_assert_true (g_str_has_suffix (json_object_get_string_member (item, "note"), "\nAsk Lin about migrations."));

  library = json_array_get_object_element (json_object_get_array_member (item, "libraries"), 0);
  g_assert_cmpstr (json_object_get_string_member (library, "key"), ==, "sqlalchemy");
  g_assert_cmpstr (json_object_get_string_member (library, "homepage"), ==, "https://sqlalchemy.example/");

  item = json_array_get_object_element (json_object_get_array_member (section, "items"), 2);
  g_assert_true (json_object_get_null_member (item, "stars"));
  g_assert_true (json_object_get_null_member (item, "note"));
}

static void
test_checklist_file_fails_on_full_disk (void)
{
  static const WriteFunc funcs[] = { wh_checklist_write_markdown, wh_checklist_write_json };
  g_autoptr (WhChecklist) checklist = sample_checklist_new ("en");

  for (guint i = 0; i < G_N_ELEMENTS (funcs); i++)
    {
      g_autoptr (GFile) full = g_file_new_for_path ("/dev/full");
      g_autoptr (GFileOutputStream) stream = g_file_append_to (full, G_FILE_CREATE_NONE, NULL, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (funcs[i](checklist, G_OUTPUT_STREAM (stream), NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/checklist-file/markdown", test_checklist_file_markdown);
  g_test_add_func ("/checklist-file/markdown-chinese", test_checklist_file_markdown_chinese);
  g_test_add_func ("/checklist-file/markdown-escapes", test_checklist_file_markdown_escapes);
  g_test_add_func ("/checklist-file/markdown-two-languages", test_checklist_file_markdown_two_languages);
  g_test_add_func ("/checklist-file/markdown-empty", test_checklist_file_markdown_empty);
  g_test_add_func ("/checklist-file/json", test_checklist_file_json);
  g_test_add_func ("/checklist-file/fails-on-full-disk", test_checklist_file_fails_on_full_disk);

  return g_test_run ();
}
