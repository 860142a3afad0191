/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-sidebar.h"

#include "wh-window.h"

G_BEGIN_DECLS

/**
 * WhWindow:
 *
 * The main window: the sidebar, and beside it one stack of pages for each of its
 * rows, made when it is first gone to. What a row of a page opens is pushed upon
 * it, so that Back finds it as it was left.
 *
 * All that changes the user's data is an action of the window. It makes the edit,
 * puts it on the undo stack and says so in a toast; pages that edit by themselves
 * hand their edit to wh_window_push_edit(). A change of very many libraries is made
 * on a worker; the actions that change anything wait for it.
 *
 * The window remembers its size, the page that was shown last, and how the libraries
 * were shown, narrowed and sorted; not what was searched for.
 */
struct _WhWindow
{
  AdwApplicationWindow parent_instance;

  WhCatalogue *catalogue;
  WhUndoStack *undo_stack;
  GSettings   *settings;
  AdwToast    *toast;   /* the one that offers to undo */
  GPtrArray   *waiting; /* (nullable) (element-type GFile): to be opened once there is a catalogue */

  GQueue errors; /* AdwDialog: of these the first is shown */

  GCancellable *job_cancellable; /* set while a job runs */
  AdwDialog    *job_dialog;      /* (nullable) */
  guint         job_dialog_id;

  AdwNavigationSplitView *split_view;
  AdwStatusPage          *failure;
  AdwToastOverlay        *toasts;
  GtkStack               *pages;
  GtkStack               *states;
  WhSidebar              *sidebar;
};

void               wh_window_focus_page (WhWindow *self);
AdwNavigationPage *wh_window_show_beginning (WhWindow   *self,
                                             const char *name);

/* In wh-window-edits.c. */
void wh_window_install_edit_actions (GtkWidgetClass *widget_class);
void wh_window_update_actions (WhWindow *self);

/* In wh-window-files.c. */
void wh_window_install_file_actions (GtkWidgetClass *widget_class);

/* In wh-window-links.c. */
void wh_window_open_waiting (WhWindow *self);

G_END_DECLS
