/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-catalogue-store.h"
#include "wh-catalogue-subjects.h"
#include "wh-comparison-table.h"
#include "wh-library-line.h"
#include "wh-page-part.h"
#include "wh-ranking-row.h"
#include "wh-rankings-page.h"
#include "wh-source-link.h"
#include "wh-window.h"

/**
 * WhRankingsPage:
 *
 * The rankings, each with what it judges by, the weightiest first, and the reason
 * for every place; below them the comparisons. A comparison of a source that has a
 * guide stands beside the guide.
 */
struct _WhRankingsPage
{
  AdwNavigationPage parent_instance;

  GtkStack *stack;
  GtkBox   *content_box;

  WhCatalogue *catalogue;
  gboolean     loaded;
  gboolean     narrow;
};

G_DEFINE_FINAL_TYPE (WhRankingsPage, wh_rankings_page, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  PROP_NARROW = 1,
} WhRankingsPageProperty;

static GParamSpec *properties[PROP_NARROW + 1];

/* Returns: (nullable): the library whose line has the focus, or holds it */
static WhLibrary *
get_focused_library (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *line = focus != NULL ? gtk_widget_get_ancestor (focus, WH_TYPE_LIBRARY_LINE) : NULL;

  return line != NULL ? wh_library_line_get_library (WH_LIBRARY_LINE (line)) : NULL;
}

static void
learnt_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  WhLibrary *library = get_focused_library (widget);

  if (library != NULL)
    gtk_widget_activate_action (widget, "win.set-learnt", "(sb)",
                                wh_library_get_key (library), wh_library_get_status (library) != WH_STATUS_LEARNT);
}

static void
add_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  WhLibrary  *library = get_focused_library (widget);
  const char *keys[] = { NULL, NULL };

  if (library == NULL)
    return;

  keys[0] = wh_library_get_key (library);
  gtk_widget_activate_action (widget, "win.add-to-plan", "^as", keys);
}

/* "Usefulness > Learning efficiency > …" */
static GtkWidget *
make_criteria (const char *const *criteria)
{
  GtkWidget       *box = adw_wrap_box_new ();
  g_autofree char *spoken = g_strjoinv (", ", (GStrv) criteria);
  g_autofree char *label = NULL;

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);

  /* Translators: what a ranking judges by */
  label = g_strdup_printf (_ ("Criteria, the weightiest first: %s"), spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  for (guint i = 0; criteria[i] != NULL; i++)
    {
      if (i > 0)
        adw_wrap_box_append (ADW_WRAP_BOX (box), wh_page_part_make_label (">", "dimmed"));
      adw_wrap_box_append (ADW_WRAP_BOX (box), wh_page_part_make_label (criteria[i], "criterion"));
    }

  return box;
}

static void
append_ranking (WhRankingsPage  *self,
                const WhRanking *ranking)
{
  GtkBox     *part;
  GtkListBox *list;

  part = wh_page_part_append (self->content_box, ranking->title,
                              wh_source_link_new (self->catalogue, ranking->source, ranking->section));
  gtk_box_append (part, make_criteria ((const char *const *) ranking->criteria));
  list = wh_page_part_append_list (part, ranking->title);

  for (guint i = 0; i < ranking->places->len; i++)
    gtk_list_box_append (list, wh_ranking_row_new (self->catalogue, g_ptr_array_index (ranking->places, i)));
}

static void
append_comparison (WhRankingsPage     *self,
                   const WhComparison *comparison)
{
  GtkWidget *table = wh_comparison_table_new (comparison);
  GtkBox    *part;

  part = wh_page_part_append (self->content_box, comparison->title,
                              wh_source_link_new (self->catalogue, comparison->source, comparison->section));
  g_object_bind_property (self, "narrow", table, "narrow", G_BINDING_SYNC_CREATE);
  gtk_box_append (part, table);
  if (comparison->note != NULL)
    gtk_box_append (part, wh_page_part_make_label (comparison->note, "dimmed"));
}

static void
load (WhRankingsPage *self)
{
  WhDatabase *database = wh_catalogue_get_database (self->catalogue);
  const char *language = wh_catalogue_get_language (self->catalogue);
  g_autoptr (GPtrArray) rankings = NULL;
  g_autoptr (GPtrArray) comparisons = NULL;
  g_autoptr (GError) error = NULL;

  self->loaded = TRUE;
  if (!(rankings = wh_store_list_rankings (database, language, &error)) ||
      !(comparisons = wh_store_list_comparisons (database, language, &error)))
    {
      wh_window_report_error (GTK_WIDGET (self), _ ("Could Not Read the Rankings"), error);
      return;
    }

  wh_page_part_clear (self->content_box);

  for (guint i = 0; i < rankings->len; i++)
    append_ranking (self, g_ptr_array_index (rankings, i));

  for (guint i = 0; i < comparisons->len; i++)
    {
      const WhComparison *comparison = g_ptr_array_index (comparisons, i);

      if (!comparison->in_guide)
        append_comparison (self, comparison);
    }

  gtk_stack_set_visible_child_name (self->stack,
                                    gtk_widget_get_first_child (GTK_WIDGET (self->content_box)) != NULL ? "content" : "empty");
}

static void
catalogue_changed_cb (WhRankingsPage   *self,
                      WhCatalogueChange change)
{
  if (self->loaded && change == WH_CATALOGUE_CHANGE_CONTENTS)
    load (self);
}

/* An error can be told only here, where the page has its window. */
static void
wh_rankings_page_showing (AdwNavigationPage *page)
{
  WhRankingsPage *self = WH_RANKINGS_PAGE (page);

  if (!self->loaded)
    load (self);

  ADW_NAVIGATION_PAGE_CLASS (wh_rankings_page_parent_class)->showing (page);
}

static void
wh_rankings_page_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  WhRankingsPage *self = WH_RANKINGS_PAGE (object);

  switch ((WhRankingsPageProperty) prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wh_rankings_page_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  WhRankingsPage *self = WH_RANKINGS_PAGE (object);

  switch ((WhRankingsPageProperty) prop_id)
    {
    case PROP_NARROW:
      if (self->narrow == g_value_get_boolean (value))
        break;

      self->narrow = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, properties[PROP_NARROW]);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wh_rankings_page_dispose (GObject *object)
{
  WhRankingsPage *self = WH_RANKINGS_PAGE (object);

  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (wh_rankings_page_parent_class)->dispose (object);
}

static void
wh_rankings_page_class_init (WhRankingsPageClass *klass)
{
  GObjectClass           *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass         *widget_class = GTK_WIDGET_CLASS (klass);
  AdwNavigationPageClass *page_class = ADW_NAVIGATION_PAGE_CLASS (klass);

  page_class->showing = wh_rankings_page_showing;
  object_class->dispose = wh_rankings_page_dispose;
  object_class->get_property = wh_rankings_page_get_property;
  object_class->set_property = wh_rankings_page_set_property;

  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL,
                          FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-rankings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WhRankingsPage, content_box);
  gtk_widget_class_bind_template_child (widget_class, WhRankingsPage, stack);

  gtk_widget_class_install_action (widget_class, "page.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "page.learnt", NULL, learnt_cb);
}

static void
wh_rankings_page_init (WhRankingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * wh_rankings_page_new:
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
wh_rankings_page_new (WhCatalogue *catalogue)
{
  WhRankingsPage *self;

  g_return_val_if_fail (WH_IS_CATALOGUE (catalogue), NULL);

  self = g_object_new (WH_TYPE_RANKINGS_PAGE, NULL);
  self->catalogue = g_object_ref (catalogue);
  g_signal_connect_object (catalogue, "changed", G_CALLBACK (catalogue_changed_cb), self, G_CONNECT_SWAPPED);

  return ADW_NAVIGATION_PAGE (self);
}
