/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "wh-database.h"
#include "wh-records.h"

G_BEGIN_DECLS

/* Reading the catalogue. @language is the language texts are wanted in, as the
 * translations are named: "en", "zh_CN". Whatever lacks it comes in English,
 * else in any language. Every function runs on the thread of its database.
 */

WhLibraryRecord  *wh_store_load_library (WhDatabase *database,
                                         gint64      id,
                                         const char *language,
                                         GError    **error) G_GNUC_WARN_UNUSED_RESULT;
WhLibraryDetails *wh_store_load_details (WhDatabase *database,
                                         gint64      id,
                                         const char *language,
                                         GError    **error) G_GNUC_WARN_UNUSED_RESULT;
WhLibraryDetails *wh_store_load_brief_details (WhDatabase *database,
                                               gint64      id,
                                               const char *language,
                                               GError    **error) G_GNUC_WARN_UNUSED_RESULT;
gint64            wh_store_find_library (WhDatabase *database,
                                         const char *key,
                                         GError    **error);
char             *wh_store_dup_current_key (WhDatabase *database,
                                            const char *key,
                                            GError    **error) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *wh_store_list_categories (WhDatabase *database,
                                     const char *language,
                                     GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *wh_store_list_roles (WhDatabase *database,
                                const char *language,
                                GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *wh_store_list_sources (WhDatabase *database,
                                  const char *language,
                                  GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *wh_store_list_source_names (WhDatabase *database,
                                       const char *language,
                                       GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *wh_store_list_rankings (WhDatabase *database,
                                   const char *language,
                                   GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *wh_store_list_orders (WhDatabase *database,
                                 const char *role,
                                 const char *language,
                                 GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *wh_store_list_slots (WhDatabase *database,
                                const char *role,
                                GError    **error) G_GNUC_WARN_UNUSED_RESULT;

GStrv   wh_store_list_keys (WhDatabase *database,
                            const char *subject,
                            GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *wh_store_list_library_ids (WhDatabase *database,
                                   GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GStrv   wh_store_suggest_keys (WhDatabase *database,
                               const char *subject,
                               const char *wrong,
                               guint       max,
                               GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GStrv   wh_store_find_keys (WhDatabase *database,
                            const char *subject,
                            const char *name,
                            GError    **error) G_GNUC_WARN_UNUSED_RESULT;
char   *wh_store_dup_word (WhDatabase *database,
                           const char *key,
                           const char *language) G_GNUC_WARN_UNUSED_RESULT;
char   *wh_store_dup_section_title (WhDatabase *database,
                                    const char *source,
                                    const char *section,
                                    const char *language) G_GNUC_WARN_UNUSED_RESULT;
char   *wh_store_dup_priority_title (WhDatabase *database,
                                     const char *priority,
                                     const char *language) G_GNUC_WARN_UNUSED_RESULT;
char   *wh_store_dup_revision (WhDatabase *database,
                               GError    **error) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  gint64     role; /* WhRole.id */
  WhPriority priority;
  guint      place; /* of the slot within the role, from 1 */
} WhIndexPriority;

/* Everything that searching, filtering and sorting need to know of a library. All
 * pointers are borrowed and hold during the callback only.
 */
typedef struct
{
  gint64                 id;
  const char            *key;
  const char            *name;
  const char            *aliases; /* what else it is called and imported as, '\n' between; never %NULL */
  const char            *texts;   /* in all languages, '\n' between; never %NULL */
  WhKind                 kind;
  WhStanding             standing;
  WhConcurrency          concurrency;
  guint                  stars; /* halves; 0 = unrated */
  guint                  my_rating;
  WhStatus               status;
  gboolean               planned;
  gboolean               gone;
  const gint64          *categories; /* WhCategory.id, the first one first */
  guint                  n_categories;
  const gint64          *sources; /* WhSource.id */
  guint                  n_sources;
  const WhIndexPriority *priorities;
  guint                  n_priorities;
  guint                  horizons;  /* 1 << WhHorizon, or-ed */
  guint                  best_rank; /* its best place in any ranking; 0 = in none */
} WhIndexRow;

typedef void (*WhIndexRowFunc) (const WhIndexRow *row,
                                gpointer          user_data);

gboolean wh_store_foreach_index_row (WhDatabase    *database,
                                     WhIndexRowFunc func,
                                     gpointer       user_data,
                                     GCancellable  *cancellable,
                                     GError       **error);

G_END_DECLS
