/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-edits.h"
#include "wh-note-row.h"
#include "wh-window.h"

/* How long typing must rest before the note is kept, in milliseconds. */
#define REST_MS 1500

/**
 * WhNoteRow:
 *
 * The user's note on a library, written in place. It is kept by itself: when
 * typing rests, when the focus leaves it, and when the page goes.
 */
struct _WhNoteRow
{
  AdwPreferencesRow parent_instance;

  GtkTextBuffer *buffer;

  WhCatalogue *catalogue;
  char        *key;
  char        *kept;    /* the note as the catalogue has it; NULL until it is read */
  gboolean     loading; /* the buffer changes because the catalogue did */
  guint        timer_id;
};

G_DEFINE_FINAL_TYPE (WhNoteRow, wh_note_row, ADW_TYPE_PREFERENCES_ROW)

static char *
dup_text (WhNoteRow *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static gboolean
is_changed (WhNoteRow *self)
{
  g_autofree char *text = dup_text (self);

  return self->kept != NULL && !g_str_equal (text, self->kept);
}

static void
load_note (WhNoteRow *self)
{
  g_autoptr (WhUserRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  record = wh_store_load_user_record (wh_catalogue_get_database (self->catalogue), self->key, &error);
  if (record == NULL)
    {
      wh_window_report_error (GTK_WIDGET (self), _ ("Could Not Read the Note"), error);
      return;
    }

  g_set_str (&self->kept, record->note != NULL ? record->note : "");

  /* Else the cursor would go to the end under whoever writes. */
  if (!is_changed (self))
    return;

  self->loading = TRUE;
  gtk_text_buffer_set_text (self->buffer, self->kept, -1);
  self->loading = FALSE;
}

static void
commit_cb (WhNoteRow *self)
{
  wh_note_row_commit (self);
}

static gboolean
rest_cb (gpointer data)
{
  WhNoteRow *self = data;

  if (wh_catalogue_get_writing (self->catalogue))
    return G_SOURCE_CONTINUE;

  self->timer_id = 0;
  wh_note_row_commit (self);

  return G_SOURCE_REMOVE;
}

static void
buffer_changed_cb (WhNoteRow *self)
{
  if (self->loading)
    return;

  g_clear_handle_id (&self->timer_id, g_source_remove);
  self->timer_id = g_timeout_add (REST_MS, rest_cb, self);
}

/* What is being typed here wins over what came from elsewhere. */
static void
catalogue_changed_cb (WhNoteRow         *self,
                      WhCatalogueChange  change,
                      const char *const *keys)
{
  if (keys != NULL && !g_strv_contains (keys, self->key))
    return;

  if (self->kept != NULL && !is_changed (self))
    load_note (self);
}

/* An error can be told only here, where the page has its window. */
static void
wh_note_row_map (GtkWidget *widget)
{
  WhNoteRow *self = WH_NOTE_ROW (widget);

  GTK_WIDGET_CLASS (wh_note_row_parent_class)->map (widget);

  if (self->kept == NULL && self->catalogue != NULL)
    load_note (self);
}

static void
wh_note_row_unmap (GtkWidget *widget)
{
  wh_note_row_commit (WH_NOTE_ROW (widget));

  GTK_WIDGET_CLASS (wh_note_row_parent_class)->unmap (widget);
}

static void
wh_note_row_dispose (GObject *object)
{
  WhNoteRow *self = WH_NOTE_ROW (object);

  g_clear_handle_id (&self->timer_id, g_source_remove);
  g_clear_object (&self->catalogue);
  G_OBJECT_CLASS (wh_note_row_parent_class)->dispose (object);
}

static void
wh_note_row_finalize (GObject *object)
{
  WhNoteRow *self = WH_NOTE_ROW (object);

  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->kept, g_free);

  G_OBJECT_CLASS (wh_note_row_parent_class)->finalize (object);
}

static void
wh_note_row_class_init (WhNoteRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wh_note_row_dispose;
  object_class->finalize = wh_note_row_finalize;
  widget_class->map = wh_note_row_map;
  widget_class->unmap = wh_note_row_unmap;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-note-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WhNoteRow, buffer);
  gtk_widget_class_bind_template_callback (widget_class, buffer_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, commit_cb);
}

static void
wh_note_row_init (WhNoteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * wh_note_row_set_subject:
 * @key: of the library or topic the note is on
 *
 * May be called once.
 */
void
wh_note_row_set_subject (WhNoteRow   *self,
                         WhCatalogue *catalogue,
                         const char  *key)
{
  g_return_if_fail (WH_IS_NOTE_ROW (self));
  g_return_if_fail (WH_IS_CATALOGUE (catalogue));
  g_return_if_fail (self->catalogue == NULL);

  self->catalogue = g_object_ref (catalogue);
  self->key = g_strdup (key);
  g_signal_connect_object (catalogue, "changed", G_CALLBACK (catalogue_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * wh_note_row_commit:
 *
 * Keeps what has been written, as one step that can be undone.
 */
void
wh_note_row_commit (WhNoteRow *self)
{
  g_autofree char *text = NULL;
  g_autoptr (WhEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (WH_IS_NOTE_ROW (self));

  g_clear_handle_id (&self->timer_id, g_source_remove);

  if (!is_changed (self))
    return;

  text = dup_text (self);
  edit = wh_edit_set_note (self->catalogue, self->key, text, &error);
  if (edit == NULL)
    {
      wh_window_report_error (GTK_WIDGET (self), _ ("Could Not Save the Note"), error);
      return;
    }

  g_set_str (&self->kept, text);
  wh_window_push_edit (GTK_WIDGET (self), g_steal_pointer (&edit), _ ("Note saved"));
}
