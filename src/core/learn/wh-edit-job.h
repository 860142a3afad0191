/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-edits.h"

G_BEGIN_DECLS

/* So many keys are changed within a frame or two; more are a job. */
#define WH_EDIT_JOB_MIN 500

#define WH_TYPE_EDIT_JOB (wh_edit_job_get_type ())

/**
 * WhEditJob:
 *
 * A change of very many keys, made on a worker: one transaction and one edit, as
 * the functions of [struct@Wh.Edit] make it, so that it is undone as one; and its
 * undoing. It tells how far it is and can be cancelled, which leaves everything as
 * it was. Until it has ended, nothing else can be saved in the catalogue.
 */
G_DECLARE_FINAL_TYPE (WhEditJob, wh_edit_job, WH, EDIT_JOB, GObject)

WhEditJob *wh_edit_job_new_add (const char *const *keys) G_GNUC_WARN_UNUSED_RESULT;
WhEditJob *wh_edit_job_new_take_over (GPtrArray *others) G_GNUC_WARN_UNUSED_RESULT;
WhEditJob *wh_edit_job_new_remove (const char *const *keys) G_GNUC_WARN_UNUSED_RESULT;
WhEditJob *wh_edit_job_new_status (const char *const *keys,
                                   WhStatus           status) G_GNUC_WARN_UNUSED_RESULT;
WhEditJob *wh_edit_job_new_undo (WhEdit *edit) G_GNUC_WARN_UNUSED_RESULT;
WhEditJob *wh_edit_job_new_redo (WhEdit *edit) G_GNUC_WARN_UNUSED_RESULT;

double  wh_edit_job_get_fraction (WhEditJob *self);
void    wh_edit_job_run_async (WhEditJob          *self,
                               WhCatalogue        *catalogue,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data);
WhEdit *wh_edit_job_run_finish (WhEditJob    *self,
                                GAsyncResult *result,
                                GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
