/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "wh-database.h"
#include "wh-translations.h"

G_BEGIN_DECLS

/* A text that is to be translated. */
typedef struct
{
  char       *context; /* "library/fastapi/summary" */
  const char *english;
  const char *file;
  guint       line;
  char       *place; /* what it is of, for messages: "library “fastapi”: “summary”" */
  guint       max_chars_zh;
} WhCatalogueText;

/**
 * WhCatalogueReader:
 *
 * Takes a catalogue in, from any number of JSON files and one set of translations
 * per language: every file and all translations are added first, then all of it
 * is checked at once, then it may be stored.
 *
 * What is wrong is collected as problems, so that whoever writes a catalogue sees
 * all of it: "data/catalogue/web.json:12: library “fastapi”: …". A catalogue with
 * problems is never stored.
 */
typedef struct _WhCatalogueReader WhCatalogueReader;

WhCatalogueReader *wh_catalogue_reader_new (void) G_GNUC_WARN_UNUSED_RESULT;
void               wh_catalogue_reader_free (WhCatalogueReader *self);
void               wh_catalogue_reader_add_json (WhCatalogueReader *self,
                                                 const char        *name,
                                                 const char        *text,
                                                 gsize              length);
void               wh_catalogue_reader_add_translations (WhCatalogueReader *self,
                                                         WhTranslations    *translations);
void               wh_catalogue_reader_add_problem (WhCatalogueReader *self,
                                                    const char        *file,
                                                    guint              line,
                                                    const char        *message);
gboolean           wh_catalogue_reader_check (WhCatalogueReader *self);
const GPtrArray   *wh_catalogue_reader_get_problems (WhCatalogueReader *self);
const GPtrArray   *wh_catalogue_reader_get_texts (WhCatalogueReader *self);
gboolean           wh_catalogue_reader_store (WhCatalogueReader *self,
                                              WhDatabase        *database,
                                              guint              collection,
                                              const char        *key,
                                              GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhCatalogueReader, wh_catalogue_reader_free)

G_END_DECLS
