/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-catalogue-writer.h"

#include "wh-commands.h"

/* It is JSON with or without --json. */
gboolean
wh_command_dump (WhCli   *cli,
                 char   **argv,
                 GError **error)
{
  g_auto (GStrv) arguments = NULL;
  g_autoptr (JsonNode) root = NULL;
  WhDatabase *database;

  if (!(arguments = wh_cli_parse (cli, NULL, argv, 0, 0, error)) ||
      !(database = wh_cli_open_database (cli, error)) ||
      !(root = wh_exchange_dump (database, wh_cli_get_language (cli), error)))
    return FALSE;

  wh_cli_print_json (cli, root);
  return TRUE;
}
