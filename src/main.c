/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "wh-application.h"
#include "wh-cli.h"

static void
set_up_locale (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* The session starts the program with this option when another one calls it. */
static gboolean
wants_window (int    argc,
              char **argv)
{
  return argc < 2 || g_str_equal (argv[1], "--gapplication-service");
}

static int
run_window (int    argc,
            char **argv)
{
  g_autoptr (WhApplication) application = wh_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}

static int
open_window (char              *program,
             const char *const *uris)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;

  g_strv_builder_add (builder, program);
  g_strv_builder_addv (builder, (const char **) uris);
  argv = g_strv_builder_end (builder);

  return run_window ((int) g_strv_length (argv), argv);
}

static int
run_command (int    argc,
             char **argv)
{
  g_auto (GStrv) uris = NULL;
  int status = wh_cli_run (argc, argv, &uris);

  return uris != NULL ? open_window (argv[0], (const char *const *) uris) : status;
}

int
main (int    argc,
      char **argv)
{
  set_up_locale ();

  /* No GTK is started for a command: it works without a display. */
  return wants_window (argc, argv) ? run_window (argc, argv) : run_command (argc, argv);
}
