/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-learnt-button.h"
#include "wh-library-line.h"
#include "wh-library-link.h"
#include "wh-star-rating.h"

/**
 * WhLibraryLine:
 *
 * A library named among others: the circle that says whether it is learnt, its
 * name, which leads on to its page, and its stars if it has any. Where there is no
 * room for all of it in one line the stars go to the next.
 */
struct _WhLibraryLine
{
  AdwBin parent_instance;

  WhLearntButton *learnt_button;
  GtkBox         *name_box;
  WhStarRating   *stars;

  WhLibrary *library;
};

G_DEFINE_FINAL_TYPE (WhLibraryLine, wh_library_line, ADW_TYPE_BIN)

static void
ticked_cb (WhLibraryLine *self,
           gboolean       learnt)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.set-learnt", "(sb)", wh_library_get_key (self->library), learnt);
}

static void
show_library_cb (WhLibraryLine *self)
{
  guint stars = wh_library_get_stars (self->library);

  wh_star_rating_set_value (self->stars, stars);
  gtk_widget_set_visible (GTK_WIDGET (self->stars), stars > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->learnt_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, wh_library_get_name (self->library),
                                  -1);
  wh_learnt_button_set_learnt (self->learnt_button, wh_library_get_status (self->library) == WH_STATUS_LEARNT);
}

static void
wh_library_line_dispose (GObject *object)
{
  WhLibraryLine *self = WH_LIBRARY_LINE (object);

  g_clear_object (&self->library);

  G_OBJECT_CLASS (wh_library_line_parent_class)->dispose (object);
}

static void
wh_library_line_class_init (WhLibraryLineClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WH_TYPE_LEARNT_BUTTON);
  g_type_ensure (WH_TYPE_STAR_RATING);

  object_class->dispose = wh_library_line_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-library-line.ui");
  gtk_widget_class_bind_template_child (widget_class, WhLibraryLine, learnt_button);
  gtk_widget_class_bind_template_child (widget_class, WhLibraryLine, name_box);
  gtk_widget_class_bind_template_child (widget_class, WhLibraryLine, stars);
  gtk_widget_class_bind_template_callback (widget_class, ticked_cb);
}

static void
wh_library_line_init (WhLibraryLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * wh_library_line_new:
 *
 * Returns: (transfer floating): the line
 */
GtkWidget *
wh_library_line_new (WhLibrary *library)
{
  WhLibraryLine *self;

  g_return_val_if_fail (WH_IS_LIBRARY (library), NULL);

  self = g_object_new (WH_TYPE_LIBRARY_LINE, NULL);
  self->library = g_object_ref (library);
  gtk_box_append (self->name_box, wh_library_link_new (wh_library_get_key (library), wh_library_get_name (library)));
  g_signal_connect_object (library, "notify", G_CALLBACK (show_library_cb), self, G_CONNECT_SWAPPED);
  show_library_cb (self);

  return GTK_WIDGET (self);
}

/**
 * wh_library_line_get_library:
 *
 * Returns: (transfer none): the library that it shows
 */
WhLibrary *
wh_library_line_get_library (WhLibraryLine *self)
{
  g_return_val_if_fail (WH_IS_LIBRARY_LINE (self), NULL);

  return self->library;
}
