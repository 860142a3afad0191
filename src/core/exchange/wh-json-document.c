/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-json-document.h"

/* The lines of an object: where it begins, and where each of its members ends. (The
 * parser tells of a value when it has read the comma behind it.)
 */
typedef struct
{
  guint       start;
  GHashTable *members; /* char * => line */
} ObjectLines;

struct _WhJsonDocument
{
  JsonParser *parser;
  GHashTable *objects; /* JsonObject => ObjectLines */
  GHashTable *arrays;  /* JsonArray => GArray of guint */
  GArray     *open;    /* guint: the lines where the open objects begin */
  char       *doubled; /* the first member that came twice */
  guint       doubled_line;
  guint       error_line;
};

GQuark
wh_json_error_quark (void)
{
  return g_quark_from_static_string ("wh-json-error-quark");
}

static void
object_lines_free (ObjectLines *lines)
{
  g_hash_table_unref (lines->members);
  g_free (lines);
}

static ObjectLines *
get_object_lines (WhJsonDocument *self,
                  JsonObject     *object)
{
  ObjectLines *lines = g_hash_table_lookup (self->objects, object);

  if (lines == NULL)
    {
      lines = g_new0 (ObjectLines, 1);
      lines->members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (self->objects, object, lines);
    }

  return lines;
}

static void
object_start_cb (JsonParser     *parser,
                 WhJsonDocument *self)
{
  guint line = json_parser_get_current_line (parser);

  g_array_append_val (self->open, line);
}

static void
object_member_cb (JsonParser     *parser,
                  JsonObject     *object,
                  const char     *member,
                  WhJsonDocument *self)
{
  ObjectLines *lines = get_object_lines (self, object);
  guint        line = json_parser_get_current_line (parser);

  if (!g_hash_table_replace (lines->members, g_strdup (member), GUINT_TO_POINTER (line)) &&
      self->doubled == NULL)
    {
      self->doubled = g_strdup (member);
      self->doubled_line = line;
    }
}

static void
object_end_cb (JsonParser     *parser,
               JsonObject     *object,
               WhJsonDocument *self)
{
  get_object_lines (self, object)->start = g_array_index (self->open, guint, self->open->len - 1);
  g_array_set_size (self->open, self->open->len - 1);
}

static void
array_element_cb (JsonParser     *parser,
                  JsonArray      *array,
                  int             index,
                  WhJsonDocument *self)
{
  GArray *lines = g_hash_table_lookup (self->arrays, array);
  guint   line = json_parser_get_current_line (parser);

  if (lines == NULL)
    {
      lines = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->arrays, array, lines);
    }

  g_array_append_val (lines, line);
}

/* Afterwards the parser does not know the line any more. */
static void
error_cb (JsonParser     *parser,
          const GError   *error,
          WhJsonDocument *self)
{
  self->error_line = json_parser_get_current_line (parser);
}

/* Looks over the text before it is parsed, because the parser goes as deep, and takes
 * as much memory, as its input wants. Strings are skipped: brackets in them nest nothing.
 */
static gboolean
check_shape (const char *text,
             gsize       length,
             guint      *line,
             GError    **error)
{
  gboolean in_string = FALSE;
  guint    depth = 0;
  guint    n_values = 0;

  *line = 1;

  for (gsize i = 0; i < length; i++)
    {
      char c = text[i];

      if (c == '\n')
        ++*line;

      if (in_string && c == '\\')
        i++;
      else if (c == '"')
        in_string = !in_string;
      else if (!in_string && (c == '{' || c == '['))
        depth++;
      else if (!in_string && (c == '}' || c == ']') && depth > 0)
        depth--;

      if (!in_string && (c == ',' || c == '{' || c == '[') && ++n_values > WH_JSON_MAX_VALUES)
        {
          g_set_error (error, WH_JSON_ERROR, WH_JSON_ERROR_TOO_LARGE,
                       "has more than %d values; split it", WH_JSON_MAX_VALUES);
          return FALSE;
        }

      if (depth > WH_JSON_MAX_DEPTH)
        {
          g_set_error (error, WH_JSON_ERROR, WH_JSON_ERROR_TOO_DEEP,
                       "nested more than %d deep", WH_JSON_MAX_DEPTH);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
check_text (const char *text,
            gsize       length,
            guint      *line,
            GError    **error)
{
  const char *end;

  *line = 1;

  if (length > WH_JSON_MAX_SIZE)
    {
      g_set_error (error, WH_JSON_ERROR, WH_JSON_ERROR_TOO_LARGE,
                   "larger than %d MB; split it", WH_JSON_MAX_SIZE / (1024 * 1024));
      return FALSE;
    }

  if (!g_utf8_validate (text, length, &end))
    {
      for (const char *p = text; p < end; p++)
        *line += *p == '\n';

      g_set_error_literal (error, WH_JSON_ERROR, WH_JSON_ERROR_SYNTAX, "not valid UTF-8");
      return FALSE;
    }

  return check_shape (text, length, line, error);
}

/* json-glib says "<data>:3:7: Parse error: …"; the place is told apart from it. */
static const char *
skip_place (const char *message)
{
  const char *rest = g_str_has_prefix (message, "<data>:") ? strstr (message, ": ") : NULL;

  return rest != NULL ? rest + 2 : message;
}

/**
 * wh_json_document_new:
 * @text: the JSON text
 * @length: its length, or -1
 * @line: (out): the line of the error, from 1
 *
 * Returns: (transfer full): the document, or %NULL with a [error@Wh.JsonError]
 */
WhJsonDocument *
wh_json_document_new (const char *text,
                      gssize      length,
                      guint      *line,
                      GError    **error)
{
  g_autoptr (WhJsonDocument) self = NULL;
  g_autoptr (GError) local_error = NULL;
  gsize size = length < 0 ? strlen (text) : (gsize) length;

  g_return_val_if_fail (text != NULL && line != NULL, NULL);

  if (!check_text (text, size, line, error))
    return NULL;

  self = g_new0 (WhJsonDocument, 1);
  self->parser = json_parser_new ();
  self->objects = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) object_lines_free);
  self->arrays = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  self->open = g_array_new (FALSE, FALSE, sizeof (guint));

  json_parser_set_strict (self->parser, TRUE);
  g_signal_connect (self->parser, "object-start", G_CALLBACK (object_start_cb), self);
  g_signal_connect (self->parser, "object-member", G_CALLBACK (object_member_cb), self);
  g_signal_connect (self->parser, "object-end", G_CALLBACK (object_end_cb), self);
  g_signal_connect (self->parser, "array-element", G_CALLBACK (array_element_cb), self);
  g_signal_connect (self->parser, "error", G_CALLBACK (error_cb), self);

  if (!json_parser_load_from_data (self->parser, text, size, &local_error))
    {
      *line = MAX (1, self->error_line);
      g_set_error_literal (error, WH_JSON_ERROR, WH_JSON_ERROR_SYNTAX, skip_place (local_error->message));
      return NULL;
    }

  if (self->doubled != NULL)
    {
      *line = self->doubled_line;
      g_set_error (error, WH_JSON_ERROR, WH_JSON_ERROR_DOUBLED, "“%s” stands here twice", self->doubled);
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
wh_json_document_free (WhJsonDocument *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->objects, g_hash_table_unref);
  g_clear_pointer (&self->arrays, g_hash_table_unref);
  g_clear_pointer (&self->open, g_array_unref);
  g_clear_pointer (&self->doubled, g_free);
  g_clear_object (&self->parser);
  g_free (self);
}

/**
 * wh_json_document_get_root:
 *
 * Returns: (transfer none) (nullable): the root; %NULL when the text is empty
 */
JsonNode *
wh_json_document_get_root (WhJsonDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return json_parser_get_root (self->parser);
}

/* The line on which an object of the document begins. */
guint
wh_json_document_get_object_line (WhJsonDocument *self,
                                  JsonObject     *object)
{
  ObjectLines *lines;

  g_return_val_if_fail (self != NULL, 0);

  lines = g_hash_table_lookup (self->objects, object);
  return lines != NULL ? lines->start : 0;
}

/* The line on which the value of a member ends; that of the object when there is no such member. */
guint
wh_json_document_get_member_line (WhJsonDocument *self,
                                  JsonObject     *object,
                                  const char     *member)
{
  ObjectLines *lines;
  gpointer     line;

  g_return_val_if_fail (self != NULL, 0);

  lines = g_hash_table_lookup (self->objects, object);

  if (lines != NULL && g_hash_table_lookup_extended (lines->members, member, NULL, &line))
    return GPOINTER_TO_UINT (line);

  return wh_json_document_get_object_line (self, object);
}

/* The line on which an element of an array ends. */
guint
wh_json_document_get_element_line (WhJsonDocument *self,
                                   JsonArray      *array,
                                   guint           index)
{
  GArray *lines;

  g_return_val_if_fail (self != NULL, 0);

  lines = g_hash_table_lookup (self->arrays, array);
  return lines != NULL && index < lines->len ? g_array_index (lines, guint, index) : 0;
}
