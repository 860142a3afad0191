/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-cli.h"

G_BEGIN_DECLS

/* All commands, in the order of the help; ended by one without a name. */
extern const WhCommand wh_commands[];

/* What runs each of them, named after it. */
gboolean wh_command_list (WhCli   *cli,
                          char   **argv,
                          GError **error);
gboolean wh_command_search (WhCli   *cli,
                            char   **argv,
                            GError **error);
gboolean wh_command_show (WhCli   *cli,
                          char   **argv,
                          GError **error);
gboolean wh_command_roles (WhCli   *cli,
                           char   **argv,
                           GError **error);
gboolean wh_command_path (WhCli   *cli,
                          char   **argv,
                          GError **error);
gboolean wh_command_categories (WhCli   *cli,
                                char   **argv,
                                GError **error);
gboolean wh_command_sources (WhCli   *cli,
                             char   **argv,
                             GError **error);
gboolean wh_command_rankings (WhCli   *cli,
                              char   **argv,
                              GError **error);
gboolean wh_command_comparisons (WhCli   *cli,
                                 char   **argv,
                                 GError **error);
gboolean wh_command_picks (WhCli   *cli,
                           char   **argv,
                           GError **error);
gboolean wh_command_counterparts (WhCli   *cli,
                                  char   **argv,
                                  GError **error);
gboolean wh_command_tiers (WhCli   *cli,
                           char   **argv,
                           GError **error);
gboolean wh_command_guides (WhCli   *cli,
                            char   **argv,
                            GError **error);
gboolean wh_command_plan (WhCli   *cli,
                          char   **argv,
                          GError **error);
gboolean wh_command_rate (WhCli   *cli,
                          char   **argv,
                          GError **error);
gboolean wh_command_note (WhCli   *cli,
                          char   **argv,
                          GError **error);
gboolean wh_command_export (WhCli   *cli,
                            char   **argv,
                            GError **error);
gboolean wh_command_backup (WhCli   *cli,
                            char   **argv,
                            GError **error);
gboolean wh_command_restore (WhCli   *cli,
                             char   **argv,
                             GError **error);
gboolean wh_command_dump (WhCli   *cli,
                          char   **argv,
                          GError **error);
gboolean wh_command_stats (WhCli   *cli,
                           char   **argv,
                           GError **error);
gboolean wh_command_check (WhCli   *cli,
                           char   **argv,
                           GError **error);
gboolean wh_command_open (WhCli   *cli,
                          char   **argv,
                          GError **error);

G_END_DECLS
