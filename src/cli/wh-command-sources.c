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

static const WhSource *
find_source (GPtrArray  *sources,
             const char *key)
{
  for (guint i = 0; i < sources->len; i++)
    {
      const WhSource *source = g_ptr_array_index (sources, i);

      if (g_str_equal (source->key, key))
        return source;
    }

  g_assert_not_reached ();
}

static void
add_source_json (JsonBuilder    *builder,
                 const WhSource *source)
{
  json_builder_begin_object (builder);
  wh_report_add_string (builder, "key", source->key);
  wh_report_add_string (builder, "title", source->title);
  wh_report_add_string (builder, "description", source->description);
  wh_report_add_string (builder, "language", source->language);
  wh_report_add_count (builder, "n_facts", source->n_facts);
  json_builder_set_member_name (builder, "sections");
  json_builder_begin_array (builder);

  for (guint i = 0; i < source->sections->len; i++)
    {
      const WhSection *section = g_ptr_array_index (source->sections, i);

      json_builder_begin_object (builder);
      wh_report_add_string (builder, "key", section->key);
      wh_report_add_string (builder, "title", section->title);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_json (WhCli          *cli,
            GPtrArray      *sources,
            const WhSource *only)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  if (only != NULL)
    {
      add_source_json (builder, only);
    }
  else
    {
      json_builder_begin_array (builder);
      for (guint i = 0; i < sources->len; i++)
        add_source_json (builder, g_ptr_array_index (sources, i));
      json_builder_end_array (builder);
    }

  root = json_builder_get_root (builder);
  wh_cli_print_json (cli, root);
}

static void
print_sources (WhCli     *cli,
               GPtrArray *sources)
{
  g_autoptr (WhTextTable) table = wh_text_table_new (3);

  for (guint i = 0; i < sources->len; i++)
    {
      const WhSource  *source = g_ptr_array_index (sources, i);
      g_autofree char *facts = NULL;

      facts = g_strdup_printf (ngettext ("%u fact", "%u facts", source->n_facts), source->n_facts);
      wh_text_table_add_row (table, source->key, facts, source->title);
    }

  wh_text_table_print (table, wh_cli_get_output (cli), wh_cli_get_width (cli));
}

static void
print_source (WhCli          *cli,
              const WhSource *source)
{
  g_autoptr (WhTextTable) table = wh_text_table_new (2);

  wh_report_print_title (cli, source->title, source->key);
  wh_report_print_text (cli, "", source->description);
  wh_cli_print (cli, ngettext ("%u fact", "%u facts", source->n_facts), source->n_facts);
  wh_cli_print (cli, "\n\n");

  for (guint i = 0; i < source->sections->len; i++)
    {
      const WhSection *section = g_ptr_array_index (source->sections, i);

      wh_text_table_add_row (table, section->key, section->title);
    }

  wh_text_table_print (table, wh_cli_get_output (cli), wh_cli_get_width (cli));
}

gboolean
wh_command_sources (WhCli   *cli,
                    char   **argv,
                    GError **error)
{
  g_autoptr (GPtrArray) sources = NULL;
  g_auto (GStrv) arguments = NULL;
  const WhSource *only = NULL;
  WhDatabase     *database;

  if (!(arguments = wh_cli_parse (cli, NULL, argv, 0, 1, error)) ||
      !(database = wh_cli_open_database (cli, error)) ||
      !(sources = wh_store_list_sources (database, wh_cli_get_language (cli), error)))
    return FALSE;

  if (arguments[0] != NULL)
    {
      if (!wh_resolve_check (database, WH_SUBJECT_SOURCE, arguments[0], error))
        return FALSE;

      only = find_source (sources, arguments[0]);
    }

  if (wh_cli_wants_json (cli))
    print_json (cli, sources, only);
  else if (only != NULL)
    print_source (cli, only);
  else
    print_sources (cli, sources);

  return TRUE;
}
