/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-commands.h"

const WhCommand wh_commands[] = {
  {
    .name = "list",
    .arguments = N_ ("[TEXT…]"),
    .summary = N_ ("List the libraries that match, in the order of the window"),
    .description = N_ ("Values of one option are alternatives: give it several times, or separate them by commas.\n"
                       "Different options must all agree."),
    .has_json = TRUE,
    .run = wh_command_list,
  },
  {
    .name = "search",
    .arguments = N_ ("TEXT…"),
    .summary = N_ ("Search names, aliases, texts and categories of all languages, best matches first"),
    .has_json = TRUE,
    .run = wh_command_search,
  },
  {
    .name = "show",
    .arguments = N_ ("KEY…"),
    .summary = N_ ("Show everything about a library or a topic of a guide"),
    .has_json = TRUE,
    .run = wh_command_show,
  },
  {
    .name = "roles",
    .arguments = N_ ("[ROLE]"),
    .summary = N_ ("List the roles, or show one of them"),
    .has_json = TRUE,
    .run = wh_command_roles,
  },
  {
    .name = "path",
    .arguments = N_ ("ROLE"),
    .summary = N_ ("Show the priorities and learning orders of a role"),
    .has_json = TRUE,
    .run = wh_command_path,
  },
  {
    .name = "categories",
    .arguments = N_ ("[CATEGORY]"),
    .summary = N_ ("List the categories, or show one of them"),
    .has_json = TRUE,
    .run = wh_command_categories,
  },
  {
    .name = "sources",
    .arguments = N_ ("[SOURCE]"),
    .summary = N_ ("List the sources of the catalogue, or show one of them"),
    .has_json = TRUE,
    .run = wh_command_sources,
  },
  {
    .name = "rankings",
    .arguments = N_ ("[RANKING]"),
    .summary = N_ ("List the rankings, or show one of them"),
    .has_json = TRUE,
    .run = wh_command_rankings,
  },
  {
    .name = "comparisons",
    .arguments = N_ ("[COMPARISON]"),
    .summary = N_ ("List the comparisons of the sources, or show one of them"),
    .has_json = TRUE,
    .run = wh_command_comparisons,
  },
  {
    .name = "picks",
    .arguments = N_ ("[PICK]"),
    .summary = N_ ("List what to choose or avoid in which situation, or show one of these"),
    .has_json = TRUE,
    .run = wh_command_picks,
  },
  {
    .name = "counterparts",
    .arguments = N_ ("[DOMAIN]"),
    .summary = N_ ("List what stands in for what between sync and async, or show one domain with its examples"),
    .has_json = TRUE,
    .run = wh_command_counterparts,
  },
  {
    .name = "tiers",
    .arguments = N_ ("[TIER]"),
    .summary = N_ ("List what to learn now, within six months and in the long term, or show one of these"),
    .has_json = TRUE,
    .run = wh_command_tiers,
  },
  {
    .name = "guides",
    .arguments = N_ ("[GUIDE]"),
    .summary = N_ ("List the guides and how far I am, or show one of them with all its topics"),
    .has_json = TRUE,
    .run = wh_command_guides,
  },
  {
    .name = "plan",
    .arguments = N_ ("[COMMAND [ARGUMENT…]]"),
    .summary = N_ ("Show or change my plan"),
    .has_json = TRUE,
    .run = wh_command_plan,
  },
  {
    .name = "rate",
    .arguments = N_ ("KEY STARS"),
    .summary = N_ ("Give a library my stars: 0.5 to 5 in steps of 0.5; 0 takes them away"),
    .has_json = TRUE,
    .run = wh_command_rate,
  },
  {
    .name = "note",
    .arguments = N_ ("KEY [TEXT]"),
    .summary = N_ ("Show or write my note on a library or topic"),
    .description = N_ ("Without TEXT the note is shown; an empty TEXT deletes it; - reads it from standard input."),
    .has_json = TRUE,
    .run = wh_command_note,
  },
  {
    .name = "export",
    .arguments = N_ ("FILE"),
    .summary = N_ ("Write a checklist: as PDF to print, as Markdown or as JSON"),
    .description = N_ ("The ending of FILE says which format (.pdf, .md, .json) unless --format does; the FILE - is standard output."),
    .run = wh_command_export,
  },
  {
    .name = "backup",
    .arguments = N_ ("FILE"),
    .summary = N_ ("Write a copy of the database"),
    .run = wh_command_backup,
  },
  {
    .name = "restore",
    .arguments = N_ ("FILE"),
    .summary = N_ ("Take a backup in place of the database, which is kept beside it"),
    .run = wh_command_restore,
  },
  {
    .name = "dump",
    .summary = N_ ("Print the whole catalogue as one JSON document"),
    .has_json = TRUE,
    .run = wh_command_dump,
  },
  {
    .name = "stats",
    .summary = N_ ("Count what there is and what is learnt"),
    .has_json = TRUE,
    .run = wh_command_stats,
  },
  {
    .name = "check",
    .summary = N_ ("Check the database and the catalogue in it"),
    .has_json = TRUE,
    .run = wh_command_check,
  },
  {
    .name = "open",
    .arguments = N_ ("[LINK|FILE…]"),
    .summary = N_ ("Open the window, and in it what a link leads to"),
    .description = N_ ("Links are wheelhouse:library/KEY, role/KEY, guide/KEY, topic/KEY, source/KEY, page/NAME and search/TEXT.\n"
                       "A window that is open already is used. It shows your own database, never another."),
    .run = wh_command_open,
  },
  { NULL }
};
