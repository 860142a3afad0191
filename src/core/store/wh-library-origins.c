/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-catalogue-private.h"

#include "wh-library-origins.h"

static const char entry_sql[] =
  "SELECT source, section, common_word FROM contribution WHERE library_id = ?1 ORDER BY collection LIMIT 1";

static const char former_keys_sql[] =
  "SELECT r.old_key FROM renamed_key AS r JOIN library AS l ON l.key = r.new_key WHERE l.id = ?1 ORDER BY r.id";

static const char placements_sql[] =
  "SELECT category, source, section FROM placement WHERE library_id = ?1 ORDER BY id";

void
wh_placement_free (WhPlacement *self)
{
  if (self == NULL)
    return;

  g_free (self->category);
  g_free (self->source);
  g_free (self->section);
  g_free (self);
}

void
wh_library_origins_free (WhLibraryOrigins *self)
{
  if (self == NULL)
    return;

  g_free (self->source);
  g_free (self->section);
  g_strfreev (self->former_keys);
  g_clear_pointer (&self->placements, g_ptr_array_unref);
  g_free (self);
}

static gpointer
read_placement (WhCursor *cursor)
{
  WhPlacement *placement = g_new0 (WhPlacement, 1);

  placement->category = wh_cursor_dup_text (cursor, 0);
  placement->source = wh_cursor_dup_text (cursor, 1);
  placement->section = wh_cursor_dup_text (cursor, 2);

  return placement;
}

static gboolean
read_entry (WhLibraryOrigins *self,
            WhDatabase       *database,
            const WhQuestion *question,
            GError          **error)
{
  g_autoptr (WhCursor) cursor = wh_catalogue_ask (database, entry_sql, question, error);
  g_autoptr (GError) local_error = NULL;

  if (cursor == NULL)
    return FALSE;

  if (wh_cursor_next (cursor, &local_error))
    {
      self->source = wh_cursor_dup_text (cursor, 0);
      self->section = wh_cursor_dup_text (cursor, 1);
      self->common_word = wh_cursor_get_uint (cursor, 2) != 0;
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * wh_store_load_origins:
 * @id: the id of a library
 *
 * Returns: (transfer full): where its entry comes from, empty for a library that is
 *   gone; %NULL when the database failed
 */
WhLibraryOrigins *
wh_store_load_origins (WhDatabase *database,
                       gint64      id,
                       GError    **error)
{
  g_autoptr (WhLibraryOrigins) origins = g_new0 (WhLibraryOrigins, 1);
  WhQuestion question = { .id = id };

  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);

  if (!read_entry (origins, database, &question, error) ||
      !(origins->former_keys = wh_catalogue_read_strings (database, former_keys_sql, &question, error)) ||
      !(origins->placements = wh_catalogue_read_list (database, placements_sql, &question, read_placement,
                                                      (GDestroyNotify) wh_placement_free, error)))
    return NULL;

  return g_steal_pointer (&origins);
}
