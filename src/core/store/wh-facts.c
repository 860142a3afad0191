/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-facts.h"

/* Key n belongs to the value n + 1. */
static const char *const kind_keys[] = {
  "library", "stdlib", "tool", "service", "standard", "collection", NULL
};
static const char *const standing_keys[] = {
  "current", "legacy", "superseded", "stagnant", "merged", "avoid", NULL
};
static const char *const concurrency_keys[] = { "sync", "async", "both", NULL };
static const char *const priority_keys[] = { "P0", "P1", "P2", NULL };
static const char *const horizon_keys[] = { "now", "six-months", "long-term", NULL };
static const char *const status_keys[] = { "to-learn", "learning", "learnt", "skipped", NULL };

static const char *
key_of (const char *const *keys,
        guint              value)
{
  for (guint i = 0; keys[i] != NULL; i++)
    {
      if (i + 1 == value)
        return keys[i];
    }

  return NULL;
}

/* Returns 0 when no value has that key. */
static guint
value_of (const char *const *keys,
          const char        *key)
{
  for (guint i = 0; key != NULL && keys[i] != NULL; i++)
    {
      if (g_str_equal (keys[i], key))
        return i + 1;
    }

  return 0;
}

#define DEFINE_VOCABULARY(Type, name)               \
  const char *wh_##name##_to_key (Type value)       \
  {                                                 \
    return key_of (name##_keys, value);             \
  }                                                 \
                                                    \
  gboolean wh_##name##_from_key (const char *key,   \
                                 Type       *value) \
  {                                                 \
    guint found = value_of (name##_keys, key);      \
                                                    \
    if (found == 0)                                 \
      return FALSE;                                 \
                                                    \
    *value = (Type) found;                          \
    return TRUE;                                    \
  }                                                 \
                                                    \
  const char *const *wh_##name##_get_keys (void)    \
  {                                                 \
    return name##_keys;                             \
  }

DEFINE_VOCABULARY (WhKind, kind)
DEFINE_VOCABULARY (WhStanding, standing)
DEFINE_VOCABULARY (WhConcurrency, concurrency)
DEFINE_VOCABULARY (WhPriority, priority)
DEFINE_VOCABULARY (WhHorizon, horizon)
DEFINE_VOCABULARY (WhStatus, status)
