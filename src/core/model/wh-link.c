/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wh-link.h"

/* How long a link and the key in it may be, in bytes. Only what is searched for may fill the link. */
#define LENGTH_MAX 4096
#define KEY_MAX 200

/* As much of a link is shown in a message, in characters. */
#define SHOWN_MAX 60

static const char *const kinds[] = {
  [WH_LINK_LIBRARY] = "library",
  [WH_LINK_ROLE] = "role",
  [WH_LINK_GUIDE] = "guide",
  [WH_LINK_TOPIC] = "topic",
  [WH_LINK_SOURCE] = "source",
  [WH_LINK_PAGE] = "page",
  [WH_LINK_SEARCH] = "search",
};

/* Returns: (transfer full): the beginning of @uri, which may be anything, as text that can be shown */
static char *
dup_shown (const char *uri)
{
  g_autofree char *readable = g_utf8_make_valid (uri, (gssize) strnlen (uri, LENGTH_MAX));
  g_autoptr (GString) shown = g_string_new (NULL);
  const char *at = readable;

  for (guint i = 0; i < SHOWN_MAX && *at != '\0'; i++, at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      g_string_append_unichar (shown, g_unichar_isprint (c) ? c : 0xfffd);
    }

  if (*at != '\0')
    g_string_append (shown, "…");

  return g_string_free_and_steal (g_steal_pointer (&shown));
}

/* Returns: (nullable): what follows the scheme, and the slashes that browsers put there */
static const char *
skip_scheme (const char *uri)
{
  gsize length = strlen (WH_LINK_SCHEME);

  if (g_ascii_strncasecmp (uri, WH_LINK_SCHEME, length) != 0 || uri[length] != ':')
    return NULL;

  uri += length + 1;

  return uri + strspn (uri, "/");
}

static gboolean
find_kind (const char *name,
           gsize       length,
           WhLinkKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (strlen (kinds[i]) == length && strncmp (kinds[i], name, length) == 0)
        {
          *kind = (WhLinkKind) i;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
has_control_character (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_iscntrl (g_utf8_get_char (text)))
      return TRUE;

  return FALSE;
}

/* Returns: (transfer full) (nullable): what was percent-encoded, if that is text of one line */
static char *
decode (const char *encoded,
        gsize       length)
{
  g_autofree char *text = g_uri_unescape_segment (encoded, encoded + length, NULL);

  if (text == NULL || !g_utf8_validate (text, -1, NULL) || has_control_character (text))
    return NULL;

  return g_steal_pointer (&text);
}

/* Where the kind and key end: slashes at the end mean nothing, a query or fragment neither. */
static gsize
measure_path (const char *path)
{
  gsize length = strcspn (path, "?#");

  while (length > 0 && path[length - 1] == '/')
    length--;

  return length;
}

/* Returns: (nullable): what is wrong with @uri, as a format that takes it; %NULL when it is in @self */
static const char *
read_link (WhLink     *self,
           const char *uri)
{
  const char *path = skip_scheme (uri);
  gsize       length, n;

  if (path == NULL)
    return _ ("“%s” is not a link to Wheelhouse: those begin with wheelhouse:");

  if (strnlen (uri, LENGTH_MAX + 1) > LENGTH_MAX)
    return _ ("The link “%s” is too long");

  length = measure_path (path);
  n = MIN (strcspn (path, "/"), length);

  if (!find_kind (path, n, &self->kind))
    return _ ("The link “%s” leads to nothing that Wheelhouse knows");

  if (n == length)
    return _ ("The link “%s” does not say what to open");

  if ((self->key = decode (path + n + 1, length - n - 1)) == NULL)
    return _ ("The link “%s” has characters in it that cannot be read");

  if (self->kind != WH_LINK_SEARCH && strlen (self->key) > KEY_MAX)
    return _ ("The link “%s” is too long");

  return NULL;
}

/**
 * wh_link_new_from_uri:
 * @uri: a link, or anything else that somebody handed over
 *
 * Reads a link: "wheelhouse:", a kind, "/", a key, which may have further slashes.
 *
 * Returns: (transfer full) (nullable): %NULL with @error set when it is none, or not a
 *   good one
 */
WhLink *
wh_link_new_from_uri (const char *uri,
                      GError    **error)
{
  g_autoptr (WhLink) self = NULL;
  const char *problem;

  g_return_val_if_fail (uri != NULL, NULL);

  self = g_new0 (WhLink, 1);

  if ((problem = read_link (self, uri)) != NULL)
    {
      g_autofree char *shown = dup_shown (uri);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      g_set_error (error, G_URI_ERROR, G_URI_ERROR_FAILED, problem, shown);
#pragma GCC diagnostic pop
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
wh_link_free (WhLink *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self);
}

/**
 * wh_link_to_uri:
 * @key: what wh_link_new_from_uri() is to read out of the link again; not empty
 *
 * Returns: (transfer full): the link, in ASCII
 */
char *
wh_link_to_uri (WhLinkKind  kind,
                const char *key)
{
  g_autofree char *encoded = NULL;

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kinds), NULL);
  g_return_val_if_fail (key != NULL && *key != '\0', NULL);

  /* The slashes of a topic's key divide it; those of a text are a part of it, even at its end. */
  encoded = g_uri_escape_string (key, kind == WH_LINK_TOPIC ? "/" : NULL, FALSE);

  return g_strconcat (WH_LINK_SCHEME ":", kinds[kind], "/", encoded, NULL);
}
