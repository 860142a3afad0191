/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-database.h"

G_BEGIN_DECLS

/* One value of a row: @text when there is one, else @number. */
typedef struct
{
  const char *column;
  const char *text;
  gint64      number;
} WhLoadValue;

/**
 * WhCatalogueLoad:
 *
 * A collection on its way into a database: one transaction, which is undone when
 * the load is freed without having been committed. Rows are added parents first;
 * what is not given of a row is NULL. A text is added once per language, with the
 * id that the first addition returned.
 *
 * The same additions in the same order to an empty database give the same
 * contents, ids and revision.
 */
typedef struct _WhCatalogueLoad WhCatalogueLoad;

WhCatalogueLoad *wh_catalogue_load_begin (WhDatabase *database,
                                          guint       collection,
                                          const char *key,
                                          GError    **error) G_GNUC_WARN_UNUSED_RESULT;
gint64           wh_catalogue_load_add_library (WhCatalogueLoad *self,
                                                const char      *key,
                                                const char      *name,
                                                GError         **error);
gint64           wh_catalogue_load_add_text (WhCatalogueLoad *self,
                                             gint64           id,
                                             const char      *language,
                                             const char      *text,
                                             GError         **error);
gint64           wh_catalogue_load_add_row (WhCatalogueLoad   *self,
                                            const char        *table,
                                            const WhLoadValue *values,
                                            guint              n_values,
                                            GError           **error);
gboolean         wh_catalogue_load_commit (WhCatalogueLoad *self,
                                           GError         **error);
void             wh_catalogue_load_free (WhCatalogueLoad *self);

gboolean wh_catalogue_seal (WhDatabase *database,
                            GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhCatalogueLoad, wh_catalogue_load_free)

G_END_DECLS
