/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "wh-catalogue.h"
#include "wh-library-query.h"
#include "wh-search.h"

G_BEGIN_DECLS

#define WH_TYPE_LIBRARY_LIST (wh_library_list_get_type ())

/**
 * WhLibraryList:
 *
 * The libraries that answer a query, as an honest list model of
 * [class@Wh.Library]: its length is true from the first moment, objects are
 * made on demand, a change is reported as the smallest span that differs.
 *
 * Small catalogues answer while the query is being set; large ones on a worker,
 * and [property@Wh.LibraryList:loading] is true until then. An answer that
 * comes after the next question is dropped.
 *
 * GTK's section interface is not known here. A model in the window forwards
 * wh_library_list_get_section() and [signal@Wh.LibraryList::sections-changed].
 */
G_DECLARE_FINAL_TYPE (WhLibraryList, wh_library_list, WH, LIBRARY_LIST, GObject)

WhLibraryList         *wh_library_list_new (WhCatalogue *catalogue) G_GNUC_WARN_UNUSED_RESULT;
WhCatalogue           *wh_library_list_get_catalogue (WhLibraryList *self);
WhLibraryQuery        *wh_library_list_get_query (WhLibraryList *self);
void                   wh_library_list_set_query (WhLibraryList  *self,
                                                  WhLibraryQuery *query);
WhSearchResult        *wh_library_list_get_result (WhLibraryList *self);
gboolean               wh_library_list_get_loading (WhLibraryList *self);
void                   wh_library_list_get_section (WhLibraryList *self,
                                                    guint          position,
                                                    guint         *start,
                                                    guint         *end);
const WhSearchSection *wh_library_list_find_section (WhLibraryList *self,
                                                     guint          position);
gboolean               wh_library_list_find (WhLibraryList *self,
                                             gint64         id,
                                             guint         *position);
void                   wh_library_list_set_threshold (WhLibraryList *self,
                                                      guint          n_libraries);

G_END_DECLS
