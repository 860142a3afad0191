/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "wh-database.h"
#include "wh-library-query.h"
#include "wh-user-record.h"

G_BEGIN_DECLS

#define WH_TYPE_INDEX (wh_index_get_type ())

/**
 * WhIndex:
 *
 * What searching needs to know of all libraries, as columns in memory: the
 * folded texts in one packed block, the facets as small numbers, one row per
 * library in the order of names.
 *
 * An index never changes and is reference-counted atomically, so that a worker
 * can search it while another takes its place. A change of the user's own data
 * is patched into a new index that shares nearly everything with the old one.
 */
typedef struct _WhIndex WhIndex;

GType    wh_index_get_type (void) G_GNUC_CONST;
WhIndex *wh_index_build (WhDatabase   *database,
                         GCancellable *cancellable,
                         GError      **error) G_GNUC_WARN_UNUSED_RESULT;
WhIndex *wh_index_with_user_records (WhIndex         *self,
                                     const GPtrArray *records) G_GNUC_WARN_UNUSED_RESULT;
WhIndex *wh_index_ref (WhIndex *self);
void     wh_index_unref (WhIndex *self);

guint       wh_index_get_n_libraries (WhIndex *self);
gint64      wh_index_get_id (WhIndex *self,
                             guint    row);
const char *wh_index_get_key (WhIndex *self,
                              guint    row);
const char *wh_index_get_name (WhIndex *self,
                               guint    row);
gboolean    wh_index_find_key (WhIndex    *self,
                               const char *key,
                               guint      *row);
gboolean    wh_index_find_id (WhIndex *self,
                              gint64   id,
                              guint   *row);

const char *const *wh_index_get_values (WhIndex *self,
                                        WhFacet  facet);
gboolean           wh_index_has_value (WhIndex    *self,
                                       WhFacet     facet,
                                       const char *key);
gboolean           wh_index_occurs (WhIndex    *self,
                                    WhFacet     facet,
                                    const char *key);
gsize              wh_index_get_text_size (WhIndex *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhIndex, wh_index_unref)

G_END_DECLS
