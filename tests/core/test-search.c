/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "search-reference.h"
#include "wh-search.h"

/* Three categories (web, web/frameworks, data), two roles, two sources; enough to
 * read the tests without looking anything up.
 */
static const TestRow rows[] = {
  { .key = "fastapi", .name = "FastAPI", .texts = "Modern asynchronous web framework\n现代异步 Web 框架", .kind = WH_KIND_LIBRARY, .standing = WH_STANDING_CURRENT, .concurrency = WH_CONCURRENCY_ASYNC, .stars = 10, .status = WH_STATUS_LEARNT, .planned = TRUE, .my_rating = 9, .best_rank = 2, .categories = { "web/frameworks" }, .sources = { "survey", "checklist" }, .horizons = 1 << WH_HORIZON_NOW, .priorities = { { "backend", WH_PRIORITY_P0, 1 }, { "data", WH_PRIORITY_P2, 3 } } },
  { .key = "django", .name = "Django", .aliases = "姜戈", .texts = "The framework with batteries\n自带电池的框架", .kind = WH_KIND_LIBRARY, .standing = WH_STANDING_CURRENT, .concurrency = WH_CONCURRENCY_BOTH, .stars = 9, .status = WH_STATUS_LEARNING, .planned = TRUE, .categories = { "web/frameworks" }, .sources = { "survey" }, .priorities = { { "backend", WH_PRIORITY_P0, 1 } } },
  { .key = "aiohttp", .name = "aiohttp", .texts = "Asynchronous HTTP client and server\n异步 HTTP 客户端与服务器", .kind = WH_KIND_LIBRARY, .standing = WH_STANDING_CURRENT, .concurrency = WH_CONCURRENCY_ASYNC, .stars = 8, .best_rank = 1, .categories = { "web" }, .sources = { "survey" }, .priorities = { { "backend", WH_PRIORITY_P1, 2 } } },
  { .key = "pandas", .name = "pandas", .aliases = "熊猫", .texts = "Tables of data\n数据表格", .kind = WH_KIND_LIBRARY, .standing = WH_STANDING_CURRENT, .stars = 10, .categories = { "data", "web" }, .sources = { "checklist" }, .horizons = 1 << WH_HORIZON_NOW, .priorities = { { "data", WH_PRIORITY_P0, 1 } } },
  { .key = "scrapy", .name = "Scrapy", .texts = "Crawls the web\n爬虫框架", .kind = WH_KIND_LIBRARY, .standing = WH_STANDING_CURRENT, .categories = { "web" }, .sources = { "checklist" } },
  { .key = "asyncio", .name = "asyncio", .texts = "Event loop of the standard library\n标准库的事件循环", .kind = WH_KIND_STDLIB, .standing = WH_STANDING_CURRENT, .concurrency = WH_CONCURRENCY_ASYNC, .categories = { "data" }, .sources = { "survey" } },
  { .key = "redis-server", .name = "Redis", .texts = "Keeps data in memory\n内存数据库", .kind = WH_KIND_SERVICE, .standing = WH_STANDING_LEGACY, .sources = { "survey" } },
};

static WhIndex *
build_index (void)
{
  g_autoptr (GError) error = NULL;
  WhIndex *index = test_rows_build_index (rows, G_N_ELEMENTS (rows), test_catalogue_small (), &error);

  g_assert_no_error (error);
  return index;
}

/* "fastapi django" for the keys in order, "P0:fastapi django P1:aiohttp" with sections. */
static char *
describe (WhIndex        *index,
          WhSearchResult *result)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const gint64 *ids;
  guint         n_ids;

  ids = wh_search_result_get_ids (result, &n_ids);
  for (guint i = 0; i < n_ids; i++)
    {
      const WhSearchSection *section = wh_search_result_find_section (result, i);
      guint                  row;

      if (i > 0)
        g_string_append_c (text, ' ');
      if (section != NULL && section->start == i)
        g_string_append_printf (text, "%s:", section->key);
      g_assert_true (wh_index_find_id (index, ids[i], &row));
      g_string_append (text, wh_index_get_key (index, row));
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* @chosen: "role=backend", "kind=tool|stdlib": one string per facet. */
static WhLibraryQuery *
make_query (const char        *text,
            const char *const *chosen,
            WhSort             sort)
{
  WhLibraryQuery *query = wh_library_query_new ();

  wh_library_query_set_text (query, text);
  wh_library_query_set_sort (query, sort, FALSE);

  for (guint i = 0; chosen != NULL && chosen[i] != NULL; i++)
    {
      g_auto (GStrv) sides = g_strsplit (chosen[i], "=", 2);
      g_auto (GStrv) keys = g_strsplit (sides[1], "|", -1);
      WhFacet facet;

      g_assert_true (wh_facet_from_key (sides[0], &facet));
      wh_library_query_set_values (query, facet, (const char *const *) keys);
    }

  return query;
}

static void
assert_answer (const char        *text,
               const char *const *chosen,
               WhSort             sort,
               const char        *expected)
{
  g_autoptr (WhIndex) index = build_index ();
  g_autoptr (WhLibraryQuery) query = make_query (text, chosen, sort);
  g_autoptr (WhSearchResult) result = wh_search (index, query, NULL);
  g_autofree char *answer = describe (index, result);

  g_assert_cmpstr (answer, ==, expected);
}

static void
assert_filter (const char *chosen,
               const char *expected)
{
  const char *const facets[] = { chosen, NULL };

  assert_answer (NULL, facets, WH_SORT_NAME, expected);
}

static void
test_search_text (void)
{
  assert_answer ("FAST", NULL, WH_SORT_DEFAULT, "fastapi");
  assert_answer ("asynchronous", NULL, WH_SORT_DEFAULT, "aiohttp fastapi");
  assert_answer ("jango", NULL, WH_SORT_DEFAULT, "django");
  assert_answer ("redis-server", NULL, WH_SORT_DEFAULT, "redis-server");
  assert_answer ("zzzz", NULL, WH_SORT_DEFAULT, "");
}

static void
test_search_chinese (void)
{
  assert_answer ("异步", NULL, WH_SORT_DEFAULT, "aiohttp fastapi");
  assert_answer ("爬虫", NULL, WH_SORT_DEFAULT, "scrapy");
  assert_answer ("熊猫", NULL, WH_SORT_DEFAULT, "pandas");
  assert_answer ("框", NULL, WH_SORT_DEFAULT, "django fastapi scrapy");
  assert_answer ("ｆａｓｔ　ＡＰＩ", NULL, WH_SORT_DEFAULT, "fastapi");
}

static void
test_search_words (void)
{
  assert_answer ("web 框架", NULL, WH_SORT_DEFAULT, "django fastapi scrapy");
  assert_answer ("  框架\tweb ", NULL, WH_SORT_DEFAULT, "django fastapi scrapy");
  assert_answer ("web web framework", NULL, WH_SORT_DEFAULT, "django fastapi");
  assert_answer ("web zzzz", NULL, WH_SORT_DEFAULT, "");
}

/* "exact prefix word infix text" */
static void
assert_matches (const char        *text,
                const char *const *chosen,
                const char        *expected)
{
  g_autoptr (WhIndex) index = build_index ();
  g_autoptr (WhLibraryQuery) query = make_query (text, chosen, WH_SORT_DEFAULT);
  g_autoptr (WhSearchResult) result = NULL;
  g_autoptr (GString) counts = g_string_new (NULL);

  wh_library_query_set_limit (query, 1);
  result = wh_search (index, query, NULL);
  for (guint match = 0; match < WH_N_MATCHES; match++)
    g_string_append_printf (counts, match > 0 ? " %u" : "%u", wh_search_result_get_n_by_match (result, match));

  g_assert_cmpstr (counts->str, ==, expected);
}

static void
test_search_counts_matches (void)
{
  static const char *const in_survey[] = { "source=survey", "stars=5", NULL };

  assert_matches (NULL, NULL, "0 0 0 0 0");
  assert_matches ("pandas", NULL, "1 0 0 0 0");
  assert_matches ("redis", NULL, "1 0 0 0 0");
  assert_matches ("server", NULL, "0 0 1 0 1");
  assert_matches ("da", NULL, "0 0 0 1 2");
  assert_matches ("framework", NULL, "0 0 0 0 2");
  assert_matches ("framework", in_survey, "0 0 0 0 1");
}

/* Also when the library's own texts do not have the word; what is called so comes first. */
static void
test_search_categories (void)
{
  static const TestRow filed[] = {
    { .key = "a-child", .name = "Flask", .texts = "", .categories = { "web/frameworks" } },
    { .key = "a-second", .name = "Pandas", .texts = "tables", .categories = { "data", "web" } },
    { .key = "a-name", .name = "Tornado Web", .texts = "", .categories = { "data" } },
    { .key = "a-text", .name = "Uvicorn", .texts = "serves the web" },
    { .key = "a-nothing", .name = "Polars", .texts = "", .categories = { "data" } },
  };
  static const char *const answers[][2] = {
    { "WEB", "a-name a-child a-second a-text" },
    { "framework", "a-child" },
    { "data web", "a-second a-name" },
    { "web tables", "a-second" },
    { "web zzzz", "" },
    { "web\tframeworks", "a-child" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (WhIndex) index = test_rows_build_index (filed, G_N_ELEMENTS (filed), test_catalogue_small (), &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (WhLibraryQuery) query = make_query (answers[i][0], NULL, WH_SORT_DEFAULT);
      g_autoptr (WhSearchResult) result = wh_search (index, query, NULL);
      g_autofree char *answer = describe (index, result);

      g_assert_cmpstr (answer, ==, answers[i][1]);
    }
}

static void
test_search_relevance (void)
{
  static const TestRow ranked[] = {
    { .key = "a-text", .name = "Alpha", .texts = "like flask" },
    { .key = "a-infix", .name = "Beta", .aliases = "miniflask" },
    { .key = "a-word", .name = "Gamma flask" },
    { .key = "a-prefix", .name = "Flask-Login" },
    { .key = "flask", .name = "Zeta" },
    { .key = "a-han", .name = "微flask" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (WhIndex) index = test_rows_build_index (ranked, G_N_ELEMENTS (ranked), test_catalogue_small (), &error);
  g_autoptr (WhLibraryQuery) query = make_query ("Flask", NULL, WH_SORT_DEFAULT);
  g_autoptr (WhSearchResult) result = wh_search (index, query, NULL);
  g_autofree char *answer = describe (index, result);

  g_assert_cmpstr (answer, ==, "flask a-prefix a-word a-han a-infix a-text");
}

static void
test_search_filters (void)
{
  assert_filter ("role=backend", "aiohttp django fastapi");
  assert_filter ("role=backend|data", "aiohttp django fastapi pandas");
  assert_filter ("category=web", "aiohttp django fastapi pandas scrapy");
  assert_filter ("category=web/frameworks", "django fastapi");
  assert_filter ("priority=P0", "django fastapi pandas");
  assert_filter ("stars=4.5", "django fastapi pandas");
  assert_filter ("stars=none|5", "asyncio fastapi pandas redis-server scrapy");
  assert_filter ("my-rating=4", "fastapi");
  assert_filter ("concurrency=async", "aiohttp asyncio fastapi");
  assert_filter ("concurrency=sync|both", "django");
  assert_filter ("kind=stdlib|service", "asyncio redis-server");
  assert_filter ("standing=legacy", "redis-server");
  assert_filter ("horizon=now", "fastapi pandas");
  assert_filter ("status=learnt", "fastapi");
  assert_filter ("status=planned", "django fastapi");
  assert_filter ("status=none", "aiohttp asyncio pandas redis-server scrapy");
  assert_filter ("source=checklist", "fastapi pandas scrapy");
  assert_filter ("tag=anything", "");
  assert_filter ("role=nobody", "");
  assert_filter ("stars=many", "");
}

static void
test_search_priority_belongs_to_role (void)
{
  static const char *const p2_of_backend[] = { "role=backend", "priority=P2", NULL };
  static const char *const p2_of_data[] = { "role=data", "priority=P2", NULL };

  assert_answer (NULL, p2_of_backend, WH_SORT_NAME, "");
  assert_answer (NULL, p2_of_data, WH_SORT_NAME, "fastapi");
}

static void
test_search_orders (void)
{
  static const char *const rated[] = { "category=web", NULL };

  assert_answer (NULL, rated, WH_SORT_NAME, "aiohttp django fastapi pandas scrapy");
  assert_answer (NULL, rated, WH_SORT_STARS, "fastapi pandas django aiohttp scrapy");
  assert_answer (NULL, rated, WH_SORT_MY_RATING, "fastapi aiohttp django pandas scrapy");
  assert_answer (NULL, rated, WH_SORT_PRIORITY, "django fastapi pandas aiohttp scrapy");
  assert_answer (NULL, rated, WH_SORT_RANK, "aiohttp fastapi django pandas scrapy");
}

static void
test_search_reversed_keeps_unrated_last (void)
{
  static const char *const chosen[] = { "category=web", NULL };
  g_autoptr (WhIndex) index = build_index ();
  g_autoptr (WhLibraryQuery) query = make_query (NULL, chosen, WH_SORT_STARS);
  g_autoptr (WhSearchResult) result = NULL;
  g_autofree char *answer = NULL;

  wh_library_query_set_sort (query, WH_SORT_STARS, TRUE);
  result = wh_search (index, query, NULL);
  answer = describe (index, result);
  g_assert_cmpstr (answer, ==, "aiohttp django fastapi pandas scrapy");
}

/* Whatever a file calls a rank: sorting takes the memory of the libraries, not of it. */
static void
test_search_endless_rank (void)
{
  const TestRow strange[] = {
    { .key = "a", .name = "A", .best_rank = G_MAXINT },
    { .key = "b", .name = "B", .best_rank = 3 },
    { .key = "c", .name = "C" },
    { .key = "d", .name = "D", .best_rank = G_MAXINT },
    { .key = "e", .name = "E", .best_rank = G_MAXINT - 1 },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (WhIndex) index = test_rows_build_index (strange, G_N_ELEMENTS (strange), test_catalogue_small (), &error);
  g_autoptr (WhLibraryQuery) query = make_query (NULL, NULL, WH_SORT_RANK);
  g_autoptr (WhLibraryQuery) reversed = wh_library_query_copy (query);
  g_autoptr (WhSearchResult) result = NULL;
  g_autoptr (WhSearchResult) reversed_result = NULL;
  g_autofree char *answer = NULL;
  g_autofree char *reversed_answer = NULL;

  g_assert_no_error (error);
  result = wh_search (index, query, NULL);
  answer = describe (index, result);
  g_assert_cmpstr (answer, ==, "b e a d c");

  wh_library_query_set_sort (reversed, WH_SORT_RANK, TRUE);
  reversed_result = wh_search (index, reversed, NULL);
  reversed_answer = describe (index, reversed_result);
  g_assert_cmpstr (reversed_answer, ==, "a d e b c");
}

static void
test_search_sections (void)
{
  static const char *const one_role[] = { "role=backend", NULL };
  static const char *const two_roles[] = { "role=backend|data", NULL };

  assert_answer (NULL, one_role, WH_SORT_DEFAULT, "P0:django fastapi P1:aiohttp");
  assert_answer (NULL, two_roles, WH_SORT_DEFAULT, "web:aiohttp web/frameworks:django fastapi data:pandas");
  assert_answer (NULL, NULL, WH_SORT_DEFAULT,
                 "web:aiohttp scrapy web/frameworks:django fastapi data:asyncio pandas :redis-server");
  assert_answer (NULL, one_role, WH_SORT_RELEVANCE, "P0:django fastapi P1:aiohttp");
  assert_answer ("a", one_role, WH_SORT_DEFAULT, "aiohttp django fastapi");
}

static void
test_search_section_progress (void)
{
  static const char *const one_role[] = { "role=backend", NULL };
  g_autoptr (WhIndex) index = build_index ();
  g_autoptr (WhLibraryQuery) query = make_query (NULL, one_role, WH_SORT_DEFAULT);
  g_autoptr (WhSearchResult) result = wh_search (index, query, NULL);
  const WhSearchSection *sections;
  guint                  n_sections;

  sections = wh_search_result_get_sections (result, &n_sections);
  g_assert_cmpuint (n_sections, ==, 2);
  g_assert_cmpint (sections[0].facet, ==, WH_FACET_PRIORITY);
  g_assert_cmpuint (sections[0].n_items, ==, 2);
  g_assert_cmpuint (sections[0].n_learnt, ==, 1);
  g_assert_cmpuint (sections[1].start, ==, 2);
  g_assert_cmpuint (sections[1].n_learnt, ==, 0);
  g_assert_null (wh_search_result_find_section (result, 3));

  g_assert_cmpuint (wh_search_result_get_n_matches (result), ==, 3);
  g_assert_cmpuint (wh_search_result_get_n_planned (result), ==, 2);
}

static void
test_search_role_without_priorities (void)
{
  static const TestRow steps[] = {
    { .key = "a", .name = "a", .priorities = { { "backend", WH_PRIORITY_NONE, 2 } } },
    { .key = "b", .name = "b", .priorities = { { "backend", WH_PRIORITY_NONE, 1 } } },
    { .key = "c", .name = "c" },
  };
  static const char *const one_role[] = { "role=backend", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (WhIndex) index = test_rows_build_index (steps, G_N_ELEMENTS (steps), test_catalogue_small (), &error);
  g_autoptr (WhLibraryQuery) query = make_query (NULL, one_role, WH_SORT_DEFAULT);
  g_autoptr (WhSearchResult) result = wh_search (index, query, NULL);
  g_autofree char *answer = describe (index, result);

  g_assert_cmpstr (answer, ==, ":b a");
}

static void
test_search_limit (void)
{
  g_autoptr (WhIndex) index = build_index ();
  g_autoptr (WhLibraryQuery) query = wh_library_query_new ();
  g_autoptr (WhSearchResult) result = NULL;
  g_autofree char *answer = NULL;

  wh_library_query_set_limit (query, 3);
  result = wh_search (index, query, NULL);
  answer = describe (index, result);

  g_assert_cmpstr (answer, ==, "web:aiohttp scrapy web/frameworks:django");
  g_assert_cmpuint (wh_search_result_get_n_matches (result), ==, G_N_ELEMENTS (rows));
  g_assert_cmpuint (wh_search_result_get_count (result, WH_FACET_KIND, "stdlib"), ==, 1);
}

static void
test_search_counts (void)
{
  static const char *const chosen[] = { "role=backend", "priority=P0", "stars=5", NULL };
  g_autoptr (WhIndex) index = build_index ();
  g_autoptr (WhLibraryQuery) query = make_query (NULL, chosen, WH_SORT_DEFAULT);
  g_autoptr (WhSearchResult) result = wh_search (index, query, NULL);

  g_assert_cmpuint (wh_search_result_get_n_matches (result), ==, 1);
  g_assert_cmpuint (wh_search_result_get_count (result, WH_FACET_ROLE, "data"), ==, 1);
  g_assert_cmpuint (wh_search_result_get_count (result, WH_FACET_PRIORITY, "P1"), ==, 0);
  g_assert_cmpuint (wh_search_result_get_count (result, WH_FACET_STARS, "4"), ==, 2);
  g_assert_cmpuint (wh_search_result_get_count (result, WH_FACET_CATEGORY, "web"), ==, 1);
  g_assert_cmpuint (wh_search_result_get_count (result, WH_FACET_CATEGORY, "data"), ==, 0);
  g_assert_cmpuint (wh_search_result_get_count (result, WH_FACET_CATEGORY, "nowhere"), ==, 0);
}

static void
assert_most_excluding (const char        *text,
                       const char *const *chosen,
                       WhFacet            expected,
                       guint              expected_gained)
{
  g_autoptr (WhIndex) index = build_index ();
  g_autoptr (WhLibraryQuery) query = make_query (text, chosen, WH_SORT_DEFAULT);
  g_autoptr (WhSearchResult) result = wh_search (index, query, NULL);
  WhFacet facet;
  guint   n_gained;

  g_assert_true (wh_search_result_get_most_excluding (result, &facet, &n_gained));
  g_assert_cmpint (facet, ==, expected);
  g_assert_cmpuint (n_gained, ==, expected_gained);
}

static void
test_search_most_excluding (void)
{
  static const char *const kind[] = { "kind=service", "role=backend", NULL };
  static const char *const pair[] = { "priority=P2", "role=backend", NULL };
  static const char *const both[] = { "standing=avoid", "my-rating=5", "kind=library", NULL };
  g_autoptr (WhIndex) index = build_index ();
  g_autoptr (WhLibraryQuery) query = make_query ("zzzz", NULL, WH_SORT_DEFAULT);
  g_autoptr (WhSearchResult) result = wh_search (index, query, NULL);
  WhFacet facet;
  guint   n_gained;

  assert_most_excluding (NULL, kind, WH_FACET_KIND, 3);
  assert_most_excluding (NULL, pair, WH_FACET_PRIORITY, 3);
  assert_most_excluding ("a", both, WH_FACET_MY_RATING, 0);
  g_assert_false (wh_search_result_get_most_excluding (result, &facet, &n_gained));
}

static void
test_search_cancelled (void)
{
  g_autoptr (WhIndex) index = build_index ();
  g_autoptr (WhLibraryQuery) query = make_query ("a", NULL, WH_SORT_DEFAULT);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (wh_search (index, query, cancellable));
}

static void
test_search_index_patched (void)
{
  static const char *const learnt[] = { "status=learnt", NULL };
  g_autoptr (WhIndex) index = build_index ();
  g_autoptr (WhIndex) patched = NULL;
  g_autoptr (WhLibraryQuery) query = make_query (NULL, learnt, WH_SORT_NAME);
  g_autoptr (WhSearchResult) before = NULL;
  g_autoptr (WhSearchResult) after = NULL;
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autofree char *answer_before = NULL;
  g_autofree char *answer_after = NULL;
  WhUserRecord     scrapy = { .key = "scrapy", .status = WH_STATUS_LEARNT, .planned = TRUE, .my_rating = 7 };
  WhUserRecord     topic = { .key = "gil", .status = WH_STATUS_LEARNT };

  g_ptr_array_add (records, &scrapy);
  g_ptr_array_add (records, &topic);
  patched = wh_index_with_user_records (index, records);

  before = wh_search (index, query, NULL);
  after = wh_search (patched, query, NULL);
  answer_before = describe (index, before);
  answer_after = describe (patched, after);

  g_assert_cmpstr (answer_before, ==, "fastapi");
  g_assert_cmpstr (answer_after, ==, "fastapi scrapy");
  g_assert_cmpuint (wh_search_result_get_count (after, WH_FACET_MY_RATING, "3.5"), ==, 2);
}

static void
test_search_index_by_key (void)
{
  g_autoptr (WhIndex) index = build_index ();
  guint row;

  g_assert_true (wh_index_find_key (index, "fastapi", &row));
  g_assert_cmpstr (wh_index_get_name (index, row), ==, "FastAPI");
  g_assert_false (wh_index_find_key (index, "fastap", &row));
  g_assert_true (wh_index_has_value (index, WH_FACET_CATEGORY, "web/frameworks"));
  g_assert_false (wh_index_has_value (index, WH_FACET_CATEGORY, "frameworks"));
  g_assert_true (wh_index_has_value (index, WH_FACET_STARS, "3.5"));
  g_assert_false (wh_index_has_value (index, WH_FACET_STARS, "5.5"));
  g_assert_cmpstr (wh_index_get_values (index, WH_FACET_ROLE)[0], ==, "backend");
}

/* A value occurs exactly when the unfiltered search counts some library for it. */
static void
test_search_index_occurs (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autofree TestRow *few = test_rows_random (rand, 4);
  g_autoptr (GError) error = NULL;
  g_autoptr (WhIndex) index = test_rows_build_index (few, 4, test_catalogue_random (), &error);
  g_autoptr (WhLibraryQuery) everything = wh_library_query_new ();
  g_autoptr (WhSearchResult) result = wh_search (index, everything, NULL);
  guint n_absent = 0;

  g_assert_no_error (error);

  for (guint facet = 0; facet < WH_N_FACETS; facet++)
    {
      const char *const *keys = wh_index_get_values (index, facet);

      for (guint i = 0; keys[i] != NULL; i++)
        {
          gboolean counted = wh_search_result_get_count (result, facet, keys[i]) > 0;

          g_assert_cmpint (wh_index_occurs (index, facet, keys[i]), ==, counted);
          n_absent += !counted;
        }
    }

  g_assert_cmpuint (n_absent, >, 0);
  g_assert_false (wh_index_occurs (index, WH_FACET_CATEGORY, "no such category"));
}

/* Random catalogues and queries must come out as the plain reference says. */
static void
test_search_as_reference (void)
{
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
      guint               n_rows = g_rand_int_range (rand, 0, 120);
      g_autofree TestRow *random_rows = test_rows_random (rand, n_rows);
      g_autoptr (GError) error = NULL;
      g_autoptr (WhIndex) index = test_rows_build_index (random_rows, n_rows, test_catalogue_random (), &error);

      g_assert_no_error (error);

      for (guint i = 0; i < 25; i++)
        {
          g_autoptr (WhLibraryQuery) query = test_query_random (rand);
          g_autoptr (WhSearchResult) result = wh_search (index, query, NULL);

          test_reference_compare (random_rows, n_rows, index, query, result);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/text", test_search_text);
  g_test_add_func ("/search/chinese", test_search_chinese);
  g_test_add_func ("/search/words", test_search_words);
  g_test_add_func ("/search/counts-matches", test_search_counts_matches);
  g_test_add_func ("/search/categories", test_search_categories);
  g_test_add_func ("/search/relevance", test_search_relevance);
  g_test_add_func ("/search/filters", test_search_filters);
  g_test_add_func ("/search/priority-belongs-to-role", test_search_priority_belongs_to_role);
  g_test_add_func ("/search/index-occurs", test_search_index_occurs);
  g_test_add_func ("/search/orders", test_search_orders);
  g_test_add_func ("/search/reversed-keeps-unrated-last", test_search_reversed_keeps_unrated_last);
  g_test_add_func ("/search/endless-rank", test_search_endless_rank);
  g_test_add_func ("/search/sections", test_search_sections);
  g_test_add_func ("/search/section-progress", test_search_section_progress);
  g_test_add_func ("/search/role-without-priorities", test_search_role_without_priorities);
  g_test_add_func ("/search/limit", test_search_limit);
  g_test_add_func ("/search/counts", test_search_counts);
  g_test_add_func ("/search/most-excluding", test_search_most_excluding);
  g_test_add_func ("/search/cancelled", test_search_cancelled);
  g_test_add_func ("/search/index-patched", test_search_index_patched);
  g_test_add_func ("/search/index-by-key", test_search_index_by_key);
  g_test_add_func ("/search/as-reference", test_search_as_reference);

  return g_test_run ();
}
