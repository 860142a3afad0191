/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "wh-catalogue.h"
#include "wh-subject-records.h"

G_BEGIN_DECLS

/* What stands beside the topics of a guide. */

GtkWidget *wh_guide_facts_new_list (void) G_GNUC_WARN_UNUSED_RESULT;
char      *wh_guide_facts_dup_emphasis (WhCatalogue       *catalogue,
                                        const WhGuideNode *node) G_GNUC_WARN_UNUSED_RESULT;
void       wh_guide_facts_append_beside (GtkListBox        *list,
                                         WhCatalogue       *catalogue,
                                         const WhGuideBook *book,
                                         const WhGuideNode *node);
void       wh_guide_facts_append_rest (GtkBox            *box,
                                       WhCatalogue       *catalogue,
                                       const WhGuideBook *book,
                                       GObject           *page);

G_END_DECLS
