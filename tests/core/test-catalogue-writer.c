/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-catalogue-store.h"
#include "wh-catalogue-writer.h"
#include "wh-database-private.h"

#include "every-subject.h"

static char *
write_library (WhDatabase *database,
               const char *key,
               gboolean    full)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node =
    wh_exchange_library_to_json (database, wh_store_find_library (database, key, NULL), "en", full, &error);

  g_assert_no_error (error);
  return json_to_string (node, FALSE);
}

/* Scripts read these documents: a change of a member's name breaks them. */
static void
test_writer_brief (void)
{
  g_autoptr (WhDatabase) database = every_subject_open (":memory:");
  g_autofree char *json = write_library (database, "django", FALSE);

  g_assert_cmpstr (json, ==,
                   "{\"key\":\"django\",\"name\":\"Django\",\"kind\":\"library\",\"aliases\":[\"dj\"],"
                   "\"summary\":\"Large\",\"categories\":[\"web/frameworks\",\"web\"],\"standing\":\"superseded\","
                   "\"concurrency\":null,\"stars\":4.5,"
                   "\"ratings\":[{\"measure\":\"recommendation\",\"stars\":4.5,\"note\":\"Good\",\"criteria_set\":\"s\",\"source\":\"survey\","
                   "\"section\":null}],"
                   "\"priorities\":[{\"role\":\"backend\",\"priority\":\"P0\",\"alternatives\":[\"flask\"],"
                   "\"source\":\"survey\",\"section\":null}],"
                   "\"horizons\":[],\"my_rating\":null,\"status\":null,\"planned\":false}");
}

static void
test_writer_user (void)
{
  g_autoptr (WhDatabase) database = every_subject_open (":memory:");
  g_autofree char *json = NULL;

  g_assert_true (wh_database_exec (database,
                                   "INSERT INTO user_rating VALUES ('flask', 6, 0);"
                                   "INSERT INTO user_status (key, place, status, changed_at) VALUES ('flask', 1, 'to-learn', 0);"
                                   "INSERT INTO plan_item (plan_id, key, place, added_at) VALUES (1, 'flask', 1, 0);",
                                   NULL));
  json = write_library (database, "flask", FALSE);

  g_assert_true (g_str_has_suffix (json, "\"horizons\":[\"now\"],\"my_rating\":3,\"status\":\"to-learn\",\"planned\":true}"));
}

static void
test_writer_full (void)
{
  g_autoptr (WhDatabase) database = every_subject_open (":memory:");
  g_autofree char         *json = write_library (database, "django", TRUE);
  static const char *const parts[] = {
    "\"statements\":[{\"kind\":\"claim\",\"text\":\"Best\",\"source\":\"survey\",\"section\":null,"
    "\"flag\":{\"kind\":\"doubtful\",\"text\":\"Not so\",\"checked\":\"not checked\"}}]",
    "\"relations\":[{\"kind\":\"rival-of\",\"key\":\"flask\",\"note\":\"Of old\",\"source\":\"survey\",\"section\":null}]",
    "\"related_by\":[]",
    "\"counterparts\":[{\"domain\":\"web\",\"title\":\"Web\",\"side\":\"async\",\"keys\":[\"flask\"],\"notes\":[\"\"],"
    "\"own_note\":\"Since 3\",\"note\":\"Both\",\"source\":\"survey\",\"section\":null}]",
    "\"orders\":[{\"key\":\"o\",\"role\":\"backend\",\"topic\":\"Web\",\"connector\":\"→\",\"place\":2,\"of\":2,"
    "\"source\":\"survey\",\"section\":null}]",
    "\"rankings\":[{\"ranking\":\"r\",\"place\":1,\"of\":1,\"shared_with\":[\"flask\"],\"label\":\"Web\",\"reason\":\"Both\","
    "\"source\":\"survey\",\"section\":null}]",
    "\"examples\":[{\"title\":\"Hello\",\"language\":\"python\",\"code\":\"pass\\n\",\"side\":null,"
    "\"counterpart\":\"web\",\"source\":\"survey\",\"section\":null}]",
    "\"standing_by\":\"flask\",\"standing_reason\":\"Just so\",\"standing_source\":\"survey\",\"standing_section\":\"areas\"",
    "\"placements\":[{\"category\":\"web/frameworks\",\"source\":\"survey\",\"section\":null},"
    "{\"category\":\"web\",\"source\":\"survey\",\"section\":\"areas\"}],\"former_keys\":[\"djngo\"],\"common_word\":false",
    "\"install\":null",
    "\"imports\":[\"djcore\"]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_test_message ("%s", parts[i]);
      g_assert_nonnull (strstr (json, parts[i]));
    }
}

/* What is told of a library where others are told of as well. */
static void
test_writer_places (void)
{
  g_autoptr (WhDatabase) database = every_subject_open (":memory:");
  g_autofree char         *json = write_library (database, "flask", TRUE);
  static const char *const parts[] = {
    "\"tiers\":[{\"tier\":\"t\",\"title\":\"Soon\",\"horizon\":\"now\",\"note\":null,\"source\":\"survey\",\"section\":null}]",
    "\"picks\":[{\"pick\":\"p\",\"situation\":\"Small site\",\"verdict\":\"choose\",\"text\":\"Yes\",\"named_with\":[],"
    "\"source\":\"survey\",\"section\":null}]",
    "\"guides\":[{\"guide\":\"g\",\"topic\":\"leaf\",\"title\":\"Leaf\",\"path\":\"Chapter\",\"note\":null,\"emphasis\":\"master\","
    "\"source\":\"survey\",\"section\":\"areas\"}]",
    "\"comparisons\":[{\"comparison\":\"c\",\"title\":\"Them\",\"with\":[\"Other\"],\"source\":\"survey\",\"section\":\"areas\"}]",
    "\"strategies\":[{\"strategy\":\"st\",\"title\":\"Order\",\"place\":1,\"of\":2,\"source\":\"survey\",\"section\":null}]",
    "\"related_by\":[{\"kind\":\"rival-of\",\"key\":\"django\",\"note\":\"Of old\",\"source\":\"survey\",\"section\":null}]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_test_message ("%s", parts[i]);
      g_assert_nonnull (strstr (json, parts[i]));
    }
}

static void
test_writer_dump (void)
{
  g_autoptr (WhDatabase) database = every_subject_open (":memory:");
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = wh_exchange_dump (database, "en", &error);
  g_autofree char         *json = NULL;
  static const char *const parts[] = {
    "\"categories\":[{\"key\":\"web\",\"name\":\"Web\",\"parent\":null},",
    "\"criteria_sets\":[{\"key\":\"s\",\"title\":\"Set\",\"criteria\":[\"One\",\"Two\"],\"source\":\"survey\",\"section\":null}]",
    "\"measures\":[{\"key\":\"recommendation\",\"name\":\"Recommendation\",\"criteria_set\":null}]",
    "\"priorities\":[{\"priority\":\"P0\",\"keys\":[\"flask\",\"django\"],\"source\":\"survey\",\"section\":null}]",
    "\"connector\":\"→\",\"steps\":[\"flask\",\"django\"],\"reason\":\"Up\","
    "\"also_for\":[\"fullstack\"]",
    "\"criteria_set\":\"s\",\"criteria\":[\"One\",\"Two\"],\"places\":[{\"place\":1,\"keys\":[\"django\",\"flask\"],\"label\":\"Web\",\"reason\":\"Both\"}]",
    "\"criteria\":[\"Speed\"],\"subjects\":[\"flask\",\"Other\"],"
    "\"rows\":[{\"criterion\":\"Speed\",\"measure\":\"recommendation\"}],\"cells\":["
    "{\"criterion\":\"Speed\",\"subject\":\"flask\",\"stars\":3,\"value\":null},"
    "{\"criterion\":\"Speed\",\"subject\":\"Other\",\"stars\":null,\"value\":\"Slow\"}]",
    "\"counterparts\":[{\"domain\":\"web\",\"title\":\"Web\",\"sync\":[\"flask\"],\"async\":[\"django\"],"
    "\"notes\":[{\"side\":\"async\",\"key\":\"django\",\"note\":\"Since 3\"}],\"note\":\"Both\","
    "\"examples\":[{\"library\":\"django\",\"title\":\"Hello\",\"language\":\"python\",\"code\":\"pass\\n\",\"side\":null,"
    "\"counterpart\":\"web\",\"source\":\"survey\",\"section\":null}]",
    "\"horizon\":\"now\",\"items\":[{\"library\":\"flask\",",
    "\"verdict\":\"choose\",\"libraries\":[\"flask\"],\"text\":\"Yes\"",
    "\"connector\":\">\",\"topic\":\"leaf\"",
    "\"kind\":\"principle\",\"topic\":\"leaf\",\"flag\":null",
    "\"guide\":\"g\",\"guide_title\":\"Guide\",\"guide_summary\":\"All\","
    "\"guide_source\":\"survey\",\"guide_section\":null,\"key\":\"chapter\",\"chapter\":\"Chapter\","
    "\"note\":null,\"library\":null,\"emphasis\":null,\"examples\":[],\"learnt\":0,\"of\":1,\"sections\":["
    "{\"key\":\"chapter\",\"title\":\"Chapter\",\"note\":null,\"library\":null,\"emphasis\":null,\"examples\":[],"
    "\"source\":\"survey\",\"section\":null,\"groups\":["
    "{\"key\":\"chapter\",\"title\":\"Chapter\",\"note\":null,\"library\":null,\"emphasis\":null,\"examples\":[],"
    "\"source\":\"survey\",\"section\":null,\"topics\":["
    "{\"key\":\"leaf\",\"name\":\"Leaf\",\"note\":null,\"library\":\"flask\",\"emphasis\":\"master\",\"status\":null,"
    "\"examples\":[{\"title\":\"Run\",\"language\":\"python\",\"code\":\"run\",\"side\":null,\"counterpart\":null,"
    "\"source\":\"survey\",\"section\":\"areas\"}],\"source\":\"survey\",\"section\":\"areas\"}]}]}]",
    "\"sources\":[{\"key\":\"survey\",\"title\":\"A survey\"",
    "\"words\":[{\"key\":\"priority/P0\",\"text\":\"P0\"}]",
    "\"documents\":[{\"title\":\"一览\",\"author\":null,\"date\":\"2025-09-09\",\"taken_from\":null},"
    "{\"title\":null,\"author\":\"A. Reader\",\"date\":null,\"taken_from\":\"A Book\"}]",
    "\"sections\":[{\"key\":\"areas\",\"title\":\"Areas\",\"n_facts\":6,\"facts\":[{\"kind\":\"library\",\"n\":1},",
  };

  g_assert_no_error (error);
  json = json_to_string (node, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_test_message ("%s", parts[i]);
      g_assert_nonnull (strstr (json, parts[i]));
    }
}

/* Every subject is there even when there is nothing of it. */
static void
test_writer_dump_of_nothing (void)
{
  g_autoptr (WhDatabase) database = wh_database_open (":memory:", WH_DATABASE_CREATE, NULL);
  g_autoptr (JsonNode) node = wh_exchange_dump (database, "en", NULL);
  g_autofree char *json = json_to_string (node, FALSE);

  g_assert_cmpstr (json, ==,
                   "{\"libraries\":[],\"categories\":[],\"criteria_sets\":[],\"measures\":[],\"roles\":[],\"orders\":[],\"rankings\":[],\"comparisons\":[],"
                   "\"counterparts\":[],\"tiers\":[],\"picks\":[],\"strategies\":[],\"advice\":[],\"guides\":[],"
                   "\"sources\":[],\"words\":[]}");
}

static void
test_writer_unknown_library (void)
{
  g_autoptr (WhDatabase) database = every_subject_open (":memory:");
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = wh_exchange_library_to_json (database, 4711, "en", TRUE, &error);

  g_assert_null (node);
  g_assert_error (error, WH_STORE_ERROR, WH_STORE_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/catalogue-writer/brief", test_writer_brief);
  g_test_add_func ("/catalogue-writer/user", test_writer_user);
  g_test_add_func ("/catalogue-writer/full", test_writer_full);
  g_test_add_func ("/catalogue-writer/places", test_writer_places);
  g_test_add_func ("/catalogue-writer/dump", test_writer_dump);
  g_test_add_func ("/catalogue-writer/dump-of-nothing", test_writer_dump_of_nothing);
  g_test_add_func ("/catalogue-writer/unknown-library", test_writer_unknown_library);

  return g_test_run ();
}
