/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-catalogue-store.h"
#include "wh-catalogue-subjects.h"
#include "wh-json-builder.h"
#include "wh-library-writer.h"
#include "wh-subject-writer.h"

#include "wh-catalogue-writer.h"

static gboolean
add_library (JsonBuilder *builder,
             WhDatabase  *database,
             gint64       id,
             const char  *language,
             gboolean     full,
             GError     **error)
{
  g_autoptr (WhLibraryRecord) library = NULL;
  g_autoptr (WhLibraryDetails) details = NULL;
  g_autoptr (WhUserRecord) mine = NULL;
  g_autoptr (WhLibraryOrigins) origins = NULL;

  if (!(library = wh_store_load_library (database, id, language, error)) ||
      !(details = full ? wh_store_load_details (database, id, language, error)
                       : wh_store_load_brief_details (database, id, language, error)) ||
      (full && !(mine = wh_store_load_user_record (database, library->key, error))) ||
      (full && !(origins = wh_store_load_origins (database, id, error))))
    return FALSE;

  json_builder_begin_object (builder);
  wh_library_write_brief (builder, library, details);

  if (full)
    {
      wh_library_write_origins (builder, origins);
      wh_library_write_rest (builder, details, mine);
    }

  json_builder_end_object (builder);

  return TRUE;
}

/**
 * wh_exchange_library_to_json:
 * @id: the id of a library
 * @language: the language of the texts
 * @full: whether to write what `show` adds to what `list` prints
 *
 * Returns: (transfer full): an object, or %NULL with @error set
 */
JsonNode *
wh_exchange_library_to_json (WhDatabase *database,
                             gint64      id,
                             const char *language,
                             gboolean    full,
                             GError    **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  if (!add_library (builder, database, id, language, full, error))
    return NULL;

  return json_builder_get_root (builder);
}

static gboolean
dump_libraries (JsonBuilder *builder,
                WhDatabase  *database,
                const char  *language,
                GError     **error)
{
  g_autoptr (GArray) ids = wh_store_list_library_ids (database, error);

  if (ids == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      if (!add_library (builder, database, g_array_index (ids, gint64, i), language, TRUE, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
dump_role (JsonBuilder  *builder,
           WhDatabase   *database,
           const WhRole *role,
           GError      **error)
{
  g_autoptr (GPtrArray) slots = wh_store_list_slots (database, role->key, error);

  if (slots == NULL)
    return FALSE;

  json_builder_begin_object (builder);
  wh_subject_write_role (builder, role);
  wh_json_add_list (builder, "priorities", slots, wh_subject_write_slot);
  json_builder_end_object (builder);

  return TRUE;
}

static gboolean
dump_roles (JsonBuilder *builder,
            WhDatabase  *database,
            const char  *language,
            GError     **error)
{
  g_autoptr (GPtrArray) roles = wh_store_list_roles (database, language, error);

  for (guint i = 0; roles != NULL && i < roles->len; i++)
    {
      if (!dump_role (builder, database, g_ptr_array_index (roles, i), error))
        return FALSE;
    }

  return roles != NULL;
}

static gboolean
dump_guides (JsonBuilder *builder,
             WhDatabase  *database,
             const char  *language,
             GError     **error)
{
  g_autoptr (GPtrArray) guides = NULL;
  g_autoptr (WhGuideProgress) progress = NULL;

  if (!(guides = wh_store_list_guides (database, language, error)) ||
      !(progress = wh_guide_progress_load (database, error)))
    return FALSE;

  for (guint i = 0; i < guides->len; i++)
    wh_subject_add_chapters (builder, g_ptr_array_index (guides, i), progress);

  return TRUE;
}

static GPtrArray *
list_orders (WhDatabase *database,
             const char *language,
             GError    **error)
{
  return wh_store_list_orders (database, NULL, language, error);
}

/* Most subjects are a list of records; the others are written by a function of their own. */
typedef struct
{
  const char *member;
  GPtrArray *(*list) (WhDatabase *database,
                      const char *language,
                      GError    **error);
  WhJsonWriteFunc write;
  gboolean (*dump) (JsonBuilder *builder,
                    WhDatabase  *database,
                    const char  *language,
                    GError     **error);
} Dump;

static const Dump dumps[] = {
  { "libraries", .dump = dump_libraries },
  { "categories", wh_store_list_categories, wh_subject_write_category },
  { "criteria_sets", wh_store_list_criteria_sets, wh_subject_write_criteria_set },
  { "measures", wh_store_list_measures, wh_subject_write_measure },
  { "roles", .dump = dump_roles },
  { "orders", list_orders, wh_subject_write_order },
  { "rankings", wh_store_list_rankings, wh_subject_write_ranking },
  { "comparisons", wh_store_list_comparisons, wh_subject_write_comparison },
  { "counterparts", wh_store_list_counterparts, wh_subject_write_counterpart },
  { "tiers", wh_store_list_tiers, wh_subject_write_tier },
  { "picks", wh_store_list_picks, wh_subject_write_pick },
  { "strategies", wh_store_list_strategies, wh_subject_write_strategy },
  { "advice", wh_store_list_advice, wh_subject_write_advice },
  { "guides", .dump = dump_guides },
  { "sources", wh_store_list_sources, wh_subject_write_source },
  { "words", wh_store_list_words, wh_subject_write_word },
};

static gboolean
dump (JsonBuilder *builder,
      const Dump  *subject,
      WhDatabase  *database,
      const char  *language,
      GError     **error)
{
  g_autoptr (GPtrArray) records = NULL;
  gboolean is_done;

  if (subject->list != NULL)
    {
      if (!(records = subject->list (database, language, error)))
        return FALSE;

      wh_json_add_list (builder, subject->member, records, subject->write);
      return TRUE;
    }

  wh_json_begin_list (builder, subject->member);
  is_done = subject->dump (builder, database, language, error);
  json_builder_end_array (builder);

  return is_done;
}

/**
 * wh_exchange_dump:
 * @language: the language of the texts
 *
 * Writes the whole catalogue, as it is at one moment.
 *
 * Returns: (transfer full): an object with a list for each subject, or %NULL with
 *   @error set
 */
JsonNode *
wh_exchange_dump (WhDatabase *database,
                  const char *language,
                  GError    **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gboolean is_done = TRUE;

  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  if (!wh_database_begin_read (database, error))
    return NULL;

  json_builder_begin_object (builder);

  for (guint i = 0; is_done && i < G_N_ELEMENTS (dumps); i++)
    is_done = dump (builder, &dumps[i], database, language, error);

  wh_database_rollback (database);

  if (!is_done)
    return NULL;

  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}
