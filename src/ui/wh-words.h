/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-facts.h"
#include "wh-library-query.h"

G_BEGIN_DECLS

const char *wh_words_get_status (WhStatus status,
                                 gboolean planned);
const char *wh_words_get_status_class (WhStatus status);
const char *wh_words_get_facet (WhFacet facet);
gboolean    wh_words_is_minimum (WhFacet facet);
char       *wh_words_dup_minimum_stars (const char *key) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
