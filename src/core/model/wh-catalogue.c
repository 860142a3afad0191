/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "wh-catalogue.h"
#include "wh-library-private.h"

/* Many events come with one commit; so often they are looked at. */
#define MONITOR_RATE_MS 100

/* A commit is written to the log before other connections can see it, and how long
 * before is the disk's affair. So after an event one looks again, less and less often.
 */
#define FIRST_LOOK_MS 50
#define LAST_LOOK_MS 800

/* One handed-out library. It goes when the object does. */
typedef struct
{
  WhCatalogue *catalogue; /* owns this */
  WhLibrary   *library;   /* not owned */
  char        *key;
  gint64       id;
} Entry;

/* The names that the catalogue gives to its own values, in the current language. */
typedef struct
{
  GHashTable *names;  /* char* => char*: "web/frameworks" => "Frameworks" */
  GHashTable *titles; /* the same with what is above it: "Web development › Frameworks" */
} Names;

struct _WhCatalogue
{
  GObject parent_instance;

  WhDatabase   *database;
  char         *language;
  WhIndex      *index;
  GHashTable   *by_key; /* char* => Entry*, owns the entries */
  GHashTable   *by_id;  /* gint64* => Entry* */
  GHashTable   *words;  /* char* => char* */
  Names         names[WH_N_FACETS];
  GFileMonitor *monitor;
  guint         look_id; /* the next look after an event */
  guint         look_after_ms;
  gint64        data_version;
  GCancellable *refreshing;      /* set while a worker reads the index anew */
  guint         n_loading;       /* workers that read an index */
  GPtrArray    *saved_meanwhile; /* WhUserRecord: what those may have missed */
  gboolean      writing;         /* a worker has the file */
};

G_DEFINE_FINAL_TYPE (WhCatalogue, wh_catalogue, G_TYPE_OBJECT)
G_DEFINE_ENUM_TYPE (WhCatalogueChange,
                    wh_catalogue_change,
                    G_DEFINE_ENUM_VALUE (WH_CATALOGUE_CHANGE_USER, "user"),
                    G_DEFINE_ENUM_VALUE (WH_CATALOGUE_CHANGE_CONTENTS, "contents"))

typedef enum
{
  PROP_LANGUAGE = 1,
} WhCatalogueProperty;

static GParamSpec *properties[PROP_LANGUAGE + 1];

typedef enum
{
  SIGNAL_CHANGED,
  SIGNAL_FAILED,
} WhCatalogueSignal;

static guint signals[SIGNAL_FAILED + 1];

static void
entry_free (Entry *entry)
{
  g_free (entry->key);
  g_free (entry);
}

/* Whoever can tell the user listens; nothing is only logged. */
static void
report (WhCatalogue  *self,
        const GError *error)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static void
emit_changed (WhCatalogue       *self,
              WhCatalogueChange  change,
              const char *const *keys)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, change, keys);
}

static void
library_gone_cb (gpointer user_data,
                 GObject *where_the_library_was)
{
  Entry       *entry = user_data;
  WhCatalogue *self = entry->catalogue;

  if (g_hash_table_lookup (self->by_id, &entry->id) == entry)
    g_hash_table_remove (self->by_id, &entry->id);
  g_hash_table_remove (self->by_key, entry->key);
}

static void
track_library (WhCatalogue *self,
               WhLibrary   *library)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->catalogue = self;
  entry->library = library;
  entry->key = g_strdup (wh_library_get_key (library));
  entry->id = wh_library_get_id (library);

  g_hash_table_insert (self->by_key, entry->key, entry);
  g_hash_table_insert (self->by_id, &entry->id, entry);
  g_object_weak_ref (G_OBJECT (library), library_gone_cb, entry);
}

/* Reads again what the entry's library shows. Its row may be another one now. */
static void
refresh_entry (WhCatalogue *self,
               Entry       *entry)
{
  g_autoptr (WhLibraryRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = wh_store_find_library (self->database, entry->key, &error);

  if (id != 0)
    record = wh_store_load_library (self->database, id, self->language, &error);

  if (error != NULL && !g_error_matches (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND))
    report (self, error);

  /* A key that leads to another one by now has been renamed. */
  if (record != NULL && g_str_equal (record->key, entry->key))
    {
      entry->id = record->id;
      wh_library_update (entry->library, record);
    }
  else if (record != NULL || g_error_matches (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND))
    {
      /* Its row is another library's by now, or will be. */
      entry->id = 0;
      wh_library_set_gone (entry->library);
    }
}

/* Notifications may make and drop libraries, so everything is held meanwhile. */
static void
refresh_libraries (WhCatalogue *self)
{
  g_autoptr (GPtrArray) libraries = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  Entry         *entry;

  g_hash_table_iter_init (&iter, self->by_key);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &entry))
    g_ptr_array_add (libraries, g_object_ref (entry->library));

  g_hash_table_remove_all (self->by_id);
  for (guint i = 0; i < libraries->len; i++)
    {
      entry = g_hash_table_lookup (self->by_key, wh_library_get_key (libraries->pdata[i]));
      refresh_entry (self, entry);

      if (entry->id != 0)
        g_hash_table_replace (self->by_id, &entry->id, entry);
    }
}

static void
clear_names (WhCatalogue *self)
{
  g_hash_table_remove_all (self->words);

  for (guint i = 0; i < WH_N_FACETS; i++)
    {
      g_clear_pointer (&self->names[i].names, g_hash_table_unref);
      g_clear_pointer (&self->names[i].titles, g_hash_table_unref);
    }
}

static void
take_index (WhCatalogue *self,
            WhIndex     *index)
{
  if (self->saved_meanwhile->len > 0)
    {
      WhIndex *patched = wh_index_with_user_records (index, self->saved_meanwhile);

      wh_index_unref (index);
      index = patched;
    }

  g_clear_pointer (&self->index, wh_index_unref);
  self->index = index;
}

static void
build_index_thread (GTask        *task,
                    gpointer      source_object,
                    gpointer      task_data,
                    GCancellable *cancellable)
{
  const char *path = task_data;
  g_autoptr (WhDatabase) database = NULL;
  g_autoptr (WhIndex) index = NULL;
  GError *error = NULL;

  if ((database = wh_database_open (path, WH_DATABASE_READ_ONLY, &error)))
    index = wh_index_build (database, cancellable, &error);

  if (index != NULL)
    g_task_return_pointer (task, g_steal_pointer (&index), (GDestroyNotify) wh_index_unref);
  else
    g_task_return_error (task, error);
}

/* Reads the index on a worker by a connection of its own. What this connection
 * saves until it comes is remembered.
 */
static void
build_index_async (WhCatalogue        *self,
                   GCancellable       *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  self->n_loading++;
  self->data_version = wh_database_get_data_version (self->database);

  g_task_set_source_tag (task, build_index_async);
  g_task_set_task_data (task, g_strdup (wh_database_get_path (self->database)), g_free);
  g_task_run_in_thread (task, build_index_thread);
}

static gboolean
build_index_finish (WhCatalogue  *self,
                    GAsyncResult *result,
                    GError      **error)
{
  WhIndex *index = g_task_propagate_pointer (G_TASK (result), error);

  if (index != NULL)
    take_index (self, index);

  if (--self->n_loading == 0)
    g_ptr_array_set_size (self->saved_meanwhile, 0);

  return index != NULL;
}

static void
refresh_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  WhCatalogue *self = WH_CATALOGUE (object);
  g_autoptr (GError) error = NULL;

  if (!build_index_finish (self, result, &error))
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;

      /* The next look tries again. */
      self->data_version = -1;
      g_clear_object (&self->refreshing);
      report (self, error);
      return;
    }

  g_clear_object (&self->refreshing);
  clear_names (self);
  refresh_libraries (self);
  emit_changed (self, WH_CATALOGUE_CHANGE_CONTENTS, NULL);

  /* There may have been more commits while this one was read. */
  wh_catalogue_check_for_changes (self);
}

/**
 * wh_catalogue_check_for_changes:
 *
 * Looks whether another process has written to the database, which costs some
 * microseconds, and if so shows what is there now: [signal@Wh.Catalogue::changed]
 * follows. Call it when the window gets the focus; changes of the write-ahead log
 * are noticed anyway.
 */
void
wh_catalogue_check_for_changes (WhCatalogue *self)
{
  g_return_if_fail (WH_IS_CATALOGUE (self));

  /* What is being read is shown first, or somebody who writes on and on would hide it. */
  if (self->index == NULL || self->refreshing != NULL ||
      wh_database_get_data_version (self->database) == self->data_version)
    return;

  self->refreshing = g_cancellable_new ();
  build_index_async (self, self->refreshing, refresh_cb, NULL);
}

static gboolean
look_cb (gpointer user_data)
{
  WhCatalogue *self = user_data;

  self->look_id = 0;
  wh_catalogue_check_for_changes (self);

  self->look_after_ms *= 2;
  if (self->look_after_ms <= LAST_LOOK_MS)
    self->look_id = g_timeout_add (self->look_after_ms, look_cb, self);

  return G_SOURCE_REMOVE;
}

static void
log_changed_cb (WhCatalogue *self)
{
  wh_catalogue_check_for_changes (self);

  self->look_after_ms = FIRST_LOOK_MS;
  g_clear_handle_id (&self->look_id, g_source_remove);
  self->look_id = g_timeout_add (self->look_after_ms, look_cb, self);
}

/* Without a monitor there is still the look on focus. */
static void
watch_log (WhCatalogue *self)
{
  const char *path = wh_database_get_log_path (self->database);
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;

  if (file == NULL || !(self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL)))
    return;

  g_file_monitor_set_rate_limit (self->monitor, MONITOR_RATE_MS);
  g_signal_connect_object (self->monitor, "changed", G_CALLBACK (log_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
wh_catalogue_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  WhCatalogue *self = WH_CATALOGUE (object);

  switch ((WhCatalogueProperty) prop_id)
    {
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wh_catalogue_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  WhCatalogue *self = WH_CATALOGUE (object);

  switch ((WhCatalogueProperty) prop_id)
    {
    case PROP_LANGUAGE:
      wh_catalogue_set_language (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wh_catalogue_dispose (GObject *object)
{
  WhCatalogue   *self = WH_CATALOGUE (object);
  GHashTableIter iter;
  Entry         *entry;

  g_clear_handle_id (&self->look_id, g_source_remove);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_cancellable_cancel (self->refreshing);
  g_clear_object (&self->refreshing);

  g_hash_table_iter_init (&iter, self->by_key);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &entry))
    g_object_weak_unref (G_OBJECT (entry->library), library_gone_cb, entry);
  g_hash_table_remove_all (self->by_id);
  g_hash_table_remove_all (self->by_key);

  g_clear_object (&self->database);

  G_OBJECT_CLASS (wh_catalogue_parent_class)->dispose (object);
}

static void
wh_catalogue_finalize (GObject *object)
{
  WhCatalogue *self = WH_CATALOGUE (object);

  clear_names (self);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->by_key, g_hash_table_unref);
  g_clear_pointer (&self->words, g_hash_table_unref);
  g_clear_pointer (&self->saved_meanwhile, g_ptr_array_unref);
  g_clear_pointer (&self->index, wh_index_unref);
  g_clear_pointer (&self->language, g_free);

  G_OBJECT_CLASS (wh_catalogue_parent_class)->finalize (object);
}

static void
wh_catalogue_class_init (WhCatalogueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = wh_catalogue_get_property;
  object_class->set_property = wh_catalogue_set_property;
  object_class->dispose = wh_catalogue_dispose;
  object_class->finalize = wh_catalogue_finalize;

  /**
   * WhCatalogue:language:
   *
   * The language of contents, as translations are named: "en", "zh_CN".
   */
  properties[PROP_LANGUAGE] =
    g_param_spec_string ("language", NULL, NULL,
                         "en",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * WhCatalogue::changed:
   * @change: what changed
   * @keys: (nullable): of what; %NULL when it may be anything
   *
   * Libraries and index are as they are now when this is emitted.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL,
                  NULL,
                  G_TYPE_NONE,
                  2,
                  WH_TYPE_CATALOGUE_CHANGE,
                  G_TYPE_STRV | G_SIGNAL_TYPE_STATIC_SCOPE);

  /**
   * WhCatalogue::failed:
   * @error: what went wrong, for the user
   *
   * The database could not be read when nobody was waiting for it. What is shown
   * is what was there before.
   */
  signals[SIGNAL_FAILED] =
    g_signal_new ("failed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL,
                  NULL,
                  G_TYPE_NONE,
                  1,
                  G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
wh_catalogue_init (WhCatalogue *self)
{
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) entry_free);
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->saved_meanwhile = g_ptr_array_new_with_free_func ((GDestroyNotify) wh_user_record_free);
}

/**
 * wh_catalogue_new:
 * @database: (transfer full): opened on this thread
 * @language: the language of contents
 *
 * The catalogue is empty until it is loaded.
 *
 * Returns: (transfer full): a catalogue
 */
WhCatalogue *
wh_catalogue_new (WhDatabase *database,
                  const char *language)
{
  WhCatalogue *self;

  g_return_val_if_fail (WH_IS_DATABASE (database), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  self = g_object_new (WH_TYPE_CATALOGUE, NULL);
  self->database = database;
  self->language = g_strdup (language);
  self->data_version = wh_database_get_data_version (database);

  watch_log (self);

  return self;
}

/**
 * wh_catalogue_load:
 *
 * Reads the index at once, on this thread: for the command line and for tests.
 */
gboolean
wh_catalogue_load (WhCatalogue *self,
                   GError     **error)
{
  WhIndex *index;

  g_return_val_if_fail (WH_IS_CATALOGUE (self), FALSE);

  self->data_version = wh_database_get_data_version (self->database);
  if (!(index = wh_index_build (self->database, NULL, error)))
    return FALSE;

  take_index (self, index);
  emit_changed (self, WH_CATALOGUE_CHANGE_CONTENTS, NULL);
  return TRUE;
}

static void
load_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  WhCatalogue *self = WH_CATALOGUE (object);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!build_index_finish (self, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  emit_changed (self, WH_CATALOGUE_CHANGE_CONTENTS, NULL);
  g_task_return_boolean (task, TRUE);
}

/* Reads the index on a worker. */
void
wh_catalogue_load_async (WhCatalogue        *self,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (WH_IS_CATALOGUE (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wh_catalogue_load_async);
  build_index_async (self, cancellable, load_cb, g_steal_pointer (&task));
}

gboolean
wh_catalogue_load_finish (WhCatalogue  *self,
                          GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (WH_IS_CATALOGUE (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

WhDatabase *
wh_catalogue_get_database (WhCatalogue *self)
{
  g_return_val_if_fail (WH_IS_CATALOGUE (self), NULL);

  return self->database;
}

/**
 * wh_catalogue_get_index:
 *
 * Returns: (transfer none) (nullable): the index as it is now; %NULL before the
 *   catalogue is loaded
 */
WhIndex *
wh_catalogue_get_index (WhCatalogue *self)
{
  g_return_val_if_fail (WH_IS_CATALOGUE (self), NULL);

  return self->index;
}

const char *
wh_catalogue_get_language (WhCatalogue *self)
{
  g_return_val_if_fail (WH_IS_CATALOGUE (self), NULL);

  return self->language;
}

/* Shows everything in another language; [signal@Wh.Catalogue::changed] follows. */
void
wh_catalogue_set_language (WhCatalogue *self,
                           const char  *language)
{
  g_return_if_fail (WH_IS_CATALOGUE (self));
  g_return_if_fail (language != NULL);

  if (!g_set_str (&self->language, language))
    return;

  clear_names (self);
  refresh_libraries (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANGUAGE]);
  emit_changed (self, WH_CATALOGUE_CHANGE_CONTENTS, NULL);
}

/* Makes the object for a row, or gives the row's new id to the one that is there. */
static WhLibrary *
take_record (WhCatalogue           *self,
             const WhLibraryRecord *record)
{
  Entry     *entry = g_hash_table_lookup (self->by_key, record->key);
  WhLibrary *library;

  if (entry == NULL)
    {
      library = wh_library_new (record);
      track_library (self, library);
      return library;
    }

  library = g_object_ref (entry->library);
  if (g_hash_table_lookup (self->by_id, &entry->id) == entry)
    g_hash_table_remove (self->by_id, &entry->id);
  entry->id = record->id;
  g_hash_table_replace (self->by_id, &entry->id, entry);
  wh_library_update (library, record);

  return library;
}

/**
 * wh_catalogue_dup_library:
 *
 * Returns: (transfer full): the one object for that row; %NULL with @error set when
 *   there is none or it cannot be read
 */
WhLibrary *
wh_catalogue_dup_library (WhCatalogue *self,
                          gint64       id,
                          GError     **error)
{
  g_autoptr (WhLibraryRecord) record = NULL;
  Entry *entry;

  g_return_val_if_fail (WH_IS_CATALOGUE (self), NULL);

  entry = g_hash_table_lookup (self->by_id, &id);
  if (entry != NULL)
    return g_object_ref (entry->library);

  if (!(record = wh_store_load_library (self->database, id, self->language, error)))
    return NULL;

  return take_record (self, record);
}

/**
 * wh_catalogue_dup_library_by_key:
 * @key: of a library; a renamed one leads to what it is called now
 *
 * Returns: (transfer full): the one object for that library; %NULL with @error set
 *   when there is none or it cannot be read
 */
WhLibrary *
wh_catalogue_dup_library_by_key (WhCatalogue *self,
                                 const char  *key,
                                 GError     **error)
{
  Entry *entry;
  gint64 id;

  g_return_val_if_fail (WH_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  entry = g_hash_table_lookup (self->by_key, key);
  if (entry != NULL)
    return g_object_ref (entry->library);

  id = wh_store_find_library (self->database, key, error);
  return id != 0 ? wh_catalogue_dup_library (self, id, error) : NULL;
}

/* Reads the rest of what is known about @library. */
WhLibraryDetails *
wh_catalogue_load_details (WhCatalogue *self,
                           WhLibrary   *library,
                           GError     **error)
{
  g_return_val_if_fail (WH_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (WH_IS_LIBRARY (library), NULL);

  return wh_store_load_details (self->database, wh_library_get_id (library), self->language, error);
}

/* The word of the catalogue for @key ("status/learnt") in the language of contents. */
char *
wh_catalogue_dup_word (WhCatalogue *self,
                       const char  *key)
{
  char *word;

  g_return_val_if_fail (WH_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  word = g_hash_table_lookup (self->words, key);
  if (word == NULL)
    {
      word = wh_store_dup_word (self->database, key, self->language);
      g_hash_table_insert (self->words, g_strdup (key), word);
    }

  return g_strdup (word);
}

static void
add_category_name (Names            *names,
                   const WhCategory *category)
{
  const char *above = category->parent != NULL ? g_hash_table_lookup (names->names, category->parent) : NULL;
  char       *title;

  title = above != NULL ? g_strconcat (above, " › ", category->name, NULL) : g_strdup (category->name);
  g_hash_table_insert (names->names, g_strdup (category->key), g_strdup (category->name));
  g_hash_table_insert (names->titles, g_strdup (category->key), title);
}

static GPtrArray *
list_values (WhCatalogue *self,
             WhFacet      facet,
             GError     **error)
{
  if (facet == WH_FACET_CATEGORY)
    return wh_store_list_categories (self->database, self->language, error);

  if (facet == WH_FACET_ROLE)
    return wh_store_list_roles (self->database, self->language, error);

  return wh_store_list_source_names (self->database, self->language, error);
}

static Names *
get_names (WhCatalogue *self,
           WhFacet      facet)
{
  Names *names = &self->names[facet];
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (GError) error = NULL;

  if (names->names != NULL)
    return names;

  names->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  names->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (!(values = list_values (self, facet, &error)))
    {
      report (self, error);
      return names;
    }

  for (guint i = 0; i < values->len; i++)
    {
      gpointer value = g_ptr_array_index (values, i);

      if (facet == WH_FACET_CATEGORY)
        add_category_name (names, value);
      else if (facet == WH_FACET_ROLE)
        g_hash_table_insert (names->names, g_strdup (((WhRole *) value)->key), g_strdup (((WhRole *) value)->name));
      else
        g_hash_table_insert (names->names, g_strdup (((WhSource *) value)->key), g_strdup (((WhSource *) value)->title));
    }

  return names;
}

static gboolean
is_named_by_catalogue (WhFacet facet)
{
  return facet == WH_FACET_CATEGORY || facet == WH_FACET_ROLE || facet == WH_FACET_SOURCE;
}

/**
 * wh_catalogue_dup_name:
 * @key: a value of @facet
 *
 * What the value is called by itself: "Frameworks", "Back-end developer", "Learnt".
 *
 * Returns: (transfer full): the name, or @key when it has none
 */
char *
wh_catalogue_dup_name (WhCatalogue *self,
                       WhFacet      facet,
                       const char  *key)
{
  g_autofree char *word = NULL;
  const char      *name;

  g_return_val_if_fail (WH_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (facet < WH_N_FACETS, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  if (is_named_by_catalogue (facet) && *key != '\0')
    {
      name = g_hash_table_lookup (get_names (self, facet)->names, key);
      return g_strdup (name != NULL ? name : key);
    }

  word = g_strconcat (wh_facet_to_key (facet), "/", *key != '\0' ? key : "none", NULL);
  return wh_catalogue_dup_word (self, word);
}

/**
 * wh_catalogue_dup_title:
 * @key: a value of @facet; "" for what has none
 *
 * What the value is called at the head of a section: "Web development › Frameworks",
 * "P0 · Must learn".
 *
 * Returns: (transfer full): the title
 */
char *
wh_catalogue_dup_title (WhCatalogue *self,
                        WhFacet      facet,
                        const char  *key)
{
  const char *title = NULL;

  g_return_val_if_fail (WH_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (facet < WH_N_FACETS, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  if (facet == WH_FACET_PRIORITY && *key != '\0')
    return wh_store_dup_priority_title (self->database, key, self->language);

  if (facet == WH_FACET_CATEGORY && *key != '\0')
    title = g_hash_table_lookup (get_names (self, facet)->titles, key);

  return title != NULL ? g_strdup (title) : wh_catalogue_dup_name (self, facet, key);
}

/**
 * wh_catalogue_dup_section:
 * @section: the key of a section of @source
 *
 * Returns: (transfer full): the title of the section, or @section when it has none
 */
char *
wh_catalogue_dup_section (WhCatalogue *self,
                          const char  *source,
                          const char  *section)
{
  g_autofree char *key = NULL;
  GHashTable      *titles;
  char            *title;

  g_return_val_if_fail (WH_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (source != NULL && section != NULL, NULL);

  key = g_strconcat (source, "#", section, NULL);
  titles = get_names (self, WH_FACET_SOURCE)->titles;
  title = g_hash_table_lookup (titles, key);
  if (title == NULL)
    {
      title = wh_store_dup_section_title (self->database, source, section, self->language);
      g_hash_table_insert (titles, g_steal_pointer (&key), title);
    }

  return g_strdup (title);
}

/**
 * wh_catalogue_dup_origin:
 * @section: (nullable): the key of a section of @source
 *
 * Where a fact comes from: "Survey of Python libraries › Web development".
 *
 * Returns: (transfer full): the title of the source, and of the section
 */
char *
wh_catalogue_dup_origin (WhCatalogue *self,
                         const char  *source,
                         const char  *section)
{
  g_autofree char *title = wh_catalogue_dup_name (self, WH_FACET_SOURCE, source);
  g_autofree char *part = section != NULL ? wh_catalogue_dup_section (self, source, section) : NULL;

  return part != NULL ? g_strconcat (title, " › ", part, NULL) : g_steal_pointer (&title);
}

/**
 * wh_catalogue_take_saved:
 * @records: (element-type WhUserRecord): what a worker has written by a connection of its own
 *
 * Shows the records at once, as wh_catalogue_replace() does.
 */
void
wh_catalogue_take_saved (WhCatalogue     *self,
                         const GPtrArray *records)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) keys = NULL;

  g_return_if_fail (WH_IS_CATALOGUE (self));
  g_return_if_fail (records != NULL);

  if (self->index != NULL)
    {
      WhIndex *patched = wh_index_with_user_records (self->index, records);

      wh_index_unref (self->index);
      self->index = patched;
    }

  for (guint i = 0; i < records->len; i++)
    {
      const WhUserRecord *record = g_ptr_array_index (records, i);
      Entry              *entry = g_hash_table_lookup (self->by_key, record->key);

      g_strv_builder_add (builder, record->key);
      if (self->n_loading > 0)
        g_ptr_array_add (self->saved_meanwhile, wh_user_record_copy (record));

      if (entry != NULL)
        {
          g_autoptr (WhLibrary) library = g_object_ref (entry->library);

          wh_library_update_user (library, record);
        }
    }

  keys = g_strv_builder_end (builder);
  emit_changed (self, WH_CATALOGUE_CHANGE_USER, (const char *const *) keys);
}

/**
 * wh_catalogue_set_writing:
 *
 * Tells that a worker is writing. Until it has finished, nothing can be saved: this
 * thread would have to wait for it.
 */
void
wh_catalogue_set_writing (WhCatalogue *self,
                          gboolean     writing)
{
  g_return_if_fail (WH_IS_CATALOGUE (self));
  g_return_if_fail (self->writing != writing);

  self->writing = writing;
}

gboolean
wh_catalogue_get_writing (WhCatalogue *self)
{
  g_return_val_if_fail (WH_IS_CATALOGUE (self), FALSE);

  return self->writing;
}

static gboolean
check_not_writing (WhCatalogue *self,
                   GError     **error)
{
  if (self->writing)
    g_set_error_literal (error, WH_STORE_ERROR, WH_STORE_ERROR_BUSY,
                         _ ("Another change is still being made. Wait until it is done, and try again."));

  return !self->writing;
}

/**
 * wh_catalogue_replace:
 * @before: (element-type WhUserRecord): what is to be there still
 * @after: (element-type WhUserRecord): what takes its place
 *
 * Writes @after, all or none, unless somebody wrote to the keys of @before
 * meanwhile: then it fails with %WH_STORE_ERROR_CHANGED. Shows what was written:
 * libraries, index and, by [signal@Wh.Catalogue::changed], everything else.
 *
 * Returns: %FALSE with @error set when nothing was written
 */
gboolean
wh_catalogue_replace (WhCatalogue     *self,
                      const GPtrArray *before,
                      const GPtrArray *after,
                      GError         **error)
{
  g_return_val_if_fail (WH_IS_CATALOGUE (self), FALSE);
  g_return_val_if_fail (before != NULL && after != NULL, FALSE);

  if (!check_not_writing (self, error) || !wh_store_replace_user_records (self->database, before, after, error))
    return FALSE;

  wh_catalogue_take_saved (self, after);
  return TRUE;
}
