/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* What a database of Wheelhouse looks like: its marks, the steps that make it,
 * and a description of the catalogue's tables for whoever copies them.
 */

/* PRAGMA application_id: "Whel". */
#define WH_SCHEMA_APPLICATION_ID 0x5768656c

/* collection.id of the bundled catalogue; imports follow. */
#define WH_SCHEMA_BUNDLE 1

/* The id of row N of a collection, in every catalogue table but `library`. */
#define WH_SCHEMA_ROW_ID(collection, n) (((gint64) (collection) << 32) + (n))

/* A table whose rows belong to a collection. Its ids carry the collection in their
 * upper half, so they can be copied from one database to another as they are; only
 * the columns that hold the id of a library must be mapped through the library's
 * key, because a library row is shared by all collections. The column that tells
 * the collection is `collection`, in the table `collection` itself it is `id`.
 */
typedef struct
{
  char      *name;
  GPtrArray *columns;         /* char *: all of them, in order */
  GPtrArray *library_columns; /* char *: those that hold library.id (or NULL) */
} WhSchemaTable;

const char *const *wh_schema_get_migrations (void);
guint              wh_schema_get_version (void);
GPtrArray         *wh_schema_list_tables (sqlite3 *db) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
