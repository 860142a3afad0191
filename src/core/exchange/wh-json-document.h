/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define WH_JSON_ERROR (wh_json_error_quark ())

/**
 * WhJsonError:
 * @WH_JSON_ERROR_TOO_LARGE: the text is longer than %WH_JSON_MAX_SIZE, or has more than %WH_JSON_MAX_VALUES
 * @WH_JSON_ERROR_TOO_DEEP: it is nested deeper than %WH_JSON_MAX_DEPTH
 * @WH_JSON_ERROR_SYNTAX: it is not JSON, or not UTF-8
 * @WH_JSON_ERROR_DOUBLED: an object has the same member twice
 */
typedef enum
{
  WH_JSON_ERROR_TOO_LARGE,
  WH_JSON_ERROR_TOO_DEEP,
  WH_JSON_ERROR_SYNTAX,
  WH_JSON_ERROR_DOUBLED,
} WhJsonError;

GQuark wh_json_error_quark (void);

/* What Wheelhouse itself writes has to fit: a checklist of 100,000 items has 1.3 million
 * values in some 60 to 90 MB, and takes half a gigabyte of memory while it is read. A value
 * takes some hundred times the room in memory that it can take in the text, so the worst
 * text that fits takes one gigabyte.
 */
#define WH_JSON_MAX_SIZE (128 * 1024 * 1024)
#define WH_JSON_MAX_DEPTH 32
#define WH_JSON_MAX_VALUES 2000000

/**
 * WhJsonDocument:
 *
 * A JSON text that remembers the line of everything in it, so that what is wrong
 * with an entry can be said with its line. The messages of its own errors name
 * neither file nor line; wh_json_document_new() gives the line beside them.
 */
typedef struct _WhJsonDocument WhJsonDocument;

WhJsonDocument *wh_json_document_new (const char *text,
                                      gssize      length,
                                      guint      *line,
                                      GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void            wh_json_document_free (WhJsonDocument *self);
JsonNode       *wh_json_document_get_root (WhJsonDocument *self);
guint           wh_json_document_get_object_line (WhJsonDocument *self,
                                                  JsonObject     *object);
guint           wh_json_document_get_member_line (WhJsonDocument *self,
                                                  JsonObject     *object,
                                                  const char     *member);
guint           wh_json_document_get_element_line (WhJsonDocument *self,
                                                   JsonArray      *array,
                                                   guint           index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhJsonDocument, wh_json_document_free)

G_END_DECLS
