/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "sample-checklist.h"
#include "small-catalogue.h"
#include "wh-checklist-offer.h"
#include "wh-edits.h"

static WhChecklist *
new_checklist (void)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (2026, 11, 20, 0, 0, 0);

  return wh_checklist_new ("My plan", NULL, "en", date);
}

static WhChecklistOffer *
make_offer (SmallCatalogue *fixture,
            WhChecklist    *checklist)
{
  g_autoptr (GError) error = NULL;
  WhChecklistOffer *offer = wh_checklist_offer_new (checklist, small_catalogue_get_database (fixture), "en", NULL, &error);

  g_assert_no_error (error);

  return offer;
}

/* What there is to see: "FastAPI / Django>fastapi, Celery planned". */
static void
assert_entries (WhChecklistOffer *offer,
                const char       *expected)
{
  static const char *const states[] = { "", " planned", " repeated", " unknown" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (offer)); i++)
    {
      g_autoptr (WhChecklistEntry) entry = g_list_model_get_item (G_LIST_MODEL (offer), i);
      const char *key = wh_checklist_entry_get_key (entry);

      g_string_append_printf (text, "%s%s%s%s%s", i > 0 ? ", " : "", wh_checklist_entry_get_name (entry),
                              states[wh_checklist_entry_get_state (entry)], key != NULL ? ">" : "", key != NULL ? key : "");
    }

  g_assert_cmpstr (text->str, ==, expected);
}

static void
add_to_plan (SmallCatalogue *fixture,
             const char     *key)
{
  const char *keys[] = { key, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (WhEdit) edit = wh_edit_add_to_plan (fixture->catalogue, keys, &error);

  g_assert_no_error (error);
}

static void
set_status (SmallCatalogue *fixture,
            const char     *key,
            WhStatus        status)
{
  const char *keys[] = { key, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (WhEdit) edit = wh_edit_set_status (fixture->catalogue, keys, status, &error);
  g_autoptr (WhEdit) removal = NULL;

  g_assert_no_error (error);
  removal = wh_edit_remove_from_plan (fixture->catalogue, keys, &error);
  g_assert_no_error (error);
}

static void
test_offer_marks (SmallCatalogue *fixture,
                  gconstpointer   user_data)
{
  g_autoptr (WhChecklist) checklist = new_checklist ();
  g_autoptr (WhChecklistOffer) offer = NULL;

  add_to_plan (fixture, "celery");
  sample_checklist_add (checklist, "pandas", WH_STATUS_NONE, NULL);
  sample_checklist_add (checklist, "celery", WH_STATUS_NONE, NULL);
  sample_checklist_add (checklist, "basics.dict", WH_STATUS_NONE, NULL);
  sample_checklist_add (checklist, "nowhere", WH_STATUS_NONE, NULL);
  sample_checklist_add (checklist, "pandas", WH_STATUS_NONE, NULL);

  offer = make_offer (fixture, checklist);

  assert_entries (offer, "pandas>pandas, Celery planned, Dictionaries>basics.dict, Their nowhere unknown, pandas repeated");
  g_assert_cmpuint (wh_checklist_offer_count (offer, WH_CHECKLIST_ENTRY_NEW), ==, 2);
  g_assert_cmpuint (wh_checklist_offer_count (offer, WH_CHECKLIST_ENTRY_PLANNED), ==, 1);
  g_assert_cmpuint (wh_checklist_offer_count (offer, WH_CHECKLIST_ENTRY_REPEATED), ==, 1);
  g_assert_cmpuint (wh_checklist_offer_count (offer, WH_CHECKLIST_ENTRY_UNKNOWN), ==, 1);
  g_assert_cmpstr (wh_checklist_offer_get_heading (offer), ==, "My plan");
}

/* A chapter is not learnt but by what stands in it, and a topic that names a library is that library. */
static void
test_offer_knows_topics (SmallCatalogue *fixture,
                         gconstpointer   user_data)
{
  g_autoptr (WhChecklist) checklist = new_checklist ();
  g_autoptr (WhChecklistOffer) offer = NULL;

  sample_checklist_add (checklist, "basics.core", WH_STATUS_NONE, NULL);
  sample_checklist_add (checklist, "basics.fastapi", WH_STATUS_NONE, NULL);
  sample_checklist_add (checklist, "fastapi", WH_STATUS_NONE, NULL);

  offer = make_offer (fixture, checklist);

  assert_entries (offer, "Core unknown, FastAPI>fastapi, FastAPI repeated");
}

static void
test_offer_chooses_alternative (SmallCatalogue *fixture,
                                gconstpointer   user_data)
{
  g_autoptr (WhChecklist) checklist = new_checklist ();
  g_autoptr (WhChecklistOffer) offer = NULL;

  set_status (fixture, "fastapi", WH_STATUS_SKIPPED);
  add_to_plan (fixture, "pandas");
  sample_checklist_add (checklist, "nowhere/fastapi/django", WH_STATUS_NONE, NULL);
  sample_checklist_add (checklist, "polars/pandas", WH_STATUS_NONE, NULL);
  sample_checklist_add (checklist, "django/celery", WH_STATUS_NONE, NULL);
  sample_checklist_add (checklist, "nowhere/never", WH_STATUS_NONE, NULL);

  offer = make_offer (fixture, checklist);

  assert_entries (offer, "Their nowhere / FastAPI / Django>django, polars / pandas planned, Django / Celery repeated,"
                         " Their nowhere / Their never unknown");
}

static void
test_offer_has_sections (SmallCatalogue *fixture,
                         gconstpointer   user_data)
{
  static const char *const titles[] = { "One", "One", "Two" };
  g_autoptr (WhChecklist) checklist = new_checklist ();
  g_autoptr (WhChecklistOffer) offer = NULL;

  wh_checklist_add_section (checklist, "One");
  sample_checklist_add (checklist, "pandas", WH_STATUS_NONE, NULL);
  sample_checklist_add (checklist, "polars", WH_STATUS_NONE, NULL);
  wh_checklist_add_section (checklist, "Nothing");
  wh_checklist_add_section (checklist, "Two");
  sample_checklist_add (checklist, "celery", WH_STATUS_NONE, NULL);

  offer = make_offer (fixture, checklist);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (WhChecklistEntry) entry = g_list_model_get_item (G_LIST_MODEL (offer), i);

      g_assert_cmpstr (wh_checklist_offer_get_section_title (offer, wh_checklist_entry_get_section (entry)), ==, titles[i]);
    }
}

/* Returns: (transfer full): the edit that adds what is offered of @checklist */
static WhEdit *
take_over (SmallCatalogue *fixture,
           WhChecklist    *checklist,
           gboolean        with_status)
{
  g_autoptr (WhChecklistOffer) offer = make_offer (fixture, checklist);
  g_autoptr (GPtrArray) records = wh_checklist_offer_list_records (offer, with_status);
  g_autoptr (GError) error = NULL;
  WhEdit *edit = wh_edit_take_over (fixture->catalogue, records, &error);

  g_assert_no_error (error);

  return edit;
}

/* The whole way: what is offered comes onto the plan in one step, and goes in one. */
static void
test_offer_adds (SmallCatalogue *fixture,
                 gconstpointer   user_data)
{
  g_autoptr (WhChecklist) checklist = new_checklist ();
  g_autoptr (WhUserRecord) record = NULL;
  g_autoptr (WhEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  add_to_plan (fixture, "celery");
  sample_checklist_add (checklist, "pandas", WH_STATUS_LEARNT, "theirs");
  sample_checklist_add (checklist, "celery", WH_STATUS_LEARNT, "theirs");
  sample_checklist_add (checklist, "basics.dict", WH_STATUS_LEARNING, NULL);

  edit = take_over (fixture, checklist, FALSE);
  small_catalogue_assert_plan (fixture, "celery:to-learn pandas:to-learn basics.dict:to-learn");
  record = small_catalogue_load (fixture, "pandas");
  g_assert_null (record->item_note);

  g_assert_true (wh_edit_undo (edit, fixture->catalogue, &error));
  small_catalogue_assert_plan (fixture, "celery:to-learn");
}

static void
test_offer_takes_over (SmallCatalogue *fixture,
                       gconstpointer   user_data)
{
  g_autoptr (WhChecklist) checklist = new_checklist ();
  g_autoptr (WhUserRecord) pandas = NULL;
  g_autoptr (WhUserRecord) polars = NULL;
  g_autoptr (WhEdit) note = NULL;
  g_autoptr (WhEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  set_status (fixture, "polars", WH_STATUS_SKIPPED);
  note = wh_edit_set_note (fixture->catalogue, "polars", "mine", &error);
  g_assert_no_error (error);

  sample_checklist_add (checklist, "pandas", WH_STATUS_LEARNT, "theirs");
  sample_checklist_add (checklist, "polars", WH_STATUS_LEARNT, "theirs");
  sample_checklist_add (checklist, "fastapi/django", WH_STATUS_LEARNING, NULL);

  edit = take_over (fixture, checklist, TRUE);
  small_catalogue_assert_plan (fixture, "pandas:learnt polars:skipped fastapi:learning");

  pandas = small_catalogue_load (fixture, "pandas");
  g_assert_cmpstr (pandas->item_note, ==, "theirs");
  g_assert_cmpuint (pandas->history->len, ==, 1);

  /* What is the user's own stays. */
  polars = small_catalogue_load (fixture, "polars");
  g_assert_cmpstr (polars->note, ==, "mine");
  g_assert_null (polars->item_note);
}

/* The alternative that is added may not be the one that they have learnt. */
static void
test_offer_takes_status_of_alternative (SmallCatalogue *fixture,
                                        gconstpointer   user_data)
{
  g_autoptr (WhChecklist) checklist = new_checklist ();
  g_autoptr (WhChecklistOffer) offer = NULL;
  g_autoptr (WhChecklistEntry) entry = NULL;
  WhChecklistItem *item = sample_checklist_add (checklist, "fastapi/django", WH_STATUS_LEARNT, NULL);

  ((WhChecklistLibrary *) g_ptr_array_index (item->libraries, 0))->status = WH_STATUS_NONE;
  offer = make_offer (fixture, checklist);
  entry = g_list_model_get_item (G_LIST_MODEL (offer), 0);

  g_assert_cmpstr (wh_checklist_entry_get_chosen (entry), ==, "FastAPI");
  g_assert_cmpint (wh_checklist_entry_get_status (entry), ==, WH_STATUS_NONE);
}

/* Notes of several alternatives are joined, and may be longer together than one may be. */
static void
test_offer_shortens_note (SmallCatalogue *fixture,
                          gconstpointer   user_data)
{
  g_autoptr (WhChecklist) checklist = new_checklist ();
  g_autoptr (WhUserRecord) record = NULL;
  g_autoptr (WhEdit) edit = NULL;
  g_autoptr (GString) note = g_string_new ("x");

  while (note->len <= WH_NOTE_MAX)
    g_string_append (note, "字");
  sample_checklist_add (checklist, "pandas", WH_STATUS_NONE, note->str);

  edit = take_over (fixture, checklist, TRUE);
  record = small_catalogue_load (fixture, "pandas");
  g_assert_cmpuint (strlen (record->item_note), <=, WH_NOTE_MAX);
  g_assert_cmpuint (strlen (record->item_note), >=, WH_NOTE_MAX - 3);
  g_assert_true (g_utf8_validate (record->item_note, -1, NULL));
}

static void
assert_short (const char *text)
{
  g_assert_cmpint (g_utf8_strlen (text, -1), <, 250);
  g_assert_null (strchr (text, '\n'));
}

/* What somebody else wrote may be more than can be laid out in any time. */
static void
test_offer_shortens_lines (SmallCatalogue *fixture,
                           gconstpointer   user_data)
{
  g_autofree char *text = g_strnfill (2000, 'W');
  g_autofree char *title = g_strnfill (2000, '\n');
  g_autoptr (GDateTime) date = g_date_time_new_utc (2026, 11, 20, 0, 0, 0);
  g_autoptr (WhChecklist) checklist = wh_checklist_new (title, text, "en", date);
  g_autoptr (WhChecklistOffer) offer = NULL;
  g_autoptr (WhChecklistEntry) entry = NULL;
  WhChecklistItem *item;

  wh_checklist_add_section (checklist, text);
  item = sample_checklist_add (checklist, "nowhere", WH_STATUS_NONE, NULL);
  for (guint i = 0; i < 50; i++)
    wh_checklist_item_add_library (item, "nowhere", text, NULL);

  offer = make_offer (fixture, checklist);
  entry = g_list_model_get_item (G_LIST_MODEL (offer), 0);
  assert_short (wh_checklist_offer_get_heading (offer));
  assert_short (wh_checklist_offer_get_section_title (offer, 0));
  assert_short (wh_checklist_entry_get_name (entry));
}

static void
test_offer_is_cancelled (SmallCatalogue *fixture,
                         gconstpointer   user_data)
{
  g_autoptr (WhChecklist) checklist = new_checklist ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  sample_checklist_add (checklist, "pandas", WH_STATUS_NONE, NULL);
  g_cancellable_cancel (cancellable);

  g_assert_null (wh_checklist_offer_new (checklist, small_catalogue_get_database (fixture), "en", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/checklist-offer/" name, SmallCatalogue, NULL, small_catalogue_set_up, function, small_catalogue_tear_down)
  ADD ("marks", test_offer_marks);
  ADD ("knows-topics", test_offer_knows_topics);
  ADD ("chooses-alternative", test_offer_chooses_alternative);
  ADD ("has-sections", test_offer_has_sections);
  ADD ("adds", test_offer_adds);
  ADD ("takes-over", test_offer_takes_over);
  ADD ("takes-status-of-alternative", test_offer_takes_status_of_alternative);
  ADD ("shortens-note", test_offer_shortens_note);
  ADD ("shortens-lines", test_offer_shortens_lines);
  ADD ("is-cancelled", test_offer_is_cancelled);
#undef ADD

  return g_test_run ();
}
