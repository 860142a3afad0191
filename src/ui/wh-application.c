/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <stdlib.h>

#include "wh-language.h"
#include "wh-link.h"
#include "wh-preferences-dialog.h"
#include "wh-shortcuts-dialog.h"
#include "wh-user-database.h"
#include "wh-window.h"

#include "wh-application.h"

/**
 * WhApplication:
 *
 * The program with a display: its windows, what can be done from any of them,
 * and what they all share: the settings and the catalogue.
 *
 * The user's database is made ready on a worker, for a newer bundle may have to
 * be taken over; then the main thread opens it and reads the catalogue.
 */
struct _WhApplication
{
  AdwApplication parent_instance;

  GSettings    *settings;
  WhCatalogue  *catalogue;
  GCancellable *cancellable;
  gboolean      loading;
};

G_DEFINE_FINAL_TYPE (WhApplication, wh_application, ADW_TYPE_APPLICATION)

/* Returns: the language contents are wanted in, as translations are named */
static const char *
get_language (WhApplication *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, "content-language");
  const char      *language = wh_language_find (name);

  return language != NULL ? language : wh_language_match (g_get_language_names ());
}

static void
language_changed_cb (WhApplication *self)
{
  if (self->catalogue != NULL)
    wh_catalogue_set_language (self->catalogue, get_language (self));
}

/* There is one; beside it may be those that the toolkit makes, to print with. */
static WhWindow *
get_window (WhApplication *self)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL; link = link->next)
    if (WH_IS_WINDOW (link->data))
      return WH_WINDOW (link->data);

  return NULL;
}

static void
show_failure (WhApplication *self,
              const GError  *error)
{
  WhWindow *window = get_window (self);

  self->loading = FALSE;
  g_clear_object (&self->catalogue);
  if (window != NULL)
    wh_window_show_failure (window, error);
}

static void
catalogue_loaded_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (WhApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  WhWindow *window;

  if (!wh_catalogue_load_finish (WH_CATALOGUE (object), result, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_failure (self, error);
      return;
    }

  self->loading = FALSE;
  window = get_window (self);
  if (window != NULL)
    wh_window_set_catalogue (window, self->catalogue);
}

/* Makes the file ready, on a worker. It is closed again: a connection stays on its thread. */
static void
prepare_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_autofree char *path = wh_user_database_dup_path ();
  g_autofree char *bundle = g_build_filename (PKGDATADIR, "catalogue.sqlite", NULL);
  g_autofree char *notice = NULL;
  g_autoptr (WhDatabase) database = NULL;
  GError *error = NULL;

  database = wh_user_database_open (path, bundle, &notice, &error);
  if (database == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&notice), g_free);
}

static void
prepared_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  WhApplication   *self = WH_APPLICATION (object);
  g_autofree char *path = wh_user_database_dup_path ();
  g_autofree char *notice = NULL;
  g_autoptr (GError) error = NULL;
  WhDatabase *database;
  WhWindow   *window = get_window (self);

  notice = g_task_propagate_pointer (G_TASK (result), &error);
  if (error == NULL)
    database = wh_database_open (path, WH_DATABASE_READ_WRITE, &error);

  if (error != NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_failure (self, error);
      return;
    }

  if (notice != NULL && window != NULL)
    wh_window_show_notice (window, notice);

  self->catalogue = wh_catalogue_new (database, get_language (self));
  wh_catalogue_load_async (self->catalogue, self->cancellable, catalogue_loaded_cb, g_object_ref (self));
}

static void
load (WhApplication *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->loading || self->catalogue != NULL)
    return;

  self->loading = TRUE;
  task = g_task_new (self, self->cancellable, prepared_cb, NULL);
  g_task_set_source_tag (task, load);
  g_task_run_in_thread (task, prepare_thread);
}

/* Brings the window to the front. There may be none yet: the desktop starts the program for an action too. */
static WhWindow *
show_window (WhApplication *self)
{
  WhWindow *window = get_window (self);

  if (window == NULL)
    {
      window = wh_window_new (self);
      if (self->catalogue != NULL && !self->loading)
        wh_window_set_catalogue (window, self->catalogue);
      else
        load (self);
    }

  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
reload_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  load (user_data);
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  WhApplication *self = user_data;

  adw_dialog_present (wh_preferences_dialog_new (self->settings), GTK_WIDGET (show_window (self)));
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  WhApplication *self = user_data;

  adw_show_about_dialog (GTK_WIDGET (show_window (self)),
                         "application-name", _ ("Wheelhouse"),
                         "application-icon", APP_ID,
                         "developer-name", _ ("The Wheelhouse contributors"),
                         "version", PACKAGE_VERSION,
                         "comments", _ ("A catalogue of Python libraries for people who decide what to learn next, in which order, and why."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: your own names, one a line; they are shown in the about dialog. */
                         "translator-credits", _ ("translator-credits"),
                         NULL);
}

static void
shortcuts_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  WhApplication *self = user_data;

  adw_dialog_present (wh_shortcuts_dialog_new (GTK_APPLICATION (self)), GTK_WIDGET (show_window (self)));
}

/* The action is called as the page is. */
static void
show_page_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  g_autofree char *uri = wh_link_to_uri (WH_LINK_PAGE, g_action_get_name (G_ACTION (action)));
  g_autoptr (GFile) file = g_file_new_for_uri (uri);

  wh_window_open_file (show_window (user_data), file);
}

/* The windows go first: what is being written in them is kept when they do. */
static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GtkApplication *application = user_data;
  GtkWindow      *window;

  while ((window = gtk_application_get_active_window (application)) != NULL)
    gtk_window_destroy (window);

  g_application_quit (G_APPLICATION (application));
}

static const GActionEntry actions[] = {
  { .name = "about", .activate = about_cb },
  { .name = "libraries", .activate = show_page_cb },
  { .name = "plan", .activate = show_page_cb },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "quit", .activate = quit_cb },
  { .name = "reload", .activate = reload_cb },
  { .name = "shortcuts", .activate = shortcuts_cb },
};

static const struct
{
  const char *action;
  const char *accels[3];
} accels[] = {
  { "app.preferences", { "<Control>comma" } },
  { "app.quit", { "<Control>q" } },
  { "app.shortcuts", { "<Control>question" } },
  { "win.add", { "<Control><Shift>d" } },
  { "win.learnt", { "<Control>d" } },
  { "win.open-checklist", { "<Control>o" } },
  { "win.search", { "<Control>f" } },
  { "win.select", { "<Control>e" } },
  { "win.show-page::guides", { "<Alt>4" } },
  { "win.show-page::libraries", { "<Alt>2" } },
  { "win.show-page::picks", { "<Alt>5" } },
  { "win.show-page::plan", { "<Alt>1" } },
  { "win.show-page::rankings", { "<Alt>3" } },
  { "win.show-page::sources", { "<Alt>6" } },
  { "win.view::list", { "<Control>1" } },
  { "win.view::table", { "<Control>2" } },
  { "window.close", { "<Control>w" } },
};

static void
wh_application_activate (GApplication *application)
{
  show_window (WH_APPLICATION (application));
}

static void
wh_application_open (GApplication *application,
                     GFile       **files,
                     int           n_files,
                     const char   *hint)
{
  WhWindow *window = show_window (WH_APPLICATION (application));

  for (int i = 0; i < n_files; i++)
    wh_window_open_file (window, files[i]);
}

/* GTK itself would end the program with a warning that does not say what to do. */
static void
require_display (void)
{
  if (gtk_init_check ())
    return;

  fprintf (stderr, "wheelhouse: %s\n",
           _ ("there is no display to open a window on; what works without one: wheelhouse --help"));
  exit (EXIT_FAILURE);
}

static void
wh_application_startup (GApplication *application)
{
  WhApplication *self = WH_APPLICATION (application);

  require_display ();

  G_APPLICATION_CLASS (wh_application_parent_class)->startup (application);

  self->settings = g_settings_new (APP_ID);
  g_signal_connect_object (self->settings, "changed::content-language",
                           G_CALLBACK (language_changed_cb), self, G_CONNECT_SWAPPED);

  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action, accels[i].accels);
}

static void
wh_application_dispose (GObject *object)
{
  WhApplication *self = WH_APPLICATION (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (wh_application_parent_class)->dispose (object);
}

static void
wh_application_finalize (GObject *object)
{
  WhApplication *self = WH_APPLICATION (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (wh_application_parent_class)->finalize (object);
}

static void
wh_application_class_init (WhApplicationClass *klass)
{
  GObjectClass      *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->dispose = wh_application_dispose;
  object_class->finalize = wh_application_finalize;

  application_class->activate = wh_application_activate;
  application_class->open = wh_application_open;
  application_class->startup = wh_application_startup;
}

static void
wh_application_init (WhApplication *self)
{
  self->cancellable = g_cancellable_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

WhApplication *
wh_application_new (void)
{
  return g_object_new (WH_TYPE_APPLICATION,
                       "application-id", APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", RESOURCE_PREFIX,
                       NULL);
}

/**
 * wh_application_get_settings:
 *
 * Returns: (transfer none): the settings; there are some from startup on
 */
GSettings *
wh_application_get_settings (WhApplication *self)
{
  g_return_val_if_fail (WH_IS_APPLICATION (self), NULL);

  return self->settings;
}
