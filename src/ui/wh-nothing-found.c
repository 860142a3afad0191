/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-nothing-found.h"
#include "wh-words.h"

/**
 * WhNothingFound:
 *
 * Stands in the place of the libraries when a query finds none: says why, and
 * offers to drop the filter that excludes the most.
 */
struct _WhNothingFound
{
  AdwBin parent_instance;

  WhLibraryList *list;
  WhFacet        excluding;

  AdwStatusPage *page;
  GtkWidget     *drop_button;
  GtkLabel      *drop_label;
};

G_DEFINE_FINAL_TYPE (WhNothingFound, wh_nothing_found, ADW_TYPE_BIN)

static char *
describe_nothing (WhNothingFound *self)
{
  const char      *text = wh_library_query_get_text (wh_library_list_get_query (self->list));
  g_autofree char *escaped = NULL;

  if (wh_library_query_get_n_facets (wh_library_list_get_query (self->list)) == 0)
    return g_strdup (_ ("No library has these words. Another spelling may help, in Chinese or English."));

  if (text == NULL || *text == '\0')
    return g_strdup (_ ("No library passes all these filters."));

  escaped = g_markup_escape_text (text, -1);

  return g_strdup_printf (_ ("No library with “%s” passes these filters."), escaped);
}

/* Offers to drop the filter without which there would be the most. */
static void
update_drop_button (WhNothingFound *self)
{
  WhSearchResult  *result = wh_library_list_get_result (self->list);
  guint            n_gained = 0;
  g_autofree char *label = NULL;

  /* When no single one stands in the way, dropping one helps nobody. */
  wh_search_result_get_most_excluding (result, &self->excluding, &n_gained);
  gtk_widget_set_visible (self->drop_button, n_gained > 0);
  if (n_gained == 0)
    return;

  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                        "Drop “%s”: %u Library",
                                        "Drop “%s”: %u Libraries",
                                        n_gained),
                           wh_words_get_facet (self->excluding), n_gained);
  gtk_label_set_label (self->drop_label, label);
}

static void
update (WhNothingFound *self)
{
  WhSearchResult  *result = wh_library_list_get_result (self->list);
  g_autofree char *description = NULL;

  if (result == NULL || wh_search_result_get_n_matches (result) > 0)
    return;

  description = describe_nothing (self);
  adw_status_page_set_description (self->page, description);
  update_drop_button (self);
}

static void
drop_cb (WhNothingFound *self)
{
  g_autoptr (WhLibraryQuery) query = wh_library_query_copy (wh_library_list_get_query (self->list));

  wh_library_query_set_values (query, self->excluding, NULL);
  wh_library_list_set_query (self->list, query);
}

static void
wh_nothing_found_dispose (GObject *object)
{
  WhNothingFound *self = WH_NOTHING_FOUND (object);

  g_clear_object (&self->list);

  G_OBJECT_CLASS (wh_nothing_found_parent_class)->dispose (object);
}

static void
wh_nothing_found_class_init (WhNothingFoundClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wh_nothing_found_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-nothing-found.ui");
  gtk_widget_class_bind_template_child (widget_class, WhNothingFound, drop_button);
  gtk_widget_class_bind_template_child (widget_class, WhNothingFound, drop_label);
  gtk_widget_class_bind_template_child (widget_class, WhNothingFound, page);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
}

static void
wh_nothing_found_init (WhNothingFound *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * wh_nothing_found_set_list:
 *
 * Says which libraries are looked for. This is done once.
 */
void
wh_nothing_found_set_list (WhNothingFound *self,
                           WhLibraryList  *list)
{
  g_return_if_fail (WH_IS_NOTHING_FOUND (self));
  g_return_if_fail (WH_IS_LIBRARY_LIST (list));
  g_return_if_fail (self->list == NULL);

  self->list = g_object_ref (list);
  g_signal_connect_object (list, "notify::result", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
