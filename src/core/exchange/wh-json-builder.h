/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* How everything that Wheelhouse writes as JSON puts values and lists of records down. */

/**
 * WhJsonWriteFunc:
 *
 * Writes the members of @record into the object that is open in @builder.
 */
typedef void (*WhJsonWriteFunc) (JsonBuilder  *builder,
                                 gconstpointer record);

void wh_json_add_string (JsonBuilder *builder,
                         const char  *member,
                         const char  *text);
void wh_json_add_strings (JsonBuilder *builder,
                          const char  *member,
                          GStrv        strings);
void wh_json_add_count (JsonBuilder *builder,
                        const char  *member,
                        guint        n);
void wh_json_add_stars (JsonBuilder *builder,
                        const char  *member,
                        guint        halves);
void wh_json_begin_list (JsonBuilder *builder,
                         const char  *member);
void wh_json_add_object (JsonBuilder    *builder,
                         gconstpointer   record,
                         WhJsonWriteFunc write);
void wh_json_add_list (JsonBuilder    *builder,
                       const char     *member,
                       GPtrArray      *records,
                       WhJsonWriteFunc write);

G_END_DECLS
