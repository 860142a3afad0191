/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-catalogue-store.h"

#include "wh-plan.h"

/**
 * WhPlan:
 *
 * The user's plan as a list of [class@Wh.PlanItem], grouped by status (what is
 * being learnt first, what is over last) and by place within a group. It follows
 * the catalogue: every change, also another process's, comes as the smallest
 * items-changed. An item stays the same object while its key is planned.
 *
 * GTK's section interface is not known here; the window forwards
 * wh_plan_get_section(). When a plan cannot be read the old one stays and
 * [property@Wh.Plan:error] says why.
 */
struct _WhPlan
{
  GObject parent_instance;

  WhCatalogue *catalogue;
  GPtrArray   *items;    /* WhPlanItem */
  GArray      *statuses; /* WhStatus in step with items: what the list was grouped by */
  guint        n_learnt;
  GError      *error;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WhPlan, wh_plan, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

typedef enum
{
  PROP_CATALOGUE = 1,
  PROP_N_ITEMS,
  PROP_N_LEARNT,
  PROP_ERROR,
} WhPlanProperty;

static GParamSpec *properties[PROP_ERROR + 1];

/* The order of the groups: what is at hand first, what is over last. */
static const guint group_of_status[] = {
  [WH_STATUS_LEARNING] = 0,
  [WH_STATUS_TO_LEARN] = 1,
  [WH_STATUS_NONE] = 2,
  [WH_STATUS_LEARNT] = 3,
  [WH_STATUS_SKIPPED] = 4,
};

static WhPlanItem *
get_item (GPtrArray *items,
          guint      position)
{
  return g_ptr_array_index (items, position);
}

static WhStatus
get_status (GArray *statuses,
            guint   position)
{
  return g_array_index (statuses, WhStatus, position);
}

static void
set_error (WhPlan *self,
           GError *error)
{
  if (self->error == NULL && error == NULL)
    return;

  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static int
compare_records_cb (gconstpointer a,
                    gconstpointer b)
{
  return wh_plan_compare_records (*(const WhUserRecord *const *) a, *(const WhUserRecord *const *) b);
}

static GHashTable *
index_items (GPtrArray *items)
{
  GHashTable *items_by_key = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < items->len; i++)
    g_hash_table_insert (items_by_key,
                         (char *) wh_plan_item_get_key (get_item (items, i)),
                         get_item (items, i));

  return items_by_key;
}

/* The object that stands for the key already, or a new one. The record may take the
 * place of the one that owns the key of the hash table, so the item is taken out first.
 */
static WhPlanItem *
dup_item (WhPlan             *self,
          GHashTable         *items_by_key,
          const WhUserRecord *record)
{
  WhPlanItem *item = g_hash_table_lookup (items_by_key, record->key);

  if (item == NULL)
    return wh_plan_item_new (record, self->catalogue);

  g_hash_table_remove (items_by_key, record->key);
  wh_plan_item_update (item, record);

  return g_object_ref (item);
}

static GPtrArray *
load_items (WhPlan  *self,
            GError **error)
{
  g_autoptr (GPtrArray) records = wh_store_list_plan (wh_catalogue_get_database (self->catalogue), error);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) items_by_key = index_items (self->items);

  if (records == NULL)
    return NULL;

  g_ptr_array_sort (records, compare_records_cb);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (items, dup_item (self, items_by_key, g_ptr_array_index (records, i)));

  return g_steal_pointer (&items);
}

static gboolean
is_same_row (GPtrArray *old_items,
             GArray    *old_statuses,
             guint      old_position,
             GPtrArray *items,
             GArray    *statuses,
             guint      position)
{
  return get_item (old_items, old_position) == get_item (items, position) &&
         get_status (old_statuses, old_position) == get_status (statuses, position);
}

static GArray *
list_statuses (GPtrArray *items)
{
  GArray *statuses = g_array_sized_new (FALSE, FALSE, sizeof (WhStatus), items->len);

  for (guint i = 0; i < items->len; i++)
    {
      WhStatus status = wh_plan_item_get_status (get_item (items, i));

      g_array_append_val (statuses, status);
    }

  return statuses;
}

static void
count_learnt (WhPlan *self)
{
  guint n_learnt = 0;

  for (guint i = 0; i < self->statuses->len; i++)
    if (get_status (self->statuses, i) == WH_STATUS_LEARNT)
      n_learnt++;

  if (n_learnt == self->n_learnt)
    return;

  self->n_learnt = n_learnt;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_LEARNT]);
}

/* Swaps in the new items and reports only the span that differs. An item that came
 * into another group differs even where it kept its position: its heading is another.
 */
static void
replace_items (WhPlan    *self,
               GPtrArray *items)
{
  g_autoptr (GPtrArray) old_items = g_steal_pointer (&self->items);
  g_autoptr (GArray) old_statuses = g_steal_pointer (&self->statuses);
  guint n_old = old_items->len;
  guint n_new = items->len;
  guint start = 0;

  self->items = g_ptr_array_ref (items);
  self->statuses = list_statuses (items);

  while (start < n_old && start < n_new &&
         is_same_row (old_items, old_statuses, start, items, self->statuses, start))
    start++;

  while (n_old > start && n_new > start &&
         is_same_row (old_items, old_statuses, n_old - 1, items, self->statuses, n_new - 1))
    {
      n_old--;
      n_new--;
    }

  count_learnt (self);

  if (n_old > start || n_new > start)
    g_list_model_items_changed (G_LIST_MODEL (self), start, n_old - start, n_new - start);

  if (old_items->len != items->len)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static void
changed_cb (WhPlan *self)
{
  g_autoptr (GError) error = NULL;

  /* Whoever shows the plan shows the error too. */
  if (!wh_plan_load (self, &error))
    set_error (self, g_steal_pointer (&error));
}

static GType
wh_plan_get_item_type (GListModel *model)
{
  return WH_TYPE_PLAN_ITEM;
}

static guint
wh_plan_get_n_items (GListModel *model)
{
  return WH_PLAN (model)->items->len;
}

static gpointer
wh_plan_get_item (GListModel *model,
                  guint       position)
{
  WhPlan *self = WH_PLAN (model);

  if (position >= self->items->len)
    return NULL;

  return g_object_ref (get_item (self->items, position));
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = wh_plan_get_item_type;
  iface->get_n_items = wh_plan_get_n_items;
  iface->get_item = wh_plan_get_item;
}

static void
wh_plan_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  WhPlan *self = WH_PLAN (object);

  switch ((WhPlanProperty) prop_id)
    {
    case PROP_CATALOGUE:
      g_value_set_object (value, self->catalogue);
      break;

    case PROP_N_ITEMS:
      g_value_set_uint (value, self->items->len);
      break;

    case PROP_N_LEARNT:
      g_value_set_uint (value, self->n_learnt);
      break;

    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wh_plan_dispose (GObject *object)
{
  WhPlan *self = WH_PLAN (object);

  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (wh_plan_parent_class)->dispose (object);
}

static void
wh_plan_finalize (GObject *object)
{
  WhPlan *self = WH_PLAN (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->statuses, g_array_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (wh_plan_parent_class)->finalize (object);
}

static void
wh_plan_class_init (WhPlanClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = wh_plan_get_property;
  object_class->dispose = wh_plan_dispose;
  object_class->finalize = wh_plan_finalize;

  properties[PROP_CATALOGUE] =
    g_param_spec_object ("catalogue", NULL, NULL,
                         WH_TYPE_CATALOGUE,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  properties[PROP_N_ITEMS] =
    g_param_spec_uint ("n-items", NULL, NULL,
                       0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_N_LEARNT] =
    g_param_spec_uint ("n-learnt", NULL, NULL,
                       0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_ERROR] =
    g_param_spec_boxed ("error", NULL, NULL,
                        G_TYPE_ERROR,
                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
wh_plan_init (WhPlan *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->statuses = g_array_new (FALSE, FALSE, sizeof (WhStatus));
}

/* Empty until wh_plan_load(); from then on it follows the catalogue. */
WhPlan *
wh_plan_new (WhCatalogue *catalogue)
{
  WhPlan *self;

  g_return_val_if_fail (WH_IS_CATALOGUE (catalogue), NULL);

  self = g_object_new (WH_TYPE_PLAN, NULL);
  self->catalogue = g_object_ref (catalogue);
  g_signal_connect_object (catalogue, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

gboolean
wh_plan_load (WhPlan  *self,
              GError **error)
{
  g_autoptr (GPtrArray) items = NULL;

  g_return_val_if_fail (WH_IS_PLAN (self), FALSE);

  if (!(items = load_items (self, error)))
    return FALSE;

  replace_items (self, items);
  set_error (self, NULL);
  return TRUE;
}

/**
 * wh_plan_get_section:
 * @start: (out): the first position of the group @position stands in
 * @end: (out): the position after its last
 *
 * As gtk_section_model_get_section(): beyond the list it is everything that is not there.
 */
void
wh_plan_get_section (WhPlan *self,
                     guint   position,
                     guint  *start,
                     guint  *end)
{
  WhStatus status;

  g_return_if_fail (WH_IS_PLAN (self));

  if (position >= self->statuses->len)
    {
      *start = self->statuses->len;
      *end = G_MAXUINT;
      return;
    }

  status = get_status (self->statuses, position);
  *start = position;
  *end = position + 1;

  while (*start > 0 && get_status (self->statuses, *start - 1) == status)
    (*start)--;

  while (*end < self->statuses->len && get_status (self->statuses, *end) == status)
    (*end)++;
}

/* The status that all items of the group at @position share; there must be one. */
WhStatus
wh_plan_get_section_status (WhPlan *self,
                            guint   position)
{
  g_return_val_if_fail (WH_IS_PLAN (self), WH_STATUS_NONE);
  g_return_val_if_fail (position < self->statuses->len, WH_STATUS_NONE);

  return get_status (self->statuses, position);
}

guint
wh_plan_get_n_learnt (WhPlan *self)
{
  g_return_val_if_fail (WH_IS_PLAN (self), 0);

  return self->n_learnt;
}

/* @position: (out): where the item of @key stands, untouched when there is none */
gboolean
wh_plan_find (WhPlan     *self,
              const char *key,
              guint      *position)
{
  g_return_val_if_fail (WH_IS_PLAN (self), FALSE);

  for (guint i = 0; i < self->items->len; i++)
    if (g_str_equal (wh_plan_item_get_key (get_item (self->items, i)), key))
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * wh_plan_dup_neighbour_key:
 * @key: a planned key
 * @step: how far to go, negative is up
 *
 * Tells who stands @step items further in the same group, for moving by keyboard.
 *
 * Returns: (transfer full) (nullable): the key, %NULL when the group ends before
 */
char *
wh_plan_dup_neighbour_key (WhPlan     *self,
                           const char *key,
                           int         step)
{
  gint64 neighbour;
  guint  position;
  guint  start;
  guint  end;

  g_return_val_if_fail (WH_IS_PLAN (self), NULL);

  if (!wh_plan_find (self, key, &position))
    return NULL;

  wh_plan_get_section (self, position, &start, &end);
  neighbour = (gint64) position + step;

  if (neighbour < start || neighbour >= end)
    return NULL;

  return g_strdup (wh_plan_item_get_key (get_item (self->items, neighbour)));
}

/* The order of the groups of a plan. */
int
wh_plan_compare_statuses (WhStatus a,
                          WhStatus b)
{
  return (int) group_of_status[a] - (int) group_of_status[b];
}

/* The order of the plan, for window, command line and paper alike. */
int
wh_plan_compare_records (const WhUserRecord *a,
                         const WhUserRecord *b)
{
  int by_status = wh_plan_compare_statuses (a->status, b->status);

  if (by_status != 0)
    return by_status;

  if (a->place < b->place || a->place > b->place)
    return a->place < b->place ? -1 : 1;

  /* Two processes may have given the same place. */
  if (a->added_at != b->added_at)
    return a->added_at < b->added_at ? -1 : 1;

  return strcmp (a->key, b->key);
}
