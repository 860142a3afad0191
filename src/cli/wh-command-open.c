/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-commands.h"

/* A name of a file is meant where it was typed; the program that opens it may run elsewhere. */
gboolean
wh_command_open (WhCli   *cli,
                 char   **argv,
                 GError **error)
{
  g_autoptr (GStrvBuilder) uris = g_strv_builder_new ();
  g_auto (GStrv) arguments = wh_cli_parse (cli, NULL, argv, 0, G_MAXUINT, error);

  if (arguments == NULL)
    return FALSE;

  for (guint i = 0; arguments[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (arguments[i]);

      g_strv_builder_take (uris, g_file_get_uri (file));
    }

  return wh_cli_open_window (cli, g_strv_builder_end (uris), error);
}
