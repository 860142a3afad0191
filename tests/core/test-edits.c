/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "small-catalogue.h"
#include "wh-edits.h"

#define KEYS(...) ((const char *const[]) { __VA_ARGS__, NULL })

/* An edit that must succeed. */
static WhEdit *
made (WhEdit *edit,
      GError *error)
{
  g_assert_no_error (error);
  g_assert_nonnull (edit);

  return edit;
}

static void
plan (SmallCatalogue    *fixture,
      const char *const *keys)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhEdit) edit = wh_edit_add_to_plan (fixture->catalogue, keys, &error);

  made (edit, error);
}

static void
undo (SmallCatalogue *fixture,
      WhEdit         *edit)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (wh_edit_undo (edit, fixture->catalogue, &error));
  g_assert_no_error (error);
}

static void
test_edits_add (SmallCatalogue *fixture,
                gconstpointer   user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhEdit) edit = wh_edit_add_to_plan (fixture->catalogue, KEYS ("pandas", "django", "pandas"), &error);
  g_autoptr (WhLibrary) library = NULL;

  g_assert_cmpuint (wh_edit_get_n_records (made (edit, error)), ==, 2);

  plan (fixture, KEYS ("celery"));
  small_catalogue_assert_plan (fixture, "pandas:to-learn django:to-learn celery:to-learn");

  /* It went through the catalogue, so the objects know. */
  library = wh_catalogue_dup_library_by_key (fixture->catalogue, "pandas", &error);
  g_assert_no_error (error);
  g_assert_true (wh_library_get_planned (library));
  g_assert_cmpint (wh_library_get_status (library), ==, WH_STATUS_TO_LEARN);

  undo (fixture, edit);
  small_catalogue_assert_plan (fixture, "celery:to-learn");
  g_assert_false (wh_library_get_planned (library));
}

/* The status belongs to the library: planning does not forget that it is learnt. */
static void
test_edits_add_learnt (SmallCatalogue *fixture,
                       gconstpointer   user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhEdit) learnt = wh_edit_set_status (fixture->catalogue, KEYS ("django"), WH_STATUS_LEARNT, &error);
  g_autoptr (WhEdit) removed = NULL;

  made (learnt, error);
  removed = wh_edit_remove_from_plan (fixture->catalogue, KEYS ("django"), &error);
  made (removed, error);
  small_catalogue_assert_plan (fixture, "");

  plan (fixture, KEYS ("django"));
  small_catalogue_assert_plan (fixture, "django:learnt");
}

static void
test_edits_nothing_to_change (SmallCatalogue *fixture,
                              gconstpointer   user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhEdit) again = NULL;
  g_autoptr (WhEdit) removed = NULL;
  g_autoptr (WhEdit) rated = NULL;

  plan (fixture, KEYS ("django"));

  again = wh_edit_add_to_plan (fixture->catalogue, KEYS ("django"), &error);
  g_assert_true (wh_edit_is_empty (made (again, error)));

  removed = wh_edit_remove_from_plan (fixture->catalogue, KEYS ("celery"), &error);
  g_assert_true (wh_edit_is_empty (made (removed, error)));

  rated = wh_edit_set_rating (fixture->catalogue, "celery", 0, &error);
  g_assert_true (wh_edit_is_empty (made (rated, error)));

  /* Undoing nothing does nothing. */
  undo (fixture, again);
  small_catalogue_assert_plan (fixture, "django:to-learn");
}

static void
test_edits_status (SmallCatalogue *fixture,
                   gconstpointer   user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhEdit) learning = wh_edit_set_status (fixture->catalogue, KEYS ("celery"), WH_STATUS_LEARNING, &error);
  g_autoptr (WhEdit) learnt = NULL;
  g_autoptr (WhEdit) none = NULL;
  g_autoptr (WhUserRecord) record = NULL;

  /* One step both plans it and gives it the status, and one undo takes both back. */
  made (learning, error);
  small_catalogue_assert_plan (fixture, "celery:learning");

  learnt = wh_edit_set_status (fixture->catalogue, KEYS ("celery"), WH_STATUS_LEARNT, &error);
  made (learnt, error);
  none = wh_edit_set_status (fixture->catalogue, KEYS ("celery"), WH_STATUS_NONE, &error);
  made (none, error);
  small_catalogue_assert_plan (fixture, "celery");

  record = small_catalogue_load (fixture, "celery");
  g_assert_cmpuint (record->history->len, ==, 3);
  g_assert_cmpint (g_array_index (record->history, WhStatusChange, 1).status, ==, WH_STATUS_LEARNT);
  g_assert_cmpint (ABS (g_array_index (record->history, WhStatusChange, 1).at - g_get_real_time () / G_USEC_PER_SEC), <=, 60);

  undo (fixture, none);
  undo (fixture, learnt);
  small_catalogue_assert_plan (fixture, "celery:learning");
  undo (fixture, learning);
  small_catalogue_assert_plan (fixture, "");
  wh_user_record_free (g_steal_pointer (&record));
  record = small_catalogue_load (fixture, "celery");
  g_assert_true (wh_user_record_is_empty (record));
}

static void
test_edits_remove_keeps_status (SmallCatalogue *fixture,
                                gconstpointer   user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhEdit) learnt = wh_edit_set_status (fixture->catalogue, KEYS ("django"), WH_STATUS_LEARNT, &error);
  g_autoptr (WhEdit) noted = NULL;
  g_autoptr (WhEdit) removed = NULL;
  g_autoptr (WhUserRecord) record = NULL;

  made (learnt, error);
  noted = wh_edit_set_item_note (fixture->catalogue, "django", "before summer", &error);
  made (noted, error);
  removed = wh_edit_remove_from_plan (fixture->catalogue, KEYS ("django"), &error);
  made (removed, error);

  record = small_catalogue_load (fixture, "django");
  g_assert_false (record->planned);
  g_assert_null (record->item_note);
  g_assert_cmpint (record->status, ==, WH_STATUS_LEARNT);
  g_assert_cmpuint (record->history->len, ==, 1);

  undo (fixture, removed);
  wh_user_record_free (g_steal_pointer (&record));
  record = small_catalogue_load (fixture, "django");
  g_assert_cmpstr (record->item_note, ==, "before summer");
}

static void
move (SmallCatalogue *fixture,
      const char     *key,
      const char     *before_key,
      guint           n_records)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhEdit) edit = wh_edit_move (fixture->catalogue, key, before_key, &error);

  g_assert_cmpuint (wh_edit_get_n_records (made (edit, error)), ==, n_records);
}

static void
test_edits_move (SmallCatalogue *fixture,
                 gconstpointer   user_data)
{
  plan (fixture, KEYS ("fastapi", "django", "celery", "pandas"));

  /* Only the moved one is written. */
  move (fixture, "pandas", "django", 1);
  small_catalogue_assert_plan (fixture, "fastapi:to-learn pandas:to-learn django:to-learn celery:to-learn");
  move (fixture, "celery", "fastapi", 1);
  small_catalogue_assert_plan (fixture, "celery:to-learn fastapi:to-learn pandas:to-learn django:to-learn");
  move (fixture, "celery", NULL, 1);
  small_catalogue_assert_plan (fixture, "fastapi:to-learn pandas:to-learn django:to-learn celery:to-learn");
  move (fixture, "fastapi", "celery", 1);
  small_catalogue_assert_plan (fixture, "pandas:to-learn django:to-learn fastapi:to-learn celery:to-learn");

  /* Where it stands already. */
  move (fixture, "celery", NULL, 0);
  move (fixture, "django", "fastapi", 0);
  move (fixture, "django", "django", 0);
}

/* Halving a gap often enough leaves no number in it: then all are numbered anew. */
static void
test_edits_move_without_room (SmallCatalogue *fixture,
                              gconstpointer   user_data)
{
  guint n_renumbered = 0;

  plan (fixture, KEYS ("fastapi", "django", "celery"));

  for (guint i = 0; i < 120; i++)
    {
      const char *moved = i % 2 == 0 ? "celery" : "django";
      const char *before = i % 2 == 0 ? "django" : "celery";
      g_autoptr (GError) error = NULL;
      g_autoptr (WhEdit) edit = wh_edit_move (fixture->catalogue, moved, before, &error);

      n_renumbered += wh_edit_get_n_records (made (edit, error)) > 1 ? 1 : 0;
      small_catalogue_assert_plan (fixture, i % 2 == 0 ? "fastapi:to-learn celery:to-learn django:to-learn"
                                                       : "fastapi:to-learn django:to-learn celery:to-learn");
    }

  g_assert_cmpuint (n_renumbered, >=, 1);
  g_assert_cmpuint (n_renumbered, <=, 4);
}

static void
test_edits_move_not_planned (SmallCatalogue *fixture,
                             gconstpointer   user_data)
{
  g_autoptr (GError) error = NULL;

  plan (fixture, KEYS ("fastapi"));

  g_assert_null (wh_edit_move (fixture->catalogue, "django", NULL, &error));
  g_assert_error (error, WH_LEARN_ERROR, WH_LEARN_ERROR_NOT_PLANNED);
  g_assert_nonnull (strstr (error->message, "django"));
  g_clear_error (&error);

  g_assert_null (wh_edit_move (fixture->catalogue, "fastapi", "celery", &error));
  g_assert_error (error, WH_LEARN_ERROR, WH_LEARN_ERROR_NOT_PLANNED);
  g_assert_nonnull (strstr (error->message, "celery"));
  g_clear_error (&error);

  g_assert_null (wh_edit_set_item_note (fixture->catalogue, "celery", "x", &error));
  g_assert_error (error, WH_LEARN_ERROR, WH_LEARN_ERROR_NOT_PLANNED);
}

static void
test_edits_rating_and_note (SmallCatalogue *fixture,
                            gconstpointer   user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhEdit) rated = wh_edit_set_rating (fixture->catalogue, "polars", 9, &error);
  g_autoptr (WhEdit) noted = NULL;
  g_autoptr (WhEdit) cleared = NULL;
  g_autoptr (WhUserRecord) record = NULL;

  made (rated, error);
  noted = wh_edit_set_note (fixture->catalogue, "polars", "快\nfast", &error);
  made (noted, error);

  record = small_catalogue_load (fixture, "polars");
  g_assert_cmpuint (record->my_rating, ==, 9);
  g_assert_cmpstr (record->note, ==, "快\nfast");
  g_assert_false (record->planned);

  cleared = wh_edit_set_note (fixture->catalogue, "polars", "", &error);
  made (cleared, error);
  wh_user_record_free (g_steal_pointer (&record));
  record = small_catalogue_load (fixture, "polars");
  g_assert_null (record->note);
  g_assert_cmpuint (record->my_rating, ==, 9);
}

static void
test_edits_undo_and_redo (SmallCatalogue *fixture,
                          gconstpointer   user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhEdit) edit = wh_edit_set_rating (fixture->catalogue, "polars", 4, &error);
  g_autoptr (WhUserRecord) record = NULL;

  undo (fixture, made (edit, error));
  record = small_catalogue_load (fixture, "polars");
  g_assert_true (wh_user_record_is_empty (record));

  g_assert_true (wh_edit_redo (edit, fixture->catalogue, &error));
  g_assert_no_error (error);
  wh_user_record_free (g_steal_pointer (&record));
  record = small_catalogue_load (fixture, "polars");
  g_assert_cmpuint (record->my_rating, ==, 4);
}

/* What someone else wrote meanwhile is neither undone nor overwritten, not even partly. */
static void
test_edits_undo_refuses (SmallCatalogue *fixture,
                         gconstpointer   user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhCatalogue) other = small_catalogue_open_again (fixture);
  g_autoptr (WhEdit) mine = wh_edit_set_status (fixture->catalogue, KEYS ("django", "celery"), WH_STATUS_LEARNT, &error);
  g_autoptr (WhEdit) theirs = NULL;

  made (mine, error);
  theirs = wh_edit_set_note (other, "celery", "slow", &error);
  made (theirs, error);

  g_assert_false (wh_edit_undo (mine, fixture->catalogue, &error));
  g_assert_error (error, WH_LEARN_ERROR, WH_LEARN_ERROR_CHANGED);
  g_clear_error (&error);
  small_catalogue_assert_plan (fixture, "django:learnt celery:learnt");

  /* When they take theirs back it can be undone after all. */
  g_assert_true (wh_edit_undo (theirs, other, &error));
  g_assert_no_error (error);
  undo (fixture, mine);
  small_catalogue_assert_plan (fixture, "");
}

/* Both read before either wrote; whatever each changes stays. */
static void
test_edits_two_writers (SmallCatalogue *fixture,
                        gconstpointer   user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhCatalogue) other = small_catalogue_open_again (fixture);
  g_autoptr (WhEdit) rated = wh_edit_set_rating (fixture->catalogue, "pandas", 7, &error);
  g_autoptr (WhEdit) noted = NULL;
  g_autoptr (WhEdit) planned = NULL;
  g_autoptr (WhUserRecord) record = NULL;

  made (rated, error);
  noted = wh_edit_set_note (other, "pandas", "theirs", &error);
  made (noted, error);
  planned = wh_edit_add_to_plan (fixture->catalogue, KEYS ("pandas"), &error);
  made (planned, error);

  record = small_catalogue_load (fixture, "pandas");
  g_assert_cmpuint (record->my_rating, ==, 7);
  g_assert_cmpstr (record->note, ==, "theirs");
  g_assert_true (record->planned);
}

#define ADD(name, func) \
  g_test_add ("/edits/" name, SmallCatalogue, NULL, small_catalogue_set_up, func, small_catalogue_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("add", test_edits_add);
  ADD ("add-learnt", test_edits_add_learnt);
  ADD ("nothing-to-change", test_edits_nothing_to_change);
  ADD ("status", test_edits_status);
  ADD ("remove-keeps-status", test_edits_remove_keeps_status);
  ADD ("move", test_edits_move);
  ADD ("move-without-room", test_edits_move_without_room);
  ADD ("move-not-planned", test_edits_move_not_planned);
  ADD ("rating-and-note", test_edits_rating_and_note);
  ADD ("undo-and-redo", test_edits_undo_and_redo);
  ADD ("undo-refuses", test_edits_undo_refuses);
  ADD ("two-writers", test_edits_two_writers);

  return g_test_run ();
}
