/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-catalogue-writer.h"
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

/* What is mine stands apart from what the sources say; a note may have several lines. */
static void
print_mine (WhCli                 *cli,
            const WhLibraryRecord *library,
            const WhUserRecord    *user)
{
  g_autoptr (WhTextTable) table = wh_text_table_new_wrapping (2);
  g_autofree char *stars = library->my_rating > 0 ? wh_report_dup_stars (library->my_rating) : NULL;
  g_autofree char *status = wh_report_dup_status (cli, library->status);

  if (wh_user_record_is_empty (user))
    return;

  add_pair (table, _ ("My rating"), stars);
  add_pair (table, _ ("My status"), status);
  add_pair (table, _ ("My plan"), library->planned ? _ ("yes") : NULL);
  print_apart (cli, table);

  if (user->note != NULL)
    {
      print_heading (cli, _ ("My note"));
      wh_report_print_text (cli, INDENT, user->note);
    }
}

/* "Doubtful: what holds today", and below it how that was checked. */
static void
print_flag (WhCli             *cli,
            const WhStatement *statement)
{
  g_autofree char *word = wh_cli_dup_word (cli, "flag", statement->flag);
  g_autofree char *text = NULL;

  if (statement->flag_text != NULL)
    text = g_strdup_printf (_ ("%s: %s"), word, statement->flag_text);

  wh_report_print_marked (cli, 2 * INDENT, "! ", text != NULL ? text : word);

  if (statement->flag_checked != NULL)
    {
      g_autofree char *checked = g_strdup_printf (_ ("How it was checked: %s"), statement->flag_checked);

      wh_report_print_text (cli, 3 * INDENT, checked);
    }
}

static void
print_statement (WhCli             *cli,
                 const WhStatement *statement)
{
  g_autofree char *text = g_strdup_printf ("%s  (%s)", statement->text, statement->source);

  wh_report_print_text (cli, INDENT, text);

  if (statement->flag != NULL)
    print_flag (cli, statement);
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
  print_mine (cli, library, user);
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

static gboolean
print_all (WhCli      *cli,
           WhDatabase *database,
           GArray     *ids,
           GError    **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      if (i > 0)
        wh_cli_print (cli, "\n\n");

      if (!print_library (cli, database, g_array_index (ids, gint64, i), error))
        return FALSE;
    }

  return TRUE;
}

/* One library is an object, several are an array of them. */
static gboolean
print_json (WhCli      *cli,
            WhDatabase *database,
            GArray     *ids,
            GError    **error)
{
  g_autoptr (JsonArray) libraries = json_array_new ();
  g_autoptr (JsonNode) root = NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      gint64    id = g_array_index (ids, gint64, i);
      JsonNode *library = wh_exchange_library_to_json (database, id, wh_cli_get_language (cli), TRUE, error);

      if (library == NULL)
        return FALSE;

      json_array_add_element (libraries, library);
    }

  if (ids->len == 1)
    root = json_array_dup_element (libraries, 0);
  else
    json_node_set_array (root = json_node_new (JSON_NODE_ARRAY), libraries);

  wh_cli_print_json (cli, root);
  return TRUE;
}

gboolean
wh_command_show (WhCli   *cli,
                 char   **argv,
                 GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (GStrv) keys = NULL;
  WhDatabase *database;

  if (!(keys = wh_cli_parse (cli, NULL, argv, 1, G_MAXUINT, error)) ||
      !(database = wh_cli_open_database (cli, error)))
    return FALSE;

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *key = NULL;
      gint64           id;

      if (!(key = wh_resolve_library (database, keys[i], &id, error)))
        return FALSE;

      g_array_append_val (ids, id);
    }

  return wh_cli_wants_json (cli) ? print_json (cli, database, ids, error)
                                 : print_all (cli, database, ids, error);
}
