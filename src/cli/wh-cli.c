/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "wh-cli-locale.h"
#include "wh-commands.h"
#include "wh-spelling.h"
#include "wh-user-database.h"

#include "wh-cli.h"

/* A list that has become longer than this, in bytes, is written as it comes. */
#define FLUSH_SIZE (1024 * 1024)

/**
 * WhCli:
 *
 * One run of the program on the command line: the options that every command
 * takes, the database they lead to, and the result, which is written when the
 * command is done, so that a command that fails prints nothing; only a list too
 * long to be kept is written as it comes.
 */
struct _WhCli
{
  const WhCommand *command; /* the one that runs */
  const char      *language;
  char            *database_path;
  gboolean         json;
  WhDatabase      *database;
  WhCatalogue     *catalogue;
  GString         *output;
};

/* The options of the command line as a whole, as they were typed. */
typedef struct
{
  char    *locale;
  char    *database_path;
  gboolean json;
  gboolean help;
  gboolean version;
} Options;

GQuark
wh_cli_error_quark (void)
{
  return g_quark_from_static_string ("wh-cli-error-quark");
}

static void
options_clear (Options *self)
{
  g_clear_pointer (&self->locale, g_free);
  g_clear_pointer (&self->database_path, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
cli_free (WhCli *self)
{
  g_clear_object (&self->catalogue);
  g_clear_object (&self->database);
  g_free (self->database_path);
  g_string_free (self->output, TRUE);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhCli, cli_free)

/* The catalogue has no traditional Chinese yet; as in the window, simplified is nearer to
 * who asks for it than English.
 */
static void
set_language (WhCli      *self,
              const char *language)
{
  self->language = g_str_equal (language, "zh_TW") ? "zh_CN" : language;
}

static WhCli *
cli_new (void)
{
  WhCli *self = g_new0 (WhCli, 1);

  set_language (self, wh_cli_locale_get_environment ());
  self->output = g_string_new (NULL);

  return self;
}

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
  const char *language = wh_cli_locale_match (locale);

  if (language == NULL)
    {
      g_set_error (error, WH_CLI_ERROR, WH_CLI_ERROR_USAGE,
                   _ ("--locale is en, zh_CN or zh_TW, not “%s”"), locale);
      return FALSE;
    }

  set_language (self, language);
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

gboolean
wh_cli_wants_json (WhCli *self)
{
  return self->json;
}

/* The language of contents. */
const char *
wh_cli_get_language (WhCli *self)
{
  return self->language;
}

const char *
wh_cli_get_database_path (WhCli *self)
{
  if (self->database_path == NULL)
    self->database_path = wh_user_database_dup_path ();

  return self->database_path;
}

/* Returns: (transfer none) (nullable): the database, opened at the first call */
WhDatabase *
wh_cli_open_database (WhCli   *self,
                      GError **error)
{
  g_autofree char *bundle_path = NULL;
  g_autofree char *notice = NULL;

  if (self->database != NULL)
    return self->database;

  bundle_path = g_build_filename (PKGDATADIR, "catalogue.sqlite", NULL);
  self->database = wh_user_database_open (wh_cli_get_database_path (self), bundle_path, &notice, error);

  if (notice != NULL)
    wh_cli_tell ("%s", notice);

  return self->database;
}

/* Returns: (transfer none) (nullable): the catalogue with its index, loaded at the first call */
WhCatalogue *
wh_cli_open_catalogue (WhCli   *self,
                       GError **error)
{
  g_autoptr (WhCatalogue) catalogue = NULL;
  WhDatabase *database;

  if (self->catalogue != NULL)
    return self->catalogue;

  if (!(database = wh_cli_open_database (self, error)))
    return NULL;

  catalogue = wh_catalogue_new (g_object_ref (database), self->language);

  if (!wh_catalogue_load (catalogue, error))
    return NULL;

  self->catalogue = g_steal_pointer (&catalogue);
  return self->catalogue;
}

/* Returns: (transfer full): the catalogue's word "SUBJECT/KEY" in the language of contents */
char *
wh_cli_dup_word (WhCli      *self,
                 const char *subject,
                 const char *key)
{
  g_autofree char *name = g_strconcat (subject, "/", key, NULL);

  g_return_val_if_fail (self->database != NULL, NULL);

  return wh_store_dup_word (self->database, name, self->language);
}

GString *
wh_cli_get_output (WhCli *self)
{
  return self->output;
}

void
wh_cli_print (WhCli      *self,
              const char *format,
              ...)
{
  va_list args;

  va_start (args, format);
  g_string_append_vprintf (self->output, format, args);
  va_end (args);
}

void
wh_cli_print_json (WhCli    *self,
                   JsonNode *node)
{
  g_autofree char *text = json_to_string (node, TRUE);

  g_string_append (self->output, text);
  g_string_append_c (self->output, '\n');
}

/* @node as it stands in a list, after the bracket or comma before it. */
static void
append_json_item (GString  *output,
                  JsonNode *node)
{
  g_autoptr (JsonNode) list = json_node_new (JSON_NODE_ARRAY);
  g_autofree char *text = NULL;

  json_node_take_array (list, json_array_sized_new (1));
  json_array_add_element (json_node_get_array (list), json_node_ref (node));
  text = json_to_string (list, TRUE);

  /* Without the brackets, and the line feed before the second. */
  g_string_append_len (output, text + 1, (gssize) strlen (text) - 3);
}

/**
 * wh_cli_print_json_item:
 * @position: the place of @node in the list, from 0
 *
 * Prints a list that may be long as wh_cli_print_json() would, item by item: neither
 * the list nor its text is ever in memory as a whole.
 */
gboolean
wh_cli_print_json_item (WhCli    *self,
                        JsonNode *node,
                        guint     position,
                        GError  **error)
{
  g_string_append_c (self->output, position == 0 ? '[' : ',');
  append_json_item (self->output, node);

  return self->output->len < FLUSH_SIZE || wh_cli_flush (self, error);
}

/**
 * wh_cli_end_json_list:
 * @n_items: how many were printed
 */
void
wh_cli_end_json_list (WhCli *self,
                      guint  n_items)
{
  g_string_append (self->output, n_items > 0 ? "\n]\n" : "[]\n");
}

/* How wide the terminal is that the result goes to; 0 when it goes elsewhere. */
guint
wh_cli_get_width (WhCli *self)
{
  struct winsize size;

  if (!isatty (STDOUT_FILENO) || ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
    return 0;

  return size.ws_col;
}

/**
 * wh_cli_flush:
 *
 * Writes the result that has come together so far. Whoever reads it may have had
 * enough: a closed pipe is no error.
 */
gboolean
wh_cli_flush (WhCli   *self,
              GError **error)
{
  const char *data = self->output->str;
  gsize       left = self->output->len;

  while (left > 0)
    {
      gssize n = write (STDOUT_FILENO, data, left);

      if (n < 0 && errno == EPIPE)
        break;

      if (n < 0 && errno != EINTR)
        {
          g_set_error (error, WH_CLI_ERROR, WH_CLI_ERROR_FAILED,
                       _ ("The result could not be written to standard output: %s"), g_strerror (errno));
          return FALSE;
        }

      if (n > 0)
        {
          data += n;
          left -= n;
        }
    }

  g_string_truncate (self->output, 0);
  return TRUE;
}

/* One line on standard error. Written as it is, not in the charset of the C locale. */
void
wh_cli_tell (const char *format,
             ...)
{
  g_autofree char *message = NULL;
  va_list          args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  fprintf (stderr, "wheelhouse: %s\n", message);
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

  if (locale == NULL || (language = wh_cli_locale_match (locale)) == NULL)
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
                                                   "Without a command it opens its window."));
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
 *
 * Does what the command line says. The locale is set up already.
 *
 * Returns: the exit status: 0 done, 1 could not be done, 2 wrong usage
 */
int
wh_cli_run (int    argc,
            char **argv)
{
  g_autoptr (WhCli) self = NULL;
  g_autoptr (GError) error = NULL;

  signal (SIGPIPE, SIG_IGN);
  prepare_locale (argv + 1);
  self = cli_new ();

  if (run_one_of (self, NULL, wh_commands, NULL, argv + 1, &error) && wh_cli_flush (self, &error))
    return 0;

  if (g_error_matches (error, WH_CLI_ERROR, WH_CLI_ERROR_HELP))
    return show_help (self, error) ? 0 : 1;

  wh_cli_tell ("%s", error->message);

  return g_error_matches (error, WH_CLI_ERROR, WH_CLI_ERROR_USAGE) ? 2 : 1;
}
