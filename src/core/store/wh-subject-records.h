/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the catalogue holds beside libraries and roles, as plain records; the rules
 * of wh-records.h hold here too.
 */

/* Something that stands in a list: a library, a topic, or just words. */
typedef struct
{
  char *library; /* (nullable): its key */
  char *topic;   /* (nullable): its key */
  char *text;    /* the words, or the name of the library or topic */
  char *note;    /* (nullable) */
} WhMention;

typedef struct
{
  guint stars; /* halves; 0 = none */
  char *value; /* (nullable) */
} WhComparisonCell;

typedef struct
{
  gint64     id;
  char      *criterion;
  char      *measure; /* (nullable): its key */
  GPtrArray *cells;   /* WhComparisonCell, one for each subject */
} WhComparisonRow;

typedef struct
{
  gint64     id;
  char      *key;
  char      *title;
  char      *note;     /* (nullable) */
  GPtrArray *subjects; /* WhMention */
  GPtrArray *rows;     /* WhComparisonRow */
  char      *source;
  char      *section;  /* (nullable) */
  gboolean   in_guide; /* its source has a guide, beside which it is shown */
} WhComparison;

typedef struct
{
  gint64     id;
  char      *key;
  char      *domain;
  char      *note;       /* (nullable) */
  GPtrArray *sync_side;  /* WhMention */
  GPtrArray *async_side; /* WhMention */
  GPtrArray *examples;   /* WhExample: the same job done on either side */
  char      *source;
  char      *section; /* (nullable) */
} WhCounterpart;

typedef struct
{
  gint64     id;
  char      *key;
  char      *title;
  char      *horizon;
  GPtrArray *items; /* WhMention */
  char      *source;
  char      *section; /* (nullable) */
} WhTier;

typedef struct
{
  gint64     id;
  char      *key;
  char      *situation;
  char      *verdict;   /* "choose", "avoid", "summary" or "offer" */
  char      *text;      /* (nullable) */
  GPtrArray *libraries; /* WhMention */
  char      *source;
  char      *section; /* (nullable) */
} WhPick;

typedef struct
{
  gint64     id;
  char      *key;
  char      *title;
  char      *connector; /* ">" */
  char      *topic;     /* (nullable): its key */
  GPtrArray *items;     /* WhMention, the best first */
  char      *source;
  char      *section; /* (nullable) */
} WhStrategy;

typedef struct
{
  char *key;
  char *text;
  char *kind;         /* "advice", "principle", "mistake", "trend" or "claim" */
  char *topic;        /* (nullable): its key */
  char *flag;         /* (nullable) */
  char *flag_text;    /* (nullable) */
  char *flag_checked; /* (nullable) */
  char *source;
  char *section; /* (nullable) */
} WhAdvice;

/* A node without children is a topic that can be ticked. */
typedef struct
{
  gint64     id;
  gint64     parent; /* id of the node above; 0 = a chapter */
  char      *key;
  char      *title;
  char      *note;     /* (nullable) */
  char      *library;  /* (nullable): its key */
  char      *emphasis; /* (nullable): "master" or "understand" */
  GPtrArray *children; /* WhGuideNode */
} WhGuideNode;

typedef struct
{
  gint64     id;
  char      *key;
  char      *title;
  char      *summary; /* (nullable) */
  GPtrArray *nodes;   /* WhGuideNode: the chapters */
  char      *source;
  char      *section; /* (nullable) */
} WhGuide;

void wh_mention_free (WhMention *self);
void wh_comparison_cell_free (WhComparisonCell *self);
void wh_comparison_row_free (WhComparisonRow *self);
void wh_comparison_free (WhComparison *self);
void wh_counterpart_free (WhCounterpart *self);
void wh_tier_free (WhTier *self);
void wh_pick_free (WhPick *self);
void wh_strategy_free (WhStrategy *self);
void wh_advice_free (WhAdvice *self);
void wh_guide_node_free (WhGuideNode *self);
void wh_guide_free (WhGuide *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhMention, wh_mention_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhComparisonCell, wh_comparison_cell_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhComparisonRow, wh_comparison_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhComparison, wh_comparison_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhCounterpart, wh_counterpart_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhTier, wh_tier_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhPick, wh_pick_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhStrategy, wh_strategy_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhAdvice, wh_advice_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhGuideNode, wh_guide_node_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhGuide, wh_guide_free)

G_END_DECLS
