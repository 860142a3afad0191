/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-translations.h"

/* What gettext puts between a context and its text. */
#define SEPARATOR "\004"

struct _WhTranslations
{
  char       *language;
  char       *file;
  GHashTable *texts; /* char * (context, separator, English) => WhTranslation */
};

static void
translation_free (WhTranslation *translation)
{
  g_free (translation->text);
  g_free (translation);
}

/**
 * wh_translations_new:
 * @language: "zh_CN"
 * @file: where the texts come from, for messages
 *
 * Returns: (transfer full): no translations yet
 */
WhTranslations *
wh_translations_new (const char *language,
                     const char *file)
{
  WhTranslations *self;

  g_return_val_if_fail (language != NULL && file != NULL, NULL);

  self = g_new0 (WhTranslations, 1);
  self->language = g_strdup (language);
  self->file = g_strdup (file);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) translation_free);

  return self;
}

void
wh_translations_free (WhTranslations *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->texts);
  g_free (self->language);
  g_free (self->file);
  g_free (self);
}

const char *
wh_translations_get_language (const WhTranslations *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->language;
}

const char *
wh_translations_get_file (const WhTranslations *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->file;
}

void
wh_translations_add (WhTranslations *self,
                     const char     *context,
                     const char     *english,
                     const char     *text,
                     gboolean        fuzzy,
                     guint           line)
{
  WhTranslation *translation;

  g_return_if_fail (self != NULL);
  g_return_if_fail (context != NULL && english != NULL && text != NULL);

  translation = g_new0 (WhTranslation, 1);
  translation->text = g_strdup (text);
  translation->fuzzy = fuzzy;
  translation->line = line;

  g_hash_table_replace (self->texts, g_strconcat (context, SEPARATOR, english, NULL), translation);
}

/**
 * wh_translations_find:
 *
 * Returns: (nullable): the translation of @english in @context
 */
const WhTranslation *
wh_translations_find (const WhTranslations *self,
                      const char           *context,
                      const char           *english)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  key = g_strconcat (context, SEPARATOR, english, NULL);
  return g_hash_table_lookup (self->texts, key);
}
