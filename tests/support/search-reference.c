/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-index-private.h"

#include "search-reference.h"

static const char *const small_categories[] = { "web", "web/frameworks", "data", NULL };
static const char *const small_roles[] = { "backend", "data", NULL };
static const char *const sources[] = { "survey", "checklist", NULL };

static const char *const random_categories[] = {
  "web", "web/frameworks", "web/clients", "data", "data/frames", "data/frames/fast", "tools", NULL
};
static const char *const random_roles[] = { "backend", "data", "ops", NULL };

/* Few words, so that names collide, contain each other and differ by case alone. */
static const char *const words[] = {
  "fast", "api", "Fast", "flask", "py", "async", "io", "-", ".", " ", "9", "数据", "异步", "据库", "爬虫", "Ｗeb", "é", "É"
};

static const char *const random_texts[] = {
  "", "f", "fa", "fast", "FAST", "api", "async io", "io async", "异步", "数据库", "据", "ｆａｓｔ", "web 异步", "É", "9", "zz", "- .", "py", "data", "Web", "tool fast", "frames web async"
};

const TestCatalogue *
test_catalogue_small (void)
{
  static const TestCatalogue catalogue = { small_categories, small_roles, sources };

  return &catalogue;
}

const TestCatalogue *
test_catalogue_random (void)
{
  static const TestCatalogue catalogue = { random_categories, random_roles, sources };

  return &catalogue;
}

/* Ids are places plus 1, in one space per list. */
static gint64
id_of (const char *const *keys,
       const char        *key)
{
  for (gint64 i = 0; keys[i] != NULL; i++)
    {
      if (g_str_equal (keys[i], key))
        return i + 1;
    }

  g_assert_not_reached ();
}

static char *
dup_parent (const char *category)
{
  const char *slash = strrchr (category, '/');

  return slash != NULL ? g_strndup (category, slash - category) : NULL;
}

/* Categories are called by the last part of their keys. */
static char *
dup_name (const char *category)
{
  const char *slash = strrchr (category, '/');

  return g_strdup (slash != NULL ? slash + 1 : category);
}

static WhIndexBuilder *
begin_index (const TestCatalogue *catalogue)
{
  g_autoptr (GPtrArray) category_records = g_ptr_array_new_with_free_func ((GDestroyNotify) wh_category_free);
  g_autoptr (GPtrArray) role_records = g_ptr_array_new_with_free_func ((GDestroyNotify) wh_role_free);
  g_autoptr (GPtrArray) source_records = g_ptr_array_new_with_free_func ((GDestroyNotify) wh_source_free);

  for (guint i = 0; catalogue->categories[i] != NULL; i++)
    {
      WhCategory *category = g_new0 (WhCategory, 1);

      category->id = i + 1;
      category->key = g_strdup (catalogue->categories[i]);
      category->names = dup_name (catalogue->categories[i]);
      category->parent = dup_parent (catalogue->categories[i]);
      g_ptr_array_add (category_records, category);
    }

  for (guint i = 0; catalogue->roles[i] != NULL; i++)
    {
      WhRole *role = g_new0 (WhRole, 1);

      role->id = i + 1;
      role->key = g_strdup (catalogue->roles[i]);
      g_ptr_array_add (role_records, role);
    }

  for (guint i = 0; catalogue->sources[i] != NULL; i++)
    {
      WhSource *source = g_new0 (WhSource, 1);

      source->id = i + 1;
      source->key = g_strdup (catalogue->sources[i]);
      g_ptr_array_add (source_records, source);
    }

  return wh_index_builder_new (category_records, role_records, source_records);
}

static void
add_row (WhIndexBuilder      *builder,
         const TestCatalogue *catalogue,
         const TestRow       *row,
         gint64               id)
{
  gint64          category_ids[TEST_MAX_VALUES];
  gint64          source_ids[TEST_MAX_VALUES];
  WhIndexPriority priorities[TEST_MAX_VALUES];
  WhIndexRow      facts = {
         .id = id,
         .key = row->key,
         .name = row->name,
         .aliases = row->aliases != NULL ? row->aliases : "",
         .texts = row->texts != NULL ? row->texts : "",
         .kind = row->kind,
         .standing = row->standing,
         .concurrency = row->concurrency,
         .stars = row->stars,
         .my_rating = row->my_rating,
         .status = row->status,
         .planned = row->planned,
         .categories = category_ids,
         .sources = source_ids,
         .priorities = priorities,
         .horizons = row->horizons,
         .best_rank = row->best_rank,
  };

  for (guint i = 0; i < TEST_MAX_VALUES && row->categories[i] != NULL; i++)
    category_ids[facts.n_categories++] = id_of (catalogue->categories, row->categories[i]);
  for (guint i = 0; i < TEST_MAX_VALUES && row->sources[i] != NULL; i++)
    source_ids[facts.n_sources++] = id_of (catalogue->sources, row->sources[i]);
  for (guint i = 0; i < TEST_MAX_VALUES && row->priorities[i].role != NULL; i++)
    {
      WhIndexPriority *priority = &priorities[facts.n_priorities++];

      priority->role = id_of (catalogue->roles, row->priorities[i].role);
      priority->priority = row->priorities[i].priority;
      priority->place = row->priorities[i].place;
    }

  wh_index_builder_add (builder, &facts);
}

/* The id of a row is its place in @rows plus 1. */
WhIndex *
test_rows_build_index (const TestRow       *rows,
                       guint                n_rows,
                       const TestCatalogue *catalogue,
                       GError             **error)
{
  g_autoptr (WhIndexBuilder) builder = begin_index (catalogue);

  for (guint i = 0; i < n_rows; i++)
    add_row (builder, catalogue, &rows[i], i + 1);

  return wh_index_builder_build (builder, error);
}

static const char *
pick (GRand             *rand,
      const char *const *keys)
{
  return keys[g_rand_int_range (rand, 0, g_strv_length ((GStrv) keys))];
}

/* Interned: the tables are few and small, and live as long as the test. */
static const char *
make_text (GRand *rand,
           guint  max_words,
           char   separator)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_words = g_rand_int_range (rand, 1, max_words + 1);

  for (guint i = 0; i < n_words; i++)
    {
      if (i > 0 && separator != '\0')
        g_string_append_c (text, separator);
      g_string_append (text, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
    }

  return g_intern_string (text->str);
}

static const char *
make_key (guint i)
{
  char key[32];

  g_snprintf (key, sizeof key, "py%u-api", i);
  return g_intern_string (key);
}

TestRow *
test_rows_random (GRand *rand,
                  guint  n_rows)
{
  TestRow *rows = g_new0 (TestRow, n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      TestRow *row = &rows[i];

      row->key = make_key (i);
      row->name = make_text (rand, 3, '\0');
      row->aliases = g_rand_boolean (rand) ? make_text (rand, 2, '\n') : NULL;
      row->texts = g_rand_boolean (rand) ? make_text (rand, 6, ' ') : make_text (rand, 6, '\n');
      row->kind = g_rand_int_range (rand, WH_KIND_NONE, WH_KIND_COLLECTION + 1);
      row->standing = g_rand_int_range (rand, WH_STANDING_NONE, WH_STANDING_AVOID + 1);
      row->concurrency = g_rand_int_range (rand, WH_CONCURRENCY_NONE, WH_CONCURRENCY_BOTH + 1);
      row->stars = g_rand_int_range (rand, 0, WH_STARS_MAX + 1);
      row->my_rating = g_rand_int_range (rand, 0, WH_STARS_MAX + 1);
      row->status = g_rand_int_range (rand, WH_STATUS_NONE, WH_STATUS_SKIPPED + 1);
      row->planned = g_rand_boolean (rand);
      row->horizons = g_rand_int_range (rand, 0, 8) << WH_HORIZON_NOW;
      row->best_rank = g_rand_int_range (rand, 0, 5);

      for (gint32 j = 0, n = g_rand_int_range (rand, 0, 4); j < n; j++)
        row->categories[j] = pick (rand, random_categories);
      for (gint32 j = 0, n = g_rand_int_range (rand, 0, 3); j < n; j++)
        row->sources[j] = pick (rand, sources);
      for (gint32 j = 0, n = g_rand_int_range (rand, 0, 4); j < n; j++)
        {
          row->priorities[j].role = pick (rand, random_roles);
          row->priorities[j].priority = g_rand_int_range (rand, WH_PRIORITY_NONE, WH_PRIORITY_P2 + 1);
          row->priorities[j].place = g_rand_int_range (rand, 1, 5);
        }
    }

  return rows;
}

static const char *const *
values_of (WhFacet facet)
{
  static const char *const stars[] = { "5", "4.5", "4", "3", "0.5", "none", NULL };
  static const char *const statuses[] = { "planned", "to-learn", "learnt", "skipped", "none", NULL };
  static const char *const tags[] = { "nothing", NULL };

  switch (facet)
    {
    case WH_FACET_ROLE:
      return random_roles;
    case WH_FACET_CATEGORY:
      return random_categories;
    case WH_FACET_PRIORITY:
      return wh_priority_get_keys ();
    case WH_FACET_CONCURRENCY:
      return wh_concurrency_get_keys ();
    case WH_FACET_KIND:
      return wh_kind_get_keys ();
    case WH_FACET_STANDING:
      return wh_standing_get_keys ();
    case WH_FACET_HORIZON:
      return wh_horizon_get_keys ();
    case WH_FACET_STATUS:
      return statuses;
    case WH_FACET_SOURCE:
      return sources;
    case WH_FACET_TAG:
      return tags;
    case WH_FACET_STARS:
    case WH_FACET_MY_RATING:
    default:
      return stars;
    }
}

WhLibraryQuery *
test_query_random (GRand *rand)
{
  WhLibraryQuery *query = wh_library_query_new ();
  guint           n_facets = g_rand_int_range (rand, 0, 4);

  if (g_rand_boolean (rand))
    wh_library_query_set_text (query, random_texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (random_texts))]);

  for (guint i = 0; i < n_facets; i++)
    {
      WhFacet facet = g_rand_int_range (rand, 0, g_rand_int_range (rand, 0, 20) == 0 ? WH_N_FACETS : WH_FACET_TAG);

      wh_library_query_toggle_value (query, facet, pick (rand, values_of (facet)));
      if (g_rand_boolean (rand))
        wh_library_query_toggle_value (query, facet, pick (rand, values_of (facet)));
    }

  wh_library_query_set_sort (query, g_rand_int_range (rand, 0, WH_SORT_RANK + 1), g_rand_int_range (rand, 0, 4) == 0);
  return query;
}

/* NFKC maps full-width letters to half-width ones as folding does. */
static char *
fold_plainly (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_autoptr (GString) folded = g_string_new_take (g_utf8_strdown (normal, -1));

  while (g_string_replace (folded, "  ", " ", 0) > 0)
    continue;

  return g_string_free_and_steal (g_steal_pointer (&folded));
}

static GStrv
list_names (const TestRow *row)
{
  g_autofree char *lines = g_strjoin ("\n", row->name, row->key, row->aliases, NULL);
  g_autofree char *folded = fold_plainly (lines);

  return g_strsplit (folded, "\n", -1);
}

/* The parts of a key are the names of the category and of those above it. */
static gboolean
stands_in_category (const TestRow *row,
                    const char    *word)
{
  for (guint i = 0; i < TEST_MAX_VALUES && row->categories[i] != NULL; i++)
    {
      g_auto (GStrv) names = g_strsplit (row->categories[i], "/", -1);

      for (guint j = 0; names[j] != NULL; j++)
        {
          if (strstr (names[j], word) != NULL)
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
stands_anywhere (const TestRow *row,
                 const char    *word)
{
  g_autofree char *lines = g_strjoin ("\n", row->name, row->key, row->aliases != NULL ? row->aliases : "", row->texts, NULL);
  g_autofree char *folded = fold_plainly (lines);

  return strstr (folded, word) != NULL || stands_in_category (row, word);
}

static gboolean
is_han (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

/* 0 exact, 1 prefix, 2 word start, 3 infix, 4 not in this name. */
static guint
rate_name (const char *name,
           const char *needle)
{
  guint best = 4;

  if (g_str_equal (name, needle))
    return 0;
  if (g_str_has_prefix (name, needle))
    return 1;

  for (const char *hit = strstr (name, needle); hit != NULL; hit = strstr (hit + 1, needle))
    {
      gunichar before = g_utf8_get_char (g_utf8_prev_char (hit));
      gboolean starts = !g_unichar_isalnum (before) || is_han (before) != is_han (g_utf8_get_char (hit));

      best = MIN (best, starts ? 2 : 3);
    }

  return best;
}

static guint
rate_names (const TestRow *row,
            const char    *needle)
{
  g_auto (GStrv) names = list_names (row);
  guint best = 4;

  for (guint i = 0; names[i] != NULL; i++)
    best = MIN (best, rate_name (names[i], needle));

  return best;
}

static GStrv
split_text (const char *text)
{
  g_autofree char *folded = fold_plainly (text);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] != '\0')
        g_strv_builder_add (builder, parts[i]);
    }

  return g_strv_builder_end (builder);
}

/* Returns 5 when a word is missing. */
static guint
rate_text (const TestRow *row,
           const char    *text)
{
  g_auto (GStrv) parts = split_text (text);
  g_autofree char *phrase = g_strjoinv (" ", parts);
  guint            rate;
  guint            worst = 2;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (!stands_anywhere (row, parts[i]))
        return 5;
    }

  rate = rate_names (row, phrase);
  if (rate < 4 || parts[0] == NULL || parts[1] == NULL)
    return rate;

  for (guint i = 0; parts[i] != NULL; i++)
    worst = MAX (worst, rate_names (row, parts[i]));

  return worst;
}

static gboolean
has_stars (guint       stars,
           const char *key)
{
  if (g_str_equal (key, "none"))
    return stars == 0;

  return stars / 2.0 >= g_ascii_strtod (key, NULL);
}

static gboolean
has_category (const TestRow *row,
              const char    *key)
{
  g_autofree char *below = g_strconcat (key, "/", NULL);

  for (guint i = 0; i < TEST_MAX_VALUES && row->categories[i] != NULL; i++)
    {
      if (g_str_equal (row->categories[i], key) || g_str_has_prefix (row->categories[i], below))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_source (const TestRow *row,
            const char    *key)
{
  for (guint i = 0; i < TEST_MAX_VALUES && row->sources[i] != NULL; i++)
    {
      if (g_str_equal (row->sources[i], key))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_status (const TestRow *row,
            const char    *key)
{
  if (g_str_equal (key, "planned"))
    return row->planned;
  if (g_str_equal (key, "none"))
    return row->status == WH_STATUS_NONE;

  return g_strcmp0 (wh_status_to_key (row->status), key) == 0;
}

static gboolean
has_horizon (const TestRow *row,
             const char    *key)
{
  WhHorizon horizon;

  return wh_horizon_from_key (key, &horizon) && (row->horizons >> horizon) % 2 == 1;
}

static gboolean
has_value (const TestRow *row,
           WhFacet        facet,
           const char    *key)
{
  switch (facet)
    {
    case WH_FACET_CATEGORY:
      return has_category (row, key);
    case WH_FACET_STARS:
      return has_stars (row->stars, key);
    case WH_FACET_MY_RATING:
      return has_stars (row->my_rating, key);
    case WH_FACET_CONCURRENCY:
      return g_strcmp0 (wh_concurrency_to_key (row->concurrency), key) == 0;
    case WH_FACET_KIND:
      return g_strcmp0 (wh_kind_to_key (row->kind), key) == 0;
    case WH_FACET_STANDING:
      return g_strcmp0 (wh_standing_to_key (row->standing), key) == 0;
    case WH_FACET_HORIZON:
      return has_horizon (row, key);
    case WH_FACET_STATUS:
      return has_status (row, key);
    case WH_FACET_SOURCE:
      return has_source (row, key);
    case WH_FACET_ROLE:
    case WH_FACET_PRIORITY:
    case WH_FACET_TAG:
    default:
      return FALSE;
    }
}

static gboolean
answers_pair (const TestPriority   *pair,
              const WhLibraryQuery *query)
{
  const char *key = wh_priority_to_key (pair->priority);

  if (wh_library_query_get_values (query, WH_FACET_ROLE) != NULL &&
      !wh_library_query_has_value (query, WH_FACET_ROLE, pair->role))
    return FALSE;

  return wh_library_query_get_values (query, WH_FACET_PRIORITY) == NULL ||
         (key != NULL && wh_library_query_has_value (query, WH_FACET_PRIORITY, key));
}

/* How well row n answers the text stands in @rates: all queries of one comparison
 * have the same.
 */
typedef struct
{
  const TestRow *rows;
  guint          n_rows;
  guint         *rates;
} Table;

static guint
get_rate (const Table   *table,
          const TestRow *row)
{
  return table->rates[row - table->rows];
}

static gboolean
passes (const Table          *table,
        const TestRow        *row,
        const WhLibraryQuery *query)
{
  gboolean wants_pair = FALSE;
  gboolean has_pair = FALSE;

  if (get_rate (table, row) == 5)
    return FALSE;

  for (guint facet = 0; facet < WH_N_FACETS; facet++)
    {
      const char *const *keys = wh_library_query_get_values (query, facet);
      gboolean           any = FALSE;

      if (keys == NULL)
        continue;

      if (facet == WH_FACET_ROLE || facet == WH_FACET_PRIORITY)
        {
          wants_pair = TRUE;
          continue;
        }

      for (guint i = 0; keys[i] != NULL; i++)
        any = any || has_value (row, facet, keys[i]);
      if (!any)
        return FALSE;
    }

  for (guint i = 0; i < TEST_MAX_VALUES && row->priorities[i].role != NULL; i++)
    has_pair = has_pair || answers_pair (&row->priorities[i], query);

  return !wants_pair || has_pair;
}

static guint
count_matches (const Table          *table,
               const WhLibraryQuery *query)
{
  guint n = 0;

  for (guint i = 0; i < table->n_rows; i++)
    n += passes (table, &table->rows[i], query);

  return n;
}

static int
compare_names (const TestRow *a,
               const TestRow *b)
{
  g_autofree char *folded_a = fold_plainly (a->name);
  g_autofree char *folded_b = fold_plainly (b->name);
  int              order = strcmp (folded_a, folded_b);

  if (order == 0)
    order = strcmp (a->name, b->name);

  return order != 0 ? order : strcmp (a->key, b->key);
}

/* The best pair that answers, as priority * 100 + place. */
static guint
rate_pairs (const TestRow        *row,
            const WhLibraryQuery *query)
{
  guint best = G_MAXUINT;

  for (guint i = 0; i < TEST_MAX_VALUES && row->priorities[i].role != NULL; i++)
    {
      const TestPriority *pair = &row->priorities[i];
      guint               priority = pair->priority == WH_PRIORITY_NONE ? 99 : pair->priority;

      if (answers_pair (pair, query))
        best = MIN (best, priority * 100 + pair->place);
    }

  return best;
}

static gboolean
is_single_role (const WhLibraryQuery *query)
{
  const char *const *roles = wh_library_query_get_values (query, WH_FACET_ROLE);

  return roles != NULL && roles[1] == NULL;
}

static gboolean
has_text (const WhLibraryQuery *query)
{
  return *wh_library_query_get_text (query) != '\0';
}

/* What to sort by, smallest first; %FALSE for a row that has no such value. */
static gboolean
get_sort_value (const Table          *table,
                const TestRow        *row,
                const WhLibraryQuery *query,
                guint                *value)
{
  WhSort sort = wh_library_query_get_sort (query);

  if (sort == WH_SORT_RELEVANCE || sort == WH_SORT_DEFAULT)
    sort = has_text (query) ? WH_SORT_RELEVANCE : WH_SORT_DEFAULT;

  switch (sort)
    {
    case WH_SORT_RELEVANCE:
      *value = get_rate (table, row);
      return TRUE;
    case WH_SORT_STARS:
      *value = WH_STARS_MAX - row->stars;
      return row->stars > 0;
    case WH_SORT_MY_RATING:
      *value = WH_STARS_MAX - row->my_rating;
      return row->my_rating > 0;
    case WH_SORT_PRIORITY:
      *value = rate_pairs (row, query) / 100;
      return *value < 99;
    case WH_SORT_RANK:
      *value = row->best_rank;
      return row->best_rank > 0;
    case WH_SORT_DEFAULT:
      if (is_single_role (query))
        *value = rate_pairs (row, query);
      else if (row->categories[0] != NULL)
        *value = id_of (random_categories, row->categories[0]);
      else
        return FALSE;
      return TRUE;
    case WH_SORT_NAME:
    default:
      *value = 0;
      return TRUE;
    }
}

typedef struct
{
  const Table          *table;
  const WhLibraryQuery *query;
} Order;

static int
compare_test_rows (gconstpointer a,
                   gconstpointer b,
                   gpointer      user_data)
{
  const TestRow        *row_a = *(const TestRow *const *) a;
  const TestRow        *row_b = *(const TestRow *const *) b;
  const Order          *order = user_data;
  const WhLibraryQuery *query = order->query;
  gboolean              reversed = wh_library_query_get_reversed (query);
  guint                 value_a = 0;
  guint                 value_b = 0;
  gboolean              has_a = get_sort_value (order->table, row_a, query, &value_a);
  gboolean              has_b = get_sort_value (order->table, row_b, query, &value_b);

  if (has_a != has_b)
    return has_a ? -1 : 1;

  if (has_a && value_a != value_b)
    return (value_a < value_b ? -1 : 1) * (reversed ? -1 : 1);

  if (wh_library_query_get_sort (query) == WH_SORT_NAME && reversed)
    return compare_names (row_b, row_a);

  return compare_names (row_a, row_b);
}

static void
compare_order (const Table          *table,
               const WhLibraryQuery *query,
               WhSearchResult       *result)
{
  g_autoptr (GPtrArray) expected = g_ptr_array_new ();
  Order         order = { table, query };
  const gint64 *ids;
  guint         n_ids;

  for (guint i = 0; i < table->n_rows; i++)
    {
      if (passes (table, &table->rows[i], query))
        g_ptr_array_add (expected, (gpointer) &table->rows[i]);
    }
  g_ptr_array_sort_with_data (expected, compare_test_rows, &order);

  ids = wh_search_result_get_ids (result, &n_ids);
  g_assert_cmpuint (n_ids, ==, expected->len);
  for (guint i = 0; i < n_ids; i++)
    g_assert_cmpstr (table->rows[ids[i] - 1].key, ==, ((const TestRow *) expected->pdata[i])->key);
}

static void
compare_counts (const Table          *table,
                const WhLibraryQuery *query,
                WhSearchResult       *result)
{
  for (guint facet = 0; facet < WH_N_FACETS; facet++)
    {
      const char *const *keys = values_of (facet);

      for (guint i = 0; keys[i] != NULL; i++)
        {
          const char *const only[] = { keys[i], NULL };
          g_autoptr (WhLibraryQuery) other = wh_library_query_copy (query);

          wh_library_query_set_values (other, facet, only);
          g_assert_cmpuint (wh_search_result_get_count (result, facet, keys[i]), ==, count_matches (table, other));
        }
    }
}

static const char *
get_section_of (const TestRow        *row,
                const WhLibraryQuery *query)
{
  guint rate;

  if (is_single_role (query))
    {
      rate = rate_pairs (row, query) / 100;
      return rate < 99 ? wh_priority_to_key (rate) : "";
    }

  return row->categories[0] != NULL ? row->categories[0] : "";
}

static void
compare_sections (const Table          *table,
                  const WhLibraryQuery *query,
                  WhSearchResult       *result)
{
  WhSort                 sort = wh_library_query_get_sort (query);
  gboolean               wanted = !has_text (query) && (sort == WH_SORT_DEFAULT || sort == WH_SORT_RELEVANCE);
  const WhSearchSection *sections;
  const gint64          *ids;
  guint                  n_sections, n_ids;
  guint                  n_covered = 0;

  ids = wh_search_result_get_ids (result, &n_ids);
  sections = wh_search_result_get_sections (result, &n_sections);

  for (guint i = 0; i < n_sections; i++)
    {
      guint n_learnt = 0;

      g_assert_cmpuint (sections[i].start, ==, n_covered);
      for (guint j = 0; j < sections[i].n_items; j++)
        {
          const TestRow *row = &table->rows[ids[n_covered++] - 1];

          g_assert_cmpstr (sections[i].key, ==, get_section_of (row, query));
          n_learnt += row->status == WH_STATUS_LEARNT;
        }
      g_assert_cmpuint (sections[i].n_learnt, ==, n_learnt);
      g_assert_true (i == 0 || !g_str_equal (sections[i].key, sections[i - 1].key));
    }

  g_assert_cmpuint (n_covered, ==, wanted ? n_ids : 0);
}

static void
compare_gained (const Table          *table,
                const WhLibraryQuery *query,
                WhSearchResult       *result)
{
  guint   n_matches = wh_search_result_get_n_matches (result);
  guint   most = 0;
  guint   n_gained = 0;
  WhFacet facet;

  for (guint i = 0; i < WH_N_FACETS; i++)
    {
      g_autoptr (WhLibraryQuery) other = wh_library_query_copy (query);

      wh_library_query_set_values (other, i, NULL);
      most = MAX (most, count_matches (table, other) - n_matches);
    }

  g_assert_true (wh_search_result_get_most_excluding (result, &facet, &n_gained) ==
                 (wh_library_query_get_n_facets (query) > 0));
  g_assert_cmpuint (n_gained, ==, most);
}

/**
 * test_reference_compare:
 *
 * Asserts that @result is exactly what the rules say about @query.
 */
void
test_reference_compare (const TestRow        *rows,
                        guint                 n_rows,
                        WhIndex              *index,
                        const WhLibraryQuery *query,
                        WhSearchResult       *result)
{
  g_autofree guint *rates = g_new (guint, n_rows);
  Table             table = { rows, n_rows, rates };

  for (guint i = 0; i < n_rows; i++)
    rates[i] = rate_text (&rows[i], wh_library_query_get_text (query));

  g_assert_cmpuint (wh_index_get_n_libraries (index), ==, n_rows);
  g_assert_cmpuint (wh_search_result_get_n_matches (result), ==, count_matches (&table, query));

  compare_order (&table, query, result);
  compare_counts (&table, query, result);
  compare_sections (&table, query, result);
  compare_gained (&table, query, result);
}
