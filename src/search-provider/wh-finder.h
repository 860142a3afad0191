/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More results than that are found for nobody. */
#define WH_FINDER_MAX_RESULTS 20

/**
 * WhFinder:
 *
 * Finds libraries and topics for whoever is not Wheelhouse itself. It reads the user's
 * database as it is, or the bundle when there is none that can be read, keeps in memory
 * what is searched, and reads anew when a file has changed. It has no file open between
 * two calls and never makes or changes one.
 *
 * A result is known by its link without the scheme: "library/fastapi", "topic/asyncio.tasks".
 *
 * It can be used on any thread, and on several at once.
 */
typedef struct _WhFinder WhFinder;

WhFinder *wh_finder_new (const char *path,
                         const char *bundle_path) G_GNUC_WARN_UNUSED_RESULT;
void      wh_finder_free (WhFinder *self);
GStrv     wh_finder_find (WhFinder   *self,
                          const char *text,
                          GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GVariant *wh_finder_describe (WhFinder          *self,
                              const char *const *results,
                              const char        *language,
                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;
char     *wh_finder_dup_uri (const char *result) G_GNUC_WARN_UNUSED_RESULT;
gboolean  wh_finder_is_text (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhFinder, wh_finder_free)

G_END_DECLS
