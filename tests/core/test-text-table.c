/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-text-table.h"

static void
assert_printed (WhTextTable *table,
                guint        width,
                const char  *expected)
{
  g_autoptr (GString) output = g_string_new (NULL);

  wh_text_table_print (table, output, width);
  g_assert_cmpstr (output->str, ==, expected);
}

static void
test_text_table_aligns (void)
{
  g_autoptr (WhTextTable) table = wh_text_table_new (3);

  wh_text_table_add_row (table, "redis", "缓存", "first");
  wh_text_table_add_row (table, "爬虫", "a", "second");
  wh_text_table_add_row (table, "x", "", "");

  assert_printed (table, 0,
                  "redis  缓存  first\n"
                  "爬虫   a     second\n"
                  "x\n");
}

/* What no row has takes no room, and what one row lacks stays free. */
static void
test_text_table_empty_cells (void)
{
  g_autoptr (WhTextTable) table = wh_text_table_new (4);

  wh_text_table_add_row (table, "a", NULL, "", "one");
  wh_text_table_add_row (table, "b", NULL, "2", "two");

  assert_printed (table, 0,
                  "a     one\n"
                  "b  2  two\n");
}

static void
test_text_table_headings (void)
{
  g_autoptr (WhTextTable) table = wh_text_table_new (2);

  wh_text_table_add_heading (table, "A heading is wider than any cell");
  wh_text_table_add_row (table, "a", "one");
  wh_text_table_add_heading (table, "学习中");
  wh_text_table_add_row (table, "bb", "two");

  assert_printed (table, 0,
                  "A heading is wider than any cell\n"
                  "  a   one\n"
                  "\n"
                  "学习中\n"
                  "  bb  two\n");
}

static void
test_text_table_cuts (void)
{
  g_autoptr (WhTextTable) table = wh_text_table_new (2);

  wh_text_table_add_row (table, "key", "As wide as it may be..");
  wh_text_table_add_row (table, "key", "One cell too wide for it");
  wh_text_table_add_row (table, "key", "用起来轻松愉快的日志库又一");

  /* Half a Chinese character cannot be shown: that line is one cell shorter. */
  assert_printed (table, 27,
                  "key  As wide as it may be..\n"
                  "key  One cell too wide for…\n"
                  "key  用起来轻松愉快的日志…\n");
}

/* The last column goes on below itself, and what follows begins a line of its own. */
static void
test_text_table_wraps (void)
{
  g_autoptr (WhTextTable) table = wh_text_table_new_wrapping (2);

  wh_text_table_add_heading (table, "Places");
  wh_text_table_add_row (table, "1", "The most basic of basics");
  wh_text_table_add_row (table, "10", "用起来轻松愉快的日志库");

  assert_printed (table, 26,
                  "Places\n"
                  "  1   The most basic of\n"
                  "      basics\n"
                  "  10  用起来轻松愉快的日志\n"
                  "      库\n");
  assert_printed (table, 0,
                  "Places\n"
                  "  1   The most basic of basics\n"
                  "  10  用起来轻松愉快的日志库\n");
}

/* So little room beside the other columns that the last one goes below them; a column
 * of one cell stays where it is.
 */
static void
test_text_table_wraps_below (void)
{
  g_autoptr (WhTextTable) table = wh_text_table_new_wrapping (3);

  wh_text_table_add_row (table, "Async by priority", "1", "The most basic of basics");
  wh_text_table_add_row (table, "爬虫", "10", "Yes");

  assert_printed (table, 26,
                  "Async by priority  1\n"
                  "  The most basic of basics\n"
                  "爬虫               10  Yes\n");
}

/* So little room that cutting would leave nothing: the terminal may wrap it. */
static void
test_text_table_too_narrow (void)
{
  g_autoptr (WhTextTable) table = wh_text_table_new (2);

  wh_text_table_add_row (table, "key", "Quite a long text that stays whole");
  assert_printed (table, 20, "key  Quite a long text that stays whole\n");
}

/* Only its own row is moved by a cell that is far longer than all others. */
static void
test_text_table_long_cell (void)
{
  g_autoptr (WhTextTable) table = wh_text_table_new (3);

  wh_text_table_add_row (table, "rq", "RQ", "Simple task queue");
  wh_text_table_add_row (table, "multiprocessing.shared", "Shared", "Memory of processes");
  wh_text_table_add_row (table, "multiprocessing.shared_memory.and.more", "Shared", "Memory of processes");

  assert_printed (table, 48,
                  "rq            RQ      Simple task queue\n"
                  "multiprocessing.shared  Shared  Memory of proce…\n"
                  "multiprocessing.shared_memory.and.more  Shared\n");
}

static void
test_text_table_one_line_a_row (void)
{
  g_autoptr (WhTextTable) table = wh_text_table_new (2);

  wh_text_table_add_row (table, "key", "two\nlines\tand \x1b[31mred");
  assert_printed (table, 0, "key  two lines and  [31mred\n");
}

static void
test_text_table_without_rows (void)
{
  g_autoptr (WhTextTable) table = wh_text_table_new (2);

  assert_printed (table, 80, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-table/aligns", test_text_table_aligns);
  g_test_add_func ("/text-table/empty-cells", test_text_table_empty_cells);
  g_test_add_func ("/text-table/headings", test_text_table_headings);
  g_test_add_func ("/text-table/cuts", test_text_table_cuts);
  g_test_add_func ("/text-table/wraps", test_text_table_wraps);
  g_test_add_func ("/text-table/wraps-below", test_text_table_wraps_below);
  g_test_add_func ("/text-table/too-narrow", test_text_table_too_narrow);
  g_test_add_func ("/text-table/long-cell", test_text_table_long_cell);
  g_test_add_func ("/text-table/one-line-a-row", test_text_table_one_line_a_row);
  g_test_add_func ("/text-table/without-rows", test_text_table_without_rows);

  return g_test_run ();
}
