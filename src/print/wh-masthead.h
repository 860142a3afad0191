/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-sheet.h"

G_BEGIN_DECLS

double wh_masthead_set (const WhSheet *sheet,
                        cairo_t       *cr);

G_END_DECLS
