/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-database.h"
#include "wh-subject-records.h"

G_BEGIN_DECLS

/* Reading what the catalogue holds beside libraries and roles. Each returns all of
 * one subject, whole and in display order, with texts in @language (see
 * wh-catalogue-store.h); %NULL when the database failed.
 */

GPtrArray *wh_store_list_comparisons (WhDatabase *database,
                                      const char *language,
                                      GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *wh_store_list_counterparts (WhDatabase *database,
                                       const char *language,
                                       GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *wh_store_list_tiers (WhDatabase *database,
                                const char *language,
                                GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *wh_store_list_picks (WhDatabase *database,
                                const char *language,
                                GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *wh_store_list_strategies (WhDatabase *database,
                                     const char *language,
                                     GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *wh_store_list_advice (WhDatabase *database,
                                 const char *language,
                                 GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *wh_store_list_guides (WhDatabase *database,
                                 const char *language,
                                 GError    **error) G_GNUC_WARN_UNUSED_RESULT;

WhGuideBook *wh_store_load_guide (WhDatabase *database,
                                  const char *key,
                                  const char *language,
                                  GError    **error) G_GNUC_WARN_UNUSED_RESULT;
WhTopic     *wh_store_load_topic (WhDatabase *database,
                                  const char *key,
                                  const char *language,
                                  GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray   *wh_store_list_topic_texts (WhDatabase *database,
                                        GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray   *wh_store_list_node_states (WhDatabase *database,
                                        GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
