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

int
main (int    argc,
      char **argv)
{
  set_up_locale ();

  /* No GTK is started for a command: it works without a display. */
  return wants_window (argc, argv) ? run_window (argc, argv) : wh_cli_run (argc, argv);
}
