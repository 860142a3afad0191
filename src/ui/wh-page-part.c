/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-page-part.h"

/* A page that is read from top to bottom is a box of parts, each a heading with what
 * stands under it.
 */

/**
 * wh_page_part_make_label:
 *
 * A text of the catalogue: plain, never cut off, however narrow it gets.
 *
 * Returns: (transfer floating): the label
 */
GtkWidget *
wh_page_part_make_label (const char *text,
                         const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/**
 * wh_page_part_append:
 * @below: (nullable) (transfer floating): what stands close to the heading
 *
 * Returns: (transfer none): the box for the rest of the new part
 */
GtkBox *
wh_page_part_append (GtkBox     *page,
                     const char *title,
                     GtkWidget  *below)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  g_return_val_if_fail (GTK_IS_BOX (page), NULL);

  gtk_box_append (GTK_BOX (head), wh_page_part_make_label (title, "title-3"));
  if (below != NULL)
    gtk_box_append (GTK_BOX (head), below);
  gtk_box_append (GTK_BOX (part), head);
  gtk_box_append (page, part);

  return GTK_BOX (part);
}

/**
 * wh_page_part_append_list:
 * @title: what a screen reader calls it
 *
 * Returns: (transfer none): a card for rows
 */
GtkListBox *
wh_page_part_append_list (GtkBox     *part,
                          const char *title)
{
  GtkWidget *list = gtk_list_box_new ();

  g_return_val_if_fail (GTK_IS_BOX (part), NULL);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_set_tab_behavior (GTK_LIST_BOX (list), GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (part, list);

  return GTK_LIST_BOX (list);
}

void
wh_page_part_clear (GtkBox *page)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_BOX (page));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (page))) != NULL)
    gtk_box_remove (page, child);
}
