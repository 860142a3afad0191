/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* The sizes in use: few, so that a page is calm. */
typedef enum
{
  WH_TEXT_TITLE,
  WH_TEXT_KICKER,
  WH_TEXT_FIGURE,
  WH_TEXT_META,
  WH_TEXT_HEADING,
  WH_TEXT_CONTINUED,
  WH_TEXT_NAME,
  WH_TEXT_SUMMARY,
  WH_TEXT_NOTE,
  WH_TEXT_TAG,
  WH_TEXT_SMALL,
} WhTextStyle;

#define WH_N_TEXT_STYLES (WH_TEXT_SMALL + 1)

/* Where a part of a text stands: on which line, from where, how wide (in points). */
typedef struct
{
  guint  line;
  double x;
  double width;
} WhTextSpan;

#define WH_TYPE_TYPE_CASE (wh_type_case_get_type ())

G_DECLARE_FINAL_TYPE (WhTypeCase, wh_type_case, WH, TYPE_CASE, GObject)

WhTypeCase *wh_type_case_new (const char *language);

double wh_type_case_get_leading (WhTextStyle style);

void     wh_type_case_need (WhTypeCase *self,
                            const char *text);
gboolean wh_type_case_check (WhTypeCase *self,
                             GError    **error);

double wh_type_case_measure (WhTypeCase *self,
                             WhTextStyle style,
                             const char *text);
guint  wh_type_case_count_lines (WhTypeCase *self,
                                 WhTextStyle style,
                                 const char *text,
                                 double      width,
                                 guint       max_lines);
void   wh_type_case_draw (WhTypeCase *self,
                          cairo_t    *cr,
                          WhTextStyle style,
                          const char *text,
                          double      x,
                          double      y,
                          double      width,
                          guint       max_lines);
guint  wh_type_case_locate (WhTypeCase *self,
                            WhTextStyle style,
                            const char *text,
                            double      width,
                            guint       max_lines,
                            guint       start,
                            guint       end,
                            WhTextSpan *spans,
                            guint       n_spans);

G_END_DECLS
