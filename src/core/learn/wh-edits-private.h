/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-edits.h"

G_BEGIN_DECLS

/* The changes that may be made to any number of keys at once. */
typedef enum
{
  WH_EDIT_ADD,
  WH_EDIT_REMOVE,
  WH_EDIT_STATUS,
  WH_EDIT_TAKE_OVER,
} WhEditKind;

/* Called for each record. Returns: %FALSE with @error set to stop */
typedef gboolean (*WhEditTick) (gpointer data,
                                GError **error);

WhEdit     *wh_edit_make (WhDatabase        *database,
                          WhEditKind         kind,
                          const char *const *keys,
                          gconstpointer      data,
                          WhEditTick         tick,
                          gpointer           tick_data,
                          GError           **error);
GHashTable *wh_edit_index_others (const GPtrArray *others,
                                  GStrv           *keys) G_GNUC_WARN_UNUSED_RESULT;
gboolean    wh_edit_swap (WhDatabase      *database,
                          const GPtrArray *expected,
                          const GPtrArray *wanted,
                          WhEditTick       tick,
                          gpointer         tick_data,
                          GError         **error);

G_END_DECLS
