/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-library-selection.h"

/**
 * WhLibrarySelection:
 *
 * What the list and the table of libraries are given: a [class@Wh.PacedList]
 * over a [class@Wh.LibraryList] that knows its sections and what is selected.
 *
 * Selected are ids, not objects, so selecting everything selects the query and
 * reads nothing, however long the list is. Another query selects nothing.
 *
 * GTK selects what is under the pointer or has the focus; here that is not
 * meant, so only what adds to a selection (Space, Ctrl-click, Shift-click, Ctrl+A)
 * does something.
 */
struct _WhLibrarySelection
{
  WhPacedList parent_instance;

  WhLibraryList *list;

  /* Whether `ids` are those selected, or, when all are, those that are not. */
  gboolean    all;
  GHashTable *ids; /* gint64 */

  guint anchor; /* where extending starts: what was last changed alone */
};

static void section_model_iface_init (GtkSectionModelInterface *iface);
static void selection_model_iface_init (GtkSelectionModelInterface *iface);

/* clang-format off */
G_DEFINE_FINAL_TYPE_WITH_CODE (WhLibrarySelection, wh_library_selection, WH_TYPE_PACED_LIST,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_iface_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_iface_init))
/* clang-format on */

typedef enum
{
  PROP_N_SELECTED = 1,
} WhLibrarySelectionProperty;

static GParamSpec *properties[PROP_N_SELECTED + 1];

static const gint64 *
get_ids (WhLibrarySelection *self,
         guint              *n_ids)
{
  WhSearchResult *result = wh_library_list_get_result (self->list);

  *n_ids = 0;

  return result != NULL ? wh_search_result_get_ids (result, n_ids) : NULL;
}

static gboolean
is_id_selected (WhLibrarySelection *self,
                gint64              id)
{
  return g_hash_table_contains (self->ids, &id) != self->all;
}

static gboolean
is_position_selected (WhLibrarySelection *self,
                      guint               position)
{
  guint         n_ids;
  const gint64 *ids = get_ids (self, &n_ids);

  return position < n_ids && is_id_selected (self, ids[position]);
}

/* Returns: whether that changed anything */
static gboolean
select_position (WhLibrarySelection *self,
                 guint               position,
                 gboolean            selected)
{
  guint         n_ids;
  const gint64 *ids = get_ids (self, &n_ids);

  if (position >= n_ids || is_id_selected (self, ids[position]) == selected)
    return FALSE;

  if (selected != self->all)
    g_hash_table_add (self->ids, g_memdup2 (&ids[position], sizeof *ids));
  else
    g_hash_table_remove (self->ids, &ids[position]);

  return TRUE;
}

static void
report (WhLibrarySelection *self,
        guint               position,
        guint               n_items)
{
  if (n_items > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position, n_items);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SELECTED]);
}

static void
select_range (WhLibrarySelection *self,
              guint               position,
              guint               n_items,
              gboolean            selected)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < n_items; i++)
    changed |= select_position (self, position + i, selected);

  if (changed)
    report (self, position, n_items);
}

static void
select_all_or_none (WhLibrarySelection *self,
                    gboolean            all)
{
  if (self->all == all && g_hash_table_size (self->ids) == 0)
    return;

  self->all = all;
  self->anchor = 0;
  g_hash_table_remove_all (self->ids);
  report (self, 0, g_list_model_get_n_items (G_LIST_MODEL (self)));
}

static void
query_changed_cb (WhLibrarySelection *self)
{
  select_all_or_none (self, FALSE);
}

static gboolean
is_gone (gpointer key,
         gpointer value,
         gpointer user_data)
{
  WhLibrarySelection *self = user_data;
  const gint64       *id = key;

  return !wh_library_list_find (self->list, *id, NULL);
}

/* The same query may answer otherwise because the data changed. */
static void
result_changed_cb (WhLibrarySelection *self)
{
  guint n_gone = g_hash_table_foreach_remove (self->ids, is_gone, self);

  if (self->all || n_gone > 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SELECTED]);
}

static void
sections_changed_cb (WhLibrarySelection *self,
                     guint               position,
                     guint               n_items)
{
  gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), position, n_items);
}

static void
wh_library_selection_get_section (GtkSectionModel *model,
                                  guint            position,
                                  guint           *start,
                                  guint           *end)
{
  wh_paced_list_get_section (WH_PACED_LIST (model), position, start, end);
}

static void
section_model_iface_init (GtkSectionModelInterface *iface)
{
  iface->get_section = wh_library_selection_get_section;
}

static gboolean
wh_library_selection_is_selected (GtkSelectionModel *model,
                                  guint              position)
{
  return is_position_selected (WH_LIBRARY_SELECTION (model), position);
}

static GtkBitset *
wh_library_selection_get_selection_in_range (GtkSelectionModel *model,
                                             guint              position,
                                             guint              n_items)
{
  WhLibrarySelection *self = WH_LIBRARY_SELECTION (model);
  GtkBitset          *bitset = gtk_bitset_new_empty ();

  for (guint i = position; i < position + n_items; i++)
    if (is_position_selected (self, i))
      gtk_bitset_add (bitset, i);

  return bitset;
}

static gboolean
wh_library_selection_select_item (GtkSelectionModel *model,
                                  guint              position,
                                  gboolean           unselect_rest)
{
  if (unselect_rest)
    return FALSE;

  select_range (WH_LIBRARY_SELECTION (model), position, 1, TRUE);
  return TRUE;
}

static gboolean
wh_library_selection_unselect_item (GtkSelectionModel *model,
                                    guint              position)
{
  select_range (WH_LIBRARY_SELECTION (model), position, 1, FALSE);
  return TRUE;
}

static gboolean
wh_library_selection_select_range (GtkSelectionModel *model,
                                   guint              position,
                                   guint              n_items,
                                   gboolean           unselect_rest)
{
  select_range (WH_LIBRARY_SELECTION (model), position, n_items, TRUE);
  return TRUE;
}

static gboolean
wh_library_selection_unselect_range (GtkSelectionModel *model,
                                     guint              position,
                                     guint              n_items)
{
  select_range (WH_LIBRARY_SELECTION (model), position, n_items, FALSE);
  return TRUE;
}

static gboolean
wh_library_selection_select_all (GtkSelectionModel *model)
{
  select_all_or_none (WH_LIBRARY_SELECTION (model), TRUE);
  return TRUE;
}

static gboolean
wh_library_selection_unselect_all (GtkSelectionModel *model)
{
  select_all_or_none (WH_LIBRARY_SELECTION (model), FALSE);
  return TRUE;
}

static void
selection_model_iface_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = wh_library_selection_is_selected;
  iface->get_selection_in_range = wh_library_selection_get_selection_in_range;
  iface->select_item = wh_library_selection_select_item;
  iface->unselect_item = wh_library_selection_unselect_item;
  iface->select_range = wh_library_selection_select_range;
  iface->unselect_range = wh_library_selection_unselect_range;
  iface->select_all = wh_library_selection_select_all;
  iface->unselect_all = wh_library_selection_unselect_all;
}

static void
wh_library_selection_dispose (GObject *object)
{
  WhLibrarySelection *self = WH_LIBRARY_SELECTION (object);

  g_clear_object (&self->list);

  G_OBJECT_CLASS (wh_library_selection_parent_class)->dispose (object);
}

static void
wh_library_selection_finalize (GObject *object)
{
  WhLibrarySelection *self = WH_LIBRARY_SELECTION (object);

  g_clear_pointer (&self->ids, g_hash_table_unref);

  G_OBJECT_CLASS (wh_library_selection_parent_class)->finalize (object);
}

static void
wh_library_selection_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  WhLibrarySelection *self = WH_LIBRARY_SELECTION (object);

  switch ((WhLibrarySelectionProperty) prop_id)
    {
    case PROP_N_SELECTED:
      g_value_set_uint (value, wh_library_selection_get_n_selected (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wh_library_selection_class_init (WhLibrarySelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = wh_library_selection_dispose;
  object_class->finalize = wh_library_selection_finalize;
  object_class->get_property = wh_library_selection_get_property;

  properties[PROP_N_SELECTED] =
    g_param_spec_uint ("n-selected", NULL, NULL,
                       0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
wh_library_selection_init (WhLibrarySelection *self)
{
  self->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  g_signal_connect (self, "sections-changed", G_CALLBACK (sections_changed_cb), NULL);
}

static void
get_library_section (GListModel *model,
                     guint       position,
                     guint      *start,
                     guint      *end)
{
  wh_library_list_get_section (WH_LIBRARY_LIST (model), position, start, end);
}

WhLibrarySelection *
wh_library_selection_new (WhLibraryList *list)
{
  WhLibrarySelection *self;

  g_return_val_if_fail (WH_IS_LIBRARY_LIST (list), NULL);

  self = g_object_new (WH_TYPE_LIBRARY_SELECTION, NULL);
  self->list = g_object_ref (list);

  wh_paced_list_set_section_func (WH_PACED_LIST (self), get_library_section);
  wh_paced_list_set_model (WH_PACED_LIST (self), G_LIST_MODEL (list));

  g_signal_connect_object (list, "notify::query", G_CALLBACK (query_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::result", G_CALLBACK (result_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
wh_library_selection_toggle (WhLibrarySelection *self,
                             guint               position)
{
  g_return_if_fail (WH_IS_LIBRARY_SELECTION (self));

  self->anchor = position;
  select_range (self, position, 1, !is_position_selected (self, position));
}

/**
 * wh_library_selection_extend:
 *
 * Selects everything from what was toggled last to @position.
 */
void
wh_library_selection_extend (WhLibrarySelection *self,
                             guint               position)
{
  guint first;
  guint last;

  g_return_if_fail (WH_IS_LIBRARY_SELECTION (self));

  first = MIN (self->anchor, position);
  last = MAX (self->anchor, position);
  select_range (self, first, last - first + 1, TRUE);
}

/**
 * wh_library_selection_get_n_selected:
 *
 * Returns: how many are selected, of the whole query and not of the rows there are yet
 */
guint
wh_library_selection_get_n_selected (WhLibrarySelection *self)
{
  guint n_ids;
  guint n_marked;

  g_return_val_if_fail (WH_IS_LIBRARY_SELECTION (self), 0);

  n_marked = g_hash_table_size (self->ids);
  get_ids (self, &n_ids);

  return self->all ? n_ids - MIN (n_marked, n_ids) : n_marked;
}

/* Returns: (transfer full): the row of the index of each id that is selected */
static GHashTable *
map_rows (WhLibrarySelection *self,
          WhIndex            *index)
{
  GHashTable *rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint       n_libraries = wh_index_get_n_libraries (index);

  for (guint row = 0; row < n_libraries; row++)
    {
      gint64 id = wh_index_get_id (index, row);

      if (is_id_selected (self, id))
        g_hash_table_insert (rows, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (row));
    }

  return rows;
}

/**
 * wh_library_selection_dup_keys:
 *
 * Returns: (transfer full): the keys of what is selected, in the order of the list
 */
GStrv
wh_library_selection_dup_keys (WhLibrarySelection *self)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr (GHashTable) rows = NULL;
  WhIndex      *index;
  const gint64 *ids;
  guint         n_ids;

  g_return_val_if_fail (WH_IS_LIBRARY_SELECTION (self), NULL);

  index = wh_catalogue_get_index (wh_library_list_get_catalogue (self->list));
  if (index == NULL)
    return g_strv_builder_end (keys);

  rows = map_rows (self, index);
  ids = get_ids (self, &n_ids);

  for (guint i = 0; i < n_ids; i++)
    {
      gpointer row;

      if (g_hash_table_lookup_extended (rows, &ids[i], NULL, &row))
        g_strv_builder_add (keys, wh_index_get_key (index, GPOINTER_TO_UINT (row)));
    }

  return g_strv_builder_end (keys);
}
