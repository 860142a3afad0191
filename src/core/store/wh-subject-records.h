/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-facts.h"

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
  char      *source;
  char      *section;  /* (nullable) */
  GPtrArray *examples; /* WhExample */
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

/* A guide with all that stands beside it: what names one of its nodes as its topic, and
 * what names none but is of the same source. Of several guides of a source the first has that.
 */
typedef struct
{
  WhGuide   *guide;
  GPtrArray *strategies;  /* WhStrategy */
  GPtrArray *advice;      /* WhAdvice */
  GPtrArray *tiers;       /* WhTier */
  GPtrArray *comparisons; /* WhComparison */
} WhGuideBook;

/* A node as it is known outside its guide. */
typedef struct
{
  char    *key;
  char    *title;
  char    *note;     /* (nullable) */
  char    *library;  /* (nullable): its key */
  char    *emphasis; /* (nullable) */
  char    *guide;    /* the key of its guide */
  char    *chapter;  /* the key of its chapter, or of itself */
  char    *path;     /* the titles of all that it stands in: "Checklist › Language" */
  gboolean has_children;
} WhTopic;

/* A topic as it is searched: what it is called and what is said of it, each in every
 * language, one a line.
 */
typedef struct
{
  char *key;
  char *library; /* (nullable): its key */
  char *titles;
  char *notes; /* (nullable) */
} WhTopicTexts;

/* What the user has on a node of a guide: on its library, when it names one. */
typedef struct
{
  gint64   id;
  gint64   parent; /* 0 = a chapter */
  gint64   guide;
  WhStatus status;
  gboolean planned;
  gboolean has_children;
} WhNodeState;

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
void wh_topic_free (WhTopic *self);
void wh_topic_texts_free (WhTopicTexts *self);
void wh_guide_free (WhGuide *self);
void wh_guide_book_free (WhGuideBook *self);

const char  *wh_guide_node_get_learnt_key (const WhGuideNode *self);
gboolean     wh_guide_node_is_topic (const WhGuideNode *self);
guint        wh_guide_nodes_count_topics (const GPtrArray *nodes,
                                          guint            first);
WhGuideNode *wh_guide_find_node (const WhGuide *self,
                                 const char    *key);

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
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhTopic, wh_topic_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhTopicTexts, wh_topic_texts_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhGuide, wh_guide_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhGuideBook, wh_guide_book_free)

G_END_DECLS
