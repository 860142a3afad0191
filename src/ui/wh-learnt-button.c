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
 *
 * It shows what it was told by wh_learnt_button_set_learnt(). Pressing it only
 * asks, with ::ticked: the tick stays when it was told meanwhile that this is so.
 */
struct _WhLearntButton
{
  GtkToggleButton parent_instance;

  gboolean learnt;
};

G_DEFINE_FINAL_TYPE (WhLearntButton, wh_learnt_button, GTK_TYPE_TOGGLE_BUTTON)

typedef enum
{
  SIGNAL_TICKED,
} WhLearntButtonSignal;

static guint signals[SIGNAL_TICKED + 1];

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
  WhLearntButton *self = WH_LEARNT_BUTTON (button);
  gboolean        active = gtk_toggle_button_get_active (button);

  update_checked (self);

  if (GTK_TOGGLE_BUTTON_CLASS (wh_learnt_button_parent_class)->toggled != NULL)
    GTK_TOGGLE_BUTTON_CLASS (wh_learnt_button_parent_class)->toggled (button);

  if (active == self->learnt)
    return;

  g_signal_emit (self, signals[SIGNAL_TICKED], 0, active);

  /* Had it failed, the circle would say what is not so. */
  gtk_toggle_button_set_active (button, self->learnt);
}

static void
wh_learnt_button_class_init (WhLearntButtonClass *klass)
{
  GTK_TOGGLE_BUTTON_CLASS (klass)->toggled = wh_learnt_button_toggled;

  /**
   * WhLearntButton::ticked:
   * @learnt: what the user, and nobody else, wants it to be
   */
  signals[SIGNAL_TICKED] =
    g_signal_new ("ticked",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE,
                  1,
                  G_TYPE_BOOLEAN);

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

/**
 * wh_learnt_button_set_learnt:
 * @learnt: whether the library is learnt
 */
void
wh_learnt_button_set_learnt (WhLearntButton *self,
                             gboolean        learnt)
{
  g_return_if_fail (WH_IS_LEARNT_BUTTON (self));

  self->learnt = !!learnt;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self), self->learnt);
}
