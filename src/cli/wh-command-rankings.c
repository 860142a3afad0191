/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-report.h"
#include "wh-resolve.h"
#include "wh-subject-writer.h"

#include "wh-commands.h"

static void
print_rankings (WhCli     *cli,
                GPtrArray *rankings)
{
  g_autoptr (WhTextTable) table = wh_text_table_new (3);

  for (guint i = 0; i < rankings->len; i++)
    {
      const WhRanking *ranking = g_ptr_array_index (rankings, i);
      g_autofree char *places = NULL;

      places = g_strdup_printf (ngettext ("%u place", "%u places", ranking->places->len), ranking->places->len);
      wh_text_table_add_row (table, ranking->key, places, ranking->title);
    }

  wh_report_print_table (cli, table);
}

static void
print_ranking (WhCli           *cli,
               const WhRanking *ranking)
{
  g_autoptr (WhTextTable) table = wh_text_table_new_wrapping (3);
  g_autofree char *criteria = g_strjoinv (" > ", ranking->criteria);

  wh_report_print_title (cli, ranking->title, ranking->key);
  wh_report_print_text (cli, 0, criteria);
  wh_cli_print (cli, "\n");

  for (guint i = 0; i < ranking->places->len; i++)
    {
      const WhRankingPlace *place = g_ptr_array_index (ranking->places, i);
      g_autofree char      *number = g_strdup_printf ("%u", place->place);
      g_autofree char      *names = g_strjoinv (" / ", place->names);

      wh_text_table_add_row (table, number, names, place->reason);
    }

  wh_report_print_table (cli, table);
}

gboolean
wh_command_rankings (WhCli   *cli,
                     char   **argv,
                     GError **error)
{
  g_autoptr (GPtrArray) rankings = NULL;
  g_auto (GStrv) arguments = NULL;
  const WhRanking *only = NULL;
  WhDatabase      *database;

  if (!(arguments = wh_cli_parse (cli, NULL, argv, 0, 1, error)) ||
      !(database = wh_cli_open_database (cli, error)) ||
      !(rankings = wh_store_list_rankings (database, wh_cli_get_language (cli), error)))
    return FALSE;

  if (arguments[0] != NULL &&
      !(only = wh_resolve_record (database, WH_SUBJECT_RANKING, rankings, G_STRUCT_OFFSET (WhRanking, key), arguments[0], error)))
    return FALSE;

  if (wh_cli_wants_json (cli))
    wh_report_print_records (cli, rankings, only, wh_subject_write_ranking);
  else if (only != NULL)
    print_ranking (cli, only);
  else
    print_rankings (cli, rankings);

  return TRUE;
}
