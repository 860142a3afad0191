/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-learnt-button.h"

/**
 * WhLearntButton:
 *
 * The circle before a library that is ticked when the library is learnt.
 *
 * To assistive technology it is a check box. It is no GtkCheckButton, though, for
 * that one could only look at and not press.
 */
struct _WhLearntButton
{
  GtkToggleButton parent_instance;
};

G_DEFINE_FINAL_TYPE (WhLearntButton, wh_learnt_button, GTK_TYPE_TOGGLE_BUTTON)

/* A toggle button says that it is pressed, a check box has to say that it is checked. */
static void
update_checked (WhLearntButton *self)
{
  gboolean active = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self));

  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_CHECKED, active ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

static void
wh_learnt_button_toggled (GtkToggleButton *button)
{
  update_checked (WH_LEARNT_BUTTON (button));

  if (GTK_TOGGLE_BUTTON_CLASS (wh_learnt_button_parent_class)->toggled != NULL)
    GTK_TOGGLE_BUTTON_CLASS (wh_learnt_button_parent_class)->toggled (button);
}

static void
wh_learnt_button_class_init (WhLearntButtonClass *klass)
{
  GTK_TOGGLE_BUTTON_CLASS (klass)->toggled = wh_learnt_button_toggled;

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_CHECKBOX);
}

static void
wh_learnt_button_init (WhLearntButton *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_button_set_icon_name (GTK_BUTTON (self), "object-select-symbolic");
  gtk_widget_add_css_class (widget, "circle");
  gtk_widget_add_css_class (widget, "circular");
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (widget, _ ("Learnt"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Learnt"), -1);
  update_checked (self);
}

GtkWidget *
wh_learnt_button_new (void)
{
  return g_object_new (WH_TYPE_LEARNT_BUTTON, NULL);
}
