/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-database.h"
#include "wh-progress.h"
#include "wh-subject-records.h"

G_BEGIN_DECLS

/**
 * WhGuideProgress:
 *
 * How far the user is with all guides at one moment, read at once: the state of each
 * topic, and what that makes of everything above it. A node has as many topics as
 * stand below it however deep; a topic that is a library is learnt when the library
 * is, and one that is skipped is not done.
 */
typedef struct _WhGuideProgress WhGuideProgress;

WhGuideProgress *wh_guide_progress_load (WhDatabase *database,
                                         GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void             wh_guide_progress_free (WhGuideProgress *self);

WhStatus   wh_guide_progress_get_status (const WhGuideProgress *self,
                                         const WhGuideNode     *node);
gboolean   wh_guide_progress_get_planned (const WhGuideProgress *self,
                                          const WhGuideNode     *node);
WhProgress wh_guide_progress_get_node (const WhGuideProgress *self,
                                       const WhGuideNode     *node);
WhProgress wh_guide_progress_get_guide (const WhGuideProgress *self,
                                        const WhGuide         *guide);
WhProgress wh_guide_progress_get_total (const WhGuideProgress *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhGuideProgress, wh_guide_progress_free)

G_END_DECLS
