/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-library-list.h"
#include "wh-library-private.h"

/* Up to so many libraries a query is answered well within a frame. */
#define DEFAULT_THRESHOLD 20000

/* A view asks twice for each row that comes, first whether it has it already, then to
 * show it, and holds it only then. So many are held meanwhile, that none is read twice.
 */
#define N_RECENT 64

struct _WhLibraryList
{
  GObject parent_instance;

  WhCatalogue    *catalogue;
  WhLibraryQuery *query;
  WhSearchResult *result; /* NULL before the catalogue is loaded */
  GCancellable   *searching;
  guint           generation; /* of the last question; answers to others are dropped */
  guint           threshold;
  gboolean        loading;

  WhLibrary *recent[N_RECENT]; /* those that were asked for last */
  guint      next_recent;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WhLibraryList, wh_library_list, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

typedef enum
{
  PROP_CATALOGUE = 1,
  PROP_QUERY,
  PROP_RESULT,
  PROP_LOADING,
} WhLibraryListProperty;

static GParamSpec *properties[PROP_LOADING + 1];

typedef enum
{
  SIGNAL_SECTIONS_CHANGED,
} WhLibraryListSignal;

static guint signals[SIGNAL_SECTIONS_CHANGED + 1];

typedef struct
{
  WhIndex        *index;
  WhLibraryQuery *query;
  guint           generation;
} Question;

static void
question_free (Question *question)
{
  wh_index_unref (question->index);
  wh_library_query_unref (question->query);
  g_free (question);
}

static const gint64 *
get_ids (WhSearchResult *result,
         guint          *n_ids)
{
  *n_ids = 0;

  return result != NULL ? wh_search_result_get_ids (result, n_ids) : NULL;
}

static const WhSearchSection *
get_sections (WhSearchResult *result,
              guint          *n_sections)
{
  *n_sections = 0;

  return result != NULL ? wh_search_result_get_sections (result, n_sections) : NULL;
}

static gboolean
has_same_sections (WhSearchResult *a,
                   WhSearchResult *b)
{
  const WhSearchSection *sections_a;
  const WhSearchSection *sections_b;
  guint                  n_a, n_b;

  sections_a = get_sections (a, &n_a);
  sections_b = get_sections (b, &n_b);

  if (n_a != n_b)
    return FALSE;

  for (guint i = 0; i < n_a; i++)
    {
      if (sections_a[i].facet != sections_b[i].facet ||
          sections_a[i].start != sections_b[i].start ||
          sections_a[i].n_items != sections_b[i].n_items ||
          !g_str_equal (sections_a[i].key, sections_b[i].key))
        return FALSE;
    }

  return TRUE;
}

static void
set_loading (WhLibraryList *self,
             gboolean       loading)
{
  if (self->loading == loading)
    return;

  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* Takes the place of the old result and reports only the span that differs, so
 * that a view keeps its scroll position and focus when one row comes or goes.
 */
static void
take_result (WhLibraryList  *self,
             WhSearchResult *result)
{
  g_autoptr (WhSearchResult) old = g_steal_pointer (&self->result);
  const gint64 *old_ids, *ids;
  guint         n_old, n_new;
  guint         start = 0;

  old_ids = get_ids (old, &n_old);
  ids = get_ids (result, &n_new);

  while (start < n_old && start < n_new && old_ids[start] == ids[start])
    start++;

  while (n_old > start && n_new > start && old_ids[n_old - 1] == ids[n_new - 1])
    {
      n_old--;
      n_new--;
    }

  self->result = result;

  if (n_old > start || n_new > start)
    g_list_model_items_changed (G_LIST_MODEL (self), start, n_old - start, n_new - start);

  get_ids (result, &n_new);
  if (n_new > 0 && !has_same_sections (old, result))
    g_signal_emit (self, signals[SIGNAL_SECTIONS_CHANGED], 0, 0, n_new);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESULT]);
}

static void
search_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  const Question *question = task_data;

  g_task_return_pointer (task,
                         wh_search (question->index, question->query, cancellable),
                         (GDestroyNotify) wh_search_result_unref);
}

static void
search_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  WhLibraryList  *self = WH_LIBRARY_LIST (object);
  const Question *question = g_task_get_task_data (G_TASK (result));
  g_autoptr (WhSearchResult) answer = g_task_propagate_pointer (G_TASK (result), NULL);

  if (answer == NULL || question->generation != self->generation)
    return;

  g_clear_object (&self->searching);
  take_result (self, g_steal_pointer (&answer));
  set_loading (self, FALSE);
}

static void
search_on_worker (WhLibraryList *self,
                  WhIndex       *index)
{
  g_autoptr (GTask) task = NULL;
  Question *question = g_new0 (Question, 1);

  question->index = wh_index_ref (index);
  question->query = wh_library_query_ref (self->query);
  question->generation = self->generation;

  self->searching = g_cancellable_new ();
  task = g_task_new (self, self->searching, search_cb, NULL);
  g_task_set_source_tag (task, search_on_worker);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_task_run_in_thread (task, search_thread);

  set_loading (self, TRUE);
}

static void
search (WhLibraryList *self)
{
  WhIndex *index = wh_catalogue_get_index (self->catalogue);

  self->generation++;
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);

  if (index == NULL)
    return;

  if (wh_index_get_n_libraries (index) >= self->threshold)
    {
      search_on_worker (self, index);
      return;
    }

  take_result (self, wh_search (index, self->query, NULL));
  set_loading (self, FALSE);
}

static GType
wh_library_list_get_item_type (GListModel *model)
{
  return WH_TYPE_LIBRARY;
}

static guint
wh_library_list_get_n_items (GListModel *model)
{
  WhLibraryList *self = WH_LIBRARY_LIST (model);
  guint          n_ids;

  get_ids (self->result, &n_ids);

  return n_ids;
}

static void
hold (WhLibraryList *self,
      WhLibrary     *library)
{
  g_set_object (&self->recent[self->next_recent], library);
  self->next_recent = (self->next_recent + 1) % N_RECENT;
}

static gpointer
wh_library_list_get_item (GListModel *model,
                          guint       position)
{
  WhLibraryList *self = WH_LIBRARY_LIST (model);
  WhLibrary     *library;
  const gint64  *ids;
  guint          n_ids;

  ids = get_ids (self->result, &n_ids);
  if (position >= n_ids)
    return NULL;

  library = wh_catalogue_dup_library (self->catalogue, ids[position], NULL);

  /* The row went away behind our back; the change that says so is on its way. */
  if (library == NULL)
    return wh_library_new_missing (ids[position], "");

  hold (self, library);
  return library;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = wh_library_list_get_item_type;
  iface->get_n_items = wh_library_list_get_n_items;
  iface->get_item = wh_library_list_get_item;
}

static void
wh_library_list_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  WhLibraryList *self = WH_LIBRARY_LIST (object);

  switch ((WhLibraryListProperty) prop_id)
    {
    case PROP_CATALOGUE:
      g_value_set_object (value, self->catalogue);
      break;

    case PROP_QUERY:
      g_value_set_boxed (value, self->query);
      break;

    case PROP_RESULT:
      g_value_set_boxed (value, self->result);
      break;

    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wh_library_list_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  WhLibraryList *self = WH_LIBRARY_LIST (object);

  switch ((WhLibraryListProperty) prop_id)
    {
    case PROP_CATALOGUE:
      self->catalogue = g_value_dup_object (value);
      break;

    case PROP_QUERY:
      wh_library_list_set_query (self, g_value_get_boxed (value));
      break;

    case PROP_RESULT:
    case PROP_LOADING:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wh_library_list_constructed (GObject *object)
{
  WhLibraryList *self = WH_LIBRARY_LIST (object);

  G_OBJECT_CLASS (wh_library_list_parent_class)->constructed (object);

  g_signal_connect_object (self->catalogue, "changed", G_CALLBACK (search), self, G_CONNECT_SWAPPED);
  search (self);
}

static void
wh_library_list_dispose (GObject *object)
{
  WhLibraryList *self = WH_LIBRARY_LIST (object);

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  for (guint i = 0; i < N_RECENT; i++)
    g_clear_object (&self->recent[i]);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (wh_library_list_parent_class)->dispose (object);
}

static void
wh_library_list_finalize (GObject *object)
{
  WhLibraryList *self = WH_LIBRARY_LIST (object);

  g_clear_pointer (&self->query, wh_library_query_unref);
  g_clear_pointer (&self->result, wh_search_result_unref);

  G_OBJECT_CLASS (wh_library_list_parent_class)->finalize (object);
}

static void
wh_library_list_class_init (WhLibraryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = wh_library_list_get_property;
  object_class->set_property = wh_library_list_set_property;
  object_class->constructed = wh_library_list_constructed;
  object_class->dispose = wh_library_list_dispose;
  object_class->finalize = wh_library_list_finalize;

  properties[PROP_CATALOGUE] =
    g_param_spec_object ("catalogue", NULL, NULL,
                         WH_TYPE_CATALOGUE,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * WhLibraryList:query:
   *
   * What the list answers. It is empty, which is everything, but never %NULL.
   */
  properties[PROP_QUERY] =
    g_param_spec_boxed ("query", NULL, NULL,
                        WH_TYPE_LIBRARY_QUERY,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * WhLibraryList:result:
   *
   * What was found: counts for the chips, sections, totals. Changes after the items do.
   */
  properties[PROP_RESULT] =
    g_param_spec_boxed ("result", NULL, NULL,
                        WH_TYPE_SEARCH_RESULT,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  properties[PROP_LOADING] =
    g_param_spec_boolean ("loading", NULL, NULL,
                          FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * WhLibraryList::sections-changed:
   * @position: the first row
   * @n_items: how many rows
   *
   * The rows stand in other sections, whether they themselves changed or not.
   */
  signals[SIGNAL_SECTIONS_CHANGED] =
    g_signal_new ("sections-changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL,
                  NULL,
                  G_TYPE_NONE,
                  2,
                  G_TYPE_UINT,
                  G_TYPE_UINT);
}

static void
wh_library_list_init (WhLibraryList *self)
{
  self->query = wh_library_query_new ();
  self->threshold = DEFAULT_THRESHOLD;
}

WhLibraryList *
wh_library_list_new (WhCatalogue *catalogue)
{
  g_return_val_if_fail (WH_IS_CATALOGUE (catalogue), NULL);

  return g_object_new (WH_TYPE_LIBRARY_LIST, "catalogue", catalogue, NULL);
}

WhCatalogue *
wh_library_list_get_catalogue (WhLibraryList *self)
{
  g_return_val_if_fail (WH_IS_LIBRARY_LIST (self), NULL);

  return self->catalogue;
}

WhLibraryQuery *
wh_library_list_get_query (WhLibraryList *self)
{
  g_return_val_if_fail (WH_IS_LIBRARY_LIST (self), NULL);

  return self->query;
}

/**
 * wh_library_list_set_query:
 * @query: (transfer none): what to answer from now on; it must not change any more
 */
void
wh_library_list_set_query (WhLibraryList  *self,
                           WhLibraryQuery *query)
{
  g_return_if_fail (WH_IS_LIBRARY_LIST (self));
  g_return_if_fail (query != NULL);

  if (self->query == query || wh_library_query_equal (self->query, query))
    return;

  wh_library_query_unref (self->query);
  self->query = wh_library_query_ref (query);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
  search (self);
}

/**
 * wh_library_list_get_result:
 *
 * Returns: (transfer none) (nullable): what was found last; %NULL before the first
 *   answer
 */
WhSearchResult *
wh_library_list_get_result (WhLibraryList *self)
{
  g_return_val_if_fail (WH_IS_LIBRARY_LIST (self), NULL);

  return self->result;
}

/* Whether what is shown is not yet the answer to the query. */
gboolean
wh_library_list_get_loading (WhLibraryList *self)
{
  g_return_val_if_fail (WH_IS_LIBRARY_LIST (self), FALSE);

  return self->loading;
}

/**
 * wh_library_list_get_section:
 * @start: (out): the first row of the section
 * @end: (out): the row after its last
 *
 * As gtk_section_model_get_section(): without sections all rows are one, and a
 * position past the last row stands in one without end.
 */
void
wh_library_list_get_section (WhLibraryList *self,
                             guint          position,
                             guint         *start,
                             guint         *end)
{
  const WhSearchSection *section;
  guint                  n_items;

  g_return_if_fail (WH_IS_LIBRARY_LIST (self));

  n_items = wh_library_list_get_n_items (G_LIST_MODEL (self));
  section = wh_library_list_find_section (self, position);

  if (section != NULL)
    {
      *start = section->start;
      *end = section->start + section->n_items;
    }
  else if (position >= n_items)
    {
      *start = n_items;
      *end = G_MAXUINT;
    }
  else
    {
      *start = 0;
      *end = n_items;
    }
}

/**
 * wh_library_list_find_section:
 *
 * Returns: (transfer none) (nullable): what is to be said of the section in which
 *   the row at @position stands; %NULL when the list has no sections
 */
const WhSearchSection *
wh_library_list_find_section (WhLibraryList *self,
                              guint          position)
{
  g_return_val_if_fail (WH_IS_LIBRARY_LIST (self), NULL);

  return self->result != NULL ? wh_search_result_find_section (self->result, position) : NULL;
}

/* Where the library with that id stands, if it is in the list. */
gboolean
wh_library_list_find (WhLibraryList *self,
                      gint64         id,
                      guint         *position)
{
  const gint64 *ids;
  guint         n_ids;

  g_return_val_if_fail (WH_IS_LIBRARY_LIST (self), FALSE);

  ids = get_ids (self->result, &n_ids);
  for (guint i = 0; i < n_ids; i++)
    {
      if (ids[i] == id)
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

/* From so many libraries in the catalogue on queries are answered on a worker. */
void
wh_library_list_set_threshold (WhLibraryList *self,
                               guint          n_libraries)
{
  g_return_if_fail (WH_IS_LIBRARY_LIST (self));

  self->threshold = n_libraries;
}
