/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The closed vocabularies of the catalogue and of the user's data. Every value
 * has a key: the string that the database stores, that the command line reads
 * and prints, and that names the value in the catalogue's words
 * ("kind/stdlib"). 0 is "not stated".
 */

/* Stars are counted in halves everywhere: 1 (half a star) to 10 (five stars);
 * 0 is unrated.
 */
#define WH_STARS_MAX 10

typedef enum
{
  WH_KIND_NONE,
  WH_KIND_LIBRARY,
  WH_KIND_STDLIB,
  WH_KIND_TOOL,
  WH_KIND_SERVICE,
  WH_KIND_STANDARD,
  WH_KIND_COLLECTION,
} WhKind;

typedef enum
{
  WH_STANDING_NONE,
  WH_STANDING_CURRENT,
  WH_STANDING_LEGACY,
  WH_STANDING_SUPERSEDED,
  WH_STANDING_STAGNANT,
  WH_STANDING_MERGED,
  WH_STANDING_AVOID,
} WhStanding;

typedef enum
{
  WH_CONCURRENCY_NONE,
  WH_CONCURRENCY_SYNC,
  WH_CONCURRENCY_ASYNC,
  WH_CONCURRENCY_BOTH,
} WhConcurrency;

typedef enum
{
  WH_PRIORITY_NONE,
  WH_PRIORITY_P0,
  WH_PRIORITY_P1,
  WH_PRIORITY_P2,
} WhPriority;

typedef enum
{
  WH_HORIZON_NONE,
  WH_HORIZON_NOW,
  WH_HORIZON_SIX_MONTHS,
  WH_HORIZON_LONG_TERM,
} WhHorizon;

typedef enum
{
  WH_STATUS_NONE,
  WH_STATUS_TO_LEARN,
  WH_STATUS_LEARNING,
  WH_STATUS_LEARNT,
  WH_STATUS_SKIPPED,
} WhStatus;

/* For each vocabulary: the key of a value (%NULL for 0 and for anything that is
 * no value), the value of a key (%FALSE, and @value untouched, when there is
 * none), and the keys in the order of the values, %NULL-terminated.
 */
const char        *wh_kind_to_key (WhKind value);
gboolean           wh_kind_from_key (const char *key,
                                     WhKind     *value);
const char *const *wh_kind_get_keys (void);

const char        *wh_standing_to_key (WhStanding value);
gboolean           wh_standing_from_key (const char *key,
                                         WhStanding *value);
const char *const *wh_standing_get_keys (void);

const char        *wh_concurrency_to_key (WhConcurrency value);
gboolean           wh_concurrency_from_key (const char    *key,
                                            WhConcurrency *value);
const char *const *wh_concurrency_get_keys (void);

const char        *wh_priority_to_key (WhPriority value);
gboolean           wh_priority_from_key (const char *key,
                                         WhPriority *value);
const char *const *wh_priority_get_keys (void);

const char        *wh_horizon_to_key (WhHorizon value);
gboolean           wh_horizon_from_key (const char *key,
                                        WhHorizon  *value);
const char *const *wh_horizon_get_keys (void);

const char        *wh_status_to_key (WhStatus value);
gboolean           wh_status_from_key (const char *key,
                                       WhStatus   *value);
const char *const *wh_status_get_keys (void);

G_END_DECLS
