/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-cli.h"
#include "wh-guide-progress.h"

G_BEGIN_DECLS

/* Guides and their topics in words and JSON. */

void      wh_guide_report_print (WhCli                 *cli,
                                 const WhGuideBook     *book,
                                 const WhGuideProgress *progress);
void      wh_guide_report_add_json (JsonBuilder           *builder,
                                    const WhGuideBook     *book,
                                    const WhGuideProgress *progress);
gboolean  wh_guide_report_print_topic (WhCli         *cli,
                                       WhDatabase    *database,
                                       const WhTopic *topic,
                                       GError       **error);
JsonNode *wh_guide_report_topic_to_json (WhCli         *cli,
                                         WhDatabase    *database,
                                         const WhTopic *topic,
                                         GError       **error);

G_END_DECLS
