/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "wh-catalogue.h"
#include "wh-records.h"

G_BEGIN_DECLS

#define WH_TYPE_RANKING_ROW (wh_ranking_row_get_type ())
G_DECLARE_FINAL_TYPE (WhRankingRow, wh_ranking_row, WH, RANKING_ROW, GtkListBoxRow)

GtkWidget *wh_ranking_row_new (WhCatalogue          *catalogue,
                               const WhRankingPlace *place) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
