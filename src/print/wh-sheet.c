/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-clean-text.h"
#include "wh-marks.h"
#include "wh-sheet.h"

/**
 * WhSheet:
 *
 * What every part of a page is set with: the checklist, its paper and its type.
 * Whoever holds one knows that there are fonts for all of the checklist.
 */

/* In points. */
static const double paper_sizes[][2] = {
  [WH_PAPER_A4] = { 595.276, 841.89 },
  [WH_PAPER_LETTER] = { 612, 792 },
};

#define MARGIN_BOTTOM 62.0
#define PAIR_GAP 7.0

static void
need_text (WhTypeCase *type_case,
           const char *text)
{
  g_autofree char *clean = NULL;

  if (type_case == NULL || text == NULL)
    return;

  clean = wh_clean_text (text, TRUE);
  wh_type_case_need (type_case, clean);
}

static void
need_item (const WhSheet         *self,
           const WhChecklistItem *item)
{
  for (guint i = 0; i < item->libraries->len; i++)
    need_text (self->type_case, ((WhChecklistLibrary *) g_ptr_array_index (item->libraries, i))->name);

  need_text (self->type_case, item->summary);
  need_text (self->other_case, item->other_summary);
  need_text (self->type_case, item->note);
}

static void
need_words (WhTypeCase *type_case,
            GHashTable *words)
{
  GHashTableIter iter;
  gpointer       word;

  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, NULL, &word))
    need_text (type_case, word);
}

static void
need_checklist (const WhSheet *self)
{
  const WhChecklist *checklist = self->checklist;
  need_text (self->type_case, checklist->title);
  need_text (self->type_case, checklist->subtitle);
  need_text (self->other_case, checklist->other_heading);

  need_words (self->type_case, checklist->words);
  if (checklist->other_words != NULL)
    need_words (self->other_case, checklist->other_words);

  for (guint i = 0; i < checklist->sections->len; i++)
    {
      WhChecklistSection *section = wh_sheet_get_section (self, i);

      need_text (self->type_case, section->title);
      need_text (self->other_case, section->other_title);
      for (guint j = 0; j < section->items->len; j++)
        need_item (self, g_ptr_array_index (section->items, j));
    }
}

/**
 * wh_sheet_new:
 * @checklist: (transfer none): a reference is kept; it must not be changed any more
 *
 * Fails with %WH_PRINT_ERROR_NO_FONT when no installed font has the characters,
 * naming them and what to install.
 *
 * Returns: (transfer full) (nullable): the sheet
 */
WhSheet *
wh_sheet_new (WhChecklist *checklist,
              WhPaper      paper,
              GError     **error)
{
  g_autoptr (WhSheet) self = g_new0 (WhSheet, 1);

  self->checklist = wh_checklist_ref (checklist);
  self->type_case = wh_type_case_new (checklist->language);
  if (checklist->other_language != NULL)
    self->other_case = wh_type_case_new (checklist->other_language);
  self->paper = paper;
  self->width = paper_sizes[paper][0];
  self->height = paper_sizes[paper][1];

  need_checklist (self);
  if (!wh_type_case_check (self->type_case, error) ||
      (self->other_case != NULL && !wh_type_case_check (self->other_case, error)))
    return NULL;

  return g_steal_pointer (&self);
}

void
wh_sheet_free (WhSheet *self)
{
  g_clear_object (&self->type_case);
  g_clear_object (&self->other_case);
  wh_checklist_unref (self->checklist);
  g_free (self);
}

/* Returns: the width between the margins */
double
wh_sheet_get_live_width (const WhSheet *self)
{
  return self->width - 2 * WH_SHEET_LEFT;
}

/* Returns: where the right margin begins */
double
wh_sheet_get_right (const WhSheet *self)
{
  return self->width - WH_SHEET_LEFT;
}

/* Returns: where everything but the footer must have ended */
double
wh_sheet_get_bottom (const WhSheet *self)
{
  return self->height - MARGIN_BOTTOM;
}

WhChecklistSection *
wh_sheet_get_section (const WhSheet *self,
                      guint          section)
{
  return g_ptr_array_index (self->checklist->sections, section);
}

/**
 * wh_sheet_dup_title:
 * @kicker: (out) (nullable): what is small above it
 *
 * Returns: (transfer full): what is large on the first page
 */
char *
wh_sheet_dup_title (const WhSheet *self,
                    char         **kicker)
{
  const WhChecklist *checklist = self->checklist;

  if (checklist->subtitle == NULL)
    {
      *kicker = NULL;
      return wh_clean_text (checklist->title, FALSE);
    }

  *kicker = wh_clean_text (checklist->title, FALSE);
  return wh_clean_text (checklist->subtitle, FALSE);
}

void
wh_sheet_draw_text_at_right (const WhSheet *self,
                             cairo_t       *cr,
                             WhTextStyle    style,
                             const char    *text,
                             double         right,
                             double         y)
{
  double width = wh_type_case_measure (self->type_case, style, text);

  wh_type_case_draw (self->type_case, cr, style, text, right - width, y, -1, 1);
}

void
wh_sheet_draw_text_in_middle (const WhSheet *self,
                              cairo_t       *cr,
                              WhTextStyle    style,
                              const char    *text,
                              double         centre,
                              double         middle)
{
  double width = wh_type_case_measure (self->type_case, style, text);

  wh_type_case_draw (self->type_case, cr, style, text,
                     centre - width / 2, middle - wh_type_case_get_leading (style) / 2, -1, 1);
}

/* Two texts from the left margin on, with a dot between. It is drawn: the one in Chinese fonts is
 * as wide as a character.
 * @second: (nullable): nothing follows
 */
void
wh_sheet_draw_pair (const WhSheet *self,
                    cairo_t       *cr,
                    WhTextStyle    style,
                    const char    *first,
                    const char    *second,
                    double         y,
                    double         width)
{
  double first_width = MIN (width, wh_type_case_measure (self->type_case, style, first));
  double rest = width - first_width - 2 * PAIR_GAP;

  wh_type_case_draw (self->type_case, cr, style, first, WH_SHEET_LEFT, y, width, 1);
  if (second == NULL || rest < 2 * PAIR_GAP)
    return;

  cairo_new_sub_path (cr);
  cairo_arc (cr, WH_SHEET_LEFT + first_width + PAIR_GAP, y + wh_type_case_get_leading (style) / 2, 1, 0, 2 * G_PI);
  cairo_fill (cr);
  wh_type_case_draw (self->type_case, cr, style, second, WH_SHEET_LEFT + first_width + 2 * PAIR_GAP, y, rest, 1);
}

void
wh_sheet_draw_tag (const WhSheet *self,
                   cairo_t       *cr,
                   double         x,
                   double         middle,
                   WhPriority     priority)
{
  g_autofree char *key = g_strdup_printf ("priority/%s", wh_priority_to_key (priority));

  wh_set_ink (cr, wh_draw_tag (cr, x, middle, priority));
  wh_sheet_draw_text_in_middle (self, cr, WH_TEXT_TAG, wh_checklist_get_word (self->checklist, key),
                                x + WH_TAG_WIDTH / 2, middle);
}
