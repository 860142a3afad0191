/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-catalogue-subjects.h"
#include "wh-report.h"
#include "wh-resolve.h"
#include "wh-subject-writer.h"

#include "wh-commands.h"

static void
print_comparisons (WhCli     *cli,
                   GPtrArray *comparisons)
{
  g_autoptr (WhTextTable) table = wh_text_table_new (3);

  for (guint i = 0; i < comparisons->len; i++)
    {
      const WhComparison *comparison = g_ptr_array_index (comparisons, i);
      g_autofree char    *size = g_strdup_printf ("%u × %u", comparison->rows->len, comparison->subjects->len);

      wh_text_table_add_row (table, comparison->key, size, comparison->title);
    }

  wh_report_print_table (cli, table);
}

/* "4.5 fast": stars, words, or both. */
static char *
dup_cell (const WhComparisonCell *cell)
{
  g_autofree char *stars = cell->stars > 0 ? wh_report_dup_stars (cell->stars) : NULL;

  if (stars != NULL && cell->value != NULL)
    return g_strjoin (" ", stars, cell->value, NULL);

  return stars != NULL ? g_steal_pointer (&stars) : g_strdup (cell->value);
}

/* By subject, for any number of them fits under each other. */
static void
print_comparison (WhCli              *cli,
                  const WhComparison *comparison)
{
  g_autoptr (WhTextTable) table = wh_text_table_new_wrapping (2);

  wh_report_print_title (cli, comparison->title, comparison->key);
  if (comparison->note != NULL)
    wh_report_print_text (cli, 0, comparison->note);
  wh_cli_print (cli, "\n");

  for (guint i = 0; i < comparison->subjects->len; i++)
    {
      wh_text_table_add_heading (table, ((WhMention *) comparison->subjects->pdata[i])->text);

      for (guint j = 0; j < comparison->rows->len; j++)
        {
          const WhComparisonRow *row = g_ptr_array_index (comparison->rows, j);
          g_autofree char       *cell = i < row->cells->len ? dup_cell (g_ptr_array_index (row->cells, i)) : NULL;

          wh_text_table_add_row (table, row->criterion, cell != NULL ? cell : "");
        }
    }

  wh_report_print_table (cli, table);
}

gboolean
wh_command_comparisons (WhCli   *cli,
                        char   **argv,
                        GError **error)
{
  g_autoptr (GPtrArray) comparisons = NULL;
  g_auto (GStrv) arguments = NULL;
  const WhComparison *only = NULL;
  WhDatabase         *database;

  if (!(arguments = wh_cli_parse (cli, NULL, argv, 0, 1, error)) ||
      !(database = wh_cli_open_database (cli, error)) ||
      !(comparisons = wh_store_list_comparisons (database, wh_cli_get_language (cli), error)))
    return FALSE;

  if (arguments[0] != NULL &&
      !(only = wh_resolve_record (database, WH_SUBJECT_COMPARISON, comparisons, G_STRUCT_OFFSET (WhComparison, key), arguments[0], error)))
    return FALSE;

  if (wh_cli_wants_json (cli))
    wh_report_print_records (cli, comparisons, only, wh_subject_write_comparison);
  else if (only != NULL)
    print_comparison (cli, only);
  else
    print_comparisons (cli, comparisons);

  return TRUE;
}
