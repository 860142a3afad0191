/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "wh-catalogue-reader-private.h"
#include "wh-text-check.h"

/* What an entry becomes: rows for the database and texts for the translators. */

WhReaderRow *
wh_reader_add_row (WhCatalogueReader *self,
                   const char        *table)
{
  WhReaderRow *row = g_new0 (WhReaderRow, 1);

  row->table = table;
  row->values = g_array_new (FALSE, FALSE, sizeof (WhReaderValue));
  g_ptr_array_add (self->rows, row);

  return row;
}

void
wh_reader_set_value (WhReaderRow      *row,
                     const char       *column,
                     WhReaderValueKind kind,
                     const char       *string,
                     guint             number)
{
  WhReaderValue value = { .column = column, .kind = kind, .string = string, .number = number };

  g_array_append_val (row->values, value);
}

/* What a text is called in its translation's context: "library/fastapi/summary". */
static char *
dup_context (const WhReaderPlace *place,
             const WhFormMember  *member,
             JsonObject          *object)
{
  const char *field = member->field != NULL ? member->field : member->name;

  if (field[0] == '@')
    field = wh_reader_peek_string (object, field + 1);

  if (field == NULL || field[0] == '\0')
    return g_strdup_printf ("%s/%s", place->subject->name, place->entry_key);

  return g_strdup_printf ("%s/%s/%s", place->subject->name, place->entry_key, field);
}

/* Returns the index of the text. */
guint
wh_reader_add_text (WhCatalogueReader   *self,
                    const WhReaderPlace *place,
                    const WhFormMember  *member,
                    JsonObject          *object,
                    guint                line,
                    const char          *english)
{
  WhCatalogueText *text = g_new0 (WhCatalogueText, 1);
  g_autofree char *wrong = wh_text_check_line (english, member->max_chars > 0 ? member->max_chars : WH_FORM_MAX_CHARS);

  if (wrong != NULL)
    wh_reader_report (self, place, line, "“%s” %s", member->name, wrong);

  text->context = dup_context (place, member, object);
  text->english = english;
  text->file = place->file->name;
  text->line = line;
  text->place = g_strdup_printf ("%s: “%s”", place->label, member->name);
  text->max_chars_zh = member->max_chars_zh > 0 ? member->max_chars_zh : WH_FORM_MAX_CHARS_ZH;
  g_ptr_array_add (self->texts, text);

  return self->texts->len - 1;
}

void
wh_reader_set_source (WhCatalogueReader *self,
                      WhReaderRow       *row,
                      const char        *column,
                      const char        *source,
                      const char        *section)
{
  g_autofree char *section_column = NULL;

  wh_reader_set_value (row, column, WH_READER_VALUE_STRING, source, 0);

  if (section == NULL)
    return;

  /* "standing_source" has "standing_section" beside it. */
  section_column = g_strdup_printf ("%.*ssection", (int) (strlen (column) - strlen ("source")), column);
  wh_reader_set_value (row, wh_reader_keep (self, section_column), WH_READER_VALUE_STRING, section, 0);
}
