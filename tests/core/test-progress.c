/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "small-catalogue.h"
#include "wh-catalogue-subjects.h"
#include "wh-edits.h"
#include "wh-guide-progress.h"
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

/* "basics.language 1/4": of the nodes that @keys name. */
static void
assert_guide (SmallCatalogue    *fixture,
              const char *const *keys,
              const char        *expected)
{
  WhDatabase *database = small_catalogue_get_database (fixture);
  g_autoptr (WhGuideBook) book = wh_store_load_guide (database, "basics", "en", NULL);
  g_autoptr (WhGuideProgress) progress = wh_guide_progress_load (database, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  WhProgress guide = wh_guide_progress_get_guide (progress, book->guide);
  WhProgress total = wh_guide_progress_get_total (progress);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      WhProgress node = wh_guide_progress_get_node (progress, wh_guide_find_node (book->guide, keys[i]));

      g_string_append_printf (text, "%s %u/%u, ", keys[i] + strlen ("basics."), node.n_done, node.n_total);
    }

  g_string_append_printf (text, "all %u/%u", guide.n_done, guide.n_total);
  g_assert_cmpstr (text->str, ==, expected);
  g_assert_cmpuint (total.n_done, ==, guide.n_done);
  g_assert_cmpuint (total.n_total, ==, guide.n_total);
}

#define KEYS(...) ((const char *const[]) { __VA_ARGS__, NULL })

/* A topic counts in all that it stands in, however deep; skipping it is not learning it. */
static void
test_progress_of_a_guide (SmallCatalogue *fixture,
                          gconstpointer   user_data)
{
  const char *const *keys = KEYS ("basics.language", "basics.core", "basics.data", "basics.habits");

  assert_guide (fixture, keys, "language 0/4, core 0/3, data 0/2, habits 0/1, all 0/7");

  set_status (fixture, "basics.dict", WH_STATUS_LEARNT);
  set_status (fixture, "basics.habits", WH_STATUS_LEARNT);
  set_status (fixture, "basics.set", WH_STATUS_SKIPPED);
  set_status (fixture, "basics.style", WH_STATUS_LEARNING);
  assert_guide (fixture, keys, "language 1/4, core 1/3, data 1/2, habits 1/1, all 2/7");

  /* Only topics are learnt. */
  set_status (fixture, "basics.core", WH_STATUS_LEARNT);
  assert_guide (fixture, keys, "language 1/4, core 1/3, data 1/2, habits 1/1, all 2/7");
}

/* The tick of a topic that is a library is that of the library. */
static void
test_progress_of_libraries_in_a_guide (SmallCatalogue *fixture,
                                       gconstpointer   user_data)
{
  WhDatabase *database = small_catalogue_get_database (fixture);
  g_autoptr (WhGuideBook) book = wh_store_load_guide (database, "basics", "en", NULL);
  const WhGuideNode *node = wh_guide_find_node (book->guide, "basics.fastapi");
  g_autoptr (WhGuideProgress) progress = NULL;

  g_assert_cmpstr (wh_guide_node_get_learnt_key (node), ==, "fastapi");
  set_status (fixture, "fastapi", WH_STATUS_LEARNT);
  set_status (fixture, "basics.django", WH_STATUS_LEARNT);
  assert_guide (fixture, KEYS ("basics.web"), "web 1/2, all 1/7");

  progress = wh_guide_progress_load (database, NULL);
  g_assert_cmpint (wh_guide_progress_get_status (progress, node), ==, WH_STATUS_LEARNT);
  g_assert_true (wh_guide_progress_get_planned (progress, node));
  g_assert_false (wh_guide_progress_get_planned (progress, wh_guide_find_node (book->guide, "basics.django")));
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
  ADD ("of-a-guide", test_progress_of_a_guide);
  ADD ("of-libraries-in-a-guide", test_progress_of_libraries_in_a_guide);

  return g_test_run ();
}
