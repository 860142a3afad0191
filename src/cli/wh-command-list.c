/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-catalogue-writer.h"
#include "wh-filters.h"
#include "wh-report.h"
#include "wh-search.h"

#include "wh-commands.h"

static gboolean
print_json (WhCli          *cli,
            WhDatabase     *database,
            WhSearchResult *result,
            GError        **error)
{
  const gint64 *ids;
  guint         n_ids;

  ids = wh_search_result_get_ids (result, &n_ids);

  for (guint i = 0; i < n_ids; i++)
    {
      g_autoptr (JsonNode) library =
        wh_exchange_library_to_json (database, ids[i], wh_cli_get_language (cli), FALSE, error);

      if (library == NULL || !wh_cli_print_json_item (cli, library, i, error))
        return FALSE;
    }

  wh_cli_end_json_list (cli, n_ids);
  return TRUE;
}

/* "P0 · Must learn  3/5": sections are headed as in the window. */
static void
add_heading (WhTextTable           *table,
             WhCatalogue           *catalogue,
             const WhSearchSection *section)
{
  g_autofree char *title = NULL;
  g_autofree char *heading = NULL;

  title = *section->key != '\0' ? wh_catalogue_dup_title (catalogue, section->facet, section->key)
                                : g_strdup (_ ("Other"));
  heading = g_strdup_printf ("%s  %u/%u", title, section->n_learnt, section->n_items);
  wh_text_table_add_heading (table, heading);
}

static gboolean
print_text (WhCli          *cli,
            WhCatalogue    *catalogue,
            WhSearchResult *result,
            GError        **error)
{
  g_autoptr (WhTextTable) table = wh_text_table_new (5);
  const gint64 *ids;
  guint         n_ids;

  ids = wh_search_result_get_ids (result, &n_ids);

  for (guint i = 0; i < n_ids; i++)
    {
      const WhSearchSection *section = wh_search_result_find_section (result, i);
      g_autoptr (WhLibraryRecord) library = NULL;

      library = wh_store_load_library (wh_catalogue_get_database (catalogue), ids[i], wh_cli_get_language (cli), error);
      if (library == NULL)
        return FALSE;

      if (section != NULL && section->start == i)
        add_heading (table, catalogue, section);

      wh_report_add_library (cli, table, library);
    }

  wh_report_print_table (cli, table);
  return TRUE;
}

/* Nothing found is no error; what to do about it is worth a line. */
static void
tell_nothing_found (WhSearchResult *result)
{
  WhFacet facet;
  guint   n_gained;

  if (!wh_search_result_get_most_excluding (result, &facet, &n_gained) || n_gained == 0)
    wh_cli_tell (_ ("nothing matches"));
  else
    wh_cli_tell (ngettext ("nothing matches; without --%s there would be %u",
                           "nothing matches; without --%s there would be %u",
                           n_gained),
                 wh_filters_get_option (facet), n_gained);
}

/* In one transaction: with one for every library the locks would cost more than the reading. */
static gboolean
print_result (WhCli          *cli,
              WhCatalogue    *catalogue,
              WhSearchResult *result,
              GError        **error)
{
  WhDatabase *database = wh_catalogue_get_database (catalogue);
  gboolean    is_printed;

  if (!wh_database_begin_read (database, error))
    return FALSE;

  is_printed = wh_cli_wants_json (cli) ? print_json (cli, database, result, error)
                                       : print_text (cli, catalogue, result, error);
  wh_database_rollback (database);

  return is_printed;
}

static gboolean
print_matches (WhCli           *cli,
               const WhFilters *filters,
               const char      *text,
               GError         **error)
{
  WhCatalogue *catalogue;
  g_autoptr (WhLibraryQuery) query = NULL;
  g_autoptr (WhSearchResult) result = NULL;
  guint n_ids;

  if (!(catalogue = wh_cli_open_catalogue (cli, error)) ||
      !(query = wh_filters_new_query (filters, catalogue, text, error)))
    return FALSE;

  result = wh_search (wh_catalogue_get_index (catalogue), query, NULL);
  wh_search_result_get_ids (result, &n_ids);

  if (n_ids == 0)
    tell_nothing_found (result);

  return print_result (cli, catalogue, result, error);
}

static gboolean
run (WhCli   *cli,
     char   **argv,
     guint    min,
     GError **error)
{
  g_auto (WhFilters) filters = { 0 };
  g_autofree GOptionEntry *entries = wh_filters_new_entries (&filters);
  g_autofree char         *text = NULL;
  g_auto (GStrv) arguments = NULL;

  if (!(arguments = wh_cli_parse (cli, entries, argv, min, G_MAXUINT, error)))
    return FALSE;

  text = g_strjoinv (" ", arguments);
  return print_matches (cli, &filters, text, error);
}

gboolean
wh_command_list (WhCli   *cli,
                 char   **argv,
                 GError **error)
{
  return run (cli, argv, 0, error);
}

/* The same with a text that must be there: a text puts the best matches first. */
gboolean
wh_command_search (WhCli   *cli,
                   char   **argv,
                   GError **error)
{
  return run (cli, argv, 1, error);
}
