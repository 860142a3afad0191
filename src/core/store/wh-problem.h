/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WhProblem:
 *
 * Something that a check of a database found, or just noted. `kind` is
 *
 * - "structure": the file itself is damaged
 * - "reference": something is named that is not there
 * - "coverage": something is not there that should be
 * - "language": a text is not there in every language
 * - "mine": the user's own data
 */
typedef struct
{
  const char *kind;
  char       *entry;   /* (nullable): what it is about: "library/fastapi" */
  char       *message; /* for people, in their language */
} WhProblem;

/* A damaged file may have as many problems as rows; nobody reads them all. */
#define WH_PROBLEMS_MAX 100

void wh_problem_free (WhProblem *self);

gboolean wh_problems_add (GPtrArray  *problems,
                          const char *kind,
                          const char *entry,
                          char       *message);

char *wh_problem_dup_label (const char *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhProblem, wh_problem_free)

G_END_DECLS
