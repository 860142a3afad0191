/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-cli.h"

G_BEGIN_DECLS

/* What the command line is made of while it runs; commands use wh-cli.h. */

/**
 * WhCli:
 *
 * One run of the program on the command line: the options that every command
 * takes, the database they lead to, and the result, which is written when the
 * command is done, so that a command that fails prints nothing; only a list too
 * long to be kept is written as it comes.
 */
struct _WhCli
{
  const WhCommand *command; /* the one that runs */
  const char      *language;
  char            *database_path;
  gboolean         json;
  WhDatabase      *database;
  WhCatalogue     *catalogue;
  GString         *output;
  gboolean         closed; /* nobody reads the result any more */
  GStrv            uris;   /* (nullable): to be opened in the window */
};

WhCli *wh_cli_new (void);
void   wh_cli_free (WhCli *self);
void   wh_cli_set_language (WhCli      *self,
                            const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhCli, wh_cli_free)

G_END_DECLS
