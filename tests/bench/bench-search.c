/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a query costs, against adding up every byte of the same text once, and against
 * LIKE in SQLite over the same text: CPU time, so that other programs matter less.
 * WHEELHOUSE_BENCH_ROWS is a list of sizes.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "generate-catalogue.h"
#include "wh-index-private.h"
#include "wh-search.h"

#include "bench-figures.h"

static const char *const texts[] = {
  "d", "dj", "dja", "djan", "djang", "django", "django ", "django r", "django re", "django res", "django rest",
  "a", "as", "asy", "asyn", "async", "异", "异步", "爬", "爬虫", "数", "数据", "数据库",
  "w", "we", "web", "web 框", "web 框架", "jango", "sql", "data", "zzzz", "机器学习"
};

/* The targets are for this size; below it a query is a fraction of a millisecond.
 * They are those of a scan that looks at many bytes at once, which this one does not
 * yet: until then they are printed, and their being missed is no failure.
 */
#define TARGET_ROWS 100000

/* Every other byte of a word, with room for 256 of them. */
#define BYTES_MASK G_GUINT64_CONSTANT (0x00ff00ff00ff00ff)
#define WORDS_AT_ONCE 128

/* As fast as it goes: eight bytes in one addition. */
static guint64
sum_bytes (WhIndex *index)
{
  const char *text = index->base->text;
  gsize       n_words = wh_index_get_text_size (index) / sizeof (guint64);
  guint64     sum = 0;

  for (gsize first = 0; first < n_words; first += WORDS_AT_ONCE)
    {
      gsize   last = MIN (first + WORDS_AT_ONCE, n_words);
      guint64 pairs = 0;

      for (gsize i = first; i < last; i++)
        {
          guint64 word;

          memcpy (&word, text + i * sizeof word, sizeof word);
          pairs += (word & BYTES_MASK) + ((word >> 8) & BYTES_MASK);
        }

      for (guint shift = 0; shift < 64; shift += 16)
        sum += (pairs >> shift) & 0xffff;
    }

  return sum;
}

static double
measure_floor (WhIndex *index)
{
  g_autoptr (GArray) figures = bench_figures_new ();
  guint64 sum = 0;

  for (guint i = 0; i < 21; i++)
    {
      gint64 start = bench_cpu_now ();

      sum += sum_bytes (index);
      bench_figures_add (figures, bench_cpu_now () - start);
    }

  /* What nobody looks at need not be summed. */
  g_assert_cmpuint (sum, >, 0);

  return bench_figures_get_median (figures);
}

static GArray *
measure_queries (WhIndex *index,
                 guint    n_rounds)
{
  GArray *figures = bench_figures_new ();

  for (guint round = 0; round < n_rounds; round++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        {
          g_autoptr (WhLibraryQuery) query = wh_library_query_new ();
          g_autoptr (WhSearchResult) result = NULL;
          gint64 start;

          wh_library_query_set_text (query, texts[i]);
          start = bench_cpu_now ();
          result = wh_search (index, query, NULL);
          bench_figures_add (figures, bench_cpu_now () - start);
        }
    }

  return figures;
}

/* The same rows, the same text, the same order, in memory. */
static sqlite3 *
fill_like (WhIndex *index)
{
  sqlite3      *db = NULL;
  sqlite3_stmt *insert = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  sqlite3_exec (db, "CREATE TABLE folded (id INTEGER PRIMARY KEY, text TEXT NOT NULL); BEGIN;", NULL, NULL, NULL);
  sqlite3_prepare_v2 (db, "INSERT INTO folded (text) VALUES (?1)", -1, &insert, NULL);

  for (guint i = 0; i < index->base->n_rows; i++)
    {
      const char *text = index->base->text + index->base->starts[i];

      sqlite3_bind_text (insert, 1, text, -1, SQLITE_STATIC);
      sqlite3_step (insert);
      sqlite3_reset (insert);
    }

  sqlite3_finalize (insert);
  sqlite3_exec (db, "COMMIT", NULL, NULL, NULL);
  return db;
}

static GArray *
measure_like (WhIndex *index)
{
  GArray       *figures = bench_figures_new ();
  sqlite3      *db = fill_like (index);
  sqlite3_stmt *select = NULL;

  sqlite3_prepare_v2 (db, "SELECT id FROM folded WHERE text LIKE ?1", -1, &select, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *pattern = g_strconcat ("%", texts[i], "%", NULL);
      gint64           start = bench_cpu_now ();

      sqlite3_bind_text (select, 1, pattern, -1, SQLITE_STATIC);
      while (sqlite3_step (select) == SQLITE_ROW)
        continue;
      sqlite3_reset (select);
      bench_figures_add (figures, bench_cpu_now () - start);
    }

  sqlite3_finalize (select);
  sqlite3_close (db);
  return figures;
}

static WhIndex *
build_index (const char *path,
             gint64     *elapsed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhDatabase) database = wh_database_open (path, WH_DATABASE_READ_ONLY, &error);
  gint64   start = bench_cpu_now ();
  WhIndex *index;

  g_assert_no_error (error);
  index = wh_index_build (database, NULL, &error);
  g_assert_no_error (error);
  *elapsed = bench_cpu_now () - start;

  return index;
}

static void
run (const char *folder,
     guint       n_rows)
{
  g_autofree char *path = g_build_filename (folder, "bench.db", NULL);
  g_autoptr (WhIndex) index = NULL;
  g_autoptr (GArray) queries = NULL;
  g_autoptr (GArray) like = NULL;
  double   floor, median, tail;
  gint64   built;
  gboolean is_target = n_rows >= TARGET_ROWS;

  test_generate_file (path, n_rows, 1);
  index = build_index (path, &built);
  floor = measure_floor (index);
  queries = measure_queries (index, n_rows > TARGET_ROWS ? 2 : 7);
  like = measure_like (index);
  median = bench_figures_get_median (queries);
  tail = bench_figures_get_percentile (queries, 99);

  g_print ("%u rows, %.1f MB of text; index built in %.1f ms\n",
           n_rows, wh_index_get_text_size (index) / 1e6, built / 1e6);
  bench_print_floor ("every byte added up once", floor);
  bench_print_ratio ("query, median, against the byte sum", median, floor, is_target ? 2.5 : 0);
  bench_print_ratio ("query, 99th of 100, against the byte sum", tail, floor, is_target ? 4 : 0);
  bench_print_ratio ("query, median, against LIKE", median, bench_figures_get_median (like), is_target ? 1 / 12.0 : 0);

  g_remove (path);
}

int
main (int   argc,
      char *argv[])
{
  const char *sizes = g_getenv ("WHEELHOUSE_BENCH_ROWS");
  g_auto (GStrv) parts = g_strsplit (sizes != NULL ? sizes : "300 10000 100000", " ", -1);
  g_autofree char *folder = g_dir_make_tmp ("wheelhouse-bench-XXXXXX", NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    run (folder, (guint) g_ascii_strtoull (parts[i], NULL, 10));

  g_rmdir (folder);
  return 0;
}
