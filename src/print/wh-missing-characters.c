/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "wh-missing-characters.h"
#include "wh-print-error.h"

/* What to say about characters that no installed font has: which they are, and
 * what to install.
 */

#define MISSING_SHOWN 12

static gboolean
is_chinese (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN || (c >= 0x3000 && c < 0x3040) || (c >= 0xff00 && c < 0xffef);
}

static gboolean
is_pictograph (gunichar c)
{
  return c >= 0x1f000 && c < 0x20000;
}

/* Returns: (transfer full): what to install for the characters that are missing */
static char *
suggest_font (GArray *missing)
{
  for (guint i = 0; i < missing->len; i++)
    if (is_chinese (g_array_index (missing, gunichar, i)))
      return g_strdup (_ ("Install a Chinese font, for example Noto Sans CJK (package fonts-noto-cjk on Debian and Ubuntu, "
                          "google-noto-sans-cjk-fonts on Fedora, noto-fonts-cjk on Arch Linux), and try again."));

  for (guint i = 0; i < missing->len; i++)
    if (is_pictograph (g_array_index (missing, gunichar, i)))
      return g_strdup (_ ("Install a font with emoji, for example Noto Color Emoji (package fonts-noto-color-emoji on Debian "
                          "and Ubuntu, google-noto-color-emoji-fonts on Fedora, noto-fonts-emoji on Arch Linux), or take "
                          "them out, and try again."));

  return g_strdup (_ ("Install a font that has them, for example one of the Noto fonts (package fonts-noto-core on Debian and "
                      "Ubuntu), or take them out, and try again."));
}

/* A private or unassigned character shows as nothing, so each is named by its number too when there are few. */
static char *
name_characters (GArray *missing)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (missing->len, MISSING_SHOWN); i++)
    g_string_append_unichar (names, g_array_index (missing, gunichar, i));

  if (missing->len > MISSING_SHOWN)
    g_string_append (names, "…");
  else if (missing->len == 1)
    g_string_append_printf (names, " (U+%04X)", g_array_index (missing, gunichar, 0));

  return g_string_free_and_steal (g_steal_pointer (&names));
}

/**
 * wh_missing_characters_check:
 * @missing: (element-type gunichar): the characters that no font has
 *
 * Fails with %WH_PRINT_ERROR_NO_FONT when there are any.
 */
gboolean
wh_missing_characters_check (GArray  *missing,
                             GError **error)
{
  g_autofree char *characters = NULL;
  g_autofree char *suggestion = NULL;

  if (missing->len == 0)
    return TRUE;

  characters = name_characters (missing);
  suggestion = suggest_font (missing);
  g_set_error (error, WH_PRINT_ERROR, WH_PRINT_ERROR_NO_FONT,
               /* Translators: the first is some characters, the second a sentence that says what to install */
               _ ("No installed font has these characters, which the checklist needs: %s. %s"),
               characters, suggestion);
  return FALSE;
}
