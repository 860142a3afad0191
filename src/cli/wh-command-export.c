/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-checklist-builder.h"
#include "wh-document.h"
#include "wh-export-file.h"
#include "wh-resolve.h"

#include "wh-commands.h"

typedef struct
{
  gboolean plan;
  char    *role;
  char    *format;
  char    *paper;
  char    *language;
  char    *items;
} Options;

/* What the options mean. */
typedef struct
{
  const char      *role; /* (nullable): the plan */
  const char      *language;
  const char      *other_language; /* (nullable): beside the first */
  WhDocumentFormat format;
  WhPaper          paper;
  WhChecklistItems items;
} Wishes;

/* The values that options may have, each in the order of what they mean. */
static const char *const papers[] = { "A4", "Letter", NULL };
static const char *const item_choices[] = { "all", "open", "done", NULL };
static const char *const languages[] = { "en", "zh_CN", "zh_TW", "both", NULL };

#define BOTH_LANGUAGES 3

static void
options_clear (Options *self)
{
  g_clear_pointer (&self->role, g_free);
  g_clear_pointer (&self->format, g_free);
  g_clear_pointer (&self->paper, g_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->items, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
find_choice (const char *const *choices,
             const char        *name,
             int               *value)
{
  for (int i = 0; choices[i] != NULL; i++)
    if (g_ascii_strcasecmp (choices[i], name) == 0)
      {
        *value = i;
        return TRUE;
      }

  return FALSE;
}

/* An option that was not given leaves VALUE as it is. */
static gboolean
choose (const char        *option,
        const char *const *choices,
        const char        *name,
        int               *value,
        GError           **error)
{
  g_autofree char *names = NULL;
  g_autofree char *readable = NULL;

  if (name == NULL || find_choice (choices, name, value))
    return TRUE;

  names = g_strjoinv (", ", (char **) choices);
  readable = g_utf8_make_valid (name, -1);
  g_set_error (error, WH_CLI_ERROR, WH_CLI_ERROR_USAGE,
               _ ("--%s: there is no “%s”; there are: %s"), option, readable, names);
  return FALSE;
}

static gboolean
choose_format (const Options *options,
               const char    *path,
               int           *format,
               GError       **error)
{
  const char *const *formats = wh_document_list_formats ();
  const char        *ending = strrchr (path, '.');
  g_autofree char   *names = NULL;
  g_autofree char   *readable = NULL;

  if (options->format != NULL)
    return choose ("format", formats, options->format, format, error);

  if (ending != NULL && find_choice (formats, ending + 1, format))
    return TRUE;

  names = g_strjoinv (", ", (char **) formats);
  readable = g_filename_display_name (path);
  g_set_error (error, WH_CLI_ERROR, WH_CLI_ERROR_USAGE,
               _ ("“%s” does not say which format; give --format: %s"), readable, names);
  return FALSE;
}

/* Of both languages that of the contents comes first. */
static gboolean
choose_language (const Options *options,
                 WhCli         *cli,
                 Wishes        *wishes,
                 GError       **error)
{
  int choice = -1;

  if (!choose ("language", languages, options->language, &choice, error))
    return FALSE;

  wishes->language = wh_cli_get_language (cli);
  if (choice == BOTH_LANGUAGES)
    wishes->other_language = wh_checklist_get_other_language (wishes->language);
  else if (choice >= 0)
    wishes->language = languages[choice];

  return TRUE;
}

static gboolean
choose_subject (const Options *options,
                const char   **role,
                GError       **error)
{
  if (options->plan != (options->role != NULL))
    {
      *role = options->role;
      return TRUE;
    }

  g_set_error_literal (error, WH_CLI_ERROR, WH_CLI_ERROR_USAGE,
                       _ ("Which checklist? Give --role ROLE for that of a role, or --plan for your plan"));
  return FALSE;
}

static gboolean
understand (const Options *options,
            WhCli         *cli,
            const char    *path,
            Wishes        *wishes,
            GError       **error)
{
  int format = WH_DOCUMENT_PDF;
  int paper = WH_PAPER_A4;
  int items = WH_CHECKLIST_ITEMS_ALL;

  if (!choose_subject (options, &wishes->role, error) ||
      !choose_format (options, path, &format, error) ||
      !choose_language (options, cli, wishes, error) ||
      !choose ("paper", papers, options->paper, &paper, error) ||
      !choose ("items", item_choices, options->items, &items, error))
    return FALSE;

  wishes->format = (WhDocumentFormat) format;
  wishes->paper = (WhPaper) paper;
  wishes->items = (WhChecklistItems) items;
  return TRUE;
}

static GBytes *
make_bytes (WhDatabase   *database,
            const Wishes *wishes,
            GError      **error)
{
  g_autoptr (WhChecklist) checklist = NULL;
  g_autofree char *role = NULL;

  if ((wishes->role != NULL && !(role = wh_resolve_key (database, WH_SUBJECT_ROLE, wishes->role, error))) ||
      !(checklist = wh_checklist_build (database, role, wishes->language, wishes->other_language,
                                        wishes->items, error)))
    return NULL;

  return wh_document_make (checklist, wishes->format, wishes->paper, NULL, error);
}

static gboolean
deliver (WhCli      *cli,
         const char *path,
         GBytes     *bytes,
         GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (!g_str_equal (path, "-"))
    return wh_export_file_write (file, bytes, NULL, error);

  g_string_append_len (wh_cli_get_output (cli), data, size);
  return TRUE;
}

gboolean
wh_command_export (WhCli   *cli,
                   char   **argv,
                   GError **error)
{
  g_auto (Options) options = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_auto (GStrv) arguments = NULL;
  Wishes       wishes = { 0 };
  WhDatabase  *database;
  GOptionEntry entries[] = {
    { "plan", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &options.plan, N_ ("The checklist of my plan"), NULL },
    { "role", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.role, N_ ("The checklist of a role"), N_ ("ROLE") },
    { "format", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.format, N_ ("Format: pdf, md, json"), N_ ("FORMAT") },
    { "paper", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.paper, N_ ("Paper of the PDF: A4 (unless given), Letter"), N_ ("PAPER") },
    { "language", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.language, N_ ("Language of the checklist: en, zh_CN, zh_TW, both"), N_ ("LANGUAGE") },
    { "items", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.items, N_ ("Which items: open, done, all (unless given)"), N_ ("ITEMS") },
    G_OPTION_ENTRY_NULL
  };

  return (arguments = wh_cli_parse (cli, entries, argv, 1, 1, error)) &&
         understand (&options, cli, arguments[0], &wishes, error) &&
         (database = wh_cli_open_database (cli, error)) &&
         (bytes = make_bytes (database, &wishes, error)) &&
         deliver (cli, arguments[0], bytes, error);
}
