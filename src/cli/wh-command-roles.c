/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-progress.h"
#include "wh-report.h"
#include "wh-resolve.h"
#include "wh-subject-writer.h"

#include "wh-commands.h"

static gboolean
add_role_json (JsonBuilder  *builder,
               WhDatabase   *database,
               const WhRole *role,
               GError      **error)
{
  WhProgress progress;

  if (!wh_progress_load_role (database, role->key, &progress, error))
    return FALSE;

  wh_subject_write_role (builder, role);
  wh_json_add_count (builder, "learnt", progress.n_done);
  wh_json_add_count (builder, "of", progress.n_total);

  return TRUE;
}

static gboolean
print_roles_json (WhCli      *cli,
                  WhDatabase *database,
                  GPtrArray  *roles,
                  GError    **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);

  for (guint i = 0; i < roles->len; i++)
    {
      const WhRole *role = g_ptr_array_index (roles, i);

      json_builder_begin_object (builder);

      if (!add_role_json (builder, database, role, error))
        return FALSE;

      wh_json_add_count (builder, "n_orders", role->n_orders);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
  wh_report_print_built (cli, builder);

  return TRUE;
}

static gboolean
print_roles (WhCli      *cli,
             WhDatabase *database,
             GPtrArray  *roles,
             GError    **error)
{
  g_autoptr (WhTextTable) table = wh_text_table_new (4);

  for (guint i = 0; i < roles->len; i++)
    {
      const WhRole    *role = g_ptr_array_index (roles, i);
      g_autofree char *learnt = NULL;
      g_autofree char *orders = NULL;
      WhProgress       progress;

      if (!wh_progress_load_role (database, role->key, &progress, error))
        return FALSE;

      if (progress.n_total > 0)
        learnt = g_strdup_printf (_ ("%u of %u learnt"), progress.n_done, progress.n_total);
      if (role->n_orders > 0)
        orders = g_strdup_printf (ngettext ("%u learning order", "%u learning orders", role->n_orders), role->n_orders);

      wh_text_table_add_row (table, role->key, role->name, learnt, orders);
    }

  wh_report_print_table (cli, table);
  return TRUE;
}

static gboolean
add_slot_row (WhCli       *cli,
              WhTextTable *table,
              WhDatabase  *database,
              const char  *key,
              gboolean     is_alternative,
              GError     **error)
{
  g_autoptr (WhLibraryRecord) library = NULL;
  gint64 id;

  if ((id = wh_store_find_library (database, key, error)) == 0 ||
      !(library = wh_store_load_library (database, id, wh_cli_get_language (cli), error)))
    return FALSE;

  if (is_alternative)
    {
      g_autofree char *name = g_strdup_printf ("/ %s", library->name);

      g_set_str (&library->name, name);
    }

  wh_report_add_library (cli, table, library);
  return TRUE;
}

/* Alternatives stand below one another, the later ones marked by a stroke. */
static gboolean
print_slots (WhCli      *cli,
             WhDatabase *database,
             GPtrArray  *slots,
             GError    **error)
{
  g_autoptr (WhTextTable) table = wh_text_table_new (5);
  WhPriority priority = WH_PRIORITY_NONE;

  for (guint i = 0; i < slots->len; i++)
    {
      const WhPrioritySlot *slot = g_ptr_array_index (slots, i);

      if (slot->priority != priority)
        {
          g_autofree char *title = wh_store_dup_priority_title (database, wh_priority_to_key (slot->priority),
                                                                wh_cli_get_language (cli));

          wh_text_table_add_heading (table, title);
        }

      priority = slot->priority;

      for (guint j = 0; slot->keys[j] != NULL; j++)
        if (!add_slot_row (cli, table, database, slot->keys[j], j > 0, error))
          return FALSE;
    }

  wh_report_print_table (cli, table);
  return TRUE;
}

static void
print_orders (WhCli     *cli,
              GPtrArray *orders)
{
  for (guint i = 0; i < orders->len; i++)
    {
      const WhLearningOrder *order = g_ptr_array_index (orders, i);
      g_autofree char       *separator = g_strdup_printf (" %s ", order->connector);
      g_autofree char       *steps = g_strjoinv (separator, order->names);

      wh_cli_print (cli, "\n%s\n", order->topic);
      wh_report_print_text (cli, 2, steps);
      wh_report_print_text (cli, 2, order->reason);
    }
}

static gboolean
print_path_text (WhCli        *cli,
                 WhDatabase   *database,
                 const WhRole *role,
                 GPtrArray    *slots,
                 GPtrArray    *orders,
                 GError      **error)
{
  WhProgress progress;

  if (!wh_progress_load_role (database, role->key, &progress, error))
    return FALSE;

  wh_report_print_title (cli, role->name, role->key);

  if (slots->len > 0)
    {
      wh_cli_print (cli, _ ("%u of %u learnt"), progress.n_done, progress.n_total);
      wh_cli_print (cli, "\n\n");
    }

  if (!print_slots (cli, database, slots, error))
    return FALSE;

  print_orders (cli, orders);
  return TRUE;
}

static gboolean
print_path_json (WhCli        *cli,
                 WhDatabase   *database,
                 const WhRole *role,
                 GPtrArray    *slots,
                 GPtrArray    *orders,
                 GError      **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);

  if (!add_role_json (builder, database, role, error))
    return FALSE;

  wh_json_add_list (builder, "priorities", slots, wh_subject_write_slot);
  wh_json_add_list (builder, "orders", orders, wh_subject_write_order);
  json_builder_end_object (builder);
  wh_report_print_built (cli, builder);

  return TRUE;
}

static gboolean
print_path (WhCli      *cli,
            WhDatabase *database,
            GPtrArray  *roles,
            const char *typed,
            GError    **error)
{
  g_autoptr (GPtrArray) slots = NULL;
  g_autoptr (GPtrArray) orders = NULL;
  const WhRole *role;

  if (!(role = wh_resolve_record (database, WH_SUBJECT_ROLE, roles, G_STRUCT_OFFSET (WhRole, key), typed, error)) ||
      !(slots = wh_store_list_slots (database, role->key, error)) ||
      !(orders = wh_store_list_orders (database, role->key, wh_cli_get_language (cli), error)))
    return FALSE;

  return wh_cli_wants_json (cli) ? print_path_json (cli, database, role, slots, orders, error)
                                 : print_path_text (cli, database, role, slots, orders, error);
}

static gboolean
run (WhCli   *cli,
     char   **argv,
     guint    min,
     GError **error)
{
  g_autoptr (GPtrArray) roles = NULL;
  g_auto (GStrv) arguments = NULL;
  WhDatabase *database;

  if (!(arguments = wh_cli_parse (cli, NULL, argv, min, 1, error)) ||
      !(database = wh_cli_open_database (cli, error)) ||
      !(roles = wh_store_list_roles (database, wh_cli_get_language (cli), error)))
    return FALSE;

  if (arguments[0] != NULL)
    return print_path (cli, database, roles, arguments[0], error);

  return wh_cli_wants_json (cli) ? print_roles_json (cli, database, roles, error)
                                 : print_roles (cli, database, roles, error);
}

gboolean
wh_command_roles (WhCli   *cli,
                  char   **argv,
                  GError **error)
{
  return run (cli, argv, 0, error);
}

/* A role in full is its path. */
gboolean
wh_command_path (WhCli   *cli,
                 char   **argv,
                 GError **error)
{
  return run (cli, argv, 1, error);
}
