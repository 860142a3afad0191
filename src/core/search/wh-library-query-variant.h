/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-index.h"
#include "wh-library-query.h"

G_BEGIN_DECLS

/* The chosen values by facet, the order, and whether it is reversed, all by their public names. */
#define WH_LIBRARY_QUERY_VARIANT_TYPE G_VARIANT_TYPE ("(a{sas}sb)")

GVariant       *wh_library_query_to_variant (const WhLibraryQuery *query) G_GNUC_WARN_UNUSED_RESULT;
WhLibraryQuery *wh_library_query_new_from_variant (GVariant *variant,
                                                   WhIndex  *index) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
