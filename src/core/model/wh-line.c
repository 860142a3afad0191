/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-line.h"

/**
 * wh_line_dup:
 * @text: UTF-8 that somebody else wrote
 * @max_chars: more of it is not shown
 *
 * Makes of @text what can be shown in any place: a label takes a limit of lines for one
 * of each paragraph, and lays out all of a text before it leaves most of it out.
 *
 * Returns: (transfer full): the beginning of @text in one line, with an ellipsis where it is cut
 */
char *
wh_line_dup (const char *text,
             guint       max_chars)
{
  g_autoptr (GString) line = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);

  for (guint i = 0; i < max_chars && *text != '\0'; i++, text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      g_string_append_unichar (line, g_unichar_isspace (c) || g_unichar_iscntrl (c) ? ' ' : c);
    }

  if (*text != '\0')
    g_string_append (line, "…");

  return g_string_free_and_steal (g_steal_pointer (&line));
}
