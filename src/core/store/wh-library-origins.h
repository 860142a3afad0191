/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-database.h"

G_BEGIN_DECLS

/* Who puts a library into a category. */
typedef struct
{
  char *category;
  char *source;
  char *section; /* (nullable) */
} WhPlacement;

/**
 * WhLibraryOrigins:
 *
 * What the catalogue has on the entry of a library beside what is said of the library.
 */
typedef struct
{
  char      *source;      /* (nullable): of the entry as a whole; none when the library is gone */
  char      *section;     /* (nullable) */
  gboolean   common_word; /* its name is a word of its own */
  GStrv      former_keys;
  GPtrArray *placements; /* WhPlacement */
} WhLibraryOrigins;

WhLibraryOrigins *wh_store_load_origins (WhDatabase *database,
                                         gint64      id,
                                         GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void              wh_placement_free (WhPlacement *self);
void              wh_library_origins_free (WhLibraryOrigins *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhPlacement, wh_placement_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhLibraryOrigins, wh_library_origins_free)

G_END_DECLS
