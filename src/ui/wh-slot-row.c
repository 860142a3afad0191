/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-learnt-button.h"
#include "wh-slot-row.h"
#include "wh-words.h"

/**
 * WhSlotRow:
 *
 * A library in a column of a role: its name, why it is there, whether it is
 * learnt or in the plan.
 */
struct _WhSlotRow
{
  AdwActionRow parent_instance;

  WhLearntButton *learnt_button;
  GtkLabel       *status_label;
  GtkWidget      *add_button;

  WhLibrary *library;
  gboolean   alternative;
};

G_DEFINE_FINAL_TYPE (WhSlotRow, wh_slot_row, ADW_TYPE_ACTION_ROW)

static void
ticked_cb (WhSlotRow *self,
           gboolean   learnt)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.set-learnt", "(sb)", wh_library_get_key (self->library), learnt);
}

static void
show_library_cb (WhSlotRow *self)
{
  WhStatus         status = wh_library_get_status (self->library);
  gboolean         planned = wh_library_get_planned (self->library);
  const char      *word = wh_words_get_status (status, planned);
  const char      *name = wh_library_get_name (self->library);
  g_autofree char *title = NULL;

  /* Translators: the second of two libraries of which either will do */
  title = self->alternative ? g_strdup_printf (_ ("or %s"), name) : g_strdup (name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), wh_library_get_summary (self->library));

  gtk_label_set_label (self->status_label, word != NULL ? word : "");
  gtk_widget_set_css_classes (GTK_WIDGET (self->status_label),
                              (const char *[]) { "caption", wh_words_get_status_class (status), NULL });
  gtk_widget_set_visible (GTK_WIDGET (self->status_label), word != NULL);
  gtk_widget_set_visible (self->add_button, !planned);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->learnt_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  wh_learnt_button_set_learnt (self->learnt_button, status == WH_STATUS_LEARNT);
}

static void
wh_slot_row_dispose (GObject *object)
{
  WhSlotRow *self = WH_SLOT_ROW (object);

  g_clear_object (&self->library);

  G_OBJECT_CLASS (wh_slot_row_parent_class)->dispose (object);
}

static void
wh_slot_row_class_init (WhSlotRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WH_TYPE_LEARNT_BUTTON);

  object_class->dispose = wh_slot_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-slot-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WhSlotRow, learnt_button);
  gtk_widget_class_bind_template_child (widget_class, WhSlotRow, status_label);
  gtk_widget_class_bind_template_child (widget_class, WhSlotRow, add_button);
  gtk_widget_class_bind_template_callback (widget_class, ticked_cb);
}

static void
wh_slot_row_init (WhSlotRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * wh_slot_row_new:
 * @library: what it shows
 * @alternative: whether it shares its slot with the row above
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
wh_slot_row_new (WhLibrary *library,
                 gboolean   alternative)
{
  WhSlotRow  *self;
  const char *keys[] = { NULL, NULL };

  g_return_val_if_fail (WH_IS_LIBRARY (library), NULL);

  self = g_object_new (WH_TYPE_SLOT_ROW, NULL);
  self->library = g_object_ref (library);
  self->alternative = alternative;

  keys[0] = wh_library_get_key (library);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", keys[0]);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->add_button), "^as", keys);

  g_signal_connect_object (library, "notify", G_CALLBACK (show_library_cb), self, G_CONNECT_SWAPPED);
  show_library_cb (self);

  return GTK_WIDGET (self);
}

/**
 * wh_slot_row_toggle_learnt:
 *
 * Does what pressing the circle does.
 */
void
wh_slot_row_toggle_learnt (WhSlotRow *self)
{
  g_return_if_fail (WH_IS_SLOT_ROW (self));

  ticked_cb (self, wh_library_get_status (self->library) != WH_STATUS_LEARNT);
}
