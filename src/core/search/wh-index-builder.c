/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-fold.h"
#include "wh-index-private.h"

/* One library between the cursor and the columns. The texts and lists of all rows
 * stand in shared arrays until the order of names is known.
 */
typedef struct
{
  gint64  id;
  gsize   start;
  gsize   texts_start;
  gsize   end;
  gsize   label_start;
  gsize   label_end;
  guint32 lists_start[WH_N_FACETS];
  guint32 lists_len[WH_N_FACETS];
  guint32 pairs_start;
  guint32 pairs_len;
  guint32 main_category;
  guint32 best_rank;
  guint8  bytes[WH_N_FACETS];
} Row;

struct _WhIndexBuilder
{
  GArray       *rows; /* Row */
  GString      *text;
  GString      *labels;
  WhIndexValues values[WH_N_FACETS];
  GHashTable   *places[WH_N_FACETS]; /* gint64 id => place + 1 */
  GArray       *lists[WH_N_FACETS];  /* guint32 */
  GArray       *pairs;               /* WhIndexPair */
  GArray       *parents;             /* guint32: of each category, itself for none */
  GStrv         category_names;
};

/* Categories are a tree of two levels; a file from elsewhere may hold a chain of any length. */
#define MAX_LEVELS 16

static const WhFacet list_facets[] = { WH_FACET_CATEGORY, WH_FACET_SOURCE, WH_FACET_TAG };

static void
init_values (WhIndexBuilder *self,
             WhFacet         facet)
{
  self->values[facet].keys = g_ptr_array_new_null_terminated (16, g_free, TRUE);
  self->values[facet].by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->places[facet] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
add_value (WhIndexBuilder *self,
           WhFacet         facet,
           gint64          id,
           const char     *key)
{
  WhIndexValues *values = &self->values[facet];
  char          *own_key = g_strdup (key);

  g_ptr_array_add (values->keys, own_key);
  g_hash_table_insert (values->by_key, own_key, GUINT_TO_POINTER (values->keys->len));
  g_hash_table_insert (self->places[facet], g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (values->keys->len));
}

static gboolean
find_place (WhIndexBuilder *self,
            WhFacet         facet,
            gint64          id,
            guint32        *place)
{
  gpointer found = g_hash_table_lookup (self->places[facet], &id);

  if (found == NULL)
    return FALSE;

  *place = GPOINTER_TO_UINT (found) - 1;
  return TRUE;
}

static void
add_categories (WhIndexBuilder  *self,
                const GPtrArray *categories)
{
  self->category_names = g_new0 (char *, categories->len + 1);

  for (guint32 i = 0; i < categories->len; i++)
    {
      const WhCategory *category = g_ptr_array_index (categories, i);
      gpointer          found = NULL;
      guint32           parent = i;

      add_value (self, WH_FACET_CATEGORY, category->id, category->key);
      self->category_names[i] = wh_fold (category->names);

      if (category->parent != NULL)
        found = g_hash_table_lookup (self->values[WH_FACET_CATEGORY].by_key, category->parent);
      if (found != NULL)
        parent = GPOINTER_TO_UINT (found) - 1;
      g_array_append_val (self->parents, parent);
    }
}

/**
 * wh_index_builder_new:
 * @categories: (element-type WhCategory): in display order, a parent before its children
 * @roles: (element-type WhRole): in display order
 * @sources: (element-type WhSource): in display order
 *
 * Begins an index. Rows refer to categories, roles and sources by their ids.
 */
WhIndexBuilder *
wh_index_builder_new (const GPtrArray *categories,
                      const GPtrArray *roles,
                      const GPtrArray *sources)
{
  g_autoptr (WhIndexBuilder) self = g_new0 (WhIndexBuilder, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->text = g_string_new (NULL);
  self->labels = g_string_new (NULL);
  self->pairs = g_array_new (FALSE, FALSE, sizeof (WhIndexPair));
  self->parents = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < G_N_ELEMENTS (list_facets); i++)
    {
      self->lists[list_facets[i]] = g_array_new (FALSE, FALSE, sizeof (guint32));
      init_values (self, list_facets[i]);
    }
  init_values (self, WH_FACET_ROLE);

  add_categories (self, categories);

  for (guint i = 0; i < roles->len; i++)
    {
      const WhRole *role = g_ptr_array_index (roles, i);

      add_value (self, WH_FACET_ROLE, role->id, role->key);
    }

  for (guint i = 0; i < sources->len; i++)
    {
      const WhSource *source = g_ptr_array_index (sources, i);

      add_value (self, WH_FACET_SOURCE, source->id, source->key);
    }

  return g_steal_pointer (&self);
}

void
wh_index_builder_free (WhIndexBuilder *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->pairs, g_array_unref);
  g_clear_pointer (&self->parents, g_array_unref);
  g_clear_pointer (&self->category_names, g_strfreev);

  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  if (self->labels != NULL)
    g_string_free (self->labels, TRUE);

  for (guint i = 0; i < WH_N_FACETS; i++)
    {
      g_clear_pointer (&self->values[i].keys, g_ptr_array_unref);
      g_clear_pointer (&self->values[i].by_key, g_hash_table_unref);
      g_clear_pointer (&self->places[i], g_hash_table_unref);
      g_clear_pointer (&self->lists[i], g_array_unref);
    }

  g_free (self);
}

static gboolean
begins_with_line (const char *text,
                  const char *line,
                  gsize       line_len)
{
  return strncmp (text, line, line_len) == 0;
}

static void
add_text (WhIndexBuilder   *self,
          Row              *row,
          const WhIndexRow *facts)
{
  GString *text = self->text;
  gsize    key_start;

  row->start = text->len;
  wh_fold_append_line (text, facts->name);

  key_start = text->len;
  wh_fold_append_line (text, facts->key);
  if (begins_with_line (text->str + row->start, text->str + key_start, text->len - key_start))
    g_string_truncate (text, key_start);

  if (*facts->aliases != '\0')
    wh_fold_append_line (text, facts->aliases);

  row->texts_start = text->len;
  wh_fold_append (text, facts->texts);
  g_string_append_c (text, '\0');
  row->end = text->len;

  row->label_start = self->labels->len;
  g_string_append_len (self->labels, facts->key, strlen (facts->key) + 1);
  g_string_append_len (self->labels, facts->name, strlen (facts->name) + 1);
  row->label_end = self->labels->len;
}

/* A value counts once, however many ways lead to it. */
static void
add_to_list (WhIndexBuilder *self,
             Row            *row,
             WhFacet         facet,
             guint32         value)
{
  GArray *list = self->lists[facet];

  for (guint i = row->lists_start[facet]; i < list->len; i++)
    {
      if (g_array_index (list, guint32, i) == value)
        return;
    }

  g_array_append_val (list, value);
  row->lists_len[facet]++;
}

/* Adds a category and those above it. */
static void
add_category (WhIndexBuilder *self,
              Row            *row,
              guint32         category)
{
  for (guint level = 0; level < MAX_LEVELS; level++)
    {
      guint32 parent = g_array_index (self->parents, guint32, category);

      add_to_list (self, row, WH_FACET_CATEGORY, category);
      if (parent == category)
        return;

      category = parent;
    }
}

static void
add_lists (WhIndexBuilder   *self,
           Row              *row,
           const WhIndexRow *facts)
{
  guint32 place;

  for (guint i = 0; i < G_N_ELEMENTS (list_facets); i++)
    row->lists_start[list_facets[i]] = self->lists[list_facets[i]]->len;

  row->main_category = self->values[WH_FACET_CATEGORY].keys->len;
  for (guint i = 0; i < facts->n_categories; i++)
    {
      if (!find_place (self, WH_FACET_CATEGORY, facts->categories[i], &place))
        continue;

      if (row->lists_len[WH_FACET_CATEGORY] == 0)
        row->main_category = place;
      add_category (self, row, place);
    }

  for (guint i = 0; i < facts->n_sources; i++)
    {
      if (find_place (self, WH_FACET_SOURCE, facts->sources[i], &place))
        add_to_list (self, row, WH_FACET_SOURCE, place);
    }
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const WhIndexPair *pair_a = a;
  const WhIndexPair *pair_b = b;

  if (pair_a->role != pair_b->role)
    return pair_a->role < pair_b->role ? -1 : 1;

  if (pair_a->priority != pair_b->priority)
    return pair_a->priority < pair_b->priority ? -1 : 1;

  return (pair_a->place > pair_b->place) - (pair_a->place < pair_b->place);
}

static void
add_pairs (WhIndexBuilder   *self,
           Row              *row,
           const WhIndexRow *facts)
{
  row->pairs_start = self->pairs->len;

  for (guint i = 0; i < facts->n_priorities; i++)
    {
      WhIndexPair pair = { .place = facts->priorities[i].place, .priority = facts->priorities[i].priority };

      if (find_place (self, WH_FACET_ROLE, facts->priorities[i].role, &pair.role))
        g_array_append_val (self->pairs, pair);
    }

  row->pairs_len = self->pairs->len - row->pairs_start;
  if (row->pairs_len > 1)
    qsort (&g_array_index (self->pairs, WhIndexPair, row->pairs_start),
           row->pairs_len, sizeof (WhIndexPair), compare_pairs);
}

/**
 * wh_index_builder_add:
 *
 * Adds a library. Values that the builder was not told of are left out.
 */
void
wh_index_builder_add (WhIndexBuilder   *self,
                      const WhIndexRow *row)
{
  Row own = {
    .id = row->id,
    .best_rank = row->best_rank,
  };

  own.bytes[WH_FACET_STARS] = MIN (row->stars, WH_STARS_MAX);
  own.bytes[WH_FACET_MY_RATING] = MIN (row->my_rating, WH_STARS_MAX);
  own.bytes[WH_FACET_CONCURRENCY] = row->concurrency;
  own.bytes[WH_FACET_KIND] = row->kind;
  own.bytes[WH_FACET_STANDING] = row->standing;
  own.bytes[WH_FACET_HORIZON] = row->horizons;
  own.bytes[WH_FACET_STATUS] = row->status | (row->planned ? WH_INDEX_PLANNED : 0);

  add_text (self, &own, row);
  add_lists (self, &own, row);
  add_pairs (self, &own, row);

  g_array_append_val (self->rows, own);
}

/* By folded name, so that the order is the same in every language and for every
 * program; names alike but for case by the letters themselves, then by key.
 */
static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  WhIndexBuilder *self = user_data;
  const Row      *row_a = a;
  const Row      *row_b = b;
  const char     *text_a = self->text->str + row_a->start;
  const char     *text_b = self->text->str + row_b->start;
  const char     *key_a = self->labels->str + row_a->label_start;
  const char     *key_b = self->labels->str + row_b->label_start;
  int             result;

  while (*text_a == *text_b && *text_a != '\n')
    {
      text_a++;
      text_b++;
    }

  if (*text_a != *text_b)
    {
      guchar byte_a = *text_a == '\n' ? 0 : (guchar) *text_a;
      guchar byte_b = *text_b == '\n' ? 0 : (guchar) *text_b;

      return byte_a < byte_b ? -1 : 1;
    }

  result = strcmp (key_a + strlen (key_a) + 1, key_b + strlen (key_b) + 1);
  return result != 0 ? result : strcmp (key_a, key_b);
}

static void
sort_rows (WhIndexBuilder *self)
{
  for (guint i = 1; i < self->rows->len; i++)
    {
      if (compare_rows (&g_array_index (self->rows, Row, i - 1), &g_array_index (self->rows, Row, i), self) > 0)
        {
          g_array_sort_with_data (self->rows, compare_rows, self);
          return;
        }
    }
}

static void
build_texts (WhIndexBuilder *self,
             WhIndexBase    *base)
{
  guint32 text_len = 0;
  guint32 labels_len = 0;

  base->text = g_malloc (self->text->len + 1);
  base->labels = g_malloc (self->labels->len + 1);
  base->starts = g_new (guint32, base->n_rows + 1);
  base->texts_starts = g_new (guint32, base->n_rows);
  base->labels_starts = g_new (guint32, base->n_rows);

  for (guint i = 0; i < base->n_rows; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);
      gsize      len = row->end - row->start;
      gsize      label_len = row->label_end - row->label_start;

      memcpy (base->text + text_len, self->text->str + row->start, len);
      base->starts[i] = text_len;
      base->texts_starts[i] = text_len + (row->texts_start - row->start);
      text_len += len;

      memcpy (base->labels + labels_len, self->labels->str + row->label_start, label_len);
      base->labels_starts[i] = labels_len;
      labels_len += label_len;
    }

  base->starts[base->n_rows] = text_len;
  base->text[text_len] = '\0';
}

static void
build_list (WhIndexBuilder *self,
            WhIndexBase    *base,
            WhFacet         facet)
{
  WhIndexLists *lists = &base->lists[facet];
  guint32       len = 0;

  lists->starts = g_new (guint32, base->n_rows + 1);
  lists->values = g_new (guint32, self->lists[facet]->len);

  for (guint i = 0; i < base->n_rows; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      lists->starts[i] = len;
      for (guint j = 0; j < row->lists_len[facet]; j++)
        lists->values[len++] = g_array_index (self->lists[facet], guint32, row->lists_start[facet] + j);
    }

  lists->starts[base->n_rows] = len;
}

static void
build_pairs (WhIndexBuilder *self,
             WhIndexBase    *base)
{
  guint32 len = 0;

  base->pairs_starts = g_new (guint32, base->n_rows + 1);
  base->pairs = g_new (WhIndexPair, self->pairs->len);

  for (guint i = 0; i < base->n_rows; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      base->pairs_starts[i] = len;
      for (guint j = 0; j < row->pairs_len; j++)
        {
          base->pairs[len] = g_array_index (self->pairs, WhIndexPair, row->pairs_start + j);
          base->max_place = MAX (base->max_place, base->pairs[len].place);
          len++;
        }
    }

  base->pairs_starts[base->n_rows] = len;
}

static guint8 *
build_bytes (WhIndexBuilder *self,
             WhFacet         facet)
{
  guint8 *bytes = g_new (guint8, self->rows->len);

  for (guint i = 0; i < self->rows->len; i++)
    bytes[i] = g_array_index (self->rows, Row, i).bytes[facet];

  return bytes;
}

static void
build_columns (WhIndexBuilder *self,
               WhIndexBase    *base)
{
  base->ids = g_new (gint64, base->n_rows);
  base->main_category = g_new (guint32, base->n_rows);
  base->best_rank = g_new (guint32, base->n_rows);

  for (guint i = 0; i < base->n_rows; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      base->ids[i] = row->id;
      base->main_category[i] = row->main_category;
      base->best_rank[i] = row->best_rank;
      base->max_rank = MAX (base->max_rank, row->best_rank);
    }

  for (guint facet = 0; facet < WH_N_FACETS; facet++)
    {
      if (wh_facet_get_column (facet) == WH_COLUMN_BYTE && facet != WH_FACET_MY_RATING && facet != WH_FACET_STATUS)
        base->bytes[facet] = build_bytes (self, facet);
    }
}

/**
 * wh_index_builder_build:
 *
 * Makes the index of what was added. The builder is of no use afterwards.
 *
 * Returns: (transfer full): the index, or %NULL when there is more text than
 *   the 4 GiB that offsets can tell
 */
WhIndex *
wh_index_builder_build (WhIndexBuilder *self,
                        GError        **error)
{
  WhIndexBase *base;
  WhIndex     *index;

  if (self->text->len >= G_MAXUINT32 || self->labels->len >= G_MAXUINT32)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                   "The texts of the catalogue are too long to be searched: %" G_GSIZE_FORMAT " bytes",
                   self->text->len);
      return NULL;
    }

  sort_rows (self);

  base = g_new0 (WhIndexBase, 1);
  g_atomic_ref_count_init (&base->ref_count);
  base->n_rows = self->rows->len;

  build_texts (self, base);
  for (guint i = 0; i < G_N_ELEMENTS (list_facets); i++)
    build_list (self, base, list_facets[i]);
  build_pairs (self, base);
  build_columns (self, base);

  memcpy (base->values, self->values, sizeof self->values);
  memset (self->values, 0, sizeof self->values);
  base->category_names = g_steal_pointer (&self->category_names);

  index = g_new0 (WhIndex, 1);
  g_atomic_ref_count_init (&index->ref_count);
  index->base = base;
  index->my_rating = build_bytes (self, WH_FACET_MY_RATING);
  index->status = build_bytes (self, WH_FACET_STATUS);

  return index;
}
