/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The form of the catalogue's JSON, as data: what may stand in an entry, what must,
 * and where it goes in the database. Checking, storing and extracting texts all
 * follow this one description; docs/catalogue.md says it to people.
 */

typedef enum
{
  WH_FORM_KEY,     /* what the entry is called by everything that refers to it */
  WH_FORM_STRING,  /* one line, the same in every language */
  WH_FORM_TEXT,    /* one line to be translated */
  WH_FORM_CODE,    /* lines of code */
  WH_FORM_URL,     /* an https address */
  WH_FORM_PACKAGE, /* what pip installs: "uvicorn[standard]" */
  WH_FORM_MODULE,  /* what Python imports: "google.cloud" */
  WH_FORM_CHOICE,  /* one of a closed list */
  WH_FORM_BOOLEAN,
  WH_FORM_PLACE,     /* a whole number from 1 */
  WH_FORM_STARS,     /* 0.5 to 5 in halves */
  WH_FORM_LIBRARY,   /* the key of a library; the database keeps its id */
  WH_FORM_REFERENCE, /* the key of something else */
  WH_FORM_OLD_KEY,   /* a key that is no longer used */
  WH_FORM_SOURCE,    /* "survey#areas": two columns */
  WH_FORM_OBJECT,    /* an object whose members belong to the same row */
  WH_FORM_LIST,      /* rows of another table */
  WH_FORM_STARS_ROW, /* a comparison's stars, one for each subject */
  WH_FORM_TEXT_ROW,  /* a comparison's words, one for each subject */
} WhFormType;

typedef struct _WhForm       WhForm;
typedef struct _WhFormMember WhFormMember;

struct _WhFormMember
{
  const char        *name;
  WhFormType         type;
  gboolean           required;
  const char        *column;
  const WhForm      *form;    /* of an object, or of the elements of a list */
  const char        *subject; /* what a reference refers to */
  const char *const *choices;
  guint              max_chars; /* of a text in English; 0 = WH_FORM_MAX_CHARS */
  guint              max_chars_zh;
  const char        *field;    /* in the translation's context; the member's name by default */
  const char        *fallback; /* what a choice is when it is not there */
};

typedef enum
{
  WH_FORM_UNSOURCED,
  WH_FORM_MAY_BE_SOURCED,
  WH_FORM_SOURCED, /* every row has a source: its own, or that of what it stands in */
} WhFormSourced;

typedef enum
{
  WH_FORM_PLAIN_KEY, /* a-z 0-9 . _ - */
  WH_FORM_PATH_KEY,  /* and / between what stands above and below */
  WH_FORM_WORD_KEY,  /* and / and A-Z */
} WhFormKeyStyle;

struct _WhForm
{
  const char         *table;   /* %NULL when there is no row of its own */
  const WhFormMember *members; /* the last one has no name */
  WhFormSourced       sourced;
  WhFormKeyStyle      key_style;
  const char         *defines;       /* what the key is one of */
  gboolean            scoped;        /* the key counts within what it stands in: "survey#areas" */
  const char         *parent_column; /* takes the id of the row this stands in */
  const char         *parent_key;    /* takes its key instead */
  const char         *root_column;   /* takes the id of the row of the whole entry */
  const char         *constant_column;
  const char         *constant;
  const char         *shorthand; /* a bare value stands for an object with this member alone */
  const char         *one_of[4]; /* exactly one of these is there */
  gboolean            has_place; /* the table counts the rows within their parent */
};

typedef struct
{
  const char   *member; /* of the file: "libraries" */
  const char   *name;   /* of one: "library" */
  const WhForm *form;
} WhFormSubject;

/* A text without a limit of its own is still one line. */
#define WH_FORM_MAX_CHARS 600
#define WH_FORM_MAX_CHARS_ZH 300
/* Code, in characters. */
#define WH_FORM_MAX_CODE 20000

/* The subject that libraries and topics share their keys in, for doubles. */
#define WH_FORM_LEARNABLE "library or topic"

const WhFormSubject *wh_catalogue_get_forms (guint *n_forms);
const WhFormMember  *wh_form_find_member (const WhForm *form,
                                          const char   *name);

G_END_DECLS
