/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-guide-progress.h"
#include "wh-report.h"
#include "wh-search.h"
#include "wh-user-record.h"

#include "wh-commands.h"

/* Everything that is counted. */
typedef struct
{
  WhSearchResult *everything;
  GPtrArray      *roles;
  guint           n_categories;
  guint           n_sources;
  guint           n_rankings;
  guint           n_guides;
  guint           n_rated;
  guint           n_notes;
  WhProgress      plan;
  WhProgress      total;
  WhProgress      guides;
} Stats;

static void
stats_clear (Stats *self)
{
  g_clear_pointer (&self->everything, wh_search_result_unref);
  g_clear_pointer (&self->roles, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stats, stats_clear)

static gboolean
count_mine (Stats      *stats,
            WhDatabase *database,
            GError    **error)
{
  g_autoptr (GPtrArray) records = wh_store_list_user_records (database, error);

  if (records == NULL)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      const WhUserRecord *record = g_ptr_array_index (records, i);

      stats->n_rated += record->my_rating > 0 ? 1 : 0;
      stats->n_notes += record->note != NULL ? 1 : 0;
    }

  return TRUE;
}

static gboolean
count_keys (WhDatabase *database,
            const char *subject,
            guint      *n,
            GError    **error)
{
  g_auto (GStrv) keys = wh_store_list_keys (database, subject, error);

  if (keys == NULL)
    return FALSE;

  *n = g_strv_length (keys);
  return TRUE;
}

static gboolean
count_guides (Stats      *stats,
              WhDatabase *database,
              GError    **error)
{
  g_autoptr (WhGuideProgress) progress = wh_guide_progress_load (database, error);

  if (progress == NULL)
    return FALSE;

  stats->guides = wh_guide_progress_get_total (progress);
  return TRUE;
}

static gboolean
collect (Stats       *stats,
         WhCatalogue *catalogue,
         GError     **error)
{
  WhDatabase *database = wh_catalogue_get_database (catalogue);
  g_autoptr (WhLibraryQuery) query = wh_library_query_new ();

  stats->everything = wh_search (wh_catalogue_get_index (catalogue), query, NULL);

  return (stats->roles = wh_store_list_roles (database, wh_catalogue_get_language (catalogue), error)) &&
         count_keys (database, "category", &stats->n_categories, error) &&
         count_keys (database, "source", &stats->n_sources, error) &&
         count_keys (database, "ranking", &stats->n_rankings, error) &&
         count_keys (database, "guide", &stats->n_guides, error) &&
         count_guides (stats, database, error) &&
         count_mine (stats, database, error) &&
         wh_progress_load_plan (database, &stats->plan, error) &&
         wh_progress_load_total (database, &stats->total, error);
}

static void
add_counts_json (JsonBuilder       *builder,
                 const char        *member,
                 WhSearchResult    *everything,
                 WhFacet            facet,
                 const char *const *keys)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);

  for (guint i = 0; keys[i] != NULL; i++)
    wh_json_add_count (builder, keys[i], wh_search_result_get_count (everything, facet, keys[i]));

  json_builder_end_object (builder);
}

static void
add_progress_json (JsonBuilder *builder,
                   const char  *member,
                   WhProgress   progress)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);
  wh_json_add_count (builder, "learnt", progress.n_done);
  wh_json_add_count (builder, "of", progress.n_total);
  json_builder_end_object (builder);
}

static gboolean
add_roles_json (JsonBuilder *builder,
                WhDatabase  *database,
                GPtrArray   *roles,
                GError     **error)
{
  json_builder_set_member_name (builder, "roles");
  json_builder_begin_array (builder);

  for (guint i = 0; i < roles->len; i++)
    {
      const WhRole *role = g_ptr_array_index (roles, i);
      WhProgress    progress;

      if (!wh_progress_load_role (database, role->key, &progress, error))
        return FALSE;

      json_builder_begin_object (builder);
      wh_json_add_string (builder, "role", role->key);
      wh_json_add_string (builder, "name", role->name);
      wh_json_add_count (builder, "learnt", progress.n_done);
      wh_json_add_count (builder, "of", progress.n_total);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
  return TRUE;
}

static gboolean
print_json (WhCli       *cli,
            const Stats *stats,
            WhDatabase  *database,
            GError     **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  wh_json_add_count (builder, "libraries", wh_search_result_get_n_matches (stats->everything));
  add_counts_json (builder, "kinds", stats->everything, WH_FACET_KIND, wh_kind_get_keys ());
  wh_json_add_count (builder, "categories", stats->n_categories);
  wh_json_add_count (builder, "sources", stats->n_sources);
  wh_json_add_count (builder, "rankings", stats->n_rankings);
  wh_json_add_count (builder, "guides", stats->n_guides);
  add_counts_json (builder, "statuses", stats->everything, WH_FACET_STATUS, wh_status_get_keys ());
  wh_json_add_count (builder, "my_ratings", stats->n_rated);
  wh_json_add_count (builder, "my_notes", stats->n_notes);
  add_progress_json (builder, "plan", stats->plan);
  add_progress_json (builder, "all_roles", stats->total);
  add_progress_json (builder, "all_guides", stats->guides);

  if (!add_roles_json (builder, database, stats->roles, error))
    return FALSE;

  json_builder_end_object (builder);
  wh_report_print_built (cli, builder);

  return TRUE;
}

static void
add_count (WhTextTable *table,
           const char  *name,
           guint        n)
{
  g_autofree char *count = g_strdup_printf ("%u", n);

  wh_text_table_add_row (table, name, count);
}

static void
add_counts (WhCli             *cli,
            WhTextTable       *table,
            const char        *indent,
            const char        *subject,
            WhSearchResult    *everything,
            WhFacet            facet,
            const char *const *keys)
{
  for (guint i = 0; keys[i] != NULL; i++)
    {
      guint            n = wh_search_result_get_count (everything, facet, keys[i]);
      g_autofree char *word = wh_cli_dup_word (cli, subject, keys[i]);
      g_autofree char *name = g_strconcat (indent, word, NULL);

      if (n > 0)
        add_count (table, name, n);
    }
}

static void
add_progress (WhTextTable *table,
              const char  *name,
              WhProgress   progress)
{
  g_autofree char *text = g_strdup_printf (_ ("%u of %u learnt"), progress.n_done, progress.n_total);

  wh_text_table_add_row (table, name, text);
}

static gboolean
add_roles (WhTextTable *table,
           WhDatabase  *database,
           GPtrArray   *roles,
           GError     **error)
{
  for (guint i = 0; i < roles->len; i++)
    {
      const WhRole *role = g_ptr_array_index (roles, i);
      WhProgress    progress;

      if (!wh_progress_load_role (database, role->key, &progress, error))
        return FALSE;

      if (progress.n_total > 0)
        add_progress (table, role->name, progress);
    }

  return TRUE;
}

static gboolean
print_text (WhCli       *cli,
            const Stats *stats,
            WhDatabase  *database,
            GError     **error)
{
  g_autoptr (WhTextTable) table = wh_text_table_new (2);

  wh_text_table_add_heading (table, _ ("Catalogue"));
  add_count (table, _ ("Libraries"), wh_search_result_get_n_matches (stats->everything));
  add_counts (cli, table, "  ", "kind", stats->everything, WH_FACET_KIND, wh_kind_get_keys ());
  add_count (table, _ ("Categories"), stats->n_categories);
  add_count (table, _ ("Roles"), stats->roles->len);
  add_count (table, _ ("Rankings"), stats->n_rankings);
  add_count (table, _ ("Guides"), stats->n_guides);
  add_count (table, _ ("Sources"), stats->n_sources);

  wh_text_table_add_heading (table, _ ("Mine"));
  add_counts (cli, table, "", "status", stats->everything, WH_FACET_STATUS, wh_status_get_keys ());
  add_count (table, _ ("Rated"), stats->n_rated);
  add_count (table, _ ("Notes"), stats->n_notes);

  wh_text_table_add_heading (table, _ ("Progress"));
  add_progress (table, _ ("My plan"), stats->plan);
  if (!add_roles (table, database, stats->roles, error))
    return FALSE;
  add_progress (table, _ ("All roles"), stats->total);
  add_progress (table, _ ("All guides"), stats->guides);

  wh_report_print_table (cli, table);
  return TRUE;
}

gboolean
wh_command_stats (WhCli   *cli,
                  char   **argv,
                  GError **error)
{
  g_auto (Stats) stats = { 0 };
  g_auto (GStrv) arguments = NULL;
  WhCatalogue *catalogue;
  WhDatabase  *database;

  if (!(arguments = wh_cli_parse (cli, NULL, argv, 0, 0, error)) ||
      !(catalogue = wh_cli_open_catalogue (cli, error)) ||
      !collect (&stats, catalogue, error))
    return FALSE;

  database = wh_catalogue_get_database (catalogue);

  return wh_cli_wants_json (cli) ? print_json (cli, &stats, database, error)
                                 : print_text (cli, &stats, database, error);
}
