/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-facts.h"

G_BEGIN_DECLS

/* Plain records read from the store. Each is owned by whoever got it and freed
 * whole by its _free function; lists are GPtrArrays that free their elements,
 * never %NULL, empty when there is nothing. Texts stand in the language that was
 * asked for, else in English, else in whatever language they have. Strings are
 * UTF-8 and never %NULL unless marked so. `source` and `section` are keys.
 */

/* A node of the category tree. `name` is the name of the node itself:
 * "Frameworks", not "Web development › Frameworks".
 */
typedef struct
{
  gint64 id;
  char  *key;
  char  *name;
  char  *names;  /* in every language, one a line */
  char  *parent; /* (nullable): the key of the node above */
} WhCategory;

typedef struct
{
  gint64   id;
  char    *key;
  char    *name;
  GStrv    aliases; /* other spellings, in any language */
  gboolean has_priorities;
  guint    n_slots;
  guint    n_orders;
  char    *source;  /* (nullable) */
  char    *section; /* (nullable) */
} WhRole;

/* How many facts of a kind there are: "rating", "statement", … */
typedef struct
{
  char *kind;
  guint n;
} WhFactCount;

typedef struct
{
  char      *key;
  char      *title;
  GPtrArray *facts;   /* WhFactCount: what names this section */
  guint      n_facts; /* all of them */
} WhSection;

/* A document by what it says of itself, as it says it: in no other language. */
typedef struct
{
  char *title;      /* (nullable) */
  char *author;     /* (nullable) */
  char *date;       /* (nullable): "2025-09-09" */
  char *taken_from; /* (nullable): the book that it quotes from */
} WhSourceDocument;

typedef struct
{
  gint64     id;
  char      *key;
  char      *title;
  char      *description;
  char      *language;
  GPtrArray *documents;   /* WhSourceDocument: what it was read from */
  GPtrArray *sections;    /* WhSection, in the order of the document */
  GPtrArray *facts;       /* WhFactCount: what names this source, a section of it or not */
  guint      n_facts;     /* all of them */
  guint      n_libraries; /* of which it states something */
} WhSource;

typedef struct
{
  char *source;
  char *section; /* (nullable) */
  char *measure;
  char *measure_name;
  guint stars;        /* halves */
  char *note;         /* (nullable) */
  char *criteria_set; /* (nullable): the key of those that it was given by */
} WhRating;

typedef struct
{
  char *kind;
  char *text;
  char *source;
  char *section;      /* (nullable) */
  char *flag;         /* (nullable): "doubtful", "outdated", "unchecked" */
  char *flag_text;    /* (nullable): what holds today */
  char *flag_checked; /* (nullable): how that was checked */
} WhStatement;

/* The priority of one library for one role. */
typedef struct
{
  char      *role;
  char      *role_name;
  WhPriority priority;
  GStrv      alternatives; /* the other keys of the same slot */
  char      *source;
  char      *section; /* (nullable) */
} WhRolePriority;

/* One slot of a role's matrix: done when any of its libraries is learnt. */
typedef struct
{
  WhPriority priority;
  guint      place; /* from 1, over the whole role */
  GStrv      keys;
  GStrv      names; /* in step with keys */
  char      *source;
  char      *section; /* (nullable) */
} WhPrioritySlot;

typedef struct
{
  char *key;
  char *role;
  char *role_name;
  char *topic;
  char *connector; /* "→" or "+" */
  char *reason;
  char *source;
  char *section;  /* (nullable) */
  GStrv steps;    /* library keys */
  GStrv names;    /* in step with steps */
  GStrv also_for; /* the keys of the other roles that it is meant for */
} WhLearningOrder;

/* Where a library stands in one learning order. */
typedef struct
{
  char *key;
  char *role;
  char *role_name;
  char *topic;
  char *connector;
  char *reason;
  guint place; /* from 1 */
  guint of;
  char *source;
  char *section; /* (nullable) */
} WhLibraryOrder;

typedef struct
{
  guint place;
  GStrv keys;
  GStrv names; /* in step with keys */
  char *label; /* (nullable) */
  char *reason;
} WhRankingPlace;

typedef struct
{
  gint64     id;
  char      *key;
  char      *title;
  char      *criteria_set; /* its key */
  GStrv      criteria;     /* its texts, the weightiest first */
  GPtrArray *places;       /* WhRankingPlace */
  char      *source;
  char      *section; /* (nullable) */
} WhRanking;

/* Where a library stands in one ranking. */
typedef struct
{
  char *ranking;
  char *title;
  guint place;
  guint of;    /* how many places the ranking has */
  GStrv keys;  /* what shares the place */
  GStrv names; /* in step with keys */
  char *label; /* (nullable) */
  char *reason;
  char *source;
  char *section; /* (nullable) */
} WhLibraryRanking;

/* `reverse`: the other library is the subject ("key extends this one"). */
typedef struct
{
  char    *kind;
  char    *key;
  char    *name;
  char    *note; /* (nullable) */
  char    *source;
  char    *section; /* (nullable) */
  gboolean reverse;
} WhRelation;

/* One row of the sync ↔ async table, seen from one library on it. */
typedef struct
{
  char *key;
  char *domain;
  char *side;     /* of the library itself: "sync" or "async" */
  GStrv keys;     /* what stands on the other side */
  GStrv names;    /* in step with keys */
  GStrv notes;    /* in step with keys; "" = none */
  char *own_note; /* (nullable): on the library itself */
  char *note;     /* (nullable): on the row */
  char *source;
  char *section; /* (nullable) */
} WhLibraryCounterpart;

/* Where a library stands among the tiers of what to learn by when. */
typedef struct
{
  char *key;
  char *title;
  char *horizon;
  char *note; /* (nullable) */
  char *source;
  char *section; /* (nullable) */
} WhLibraryTier;

/* A situation for which a library is named. */
typedef struct
{
  char *key;
  char *situation;
  char *verdict; /* "choose", "avoid", "summary" or "offer" */
  char *text;    /* (nullable) */
  GStrv keys;    /* what is named with it */
  GStrv names;   /* in step with keys */
  char *source;
  char *section; /* (nullable) */
} WhLibraryPick;

/* A place in a guide where a library is named. */
typedef struct
{
  char *guide;
  char *guide_title;
  char *key; /* of the node */
  char *title;
  char *path;     /* (nullable): the titles of the nodes above, "Chapter › Section" */
  char *note;     /* (nullable) */
  char *emphasis; /* (nullable): "master" or "understand" */
  char *source;
  char *section; /* (nullable) */
} WhLibraryTopic;

/* A comparison that a library is a subject of; what it got there is among its ratings. */
typedef struct
{
  char *key;
  char *title;
  GStrv keys;  /* the other subjects; "" = no library */
  GStrv names; /* in step with keys */
  char *source;
  char *section; /* (nullable) */
} WhLibraryComparison;

/* Where a library stands among the alternatives of a strategy. */
typedef struct
{
  char *key;
  char *title;
  char *connector; /* ">" */
  GStrv items;     /* the words of all alternatives, the best first */
  guint place;     /* from 1 */
  char *source;
  char *section; /* (nullable) */
} WhLibraryStrategy;

typedef struct
{
  char *title;
  char *language; /* of the code: "python" */
  char *code;
  char *side;         /* (nullable): "sync" or "async" */
  char *counterpart;  /* (nullable): key of the row of the sync ↔ async table */
  char *library;      /* (nullable): key of what it is an example of */
  char *library_name; /* (nullable) */
  char *source;
  char *section; /* (nullable) */
} WhExample;

/* What a row of a list shows. */
typedef struct
{
  gint64        id;
  char         *key;
  char         *name;
  char         *summary;
  WhKind        kind;
  WhStanding    standing;
  WhConcurrency concurrency;
  guint         stars;         /* halves: mean of the measure "recommendation"; 0 = unrated */
  char         *category;      /* (nullable): key of the first one */
  char         *category_name; /* (nullable): "Web development › Frameworks" */
  gboolean      gone;          /* no collection has it any more; the user has something on it */
  guint         my_rating;     /* halves; 0 = none */
  WhStatus      status;
  gboolean      planned;
} WhLibraryRecord;

/* The rest of what is known about a library. */
typedef struct
{
  GStrv      aliases;
  GStrv      categories;       /* keys, the first one first */
  char      *install;          /* (nullable): the NAME in "pip install NAME" */
  GStrv      imports;          /* the modules that Python imports; empty: what the key says */
  char      *homepage;         /* (nullable) */
  char      *requirement;      /* (nullable): what has to be there first */
  char      *standing_by;      /* (nullable): key of what supersedes or took it in */
  char      *standing_by_name; /* (nullable) */
  char      *standing_reason;  /* (nullable) */
  char      *standing_source;  /* (nullable) */
  char      *standing_section; /* (nullable) */
  GStrv      horizons;         /* keys */
  GStrv      sources;          /* keys of every source that states something on it */
  GPtrArray *ratings;          /* WhRating */
  GPtrArray *statements;       /* WhStatement */
  GPtrArray *priorities;       /* WhRolePriority */
  GPtrArray *relations;        /* WhRelation */
  GPtrArray *counterparts;     /* WhLibraryCounterpart */
  GPtrArray *orders;           /* WhLibraryOrder */
  GPtrArray *rankings;         /* WhLibraryRanking */
  GPtrArray *tiers;            /* WhLibraryTier */
  GPtrArray *picks;            /* WhLibraryPick */
  GPtrArray *topics;           /* WhLibraryTopic */
  GPtrArray *comparisons;      /* WhLibraryComparison */
  GPtrArray *strategies;       /* WhLibraryStrategy */
  GPtrArray *examples;         /* WhExample */
  GPtrArray *other_examples;   /* WhExample: of other libraries, for the other side of the same rows */
} WhLibraryDetails;

void wh_category_free (WhCategory *self);
void wh_role_free (WhRole *self);
void wh_fact_count_free (WhFactCount *self);
void wh_section_free (WhSection *self);
void wh_source_document_free (WhSourceDocument *self);
void wh_source_free (WhSource *self);
void wh_rating_free (WhRating *self);
void wh_statement_free (WhStatement *self);
void wh_role_priority_free (WhRolePriority *self);
void wh_priority_slot_free (WhPrioritySlot *self);
void wh_learning_order_free (WhLearningOrder *self);
void wh_library_order_free (WhLibraryOrder *self);
void wh_ranking_place_free (WhRankingPlace *self);
void wh_ranking_free (WhRanking *self);
void wh_library_ranking_free (WhLibraryRanking *self);
void wh_relation_free (WhRelation *self);
void wh_library_counterpart_free (WhLibraryCounterpart *self);
void wh_library_tier_free (WhLibraryTier *self);
void wh_library_pick_free (WhLibraryPick *self);
void wh_library_topic_free (WhLibraryTopic *self);
void wh_library_comparison_free (WhLibraryComparison *self);
void wh_library_strategy_free (WhLibraryStrategy *self);
void wh_example_free (WhExample *self);
void wh_library_record_free (WhLibraryRecord *self);
void wh_library_details_free (WhLibraryDetails *self);

char *wh_library_details_dup_other_names (const WhLibraryDetails *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhCategory, wh_category_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhRole, wh_role_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhFactCount, wh_fact_count_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhSection, wh_section_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhSourceDocument, wh_source_document_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhSource, wh_source_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhRating, wh_rating_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhStatement, wh_statement_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhRolePriority, wh_role_priority_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhPrioritySlot, wh_priority_slot_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhLearningOrder, wh_learning_order_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhLibraryOrder, wh_library_order_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhRankingPlace, wh_ranking_place_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhRanking, wh_ranking_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhLibraryRanking, wh_library_ranking_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhRelation, wh_relation_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhLibraryCounterpart, wh_library_counterpart_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhLibraryTier, wh_library_tier_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhLibraryPick, wh_library_pick_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhLibraryTopic, wh_library_topic_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhLibraryComparison, wh_library_comparison_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhLibraryStrategy, wh_library_strategy_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhExample, wh_example_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhLibraryRecord, wh_library_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhLibraryDetails, wh_library_details_free)

G_END_DECLS
