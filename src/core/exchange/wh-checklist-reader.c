/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "wh-catalogue-values.h"
#include "wh-checklist-file.h"
#include "wh-json-document.h"
#include "wh-user-record.h"

#include "wh-checklist-reader.h"

/* The way back from what wh_checklist_write_json() writes. A file comes from anywhere,
 * so it is taken to be anything: nothing in it is larger than what is looked for, and
 * what is not as it should be is refused with its line. Members that are not known are
 * left alone, for a later version may write more of them.
 */

/* In characters; no text of a catalogue comes near. */
#define MAX_LINE 2000
/* The joined notes on all alternatives of an item. */
#define MAX_NOTE (4 * WH_NOTE_MAX)
#define MAX_ALTERNATIVES 100

/* Where an object of the file is being read. */
typedef struct
{
  WhJsonDocument *document;
  WhChecklist    *checklist;
} Reader;

/* Reads one object of a list. @parent: what it goes into */
typedef gboolean (*ReadFunc) (Reader     *self,
                              JsonObject *object,
                              gpointer    parent,
                              GError    **error);

GQuark
wh_checklist_error_quark (void)
{
  return g_quark_from_static_string ("wh-checklist-error-quark");
}

static gboolean
refuse_line (guint       line,
             const char *member,
             GError    **error)
{
  g_set_error (error, WH_CHECKLIST_ERROR, WH_CHECKLIST_ERROR_INVALID,
               /* Translators: “%s” is the name of a member of a JSON file, such as “status” */
               _ ("line %u: “%s” is not as it should be"), line, member);
  return FALSE;
}

static gboolean
refuse (Reader     *self,
        JsonObject *object,
        const char *member,
        GError    **error)
{
  return refuse_line (wh_json_document_get_member_line (self->document, object, member), member, error);
}

/* Returns: (nullable): the member, %NULL when it is not there or null */
static JsonNode *
get_member (JsonObject *object,
            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? node : NULL;
}

static const char *
get_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/* An escape can stand for half a character, so what was UTF-8 in the file need not be it here.
 * @text: (out) (nullable): %NULL when there is none
 */
static gboolean
read_text (Reader      *self,
           JsonObject  *object,
           const char  *member,
           gsize        max_chars,
           const char **text,
           GError     **error)
{
  JsonNode *node = get_member (object, member);

  *text = NULL;
  if (node == NULL)
    return TRUE;

  *text = get_string (node);
  if (*text == NULL || !g_utf8_validate (*text, -1, NULL) || (gsize) g_utf8_strlen (*text, -1) > max_chars)
    return refuse (self, object, member, error);

  return TRUE;
}

static gboolean
read_required (Reader      *self,
               JsonObject  *object,
               const char  *member,
               const char **text,
               GError     **error)
{
  if (!read_text (self, object, member, MAX_LINE, text, error))
    return FALSE;

  return (*text != NULL && **text != '\0') || refuse (self, object, member, error);
}

static gboolean
read_status (Reader     *self,
             JsonObject *object,
             WhStatus   *status,
             GError    **error)
{
  const char *key;

  if (!read_text (self, object, "status", MAX_LINE, &key, error))
    return FALSE;

  return key == NULL || wh_status_from_key (key, status) || refuse (self, object, "status", error);
}

static gboolean
read_priority (Reader     *self,
               JsonObject *object,
               WhPriority *priority,
               GError    **error)
{
  const char *key;

  if (!read_text (self, object, "priority", MAX_LINE, &key, error))
    return FALSE;

  return key == NULL || wh_priority_from_key (key, priority) || refuse (self, object, "priority", error);
}

static gboolean
read_stars (Reader     *self,
            JsonObject *object,
            guint      *stars,
            GError    **error)
{
  JsonNode *node = get_member (object, "stars");

  *stars = node != NULL ? wh_value_get_stars (node) : 0;

  return node == NULL || *stars > 0 || refuse (self, object, "stars", error);
}

/* What is not said stays as it was counted. */
static gboolean
read_count (Reader     *self,
            JsonObject *object,
            const char *member,
            guint      *count,
            GError    **error)
{
  JsonNode *node = get_member (object, member);
  gint64    value;

  if (node == NULL)
    return TRUE;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return refuse (self, object, member, error);

  value = json_node_get_int (node);
  if (value < 0 || value > G_MAXINT)
    return refuse (self, object, member, error);

  *count = (guint) value;
  return TRUE;
}

static gboolean
read_counts (Reader     *self,
             JsonObject *object,
             guint      *n_done,
             guint      *n_total,
             GError    **error)
{
  return read_count (self, object, "done", n_done, error) &&
         read_count (self, object, "total", n_total, error);
}

static gboolean
read_list (Reader     *self,
           JsonObject *object,
           const char *member,
           ReadFunc    read,
           gpointer    parent,
           GError    **error)
{
  JsonNode  *node = get_member (object, member);
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return refuse (self, object, member, error);

  array = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_OBJECT (element))
        return refuse_line (wh_json_document_get_element_line (self->document, array, i), member, error);

      if (!read (self, json_node_get_object (element), parent, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_library (Reader     *self,
              JsonObject *object,
              gpointer    parent,
              GError    **error)
{
  WhChecklistItem *item = parent;
  const char      *key;
  const char      *name;
  const char      *url;
  WhStatus         status = WH_STATUS_NONE;

  if (!read_required (self, object, "key", &key, error) ||
      !read_text (self, object, "name", MAX_LINE, &name, error) ||
      !read_text (self, object, "homepage", MAX_LINE, &url, error) ||
      !read_status (self, object, &status, error))
    return FALSE;

  wh_checklist_item_add_library (item, key, name != NULL ? name : key, url)->status = status;
  return TRUE;
}

static gboolean
read_item (Reader     *self,
           JsonObject *object,
           gpointer    parent,
           GError    **error)
{
  WhChecklistItem *item;
  const char      *summary;
  const char      *other_summary;
  const char      *note;
  guint            stars;
  WhPriority       priority = WH_PRIORITY_NONE;
  WhStatus         status = WH_STATUS_NONE;

  if (!read_text (self, object, "summary", MAX_LINE, &summary, error) ||
      !read_text (self, object, "other_summary", MAX_LINE, &other_summary, error) ||
      !read_text (self, object, "note", MAX_NOTE, &note, error) ||
      !read_priority (self, object, &priority, error) ||
      !read_stars (self, object, &stars, error) ||
      !read_status (self, object, &status, error))
    return FALSE;

  item = wh_checklist_add_item (self->checklist, parent, summary, priority, stars, status, note);
  item->other_summary = g_strdup (other_summary);

  if (!read_list (self, object, "libraries", read_library, item, error))
    return FALSE;

  return (item->libraries->len > 0 && item->libraries->len <= MAX_ALTERNATIVES) ||
         refuse (self, object, "libraries", error);
}

static gboolean
read_section (Reader     *self,
              JsonObject *object,
              gpointer    parent,
              GError    **error)
{
  WhChecklistSection *section;
  const char         *title;
  const char         *other_title;

  if (!read_required (self, object, "title", &title, error) ||
      !read_text (self, object, "other_title", MAX_LINE, &other_title, error))
    return FALSE;

  section = wh_checklist_add_section (self->checklist, title);
  section->other_title = g_strdup (other_title);

  return read_list (self, object, "items", read_item, section, error) &&
         read_counts (self, object, &section->n_done, &section->n_total, error);
}

static gboolean
read_date (Reader     *self,
           JsonObject *object,
           GDateTime **date,
           GError    **error)
{
  const char      *text;
  g_autofree char *time = NULL;

  if (!read_required (self, object, "date", &text, error))
    return FALSE;

  time = g_strconcat (text, "T00:00:00Z", NULL);
  *date = g_date_time_new_from_iso8601 (time, NULL);

  return *date != NULL || refuse (self, object, "date", error);
}

static gboolean
read_head (Reader     *self,
           JsonObject *object,
           GError    **error)
{
  const char *title;
  const char *role;
  const char *language;
  const char *other_language;
  const char *other_heading;
  g_autoptr (GDateTime) date = NULL;

  if (!read_required (self, object, "title", &title, error) ||
      !read_text (self, object, "role", MAX_LINE, &role, error) ||
      !read_required (self, object, "language", &language, error) ||
      !read_text (self, object, "other_language", MAX_LINE, &other_language, error) ||
      !read_text (self, object, "other_heading", MAX_LINE, &other_heading, error) ||
      !read_date (self, object, &date, error))
    return FALSE;

  self->checklist = wh_checklist_new (title, role, language, date);
  self->checklist->other_language = g_strdup (other_language);
  self->checklist->other_heading = g_strdup (other_heading);

  return TRUE;
}

/* Only what says of itself that it is a checklist is looked at any further. */
static gboolean
check_format (JsonNode *root,
              GError  **error)
{
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode   *format = object != NULL ? get_member (object, "format") : NULL;
  JsonNode   *version = object != NULL ? get_member (object, "version") : NULL;

  if (format == NULL || g_strcmp0 (get_string (format), WH_CHECKLIST_FORMAT) != 0 ||
      version == NULL || wh_value_get_place (version) == 0)
    {
      g_set_error_literal (error, WH_CHECKLIST_ERROR, WH_CHECKLIST_ERROR_FOREIGN,
                           _ ("it is no checklist that Wheelhouse saved as JSON"));
      return FALSE;
    }

  if (wh_value_get_place (version) > WH_CHECKLIST_VERSION)
    {
      g_set_error_literal (error, WH_CHECKLIST_ERROR, WH_CHECKLIST_ERROR_NEWER,
                           _ ("a newer version of Wheelhouse saved it; with that it can be opened"));
      return FALSE;
    }

  return TRUE;
}

static WhChecklist *
read_document (WhJsonDocument *document,
               GError        **error)
{
  Reader      self = { .document = document };
  JsonNode   *root = wh_json_document_get_root (document);
  JsonObject *object;

  if (!check_format (root, error))
    return NULL;

  object = json_node_get_object (root);
  if (read_head (&self, object, error) &&
      read_list (&self, object, "sections", read_section, NULL, error) &&
      read_counts (&self, object, &self.checklist->n_done, &self.checklist->n_total, error))
    return self.checklist;

  g_clear_pointer (&self.checklist, wh_checklist_unref);
  return NULL;
}

/* The parser's own words are for programmers; the line is for everybody. */
static void
set_document_error (const GError *error,
                    guint         line,
                    GError      **result)
{
  if (g_error_matches (error, WH_JSON_ERROR, WH_JSON_ERROR_TOO_LARGE))
    g_set_error_literal (result, WH_CHECKLIST_ERROR, WH_CHECKLIST_ERROR_TOO_LARGE, _ ("there is too much in it"));
  else
    g_set_error (result, WH_CHECKLIST_ERROR, WH_CHECKLIST_ERROR_NOT_JSON, _ ("line %u is not valid JSON"), line);
}

static WhChecklist *
read_bytes (GBytes  *bytes,
            GError **error)
{
  g_autoptr (WhJsonDocument) document = NULL;
  g_autoptr (GError) local_error = NULL;
  gsize       size;
  const char *text = g_bytes_get_data (bytes, &size);
  guint       line = 0;

  if (!(document = wh_json_document_new (text, (gssize) size, &line, &local_error)))
    {
      set_document_error (local_error, line, error);
      return NULL;
    }

  return read_document (document, error);
}

static gboolean
set_too_large (GError **error)
{
  g_set_error (error, WH_CHECKLIST_ERROR, WH_CHECKLIST_ERROR_TOO_LARGE,
               _ ("it is larger than %d MB"), WH_JSON_MAX_SIZE / (1024 * 1024));
  return FALSE;
}

/* To open a pipe would wait for somebody to write into it. */
static gboolean
check_file (GFile        *file,
            GCancellable *cancellable,
            GError      **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, error);
  GFileType type;

  if (info == NULL)
    return FALSE;

  type = g_file_info_get_file_type (info);
  if (type != G_FILE_TYPE_REGULAR)
    {
      g_set_error_literal (error, WH_CHECKLIST_ERROR, WH_CHECKLIST_ERROR_UNREADABLE,
                           type == G_FILE_TYPE_DIRECTORY ? _ ("it is a folder") : _ ("it is not an ordinary file"));
      return FALSE;
    }

  return g_file_info_get_size (info) <= WH_JSON_MAX_SIZE || set_too_large (error);
}

/* It may grow while it is read, so what was said of its size is not relied on. */
static GBytes *
load (GFile        *file,
      GCancellable *cancellable,
      GError      **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *data = g_malloc (WH_JSON_MAX_SIZE + 1);
  gsize            size;

  if (!check_file (file, cancellable, error) ||
      !(stream = g_file_read (file, cancellable, error)) ||
      !g_input_stream_read_all (G_INPUT_STREAM (stream), data, WH_JSON_MAX_SIZE + 1, &size, cancellable, error))
    return NULL;

  if (size > WH_JSON_MAX_SIZE)
    {
      set_too_large (error);
      return NULL;
    }

  if (size == 0)
    {
      g_set_error_literal (error, WH_CHECKLIST_ERROR, WH_CHECKLIST_ERROR_EMPTY, _ ("it is empty"));
      return NULL;
    }

  return g_bytes_new_take (g_steal_pointer (&data), size);
}

/* What GIO says names the whole path, which is in the way here. */
static const char *
get_reason (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return _ ("it is not there");

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return _ ("you are not allowed to read it");

  return error->message;
}

static void
propagate_named (GFile   *file,
                 GError  *reason,
                 GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *readable = name != NULL ? g_filename_display_name (name) : g_file_get_parse_name (file);
  gboolean         is_own = reason->domain == WH_CHECKLIST_ERROR;

  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, reason);
      return;
    }

  g_set_error (error, WH_CHECKLIST_ERROR, is_own ? reason->code : WH_CHECKLIST_ERROR_UNREADABLE,
               /* Translators: the first is the name of a file, the second the reason */
               _ ("“%s” cannot be opened: %s"), readable, get_reason (reason));
  g_error_free (reason);
}

/**
 * wh_checklist_read:
 *
 * Reads what wh_checklist_write_json() wrote. This may take long, so it is for a
 * worker. It fails with [error@Wh.ChecklistError], in words that name the file, or
 * when it is cancelled.
 *
 * Returns: (transfer full) (nullable): the checklist, without words
 */
WhChecklist *
wh_checklist_read (GFile        *file,
                   GCancellable *cancellable,
                   GError      **error)
{
  g_autoptr (GBytes) bytes = NULL;
  GError      *reason = NULL;
  WhChecklist *checklist = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if ((bytes = load (file, cancellable, &reason)))
    checklist = read_bytes (bytes, &reason);

  if (checklist == NULL)
    propagate_named (file, reason, error);

  return checklist;
}
