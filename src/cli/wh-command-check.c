/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-problem.h"
#include "wh-report.h"

#include "wh-commands.h"

static void
write_problem (JsonBuilder  *builder,
               gconstpointer record)
{
  const WhProblem *problem = record;

  wh_json_add_string (builder, "kind", problem->kind);
  wh_json_add_string (builder, "entry", problem->entry);
  wh_json_add_string (builder, "message", problem->message);
}

static void
print_json (WhCli     *cli,
            GPtrArray *problems,
            GPtrArray *notes)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  wh_json_add_string (builder, "database", wh_cli_get_database_path (cli));
  json_builder_set_member_name (builder, "ok");
  json_builder_add_boolean_value (builder, problems->len == 0);
  wh_json_add_list (builder, "problems", problems, write_problem);
  wh_json_add_list (builder, "notes", notes, write_problem);
  json_builder_end_object (builder);
  wh_report_print_built (cli, builder);
}

static void
print_text (WhCli     *cli,
            GPtrArray *problems,
            GPtrArray *notes)
{
  for (guint i = 0; i < problems->len; i++)
    wh_report_print_text (cli, 0, ((WhProblem *) g_ptr_array_index (problems, i))->message);

  for (guint i = 0; i < notes->len; i++)
    {
      g_autofree char *note = g_strdup_printf (_ ("Note: %s"), ((WhProblem *) g_ptr_array_index (notes, i))->message);

      wh_report_print_text (cli, 0, note);
    }

  if (problems->len == 0)
    {
      wh_cli_print (cli, _ ("%s: no problem found"), wh_cli_get_database_path (cli));
      wh_cli_print (cli, "\n");
    }
}

/* A file that is there is only looked at: opening it as usual would already mend what
 * can be mended, and there would be nothing left to find.
 */
static WhDatabase *
open_to_look (WhCli   *cli,
              GError **error)
{
  const char *path = wh_cli_get_database_path (cli);
  g_autoptr (WhDatabase) database = NULL;
  g_autoptr (GError) local_error = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    database = wh_database_open (path, WH_DATABASE_READ_ONLY, &local_error);

  if (g_error_matches (local_error, WH_STORE_ERROR, WH_STORE_ERROR_CORRUPT) ||
      g_error_matches (local_error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_DATABASE))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  if (database == NULL && (database = wh_cli_open_database (cli, error)) != NULL)
    g_object_ref (database);

  return g_steal_pointer (&database);
}

static void
set_problems (WhCli   *cli,
              guint    n_problems,
              GError **error)
{
  const char *path = wh_cli_get_database_path (cli);

  if (n_problems < WH_PROBLEMS_MAX)
    g_set_error (error, WH_CLI_ERROR, WH_CLI_ERROR_FAILED,
                 ngettext ("%s has %u problem; wheelhouse restore takes an earlier backup in its place",
                           "%s has %u problems; wheelhouse restore takes an earlier backup in its place",
                           n_problems),
                 path, n_problems);
  else
    g_set_error (error, WH_CLI_ERROR, WH_CLI_ERROR_FAILED,
                 _ ("%s has %u problems or more; wheelhouse restore takes an earlier backup in its place"),
                 path, n_problems);
}

/* The problems are the result and are printed even though finding any fails the command. */
gboolean
wh_command_check (WhCli   *cli,
                  char   **argv,
                  GError **error)
{
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (WhDatabase) database = NULL;

  if (!(arguments = wh_cli_parse (cli, NULL, argv, 0, 0, error)) ||
      !(database = open_to_look (cli, error)) ||
      !wh_database_check (database, &problems, &notes, error))
    return FALSE;

  if (wh_cli_wants_json (cli))
    print_json (cli, problems, notes);
  else
    print_text (cli, problems, notes);

  if (problems->len == 0)
    return TRUE;

  if (wh_cli_flush (cli, error))
    set_problems (cli, problems->len, error);

  return FALSE;
}
