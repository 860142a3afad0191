/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-libraries-page.h"
#include "wh-link.h"
#include "wh-window-private.h"

/* What the window does with what other programs hand over. What cannot be opened is told,
 * and the window stays where it is.
 */

static void
open_page (WhWindow   *self,
           const char *name)
{
  g_autoptr (GError) error = NULL;

  if (wh_window_show_beginning (self, name) != NULL)
    {
      wh_window_focus_page (self);
      return;
    }

  g_set_error (&error, G_URI_ERROR, G_URI_ERROR_FAILED, _ ("There is no page “%s”"), name);
  wh_window_report_error (GTK_WIDGET (self), _ ("Could Not Open the Page"), error);
}

/* Nothing but the text narrows the libraries down, and the text can be changed at once. */
static void
search_libraries (WhWindow   *self,
                  const char *text)
{
  AdwNavigationPage *page = wh_window_show_beginning (self, "libraries");
  g_autoptr (WhLibraryQuery) query = wh_library_query_new ();

  wh_library_query_set_text (query, text);
  wh_libraries_page_set_query (WH_LIBRARIES_PAGE (page), query);
  gtk_widget_activate_action (GTK_WIDGET (page), "page.search", NULL);
}

static void (*const openers[]) (WhWindow   *self,
                                const char *key) = {
  [WH_LINK_LIBRARY] = wh_window_open_library,
  [WH_LINK_ROLE] = wh_window_open_role,
  [WH_LINK_GUIDE] = wh_window_open_guide,
  [WH_LINK_TOPIC] = wh_window_open_topic,
  [WH_LINK_SOURCE] = wh_window_open_source,
  [WH_LINK_PAGE] = open_page,
  [WH_LINK_SEARCH] = search_libraries,
};

static void
open_now (WhWindow *self,
          GFile    *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (WhLink) link = NULL;
  g_autoptr (GError) error = NULL;

  /* A link that cannot be read is one still, though GIO does not say so. */
  if (g_strcmp0 (g_uri_peek_scheme (uri), WH_LINK_SCHEME) != 0)
    wh_window_open_plan_file (self, file);
  else if (!(link = wh_link_new_from_uri (uri, &error)))
    wh_window_report_error (GTK_WIDGET (self), _ ("Could Not Open the Link"), error);
  else
    openers[link->kind](self, link->key);
}

/* Opens what came before there was a catalogue. */
void
wh_window_open_waiting (WhWindow *self)
{
  g_autoptr (GPtrArray) files = g_steal_pointer (&self->waiting);

  for (guint i = 0; files != NULL && i < files->len; i++)
    open_now (self, files->pdata[i]);
}

/**
 * wh_window_open_file:
 * @file: a wheelhouse: link, or a checklist
 *
 * Goes where the link leads, or shows the checklist, once there is a catalogue.
 */
void
wh_window_open_file (WhWindow *self,
                     GFile    *file)
{
  g_return_if_fail (WH_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->catalogue != NULL)
    {
      open_now (self, file);
      return;
    }

  if (self->waiting == NULL)
    self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->waiting, g_object_ref (file));
}
