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

static char *
dup_libraries (const WhPick *pick)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < pick->libraries->len; i++)
    {
      const WhMention *library = g_ptr_array_index (pick->libraries, i);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", library->text);
    }

  return g_string_free_and_steal (g_steal_pointer (&names));
}

/* What is to be chosen needs no word; everything else says what it is. */
static const char *
get_mark (const WhPick *pick)
{
  if (g_str_equal (pick->verdict, "avoid"))
    return _ ("avoid");

  return g_str_equal (pick->verdict, "offer") ? _ ("offer") : "";
}

static void
print_picks (WhCli     *cli,
             GPtrArray *picks)
{
  g_autoptr (WhTextTable) table = wh_text_table_new (4);

  for (guint i = 0; i < picks->len; i++)
    {
      const WhPick    *pick = g_ptr_array_index (picks, i);
      g_autofree char *libraries = dup_libraries (pick);

      wh_text_table_add_row (table, pick->key, get_mark (pick), pick->situation, libraries);
    }

  wh_report_print_table (cli, table);
}

static void
print_pick (WhCli        *cli,
            const WhPick *pick)
{
  g_autoptr (WhTextTable) table = wh_text_table_new_wrapping (2);
  g_autofree char *libraries = dup_libraries (pick);
  g_autofree char *source = g_strjoin ("#", pick->source, pick->section, NULL);

  wh_report_print_title (cli, pick->situation, pick->key);
  if (pick->text != NULL)
    wh_report_print_text (cli, 0, pick->text);
  wh_cli_print (cli, "\n");

  if (*libraries != '\0')
    wh_text_table_add_row (table, g_str_equal (pick->verdict, "avoid") ? _ ("Avoid") : _ ("Choose"), libraries);
  wh_text_table_add_row (table, _ ("Source"), source);
  wh_report_print_table (cli, table);
}

gboolean
wh_command_picks (WhCli   *cli,
                  char   **argv,
                  GError **error)
{
  g_autoptr (GPtrArray) picks = NULL;
  g_auto (GStrv) arguments = NULL;
  const WhPick *only = NULL;
  WhDatabase   *database;

  if (!(arguments = wh_cli_parse (cli, NULL, argv, 0, 1, error)) ||
      !(database = wh_cli_open_database (cli, error)) ||
      !(picks = wh_store_list_picks (database, wh_cli_get_language (cli), error)))
    return FALSE;

  if (arguments[0] != NULL &&
      !(only = wh_resolve_record (database, WH_SUBJECT_PICK, picks, G_STRUCT_OFFSET (WhPick, key), arguments[0], error)))
    return FALSE;

  if (wh_cli_wants_json (cli))
    wh_report_print_records (cli, picks, only, wh_subject_write_pick);
  else if (only != NULL)
    print_pick (cli, only);
  else
    print_picks (cli, picks);

  return TRUE;
}
