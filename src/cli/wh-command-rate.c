/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "wh-edits.h"
#include "wh-report.h"
#include "wh-resolve.h"

#include "wh-commands.h"

/* What the user now has on KEY. */
static gboolean
print_mine (WhCli       *cli,
            WhCatalogue *catalogue,
            const char  *key,
            GError     **error)
{
  g_autoptr (WhUserRecord) record = wh_store_load_user_record (wh_catalogue_get_database (catalogue), key, error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (record == NULL)
    return FALSE;

  json_builder_begin_object (builder);
  wh_json_add_string (builder, "key", key);
  wh_json_add_stars (builder, "my_rating", record->my_rating);
  wh_json_add_string (builder, "my_note", record->note);
  json_builder_end_object (builder);
  wh_report_print_built (cli, builder);

  return TRUE;
}

static gboolean
rate (WhCli       *cli,
      WhCatalogue *catalogue,
      const char  *key,
      guint        halves,
      GError     **error)
{
  g_autoptr (WhEdit) edit = NULL;
  g_autofree char *stars = NULL;

  if (!(edit = wh_edit_set_rating (catalogue, key, halves, error)))
    return FALSE;

  if (wh_cli_wants_json (cli))
    return print_mine (cli, catalogue, key, error);

  stars = wh_report_dup_stars (halves);
  wh_cli_print (cli, "%s  %s\n", key, stars);
  return TRUE;
}

gboolean
wh_command_rate (WhCli   *cli,
                 char   **argv,
                 GError **error)
{
  g_auto (GStrv) arguments = NULL;
  g_autofree char *key = NULL;
  WhCatalogue     *catalogue;
  guint            halves;

  return (arguments = wh_cli_parse (cli, NULL, argv, 2, 2, error)) &&
         wh_resolve_stars (arguments[1], &halves, error) &&
         (catalogue = wh_cli_open_catalogue (cli, error)) &&
         (key = wh_resolve_library (wh_catalogue_get_database (catalogue), arguments[0], NULL, error)) &&
         rate (cli, catalogue, key, halves, error);
}

/* A note may be long or have several lines; then it comes by standard input. The
 * line feed that ends its last line is no part of it.
 */
static char *
read_note (GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char  buffer[4096];
  gsize n;

  while (text->len <= WH_NOTE_MAX && (n = fread (buffer, 1, sizeof buffer, stdin)) > 0)
    g_string_append_len (text, buffer, n);

  if (ferror (stdin))
    {
      g_set_error_literal (error, WH_CLI_ERROR, WH_CLI_ERROR_FAILED, _ ("The note could not be read from standard input"));
      return NULL;
    }

  /* The store looks at the rest, but text ends for it where the first such byte is. */
  if (memchr (text->str, '\0', text->len) != NULL)
    {
      g_set_error_literal (error, WH_CLI_ERROR, WH_CLI_ERROR_FAILED, _ ("The note on standard input is not text"));
      return NULL;
    }

  if (text->len > 0 && text->str[text->len - 1] == '\n')
    g_string_truncate (text, text->len - 1);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static gboolean
write_note (WhCatalogue *catalogue,
            const char  *key,
            const char  *text,
            GError     **error)
{
  g_autoptr (WhEdit) edit = NULL;
  g_autofree char *note = NULL;

  note = g_str_equal (text, "-") ? read_note (error) : g_strdup (text);

  if (note == NULL)
    return FALSE;

  return (edit = wh_edit_set_note (catalogue, key, note, error)) != NULL;
}

/* @written: whether it was written just now; then nothing means that it was deleted. */
static gboolean
print_note (WhCli       *cli,
            WhCatalogue *catalogue,
            const char  *key,
            gboolean     written,
            GError     **error)
{
  g_autoptr (WhUserRecord) record = wh_store_load_user_record (wh_catalogue_get_database (catalogue), key, error);

  if (record == NULL)
    return FALSE;

  if (record->note != NULL)
    wh_report_print_verbatim (cli, 0, record->note);
  else if (!written)
    wh_cli_tell (_ ("there is no note on “%s”; to write one: wheelhouse note %s TEXT"), key, key);

  return TRUE;
}

gboolean
wh_command_note (WhCli   *cli,
                 char   **argv,
                 GError **error)
{
  g_auto (GStrv) arguments = NULL;
  g_autofree char *key = NULL;
  WhCatalogue     *catalogue;

  if (!(arguments = wh_cli_parse (cli, NULL, argv, 1, 2, error)) ||
      !(catalogue = wh_cli_open_catalogue (cli, error)) ||
      !(key = wh_resolve_item (wh_catalogue_get_database (catalogue), arguments[0], wh_cli_get_language (cli), NULL, error)))
    return FALSE;

  if (arguments[1] != NULL && !write_note (catalogue, key, arguments[1], error))
    return FALSE;

  return wh_cli_wants_json (cli) ? print_mine (cli, catalogue, key, error)
                                 : print_note (cli, catalogue, key, arguments[1] != NULL, error);
}
