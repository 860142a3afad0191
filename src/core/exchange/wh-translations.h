/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char    *text;  /* "" when nobody has translated it yet */
  gboolean fuzzy; /* a guess that nobody has confirmed */
  guint    line;  /* in the file; 0 = unknown */
} WhTranslation;

/**
 * WhTranslations:
 *
 * The texts of a catalogue in one more language, wherever they come from: each
 * belongs to a context ("library/fastapi/summary") and an English text.
 */
typedef struct _WhTranslations WhTranslations;

WhTranslations      *wh_translations_new (const char *language,
                                          const char *file) G_GNUC_WARN_UNUSED_RESULT;
void                 wh_translations_free (WhTranslations *self);
const char          *wh_translations_get_language (const WhTranslations *self);
const char          *wh_translations_get_file (const WhTranslations *self);
void                 wh_translations_add (WhTranslations *self,
                                          const char     *context,
                                          const char     *english,
                                          const char     *text,
                                          gboolean        fuzzy,
                                          guint           line);
const WhTranslation *wh_translations_find (const WhTranslations *self,
                                           const char           *context,
                                           const char           *english);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhTranslations, wh_translations_free)

G_END_DECLS
