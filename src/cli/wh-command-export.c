/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-checklist-builder.h"
#include "wh-checklist-file.h"
#include "wh-export-file.h"
#include "wh-pdf.h"
#include "wh-resolve.h"

#include "wh-commands.h"

/* Formats by the name and the ending they have. */
typedef enum
{
  FORMAT_PDF,
  FORMAT_MARKDOWN,
  FORMAT_JSON,
} Format;

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
  Format           format;
  WhPaper          paper;
  WhChecklistItems items;
} Wishes;

/* One value an option may have. */
typedef struct
{
  const char *name;
  int         value;
} Choice;

static const Choice formats[] = {
  { "pdf", FORMAT_PDF },
  { "md", FORMAT_MARKDOWN },
  { "json", FORMAT_JSON },
  { NULL }
};

static const Choice papers[] = {
  { "A4", WH_PAPER_A4 },
  { "Letter", WH_PAPER_LETTER },
  { NULL }
};

static const Choice item_choices[] = {
  { "open", WH_CHECKLIST_ITEMS_OPEN },
  { "done", WH_CHECKLIST_ITEMS_DONE },
  { "all", WH_CHECKLIST_ITEMS_ALL },
  { NULL }
};

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
find_choice (const Choice *choices,
             const char   *name,
             int          *value)
{
  for (const Choice *choice = choices; choice->name != NULL; choice++)
    if (g_ascii_strcasecmp (choice->name, name) == 0)
      {
        *value = choice->value;
        return TRUE;
      }

  return FALSE;
}

static char *
dup_names (const Choice *choices)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (const Choice *choice = choices; choice->name != NULL; choice++)
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", choice->name);

  return g_string_free_and_steal (g_steal_pointer (&names));
}

/* An option that was not given leaves VALUE as it is. */
static gboolean
choose (const char   *option,
        const Choice *choices,
        const char   *name,
        int          *value,
        GError      **error)
{
  g_autofree char *names = NULL;
  g_autofree char *readable = NULL;

  if (name == NULL || find_choice (choices, name, value))
    return TRUE;

  names = dup_names (choices);
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
  const char      *ending = strrchr (path, '.');
  g_autofree char *names = NULL;

  if (options->format != NULL)
    return choose ("format", formats, options->format, format, error);

  if (ending != NULL && find_choice (formats, ending + 1, format))
    return TRUE;

  names = dup_names (formats);
  g_set_error (error, WH_CLI_ERROR, WH_CLI_ERROR_USAGE,
               _ ("“%s” does not say which format; give --format: %s"), path, names);
  return FALSE;
}

static gboolean
choose_language (const Options *options,
                 WhCli         *cli,
                 const char   **language,
                 const char   **other_language,
                 GError       **error)
{
  static const char *const languages[] = { "en", "zh_CN" };
  g_autofree char         *readable = NULL;

  *language = wh_cli_get_language (cli);
  *other_language = NULL;

  if (options->language == NULL)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (options->language, languages[i]))
      {
        *language = languages[i];
        return TRUE;
      }

  if (g_str_equal (options->language, "both"))
    {
      *language = g_str_equal (*language, languages[1]) ? languages[1] : languages[0];
      *other_language = *language == languages[0] ? languages[1] : languages[0];
      return TRUE;
    }

  readable = g_utf8_make_valid (options->language, -1);
  g_set_error (error, WH_CLI_ERROR, WH_CLI_ERROR_USAGE,
               _ ("--%s: there is no “%s”; there are: %s"), "language", readable, "en, zh_CN, both");
  return FALSE;
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
  int format = FORMAT_PDF;
  int paper = WH_PAPER_A4;
  int items = WH_CHECKLIST_ITEMS_ALL;

  if (!choose_subject (options, &wishes->role, error) ||
      !choose_format (options, path, &format, error) ||
      !choose_language (options, cli, &wishes->language, &wishes->other_language, error) ||
      !choose ("paper", papers, options->paper, &paper, error) ||
      !choose ("items", item_choices, options->items, &items, error))
    return FALSE;

  wishes->format = format;
  wishes->paper = paper;
  wishes->items = items;
  return TRUE;
}

static WhChecklist *
build_checklist (WhDatabase   *database,
                 const Wishes *wishes,
                 const char   *language,
                 GError      **error)
{
  g_autoptr (GDateTime) today = wh_checklist_dup_today ();

  if (wishes->role == NULL)
    return wh_checklist_new_for_plan (database, language, today, error);

  if (!wh_resolve_check (database, WH_SUBJECT_ROLE, wishes->role, error))
    return NULL;

  return wh_checklist_new_for_role (database, wishes->role, language, today, error);
}

static WhChecklist *
make_checklist (WhDatabase   *database,
                const Wishes *wishes,
                GError      **error)
{
  g_autoptr (WhChecklist) checklist = build_checklist (database, wishes, wishes->language, error);

  if (checklist == NULL)
    return NULL;

  if (wishes->other_language != NULL)
    {
      g_autoptr (WhChecklist) other = build_checklist (database, wishes, wishes->other_language, error);

      if (other == NULL)
        return NULL;

      wh_checklist_add_language (checklist, other);
    }

  wh_checklist_filter (checklist, wishes->items);
  return g_steal_pointer (&checklist);
}

static gboolean
write_checklist (WhChecklist   *checklist,
                 const Wishes  *wishes,
                 GOutputStream *stream,
                 GError       **error)
{
  g_autoptr (WhPageLayout) layout = NULL;

  switch (wishes->format)
    {
    case FORMAT_MARKDOWN:
      return wh_checklist_write_markdown (checklist, stream, NULL, error);

    case FORMAT_JSON:
      return wh_checklist_write_json (checklist, stream, NULL, error);

    case FORMAT_PDF:
    default:
      return (layout = wh_page_layout_new (checklist, wishes->paper, error)) &&
             wh_pdf_write (layout, stream, NULL, error);
    }
}

static GBytes *
make_bytes (WhDatabase   *database,
            const Wishes *wishes,
            GError      **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (WhChecklist) checklist = make_checklist (database, wishes, error);

  if (checklist == NULL ||
      !write_checklist (checklist, wishes, stream, error) ||
      !g_output_stream_close (stream, NULL, error))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
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
    { "language", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.language, N_ ("Language of the checklist: en, zh_CN, both"), N_ ("LANGUAGE") },
    { "items", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.items, N_ ("Which items: open, done, all (unless given)"), N_ ("ITEMS") },
    G_OPTION_ENTRY_NULL
  };

  return (arguments = wh_cli_parse (cli, entries, argv, 1, 1, error)) &&
         understand (&options, cli, arguments[0], &wishes, error) &&
         (database = wh_cli_open_database (cli, error)) &&
         (bytes = make_bytes (database, &wishes, error)) &&
         deliver (cli, arguments[0], bytes, error);
}
