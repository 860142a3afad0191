/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-edits.h"
#include "wh-plan.h"
#include "wh-report.h"
#include "wh-resolve.h"

#include "wh-commands.h"

static char *
dup_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = NULL;

  if (seconds == 0 || !(time = g_date_time_new_from_unix_utc (seconds)))
    return NULL;

  return g_date_time_format_iso8601 (time);
}

/* Since when the status is what it is. */
static gint64
get_changed_at (const WhUserRecord *record)
{
  if (record->history->len == 0)
    return 0;

  return g_array_index (record->history, WhStatusChange, record->history->len - 1).at;
}

static const char *
get_status_key (WhStatus status)
{
  return status != WH_STATUS_NONE ? wh_status_to_key (status) : NULL;
}

static gboolean
add_item_json (JsonBuilder *builder,
               WhDatabase  *database,
               WhPlanItem  *item,
               guint        position,
               GError     **error)
{
  const char *key = wh_plan_item_get_key (item);
  g_autoptr (WhUserRecord) record = wh_store_load_user_record (database, key, error);
  g_autofree char *added = NULL;
  g_autofree char *changed = NULL;

  if (record == NULL)
    return FALSE;

  added = dup_time (record->added_at);
  changed = dup_time (get_changed_at (record));

  json_builder_begin_object (builder);
  wh_json_add_string (builder, "key", key);
  wh_json_add_string (builder, "name", wh_plan_item_get_name (item));
  wh_json_add_string (builder, "status", get_status_key (wh_plan_item_get_status (item)));
  wh_json_add_count (builder, "place", position + 1);
  wh_json_add_string (builder, "note", wh_plan_item_get_note (item));
  wh_json_add_string (builder, "guide", wh_plan_item_get_topic (item) != NULL ? wh_plan_item_get_topic (item)->guide : NULL);
  wh_json_add_string (builder, "added", added);
  wh_json_add_string (builder, "status_since", changed);
  json_builder_set_member_name (builder, "gone");
  json_builder_add_boolean_value (builder, wh_plan_item_get_gone (item));
  json_builder_end_object (builder);

  return TRUE;
}

static gboolean
is_wanted (WhPlanItem        *item,
           const char *const *keys)
{
  return keys == NULL || g_strv_contains (keys, wh_plan_item_get_key (item));
}

static gboolean
print_json (WhCli             *cli,
            WhPlan            *plan,
            const char *const *keys,
            GError           **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  WhDatabase *database = wh_cli_open_database (cli, error);

  json_builder_begin_array (builder);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (plan)); i++)
    {
      g_autoptr (WhPlanItem) item = g_list_model_get_item (G_LIST_MODEL (plan), i);

      if (is_wanted (item, keys) && !add_item_json (builder, database, item, i, error))
        return FALSE;
    }

  json_builder_end_array (builder);
  wh_report_print_built (cli, builder);

  return TRUE;
}

static void
add_item_row (WhTextTable *table,
              WhPlanItem  *item)
{
  WhLibrary       *library = wh_plan_item_get_library (item);
  g_autofree char *stars = wh_report_dup_stars (library != NULL ? wh_library_get_stars (library) : 0);
  const char      *text = wh_plan_item_get_summary (item);

  if (wh_plan_item_get_gone (item))
    text = _ ("No longer in the catalogue");
  if (wh_plan_item_get_note (item) != NULL)
    text = wh_plan_item_get_note (item);

  wh_text_table_add_row (table, wh_plan_item_get_key (item), wh_plan_item_get_name (item), stars, text);
}

/* The word of the status stands over the items of a group. */
static void
add_heading (WhCli       *cli,
             WhTextTable *table,
             WhPlan      *plan,
             guint        position)
{
  WhStatus         status = wh_plan_get_section_status (plan, position);
  g_autofree char *word = wh_cli_dup_word (cli, "status", status != WH_STATUS_NONE ? wh_status_to_key (status) : "none");

  wh_text_table_add_heading (table, word);
}

static void
print_text (WhCli             *cli,
            WhPlan            *plan,
            const char *const *keys)
{
  g_autoptr (WhTextTable) table = wh_text_table_new (4);
  guint headed_to = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (plan)); i++)
    {
      g_autoptr (WhPlanItem) item = g_list_model_get_item (G_LIST_MODEL (plan), i);
      guint start;

      if (!is_wanted (item, keys))
        continue;

      if (i >= headed_to)
        {
          wh_plan_get_section (plan, i, &start, &headed_to);
          add_heading (cli, table, plan, i);
        }

      add_item_row (table, item);
    }

  wh_report_print_table (cli, table);
}

/* KEYS: what to print of the plan, NULL is all of it. */
static gboolean
print_plan (WhCli             *cli,
            WhCatalogue       *catalogue,
            const char *const *keys,
            GError           **error)
{
  g_autoptr (WhPlan) plan = wh_plan_new (catalogue);

  if (!wh_plan_load (plan, error))
    return FALSE;

  if (wh_cli_wants_json (cli))
    return print_json (cli, plan, keys, error);

  print_text (cli, plan, keys);
  return TRUE;
}

/* An empty plan prints nothing, which only says enough to a script. */
static void
tell_empty (WhCli *cli)
{
  if (!wh_cli_wants_json (cli) && wh_cli_get_output (cli)->len == 0)
    wh_cli_tell (_ ("the plan is empty; to put a library or topic on it: %s"), "wheelhouse plan add KEY");
}

static gboolean
run_list (WhCli   *cli,
          char   **argv,
          GError **error)
{
  g_auto (GStrv) arguments = NULL;
  WhCatalogue *catalogue;

  if (!(arguments = wh_cli_parse (cli, NULL, argv, 0, 0, error)) ||
      !(catalogue = wh_cli_open_catalogue (cli, error)) ||
      !print_plan (cli, catalogue, NULL, error))
    return FALSE;

  tell_empty (cli);
  return TRUE;
}

static WhEdit *
edit_plan (WhCatalogue       *catalogue,
           const char *const *keys,
           WhStatus           status,
           GError           **error)
{
  return status != WH_STATUS_NONE ? wh_edit_set_status (catalogue, keys, status, error)
                                  : wh_edit_add_to_plan (catalogue, keys, error);
}

/* What has no STATUS to take is only put on the plan. */
static gboolean
run_edit (WhCli   *cli,
          char   **argv,
          WhStatus status,
          GError **error)
{
  g_autoptr (WhEdit) edit = NULL;
  g_auto (GStrv) arguments = NULL;
  g_auto (GStrv) keys = NULL;
  WhCatalogue *catalogue;

  return (arguments = wh_cli_parse (cli, NULL, argv, 1, G_MAXUINT, error)) &&
         (catalogue = wh_cli_open_catalogue (cli, error)) &&
         (keys = wh_resolve_planned (wh_catalogue_get_database (catalogue), (const char *const *) arguments, error)) &&
         (edit = edit_plan (catalogue, (const char *const *) keys, status, error)) &&
         print_plan (cli, catalogue, (const char *const *) keys, error);
}

static gboolean
run_add (WhCli   *cli,
         char   **argv,
         GError **error)
{
  return run_edit (cli, argv, WH_STATUS_NONE, error);
}

static gboolean
run_start (WhCli   *cli,
           char   **argv,
           GError **error)
{
  return run_edit (cli, argv, WH_STATUS_LEARNING, error);
}

static gboolean
run_done (WhCli   *cli,
          char   **argv,
          GError **error)
{
  return run_edit (cli, argv, WH_STATUS_LEARNT, error);
}

static gboolean
run_skip (WhCli   *cli,
          char   **argv,
          GError **error)
{
  return run_edit (cli, argv, WH_STATUS_SKIPPED, error);
}

/* Taking off what is not in the plan leaves it as wanted; it is told all the same. */
static void
tell_not_planned (const WhEdit      *edit,
                  const char *const *keys)
{
  const GPtrArray *removed = wh_edit_get_before (edit);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < removed->len; j++)
        found = found || g_str_equal (((const WhUserRecord *) g_ptr_array_index (removed, j))->key, keys[i]);

      if (!found)
        wh_cli_tell (_ ("“%s” was not in the plan"), keys[i]);
    }
}

/* Prints the plan that is left: what was taken off is not in it any more. */
static gboolean
run_remove (WhCli   *cli,
            char   **argv,
            GError **error)
{
  g_autoptr (WhEdit) edit = NULL;
  g_auto (GStrv) arguments = NULL;
  g_auto (GStrv) keys = NULL;
  WhCatalogue *catalogue;

  if (!(arguments = wh_cli_parse (cli, NULL, argv, 1, G_MAXUINT, error)) ||
      !(catalogue = wh_cli_open_catalogue (cli, error)) ||
      !(keys = wh_resolve_planned (wh_catalogue_get_database (catalogue), (const char *const *) arguments, error)) ||
      !(edit = wh_edit_remove_from_plan (catalogue, (const char *const *) keys, error)))
    return FALSE;

  tell_not_planned (edit, (const char *const *) keys);
  return print_plan (cli, catalogue, NULL, error);
}

/* Prints the whole plan: its order is what changed. */
static gboolean
run_move (WhCli   *cli,
          char   **argv,
          GError **error)
{
  g_autoptr (WhEdit) edit = NULL;
  g_autofree char *before = NULL;
  g_auto (GStrv) arguments = NULL;
  g_auto (GStrv) keys = NULL;
  const char  *typed[3] = { NULL };
  WhCatalogue *catalogue;
  GOptionEntry entries[] = {
    { "before", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &before, N_ ("Put it before this one instead of at the end"), N_ ("KEY") },
    G_OPTION_ENTRY_NULL
  };

  if (!(arguments = wh_cli_parse (cli, entries, argv, 1, 1, error)))
    return FALSE;

  typed[0] = arguments[0];
  typed[1] = before;

  return (catalogue = wh_cli_open_catalogue (cli, error)) &&
         (keys = wh_resolve_planned (wh_catalogue_get_database (catalogue), typed, error)) &&
         (edit = wh_edit_move (catalogue, keys[0], keys[1], error)) &&
         print_plan (cli, catalogue, NULL, error);
}

static const WhCommand plan_commands[] = {
  {
    .name = "plan list",
    .summary = N_ ("Show the plan, grouped by status"),
    .has_json = TRUE,
    .run = run_list,
  },
  {
    .name = "plan add",
    .arguments = N_ ("KEY…"),
    .summary = N_ ("Put libraries or topics at the end of the plan, to be learnt"),
    .has_json = TRUE,
    .run = run_add,
  },
  {
    .name = "plan start",
    .arguments = N_ ("KEY…"),
    .summary = N_ ("Mark as being learnt"),
    .has_json = TRUE,
    .run = run_start,
  },
  {
    .name = "plan done",
    .arguments = N_ ("KEY…"),
    .summary = N_ ("Mark as learnt"),
    .has_json = TRUE,
    .run = run_done,
  },
  {
    .name = "plan skip",
    .arguments = N_ ("KEY…"),
    .summary = N_ ("Mark as skipped"),
    .has_json = TRUE,
    .run = run_skip,
  },
  {
    .name = "plan remove",
    .arguments = N_ ("KEY…"),
    .summary = N_ ("Remove from the plan; the status stays"),
    .has_json = TRUE,
    .run = run_remove,
  },
  {
    .name = "plan move",
    .arguments = N_ ("KEY"),
    .summary = N_ ("Move to the end of the plan, or before another item"),
    .has_json = TRUE,
    .run = run_move,
  },
  { NULL }
};

/* Without a command of its own, `plan` lists. */
gboolean
wh_command_plan (WhCli   *cli,
                 char   **argv,
                 GError **error)
{
  return wh_cli_run_group (cli, plan_commands, &plan_commands[0], argv, error);
}
