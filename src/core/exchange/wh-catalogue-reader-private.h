/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-catalogue-forms.h"
#include "wh-catalogue-reader.h"
#include "wh-json-document.h"

G_BEGIN_DECLS

/* What the two halves of the reader share: wh-catalogue-reader.c has the whole in
 * view, wh-catalogue-entry.c reads single entries.
 */

/* Guides are the deepest: chapter, section, group, topic, and room to spare. */
#define WH_READER_MAX_NESTING 12

typedef struct
{
  char           *name;
  WhJsonDocument *document;
} WhReaderFile;

/* Where a key is defined. */
typedef struct
{
  const char *file;
  guint       line;
} WhReaderDefinition;

typedef enum
{
  WH_READER_VALUE_NUMBER,
  WH_READER_VALUE_STRING,
  WH_READER_VALUE_TEXT,    /* number: index in the texts */
  WH_READER_VALUE_ROW,     /* number: index in the rows */
  WH_READER_VALUE_LIBRARY, /* string: its key */
} WhReaderValueKind;

typedef struct
{
  const char       *column;
  WhReaderValueKind kind;
  const char       *string;
  guint             number;
} WhReaderValue;

/* A row on its way into the database. */
typedef struct
{
  const char *table;
  GArray     *values; /* WhReaderValue */
} WhReaderRow;

typedef struct
{
  const char *key;
  const char *name;
} WhReaderLibrary;

struct _WhCatalogueReader
{
  GPtrArray    *files;        /* WhReaderFile */
  GPtrArray    *translations; /* WhTranslations */
  GPtrArray    *problems;     /* char * */
  guint         n_dropped;
  guint         n_unreadable; /* what should have been a file, and is not among them */
  GHashTable   *definitions;  /* char * (subject) => GHashTable of char * (key) => WhReaderDefinition */
  GStringChunk *strings;
  GPtrArray    *texts;     /* WhCatalogueText */
  GPtrArray    *rows;      /* WhReaderRow */
  GArray       *libraries; /* WhReaderLibrary, in the order of the files */
  GPtrArray    *names;     /* char *: what must stand in translations as it is */
};

/* What is known where an object stands. */
typedef struct
{
  WhReaderFile        *file;
  const WhFormSubject *subject;
  const char          *label;     /* "library “fastapi”: ratings 2" */
  const char          *entry_key; /* of the whole entry */
  const char          *key;       /* of what the object stands in */
  int                  parent;    /* index of the row that the object stands in; -1 = none */
  int                  root;      /* index of the entry's row */
  const char          *source;    /* what holds unless the object says otherwise */
  const char          *section;
  gboolean             has_source; /* though it may be a wrong one */
  JsonObject          *entry;
  guint                place; /* within the list, from 1 */
  guint                depth;
} WhReaderPlace;

void        wh_reader_report (WhCatalogueReader   *self,
                              const WhReaderPlace *place,
                              guint                line,
                              const char          *format,
                              ...) G_GNUC_PRINTF (4, 5);
const char *wh_reader_keep (WhCatalogueReader *self,
                            const char        *string);
gboolean    wh_reader_is_defined (WhCatalogueReader *self,
                                  const char        *subject,
                                  const char        *key);
gboolean    wh_reader_define (WhCatalogueReader   *self,
                              const WhReaderPlace *place,
                              guint                line,
                              const char          *subject,
                              const char          *key);
const char *wh_reader_peek_string (JsonObject *object,
                                   const char *member);
void        wh_reader_read_entry (WhCatalogueReader   *self,
                                  const WhReaderPlace *place,
                                  JsonObject          *object);
void        wh_reader_read_cells (WhCatalogueReader   *self,
                                  const WhReaderPlace *place,
                                  const WhForm        *form,
                                  JsonObject          *object);

/* Rows and texts. */
WhReaderRow *wh_reader_add_row (WhCatalogueReader *self,
                                const char        *table);
void         wh_reader_set_value (WhReaderRow      *row,
                                  const char       *column,
                                  WhReaderValueKind kind,
                                  const char       *string,
                                  guint             number);
void         wh_reader_set_source (WhCatalogueReader *self,
                                   WhReaderRow       *row,
                                   const char        *column,
                                   const char        *source,
                                   const char        *section);
guint        wh_reader_add_text (WhCatalogueReader   *self,
                                 const WhReaderPlace *place,
                                 const WhFormMember  *member,
                                 JsonObject          *object,
                                 guint                line,
                                 const char          *english);

G_END_DECLS
