/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define WH_PRINT_ERROR (wh_print_error_quark ())

typedef enum
{
  WH_PRINT_ERROR_NO_FONT,
  WH_PRINT_ERROR_FAILED,
} WhPrintError;

GQuark wh_print_error_quark (void);

G_END_DECLS
