/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "wh-subject-records.h"

G_BEGIN_DECLS

#define WH_TYPE_TOPIC_ROW (wh_topic_row_get_type ())
G_DECLARE_FINAL_TYPE (WhTopicRow, wh_topic_row, WH, TOPIC_ROW, AdwPreferencesRow)

GtkWidget  *wh_topic_row_new (const WhGuideNode *node,
                              const char        *emphasis,
                              const char        *language) G_GNUC_WARN_UNUSED_RESULT;
const char *wh_topic_row_get_key (WhTopicRow *self);
void        wh_topic_row_set_state (WhTopicRow *self,
                                    WhStatus    status,
                                    gboolean    planned);
void        wh_topic_row_toggle_learnt (WhTopicRow *self);
void        wh_topic_row_add_to_plan (WhTopicRow *self);

G_END_DECLS
