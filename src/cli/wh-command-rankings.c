/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-report.h"
#include "wh-resolve.h"

#include "wh-commands.h"

static const WhRanking *
find_ranking (GPtrArray  *rankings,
              const char *key)
{
  for (guint i = 0; i < rankings->len; i++)
    {
      const WhRanking *ranking = g_ptr_array_index (rankings, i);

      if (g_str_equal (ranking->key, key))
        return ranking;
    }

  g_assert_not_reached ();
}

static void
add_ranking_json (JsonBuilder     *builder,
                  const WhRanking *ranking)
{
  json_builder_begin_object (builder);
  wh_report_add_string (builder, "key", ranking->key);
  wh_report_add_string (builder, "title", ranking->title);
  wh_report_add_strings (builder, "criteria", ranking->criteria);
  wh_report_add_string (builder, "source", ranking->source);
  json_builder_set_member_name (builder, "places");
  json_builder_begin_array (builder);

  for (guint i = 0; i < ranking->places->len; i++)
    {
      const WhRankingPlace *place = g_ptr_array_index (ranking->places, i);

      json_builder_begin_object (builder);
      wh_report_add_count (builder, "place", place->place);
      wh_report_add_strings (builder, "keys", place->keys);
      wh_report_add_string (builder, "label", place->label);
      wh_report_add_string (builder, "reason", place->reason);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_json (WhCli           *cli,
            GPtrArray       *rankings,
            const WhRanking *only)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  if (only != NULL)
    {
      add_ranking_json (builder, only);
    }
  else
    {
      json_builder_begin_array (builder);
      for (guint i = 0; i < rankings->len; i++)
        add_ranking_json (builder, g_ptr_array_index (rankings, i));
      json_builder_end_array (builder);
    }

  root = json_builder_get_root (builder);
  wh_cli_print_json (cli, root);
}

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

  wh_text_table_print (table, wh_cli_get_output (cli), wh_cli_get_width (cli));
}

static void
print_ranking (WhCli           *cli,
               const WhRanking *ranking)
{
  g_autoptr (WhTextTable) table = wh_text_table_new (3);
  g_autofree char *criteria = g_strjoinv (" > ", ranking->criteria);

  wh_report_print_title (cli, ranking->title, ranking->key);
  wh_report_print_text (cli, "", criteria);
  wh_cli_print (cli, "\n");

  for (guint i = 0; i < ranking->places->len; i++)
    {
      const WhRankingPlace *place = g_ptr_array_index (ranking->places, i);
      g_autofree char      *number = g_strdup_printf ("%u", place->place);
      g_autofree char      *names = g_strjoinv (" / ", place->names);

      wh_text_table_add_row (table, number, names, place->reason);
    }

  wh_text_table_print (table, wh_cli_get_output (cli), wh_cli_get_width (cli));
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

  if (arguments[0] != NULL)
    {
      if (!wh_resolve_check (database, WH_SUBJECT_RANKING, arguments[0], error))
        return FALSE;

      only = find_ranking (rankings, arguments[0]);
    }

  if (wh_cli_wants_json (cli))
    print_json (cli, rankings, only);
  else if (only != NULL)
    print_ranking (cli, only);
  else
    print_rankings (cli, rankings);

  return TRUE;
}
