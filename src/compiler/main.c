/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "wh-catalogue-load.h"
#include "wh-catalogue-reader.h"
#include "wh-po-file.h"
#include "wh-schema.h"

/* Turns data/catalogue/ and po/catalogue/ into the catalogue that is installed. Its
 * messages are for those who write the catalogue and are not translated.
 */

#define STATUS_WRONG 1
#define STATUS_USAGE 2

typedef struct
{
  char      *output;
  char      *pot;
  char      *depfile;
  char      *base;
  char     **po_files;
  char     **folders;
  GPtrArray *inputs; /* char *: what the output depends on */
} Job;

static void
job_clear (Job *job)
{
  g_free (job->output);
  g_free (job->pot);
  g_free (job->depfile);
  g_free (job->base);
  g_strfreev (job->po_files);
  g_strfreev (job->folders);
  g_ptr_array_unref (job->inputs);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

/* How a file is called in messages and in the PO files: relative to --base. */
static char *
dup_shown_name (const Job  *job,
                const char *path)
{
  g_autofree char *base = NULL;

  if (job->base == NULL)
    return g_strdup (path);

  base = g_strconcat (job->base, g_str_has_suffix (job->base, "/") ? "" : "/", NULL);
  return g_strdup (g_str_has_prefix (path, base) ? path + strlen (base) : path);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (a, b);
}

/* The entries of a folder, sorted, so that the result does not depend on the file system. */
static GPtrArray *
list_folder (const char *folder,
             GError    **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  const char *name;

  if (dir == NULL)
    return NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (paths, g_build_filename (folder, name, NULL));

  g_ptr_array_sort_values (paths, compare_names);
  return g_steal_pointer (&paths);
}

static gboolean
add_json (Job               *job,
          WhCatalogueReader *reader,
          const char        *path,
          GError           **error)
{
  g_autofree char *name = dup_shown_name (job, path);
  g_autofree char *text = NULL;
  gsize            length;

  if (!g_file_get_contents (path, &text, &length, error))
    return FALSE;

  g_ptr_array_add (job->inputs, g_strdup (path));
  wh_catalogue_reader_add_json (reader, name, text, length);
  return TRUE;
}

/* Adds the JSON files of @folder and, once, of the folders in it. */
static gboolean
add_folder (Job               *job,
            WhCatalogueReader *reader,
            const char        *folder,
            gboolean           is_outer,
            GError           **error)
{
  g_autoptr (GPtrArray) paths = list_folder (folder, error);

  if (paths == NULL)
    return FALSE;

  g_ptr_array_add (job->inputs, g_strdup (folder));

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);

      if (g_str_has_suffix (path, ".json") && !add_json (job, reader, path, error))
        return FALSE;

      if (is_outer && g_file_test (path, G_FILE_TEST_IS_DIR) &&
          !add_folder (job, reader, path, FALSE, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_translations (Job               *job,
                  WhCatalogueReader *reader,
                  GError           **error)
{
  for (guint i = 0; job->po_files != NULL && job->po_files[i] != NULL; i++)
    {
      g_autofree char *name = dup_shown_name (job, job->po_files[i]);
      WhTranslations  *translations = wh_po_file_read (job->po_files[i], name, error);

      if (translations == NULL)
        return FALSE;

      g_ptr_array_add (job->inputs, g_strdup (job->po_files[i]));
      wh_catalogue_reader_add_translations (reader, translations);
    }

  return TRUE;
}

/* Written beside and renamed: a build that is broken off leaves no half catalogue. */
static gboolean
write_database (const Job         *job,
                WhCatalogueReader *reader,
                GError           **error)
{
  g_autofree char *part = g_strconcat (job->output, ".part", NULL);
  g_autoptr (WhDatabase) database = NULL;

  g_unlink (part);

  if (!(database = wh_database_open (part, WH_DATABASE_CREATE, error)) ||
      !wh_catalogue_reader_store (reader, database, WH_SCHEMA_BUNDLE, "bundle", error) ||
      !wh_catalogue_seal (database, error))
    return FALSE;

  g_clear_object (&database);

  if (g_rename (part, job->output) == 0)
    return TRUE;

  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
               "%s: %s", job->output, g_strerror (errno));
  return FALSE;
}

/* Tells ninja what to watch, folders included: a new file changes its folder. */
static gboolean
write_depfile (const Job *job,
               GError   **error)
{
  g_autoptr (GString) text = g_string_new (job->output);

  g_string_append_c (text, ':');

  for (guint i = 0; i < job->inputs->len; i++)
    {
      const char *path = g_ptr_array_index (job->inputs, i);

      g_string_append (text, " \\\n ");

      for (const char *p = path; *p != '\0'; p++)
        {
          if (strchr (" #\\", *p) != NULL)
            g_string_append_c (text, '\\');
          g_string_append_c (text, *p);
        }
    }

  g_string_append_c (text, '\n');
  return g_file_set_contents (job->depfile, text->str, text->len, error);
}

static gboolean
run (Job     *job,
     GError **error)
{
  g_autoptr (WhCatalogueReader) reader = wh_catalogue_reader_new ();
  const GPtrArray *problems;
  gboolean         is_good;

  for (guint i = 0; job->folders[i] != NULL; i++)
    {
      if (!add_folder (job, reader, job->folders[i], TRUE, error))
        return FALSE;
    }

  if (!add_translations (job, reader, error))
    return FALSE;

  is_good = wh_catalogue_reader_check (reader);
  problems = wh_catalogue_reader_get_problems (reader);

  for (guint i = 0; i < problems->len; i++)
    g_printerr ("%s\n", (char *) g_ptr_array_index (problems, i));

  if (!is_good)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                   "nothing was written: see docs/catalogue.md for the form of the catalogue");
      return FALSE;
    }

  if (job->pot != NULL &&
      !wh_po_file_write (job->pot, wh_catalogue_reader_get_texts (reader), error))
    return FALSE;

  if (job->output != NULL && !write_database (job, reader, error))
    return FALSE;

  return job->depfile == NULL || write_depfile (job, error);
}

static gboolean
parse_arguments (Job     *job,
                 int     *argc,
                 char  ***argv,
                 GError **error)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &job->output, "Write the catalogue to FILE", "FILE" },
    { "pot", 0, 0, G_OPTION_ARG_FILENAME, &job->pot, "Write the texts to be translated to FILE", "FILE" },
    { "po", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &job->po_files, "Take the translations of FILE in", "FILE" },
    { "depfile", 0, 0, G_OPTION_ARG_FILENAME, &job->depfile, "Write what the catalogue was made of to FILE", "FILE" },
    { "base", 0, 0, G_OPTION_ARG_FILENAME, &job->base, "Name files in messages relative to DIR", "DIR" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &job->folders, NULL, "FOLDER…" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_summary (context, "Compiles a catalogue of JSON files and their translations.");
  g_option_context_add_main_entries (context, entries, NULL);

  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;

  if (job->folders != NULL && (job->output != NULL || (job->pot != NULL && job->depfile == NULL)))
    return TRUE;

  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                       "say where the catalogue lies, and --output or --pot; see --help");
  return FALSE;
}

int
main (int    argc,
      char **argv)
{
  g_auto (Job) job = { .inputs = g_ptr_array_new_with_free_func (g_free) };
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");

  if (!parse_arguments (&job, &argc, &argv, &error))
    {
      g_printerr ("wheelhouse-compile: %s\n", error->message);
      return STATUS_USAGE;
    }

  if (!run (&job, &error))
    {
      g_printerr ("wheelhouse-compile: %s\n", error->message);
      return STATUS_WRONG;
    }

  return 0;
}
