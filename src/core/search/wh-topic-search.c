/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-catalogue-subjects.h"
#include "wh-fold.h"
#include "wh-topic-search.h"

typedef struct
{
  char *key;
  char *library; /* (nullable) */
  char *text;    /* folded: titles and library, each ended by a line feed; then the notes */
  gsize notes_start;
} Topic;

struct _WhTopicIndex
{
  GArray *topics; /* Topic */
};

static void
topic_clear (gpointer data)
{
  Topic *topic = data;

  g_free (topic->key);
  g_free (topic->library);
  g_free (topic->text);
}

static void
add_topic (WhTopicIndex       *self,
           const WhTopicTexts *texts)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Topic topic = { .key = g_strdup (texts->key), .library = g_strdup (texts->library) };

  wh_fold_append_line (text, texts->titles);
  wh_fold_append_line (text, texts->library);
  topic.notes_start = text->len;
  wh_fold_append_line (text, texts->notes);
  topic.text = g_string_free_and_steal (g_steal_pointer (&text));

  g_array_append_val (self->topics, topic);
}

/**
 * wh_topic_index_build:
 *
 * Returns: (transfer full): the topics of all guides of @database; %NULL when that failed
 */
WhTopicIndex *
wh_topic_index_build (WhDatabase *database,
                      GError    **error)
{
  g_autoptr (GPtrArray) topics = wh_store_list_topic_texts (database, error);
  WhTopicIndex *self;

  if (topics == NULL)
    return NULL;

  self = g_new0 (WhTopicIndex, 1);
  self->topics = g_array_sized_new (FALSE, FALSE, sizeof (Topic), topics->len);
  g_array_set_clear_func (self->topics, topic_clear);

  for (guint i = 0; i < topics->len; i++)
    add_topic (self, g_ptr_array_index (topics, i));

  return self;
}

void
wh_topic_index_free (WhTopicIndex *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->topics);
  g_free (self);
}

/* Best first; equally good ones stay as they stood. */
static GArray *
sort_by_match (GArray *found)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (WhFoundTopic), found->len);

  for (guint match = 0; match < WH_N_MATCHES; match++)
    {
      for (guint i = 0; i < found->len; i++)
        {
          const WhFoundTopic *topic = &g_array_index (found, WhFoundTopic, i);

          if (topic->match == (WhMatch) match)
            g_array_append_vals (sorted, topic, 1);
        }
    }

  return sorted;
}

/**
 * wh_topic_index_search:
 * @text: words, all of which a topic must have, in any language
 *
 * Searches topics as wh_search() searches libraries: folded alike, and those that are
 * called so before those of which it is only said; equally good ones in the order of
 * the guides.
 *
 * Returns: (transfer full) (element-type WhFoundTopic): the topics, best first; none
 *   when there is no word in @text
 */
GArray *
wh_topic_index_search (WhTopicIndex *self,
                       const char   *text)
{
  g_auto (WhSearchWords) typed = { 0 };
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (WhFoundTopic));

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  wh_search_words_init (&typed, text);

  for (guint i = 0; typed.words[0] != NULL && i < self->topics->len; i++)
    {
      const Topic *topic = &g_array_index (self->topics, Topic, i);
      WhFoundTopic hit = { topic->key, topic->library, WH_MATCH_TEXT };

      if (!wh_search_words_are_in (&typed, topic->text))
        continue;

      hit.match = wh_search_words_grade (&typed, topic->text, topic->text + topic->notes_start);
      g_array_append_val (found, hit);
    }

  return sort_by_match (found);
}
