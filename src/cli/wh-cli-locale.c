/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>

#include "wh-cli-locale.h"

/**
 * wh_cli_locale_set_messages:
 * @locale: one of the languages
 *
 * Lets gettext speak @locale from now on.
 *
 * Returns: whether the system has it; if not, messages are English
 */
gboolean
wh_cli_locale_set_messages (const char *locale)
{
  g_autofree char *name = g_strconcat (locale, ".UTF-8", NULL);

  /* As for contents, simplified Chinese is nearer to traditional than English is. */
  g_setenv ("LANGUAGE", g_str_equal (locale, "zh_TW") ? "zh_TW:zh_CN" : locale, TRUE);

  /* English is what the messages are written in; no system has to provide it. */
  if (g_str_equal (locale, "en"))
    return setlocale (LC_MESSAGES, "C") != NULL;

  if (setlocale (LC_MESSAGES, name) != NULL)
    return TRUE;

  setlocale (LC_MESSAGES, "C");
  return FALSE;
}
