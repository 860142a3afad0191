/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <hb.h>
#include <string.h>

#include "wh-clean-text.h"
#include "wh-east-asian.h"
#include "wh-embedding.h"
#include "wh-missing-characters.h"
#include "wh-type-case.h"

/**
 * WhTypeCase:
 *
 * The fonts of one document and the setting of its texts, line by line on a
 * rhythm of its own: fallback fonts have lines of other heights, and a page
 * must not show it.
 *
 * Each document has a font map of its own. So what a page looks like does not
 * depend on what else the program has drawn, and a type case may be made on one
 * thread and used on another, one after the other.
 *
 * Shaping text is what printing costs. To know how tall a text will be, most
 * texts need no shaping: the advances of its characters, kept per character,
 * say that it fits on one line.
 */
struct _WhTypeCase
{
  GObject parent_instance;

  PangoContext  *context;
  PangoLanguage *language;
  gboolean       is_chinese;
  PangoAttrList *attributes;       /* what is the same for all texts */
  char          *chinese_families; /* (nullable): once they were needed */

  WhEmbedding *embedding;

  PangoLayout          *layouts[WH_N_TEXT_STYLES];
  PangoFontDescription *descriptions[WH_N_TEXT_STYLES];

  /* Advances in em, by weight and by character; see advances_get(). */
  float *advances[2][(G_MAXUINT16 + 1) >> 8];

  GHashTable *checked; /* the characters that wh_type_case_need() has seen */
  GArray     *missing; /* gunichar: those among them that no font has */
};

G_DEFINE_FINAL_TYPE (WhTypeCase, wh_type_case, G_TYPE_OBJECT)

/* Sizes and leadings in points. The leadings are multiples of one half point,
 * on purpose not of the fonts' own line heights.
 */
static const struct
{
  double      size;
  double      leading;
  PangoWeight weight;
} styles[WH_N_TEXT_STYLES] = {
  [WH_TEXT_TITLE] = { 28, 34, PANGO_WEIGHT_BOLD },
  [WH_TEXT_KICKER] = { 10.5, 15, PANGO_WEIGHT_BOLD },
  [WH_TEXT_FIGURE] = { 13, 16, PANGO_WEIGHT_BOLD },
  [WH_TEXT_META] = { 10, 15, PANGO_WEIGHT_NORMAL },
  [WH_TEXT_HEADING] = { 13, 18, PANGO_WEIGHT_BOLD },
  [WH_TEXT_CONTINUED] = { 9, 12, PANGO_WEIGHT_NORMAL },
  [WH_TEXT_NAME] = { 11, 15, PANGO_WEIGHT_BOLD },
  [WH_TEXT_SUMMARY] = { 9.5, 13, PANGO_WEIGHT_NORMAL },
  [WH_TEXT_NOTE] = { 9, 12.5, PANGO_WEIGHT_NORMAL },
  [WH_TEXT_TAG] = { 7.5, 10, PANGO_WEIGHT_BOLD },
  [WH_TEXT_SMALL] = { 8, 11, PANGO_WEIGHT_NORMAL },
};

/* Faces made for reading first, where they are installed; the generic family is
 * the one that must do.
 */
#define LATIN_FAMILIES "Adwaita Sans,Inter,Cantarell,Noto Sans"
#define GENERIC_FAMILY "sans-serif"

/* A character that every Chinese font has. */
#define CHINESE_SAMPLE 0x4e2d

#define NO_GLYPH (-1.0f)

/* The family that fontconfig has for Chinese. It is named outright because Pango
 * would take Latin letters from a face for English, and those that come with the
 * Chinese ones go better with them.
 *
 * Returns: (transfer full) (nullable): its name, %NULL when there is none
 */
static char *
find_chinese_family (WhTypeCase *self)
{
  PangoFontDescription *description = pango_font_description_from_string (GENERIC_FAMILY " 10");
  PangoLanguage        *language = self->is_chinese ? self->language : wh_east_asian_get_language ();
  PangoFontset         *fontset = pango_context_load_fontset (self->context, description, language);
  PangoFont            *font = pango_fontset_get_font (fontset, CHINESE_SAMPLE);
  char                 *family = NULL;

  if (font != NULL && pango_font_has_char (font, CHINESE_SAMPLE))
    family = g_strdup (pango_font_family_get_name (pango_font_face_get_family (pango_font_get_face (font))));

  g_clear_object (&font);
  g_object_unref (fontset);
  pango_font_description_free (description);

  return family;
}

/* Finding them takes a moment, and most texts that are not Chinese need none. */
static const char *
get_chinese_families (WhTypeCase *self)
{
  g_autofree char *family = NULL;

  if (self->chinese_families == NULL)
    {
      family = find_chinese_family (self);
      self->chinese_families = g_strconcat (family != NULL ? family : LATIN_FAMILIES, ",", GENERIC_FAMILY, NULL);
    }

  return self->chinese_families;
}

/* Returns: (transfer full): what is the same for all texts, and the fonts of the runs that are not in the
 * document's own language
 */
static PangoAttrList *
list_attributes (WhTypeCase *self,
                 const char *text)
{
  PangoAttrList *attributes;

  if (self->is_chinese || g_str_is_ascii (text))
    return pango_attr_list_ref (self->attributes);

  attributes = pango_attr_list_copy (self->attributes);
  wh_east_asian_add_runs (attributes, text, get_chinese_families (self));

  return attributes;
}

/* Pango takes all that is left into the last line that there is room for, line ends and all, before it
 * cuts it. That line is made to end where its writer ended it.
 */
static void
cut_last_line (PangoLayout *layout,
               const char  *text,
               guint        max_lines)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, (int) max_lines - 1);
  const char      *end = line != NULL ? strstr (text + line->start_index, WH_LINE_END) : NULL;
  g_autofree char *start = NULL;
  g_autofree char *cut = NULL;

  if (end == NULL)
    return;

  start = g_strndup (text, end - text);
  cut = g_strconcat (start, "…", NULL);
  pango_layout_set_text (layout, cut, -1);
}

/* Returns: (transfer none): the layout of @style, holding @text */
static PangoLayout *
set_text (WhTypeCase *self,
          WhTextStyle style,
          const char *text,
          double      width,
          guint       max_lines)
{
  PangoLayout *layout = self->layouts[style];
  int          units = width < 0 ? -1 : pango_units_from_double (width);
  g_autoptr (PangoAttrList) attributes = NULL;

  /* The same text is measured, drawn and searched for links in turn. */
  if (pango_layout_get_width (layout) == units &&
      pango_layout_get_height (layout) == -(int) max_lines &&
      g_str_equal (pango_layout_get_text (layout), text))
    return layout;

  attributes = list_attributes (self, text);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, units);
  pango_layout_set_height (layout, -(int) max_lines);
  if (strstr (text, WH_LINE_END) != NULL)
    cut_last_line (layout, text, max_lines);

  return layout;
}

/* Looks a character up in the fonts that would be used for it.
 * Returns: its advance in em, or NO_GLYPH
 */
static float
look_up (WhTypeCase *self,
         WhTextStyle style,
         gunichar    c)
{
  PangoLanguage *language = wh_is_east_asian (c) && !self->is_chinese ? wh_east_asian_get_language () : self->language;
  PangoFontset  *fontset = pango_context_load_fontset (self->context, self->descriptions[style], language);
  g_autoptr (PangoFont) font = pango_fontset_get_font (fontset, c);
  hb_font_t     *hb_font;
  hb_codepoint_t glyph;

  g_object_unref (fontset);
  if (font == NULL || (hb_font = pango_font_get_hb_font (font)) == NULL ||
      !hb_font_get_nominal_glyph (hb_font, c, &glyph))
    return NO_GLYPH;

  return pango_units_to_double (hb_font_get_glyph_h_advance (hb_font, glyph)) / styles[style].size;
}

/* Whether the width of @c is its advance, whatever stands beside it: true of what
 * names and summaries are written in, not of scripts whose letters join or stack.
 */
static gboolean
is_plain (gunichar c)
{
  return (c >= 0x20 && c < 0x7f) || (c >= 0xa0 && c < 0x250) ||
         (c >= 0x2010 && c < 0x2027) || (c >= 0x3000 && c < 0x3040) ||
         (c >= 0x3400 && c < 0xa000) || (c >= 0xff01 && c < 0xff5f);
}

/* Returns: the advance of a plain character in em */
static float
get_advance (WhTypeCase *self,
             WhTextStyle style,
             gunichar    c)
{
  guint   weight = styles[style].weight == PANGO_WEIGHT_BOLD ? 1 : 0;
  float **page = &self->advances[weight][c >> 8];

  /* Zero is "not looked up yet". */
  if (*page == NULL)
    *page = g_new0 (float, 256);

  if ((*page)[c & 0xff] == 0)
    {
      float advance = look_up (self, style, c);

      (*page)[c & 0xff] = advance == NO_GLYPH ? 1 : MAX (advance, 0.001f);
    }

  return (*page)[c & 0xff];
}

/* Whether @text surely fits on one line. Kerning may widen a text a little, so
 * what nearly fills the line is left to Pango.
 */
static gboolean
surely_fits (WhTypeCase *self,
             WhTextStyle style,
             const char *text,
             double      width)
{
  double room = width * 0.97 / styles[style].size;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_plain (c))
        return FALSE;

      room -= get_advance (self, style, c);
      if (room < 0)
        return FALSE;
    }

  return TRUE;
}

/* The middle of capital letters, and that of Chinese characters, stands 0.36 em above the baseline. */
static double
get_baseline (WhTextStyle style)
{
  return styles[style].leading / 2 + 0.36 * styles[style].size;
}

static gboolean
needs_glyph (gunichar c)
{
  return !pango_is_zero_width (c) && !g_unichar_isspace (c) && !g_unichar_iscntrl (c);
}

static void
wh_type_case_finalize (GObject *object)
{
  WhTypeCase *self = WH_TYPE_CASE (object);

  for (guint i = 0; i < WH_N_TEXT_STYLES; i++)
    {
      g_clear_object (&self->layouts[i]);
      g_clear_pointer (&self->descriptions[i], pango_font_description_free);
    }

  for (guint weight = 0; weight < G_N_ELEMENTS (self->advances); weight++)
    for (guint i = 0; i < G_N_ELEMENTS (self->advances[weight]); i++)
      g_free (self->advances[weight][i]);

  wh_embedding_free (self->embedding);
  g_clear_object (&self->context);
  pango_attr_list_unref (self->attributes);
  g_free (self->chinese_families);
  g_hash_table_unref (self->checked);
  g_array_unref (self->missing);

  G_OBJECT_CLASS (wh_type_case_parent_class)->finalize (object);
}

static void
wh_type_case_class_init (WhTypeCaseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wh_type_case_finalize;
}

static void
wh_type_case_init (WhTypeCase *self)
{
  self->embedding = wh_embedding_new ();
  self->attributes = pango_attr_list_new ();
  /* Where a long word breaks, a hyphen would look like a part of its name. */
  pango_attr_list_insert (self->attributes, pango_attr_insert_hyphens_new (FALSE));
  self->checked = g_hash_table_new (NULL, NULL);
  self->missing = g_array_new (FALSE, FALSE, sizeof (gunichar));
}

static void
create_context (WhTypeCase *self)
{
  g_autoptr (PangoFontMap) font_map = pango_cairo_font_map_new ();
  cairo_font_options_t *options = cairo_font_options_create ();

  /* A layout is in points and the same on every device: nothing is fitted to pixels. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (font_map), 72);
  self->context = pango_font_map_create_context (font_map);
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_base_dir (self->context, PANGO_DIRECTION_LTR);
  pango_context_set_language (self->context, self->language);
  cairo_font_options_destroy (options);
}

static void
create_layout (WhTypeCase *self,
               WhTextStyle style,
               const char *families)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family (description, families);
  pango_font_description_set_size (description, pango_units_from_double (styles[style].size));
  pango_font_description_set_weight (description, styles[style].weight);
  self->descriptions[style] = description;

  self->layouts[style] = pango_layout_new (self->context);
  pango_layout_set_font_description (self->layouts[style], description);
  pango_layout_set_wrap (self->layouts[style], PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (self->layouts[style], PANGO_ELLIPSIZE_END);
  /* The page is left to right; a right-to-left name still runs its own way on its line. */
  pango_layout_set_auto_dir (self->layouts[style], FALSE);
}

/* @language: the document's, as in "en" or "zh_CN" */
WhTypeCase *
wh_type_case_new (const char *language)
{
  WhTypeCase *self = g_object_new (WH_TYPE_TYPE_CASE, NULL);
  const char *families;

  self->language = pango_language_from_string (language);
  self->is_chinese = g_str_has_prefix (pango_language_to_string (self->language), "zh");

  create_context (self);
  families = self->is_chinese ? get_chinese_families (self) : LATIN_FAMILIES "," GENERIC_FAMILY;
  for (guint i = 0; i < WH_N_TEXT_STYLES; i++)
    create_layout (self, i, families);

  return self;
}

/* Returns: the height of a line, in points */
double
wh_type_case_get_leading (WhTextStyle style)
{
  return styles[style].leading;
}

/* Notes the characters of @text, so that wh_type_case_check() can say whether there are fonts for all. */
void
wh_type_case_need (WhTypeCase *self,
                   const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_hash_table_add (self->checked, GUINT_TO_POINTER (c)) &&
          needs_glyph (c) &&
          look_up (self, WH_TEXT_SUMMARY, c) == NO_GLYPH)
        g_array_append_val (self->missing, c);
    }
}

/* Fails, saying what to install, when no installed font has a character that is needed. */
gboolean
wh_type_case_check (WhTypeCase *self,
                    GError    **error)
{
  return wh_missing_characters_check (self->missing, error);
}

/* Returns: the width of @text on one line, in points */
double
wh_type_case_measure (WhTypeCase *self,
                      WhTextStyle style,
                      const char *text)
{
  PangoRectangle extents;

  pango_layout_get_extents (set_text (self, style, text, -1, 1), NULL, &extents);

  return pango_units_to_double (extents.width);
}

/* Returns: how many lines @text takes, at most @max_lines */
guint
wh_type_case_count_lines (WhTypeCase *self,
                          WhTextStyle style,
                          const char *text,
                          double      width,
                          guint       max_lines)
{
  int n_lines;

  if (surely_fits (self, style, text, width))
    return 1;

  n_lines = pango_layout_get_line_count (set_text (self, style, text, width, max_lines));
  return CLAMP (n_lines, 1, (int) max_lines);
}

/**
 * wh_type_case_draw:
 * @x: the left edge, in points
 * @y: the top edge
 * @width: what the lines are wrapped to
 * @max_lines: what does not fit on so many is cut with an ellipsis
 *
 * Draws @text in the current colour.
 */
void
wh_type_case_draw (WhTypeCase *self,
                   cairo_t    *cr,
                   WhTextStyle style,
                   const char *text,
                   double      x,
                   double      y,
                   double      width,
                   guint       max_lines)
{
  PangoLayout *layout = set_text (self, style, text, width, max_lines);
  guint        i = 0;

  for (GSList *line = pango_layout_get_lines_readonly (layout); line != NULL && i < max_lines; line = line->next, i++)
    {
      cairo_move_to (cr, x, y + i * styles[style].leading + get_baseline (style));
      wh_embedding_show_line (self->embedding, cr, line->data, self->checked);
    }
}

/**
 * wh_type_case_locate:
 * @start: where in @text the part begins, in bytes
 * @end: where it ends
 * @spans: (out caller-allocates) (array length=n_spans): where the part stands
 *
 * Returns: the number of spans, one for each line that has some of the part
 */
guint
wh_type_case_locate (WhTypeCase *self,
                     WhTextStyle style,
                     const char *text,
                     double      width,
                     guint       max_lines,
                     guint       start,
                     guint       end,
                     WhTextSpan *spans,
                     guint       n_spans)
{
  PangoLayout *layout = set_text (self, style, text, width, max_lines);
  GSList      *lines = pango_layout_get_lines_readonly (layout);
  guint        n = 0;

  for (guint i = 0; lines != NULL && n < n_spans; lines = lines->next, i++)
    {
      PangoLayoutLine *line = lines->data;
      int              from = MAX ((int) start, line->start_index);
      int              to = MIN ((int) end, line->start_index + line->length);
      int              x_from;
      int              x_to;

      if (from >= to)
        continue;

      pango_layout_line_index_to_x (line, from, FALSE, &x_from);
      pango_layout_line_index_to_x (line, to, FALSE, &x_to);
      spans[n].line = i;
      spans[n].x = pango_units_to_double (MIN (x_from, x_to));
      spans[n].width = pango_units_to_double (ABS (x_to - x_from));
      n++;
    }

  return n;
}
