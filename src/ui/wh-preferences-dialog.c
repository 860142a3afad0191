/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-preferences-dialog.h"

/**
 * WhPreferencesDialog:
 *
 * The few things there are to choose. Every change holds at once.
 */
struct _WhPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  AdwComboRow *language;
  AdwComboRow *paper;
};

G_DEFINE_FINAL_TYPE (WhPreferencesDialog, wh_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

/* In the order of the rows' models. */
static const char *const languages[] = { "system", "en", "zh_CN", "zh_TW", NULL };
static const char *const papers[] = { "a4", "letter", NULL };

static gboolean
get_selected (GValue   *value,
              GVariant *variant,
              gpointer  user_data)
{
  const char *const *keys = user_data;
  const char        *key = g_variant_get_string (variant, NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    if (g_str_equal (keys[i], key))
      {
        g_value_set_uint (value, i);
        return TRUE;
      }

  return FALSE;
}

static GVariant *
set_selected (const GValue       *value,
              const GVariantType *type,
              gpointer            user_data)
{
  const char *const *keys = user_data;
  guint              selected = g_value_get_uint (value);

  return selected < g_strv_length ((GStrv) keys) ? g_variant_new_string (keys[selected]) : NULL;
}

static void
bind_row (GSettings         *settings,
          const char        *key,
          AdwComboRow       *row,
          const char *const *keys)
{
  g_settings_bind_with_mapping (settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT,
                                get_selected, set_selected, (gpointer) keys, NULL);
}

static void
wh_preferences_dialog_class_init (WhPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WhPreferencesDialog, language);
  gtk_widget_class_bind_template_child (widget_class, WhPreferencesDialog, paper);
}

static void
wh_preferences_dialog_init (WhPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
wh_preferences_dialog_new (GSettings *settings)
{
  WhPreferencesDialog *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (WH_TYPE_PREFERENCES_DIALOG, NULL);
  bind_row (settings, "content-language", self->language, languages);
  bind_row (settings, "paper", self->paper, papers);

  return ADW_DIALOG (self);
}
