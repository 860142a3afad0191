/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-finder.h"
#include "wh-language.h"
#include "wh-link.h"
#include "wh-shell-search-provider2.h"
#include "wh-user-database.h"

#include "wh-search-provider.h"

/* Longer than someone thinks between two letters. */
#define IDLE_TIMEOUT_MS 10000

struct _WhSearchProvider
{
  GApplication parent_instance;

  WhShellSearchProvider2 *skeleton;
  GSettings              *settings; /* (nullable): where they are not installed */
  WhFinder               *finder;
};

G_DEFINE_FINAL_TYPE (WhSearchProvider, wh_search_provider, G_TYPE_APPLICATION)

/* What a worker is to answer. */
typedef struct
{
  GStrv       strings;
  const char *language;
} Question;

static void
question_free (Question *question)
{
  g_strfreev (question->strings);
  g_free (question);
}

/* Returns: the language that the window shows contents in */
static const char *
get_language (WhSearchProvider *self)
{
  g_autofree char *name = self->settings != NULL ? g_settings_get_string (self->settings, "content-language") : g_strdup ("");
  const char      *language = wh_language_find (name);

  return language != NULL ? language : wh_language_match (g_get_language_names ());
}

static GSettings *
open_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = source != NULL ? g_settings_schema_source_lookup (source, APP_ID, TRUE) : NULL;

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static void
return_answer (GTask    *task,
               GVariant *answer,
               GError   *error)
{
  if (answer != NULL)
    g_task_return_pointer (task, g_variant_ref_sink (answer), (GDestroyNotify) g_variant_unref);
  else
    g_task_return_error (task, error);
}

static void
find_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  WhSearchProvider *self = source_object;
  const Question   *question = task_data;
  g_autofree char  *text = g_strjoinv (" ", question->strings);
  GError           *error = NULL;
  g_auto (GStrv) results = wh_finder_find (self->finder, text, &error);

  return_answer (task, results != NULL ? g_variant_new ("(^as)", results) : NULL, error);
}

static void
describe_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  WhSearchProvider *self = source_object;
  const Question   *question = task_data;
  GError           *error = NULL;
  GVariant         *metas = wh_finder_describe (self->finder, (const char *const *) question->strings, question->language, &error);

  return_answer (task, metas != NULL ? g_variant_new ("(@aa{sv})", metas) : NULL, error);
}

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  GDBusMethodInvocation *invocation = user_data;
  GError                *error = NULL;
  g_autoptr (GVariant) answer = g_task_propagate_pointer (G_TASK (result), &error);

  if (answer != NULL)
    g_dbus_method_invocation_return_value (invocation, answer);
  else
    g_dbus_method_invocation_take_error (invocation, error);

  g_application_release (G_APPLICATION (object));
}

/* Has a worker answer, so that the next question can come meanwhile. */
static gboolean
ask (WhSearchProvider      *self,
     GDBusMethodInvocation *invocation,
     const char *const     *strings,
     GTaskThreadFunc        thread)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, answered_cb, invocation);
  Question *question = g_new0 (Question, 1);

  question->strings = g_strdupv ((GStrv) strings);
  question->language = get_language (self);

  g_application_hold (G_APPLICATION (self));
  g_task_set_source_tag (task, ask);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_task_run_in_thread (task, thread);

  return TRUE;
}

static gboolean
get_initial_result_set_cb (WhSearchProvider      *self,
                           GDBusMethodInvocation *invocation,
                           const char *const     *terms)
{
  return ask (self, invocation, terms, find_thread);
}

/* Of the results of a shorter text there were only the first, so that they are no
 * place to search in.
 */
static gboolean
get_subsearch_result_set_cb (WhSearchProvider      *self,
                             GDBusMethodInvocation *invocation,
                             const char *const     *previous_results,
                             const char *const     *terms)
{
  return ask (self, invocation, terms, find_thread);
}

static gboolean
get_result_metas_cb (WhSearchProvider      *self,
                     GDBusMethodInvocation *invocation,
                     const char *const     *results)
{
  return ask (self, invocation, results, describe_thread);
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  GDBusMethodInvocation *invocation = user_data;
  GError                *error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, &error);

  if (reply != NULL)
    g_dbus_method_invocation_return_value (invocation, NULL);
  else
    g_dbus_method_invocation_take_error (invocation, error);

  g_application_release (g_application_get_default ());
}

/* Has the program open a link; the bus starts it when it is not running. The time of the
 * click lets its window come to the front.
 */
static gboolean
open_uri (WhSearchProvider      *self,
          GDBusMethodInvocation *invocation,
          const char            *uri,
          guint                  timestamp)
{
  const char      *uris[] = { uri, NULL };
  g_autofree char *path = g_strdelimit (g_strconcat ("/", APP_ID, NULL), ".", '/');
  GVariantDict     platform_data = G_VARIANT_DICT_INIT (NULL);

  if (uri == NULL)
    {
      g_dbus_method_invocation_return_value (invocation, NULL);
      return TRUE;
    }

  g_variant_dict_insert_value (&platform_data, "desktop-startup-id",
                               g_variant_new_take_string (g_strdup_printf ("_TIME%u", timestamp)));
  g_application_hold (G_APPLICATION (self));
  g_dbus_connection_call (g_application_get_dbus_connection (G_APPLICATION (self)),
                          APP_ID, path, "org.freedesktop.Application", "Open",
                          g_variant_new ("(^as@a{sv})", uris, g_variant_dict_end (&platform_data)),
                          NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, opened_cb, invocation);

  return TRUE;
}

static gboolean
activate_result_cb (WhSearchProvider      *self,
                    GDBusMethodInvocation *invocation,
                    const char            *result,
                    const char *const     *terms,
                    guint                  timestamp)
{
  g_autofree char *uri = wh_finder_dup_uri (result);

  return open_uri (self, invocation, uri, timestamp);
}

static gboolean
launch_search_cb (WhSearchProvider      *self,
                  GDBusMethodInvocation *invocation,
                  const char *const     *terms,
                  guint                  timestamp)
{
  g_autofree char *text = g_strjoinv (" ", (GStrv) terms);
  g_autofree char *uri = wh_finder_is_text (text) ? wh_link_to_uri (WH_LINK_SEARCH, text) : NULL;

  return open_uri (self, invocation, uri, timestamp);
}

static gboolean
wh_search_provider_dbus_register (GApplication    *application,
                                  GDBusConnection *connection,
                                  const char      *object_path,
                                  GError         **error)
{
  WhSearchProvider *self = WH_SEARCH_PROVIDER (application);

  return G_APPLICATION_CLASS (wh_search_provider_parent_class)->dbus_register (application, connection, object_path, error) &&
         g_dbus_interface_skeleton_export (G_DBUS_INTERFACE_SKELETON (self->skeleton), connection, object_path, error);
}

static void
wh_search_provider_dbus_unregister (GApplication    *application,
                                    GDBusConnection *connection,
                                    const char      *object_path)
{
  WhSearchProvider *self = WH_SEARCH_PROVIDER (application);

  if (g_dbus_interface_skeleton_has_connection (G_DBUS_INTERFACE_SKELETON (self->skeleton), connection))
    g_dbus_interface_skeleton_unexport (G_DBUS_INTERFACE_SKELETON (self->skeleton));

  G_APPLICATION_CLASS (wh_search_provider_parent_class)->dbus_unregister (application, connection, object_path);
}

/* There is nothing to show. */
static void
wh_search_provider_activate (GApplication *application)
{
}

static void
wh_search_provider_dispose (GObject *object)
{
  WhSearchProvider *self = WH_SEARCH_PROVIDER (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->skeleton);

  G_OBJECT_CLASS (wh_search_provider_parent_class)->dispose (object);
}

static void
wh_search_provider_finalize (GObject *object)
{
  WhSearchProvider *self = WH_SEARCH_PROVIDER (object);

  wh_finder_free (self->finder);

  G_OBJECT_CLASS (wh_search_provider_parent_class)->finalize (object);
}

static void
wh_search_provider_class_init (WhSearchProviderClass *klass)
{
  GObjectClass      *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->dispose = wh_search_provider_dispose;
  object_class->finalize = wh_search_provider_finalize;

  application_class->activate = wh_search_provider_activate;
  application_class->dbus_register = wh_search_provider_dbus_register;
  application_class->dbus_unregister = wh_search_provider_dbus_unregister;
}

static void
wh_search_provider_init (WhSearchProvider *self)
{
  g_autofree char *path = wh_user_database_dup_path ();
  g_autofree char *bundle_path = g_build_filename (PKGDATADIR, "catalogue.sqlite", NULL);

  self->finder = wh_finder_new (path, bundle_path);
  self->settings = open_settings ();
  self->skeleton = wh_shell_search_provider2_skeleton_new ();

  g_object_connect (self->skeleton,
                    "swapped-object-signal::handle-get-initial-result-set", get_initial_result_set_cb, self,
                    "swapped-object-signal::handle-get-subsearch-result-set", get_subsearch_result_set_cb, self,
                    "swapped-object-signal::handle-get-result-metas", get_result_metas_cb, self,
                    "swapped-object-signal::handle-activate-result", activate_result_cb, self,
                    "swapped-object-signal::handle-launch-search", launch_search_cb, self,
                    NULL);
}

WhSearchProvider *
wh_search_provider_new (void)
{
  return g_object_new (WH_TYPE_SEARCH_PROVIDER,
                       "application-id", APP_ID ".SearchProvider",
                       "flags", G_APPLICATION_IS_SERVICE,
                       "inactivity-timeout", IDLE_TIMEOUT_MS,
                       NULL);
}
