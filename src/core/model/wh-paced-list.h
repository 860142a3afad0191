/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define WH_TYPE_PACED_LIST (wh_paced_list_get_type ())

/**
 * WhPacedListSectionFunc:
 *
 * Tells in which section of @model the row at @position stands, as
 * gtk_section_model_get_section() does.
 */
typedef void (*WhPacedListSectionFunc) (GListModel *model,
                                        guint       position,
                                        guint      *start,
                                        guint      *end);

/**
 * WhPacedList:
 *
 * What a list view is given instead of a long list model. GTK reads every added
 * item when one change both removes and adds, and builds some 200 rows before
 * the next frame. So this model shows the first rows of a changed list at once
 * and lets the rest follow over the next frames, and never adds much in a step
 * that also removes. It is for the view alone: counting, selecting and
 * everything else speaks to the list inside.
 *
 * It can be derived from because GtkSectionModel belongs to GTK: the window's
 * subclass implements it by wh_paced_list_get_section() and forwards
 * [signal@Wh.PacedList::sections-changed].
 */
G_DECLARE_DERIVABLE_TYPE (WhPacedList, wh_paced_list, WH, PACED_LIST, GObject)

struct _WhPacedListClass
{
  GObjectClass parent_class;
};

WhPacedList *wh_paced_list_new (GListModel *model) G_GNUC_WARN_UNUSED_RESULT;
GListModel  *wh_paced_list_get_model (WhPacedList *self);
void         wh_paced_list_set_model (WhPacedList *self,
                                      GListModel  *model);
void         wh_paced_list_set_section_func (WhPacedList           *self,
                                             WhPacedListSectionFunc func);
void         wh_paced_list_set_first_rows (WhPacedList *self,
                                           guint        n_rows);
void         wh_paced_list_get_section (WhPacedList *self,
                                        guint        position,
                                        guint       *start,
                                        guint       *end);
gboolean     wh_paced_list_is_complete (WhPacedList *self);
gboolean     wh_paced_list_grow (WhPacedList *self);

G_END_DECLS
