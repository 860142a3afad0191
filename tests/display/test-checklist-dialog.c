/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "sample-checklist.h"
#include "wh-checklist-dialog.h"
#include "wh-checklist-entry-row.h"
#include "wh-checklist-file.h"
#include "wh-edits.h"

#include "window-fixture.h"

#define TIMEOUT_MS 20000

typedef struct
{
  WindowFixture window;
  char         *path;
  WhChecklist  *checklist;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (2026, 11, 20, 0, 0, 0);

  if (GPOINTER_TO_INT (user_data))
    window_fixture_set_up_narrow (&fixture->window, NULL);
  else
    window_fixture_set_up (&fixture->window, NULL);
  fixture->path = g_build_filename (fixture->window.small.folder, "lin.wheelhouse.json", NULL);
  fixture->checklist = wh_checklist_new ("Lin’s plan", NULL, "en", date);
}

/* What a worker wrote or read is held by it a moment longer. */
static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  window_fixture_settle (&fixture->window);
  g_remove (fixture->path);
  g_free (fixture->path);
  wh_checklist_unref (fixture->checklist);
  window_fixture_tear_down (&fixture->window, user_data);
}

static void
write_checklist (Fixture *fixture)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GError) error = NULL;

  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);
  g_assert_no_error (error);
  wh_checklist_write_json (fixture->checklist, G_OUTPUT_STREAM (stream), NULL, &error);
  g_assert_no_error (error);
}

static AdwDialog *
get_dialog (Fixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window.window));
}

/* The checklist, or that it cannot be opened. */
static void
wait_for_dialog (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + TIMEOUT_MS * 1000;

  while (get_dialog (fixture) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (500);
    }
  window_fixture_settle (&fixture->window);
}

static AdwDialog *
open_file (Fixture *fixture)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);

  wh_window_open_plan_file (fixture->window.window, file);
  wait_for_dialog (fixture);

  return get_dialog (fixture);
}

static gboolean
has_text (GtkWidget  *widget,
          const char *text)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;

  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_text (child, text))
      return TRUE;

  return FALSE;
}

static GtkWidget *
get_add_button (AdwDialog *dialog)
{
  return find_widget (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "suggested-action");
}

static void
press_add (Fixture   *fixture,
           AdwDialog *dialog)
{
  g_signal_emit_by_name (get_add_button (dialog), "clicked");
  window_fixture_settle (&fixture->window);
}

static void
add_to_plan (Fixture    *fixture,
             const char *key)
{
  const char *keys[] = { key, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (WhEdit) edit = wh_edit_add_to_plan (fixture->window.small.catalogue, keys, &error);

  g_assert_no_error (error);
}

static void
test_dialog_shows (Fixture      *fixture,
                   gconstpointer user_data)
{
  AdwDialog *dialog;

  add_to_plan (fixture, "celery");
  sample_checklist_add (fixture->checklist, "fastapi/django", WH_STATUS_NONE, NULL);
  sample_checklist_add (fixture->checklist, "celery", WH_STATUS_LEARNT, NULL);
  sample_checklist_add (fixture->checklist, "basics.dict", WH_STATUS_NONE, "Chapter 3,\nthen 4");
  sample_checklist_add (fixture->checklist, "nowhere", WH_STATUS_NONE, NULL);
  write_checklist (fixture);

  dialog = open_file (fixture);

  g_assert_true (WH_IS_CHECKLIST_DIALOG (dialog));
  g_assert_true (has_text (GTK_WIDGET (dialog), "Lin’s plan"));
  g_assert_true (has_text (GTK_WIDGET (dialog), "First of all · 4"));
  g_assert_true (has_text (GTK_WIDGET (dialog), "1 item is not in this catalogue and cannot be added."));
  g_assert_true (has_text (GTK_WIDGET (dialog), "FastAPI / Django"));
  g_assert_true (has_text (GTK_WIDGET (dialog), "Any will do: FastAPI is added"));
  g_assert_true (has_text (GTK_WIDGET (dialog), "Learnt · On your plan already"));
  g_assert_true (has_text (GTK_WIDGET (dialog), "Dictionaries"));
  g_assert_true (has_text (GTK_WIDGET (dialog), "Chapter 3, then 4"));
  g_assert_true (has_text (GTK_WIDGET (dialog), "Not in this catalogue"));
  g_assert_true (gtk_widget_is_sensitive (get_add_button (dialog)));
  window_fixture_assert_plan (&fixture->window, "celery:to-learn");
}

/* The least that a window may be: a warning that it is not enough would end the test. */
static void
test_dialog_fits_smallest (Fixture      *fixture,
                           gconstpointer user_data)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window.window), 360, 294);
  window_fixture_settle (&fixture->window);
  g_set_str (&fixture->checklist->title, "A checklist with a title that does not fit into a single line of a window as narrow as this");
  sample_checklist_add (fixture->checklist, "pandas", WH_STATUS_LEARNT, "Chapter 3 first");
  sample_checklist_add (fixture->checklist, "nowhere", WH_STATUS_NONE, NULL);
  write_checklist (fixture);

  g_assert_true (gtk_widget_is_sensitive (get_add_button (open_file (fixture))));
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture->window.window)), <, 330);
}

static void
test_dialog_adds (Fixture      *fixture,
                  gconstpointer user_data)
{
  sample_checklist_add (fixture->checklist, "pandas", WH_STATUS_LEARNT, "theirs");
  sample_checklist_add (fixture->checklist, "basics.dict", WH_STATUS_NONE, NULL);
  write_checklist (fixture);

  press_add (fixture, open_file (fixture));

  g_assert_null (get_dialog (fixture));
  g_assert_cmpstr (wh_window_get_page_name (fixture->window.window), ==, "plan");
  window_fixture_assert_plan (&fixture->window, "pandas:to-learn basics.dict:to-learn");

  window_fixture_activate (&fixture->window, "win.undo");
  window_fixture_assert_plan (&fixture->window, "");
}

static void
test_dialog_takes_over (Fixture      *fixture,
                        gconstpointer user_data)
{
  AdwDialog *dialog;

  sample_checklist_add (fixture->checklist, "pandas", WH_STATUS_LEARNT, NULL);
  sample_checklist_add (fixture->checklist, "polars", WH_STATUS_NONE, NULL);
  write_checklist (fixture);

  dialog = open_file (fixture);
  adw_switch_row_set_active (ADW_SWITCH_ROW (find_widget (GTK_WIDGET (dialog), ADW_TYPE_SWITCH_ROW, NULL)), TRUE);
  press_add (fixture, dialog);

  window_fixture_assert_plan (&fixture->window, "pandas:learnt polars:to-learn");
}

static void
test_dialog_says_why_not (Fixture      *fixture,
                          gconstpointer user_data)
{
  AdwDialog *dialog;

  add_to_plan (fixture, "pandas");
  sample_checklist_add (fixture->checklist, "pandas", WH_STATUS_NONE, NULL);
  write_checklist (fixture);

  dialog = open_file (fixture);
  g_assert_false (gtk_widget_is_sensitive (get_add_button (dialog)));
  g_assert_true (has_text (GTK_WIDGET (dialog), "All of it is on your plan already."));
  adw_dialog_force_close (dialog);

  sample_checklist_add (fixture->checklist, "nowhere", WH_STATUS_NONE, NULL);
  write_checklist (fixture);
  dialog = open_file (fixture);
  g_assert_false (gtk_widget_is_sensitive (get_add_button (dialog)));
  g_assert_true (has_text (GTK_WIDGET (dialog), "1 item is not in this catalogue and cannot be added."
                                                " Everything else is on your plan already."));
  adw_dialog_force_close (dialog);

  g_ptr_array_set_size (fixture->checklist->sections, 0);
  write_checklist (fixture);
  dialog = open_file (fixture);
  g_assert_false (gtk_widget_is_sensitive (get_add_button (dialog)));
  g_assert_true (has_text (GTK_WIDGET (dialog), "There is nothing on this checklist."));
}

static void
test_dialog_refuses (Fixture      *fixture,
                     gconstpointer user_data)
{
  AdwDialog *dialog;

  g_assert_true (g_file_set_contents (fixture->path, "# My plan\n", -1, NULL));
  dialog = open_file (fixture);

  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==, "Could Not Open the Checklist");
  g_assert_cmpstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), ==,
                   "“lin.wheelhouse.json” cannot be opened: line 1 is not valid JSON");
}

static void
drop (GtkWidget *widget,
      GFile     *file)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean is_taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (&file, 1));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller) &&
          gdk_content_formats_contain_gtype (gtk_drop_target_get_formats (GTK_DROP_TARGET (controller)), GDK_TYPE_FILE_LIST))
        g_signal_emit_by_name (controller, "drop", &value, 5.0, 5.0, &is_taken);
    }

  g_assert_true (is_taken);
}

static void
test_dialog_comes_by_drop (Fixture      *fixture,
                           gconstpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);

  sample_checklist_add (fixture->checklist, "pandas", WH_STATUS_NONE, NULL);
  write_checklist (fixture);
  drop (GTK_WIDGET (fixture->window.window), file);
  wait_for_dialog (fixture);

  g_assert_true (has_text (GTK_WIDGET (get_dialog (fixture)), "Lin’s plan"));
}

/* Opens what is in the file now, above @before. */
static AdwDialog *
open_above (Fixture   *fixture,
            AdwDialog *before)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  gint64 end = g_get_monotonic_time () + TIMEOUT_MS * 1000;

  wh_window_open_plan_file (fixture->window.window, file);
  while (get_dialog (fixture) == before)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (500);
    }
  window_fixture_settle (&fixture->window);

  return get_dialog (fixture);
}

/* Opened again, it is there once, and as it is now. */
static void
test_dialog_comes_once (Fixture      *fixture,
                        gconstpointer user_data)
{
  g_autoptr (GListModel) dialogs = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (fixture->window.window));
  AdwDialog *dialog;

  sample_checklist_add (fixture->checklist, "pandas", WH_STATUS_NONE, NULL);
  write_checklist (fixture);
  dialog = open_file (fixture);

  sample_checklist_add (fixture->checklist, "nowhere", WH_STATUS_NONE, NULL);
  write_checklist (fixture);
  dialog = open_above (fixture, dialog);

  g_assert_true (has_text (GTK_WIDGET (dialog), "First of all · 2"));
  g_assert_cmpuint (g_list_model_get_n_items (dialogs), ==, 1);
}

/* With the next in front, the keyboard is not the page's. */
static void
test_dialog_leaves_the_next_in_front (Fixture      *fixture,
                                      gconstpointer user_data)
{
  g_autofree char *first_path = NULL;
  AdwDialog       *first;

  sample_checklist_add (fixture->checklist, "pandas", WH_STATUS_NONE, NULL);
  write_checklist (fixture);
  first = open_file (fixture);

  first_path = g_steal_pointer (&fixture->path);
  fixture->path = g_strconcat (first_path, ".json", NULL);
  sample_checklist_add (fixture->checklist, "polars", WH_STATUS_NONE, NULL);
  write_checklist (fixture);
  press_add (fixture, open_above (fixture, first));

  window_fixture_assert_plan (&fixture->window, "pandas:to-learn polars:to-learn");
  g_assert_true (get_dialog (fixture) == first);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window.window)), GTK_WIDGET (first)));

  g_remove (first_path);
}

/* Nobody is left to be told. */
static void
test_dialog_survives_its_window (Fixture      *fixture,
                                 gconstpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);

  sample_checklist_add (fixture->checklist, "pandas", WH_STATUS_NONE, NULL);
  write_checklist (fixture);
  wh_window_open_plan_file (fixture->window.window, file);
}

/* More than can be shown as widgets. */
static void
test_dialog_shows_many (Fixture      *fixture,
                        gconstpointer user_data)
{
  g_autoptr (GString) json = g_string_new ("{\"format\": \"wheelhouse-checklist\", \"version\": 1, \"title\": \"T\", \"language\": \"en\","
                                           " \"date\": \"2026-11-20\", \"sections\": [{\"title\": \"S\", \"items\": [");
  gint64     end = g_get_monotonic_time () + TIMEOUT_MS * 1000;
  guint      n_rows = 0;
  AdwDialog *dialog;
  GtkWidget *list;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (json, "{\"libraries\": [{\"key\": \"gone-%u\"}]},", i);
  g_string_append (json, "{\"libraries\": [{\"key\": \"pandas\"}]}]}]}");
  g_assert_true (g_file_set_contents (fixture->path, json->str, -1, NULL));

  dialog = open_file (fixture);
  while (get_add_button (dialog) == NULL || !gtk_widget_is_sensitive (get_add_button (dialog)) ||
         find_widget (GTK_WIDGET (dialog), WH_TYPE_CHECKLIST_ENTRY_ROW, NULL) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
  window_fixture_settle (&fixture->window);

  list = find_widget (GTK_WIDGET (dialog), GTK_TYPE_LIST_VIEW, NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (list); child != NULL; child = gtk_widget_get_next_sibling (child))
    n_rows++;
  g_assert_cmpuint (n_rows, <, 1000);

  press_add (fixture, dialog);
  window_fixture_assert_plan (&fixture->window, "pandas:to-learn");
}

/* What is too much for the main thread is a job, and then the same. */
static void
test_dialog_adds_by_job (Fixture      *fixture,
                         gconstpointer user_data)
{
  WhWindow *window = fixture->window.window;
  gint64    end = g_get_monotonic_time () + TIMEOUT_MS * 1000;
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func ((GDestroyNotify) wh_user_record_free);
  g_autoptr (GPtrArray) one = g_ptr_array_new_with_free_func ((GDestroyNotify) wh_user_record_free);

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *key = g_strdup_printf ("topic-%u", i);

      g_ptr_array_add (others, wh_user_record_new (key));
    }
  g_ptr_array_add (one, wh_user_record_new ("pandas"));

  wh_window_take_over (GTK_WIDGET (window), others);
  g_assert_true (wh_catalogue_get_writing (fixture->window.small.catalogue));

  /* What comes meanwhile is refused, and said to be. */
  wh_window_take_over (GTK_WIDGET (window), one);
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (get_dialog (fixture))), ==, "Could Not Change the Plan");
  adw_dialog_force_close (get_dialog (fixture));

  while (!wh_undo_stack_get_can_undo (wh_window_get_undo_stack (window)))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
  window_fixture_settle (&fixture->window);

  g_assert_cmpstr (wh_window_get_page_name (window), ==, "plan");
  g_assert_cmpuint (wh_edit_get_n_records (wh_undo_stack_get_undo_edit (wh_window_get_undo_stack (window))), ==, 3000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();

#define ADD(name, narrow, function) \
  g_test_add ("/checklist-dialog/" name, Fixture, GINT_TO_POINTER (narrow), set_up, function, tear_down)
  ADD ("shows", FALSE, test_dialog_shows);
  ADD ("shows-narrow", TRUE, test_dialog_shows);
  ADD ("fits-smallest", TRUE, test_dialog_fits_smallest);
  ADD ("adds", FALSE, test_dialog_adds);
  ADD ("takes-over", FALSE, test_dialog_takes_over);
  ADD ("says-why-not", FALSE, test_dialog_says_why_not);
  ADD ("refuses", FALSE, test_dialog_refuses);
  ADD ("comes-by-drop", FALSE, test_dialog_comes_by_drop);
  ADD ("comes-once", FALSE, test_dialog_comes_once);
  ADD ("leaves-the-next-in-front", FALSE, test_dialog_leaves_the_next_in_front);
  ADD ("survives-its-window", FALSE, test_dialog_survives_its_window);
  ADD ("shows-many", FALSE, test_dialog_shows_many);
  ADD ("adds-by-job", FALSE, test_dialog_adds_by_job);
#undef ADD

  return g_test_run ();
}
