/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "small-catalogue.h"
#include "wh-database-private.h"
#include "wh-edits.h"
#include "wh-plan.h"

#define KEYS(...) ((const char *const[]) { __VA_ARGS__, NULL })

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  GString    *changes)
{
  g_string_append_printf (changes, "%u-%u+%u ", position, n_removed, n_added);
}

static WhPlan *
open_plan (SmallCatalogue *fixture,
           GString        *changes)
{
  g_autoptr (GError) error = NULL;
  WhPlan *plan = wh_plan_new (fixture->catalogue);

  g_assert_true (wh_plan_load (plan, &error));
  g_assert_no_error (error);
  g_signal_connect (plan, "items-changed", G_CALLBACK (items_changed_cb), changes);

  return plan;
}

static void
add (WhCatalogue       *catalogue,
     const char *const *keys)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhEdit) edit = wh_edit_add_to_plan (catalogue, keys, &error);

  g_assert_no_error (error);
}

static void
set_status (SmallCatalogue *fixture,
            const char     *key,
            WhStatus        status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhEdit) edit = wh_edit_set_status (fixture->catalogue, KEYS (key), status, &error);

  g_assert_no_error (error);
}

static void
assert_items (WhPlan     *plan,
              const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (plan)); i++)
    {
      g_autoptr (WhPlanItem) item = g_list_model_get_item (G_LIST_MODEL (plan), i);
      guint start;
      guint end;

      wh_plan_get_section (plan, i, &start, &end);
      g_assert_cmpuint (start, <=, i);
      g_assert_cmpuint (end, >, i);
      g_string_append_printf (text, "%s%s", i == 0 ? "" : start == i ? " | "
                                                                     : " ",
                              wh_plan_item_get_key (item));
    }

  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_plan_groups (SmallCatalogue *fixture,
                  gconstpointer   user_data)
{
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (WhPlan) plan = open_plan (fixture, changes);
  guint start;
  guint end;

  add (fixture->catalogue, KEYS ("fastapi", "django", "celery", "pandas", "polars"));
  set_status (fixture, "polars", WH_STATUS_LEARNT);
  set_status (fixture, "celery", WH_STATUS_LEARNING);
  set_status (fixture, "fastapi", WH_STATUS_SKIPPED);
  set_status (fixture, "pandas", WH_STATUS_NONE);

  assert_items (plan, "celery | django | pandas | polars | fastapi");
  g_assert_cmpuint (wh_plan_get_n_learnt (plan), ==, 1);
  g_assert_cmpint (wh_plan_get_section_status (plan, 0), ==, WH_STATUS_LEARNING);
  g_assert_cmpint (wh_plan_get_section_status (plan, 4), ==, WH_STATUS_SKIPPED);

  wh_plan_get_section (plan, 5, &start, &end);
  g_assert_cmpuint (start, ==, 5);
  g_assert_cmpuint (end, ==, G_MAXUINT);
}

static void
test_plan_reports_little (SmallCatalogue *fixture,
                          gconstpointer   user_data)
{
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (WhEdit) moved = NULL;
  g_autoptr (WhPlan) plan = open_plan (fixture, changes);

  add (fixture->catalogue, KEYS ("fastapi", "django", "celery"));
  g_assert_cmpstr (changes->str, ==, "0-0+3 ");
  g_string_truncate (changes, 0);

  add (fixture->catalogue, KEYS ("pandas"));
  g_assert_cmpstr (changes->str, ==, "3-0+1 ");
  g_string_truncate (changes, 0);

  moved = wh_edit_move (fixture->catalogue, "celery", "django", &error);
  g_assert_no_error (error);
  assert_items (plan, "fastapi celery django pandas");
  g_assert_cmpstr (changes->str, ==, "1-2+2 ");
  g_string_truncate (changes, 0);

  /* It keeps its position but comes under another heading. */
  set_status (fixture, "fastapi", WH_STATUS_LEARNING);
  assert_items (plan, "fastapi | celery django pandas");
  g_assert_cmpstr (changes->str, ==, "0-1+1 ");
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static WhPlanItem *
dup_item (WhPlan     *plan,
          const char *key)
{
  guint position;

  g_assert_true (wh_plan_find (plan, key, &position));

  return g_list_model_get_item (G_LIST_MODEL (plan), position);
}

static void
execute (SmallCatalogue *fixture,
         const char     *sql)
{
  g_autoptr (GError) error = NULL;

  wh_database_exec (small_catalogue_get_database (fixture), sql, &error);
  g_assert_no_error (error);
}

/* A topic is planned by its key, whatever it is called, and stays when it is gone. */
static void
test_plan_topics (SmallCatalogue *fixture,
                  gconstpointer   user_data)
{
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (WhPlan) plan = open_plan (fixture, changes);
  g_autoptr (WhPlanItem) topic = NULL;
  guint n_notified = 0;

  add (fixture->catalogue, KEYS ("basics.dict"));
  topic = dup_item (plan, "basics.dict");
  g_assert_cmpstr (wh_plan_item_get_name (topic), ==, "Dictionaries");
  g_assert_cmpstr (wh_plan_item_get_summary (topic), ==, "Keys and values");
  g_assert_cmpstr (wh_plan_item_get_topic (topic)->path, ==, "Basics › Language › Core › Data structures");
  g_assert_null (wh_plan_item_get_library (topic));
  g_assert_false (wh_plan_item_get_gone (topic));

  g_signal_connect_swapped (topic, "notify::name", G_CALLBACK (count_cb), &n_notified);
  set_status (fixture, "basics.dict", WH_STATUS_LEARNT);
  g_assert_cmpuint (n_notified, ==, 0);

  execute (fixture, "UPDATE text SET text = 'Hash tables' WHERE text = 'Dictionaries'");
  g_assert_true (wh_plan_load (plan, NULL));
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpstr (wh_plan_item_get_name (topic), ==, "Hash tables");
  g_assert_cmpint (wh_plan_item_get_status (topic), ==, WH_STATUS_LEARNT);

  execute (fixture, "DELETE FROM example; DELETE FROM guide_node WHERE key = 'basics.dict'");
  g_assert_true (wh_plan_load (plan, NULL));
  g_assert_true (wh_plan_item_get_gone (topic));
  g_assert_cmpstr (wh_plan_item_get_name (topic), ==, "basics.dict");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (plan)), ==, 1);
  g_assert_cmpuint (wh_plan_get_n_learnt (plan), ==, 1);
}

/* A change that is not of the plan is none for its list. */
static void
test_plan_ignores_others (SmallCatalogue *fixture,
                          gconstpointer   user_data)
{
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (WhEdit) rated = NULL;
  g_autoptr (WhPlan) plan = NULL;

  add (fixture->catalogue, KEYS ("fastapi"));
  plan = open_plan (fixture, changes);

  rated = wh_edit_set_rating (fixture->catalogue, "polars", 4, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (changes->str, ==, "");
}

static void
test_plan_keeps_items (SmallCatalogue *fixture,
                       gconstpointer   user_data)
{
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (WhEdit) noted = NULL;
  g_autoptr (WhPlanItem) before = NULL;
  g_autoptr (WhPlanItem) after = NULL;
  g_autoptr (WhPlan) plan = open_plan (fixture, changes);
  guint position = 99;

  add (fixture->catalogue, KEYS ("fastapi", "django"));
  before = g_list_model_get_item (G_LIST_MODEL (plan), 1);

  set_status (fixture, "django", WH_STATUS_LEARNING);
  noted = wh_edit_set_item_note (fixture->catalogue, "django", "first", &error);
  g_assert_no_error (error);

  after = g_list_model_get_item (G_LIST_MODEL (plan), 0);
  g_assert_true (before == after);
  g_assert_cmpstr (wh_plan_item_get_note (before), ==, "first");
  g_assert_cmpint (wh_plan_item_get_status (before), ==, WH_STATUS_LEARNING);

  g_assert_true (wh_plan_find (plan, "fastapi", &position));
  g_assert_cmpuint (position, ==, 1);
  g_assert_false (wh_plan_find (plan, "celery", &position));
}

static void
test_plan_neighbours (SmallCatalogue *fixture,
                      gconstpointer   user_data)
{
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (WhPlan) plan = open_plan (fixture, changes);
  g_autofree char *above = NULL;
  g_autofree char *two_below = NULL;

  add (fixture->catalogue, KEYS ("fastapi", "django", "celery"));
  set_status (fixture, "fastapi", WH_STATUS_LEARNING);

  above = wh_plan_dup_neighbour_key (plan, "celery", -1);
  g_assert_cmpstr (above, ==, "django");

  /* The group ends there. */
  g_assert_null (wh_plan_dup_neighbour_key (plan, "django", -1));
  two_below = wh_plan_dup_neighbour_key (plan, "django", 2);
  g_assert_null (two_below);
  g_assert_null (wh_plan_dup_neighbour_key (plan, "polars", 1));
}

/* What the catalogue knows nothing of is shown, and can be taken off. */
static void
test_plan_gone (SmallCatalogue *fixture,
                gconstpointer   user_data)
{
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (WhPlan) plan = open_plan (fixture, changes);
  g_autoptr (WhPlanItem) item = NULL;
  g_autoptr (WhPlanItem) known = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WhEdit) removed = NULL;

  add (fixture->catalogue, KEYS ("left-long-ago", "django"));

  item = g_list_model_get_item (G_LIST_MODEL (plan), 0);
  g_assert_true (wh_plan_item_get_gone (item));
  g_assert_cmpstr (wh_plan_item_get_name (item), ==, "left-long-ago");
  g_assert_null (wh_plan_item_get_library (item));

  known = g_list_model_get_item (G_LIST_MODEL (plan), 1);
  g_assert_false (wh_plan_item_get_gone (known));
  g_assert_cmpstr (wh_plan_item_get_name (known), ==, "Django");

  removed = wh_edit_remove_from_plan (fixture->catalogue, KEYS ("left-long-ago"), &error);
  g_assert_no_error (error);
  assert_items (plan, "django");
}

/* Another process's change comes with the catalogue's signal. */
static void
test_plan_follows_others (SmallCatalogue *fixture,
                          gconstpointer   user_data)
{
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (WhPlan) plan = open_plan (fixture, changes);
  g_autoptr (WhCatalogue) other = small_catalogue_open_again (fixture);

  add (other, KEYS ("celery"));
  wh_catalogue_check_for_changes (fixture->catalogue);

  for (guint i = 0; i < 500 && g_list_model_get_n_items (G_LIST_MODEL (plan)) == 0; i++)
    {
      g_usleep (10000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }

  assert_items (plan, "celery");
}

static void
test_plan_counts (SmallCatalogue *fixture,
                  gconstpointer   user_data)
{
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (WhPlan) plan = open_plan (fixture, changes);
  guint n_items = 0;
  guint n_learnt = 0;

  g_signal_connect_swapped (plan, "notify::n-items", G_CALLBACK (count_cb), &n_items);
  g_signal_connect_swapped (plan, "notify::n-learnt", G_CALLBACK (count_cb), &n_learnt);

  add (fixture->catalogue, KEYS ("celery", "django"));
  g_assert_cmpuint (n_items, ==, 1);
  g_assert_cmpuint (n_learnt, ==, 0);

  set_status (fixture, "celery", WH_STATUS_LEARNT);
  g_assert_cmpuint (n_items, ==, 1);
  g_assert_cmpuint (n_learnt, ==, 1);
}

static void
test_plan_order_is_total (SmallCatalogue *fixture,
                          gconstpointer   user_data)
{
  g_autoptr (WhUserRecord) a = wh_user_record_new ("a");
  g_autoptr (WhUserRecord) b = wh_user_record_new ("b");

  /* The same place, by two processes at once. */
  a->planned = b->planned = TRUE;
  a->place = b->place = 1;
  a->added_at = b->added_at = 100;
  g_assert_cmpint (wh_plan_compare_records (a, b), <, 0);
  g_assert_cmpint (wh_plan_compare_records (b, a), >, 0);
  g_assert_cmpint (wh_plan_compare_records (a, a), ==, 0);

  b->added_at = 99;
  g_assert_cmpint (wh_plan_compare_records (a, b), >, 0);
  b->place = 2;
  g_assert_cmpint (wh_plan_compare_records (a, b), <, 0);
  wh_user_record_set_status (b, WH_STATUS_LEARNING, 1);
  g_assert_cmpint (wh_plan_compare_records (a, b), >, 0);
}

#define ADD(name, func) \
  g_test_add ("/plan/" name, SmallCatalogue, NULL, small_catalogue_set_up, func, small_catalogue_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("groups", test_plan_groups);
  ADD ("topics", test_plan_topics);
  ADD ("reports-little", test_plan_reports_little);
  ADD ("ignores-others", test_plan_ignores_others);
  ADD ("keeps-items", test_plan_keeps_items);
  ADD ("neighbours", test_plan_neighbours);
  ADD ("gone", test_plan_gone);
  ADD ("follows-others", test_plan_follows_others);
  ADD ("counts", test_plan_counts);
  ADD ("order-is-total", test_plan_order_is_total);

  return g_test_run ();
}
