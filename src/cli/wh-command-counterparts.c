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

/* "FastAPI, aiohttp (aiohttp.web)"; a dash when nothing stands on a side */
static char *
dup_side (GPtrArray *mentions)
{
  g_autoptr (GString) side = g_string_new (mentions->len > 0 ? NULL : "—");

  for (guint i = 0; i < mentions->len; i++)
    {
      const WhMention *mention = g_ptr_array_index (mentions, i);

      g_string_append (side, i > 0 ? ", " : "");

      if (mention->note != NULL)
        g_string_append_printf (side, _ ("%s (%s)"), mention->text, mention->note);
      else
        g_string_append (side, mention->text);
    }

  return g_string_free_and_steal (g_steal_pointer (&side));
}

static void
print_counterparts (WhCli     *cli,
                    GPtrArray *counterparts)
{
  g_autoptr (WhTextTable) table = wh_text_table_new_wrapping (5);

  for (guint i = 0; i < counterparts->len; i++)
    {
      const WhCounterpart *counterpart = g_ptr_array_index (counterparts, i);
      g_autofree char     *sync_side = dup_side (counterpart->sync_side);
      g_autofree char     *async_side = dup_side (counterpart->async_side);
      g_autofree char     *arrow = g_strconcat ("↔ ", async_side, NULL);

      wh_text_table_add_row (table, counterpart->key, counterpart->domain, sync_side, arrow, counterpart->note);
    }

  wh_report_print_table (cli, table);
}

static void
add_side (WhCli       *cli,
          WhTextTable *table,
          const char  *side,
          GPtrArray   *mentions)
{
  g_autofree char *word = wh_cli_dup_word (cli, "concurrency", side);

  if (mentions->len > 0)
    wh_text_table_add_heading (table, word);

  for (guint i = 0; i < mentions->len; i++)
    {
      const WhMention *mention = g_ptr_array_index (mentions, i);

      wh_text_table_add_row (table, mention->text, mention->library, mention->note);
    }
}

/* "Sync · Requests: Fetching pages", and the code below it */
static void
print_example (WhCli           *cli,
               const WhExample *example)
{
  g_autofree char *side = example->side != NULL ? wh_cli_dup_word (cli, "concurrency", example->side) : NULL;
  g_autofree char *title = NULL;

  if (side != NULL && example->library_name != NULL)
    title = g_strdup_printf (_ ("%s · %s: %s"), side, example->library_name, example->title);

  wh_cli_print (cli, "\n");
  wh_report_print_text (cli, 0, title != NULL ? title : example->title);
  wh_report_print_verbatim (cli, 2, example->code);
}

static void
print_counterpart (WhCli               *cli,
                   const WhCounterpart *counterpart)
{
  g_autoptr (WhTextTable) table = wh_text_table_new_wrapping (3);

  wh_report_print_title (cli, counterpart->domain, counterpart->key);
  wh_cli_print (cli, "\n");
  add_side (cli, table, "sync", counterpart->sync_side);
  add_side (cli, table, "async", counterpart->async_side);
  wh_report_print_table (cli, table);

  if (counterpart->note != NULL)
    {
      wh_cli_print (cli, "\n");
      wh_report_print_text (cli, 0, counterpart->note);
    }

  for (guint i = 0; i < counterpart->examples->len; i++)
    print_example (cli, g_ptr_array_index (counterpart->examples, i));
}

gboolean
wh_command_counterparts (WhCli   *cli,
                         char   **argv,
                         GError **error)
{
  g_autoptr (GPtrArray) counterparts = NULL;
  g_auto (GStrv) arguments = NULL;
  const WhCounterpart *only = NULL;
  WhDatabase          *database;

  if (!(arguments = wh_cli_parse (cli, NULL, argv, 0, 1, error)) ||
      !(database = wh_cli_open_database (cli, error)) ||
      !(counterparts = wh_store_list_counterparts (database, wh_cli_get_language (cli), error)))
    return FALSE;

  if (arguments[0] != NULL &&
      !(only = wh_resolve_record (database, WH_SUBJECT_COUNTERPART, counterparts, G_STRUCT_OFFSET (WhCounterpart, key), arguments[0], error)))
    return FALSE;

  if (wh_cli_wants_json (cli))
    wh_report_print_records (cli, counterparts, only, wh_subject_write_counterpart);
  else if (only != NULL)
    print_counterpart (cli, only);
  else
    print_counterparts (cli, counterparts);

  return TRUE;
}
