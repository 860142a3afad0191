/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define WH_TYPE_SEARCH_PROVIDER (wh_search_provider_get_type ())

/**
 * WhSearchProvider:
 *
 * Answers GNOME Shell while someone types into the overview. The bus starts it with the
 * first question, and it ends when there have been none for a while. It shows nothing
 * itself: what is chosen is handed to the program as a link.
 */
G_DECLARE_FINAL_TYPE (WhSearchProvider, wh_search_provider, WH, SEARCH_PROVIDER, GApplication)

WhSearchProvider *wh_search_provider_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
