/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-comparison-table.h"
#include "wh-content-label.h"
#include "wh-example-row.h"
#include "wh-fact-row.h"
#include "wh-guide-facts.h"
#include "wh-library-link.h"

/* "advice/principle" and the like, in the language of the contents. */
static char *
dup_word (WhCatalogue *catalogue,
          const char  *vocabulary,
          const char  *key)
{
  g_autofree char *word = g_strdup_printf ("%s/%s", vocabulary, key);

  return wh_catalogue_dup_word (catalogue, word);
}

/* What the sign between the items means. */
static char *
dup_connector (WhCatalogue *catalogue,
               const char  *connector)
{
  return dup_word (catalogue, "connector", g_str_equal (connector, "+") ? "together" : "preference");
}

/* asyncio > threading > multiprocessing */
static void
append_strategy (GtkListBox       *list,
                 WhCatalogue      *catalogue,
                 const WhStrategy *strategy)
{
  WhFactRow       *row = wh_fact_row_new (strategy->title, wh_catalogue_get_language (catalogue));
  g_autofree char *caption = dup_connector (catalogue, strategy->connector);

  wh_fact_row_set_icon (row, "view-sort-descending-symbolic", "dimmed");
  wh_fact_row_set_caption (row, caption);

  for (guint i = 0; i < strategy->items->len; i++)
    {
      const WhMention *item = g_ptr_array_index (strategy->items, i);

      if (i > 0)
        wh_fact_row_add_words (row, strategy->connector);
      if (item->library != NULL)
        wh_fact_row_add_link (row, wh_library_link_new (item->library, item->text));
      else
        wh_fact_row_add_words (row, item->text);
    }

  gtk_list_box_append (list, GTK_WIDGET (row));
}

static void
append_advice (GtkListBox     *list,
               WhCatalogue    *catalogue,
               const WhAdvice *advice)
{
  WhFactRow       *row = wh_fact_row_new (advice->text, wh_catalogue_get_language (catalogue));
  g_autofree char *kind = dup_word (catalogue, "advice", advice->kind);
  gboolean         mistake = g_str_equal (advice->kind, "mistake");

  wh_fact_row_set_icon (row, mistake ? "dialog-warning-symbolic" : "dialog-information-symbolic", mistake ? "weakness" : "dimmed");
  wh_fact_row_set_caption (row, kind);

  if (advice->flag != NULL)
    {
      g_autofree char *flag = dup_word (catalogue, "flag", advice->flag);

      wh_fact_row_set_flag (row, flag, advice->flag_text, advice->flag_checked);
    }

  gtk_list_box_append (list, GTK_WIDGET (row));
}

static GtkWidget *
append_group (GtkBox     *box,
              const char *title,
              const char *caption,
              const char *language)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *heading = wh_content_label_new (title, language);

  gtk_widget_add_css_class (heading, "title-4");
  gtk_box_append (GTK_BOX (group), heading);

  if (caption != NULL)
    {
      GtkWidget *label = wh_content_label_new (caption, language);

      gtk_widget_add_css_class (label, "dimmed");
      gtk_box_append (GTK_BOX (group), label);
    }

  gtk_box_append (box, group);
  return group;
}

static void
append_item (GtkListBox      *list,
             WhCatalogue     *catalogue,
             const WhMention *item)
{
  WhFactRow *row = wh_fact_row_new (item->text, wh_catalogue_get_language (catalogue));

  wh_fact_row_set_text (row, item->note);
  if (item->library != NULL)
    wh_fact_row_set_action (row, "win.open-library", item->library);
  else if (item->topic != NULL)
    wh_fact_row_set_action (row, "win.open-topic", item->topic);

  gtk_list_box_append (list, GTK_WIDGET (row));
}

static void
append_tier (GtkBox       *box,
             WhCatalogue  *catalogue,
             const WhTier *tier)
{
  const char      *language = wh_catalogue_get_language (catalogue);
  g_autofree char *horizon = dup_word (catalogue, "horizon", tier->horizon);
  GtkWidget       *label = wh_content_label_new (tier->title, language);
  GtkWidget       *list = wh_guide_facts_new_list ();

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_tooltip_text (label, horizon);
  gtk_box_append (box, label);

  for (guint i = 0; i < tier->items->len; i++)
    append_item (GTK_LIST_BOX (list), catalogue, g_ptr_array_index (tier->items, i));

  gtk_accessible_update_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_box_append (box, list);
}

static void
append_tiers (GtkBox      *box,
              WhCatalogue *catalogue,
              GPtrArray   *tiers)
{
  GtkWidget *group;

  if (tiers->len == 0)
    return;

  group = append_group (box, _ ("When to Learn What"), NULL, NULL);

  for (guint i = 0; i < tiers->len; i++)
    append_tier (GTK_BOX (group), catalogue, g_ptr_array_index (tiers, i));
}

static void
append_comparisons (GtkBox      *box,
                    WhCatalogue *catalogue,
                    GPtrArray   *comparisons,
                    GObject     *page)
{
  const char *language = wh_catalogue_get_language (catalogue);

  for (guint i = 0; i < comparisons->len; i++)
    {
      const WhComparison *comparison = g_ptr_array_index (comparisons, i);
      GtkWidget          *group = append_group (box, comparison->title, comparison->note, language);
      GtkWidget          *table = wh_comparison_table_new (comparison);

      g_object_bind_property (page, "narrow", table, "narrow", G_BINDING_SYNC_CREATE);
      gtk_box_append (GTK_BOX (group), table);
    }
}

/* Returns: (transfer floating): a list for the facts to stand in */
GtkWidget *
wh_guide_facts_new_list (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);

  return list;
}

/* Returns: (transfer full) (nullable): the word for how much is to be made of @node */
char *
wh_guide_facts_dup_emphasis (WhCatalogue       *catalogue,
                             const WhGuideNode *node)
{
  return node->emphasis != NULL ? dup_word (catalogue, "emphasis", node->emphasis) : NULL;
}

/**
 * wh_guide_facts_append_beside:
 * @node: (nullable): %NULL for what belongs to the guide as a whole
 *
 * Appends the code, the strategies and the advice that stand beside @node.
 */
void
wh_guide_facts_append_beside (GtkListBox        *list,
                              WhCatalogue       *catalogue,
                              const WhGuideBook *book,
                              const WhGuideNode *node)
{
  const char *key = node != NULL ? node->key : NULL;

  for (guint i = 0; node != NULL && i < node->examples->len; i++)
    gtk_list_box_append (list, wh_example_row_new (g_ptr_array_index (node->examples, i),
                                                   wh_catalogue_get_language (catalogue)));

  for (guint i = 0; i < book->strategies->len; i++)
    {
      const WhStrategy *strategy = g_ptr_array_index (book->strategies, i);

      if (g_strcmp0 (strategy->topic, key) == 0)
        append_strategy (list, catalogue, strategy);
    }

  for (guint i = 0; i < book->advice->len; i++)
    {
      const WhAdvice *advice = g_ptr_array_index (book->advice, i);

      if (g_strcmp0 (advice->topic, key) == 0)
        append_advice (list, catalogue, advice);
    }
}

/**
 * wh_guide_facts_append_rest:
 * @page: has a property that says whether it is "narrow"
 *
 * Appends what stands at the end of a guide: when to learn what, comparisons, and the
 * advice that is not on a part of it. What is absent takes no room.
 */
void
wh_guide_facts_append_rest (GtkBox            *box,
                            WhCatalogue       *catalogue,
                            const WhGuideBook *book,
                            GObject           *page)
{
  GtkWidget *list = g_object_ref_sink (wh_guide_facts_new_list ());

  append_tiers (box, catalogue, book->tiers);
  append_comparisons (box, catalogue, book->comparisons, page);

  wh_guide_facts_append_beside (GTK_LIST_BOX (list), catalogue, book, NULL);
  if (gtk_widget_get_first_child (list) != NULL)
    gtk_box_append (GTK_BOX (append_group (box, _ ("Advice"), NULL, NULL)), list);
  g_object_unref (list);
}
