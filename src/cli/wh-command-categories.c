/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-catalogue-writer.h"
#include "wh-report.h"
#include "wh-resolve.h"
#include "wh-search.h"
#include "wh-subject-writer.h"

#include "wh-commands.h"

/* How deep a category stands is in its key: "web/frameworks". */
static guint
get_depth (const WhCategory *category)
{
  guint depth = 0;

  for (const char *p = category->key; *p != '\0'; p++)
    if (*p == '/')
      depth++;

  return depth;
}

static void
add_category_json (JsonBuilder      *builder,
                   const WhCategory *category,
                   guint             n_libraries)
{
  wh_subject_write_category (builder, category);
  wh_json_add_count (builder, "n_libraries", n_libraries);
}

static void
print_categories_json (WhCli          *cli,
                       GPtrArray      *categories,
                       WhSearchResult *everything)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);

  for (guint i = 0; i < categories->len; i++)
    {
      const WhCategory *category = g_ptr_array_index (categories, i);

      json_builder_begin_object (builder);
      add_category_json (builder, category, wh_search_result_get_count (everything, WH_FACET_CATEGORY, category->key));
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
  wh_report_print_built (cli, builder);
}

static void
print_categories (WhCli          *cli,
                  GPtrArray      *categories,
                  WhSearchResult *everything)
{
  g_autoptr (WhTextTable) table = wh_text_table_new (3);

  for (guint i = 0; i < categories->len; i++)
    {
      const WhCategory *category = g_ptr_array_index (categories, i);
      g_autofree char  *name = g_strdup_printf ("%*s%s", (int) get_depth (category) * 2, "", category->name);
      g_autofree char  *count = NULL;

      count = g_strdup_printf ("%u", wh_search_result_get_count (everything, WH_FACET_CATEGORY, category->key));
      wh_text_table_add_row (table, category->key, name, count);
    }

  wh_report_print_table (cli, table);
}

/* What stands in one category, as `list` has it. */
static WhSearchResult *
search_category (WhCatalogue *catalogue,
                 const char  *key)
{
  const char *keys[] = { key, NULL };
  g_autoptr (WhLibraryQuery) query = wh_library_query_new ();

  wh_library_query_set_values (query, WH_FACET_CATEGORY, keys);

  return wh_search (wh_catalogue_get_index (catalogue), query, NULL);
}

static gboolean
print_category_json (WhCli            *cli,
                     WhDatabase       *database,
                     const WhCategory *category,
                     WhSearchResult   *result,
                     GError          **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const gint64 *ids;
  guint         n_ids;

  ids = wh_search_result_get_ids (result, &n_ids);

  json_builder_begin_object (builder);
  add_category_json (builder, category, n_ids);
  json_builder_set_member_name (builder, "libraries");
  json_builder_begin_array (builder);

  for (guint i = 0; i < n_ids; i++)
    {
      JsonNode *library = wh_exchange_library_to_json (database, ids[i], wh_cli_get_language (cli), FALSE, error);

      if (library == NULL)
        return FALSE;

      json_builder_add_value (builder, library);
    }

  json_builder_end_array (builder);
  json_builder_end_object (builder);
  wh_report_print_built (cli, builder);

  return TRUE;
}

static gboolean
print_category (WhCli            *cli,
                WhDatabase       *database,
                const WhCategory *category,
                WhSearchResult   *result,
                GError          **error)
{
  g_autoptr (WhTextTable) table = wh_text_table_new (5);
  const gint64 *ids;
  guint         n_ids;

  ids = wh_search_result_get_ids (result, &n_ids);
  wh_report_print_title (cli, category->name, category->key);

  for (guint i = 0; i < n_ids; i++)
    {
      g_autoptr (WhLibraryRecord) library = NULL;

      if (!(library = wh_store_load_library (database, ids[i], wh_cli_get_language (cli), error)))
        return FALSE;

      wh_report_add_library (cli, table, library);
    }

  wh_report_print_table (cli, table);
  return TRUE;
}

static gboolean
print_one (WhCli       *cli,
           WhCatalogue *catalogue,
           GPtrArray   *categories,
           const char  *typed,
           GError     **error)
{
  WhDatabase *database = wh_catalogue_get_database (catalogue);
  g_autoptr (WhSearchResult) result = NULL;
  const WhCategory *category;

  if (!(category = wh_resolve_record (database, WH_SUBJECT_CATEGORY, categories,
                                      G_STRUCT_OFFSET (WhCategory, key), typed, error)))
    return FALSE;

  result = search_category (catalogue, category->key);

  return wh_cli_wants_json (cli) ? print_category_json (cli, database, category, result, error)
                                 : print_category (cli, database, category, result, error);
}

gboolean
wh_command_categories (WhCli   *cli,
                       char   **argv,
                       GError **error)
{
  g_autoptr (WhLibraryQuery) query = wh_library_query_new ();
  g_autoptr (WhSearchResult) everything = NULL;
  g_autoptr (GPtrArray) categories = NULL;
  g_auto (GStrv) arguments = NULL;
  WhCatalogue *catalogue;

  if (!(arguments = wh_cli_parse (cli, NULL, argv, 0, 1, error)) ||
      !(catalogue = wh_cli_open_catalogue (cli, error)) ||
      !(categories = wh_store_list_categories (wh_catalogue_get_database (catalogue), wh_cli_get_language (cli), error)))
    return FALSE;

  if (arguments[0] != NULL)
    return print_one (cli, catalogue, categories, arguments[0], error);

  everything = wh_search (wh_catalogue_get_index (catalogue), query, NULL);

  if (wh_cli_wants_json (cli))
    print_categories_json (cli, categories, everything);
  else
    print_categories (cli, categories, everything);

  return TRUE;
}
