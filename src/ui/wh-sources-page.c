/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-records.h"
#include "wh-sources-page.h"
#include "wh-sources.h"
#include "wh-window.h"

/**
 * WhSourcesPage:
 *
 * What the catalogue was made from, and how much each source contributed.
 */
struct _WhSourcesPage
{
  AdwNavigationPage parent_instance;

  GtkStack   *stack;
  GtkListBox *list_box;

  WhCatalogue  *catalogue;
  GCancellable *cancellable; /* of what is being read; %NULL until the page was seen */
};

G_DEFINE_FINAL_TYPE (WhSourcesPage, wh_sources_page, ADW_TYPE_NAVIGATION_PAGE)

static void
append_source (WhSourcesPage  *self,
               const WhSource *source)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u fact", "%u facts", source->n_facts), source->n_facts);
  GtkWidget       *label = gtk_label_new (count);

  gtk_widget_set_css_classes (label, (const char *[]) { "dimmed", "numeric", NULL });
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), source->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), source->description);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", source->key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-source");
  gtk_list_box_append (self->list_box, row);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (WhSourcesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sources = wh_sources_load_finish (WH_CATALOGUE (object), result, &error);

  if (sources == NULL)
    {
      wh_window_report_error (GTK_WIDGET (self), _ ("Could Not Read the Sources"), error);
      return;
    }

  gtk_list_box_remove_all (self->list_box);
  for (guint i = 0; i < sources->len; i++)
    append_source (self, g_ptr_array_index (sources, i));

  gtk_stack_set_visible_child_name (self->stack, sources->len > 0 ? "content" : "empty");
}

/* What is still being read is of no use any more. */
static void
load (WhSourcesPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  wh_sources_load_async (self->catalogue, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
catalogue_changed_cb (WhSourcesPage    *self,
                      WhCatalogueChange change)
{
  if (self->cancellable != NULL && change == WH_CATALOGUE_CHANGE_CONTENTS)
    load (self);
}

static void
wh_sources_page_showing (AdwNavigationPage *page)
{
  WhSourcesPage *self = WH_SOURCES_PAGE (page);

  if (self->cancellable == NULL)
    load (self);

  ADW_NAVIGATION_PAGE_CLASS (wh_sources_page_parent_class)->showing (page);
}

static void
wh_sources_page_dispose (GObject *object)
{
  WhSourcesPage *self = WH_SOURCES_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (wh_sources_page_parent_class)->dispose (object);
}

static void
wh_sources_page_class_init (WhSourcesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = wh_sources_page_showing;
  G_OBJECT_CLASS (klass)->dispose = wh_sources_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-sources-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WhSourcesPage, list_box);
  gtk_widget_class_bind_template_child (widget_class, WhSourcesPage, stack);
}

static void
wh_sources_page_init (WhSourcesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * wh_sources_page_new:
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
wh_sources_page_new (WhCatalogue *catalogue)
{
  WhSourcesPage *self;

  g_return_val_if_fail (WH_IS_CATALOGUE (catalogue), NULL);

  self = g_object_new (WH_TYPE_SOURCES_PAGE, NULL);
  self->catalogue = g_object_ref (catalogue);
  g_signal_connect_object (catalogue, "changed", G_CALLBACK (catalogue_changed_cb), self, G_CONNECT_SWAPPED);

  return ADW_NAVIGATION_PAGE (self);
}
