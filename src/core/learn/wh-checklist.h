/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "wh-facts.h"

G_BEGIN_DECLS

/* Which items a checklist shows. Open ones are neither learnt nor skipped. */
typedef enum
{
  WH_CHECKLIST_ITEMS_ALL,
  WH_CHECKLIST_ITEMS_OPEN,
  WH_CHECKLIST_ITEMS_DONE,
} WhChecklistItems;

/* What an item is about. A slot with alternatives ("FastAPI / Django") has several. */
typedef struct
{
  char    *key;
  char    *name;
  char    *url; /* (nullable): the homepage */
  WhStatus status;
} WhChecklistLibrary;

typedef struct
{
  GPtrArray *libraries;     /* WhChecklistLibrary*, at least one */
  char      *summary;       /* (nullable) */
  char      *other_summary; /* (nullable): in the other language */
  WhPriority priority;
  guint      stars; /* in halves, 0 is unrated */
  WhStatus   status;
  char      *note; /* (nullable): the user's */
} WhChecklistItem;

/* The counts are of the whole section, whichever of its items are shown. */
typedef struct
{
  char      *title;
  char      *other_title; /* (nullable): in the other language */
  GPtrArray *items;       /* WhChecklistItem* */
  guint      n_done;
  guint      n_total;
} WhChecklistSection;

typedef struct
{
  char       *title;          /* what this is: "Learning checklist" */
  char       *subtitle;       /* (nullable): whose: the name of the role */
  char       *language;       /* as in "en", "zh_CN": the language of all the texts but the other ones */
  char       *other_language; /* (nullable): of the texts that are called other, when there are two */
  char       *other_heading;  /* (nullable): title and subtitle in it */
  GDateTime  *date;           /* the date printed */
  GPtrArray  *sections;       /* WhChecklistSection* */
  guint       n_done;
  guint       n_total;
  GHashTable *words;       /* char* => char* */
  GHashTable *other_words; /* (nullable): the same in the other language */
} WhChecklist;

WhChecklist *wh_checklist_new (const char *title,
                               const char *subtitle,
                               const char *language,
                               GDateTime  *date);
WhChecklist *wh_checklist_ref (WhChecklist *self);
void         wh_checklist_unref (WhChecklist *self);

const char *const *wh_checklist_list_words (void);
const char        *wh_checklist_get_word (const WhChecklist *self,
                                          const char        *key);
const char        *wh_checklist_get_other_word (const WhChecklist *self,
                                                const char        *key);
void               wh_checklist_set_word (WhChecklist *self,
                                          const char  *key,
                                          const char  *text);

WhChecklistSection *wh_checklist_add_section (WhChecklist *self,
                                              const char  *title);
WhChecklistItem    *wh_checklist_add_item (WhChecklist        *self,
                                           WhChecklistSection *section,
                                           const char         *summary,
                                           WhPriority          priority,
                                           guint               stars,
                                           WhStatus            status,
                                           const char         *note);
void                wh_checklist_add_language (WhChecklist       *self,
                                               const WhChecklist *other);
void                wh_checklist_filter (WhChecklist     *self,
                                         WhChecklistItems items);

WhChecklistLibrary *wh_checklist_item_add_library (WhChecklistItem *item,
                                                   const char      *key,
                                                   const char      *name,
                                                   const char      *url);
char               *wh_checklist_item_dup_name (const WhChecklistItem *item);

char *wh_checklist_dup_phrase (const WhChecklist *self,
                               const char        *word,
                               const char        *first_name,
                               ...) G_GNUC_NULL_TERMINATED;
char *wh_checklist_dup_heading (const WhChecklist *self);
char *wh_checklist_dup_count (const WhChecklist *self,
                              const char        *word,
                              guint              n_done,
                              guint              n_total);
char *wh_checklist_dup_date (const WhChecklist *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhChecklist, wh_checklist_unref)

G_END_DECLS
