/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-cli.h"
#include "wh-json-builder.h"
#include "wh-text-table.h"

G_BEGIN_DECLS

/* How several commands put the same things into words and JSON. */

char *wh_report_dup_stars (guint halves);
char *wh_report_dup_status (WhCli   *cli,
                            WhStatus status);
void  wh_report_add_library (WhCli                 *cli,
                             WhTextTable           *table,
                             const WhLibraryRecord *library);
void  wh_report_print_title (WhCli      *cli,
                             const char *name,
                             const char *key);
void  wh_report_print_table (WhCli       *cli,
                             WhTextTable *table);
void  wh_report_print_text (WhCli      *cli,
                            guint       indent,
                            const char *text);
void  wh_report_print_marked (WhCli      *cli,
                              guint       indent,
                              const char *mark,
                              const char *text);
void  wh_report_print_verbatim (WhCli      *cli,
                                guint       indent,
                                const char *text);
void  wh_report_print_flag (WhCli      *cli,
                            guint       indent,
                            const char *flag,
                            const char *text,
                            const char *checked);
void  wh_report_print_mine (WhCli              *cli,
                            const WhUserRecord *user);

void wh_report_print_built (WhCli       *cli,
                            JsonBuilder *builder);
void wh_report_print_records (WhCli          *cli,
                              GPtrArray      *records,
                              gconstpointer   only,
                              WhJsonWriteFunc write);

G_END_DECLS
