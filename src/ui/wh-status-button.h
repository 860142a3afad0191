/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "wh-library.h"

G_BEGIN_DECLS

#define WH_TYPE_STATUS_BUTTON (wh_status_button_get_type ())
G_DECLARE_FINAL_TYPE (WhStatusButton, wh_status_button, WH, STATUS_BUTTON, AdwBin)

void wh_status_button_set_library (WhStatusButton *self,
                                   WhLibrary      *library);

G_END_DECLS
