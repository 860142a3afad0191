/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "wh-checklist.h"
#include "wh-type-case.h"

G_BEGIN_DECLS

typedef enum
{
  WH_PAPER_A4,
  WH_PAPER_LETTER,
} WhPaper;

/* All measures are in points from the top left of a page. */
typedef struct
{
  WhChecklist *checklist;
  WhTypeCase  *type_case;
  WhTypeCase  *other_case; /* (nullable): for the other language, if there are two */
  WhPaper      paper;
  double       width;
  double       height;
} WhSheet;

#define WH_SHEET_LEFT 54.0
#define WH_SHEET_TOP 52.0
#define WH_SHEET_GAP 10.0

WhSheet *wh_sheet_new (WhChecklist *checklist,
                       WhPaper      paper,
                       GError     **error);
void     wh_sheet_free (WhSheet *self);

double wh_sheet_get_live_width (const WhSheet *self);
double wh_sheet_get_right (const WhSheet *self);
double wh_sheet_get_bottom (const WhSheet *self);

WhChecklistSection *wh_sheet_get_section (const WhSheet *self,
                                          guint          section);
char               *wh_sheet_dup_title (const WhSheet *self,
                                        char         **kicker);

void wh_sheet_draw_text_at_right (const WhSheet *self,
                                  cairo_t       *cr,
                                  WhTextStyle    style,
                                  const char    *text,
                                  double         right,
                                  double         y);
void wh_sheet_draw_text_in_middle (const WhSheet *self,
                                   cairo_t       *cr,
                                   WhTextStyle    style,
                                   const char    *text,
                                   double         centre,
                                   double         middle);
void wh_sheet_draw_pair (const WhSheet *self,
                         cairo_t       *cr,
                         WhTextStyle    style,
                         const char    *first,
                         const char    *second,
                         double         y,
                         double         width);
void wh_sheet_draw_tag (const WhSheet *self,
                        cairo_t       *cr,
                        double         x,
                        double         middle,
                        WhPriority     priority);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhSheet, wh_sheet_free)

G_END_DECLS
