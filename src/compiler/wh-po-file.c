/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gettext-po.h>
#include <string.h>

#include "wh-catalogue-forms.h"
#include "wh-po-file.h"

G_DEFINE_AUTO_CLEANUP_FREE_FUNC (po_file_t, po_file_free, NULL)
G_DEFINE_AUTO_CLEANUP_FREE_FUNC (po_message_iterator_t, po_message_iterator_free, NULL)

/* No date: two branches that extract the same texts get the same file. */
static const char header[] =
  "Project-Id-Version: wheelhouse-catalogue\n"
  "MIME-Version: 1.0\n"
  "Content-Type: text/plain; charset=UTF-8\n"
  "Content-Transfer-Encoding: 8bit\n";

/* Where libgettextpo's complaints go: its handlers get no data of ours. */
static GString *complaints;

GQuark
wh_po_error_quark (void)
{
  return g_quark_from_static_string ("wh-po-error-quark");
}

static void
complain (int          severity,
          po_message_t message,
          const char  *file,
          size_t       line,
          size_t       column,
          int          is_multiline,
          const char  *text)
{
  if (severity == PO_SEVERITY_WARNING)
    return;

  if (complaints->len > 0)
    g_string_append_c (complaints, '\n');

  if (file != NULL && line != (size_t) -1)
    g_string_append_printf (complaints, "%s:%" G_GSIZE_FORMAT ": %s", file, line, text);
  else
    g_string_append (complaints, text);
}

static void
complain_twice (int          severity,
                po_message_t first,
                const char  *first_file,
                size_t       first_line,
                size_t       first_column,
                int          is_first_multiline,
                const char  *first_text,
                po_message_t second,
                const char  *second_file,
                size_t       second_line,
                size_t       second_column,
                int          is_second_multiline,
                const char  *second_text)
{
  complain (severity, first, first_file, first_line, first_column, is_first_multiline, first_text);
  complain (severity, second, second_file, second_line, second_column, is_second_multiline, second_text);
}

static const struct po_xerror_handler handler = { complain, complain_twice };

/* The library knows the lines of its messages only while it reads. They come in the
 * order of the file, so the n-th that begins here is the n-th there.
 */
static GArray *
find_lines (const char *text)
{
  GArray     *lines = g_array_new (FALSE, FALSE, sizeof (guint));
  const char *next;
  gboolean    has_context = FALSE;
  guint       line = 1;

  for (const char *p = text; p != NULL; p = next, line++)
    {
      if (g_str_has_prefix (p, "msgctxt ") || (g_str_has_prefix (p, "msgid ") && !has_context))
        g_array_append_val (lines, line);

      if (g_str_has_prefix (p, "msgctxt "))
        has_context = TRUE;
      else if (g_str_has_prefix (p, "msgstr"))
        has_context = FALSE;

      next = strchr (p, '\n');
      next = next != NULL ? next + 1 : NULL;
    }

  return lines;
}

static void
add_messages (WhTranslations *translations,
              po_file_t       file,
              GArray         *lines)
{
  g_auto (po_message_iterator_t) iterator = po_message_iterator (file, NULL);
  po_message_t message;
  guint        n = 0;

  while ((message = po_next_message (iterator)) != NULL)
    {
      const char *context = po_message_msgctxt (message);
      guint       line;

      if (po_message_is_obsolete (message))
        continue;

      line = n < lines->len ? g_array_index (lines, guint, n) : 0;
      n++;

      if (context != NULL)
        wh_translations_add (translations, context, po_message_msgid (message),
                             po_message_msgstr (message), po_message_is_fuzzy (message), line);
    }
}

/**
 * wh_po_file_read:
 * @path: a file named after its language: "zh_CN.po"
 * @name: the file's name in messages
 *
 * Returns: (transfer full): the translations in the file
 */
WhTranslations *
wh_po_file_read (const char *path,
                 const char *name,
                 GError    **error)
{
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (WhTranslations) translations = NULL;
  g_autoptr (GArray) lines = NULL;
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *text = NULL;
  g_auto (po_file_t) file = NULL;

  g_return_val_if_fail (path != NULL && name != NULL, NULL);

  if (!g_str_has_suffix (base, ".po") || base[0] == '.')
    {
      g_set_error (error, WH_PO_ERROR, WH_PO_ERROR_FAILED,
                   "%s: must be named after its language, such as “zh_CN.po”", name);
      return NULL;
    }

  if (!g_file_get_contents (path, &text, NULL, error))
    return NULL;

  complaints = found;
  file = po_file_read (path, &handler);
  complaints = NULL;
  g_string_replace (found, path, name, 0);

  if (file == NULL || found->len > 0)
    {
      g_set_error (error, WH_PO_ERROR, WH_PO_ERROR_INVALID, "%s",
                   found->len > 0 ? found->str : "the file cannot be read as PO");
      return NULL;
    }

  base[strlen (base) - strlen (".po")] = '\0';
  translations = wh_translations_new (base, name);
  lines = find_lines (text);
  add_messages (translations, file, lines);

  return g_steal_pointer (&translations);
}

static void
add_text (po_file_t              file,
          po_message_iterator_t  iterator,
          GHashTable            *known,
          const WhCatalogueText *text)
{
  g_autofree char *identity = g_strconcat (text->context, "\004", text->english, NULL);
  po_message_t     message = g_hash_table_lookup (known, identity);

  if (message == NULL)
    {
      message = po_message_create ();
      po_message_set_msgctxt (message, text->context);
      po_message_set_msgid (message, text->english);
      po_message_set_msgstr (message, "");

      if (text->max_chars_zh < WH_FORM_MAX_CHARS_ZH)
        {
          g_autofree char *comment = g_strdup_printf ("At most %u characters in Chinese.\n", text->max_chars_zh);

          po_message_set_extracted_comments (message, comment);
        }

      po_message_insert (iterator, message);
      g_hash_table_insert (known, g_steal_pointer (&identity), message);
    }

  po_message_add_filepos (message, text->file, text->line);
}

/**
 * wh_po_file_write:
 * @texts: (element-type WhCatalogueText): what is to be translated
 *
 * Writes a template (POT).
 */
gboolean
wh_po_file_write (const char      *path,
                  const GPtrArray *texts,
                  GError         **error)
{
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (po_file_t) file = po_file_create ();
  g_auto (po_message_iterator_t) iterator = po_message_iterator (file, NULL);
  po_message_t head = po_message_create ();

  g_return_val_if_fail (path != NULL && texts != NULL, FALSE);

  po_message_set_msgid (head, "");
  po_message_set_msgstr (head, header);
  po_message_insert (iterator, head);

  for (guint i = 0; i < texts->len; i++)
    add_text (file, iterator, known, g_ptr_array_index (texts, i));

  complaints = found;
  po_file_write (file, path, &handler);
  complaints = NULL;

  if (found->len == 0)
    return TRUE;

  g_set_error_literal (error, WH_PO_ERROR, WH_PO_ERROR_FAILED, found->str);
  return FALSE;
}
