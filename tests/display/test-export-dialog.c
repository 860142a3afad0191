/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* For RTLD_NEXT. */
#define _GNU_SOURCE

#include "config.h"

#include <dlfcn.h>
#include <glib/gstdio.h>
#include <string.h>

#include "small-catalogue.h"
#include "wh-export-dialog.h"
#include "wh-page-preview.h"
#include "wh-print-operation.h"

#include "window-fixture.h"

#define TIMEOUT_MS 10000

typedef struct
{
  SmallCatalogue  catalogue;
  GtkWindow      *window;
  WhExportDialog *dialog;
  WhPagePreview  *preview;
  char           *path;
} Fixture;

typedef gboolean (*Condition) (Fixture *fixture);

static GPtrArray *kept_tasks; /* (nullable): those that workers have not let go of yet */

/* Stands in for GLib's, to hold the tasks of workers that take their time. */
void
g_task_run_in_thread (GTask          *task,
                      GTaskThreadFunc function)
{
  void (*run) (GTask *, GTaskThreadFunc) = dlsym (RTLD_NEXT, G_STRFUNC);

  if (kept_tasks != NULL)
    g_ptr_array_add (kept_tasks, g_object_ref (task));

  run (task, function);
}

static void
wait_for (Fixture  *fixture,
          Condition condition)
{
  gint64 end = g_get_monotonic_time () + TIMEOUT_MS * 1000;

  while (!condition (fixture))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (500);
    }
}

/* Returns: (transfer none) (nullable): the first widget below @widget of @type, titled so if it is a row */
static GtkWidget *
find (GtkWidget  *widget,
      GType       type,
      const char *title)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (g_type_is_a (G_OBJECT_TYPE (child), type) &&
          (title == NULL || g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (child)), title) == 0))
        return child;

      found = find (child, type, title);
      if (found != NULL)
        return found;
    }

  return NULL;
}

static const WhChecklist *
get_shown (Fixture *fixture)
{
  WhPageLayout *layout = wh_page_preview_get_layout (fixture->preview);

  return layout != NULL ? wh_page_layout_get_checklist (layout) : NULL;
}

static guint
count_shown_items (Fixture *fixture)
{
  const WhChecklist *checklist = get_shown (fixture);
  guint              n_items = 0;

  for (guint i = 0; checklist != NULL && i < checklist->sections->len; i++)
    n_items += ((WhChecklistSection *) g_ptr_array_index (checklist->sections, i))->items->len;

  return n_items;
}

static gboolean
shows_anything (Fixture *fixture)
{
  return get_shown (fixture) != NULL;
}

static gboolean
shows_nothing (Fixture *fixture)
{
  return shows_anything (fixture) && count_shown_items (fixture) == 0;
}

static gboolean
shows_data_role (Fixture *fixture)
{
  return shows_anything (fixture) && g_strcmp0 (get_shown (fixture)->subtitle, "Data") == 0;
}

static gboolean
shows_chinese (Fixture *fixture)
{
  return shows_anything (fixture) && g_str_equal (get_shown (fixture)->language, "zh_CN");
}

static gboolean
shows_both (Fixture *fixture)
{
  return shows_anything (fixture) && g_strcmp0 (get_shown (fixture)->other_language, "zh_CN") == 0;
}

static gboolean
shows_letter (Fixture *fixture)
{
  double width = 0;
  double height;

  if (shows_anything (fixture))
    wh_page_layout_get_page_size (wh_page_preview_get_layout (fixture->preview), &width, &height);

  return width == 612;
}

static gboolean
has_label (GtkWidget  *widget,
           const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_label (child, text))
      return TRUE;

  return FALSE;
}

static gboolean
says_saved (Fixture *fixture)
{
  g_autofree char *name = g_path_get_basename (fixture->path);
  g_autofree char *words = g_strdup_printf ("“%s” saved", name);

  return has_label (GTK_WIDGET (fixture->dialog), words);
}

static gboolean
has_alert (Fixture *fixture)
{
  return ADW_IS_ALERT_DIALOG (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
}

static void
open_dialog (Fixture    *fixture,
             const char *role,
             int         width)
{
  small_catalogue_set_up (&fixture->catalogue, NULL);
  fixture->path = g_build_filename (fixture->catalogue.folder, "checklist", NULL);

  fixture->window = GTK_WINDOW (adw_window_new ());
  adw_window_set_content (ADW_WINDOW (fixture->window), gtk_label_new ("window"));
  gtk_window_set_default_size (fixture->window, width, 640);
  gtk_window_present (fixture->window);

  fixture->dialog = WH_EXPORT_DIALOG (wh_export_dialog_new (fixture->catalogue.catalogue, role));
  adw_dialog_present (ADW_DIALOG (fixture->dialog), GTK_WIDGET (fixture->window));
  fixture->preview = WH_PAGE_PREVIEW (find (GTK_WIDGET (fixture->dialog), WH_TYPE_PAGE_PREVIEW, NULL));
  wait_for (fixture, shows_anything);
}

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  open_dialog (fixture, "backend", 1000);
}

static gboolean
is_gone (Fixture *fixture)
{
  return fixture->dialog == NULL;
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  gtk_window_destroy (fixture->window);
  /* A worker may hold it until it has ended. */
  wait_for (fixture, is_gone);

  g_remove (fixture->path);
  g_free (fixture->path);
  small_catalogue_tear_down (&fixture->catalogue, NULL);
}

static void
choose (Fixture    *fixture,
        const char *row,
        guint       choice)
{
  GtkWidget *found = find (GTK_WIDGET (fixture->dialog), ADW_TYPE_COMBO_ROW, row);

  g_assert_nonnull (found);
  adw_combo_row_set_selected (ADW_COMBO_ROW (found), choice);
}

/* Renders the preview and looks for ink on its paper. */
static gboolean
has_ink (Fixture *fixture)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (fixture->preview));
  int             width = gdk_paintable_get_intrinsic_width (paintable);
  int             height = gdk_paintable_get_intrinsic_height (paintable);
  GtkSnapshot    *snapshot = gtk_snapshot_new ();
  GskRenderer    *renderer = gtk_native_get_renderer (GTK_NATIVE (fixture->window));
  graphene_rect_t viewport = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autofree guchar *data = NULL;
  gsize              n_white = 0;
  gsize              n_ink = 0;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return FALSE;

  texture = gsk_renderer_render_texture (renderer, node, &viewport);
  data = g_malloc ((gsize) width * (gsize) height * 4);
  gdk_texture_download (texture, data, (gsize) width * 4);
  for (gsize i = 0; i < (gsize) width * (gsize) height; i++)
    {
      guchar *pixel = data + 4 * i;

      n_white += pixel[0] == 255 && pixel[1] == 255 && pixel[2] == 255;
      n_ink += pixel[3] == 255 && pixel[2] < 100;
    }

  return n_white > (gsize) width * 100 && n_ink > 100;
}

static void
forget_paper (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  g_settings_reset (settings, "paper");
}

static void
test_export_dialog_shows_role (Fixture      *fixture,
                               gconstpointer user_data)
{
  g_assert_cmpstr (get_shown (fixture)->subtitle, ==, "Backend");
  g_assert_cmpuint (count_shown_items (fixture), ==, 3);
  g_assert_cmpuint (wh_page_preview_get_n_pages (fixture->preview), ==, 1);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->preview), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->preview), GTK_ACCESSIBLE_PROPERTY_LABEL, "Page 1 of 1");
}

static void
test_export_dialog_follows_choices (Fixture      *fixture,
                                    gconstpointer user_data)
{
  /* My plan, Backend, Data: a role without priorities has no checklist. */
  choose (fixture, "_Checklist", 2);
  wait_for (fixture, shows_data_role);

  choose (fixture, "_Language", 1);
  wait_for (fixture, shows_chinese);

  choose (fixture, "_Items", 2);
  wait_for (fixture, shows_nothing);
}

/* The language of the contents, and the other one beside it. */
static void
test_export_dialog_shows_both_languages (Fixture      *fixture,
                                         gconstpointer user_data)
{
  choose (fixture, "_Language", 3);
  wait_for (fixture, shows_both);
  wait_for (fixture, has_ink);
  g_assert_cmpstr (get_shown (fixture)->language, ==, "en");

  /* And one alone again. */
  choose (fixture, "_Language", 1);
  wait_for (fixture, shows_chinese);
  g_assert_null (get_shown (fixture)->other_language);
}

static void
test_export_dialog_remembers_paper (Fixture      *fixture,
                                    gconstpointer user_data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  choose (fixture, "_Paper", WH_PAPER_LETTER);
  wait_for (fixture, shows_letter);
  g_assert_cmpint (g_settings_get_enum (settings, "paper"), ==, WH_PAPER_LETTER);

  forget_paper ();
}

/* Many choices at once: only what was chosen last is shown in the end. */
static void
test_export_dialog_drops_late_previews (Fixture      *fixture,
                                        gconstpointer user_data)
{
  for (guint i = 0; i < 12; i++)
    choose (fixture, "_Checklist", i % 3);

  choose (fixture, "_Checklist", 1);
  choose (fixture, "_Checklist", 2);
  wait_for (fixture, shows_data_role);

  for (guint i = 0; i < 200; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (500);
      g_assert_true (shows_data_role (fixture));
    }
}

static void
test_export_dialog_saves (Fixture      *fixture,
                          gconstpointer user_data)
{
  static const char *const beginnings[] = { "%PDF-", "# Learning checklist: Backend\n", "{" };
  GtkWidget               *toasts = find (GTK_WIDGET (fixture->dialog), ADW_TYPE_TOAST_OVERLAY, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      g_autofree char *name = g_strdup_printf ("checklist.%s", wh_document_list_formats ()[i]);
      g_autofree char *contents = NULL;
      g_autoptr (GFile) file = NULL;

      g_free (fixture->path);
      fixture->path = g_build_filename (fixture->catalogue.folder, name, NULL);
      file = g_file_new_for_path (fixture->path);
      wh_export_dialog_save_to (fixture->dialog, file, (WhDocumentFormat) i);
      wait_for (fixture, says_saved);
      adw_toast_overlay_dismiss_all (ADW_TOAST_OVERLAY (toasts));

      g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
      g_assert_true (g_str_has_prefix (contents, beginnings[i]));
      g_assert_cmpint (g_remove (fixture->path), ==, 0);
    }
}

static void
test_export_dialog_says_why_not (Fixture      *fixture,
                                 gconstpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/full");
  AdwDialog *alert;

  wh_export_dialog_save_to (fixture->dialog, file, WH_DOCUMENT_PDF);
  wait_for (fixture, has_alert);

  alert = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (alert)), ==, "Could Not Save the Checklist");
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (alert)), "/dev/full"));
  adw_dialog_force_close (alert);
}

static void
test_export_dialog_draws_page (Fixture      *fixture,
                               gconstpointer user_data)
{
  wait_for (fixture, has_ink);
}

static void
test_export_dialog_turns_pages (Fixture      *fixture,
                                gconstpointer user_data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->dialog);
  g_autoptr (GDateTime) date = g_date_time_new_utc (2026, 11, 20, 0, 0, 0);
  g_autoptr (WhChecklist) checklist = wh_checklist_new ("Long", NULL, "en", date);
  WhChecklistSection *section = wh_checklist_add_section (checklist, "Section");
  g_autoptr (WhPageLayout) layout = NULL;

  for (guint i = 0; i < 40; i++)
    wh_checklist_item_add_library (wh_checklist_add_item (checklist, section, "why", WH_PRIORITY_NONE, 0, WH_STATUS_NONE, NULL),
                                   "key", "name", NULL);
  layout = wh_page_layout_new (checklist, WH_PAPER_A4, NULL);
  wh_page_preview_set_layout (fixture->preview, layout);

  g_assert_true (gtk_widget_activate_action (widget, "export.next-page", NULL));
  g_assert_cmpuint (wh_page_preview_get_page (fixture->preview), ==, 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->preview), GTK_ACCESSIBLE_PROPERTY_LABEL, "Page 2 of 3");

  g_assert_true (press_key (GTK_WIDGET (fixture->preview), GDK_KEY_Left));
  g_assert_cmpuint (wh_page_preview_get_page (fixture->preview), ==, 0);
  g_assert_false (press_key (GTK_WIDGET (fixture->preview), GDK_KEY_Page_Up));

  /* Where reading goes leftwards, the next page lies there. */
  gtk_widget_set_direction (GTK_WIDGET (fixture->preview), GTK_TEXT_DIR_RTL);
  g_assert_true (press_key (GTK_WIDGET (fixture->preview), GDK_KEY_Left));
  g_assert_true (press_key (GTK_WIDGET (fixture->preview), GDK_KEY_Page_Down));
  g_assert_cmpuint (wh_page_preview_get_page (fixture->preview), ==, 2);

  wh_page_preview_set_page (fixture->preview, 99);
  g_assert_cmpuint (wh_page_preview_get_page (fixture->preview), ==, 2);

  /* A shorter document shows its last page. */
  choose (fixture, "_Checklist", 2);
  wait_for (fixture, shows_data_role);
  g_assert_cmpuint (wh_page_preview_get_page (fixture->preview), ==, 0);
}

static void
test_export_dialog_is_narrow (void)
{
  Fixture fixture = { 0 };

  open_dialog (&fixture, NULL, 360);
  wait_for (&fixture, has_ink);
  g_assert_true (shows_nothing (&fixture));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture.dialog)), <=, 360);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture.preview)), >, 250);
  tear_down (&fixture, NULL);
}

/* A worker lets go of its task when it comes to it. The dialog does not wait for that, for it
 * would end on the worker then.
 */
static void
test_export_dialog_is_not_left_to_workers (void)
{
  Fixture fixture = { 0 };
  g_autoptr (GFile) file = NULL;

  kept_tasks = g_ptr_array_new_with_free_func (g_object_unref);
  open_dialog (&fixture, NULL, 1000);
  file = g_file_new_for_path (fixture.path);
  wh_export_dialog_save_to (fixture.dialog, file, WH_DOCUMENT_JSON);
  wait_for (&fixture, says_saved);

  g_assert_cmpuint (kept_tasks->len, >=, 2);
  tear_down (&fixture, NULL);
  g_clear_pointer (&kept_tasks, g_ptr_array_unref);
}

/* Returns: (transfer full): what @command says of the file */
static char *
ask (Fixture    *fixture,
     const char *command,
     const char *after)
{
  g_autofree char *line = g_strdup_printf ("%s %s%s", command, fixture->path, after);
  g_autoptr (GError) error = NULL;
  char *answer = NULL;

  g_assert_true (g_spawn_command_line_sync (line, &answer, NULL, NULL, &error));
  g_assert_no_error (error);

  return answer;
}

/* The printer gets the pages of the preview, on their paper: printed to a file and read back. */
static void
test_export_dialog_prints (Fixture      *fixture,
                           gconstpointer user_data)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autofree char *text = NULL;
  g_autofree char *info = NULL;
  g_autoptr (GError) error = NULL;

  choose (fixture, "_Paper", WH_PAPER_LETTER);
  wait_for (fixture, shows_letter);
  operation = wh_print_operation_new (wh_page_preview_get_layout (fixture->preview));
  settings = g_object_ref (gtk_print_operation_get_print_settings (operation));
  g_assert_cmpstr (gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME), ==, "Backend");

  gtk_print_operation_set_export_filename (operation, fixture->path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, fixture->window, &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);

  text = ask (fixture, "pdftotext", " -");
  g_assert_nonnull (strstr (text, "FastAPI / Django"));
  info = ask (fixture, "pdfinfo", "");
  g_assert_nonnull (strstr (info, "612 x 792 pts"));

  forget_paper ();
}

#define add(name, function) \
  g_test_add ("/export-dialog/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("shows-role", test_export_dialog_shows_role);
  add ("follows-choices", test_export_dialog_follows_choices);
  add ("shows-both-languages", test_export_dialog_shows_both_languages);
  add ("remembers-paper", test_export_dialog_remembers_paper);
  add ("drops-late-previews", test_export_dialog_drops_late_previews);
  add ("saves", test_export_dialog_saves);
  add ("says-why-not", test_export_dialog_says_why_not);
  add ("draws-page", test_export_dialog_draws_page);
  add ("turns-pages", test_export_dialog_turns_pages);
  add ("prints", test_export_dialog_prints);
  g_test_add_func ("/export-dialog/is-narrow", test_export_dialog_is_narrow);
  g_test_add_func ("/export-dialog/is-not-left-to-workers", test_export_dialog_is_not_left_to_workers);

  return g_test_run ();
}
