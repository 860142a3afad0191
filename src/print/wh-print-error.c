/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-print-error.h"

GQuark
wh_print_error_quark (void)
{
  return g_quark_from_static_string ("wh-print-error-quark");
}
