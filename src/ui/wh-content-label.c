/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-content-label.h"

/**
 * wh_content_add_language:
 * @language: (nullable): the language of the contents, "zh_CN"
 *
 * Has letters that several languages share drawn as @language has them.
 */
void
wh_content_add_language (PangoAttrList *attributes,
                         const char    *language)
{
  g_return_if_fail (attributes != NULL);

  if (language != NULL)
    pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string (language)));
}

/**
 * wh_content_label_set:
 * @text: (nullable): what it shows; without it the label takes no room
 * @language: the language of the contents
 */
void
wh_content_label_set (GtkLabel   *label,
                      const char *text,
                      const char *language)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  g_return_if_fail (GTK_IS_LABEL (label));

  wh_content_add_language (attributes, language);
  gtk_label_set_attributes (label, attributes);
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/**
 * wh_content_label_new:
 * @text: (nullable): what it shows
 * @language: the language of the contents
 *
 * A label that wraps, however narrow it is, and cuts nothing off.
 *
 * Returns: (transfer floating): the label
 */
GtkWidget *
wh_content_label_new (const char *text,
                      const char *language)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  wh_content_label_set (GTK_LABEL (label), text, language);

  return label;
}

/**
 * wh_content_dup_markup:
 *
 * For what takes markup and gives no other way to tell the language.
 *
 * Returns: (transfer full): the markup that shows @text as it is
 */
char *
wh_content_dup_markup (const char *text,
                       const char *language)
{
  const char *tag = pango_language_to_string (pango_language_from_string (language));

  return g_markup_printf_escaped ("<span lang=\"%s\">%s</span>", tag, text);
}
