/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-cli.h"
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
void  wh_report_print_text (WhCli      *cli,
                            const char *indent,
                            const char *text);

void wh_report_add_strings (JsonBuilder *builder,
                            const char  *member,
                            GStrv        strings);
void wh_report_add_string (JsonBuilder *builder,
                           const char  *member,
                           const char  *text);
void wh_report_add_stars (JsonBuilder *builder,
                          const char  *member,
                          guint        halves);
void wh_report_add_count (JsonBuilder *builder,
                          const char  *member,
                          guint        n);

G_END_DECLS
