/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Checks of single texts. Each returns %NULL when all is well, and otherwise what is
 * wrong, in words that follow the name of the text: "has 93 characters; 80 are allowed".
 */

char *wh_text_check_line (const char *text,
                          guint       max_chars) G_GNUC_WARN_UNUSED_RESULT;
char *wh_text_check_names (const char        *english,
                           const char        *translation,
                           const char *const *names) G_GNUC_WARN_UNUSED_RESULT;
char *wh_text_check_fields (const char *english,
                            const char *translation) G_GNUC_WARN_UNUSED_RESULT;
char *wh_text_check_punctuation (const char *chinese) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
