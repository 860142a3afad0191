/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-database.h"
#include "wh-facts.h"

G_BEGIN_DECLS

/* The longest note that can be kept, in bytes. */
#define WH_NOTE_MAX (64 * 1024)

/* One change of a status, and when: seconds since 1970, UTC. */
typedef struct
{
  WhStatus status;
  gint64   at;
} WhStatusChange;

/**
 * WhUserRecord:
 * @key: of the library or topic
 * @my_rating: halves; 0 = none
 * @note: (nullable): never empty
 * @status: that of the last change in @history; %WH_STATUS_NONE when there is none
 * @history: (element-type WhStatusChange): all changes, the oldest first; never %NULL
 * @planned: whether it is in the plan; the following hold only then
 * @place: where in the plan, ascending; moving an item changes its own place alone
 * @item_note: (nullable): the note in the plan; never empty
 * @added_at: when it came into the plan, seconds since 1970, UTC
 *
 * Everything the user has on one key. It is the unit of change and of undo: an
 * edit reads the record, changes it and writes it back whole, undo writes the
 * old one.
 */
typedef struct
{
  char    *key;
  guint    my_rating;
  char    *note;
  WhStatus status;
  GArray  *history;
  gboolean planned;
  double   place;
  char    *item_note;
  gint64   added_at;
} WhUserRecord;

WhUserRecord *wh_user_record_new (const char *key) G_GNUC_WARN_UNUSED_RESULT;
WhUserRecord *wh_user_record_copy (const WhUserRecord *self) G_GNUC_WARN_UNUSED_RESULT;
void          wh_user_record_free (WhUserRecord *self);
gboolean      wh_user_record_equal (const WhUserRecord *self,
                                    const WhUserRecord *other);
gboolean      wh_user_record_is_empty (const WhUserRecord *self);
void          wh_user_record_set_status (WhUserRecord *self,
                                         WhStatus      status,
                                         gint64        at);
void          wh_user_record_merge (WhUserRecord       *self,
                                    const WhUserRecord *other);

WhUserRecord *wh_store_load_user_record (WhDatabase *database,
                                         const char *key,
                                         GError    **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      wh_store_save_user_records (WhDatabase      *database,
                                          const GPtrArray *records,
                                          GError         **error);
gboolean      wh_store_replace_user_records (WhDatabase      *database,
                                             const GPtrArray *before,
                                             const GPtrArray *after,
                                             GError         **error);
gboolean      wh_store_get_plan_end (WhDatabase *database,
                                     double     *place,
                                     GError    **error);
gboolean      wh_store_count_plan (WhDatabase *database,
                                   guint      *n_items,
                                   guint      *n_learnt,
                                   GError    **error);
WhStatus      wh_store_load_status (WhDatabase *database,
                                    const char *key,
                                    GError    **error);
GPtrArray    *wh_store_list_plan (WhDatabase *database,
                                  GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray    *wh_store_list_user_records (WhDatabase *database,
                                          GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhUserRecord, wh_user_record_free)

G_END_DECLS
