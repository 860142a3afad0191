/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WH_TYPE_LEARNT_BUTTON (wh_learnt_button_get_type ())
G_DECLARE_FINAL_TYPE (WhLearntButton, wh_learnt_button, WH, LEARNT_BUTTON, GtkToggleButton)

GtkWidget *wh_learnt_button_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       wh_learnt_button_set_learnt (WhLearntButton *self,
                                        gboolean        learnt);

G_END_DECLS
