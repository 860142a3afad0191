/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-fact-row.h"

#include "wh-library-facts.h"

G_BEGIN_DECLS

/* What the files that build the page of a library share. */
typedef struct
{
  GtkBox      *box;
  WhCatalogue *catalogue;
  const char  *language; /* of the contents */
} WhLibraryFacts;

AdwPreferencesGroup *wh_library_facts_append_group (const WhLibraryFacts *self,
                                                    const char           *title);
WhFactRow           *wh_library_facts_append_row (const WhLibraryFacts *self,
                                                  AdwPreferencesGroup  *group,
                                                  const char           *title,
                                                  const char           *source,
                                                  const char           *section);
void                 wh_library_facts_widen (AdwPreferencesGroup *group,
                                             int                  width);
char                *wh_library_facts_dup_word (const WhLibraryFacts *self,
                                                const char           *vocabulary,
                                                const char           *key) G_GNUC_WARN_UNUSED_RESULT;
void                 wh_library_facts_add_links (WhFactRow *row,
                                                 GStrv      keys,
                                                 GStrv      names);

/* One job each, in a file of its own name. */
void wh_library_facts_append_judgements (const WhLibraryFacts   *self,
                                         const WhLibraryDetails *details);
void wh_library_facts_append_statements (const WhLibraryFacts *self,
                                         const GPtrArray      *statements);
void wh_library_facts_append_relations (const WhLibraryFacts   *self,
                                        const WhLibraryDetails *details);
void wh_library_facts_append_examples (const WhLibraryFacts   *self,
                                       const WhLibraryDetails *details);
void wh_library_facts_append_places (const WhLibraryFacts   *self,
                                     const WhLibraryDetails *details);

G_END_DECLS
