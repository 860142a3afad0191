/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "wh-guide-progress.h"
#include "wh-records.h"
#include "wh-subject-records.h"
#include "wh-terms.h"

G_BEGIN_DECLS

/* The records of the catalogue as JSON, each function the members of one: the same in
 * what a command prints and in the dump.
 */

void wh_subject_write_category (JsonBuilder  *builder,
                                gconstpointer record);
void wh_subject_write_criteria_set (JsonBuilder  *builder,
                                    gconstpointer record);
void wh_subject_write_measure (JsonBuilder  *builder,
                               gconstpointer record);
void wh_subject_write_word (JsonBuilder  *builder,
                            gconstpointer record);
void wh_subject_write_role (JsonBuilder  *builder,
                            gconstpointer record);
void wh_subject_write_slot (JsonBuilder  *builder,
                            gconstpointer record);
void wh_subject_write_order (JsonBuilder  *builder,
                             gconstpointer record);
void wh_subject_write_ranking (JsonBuilder  *builder,
                               gconstpointer record);
void wh_subject_write_comparison (JsonBuilder  *builder,
                                  gconstpointer record);
void wh_subject_write_counterpart (JsonBuilder  *builder,
                                   gconstpointer record);
void wh_subject_write_tier (JsonBuilder  *builder,
                            gconstpointer record);
void wh_subject_write_pick (JsonBuilder  *builder,
                            gconstpointer record);
void wh_subject_write_strategy (JsonBuilder  *builder,
                                gconstpointer record);
void wh_subject_write_advice (JsonBuilder  *builder,
                              gconstpointer record);
void wh_subject_write_source (JsonBuilder  *builder,
                              gconstpointer record);
void wh_subject_write_example (JsonBuilder  *builder,
                               gconstpointer record);
void wh_subject_add_chapters (JsonBuilder           *builder,
                              const WhGuide         *guide,
                              const WhGuideProgress *progress);

/* What several of them end with. */
void wh_subject_add_source (JsonBuilder *builder,
                            const char  *source,
                            const char  *section);
void wh_subject_add_flag (JsonBuilder *builder,
                          const char  *kind,
                          const char  *text,
                          const char  *checked);

G_END_DECLS
