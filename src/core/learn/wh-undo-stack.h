/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-edits.h"

G_BEGIN_DECLS

/* So many steps can be undone; older ones are forgotten. */
#define WH_UNDO_STACK_MAX 200

#define WH_TYPE_UNDO_STACK (wh_undo_stack_get_type ())
G_DECLARE_FINAL_TYPE (WhUndoStack, wh_undo_stack, WH, UNDO_STACK, GObject)

WhUndoStack *wh_undo_stack_new (WhCatalogue *catalogue);
void         wh_undo_stack_push (WhUndoStack *self,
                                 WhEdit      *edit,
                                 const char  *title);
gboolean     wh_undo_stack_undo (WhUndoStack *self,
                                 GError     **error);
gboolean     wh_undo_stack_redo (WhUndoStack *self,
                                 GError     **error);
WhEdit      *wh_undo_stack_get_undo_edit (WhUndoStack *self);
WhEdit      *wh_undo_stack_get_redo_edit (WhUndoStack *self);
void         wh_undo_stack_take_undo (WhUndoStack  *self,
                                      const GError *error);
void         wh_undo_stack_take_redo (WhUndoStack  *self,
                                      const GError *error);
gboolean     wh_undo_stack_get_can_undo (WhUndoStack *self);
gboolean     wh_undo_stack_get_can_redo (WhUndoStack *self);
const char  *wh_undo_stack_get_undo_title (WhUndoStack *self);
const char  *wh_undo_stack_get_redo_title (WhUndoStack *self);

G_END_DECLS
