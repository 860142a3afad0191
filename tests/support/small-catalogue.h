/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-catalogue.h"

G_BEGIN_DECLS

/* A catalogue of a few libraries, two roles and a guide in a database file of its own:
 *
 * - backend: P0 fastapi / django, sqlalchemy; P1 celery; an order fastapi → celery
 * - data: P0 sqlalchemy, pandas; P2 django / fastapi
 * - reader: no priorities, an order pandas + polars
 * - the guide basics: language (core (data (dict, set), generators), style), libraries (web (fastapi, django)), habits;
 *   beside core the strategy waiting and the advice fast; a tier, a comparison, more strategies and advice of its source
 */
typedef struct
{
  char        *folder;
  char        *path;
  WhCatalogue *catalogue;
} SmallCatalogue;

void          small_catalogue_set_up (SmallCatalogue *fixture,
                                      gconstpointer   user_data);
void          small_catalogue_tear_down (SmallCatalogue *fixture,
                                         gconstpointer   user_data);
WhDatabase   *small_catalogue_get_database (SmallCatalogue *fixture);
WhCatalogue  *small_catalogue_open_again (SmallCatalogue *fixture);
WhUserRecord *small_catalogue_load (SmallCatalogue *fixture,
                                    const char     *key);
void          small_catalogue_assert_plan (SmallCatalogue *fixture,
                                           const char     *expected);

G_END_DECLS
