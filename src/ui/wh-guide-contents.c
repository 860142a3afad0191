/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-fold.h"
#include "wh-guide-contents.h"
#include "wh-guide-facts.h"
#include "wh-guide-heading.h"
#include "wh-search-words.h"
#include "wh-topic-row.h"

/* So many topics fill a window. They are there at once, the others come while it is looked at. */
#define FIRST_TOPICS 16

/**
 * WhGuideContents:
 *
 * The topics of a chapter, or those of a whole guide that match: headings with what
 * is learnt below them, topics to tick, and beside them code, strategies and advice.
 * A part may be as deep as it is; what has no groups needs none.
 *
 * It borrows the guide and the progress it shows: they must be there until others
 * are shown or it is cleared.
 */
struct _WhGuideContents
{
  AdwBin parent_instance;

  GtkBox *box;

  WhCatalogue           *catalogue;
  const WhGuideBook     *book;
  const WhGuideProgress *progress;
  WhSearchWords          typed; /* none: all topics */
  gboolean               open_only;

  GQueue     parts; /* Part*: what is still to be built, in this order */
  guint      build_id;
  GPtrArray *headings; /* Heading* */
  GPtrArray *rows;     /* WhTopicRow*, not owned */
  GPtrArray *nodes;    /* const WhGuideNode*: theirs, in step */
};

typedef enum
{
  PART_NODE,    /* the node with all that stands below it */
  PART_HEADING, /* its heading alone */
  PART_BESIDE,  /* only what stands beside it */
  PART_TOPICS,  /* some of the topics that stand directly in it */
} PartKind;

typedef struct
{
  PartKind           kind;
  const WhGuideNode *node; /* (nullable): the guide itself */
  guint              first;
  guint              n_topics;
} Part;

typedef struct
{
  WhGuideHeading    *widget; /* not owned */
  const WhGuideNode *node;
} Heading;

G_DEFINE_FINAL_TYPE (WhGuideContents, wh_guide_contents, ADW_TYPE_BIN)

static gboolean
is_filtered (WhGuideContents *self)
{
  return self->typed.words[0] != NULL || self->open_only;
}

/* Looks where the search for topics of all guides does, in the language that is shown. */
static gboolean
has_typed (WhGuideContents   *self,
           const WhGuideNode *topic)
{
  g_autoptr (GString) text = g_string_new (NULL);

  wh_fold_append_line (text, topic->title);
  wh_fold_append_line (text, topic->library);
  wh_fold_append_line (text, topic->note);

  return wh_search_words_are_in (&self->typed, text->str);
}

static gboolean
matches (WhGuideContents   *self,
         const WhGuideNode *topic)
{
  WhStatus status = wh_guide_progress_get_status (self->progress, topic);

  if (self->open_only && (status == WH_STATUS_LEARNT || status == WH_STATUS_SKIPPED))
    return FALSE;

  return self->typed.words[0] == NULL || has_typed (self, topic);
}

/* How many topics of @node are shown. */
static guint
count_matches (WhGuideContents   *self,
               const WhGuideNode *node)
{
  guint n = 0;

  if (wh_guide_node_is_topic (node))
    return matches (self, node);

  for (guint i = 0; i < node->children->len; i++)
    n += count_matches (self, g_ptr_array_index (node->children, i));

  return n;
}

static void
append_heading (WhGuideContents   *self,
                GtkBox            *box,
                const WhGuideNode *node,
                guint              level)
{
  static const char *const sizes[] = { "title-2", "title-4", "heading" };
  g_autofree char         *emphasis = wh_guide_facts_dup_emphasis (self->catalogue, node);
  Heading                 *heading = g_new0 (Heading, 1);

  heading->node = node;
  heading->widget = WH_GUIDE_HEADING (wh_guide_heading_new (node->title, emphasis, is_filtered (self) ? NULL : node->note,
                                                            sizes[MIN (level, G_N_ELEMENTS (sizes) - 1)],
                                                            wh_catalogue_get_language (self->catalogue)));
  wh_guide_heading_set_progress (heading->widget, wh_guide_progress_get_node (self->progress, node));
  g_ptr_array_add (self->headings, heading);
  gtk_box_append (box, GTK_WIDGET (heading->widget));
}

/* Code, strategies and advice. Where one looks for topics they would be in the way. */
static void
append_beside (WhGuideContents   *self,
               GtkListBox        *list,
               const WhGuideNode *node)
{
  if (!is_filtered (self))
    wh_guide_facts_append_beside (list, self->catalogue, self->book, node);
}

static void
append_topic (WhGuideContents   *self,
              GtkListBox        *list,
              const WhGuideNode *node)
{
  g_autofree char *emphasis = wh_guide_facts_dup_emphasis (self->catalogue, node);
  GtkWidget       *row = wh_topic_row_new (node, emphasis, wh_catalogue_get_language (self->catalogue));

  wh_topic_row_set_state (WH_TOPIC_ROW (row),
                          wh_guide_progress_get_status (self->progress, node),
                          wh_guide_progress_get_planned (self->progress, node));
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->nodes, (gpointer) node);
  gtk_list_box_append (list, row);
  append_beside (self, list, node);
}

/* A list that nothing stands in is not shown. */
static void
take_list (GtkBox    *box,
           GtkWidget *list)
{
  g_object_ref_sink (list);
  if (gtk_widget_get_first_child (list) != NULL)
    gtk_box_append (box, list);
  g_object_unref (list);
}

static void
append_topics (WhGuideContents *self,
               GtkBox          *box,
               const GPtrArray *nodes,
               guint            first,
               guint            n_topics)
{
  GtkWidget *list = wh_guide_facts_new_list ();

  for (guint i = first; i < first + n_topics; i++)
    if (matches (self, g_ptr_array_index (nodes, i)))
      append_topic (self, GTK_LIST_BOX (list), g_ptr_array_index (nodes, i));

  take_list (box, list);
}

static void
append_beside_list (WhGuideContents   *self,
                    GtkBox            *box,
                    const WhGuideNode *node)
{
  GtkWidget *list = wh_guide_facts_new_list ();

  append_beside (self, GTK_LIST_BOX (list), node);
  take_list (box, list);
}

static void
append_node (WhGuideContents   *self,
             GtkBox            *box,
             const WhGuideNode *node,
             guint              level)
{
  GtkWidget *part;

  if (is_filtered (self) && count_matches (self, node) == 0)
    return;

  part = gtk_box_new (GTK_ORIENTATION_VERTICAL, level < 2 ? 12 : 9);
  append_heading (self, GTK_BOX (part), node, level);

  for (guint i = 0; i < node->children->len;)
    {
      guint n_topics = wh_guide_nodes_count_topics (node->children, i);

      if (n_topics > 0)
        append_topics (self, GTK_BOX (part), node->children, i, n_topics);
      else
        append_node (self, GTK_BOX (part), g_ptr_array_index (node->children, i), level + 1);

      i += MAX (n_topics, 1);
    }

  append_beside_list (self, GTK_BOX (part), node);
  gtk_box_append (box, part);
}

static void
build_part (WhGuideContents *self,
            const Part      *part)
{
  switch (part->kind)
    {
    case PART_NODE:
      append_node (self, self->box, part->node, 1);
      break;

    case PART_HEADING:
      append_heading (self, self->box, part->node, 0);
      break;

    case PART_BESIDE:
      append_beside_list (self, self->box, part->node);
      break;

    case PART_TOPICS:
      append_topics (self, self->box, part->node != NULL ? part->node->children : self->book->guide->nodes,
                     part->first, part->n_topics);
      break;

    default:
      g_assert_not_reached ();
    }
}

static gboolean
build_cb (gpointer user_data)
{
  WhGuideContents *self = user_data;
  g_autofree Part *part = g_queue_pop_head (&self->parts);

  build_part (self, part);

  if (!g_queue_is_empty (&self->parts))
    return G_SOURCE_CONTINUE;

  self->build_id = 0;
  return G_SOURCE_REMOVE;
}

static void
build_all (WhGuideContents *self)
{
  g_clear_handle_id (&self->build_id, g_source_remove);

  while (!g_queue_is_empty (&self->parts))
    {
      g_autofree Part *part = g_queue_pop_head (&self->parts);

      build_part (self, part);
    }
}

static void
build_first (WhGuideContents *self)
{
  while (!g_queue_is_empty (&self->parts) && self->rows->len < FIRST_TOPICS)
    {
      g_autofree Part *part = g_queue_pop_head (&self->parts);

      build_part (self, part);
    }

  if (!g_queue_is_empty (&self->parts))
    self->build_id = g_idle_add (build_cb, self);
}

static void
push_part (WhGuideContents *self,
           Part             part)
{
  g_queue_push_tail (&self->parts, g_memdup2 (&part, sizeof part));
}

static void
push_parts (WhGuideContents   *self,
            const WhGuideNode *above)
{
  const GPtrArray *nodes = above->children;

  for (guint i = 0; i < nodes->len;)
    {
      guint n_topics = wh_guide_nodes_count_topics (nodes, i);

      if (n_topics > 0)
        push_part (self, (Part) { PART_TOPICS, above, i, n_topics });
      else
        push_part (self, (Part) { PART_NODE, g_ptr_array_index (nodes, i) });

      i += MAX (n_topics, 1);
    }
}

/* What matches in a guide, chapter by chapter. */
static void
push_chapters (WhGuideContents *self)
{
  const GPtrArray *chapters = self->book->guide->nodes;

  for (guint i = 0; i < chapters->len; i++)
    {
      const WhGuideNode *chapter = g_ptr_array_index (chapters, i);

      if (count_matches (self, chapter) == 0)
        continue;

      if (wh_guide_node_is_topic (chapter))
        {
          push_part (self, (Part) { PART_TOPICS, NULL, i, 1 });
          continue;
        }

      push_part (self, (Part) { PART_HEADING, chapter });
      push_parts (self, chapter);
    }
}

static void
wh_guide_contents_dispose (GObject *object)
{
  WhGuideContents *self = WH_GUIDE_CONTENTS (object);

  g_clear_handle_id (&self->build_id, g_source_remove);
  g_queue_clear_full (&self->parts, g_free);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (wh_guide_contents_parent_class)->dispose (object);
}

static void
wh_guide_contents_finalize (GObject *object)
{
  WhGuideContents *self = WH_GUIDE_CONTENTS (object);

  wh_search_words_clear (&self->typed);
  g_ptr_array_unref (self->headings);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->nodes);

  G_OBJECT_CLASS (wh_guide_contents_parent_class)->finalize (object);
}

static void
wh_guide_contents_class_init (WhGuideContentsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = wh_guide_contents_dispose;
  object_class->finalize = wh_guide_contents_finalize;
}

static void
wh_guide_contents_init (WhGuideContents *self)
{
  self->headings = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new ();
  self->nodes = g_ptr_array_new ();
  g_queue_init (&self->parts);

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/* Says whose words it uses. This is done once. */
void
wh_guide_contents_set_catalogue (WhGuideContents *self,
                                 WhCatalogue     *catalogue)
{
  g_return_if_fail (WH_IS_GUIDE_CONTENTS (self));
  g_return_if_fail (WH_IS_CATALOGUE (catalogue));

  g_set_object (&self->catalogue, catalogue);
}

/* Shows nothing. */
void
wh_guide_contents_clear (WhGuideContents *self)
{
  GtkWidget *child;

  g_return_if_fail (WH_IS_GUIDE_CONTENTS (self));

  g_clear_handle_id (&self->build_id, g_source_remove);
  g_queue_clear_full (&self->parts, g_free);
  g_ptr_array_set_size (self->headings, 0);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->nodes, 0);
  self->book = NULL;
  self->progress = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
}

/**
 * wh_guide_contents_show:
 * @book: (transfer none): a guide
 * @chapter: (nullable): the chapter of it to show; otherwise what matches in all of them
 * @progress: (transfer none): what the user has on it
 * @search: (nullable): words, all of which the topics shown have in their titles, notes or libraries
 * @open_only: whether to leave out what is learnt or skipped
 *
 * Returns: how many topics it shows
 */
guint
wh_guide_contents_show (WhGuideContents       *self,
                        const WhGuideBook     *book,
                        const WhGuideNode     *chapter,
                        const WhGuideProgress *progress,
                        const char            *search,
                        gboolean               open_only)
{
  guint n = 0;

  g_return_val_if_fail (WH_IS_GUIDE_CONTENTS (self), 0);
  g_return_val_if_fail (book != NULL && progress != NULL, 0);

  wh_guide_contents_clear (self);
  wh_search_words_clear (&self->typed);
  wh_search_words_init (&self->typed, search != NULL ? search : "");
  self->open_only = open_only;
  self->book = book;
  self->progress = progress;

  if (chapter != NULL)
    {
      push_parts (self, chapter);
      push_part (self, (Part) { PART_BESIDE, chapter });
      n = count_matches (self, chapter);
    }
  else
    {
      push_chapters (self);
      for (guint i = 0; i < book->guide->nodes->len; i++)
        n += count_matches (self, g_ptr_array_index (book->guide->nodes, i));
    }

  build_first (self);
  return n;
}

/**
 * wh_guide_contents_set_progress:
 * @progress: (transfer none): what the user has now
 *
 * Shows it where it is. What no longer matches stays, for whoever ticked it may want to see that.
 */
void
wh_guide_contents_set_progress (WhGuideContents       *self,
                                const WhGuideProgress *progress)
{
  g_return_if_fail (WH_IS_GUIDE_CONTENTS (self));
  g_return_if_fail (progress != NULL);

  self->progress = progress;

  for (guint i = 0; i < self->headings->len; i++)
    {
      const Heading *heading = g_ptr_array_index (self->headings, i);

      wh_guide_heading_set_progress (heading->widget, wh_guide_progress_get_node (progress, heading->node));
    }

  for (guint i = 0; i < self->rows->len; i++)
    {
      const WhGuideNode *node = g_ptr_array_index (self->nodes, i);

      wh_topic_row_set_state (g_ptr_array_index (self->rows, i),
                              wh_guide_progress_get_status (progress, node),
                              wh_guide_progress_get_planned (progress, node));
    }
}

/**
 * wh_guide_contents_find:
 * @key: of a node
 *
 * Returns: (transfer none) (nullable): the row of the topic, or the heading of what is none;
 *   %NULL when it is not shown
 */
GtkWidget *
wh_guide_contents_find (WhGuideContents *self,
                        const char      *key)
{
  g_return_val_if_fail (WH_IS_GUIDE_CONTENTS (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  build_all (self);

  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (((const WhGuideNode *) g_ptr_array_index (self->nodes, i))->key, key))
      return g_ptr_array_index (self->rows, i);

  for (guint i = 0; i < self->headings->len; i++)
    {
      const Heading *heading = g_ptr_array_index (self->headings, i);

      if (g_str_equal (heading->node->key, key))
        return GTK_WIDGET (heading->widget);
    }

  return NULL;
}
