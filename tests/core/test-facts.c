/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-facts.h"

/* A vocabulary seen as numbers, so that one test serves all of them. */
typedef struct
{
  const char *name;
  const char *(*to_key) (guint value);
  gboolean (*from_key) (const char *key,
                        guint      *value);
  const char *const *(*get_keys) (void);
  const char *keys;
} Vocabulary;

#define VOCABULARY(Name, Keys)                                   \
  {                                                              \
    #Name, (const char *(*) (guint)) wh_##Name##_to_key,         \
    (gboolean (*) (const char *, guint *)) wh_##Name##_from_key, \
    wh_##Name##_get_keys, Keys                                   \
  }

/* The keys are in people's databases and scripts: a change here breaks them. */
static const Vocabulary vocabularies[] = {
  VOCABULARY (kind, "library stdlib tool service standard collection"),
  VOCABULARY (standing, "current legacy superseded stagnant merged avoid"),
  VOCABULARY (concurrency, "sync async both"),
  VOCABULARY (priority, "P0 P1 P2"),
  VOCABULARY (horizon, "now six-months long-term"),
  VOCABULARY (status, "to-learn learning learnt skipped"),
};

static void
test_facts_keys (gconstpointer data)
{
  const Vocabulary *vocabulary = data;
  g_autofree char  *joined = g_strjoinv (" ", (char **) vocabulary->get_keys ());

  g_assert_cmpstr (joined, ==, vocabulary->keys);
}

static void
test_facts_round_trip (gconstpointer data)
{
  const Vocabulary  *vocabulary = data;
  const char *const *keys = vocabulary->get_keys ();
  guint              n = 0;

  for (; keys[n] != NULL; n++)
    {
      guint value = 0;

      g_assert_true (vocabulary->from_key (keys[n], &value));
      g_assert_cmpuint (value, ==, n + 1);
      g_assert_cmpstr (vocabulary->to_key (value), ==, keys[n]);
    }

  g_assert_null (vocabulary->to_key (0));
  g_assert_null (vocabulary->to_key (n + 1));
}

static void
test_facts_refuse_other_keys (gconstpointer data)
{
  const Vocabulary *vocabulary = data;
  guint             value = 77;

  g_assert_false (vocabulary->from_key ("", &value));
  g_assert_false (vocabulary->from_key (NULL, &value));
  g_assert_false (vocabulary->from_key ("something else", &value));
  g_assert_cmpuint (value, ==, 77);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (vocabularies); i++)
    {
      g_autofree char *keys = g_strdup_printf ("/facts/%s/keys", vocabularies[i].name);
      g_autofree char *round_trip = g_strdup_printf ("/facts/%s/round-trip", vocabularies[i].name);
      g_autofree char *refuse = g_strdup_printf ("/facts/%s/refuse-other-keys", vocabularies[i].name);

      g_test_add_data_func (keys, &vocabularies[i], test_facts_keys);
      g_test_add_data_func (round_trip, &vocabularies[i], test_facts_round_trip);
      g_test_add_data_func (refuse, &vocabularies[i], test_facts_refuse_other_keys);
    }

  return g_test_run ();
}
