/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-database.h"

G_BEGIN_DECLS

/* Fills an empty database with @n_libraries made-up libraries, the same for the same
 * @seed: names as in a package index, texts in English and Chinese, a few priorities,
 * ratings and categories. Everything common to them has a fixed key:
 *
 * - categories "web", "data", "tools", each with "/first" and "/second";
 * - roles "backend" (P0 to P2, five slots each, filled by the first libraries),
 *   "data-analyst" and "beginner" (no priorities);
 * - sources "survey" and "checklist"; the measure "recommendation";
 * - library 0 is "fastapi" ("FastAPI"), 1 is "scrapy" ("Scrapy"), whose Chinese summary
 *   begins with 爬虫, 2 is "requests", which was "requests-old" before.
 */
gboolean test_generate_catalogue (WhDatabase *database,
                                  guint       n_libraries,
                                  guint32     seed,
                                  GError    **error);

/* The same into a new file of that name. Fails the test when it cannot. */
void test_generate_file (const char *path,
                         guint       n_libraries,
                         guint32     seed);

G_END_DECLS
