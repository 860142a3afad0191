/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "wh-export-file.h"

/* A device or a pipe is written to; to put a file in its place would destroy it. */
static gboolean
write_directly (GFile        *file,
                GBytes       *bytes,
                GCancellable *cancellable,
                GError      **error)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GFileOutputStream) stream = g_file_append_to (file, G_FILE_CREATE_NONE, cancellable, error);

  return stream != NULL &&
         g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, size, NULL, cancellable, error) &&
         g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
}

/* A link stays a link: the file that it leads to is replaced. */
static gboolean
replace_local (const char *path,
               GBytes     *bytes,
               GError    **error)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);
  char       *target = realpath (path, NULL);
  gboolean    is_written;

  is_written = g_file_set_contents_full (target != NULL ? target : path, data, size,
                                         G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, error);
  free (target);

  return is_written;
}

static gboolean
replace (GFile        *file,
         GBytes       *bytes,
         GCancellable *cancellable,
         GError      **error)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (g_file_peek_path (file) != NULL)
    return replace_local (g_file_peek_path (file), bytes, error);

  return g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, error);
}

static gboolean
write_file (GFile        *file,
            GBytes       *bytes,
            GCancellable *cancellable,
            GError      **error)
{
  switch (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable))
    {
    case G_FILE_TYPE_DIRECTORY:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, _ ("it is a folder; name a file in it"));
      return FALSE;

    case G_FILE_TYPE_SPECIAL:
      return write_directly (file, bytes, cancellable, error);

    case G_FILE_TYPE_UNKNOWN:
    case G_FILE_TYPE_REGULAR:
    case G_FILE_TYPE_SYMBOLIC_LINK:
    case G_FILE_TYPE_SHORTCUT:
    case G_FILE_TYPE_MOUNTABLE:
    default:
      return replace (file, bytes, cancellable, error);
    }
}

/**
 * wh_export_file_write:
 *
 * Puts @bytes into @file, all or nothing: they are written beside it and then
 * take its place, so that a full disk leaves what was there before. The message
 * of a failure names the file.
 */
gboolean
wh_export_file_write (GFile        *file,
                      GBytes       *bytes,
                      GCancellable *cancellable,
                      GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *name = NULL;

  if (write_file (file, bytes, cancellable, &local_error))
    return TRUE;

  name = g_file_get_parse_name (file);
  /* Translators: the first is the name of a file, the second the reason */
  g_set_error (error, local_error->domain, local_error->code, _ ("“%s” could not be written: %s"), name, local_error->message);

  return FALSE;
}
