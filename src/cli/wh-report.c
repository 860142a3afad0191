/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

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

/* A text of one or more lines; what could command the terminal is left out. */
void
wh_report_print_text (WhCli      *cli,
                      const char *indent,
                      const char *text)
{
  GString *output = wh_cli_get_output (cli);

  g_string_append (output, indent);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' && p[1] != '\0')
        g_string_append_printf (output, "\n%s", indent);
      else if (c != '\n' && (c == '\t' || !g_unichar_iscntrl (c)))
        g_string_append_unichar (output, c);
    }

  g_string_append_c (output, '\n');
}

void
wh_report_add_strings (JsonBuilder *builder,
                       const char  *member,
                       GStrv        strings)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);

  for (guint i = 0; strings[i] != NULL; i++)
    json_builder_add_string_value (builder, strings[i]);

  json_builder_end_array (builder);
}

/* @text: (nullable): becomes null */
void
wh_report_add_string (JsonBuilder *builder,
                      const char  *member,
                      const char  *text)
{
  json_builder_set_member_name (builder, member);

  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

/* Stars as people count them: 4.5, 5; null for none. */
void
wh_report_add_stars (JsonBuilder *builder,
                     const char  *member,
                     guint        halves)
{
  json_builder_set_member_name (builder, member);

  if (halves == 0)
    json_builder_add_null_value (builder);
  else if (halves % 2 == 0)
    json_builder_add_int_value (builder, halves / 2);
  else
    json_builder_add_double_value (builder, halves / 2.0);
}

void
wh_report_add_count (JsonBuilder *builder,
                     const char  *member,
                     guint        n)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, n);
}
