/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-content-label.h"
#include "wh-guide-row.h"

/**
 * WhGuideRow:
 *
 * A guide, or a chapter of one, to open: what it is about, and how far the user is.
 */
struct _WhGuideRow
{
  GtkListBoxRow parent_instance;

  GtkLabel       *title_label;
  GtkLabel       *count_label;
  GtkLabel       *summary_label;
  GtkLabel       *caption_label;
  GtkProgressBar *progress_bar;
};

G_DEFINE_FINAL_TYPE (WhGuideRow, wh_guide_row, GTK_TYPE_LIST_BOX_ROW)

static void
wh_guide_row_class_init (WhGuideRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-guide-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WhGuideRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, WhGuideRow, count_label);
  gtk_widget_class_bind_template_child (widget_class, WhGuideRow, summary_label);
  gtk_widget_class_bind_template_child (widget_class, WhGuideRow, caption_label);
  gtk_widget_class_bind_template_child (widget_class, WhGuideRow, progress_bar);
}

static void
wh_guide_row_init (WhGuideRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * wh_guide_row_new:
 * @summary: (nullable): a line on it
 * @caption: (nullable): where it comes from, shown if that is called otherwise
 * @language: the language of the contents
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
wh_guide_row_new (const char *title,
                  const char *summary,
                  const char *caption,
                  const char *language)
{
  WhGuideRow *self;

  g_return_val_if_fail (title != NULL && language != NULL, NULL);

  self = g_object_new (WH_TYPE_GUIDE_ROW, NULL);
  wh_content_label_set (self->title_label, title, language);
  wh_content_label_set (self->summary_label, summary, language);
  wh_content_label_set (self->caption_label, g_strcmp0 (caption, title) != 0 ? caption : NULL, language);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return GTK_WIDGET (self);
}

/* How much of what it holds is learnt. */
void
wh_guide_row_set_progress (WhGuideRow *self,
                           WhProgress  progress)
{
  g_autofree char *count = g_strdup_printf ("%u/%u", progress.n_done, progress.n_total);
  g_autofree char *spoken = g_strdup_printf (_ ("%u of %u learnt"), progress.n_done, progress.n_total);

  g_return_if_fail (WH_IS_GUIDE_ROW (self));

  gtk_label_set_label (self->count_label, count);
  gtk_progress_bar_set_fraction (self->progress_bar, progress.n_total > 0 ? (double) progress.n_done / progress.n_total : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
}
