/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define WH_TYPE_FACT_ROW (wh_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (WhFactRow, wh_fact_row, WH, FACT_ROW, AdwPreferencesRow)

WhFactRow *wh_fact_row_new (const char *title,
                            const char *language) G_GNUC_WARN_UNUSED_RESULT;
void       wh_fact_row_set_text (WhFactRow  *self,
                                 const char *text);
void       wh_fact_row_set_caption (WhFactRow  *self,
                                    const char *caption);
void       wh_fact_row_set_icon (WhFactRow  *self,
                                 const char *icon_name,
                                 const char *css_class);
void       wh_fact_row_set_flag (WhFactRow  *self,
                                 const char *word,
                                 const char *text,
                                 const char *checked);
void       wh_fact_row_set_action (WhFactRow  *self,
                                   const char *action,
                                   const char *target);
void       wh_fact_row_add_words (WhFactRow  *self,
                                  const char *words);
void       wh_fact_row_add_link (WhFactRow *self,
                                 GtkWidget *link);
void       wh_fact_row_add_suffix (WhFactRow *self,
                                   GtkWidget *suffix);
void       wh_fact_row_add_suffix_words (WhFactRow  *self,
                                         const char *words,
                                         const char *css_class);

G_END_DECLS
