/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-application.h"
#include "wh-catalogue.h"
#include "wh-edits.h"
#include "wh-undo-stack.h"

G_BEGIN_DECLS

#define WH_TYPE_WINDOW (wh_window_get_type ())
G_DECLARE_FINAL_TYPE (WhWindow, wh_window, WH, WINDOW, AdwApplicationWindow)

WhWindow    *wh_window_new (WhApplication *application) G_GNUC_WARN_UNUSED_RESULT;
WhCatalogue *wh_window_get_catalogue (WhWindow *self);
void         wh_window_set_catalogue (WhWindow    *self,
                                      WhCatalogue *catalogue);
WhUndoStack *wh_window_get_undo_stack (WhWindow *self);
void         wh_window_show_failure (WhWindow     *self,
                                     const GError *error);
void         wh_window_show_notice (WhWindow   *self,
                                    const char *notice);

const char        *wh_window_get_page_name (WhWindow *self);
AdwNavigationPage *wh_window_get_visible_page (WhWindow *self);
gboolean           wh_window_show_page (WhWindow   *self,
                                        const char *name);
void               wh_window_open_library (WhWindow   *self,
                                           const char *key);
void               wh_window_open_role (WhWindow   *self,
                                        const char *key);
void               wh_window_open_source (WhWindow   *self,
                                          const char *key);
void               wh_window_open_guide (WhWindow   *self,
                                         const char *key);
void               wh_window_open_topic (WhWindow   *self,
                                         const char *key);
void               wh_window_open_file (WhWindow *self,
                                        GFile    *file);

void wh_window_open_plan_file (WhWindow *self,
                               GFile    *file);

/* For any widget in a window; in none they do nothing. */
void wh_window_take_over (GtkWidget *widget,
                          GPtrArray *others);
void wh_window_push_edit (GtkWidget  *widget,
                          WhEdit     *edit,
                          const char *title);
void wh_window_report_error (GtkWidget    *widget,
                             const char   *heading,
                             const GError *error);
void wh_window_show_toast (GtkWidget  *widget,
                           const char *title);

G_END_DECLS
