/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-line.h"
#include "wh-words.h"

#include "wh-checklist-entry-row.h"

/* So much of a note is looked at, in characters: no more than three lines of it are shown. */
#define MAX_NOTE 400

/**
 * WhChecklistEntryRow:
 *
 * An item of somebody's checklist: what it is, what becomes of it, and what that
 * somebody has on it.
 */
struct _WhChecklistEntryRow
{
  AdwBin parent_instance;

  GtkImage *icon;
  GtkLabel *name_label;
  GtkLabel *detail_label;
  GtkLabel *note_label;
};

G_DEFINE_FINAL_TYPE (WhChecklistEntryRow, wh_checklist_entry_row, ADW_TYPE_BIN)

static const char *
get_icon_name (WhChecklistEntryState state)
{
  switch (state)
    {
    case WH_CHECKLIST_ENTRY_NEW:
      return "list-add-symbolic";

    case WH_CHECKLIST_ENTRY_UNKNOWN:
      return "dialog-warning-symbolic";

    case WH_CHECKLIST_ENTRY_PLANNED:
    case WH_CHECKLIST_ENTRY_REPEATED:
    default:
      return "object-select-symbolic";
    }
}

/* Returns: (transfer full) (nullable): what becomes of the entry, when that is not plain */
static char *
dup_outcome (WhChecklistEntry *entry)
{
  const char *chosen = wh_checklist_entry_get_chosen (entry);

  switch (wh_checklist_entry_get_state (entry))
    {
    case WH_CHECKLIST_ENTRY_PLANNED:
      return g_strdup (_ ("On your plan already"));

    case WH_CHECKLIST_ENTRY_REPEATED:
      return g_strdup (_ ("Added further up"));

    case WH_CHECKLIST_ENTRY_UNKNOWN:
      return g_strdup (_ ("Not in this catalogue"));

    case WH_CHECKLIST_ENTRY_NEW:
    default:
      /* Translators: of several libraries, of which any will do, this one comes onto the plan */
      return chosen != NULL ? g_strdup_printf (_ ("Any will do: %s is added"), chosen) : NULL;
    }
}

static void
wh_checklist_entry_row_class_init (WhChecklistEntryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-checklist-entry-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WhChecklistEntryRow, icon);
  gtk_widget_class_bind_template_child (widget_class, WhChecklistEntryRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, WhChecklistEntryRow, detail_label);
  gtk_widget_class_bind_template_child (widget_class, WhChecklistEntryRow, note_label);

  gtk_widget_class_set_css_name (widget_class, "checklistentry");
}

static void
wh_checklist_entry_row_init (WhChecklistEntryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
wh_checklist_entry_row_new (void)
{
  return g_object_new (WH_TYPE_CHECKLIST_ENTRY_ROW, NULL);
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

void
wh_checklist_entry_row_set_entry (WhChecklistEntryRow *self,
                                  WhChecklistEntry    *entry)
{
  const char           *note;
  g_autofree char      *beginning = NULL;
  g_autofree char      *detail = NULL;
  WhChecklistEntryState state;

  g_return_if_fail (WH_IS_CHECKLIST_ENTRY_ROW (self));
  g_return_if_fail (WH_IS_CHECKLIST_ENTRY (entry));

  state = wh_checklist_entry_get_state (entry);
  detail = wh_checklist_entry_row_dup_detail (entry);
  note = wh_checklist_entry_get_note (entry);
  if (note != NULL)
    beginning = wh_line_dup (note, MAX_NOTE);

  gtk_image_set_from_icon_name (self->icon, get_icon_name (state));
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon),
                              (const char *[]) { state == WH_CHECKLIST_ENTRY_UNKNOWN ? "warning" : "dimmed", NULL });
  gtk_label_set_label (self->name_label, wh_checklist_entry_get_name (entry));
  show_text (self->detail_label, detail);
  show_text (self->note_label, beginning);

  if (state == WH_CHECKLIST_ENTRY_NEW)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "settled");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "settled");
}

/* Returns: (transfer full): what becomes of the entry, and what the other does with it */
char *
wh_checklist_entry_row_dup_detail (WhChecklistEntry *entry)
{
  g_autofree char *outcome = NULL;
  const char      *status;

  g_return_val_if_fail (WH_IS_CHECKLIST_ENTRY (entry), NULL);

  outcome = dup_outcome (entry);
  status = wh_words_get_status (wh_checklist_entry_get_status (entry), FALSE);

  if (outcome != NULL && status != NULL)
    return g_strdup_printf ("%s · %s", status, outcome);

  return g_strdup (outcome != NULL ? outcome : status);
}
