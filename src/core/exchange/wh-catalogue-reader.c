/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "wh-catalogue-load.h"
#include "wh-catalogue-reader-private.h"
#include "wh-text-check.h"

/* More than this nobody reads; the rest is counted. */
#define MAX_PROBLEMS 200

static void
source_file_free (WhReaderFile *file)
{
  g_clear_pointer (&file->document, wh_json_document_free);
  g_free (file->name);
  g_free (file);
}

static void
catalogue_text_free (WhCatalogueText *text)
{
  g_free (text->context);
  g_free (text->place);
  g_free (text);
}

static void
row_free (WhReaderRow *row)
{
  g_array_unref (row->values);
  g_free (row);
}

WhCatalogueReader *
wh_catalogue_reader_new (void)
{
  WhCatalogueReader *self = g_new0 (WhCatalogueReader, 1);

  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) source_file_free);
  self->translations = g_ptr_array_new_with_free_func ((GDestroyNotify) wh_translations_free);
  self->problems = g_ptr_array_new_with_free_func (g_free);
  self->definitions = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_hash_table_unref);
  self->strings = g_string_chunk_new (4096);
  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) catalogue_text_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  self->libraries = g_array_new (FALSE, FALSE, sizeof (WhReaderLibrary));
  self->names = g_ptr_array_new ();

  return self;
}

void
wh_catalogue_reader_free (WhCatalogueReader *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->translations);
  g_ptr_array_unref (self->problems);
  g_hash_table_unref (self->definitions);
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->libraries);
  g_ptr_array_unref (self->names);
  g_string_chunk_free (self->strings);
  g_free (self);
}

const char *
wh_reader_keep (WhCatalogueReader *self,
                const char        *string)
{
  return g_string_chunk_insert_const (self->strings, string);
}

/**
 * wh_catalogue_reader_add_problem:
 * @file: the file that it is about
 * @line: the line, or 0 when it is not known
 *
 * Adds what was found wrong elsewhere, for instance with a translation's file.
 */
void
wh_catalogue_reader_add_problem (WhCatalogueReader *self,
                                 const char        *file,
                                 guint              line,
                                 const char        *message)
{
  g_return_if_fail (self != NULL && file != NULL && message != NULL);

  if (self->problems->len == MAX_PROBLEMS)
    self->n_dropped++;
  else if (line > 0)
    g_ptr_array_add (self->problems, g_strdup_printf ("%s:%u: %s", file, line, message));
  else
    g_ptr_array_add (self->problems, g_strdup_printf ("%s: %s", file, message));
}

void
wh_reader_report (WhCatalogueReader   *self,
                  const WhReaderPlace *place,
                  guint                line,
                  const char          *format,
                  ...)
{
  g_autofree char *message = NULL;
  g_autofree char *whole = NULL;
  va_list          args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  whole = g_strconcat (place->label, ": ", message, NULL);
  wh_catalogue_reader_add_problem (self, place->file->name, line, whole);
}

/**
 * wh_catalogue_reader_add_json:
 * @name: the name of the file, for messages
 * @text: what is in it
 *
 * Adds a file.
 */
void
wh_catalogue_reader_add_json (WhCatalogueReader *self,
                              const char        *name,
                              const char        *text,
                              gsize              length)
{
  g_autoptr (WhJsonDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  WhReaderFile *file;
  guint         line = 0;

  g_return_if_fail (self != NULL && name != NULL && text != NULL);

  document = wh_json_document_new (text, length, &line, &error);

  if (document == NULL || !JSON_NODE_HOLDS_OBJECT (wh_json_document_get_root (document)))
    {
      wh_catalogue_reader_add_problem (self, name, document == NULL ? line : 1,
                                       document == NULL ? error->message : "must be one object with lists of entries");
      self->n_unreadable++;
      return;
    }

  file = g_new0 (WhReaderFile, 1);
  file->name = g_strdup (name);
  file->document = g_steal_pointer (&document);
  g_ptr_array_add (self->files, file);
}

/**
 * wh_catalogue_reader_add_translations:
 * @translations: (transfer full): the texts of one more language
 */
void
wh_catalogue_reader_add_translations (WhCatalogueReader *self,
                                      WhTranslations    *translations)
{
  g_return_if_fail (self != NULL && translations != NULL);

  g_ptr_array_add (self->translations, translations);
}

/* Definitions: every key that can be referred to. */

static GHashTable *
get_keys (WhCatalogueReader *self,
          const char        *subject)
{
  GHashTable *keys = g_hash_table_lookup (self->definitions, subject);

  if (keys == NULL)
    {
      keys = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
      g_hash_table_insert (self->definitions, (gpointer) wh_reader_keep (self, subject), keys);
    }

  return keys;
}

gboolean
wh_reader_is_defined (WhCatalogueReader *self,
                      const char        *subject,
                      const char        *key)
{
  return g_hash_table_contains (get_keys (self, subject), key);
}

/* Returns: whether the key was free */
gboolean
wh_reader_define (WhCatalogueReader   *self,
                  const WhReaderPlace *place,
                  guint                line,
                  const char          *subject,
                  const char          *key)
{
  GHashTable         *keys = get_keys (self, subject);
  WhReaderDefinition *definition = g_hash_table_lookup (keys, key);

  if (definition != NULL)
    {
      wh_reader_report (self, place, line, "the %s “%s” is there already: %s:%u",
                        subject, key, definition->file, definition->line);
      return FALSE;
    }

  definition = g_new0 (WhReaderDefinition, 1);
  definition->file = place->file->name;
  definition->line = line;
  g_hash_table_insert (keys, (gpointer) wh_reader_keep (self, key), definition);

  return TRUE;
}

/* The value of a string member, or NULL; that it may be missing or something else is
 * said when the object is read.
 */
const char *
wh_reader_peek_string (JsonObject *object,
                       const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

static gboolean
shares_keys (const WhForm *form)
{
  return g_str_equal (form->defines, "library") || g_str_equal (form->defines, "topic");
}

/* Defines the key of @object and of everything in it. */
static void
define_object (WhCatalogueReader   *self,
               const WhReaderPlace *place,
               const WhForm        *form,
               JsonObject          *object)
{
  const char *key = wh_reader_peek_string (object, "key");
  guint       line = wh_json_document_get_member_line (place->file->document, object, "key");

  if (form->defines != NULL && key != NULL && form->scoped)
    {
      g_autofree char *scoped = g_strconcat (place->key, "#", key, NULL);

      wh_reader_define (self, place, line, form->defines, scoped);
    }
  else if (form->defines != NULL && key != NULL)
    {
      if (wh_reader_define (self, place, line, form->defines, key) && shares_keys (form))
        wh_reader_define (self, place, line, WH_FORM_LEARNABLE, key);
    }

  if (place->depth >= WH_READER_MAX_NESTING)
    return;

  for (const WhFormMember *member = form->members; member->name != NULL; member++)
    {
      JsonNode  *node = json_object_get_member (object, member->name);
      JsonArray *array;

      if (member->type != WH_FORM_LIST || node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
        continue;

      array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          JsonNode     *element = json_array_get_element (array, i);
          WhReaderPlace inner = *place;

          inner.key = key != NULL ? key : "";
          inner.depth++;

          if (JSON_NODE_HOLDS_OBJECT (element))
            define_object (self, &inner, member->form, json_node_get_object (element));
        }
    }
}

/* Entries */

typedef void (*EntryFunc) (WhCatalogueReader   *self,
                           const WhReaderPlace *place,
                           JsonObject          *object);

static void
define_entry (WhCatalogueReader   *self,
              const WhReaderPlace *place,
              JsonObject          *object)
{
  define_object (self, place, place->subject->form, object);
}

static void
visit_entry (WhCatalogueReader   *self,
             WhReaderFile        *file,
             const WhFormSubject *subject,
             JsonArray           *entries,
             guint                index,
             guint                place_in_all,
             EntryFunc            func)
{
  g_autofree char *label = NULL;
  JsonObject      *object = json_array_get_object_element (entries, index);
  const char      *key = wh_reader_peek_string (object, "key");
  WhReaderPlace    place = { .file = file, .subject = subject, .parent = -1, .root = -1, .place = place_in_all };

  if (key != NULL)
    label = g_strdup_printf ("%s “%s”", subject->name, key);
  else
    label = g_strdup_printf ("%s %u", subject->member, index + 1);

  place.label = label;
  place.entry = object;
  place.entry_key = key;
  place.key = key;

  func (self, &place, object);
}

/* Calls @func for every entry: subject after subject, each through all files. */
static void
foreach_entry (WhCatalogueReader *self,
               EntryFunc          func)
{
  guint                n_subjects;
  const WhFormSubject *subjects = wh_catalogue_get_forms (&n_subjects);

  for (guint i = 0; i < n_subjects; i++)
    {
      guint place = 0;

      for (guint j = 0; j < self->files->len; j++)
        {
          WhReaderFile *file = g_ptr_array_index (self->files, j);
          JsonObject   *root = json_node_get_object (wh_json_document_get_root (file->document));
          JsonNode     *node = json_object_get_member (root, subjects[i].member);
          JsonArray    *entries;

          if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
            continue;

          entries = json_node_get_array (node);

          for (guint k = 0; k < json_array_get_length (entries); k++)
            {
              if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (entries, k)))
                visit_entry (self, file, &subjects[i], entries, k, ++place, func);
            }
        }
    }
}

static char *
dup_parts (void)
{
  g_autoptr (GString) parts = g_string_new (NULL);
  guint                n_subjects;
  const WhFormSubject *subjects = wh_catalogue_get_forms (&n_subjects);

  for (guint i = 0; i < n_subjects; i++)
    g_string_append_printf (parts, "%s%s", i > 0 ? ", " : "", subjects[i].member);

  return g_string_free_and_steal (g_steal_pointer (&parts));
}

static gboolean
is_subject (const char *member)
{
  guint                n_subjects;
  const WhFormSubject *subjects = wh_catalogue_get_forms (&n_subjects);

  for (guint i = 0; i < n_subjects; i++)
    {
      if (g_str_equal (subjects[i].member, member))
        return TRUE;
    }

  return FALSE;
}

/* What is so wrong that foreach_entry() passes over it. */
static void
check_file (WhCatalogueReader *self,
            WhReaderFile      *file)
{
  JsonObject *root = json_node_get_object (wh_json_document_get_root (file->document));
  g_autoptr (GList) members = json_object_get_members (root);

  for (GList *l = members; l != NULL; l = l->next)
    {
      const char   *member = l->data;
      guint         line = wh_json_document_get_member_line (file->document, root, member);
      JsonNode     *node = json_object_get_member (root, member);
      WhReaderPlace place = { .file = file, .label = member };
      JsonArray    *array;

      if (!is_subject (member))
        {
          g_autofree char *parts = dup_parts ();

          wh_reader_report (self, &place, line, "a catalogue has no such part; there are: %s", parts);
          continue;
        }

      if (!JSON_NODE_HOLDS_ARRAY (node))
        {
          wh_reader_report (self, &place, line, "must be a list of entries");
          continue;
        }

      array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          if (!JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i)))
            wh_reader_report (self, &place, wh_json_document_get_element_line (file->document, array, i),
                              "entry %u must be an object", i + 1);
        }
    }
}

/* Translations */

static void
check_translation (WhCatalogueReader     *self,
                   const WhTranslations  *translations,
                   const WhCatalogueText *text,
                   const WhTranslation   *translation)
{
  g_autofree char *wrong = NULL;
  g_autofree char *message = NULL;

  if (!(wrong = wh_text_check_line (translation->text, text->max_chars_zh)) &&
      !(wrong = wh_text_check_names (text->english, translation->text, (const char *const *) self->names->pdata)) &&
      !(wrong = wh_text_check_fields (text->english, translation->text)) &&
      !(g_str_has_prefix (wh_translations_get_language (translations), "zh") &&
        (wrong = wh_text_check_punctuation (translation->text))))
    return;

  message = g_strdup_printf ("%s: the translation “%s” %s", text->place, translation->text, wrong);
  wh_catalogue_reader_add_problem (self, wh_translations_get_file (translations), translation->line, message);
}

static void
check_translations (WhCatalogueReader    *self,
                    const WhTranslations *translations)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      const WhCatalogueText *text = g_ptr_array_index (self->texts, i);
      const WhTranslation   *translation = wh_translations_find (translations, text->context, text->english);
      g_autofree char       *message = NULL;

      if (translation != NULL && !translation->fuzzy && *translation->text != '\0')
        {
          check_translation (self, translations, text, translation);
          continue;
        }

      message = g_strdup_printf ("%s is not translated into %s%s: “%s”",
                                 text->place, wh_translations_get_language (translations),
                                 translation != NULL && translation->fuzzy ? " for certain (fuzzy)" : "",
                                 text->english);
      wh_catalogue_reader_add_problem (self, text->file, text->line, message);
    }
}

static void
check_entries (WhCatalogueReader *self)
{
  foreach_entry (self, define_entry);
  foreach_entry (self, wh_reader_read_entry);
  g_ptr_array_add (self->names, NULL);

  for (guint i = 0; i < self->translations->len; i++)
    check_translations (self, g_ptr_array_index (self->translations, i));
}

/**
 * wh_catalogue_reader_check:
 *
 * Checks everything that was added. To be called once.
 *
 * Returns: %TRUE when the catalogue may be stored
 */
gboolean
wh_catalogue_reader_check (WhCatalogueReader *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->rows->len == 0, FALSE);

  for (guint i = 0; i < self->files->len; i++)
    check_file (self, g_ptr_array_index (self->files, i));

  /* What a file that cannot be read defines would be missing everywhere. */
  if (self->n_unreadable == 0)
    check_entries (self);

  if (self->n_dropped > 0)
    g_ptr_array_add (self->problems, g_strdup_printf ("… and %u more", self->n_dropped));

  return self->problems->len == 0;
}

/**
 * wh_catalogue_reader_get_problems:
 *
 * Returns: (element-type utf8): what is wrong, each "FILE:LINE: ENTRY: …"
 */
const GPtrArray *
wh_catalogue_reader_get_problems (WhCatalogueReader *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->problems;
}

/**
 * wh_catalogue_reader_get_texts:
 *
 * Returns: (element-type WhCatalogueText): the texts to be translated, in the order
 *   of the files; valid as long as the reader
 */
const GPtrArray *
wh_catalogue_reader_get_texts (WhCatalogueReader *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->texts;
}

/* Storing */

/* Stores a text in every language it has; returns its id. */
static gint64
store_text (WhCatalogueReader *self,
            WhCatalogueLoad   *load,
            guint              index,
            GError           **error)
{
  const WhCatalogueText *text = g_ptr_array_index (self->texts, index);
  gint64                 id = wh_catalogue_load_add_text (load, 0, "en", text->english, error);

  for (guint i = 0; id != 0 && i < self->translations->len; i++)
    {
      const WhTranslations *translations = g_ptr_array_index (self->translations, i);
      const WhTranslation  *translation = wh_translations_find (translations, text->context, text->english);

      id = wh_catalogue_load_add_text (load, id, wh_translations_get_language (translations),
                                       translation->text, error);
    }

  return id;
}

/* The ids that rows and libraries have got so far. */
typedef struct
{
  gint64     *rows;
  GHashTable *libraries; /* char * => gint64 * */
} StoredIds;

static gboolean
resolve_value (WhCatalogueReader   *self,
               WhCatalogueLoad     *load,
               const StoredIds     *ids,
               const WhReaderValue *value,
               WhLoadValue         *resolved,
               GError             **error)
{
  const gint64 *library;

  resolved->column = value->column;

  switch (value->kind)
    {
    case WH_READER_VALUE_NUMBER:
      resolved->number = value->number;
      return TRUE;

    case WH_READER_VALUE_STRING:
      resolved->text = value->string;
      return TRUE;

    case WH_READER_VALUE_TEXT:
      resolved->number = store_text (self, load, value->number, error);
      return resolved->number != 0;

    case WH_READER_VALUE_ROW:
      resolved->number = ids->rows[value->number];
      return TRUE;

    case WH_READER_VALUE_LIBRARY:
      library = g_hash_table_lookup (ids->libraries, value->string);
      resolved->number = *library;
      return TRUE;

    default:
      g_assert_not_reached ();
    }
}

static gboolean
store_row (WhCatalogueReader *self,
           WhCatalogueLoad   *load,
           const StoredIds   *ids,
           guint              index,
           GError           **error)
{
  const WhReaderRow      *row = g_ptr_array_index (self->rows, index);
  g_autofree WhLoadValue *values = g_new0 (WhLoadValue, row->values->len);

  for (guint i = 0; i < row->values->len; i++)
    {
      if (!resolve_value (self, load, ids, &g_array_index (row->values, WhReaderValue, i), &values[i], error))
        return FALSE;
    }

  ids->rows[index] = wh_catalogue_load_add_row (load, row->table, values, row->values->len, error);
  return ids->rows[index] != 0;
}

static GHashTable *
store_libraries (WhCatalogueReader *self,
                 WhCatalogueLoad   *load,
                 GError           **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < self->libraries->len; i++)
    {
      const WhReaderLibrary *library = &g_array_index (self->libraries, WhReaderLibrary, i);
      gint64                 id = wh_catalogue_load_add_library (load, library->key, library->name, error);

      if (id == 0)
        return NULL;

      g_hash_table_insert (ids, (gpointer) library->key, g_memdup2 (&id, sizeof id));
    }

  return g_steal_pointer (&ids);
}

/**
 * wh_catalogue_reader_store:
 * @collection: the number of the collection, which must not exist yet
 * @key: its key
 *
 * Stores what wh_catalogue_reader_check() found good, in one transaction.
 */
gboolean
wh_catalogue_reader_store (WhCatalogueReader *self,
                           WhDatabase        *database,
                           guint              collection,
                           const char        *key,
                           GError           **error)
{
  g_autoptr (WhCatalogueLoad) load = NULL;
  g_autoptr (GHashTable) libraries = NULL;
  g_autofree gint64 *rows = NULL;
  StoredIds          ids;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->problems->len == 0, FALSE);

  rows = g_new0 (gint64, self->rows->len);

  if (!(load = wh_catalogue_load_begin (database, collection, key, error)) ||
      !(libraries = store_libraries (self, load, error)))
    return FALSE;

  ids = (StoredIds) { .rows = rows, .libraries = libraries };

  for (guint i = 0; i < self->rows->len; i++)
    {
      if (!store_row (self, load, &ids, i, error))
        return FALSE;
    }

  return wh_catalogue_load_commit (load, error);
}
