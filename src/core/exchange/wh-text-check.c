/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "wh-text-check.h"

/* What ends a sentence or a part of it in Chinese. */
#define FULL_WIDTH_MARKS "，。；：！？、）》”"

/**
 * wh_text_check_line:
 *
 * Checks that a text is one tidy line of at most @max_chars characters.
 */
char *
wh_text_check_line (const char *text,
                    guint       max_chars)
{
  glong n_chars = g_utf8_strlen (text, -1);

  if (n_chars == 0)
    return g_strdup ("is empty");

  if (n_chars > max_chars)
    return g_strdup_printf ("has %ld characters; %u are allowed", n_chars, max_chars);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_iscntrl (g_utf8_get_char (p)))
        return g_strdup ("must be one line without tabs");
    }

  if (g_ascii_isspace (text[0]) || g_ascii_isspace (text[strlen (text) - 1]) || strstr (text, "  ") != NULL)
    return g_strdup ("has a space too many");

  return NULL;
}

static gboolean
is_word_char (char c)
{
  return g_ascii_isalnum (c) || c == '_';
}

/* Whether what stands at @start of @text, @length long, is not part of a longer word.
 * Chinese characters are not written apart from Latin words, so they end one.
 */
static gboolean
is_whole_word (const char *text,
               const char *start,
               gsize       length)
{
  if (start > text && is_word_char (start[-1]) && is_word_char (start[0]))
    return FALSE;

  return !(is_word_char (start[length]) && is_word_char (start[length - 1]));
}

static gboolean
has_name (const char *text,
          const char *name)
{
  gsize length = strlen (name);

  for (const char *p = text; (p = strstr (p, name)) != NULL; p++)
    {
      if (is_whole_word (text, p, length))
        return TRUE;
    }

  return FALSE;
}

/* Finds @name in another spelling of capitals than its own. */
static char *
dup_misspelt (const char *text,
              const char *name)
{
  gsize length = strlen (name);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_strncasecmp (p, name, length) == 0 && strncmp (p, name, length) != 0 &&
          is_whole_word (text, p, length))
        return g_strndup (p, length);
    }

  return NULL;
}

/**
 * wh_text_check_names:
 * @names: the names that must not be translated, %NULL-terminated
 *
 * Checks that every name in @english stands in @translation too, letter for letter.
 */
char *
wh_text_check_names (const char        *english,
                     const char        *translation,
                     const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *misspelt = NULL;

      if (has_name (english, names[i]) && !has_name (translation, names[i]))
        return g_strdup_printf ("lacks the name “%s”, which the English text has", names[i]);

      misspelt = dup_misspelt (translation, names[i]);

      if (misspelt != NULL && !has_name (english, misspelt))
        return g_strdup_printf ("has “%s” where the name is “%s”", misspelt, names[i]);
    }

  return NULL;
}

/* The {fields} of a text, sorted, one after another. */
static char *
dup_fields (const char *text)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);

  for (const char *p = text; (p = strchr (p, '{')) != NULL; p++)
    {
      const char *end = strchr (p, '}');

      if (end != NULL)
        g_ptr_array_add (fields, g_strndup (p, end + 1 - p));
    }

  g_ptr_array_sort_values (fields, (GCompareFunc) strcmp);
  g_ptr_array_add (fields, NULL);

  return g_strjoinv (" ", (char **) fields->pdata);
}

/**
 * wh_text_check_fields:
 *
 * Checks that what is to be filled in, "{n} of {m}", is the same in both texts.
 */
char *
wh_text_check_fields (const char *english,
                      const char *translation)
{
  g_autofree char *wanted = dup_fields (english);
  g_autofree char *found = dup_fields (translation);

  if (g_str_equal (wanted, found))
    return NULL;

  return g_strdup_printf ("has the fields “%s” where the English text has “%s”", found, wanted);
}

static gboolean
is_chinese (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

/* Whether @c is a letter or digit of the width of a Chinese character. */
static gboolean
is_full_width (gunichar c)
{
  return c >= 0xff10 && c <= 0xff5a && g_unichar_isalnum (c);
}

/**
 * wh_text_check_punctuation:
 *
 * Checks that letters and digits are half as wide as Chinese characters, that
 * punctuation after Chinese characters is full width, and that no space stands
 * before it.
 */
char *
wh_text_check_punctuation (const char *chinese)
{
  gunichar before = 0;

  for (const char *p = chinese; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_full_width (c))
        return g_strdup_printf ("has a full-width letter or digit at “%s”", p);

      if (is_chinese (before) && c < 0x80 && strchr (",;:!?", (char) c) != NULL)
        return g_strdup_printf ("has half-width punctuation after a Chinese character at “%s”", p);

      if (before == ' ' && c >= 0x80 && g_utf8_strchr (FULL_WIDTH_MARKS, -1, c) != NULL)
        return g_strdup_printf ("has a space before “%s”", p);

      before = c;
    }

  return NULL;
}
