/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-catalogue-subjects.h"
#include "wh-guide-progress.h"
#include "wh-guide-row.h"
#include "wh-guides-page.h"
#include "wh-window.h"

/**
 * WhGuidesPage:
 *
 * All guides, each with what it is about, where it comes from, and how far the user is.
 */
struct _WhGuidesPage
{
  AdwNavigationPage parent_instance;

  GtkStack   *stack;
  GtkListBox *list_box;

  WhCatalogue *catalogue;
  GPtrArray   *guides; /* (nullable): WhGuide, in step with the rows; not read yet */
};

G_DEFINE_FINAL_TYPE (WhGuidesPage, wh_guides_page, ADW_TYPE_NAVIGATION_PAGE)

static void
show_progress (WhGuidesPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhGuideProgress) progress = wh_guide_progress_load (wh_catalogue_get_database (self->catalogue), &error);

  if (progress == NULL)
    {
      wh_window_report_error (GTK_WIDGET (self), _ ("Could Not Read the Guides"), error);
      return;
    }

  for (guint i = 0; i < self->guides->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list_box, (int) i);

      wh_guide_row_set_progress (WH_GUIDE_ROW (row), wh_guide_progress_get_guide (progress, g_ptr_array_index (self->guides, i)));
    }
}

static void
append_guide (WhGuidesPage  *self,
              const WhGuide *guide)
{
  g_autofree char *source = wh_catalogue_dup_name (self->catalogue, WH_FACET_SOURCE, guide->source);
  GtkWidget       *row = wh_guide_row_new (guide->title, guide->summary, source, wh_catalogue_get_language (self->catalogue));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", guide->key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-guide");
  gtk_list_box_append (self->list_box, row);
}

static void
load_guides (WhGuidesPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) guides = wh_store_list_guides (wh_catalogue_get_database (self->catalogue),
                                                       wh_catalogue_get_language (self->catalogue), &error);

  if (guides == NULL)
    {
      wh_window_report_error (GTK_WIDGET (self), _ ("Could Not Read the Guides"), error);
      return;
    }

  g_clear_pointer (&self->guides, g_ptr_array_unref);
  self->guides = g_steal_pointer (&guides);

  gtk_list_box_remove_all (self->list_box);
  for (guint i = 0; i < self->guides->len; i++)
    append_guide (self, g_ptr_array_index (self->guides, i));

  gtk_stack_set_visible_child_name (self->stack, self->guides->len > 0 ? "guides" : "empty");
  show_progress (self);
}

static void
catalogue_changed_cb (WhGuidesPage      *self,
                      WhCatalogueChange  change,
                      const char *const *keys)
{
  if (self->guides == NULL)
    return;

  if (change == WH_CATALOGUE_CHANGE_USER)
    show_progress (self);
  else
    load_guides (self);
}

/* An error can be told only here, where the page has its window. */
static void
wh_guides_page_showing (AdwNavigationPage *page)
{
  WhGuidesPage *self = WH_GUIDES_PAGE (page);

  if (self->guides == NULL)
    load_guides (self);

  ADW_NAVIGATION_PAGE_CLASS (wh_guides_page_parent_class)->showing (page);
}

static void
wh_guides_page_dispose (GObject *object)
{
  WhGuidesPage *self = WH_GUIDES_PAGE (object);

  g_clear_pointer (&self->guides, g_ptr_array_unref);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (wh_guides_page_parent_class)->dispose (object);
}

static void
wh_guides_page_class_init (WhGuidesPageClass *klass)
{
  GObjectClass           *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass         *widget_class = GTK_WIDGET_CLASS (klass);
  AdwNavigationPageClass *page_class = ADW_NAVIGATION_PAGE_CLASS (klass);

  page_class->showing = wh_guides_page_showing;
  object_class->dispose = wh_guides_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-guides-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WhGuidesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, WhGuidesPage, list_box);
}

static void
wh_guides_page_init (WhGuidesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * wh_guides_page_new:
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
wh_guides_page_new (WhCatalogue *catalogue)
{
  WhGuidesPage *self;

  g_return_val_if_fail (WH_IS_CATALOGUE (catalogue), NULL);

  self = g_object_new (WH_TYPE_GUIDES_PAGE, NULL);
  self->catalogue = g_object_ref (catalogue);
  g_signal_connect_object (catalogue, "changed", G_CALLBACK (catalogue_changed_cb), self, G_CONNECT_SWAPPED);

  return ADW_NAVIGATION_PAGE (self);
}
