/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-catalogue-subjects.h"
#include "wh-user-record.h"

#include "wh-resolve.h"

/* So many near keys are offered for a wrong one; when none is near, all of them if they are few. */
#define MAX_SUGGESTIONS 3
#define MAX_LISTED 12

/* What the store calls a subject. */
static const char *const subject_names[] = {
  [WH_SUBJECT_LIBRARY] = "library",
  [WH_SUBJECT_ROLE] = "role",
  [WH_SUBJECT_CATEGORY] = "category",
  [WH_SUBJECT_COUNTERPART] = "counterpart",
  [WH_SUBJECT_TIER] = "tier",
  [WH_SUBJECT_SOURCE] = "source",
  [WH_SUBJECT_RANKING] = "ranking",
  [WH_SUBJECT_COMPARISON] = "comparison",
  [WH_SUBJECT_PICK] = "pick",
  [WH_SUBJECT_GUIDE] = "guide",
  [WH_SUBJECT_TOPIC] = "topic",
  [WH_SUBJECT_ITEM] = "item",
};

static char *
dup_complaint (WhSubject   subject,
               const char *key)
{
  switch (subject)
    {
    case WH_SUBJECT_LIBRARY:
      return g_strdup_printf (_ ("There is no library “%s”"), key);

    case WH_SUBJECT_ROLE:
      return g_strdup_printf (_ ("There is no role “%s”"), key);

    case WH_SUBJECT_CATEGORY:
      return g_strdup_printf (_ ("There is no category “%s”"), key);

    case WH_SUBJECT_COUNTERPART:
      return g_strdup_printf (_ ("There are no counterparts “%s”"), key);

    case WH_SUBJECT_TIER:
      return g_strdup_printf (_ ("There is no tier “%s”"), key);

    case WH_SUBJECT_SOURCE:
      return g_strdup_printf (_ ("There is no source “%s”"), key);

    case WH_SUBJECT_RANKING:
      return g_strdup_printf (_ ("There is no ranking “%s”"), key);

    case WH_SUBJECT_COMPARISON:
      return g_strdup_printf (_ ("There is no comparison “%s”"), key);

    case WH_SUBJECT_PICK:
      return g_strdup_printf (_ ("There is no quick pick “%s”"), key);

    case WH_SUBJECT_GUIDE:
      return g_strdup_printf (_ ("There is no guide “%s”"), key);

    case WH_SUBJECT_TOPIC:
    case WH_SUBJECT_ITEM:
      return g_strdup_printf (_ ("There is no library or topic “%s”"), key);

    default:
      g_assert_not_reached ();
    }
}

/* Where to look when no key comes near. */
static const char *
get_listing_command (WhSubject subject)
{
  switch (subject)
    {
    case WH_SUBJECT_LIBRARY:
    case WH_SUBJECT_ITEM:
      return "wheelhouse search TEXT";

    case WH_SUBJECT_ROLE:
      return "wheelhouse roles";

    case WH_SUBJECT_CATEGORY:
      return "wheelhouse categories";

    case WH_SUBJECT_COUNTERPART:
      return "wheelhouse counterparts";

    case WH_SUBJECT_TIER:
      return "wheelhouse tiers";

    case WH_SUBJECT_SOURCE:
      return "wheelhouse sources";

    case WH_SUBJECT_RANKING:
      return "wheelhouse rankings";

    case WH_SUBJECT_COMPARISON:
      return "wheelhouse comparisons";

    case WH_SUBJECT_PICK:
      return "wheelhouse picks";

    case WH_SUBJECT_GUIDE:
    case WH_SUBJECT_TOPIC:
      return "wheelhouse guides";

    default:
      g_assert_not_reached ();
    }
}

/* Without a key that is near: all keys where they are few, otherwise where to look. */
static void
set_far_off (WhDatabase *database,
             WhSubject   subject,
             const char *complaint,
             GError    **error)
{
  g_auto (GStrv) keys = wh_store_list_keys (database, subject_names[subject], error);
  g_autofree char *known = NULL;

  if (keys == NULL)
    return;

  if (keys[0] == NULL || g_strv_length (keys) > MAX_LISTED)
    {
      g_set_error (error, WH_CLI_ERROR, WH_CLI_ERROR_FAILED,
                   _ ("%s; see %s"), complaint, get_listing_command (subject));
      return;
    }

  known = g_strjoinv (", ", keys);
  g_set_error (error, WH_CLI_ERROR, WH_CLI_ERROR_FAILED, _ ("%s; there are: %s"), complaint, known);
}

static void
set_unknown (WhDatabase *database,
             WhSubject   subject,
             const char *key,
             GError    **error)
{
  g_autofree char *complaint = dup_complaint (subject, key);
  g_autofree char *nearest = NULL;
  g_auto (GStrv) keys = NULL;

  if (!(keys = wh_store_suggest_keys (database, subject_names[subject], key, MAX_SUGGESTIONS, error)))
    return;

  if (keys[0] == NULL)
    {
      set_far_off (database, subject, complaint, error);
      return;
    }

  nearest = g_strjoinv (", ", keys);
  g_set_error (error, WH_CLI_ERROR, WH_CLI_ERROR_FAILED, _ ("%s; the nearest: %s"), complaint, nearest);
}

static void
set_ambiguous (const char        *typed,
               const char *const *keys,
               GError           **error)
{
  g_autofree char *listed = g_strjoinv (", ", (char **) keys);

  g_set_error (error, WH_CLI_ERROR, WH_CLI_ERROR_FAILED,
               _ ("“%s” is the name of several; say which by its key: %s"), typed, listed);
}

/* Returns: (transfer full) (nullable): the key of the only one that is called @typed; %NULL without an
 *   error when none is
 */
static char *
look_for_named (WhDatabase *database,
                WhSubject   subject,
                const char *typed,
                GError    **error)
{
  g_auto (GStrv) keys = wh_store_find_keys (database, subject_names[subject], typed, error);

  if (keys == NULL || keys[0] == NULL)
    return NULL;

  if (keys[1] == NULL)
    return g_strdup (keys[0]);

  set_ambiguous (typed, (const char *const *) keys, error);
  return NULL;
}

/* The same, but then it is an error that none is. */
static char *
find_named (WhDatabase *database,
            WhSubject   subject,
            const char *typed,
            GError    **error)
{
  GError *local_error = NULL;
  char   *key = look_for_named (database, subject, typed, &local_error);

  if (local_error != NULL)
    g_propagate_error (error, local_error);
  else if (key == NULL)
    set_unknown (database, subject, typed, error);

  return key;
}

/**
 * wh_resolve_key:
 * @subject: anything but a library: those may have been renamed
 * @typed: a key; or a name or alias that no other has, in any language and in capitals or not
 *
 * Returns: (transfer full) (nullable): the key; the error names those that come into question
 */
char *
wh_resolve_key (WhDatabase *database,
                WhSubject   subject,
                const char *typed,
                GError    **error)
{
  g_auto (GStrv) keys = wh_store_list_keys (database, subject_names[subject], error);

  if (keys == NULL)
    return NULL;

  if (g_strv_contains ((const char *const *) keys, typed))
    return g_strdup (typed);

  return find_named (database, subject, typed, error);
}

/**
 * wh_resolve_record:
 * @records: all of @subject
 * @key_offset: where in each of them its key is
 * @typed: as for wh_resolve_key()
 *
 * Returns: (transfer none) (nullable): the one that is meant by @typed
 */
gpointer
wh_resolve_record (WhDatabase *database,
                   WhSubject   subject,
                   GPtrArray  *records,
                   gsize       key_offset,
                   const char *typed,
                   GError    **error)
{
  g_autofree char *key = wh_resolve_key (database, subject, typed, error);

  if (key == NULL)
    return NULL;

  for (guint i = 0; i < records->len; i++)
    {
      gpointer record = g_ptr_array_index (records, i);

      if (g_str_equal (G_STRUCT_MEMBER (const char *, record, key_offset), key))
        return record;
    }

  /* It came after the records had been read. */
  set_unknown (database, subject, typed, error);
  return NULL;
}

/**
 * wh_resolve_library:
 * @typed: a key, as it is or as it once was; or a name or alias that no other has
 * @id: (out) (optional): the id of the library
 *
 * Returns: (transfer full) (nullable): the key the library has now; the error names
 *   those that come into question
 */
char *
wh_resolve_library (WhDatabase *database,
                    const char *typed,
                    gint64     *id,
                    GError    **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *key = g_strdup (typed);
  gint64           found = wh_store_find_library (database, key, &local_error);

  if (g_error_matches (local_error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND))
    {
      g_clear_error (&local_error);
      g_free (key);

      if (!(key = find_named (database, WH_SUBJECT_LIBRARY, typed, error)))
        return NULL;

      found = wh_store_find_library (database, key, &local_error);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  if (id != NULL)
    *id = found;

  return wh_store_dup_current_key (database, key, error);
}

static gboolean
is_missing (const GError *error)
{
  return g_error_matches (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND);
}

/* @topic: (out): the topic with that key, %NULL when there is none
 *
 * Returns: %FALSE with @error set when the database failed
 */
static gboolean
find_topic (WhDatabase *database,
            const char *key,
            const char *language,
            WhTopic   **topic,
            GError    **error)
{
  GError *local_error = NULL;

  *topic = wh_store_load_topic (database, key, language, &local_error);

  /* What has something below it is no topic. */
  if (*topic != NULL && (*topic)->has_children)
    g_clear_pointer (topic, wh_topic_free);

  if (local_error == NULL || is_missing (local_error))
    {
      g_clear_error (&local_error);
      return TRUE;
    }

  g_propagate_error (error, local_error);
  return FALSE;
}

/* Returns: (transfer full) (nullable): the key of the library; %NULL without an error when there is none */
static char *
look_for_library (WhDatabase *database,
                  const char *typed,
                  GError    **error)
{
  GError *local_error = NULL;

  if (wh_store_find_library (database, typed, &local_error) != 0)
    return wh_store_dup_current_key (database, typed, error);

  if (is_missing (local_error))
    g_clear_error (&local_error);
  else
    g_propagate_error (error, local_error);

  return NULL;
}

/* By key first, then by name, and libraries before topics, of which many are called as they are.
 * @key, @topic: (out): what it is; both %NULL when it is nothing
 */
static gboolean
look_for_item (WhDatabase *database,
               const char *typed,
               const char *language,
               char      **key,
               WhTopic   **topic,
               GError    **error)
{
  g_autofree char *title = NULL;
  GError          *local_error = NULL;

  *key = look_for_library (database, typed, &local_error);

  if (*key == NULL && local_error == NULL && find_topic (database, typed, language, topic, &local_error) && *topic == NULL &&
      !(*key = look_for_named (database, WH_SUBJECT_LIBRARY, typed, &local_error)) && local_error == NULL &&
      (title = look_for_named (database, WH_SUBJECT_TOPIC, typed, &local_error)))
    find_topic (database, title, language, topic, &local_error);

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, local_error);
  return FALSE;
}

/**
 * wh_resolve_item:
 * @typed: a key of a library or topic, as it is or as it once was; or a name that no other has
 * @topic: (out) (optional) (nullable): the topic, %NULL when a library is meant
 *
 * Returns: (transfer full) (nullable): the key by which it is planned and learnt, which for
 *   a topic that is a library is that of the library; the error names those that come into question
 */
char *
wh_resolve_item (WhDatabase *database,
                 const char *typed,
                 const char *language,
                 WhTopic   **topic,
                 GError    **error)
{
  g_autoptr (WhTopic) found = NULL;
  g_autofree char *key = NULL;

  if (!look_for_item (database, typed, language, &key, &found, error))
    return NULL;

  if (found != NULL)
    key = g_strdup (found->library != NULL ? found->library : found->key);

  if (key == NULL)
    set_unknown (database, WH_SUBJECT_ITEM, typed, error);
  else if (topic != NULL)
    *topic = g_steal_pointer (&found);

  return g_steal_pointer (&key);
}

/**
 * wh_resolve_planned:
 *
 * A key that is in the plan is right even when the catalogue knows nothing of it
 * any more.
 *
 * Returns: (transfer full) (nullable): the keys the libraries and topics have now, in the order given
 */
GStrv
wh_resolve_planned (WhDatabase        *database,
                    const char *const *keys,
                    GError           **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (WhUserRecord) record = wh_store_load_user_record (database, keys[i], error);
      char *key;

      if (record == NULL)
        return NULL;

      key = record->planned ? g_strdup (keys[i]) : wh_resolve_item (database, keys[i], "en", NULL, error);

      if (key == NULL)
        return NULL;

      g_strv_builder_take (builder, key);
    }

  return g_strv_builder_end (builder);
}

/* @halves: (out): the stars that @text gives, 0 to %WH_STARS_MAX */
gboolean
wh_resolve_stars (const char *text,
                  guint      *halves,
                  GError    **error)
{
  char  *end = NULL;
  double stars = g_ascii_strtod (text, &end);

  /* Only halves are exact: 4.5 is, 4.3 is not. */
  if (end == text || *end != '\0' || !(stars >= 0 && stars * 2 <= WH_STARS_MAX) ||
      (double) (guint) (stars * 2) < stars * 2)
    {
      g_set_error (error, WH_CLI_ERROR, WH_CLI_ERROR_USAGE,
                   _ ("“%s” is not a number of stars: 0.5 to 5 in steps of 0.5"), text);
      return FALSE;
    }

  *halves = (guint) (stars * 2);
  return TRUE;
}
