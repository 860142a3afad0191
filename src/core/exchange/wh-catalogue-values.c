/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "wh-catalogue-values.h"

#define MAX_KEY_LENGTH 100
#define MAX_PLACE 1000

/* Whether each part of a key begins with a letter or digit and goes on with those,
 * dots, dashes and underscores.
 */
gboolean
wh_value_is_key (const char    *text,
                 WhFormKeyStyle style)
{
  gboolean at_start = TRUE;

  if (strlen (text) > MAX_KEY_LENGTH)
    return FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean is_letter = g_ascii_islower (*p) || g_ascii_isdigit (*p) ||
                           (style == WH_FORM_WORD_KEY && g_ascii_isupper (*p));

      if (*p == '/' && style != WH_FORM_PLAIN_KEY && !at_start)
        at_start = TRUE;
      else if (is_letter || (!at_start && strchr ("._-", *p) != NULL))
        at_start = FALSE;
      else
        return FALSE;
    }

  return !at_start;
}

gboolean
wh_value_is_url (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);

  return uri != NULL &&
         (g_str_equal (g_uri_get_scheme (uri), "https") || g_str_equal (g_uri_get_scheme (uri), "http")) &&
         g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0';
}

/* A package's name and, in brackets, its extras: nothing that a shell could take for more. */
gboolean
wh_value_is_package (const char *text)
{
  return g_regex_match_simple ("^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?(\\[[a-z0-9_,-]+\\])?$",
                               text, G_REGEX_DOLLAR_ENDONLY, 0);
}

/* The name of a module, with those of the packages it lies in before it. */
gboolean
wh_value_is_module (const char *text)
{
  return g_regex_match_simple ("^[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*$", text, G_REGEX_DOLLAR_ENDONLY, 0);
}

gboolean
wh_value_is_choice (const char        *text,
                    const char *const *choices)
{
  return g_strv_contains (choices, text);
}

/* The halves of 0.5 to 5 stars; 0 when it is anything else. */
guint
wh_value_get_stars (JsonNode *node)
{
  double halves;

  if (!JSON_NODE_HOLDS_VALUE (node) ||
      (json_node_get_value_type (node) != G_TYPE_INT64 && json_node_get_value_type (node) != G_TYPE_DOUBLE))
    return 0;

  halves = json_node_get_double (node) * 2;

  if (!(halves >= 1 && halves <= 10) || halves != (guint) halves)
    return 0;

  return (guint) halves;
}

/* A whole number from 1; 0 when it is anything else. */
guint
wh_value_get_place (JsonNode *node)
{
  gint64 place;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return 0;

  place = json_node_get_int (node);
  return place >= 1 && place <= MAX_PLACE ? (guint) place : 0;
}

/**
 * wh_value_split_source:
 * @text: "survey#areas", or "survey" alone
 * @section: (out) (nullable): the section
 *
 * Returns: (transfer full): the source
 */
char *
wh_value_split_source (const char *text,
                       char      **section)
{
  const char *mark = strchr (text, '#');

  *section = mark != NULL ? g_strdup (mark + 1) : NULL;
  return mark != NULL ? g_strndup (text, mark - text) : g_strdup (text);
}
