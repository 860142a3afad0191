/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-cli.h"
#include "wh-library-query.h"

G_BEGIN_DECLS

/**
 * WhFilters:
 *
 * The options that narrow and order a list of libraries, as they were typed.
 */
typedef struct
{
  GStrv    values[WH_N_FACETS];
  char    *sort;
  gboolean reverse;
  int      limit;
} WhFilters;

const char     *wh_filters_get_option (WhFacet facet);
GOptionEntry   *wh_filters_new_entries (WhFilters *self);
WhLibraryQuery *wh_filters_new_query (const WhFilters *self,
                                      WhCatalogue     *catalogue,
                                      const char      *text,
                                      GError         **error);
void            wh_filters_clear (WhFilters *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WhFilters, wh_filters_clear)

G_END_DECLS
