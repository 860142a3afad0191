/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "small-catalogue.h"
#include "wh-undo-stack.h"

/* Rates KEY and pushes that. */
static void
rate (SmallCatalogue *fixture,
      WhUndoStack    *stack,
      const char     *key,
      guint           halves)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhEdit) edit = wh_edit_set_rating (fixture->catalogue, key, halves, &error);
  g_autofree char *title = g_strdup_printf ("%s %u", key, halves);

  g_assert_no_error (error);
  wh_undo_stack_push (stack, edit, title);
}

static guint
get_rating (SmallCatalogue *fixture,
            const char     *key)
{
  g_autoptr (WhUserRecord) record = small_catalogue_load (fixture, key);

  return record->my_rating;
}

static void
undo (WhUndoStack *stack)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (wh_undo_stack_undo (stack, &error));
  g_assert_no_error (error);
}

static void
redo (WhUndoStack *stack)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (wh_undo_stack_redo (stack, &error));
  g_assert_no_error (error);
}

static void
test_undo_stack_back_and_forth (SmallCatalogue *fixture,
                                gconstpointer   user_data)
{
  g_autoptr (WhUndoStack) stack = wh_undo_stack_new (fixture->catalogue);

  g_assert_false (wh_undo_stack_get_can_undo (stack));
  g_assert_false (wh_undo_stack_get_can_redo (stack));
  g_assert_null (wh_undo_stack_get_undo_title (stack));

  rate (fixture, stack, "django", 4);
  rate (fixture, stack, "django", 6);
  g_assert_cmpstr (wh_undo_stack_get_undo_title (stack), ==, "django 6");

  undo (stack);
  g_assert_cmpuint (get_rating (fixture, "django"), ==, 4);
  g_assert_cmpstr (wh_undo_stack_get_undo_title (stack), ==, "django 4");
  g_assert_cmpstr (wh_undo_stack_get_redo_title (stack), ==, "django 6");

  undo (stack);
  g_assert_cmpuint (get_rating (fixture, "django"), ==, 0);
  g_assert_false (wh_undo_stack_get_can_undo (stack));

  redo (stack);
  redo (stack);
  g_assert_cmpuint (get_rating (fixture, "django"), ==, 6);
  g_assert_false (wh_undo_stack_get_can_redo (stack));
}

/* What was undone is given up by the next edit. */
static void
test_undo_stack_push_drops_redo (SmallCatalogue *fixture,
                                 gconstpointer   user_data)
{
  g_autoptr (WhUndoStack) stack = wh_undo_stack_new (fixture->catalogue);

  rate (fixture, stack, "django", 4);
  rate (fixture, stack, "celery", 6);
  undo (stack);
  rate (fixture, stack, "pandas", 8);

  g_assert_false (wh_undo_stack_get_can_redo (stack));
  undo (stack);
  undo (stack);
  g_assert_cmpuint (get_rating (fixture, "pandas") + get_rating (fixture, "django"), ==, 0);
}

static void
test_undo_stack_leaves_out_empty (SmallCatalogue *fixture,
                                  gconstpointer   user_data)
{
  g_autoptr (WhUndoStack) stack = wh_undo_stack_new (fixture->catalogue);

  rate (fixture, stack, "django", 0);
  g_assert_false (wh_undo_stack_get_can_undo (stack));

  /* Nor does it cost what could be made again. */
  rate (fixture, stack, "django", 2);
  undo (stack);
  rate (fixture, stack, "django", 0);
  g_assert_true (wh_undo_stack_get_can_redo (stack));
}

static void
test_undo_stack_is_bounded (SmallCatalogue *fixture,
                            gconstpointer   user_data)
{
  g_autoptr (WhUndoStack) stack = wh_undo_stack_new (fixture->catalogue);
  guint n_undone = 0;

  for (guint i = 0; i < WH_UNDO_STACK_MAX + 3; i++)
    rate (fixture, stack, "django", i % 2 == 0 ? 2 : 3);

  for (; wh_undo_stack_get_can_undo (stack); n_undone++)
    undo (stack);

  g_assert_cmpuint (n_undone, ==, WH_UNDO_STACK_MAX);
  /* The third edit is what the oldest remembered step goes back to. */
  g_assert_cmpuint (get_rating (fixture, "django"), ==, 2);
}

/* A refused step is dropped, and those before it can still be undone. */
static void
test_undo_stack_refused (SmallCatalogue *fixture,
                         gconstpointer   user_data)
{
  g_autoptr (WhUndoStack) stack = wh_undo_stack_new (fixture->catalogue);
  g_autoptr (WhCatalogue) other = small_catalogue_open_again (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (WhEdit) theirs = NULL;

  rate (fixture, stack, "django", 4);
  rate (fixture, stack, "celery", 6);
  theirs = wh_edit_set_note (other, "celery", "theirs", &error);
  g_assert_no_error (error);

  g_assert_false (wh_undo_stack_undo (stack, &error));
  g_assert_error (error, WH_LEARN_ERROR, WH_LEARN_ERROR_CHANGED);
  g_assert_cmpuint (get_rating (fixture, "celery"), ==, 6);
  g_assert_cmpstr (wh_undo_stack_get_undo_title (stack), ==, "django 4");
  g_assert_false (wh_undo_stack_get_can_redo (stack));

  undo (stack);
  g_assert_cmpuint (get_rating (fixture, "django"), ==, 0);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_undo_stack_notifies (SmallCatalogue *fixture,
                          gconstpointer   user_data)
{
  g_autoptr (WhUndoStack) stack = wh_undo_stack_new (fixture->catalogue);
  gboolean can_undo = FALSE;
  guint    n = 0;

  g_signal_connect_swapped (stack, "notify::can-undo", G_CALLBACK (count_cb), &n);

  rate (fixture, stack, "django", 4);
  g_object_get (stack, "can-undo", &can_undo, NULL);
  g_assert_true (can_undo);
  g_assert_cmpuint (n, ==, 1);

  g_assert_true (wh_undo_stack_undo (stack, NULL));
  g_assert_cmpuint (n, ==, 2);
  g_assert_false (wh_undo_stack_get_can_undo (stack));
}

#define ADD(name, func) \
  g_test_add ("/undo-stack/" name, SmallCatalogue, NULL, small_catalogue_set_up, func, small_catalogue_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("back-and-forth", test_undo_stack_back_and_forth);
  ADD ("push-drops-redo", test_undo_stack_push_drops_redo);
  ADD ("leaves-out-empty", test_undo_stack_leaves_out_empty);
  ADD ("is-bounded", test_undo_stack_is_bounded);
  ADD ("refused", test_undo_stack_refused);
  ADD ("notifies", test_undo_stack_notifies);

  return g_test_run ();
}
