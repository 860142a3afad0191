/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-terminal-text.h"

#include "wh-text-table.h"

#define COLUMN_GAP 2

/* In less room than this a cut text tells nothing; then the terminal may wrap it. */
#define LAST_COLUMN_MIN 20

struct _WhTextTable
{
  guint      n_columns;
  GPtrArray *lines;  /* GStrv: the cells of a row; of one element: a heading */
  guint      n_rows; /* those that are no heading */
  gboolean   has_headings;
  gboolean   wraps;
};

static gboolean
is_heading (const WhTextTable *self,
            GStrv              line)
{
  return self->n_columns > 1 && line[0] != NULL && line[1] == NULL;
}

/* A cell is one line, whatever the text was, and does not speak to the terminal. */
static char *
dup_cell (const char *text)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (cell, g_unichar_iscntrl (c) ? ' ' : c);
    }

  return g_string_free_and_steal (g_steal_pointer (&cell));
}

static void
append_cut (GString    *output,
            const char *text,
            guint       width)
{
  const char *end;

  if (wh_terminal_text_get_width (text) <= width)
    {
      g_string_append (output, text);
      return;
    }

  if (width == 0)
    return;

  end = wh_terminal_text_find_end (text, width - 1);
  g_string_append_len (output, text, end - text);
  g_string_append (output, "…");
}

static void
trim_end (GString *output)
{
  while (g_str_has_suffix (output->str, " "))
    g_string_truncate (output, output->len - 1);
}

/* What has hardly any room beside the other columns has a line of its own below them. */
static void
append_wrapped (const WhTextTable *self,
                GString           *output,
                const char        *text,
                guint              used,
                guint              width)
{
  if (width < used + MIN (LAST_COLUMN_MIN, wh_terminal_text_get_width (text)))
    {
      used = self->has_headings ? 2 * COLUMN_GAP : COLUMN_GAP;
      trim_end (output);
      g_string_append_printf (output, "\n%*s", (int) used, "");
    }

  wh_terminal_text_append_wrapped (output, text, used, width);
}

/* One long cell does not push away the last column of all rows. */
static guint
get_limit (const WhTextTable *self,
           guint              width)
{
  return width > 0 && !self->wraps ? width / 4 : G_MAXUINT;
}

static guint *
measure_columns (const WhTextTable *self,
                 guint              width)
{
  guint *widths = g_new0 (guint, self->n_columns);

  for (guint i = 0; i < self->lines->len; i++)
    {
      GStrv line = g_ptr_array_index (self->lines, i);

      for (guint j = 0; !is_heading (self, line) && j < self->n_columns; j++)
        widths[j] = MAX (widths[j], MIN (wh_terminal_text_get_width (line[j]), get_limit (self, width)));
    }

  return widths;
}

/* The last column that has anything in this row; what follows needs no spaces. */
static guint
count_cells (const WhTextTable *self,
             GStrv              line)
{
  guint n = self->n_columns;

  while (n > 0 && *line[n - 1] == '\0')
    n--;

  return n;
}

/* Where the last column begins in a row whose cells all fit theirs. */
static guint
get_last_start (const WhTextTable *self,
                const guint       *widths)
{
  guint start = self->has_headings ? COLUMN_GAP : 0;

  for (guint i = 0; i + 1 < self->n_columns; i++)
    start += widths[i] > 0 ? widths[i] + COLUMN_GAP : 0;

  return start;
}

static void
print_row (const WhTextTable *self,
           GString           *output,
           GStrv              line,
           const guint       *widths,
           guint              width)
{
  gboolean is_cut = width >= get_last_start (self, widths) + LAST_COLUMN_MIN;
  guint    n_cells = count_cells (self, line);
  guint    used = self->has_headings ? COLUMN_GAP : 0;

  g_string_append_printf (output, "%*s", (int) used, "");

  for (guint i = 0; i < n_cells; i++)
    {
      guint cell = MAX (widths[i], wh_terminal_text_get_width (line[i]));

      if (widths[i] == 0)
        continue;

      if (i == self->n_columns - 1 && width > 0 && self->wraps)
        append_wrapped (self, output, line[i], used, width);
      else if (i == self->n_columns - 1 && is_cut)
        append_cut (output, line[i], width > used ? width - used : 0);
      else
        g_string_append (output, line[i]);

      if (i < n_cells - 1)
        g_string_append_printf (output, "%*s",
                                (int) (cell - wh_terminal_text_get_width (line[i]) + COLUMN_GAP), "");

      used += cell + COLUMN_GAP;
    }

  trim_end (output);
  g_string_append_c (output, '\n');
}

WhTextTable *
wh_text_table_new (guint n_columns)
{
  WhTextTable *self;

  g_return_val_if_fail (n_columns > 0, NULL);

  self = g_new0 (WhTextTable, 1);
  self->n_columns = n_columns;
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  return self;
}

/* A table to be read: what the last column has no room for goes on below. */
WhTextTable *
wh_text_table_new_wrapping (guint n_columns)
{
  WhTextTable *self = wh_text_table_new (n_columns);

  self->wraps = TRUE;

  return self;
}

void
wh_text_table_free (WhTextTable *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/* A line above the rows that follow; all rows of the table are indented then. */
void
wh_text_table_add_heading (WhTextTable *self,
                           const char  *text)
{
  GStrv line = g_new0 (char *, 2);

  g_return_if_fail (self->n_columns > 1);

  line[0] = dup_cell (text);
  g_ptr_array_add (self->lines, line);
  self->has_headings = TRUE;
}

/* As many strings as the table has columns; %NULL is an empty cell. */
void
wh_text_table_add_row (WhTextTable *self,
                       ...)
{
  GStrv   line = g_new0 (char *, self->n_columns + 1);
  va_list args;

  va_start (args, self);
  for (guint i = 0; i < self->n_columns; i++)
    line[i] = dup_cell (va_arg (args, const char *));
  va_end (args);

  g_ptr_array_add (self->lines, line);
  self->n_rows++;
}

/* Headings do not count. */
guint
wh_text_table_get_n_rows (const WhTextTable *self)
{
  return self->n_rows;
}

/**
 * wh_text_table_print:
 * @output: what the lines are appended to
 * @width: how many cells a line has at most, by cutting or wrapping the last column; 0 is
 *   as many as it takes
 */
void
wh_text_table_print (WhTextTable *self,
                     GString     *output,
                     guint        width)
{
  g_autofree guint *widths = measure_columns (self, width);

  for (guint i = 0; i < self->lines->len; i++)
    {
      GStrv line = g_ptr_array_index (self->lines, i);

      if (!is_heading (self, line))
        print_row (self, output, line, widths, width);
      else
        g_string_append_printf (output, "%s%s\n", i > 0 ? "\n" : "", line[0]);
    }
}
