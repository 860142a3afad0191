/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "small-catalogue.h"
#include "wh-window.h"

G_BEGIN_DECLS

/* A window on the small catalogue. */
typedef struct
{
  SmallCatalogue small;
  WhApplication *application;
  WhWindow      *window;
} WindowFixture;

void       window_fixture_set_up (WindowFixture *fixture,
                                  gconstpointer  user_data);
void       window_fixture_set_up_narrow (WindowFixture *fixture,
                                         gconstpointer  user_data);
void       window_fixture_tear_down (WindowFixture *fixture,
                                     gconstpointer  user_data);
void       window_fixture_open_again (WindowFixture *fixture);
void       window_fixture_settle (WindowFixture *fixture);
GtkWidget *window_fixture_get_page (WindowFixture *fixture);
void       window_fixture_activate (WindowFixture *fixture,
                                    const char    *action);
void       window_fixture_assert_plan (WindowFixture *fixture,
                                       const char    *plan);

void       reset_settings (GSettings *settings);
GtkWidget *find_widget (GtkWidget  *root,
                        GType       type,
                        const char *css_class);
gboolean   press_key (GtkWidget *widget,
                      guint      key);

G_END_DECLS
