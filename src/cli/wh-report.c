/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-terminal-text.h"

#include "wh-report.h"

/* "★4.5", or a dash for unrated. Terminals disagree how wide the two signs are, but
 * agree that they are alike, so the columns behind them stay straight.
 */
char *
wh_report_dup_stars (guint halves)
{
  if (halves == 0)
    return g_strdup ("—");

  return g_strdup_printf (halves % 2 == 0 ? "★%u" : "★%u.5", halves / 2);
}

/* Returns: (transfer full): the word of the status, nothing for none */
char *
wh_report_dup_status (WhCli   *cli,
                      WhStatus status)
{
  return status != WH_STATUS_NONE ? wh_cli_dup_word (cli, "status", wh_status_to_key (status)) : g_strdup ("");
}

/* A row of five columns: key, name, the sources' stars, my status, summary. */
void
wh_report_add_library (WhCli                 *cli,
                       WhTextTable           *table,
                       const WhLibraryRecord *library)
{
  g_autofree char *stars = wh_report_dup_stars (library->stars);
  g_autofree char *status = wh_report_dup_status (cli, library->status);

  wh_text_table_add_row (table, library->key, library->name, stars, status, library->summary);
}

void
wh_report_print_title (WhCli      *cli,
                       const char *name,
                       const char *key)
{
  wh_cli_print (cli, "%s  (%s)\n", name, key);
}

void
wh_report_print_table (WhCli       *cli,
                       WhTextTable *table)
{
  wh_text_table_print (table, wh_cli_get_output (cli), wh_cli_get_width (cli));
}

/* What could command the terminal is left out of a line. */
static char *
dup_harmless (const char *line)
{
  g_autoptr (GString) harmless = g_string_new (NULL);

  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\t' || !g_unichar_iscntrl (c))
        g_string_append_unichar (harmless, c);
    }

  return g_string_free_and_steal (g_steal_pointer (&harmless));
}

/* @mark: stands before the first line; the others begin where it ends */
static void
print_lines (WhCli      *cli,
             guint       indent,
             const char *mark,
             const char *text,
             guint       width)
{
  GString *output = wh_cli_get_output (cli);
  guint    start = indent + wh_terminal_text_get_width (mark);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = dup_harmless (lines[i]);

      /* What ends the last line begins no other. */
      if (lines[i + 1] == NULL && *line == '\0' && i > 0)
        break;

      if (i == 0)
        g_string_append_printf (output, "%*s%s", (int) indent, "", mark);
      else if (*line != '\0')
        g_string_append_printf (output, "%*s", (int) start, "");

      wh_terminal_text_append_wrapped (output, line, start, width);
      g_string_append_c (output, '\n');
    }
}

/* A text to be read, wrapped where the terminal is too narrow for a line of it. */
void
wh_report_print_text (WhCli      *cli,
                      guint       indent,
                      const char *text)
{
  print_lines (cli, indent, "", text, wh_cli_get_width (cli));
}

/* The same behind a mark: "! ". */
void
wh_report_print_marked (WhCli      *cli,
                        guint       indent,
                        const char *mark,
                        const char *text)
{
  print_lines (cli, indent, mark, text, wh_cli_get_width (cli));
}

/* Code, and what somebody else has written: each line stays one. */
void
wh_report_print_verbatim (WhCli      *cli,
                          guint       indent,
                          const char *text)
{
  print_lines (cli, indent, "", text, 0);
}

/* "Doubtful: what holds today", and below it how that was checked.
 * @text, @checked: (nullable)
 */
void
wh_report_print_flag (WhCli      *cli,
                      guint       indent,
                      const char *flag,
                      const char *text,
                      const char *checked)
{
  g_autofree char *word = wh_cli_dup_word (cli, "flag", flag);
  g_autofree char *claim = text != NULL ? g_strdup_printf (_ ("%s: %s"), word, text) : NULL;
  g_autofree char *how = checked != NULL ? g_strdup_printf (_ ("How it was checked: %s"), checked) : NULL;

  wh_report_print_marked (cli, indent, "! ", claim != NULL ? claim : word);

  if (how != NULL)
    wh_report_print_text (cli, indent + 2, how);
}

static void
add_mine (WhTextTable *table,
          const char  *name,
          const char  *value)
{
  if (value != NULL && *value != '\0')
    wh_text_table_add_row (table, name, value);
}

/* What is mine, apart from what the sources say; a note may have several lines. */
void
wh_report_print_mine (WhCli              *cli,
                      const WhUserRecord *user)
{
  g_autoptr (WhTextTable) table = wh_text_table_new_wrapping (2);
  g_autofree char *stars = user->my_rating > 0 ? wh_report_dup_stars (user->my_rating) : NULL;
  g_autofree char *status = wh_report_dup_status (cli, user->status);

  add_mine (table, _ ("My rating"), stars);
  add_mine (table, _ ("My status"), status);
  add_mine (table, _ ("My plan"), user->planned ? _ ("yes") : NULL);

  if (wh_text_table_get_n_rows (table) > 0)
    {
      wh_cli_print (cli, "\n");
      wh_report_print_table (cli, table);
    }

  if (user->note != NULL)
    {
      wh_cli_print (cli, "\n%s\n", _ ("My note"));
      wh_report_print_text (cli, 2, user->note);
    }
}

/* Prints what has been built as one JSON document. */
void
wh_report_print_built (WhCli       *cli,
                       JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);

  wh_cli_print_json (cli, root);
}

/* As JSON: all records, or @only one of them. */
void
wh_report_print_records (WhCli          *cli,
                         GPtrArray      *records,
                         gconstpointer   only,
                         WhJsonWriteFunc write)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (only != NULL)
    {
      wh_json_add_object (builder, only, write);
    }
  else
    {
      json_builder_begin_array (builder);
      for (guint i = 0; i < records->len; i++)
        wh_json_add_object (builder, g_ptr_array_index (records, i), write);
      json_builder_end_array (builder);
    }

  wh_report_print_built (cli, builder);
}
