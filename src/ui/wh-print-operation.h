/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "wh-page-layout.h"

G_BEGIN_DECLS

GtkPrintOperation *wh_print_operation_new (WhPageLayout *layout) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
