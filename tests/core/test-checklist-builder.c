/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "small-catalogue.h"
#include "wh-checklist-builder.h"
#include "wh-edits.h"

#define KEYS(...) ((const char *const[]) { __VA_ARGS__, NULL })

static void
set_status (SmallCatalogue *fixture,
            const char     *key,
            WhStatus        status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhEdit) edit = wh_edit_set_status (fixture->catalogue, KEYS (key), status, &error);

  g_assert_no_error (error);
}

static WhChecklist *
make (SmallCatalogue *fixture,
      const char     *role)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (2026, 11, 20, 0, 0, 0);
  g_autoptr (GError) error = NULL;
  WhDatabase  *database = small_catalogue_get_database (fixture);
  WhChecklist *checklist;

  checklist = role != NULL ? wh_checklist_new_for_role (database, role, "en", date, &error)
                           : wh_checklist_new_for_plan (database, "en", date, &error);
  g_assert_no_error (error);

  return checklist;
}

/* "P0 · Must learn 1/2: FastAPI / Django=learnt;" */
static void
assert_sections (const WhChecklist *checklist,
                 const char        *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < checklist->sections->len; i++)
    {
      const WhChecklistSection *section = g_ptr_array_index (checklist->sections, i);

      g_string_append_printf (text, "%s %u/%u:", section->title, section->n_done, section->n_total);

      for (guint j = 0; j < section->items->len; j++)
        {
          const WhChecklistItem *item = g_ptr_array_index (section->items, j);
          g_autofree char       *name = wh_checklist_item_dup_name (item);

          g_string_append_printf (text, " %s%s%s;", name,
                                  item->status != WH_STATUS_NONE ? "=" : "",
                                  item->status != WH_STATUS_NONE ? wh_status_to_key (item->status) : "");
        }

      g_string_append_c (text, '\n');
    }

  g_assert_cmpstr (text->str, ==, expected);
}

static const WhChecklistItem *
get_item (const WhChecklist *checklist,
          guint              section,
          guint              position)
{
  return g_ptr_array_index (((WhChecklistSection *) g_ptr_array_index (checklist->sections, section))->items, position);
}

static void
test_checklist_builder_role (SmallCatalogue *fixture,
                             gconstpointer   user_data)
{
  g_autoptr (WhChecklist) checklist = NULL;
  const WhChecklistItem    *slot;
  const WhChecklistLibrary *second;

  set_status (fixture, "sqlalchemy", WH_STATUS_LEARNT);
  checklist = make (fixture, "backend");

  g_assert_cmpstr (checklist->title, ==, "Learning checklist");
  g_assert_cmpstr (checklist->subtitle, ==, "Backend");
  g_assert_cmpuint (checklist->n_done, ==, 1);
  g_assert_cmpuint (checklist->n_total, ==, 3);
  assert_sections (checklist,
                   "P0 · Must learn 1/2: FastAPI / Django; SQLAlchemy=learnt;\n"
                   "P1 · Next 0/1: Celery;\n");

  /* The first alternative speaks for the slot while none is further. */
  slot = get_item (checklist, 0, 0);
  g_assert_cmpstr (slot->summary, ==, "FastAPI in a line");
  g_assert_cmpuint (slot->stars, ==, 9);
  g_assert_cmpint (slot->priority, ==, WH_PRIORITY_P0);
  g_assert_null (slot->note);
  g_assert_cmpuint (slot->libraries->len, ==, 2);
  second = g_ptr_array_index (slot->libraries, 1);
  g_assert_cmpstr (second->key, ==, "django");
  g_assert_cmpstr (second->url, ==, "https://django.example/");
}

static void
test_checklist_builder_alternatives (SmallCatalogue *fixture,
                                     gconstpointer   user_data)
{
  g_autoptr (WhChecklist) checklist = NULL;
  g_autoptr (WhChecklist) done = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WhEdit) noted = NULL;

  /* The one that is furthest speaks; a skipped one leaves the slot open. */
  set_status (fixture, "fastapi", WH_STATUS_SKIPPED);
  noted = wh_edit_set_note (fixture->catalogue, "django", "at work", &error);
  g_assert_no_error (error);
  checklist = make (fixture, "backend");
  g_assert_cmpint (get_item (checklist, 0, 0)->status, ==, WH_STATUS_NONE);
  g_assert_cmpstr (get_item (checklist, 0, 0)->summary, ==, "Django in a line");
  g_assert_cmpstr (get_item (checklist, 0, 0)->note, ==, "at work");

  set_status (fixture, "django", WH_STATUS_LEARNT);
  done = make (fixture, "backend");
  g_assert_cmpint (get_item (done, 0, 0)->status, ==, WH_STATUS_LEARNT);
  g_assert_cmpuint (done->n_done, ==, 1);
}

/* A topic stands there by its title, with its note for the reason; one that is gone by its key. */
static void
test_checklist_builder_topics (SmallCatalogue *fixture,
                               gconstpointer   user_data)
{
  g_autoptr (WhChecklist) checklist = NULL;

  set_status (fixture, "basics.dict", WH_STATUS_LEARNT);
  set_status (fixture, "basics.gone", WH_STATUS_TO_LEARN);
  checklist = make (fixture, NULL);

  assert_sections (checklist,
                   "To learn 0/1: basics.gone=to-learn;\n"
                   "Learnt 1/1: Dictionaries=learnt;\n");
  g_assert_null (get_item (checklist, 0, 0)->summary);
  g_assert_cmpstr (get_item (checklist, 1, 0)->summary, ==, "Keys and values");
}

static void
test_checklist_builder_filter (SmallCatalogue *fixture,
                               gconstpointer   user_data)
{
  g_autoptr (WhChecklist) open = NULL;
  g_autoptr (WhChecklist) done = NULL;

  set_status (fixture, "celery", WH_STATUS_LEARNT);
  set_status (fixture, "sqlalchemy", WH_STATUS_SKIPPED);

  /* The counts stay those of the whole. */
  open = make (fixture, "backend");
  wh_checklist_filter (open, WH_CHECKLIST_ITEMS_OPEN);
  assert_sections (open, "P0 · Must learn 0/2: FastAPI / Django;\n");
  g_assert_cmpuint (open->n_done, ==, 1);
  g_assert_cmpuint (open->n_total, ==, 3);

  done = make (fixture, "backend");
  wh_checklist_filter (done, WH_CHECKLIST_ITEMS_DONE);
  assert_sections (done, "P1 · Next 1/1: Celery=learnt;\n");
}

static void
test_checklist_builder_plan (SmallCatalogue *fixture,
                             gconstpointer   user_data)
{
  g_autoptr (WhChecklist) empty = make (fixture, NULL);
  g_autoptr (WhChecklist) checklist = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WhEdit) added = NULL;

  assert_sections (empty, "");

  added = wh_edit_add_to_plan (fixture->catalogue, KEYS ("polars", "left-long-ago", "django"), &error);
  g_assert_no_error (error);
  set_status (fixture, "polars", WH_STATUS_LEARNT);
  set_status (fixture, "django", WH_STATUS_LEARNING);

  checklist = make (fixture, NULL);
  g_assert_cmpstr (checklist->title, ==, "My plan");
  g_assert_null (checklist->subtitle);
  assert_sections (checklist,
                   "Learning 0/1: Django=learning;\n"
                   "To learn 0/1: left-long-ago=to-learn;\n"
                   "Learnt 1/1: polars=learnt;\n");

  /* The best that any role gives it. */
  g_assert_cmpint (get_item (checklist, 0, 0)->priority, ==, WH_PRIORITY_P0);
  g_assert_cmpint (get_item (checklist, 2, 0)->priority, ==, WH_PRIORITY_NONE);
}

/* What the window and the command line ask for. */
static void
test_checklist_builder_choice (SmallCatalogue *fixture,
                               gconstpointer   user_data)
{
  WhDatabase *database = small_catalogue_get_database (fixture);
  g_autoptr (WhChecklist) role = NULL;
  g_autoptr (WhChecklist) plan = NULL;
  g_autoptr (GError) error = NULL;

  set_status (fixture, "django", WH_STATUS_LEARNT);
  role = wh_checklist_build (database, "backend", "zh_CN", wh_checklist_get_other_language ("zh_CN"),
                             WH_CHECKLIST_ITEMS_DONE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (role->subtitle, ==, "Backend");
  g_assert_cmpstr (role->language, ==, "zh_CN");
  g_assert_cmpstr (role->other_language, ==, "en");
  g_assert_cmpuint (role->sections->len, ==, 1);
  g_assert_cmpuint (role->n_total, ==, 3);

  plan = wh_checklist_build (database, NULL, "en", NULL, WH_CHECKLIST_ITEMS_ALL, &error);
  g_assert_no_error (error);
  g_assert_null (plan->subtitle);
  g_assert_null (plan->other_language);

  g_assert_null (wh_checklist_build (database, "astronaut", "en", "zh_CN", WH_CHECKLIST_ITEMS_ALL, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND);
}

static void
test_checklist_builder_unknown_role (SmallCatalogue *fixture,
                                     gconstpointer   user_data)
{
  g_autoptr (GDateTime) date = wh_checklist_dup_today ();
  g_autoptr (GError) error = NULL;
  WhDatabase *database = small_catalogue_get_database (fixture);

  g_assert_null (wh_checklist_new_for_role (database, "bakend", "en", date, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "bakend"));
  g_clear_error (&error);

  /* A role may have orders only. */
  g_assert_null (wh_checklist_new_for_role (database, "reader", "en", date, &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "Reader"));
}

static void
test_checklist_builder_date (SmallCatalogue *fixture,
                             gconstpointer   user_data)
{
  g_autoptr (GDateTime) fixed = NULL;
  g_autoptr (GDateTime) today = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *text = NULL;

  g_setenv ("SOURCE_DATE_EPOCH", "1700000000", TRUE);
  fixed = wh_checklist_dup_today ();
  text = g_date_time_format_iso8601 (fixed);
  g_assert_cmpstr (text, ==, "2023-11-14T22:13:20Z");

  g_setenv ("SOURCE_DATE_EPOCH", "yesterday", TRUE);
  today = wh_checklist_dup_today ();
  g_assert_cmpint (g_date_time_difference (today, now), >=, 0);
  g_assert_cmpint (g_date_time_difference (today, now), <, 60 * G_TIME_SPAN_SECOND);
  g_unsetenv ("SOURCE_DATE_EPOCH");
}

#define ADD(name, func) \
  g_test_add ("/checklist-builder/" name, SmallCatalogue, NULL, small_catalogue_set_up, func, small_catalogue_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("role", test_checklist_builder_role);
  ADD ("alternatives", test_checklist_builder_alternatives);
  ADD ("filter", test_checklist_builder_filter);
  ADD ("topics", test_checklist_builder_topics);
  ADD ("plan", test_checklist_builder_plan);
  ADD ("choice", test_checklist_builder_choice);
  ADD ("unknown-role", test_checklist_builder_unknown_role);
  ADD ("date", test_checklist_builder_date);

  return g_test_run ();
}
