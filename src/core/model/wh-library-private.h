/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-library.h"
#include "wh-user-record.h"

G_BEGIN_DECLS

/* For the catalogue alone: it makes the objects and keeps them up to date. */
WhLibrary *wh_library_new (const WhLibraryRecord *record) G_GNUC_WARN_UNUSED_RESULT;
WhLibrary *wh_library_new_missing (gint64      id,
                                   const char *key) G_GNUC_WARN_UNUSED_RESULT;
void       wh_library_update (WhLibrary             *self,
                              const WhLibraryRecord *record);
void       wh_library_update_user (WhLibrary          *self,
                                   const WhUserRecord *record);
void       wh_library_set_gone (WhLibrary *self);

G_END_DECLS
