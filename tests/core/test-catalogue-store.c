/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-catalogue-store.h"
#include "wh-catalogue-subjects.h"
#include "wh-database-private.h"

#include "every-subject.h"

typedef struct
{
  WhDatabase *database;
  gint64      django;
} Fixture;

static void
fixture_set_up (Fixture      *fixture,
                gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  fixture->database = every_subject_open (":memory:");
  fixture->django = wh_store_find_library (fixture->database, "django", &error);
  g_assert_no_error (error);
}

static void
fixture_tear_down (Fixture      *fixture,
                   gconstpointer user_data)
{
  g_assert_finalize_object (fixture->database);
}

static void
execute (Fixture    *fixture,
         const char *sql)
{
  g_autoptr (GError) error = NULL;

  wh_database_exec (fixture->database, sql, &error);
  g_assert_no_error (error);
}

#define assert_strings(strings, expected)                            \
  G_STMT_START                                                       \
  {                                                                  \
    g_autofree char *joined = g_strjoinv (" ", (char **) (strings)); \
    g_assert_cmpstr (joined, ==, expected);                          \
  }                                                                  \
  G_STMT_END

static void
test_store_loads_library (Fixture      *fixture,
                          gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhLibraryRecord) library = wh_store_load_library (fixture->database, fixture->django, "en", &error);

  g_assert_no_error (error);
  g_assert_cmpint (library->id, ==, fixture->django);
  g_assert_cmpstr (library->key, ==, "django");
  g_assert_cmpstr (library->name, ==, "Django");
  g_assert_cmpstr (library->summary, ==, "Large");
  g_assert_cmpint (library->kind, ==, WH_KIND_LIBRARY);
  g_assert_cmpint (library->standing, ==, WH_STANDING_SUPERSEDED);
  g_assert_cmpint (library->concurrency, ==, WH_CONCURRENCY_NONE);
  g_assert_cmpuint (library->stars, ==, 9);
  g_assert_cmpstr (library->category, ==, "web/frameworks");
  g_assert_cmpstr (library->category_name, ==, "Web › Frameworks");
  g_assert_false (library->gone);
  g_assert_cmpuint (library->my_rating, ==, 0);
  g_assert_cmpint (library->status, ==, WH_STATUS_NONE);
  g_assert_false (library->planned);
}

static void
test_store_shows_the_user (Fixture      *fixture,
                           gconstpointer user_data)
{
  g_autoptr (WhLibraryRecord) library = NULL;

  execute (fixture,
           "INSERT INTO user_rating VALUES ('django', 7, 0);"
           "INSERT INTO user_status (key, place, status, changed_at) VALUES ('django', 1, 'learning', 0), ('django', 2, 'learnt', 1);"
           "INSERT INTO plan_item (plan_id, key, place, added_at) VALUES (1, 'django', 1, 0);");

  library = wh_store_load_library (fixture->database, fixture->django, "en", NULL);
  g_assert_cmpuint (library->my_rating, ==, 7);
  g_assert_cmpint (library->status, ==, WH_STATUS_LEARNT);
  g_assert_true (library->planned);
}

/* The language asked for, then what is nearest to it, then English, then what there is. */
static void
test_store_chooses_language (Fixture      *fixture,
                             gconstpointer user_data)
{
  g_autoptr (WhLibraryRecord) chinese = wh_store_load_library (fixture->database, fixture->django, "zh_CN", NULL);
  g_autoptr (WhLibraryRecord) traditional = wh_store_load_library (fixture->database, fixture->django, "zh_TW", NULL);
  g_autoptr (WhLibraryRecord) german = wh_store_load_library (fixture->database, fixture->django, "de", NULL);
  g_autoptr (WhLibraryRecord) any = NULL;

  g_assert_cmpstr (chinese->summary, ==, "译Large");
  g_assert_cmpstr (chinese->category_name, ==, "译Web › 译Frameworks");
  g_assert_cmpstr (traditional->summary, ==, "译Large");
  g_assert_cmpstr (german->summary, ==, "Large");

  execute (fixture, "DELETE FROM text WHERE language = 'en'");
  any = wh_store_load_library (fixture->database, fixture->django, "de", NULL);
  g_assert_cmpstr (any->summary, ==, "译Large");
}

static void
test_store_finds_libraries (Fixture      *fixture,
                            gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhLibraryRecord) none = NULL;
  g_autofree char *current = NULL;

  /* By the key it had before. */
  g_assert_cmpint (wh_store_find_library (fixture->database, "djngo", &error), ==, fixture->django);
  g_assert_no_error (error);
  current = wh_store_dup_current_key (fixture->database, "djngo", &error);
  g_assert_cmpstr (current, ==, "django");

  g_assert_cmpint (wh_store_find_library (fixture->database, "cherrypy", &error), ==, 0);
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND);
  g_assert_true (strstr (error->message, "cherrypy") != NULL);
  g_clear_error (&error);

  none = wh_store_load_library (fixture->database, 4711, "en", &error);
  g_assert_null (none);
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND);
}

/* Keys that were renamed in a circle must not hang the program. */
static void
test_store_survives_circular_renames (Fixture      *fixture,
                                      gconstpointer user_data)
{
  g_autofree char *current = NULL;

  execute (fixture, "INSERT INTO renamed_key (id, collection, old_key, new_key) VALUES (1, 1, 'a', 'b'), (2, 1, 'b', 'a')");
  current = wh_store_dup_current_key (fixture->database, "a", NULL);
  g_assert_nonnull (current);
}

static void
test_store_shows_gone_libraries (Fixture      *fixture,
                                 gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhLibraryRecord) library = NULL;
  g_autoptr (WhLibraryDetails) details = NULL;
  gint64 id;

  execute (fixture, "INSERT INTO library (key, name) VALUES ('old', 'Old')");
  id = wh_store_find_library (fixture->database, "old", &error);
  library = wh_store_load_library (fixture->database, id, "en", &error);
  details = wh_store_load_details (fixture->database, id, "en", &error);

  g_assert_no_error (error);
  g_assert_true (library->gone);
  g_assert_cmpstr (library->name, ==, "Old");
  g_assert_cmpstr (library->summary, ==, "");
  g_assert_null (library->category);
  g_assert_cmpint (library->kind, ==, WH_KIND_NONE);
  g_assert_cmpuint (details->statements->len, ==, 0);
}

static void
test_store_loads_details (Fixture      *fixture,
                          gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhLibraryDetails) details = wh_store_load_details (fixture->database, fixture->django, "en", &error);
  const WhRating             *rating;
  const WhStatement          *statement;
  const WhRolePriority       *priority;
  const WhRelation           *relation;
  const WhLibraryCounterpart *counterpart;
  const WhLibraryOrder       *order;
  const WhLibraryRanking     *ranking;
  const WhExample            *example;

  g_assert_no_error (error);
  assert_strings (details->aliases, "dj");
  assert_strings (details->imports, "djcore");
  assert_strings (details->categories, "web/frameworks web");
  assert_strings (details->horizons, "");
  assert_strings (details->sources, "survey");
  g_assert_cmpstr (details->standing_by, ==, "flask");
  g_assert_cmpstr (details->standing_reason, ==, "Just so");
  g_assert_null (details->install);

  g_assert_cmpuint (details->ratings->len, ==, 1);
  rating = g_ptr_array_index (details->ratings, 0);
  g_assert_cmpstr (rating->measure, ==, "recommendation");
  g_assert_cmpstr (rating->measure_name, ==, "Recommendation");
  g_assert_cmpuint (rating->stars, ==, 9);
  g_assert_cmpstr (rating->note, ==, "Good");

  g_assert_cmpuint (details->statements->len, ==, 1);
  statement = g_ptr_array_index (details->statements, 0);
  g_assert_cmpstr (statement->kind, ==, "claim");
  g_assert_cmpstr (statement->flag, ==, "doubtful");
  g_assert_cmpstr (statement->flag_text, ==, "Not so");
  g_assert_cmpstr (statement->flag_checked, ==, "not checked");

  g_assert_cmpuint (details->priorities->len, ==, 1);
  priority = g_ptr_array_index (details->priorities, 0);
  g_assert_cmpstr (priority->role_name, ==, "Back-end");
  g_assert_cmpint (priority->priority, ==, WH_PRIORITY_P0);
  assert_strings (priority->alternatives, "flask");

  g_assert_cmpuint (details->relations->len, ==, 1);
  relation = g_ptr_array_index (details->relations, 0);
  g_assert_cmpstr (relation->key, ==, "flask");
  g_assert_cmpstr (relation->note, ==, "Of old");
  g_assert_false (relation->reverse);

  g_assert_cmpuint (details->counterparts->len, ==, 1);
  counterpart = g_ptr_array_index (details->counterparts, 0);
  g_assert_cmpstr (counterpart->side, ==, "async");
  assert_strings (counterpart->keys, "flask");
  assert_strings (counterpart->names, "Flask");

  g_assert_cmpuint (details->orders->len, ==, 1);
  order = g_ptr_array_index (details->orders, 0);
  g_assert_cmpuint (order->place, ==, 2);
  g_assert_cmpuint (order->of, ==, 2);

  g_assert_cmpuint (details->rankings->len, ==, 1);
  ranking = g_ptr_array_index (details->rankings, 0);
  g_assert_cmpstr (ranking->ranking, ==, "r");
  g_assert_cmpuint (ranking->place, ==, 1);

  g_assert_cmpuint (details->examples->len, ==, 1);
  example = g_ptr_array_index (details->examples, 0);
  g_assert_cmpstr (example->code, ==, "pass\n");
  g_assert_cmpstr (example->counterpart, ==, "web");
}

/* What is said of another library is told from the other side too. */
static void
test_store_reverses_relations (Fixture      *fixture,
                               gconstpointer user_data)
{
  gint64 flask = wh_store_find_library (fixture->database, "flask", NULL);
  g_autoptr (WhLibraryDetails) details = wh_store_load_details (fixture->database, flask, "en", NULL);
  const WhRelation *relation;

  g_assert_cmpuint (details->relations->len, ==, 1);
  relation = g_ptr_array_index (details->relations, 0);
  g_assert_cmpstr (relation->key, ==, "django");
  g_assert_cmpstr (relation->source, ==, "survey");
  g_assert_true (relation->reverse);

  /* The stars of a comparison are a rating. */
  g_assert_cmpuint (details->ratings->len, ==, 1);
  g_assert_cmpuint (((WhRating *) g_ptr_array_index (details->ratings, 0))->stars, ==, 6);
  assert_strings (details->horizons, "now");
}

/* What names a library on other pages is told on its own. */
static void
test_store_tells_where_a_library_is_named (Fixture      *fixture,
                                           gconstpointer user_data)
{
  gint64 flask = wh_store_find_library (fixture->database, "flask", NULL);
  g_autoptr (WhLibraryDetails) details = wh_store_load_details (fixture->database, flask, "en", NULL);
  const WhLibraryTier        *tier;
  const WhLibraryPick        *pick;
  const WhLibraryTopic       *topic;
  const WhLibraryComparison  *comparison;
  const WhLibraryStrategy    *strategy;
  const WhLibraryCounterpart *counterpart;
  const WhLibraryRanking     *ranking;

  g_assert_cmpuint (details->tiers->len, ==, 1);
  tier = g_ptr_array_index (details->tiers, 0);
  g_assert_cmpstr (tier->key, ==, "t");
  g_assert_cmpstr (tier->title, ==, "Soon");
  g_assert_cmpstr (tier->horizon, ==, "now");
  g_assert_cmpstr (tier->source, ==, "survey");

  g_assert_cmpuint (details->picks->len, ==, 1);
  pick = g_ptr_array_index (details->picks, 0);
  g_assert_cmpstr (pick->situation, ==, "Small site");
  g_assert_cmpstr (pick->verdict, ==, "choose");
  g_assert_cmpstr (pick->text, ==, "Yes");
  assert_strings (pick->keys, "");

  g_assert_cmpuint (details->topics->len, ==, 1);
  topic = g_ptr_array_index (details->topics, 0);
  g_assert_cmpstr (topic->guide, ==, "g");
  g_assert_cmpstr (topic->guide_title, ==, "Guide");
  g_assert_cmpstr (topic->key, ==, "leaf");
  g_assert_cmpstr (topic->title, ==, "Leaf");
  g_assert_cmpstr (topic->path, ==, "Chapter");
  g_assert_cmpstr (topic->emphasis, ==, "master");

  g_assert_cmpuint (details->comparisons->len, ==, 1);
  comparison = g_ptr_array_index (details->comparisons, 0);
  g_assert_cmpstr (comparison->title, ==, "Them");
  assert_strings (comparison->keys, "");
  assert_strings (comparison->names, "Other");
  g_assert_cmpstr (comparison->section, ==, "areas");

  g_assert_cmpuint (details->strategies->len, ==, 1);
  strategy = g_ptr_array_index (details->strategies, 0);
  g_assert_cmpstr (strategy->title, ==, "Order");
  g_assert_cmpuint (strategy->place, ==, 1);
  assert_strings (strategy->items, "First flask Then rest");

  counterpart = g_ptr_array_index (details->counterparts, 0);
  g_assert_cmpstr (counterpart->side, ==, "sync");
  assert_strings (counterpart->keys, "django");
  assert_strings (counterpart->notes, "Since 3");
  g_assert_cmpstr (counterpart->note, ==, "Both");
  g_assert_null (counterpart->own_note);

  ranking = g_ptr_array_index (details->rankings, 0);
  assert_strings (ranking->keys, "django");
  g_assert_cmpstr (ranking->label, ==, "Web");
  g_assert_cmpuint (details->other_examples->len, ==, 0);
}

/* A node may stand in itself, in a file from elsewhere; a path is not without end for that. */
static void
test_store_ends_paths (Fixture      *fixture,
                       gconstpointer user_data)
{
  gint64 flask = wh_store_find_library (fixture->database, "flask", NULL);
  g_autoptr (WhLibraryDetails) details = NULL;
  const WhLibraryTopic *topic;

  execute (fixture, "UPDATE guide_node SET parent_id = id WHERE key = 'leaf'");
  details = wh_store_load_details (fixture->database, flask, "en", NULL);
  topic = g_ptr_array_index (details->topics, 0);
  g_assert_true (g_str_has_prefix (topic->path, "Leaf › Leaf"));
}

/* The other half of a pair of examples stands with another library. */
static void
test_store_pairs_examples (Fixture      *fixture,
                           gconstpointer user_data)
{
  g_autoptr (WhLibraryDetails) details = NULL;
  const WhExample *example;

  execute (fixture, "UPDATE example SET side = 'async' WHERE counterpart = 'web';"
                    "INSERT INTO example (collection, library_id, title_text, language, code, side, counterpart, source, place)"
                    " SELECT 1, l.id, e.title_text, 'python', 'sync ()', 'sync', 'web', 'survey', 1"
                    " FROM library AS l, example AS e WHERE l.key = 'flask' AND e.counterpart = 'web'");
  details = wh_store_load_details (fixture->database, fixture->django, "en", NULL);

  g_assert_cmpuint (details->examples->len, ==, 1);
  g_assert_cmpuint (details->other_examples->len, ==, 1);
  example = g_ptr_array_index (details->other_examples, 0);
  g_assert_cmpstr (example->code, ==, "sync ()");
  g_assert_cmpstr (example->library, ==, "flask");
  g_assert_cmpstr (example->library_name, ==, "Flask");
}

static void
test_store_names_sections (Fixture      *fixture,
                           gconstpointer user_data)
{
  g_autofree char *chinese = wh_store_dup_section_title (fixture->database, "survey", "areas", "zh_CN");
  g_autofree char *missing = wh_store_dup_section_title (fixture->database, "survey", "none", "en");

  g_assert_cmpstr (chinese, ==, "译Areas");
  g_assert_cmpstr (missing, ==, "none");
}

static void
test_store_means_stars (Fixture      *fixture,
                        gconstpointer user_data)
{
  g_autoptr (WhLibraryRecord) library = NULL;

  /* (9 + 6) / 2 = 7.5 halves, and the other measure does not count. */
  execute (fixture,
           "INSERT INTO rating (library_id, id, collection, measure, stars, source, place)"
           " SELECT id, 901, 1, 'recommendation', 6, 'survey', 2 FROM library WHERE key = 'django';"
           "INSERT INTO rating (library_id, id, collection, measure, stars, source, place)"
           " SELECT id, 902, 1, 'community', 1, 'survey', 3 FROM library WHERE key = 'django';");

  library = wh_store_load_library (fixture->database, fixture->django, "en", NULL);
  g_assert_cmpuint (library->stars, ==, 8);
}

static void
test_store_lists (Fixture      *fixture,
                  gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) categories = wh_store_list_categories (fixture->database, "en", &error);
  g_autoptr (GPtrArray) roles = wh_store_list_roles (fixture->database, "zh_CN", &error);
  g_autoptr (GPtrArray) sources = wh_store_list_sources (fixture->database, "en", &error);
  g_autoptr (GPtrArray) rankings = wh_store_list_rankings (fixture->database, "en", &error);
  g_autoptr (GPtrArray) slots = wh_store_list_slots (fixture->database, "backend", &error);
  const WhCategory     *category;
  const WhRole         *role;
  const WhSource       *source;
  const WhRanking      *ranking;
  const WhRankingPlace *place;
  const WhPrioritySlot *slot;

  g_assert_no_error (error);

  g_assert_cmpuint (categories->len, ==, 2);
  category = g_ptr_array_index (categories, 1);
  g_assert_cmpstr (category->key, ==, "web/frameworks");
  g_assert_cmpstr (category->name, ==, "Frameworks");
  g_assert_cmpstr (category->parent, ==, "web");

  g_assert_cmpuint (roles->len, ==, 2);
  role = g_ptr_array_index (roles, 0);
  g_assert_cmpstr (role->name, ==, "译Back-end");
  assert_strings (role->aliases, "be");
  g_assert_true (role->has_priorities);
  g_assert_cmpuint (role->n_slots, ==, 1);
  g_assert_cmpuint (role->n_orders, ==, 1);

  g_assert_cmpuint (sources->len, ==, 1);
  source = g_ptr_array_index (sources, 0);
  g_assert_cmpuint (source->sections->len, ==, 1);
  g_assert_cmpstr (source->description, ==, "");

  ranking = g_ptr_array_index (rankings, 0);
  assert_strings (ranking->criteria, "One Two");
  place = g_ptr_array_index (ranking->places, 0);
  assert_strings (place->keys, "django flask");
  assert_strings (place->names, "Django Flask");
  g_assert_cmpstr (place->label, ==, "Web");

  g_assert_cmpuint (slots->len, ==, 1);
  slot = g_ptr_array_index (slots, 0);
  g_assert_cmpuint (slot->place, ==, 1);
  assert_strings (slot->keys, "flask django");
}

static void
test_store_lists_orders (Fixture      *fixture,
                         gconstpointer user_data)
{
  g_autoptr (GPtrArray) all = wh_store_list_orders (fixture->database, NULL, "en", NULL);
  g_autoptr (GPtrArray) own = wh_store_list_orders (fixture->database, "backend", "en", NULL);
  g_autoptr (GPtrArray) shared = wh_store_list_orders (fixture->database, "fullstack", "en", NULL);
  g_autoptr (GPtrArray) none = wh_store_list_orders (fixture->database, "0", "en", NULL);
  const WhLearningOrder *order;

  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpuint (own->len, ==, 1);
  g_assert_cmpuint (shared->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 0);

  order = g_ptr_array_index (own, 0);
  g_assert_cmpstr (order->connector, ==, "→");
  g_assert_cmpstr (order->role_name, ==, "Back-end");
  assert_strings (order->steps, "flask django");
}

/* What another collection defines as well is listed once, as the first has it. */
static void
test_store_lists_keys_once (Fixture      *fixture,
                            gconstpointer user_data)
{
  g_autoptr (GPtrArray) categories = NULL;

  execute (fixture,
           "INSERT INTO collection VALUES (2, 'import', 'x');"
           "INSERT INTO text VALUES ((2 << 32) + 1, 'en', 'Other', 2);"
           "INSERT INTO category (id, collection, key, name_text, place) VALUES ((2 << 32) + 1, 2, 'web', (2 << 32) + 1, 1);");

  categories = wh_store_list_categories (fixture->database, "en", NULL);
  g_assert_cmpuint (categories->len, ==, 2);
  g_assert_cmpstr (((WhCategory *) g_ptr_array_index (categories, 0))->name, ==, "Web");
  g_assert_cmpstr (((WhCategory *) g_ptr_array_index (categories, 0))->names, ==, "Web\n译Web\nOther");
}

static void
test_store_reads_guides (Fixture      *fixture,
                         gconstpointer user_data)
{
  g_autoptr (GPtrArray) guides = wh_store_list_guides (fixture->database, "en", NULL);
  g_autoptr (GPtrArray) tiers = wh_store_list_tiers (fixture->database, "en", NULL);
  const WhGuideNode *chapter;
  const WhGuideNode *leaf;
  const WhTier      *tier;

  g_assert_cmpuint (guides->len, ==, 1);
  chapter = g_ptr_array_index (((WhGuide *) g_ptr_array_index (guides, 0))->nodes, 0);
  g_assert_cmpstr (chapter->key, ==, "chapter");
  g_assert_cmpuint (chapter->children->len, ==, 1);
  leaf = g_ptr_array_index (chapter->children, 0);
  g_assert_cmpstr (leaf->library, ==, "flask");
  g_assert_cmpstr (leaf->emphasis, ==, "master");
  g_assert_cmpuint (leaf->children->len, ==, 0);
  g_assert_cmpuint (leaf->examples->len, ==, 1);
  g_assert_cmpstr (((WhExample *) g_ptr_array_index (leaf->examples, 0))->code, ==, "run");

  tier = g_ptr_array_index (tiers, 0);
  g_assert_cmpuint (tier->items->len, ==, 3);
  g_assert_cmpstr (((WhMention *) g_ptr_array_index (tier->items, 0))->text, ==, "Flask");
  g_assert_cmpstr (((WhMention *) g_ptr_array_index (tier->items, 1))->text, ==, "Leaf");
  g_assert_cmpstr (((WhMention *) g_ptr_array_index (tier->items, 2))->note, ==, "Well");
}

/* Beside a guide stands what names one of its nodes, and what names none and is of its source. */
static void
test_store_reads_a_guide (Fixture      *fixture,
                          gconstpointer user_data)
{
  g_autoptr (WhGuideBook) book = NULL;
  g_autoptr (WhGuideBook) second = NULL;
  g_autoptr (GError) error = NULL;

  execute (fixture,
           "INSERT INTO advice (id, collection, key, text, kind, topic, source, place) VALUES"
           " ((1 << 40) + 1, 1, 'other', 1, 'advice', 'elsewhere', 'survey', 2), ((1 << 40) + 2, 1, 'whole', 1, 'advice', NULL, 'survey', 3),"
           " ((1 << 40) + 3, 1, 'foreign', 1, 'advice', NULL, 'another', 4)");

  book = wh_store_load_guide (fixture->database, "g", "zh_CN", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (book->guide->title, ==, "译Guide");
  g_assert_cmpuint (book->strategies->len, ==, 1);
  g_assert_cmpuint (book->tiers->len, ==, 1);
  g_assert_cmpuint (book->comparisons->len, ==, 1);
  g_assert_cmpuint (book->advice->len, ==, 2);
  g_assert_cmpstr (((WhAdvice *) g_ptr_array_index (book->advice, 0))->key, ==, "a");
  g_assert_cmpstr (((WhAdvice *) g_ptr_array_index (book->advice, 1))->key, ==, "whole");
  g_assert_cmpstr (wh_guide_find_node (book->guide, "leaf")->title, ==, "译Leaf");
  g_assert_null (wh_guide_find_node (book->guide, "elsewhere"));

  /* A second guide of the source has its own alone. */
  execute (fixture, "INSERT INTO guide (id, collection, key, title_text, source, place) VALUES ((1 << 40) + 4, 1, 'second', 1, 'survey', 2)");
  second = wh_store_load_guide (fixture->database, "second", "en", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (second->advice->len + second->strategies->len + second->tiers->len + second->comparisons->len, ==, 0);

  g_assert_null (wh_store_load_guide (fixture->database, "h", "en", &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND);
}

static void
test_store_reads_a_topic (Fixture      *fixture,
                          gconstpointer user_data)
{
  g_autoptr (WhTopic) leaf = wh_store_load_topic (fixture->database, "leaf", "zh_CN", NULL);
  g_autoptr (WhTopic) chapter = wh_store_load_topic (fixture->database, "chapter", "en", NULL);
  g_autoptr (WhTopic) renamed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (leaf->title, ==, "译Leaf");
  g_assert_cmpstr (leaf->library, ==, "flask");
  g_assert_cmpstr (leaf->guide, ==, "g");
  g_assert_cmpstr (leaf->chapter, ==, "chapter");
  g_assert_cmpstr (leaf->path, ==, "译Guide › 译Chapter");
  g_assert_false (leaf->has_children);
  g_assert_cmpstr (chapter->chapter, ==, "chapter");
  g_assert_cmpstr (chapter->path, ==, "Guide");
  g_assert_true (chapter->has_children);

  execute (fixture, "INSERT INTO renamed_key VALUES (90, 1, 'laub', 'leaf')");
  renamed = wh_store_load_topic (fixture->database, "laub", "en", NULL);
  g_assert_cmpstr (renamed->key, ==, "leaf");

  g_assert_null (wh_store_load_topic (fixture->database, "flask", "en", &error));
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND);
}

static void
test_store_suggests_keys (Fixture      *fixture,
                          gconstpointer user_data)
{
  static const struct
  {
    const char *subject;
    const char *wrong;
    const char *keys;
  } cases[] = {
    { "library", "dajngo", "django" },
    { "library", "Flask", "flask" },
    { "library", "dj", "django" },
    { "library", "djangorestframework", "django" },
    { "library", "zzzzzzz", "" },
    { "library", "", "" },
    { "role", "back end", "backend" },
    { "role", "stack", "fullstack" },
    { "category", "frameworks", "web/frameworks" },
    { "category", "framwork", "web/frameworks" },
    { "category", "web/framework", "web/frameworks web" },
    { "library", "jang", "django" },
    { "library", "ang", "" },
    { "ranking", "q", "r" },
    { "ranking", "beest", "r" },
    { "source", "a surwey", "survey" },
    { "topic", "laef", "leaf" },
    { "library", "\xff", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) keys = wh_store_suggest_keys (fixture->database, cases[i].subject, cases[i].wrong, 3, &error);

      g_assert_no_error (error);
      g_test_message ("%s", cases[i].subject);
      assert_strings (keys, cases[i].keys);
    }
}

static void
test_store_finds_by_name (Fixture      *fixture,
                          gconstpointer user_data)
{
  static const struct
  {
    const char *subject;
    const char *name;
    const char *keys;
  } cases[] = {
    { "library", "FLASK", "flask" },
    { "library", "djcore", "django" },
    { "library", "flas", "" },
    { "role", "译Back-End", "backend" },
    { "category", "web/frameworks", "web/frameworks" },
    { "category", "译frameworks", "web/frameworks" },
    { "category", "web frameworks", "" },
    { "library", "\xff", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) keys = wh_store_find_keys (fixture->database, cases[i].subject, cases[i].name, &error);

      g_assert_no_error (error);
      assert_strings (keys, cases[i].keys);
    }
}

static void
test_store_finds_all_of_a_name (Fixture      *fixture,
                                gconstpointer user_data)
{
  g_auto (GStrv) keys = NULL;

  execute (fixture, "INSERT INTO library (key, name) VALUES ('milk', 'Milk'), ('bottle', 'FLASK')");
  keys = wh_store_find_keys (fixture->database, "library", "Flask", NULL);
  assert_strings (keys, "bottle flask");
}

static void
test_store_suggests_no_more_than_asked (Fixture      *fixture,
                                        gconstpointer user_data)
{
  g_auto (GStrv) keys = NULL;
  g_auto (GStrv) all = wh_store_list_keys (fixture->database, "library", NULL);

  assert_strings (all, "django flask");
  execute (fixture, "INSERT INTO library (key, name) VALUES ('flask1', 'x1'), ('flask2', 'x2'), ('flask3', 'x3')");
  keys = wh_store_suggest_keys (fixture->database, "library", "flask0", 2, NULL);
  assert_strings (keys, "flask flask1");
}

static void
test_store_lists_library_ids_by_name (Fixture      *fixture,
                                      gconstpointer user_data)
{
  g_autoptr (GArray) ids = NULL;

  execute (fixture, "INSERT INTO library (id, key, name) VALUES (9, 'old', 'archive')");
  ids = wh_store_list_library_ids (fixture->database, NULL);

  g_assert_cmpuint (ids->len, ==, 3);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, 9);
  g_assert_cmpint (g_array_index (ids, gint64, 1), ==, fixture->django);
}

/* In the form of each language, with the key for what has no word. */
static void
test_store_titles_priorities (Fixture      *fixture,
                              gconstpointer user_data)
{
  g_autofree char *plain = wh_store_dup_priority_title (fixture->database, "P1", "en");
  g_autofree char *english = NULL;
  g_autofree char *chinese = NULL;

  g_assert_cmpstr (plain, ==, "paper/section");

  execute (fixture,
           "INSERT INTO text VALUES (-1, 'en', '{priority} · {name}', 1), (-1, 'zh_CN', '{name}：{priority}', 1),"
           " (-2, 'en', 'Must {priority}', 1), (-2, 'zh_CN', '必学', 1);"
           "INSERT INTO word (collection, key, text) VALUES (1, 'paper/section', -1), (1, 'priority-name/P0', -2);");
  english = wh_store_dup_priority_title (fixture->database, "P0", "en");
  chinese = wh_store_dup_priority_title (fixture->database, "P0", "zh_CN");
  g_assert_cmpstr (english, ==, "P0 · Must {priority}");
  g_assert_cmpstr (chinese, ==, "必学：译P0");
}

/* "library 2, topic 1" */
static void
assert_facts (const GPtrArray *facts,
              const char      *expected,
              guint            n_expected,
              guint            n_facts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < facts->len; i++)
    {
      const WhFactCount *count = g_ptr_array_index (facts, i);

      g_string_append_printf (text, "%s%s %u", i > 0 ? ", " : "", count->kind, count->n);
    }

  g_assert_cmpstr (text->str, ==, expected);
  g_assert_cmpuint (n_facts, ==, n_expected);
}

/* What each source and section contributed, by kind; a fact counts where it says that it comes from. */
static void
test_store_counts_facts (Fixture      *fixture,
                         gconstpointer user_data)
{
  g_autoptr (GPtrArray) sources = wh_store_list_sources (fixture->database, "en", NULL);
  const WhSource  *source = g_ptr_array_index (sources, 0);
  const WhSection *section = g_ptr_array_index (source->sections, 0);

  g_assert_cmpuint (sources->len, ==, 1);
  assert_facts (source->facts,
                "library 2, topic 1, statement 1, rating 2, priority 1, order 1, ranking 1, comparison 1, counterpart 1, tier 1,"
                " pick 1, guide 1, strategy 1, advice 1, example 2, relation 1, category 2, criteria 1",
                22, source->n_facts);
  assert_facts (section->facts, "library 1, topic 1, rating 1, comparison 1, example 1, category 1", 6, section->n_facts);
  g_assert_cmpuint (source->n_libraries, ==, 2);
}

/* What names a source that is not there, or none of its sections, counts for nobody, or for the source alone. */
static void
test_store_counts_strange_facts (Fixture      *fixture,
                                 gconstpointer user_data)
{
  g_autoptr (GPtrArray) sources = NULL;
  const WhSource *source;

  execute (fixture,
           "DELETE FROM source_section; UPDATE rating SET source = 'elsewhere', section = 'areas'");
  sources = wh_store_list_sources (fixture->database, "en", NULL);
  source = g_ptr_array_index (sources, 0);

  g_assert_cmpuint (sources->len, ==, 1);
  g_assert_cmpuint (source->sections->len, ==, 0);
  g_assert_cmpuint (source->n_facts, ==, 20);
}

static void
test_store_lists_source_names (Fixture      *fixture,
                               gconstpointer user_data)
{
  g_autoptr (GPtrArray) sources = wh_store_list_sources (fixture->database, "en", NULL);
  g_autoptr (GPtrArray) names = wh_store_list_source_names (fixture->database, "en", NULL);

  g_assert_cmpuint (names->len, ==, sources->len);

  for (guint i = 0; i < names->len; i++)
    {
      const WhSource *source = g_ptr_array_index (sources, i);
      const WhSource *name = g_ptr_array_index (names, i);

      g_assert_cmpint (name->id, ==, source->id);
      g_assert_cmpstr (name->key, ==, source->key);
      g_assert_cmpstr (name->title, ==, source->title);
    }
}

/* What is said as an import is not said again. */
static void
test_store_tells_other_names (Fixture      *fixture,
                              gconstpointer user_data)
{
  g_autoptr (WhLibraryDetails) details = NULL;
  g_autofree char *names = NULL;

  execute (fixture,
           "INSERT INTO alias (library_id, id, collection, alias, place) SELECT library_id, id + n, collection, name, place + n"
           " FROM alias, (SELECT 1 AS n, 'djcore' AS name UNION SELECT 2, 'DJ')");
  details = wh_store_load_details (fixture->database, fixture->django, "en", NULL);
  names = wh_library_details_dup_other_names (details);

  assert_strings (details->aliases, "dj djcore DJ");
  g_assert_cmpstr (names, ==, "dj, DJ");
}

static void
test_store_loads_brief_details (Fixture      *fixture,
                                gconstpointer user_data)
{
  g_autoptr (WhLibraryDetails) details = wh_store_load_details (fixture->database, fixture->django, "en", NULL);
  g_autoptr (WhLibraryDetails) brief = wh_store_load_brief_details (fixture->database, fixture->django, "en", NULL);

  g_assert_cmpstrv (brief->aliases, details->aliases);
  g_assert_cmpstrv (brief->categories, details->categories);
  g_assert_cmpstrv (brief->horizons, details->horizons);
  g_assert_cmpuint (brief->ratings->len, ==, details->ratings->len);
  g_assert_cmpuint (brief->priorities->len, ==, details->priorities->len);
  g_assert_null (brief->statements);
}

static void
test_store_has_words (Fixture      *fixture,
                      gconstpointer user_data)
{
  g_autofree char *english = wh_store_dup_word (fixture->database, "priority/P0", "en");
  g_autofree char *chinese = wh_store_dup_word (fixture->database, "priority/P0", "zh_CN");
  g_autofree char *unknown = wh_store_dup_word (fixture->database, "no/such", "zh_CN");

  g_assert_cmpstr (english, ==, "P0");
  g_assert_cmpstr (chinese, ==, "译P0");
  g_assert_cmpstr (unknown, ==, "no/such");
}

/* The index */

static void
describe_row_cb (const WhIndexRow *row,
                 gpointer          user_data)
{
  g_string_append_printf (user_data, "%s|%s|%s|%u stars|mine %u|status %d|%s%s|cat %u|src %u|prio %u|hor %x|rank %u\n",
                          row->key, row->aliases, row->name, row->stars, row->my_rating, row->status,
                          row->planned ? "planned" : "", row->gone ? "gone" : "", row->n_categories,
                          row->n_sources, row->n_priorities, row->horizons, row->best_rank);
}

static void
test_store_walks_over_index_rows (Fixture      *fixture,
                                  gconstpointer user_data)
{
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  execute (fixture,
           "INSERT INTO library (key, name) VALUES ('old', 'Archive');"
           "INSERT INTO user_rating VALUES ('old', 3, 0);"
           "INSERT INTO user_status (key, place, status, changed_at) VALUES ('flask', 1, 'learnt', 0);"
           "INSERT INTO plan_item (plan_id, key, place, added_at) VALUES (1, 'flask', 1, 0);");

  g_assert_true (wh_store_foreach_index_row (fixture->database, describe_row_cb, found, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (found->str, ==,
                   "flask||Flask|6 stars|mine 0|status 3|planned|cat 0|src 1|prio 1|hor 2|rank 1\n"
                   "django|dj\ndjcore|Django|9 stars|mine 0|status 0||cat 2|src 1|prio 1|hor 0|rank 1\n"
                   "old||Archive|0 stars|mine 3|status 0|gone|cat 0|src 0|prio 0|hor 0|rank 0\n");
}

static void
keep_django_cb (const WhIndexRow *row,
                gpointer          user_data)
{
  char **texts = user_data;

  if (g_str_equal (row->key, "django"))
    texts[0] = g_strdup (row->texts);
}

static void
test_store_index_has_all_languages (Fixture      *fixture,
                                    gconstpointer user_data)
{
  g_autofree char *texts = NULL;

  g_assert_true (wh_store_foreach_index_row (fixture->database, keep_django_cb, &texts, NULL, NULL));
  g_assert_nonnull (strstr (texts, "Large"));
  g_assert_nonnull (strstr (texts, "译Large"));
  g_assert_nonnull (strstr (texts, "译Best"));
  g_assert_nonnull (strstr (texts, "Just so"));
}

static void
describe_texts_cb (const WhIndexRow *row,
                   gpointer          user_data)
{
  g_string_append_printf (user_data, "%s: %s\n", row->key, row->texts);
}

/* Texts mostly come in the order of the libraries; what an import or an edit of the catalogue left need not. */
static void
test_store_index_has_texts_in_any_order (Fixture      *fixture,
                                         gconstpointer user_data)
{
  g_autoptr (GString) found = g_string_new (NULL);

  execute (fixture,
           "INSERT INTO text VALUES ((2 << 32) + 1, 'en', 'Far away', 1);"
           "UPDATE contribution SET requires_text = summary_text, summary_text = (2 << 32) + 1,"
           " standing_reason_text = (2 << 32) + 2;");

  g_assert_true (wh_store_foreach_index_row (fixture->database, describe_texts_cb, found, NULL, NULL));
  g_assert_nonnull (strstr (found->str, "django: Far away\nLarge\n译Large\n"));
  g_assert_nonnull (strstr (found->str, "flask: Far away\nSmall\n译Small\n"));
}

static void
check_ids_cb (const WhIndexRow *row,
              gpointer          user_data)
{
  GPtrArray        *lists = user_data;
  const WhCategory *frameworks = g_ptr_array_index ((GPtrArray *) g_ptr_array_index (lists, 0), 1);
  const WhRole     *backend = g_ptr_array_index ((GPtrArray *) g_ptr_array_index (lists, 1), 0);

  if (!g_str_equal (row->key, "django"))
    return;

  g_assert_cmpint (row->categories[0], ==, frameworks->id);
  g_assert_cmpint (row->priorities[0].role, ==, backend->id);
  g_assert_cmpint (row->priorities[0].priority, ==, WH_PRIORITY_P0);
  g_assert_cmpuint (row->priorities[0].place, ==, 1);
}

/* The index joins its rows with the lists by these ids. */
static void
test_store_index_ids_are_those_of_the_lists (Fixture      *fixture,
                                             gconstpointer user_data)
{
  g_autoptr (GPtrArray) categories = wh_store_list_categories (fixture->database, "en", NULL);
  g_autoptr (GPtrArray) roles = wh_store_list_roles (fixture->database, "en", NULL);
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();

  g_ptr_array_add (lists, categories);
  g_ptr_array_add (lists, roles);

  g_assert_true (wh_store_foreach_index_row (fixture->database, check_ids_cb, lists, NULL, NULL));
}

static void
test_store_index_can_be_cancelled (Fixture      *fixture,
                                   gconstpointer user_data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (wh_store_foreach_index_row (fixture->database, describe_row_cb, found, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (found->len, ==, 0);
}

/* What a file from elsewhere may lack: nothing that is promised to be there is %NULL. */
static void
test_store_lacks_texts (Fixture      *fixture,
                        gconstpointer user_data)
{
  g_autoptr (WhLibraryDetails) details = NULL;
  g_autoptr (GPtrArray) roles = NULL;
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GPtrArray) comparisons = NULL;
  g_autoptr (GPtrArray) tiers = NULL;
  g_autofree char *word = NULL;

  execute (fixture, "DELETE FROM text");

  details = wh_store_load_details (fixture->database, fixture->django, "en", NULL);
  g_assert_cmpstr (((WhStatement *) details->statements->pdata[0])->text, ==, "");
  g_assert_cmpstr (((WhRolePriority *) details->priorities->pdata[0])->role_name, ==, "backend");
  g_assert_cmpstr (((WhLibraryRanking *) details->rankings->pdata[0])->title, ==, "r");

  roles = wh_store_list_roles (fixture->database, "en", NULL);
  g_assert_cmpstr (((WhRole *) roles->pdata[0])->name, ==, "backend");

  orders = wh_store_list_orders (fixture->database, NULL, "en", NULL);
  g_assert_cmpstr (((WhLearningOrder *) orders->pdata[0])->reason, ==, "");
  g_assert_cmpstr (((WhLearningOrder *) orders->pdata[0])->names[1], ==, "Django");

  comparisons = wh_store_list_comparisons (fixture->database, "en", NULL);
  g_assert_cmpstr (((WhMention *) ((WhComparison *) comparisons->pdata[0])->subjects->pdata[1])->text, ==, "");

  tiers = wh_store_list_tiers (fixture->database, "en", NULL);
  g_assert_null (((WhMention *) ((WhTier *) tiers->pdata[0])->items->pdata[0])->note);

  word = wh_store_dup_word (fixture->database, "priority/P0", "en");
  g_assert_cmpstr (word, ==, "priority/P0");
}

/* Keys and names are read line by line and have to stay in step. */
static void
test_store_lines_in_keys (Fixture      *fixture,
                          gconstpointer user_data)
{
  g_autoptr (GPtrArray) slots = NULL;
  g_autoptr (GPtrArray) rankings = NULL;
  const WhPrioritySlot *slot;
  const WhRankingPlace *place;

  execute (fixture, "UPDATE library SET key = 'a' || char (10) || 'b' || char (10) || 'c' WHERE key = 'django'");

  slots = wh_store_list_slots (fixture->database, "backend", NULL);
  slot = slots->pdata[0];
  g_assert_cmpuint (g_strv_length (slot->names), ==, g_strv_length (slot->keys));

  rankings = wh_store_list_rankings (fixture->database, "en", NULL);
  place = ((WhRanking *) rankings->pdata[0])->places->pdata[0];
  g_assert_cmpuint (g_strv_length (place->names), ==, g_strv_length (place->keys));
}

/* A slot without a library cannot be learnt, printed or counted. */
static void
test_store_empty_slots (Fixture      *fixture,
                        gconstpointer user_data)
{
  g_autoptr (GPtrArray) slots = NULL;
  g_autoptr (GPtrArray) roles = NULL;

  execute (fixture, "DELETE FROM priority_item");

  slots = wh_store_list_slots (fixture->database, "backend", NULL);
  g_assert_cmpuint (slots->len, ==, 0);

  roles = wh_store_list_roles (fixture->database, "en", NULL);
  g_assert_cmpuint (((WhRole *) roles->pdata[0])->n_slots, ==, 0);
  g_assert_false (((WhRole *) roles->pdata[0])->has_priorities);
}

/* Stars are drawn: more of them than there can be are as many as there can be. */
static void
test_store_bounds_stars (Fixture      *fixture,
                         gconstpointer user_data)
{
  g_autoptr (WhLibraryRecord) library = NULL;
  g_autoptr (WhLibraryDetails) details = NULL;

  execute (fixture,
           "PRAGMA ignore_check_constraints = ON;"
           "UPDATE rating SET stars = 4000; INSERT INTO user_rating VALUES ('django', 5000, 0)");

  library = wh_store_load_library (fixture->database, fixture->django, "en", NULL);
  g_assert_cmpuint (library->stars, ==, WH_STARS_MAX);
  g_assert_cmpuint (library->my_rating, ==, WH_STARS_MAX);

  details = wh_store_load_details (fixture->database, fixture->django, "en", NULL);
  g_assert_cmpuint (((WhRating *) details->ratings->pdata[0])->stars, ==, WH_STARS_MAX);
}

static guint
count_levels (GPtrArray *nodes,
              guint     *n_nodes)
{
  guint deepest = 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      guint levels = count_levels (((WhGuideNode *) nodes->pdata[i])->children, n_nodes);

      deepest = MAX (deepest, levels);
      (*n_nodes)++;
    }

  return deepest + 1;
}

/* Trees are walked by functions that call themselves; no file may make them fall. */
static void
test_store_bounds_guides (Fixture      *fixture,
                          gconstpointer user_data)
{
  g_autoptr (WhTopic) topic = NULL;
  g_autoptr (GPtrArray) guides = NULL;
  guint n_nodes = 0;

  execute (fixture,
           "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000)"
           " INSERT INTO guide_node (id, collection, guide_id, parent_id, key, title_text, place)"
           " SELECT 1000 + i, 1, (SELECT id FROM guide), nullif (999 + i, 1000), 'deep' || i, 1, i FROM n");

  guides = wh_store_list_guides (fixture->database, "en", NULL);
  g_assert_cmpuint (count_levels (((WhGuide *) guides->pdata[0])->nodes, &n_nodes), <, 20);
  topic = wh_store_load_topic (fixture->database, "deep900", "en", NULL);
  g_assert_cmpuint (strlen (topic->path), <, 400);
  g_assert_cmpuint (n_nodes, ==, 200002);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, func) \
  g_test_add ("/catalogue-store/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

  ADD ("loads-library", test_store_loads_library);
  ADD ("shows-the-user", test_store_shows_the_user);
  ADD ("chooses-language", test_store_chooses_language);
  ADD ("finds-libraries", test_store_finds_libraries);
  ADD ("survives-circular-renames", test_store_survives_circular_renames);
  ADD ("shows-gone-libraries", test_store_shows_gone_libraries);
  ADD ("loads-details", test_store_loads_details);
  ADD ("reverses-relations", test_store_reverses_relations);
  ADD ("tells-where-a-library-is-named", test_store_tells_where_a_library_is_named);
  ADD ("ends-paths", test_store_ends_paths);
  ADD ("pairs-examples", test_store_pairs_examples);
  ADD ("names-sections", test_store_names_sections);
  ADD ("means-stars", test_store_means_stars);
  ADD ("lists", test_store_lists);
  ADD ("lists-orders", test_store_lists_orders);
  ADD ("lists-keys-once", test_store_lists_keys_once);
  ADD ("reads-guides", test_store_reads_guides);
  ADD ("reads-a-guide", test_store_reads_a_guide);
  ADD ("reads-a-topic", test_store_reads_a_topic);
  ADD ("suggests-keys", test_store_suggests_keys);
  ADD ("finds-by-name", test_store_finds_by_name);
  ADD ("finds-all-of-a-name", test_store_finds_all_of_a_name);
  ADD ("titles-priorities", test_store_titles_priorities);
  ADD ("suggests-no-more-than-asked", test_store_suggests_no_more_than_asked);
  ADD ("lists-library-ids-by-name", test_store_lists_library_ids_by_name);
  ADD ("counts-facts", test_store_counts_facts);
  ADD ("counts-strange-facts", test_store_counts_strange_facts);
  ADD ("lists-source-names", test_store_lists_source_names);
  ADD ("tells-other-names", test_store_tells_other_names);
  ADD ("loads-brief-details", test_store_loads_brief_details);
  ADD ("has-words", test_store_has_words);
  ADD ("walks-over-index-rows", test_store_walks_over_index_rows);
  ADD ("index-has-all-languages", test_store_index_has_all_languages);
  ADD ("index-has-texts-in-any-order", test_store_index_has_texts_in_any_order);
  ADD ("index-ids-are-those-of-the-lists", test_store_index_ids_are_those_of_the_lists);
  ADD ("index-can-be-cancelled", test_store_index_can_be_cancelled);
  ADD ("lacks-texts", test_store_lacks_texts);
  ADD ("lines-in-keys", test_store_lines_in_keys);
  ADD ("empty-slots", test_store_empty_slots);
  ADD ("bounds-stars", test_store_bounds_stars);
  ADD ("bounds-guides", test_store_bounds_guides);

  return g_test_run ();
}
