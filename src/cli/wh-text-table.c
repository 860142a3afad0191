/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-text-table.h"

#define COLUMN_GAP 2

/* Narrower than this a cut last column tells nothing; then the terminal may wrap it. */
#define LAST_COLUMN_MIN 20

struct _WhTextTable
{
  guint      n_columns;
  GPtrArray *lines; /* GStrv: the cells of a row; of one element: a heading */
  gboolean   has_headings;
};

static guint
get_char_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;

  return g_unichar_iswide (c) ? 2 : 1;
}

/* Cells a text takes on a terminal. */
guint
wh_text_get_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += get_char_width (g_utf8_get_char (p));

  return width;
}

static gboolean
is_heading (const WhTextTable *self,
            GStrv              line)
{
  return self->n_columns > 1 && line[0] != NULL && line[1] == NULL;
}

static void
append_spaces (GString *output,
               guint    n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (output, ' ');
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
  guint used = 0;

  if (wh_text_get_width (text) <= width)
    {
      g_string_append (output, text);
      return;
    }

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (used + get_char_width (c) > width - 1)
        break;

      used += get_char_width (c);
      g_string_append_unichar (output, c);
    }

  g_string_append (output, "…");
}

static guint *
measure_columns (const WhTextTable *self)
{
  guint *widths = g_new0 (guint, self->n_columns);

  for (guint i = 0; i < self->lines->len; i++)
    {
      GStrv line = g_ptr_array_index (self->lines, i);

      for (guint j = 0; !is_heading (self, line) && j < self->n_columns; j++)
        widths[j] = MAX (widths[j], wh_text_get_width (line[j]));
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

static void
print_row (const WhTextTable *self,
           GString           *output,
           GStrv              line,
           const guint       *widths,
           guint              width)
{
  guint n_cells = count_cells (self, line);
  guint used = self->has_headings ? COLUMN_GAP : 0;

  append_spaces (output, used);

  for (guint i = 0; i < n_cells; i++)
    {
      if (widths[i] == 0)
        continue;

      if (i == self->n_columns - 1 && width >= used + LAST_COLUMN_MIN)
        append_cut (output, line[i], width - used);
      else
        g_string_append (output, line[i]);

      if (i < n_cells - 1)
        append_spaces (output, widths[i] - wh_text_get_width (line[i]) + COLUMN_GAP);

      used += widths[i] + COLUMN_GAP;
    }

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
}

/**
 * wh_text_table_print:
 * @output: what the lines are appended to
 * @width: how many cells a line has at most, by cutting the last column; 0 cuts nothing
 */
void
wh_text_table_print (WhTextTable *self,
                     GString     *output,
                     guint        width)
{
  g_autofree guint *widths = measure_columns (self);

  for (guint i = 0; i < self->lines->len; i++)
    {
      GStrv line = g_ptr_array_index (self->lines, i);

      if (!is_heading (self, line))
        print_row (self, output, line, widths, width);
      else
        g_string_append_printf (output, "%s%s\n", i > 0 ? "\n" : "", line[0]);
    }
}
