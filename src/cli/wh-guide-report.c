/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-catalogue-subjects.h"
#include "wh-report.h"
#include "wh-subject-writer.h"
#include "wh-user-record.h"

#include "wh-guide-report.h"

#define INDENT 2

/* Whether what names @topic, or nothing, stands beside @node; %NULL is the guide itself. */
static gboolean
stands_beside (const char *topic,
               const char *node)
{
  return g_strcmp0 (topic, node) == 0;
}

/* "asyncio > threading > multiprocessing" */
static void
print_strategy (WhCli            *cli,
                const WhStrategy *strategy,
                guint             indent)
{
  g_autofree char *separator = g_strdup_printf (" %s ", strategy->connector);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_null_terminated (strategy->items->len, NULL, TRUE);
  g_autofree char *items = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < strategy->items->len; i++)
    g_ptr_array_add (texts, ((const WhMention *) g_ptr_array_index (strategy->items, i))->text);

  items = g_strjoinv (separator, (char **) texts->pdata);
  text = g_strdup_printf (_ ("%s: %s"), strategy->title, items);
  wh_report_print_marked (cli, indent, "* ", text);
}

static void
print_advice (WhCli          *cli,
              const WhAdvice *advice,
              guint           indent)
{
  g_autofree char *word = wh_cli_dup_word (cli, "advice", advice->kind);
  g_autofree char *text = g_strdup_printf (_ ("%s: %s"), word, advice->text);

  wh_report_print_marked (cli, indent, "* ", text);

  if (advice->flag != NULL)
    wh_report_print_flag (cli, indent + INDENT, advice->flag, advice->flag_text, advice->flag_checked);
}

/* @node: (nullable): the key of a node; otherwise what belongs to the guide as a whole */
static void
print_beside (WhCli             *cli,
              const WhGuideBook *book,
              const char        *node,
              guint              indent)
{
  for (guint i = 0; i < book->strategies->len; i++)
    {
      const WhStrategy *strategy = g_ptr_array_index (book->strategies, i);

      if (stands_beside (strategy->topic, node))
        print_strategy (cli, strategy, indent);
    }

  for (guint i = 0; i < book->advice->len; i++)
    {
      const WhAdvice *advice = g_ptr_array_index (book->advice, i);

      if (stands_beside (advice->topic, node))
        print_advice (cli, advice, indent);
    }
}

static void
print_examples (WhCli     *cli,
                GPtrArray *examples,
                guint      indent)
{
  for (guint i = 0; i < examples->len; i++)
    {
      const WhExample *example = g_ptr_array_index (examples, i);

      wh_report_print_text (cli, indent, example->title);
      wh_report_print_verbatim (cli, indent + INDENT, example->code);
    }
}

static char *
dup_emphasis (WhCli      *cli,
              const char *emphasis)
{
  g_autofree char *word = emphasis != NULL ? wh_cli_dup_word (cli, "emphasis", emphasis) : NULL;

  return word != NULL ? g_strdup_printf (" · %s", word) : g_strdup ("");
}

/* "[x] Event loop  (asyncio-guide.event-loop)": a box is ticked or not, the other states are said in words. */
static void
print_topic_line (WhCli             *cli,
                  const WhGuideNode *node,
                  WhStatus           status,
                  guint              indent)
{
  g_autofree char *emphasis = dup_emphasis (cli, node->emphasis);
  g_autofree char *word = status == WH_STATUS_LEARNING || status == WH_STATUS_SKIPPED ? wh_report_dup_status (cli, status) : NULL;
  g_autofree char *text = NULL;

  text = g_strdup_printf ("%s  (%s)%s%s%s", node->title, wh_guide_node_get_learnt_key (node), emphasis,
                          word != NULL ? " · " : "", word != NULL ? word : "");
  wh_report_print_marked (cli, indent, status == WH_STATUS_LEARNT ? "[x] " : "[ ] ", text);

  if (node->note != NULL)
    wh_report_print_text (cli, indent + 2 * INDENT, node->note);
}

static void
print_heading (WhCli             *cli,
               const WhGuideNode *node,
               WhProgress         progress,
               guint              indent)
{
  g_autofree char *emphasis = dup_emphasis (cli, node->emphasis);
  g_autofree char *text = g_strdup_printf ("%s  %u/%u%s", node->title, progress.n_done, progress.n_total, emphasis);

  /* What is only a group of a section needs no air. */
  if (indent <= INDENT)
    wh_cli_print (cli, "\n");

  wh_report_print_text (cli, indent, text);

  if (node->note != NULL)
    wh_report_print_text (cli, indent + INDENT, node->note);
}

static void
print_node (WhCli                 *cli,
            const WhGuideBook     *book,
            const WhGuideProgress *progress,
            const WhGuideNode     *node,
            guint                  indent)
{
  gboolean is_topic = wh_guide_node_is_topic (node);

  if (is_topic)
    print_topic_line (cli, node, wh_guide_progress_get_status (progress, node), indent);
  else
    print_heading (cli, node, wh_guide_progress_get_node (progress, node), indent);

  for (guint i = 0; i < node->children->len; i++)
    print_node (cli, book, progress, g_ptr_array_index (node->children, i), indent + INDENT);

  print_examples (cli, node->examples, indent + (is_topic ? 2 : 1) * INDENT);
  print_beside (cli, book, node->key, indent + (is_topic ? 2 : 1) * INDENT);
}

void
wh_guide_report_print (WhCli                 *cli,
                       const WhGuideBook     *book,
                       const WhGuideProgress *progress)
{
  const WhGuide *guide = book->guide;
  WhProgress     done = wh_guide_progress_get_guide (progress, guide);

  wh_report_print_title (cli, guide->title, guide->key);
  if (guide->summary != NULL)
    wh_report_print_text (cli, 0, guide->summary);
  wh_cli_print (cli, _ ("%u of %u learnt"), done.n_done, done.n_total);
  wh_cli_print (cli, "\n");

  for (guint i = 0; i < guide->nodes->len; i++)
    print_node (cli, book, progress, g_ptr_array_index (guide->nodes, i), 0);

  wh_cli_print (cli, "\n");
  print_beside (cli, book, NULL, 0);
}

/* The members of a guide in full. */
void
wh_guide_report_add_json (JsonBuilder           *builder,
                          const WhGuideBook     *book,
                          const WhGuideProgress *progress)
{
  wh_json_begin_list (builder, "chapters");
  wh_subject_add_chapters (builder, book->guide, progress);
  json_builder_end_array (builder);
  wh_json_add_list (builder, "strategies", book->strategies, wh_subject_write_strategy);
  wh_json_add_list (builder, "advice", book->advice, wh_subject_write_advice);
  wh_json_add_list (builder, "tiers", book->tiers, wh_subject_write_tier);
  wh_json_add_list (builder, "comparisons", book->comparisons, wh_subject_write_comparison);
}

/* Loads the guide of a topic and what the user has on it.
 * @node: (out): the topic within the guide; of a guide with two that have the same key, the first
 */
static WhGuideBook *
load (WhCli         *cli,
      WhDatabase    *database,
      const WhTopic *topic,
      WhGuideNode  **node,
      WhUserRecord **user,
      GError       **error)
{
  g_autoptr (WhGuideBook) book = wh_store_load_guide (database, topic->guide, wh_cli_get_language (cli), error);

  if (book == NULL)
    return NULL;

  if (!(*node = wh_guide_find_node (book->guide, topic->key)))
    {
      g_set_error (error, WH_CLI_ERROR, WH_CLI_ERROR_FAILED, _ ("There is no library or topic “%s”"), topic->key);
      return NULL;
    }

  *user = wh_store_load_user_record (database, wh_guide_node_get_learnt_key (*node), error);

  return *user != NULL ? g_steal_pointer (&book) : NULL;
}

gboolean
wh_guide_report_print_topic (WhCli         *cli,
                             WhDatabase    *database,
                             const WhTopic *topic,
                             GError       **error)
{
  g_autoptr (WhGuideBook) book = NULL;
  g_autoptr (WhUserRecord) user = NULL;
  g_autofree char *place = NULL;
  g_autofree char *emphasis = dup_emphasis (cli, topic->emphasis);
  WhGuideNode     *node;

  if (!(book = load (cli, database, topic, &node, &user, error)))
    return FALSE;

  place = g_strconcat (topic->path, emphasis, NULL);
  wh_report_print_title (cli, topic->title, topic->key);
  wh_report_print_text (cli, 0, place);

  if (topic->note != NULL)
    wh_report_print_text (cli, 0, topic->note);

  if (topic->library != NULL)
    {
      wh_cli_print (cli, _ ("Library: %s"), topic->library);
      wh_cli_print (cli, "\n");
    }

  wh_report_print_mine (cli, user);
  wh_cli_print (cli, "\n");
  print_examples (cli, node->examples, 0);
  print_beside (cli, book, node->key, 0);

  return TRUE;
}

static void
add_strategies (JsonBuilder       *builder,
                const WhGuideBook *book,
                const char        *node)
{
  wh_json_begin_list (builder, "strategies");

  for (guint i = 0; i < book->strategies->len; i++)
    if (stands_beside (((const WhStrategy *) g_ptr_array_index (book->strategies, i))->topic, node))
      wh_json_add_object (builder, g_ptr_array_index (book->strategies, i), wh_subject_write_strategy);

  json_builder_end_array (builder);
}

static void
add_advice (JsonBuilder       *builder,
            const WhGuideBook *book,
            const char        *node)
{
  wh_json_begin_list (builder, "advice");

  for (guint i = 0; i < book->advice->len; i++)
    if (stands_beside (((const WhAdvice *) g_ptr_array_index (book->advice, i))->topic, node))
      wh_json_add_object (builder, g_ptr_array_index (book->advice, i), wh_subject_write_advice);

  json_builder_end_array (builder);
}

/* Returns: (transfer full) (nullable): an object */
JsonNode *
wh_guide_report_topic_to_json (WhCli         *cli,
                               WhDatabase    *database,
                               const WhTopic *topic,
                               GError       **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (WhGuideBook) book = NULL;
  g_autoptr (WhUserRecord) user = NULL;
  WhGuideNode *node;

  if (!(book = load (cli, database, topic, &node, &user, error)))
    return NULL;

  json_builder_begin_object (builder);
  wh_json_add_string (builder, "key", topic->key);
  wh_json_add_string (builder, "name", topic->title);
  wh_json_add_string (builder, "kind", "topic");
  wh_json_add_string (builder, "note", topic->note);
  wh_json_add_string (builder, "library", topic->library);
  wh_json_add_string (builder, "emphasis", topic->emphasis);
  wh_json_add_string (builder, "guide", topic->guide);
  wh_json_add_string (builder, "path", topic->path);
  wh_json_add_string (builder, "status", wh_status_to_key (user->status));
  json_builder_set_member_name (builder, "planned");
  json_builder_add_boolean_value (builder, user->planned);
  wh_json_add_string (builder, "my_note", user->note);
  wh_json_add_list (builder, "examples", node->examples, wh_subject_write_example);
  add_strategies (builder, book, node->key);
  add_advice (builder, book, node->key);
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}
