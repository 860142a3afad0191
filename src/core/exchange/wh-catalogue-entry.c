/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "wh-catalogue-reader-private.h"
#include "wh-catalogue-values.h"
#include "wh-text-check.h"

static void read_row (WhCatalogueReader   *self,
                      const WhReaderPlace *place,
                      const WhForm        *form,
                      JsonObject          *object);

/* Reads "survey#areas"; both parts stay valid as long as the reader. */
static gboolean
read_source (WhCatalogueReader   *self,
             const WhReaderPlace *place,
             guint                line,
             const char          *text,
             const char         **source,
             const char         **section)
{
  g_autofree char *own_section = NULL;
  g_autofree char *own_source = wh_value_split_source (text, &own_section);

  if (!wh_reader_is_defined (self, "source", own_source))
    {
      wh_reader_report (self, place, line, "there is no source “%s”", own_source);
      return FALSE;
    }

  if (own_section != NULL && !wh_reader_is_defined (self, "section", text))
    {
      wh_reader_report (self, place, line, "the source “%s” has no section “%s”", own_source, own_section);
      return FALSE;
    }

  *source = wh_reader_keep (self, own_source);
  *section = own_section != NULL ? wh_reader_keep (self, own_section) : NULL;
  return TRUE;
}

static void
read_key (WhCatalogueReader   *self,
          const WhReaderPlace *place,
          const WhForm        *form,
          const WhFormMember  *member,
          guint                line,
          const char          *key,
          WhReaderRow         *row)
{
  const char *slash;

  if (!wh_value_is_key (key, form->key_style))
    {
      wh_reader_report (self, place, line, "“%s” is no key: it may have a-z, 0-9, and . _ - within%s",
                        key, form->key_style == WH_FORM_PATH_KEY ? ", and / between two keys" : "");
      return;
    }

  if (member->column != NULL)
    wh_reader_set_value (row, member->column, WH_READER_VALUE_STRING, key, 0);

  if (form->key_style == WH_FORM_PATH_KEY && (slash = strrchr (key, '/')) != NULL)
    {
      g_autofree char *above = g_strndup (key, slash - key);

      if (wh_reader_is_defined (self, form->defines, above))
        wh_reader_set_value (row, "parent", WH_READER_VALUE_STRING, wh_reader_keep (self, above), 0);
      else
        wh_reader_report (self, place, line, "there is no %s “%s” above it", form->defines, above);
    }
}

/* Nothing that a library says of another can hold of itself. */
static gboolean
is_itself (const WhReaderPlace *place,
           const char          *library)
{
  return g_str_equal (place->subject->name, "library") && g_strcmp0 (place->entry_key, library) == 0;
}

/* Says what is wrong with a string that is stored as it is. */
static void
check_string (WhCatalogueReader   *self,
              const WhReaderPlace *place,
              const WhFormMember  *member,
              guint                line,
              const char          *string)
{
  g_autofree char *text = NULL;

  switch (member->type)
    {
    case WH_FORM_STRING:
      if ((text = wh_text_check_line (string, WH_FORM_MAX_CHARS)))
        wh_reader_report (self, place, line, "“%s” %s", member->name, text);
      break;

    case WH_FORM_CODE:
      if (g_utf8_strlen (string, -1) > WH_FORM_MAX_CODE || *string == '\0')
        wh_reader_report (self, place, line, "“%s” must have 1 to %d characters", member->name, WH_FORM_MAX_CODE);
      break;

    case WH_FORM_URL:
      if (!wh_value_is_url (string))
        wh_reader_report (self, place, line, "“%s” is no web address: “%s”", member->name, string);
      break;

    case WH_FORM_PACKAGE:
      if (!wh_value_is_package (string))
        wh_reader_report (self, place, line, "“%s” is no package that pip could install: “%s”", member->name, string);
      break;

    case WH_FORM_MODULE:
      if (!wh_value_is_module (string))
        wh_reader_report (self, place, line, "“%s” is no module that Python could import: “%s”", member->name, string);
      break;

    case WH_FORM_CHOICE:
      text = g_strjoinv (", ", (char **) member->choices);
      if (!wh_value_is_choice (string, member->choices))
        wh_reader_report (self, place, line, "“%s” cannot be “%s”; it may be: %s", member->name, string, text);
      break;

    case WH_FORM_LIBRARY:
      if (!wh_reader_is_defined (self, "library", string))
        wh_reader_report (self, place, line, "“%s” names the library “%s”, which is not there", member->name, string);
      else if (is_itself (place, string))
        wh_reader_report (self, place, line, "“%s” names the library itself", member->name);
      break;

    case WH_FORM_REFERENCE:
      if (!wh_reader_is_defined (self, member->subject, string))
        wh_reader_report (self, place, line, "“%s” names the %s “%s”, which is not there",
                          member->name, member->subject, string);
      break;

    case WH_FORM_OLD_KEY:
      if (!wh_value_is_key (string, WH_FORM_PLAIN_KEY))
        wh_reader_report (self, place, line, "“%s” is no key", string);
      else if (wh_reader_is_defined (self, WH_FORM_LEARNABLE, string))
        wh_reader_report (self, place, line, "“%s” is a key that is in use", string);
      else
        wh_reader_define (self, place, line, "renamed key", string);
      break;

    case WH_FORM_KEY:
    case WH_FORM_TEXT:
    case WH_FORM_BOOLEAN:
    case WH_FORM_PLACE:
    case WH_FORM_STARS:
    case WH_FORM_SOURCE:
    case WH_FORM_OBJECT:
    case WH_FORM_LIST:
    case WH_FORM_STARS_ROW:
    case WH_FORM_TEXT_ROW:
    default:
      g_assert_not_reached ();
    }
}

/* Reads a member whose value is a string. */
static void
read_string (WhCatalogueReader   *self,
             const WhReaderPlace *place,
             const WhForm        *form,
             const WhFormMember  *member,
             JsonObject          *object,
             guint                line,
             const char          *string,
             WhReaderRow         *row)
{
  const char *source;
  const char *section;

  if (member->type == WH_FORM_KEY)
    {
      read_key (self, place, form, member, line, string, row);
    }
  else if (member->type == WH_FORM_TEXT)
    {
      wh_reader_set_value (row, member->column, WH_READER_VALUE_TEXT, NULL, wh_reader_add_text (self, place, member, object, line, string));
    }
  else if (member->type == WH_FORM_SOURCE)
    {
      if (read_source (self, place, line, string, &source, &section))
        wh_reader_set_source (self, row, member->column, source, section);
    }
  else
    {
      check_string (self, place, member, line, string);

      /* The name of a library is not in a row of its own. */
      if (member->column != NULL)
        wh_reader_set_value (row, member->column, member->type == WH_FORM_LIBRARY ? WH_READER_VALUE_LIBRARY : WH_READER_VALUE_STRING, string, 0);
    }
}

static gboolean
takes_string (WhFormType type)
{
  return type < WH_FORM_BOOLEAN || (type > WH_FORM_STARS && type < WH_FORM_OBJECT);
}

static void
read_number (WhCatalogueReader   *self,
             const WhReaderPlace *place,
             const WhFormMember  *member,
             guint                line,
             JsonNode            *node,
             WhReaderRow         *row)
{
  guint number = 0;

  if (member->type == WH_FORM_STARS && (number = wh_value_get_stars (node)) == 0)
    wh_reader_report (self, place, line, "“%s” must be a number from 0.5 to 5 in steps of 0.5", member->name);
  else if (member->type == WH_FORM_PLACE && (number = wh_value_get_place (node)) == 0)
    wh_reader_report (self, place, line, "“%s” must be a whole number from 1", member->name);
  else if (member->type == WH_FORM_BOOLEAN && json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    wh_reader_report (self, place, line, "“%s” must be true or false", member->name);
  else if (member->type == WH_FORM_BOOLEAN)
    number = json_node_get_boolean (node);

  wh_reader_set_value (row, member->column, WH_READER_VALUE_NUMBER, NULL, number);
}

/* Reads one member of a row that is no list of rows. */
static void
read_value (WhCatalogueReader   *self,
            const WhReaderPlace *place,
            const WhForm        *form,
            const WhFormMember  *member,
            JsonObject          *object,
            guint                line,
            JsonNode            *node,
            WhReaderRow         *row)
{
  gboolean is_value = JSON_NODE_HOLDS_VALUE (node);

  if (takes_string (member->type))
    {
      if (!is_value || json_node_get_value_type (node) != G_TYPE_STRING)
        wh_reader_report (self, place, line, "“%s” must be a text", member->name);
      else
        read_string (self, place, form, member, object, line, json_node_get_string (node), row);
    }
  else if (!is_value)
    {
      wh_reader_report (self, place, line, "“%s” must be one value", member->name);
    }
  else
    {
      read_number (self, place, member, line, node, row);
    }
}

static void
check_members (WhCatalogueReader   *self,
               const WhReaderPlace *place,
               const WhForm        *form,
               JsonObject          *object)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autoptr (GString) known = g_string_new (NULL);

      if (wh_form_find_member (form, l->data) != NULL)
        continue;

      for (const WhFormMember *member = form->members; member->name != NULL; member++)
        g_string_append_printf (known, "%s%s", known->len > 0 ? ", " : "", member->name);

      wh_reader_report (self, place, wh_json_document_get_member_line (place->file->document, object, l->data),
                        "there is no member “%s” here; there are: %s", (char *) l->data, known->str);
    }
}

static void
check_one_of (WhCatalogueReader   *self,
              const WhReaderPlace *place,
              const WhForm        *form,
              JsonObject          *object,
              guint                line)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_present = 0;

  if (form->one_of[0] == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (form->one_of) && form->one_of[i] != NULL; i++)
    {
      n_present += json_object_has_member (object, form->one_of[i]);
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", form->one_of[i]);
    }

  if (n_present != 1)
    wh_reader_report (self, place, line, "needs exactly one of: %s", names->str);
}

/* Objects and lists */

/* What belongs to a row by where it stands. */
static WhReaderRow *
begin_row (WhCatalogueReader   *self,
           const WhReaderPlace *place,
           const WhForm        *form)
{
  WhReaderRow *row = wh_reader_add_row (self, form->table);

  /* What hangs on a library hangs on the library itself, not on the row of this collection. */
  if (form->parent_column != NULL && g_str_equal (form->parent_column, "library_id"))
    wh_reader_set_value (row, form->parent_column, WH_READER_VALUE_LIBRARY, place->key, 0);
  else if (form->parent_column != NULL)
    wh_reader_set_value (row, form->parent_column, WH_READER_VALUE_ROW, NULL, place->parent);

  if (form->root_column != NULL)
    wh_reader_set_value (row, form->root_column, WH_READER_VALUE_ROW, NULL, place->root);
  if (form->parent_key != NULL)
    wh_reader_set_value (row, form->parent_key, WH_READER_VALUE_STRING, place->key, 0);
  if (form->constant != NULL)
    wh_reader_set_value (row, form->constant_column, WH_READER_VALUE_STRING, form->constant, 0);
  if (form->has_place)
    wh_reader_set_value (row, "place", WH_READER_VALUE_NUMBER, NULL, place->place);

  return row;
}

/* Takes the source of @object, or the one that holds around it. */
static void
find_source (WhCatalogueReader *self,
             WhReaderPlace     *place,
             const WhForm      *form,
             JsonObject        *object,
             guint              line,
             WhReaderRow       *row)
{
  const char *own = object != NULL ? wh_reader_peek_string (object, "source") : NULL;

  if (own != NULL && wh_form_find_member (form, "source") != NULL)
    {
      read_source (self, place, wh_json_document_get_member_line (place->file->document, object, "source"),
                   own, &place->source, &place->section);
      place->has_source = TRUE;
    }

  if (form->sourced == WH_FORM_UNSOURCED)
    return;

  if (place->source != NULL)
    wh_reader_set_source (self, row, "source", place->source, place->section);
  else if (form->sourced == WH_FORM_SOURCED && !place->has_source)
    wh_reader_report (self, place, line, "has no “source”; give it here or for the whole entry");
}

/* A bare value stands for an object with one member. */
static void
read_shorthand (WhCatalogueReader   *self,
                const WhReaderPlace *place,
                const WhForm        *form,
                JsonNode            *node,
                guint                line)
{
  const WhFormMember *member = wh_form_find_member (form, form->shorthand);
  WhReaderPlace       inner = *place;
  WhReaderRow        *row = begin_row (self, place, form);

  find_source (self, &inner, form, NULL, line, row);
  read_value (self, &inner, form, member, NULL, line, node, row);
}

/* What may not stand twice in one list of keys or names, which are bare values or
 * objects with a remark.
 */
static const char *
peek_identity (const WhForm *form,
               JsonNode     *node)
{
  if (form->shorthand == NULL)
    return NULL;

  if (JSON_NODE_HOLDS_OBJECT (node))
    return wh_reader_peek_string (json_node_get_object (node), form->shorthand);

  return JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static void
read_list (WhCatalogueReader   *self,
           const WhReaderPlace *place,
           const WhFormMember  *member,
           guint                line,
           JsonNode            *node)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      wh_reader_report (self, place, line, "“%s” must be a list", member->name);
      return;
    }

  array = json_node_get_array (node);

  if (member->required && json_array_get_length (array) == 0)
    wh_reader_report (self, place, line, "“%s” is empty", member->name);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *label = g_strdup_printf ("%s: %s %u", place->label, member->name, i + 1);
      JsonNode        *element = json_array_get_element (array, i);
      const char      *identity = peek_identity (member->form, element);
      guint            element_line = wh_json_document_get_element_line (place->file->document, array, i);
      WhReaderPlace    inner = *place;

      inner.label = label;
      inner.place = i + 1;
      inner.depth++;

      if (identity != NULL && !g_hash_table_add (seen, (gpointer) identity))
        wh_reader_report (self, &inner, element_line, "“%s” stands in this list twice", identity);

      if (inner.depth > WH_READER_MAX_NESTING)
        wh_reader_report (self, &inner, element_line, "is nested too deep");
      else if (JSON_NODE_HOLDS_OBJECT (element))
        read_row (self, &inner, member->form, json_node_get_object (element));
      else if (member->form->shorthand != NULL)
        read_shorthand (self, &inner, member->form, element, element_line);
      else
        wh_reader_report (self, &inner, element_line, "must be an object");
    }
}

/* Reads the members of @object that belong to @row. */
static void
read_members (WhCatalogueReader   *self,
              const WhReaderPlace *place,
              const WhForm        *form,
              JsonObject          *object,
              WhReaderRow         *row)
{
  WhJsonDocument *document = place->file->document;
  guint           line = wh_json_document_get_object_line (document, object);

  check_members (self, place, form, object);
  check_one_of (self, place, form, object, line);

  for (const WhFormMember *member = form->members; member->name != NULL; member++)
    {
      JsonNode *node = json_object_get_member (object, member->name);
      guint     member_line = wh_json_document_get_member_line (document, object, member->name);

      if (node == NULL && member->required)
        wh_reader_report (self, place, line, "“%s” is missing", member->name);

      if (node == NULL && member->fallback != NULL)
        wh_reader_set_value (row, member->column, WH_READER_VALUE_STRING, member->fallback, 0);
      else if (node == NULL && member->type == WH_FORM_BOOLEAN)
        wh_reader_set_value (row, member->column, WH_READER_VALUE_NUMBER, NULL, FALSE);

      /* Lists are read when the row is there, and what is found by find_source() is found already. */
      if (node == NULL || member->type == WH_FORM_LIST || member->type >= WH_FORM_STARS_ROW ||
          (member->type == WH_FORM_SOURCE && g_str_equal (member->name, "source") &&
           JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING))
        continue;

      if (member->type != WH_FORM_OBJECT)
        read_value (self, place, form, member, object, member_line, node, row);
      else if (JSON_NODE_HOLDS_OBJECT (node))
        read_members (self, place, member->form, json_node_get_object (node), row);
      else
        wh_reader_report (self, place, member_line, "“%s” must be an object", member->name);
    }
}

static void
add_library (WhCatalogueReader   *self,
             const WhReaderPlace *place,
             JsonObject          *object,
             WhReaderRow         *row)
{
  const char     *name = wh_reader_peek_string (object, "name");
  JsonNode       *common = json_object_get_member (object, "common_word");
  WhReaderLibrary library = { .key = place->entry_key, .name = name };

  wh_reader_set_value (row, "library_id", WH_READER_VALUE_LIBRARY, place->entry_key, 0);

  if (name == NULL)
    return;

  g_array_append_val (self->libraries, library);

  if (common == NULL || !JSON_NODE_HOLDS_VALUE (common) || !json_node_get_boolean (common))
    g_ptr_array_add (self->names, (gpointer) name);
}

/* Reads an object into a row and everything in it into the rows behind. */
static void
read_row (WhCatalogueReader   *self,
          const WhReaderPlace *place,
          const WhForm        *form,
          JsonObject          *object)
{
  const WhFormMember *key_member = wh_form_find_member (form, "key");
  const char         *key = wh_reader_peek_string (object, "key");
  WhReaderPlace       inner = *place;
  WhReaderRow        *row = begin_row (self, place, form);

  inner.parent = self->rows->len - 1;
  if (object == place->entry)
    inner.root = inner.parent;

  find_source (self, &inner, form, object,
               wh_json_document_get_object_line (place->file->document, object), row);

  if (object == place->entry && g_str_equal (form->table, "contribution"))
    add_library (self, place, object, row);

  read_members (self, &inner, form, object, row);

  if (key_member != NULL && key_member->type == WH_FORM_KEY)
    inner.key = key;

  for (const WhFormMember *member = form->members; member->name != NULL; member++)
    {
      JsonNode *node = json_object_get_member (object, member->name);

      if (member->type == WH_FORM_LIST && node != NULL)
        read_list (self, &inner, member,
                   wh_json_document_get_member_line (place->file->document, object, member->name), node);
      else if (member->type == WH_FORM_STARS_ROW)
        wh_reader_read_cells (self, &inner, form, object);
    }
}

/**
 * wh_reader_read_entry:
 * @place: where the entry stands
 *
 * Checks an entry and turns it into rows and texts.
 */
void
wh_reader_read_entry (WhCatalogueReader   *self,
                      const WhReaderPlace *place,
                      JsonObject          *object)
{
  read_row (self, place, place->subject->form, object);
}
