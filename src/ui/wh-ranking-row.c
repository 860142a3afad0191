/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-library-line.h"
#include "wh-ranking-row.h"

/**
 * WhRankingRow:
 *
 * A place of a ranking: its number, the libraries that hold it, a line for each,
 * and why.
 */
struct _WhRankingRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *number_label;
  GtkBox   *libraries_box;
  GtkLabel *label_label;
  GtkLabel *reason_label;
};

G_DEFINE_FINAL_TYPE (WhRankingRow, wh_ranking_row, GTK_TYPE_LIST_BOX_ROW)

static void
wh_ranking_row_class_init (WhRankingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-ranking-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WhRankingRow, label_label);
  gtk_widget_class_bind_template_child (widget_class, WhRankingRow, libraries_box);
  gtk_widget_class_bind_template_child (widget_class, WhRankingRow, number_label);
  gtk_widget_class_bind_template_child (widget_class, WhRankingRow, reason_label);
}

static void
wh_ranking_row_init (WhRankingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What a screen reader says of the row: where, who, why. */
static void
describe_row (WhRankingRow         *self,
              const WhRankingPlace *place)
{
  g_autofree char *names = g_strjoinv (", ", place->names);
  g_autofree char *label = NULL;

  /* Translators: a place of a ranking and the libraries that hold it */
  label = g_strdup_printf (_ ("Place %u: %s"), place->place, names);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, place->reason,
                                  -1);
}

/**
 * wh_ranking_row_new:
 * @catalogue: whose libraries they are
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
wh_ranking_row_new (WhCatalogue          *catalogue,
                    const WhRankingPlace *place)
{
  WhRankingRow    *self;
  g_autofree char *number = NULL;

  g_return_val_if_fail (WH_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (place != NULL, NULL);

  self = g_object_new (WH_TYPE_RANKING_ROW, NULL);
  number = g_strdup_printf ("%u", place->place);
  gtk_label_set_label (self->number_label, number);
  gtk_label_set_label (self->label_label, place->label != NULL ? place->label : "");
  gtk_widget_set_visible (GTK_WIDGET (self->label_label), place->label != NULL);
  gtk_label_set_label (self->reason_label, place->reason);
  describe_row (self, place);

  for (guint i = 0; place->keys[i] != NULL; i++)
    {
      g_autoptr (WhLibrary) library = wh_catalogue_dup_library_by_key (catalogue, place->keys[i], NULL);

      if (library != NULL)
        gtk_box_append (self->libraries_box, wh_library_line_new (library));
    }

  return GTK_WIDGET (self);
}
