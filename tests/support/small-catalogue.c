/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "wh-catalogue-reader.h"
#include "wh-user-record.h"

#include "small-catalogue.h"

/* What must come to an end is waited for as long, in microseconds. */
#define PATIENCE (20 * G_USEC_PER_SEC)

#define LIBRARY(key, name, more)                                                                    \
  "{\"key\": \"" key "\", \"name\": \"" name "\", \"kind\": \"library\", \"install\": \"" key "\"," \
  " \"homepage\": \"https://" key ".example/\", \"summary\": \"" name " in a line\","               \
  " \"categories\": [\"web\"], \"source\": \"survey#all\"" more "}"

#define WORD(key, text) "{\"key\": \"" key "\", \"text\": \"" text "\"}"

static const char guide_json[] =
  "{\"guides\": [{\"key\": \"basics\", \"title\": \"Basics\", \"summary\": \"What everyone needs\", \"source\": \"survey#all\","
  "   \"nodes\": ["
  "    {\"key\": \"basics.language\", \"title\": \"Language\", \"nodes\": ["
  "     {\"key\": \"basics.core\", \"title\": \"Core\", \"nodes\": ["
  "      {\"key\": \"basics.data\", \"title\": \"Data structures\", \"emphasis\": \"master\", \"nodes\": ["
  "       {\"key\": \"basics.dict\", \"title\": \"Dictionaries\", \"note\": \"Keys and values\","
  "        \"code\": [{\"title\": \"Count words\", \"language\": \"python\", \"code\": \"counts = {}\\n\"}]},"
  "       {\"key\": \"basics.set\", \"title\": \"Sets\"}]},"
  "      {\"key\": \"basics.generators\", \"title\": \"Generators\"}]},"
  "     {\"key\": \"basics.style\", \"title\": \"Style\"}]},"
  "    {\"key\": \"basics.libraries\", \"title\": \"Libraries\", \"nodes\": ["
  "     {\"key\": \"basics.web\", \"title\": \"Web frameworks\", \"nodes\": ["
  "      {\"key\": \"basics.fastapi\", \"title\": \"FastAPI to begin with\", \"library\": \"fastapi\"},"
  "      {\"key\": \"basics.django\", \"title\": \"Django\", \"library\": \"django\"}]}]},"
  "    {\"key\": \"basics.habits\", \"title\": \"Habits\", \"note\": \"A little every day\"}]}],"
  " \"strategies\": ["
  "  {\"key\": \"waiting\", \"title\": \"Much waiting\", \"connector\": \">\", \"topic\": \"basics.core\", \"source\": \"survey#all\","
  "   \"items\": [{\"text\": \"coroutines\"}, {\"text\": \"tasks by Celery\", \"library\": \"celery\"}]},"
  "  {\"key\": \"reading\", \"title\": \"What to read\", \"connector\": \">\", \"source\": \"survey#all\","
  "   \"items\": [{\"text\": \"manuals\"}, {\"text\": \"blogs\"}]}],"
  " \"advice\": ["
  "  {\"key\": \"fast\", \"text\": \"Sets are fast\", \"kind\": \"claim\", \"topic\": \"basics.core\", \"source\": \"survey#all\","
  "   \"flag\": {\"kind\": \"doubtful\", \"text\": \"Not always\", \"checked\": \"not checked\"}},"
  "  {\"key\": \"practise\", \"text\": \"Practise\", \"kind\": \"principle\", \"source\": \"survey#all\"}],"
  " \"tiers\": [{\"key\": \"first\", \"title\": \"First of all\", \"horizon\": \"now\", \"source\": \"survey#all\","
  "   \"items\": [{\"topic\": \"basics.dict\"}, {\"text\": \"Sleep\", \"note\": \"Well\"}]}],"
  " \"comparisons\": [{\"key\": \"pace\", \"title\": \"Pace by task\", \"source\": \"survey#all\","
  "   \"subjects\": [{\"name\": \"Alone\"}, {\"name\": \"Suits\"}],"
  "   \"rows\": [{\"criterion\": \"Downloads\", \"stars\": [null, 4.5], \"values\": [\"100 %\", null]}]}]}";

static const char catalogue_json[] =
  "{\"sources\": [{\"key\": \"survey\", \"title\": \"Survey\", \"description\": \"A survey\", \"language\": \"en\","
  "   \"sections\": [{\"key\": \"all\", \"title\": \"All of it\"}]}],"
  " \"categories\": [{\"key\": \"web\", \"name\": \"Web\"}],"
  " \"measures\": [{\"key\": \"recommendation\", \"name\": \"Recommendation\"}],"
  " \"roles\": ["
  "  {\"key\": \"backend\", \"name\": \"Backend\", \"aliases\": [], \"source\": \"survey#all\","
  "   \"priorities\": [{\"priority\": \"P0\", \"any_of\": [\"fastapi\", \"django\"]},"
  "                    {\"priority\": \"P0\", \"any_of\": [\"sqlalchemy\"]},"
  "                    {\"priority\": \"P1\", \"any_of\": [\"celery\"]}],"
  "   \"orders\": [{\"key\": \"web-first\", \"topic\": \"Web\", \"connector\": \"→\", \"steps\": [\"fastapi\", \"celery\"],"
  "                 \"reason\": \"One leads to the other\", \"source\": \"survey#all\"}]},"
  "  {\"key\": \"data\", \"name\": \"Data\", \"aliases\": [], \"source\": \"survey#all\","
  "   \"priorities\": [{\"priority\": \"P0\", \"any_of\": [\"sqlalchemy\"]},"
  "                    {\"priority\": \"P0\", \"any_of\": [\"pandas\"]},"
  "                    {\"priority\": \"P2\", \"any_of\": [\"django\", \"fastapi\"]}],"
  "   \"orders\": []},"
  "  {\"key\": \"reader\", \"name\": \"Reader\", \"aliases\": [], \"source\": \"survey#all\", \"priorities\": [],"
  "   \"orders\": [{\"key\": \"frames\", \"topic\": \"Frames\", \"connector\": \"+\", \"steps\": [\"pandas\", \"polars\"],"
  "                 \"reason\": \"Both are needed\", \"source\": \"survey#all\"}]}],"
  " \"libraries\": [" LIBRARY ("fastapi", "FastAPI", ", \"ratings\": [{\"measure\": \"recommendation\", \"stars\": 4.5}]") "," LIBRARY ("django", "Django", "") "," LIBRARY ("sqlalchemy", "SQLAlchemy", "") "," LIBRARY ("celery", "Celery", "") "," LIBRARY ("pandas", "pandas", "") "," LIBRARY ("polars", "polars", "") "],"
                                                                                                                                                                                                                                                                                                                            " \"words\": [" WORD ("paper/title", "Learning checklist") "," WORD ("paper/plan", "My plan") "," WORD ("paper/heading", "{title}: {role}") "," WORD ("paper/section", "{priority} · {name}") "," WORD ("priority/P0", "P0") "," WORD ("priority/P1", "P1") "," WORD ("priority/P2", "P2") "," WORD ("priority-name/P0", "Must learn") "," WORD ("priority-name/P1", "Next") "," WORD ("priority-name/P2", "Special") "," WORD ("status/none", "No status") "," WORD ("status/to-learn", "To learn") "," WORD ("status/learning", "Learning") "," WORD ("status/learnt", "Learnt") "," WORD ("status/skipped", "Skipped") "]}";

static void
write_catalogue (const char *path)
{
  g_autoptr (WhCatalogueReader) reader = wh_catalogue_reader_new ();
  g_autoptr (WhDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  wh_catalogue_reader_add_json (reader, "small.json", catalogue_json, strlen (catalogue_json));
  wh_catalogue_reader_add_json (reader, "guide.json", guide_json, strlen (guide_json));

  if (!wh_catalogue_reader_check (reader))
    for (guint i = 0; i < wh_catalogue_reader_get_problems (reader)->len; i++)
      g_error ("%s", (const char *) g_ptr_array_index (wh_catalogue_reader_get_problems (reader), i));

  database = wh_database_open (path, WH_DATABASE_CREATE, &error);
  g_assert_no_error (error);

  wh_catalogue_reader_store (reader, database, 1, "bundle", &error);
  g_assert_no_error (error);
}

/* A second program on the same file. */
WhCatalogue *
small_catalogue_open_again (SmallCatalogue *fixture)
{
  g_autoptr (WhCatalogue) catalogue = NULL;
  g_autoptr (GError) error = NULL;
  WhDatabase *database;

  database = wh_database_open (fixture->path, WH_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);

  catalogue = wh_catalogue_new (database, "en");
  wh_catalogue_load (catalogue, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&catalogue);
}

void
small_catalogue_set_up (SmallCatalogue *fixture,
                        gconstpointer   user_data)
{
  fixture->folder = g_dir_make_tmp ("wheelhouse-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "small.db", NULL);

  write_catalogue (fixture->path);
  fixture->catalogue = small_catalogue_open_again (fixture);
}

void
small_catalogue_tear_down (SmallCatalogue *fixture,
                           gconstpointer   user_data)
{
  static const char *const endings[] = { "", "-wal", "-shm" };
  gint64                   end = g_get_monotonic_time () + PATIENCE;

  /* A worker that still reads holds it until it has come to its end. */
  g_object_add_weak_pointer (G_OBJECT (fixture->catalogue), (gpointer *) &fixture->catalogue);
  g_object_unref (fixture->catalogue);
  while (fixture->catalogue != NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (fixture->catalogue);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, endings[i], NULL);

      g_remove (path);
    }

  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

WhDatabase *
small_catalogue_get_database (SmallCatalogue *fixture)
{
  return wh_catalogue_get_database (fixture->catalogue);
}

/* What the user has on @key. */
WhUserRecord *
small_catalogue_load (SmallCatalogue *fixture,
                      const char     *key)
{
  g_autoptr (GError) error = NULL;
  WhUserRecord *record = wh_store_load_user_record (small_catalogue_get_database (fixture), key, &error);

  g_assert_no_error (error);

  return record;
}

/* @expected: what is in the plan, by place: "fastapi:learning django" */
void
small_catalogue_assert_plan (SmallCatalogue *fixture,
                             const char     *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) plan = wh_store_list_plan (small_catalogue_get_database (fixture), &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);

  for (guint i = 0; i < plan->len; i++)
    {
      const WhUserRecord *record = g_ptr_array_index (plan, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", record->key);
      if (record->status != WH_STATUS_NONE)
        g_string_append_printf (text, ":%s", wh_status_to_key (record->status));
    }

  g_assert_cmpstr (text->str, ==, expected);
}
