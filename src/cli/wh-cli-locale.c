/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>

#include "wh-cli-locale.h"

/* The languages that --locale takes. */
static const char *const languages[] = { "en", "zh_CN", "zh_TW" };

/* Returns: (nullable): the language that @name names exactly */
const char *
wh_cli_locale_match (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (name, languages[i]))
      return languages[i];

  return NULL;
}

/* Which of the languages a locale's name means, if any. */
static const char *
match_loosely (const char *name)
{
  static const struct
  {
    const char *prefix;
    const char *language;
  } prefixes[] = {
    { "zh_TW", "zh_TW" },
    { "zh_HK", "zh_TW" },
    { "zh_MO", "zh_TW" },
    { "zh_Hant", "zh_TW" },
    { "zh", "zh_CN" },
    { "en", "en" },
    { "C", "en" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (name, prefixes[i].prefix))
      return prefixes[i].language;

  return NULL;
}

/* The language of contents that the environment asks for. */
const char *
wh_cli_locale_get_environment (void)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *language = match_loosely (names[i]);

      if (language != NULL)
        return language;
    }

  return "en";
}

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
