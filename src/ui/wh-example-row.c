/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-code-view.h"
#include "wh-content-label.h"
#include "wh-example-row.h"

/**
 * WhExampleRow:
 *
 * A piece of code by its title, to be unfolded: a page with many opens at once, for
 * a view of code is made when it is first looked at.
 */
struct _WhExampleRow
{
  AdwExpanderRow parent_instance;

  char      *code;
  char      *code_language;
  GtkWidget *view; /* (nullable): not looked at yet */
};

G_DEFINE_FINAL_TYPE (WhExampleRow, wh_example_row, ADW_TYPE_EXPANDER_ROW)

static void
expanded_cb (WhExampleRow *self)
{
  GtkWidget *row;

  if (self->view != NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;

  /* The row is its card. */
  self->view = wh_code_view_new (self->code, self->code_language);
  gtk_widget_remove_css_class (self->view, "card");

  row = gtk_list_box_row_new ();
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), self->view);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
wh_example_row_finalize (GObject *object)
{
  WhExampleRow *self = WH_EXAMPLE_ROW (object);

  g_free (self->code);
  g_free (self->code_language);

  G_OBJECT_CLASS (wh_example_row_parent_class)->finalize (object);
}

static void
wh_example_row_class_init (WhExampleRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wh_example_row_finalize;
}

static void
wh_example_row_init (WhExampleRow *self)
{
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

/**
 * wh_example_row_new:
 * @language: the language of the contents
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
wh_example_row_new (const WhExample *example,
                    const char      *language)
{
  g_autofree char *title = NULL;
  GtkWidget       *icon = gtk_image_new_from_icon_name ("utilities-terminal-symbolic");
  WhExampleRow    *self;

  g_return_val_if_fail (example != NULL && language != NULL, NULL);

  self = g_object_new (WH_TYPE_EXAMPLE_ROW, NULL);
  self->code = g_strdup (example->code);
  self->code_language = g_strdup (example->language);

  title = wh_content_dup_markup (example->title, language);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_widget_add_css_class (icon, "dimmed");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), icon);

  return GTK_WIDGET (self);
}
