/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "small-catalogue.h"
#include "wh-edits.h"
#include "wh-progress.h"

static void
set_status (SmallCatalogue *fixture,
            const char     *key,
            WhStatus        status)
{
  const char *keys[] = { key, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (WhEdit) edit = wh_edit_set_status (fixture->catalogue, keys, status, &error);

  g_assert_no_error (error);
}

static void
assert_role (SmallCatalogue *fixture,
             const char     *role,
             guint           n_done,
             guint           n_total)
{
  g_autoptr (GError) error = NULL;
  WhProgress progress;

  g_assert_true (wh_progress_load_role (small_catalogue_get_database (fixture), role, &progress, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (progress.n_done, ==, n_done);
  g_assert_cmpuint (progress.n_total, ==, n_total);
}

static void
assert_total (SmallCatalogue *fixture,
              guint           n_done,
              guint           n_total)
{
  g_autoptr (GError) error = NULL;
  WhProgress progress;

  g_assert_true (wh_progress_load_total (small_catalogue_get_database (fixture), &progress, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (progress.n_done, ==, n_done);
  g_assert_cmpuint (progress.n_total, ==, n_total);
}

static void
test_progress_of_a_role (SmallCatalogue *fixture,
                         gconstpointer   user_data)
{
  assert_role (fixture, "backend", 0, 3);

  /* Neither of these is learnt. */
  set_status (fixture, "sqlalchemy", WH_STATUS_LEARNING);
  set_status (fixture, "celery", WH_STATUS_SKIPPED);
  assert_role (fixture, "backend", 0, 3);

  set_status (fixture, "sqlalchemy", WH_STATUS_LEARNT);
  assert_role (fixture, "backend", 1, 3);
  assert_role (fixture, "data", 1, 3);
  assert_role (fixture, "reader", 0, 0);
}

static void
test_progress_alternatives (SmallCatalogue *fixture,
                            gconstpointer   user_data)
{
  set_status (fixture, "django", WH_STATUS_LEARNT);
  assert_role (fixture, "backend", 1, 3);

  /* The second alternative of a slot adds nothing. */
  set_status (fixture, "fastapi", WH_STATUS_LEARNT);
  assert_role (fixture, "backend", 1, 3);
}

/* Two roles share sqlalchemy, and fastapi / django in either order. */
static void
test_progress_total (SmallCatalogue *fixture,
                     gconstpointer   user_data)
{
  assert_total (fixture, 0, 4);
  set_status (fixture, "fastapi", WH_STATUS_LEARNT);
  set_status (fixture, "sqlalchemy", WH_STATUS_LEARNT);
  set_status (fixture, "polars", WH_STATUS_LEARNT);
  assert_total (fixture, 2, 4);
}

static void
test_progress_plan (SmallCatalogue *fixture,
                    gconstpointer   user_data)
{
  g_autoptr (GError) error = NULL;
  WhProgress progress;

  set_status (fixture, "polars", WH_STATUS_LEARNT);
  set_status (fixture, "pandas", WH_STATUS_SKIPPED);
  set_status (fixture, "django", WH_STATUS_TO_LEARN);

  g_assert_true (wh_progress_load_plan (small_catalogue_get_database (fixture), &progress, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (progress.n_done, ==, 1);
  g_assert_cmpuint (progress.n_total, ==, 3);
}

#define ADD(name, func) \
  g_test_add ("/progress/" name, SmallCatalogue, NULL, small_catalogue_set_up, func, small_catalogue_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("of-a-role", test_progress_of_a_role);
  ADD ("alternatives", test_progress_alternatives);
  ADD ("total", test_progress_total);
  ADD ("plan", test_progress_plan);

  return g_test_run ();
}
