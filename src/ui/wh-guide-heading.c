/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-content-label.h"
#include "wh-guide-heading.h"

/**
 * WhGuideHeading:
 *
 * What stands above the topics of a part of a guide: what it is called, how much is
 * to be made of it, and how far the user is.
 */
struct _WhGuideHeading
{
  AdwBin parent_instance;

  GtkLabel *title_label;
  GtkLabel *emphasis_label;
  GtkLabel *count_label;
  GtkLabel *note_label;
};

G_DEFINE_FINAL_TYPE (WhGuideHeading, wh_guide_heading, ADW_TYPE_BIN)

static void
wh_guide_heading_class_init (WhGuideHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-guide-heading.ui");
  gtk_widget_class_bind_template_child (widget_class, WhGuideHeading, title_label);
  gtk_widget_class_bind_template_child (widget_class, WhGuideHeading, emphasis_label);
  gtk_widget_class_bind_template_child (widget_class, WhGuideHeading, count_label);
  gtk_widget_class_bind_template_child (widget_class, WhGuideHeading, note_label);
}

static void
wh_guide_heading_init (WhGuideHeading *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * wh_guide_heading_new:
 * @emphasis: (nullable): the word for its emphasis
 * @note: (nullable): a line on it
 * @css_class: how large the title is: "heading"
 * @language: the language of the contents
 *
 * Returns: (transfer floating): the heading
 */
GtkWidget *
wh_guide_heading_new (const char *title,
                      const char *emphasis,
                      const char *note,
                      const char *css_class,
                      const char *language)
{
  WhGuideHeading *self;

  g_return_val_if_fail (title != NULL && language != NULL, NULL);

  self = g_object_new (WH_TYPE_GUIDE_HEADING, NULL);
  wh_content_label_set (self->title_label, title, language);
  wh_content_label_set (self->emphasis_label, emphasis, language);
  wh_content_label_set (self->note_label, note, language);
  gtk_widget_add_css_class (GTK_WIDGET (self->title_label), css_class);

  return GTK_WIDGET (self);
}

/* How much of what stands below it is learnt. */
void
wh_guide_heading_set_progress (WhGuideHeading *self,
                               WhProgress      progress)
{
  g_autofree char *count = g_strdup_printf ("%u/%u", progress.n_done, progress.n_total);
  g_autofree char *spoken = g_strdup_printf (_ ("%u of %u learnt"), progress.n_done, progress.n_total);

  g_return_if_fail (WH_IS_GUIDE_HEADING (self));

  gtk_label_set_label (self->count_label, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), progress.n_total > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->count_label), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
