/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-catalogue-writer.h"
#include "wh-guide-report.h"
#include "wh-report.h"
#include "wh-resolve.h"
#include "wh-user-record.h"

#include "wh-commands.h"

#define INDENT 2

static void
append_fact (GString    *facts,
             const char *fact)
{
  if (fact == NULL || *fact == '\0')
    return;

  if (facts->len > 0)
    g_string_append (facts, " · ");
  g_string_append (facts, fact);
}

static void
append_word (GString    *facts,
             WhCli      *cli,
             const char *subject,
             const char *key)
{
  g_autofree char *word = key != NULL ? wh_cli_dup_word (cli, subject, key) : NULL;

  append_fact (facts, word);
}

/* "Library · async · current · Web development › Frameworks" */
static void
print_facts (WhCli                 *cli,
             const WhLibraryRecord *library)
{
  g_autoptr (GString) facts = g_string_new (NULL);

  append_word (facts, cli, "kind", wh_kind_to_key (library->kind));
  append_word (facts, cli, "concurrency", wh_concurrency_to_key (library->concurrency));
  append_word (facts, cli, "standing", wh_standing_to_key (library->standing));
  append_fact (facts, library->category_name);
  append_fact (facts, library->gone ? _ ("No longer in the catalogue") : NULL);

  wh_report_print_text (cli, 0, facts->str);
}

/* A table below an empty line; nothing at all when there is nothing in it. */
static void
print_apart (WhCli       *cli,
             WhTextTable *table)
{
  if (wh_text_table_get_n_rows (table) == 0)
    return;

  wh_cli_print (cli, "\n");
  wh_report_print_table (cli, table);
}

/* A line with what it is in front; nothing when there is nothing to say. */
static void
add_pair (WhTextTable *table,
          const char  *name,
          const char  *value)
{
  if (value != NULL && *value != '\0')
    wh_text_table_add_row (table, name, value);
}

static void
add_strings (WhTextTable *table,
             const char  *name,
             GStrv        strings)
{
  g_autofree char *joined = g_strjoinv (", ", strings);

  add_pair (table, name, joined);
}

static void
print_pairs (WhCli                  *cli,
             const WhLibraryRecord  *library,
             const WhLibraryDetails *details)
{
  g_autoptr (WhTextTable) table = wh_text_table_new_wrapping (2);
  g_autofree char *aliases = wh_library_details_dup_other_names (details);
  g_autofree char *stars = wh_report_dup_stars (library->stars);

  add_pair (table, _ ("Also called"), aliases);
  add_pair (table, _ ("Install"), details->install);
  add_strings (table, _ ("Imported as"), details->imports);
  add_pair (table, _ ("Homepage"), details->homepage);
  add_pair (table, _ ("Requires"), details->requirement);
  add_pair (table, _ ("Stars"), stars);
  add_pair (table, library->standing == WH_STANDING_MERGED ? _ ("Merged into") : _ ("Superseded by"), details->standing_by);
  add_pair (table, _ ("Because"), details->standing_reason);
  add_strings (table, _ ("Categories"), details->categories);
  add_strings (table, _ ("Sources"), details->sources);

  print_apart (cli, table);
}

static void
print_heading (WhCli      *cli,
               const char *heading)
{
  wh_cli_print (cli, "\n%s\n", heading);
}

static void
print_statement (WhCli             *cli,
                 const WhStatement *statement)
{
  g_autofree char *text = g_strdup_printf ("%s  (%s)", statement->text, statement->source);

  wh_report_print_text (cli, INDENT, text);

  if (statement->flag != NULL)
    wh_report_print_flag (cli, 2 * INDENT, statement->flag, statement->flag_text, statement->flag_checked);
}

/* Texts of one kind stand together under its word; the kinds in the order of their first text. */
static void
print_statements (WhCli     *cli,
                  GPtrArray *statements)
{
  g_autoptr (GHashTable) printed = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < statements->len; i++)
    {
      const char      *kind = ((const WhStatement *) g_ptr_array_index (statements, i))->kind;
      g_autofree char *word = NULL;

      if (!g_hash_table_add (printed, (char *) kind))
        continue;

      word = wh_cli_dup_word (cli, "statement", kind);
      print_heading (cli, word);

      for (guint j = i; j < statements->len; j++)
        {
          const WhStatement *statement = g_ptr_array_index (statements, j);

          if (g_str_equal (statement->kind, kind))
            print_statement (cli, statement);
        }
    }
}

static void
print_ratings (WhCli     *cli,
               GPtrArray *ratings)
{
  g_autoptr (WhTextTable) table = wh_text_table_new_wrapping (4);

  wh_text_table_add_heading (table, _ ("Ratings"));

  for (guint i = 0; i < ratings->len; i++)
    {
      const WhRating  *rating = g_ptr_array_index (ratings, i);
      g_autofree char *stars = wh_report_dup_stars (rating->stars);

      wh_text_table_add_row (table, rating->measure_name, stars, rating->source, rating->note);
    }

  print_apart (cli, table);
}

static void
print_priorities (WhCli     *cli,
                  GPtrArray *priorities)
{
  g_autoptr (WhTextTable) table = wh_text_table_new_wrapping (3);

  wh_text_table_add_heading (table, _ ("Priorities"));

  for (guint i = 0; i < priorities->len; i++)
    {
      const WhRolePriority *priority = g_ptr_array_index (priorities, i);
      g_autofree char      *others = g_strjoinv (", ", priority->alternatives);
      g_autofree char      *or = *others != '\0' ? g_strdup_printf (_ ("or %s"), others) : NULL;

      wh_text_table_add_row (table, priority->role_name, wh_priority_to_key (priority->priority), or);
    }

  print_apart (cli, table);
}

/* The word of a relation is told from the side of the library that is shown. */
static void
print_relations (WhCli     *cli,
                 GPtrArray *relations)
{
  g_autoptr (WhTextTable) table = wh_text_table_new_wrapping (3);

  wh_text_table_add_heading (table, _ ("Relations"));

  for (guint i = 0; i < relations->len; i++)
    {
      const WhRelation *relation = g_ptr_array_index (relations, i);
      g_autofree char  *word = wh_cli_dup_word (cli, relation->reverse ? "relation-reverse" : "relation", relation->kind);

      wh_text_table_add_row (table, word, relation->key, relation->note);
    }

  print_apart (cli, table);
}

static void
print_counterparts (WhCli     *cli,
                    GPtrArray *counterparts)
{
  g_autoptr (WhTextTable) table = wh_text_table_new_wrapping (3);

  wh_text_table_add_heading (table, _ ("Sync ↔ async"));

  for (guint i = 0; i < counterparts->len; i++)
    {
      const WhLibraryCounterpart *counterpart = g_ptr_array_index (counterparts, i);
      g_autofree char            *keys = g_strjoinv (", ", counterpart->keys);

      wh_text_table_add_row (table, counterpart->domain, keys, counterpart->note);
    }

  print_apart (cli, table);
}

static void
print_places (WhCli     *cli,
              GPtrArray *orders,
              GPtrArray *rankings)
{
  g_autoptr (WhTextTable) table = wh_text_table_new_wrapping (3);

  wh_text_table_add_heading (table, _ ("Places"));

  for (guint i = 0; i < rankings->len; i++)
    {
      const WhLibraryRanking *ranking = g_ptr_array_index (rankings, i);
      g_autofree char        *place = g_strdup_printf ("%u/%u", ranking->place, ranking->of);

      wh_text_table_add_row (table, ranking->title, place, ranking->reason);
    }

  for (guint i = 0; i < orders->len; i++)
    {
      const WhLibraryOrder *order = g_ptr_array_index (orders, i);
      g_autofree char      *place = g_strdup_printf ("%u/%u", order->place, order->of);
      g_autofree char      *title = g_strdup_printf (_ ("%s: %s"), order->role_name, order->topic);

      wh_text_table_add_row (table, title, place, order->reason);
    }

  print_apart (cli, table);
}

static void
print_tiers (WhCli     *cli,
             GPtrArray *tiers)
{
  g_autoptr (WhTextTable) table = wh_text_table_new_wrapping (3);

  wh_text_table_add_heading (table, _ ("Horizon"));

  for (guint i = 0; i < tiers->len; i++)
    {
      const WhLibraryTier *tier = g_ptr_array_index (tiers, i);
      g_autofree char     *word = wh_cli_dup_word (cli, "horizon", tier->horizon);

      wh_text_table_add_row (table, word, tier->title, tier->note);
    }

  print_apart (cli, table);
}

static void
print_picks (WhCli     *cli,
             GPtrArray *picks)
{
  g_autoptr (WhTextTable) table = wh_text_table_new_wrapping (3);

  wh_text_table_add_heading (table, _ ("Quick picks"));

  for (guint i = 0; i < picks->len; i++)
    {
      const WhLibraryPick *pick = g_ptr_array_index (picks, i);
      g_autofree char     *word = wh_cli_dup_word (cli, "verdict", pick->verdict);

      wh_text_table_add_row (table, word, pick->situation, pick->text);
    }

  print_apart (cli, table);
}

/* "The guide › Chapter › Section", then what the library is called there. */
static void
print_topics (WhCli     *cli,
              GPtrArray *topics)
{
  g_autoptr (WhTextTable) table = wh_text_table_new_wrapping (3);

  wh_text_table_add_heading (table, _ ("In guides"));

  for (guint i = 0; i < topics->len; i++)
    {
      const WhLibraryTopic *topic = g_ptr_array_index (topics, i);
      g_autofree char      *path = g_strjoin (" › ", topic->guide_title, topic->path, NULL);

      wh_text_table_add_row (table, path, topic->title, topic->note);
    }

  print_apart (cli, table);
}

static void
print_comparisons (WhCli     *cli,
                   GPtrArray *comparisons,
                   GPtrArray *strategies)
{
  g_autoptr (WhTextTable) table = wh_text_table_new_wrapping (2);

  wh_text_table_add_heading (table, _ ("Comparisons"));

  for (guint i = 0; i < comparisons->len; i++)
    {
      const WhLibraryComparison *comparison = g_ptr_array_index (comparisons, i);
      g_autofree char           *names = g_strjoinv (", ", comparison->names);

      wh_text_table_add_row (table, comparison->title, names);
    }

  for (guint i = 0; i < strategies->len; i++)
    {
      const WhLibraryStrategy *strategy = g_ptr_array_index (strategies, i);
      g_autofree char         *sign = g_strdup_printf (" %s ", strategy->connector);
      g_autofree char         *items = g_strjoinv (sign, strategy->items);

      wh_text_table_add_row (table, strategy->title, items);
    }

  print_apart (cli, table);
}

static void
print_examples (WhCli     *cli,
                GPtrArray *examples)
{
  for (guint i = 0; i < examples->len; i++)
    {
      const WhExample *example = g_ptr_array_index (examples, i);

      print_heading (cli, example->title);
      wh_report_print_verbatim (cli, INDENT, example->code);
    }
}

static gboolean
print_library (WhCli      *cli,
               WhDatabase *database,
               gint64      id,
               GError    **error)
{
  g_autoptr (WhLibraryRecord) library = NULL;
  g_autoptr (WhLibraryDetails) details = NULL;
  g_autoptr (WhUserRecord) user = NULL;

  if (!(library = wh_store_load_library (database, id, wh_cli_get_language (cli), error)) ||
      !(details = wh_store_load_details (database, id, wh_cli_get_language (cli), error)) ||
      !(user = wh_store_load_user_record (database, library->key, error)))
    return FALSE;

  wh_report_print_title (cli, library->name, library->key);
  wh_report_print_text (cli, 0, library->summary);
  print_facts (cli, library);
  print_pairs (cli, library, details);
  wh_report_print_mine (cli, user);
  print_ratings (cli, details->ratings);
  print_priorities (cli, details->priorities);
  print_tiers (cli, details->tiers);
  print_picks (cli, details->picks);
  print_statements (cli, details->statements);
  print_counterparts (cli, details->counterparts);
  print_relations (cli, details->relations);
  print_comparisons (cli, details->comparisons, details->strategies);
  print_places (cli, details->orders, details->rankings);
  print_topics (cli, details->topics);
  print_examples (cli, details->examples);

  return TRUE;
}

/* What was asked for: a library or a topic. */
typedef struct
{
  gint64   id;
  WhTopic *topic; /* (nullable): not a library */
} Item;

static void
item_free (gpointer data)
{
  Item *item = data;

  wh_topic_free (item->topic);
  g_free (item);
}

static gboolean
print_item (WhCli      *cli,
            WhDatabase *database,
            const Item *item,
            GError    **error)
{
  return item->topic != NULL ? wh_guide_report_print_topic (cli, database, item->topic, error)
                             : print_library (cli, database, item->id, error);
}

static gboolean
print_all (WhCli      *cli,
           WhDatabase *database,
           GPtrArray  *items,
           GError    **error)
{
  for (guint i = 0; i < items->len; i++)
    {
      if (i > 0)
        wh_cli_print (cli, "\n\n");

      if (!print_item (cli, database, g_ptr_array_index (items, i), error))
        return FALSE;
    }

  return TRUE;
}

static JsonNode *
item_to_json (WhCli      *cli,
              WhDatabase *database,
              const Item *item,
              GError    **error)
{
  return item->topic != NULL ? wh_guide_report_topic_to_json (cli, database, item->topic, error)
                             : wh_exchange_library_to_json (database, item->id, wh_cli_get_language (cli), TRUE, error);
}

/* One is an object, several are an array of them. */
static gboolean
print_json (WhCli      *cli,
            WhDatabase *database,
            GPtrArray  *items,
            GError    **error)
{
  g_autoptr (JsonArray) objects = json_array_new ();
  g_autoptr (JsonNode) root = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      JsonNode *object = item_to_json (cli, database, g_ptr_array_index (items, i), error);

      if (object == NULL)
        return FALSE;

      json_array_add_element (objects, object);
    }

  if (items->len == 1)
    root = json_array_dup_element (objects, 0);
  else
    json_node_set_array (root = json_node_new (JSON_NODE_ARRAY), objects);

  wh_cli_print_json (cli, root);
  return TRUE;
}

static Item *
find_item (WhCli      *cli,
           WhDatabase *database,
           const char *typed,
           GError    **error)
{
  g_autoptr (WhTopic) topic = NULL;
  g_autofree char *key = wh_resolve_item (database, typed, wh_cli_get_language (cli), &topic, error);
  gint64           id = 0;
  Item            *item;

  if (key == NULL || (topic == NULL && (id = wh_store_find_library (database, key, error)) == 0))
    return NULL;

  item = g_new0 (Item, 1);
  item->id = id;
  item->topic = g_steal_pointer (&topic);

  return item;
}

gboolean
wh_command_show (WhCli   *cli,
                 char   **argv,
                 GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (item_free);
  g_auto (GStrv) keys = NULL;
  WhDatabase *database;

  if (!(keys = wh_cli_parse (cli, NULL, argv, 1, G_MAXUINT, error)) ||
      !(database = wh_cli_open_database (cli, error)))
    return FALSE;

  for (guint i = 0; keys[i] != NULL; i++)
    {
      Item *item = find_item (cli, database, keys[i], error);

      if (item == NULL)
        return FALSE;

      g_ptr_array_add (items, item);
    }

  return wh_cli_wants_json (cli) ? print_json (cli, database, items, error)
                                 : print_all (cli, database, items, error);
}
