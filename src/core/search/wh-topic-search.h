/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-database.h"
#include "wh-search-words.h"

G_BEGIN_DECLS

/**
 * WhTopicIndex:
 *
 * What searching needs to know of the topics of all guides: their titles and notes in
 * every language, folded. It never changes, so that several threads can search it.
 */
typedef struct _WhTopicIndex WhTopicIndex;

/**
 * WhFoundTopic:
 * @key: of the topic
 * @library: (nullable): the key of the library that it is about
 * @match: how well it answers
 *
 * The strings belong to the index.
 */
typedef struct
{
  const char *key;
  const char *library;
  WhMatch     match;
} WhFoundTopic;

WhTopicIndex *wh_topic_index_build (WhDatabase *database,
                                    GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void          wh_topic_index_free (WhTopicIndex *self);
GArray       *wh_topic_index_search (WhTopicIndex *self,
                                     const char   *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhTopicIndex, wh_topic_index_free)

G_END_DECLS
