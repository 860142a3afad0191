/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "wh-problem.h"

/* What entries are called in messages, by what stands before their keys. */
static const struct
{
  const char *kind;
  const char *format;
} labels[] = {
  { "advice", N_ ("Advice “%s”") },
  { "category", N_ ("Category “%s”") },
  { "comparison", N_ ("Comparison “%s”") },
  { "counterpart", N_ ("Counterparts “%s”") },
  { "criteria_set", N_ ("Criteria “%s”") },
  { "guide", N_ ("Guide “%s”") },
  { "library", N_ ("Library “%s”") },
  { "measure", N_ ("Measure “%s”") },
  { "mine", N_ ("“%s”") },
  { "order", N_ ("Learning order “%s”") },
  { "pick", N_ ("Quick pick “%s”") },
  { "plan", N_ ("Plan “%s”") },
  { "ranking", N_ ("Ranking “%s”") },
  { "renamed", N_ ("Former key “%s”") },
  { "role", N_ ("Role “%s”") },
  { "section", N_ ("Section “%s”") },
  { "source", N_ ("Source “%s”") },
  { "strategy", N_ ("Strategy “%s”") },
  { "tier", N_ ("Tier “%s”") },
  { "topic", N_ ("Topic “%s”") },
  { "word", N_ ("Word “%s”") },
};

void
wh_problem_free (WhProblem *self)
{
  if (self == NULL)
    return;

  g_free (self->entry);
  g_free (self->message);
  g_free (self);
}

static gboolean
is_same (gconstpointer a,
         gconstpointer b)
{
  const WhProblem *left = a;
  const WhProblem *right = b;

  return g_str_equal (left->message, right->message);
}

/**
 * wh_problems_add:
 * @problems: (element-type WhProblem)
 * @kind: a literal
 * @entry: (nullable)
 * @message: (transfer full)
 *
 * Adds a problem, unless it is known or there is no room.
 *
 * Returns: %FALSE when there are as many problems already as anyone reads
 */
gboolean
wh_problems_add (GPtrArray  *problems,
                 const char *kind,
                 const char *entry,
                 char       *message)
{
  WhProblem *problem = g_new0 (WhProblem, 1);

  problem->kind = kind;
  problem->entry = g_strdup (entry);
  problem->message = message;

  if (problems->len >= WH_PROBLEMS_MAX || g_ptr_array_find_with_equal_func (problems, problem, is_same, NULL))
    wh_problem_free (problem);
  else
    g_ptr_array_add (problems, problem);

  return problems->len < WH_PROBLEMS_MAX;
}

/**
 * wh_problem_dup_label:
 * @entry: "library/fastapi"
 *
 * Returns: (transfer full): what a message calls it, "Library “fastapi”"; @entry
 *   itself when it is of no kind that has a name
 */
char *
wh_problem_dup_label (const char *entry)
{
  const char *slash;

  g_return_val_if_fail (entry != NULL, NULL);

  slash = strchr (entry, '/');

  for (guint i = 0; slash != NULL && i < G_N_ELEMENTS (labels); i++)
    {
      if (strlen (labels[i].kind) == (gsize) (slash - entry) && g_str_has_prefix (entry, labels[i].kind))
        {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
          return g_strdup_printf (_ (labels[i].format), slash + 1);
#pragma GCC diagnostic pop
        }
    }

  return g_strdup (entry);
}
