/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "wh-catalogue-store.h"
#include "wh-catalogue.h"

G_BEGIN_DECLS

#define WH_CLI_ERROR (wh_cli_error_quark ())

/**
 * WhCliError:
 * @WH_CLI_ERROR_ENOUGH: not an error: whoever reads the result wants no more of it
 * @WH_CLI_ERROR_HELP: not an error: help was asked for, and the message is it
 * @WH_CLI_ERROR_USAGE: the command line says nothing that could be done
 * @WH_CLI_ERROR_FAILED: it could not be done
 */
typedef enum
{
  WH_CLI_ERROR_ENOUGH,
  WH_CLI_ERROR_HELP,
  WH_CLI_ERROR_USAGE,
  WH_CLI_ERROR_FAILED,
} WhCliError;

GQuark wh_cli_error_quark (void);

typedef struct _WhCli     WhCli;
typedef struct _WhCommand WhCommand;

/**
 * WhCommand:
 * @name: what is typed: "list", "plan done"
 * @arguments: (nullable): what follows the options in the usage line
 * @summary: what it does, in a line
 * @description: (nullable): more of it, below the options
 * @has_json: whether it prints, and so takes --json
 * @run: does it; @argv are the arguments after the command, %NULL-terminated
 *
 * Its texts are marked for translation and translated when shown.
 */
struct _WhCommand
{
  const char *name;
  const char *arguments;
  const char *summary;
  const char *description;
  gboolean    has_json;
  gboolean (*run) (WhCli   *cli,
                   char   **argv,
                   GError **error);
};

int wh_cli_run (int    argc,
                char **argv,
                GStrv *uris);

/* What a command gets and gives. */
GStrv    wh_cli_parse (WhCli              *cli,
                       const GOptionEntry *entries,
                       char              **argv,
                       guint               min,
                       guint               max,
                       GError            **error);
gboolean wh_cli_run_group (WhCli           *cli,
                           const WhCommand *commands,
                           const WhCommand *standard,
                           char           **argv,
                           GError         **error);

gboolean     wh_cli_wants_json (WhCli *cli);
const char  *wh_cli_get_language (WhCli *cli);
const char  *wh_cli_get_database_path (WhCli *cli);
WhDatabase  *wh_cli_open_database (WhCli   *cli,
                                   GError **error);
gboolean     wh_cli_open_window (WhCli   *cli,
                                 GStrv    uris,
                                 GError **error);
WhCatalogue *wh_cli_open_catalogue (WhCli   *cli,
                                    GError **error);
char        *wh_cli_dup_word (WhCli      *cli,
                              const char *subject,
                              const char *key);

/* The result, for standard output. It is kept until the command is done. */
GString *wh_cli_get_output (WhCli *cli);
void     wh_cli_print (WhCli      *cli,
                       const char *format,
                       ...) G_GNUC_PRINTF (2, 3);
void     wh_cli_print_json (WhCli    *cli,
                            JsonNode *node);
gboolean wh_cli_print_json_item (WhCli    *cli,
                                 JsonNode *node,
                                 guint     position,
                                 GError  **error);
void     wh_cli_end_json_list (WhCli *cli,
                               guint  n_items);
gboolean wh_cli_flush (WhCli   *cli,
                       GError **error);
guint    wh_cli_get_width (WhCli *cli);

/* A message, for standard error. */
void wh_cli_tell (const char *format,
                  ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
