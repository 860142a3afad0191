/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-catalogue-reader-private.h"
#include "wh-catalogue-values.h"

static JsonArray *
peek_array (JsonObject *object,
            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/* Where a library stands in a comparison, its stars are a rating as well. */
static void
add_compared_rating (WhCatalogueReader   *self,
                     const WhReaderPlace *place,
                     const char          *library,
                     const char          *measure,
                     guint                stars)
{
  WhReaderRow *row = wh_reader_add_row (self, "rating");

  wh_reader_set_value (row, "library_id", WH_READER_VALUE_LIBRARY, library, 0);
  wh_reader_set_value (row, "measure", WH_READER_VALUE_STRING, measure, 0);
  wh_reader_set_value (row, "stars", WH_READER_VALUE_NUMBER, NULL, stars);
  wh_reader_set_value (row, "place", WH_READER_VALUE_NUMBER, NULL, place->place);

  if (place->source != NULL)
    wh_reader_set_source (self, row, "source", place->source, place->section);
}

static void
read_cell (WhCatalogueReader   *self,
           const WhReaderPlace *place,
           const WhForm        *form,
           JsonObject          *object,
           guint                index)
{
  JsonArray   *subjects = peek_array (place->entry, "subjects");
  JsonArray   *stars = peek_array (object, "stars");
  JsonArray   *values = peek_array (object, "values");
  JsonNode    *subject = json_array_get_element (subjects, index);
  JsonNode    *node = stars != NULL ? json_array_get_element (stars, index) : NULL;
  const char  *measure = wh_reader_peek_string (object, "measure");
  const char  *library = NULL;
  WhReaderRow *row = wh_reader_add_row (self, "comparison_cell");

  wh_reader_set_value (row, "row_id", WH_READER_VALUE_ROW, NULL, place->parent);
  wh_reader_set_value (row, "place", WH_READER_VALUE_NUMBER, NULL, index + 1);

  if (JSON_NODE_HOLDS_OBJECT (subject))
    library = wh_reader_peek_string (json_node_get_object (subject), "library");

  if (node != NULL && !JSON_NODE_HOLDS_NULL (node))
    {
      guint halves = wh_value_get_stars (node);

      if (halves == 0)
        wh_reader_report (self, place, wh_json_document_get_element_line (place->file->document, stars, index),
                          "“stars” must be numbers from 0.5 to 5 in steps of 0.5, or null");
      wh_reader_set_value (row, "stars", WH_READER_VALUE_NUMBER, NULL, halves);

      if (library != NULL && measure != NULL)
        add_compared_rating (self, place, library, measure, halves);
    }

  node = values != NULL ? json_array_get_element (values, index) : NULL;

  if (node != NULL && !JSON_NODE_HOLDS_NULL (node))
    {
      const WhFormMember *member = wh_form_find_member (form, "values");
      guint               line = wh_json_document_get_element_line (place->file->document, values, index);

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        wh_reader_set_value (row, "value_text", WH_READER_VALUE_TEXT, NULL,
                             wh_reader_add_text (self, place, member, object, line, json_node_get_string (node)));
      else
        wh_reader_report (self, place, line, "“values” must be texts, or null");
    }
}

/**
 * wh_reader_read_cells:
 * @object: a row of a comparison
 *
 * Reads the stars and words of the row, one for each subject.
 */
void
wh_reader_read_cells (WhCatalogueReader   *self,
                      const WhReaderPlace *place,
                      const WhForm        *form,
                      JsonObject          *object)
{
  static const char *const members[] = { "stars", "values" };
  JsonArray               *subjects = peek_array (place->entry, "subjects");
  guint                    n_subjects = subjects != NULL ? json_array_get_length (subjects) : 0;
  guint                    line = wh_json_document_get_object_line (place->file->document, object);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      JsonArray *cells = peek_array (object, members[i]);

      if (cells == NULL && json_object_has_member (object, members[i]))
        {
          wh_reader_report (self, place, line, "“%s” must be a list", members[i]);
          return;
        }

      if (cells != NULL && json_array_get_length (cells) != n_subjects)
        {
          wh_reader_report (self, place, line, "“%s” has %u values for %u subjects",
                            members[i], json_array_get_length (cells), n_subjects);
          return;
        }
    }

  for (guint i = 0; i < n_subjects; i++)
    read_cell (self, place, form, object, i);
}
