/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-catalogue-subjects.h"

#include "wh-plan-item.h"

/**
 * WhPlanItem:
 *
 * One item of the plan, to bind a row to. It belongs to a key; the library or
 * topic of that key may be gone from the catalogue, then the item says so and
 * may have only its key for a name. One object stands for one key as long as it
 * is planned.
 */
struct _WhPlanItem
{
  GObject parent_instance;

  WhUserRecord *record;
  WhCatalogue  *catalogue;
  WhLibrary    *library; /* (nullable) */
  WhTopic      *topic;   /* (nullable): what it is when it is no library */
  gboolean      asked;   /* whether they have been looked for */
};

G_DEFINE_FINAL_TYPE (WhPlanItem, wh_plan_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_KEY = 1,
  PROP_NAME,
  PROP_SUMMARY,
  PROP_LIBRARY,
  PROP_STATUS,
  PROP_NOTE,
  PROP_GONE,
} WhPlanItemProperty;

static GParamSpec *properties[PROP_GONE + 1];

static void
name_changed_cb (WhPlanItem *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
}

static void
gone_changed_cb (WhPlanItem *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GONE]);
}

static void
set_library (WhPlanItem *self,
             WhLibrary  *library)
{
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);

  g_set_object (&self->library, library);

  if (library == NULL)
    return;

  g_signal_connect_object (library, "notify::name", G_CALLBACK (name_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "notify::gone", G_CALLBACK (gone_changed_cb), self, G_CONNECT_SWAPPED);
}

static WhTopic *
load_topic (WhPlanItem *self)
{
  return wh_store_load_topic (wh_catalogue_get_database (self->catalogue), self->record->key,
                              wh_catalogue_get_language (self->catalogue), NULL);
}

/* A plan may be long, and few of its items are ever seen: what an item is, is looked for
 * when somebody asks. What cannot be read is shown as what is not there.
 */
static void
look (WhPlanItem *self)
{
  g_autoptr (WhLibrary) library = NULL;

  if (self->asked || self->catalogue == NULL)
    return;

  self->asked = TRUE;
  library = wh_catalogue_dup_library_by_key (self->catalogue, self->record->key, NULL);
  set_library (self, library);

  g_clear_pointer (&self->topic, wh_topic_free);
  if (library == NULL)
    self->topic = load_topic (self);
}

static WhLibrary *
find_library (WhPlanItem *self)
{
  look (self);

  return self->library;
}

static void
wh_plan_item_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  WhPlanItem *self = WH_PLAN_ITEM (object);

  switch ((WhPlanItemProperty) prop_id)
    {
    case PROP_KEY:
      g_value_set_string (value, wh_plan_item_get_key (self));
      break;

    case PROP_NAME:
      g_value_set_string (value, wh_plan_item_get_name (self));
      break;

    case PROP_SUMMARY:
      g_value_set_string (value, wh_plan_item_get_summary (self));
      break;

    case PROP_LIBRARY:
      g_value_set_object (value, find_library (self));
      break;

    case PROP_STATUS:
      g_value_set_uint (value, self->record->status);
      break;

    case PROP_NOTE:
      g_value_set_string (value, self->record->item_note);
      break;

    case PROP_GONE:
      g_value_set_boolean (value, wh_plan_item_get_gone (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wh_plan_item_dispose (GObject *object)
{
  WhPlanItem *self = WH_PLAN_ITEM (object);

  set_library (self, NULL);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (wh_plan_item_parent_class)->dispose (object);
}

static void
wh_plan_item_finalize (GObject *object)
{
  WhPlanItem *self = WH_PLAN_ITEM (object);

  g_clear_pointer (&self->record, wh_user_record_free);
  g_clear_pointer (&self->topic, wh_topic_free);

  G_OBJECT_CLASS (wh_plan_item_parent_class)->finalize (object);
}

static void
wh_plan_item_class_init (WhPlanItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = wh_plan_item_get_property;
  object_class->dispose = wh_plan_item_dispose;
  object_class->finalize = wh_plan_item_finalize;

  properties[PROP_KEY] =
    g_param_spec_string ("key", NULL, NULL,
                         NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  properties[PROP_NAME] =
    g_param_spec_string ("name", NULL, NULL,
                         NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  properties[PROP_SUMMARY] =
    g_param_spec_string ("summary", NULL, NULL,
                         NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  properties[PROP_LIBRARY] =
    g_param_spec_object ("library", NULL, NULL,
                         WH_TYPE_LIBRARY,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  properties[PROP_STATUS] =
    g_param_spec_uint ("status", NULL, NULL,
                       WH_STATUS_NONE, WH_STATUS_SKIPPED, WH_STATUS_NONE,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  properties[PROP_NOTE] =
    g_param_spec_string ("note", NULL, NULL,
                         NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  properties[PROP_GONE] =
    g_param_spec_boolean ("gone", NULL, NULL,
                          FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
wh_plan_item_init (WhPlanItem *self)
{
}

static gboolean
equal_topics (const WhTopic *a,
              const WhTopic *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_str_equal (a->title, b->title) &&
         g_strcmp0 (a->note, b->note) == 0 &&
         g_str_equal (a->path, b->path);
}

/* Returns: whether it is another library or topic now, or a topic that is called otherwise */
static gboolean
ask_again (WhPlanItem *self)
{
  g_autoptr (WhLibrary) library = self->library != NULL ? g_object_ref (self->library) : NULL;
  g_autoptr (WhTopic) topic = g_steal_pointer (&self->topic);

  self->asked = FALSE;

  return find_library (self) != library || !equal_topics (self->topic, topic);
}

/**
 * wh_plan_item_new:
 * @record: (transfer none): what the user has on a planned key; copied
 * @catalogue: where its library is looked for
 */
WhPlanItem *
wh_plan_item_new (const WhUserRecord *record,
                  WhCatalogue        *catalogue)
{
  WhPlanItem *self = g_object_new (WH_TYPE_PLAN_ITEM, NULL);

  self->record = wh_user_record_copy (record);
  self->catalogue = g_object_ref (catalogue);

  return self;
}

const char *
wh_plan_item_get_key (WhPlanItem *self)
{
  g_return_val_if_fail (WH_IS_PLAN_ITEM (self), NULL);

  return self->record->key;
}

const char *
wh_plan_item_get_name (WhPlanItem *self)
{
  g_return_val_if_fail (WH_IS_PLAN_ITEM (self), NULL);

  look (self);

  if (self->library != NULL)
    return wh_library_get_name (self->library);

  return self->topic != NULL ? self->topic->title : self->record->key;
}

/* Returns: (nullable): a line on what it is, %NULL when there is none */
const char *
wh_plan_item_get_summary (WhPlanItem *self)
{
  g_return_val_if_fail (WH_IS_PLAN_ITEM (self), NULL);

  look (self);

  if (self->library != NULL)
    return wh_library_get_summary (self->library);

  return self->topic != NULL ? self->topic->note : NULL;
}

/* Returns: (transfer none) (nullable): the library, %NULL when it is none or the catalogue knows nothing of the key */
WhLibrary *
wh_plan_item_get_library (WhPlanItem *self)
{
  g_return_val_if_fail (WH_IS_PLAN_ITEM (self), NULL);

  return find_library (self);
}

/* Returns: (transfer none) (nullable): the topic of a guide, %NULL when it is none */
WhTopic *
wh_plan_item_get_topic (WhPlanItem *self)
{
  g_return_val_if_fail (WH_IS_PLAN_ITEM (self), NULL);

  look (self);

  return self->topic;
}

WhStatus
wh_plan_item_get_status (WhPlanItem *self)
{
  g_return_val_if_fail (WH_IS_PLAN_ITEM (self), WH_STATUS_NONE);

  return self->record->status;
}

/* Returns: what the items of a group are ordered by, the first the least */
double
wh_plan_item_get_place (WhPlanItem *self)
{
  g_return_val_if_fail (WH_IS_PLAN_ITEM (self), 0);

  return self->record->place;
}

/* Returns: (nullable): the note on the item, not the one on the library */
const char *
wh_plan_item_get_note (WhPlanItem *self)
{
  g_return_val_if_fail (WH_IS_PLAN_ITEM (self), NULL);

  return self->record->item_note;
}

/* Whether the catalogue no longer has what was planned. */
gboolean
wh_plan_item_get_gone (WhPlanItem *self)
{
  g_return_val_if_fail (WH_IS_PLAN_ITEM (self), FALSE);

  look (self);

  if (self->library != NULL)
    return wh_library_get_gone (self->library);

  return self->topic == NULL;
}

/**
 * wh_plan_item_update:
 * @record: (transfer none): what the user has on the same key now; copied
 *
 * For the plan alone: follows a change and notifies what differs.
 */
void
wh_plan_item_update (WhPlanItem         *self,
                     const WhUserRecord *record)
{
  g_autoptr (WhUserRecord) old = NULL;

  g_return_if_fail (WH_IS_PLAN_ITEM (self));
  g_return_if_fail (g_str_equal (record->key, self->record->key));

  g_object_freeze_notify (G_OBJECT (self));

  old = g_steal_pointer (&self->record);
  self->record = wh_user_record_copy (record);

  if (old->status != record->status)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
  if (g_strcmp0 (old->item_note, record->item_note) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTE]);

  if (self->asked && ask_again (self))
    {
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIBRARY]);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GONE]);
    }

  g_object_thaw_notify (G_OBJECT (self));
}
