/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <signal.h>
#include <string.h>

#include "wh-cli-locale.h"
#include "wh-commands.h"
#include "wh-language.h"
#include "wh-spelling.h"

#include "wh-cli-private.h"

/* From the arguments to a command: options, help, and which command it is. */

/* The options of the command line as a whole, as they were typed. */
typedef struct
{
  char    *locale;
  char    *database_path;
  gboolean json;
  gboolean help;
  gboolean version;
} Options;

static void
options_clear (Options *self)
{
  g_clear_pointer (&self->locale, g_free);
  g_clear_pointer (&self->database_path, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Commands of a group are called "GROUP NAME"; the group itself is given as prefix. */
static const char *
get_short_name (const WhCommand *command)
{
  const char *space = strrchr (command->name, ' ');

  return space != NULL ? space + 1 : command->name;
}

/* Whether @name is nearer to what was typed than all that were before it. */
static gboolean
is_nearer (const char *typed,
           const char *name,
           guint      *nearest)
{
  guint distance = wh_spelling_get_distance (typed, name);

  if (distance >= *nearest)
    return FALSE;

  *nearest = distance;
  return TRUE;
}

static const WhCommand *
find_nearest (const WhCommand *commands,
              const char      *name)
{
  const WhCommand *nearest = NULL;
  guint            distance = G_MAXUINT;

  for (const WhCommand *command = commands; command->name != NULL; command++)
    if (is_nearer (name, get_short_name (command), &distance))
      nearest = command;

  return nearest;
}

static const char *
find_nearest_option (const GOptionEntry *entries,
                     const char         *name)
{
  static const char *const common[] = { "json", "locale", "database", "help" };
  const char              *nearest = NULL;
  guint                    distance = G_MAXUINT;

  for (; entries != NULL && entries->long_name != NULL; entries++)
    if (is_nearer (name, entries->long_name, &distance))
      nearest = entries->long_name;

  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    if (is_nearer (name, common[i], &distance))
      nearest = common[i];

  return nearest;
}

static gboolean
set_database_path (WhCli      *self,
                   const char *path,
                   GError    **error)
{
  if (*path == '\0')
    {
      g_set_error_literal (error, WH_CLI_ERROR, WH_CLI_ERROR_USAGE, _ ("--database needs the name of a file"));
      return FALSE;
    }

  g_set_str (&self->database_path, path);
  return TRUE;
}

static gboolean
set_locale (WhCli      *self,
            const char *locale,
            GError    **error)
{
  const char *language = wh_language_find (locale);

  if (language == NULL)
    {
      g_set_error (error, WH_CLI_ERROR, WH_CLI_ERROR_USAGE,
                   _ ("--locale is en, zh_CN or zh_TW, not “%s”"), locale);
      return FALSE;
    }

  wh_cli_set_language (self, language);
  return TRUE;
}

static gboolean
take_options (WhCli         *self,
              const Options *options,
              GError       **error)
{
  self->json = self->json || options->json;

  return (options->locale == NULL || set_locale (self, options->locale, error)) &&
         (options->database_path == NULL || set_database_path (self, options->database_path, error));
}

static void
add_options (GOptionContext *context,
             Options        *options,
             gboolean        has_json)
{
  GOptionEntry json[] = {
    { "json", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &options->json, N_ ("Print one JSON document"), NULL },
    G_OPTION_ENTRY_NULL
  };
  GOptionEntry entries[] = {
    { "locale", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options->locale, N_ ("Language of contents and messages: en, zh_CN, zh_TW"), N_ ("LOCALE") },
    { "database", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options->database_path, N_ ("Use another database than your own; it is created when missing"), N_ ("FILE") },
    { "help", 'h', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &options->help, N_ ("Show this help"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (has_json)
    g_option_context_add_main_entries (context, json, GETTEXT_PACKAGE);

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_help_enabled (context, FALSE);
}

/* GOption takes its program name from the process. */
static char *
dup_help (GOptionContext *context,
          const char     *command)
{
  g_autofree char *name = command != NULL ? g_strconcat ("wheelhouse ", command, NULL) : g_strdup ("wheelhouse");
  g_autofree char *old_name = g_strdup (g_get_prgname ());
  g_autofree char *help = NULL;

  g_set_prgname (name);
  help = g_option_context_get_help (context, TRUE, NULL);
  g_set_prgname (old_name);

  /* Without a description it would end with an empty line. */
  return g_strconcat (g_strchomp (help), "\n", NULL);
}

static gboolean
check_utf8 (const char *argument,
            GError    **error)
{
  g_autofree char *readable = NULL;

  if (g_utf8_validate (argument, -1, NULL))
    return TRUE;

  readable = g_utf8_make_valid (argument, -1);
  g_set_error (error, WH_CLI_ERROR, WH_CLI_ERROR_USAGE, _ ("“%s” is not written in UTF-8"), readable);
  return FALSE;
}

static gboolean
check_count (const WhCommand *command,
             guint            n,
             guint            min,
             guint            max,
             GError         **error)
{
  g_autofree char *usage = NULL;

  if (n >= min && n <= max)
    return TRUE;

  usage = g_strjoin (" ", "wheelhouse", command->name, command->arguments != NULL ? _ (command->arguments) : NULL, NULL);
  g_set_error (error, WH_CLI_ERROR, WH_CLI_ERROR_USAGE,
               n < min ? _ ("An argument is missing: %s") : _ ("Too many arguments: %s"), usage);
  return FALSE;
}

/* Takes what is not an option; a "--" that ends the options is none either. */
static GStrv
take_arguments (char   **argv,
                GError **error)
{
  g_autoptr (GStrvBuilder) arguments = g_strv_builder_new ();
  gboolean ended = FALSE;

  for (guint i = 0; argv[i] != NULL; i++)
    {
      if (!ended && g_str_equal (argv[i], "--"))
        {
          ended = TRUE;
          continue;
        }

      if (!check_utf8 (argv[i], error))
        return NULL;

      g_strv_builder_add (arguments, argv[i]);
    }

  return g_strv_builder_end (arguments);
}

/* How the help of @command, or of the program, is called up. */
static char *
dup_help_command (const char *command)
{
  return command != NULL ? g_strdup_printf ("wheelhouse %s --help", command) : g_strdup ("wheelhouse --help");
}

/* What GOption says has the option in it as it was typed: “Unknown option --roles=backend”. */
static char *
dup_option_name (const char *message)
{
  const char *option = strstr (message, "--");

  return option != NULL ? g_strndup (option + strlen ("--"), strcspn (option + strlen ("--"), "=")) : g_strdup ("");
}

static void
set_option_error (const GError       *reason,
                  const GOptionEntry *entries,
                  const char         *command,
                  GError            **error)
{
  g_autofree char *help = dup_help_command (command);
  g_autofree char *name = dup_option_name (reason->message);
  const char      *nearest = find_nearest_option (entries, name);

  if (!g_error_matches (reason, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
    g_set_error_literal (error, WH_CLI_ERROR, WH_CLI_ERROR_USAGE, reason->message);
  else if (nearest != NULL)
    g_set_error (error, WH_CLI_ERROR, WH_CLI_ERROR_USAGE,
                 _ ("%s. Did you mean --%s? All of them: %s"), reason->message, nearest, help);
  else
    g_set_error (error, WH_CLI_ERROR, WH_CLI_ERROR_USAGE, _ ("%s. All of them: %s"), reason->message, help);
}

/* GOption wants the program's name first. */
static gboolean
parse_options (GOptionContext     *context,
               const GOptionEntry *entries,
               const char         *command,
               char              **argv,
               GStrv              *rest,
               GError            **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) local_error = NULL;

  g_strv_builder_add (builder, "wheelhouse");
  g_strv_builder_addv (builder, (const char **) argv);
  arguments = g_strv_builder_end (builder);

  if (!g_option_context_parse_strv (context, &arguments, &local_error))
    {
      set_option_error (local_error, entries, command, error);
      return FALSE;
    }

  *rest = g_strdupv (arguments + 1);
  return TRUE;
}

static char *
dup_command_description (const WhCommand *command)
{
  const char *more = command->description != NULL ? _ (command->description) : NULL;

  return more != NULL ? g_strdup (more) : NULL;
}

/**
 * wh_cli_parse:
 * @entries: (nullable): the command's own options, ended by %G_OPTION_ENTRY_NULL; texts and
 *   names come as %G_OPTION_ARG_FILENAME, which leaves their bytes alone
 * @argv: the arguments after the command
 * @min: how many arguments there must be beside the options
 * @max: how many there may be
 *
 * Reads the options of the running command and those that every command has.
 *
 * Returns: (transfer full) (nullable): the arguments beside the options, in UTF-8
 */
GStrv
wh_cli_parse (WhCli              *self,
              const GOptionEntry *entries,
              char              **argv,
              guint               min,
              guint               max,
              GError            **error)
{
  const WhCommand *command = self->command;
  g_autoptr (GOptionContext) context = NULL;
  g_autofree char *description = dup_command_description (command);
  g_auto (Options) options = { 0 };
  g_auto (GStrv) rest = NULL;
  g_auto (GStrv) arguments = NULL;

  context = g_option_context_new (command->arguments != NULL ? _ (command->arguments) : NULL);
  g_option_context_set_summary (context, _ (command->summary));
  g_option_context_set_description (context, description);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  add_options (context, &options, command->has_json);

  if (!parse_options (context, entries, command->name, argv, &rest, error) ||
      !take_options (self, &options, error))
    return NULL;

  if (options.help)
    {
      g_autofree char *help = dup_help (context, command->name);

      g_set_error_literal (error, WH_CLI_ERROR, WH_CLI_ERROR_HELP, help);
      return NULL;
    }

  if (!(arguments = take_arguments (rest, error)) ||
      !check_count (command, g_strv_length (arguments), min, max, error))
    return NULL;

  return g_steal_pointer (&arguments);
}

/* The language must be known before anything is said, even that an option is wrong. */
static void
prepare_locale (char **argv)
{
  const char *locale = NULL;
  const char *language;

  for (guint i = 0; argv[i] != NULL && !g_str_equal (argv[i], "--"); i++)
    {
      if (g_str_has_prefix (argv[i], "--locale="))
        locale = argv[i] + strlen ("--locale=");
      else if (g_str_equal (argv[i], "--locale") && argv[i + 1] != NULL)
        locale = argv[++i];
    }

  if (locale == NULL || (language = wh_language_find (locale)) == NULL)
    return;

  if (!wh_cli_locale_set_messages (language))
    wh_cli_tell ("this system lacks the locale %s.UTF-8, so messages are in English", language);
}

static const WhCommand *
find_command (const WhCommand *commands,
              const WhCommand *group,
              const char      *name,
              GError         **error)
{
  g_autofree char *help = dup_help_command (group != NULL ? group->name : NULL);
  const WhCommand *nearest;

  if (!check_utf8 (name, error))
    return NULL;

  for (const WhCommand *command = commands; command->name != NULL; command++)
    if (g_str_equal (get_short_name (command), name))
      return command;

  nearest = find_nearest (commands, name);

  if (nearest != NULL)
    g_set_error (error, WH_CLI_ERROR, WH_CLI_ERROR_USAGE,
                 _ ("There is no command “%s”. Did you mean “%s”? All of them: %s"), name, nearest->name, help);
  else
    g_set_error (error, WH_CLI_ERROR, WH_CLI_ERROR_USAGE,
                 _ ("There is no command “%s”. All of them: %s"), name, help);

  return NULL;
}

/* One line for every command. */
static char *
describe_commands (const WhCommand *commands)
{
  g_autoptr (GString) text = g_string_new (_ ("Commands:"));

  for (const WhCommand *command = commands; command->name != NULL; command++)
    g_string_append_printf (text, "\n  %-12s %s", get_short_name (command), _ (command->summary));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Help of a group of commands, or of the program when there is no group. */
static void
set_group_help (GOptionContext  *context,
                const WhCommand *group,
                const WhCommand *commands,
                GError         **error)
{
  g_autofree char *description = describe_commands (commands);
  g_autofree char *help = NULL;

  g_option_context_set_summary (context,
                                group != NULL ? _ (group->summary)
                                              : _ ("Wheelhouse knows Python libraries: what to learn next, in which order, and why.\n"
                                                   "Without a command it opens its window. Where a key is asked for, a name does as well."));
  g_option_context_set_description (context, description);
  help = dup_help (context, group != NULL ? group->name : NULL);
  g_set_error_literal (error, WH_CLI_ERROR, WH_CLI_ERROR_HELP, help);
}

static gboolean
run_one_of (WhCli           *self,
            const WhCommand *group,
            const WhCommand *commands,
            const WhCommand *standard,
            char           **argv,
            GError         **error)
{
  const WhCommand *command = standard;
  g_autoptr (GOptionContext) context = NULL;
  g_auto (Options) options = { 0 };
  g_auto (GStrv) rest = NULL;
  GOptionEntry version[] = {
    { "version", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &options.version, N_ ("Show the version"), NULL },
    G_OPTION_ENTRY_NULL
  };

  context = g_option_context_new (group != NULL ? _ (group->arguments) : _ ("COMMAND [ARGUMENT…]"));
  g_option_context_set_strict_posix (context, TRUE);
  if (group == NULL)
    g_option_context_add_main_entries (context, version, GETTEXT_PACKAGE);
  add_options (context, &options, TRUE);

  if (!parse_options (context, group == NULL ? version : NULL, group != NULL ? group->name : NULL, argv, &rest, error) ||
      !take_options (self, &options, error))
    return FALSE;

  if (options.help)
    {
      set_group_help (context, group, commands, error);
      return FALSE;
    }

  if (options.version)
    {
      wh_cli_print (self, "wheelhouse %s\n", PACKAGE_VERSION);
      return TRUE;
    }

  if (rest[0] != NULL &&
      !(command = find_command (commands, group, rest[0], error)))
    return FALSE;

  if (command == NULL)
    {
      g_set_error_literal (error, WH_CLI_ERROR, WH_CLI_ERROR_USAGE, _ ("Which command? All of them: wheelhouse --help"));
      return FALSE;
    }

  self->command = command;
  return command->run (self, rest[0] != NULL ? rest + 1 : rest, error);
}

/**
 * wh_cli_run_group:
 * @commands: the commands of the running command, ended by one without a name
 * @standard: which of them runs when none is named
 *
 * Runs a command of a command: `plan done`.
 */
gboolean
wh_cli_run_group (WhCli           *self,
                  const WhCommand *commands,
                  const WhCommand *standard,
                  char           **argv,
                  GError         **error)
{
  return run_one_of (self, self->command, commands, standard, argv, error);
}

static gboolean
show_help (WhCli        *self,
           const GError *help)
{
  g_autoptr (GError) error = NULL;

  g_string_assign (self->output, help->message);

  if (wh_cli_flush (self, &error))
    return TRUE;

  wh_cli_tell ("%s", error->message);
  return FALSE;
}

/**
 * wh_cli_run:
 * @argv: as main() got it, with a command or an option of the command line
 * @uris: (out) (nullable): what to open in the window, %NULL when no window is wanted
 *
 * Does what the command line says. The locale is set up already.
 *
 * Returns: the exit status: 0 done, 1 could not be done, 2 wrong usage
 */
int
wh_cli_run (int    argc,
            char **argv,
            GStrv *uris)
{
  g_autoptr (WhCli) self = NULL;
  g_autoptr (GError) error = NULL;

  *uris = NULL;
  signal (SIGPIPE, SIG_IGN);
  prepare_locale (argv + 1);
  self = wh_cli_new ();

  if (run_one_of (self, NULL, wh_commands, NULL, argv + 1, &error) && wh_cli_flush (self, &error))
    {
      *uris = g_steal_pointer (&self->uris);
      return 0;
    }

  if (g_error_matches (error, WH_CLI_ERROR, WH_CLI_ERROR_ENOUGH))
    return 0;

  if (g_error_matches (error, WH_CLI_ERROR, WH_CLI_ERROR_HELP))
    return show_help (self, error) ? 0 : 1;

  wh_cli_tell ("%s", error->message);

  return g_error_matches (error, WH_CLI_ERROR, WH_CLI_ERROR_USAGE) ? 2 : 1;
}
