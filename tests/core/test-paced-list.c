/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-paced-list.h"

/* No step may make a view read more items than this. */
#define MOST_READ 64

typedef struct
{
  GListStore  *store;
  WhPacedList *paced;
  GPtrArray   *mirror; /* what a view that only follows the signals has */
  GString     *changes;
} Fixture;

/* Follows the change as GTK does, and checks that every position can be read. */
static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Fixture    *fixture)
{
  guint n_items = g_list_model_get_n_items (model);

  g_string_append_printf (fixture->changes, "%u-%u+%u ", position, removed, added);
  g_assert_true (removed == 0 || added == 0 || added <= MOST_READ);
  g_assert_cmpuint (fixture->mirror->len - removed + added, ==, n_items);

  if (removed > 0)
    g_ptr_array_remove_range (fixture->mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (fixture->mirror, position + i, g_list_model_get_item (model, position + i));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      g_assert_nonnull (item);
    }
}

static void
splice (Fixture *fixture,
        guint    position,
        guint    removed,
        guint    added)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < added; i++)
    g_ptr_array_add (items, g_object_new (G_TYPE_OBJECT, NULL));

  g_list_store_splice (fixture->store, position, removed, items->pdata, added);
}

static void
fixture_set_up (Fixture      *fixture,
                gconstpointer user_data)
{
  fixture->store = g_list_store_new (G_TYPE_OBJECT);
  fixture->paced = wh_paced_list_new (G_LIST_MODEL (fixture->store));
  fixture->mirror = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->changes = g_string_new (NULL);
  g_signal_connect (fixture->paced, "items-changed", G_CALLBACK (items_changed_cb), fixture);
}

static void
fixture_tear_down (Fixture      *fixture,
                   gconstpointer user_data)
{
  g_assert_finalize_object (fixture->paced);
  g_assert_finalize_object (fixture->store);
  g_ptr_array_unref (fixture->mirror);
  g_string_free (fixture->changes, TRUE);
}

static void
assert_changes (Fixture    *fixture,
                const char *expected)
{
  g_assert_cmpstr (fixture->changes->str, ==, expected);
  g_string_truncate (fixture->changes, 0);
}

/* The mirror of a complete list is the list. */
static void
assert_mirrored (Fixture *fixture)
{
  GListModel *model = G_LIST_MODEL (fixture->store);

  g_assert_true (wh_paced_list_is_complete (fixture->paced));
  g_assert_cmpuint (fixture->mirror->len, ==, g_list_model_get_n_items (model));
  for (guint i = 0; i < fixture->mirror->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      g_assert_true (item == fixture->mirror->pdata[i]);
    }
}

static void
grow_fully (Fixture *fixture)
{
  while (wh_paced_list_grow (fixture->paced))
    continue;

  assert_mirrored (fixture);
  g_string_truncate (fixture->changes, 0);
}

static void
test_paced_grows (Fixture      *fixture,
                  gconstpointer user_data)
{
  splice (fixture, 0, 0, 1000);
  assert_changes (fixture, "0-0+48 ");
  g_assert_false (wh_paced_list_is_complete (fixture->paced));

  g_assert_true (wh_paced_list_grow (fixture->paced));
  assert_changes (fixture, "48-0+48 ");

  while (wh_paced_list_grow (fixture->paced))
    continue;
  assert_changes (fixture, "96-0+48 144-0+48 192-0+48 240-0+48 288-0+712 ");
  assert_mirrored (fixture);

  g_assert_false (wh_paced_list_grow (fixture->paced));
  assert_changes (fixture, "");
}

static void
test_paced_grows_by_itself (Fixture      *fixture,
                            gconstpointer user_data)
{
  gint64 start = g_get_monotonic_time ();

  splice (fixture, 0, 0, 300);
  while (!wh_paced_list_is_complete (fixture->paced))
    g_main_context_iteration (NULL, TRUE);

  assert_mirrored (fixture);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 5 * 16 * 1000);
}

static void
test_paced_short_lists_are_whole (Fixture      *fixture,
                                  gconstpointer user_data)
{
  splice (fixture, 0, 0, 40);
  assert_changes (fixture, "0-0+40 ");
  g_assert_true (wh_paced_list_is_complete (fixture->paced));

  splice (fixture, 3, 1, 2);
  assert_changes (fixture, "3-1+2 ");
  splice (fixture, 0, 41, 0);
  assert_changes (fixture, "0-41+0 ");
}

static void
test_paced_replaces_the_head (Fixture      *fixture,
                              gconstpointer user_data)
{
  splice (fixture, 0, 0, 1000);
  grow_fully (fixture);

  splice (fixture, 0, 1000, 900);
  assert_changes (fixture, "0-1000+48 ");
  grow_fully (fixture);

  /* To fewer than fit a frame. */
  splice (fixture, 0, 900, 5);
  assert_changes (fixture, "0-900+5 ");
  assert_mirrored (fixture);

  /* And back. */
  splice (fixture, 0, 5, 900);
  assert_changes (fixture, "0-5+48 ");
  grow_fully (fixture);

  /* What stands before the change stays. */
  splice (fixture, 100, 800, 700);
  assert_changes (fixture, "100-800+48 ");
  grow_fully (fixture);
}

static void
test_paced_small_changes_pass (Fixture      *fixture,
                               gconstpointer user_data)
{
  splice (fixture, 0, 0, 1000);
  grow_fully (fixture);

  splice (fixture, 700, 1, 0);
  splice (fixture, 700, 0, 1);
  splice (fixture, 1000, 0, 1);
  splice (fixture, 300, 600, 0);
  assert_changes (fixture, "700-1+0 700-0+1 1000-0+1 300-600+0 ");
  assert_mirrored (fixture);
}

static void
test_paced_changes_while_growing (Fixture      *fixture,
                                  gconstpointer user_data)
{
  splice (fixture, 0, 0, 1000);
  g_string_truncate (fixture->changes, 0);

  /* Behind what is shown: nothing to say yet. */
  splice (fixture, 48, 100, 3);
  splice (fixture, 500, 1, 1);
  assert_changes (fixture, "");

  splice (fixture, 10, 1, 0);
  assert_changes (fixture, "10-1+0 ");
  splice (fixture, 40, 100, 0);
  assert_changes (fixture, "40-7+0 ");
  grow_fully (fixture);
}

static void
test_paced_another_model (Fixture      *fixture,
                          gconstpointer user_data)
{
  g_autoptr (GListStore) other = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (GObject) item = g_object_new (G_TYPE_OBJECT, NULL);

  splice (fixture, 0, 0, 10);
  g_list_store_append (other, item);
  g_string_truncate (fixture->changes, 0);

  wh_paced_list_set_model (fixture->paced, G_LIST_MODEL (other));
  assert_changes (fixture, "0-10+0 0-0+1 ");

  splice (fixture, 0, 0, 10);
  assert_changes (fixture, "");

  wh_paced_list_set_model (fixture->paced, NULL);
  assert_changes (fixture, "0-1+0 ");
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->paced), 0));
}

/* Sections of 30 rows. */
static void
get_section (GListModel *model,
             guint       position,
             guint      *start,
             guint      *end)
{
  *start = position / 30 * 30;
  *end = MIN (*start + 30, g_list_model_get_n_items (model));
}

static void
test_paced_sections (Fixture      *fixture,
                     gconstpointer user_data)
{
  guint start, end;

  splice (fixture, 0, 0, 100);
  wh_paced_list_get_section (fixture->paced, 40, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, 48);

  wh_paced_list_set_section_func (fixture->paced, get_section);
  wh_paced_list_get_section (fixture->paced, 10, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, 30);
  wh_paced_list_get_section (fixture->paced, 40, &start, &end);
  g_assert_cmpuint (start, ==, 30);
  g_assert_cmpuint (end, ==, 48);
  wh_paced_list_get_section (fixture->paced, 48, &start, &end);
  g_assert_cmpuint (start, ==, 48);
  g_assert_cmpuint (end, ==, G_MAXUINT);

  grow_fully (fixture);
  wh_paced_list_get_section (fixture->paced, 40, &start, &end);
  g_assert_cmpuint (end, ==, 60);
}

static void
test_paced_random_changes (Fixture      *fixture,
                           gconstpointer user_data)
{
  for (guint i = 0; i < 400; i++)
    {
      guint n_items = g_list_model_get_n_items (G_LIST_MODEL (fixture->store));
      guint position = g_test_rand_int_range (0, n_items + 1);
      guint removed = g_test_rand_int_range (0, n_items - position + 1);
      guint added = g_test_rand_int_range (0, g_test_rand_int_range (1, 700));

      splice (fixture, position, g_test_rand_bit () ? removed : MIN (removed, 3), added);
      for (gint32 j = g_test_rand_int_range (0, 4); j > 0; j--)
        wh_paced_list_grow (fixture->paced);

      if (g_test_rand_int_range (0, 5) == 0)
        grow_fully (fixture);
    }

  grow_fully (fixture);
}

/* What the view cannot show comes later. */
static void
test_paced_first_rows (Fixture      *fixture,
                       gconstpointer user_data)
{
  wh_paced_list_set_first_rows (fixture->paced, 20);

  splice (fixture, 0, 0, 1000);
  assert_changes (fixture, "0-0+20 ");
  g_assert_true (wh_paced_list_grow (fixture->paced));
  assert_changes (fixture, "20-0+48 ");
  grow_fully (fixture);

  splice (fixture, 0, 1000, 500);
  assert_changes (fixture, "0-1000+20 ");
  grow_fully (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/paced-list/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("grows", test_paced_grows);
  ADD ("grows-by-itself", test_paced_grows_by_itself);
  ADD ("short-lists-are-whole", test_paced_short_lists_are_whole);
  ADD ("replaces-the-head", test_paced_replaces_the_head);
  ADD ("small-changes-pass", test_paced_small_changes_pass);
  ADD ("changes-while-growing", test_paced_changes_while_growing);
  ADD ("another-model", test_paced_another_model);
  ADD ("sections", test_paced_sections);
  ADD ("first-rows", test_paced_first_rows);
  ADD ("random-changes", test_paced_random_changes);
#undef ADD

  return g_test_run ();
}
