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

  wh_report_print_table (cli, table);
}

/* "Statements 120 · Ratings 58" */
static char *
dup_facts (WhCli     *cli,
           GPtrArray *facts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < facts->len; i++)
    {
      const WhFactCount *count = g_ptr_array_index (facts, i);
      g_autofree char   *word = wh_cli_dup_word (cli, "fact", count->kind);

      g_string_append_printf (text, "%s%s %u", text->len > 0 ? " · " : "", word, count->n);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
add_pair (WhTextTable *table,
          const char  *name,
          const char  *value)
{
  if (value != NULL)
    wh_text_table_add_row (table, name, value);
}

/* What the documents say of themselves. */
static void
print_documents (WhCli          *cli,
                 const WhSource *source)
{
  g_autoptr (WhTextTable) table = wh_text_table_new_wrapping (2);

  add_pair (table, _ ("Language"), source->language);

  for (guint i = 0; i < source->documents->len; i++)
    {
      const WhSourceDocument *document = g_ptr_array_index (source->documents, i);

      add_pair (table, _ ("Document"), document->title);
      add_pair (table, _ ("Author"), document->author);
      add_pair (table, _ ("Date"), document->date);
      add_pair (table, _ ("Taken from"), document->taken_from);
    }

  wh_report_print_table (cli, table);
}

static void
print_source (WhCli          *cli,
              const WhSource *source)
{
  g_autoptr (WhTextTable) table = wh_text_table_new_wrapping (2);
  g_autofree char *facts = dup_facts (cli, source->facts);

  wh_report_print_title (cli, source->title, source->key);
  wh_report_print_text (cli, 0, source->description);
  wh_cli_print (cli, ngettext ("%u fact", "%u facts", source->n_facts), source->n_facts);
  wh_cli_print (cli, " · ");
  wh_cli_print (cli, ngettext ("%u library", "%u libraries", source->n_libraries), source->n_libraries);
  wh_cli_print (cli, "\n");
  wh_report_print_text (cli, 0, facts);
  print_documents (cli, source);
  wh_cli_print (cli, "\n");

  for (guint i = 0; i < source->sections->len; i++)
    {
      const WhSection *section = g_ptr_array_index (source->sections, i);
      g_autofree char *contribution = dup_facts (cli, section->facts);
      g_autofree char *text = g_strjoin (*contribution != '\0' ? " – " : "", section->title, contribution, NULL);

      wh_text_table_add_row (table, section->key, text);
    }

  wh_report_print_table (cli, table);
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

  if (arguments[0] != NULL &&
      !(only = wh_resolve_record (database, WH_SUBJECT_SOURCE, sources, G_STRUCT_OFFSET (WhSource, key), arguments[0], error)))
    return FALSE;

  if (wh_cli_wants_json (cli))
    wh_report_print_records (cli, sources, only, wh_subject_write_source);
  else if (only != NULL)
    print_source (cli, only);
  else
    print_sources (cli, sources);

  return TRUE;
}
