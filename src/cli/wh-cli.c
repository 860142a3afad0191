/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "wh-cli-locale.h"
#include "wh-language.h"
#include "wh-user-database.h"

#include "wh-cli-private.h"

/* A list that has become longer than this, in bytes, is written as it comes. */
#define FLUSH_SIZE (1024 * 1024)

GQuark
wh_cli_error_quark (void)
{
  return g_quark_from_static_string ("wh-cli-error-quark");
}

void
wh_cli_free (WhCli *self)
{
  g_clear_object (&self->catalogue);
  g_clear_object (&self->database);
  g_free (self->database_path);
  g_string_free (self->output, TRUE);
  g_strfreev (self->uris);
  g_free (self);
}

/* The catalogue has no traditional Chinese yet; as in the window, simplified is nearer to
 * who asks for it than English.
 */
void
wh_cli_set_language (WhCli      *self,
                     const char *language)
{
  self->language = language;
}

WhCli *
wh_cli_new (void)
{
  WhCli *self = g_new0 (WhCli, 1);

  wh_cli_set_language (self, wh_language_match (g_get_language_names ()));
  self->output = g_string_new (NULL);

  return self;
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

/**
 * wh_cli_open_window:
 * @uris: (transfer full): what to open in the window; may be empty
 *
 * Has the window opened once the command is done: that is not the command line's business.
 */
gboolean
wh_cli_open_window (WhCli   *self,
                    GStrv    uris,
                    GError **error)
{
  g_strfreev (self->uris);
  self->uris = uris;

  if (self->database_path == NULL)
    return TRUE;

  g_set_error_literal (error, WH_CLI_ERROR, WH_CLI_ERROR_USAGE,
                       _ ("The window shows your own database: it takes no --database"));
  return FALSE;
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
 *
 * Returns: %FALSE with @error set; when nobody reads on, to %WH_CLI_ERROR_ENOUGH
 */
gboolean
wh_cli_print_json_item (WhCli    *self,
                        JsonNode *node,
                        guint     position,
                        GError  **error)
{
  g_string_append_c (self->output, position == 0 ? '[' : ',');
  append_json_item (self->output, node);

  if (self->output->len < FLUSH_SIZE)
    return TRUE;

  if (wh_cli_flush (self, error) && self->closed)
    g_set_error_literal (error, WH_CLI_ERROR, WH_CLI_ERROR_ENOUGH, "The pipe is closed");

  return *error == NULL;
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
        {
          self->closed = TRUE;
          break;
        }

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
