/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-user-database.h"

#include "wh-commands.h"

gboolean
wh_command_backup (WhCli   *cli,
                   char   **argv,
                   GError **error)
{
  g_auto (GStrv) arguments = NULL;
  WhDatabase *database;

  return (arguments = wh_cli_parse (cli, NULL, argv, 1, 1, error)) &&
         (database = wh_cli_open_database (cli, error)) &&
         wh_database_backup (database, arguments[0], error);
}

gboolean
wh_command_restore (WhCli   *cli,
                    char   **argv,
                    GError **error)
{
  g_auto (GStrv) arguments = NULL;
  g_autofree char *kept = NULL;

  if (!(arguments = wh_cli_parse (cli, NULL, argv, 1, 1, error)) ||
      !wh_user_database_restore (wh_cli_get_database_path (cli), arguments[0], &kept, error))
    return FALSE;

  if (kept != NULL)
    wh_cli_tell (_ ("what was there before is kept as %s"), kept);

  return TRUE;
}
