/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-cli.h"
#include "wh-subject-records.h"

G_BEGIN_DECLS

/* What was typed may mean one of these, by its key or its name. */
typedef enum
{
  WH_SUBJECT_LIBRARY,
  WH_SUBJECT_ROLE,
  WH_SUBJECT_CATEGORY,
  WH_SUBJECT_COUNTERPART,
  WH_SUBJECT_TIER,
  WH_SUBJECT_SOURCE,
  WH_SUBJECT_RANKING,
  WH_SUBJECT_COMPARISON,
  WH_SUBJECT_PICK,
  WH_SUBJECT_GUIDE,
  WH_SUBJECT_TOPIC,
  WH_SUBJECT_ITEM, /* a library or a topic */
} WhSubject;

char    *wh_resolve_key (WhDatabase *database,
                         WhSubject   subject,
                         const char *typed,
                         GError    **error) G_GNUC_WARN_UNUSED_RESULT;
gpointer wh_resolve_record (WhDatabase *database,
                            WhSubject   subject,
                            GPtrArray  *records,
                            gsize       key_offset,
                            const char *typed,
                            GError    **error);
char    *wh_resolve_library (WhDatabase *database,
                             const char *typed,
                             gint64     *id,
                             GError    **error);
char    *wh_resolve_item (WhDatabase *database,
                          const char *typed,
                          const char *language,
                          WhTopic   **topic,
                          GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GStrv    wh_resolve_planned (WhDatabase        *database,
                             const char *const *keys,
                             GError           **error);
gboolean wh_resolve_stars (const char *text,
                           guint      *halves,
                           GError    **error);

G_END_DECLS
