/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-paced-list.h"

/* So many rows come in one frame: more than a window shows, few enough to be built
 * within it. A view that knows how many it shows can have fewer come with a change.
 */
#define ROWS_A_FRAME 48

/* A list view keeps some 200 rows alive around what it shows. Once it has them the
 * rest costs nothing and comes at once.
 */
#define ROWS_KEPT_ALIVE 256

/* A change of no more rows than this is passed on as it is. */
#define SMALL_CHANGE 64

/* One frame at 60 Hz, and less urgent than drawing (GDK_PRIORITY_REDRAW, which is
 * G_PRIORITY_HIGH_IDLE + 20): what came last is on the screen before more comes.
 */
#define GROW_INTERVAL_MS 16
#define GROW_PRIORITY (G_PRIORITY_HIGH_IDLE + 30)

typedef struct
{
  GListModel            *model;
  WhPacedListSectionFunc section_func;
  guint                  n_model;    /* length of the model inside */
  guint                  n_visible;  /* how many of its first rows are shown */
  guint                  first_rows; /* how many come with a change */
  guint                  grow_id;
} WhPacedListPrivate;

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_TYPE_WITH_CODE (WhPacedList, wh_paced_list, G_TYPE_OBJECT, G_ADD_PRIVATE (WhPacedList) G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

typedef enum
{
  PROP_MODEL = 1,
} WhPacedListProperty;

static GParamSpec *properties[PROP_MODEL + 1];

typedef enum
{
  SIGNAL_SECTIONS_CHANGED,
} WhPacedListSignal;

static guint signals[SIGNAL_SECTIONS_CHANGED + 1];

static WhPacedListPrivate *
get_private (WhPacedList *self)
{
  return wh_paced_list_get_instance_private (self);
}

/* Says what was changed, the way it now is. */
static void
change (WhPacedList *self,
        guint        position,
        guint        removed,
        guint        added)
{
  if (removed == 0 && added == 0)
    return;

  get_private (self)->n_visible += added - removed;
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static gboolean
grow_cb (gpointer user_data)
{
  WhPacedList        *self = user_data;
  WhPacedListPrivate *priv = get_private (self);

  if (wh_paced_list_grow (self))
    return G_SOURCE_CONTINUE;

  priv->grow_id = 0;
  return G_SOURCE_REMOVE;
}

static void
ensure_growing (WhPacedList *self)
{
  WhPacedListPrivate *priv = get_private (self);

  if (priv->n_visible < priv->n_model && priv->grow_id == 0)
    priv->grow_id = g_timeout_add_full (GROW_PRIORITY, GROW_INTERVAL_MS, grow_cb, self, NULL);
}

/* What is gone and what takes its place comes in one change, so that the view can
 * use its rows again; it reads what is added, which is little, never what is gone.
 * In two changes the view would see between them, at the same position, an item
 * that it has not been told of.
 */
static void
replace_from (WhPacedList *self,
              guint        position)
{
  WhPacedListPrivate *priv = get_private (self);

  change (self, position, priv->n_visible - position, MIN (priv->n_model - position, priv->first_rows));
}

static void
items_changed_cb (WhPacedList *self,
                  guint        position,
                  guint        removed,
                  guint        added)
{
  WhPacedListPrivate *priv = get_private (self);
  gboolean            was_complete = priv->n_visible == priv->n_model;

  priv->n_model += added - removed;

  if (position < priv->n_visible || was_complete)
    {
      if (position + removed <= priv->n_visible && removed + added <= SMALL_CHANGE)
        change (self, position, removed, added);
      else if (added == 0)
        change (self, position, MIN (removed, priv->n_visible - position), 0);
      else
        replace_from (self, position);
    }

  ensure_growing (self);
}

static void
sections_changed_cb (WhPacedList *self,
                     guint        position,
                     guint        n_items)
{
  WhPacedListPrivate *priv = get_private (self);

  if (position < priv->n_visible)
    g_signal_emit (self, signals[SIGNAL_SECTIONS_CHANGED], 0, position, MIN (n_items, priv->n_visible - position));
}

static void
connect_model (WhPacedList *self)
{
  WhPacedListPrivate *priv = get_private (self);

  g_signal_connect_object (priv->model, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);

  if (g_signal_lookup ("sections-changed", G_OBJECT_TYPE (priv->model)) != 0)
    g_signal_connect_object (priv->model, "sections-changed", G_CALLBACK (sections_changed_cb), self, G_CONNECT_SWAPPED);
}

static GType
wh_paced_list_get_item_type (GListModel *model)
{
  WhPacedListPrivate *priv = get_private (WH_PACED_LIST (model));

  return priv->model != NULL ? g_list_model_get_item_type (priv->model) : G_TYPE_OBJECT;
}

static guint
wh_paced_list_get_n_items (GListModel *model)
{
  return get_private (WH_PACED_LIST (model))->n_visible;
}

static gpointer
wh_paced_list_get_item (GListModel *model,
                        guint       position)
{
  WhPacedListPrivate *priv = get_private (WH_PACED_LIST (model));

  return position < priv->n_visible ? g_list_model_get_item (priv->model, position) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = wh_paced_list_get_item_type;
  iface->get_n_items = wh_paced_list_get_n_items;
  iface->get_item = wh_paced_list_get_item;
}

static void
wh_paced_list_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  WhPacedList *self = WH_PACED_LIST (object);

  switch ((WhPacedListProperty) prop_id)
    {
    case PROP_MODEL:
      g_value_set_object (value, wh_paced_list_get_model (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wh_paced_list_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  WhPacedList *self = WH_PACED_LIST (object);

  switch ((WhPacedListProperty) prop_id)
    {
    case PROP_MODEL:
      wh_paced_list_set_model (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wh_paced_list_dispose (GObject *object)
{
  WhPacedListPrivate *priv = get_private (WH_PACED_LIST (object));

  g_clear_handle_id (&priv->grow_id, g_source_remove);
  if (priv->model != NULL)
    g_signal_handlers_disconnect_by_data (priv->model, object);
  priv->n_visible = 0;
  g_clear_object (&priv->model);

  G_OBJECT_CLASS (wh_paced_list_parent_class)->dispose (object);
}

static void
wh_paced_list_class_init (WhPacedListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = wh_paced_list_get_property;
  object_class->set_property = wh_paced_list_set_property;
  object_class->dispose = wh_paced_list_dispose;

  /**
   * WhPacedList:model:
   *
   * The list inside, of which this one shows as much as the view can take.
   */
  properties[PROP_MODEL] =
    g_param_spec_object ("model", NULL, NULL,
                         G_TYPE_LIST_MODEL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * WhPacedList::sections-changed:
   * @position: the first row
   * @n_items: how many rows
   *
   * As the signal of the model inside, for the rows that are shown.
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
wh_paced_list_init (WhPacedList *self)
{
  get_private (self)->first_rows = ROWS_A_FRAME;
}

/**
 * wh_paced_list_new:
 * @model: (nullable) (transfer none): the list inside
 */
WhPacedList *
wh_paced_list_new (GListModel *model)
{
  return g_object_new (WH_TYPE_PACED_LIST, "model", model, NULL);
}

/**
 * wh_paced_list_get_model:
 *
 * Returns: (transfer none) (nullable): the list inside
 */
GListModel *
wh_paced_list_get_model (WhPacedList *self)
{
  g_return_val_if_fail (WH_IS_PACED_LIST (self), NULL);

  return get_private (self)->model;
}

void
wh_paced_list_set_model (WhPacedList *self,
                         GListModel  *model)
{
  WhPacedListPrivate *priv;

  g_return_if_fail (WH_IS_PACED_LIST (self));
  g_return_if_fail (model == NULL || G_IS_LIST_MODEL (model));

  priv = get_private (self);
  if (priv->model == model)
    return;

  /* Nothing of the old one may be asked of the new one. */
  change (self, 0, priv->n_visible, 0);

  if (priv->model != NULL)
    g_signal_handlers_disconnect_by_data (priv->model, self);
  g_set_object (&priv->model, model);
  priv->n_model = 0;

  if (model != NULL)
    {
      connect_model (self);
      items_changed_cb (self, 0, 0, g_list_model_get_n_items (model));
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}

/**
 * wh_paced_list_set_first_rows:
 * @n_rows: some more than the view can show at once
 *
 * So many rows come with a change; what is beyond follows in the next frames.
 */
void
wh_paced_list_set_first_rows (WhPacedList *self,
                              guint        n_rows)
{
  g_return_if_fail (WH_IS_PACED_LIST (self));
  g_return_if_fail (n_rows > 0);

  get_private (self)->first_rows = n_rows;
}

/* Without it all rows are one section. */
void
wh_paced_list_set_section_func (WhPacedList           *self,
                                WhPacedListSectionFunc func)
{
  g_return_if_fail (WH_IS_PACED_LIST (self));

  get_private (self)->section_func = func;
}

/**
 * wh_paced_list_get_section:
 * @start: (out): the first row of the section
 * @end: (out): the row after the last that is shown
 *
 * As gtk_section_model_get_section().
 */
void
wh_paced_list_get_section (WhPacedList *self,
                           guint        position,
                           guint       *start,
                           guint       *end)
{
  WhPacedListPrivate *priv;

  g_return_if_fail (WH_IS_PACED_LIST (self));

  priv = get_private (self);
  if (position >= priv->n_visible)
    {
      *start = priv->n_visible;
      *end = G_MAXUINT;
      return;
    }

  *start = 0;
  *end = priv->n_visible;
  if (priv->section_func != NULL)
    priv->section_func (priv->model, position, start, end);
  *end = MIN (*end, priv->n_visible);
}

/* Whether all rows are shown. */
gboolean
wh_paced_list_is_complete (WhPacedList *self)
{
  WhPacedListPrivate *priv;

  g_return_val_if_fail (WH_IS_PACED_LIST (self), TRUE);

  priv = get_private (self);
  return priv->n_visible == priv->n_model;
}

/**
 * wh_paced_list_grow:
 *
 * Shows as many more rows as fit a frame. It happens by itself, frame by frame.
 *
 * Returns: whether there are still more
 */
gboolean
wh_paced_list_grow (WhPacedList *self)
{
  WhPacedListPrivate *priv;
  guint               n_more;

  g_return_val_if_fail (WH_IS_PACED_LIST (self), FALSE);

  priv = get_private (self);
  n_more = priv->n_model - priv->n_visible;
  if (priv->n_visible < ROWS_KEPT_ALIVE)
    n_more = MIN (n_more, ROWS_A_FRAME);

  change (self, priv->n_visible, 0, n_more);

  return priv->n_visible < priv->n_model;
}
