/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-facts.h"
#include "wh-words.h"

#include "wh-status-button.h"

/**
 * WhStatusButton:
 *
 * Puts a library on the plan, or tells its status there and changes it.
 *
 * It keeps no state of its own: it shows the library's properties, and what is
 * chosen goes to the window's actions, which tell the catalogue, which changes
 * the library.
 */
struct _WhStatusButton
{
  AdwBin parent_instance;

  WhLibrary *library;
};

G_DEFINE_FINAL_TYPE (WhStatusButton, wh_status_button, ADW_TYPE_BIN)

typedef enum
{
  PROP_PLANNED = 1,
  PROP_STATUS_KEY,
  PROP_STATUS_TEXT,
} WhStatusButtonProperty;

static GParamSpec *properties[PROP_STATUS_TEXT + 1];

static WhStatus
get_status (WhStatusButton *self)
{
  return self->library != NULL ? wh_library_get_status (self->library) : WH_STATUS_NONE;
}

/* The window's actions on the plan take an array, for they serve selections too. */
static void
activate_plan_action (WhStatusButton *self,
                      const char     *action)
{
  const char *keys[] = { wh_library_get_key (self->library), NULL };

  gtk_widget_activate_action (GTK_WIDGET (self), action, "^as", keys);
}

static void
add_to_plan_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  activate_plan_action (WH_STATUS_BUTTON (widget), "win.add-to-plan");
}

static void
remove_from_plan_cb (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  activate_plan_action (WH_STATUS_BUTTON (widget), "win.remove-from-plan");
}

/* Chosen in the menu. The property follows when the library does. */
static void
ask_for_status (WhStatusButton *self,
                const char     *status)
{
  const char *keys[] = { wh_library_get_key (self->library), NULL };

  gtk_widget_activate_action (GTK_WIDGET (self), "win.set-status", "(^ass)", keys, status);
}

static void
library_changed_cb (WhStatusButton *self)
{
  for (guint i = PROP_PLANNED; i <= PROP_STATUS_TEXT; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static void
wh_status_button_dispose (GObject *object)
{
  WhStatusButton *self = WH_STATUS_BUTTON (object);

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (wh_status_button_parent_class)->dispose (object);
}

static void
wh_status_button_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  WhStatusButton *self = WH_STATUS_BUTTON (object);

  switch ((WhStatusButtonProperty) prop_id)
    {
    case PROP_PLANNED:
      g_value_set_boolean (value, self->library != NULL && wh_library_get_planned (self->library));
      break;

    case PROP_STATUS_KEY:
      /* The state of an action cannot be NULL. */
      g_value_set_string (value, get_status (self) != WH_STATUS_NONE ? wh_status_to_key (get_status (self)) : "");
      break;

    case PROP_STATUS_TEXT:
      g_value_set_string (value, wh_words_get_status (get_status (self), TRUE));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wh_status_button_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  WhStatusButton *self = WH_STATUS_BUTTON (object);

  switch ((WhStatusButtonProperty) prop_id)
    {
    case PROP_STATUS_KEY:
      if (self->library != NULL)
        ask_for_status (self, g_value_get_string (value));
      break;

    case PROP_PLANNED:
    case PROP_STATUS_TEXT:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wh_status_button_class_init (WhStatusButtonClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wh_status_button_dispose;
  object_class->get_property = wh_status_button_get_property;
  object_class->set_property = wh_status_button_set_property;

  properties[PROP_PLANNED] =
    g_param_spec_boolean ("planned", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATUS_KEY] =
    g_param_spec_string ("status-key", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATUS_TEXT] =
    g_param_spec_string ("status-text", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-status-button.ui");

  gtk_widget_class_install_property_action (widget_class, "status.set", "status-key");
  gtk_widget_class_install_action (widget_class, "status.add-to-plan", NULL, add_to_plan_cb);
  gtk_widget_class_install_action (widget_class, "status.remove-from-plan", NULL, remove_from_plan_cb);
}

static void
wh_status_button_init (WhStatusButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
wh_status_button_set_library (WhStatusButton *self,
                              WhLibrary      *library)
{
  g_return_if_fail (WH_IS_STATUS_BUTTON (self));
  g_return_if_fail (library == NULL || WH_IS_LIBRARY (library));

  if (self->library == library)
    return;

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);

  g_set_object (&self->library, library);

  if (library != NULL)
    {
      g_signal_connect_object (library, "notify::planned", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (library, "notify::status", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
    }

  library_changed_cb (self);
}
