/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-catalogue-subjects.h"
#include "wh-page-part.h"
#include "wh-pick-row.h"
#include "wh-picks-page.h"
#include "wh-source-link.h"
#include "wh-window.h"

/**
 * WhPicksPage:
 *
 * Quick picks: for a situation, what to choose and what to avoid, grouped by where
 * the sources say so, and searched. What a source only offers stands last, and as
 * what it is.
 */
struct _WhPicksPage
{
  AdwNavigationPage parent_instance;

  GtkStack        *stack;
  GtkToggleButton *search_button;
  GtkSearchBar    *search_bar;
  GtkSearchEntry  *search_entry;
  GtkBox          *content_box;

  WhCatalogue *catalogue;
  GPtrArray   *lists; /* GtkListBox, each in the part that is shown or hidden with it; %NULL until loaded */
};

G_DEFINE_FINAL_TYPE (WhPicksPage, wh_picks_page, ADW_TYPE_NAVIGATION_PAGE)

/* Shows the rows of @list that have all of @words. Returns: whether there are any */
static gboolean
filter_list (GtkListBox        *list,
             const char *const *words)
{
  gboolean       any = FALSE;
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      gboolean matches = wh_pick_row_matches (WH_PICK_ROW (row), words);

      gtk_widget_set_visible (GTK_WIDGET (row), matches);
      any |= matches;
    }

  return any;
}

/* The parts that have nothing of what is looked for are hidden. */
static void
filter (WhPicksPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_auto (GStrv) words = g_strsplit_set (text, " \t\u3000", -1);
  gboolean any = FALSE;

  for (guint i = 0; i < self->lists->len; i++)
    {
      GtkWidget *list = g_ptr_array_index (self->lists, i);
      gboolean   matches = filter_list (GTK_LIST_BOX (list), (const char *const *) words);

      gtk_widget_set_visible (gtk_widget_get_parent (list), matches);
      any |= matches;
    }

  gtk_stack_set_visible_child_name (self->stack, any ? "content" : self->lists->len > 0 ? "nothing"
                                                                                        : "empty");
}

static void
search_changed_cb (WhPicksPage *self)
{
  if (self->lists != NULL)
    filter (self);
}

static void
search_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  WhPicksPage *self = WH_PICKS_PAGE (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static gboolean
is_offer (const WhPick *pick)
{
  return g_str_equal (pick->verdict, "offer");
}

static GtkListBox *
append_list (WhPicksPage *self,
             const char  *title,
             GtkWidget   *below)
{
  GtkBox     *part = wh_page_part_append (self->content_box, title, below);
  GtkListBox *list = wh_page_part_append_list (part, title);

  g_ptr_array_add (self->lists, list);

  return list;
}

static GtkListBox *
append_section (WhPicksPage  *self,
                const WhPick *pick)
{
  g_autofree char *title = NULL;

  if (pick->section == NULL)
    title = wh_catalogue_dup_name (self->catalogue, WH_FACET_SOURCE, pick->source);
  else
    title = wh_catalogue_dup_section (self->catalogue, pick->source, pick->section);

  return append_list (self, title, wh_source_link_new (self->catalogue, pick->source, NULL));
}

/* One part a section, in the order in which the sections come up. */
static void
append_picks (WhPicksPage *self,
              GPtrArray   *picks)
{
  g_autoptr (GHashTable) lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < picks->len; i++)
    {
      const WhPick    *pick = g_ptr_array_index (picks, i);
      g_autofree char *origin = g_strjoin ("#", pick->source, pick->section, NULL);
      GtkListBox      *list = g_hash_table_lookup (lists, origin);

      if (is_offer (pick))
        continue;

      if (list == NULL)
        {
          list = append_section (self, pick);
          g_hash_table_insert (lists, g_steal_pointer (&origin), list);
        }

      gtk_list_box_append (list, wh_pick_row_new (pick, NULL));
    }
}

static void
append_offers (WhPicksPage *self,
               GPtrArray   *picks)
{
  GtkListBox *list = NULL;

  for (guint i = 0; i < picks->len; i++)
    {
      const WhPick    *pick = g_ptr_array_index (picks, i);
      g_autofree char *origin = NULL;

      if (!is_offer (pick))
        continue;

      if (list == NULL)
        list = append_list (self, _ ("Offers of the Sources"),
                            wh_page_part_make_label (_ ("What the sources offer to do for their readers. It is quoted here; Wheelhouse cannot do it."), "dimmed"));

      origin = wh_catalogue_dup_origin (self->catalogue, pick->source, pick->section);
      gtk_list_box_append (list, wh_pick_row_new (pick, origin));
    }
}

static void
load (WhPicksPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) picks = wh_store_list_picks (wh_catalogue_get_database (self->catalogue),
                                                     wh_catalogue_get_language (self->catalogue),
                                                     &error);

  if (self->lists == NULL)
    self->lists = g_ptr_array_new ();

  if (picks == NULL)
    {
      wh_window_report_error (GTK_WIDGET (self), _ ("Could Not Read the Quick Picks"), error);
      return;
    }

  wh_page_part_clear (self->content_box);
  g_ptr_array_set_size (self->lists, 0);
  append_picks (self, picks);
  append_offers (self, picks);
  gtk_widget_set_visible (GTK_WIDGET (self->search_button), picks->len > 0);
  filter (self);
}

static void
catalogue_changed_cb (WhPicksPage      *self,
                      WhCatalogueChange change)
{
  if (self->lists != NULL && change == WH_CATALOGUE_CHANGE_CONTENTS)
    load (self);
}

/* An error can be told only here, where the page has its window. */
static void
wh_picks_page_showing (AdwNavigationPage *page)
{
  WhPicksPage *self = WH_PICKS_PAGE (page);

  if (self->lists == NULL)
    load (self);

  ADW_NAVIGATION_PAGE_CLASS (wh_picks_page_parent_class)->showing (page);
}

static void
wh_picks_page_dispose (GObject *object)
{
  WhPicksPage *self = WH_PICKS_PAGE (object);

  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->lists, g_ptr_array_unref);

  G_OBJECT_CLASS (wh_picks_page_parent_class)->dispose (object);
}

static void
wh_picks_page_class_init (WhPicksPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = wh_picks_page_showing;
  G_OBJECT_CLASS (klass)->dispose = wh_picks_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-picks-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WhPicksPage, content_box);
  gtk_widget_class_bind_template_child (widget_class, WhPicksPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, WhPicksPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, WhPicksPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, WhPicksPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);

  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_cb);
}

static void
wh_picks_page_init (WhPicksPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  gtk_search_bar_set_key_capture_widget (self->search_bar, GTK_WIDGET (self));
}

/**
 * wh_picks_page_new:
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
wh_picks_page_new (WhCatalogue *catalogue)
{
  WhPicksPage *self;

  g_return_val_if_fail (WH_IS_CATALOGUE (catalogue), NULL);

  self = g_object_new (WH_TYPE_PICKS_PAGE, NULL);
  self->catalogue = g_object_ref (catalogue);
  g_signal_connect_object (catalogue, "changed", G_CALLBACK (catalogue_changed_cb), self, G_CONNECT_SWAPPED);

  return ADW_NAVIGATION_PAGE (self);
}
