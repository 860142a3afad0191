/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "wh-catalogue.h"

G_BEGIN_DECLS

GtkWidget *wh_source_link_new (WhCatalogue *catalogue,
                               const char  *source,
                               const char  *section) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
