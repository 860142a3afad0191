/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "wh-json-builder.h"

#include "wh-checklist-file.h"

/* A checklist as a file to read, to edit and to compute with. Texts are data in
 * both: whatever stands in them, it shows as it was written.
 */

/* What means something to Markdown anywhere in a line, or to HTML inside it. */
#define MARKDOWN_SIGNS "\\`*_[]<>&~|$"

/* What means something only where a line begins. */
#define MARKDOWN_LINE_SIGNS "#+-="

static gboolean
is_control (gunichar c)
{
  return g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029;
}

/* "1." and "1)" at the beginning of a line would start a list. */
static const char *
skip_digits (const char *text)
{
  while (g_ascii_isdigit (*text))
    text++;

  return text;
}

/* Appends @text so that it reads as plain text in one line of Markdown. */
static void
append_escaped (GString    *markdown,
                const char *text)
{
  g_autofree char *valid = g_strstrip (g_utf8_make_valid (text, -1));
  const char      *number_end = skip_digits (valid);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_control (c))
        {
          g_string_append_c (markdown, ' ');
          continue;
        }

      if ((c < 0x80 && strchr (MARKDOWN_SIGNS, (char) c) != NULL) ||
          (p == valid && c < 0x80 && strchr (MARKDOWN_LINE_SIGNS, (char) c) != NULL) ||
          (p == number_end && p > valid && (c == '.' || c == ')')))
        g_string_append_c (markdown, '\\');

      g_string_append_unichar (markdown, c);
    }
}

/* In angle brackets an address may hold anything but these, spaces and line ends. */
static void
append_address (GString    *markdown,
                const char *url)
{
  g_autofree char *escaped = g_uri_escape_string (url, "!#$%&'()*+,/:;=?@[]", FALSE);

  g_string_append_printf (markdown, "(<%s>)", escaped);
}

static void
append_name (GString               *markdown,
             const WhChecklistItem *item)
{
  g_string_append (markdown, "**");
  for (guint i = 0; i < item->libraries->len; i++)
    {
      const WhChecklistLibrary *library = g_ptr_array_index (item->libraries, i);

      if (i > 0)
        g_string_append (markdown, " / ");

      if (library->url != NULL)
        g_string_append_c (markdown, '[');
      append_escaped (markdown, library->name);
      if (library->url != NULL)
        {
          g_string_append_c (markdown, ']');
          append_address (markdown, library->url);
        }
    }
  g_string_append (markdown, "**");
}

static void
append_stars (GString *markdown,
              guint    stars)
{
  if (stars == 0)
    return;

  g_string_append (markdown, " · ");
  for (guint i = 0; i < stars / 2; i++)
    g_string_append (markdown, "★");
  if (stars % 2 == 1)
    g_string_append (markdown, "½");
}

/* A box is ticked or not; the other two states are said in words. */
static void
append_status (GString           *markdown,
               const WhChecklist *checklist,
               WhStatus           status)
{
  g_autofree char *word = NULL;

  if (status != WH_STATUS_LEARNING && status != WH_STATUS_SKIPPED)
    return;

  word = g_strdup_printf ("status/%s", wh_status_to_key (status));
  g_string_append (markdown, " · *");
  append_escaped (markdown, wh_checklist_get_word (checklist, word));
  g_string_append (markdown, "*");
}

/* Each line of a note is a paragraph of a quotation within the item. */
static void
append_note (GString    *markdown,
             const char *note)
{
  g_auto (GStrv) lines = g_strsplit (note, "\n", -1);
  gboolean is_first = TRUE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*g_strstrip (lines[i]) == '\0')
        continue;

      g_string_append (markdown, is_first ? "\n  > " : "  >\n  > ");
      append_escaped (markdown, lines[i]);
      g_string_append_c (markdown, '\n');
      is_first = FALSE;
    }

  if (!is_first)
    g_string_append_c (markdown, '\n');
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/* The same in the other language, where there are two. */
static void
append_other (GString    *markdown,
              const char *text)
{
  if (is_empty (text))
    return;

  g_string_append (markdown, " / ");
  append_escaped (markdown, text);
}

/* There may be one in the other language alone. */
static void
append_summary (GString               *markdown,
                const WhChecklistItem *item)
{
  const char *summary = is_empty (item->summary) ? item->other_summary : item->summary;

  if (is_empty (summary))
    return;

  g_string_append (markdown, " — ");
  append_escaped (markdown, summary);
  if (summary == item->summary)
    append_other (markdown, item->other_summary);
}

static void
append_item (GString               *markdown,
             const WhChecklist     *checklist,
             const WhChecklistItem *item)
{
  g_string_append (markdown, item->status == WH_STATUS_LEARNT ? "- [x] " : "- [ ] ");
  append_name (markdown, item);

  if (item->priority != WH_PRIORITY_NONE)
    g_string_append_printf (markdown, " · %s", wh_priority_to_key (item->priority));
  append_stars (markdown, item->stars);
  append_status (markdown, checklist, item->status);

  append_summary (markdown, item);
  g_string_append_c (markdown, '\n');

  if (item->note != NULL)
    append_note (markdown, item->note);
}

static void
append_section (GString                  *markdown,
                const WhChecklist        *checklist,
                const WhChecklistSection *section)
{
  g_autofree char *count = wh_checklist_dup_count (checklist, "paper/fraction", section->n_done, section->n_total);

  g_string_append (markdown, "\n## ");
  append_escaped (markdown, section->title);
  append_other (markdown, section->other_title);
  g_string_append (markdown, " (");
  append_escaped (markdown, count);
  g_string_append (markdown, ")\n\n");

  for (guint i = 0; i < section->items->len; i++)
    append_item (markdown, checklist, g_ptr_array_index (section->items, i));
}

static void
append_head (GString           *markdown,
             const WhChecklist *checklist)
{
  g_autofree char *heading = wh_checklist_dup_heading (checklist);
  g_autofree char *date = wh_checklist_dup_date (checklist);
  g_autofree char *count = wh_checklist_dup_count (checklist, "paper/count", checklist->n_done, checklist->n_total);

  g_string_append (markdown, "# ");
  append_escaped (markdown, heading);
  append_other (markdown, checklist->other_heading);
  g_string_append (markdown, "\n\n");
  append_escaped (markdown, date);
  g_string_append (markdown, " · ");
  append_escaped (markdown, count);
  g_string_append_c (markdown, '\n');
}

/**
 * wh_checklist_write_markdown:
 *
 * Writes the checklist as Markdown with task lists, as GitHub and others show
 * them.
 */
gboolean
wh_checklist_write_markdown (const WhChecklist *checklist,
                             GOutputStream     *stream,
                             GCancellable      *cancellable,
                             GError           **error)
{
  g_autoptr (GString) markdown = g_string_new (NULL);

  append_head (markdown, checklist);
  for (guint i = 0; i < checklist->sections->len; i++)
    append_section (markdown, checklist, g_ptr_array_index (checklist->sections, i));

  if (checklist->sections->len == 0)
    {
      g_string_append_c (markdown, '\n');
      append_escaped (markdown, wh_checklist_get_word (checklist, "paper/empty"));
      g_string_append_c (markdown, '\n');
    }

  return g_output_stream_write_all (stream, markdown->str, markdown->len, NULL, cancellable, error);
}

/* A text that is no UTF-8 would be no JSON. */
static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  wh_json_add_string (builder, name, valid);
}

static void
write_library (JsonBuilder  *builder,
               gconstpointer record)
{
  const WhChecklistLibrary *library = record;

  add_text (builder, "key", library->key);
  add_text (builder, "name", library->name);
  add_text (builder, "homepage", library->url);
  add_text (builder, "status", wh_status_to_key (library->status));
}

static void
write_item (JsonBuilder  *builder,
            gconstpointer record)
{
  const WhChecklistItem *item = record;

  wh_json_add_list (builder, "libraries", item->libraries, write_library);
  add_text (builder, "summary", item->summary);
  add_text (builder, "other_summary", item->other_summary);
  add_text (builder, "priority", wh_priority_to_key (item->priority));
  wh_json_add_stars (builder, "stars", item->stars);
  add_text (builder, "status", wh_status_to_key (item->status));
  add_text (builder, "note", item->note);
}

static void
write_section (JsonBuilder  *builder,
               gconstpointer record)
{
  const WhChecklistSection *section = record;

  add_text (builder, "title", section->title);
  add_text (builder, "other_title", section->other_title);
  wh_json_add_count (builder, "done", section->n_done);
  wh_json_add_count (builder, "total", section->n_total);
  wh_json_add_list (builder, "items", section->items, write_item);
}

static JsonNode *
make_json (const WhChecklist *checklist)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *date = g_date_time_format (checklist->date, "%Y-%m-%d");

  json_builder_begin_object (builder);
  add_text (builder, "format", WH_CHECKLIST_FORMAT);
  wh_json_add_count (builder, "version", WH_CHECKLIST_VERSION);
  add_text (builder, "title", checklist->title);
  add_text (builder, "role", checklist->subtitle);
  add_text (builder, "language", checklist->language);
  add_text (builder, "other_language", checklist->other_language);
  add_text (builder, "other_heading", checklist->other_heading);
  add_text (builder, "date", date);
  wh_json_add_count (builder, "done", checklist->n_done);
  wh_json_add_count (builder, "total", checklist->n_total);
  wh_json_add_list (builder, "sections", checklist->sections, write_section);
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}

/**
 * wh_checklist_write_json:
 *
 * Writes the checklist as one JSON document: what it is, title, role, language, date,
 * done, total, and sections with their items. Stars are in whole and half stars. An
 * item's status is that of the alternative that is furthest; each has its own beside
 * its key.
 */
gboolean
wh_checklist_write_json (const WhChecklist *checklist,
                         GOutputStream     *stream,
                         GCancellable      *cancellable,
                         GError           **error)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = make_json (checklist);
  g_autofree char *json = NULL;
  gsize            length;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json = json_generator_to_data (generator, &length);

  return g_output_stream_write_all (stream, json, length, NULL, cancellable, error) &&
         g_output_stream_write_all (stream, "\n", 1, NULL, cancellable, error);
}
