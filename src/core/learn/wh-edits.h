/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "wh-catalogue.h"
#include "wh-user-record.h"

G_BEGIN_DECLS

#define WH_LEARN_ERROR (wh_learn_error_quark ())

/**
 * WhLearnError:
 * @WH_LEARN_ERROR_CHANGED: what is to be undone was changed meanwhile by someone else
 * @WH_LEARN_ERROR_NOT_PLANNED: the key is not in the plan
 */
typedef enum
{
  WH_LEARN_ERROR_CHANGED,
  WH_LEARN_ERROR_NOT_PLANNED,
} WhLearnError;

GQuark wh_learn_error_quark (void);

#define WH_TYPE_EDIT (wh_edit_get_type ())

/**
 * WhEdit:
 *
 * One change of the user's data that has been made: the records as they were
 * before and as they are after it. Immutable and reference-counted.
 *
 * Every function below that takes a catalogue makes its change there, in one
 * transaction and through wh_catalogue_replace(), and gives the edit to keep for
 * undo. When there was nothing to change it gives an empty edit
 * (wh_edit_is_empty()), which is not worth a toast nor a place on the stack.
 * They fail with the store's errors and, where said, with [error@Wh.LearnError].
 */
typedef struct _WhEdit WhEdit;

GType            wh_edit_get_type (void) G_GNUC_CONST;
WhEdit          *wh_edit_ref (WhEdit *self);
void             wh_edit_unref (WhEdit *self);
gboolean         wh_edit_is_empty (const WhEdit *self);
guint            wh_edit_get_n_records (const WhEdit *self);
const GPtrArray *wh_edit_get_before (const WhEdit *self);
const GPtrArray *wh_edit_get_after (const WhEdit *self);

/* The keys are those of libraries or topics, as the catalogue has them now; the
 * caller resolves renamed and refuses unknown ones. */
WhEdit *wh_edit_set_status (WhCatalogue       *catalogue,
                            const char *const *keys,
                            WhStatus           status,
                            GError           **error);
WhEdit *wh_edit_add_to_plan (WhCatalogue       *catalogue,
                             const char *const *keys,
                             GError           **error);
WhEdit *wh_edit_take_over (WhCatalogue     *catalogue,
                           const GPtrArray *others,
                           GError         **error);
WhEdit *wh_edit_remove_from_plan (WhCatalogue       *catalogue,
                                  const char *const *keys,
                                  GError           **error);
WhEdit *wh_edit_move (WhCatalogue *catalogue,
                      const char  *key,
                      const char  *before_key,
                      GError     **error);
WhEdit *wh_edit_set_rating (WhCatalogue *catalogue,
                            const char  *key,
                            guint        halves,
                            GError     **error);
WhEdit *wh_edit_set_note (WhCatalogue *catalogue,
                          const char  *key,
                          const char  *text,
                          GError     **error);
WhEdit *wh_edit_set_item_note (WhCatalogue *catalogue,
                               const char  *key,
                               const char  *text,
                               GError     **error);

gboolean wh_edit_undo (WhEdit      *self,
                       WhCatalogue *catalogue,
                       GError     **error);
gboolean wh_edit_redo (WhEdit      *self,
                       WhCatalogue *catalogue,
                       GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhEdit, wh_edit_unref)

G_END_DECLS
