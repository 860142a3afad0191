/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "wh-database.h"
#include "wh-index.h"
#include "wh-library.h"
#include "wh-user-record.h"

G_BEGIN_DECLS

/**
 * WhCatalogueChange:
 * @WH_CATALOGUE_CHANGE_USER: the user's data on some libraries or topics
 * @WH_CATALOGUE_CHANGE_CONTENTS: anything, for instance by another process
 */
typedef enum
{
  WH_CATALOGUE_CHANGE_USER,
  WH_CATALOGUE_CHANGE_CONTENTS,
} WhCatalogueChange;

#define WH_TYPE_CATALOGUE_CHANGE (wh_catalogue_change_get_type ())
GType wh_catalogue_change_get_type (void) G_GNUC_CONST;

#define WH_TYPE_CATALOGUE (wh_catalogue_get_type ())

/**
 * WhCatalogue:
 *
 * The catalogue and the user's data in it, as the program sees them: owns the
 * database connection of the main thread, the index, and the one
 * [class@Wh.Library] per key. Everything that writes goes through
 * wh_catalogue_replace(), everything that shows listens to [signal@Wh.Catalogue::changed].
 *
 * It notices what other processes commit, by itself when the write-ahead log
 * changes and whenever wh_catalogue_check_for_changes() is called (on focus).
 */
G_DECLARE_FINAL_TYPE (WhCatalogue, wh_catalogue, WH, CATALOGUE, GObject)

WhCatalogue *wh_catalogue_new (WhDatabase *database,
                               const char *language) G_GNUC_WARN_UNUSED_RESULT;
gboolean     wh_catalogue_load (WhCatalogue *self,
                                GError     **error);
void         wh_catalogue_load_async (WhCatalogue        *self,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
gboolean     wh_catalogue_load_finish (WhCatalogue  *self,
                                       GAsyncResult *result,
                                       GError      **error);
void         wh_catalogue_check_for_changes (WhCatalogue *self);

WhDatabase *wh_catalogue_get_database (WhCatalogue *self);
WhIndex    *wh_catalogue_get_index (WhCatalogue *self);
const char *wh_catalogue_get_language (WhCatalogue *self);
void        wh_catalogue_set_language (WhCatalogue *self,
                                       const char  *language);

WhLibrary        *wh_catalogue_dup_library (WhCatalogue *self,
                                            gint64       id,
                                            GError     **error) G_GNUC_WARN_UNUSED_RESULT;
WhLibrary        *wh_catalogue_dup_library_by_key (WhCatalogue *self,
                                                   const char  *key,
                                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;
WhLibraryDetails *wh_catalogue_load_details (WhCatalogue *self,
                                             WhLibrary   *library,
                                             GError     **error) G_GNUC_WARN_UNUSED_RESULT;

char *wh_catalogue_dup_word (WhCatalogue *self,
                             const char  *key) G_GNUC_WARN_UNUSED_RESULT;
char *wh_catalogue_dup_name (WhCatalogue *self,
                             WhFacet      facet,
                             const char  *key) G_GNUC_WARN_UNUSED_RESULT;
char *wh_catalogue_dup_title (WhCatalogue *self,
                              WhFacet      facet,
                              const char  *key) G_GNUC_WARN_UNUSED_RESULT;
char *wh_catalogue_dup_origin (WhCatalogue *self,
                               const char  *source,
                               const char  *section) G_GNUC_WARN_UNUSED_RESULT;
char *wh_catalogue_dup_section (WhCatalogue *self,
                                const char  *source,
                                const char  *section) G_GNUC_WARN_UNUSED_RESULT;

gboolean wh_catalogue_replace (WhCatalogue     *self,
                               const GPtrArray *before,
                               const GPtrArray *after,
                               GError         **error);
void     wh_catalogue_take_saved (WhCatalogue     *self,
                                  const GPtrArray *records);
void     wh_catalogue_set_writing (WhCatalogue *self,
                                   gboolean     writing);
gboolean wh_catalogue_get_writing (WhCatalogue *self);

G_END_DECLS
