/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-catalogue-subjects.h"
#include "wh-report.h"
#include "wh-resolve.h"
#include "wh-subject-writer.h"

#include "wh-commands.h"

/* The key of what an item is; what is only words has none. */
static const char *
get_key (const WhMention *item)
{
  return item->library != NULL ? item->library : item->topic;
}

static void
print_tier (WhCli        *cli,
            const WhTier *tier)
{
  g_autoptr (WhTextTable) table = wh_text_table_new_wrapping (3);
  g_autofree char *horizon = wh_cli_dup_word (cli, "horizon", tier->horizon);

  wh_report_print_title (cli, tier->title, tier->key);
  wh_text_table_add_heading (table, horizon);

  for (guint i = 0; i < tier->items->len; i++)
    {
      const WhMention *item = g_ptr_array_index (tier->items, i);

      wh_text_table_add_row (table, item->text, get_key (item), item->note);
    }

  wh_report_print_table (cli, table);
}

static void
print_tiers (WhCli     *cli,
             GPtrArray *tiers)
{
  for (guint i = 0; i < tiers->len; i++)
    {
      if (i > 0)
        wh_cli_print (cli, "\n");

      print_tier (cli, g_ptr_array_index (tiers, i));
    }
}

gboolean
wh_command_tiers (WhCli   *cli,
                  char   **argv,
                  GError **error)
{
  g_autoptr (GPtrArray) tiers = NULL;
  g_auto (GStrv) arguments = NULL;
  const WhTier *only = NULL;
  WhDatabase   *database;

  if (!(arguments = wh_cli_parse (cli, NULL, argv, 0, 1, error)) ||
      !(database = wh_cli_open_database (cli, error)) ||
      !(tiers = wh_store_list_tiers (database, wh_cli_get_language (cli), error)))
    return FALSE;

  if (arguments[0] != NULL &&
      !(only = wh_resolve_record (database, WH_SUBJECT_TIER, tiers, G_STRUCT_OFFSET (WhTier, key), arguments[0], error)))
    return FALSE;

  if (wh_cli_wants_json (cli))
    wh_report_print_records (cli, tiers, only, wh_subject_write_tier);
  else if (only != NULL)
    print_tier (cli, only);
  else
    print_tiers (cli, tiers);

  return TRUE;
}
