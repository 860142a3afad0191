/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-json-document.h"

static const char text[] =
  "{\n"
  "  \"list\": [\n"
  "    { \"first\": 1,\n"
  "      \"second\":\n"
  "        2, \"third\": \"[{\" },\n"
  "    {\n"
  "      \"fourth\": null\n"
  "    },\n"
  "    5\n"
  "  ],\n"
  "  \"last\": true\n"
  "}\n";

static void
test_document_knows_lines (void)
{
  guint line = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (WhJsonDocument) document = wh_json_document_new (text, -1, &line, &error);
  JsonObject *root;
  JsonArray  *list;
  JsonObject *one;
  JsonObject *two;

  g_assert_no_error (error);
  root = json_node_get_object (wh_json_document_get_root (document));
  list = json_object_get_array_member (root, "list");
  one = json_array_get_object_element (list, 0);
  two = json_array_get_object_element (list, 1);

  g_assert_cmpuint (wh_json_document_get_object_line (document, root), ==, 1);
  g_assert_cmpuint (wh_json_document_get_object_line (document, one), ==, 3);
  g_assert_cmpuint (wh_json_document_get_member_line (document, one, "first"), ==, 3);
  g_assert_cmpuint (wh_json_document_get_member_line (document, one, "second"), ==, 5);
  g_assert_cmpuint (wh_json_document_get_member_line (document, one, "third"), ==, 5);
  g_assert_cmpuint (wh_json_document_get_object_line (document, two), ==, 6);
  g_assert_cmpuint (wh_json_document_get_member_line (document, two, "fourth"), ==, 7);
  g_assert_cmpuint (wh_json_document_get_element_line (document, list, 2), ==, 9);
  g_assert_cmpuint (wh_json_document_get_member_line (document, root, "last"), ==, 11);

  /* What is not there is said of the whole. */
  g_assert_cmpuint (wh_json_document_get_member_line (document, two, "fifth"), ==, 6);
}

static void
assert_refused (const char *json,
                gssize      length,
                WhJsonError code,
                guint       expected_line)
{
  guint line = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (WhJsonDocument) document = wh_json_document_new (json, length, &line, &error);

  g_assert_null (document);
  g_assert_error (error, WH_JSON_ERROR, (int) code);
  g_assert_cmpuint (line, ==, expected_line);
}

static void
test_document_refuses_what_is_no_json (void)
{
  assert_refused ("", -1, WH_JSON_ERROR_SYNTAX, 1);
  assert_refused ("{\n\"a\": 1\n\n", -1, WH_JSON_ERROR_SYNTAX, 2);
  assert_refused ("{\"a\": 1} x", -1, WH_JSON_ERROR_SYNTAX, 1);
  assert_refused ("[1,\n2,\n]", -1, WH_JSON_ERROR_SYNTAX, 2);
  assert_refused ("[\n\"a\0b\"]", 8, WH_JSON_ERROR_SYNTAX, 2);
  assert_refused ("[\n\"\xc3\"]", -1, WH_JSON_ERROR_SYNTAX, 2);
  assert_refused ("{\n\"a\": {\"b\": 1,\n\"b\": 2}}", -1, WH_JSON_ERROR_DOUBLED, 3);
}

static void
test_document_is_bounded (void)
{
  g_autofree char *deep = g_strnfill (1000000, '[');
  g_autofree char *large = g_strnfill (WH_JSON_MAX_SIZE + 1, ' ');
  g_autofree char *brackets = g_strnfill (WH_JSON_MAX_DEPTH, '[');
  g_autofree char *quoted = g_strconcat ("[\"\\\"", brackets, "\"]", NULL);
  g_autoptr (WhJsonDocument) document = NULL;
  guint line = 0;

  assert_refused (deep, -1, WH_JSON_ERROR_TOO_DEEP, 1);
  assert_refused (large, -1, WH_JSON_ERROR_TOO_LARGE, 1);

  /* Brackets in texts nest nothing. */
  document = wh_json_document_new (quoted, -1, &line, NULL);
  g_assert_nonnull (document);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/json-document/knows-lines", test_document_knows_lines);
  g_test_add_func ("/json-document/refuses-what-is-no-json", test_document_refuses_what_is_no_json);
  g_test_add_func ("/json-document/is-bounded", test_document_is_bounded);

  return g_test_run ();
}
