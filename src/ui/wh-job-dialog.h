/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "wh-edit-job.h"

G_BEGIN_DECLS

#define WH_TYPE_JOB_DIALOG (wh_job_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WhJobDialog, wh_job_dialog, WH, JOB_DIALOG, AdwAlertDialog)

AdwDialog *wh_job_dialog_new (WhEditJob    *job,
                              GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
