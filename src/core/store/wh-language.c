/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-language.h"

static const char *const keys[] = { "en", "zh_CN", "zh_TW", NULL };

/**
 * wh_language_get_keys:
 *
 * Returns: (array zero-terminated=1): "en", "zh_CN", "zh_TW"
 */
const char *const *
wh_language_get_keys (void)
{
  return keys;
}

/**
 * wh_language_find:
 *
 * Returns: (nullable): the language that @name names exactly
 */
const char *
wh_language_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    if (g_str_equal (name, keys[i]))
      return keys[i];

  return NULL;
}

/* Returns: (nullable): the language that a locale's name means */
static const char *
match_one (const char *locale)
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
    if (g_str_has_prefix (locale, prefixes[i].prefix))
      return prefixes[i].language;

  return NULL;
}

/**
 * wh_language_match:
 * @locales: names of locales, the most wanted first, as of g_get_language_names()
 *
 * Returns: the language of contents that suits best; English when none does
 */
const char *
wh_language_match (const char *const *locales)
{
  g_return_val_if_fail (locales != NULL, "en");

  for (guint i = 0; locales[i] != NULL; i++)
    {
      const char *language = match_one (locales[i]);

      if (language != NULL)
        return language;
    }

  return "en";
}
