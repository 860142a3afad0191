/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-east-asian.h"

/* What is East Asian in a text of another language. Han characters are shared by
 * languages that write them differently, and their punctuation belongs to no script
 * at all, so that a font is chosen by language: Chinese is assumed.
 */

static const gunichar ranges[][2] = {
  { 0x1100, 0x11ff },   /* Hangul */
  { 0x2460, 0x24ff },   /* ① */
  { 0x2e80, 0x2fff },   /* radicals */
  { 0x3000, 0x4dbf },   /* 、。「」, kana, ㈱, ㎡, Han */
  { 0x4e00, 0x9fff },   /* Han */
  { 0xa960, 0xa97f },   /* Hangul */
  { 0xac00, 0xd7ff },   /* Hangul */
  { 0xf900, 0xfaff },   /* Han */
  { 0xfe30, 0xfe4f },   /* ︵︶ */
  { 0xff00, 0xffef },   /* ！（）Ａ */
  { 0x20000, 0x3ffff }, /* Han */
};

gboolean
wh_is_east_asian (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (ranges) && c >= ranges[i][0]; i++)
    if (c <= ranges[i][1])
      return TRUE;

  return FALSE;
}

/* Returns: the language to choose fonts for them by */
PangoLanguage *
wh_east_asian_get_language (void)
{
  return pango_language_from_string ("zh-cn");
}

static gsize
skip_run (const char *text,
          gsize       start,
          gboolean    is_east_asian)
{
  const char *p = text + start;

  while (*p != '\0' && wh_is_east_asian (g_utf8_get_char (p)) == is_east_asian)
    p = g_utf8_next_char (p);

  return p - text;
}

static void
add_attribute (PangoAttrList  *attributes,
               PangoAttribute *attribute,
               gsize           start,
               gsize           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

/* Adds language and font families of each run of such characters in @text. The language alone is not
 * enough: Pango makes it Japanese for kana, and that of the letters around for punctuation.
 */
void
wh_east_asian_add_runs (PangoAttrList *attributes,
                        const char    *text,
                        const char    *families)
{
  gsize end;

  for (gsize start = skip_run (text, 0, FALSE); text[start] != '\0'; start = skip_run (text, end, FALSE))
    {
      end = skip_run (text, start, TRUE);
      add_attribute (attributes, pango_attr_language_new (wh_east_asian_get_language ()), start, end);
      add_attribute (attributes, pango_attr_family_new (families), start, end);
    }
}
