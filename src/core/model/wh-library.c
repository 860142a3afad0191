/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-library-private.h"

struct _WhLibrary
{
  GObject parent_instance;

  gint64        id;
  char         *key;
  char         *name;
  char         *summary;
  char         *category_name;
  WhKind        kind;
  WhStanding    standing;
  WhConcurrency concurrency;
  WhStatus      status;
  guint         stars;
  guint         my_rating;
  gboolean      planned;
  gboolean      gone;
};

G_DEFINE_FINAL_TYPE (WhLibrary, wh_library, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_KEY,
  PROP_NAME,
  PROP_SUMMARY,
  PROP_CATEGORY_NAME,
  PROP_KIND,
  PROP_STANDING,
  PROP_CONCURRENCY,
  PROP_STATUS,
  PROP_STARS,
  PROP_MY_RATING,
  PROP_PLANNED,
  PROP_GONE,
} WhLibraryProperty;

static GParamSpec *properties[PROP_GONE + 1];

static void
notify (WhLibrary        *self,
        WhLibraryProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_id (WhLibrary *self,
        gint64     id)
{
  if (self->id == id)
    return;

  self->id = id;
  notify (self, PROP_ID);
}

static void
set_string (WhLibrary        *self,
            char            **member,
            const char       *value,
            WhLibraryProperty property)
{
  if (g_set_str (member, value))
    notify (self, property);
}

static void
set_number (WhLibrary        *self,
            guint            *member,
            guint             value,
            WhLibraryProperty property)
{
  if (*member == value)
    return;

  *member = value;
  notify (self, property);
}

static void
set_boolean (WhLibrary        *self,
             gboolean         *member,
             gboolean          value,
             WhLibraryProperty property)
{
  if (*member == value)
    return;

  *member = value;
  notify (self, property);
}

static void
wh_library_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  WhLibrary *self = WH_LIBRARY (object);

  switch ((WhLibraryProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;

    case PROP_KEY:
      g_value_set_string (value, self->key);
      break;

    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;

    case PROP_SUMMARY:
      g_value_set_string (value, self->summary);
      break;

    case PROP_CATEGORY_NAME:
      g_value_set_string (value, self->category_name);
      break;

    case PROP_KIND:
      g_value_set_uint (value, self->kind);
      break;

    case PROP_STANDING:
      g_value_set_uint (value, self->standing);
      break;

    case PROP_CONCURRENCY:
      g_value_set_uint (value, self->concurrency);
      break;

    case PROP_STATUS:
      g_value_set_uint (value, self->status);
      break;

    case PROP_STARS:
      g_value_set_uint (value, self->stars);
      break;

    case PROP_MY_RATING:
      g_value_set_uint (value, self->my_rating);
      break;

    case PROP_PLANNED:
      g_value_set_boolean (value, self->planned);
      break;

    case PROP_GONE:
      g_value_set_boolean (value, self->gone);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wh_library_finalize (GObject *object)
{
  WhLibrary *self = WH_LIBRARY (object);

  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->summary, g_free);
  g_clear_pointer (&self->category_name, g_free);

  G_OBJECT_CLASS (wh_library_parent_class)->finalize (object);
}

static void
install_string (WhLibraryProperty property,
                const char       *name)
{
  properties[property] =
    g_param_spec_string (name, NULL, NULL,
                         NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
install_number (WhLibraryProperty property,
                const char       *name,
                guint             maximum)
{
  properties[property] =
    g_param_spec_uint (name, NULL, NULL,
                       0, maximum, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
wh_library_class_init (WhLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = wh_library_get_property;
  object_class->finalize = wh_library_finalize;

  /**
   * WhLibrary:id:
   *
   * The row in the database, 0 when there is none any more. It may change when the
   * catalogue does; the key does not.
   */
  properties[PROP_ID] =
    g_param_spec_int64 ("id", NULL, NULL,
                        0, G_MAXINT64, 0,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  install_string (PROP_KEY, "key");
  install_string (PROP_NAME, "name");
  install_string (PROP_SUMMARY, "summary");
  install_string (PROP_CATEGORY_NAME, "category-name");

  /* Values of the enumerations in wh-facts.h. */
  install_number (PROP_KIND, "kind", WH_KIND_COLLECTION);
  install_number (PROP_STANDING, "standing", WH_STANDING_AVOID);
  install_number (PROP_CONCURRENCY, "concurrency", WH_CONCURRENCY_BOTH);
  install_number (PROP_STATUS, "status", WH_STATUS_SKIPPED);

  /* Halves of a star; 0 is unrated. */
  install_number (PROP_STARS, "stars", WH_STARS_MAX);
  install_number (PROP_MY_RATING, "my-rating", WH_STARS_MAX);

  properties[PROP_PLANNED] =
    g_param_spec_boolean ("planned", NULL, NULL,
                          FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * WhLibrary:gone:
   *
   * Whether the catalogue has it no more. What the user has on it is still there.
   */
  properties[PROP_GONE] =
    g_param_spec_boolean ("gone", NULL, NULL,
                          FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
wh_library_init (WhLibrary *self)
{
}

WhLibrary *
wh_library_new (const WhLibraryRecord *record)
{
  WhLibrary *self = g_object_new (WH_TYPE_LIBRARY, NULL);

  wh_library_update (self, record);

  return self;
}

/* Stands in for what was there a moment ago. */
WhLibrary *
wh_library_new_missing (gint64      id,
                        const char *key)
{
  WhLibrary *self = g_object_new (WH_TYPE_LIBRARY, NULL);

  self->id = id;
  self->key = g_strdup (key);
  self->name = g_strdup (key);
  self->summary = g_strdup ("");
  self->gone = TRUE;

  return self;
}

void
wh_library_update (WhLibrary             *self,
                   const WhLibraryRecord *record)
{
  GObject *object = G_OBJECT (self);

  g_object_freeze_notify (object);

  set_id (self, record->id);
  set_string (self, &self->key, record->key, PROP_KEY);
  set_string (self, &self->name, record->name, PROP_NAME);
  set_string (self, &self->summary, record->summary, PROP_SUMMARY);
  set_string (self, &self->category_name, record->category_name, PROP_CATEGORY_NAME);
  set_number (self, &self->kind, record->kind, PROP_KIND);
  set_number (self, &self->standing, record->standing, PROP_STANDING);
  set_number (self, &self->concurrency, record->concurrency, PROP_CONCURRENCY);
  set_number (self, &self->status, record->status, PROP_STATUS);
  set_number (self, &self->stars, record->stars, PROP_STARS);
  set_number (self, &self->my_rating, record->my_rating, PROP_MY_RATING);
  set_boolean (self, &self->planned, record->planned, PROP_PLANNED);
  set_boolean (self, &self->gone, record->gone, PROP_GONE);

  g_object_thaw_notify (object);
}

void
wh_library_update_user (WhLibrary          *self,
                        const WhUserRecord *record)
{
  g_object_freeze_notify (G_OBJECT (self));

  set_number (self, &self->my_rating, record->my_rating, PROP_MY_RATING);
  set_number (self, &self->status, record->status, PROP_STATUS);
  set_boolean (self, &self->planned, record->planned, PROP_PLANNED);

  g_object_thaw_notify (G_OBJECT (self));
}

/* The catalogue and the user have nothing on it any more: it has no row. */
void
wh_library_set_gone (WhLibrary *self)
{
  set_id (self, 0);
  set_boolean (self, &self->gone, TRUE, PROP_GONE);
}

gint64
wh_library_get_id (WhLibrary *self)
{
  g_return_val_if_fail (WH_IS_LIBRARY (self), 0);

  return self->id;
}

const char *
wh_library_get_key (WhLibrary *self)
{
  g_return_val_if_fail (WH_IS_LIBRARY (self), NULL);

  return self->key;
}

const char *
wh_library_get_name (WhLibrary *self)
{
  g_return_val_if_fail (WH_IS_LIBRARY (self), NULL);

  return self->name;
}

const char *
wh_library_get_summary (WhLibrary *self)
{
  g_return_val_if_fail (WH_IS_LIBRARY (self), NULL);

  return self->summary;
}

WhKind
wh_library_get_kind (WhLibrary *self)
{
  g_return_val_if_fail (WH_IS_LIBRARY (self), WH_KIND_NONE);

  return self->kind;
}

WhStanding
wh_library_get_standing (WhLibrary *self)
{
  g_return_val_if_fail (WH_IS_LIBRARY (self), WH_STANDING_NONE);

  return self->standing;
}

WhConcurrency
wh_library_get_concurrency (WhLibrary *self)
{
  g_return_val_if_fail (WH_IS_LIBRARY (self), WH_CONCURRENCY_NONE);

  return self->concurrency;
}

/* The sources' stars in halves; 0 is unrated. */
guint
wh_library_get_stars (WhLibrary *self)
{
  g_return_val_if_fail (WH_IS_LIBRARY (self), 0);

  return self->stars;
}

/* The user's own stars in halves; 0 is unrated. */
guint
wh_library_get_my_rating (WhLibrary *self)
{
  g_return_val_if_fail (WH_IS_LIBRARY (self), 0);

  return self->my_rating;
}

WhStatus
wh_library_get_status (WhLibrary *self)
{
  g_return_val_if_fail (WH_IS_LIBRARY (self), WH_STATUS_NONE);

  return self->status;
}

gboolean
wh_library_get_planned (WhLibrary *self)
{
  g_return_val_if_fail (WH_IS_LIBRARY (self), FALSE);

  return self->planned;
}

/**
 * wh_library_get_category_name:
 *
 * Returns: (nullable): its first category as it reads: "Web development › Frameworks"
 */
const char *
wh_library_get_category_name (WhLibrary *self)
{
  g_return_val_if_fail (WH_IS_LIBRARY (self), NULL);

  return self->category_name;
}

gboolean
wh_library_get_gone (WhLibrary *self)
{
  g_return_val_if_fail (WH_IS_LIBRARY (self), FALSE);

  return self->gone;
}
