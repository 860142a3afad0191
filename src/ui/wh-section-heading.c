/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-section-heading.h"

/**
 * wh_section_heading_set_up:
 * @header: of a list whose sections have a title and no more
 */
void
wh_section_heading_set_up (GtkListHeader *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "section-heading");
  gtk_list_header_set_child (header, label);
}

/* Shows @title, and how many rows the section has. */
void
wh_section_heading_set_title (GtkListHeader *header,
                              const char    *title)
{
  g_autofree char *text = g_strdup_printf ("%s · %u", title, gtk_list_header_get_n_items (header));

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), text);
}
