/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-source-link.h"

/**
 * wh_source_link_new:
 * @section: (nullable): the key of a section of @source
 *
 * Where something comes from, quietly; it leads on to the page of the source.
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
wh_source_link_new (WhCatalogue *catalogue,
                    const char  *source,
                    const char  *section)
{
  g_autofree char *origin = wh_catalogue_dup_origin (catalogue, source, section);
  GtkWidget       *label = gtk_label_new (origin);
  GtkWidget       *button = gtk_button_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _ ("Source"));
  gtk_widget_set_css_classes (button, (const char *[]) { "flat", "source-link", NULL });
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", source);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-source");

  return button;
}
