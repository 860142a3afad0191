/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <hb.h>
#include <math.h>
#include <string.h>

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

#define MISSING_SHOWN 12
#define NO_GLYPH (-1.0f)

GQuark
wh_print_error_quark (void)
{
  return g_quark_from_static_string ("wh-print-error-quark");
}

/* Han characters are shared by languages that write them differently, so fonts
 * are chosen by language: in a text of another language Chinese is assumed.
 */
static PangoLanguage *
get_script_language (GUnicodeScript script)
{
  switch ((int) script)
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_BOPOMOFO:
      return pango_language_from_string ("zh-cn");

    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
      return pango_language_from_string ("ja");

    case G_UNICODE_SCRIPT_HANGUL:
      return pango_language_from_string ("ko");

    default:
      return NULL;
    }
}

static gboolean
is_ascii (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text >= 0x80)
      return FALSE;

  return TRUE;
}

/* Returns: (transfer full) (nullable): the languages of the runs that are not in the document's own */
static PangoAttrList *
list_languages (WhTypeCase *self,
                const char *text)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  PangoScriptIter *iter;

  if (self->is_chinese || is_ascii (text))
    return NULL;

  attributes = pango_attr_list_new ();
  iter = pango_script_iter_new (text, -1);
  do
    {
      const char    *start;
      const char    *end;
      PangoScript    script;
      PangoLanguage *language;

      pango_script_iter_get_range (iter, &start, &end, &script);
      language = get_script_language ((GUnicodeScript) script);
      if (language != NULL)
        {
          PangoAttribute *attribute = pango_attr_language_new (language);

          attribute->start_index = start - text;
          attribute->end_index = end - text;
          pango_attr_list_insert (attributes, attribute);
        }
    }
  while (pango_script_iter_next (iter));
  pango_script_iter_free (iter);

  return g_steal_pointer (&attributes);
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

  attributes = list_languages (self, text);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, units);
  pango_layout_set_height (layout, -(int) max_lines);

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
  PangoLanguage *language = self->is_chinese ? NULL : get_script_language (g_unichar_get_script (c));
  PangoFontset  *fontset = pango_context_load_fontset (self->context,
                                                       self->descriptions[style],
                                                      language != NULL ? language : self->language);
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

static gboolean
is_chinese (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN || (c >= 0x3000 && c < 0x3040) || (c >= 0xff00 && c < 0xffef);
}

static gboolean
is_pictograph (gunichar c)
{
  return c >= 0x1f000 && c < 0x20000;
}

/* Returns: (transfer full): what to install for the characters that are missing */
static char *
suggest_font (GArray *missing)
{
  for (guint i = 0; i < missing->len; i++)
    if (is_chinese (g_array_index (missing, gunichar, i)))
      return g_strdup (_ ("Install a Chinese font, for example Noto Sans CJK (package fonts-noto-cjk on Debian and Ubuntu, "
                          "google-noto-sans-cjk-fonts on Fedora, noto-fonts-cjk on Arch Linux), and try again."));

  for (guint i = 0; i < missing->len; i++)
    if (is_pictograph (g_array_index (missing, gunichar, i)))
      return g_strdup (_ ("Install a font with emoji, for example Noto Color Emoji (package fonts-noto-color-emoji on Debian "
                          "and Ubuntu, google-noto-color-emoji-fonts on Fedora, noto-fonts-emoji on Arch Linux), or take "
                          "them out, and try again."));

  return g_strdup (_ ("Install a font that has them, for example one of the Noto fonts (package fonts-noto-core on Debian and "
                      "Ubuntu), or take them out, and try again."));
}

/* A private or unassigned character shows as nothing, so each is named by its number too when there are few. */
static char *
name_characters (GArray *missing)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (missing->len, MISSING_SHOWN); i++)
    g_string_append_unichar (names, g_array_index (missing, gunichar, i));

  if (missing->len > MISSING_SHOWN)
    g_string_append (names, "…");
  else if (missing->len == 1)
    g_string_append_printf (names, " (U+%04X)", g_array_index (missing, gunichar, 0));

  return g_string_free_and_steal (g_steal_pointer (&names));
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

  g_clear_object (&self->context);
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
  PangoFontset         *fontset = pango_context_load_fontset (self->context, description, self->language);
  PangoFont            *font = pango_fontset_get_font (fontset, CHINESE_SAMPLE);
  char                 *family = NULL;

  if (font != NULL && pango_font_has_char (font, CHINESE_SAMPLE))
    family = g_strdup (pango_font_family_get_name (pango_font_face_get_family (pango_font_get_face (font))));

  g_clear_object (&font);
  g_object_unref (fontset);
  pango_font_description_free (description);

  return family;
}

static char *
list_families (WhTypeCase *self)
{
  g_autofree char *chinese = self->is_chinese ? find_chinese_family (self) : NULL;

  return g_strconcat (chinese != NULL ? chinese : LATIN_FAMILIES, ",", GENERIC_FAMILY, NULL);
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
  WhTypeCase      *self = g_object_new (WH_TYPE_TYPE_CASE, NULL);
  g_autofree char *families = NULL;

  self->language = pango_language_from_string (language);
  self->is_chinese = g_str_has_prefix (pango_language_to_string (self->language), "zh");

  create_context (self);
  families = list_families (self);
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

/**
 * wh_type_case_clean:
 * @keep_lines: whether line ends stay line ends; otherwise they become spaces
 *
 * Text from outside may hold anything. Returns it as valid UTF-8 of bounded
 * length, without control characters and without the marks that would turn the
 * direction of what follows.
 *
 * Returns: (transfer full): the text to be set
 */
char *
wh_type_case_clean (const char *text,
                    gboolean    keep_lines)
{
  g_autofree char *valid = g_utf8_make_valid (text, strnlen (text, WH_TEXT_MAX_CHARS * 8));
  g_autofree char *trimmed = g_strstrip (g_steal_pointer (&valid));
  g_autoptr (GString) clean = g_string_sized_new (strlen (trimmed));
  guint n = 0;

  for (const char *p = trimmed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (++n > WH_TEXT_MAX_CHARS)
        {
          g_string_append (clean, "…");
          break;
        }

      if (c == '\n' && keep_lines)
        g_string_append_unichar (clean, 0x2028);
      else if (c == '\n' || c == '\t' || c == 0x2028 || c == 0x2029)
        g_string_append_c (clean, ' ');
      else if (!g_unichar_iscntrl (c) && !(c >= 0x202a && c <= 0x202e) && !(c >= 0x2066 && c <= 0x2069))
        g_string_append_unichar (clean, c);
    }

  return g_string_free_and_steal (g_steal_pointer (&clean));
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
  g_autofree char *characters = NULL;
  g_autofree char *suggestion = NULL;

  if (self->missing->len == 0)
    return TRUE;

  characters = name_characters (self->missing);
  suggestion = suggest_font (self->missing);
  g_set_error (error, WH_PRINT_ERROR, WH_PRINT_ERROR_NO_FONT,
               /* Translators: the first is some characters, the second a sentence that says what to install */
               _ ("No installed font has these characters, which the checklist needs: %s. %s"),
               characters, suggestion);
  return FALSE;
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
      pango_cairo_show_layout_line (cr, line->data);
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
