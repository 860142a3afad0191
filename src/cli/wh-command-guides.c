/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-catalogue-subjects.h"
#include "wh-guide-report.h"
#include "wh-report.h"
#include "wh-resolve.h"
#include "wh-subject-writer.h"

#include "wh-commands.h"

static void
add_guide_json (JsonBuilder           *builder,
                const WhGuide         *guide,
                const WhGuideProgress *progress)
{
  WhProgress done = wh_guide_progress_get_guide (progress, guide);

  wh_json_add_string (builder, "key", guide->key);
  wh_json_add_string (builder, "title", guide->title);
  wh_json_add_string (builder, "summary", guide->summary);
  wh_subject_add_source (builder, guide->source, guide->section);
  wh_json_add_count (builder, "learnt", done.n_done);
  wh_json_add_count (builder, "of", done.n_total);
}

static void
print_guides_json (WhCli                 *cli,
                   GPtrArray             *guides,
                   const WhGuideProgress *progress)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);

  for (guint i = 0; i < guides->len; i++)
    {
      json_builder_begin_object (builder);
      add_guide_json (builder, g_ptr_array_index (guides, i), progress);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
  wh_report_print_built (cli, builder);
}

static void
print_guides (WhCli                 *cli,
              GPtrArray             *guides,
              const WhGuideProgress *progress)
{
  g_autoptr (WhTextTable) table = wh_text_table_new (3);

  for (guint i = 0; i < guides->len; i++)
    {
      const WhGuide   *guide = g_ptr_array_index (guides, i);
      WhProgress       done = wh_guide_progress_get_guide (progress, guide);
      g_autofree char *learnt = g_strdup_printf (_ ("%u of %u learnt"), done.n_done, done.n_total);

      wh_text_table_add_row (table, guide->key, guide->title, learnt);
    }

  wh_report_print_table (cli, table);
}

static gboolean
print_guide (WhCli                 *cli,
             WhDatabase            *database,
             const char            *typed,
             const WhGuideProgress *progress,
             GError               **error)
{
  g_autofree char *key = wh_resolve_key (database, WH_SUBJECT_GUIDE, typed, error);
  g_autoptr (WhGuideBook) book = NULL;
  g_autoptr (JsonBuilder) builder = NULL;

  if (key == NULL || !(book = wh_store_load_guide (database, key, wh_cli_get_language (cli), error)))
    return FALSE;

  if (!wh_cli_wants_json (cli))
    {
      wh_guide_report_print (cli, book, progress);
      return TRUE;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  add_guide_json (builder, book->guide, progress);
  wh_guide_report_add_json (builder, book, progress);
  json_builder_end_object (builder);
  wh_report_print_built (cli, builder);

  return TRUE;
}

static gboolean
print_list (WhCli                 *cli,
            WhDatabase            *database,
            const WhGuideProgress *progress,
            GError               **error)
{
  g_autoptr (GPtrArray) guides = wh_store_list_guides (database, wh_cli_get_language (cli), error);

  if (guides == NULL)
    return FALSE;

  if (wh_cli_wants_json (cli))
    print_guides_json (cli, guides, progress);
  else
    print_guides (cli, guides, progress);

  return TRUE;
}

gboolean
wh_command_guides (WhCli   *cli,
                   char   **argv,
                   GError **error)
{
  g_autoptr (WhGuideProgress) progress = NULL;
  g_auto (GStrv) arguments = NULL;
  WhDatabase *database;

  if (!(arguments = wh_cli_parse (cli, NULL, argv, 0, 1, error)) ||
      !(database = wh_cli_open_database (cli, error)) ||
      !(progress = wh_guide_progress_load (database, error)))
    return FALSE;

  return arguments[0] != NULL ? print_guide (cli, database, arguments[0], progress, error)
                              : print_list (cli, database, progress, error);
}
