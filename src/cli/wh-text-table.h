/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WhTextTable:
 *
 * Rows of text in columns that are aligned on a terminal, where a Chinese
 * character takes two cells. Columns that are empty in every row take no room.
 */
typedef struct _WhTextTable WhTextTable;

WhTextTable *wh_text_table_new (guint n_columns);
WhTextTable *wh_text_table_new_wrapping (guint n_columns);
void         wh_text_table_free (WhTextTable *self);
void         wh_text_table_add_heading (WhTextTable *self,
                                        const char  *text);
void         wh_text_table_add_row (WhTextTable *self,
                                    ...);
guint        wh_text_table_get_n_rows (const WhTextTable *self);
void         wh_text_table_print (WhTextTable *self,
                                  GString     *output,
                                  guint        width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhTextTable, wh_text_table_free)

G_END_DECLS
