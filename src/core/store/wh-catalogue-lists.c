/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-catalogue-private.h"

/* The shape of SQL is its own. */
/* clang-format off */

/* A slot without a library has nothing to be learnt. */
#define SQL_FILLED(slot) \
  "EXISTS (SELECT 1 FROM priority_item AS f JOIN library AS l ON l.id = f.library_id WHERE f.slot_id = " slot ".id)"

static const char categories_sql[] =
  "SELECT c.id, c.key, " WH_SQL_TITLE ("c", "name_text") ", c.parent,"
  " (SELECT coalesce (group_concat (t.text, char (10)), c.key) FROM text AS t"
  "  WHERE t.id IN (SELECT name_text FROM category WHERE key = c.key))"
  " FROM category AS c WHERE " WH_SQL_FIRST ("category", "c")
  " ORDER BY c.id";

static const char roles_sql[] =
  "SELECT r.id, r.key, " WH_SQL_TITLE ("r", "name_text") ","
  " (SELECT group_concat (alias, char (10)) FROM"
  "  (SELECT alias FROM role_alias WHERE role = r.key ORDER BY id)),"
  " (SELECT count (*) FROM priority_slot AS s WHERE s.role = r.key AND " SQL_FILLED ("s") "),"
  " (SELECT count (*) FROM learning_order WHERE role = r.key) +"
  " (SELECT count (*) FROM learning_order_role WHERE role = r.key), r.source, r.section"
  " FROM role AS r WHERE " WH_SQL_FIRST ("role", "r")
  " ORDER BY r.id";

static const char rankings_sql[] =
  "SELECT r.id, r.key, " WH_SQL_TITLE ("r", "title_text") ","
  " (SELECT group_concat (x, char (10)) FROM"
  "  (SELECT " WH_SQL_TEXT ("c.text") " AS x FROM criterion AS c"
  "   JOIN criteria_set AS s ON s.id = c.criteria_set_id"
  "   WHERE s.key = r.criteria AND " WH_SQL_FIRST ("criteria_set", "s")
  "   ORDER BY c.place)),"
  " r.source, r.section, r.criteria"
  " FROM ranking AS r WHERE " WH_SQL_FIRST ("ranking", "r")
  " ORDER BY r.id";

static const char ranking_places_sql[] =
  "SELECT p.rank,"
  " " WH_SQL_LIBRARIES ("key", "ranking_library", "n.ranking_place_id = p.id") ","
  " " WH_SQL_LIBRARIES ("name", "ranking_library", "n.ranking_place_id = p.id") ","
  " " WH_SQL_TEXT ("p.label_text") ", " WH_SQL_TEXT ("p.reason_text")
  " FROM ranking_place AS p WHERE p.ranking_id = ?1 ORDER BY p.rank, p.place";

/* Without a role ?1 is the number 0, which is no key. */
static const char orders_sql[] =
  "SELECT o.key, o.role, " WH_SQL_NAME ("role", "o.role") ","
  " " WH_SQL_TEXT ("o.topic_text") ", o.connector,"
  " " WH_SQL_TEXT ("o.reason_text") ", o.source, o.section,"
  " " WH_SQL_LIBRARIES ("key", "learning_step", "n.order_id = o.id") ","
  " " WH_SQL_LIBRARIES ("name", "learning_step", "n.order_id = o.id") ","
  " (SELECT group_concat (role, char (10)) FROM"
  "  (SELECT role FROM learning_order_role WHERE order_id = o.id ORDER BY id))"
  " FROM learning_order AS o WHERE ?1 = 0 OR o.role = ?1"
  "  OR EXISTS (SELECT 1 FROM learning_order_role WHERE order_id = o.id AND role = ?1)"
  " ORDER BY o.id";

static const char slots_sql[] =
  "SELECT s.priority,"
  " row_number () OVER (ORDER BY s.priority, s.id),"
  " " WH_SQL_LIBRARIES ("key", "priority_item", "n.slot_id = s.id") ","
  " " WH_SQL_LIBRARIES ("name", "priority_item", "n.slot_id = s.id") ", s.source, s.section"
  " FROM priority_slot AS s WHERE s.role = ?1 AND " SQL_FILLED ("s")
  " ORDER BY s.priority, s.id";

/* clang-format on */

static gpointer
read_category (WhCursor *cursor)
{
  WhCategory *category = g_new0 (WhCategory, 1);

  category->id = wh_cursor_get_int64 (cursor, 0);
  category->key = wh_cursor_dup_text (cursor, 1);
  category->name = wh_cursor_dup_text (cursor, 2);
  category->parent = wh_cursor_dup_text (cursor, 3);
  category->names = wh_cursor_dup_text (cursor, 4);

  return category;
}

/**
 * wh_store_list_categories:
 *
 * Returns: (transfer full) (element-type WhCategory): the categories in display
 *   order, each after the one above it
 */
GPtrArray *
wh_store_list_categories (WhDatabase *database,
                          const char *language,
                          GError    **error)
{
  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  return wh_catalogue_read_list (database, categories_sql,
                                 &(WhQuestion) { .language = language },
                                 read_category, (GDestroyNotify) wh_category_free, error);
}

static gpointer
read_role (WhCursor *cursor)
{
  WhRole *role = g_new0 (WhRole, 1);

  role->id = wh_cursor_get_int64 (cursor, 0);
  role->key = wh_cursor_dup_text (cursor, 1);
  role->name = wh_cursor_dup_text (cursor, 2);
  role->aliases = wh_catalogue_dup_lines (cursor, 3);
  role->n_slots = wh_cursor_get_uint (cursor, 4);
  role->n_orders = wh_cursor_get_uint (cursor, 5);
  role->has_priorities = role->n_slots > 0;
  role->source = wh_cursor_dup_text (cursor, 6);
  role->section = wh_cursor_dup_text (cursor, 7);

  return role;
}

/**
 * wh_store_list_roles:
 *
 * Returns: (transfer full) (element-type WhRole): the roles in display order
 */
GPtrArray *
wh_store_list_roles (WhDatabase *database,
                     const char *language,
                     GError    **error)
{
  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  return wh_catalogue_read_list (database, roles_sql,
                                 &(WhQuestion) { .language = language },
                                 read_role, (GDestroyNotify) wh_role_free, error);
}

static gpointer
read_ranking_place (WhCursor *cursor)
{
  WhRankingPlace *place = g_new0 (WhRankingPlace, 1);

  place->place = wh_cursor_get_uint (cursor, 0);
  wh_catalogue_read_libraries (cursor, 1, &place->keys, &place->names);
  place->label = wh_cursor_dup_text (cursor, 3);
  place->reason = wh_cursor_dup_text (cursor, 4);

  return place;
}

static gpointer
read_ranking (WhCursor *cursor)
{
  WhRanking *ranking = g_new0 (WhRanking, 1);

  ranking->id = wh_cursor_get_int64 (cursor, 0);
  ranking->key = wh_cursor_dup_text (cursor, 1);
  ranking->title = wh_cursor_dup_text (cursor, 2);
  ranking->criteria = wh_catalogue_dup_lines (cursor, 3);
  ranking->source = wh_cursor_dup_text (cursor, 4);
  ranking->section = wh_cursor_dup_text (cursor, 5);
  ranking->criteria_set = wh_cursor_dup_text (cursor, 6);

  return ranking;
}

/**
 * wh_store_list_rankings:
 *
 * Returns: (transfer full) (element-type WhRanking): the rankings in display order,
 *   whole
 */
GPtrArray *
wh_store_list_rankings (WhDatabase *database,
                        const char *language,
                        GError    **error)
{
  g_autoptr (GPtrArray) rankings = NULL;

  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  rankings = wh_catalogue_read_list (database, rankings_sql,
                                     &(WhQuestion) { .language = language },
                                     read_ranking, (GDestroyNotify) wh_ranking_free, error);

  for (guint i = 0; rankings != NULL && i < rankings->len; i++)
    {
      WhRanking *ranking = g_ptr_array_index (rankings, i);

      ranking->places =
        wh_catalogue_read_list (database, ranking_places_sql,
                                &(WhQuestion) { .id = ranking->id, .language = language },
                                read_ranking_place, (GDestroyNotify) wh_ranking_place_free, error);

      if (ranking->places == NULL)
        return NULL;
    }

  return g_steal_pointer (&rankings);
}

static gpointer
read_learning_order (WhCursor *cursor)
{
  WhLearningOrder *order = g_new0 (WhLearningOrder, 1);

  order->key = wh_cursor_dup_text (cursor, 0);
  order->role = wh_cursor_dup_text (cursor, 1);
  order->role_name = wh_cursor_dup_text (cursor, 2);
  order->topic = wh_cursor_dup_text (cursor, 3);
  order->connector = wh_cursor_dup_text (cursor, 4);
  order->reason = wh_cursor_dup_text (cursor, 5);
  order->source = wh_cursor_dup_text (cursor, 6);
  order->section = wh_cursor_dup_text (cursor, 7);
  wh_catalogue_read_libraries (cursor, 8, &order->steps, &order->names);
  order->also_for = wh_catalogue_dup_lines (cursor, 10);

  return order;
}

/**
 * wh_store_list_orders:
 * @role: (nullable): a role's key
 *
 * Returns: (transfer full) (element-type WhLearningOrder): the learning orders that
 *   are meant for @role, first or also, or of all roles, each once, in display order
 */
GPtrArray *
wh_store_list_orders (WhDatabase *database,
                      const char *role,
                      const char *language,
                      GError    **error)
{
  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  return wh_catalogue_read_list (database, orders_sql,
                                 &(WhQuestion) { .key = role, .language = language },
                                 read_learning_order, (GDestroyNotify) wh_learning_order_free, error);
}

static gpointer
read_priority_slot (WhCursor *cursor)
{
  WhPrioritySlot *slot = g_new0 (WhPrioritySlot, 1);

  wh_priority_from_key (wh_cursor_get_text (cursor, 0), &slot->priority);
  slot->place = wh_cursor_get_uint (cursor, 1);
  wh_catalogue_read_libraries (cursor, 2, &slot->keys, &slot->names);
  slot->source = wh_cursor_dup_text (cursor, 4);
  slot->section = wh_cursor_dup_text (cursor, 5);

  return slot;
}

/**
 * wh_store_list_slots:
 * @role: a role's key
 *
 * Returns: (transfer full) (element-type WhPrioritySlot): the matrix of @role in
 *   order; empty when it has none
 */
GPtrArray *
wh_store_list_slots (WhDatabase *database,
                     const char *role,
                     GError    **error)
{
  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);
  g_return_val_if_fail (role != NULL, NULL);

  return wh_catalogue_read_list (database, slots_sql,
                                 &(WhQuestion) { .key = role },
                                 read_priority_slot, (GDestroyNotify) wh_priority_slot_free, error);
}
