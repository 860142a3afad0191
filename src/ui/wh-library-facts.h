/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "wh-catalogue.h"

G_BEGIN_DECLS

void wh_library_facts_append (GtkBox                 *box,
                              WhCatalogue            *catalogue,
                              const WhLibraryDetails *details);

G_END_DECLS
