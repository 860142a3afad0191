/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-sidebar-row.h"

/**
 * WhSidebarRow:
 *
 * A place to go to: its icon, its title, and how much there is.
 */
struct _WhSidebarRow
{
  GtkListBoxRow parent_instance;

  char *page;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (WhSidebarRow, wh_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
wh_sidebar_row_finalize (GObject *object)
{
  WhSidebarRow *self = WH_SIDEBAR_ROW (object);

  g_clear_pointer (&self->page, g_free);

  G_OBJECT_CLASS (wh_sidebar_row_parent_class)->finalize (object);
}

static void
wh_sidebar_row_class_init (WhSidebarRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = wh_sidebar_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WhSidebarRow, count);
  gtk_widget_class_bind_template_child (widget_class, WhSidebarRow, icon);
  gtk_widget_class_bind_template_child (widget_class, WhSidebarRow, title);
}

static void
wh_sidebar_row_init (WhSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * wh_sidebar_row_new:
 * @page: the name of the page it leads to
 */
GtkWidget *
wh_sidebar_row_new (const char *page,
                    const char *title,
                    const char *icon_name)
{
  WhSidebarRow *self = g_object_new (WH_TYPE_SIDEBAR_ROW, NULL);

  self->page = g_strdup (page);
  gtk_image_set_from_icon_name (self->icon, icon_name);
  wh_sidebar_row_set_title (self, title);

  return GTK_WIDGET (self);
}

const char *
wh_sidebar_row_get_page (WhSidebarRow *self)
{
  g_return_val_if_fail (WH_IS_SIDEBAR_ROW (self), NULL);

  return self->page;
}

void
wh_sidebar_row_set_title (WhSidebarRow *self,
                          const char   *title)
{
  g_return_if_fail (WH_IS_SIDEBAR_ROW (self));

  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

/**
 * wh_sidebar_row_set_count:
 * @count: short: “3/9”
 * @spoken: what a screen reader says instead
 */
void
wh_sidebar_row_set_count (WhSidebarRow *self,
                          const char   *count,
                          const char   *spoken)
{
  g_return_if_fail (WH_IS_SIDEBAR_ROW (self));

  gtk_label_set_label (self->count, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
}
