/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "wh-catalogue-store.h"
#include "wh-facts.h"
#include "wh-records.h"

G_BEGIN_DECLS

#define WH_TYPE_LIBRARY (wh_library_get_type ())

/**
 * WhLibrary:
 *
 * A row of the catalogue made visible: what a list shows of a library, as
 * properties to bind to, in the language of its catalogue. There is one object
 * per key while anyone holds it; get it from the [class@Wh.Catalogue], which
 * keeps it up to date and is the only one who changes it.
 */
G_DECLARE_FINAL_TYPE (WhLibrary, wh_library, WH, LIBRARY, GObject)

gint64        wh_library_get_id (WhLibrary *self);
const char   *wh_library_get_key (WhLibrary *self);
const char   *wh_library_get_name (WhLibrary *self);
const char   *wh_library_get_summary (WhLibrary *self);
WhKind        wh_library_get_kind (WhLibrary *self);
WhStanding    wh_library_get_standing (WhLibrary *self);
WhConcurrency wh_library_get_concurrency (WhLibrary *self);
guint         wh_library_get_stars (WhLibrary *self);
guint         wh_library_get_my_rating (WhLibrary *self);
WhStatus      wh_library_get_status (WhLibrary *self);
gboolean      wh_library_get_planned (WhLibrary *self);
const char   *wh_library_get_category_name (WhLibrary *self);
gboolean      wh_library_get_gone (WhLibrary *self);

G_END_DECLS
