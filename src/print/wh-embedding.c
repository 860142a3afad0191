/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <cairo-ft.h>
#include <hb-subset.h>
#include <pango/pangofc-font.h>

#include "wh-embedding.h"

/**
 * WhEmbedding:
 *
 * Fonts as they go into a document. Cairo embeds of a font what is drawn, but misreads
 * some outlines of OpenType fonts that are made of subroutines and leaves out pieces
 * that they call: with Cairo 1.18.4 and Noto Sans CJK SC, 如 is blank in a PDF. A font of
 * that kind is therefore drawn by way of a copy that has no subroutines, made by
 * HarfBuzz of the characters of the document, with the same numbers for the glyphs.
 */
struct _WhEmbedding
{
  GHashTable *faces; /* hb_face_t* => Face* */
  GHashTable *fonts; /* PangoFont* => cairo_scaled_font_t* (nullable): nothing stands for it */
};

/* What stands for a face: without its own cairo face it is drawn as it is. */
typedef struct
{
  cairo_font_face_t *cairo_face; /* (nullable) */
  hb_set_t          *glyphs;     /* (nullable): those that it has */
} Face;

/* What a cairo face is made of; it may live on in a cache of Cairo's. */
typedef struct
{
  FT_Library library;
  FT_Face    face;
  hb_blob_t *blob;
} Backing;

static const cairo_user_data_key_t backing_key;

static void
backing_free (void *data)
{
  Backing *backing = data;

  if (backing->face != NULL)
    FT_Done_Face (backing->face);
  if (backing->library != NULL)
    FT_Done_FreeType (backing->library);
  hb_blob_destroy (backing->blob);
  g_free (backing);
}

static void
face_free (gpointer data)
{
  Face *face = data;

  g_clear_pointer (&face->cairo_face, cairo_font_face_destroy);
  g_clear_pointer (&face->glyphs, hb_set_destroy);
  g_free (face);
}

static void
unref_scaled_font (gpointer data)
{
  if (data != NULL)
    cairo_scaled_font_destroy (data);
}

WhEmbedding *
wh_embedding_new (void)
{
  WhEmbedding *self = g_new0 (WhEmbedding, 1);

  self->faces = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) hb_face_destroy, face_free);
  self->fonts = g_hash_table_new_full (NULL, NULL, g_object_unref, unref_scaled_font);

  return self;
}

void
wh_embedding_free (WhEmbedding *self)
{
  g_hash_table_unref (self->fonts);
  g_hash_table_unref (self->faces);
  g_free (self);
}

static gboolean
has_subroutines (hb_face_t *face)
{
  hb_blob_t *table = hb_face_reference_table (face, HB_TAG ('C', 'F', 'F', ' '));
  gboolean   is_there = hb_blob_get_length (table) > 0;

  hb_blob_destroy (table);
  return is_there;
}

/* Returns: (transfer full): what to keep: @characters, and what counts and cuts are written with */
static hb_subset_input_t *
create_input (GHashTable *characters)
{
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_set_t          *unicodes = hb_subset_input_unicode_set (input);
  GHashTableIter     iter;
  gpointer           character;

  hb_set_add_range (unicodes, 0x20, 0x7e);
  hb_set_add (unicodes, 0x2026);
  g_hash_table_iter_init (&iter, characters);
  while (g_hash_table_iter_next (&iter, &character, NULL))
    hb_set_add (unicodes, GPOINTER_TO_UINT (character));

  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_DESUBROUTINIZE | HB_SUBSET_FLAGS_RETAIN_GIDS);

  return input;
}

/* Returns: (transfer full) (nullable): the copy */
static hb_blob_t *
copy_face (hb_face_t  *face,
           GHashTable *characters,
           hb_set_t   *glyphs)
{
  hb_subset_input_t *input = create_input (characters);
  hb_subset_plan_t  *plan = hb_subset_plan_create_or_fail (face, input);
  hb_face_t         *copy = plan != NULL ? hb_subset_plan_execute_or_fail (plan) : NULL;
  hb_blob_t         *blob = NULL;

  if (copy != NULL)
    {
      blob = hb_face_reference_blob (copy);
      hb_map_keys (hb_subset_plan_old_to_new_glyph_mapping (plan), glyphs);
    }

  hb_face_destroy (copy);
  hb_subset_plan_destroy (plan);
  hb_subset_input_destroy (input);

  return blob;
}

/* @blob: (transfer full)
 * Returns: (transfer full) (nullable): the face in it
 */
static cairo_font_face_t *
open_face (hb_blob_t *blob)
{
  Backing           *backing = g_new0 (Backing, 1);
  cairo_font_face_t *face;
  unsigned int       length;
  const char        *data = hb_blob_get_data (blob, &length);

  backing->blob = blob;
  if (FT_Init_FreeType (&backing->library) != 0 ||
      FT_New_Memory_Face (backing->library, (const FT_Byte *) data, length, 0, &backing->face) != 0)
    {
      backing_free (backing);
      return NULL;
    }

  face = cairo_ft_font_face_create_for_ft_face (backing->face, FT_LOAD_DEFAULT);
  cairo_font_face_set_user_data (face, &backing_key, backing, backing_free);

  return face;
}

static Face *
get_face (WhEmbedding *self,
          hb_face_t   *hb_face,
          GHashTable  *characters)
{
  Face      *face = g_hash_table_lookup (self->faces, hb_face);
  hb_blob_t *blob = NULL;

  if (face != NULL)
    return face;

  face = g_new0 (Face, 1);
  face->glyphs = hb_set_create ();
  if (has_subroutines (hb_face) && (blob = copy_face (hb_face, characters, face->glyphs)))
    face->cairo_face = open_face (blob);
  g_hash_table_insert (self->faces, hb_face_reference (hb_face), face);

  return face;
}

static cairo_scaled_font_t *
scale_face (cairo_font_face_t   *face,
            cairo_scaled_font_t *model)
{
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_scaled_font_t  *font;
  cairo_matrix_t        matrix;
  cairo_matrix_t        ctm;

  cairo_scaled_font_get_font_matrix (model, &matrix);
  cairo_scaled_font_get_ctm (model, &ctm);
  cairo_scaled_font_get_font_options (model, options);
  font = cairo_scaled_font_create (face, &matrix, &ctm, options);
  cairo_font_options_destroy (options);

  return font;
}

/* Boldness that fontconfig asks for where there is no bold face; the copy would be without it. */
static gboolean
is_emboldened (PangoFont *font)
{
  FcBool embolden = FcFalse;

  return PANGO_IS_FC_FONT (font) &&
         FcPatternGetBool (pango_fc_font_get_pattern (PANGO_FC_FONT (font)), FC_EMBOLDEN, 0, &embolden) == FcResultMatch &&
         embolden;
}

/* Returns: (transfer none) (nullable): what stands for @font */
static cairo_scaled_font_t *
get_font (WhEmbedding *self,
          PangoFont   *font,
          const Face  *face)
{
  gpointer scaled = NULL;

  if (!g_hash_table_lookup_extended (self->fonts, font, NULL, &scaled))
    {
      if (face->cairo_face != NULL && !is_emboldened (font))
        scaled = scale_face (face->cairo_face, pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font)));
      g_hash_table_insert (self->fonts, g_object_ref (font), scaled);
    }

  return scaled;
}

static gboolean
has_glyphs (const Face             *face,
            const PangoGlyphString *glyphs)
{
  for (int i = 0; i < glyphs->num_glyphs; i++)
    if (glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY && !hb_set_has (face->glyphs, glyphs->glyphs[i].glyph))
      return FALSE;

  return TRUE;
}

/* Draws a run that goes from left to right, each of its clusters with the text that it stands for. */
static void
show_run (cairo_t             *cr,
          cairo_scaled_font_t *font,
          PangoGlyphItem      *run,
          const char          *text,
          double               x,
          double               y)
{
  PangoGlyphString     *string = run->glyphs;
  PangoGlyphItemIter    iter;
  cairo_glyph_t        *glyphs = g_new (cairo_glyph_t, string->num_glyphs);
  cairo_text_cluster_t *clusters = g_new (cairo_text_cluster_t, string->num_glyphs);
  int                   n_glyphs = 0;
  int                   n_clusters = 0;

  for (gboolean more = pango_glyph_item_iter_init_start (&iter, run, text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    {
      int before = n_glyphs;

      for (int i = iter.start_glyph; i < iter.end_glyph; i++)
        {
          const PangoGlyphInfo *info = &string->glyphs[i];

          if (info->glyph != PANGO_GLYPH_EMPTY)
            glyphs[n_glyphs++] = (cairo_glyph_t) {
              .index = info->glyph,
              .x = x + pango_units_to_double (info->geometry.x_offset),
              .y = y + pango_units_to_double (info->geometry.y_offset),
            };
          x += pango_units_to_double (info->geometry.width);
        }

      clusters[n_clusters++] = (cairo_text_cluster_t) { iter.end_index - iter.start_index, n_glyphs - before };
    }

  cairo_set_scaled_font (cr, font);
  cairo_show_text_glyphs (cr, text + run->item->offset, run->item->length, glyphs, n_glyphs, clusters, n_clusters, 0);
  g_free (clusters);
  g_free (glyphs);
}

/**
 * wh_embedding_show_line:
 * @line: what to draw at the current point, as pango_cairo_show_layout_line() does
 * @characters: (element-type gunichar): all that the document has
 */
void
wh_embedding_show_line (WhEmbedding     *self,
                        cairo_t         *cr,
                        PangoLayoutLine *line,
                        GHashTable      *characters)
{
  const char *text = pango_layout_get_text (line->layout);
  double      x;
  double      y;

  cairo_get_current_point (cr, &x, &y);
  for (GSList *node = line->runs; node != NULL; node = node->next)
    {
      PangoGlyphItem      *run = node->data;
      PangoFont           *font = run->item->analysis.font;
      const Face          *face = get_face (self, hb_font_get_face (pango_font_get_hb_font (font)), characters);
      cairo_scaled_font_t *scaled = get_font (self, font, face);

      if (scaled != NULL && run->item->analysis.level % 2 == 0 && has_glyphs (face, run->glyphs))
        {
          show_run (cr, scaled, run, text, x, y);
        }
      else
        {
          cairo_move_to (cr, x, y);
          pango_cairo_show_glyph_item (cr, text, run);
        }

      x += pango_units_to_double (pango_glyph_string_get_width (run->glyphs));
    }
}
