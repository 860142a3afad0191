/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-shortcuts-dialog.h"

/**
 * WhShortcutsDialog:
 *
 * All keyboard shortcuts. GTK's own shortcuts window is deprecated at our floor
 * and libadwaita's is newer than it. The keys are asked of the application, so
 * what is shown is what works, except for those of single widgets.
 */
struct _WhShortcutsDialog
{
  AdwPreferencesDialog parent_instance;

  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (WhShortcutsDialog, wh_shortcuts_dialog, ADW_TYPE_PREFERENCES_DIALOG)

/* A row without an action is the heading of those after it; one with keys has them of a widget. */
static const struct
{
  const char *title;
  const char *action;
  const char *keys;
} shortcuts[] = {
  { N_ ("General"), NULL, NULL },
  { N_ ("My Plan"), "win.show-page::plan", NULL },
  { N_ ("Libraries"), "win.show-page::libraries", NULL },
  { N_ ("Rankings"), "win.show-page::rankings", NULL },
  { N_ ("Guides"), "win.show-page::guides", NULL },
  { N_ ("Quick Picks"), "win.show-page::picks", NULL },
  { N_ ("Sources"), "win.show-page::sources", NULL },
  { N_ ("Open Checklist"), "win.open-checklist", NULL },
  { N_ ("Back"), "navigation.pop", "<Alt>Left" },
  { N_ ("Undo"), "win.undo", "<Control>z" },
  { N_ ("Redo"), "win.redo", "<Control><Shift>z" },
  { N_ ("Main Menu"), "menu.popup", "F10" },
  { N_ ("Preferences"), "app.preferences", NULL },
  { N_ ("Keyboard Shortcuts"), "app.shortcuts", NULL },
  { N_ ("Close Window"), "window.close", NULL },
  { N_ ("Quit"), "app.quit", NULL },
  { N_ ("Libraries"), NULL, NULL },
  { N_ ("Search"), "win.search", NULL },
  { N_ ("Clear Search, Stop Selecting"), "page.escape", "Escape" },
  { N_ ("From Search to the List"), "page.focus", "Down" },
  { N_ ("Open"), "list.activate-item", "Return" },
  { N_ ("Toggle Learnt"), "win.learnt", NULL },
  { N_ ("Add to My Plan"), "win.add", NULL },
  { N_ ("List"), "win.view::list", NULL },
  { N_ ("Table"), "win.view::table", NULL },
  { N_ ("Select"), "win.select", NULL },
  { N_ ("Select or Unselect"), "list.select-item", "<Control>space" },
  { N_ ("Select All"), "list.select-all", "<Control>a" },
  { N_ ("Guides"), NULL, NULL },
  { N_ ("Tick a Topic"), "topic.toggle", "space" },
  { N_ ("My Plan"), NULL, NULL },
  { N_ ("Move Up"), "plan.move-up", "<Alt>Up" },
  { N_ ("Move Down"), "plan.move-down", "<Alt>Down" },
  { N_ ("Write a Note"), "item.note", "F2" },
  { N_ ("Remove from Plan"), "item.remove", "Delete" },
  { N_ ("Export or Print Checklist"), "win.export", "<Control>p" },
  { N_ ("Export Checklist"), NULL, NULL },
  { N_ ("Save PDF"), "export.save", "<Control>s" },
  { N_ ("Print"), "export.print", "<Control>p" },
  { N_ ("My Rating"), NULL, NULL },
  { N_ ("Half a Star More"), "rating.more", "Right" },
  { N_ ("Half a Star Less"), "rating.less", "Left" },
  { N_ ("Five Stars"), "rating.most", "End" },
  { N_ ("Clear Rating"), "rating.none", "Delete" },
};

static char *
describe_accel (const char *accel)
{
  GdkModifierType modifiers;
  guint           key;

  return gtk_accelerator_parse (accel, &key, &modifiers) ? gtk_accelerator_get_label (key, modifiers) : g_strdup (accel);
}

static GtkWidget *
make_keys (const char *accel)
{
  g_autofree char *text = describe_accel (accel);
  GtkWidget       *keys = gtk_label_new (text);

  gtk_widget_set_css_classes (keys, (const char *[]) { "keycap", NULL });
  gtk_widget_set_valign (keys, GTK_ALIGN_CENTER);

  return keys;
}

static void
add_shortcut (AdwPreferencesGroup *group,
              const char          *title,
              const char          *accel)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_keys (accel));
  adw_preferences_group_add (group, row);
}

static void
add_shortcuts (WhShortcutsDialog *self,
               GtkApplication    *application)
{
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      g_auto (GStrv) accels = NULL;
      const char *accel = shortcuts[i].keys;

      if (shortcuts[i].action == NULL)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, _ (shortcuts[i].title));
          adw_preferences_page_add (self->page, group);
          continue;
        }

      if (accel == NULL)
        {
          accels = gtk_application_get_accels_for_action (application, shortcuts[i].action);
          accel = accels[0];
        }

      if (accel != NULL)
        add_shortcut (group, _ (shortcuts[i].title), accel);
    }
}

static void
wh_shortcuts_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), WH_TYPE_SHORTCUTS_DIALOG);

  G_OBJECT_CLASS (wh_shortcuts_dialog_parent_class)->dispose (object);
}

static void
wh_shortcuts_dialog_class_init (WhShortcutsDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wh_shortcuts_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-shortcuts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WhShortcutsDialog, page);
}

static void
wh_shortcuts_dialog_init (WhShortcutsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
wh_shortcuts_dialog_new (GtkApplication *application)
{
  WhShortcutsDialog *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);

  self = g_object_new (WH_TYPE_SHORTCUTS_DIALOG, NULL);
  add_shortcuts (self, application);

  return ADW_DIALOG (self);
}
