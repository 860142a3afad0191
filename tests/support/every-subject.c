/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "wh-catalogue-reader.h"
#include "wh-schema.h"

#include "every-subject.h"

const char every_subject_base_json[] =
  "{\"sources\": [{\"key\": \"survey\", \"title\": \"A survey\", \"language\": \"zh\",\n"
  "  \"documents\": [{\"title\": \"一览\", \"date\": \"2025-09-09\"}, {\"author\": \"A. Reader\", \"taken_from\": \"A Book\"}],"
  "  \"sections\": [{\"key\": \"areas\", \"title\": \"Areas\"}]}],\n"
  " \"categories\": [{\"key\": \"web\", \"name\": \"Web\"}, {\"key\": \"web/frameworks\", \"name\": \"Frameworks\"}],\n"
  " \"measures\": [{\"key\": \"recommendation\", \"name\": \"Recommendation\"}],\n"
  " \"libraries\": [{\"key\": \"flask\", \"name\": \"Flask\", \"kind\": \"library\", \"summary\": \"Small\",\n"
  "   \"source\": \"survey#areas\"}]}\n";

const char every_subject_json[] =
  "{\"criteria_sets\": [{\"key\": \"s\", \"title\": \"Set\", \"criteria\": [\"One\", \"Two\"], \"source\": \"survey\"}],"
  " \"libraries\": [{\"key\": \"django\", \"name\": \"Django\", \"kind\": \"library\", \"summary\": \"Large\","
  "   \"aliases\": [\"dj\"], \"renamed_from\": [\"djngo\"], \"imports\": [\"djcore\"],"
  "   \"source\": \"survey\", \"standing\": \"superseded\", \"standing_by\": \"flask\", \"standing_reason\": \"Just so\", \"standing_source\": \"survey#areas\","
  "   \"categories\": [\"web/frameworks\", {\"category\": \"web\", \"source\": \"survey#areas\"}],"
  "   \"ratings\": [{\"measure\": \"recommendation\", \"stars\": 4.5, \"criteria\": \"s\", \"note\": \"Good\"}],"
  "   \"statements\": [{\"kind\": \"claim\", \"text\": \"Best\","
  "     \"flag\": {\"kind\": \"doubtful\", \"text\": \"Not so\", \"checked\": \"not checked\"}}],"
  "   \"relations\": [{\"kind\": \"rival-of\", \"key\": \"flask\", \"note\": \"Of old\"}],"
  "   \"examples\": [{\"title\": \"Hello\", \"language\": \"python\", \"code\": \"pass\\n\", \"counterpart\": \"web\"}]}],"
  " \"roles\": [{\"key\": \"backend\", \"name\": \"Back-end\", \"aliases\": [\"be\"], \"source\": \"survey\","
  "   \"priorities\": [{\"priority\": \"P0\", \"any_of\": [\"flask\", \"django\"]}],"
  "   \"orders\": [{\"key\": \"o\", \"topic\": \"Web\", \"connector\": \"→\", \"steps\": [\"flask\", \"django\"], \"reason\": \"Up\","
  "     \"also_for\": [\"fullstack\"]}]}, {\"key\": \"fullstack\", \"name\": \"Full-stack\", \"source\": \"survey\"}],"
  " \"rankings\": [{\"key\": \"r\", \"title\": \"Best\", \"criteria\": \"s\", \"source\": \"survey\","
  "   \"places\": [{\"place\": 1, \"libraries\": [\"django\", \"flask\"], \"label\": \"Web\", \"reason\": \"Both\"}]}],"
  " \"comparisons\": [{\"key\": \"c\", \"title\": \"Them\", \"source\": \"survey#areas\", \"note\": \"So\","
  "   \"subjects\": [{\"library\": \"flask\"}, {\"name\": \"Other\"}],"
  "   \"rows\": [{\"criterion\": \"Speed\", \"measure\": \"recommendation\", \"stars\": [3, null], \"values\": [null, \"Slow\"]}]}],"
  " \"counterparts\": [{\"key\": \"web\", \"domain\": \"Web\", \"sync\": [\"flask\"],"
  "   \"async\": [{\"library\": \"django\", \"note\": \"Since 3\"}], \"note\": \"Both\", \"source\": \"survey\"}],"
  " \"tiers\": [{\"key\": \"t\", \"title\": \"Soon\", \"horizon\": \"now\", \"source\": \"survey\","
  "   \"items\": [{\"library\": \"flask\"}, {\"topic\": \"leaf\"}, {\"text\": \"Sleep\", \"note\": \"Well\"}]}],"
  " \"picks\": [{\"key\": \"p\", \"situation\": \"Small site\", \"verdict\": \"choose\", \"libraries\": [\"flask\"], \"text\": \"Yes\","
  "   \"source\": \"survey\"}],"
  " \"strategies\": [{\"key\": \"st\", \"title\": \"Order\", \"connector\": \">\", \"topic\": \"leaf\", \"source\": \"survey\","
  "   \"items\": [{\"text\": \"First flask\", \"library\": \"flask\"}, {\"text\": \"Then rest\"}]}],"
  " \"advice\": [{\"key\": \"a\", \"text\": \"Read\", \"kind\": \"principle\", \"topic\": \"leaf\", \"source\": \"survey\"}],"
  " \"guides\": [{\"key\": \"g\", \"title\": \"Guide\", \"summary\": \"All\", \"source\": \"survey\", \"nodes\": ["
  "   {\"key\": \"chapter\", \"title\": \"Chapter\", \"nodes\": [{\"key\": \"leaf\", \"title\": \"Leaf\", \"library\": \"flask\", \"source\": \"survey#areas\","
  "     \"emphasis\": \"master\", \"code\": [{\"title\": \"Run\", \"language\": \"python\", \"code\": \"run\"}]}]}]}],"
  " \"words\": [{\"key\": \"priority/P0\", \"text\": \"P0\"}]}";

static WhCatalogueReader *
read_files (void)
{
  WhCatalogueReader *reader = wh_catalogue_reader_new ();

  wh_catalogue_reader_add_json (reader, "base.json", every_subject_base_json, strlen (every_subject_base_json));
  wh_catalogue_reader_add_json (reader, "every.json", every_subject_json, strlen (every_subject_json));

  return reader;
}

/* Every text in Chinese is "译" and the English text. */
static WhTranslations *
translate (void)
{
  g_autoptr (WhCatalogueReader) reader = read_files ();
  WhTranslations  *translations = wh_translations_new ("zh_CN", "zh_CN.po");
  const GPtrArray *texts;

  g_assert_true (wh_catalogue_reader_check (reader));
  texts = wh_catalogue_reader_get_texts (reader);

  for (guint i = 0; i < texts->len; i++)
    {
      const WhCatalogueText *text = g_ptr_array_index (texts, i);
      g_autofree char       *chinese = g_strconcat ("译", text->english, NULL);

      wh_translations_add (translations, text->context, text->english, chinese, FALSE, 0);
    }

  return translations;
}

/* Opens a new database at @path with the catalogue in it, in English and Chinese. */
WhDatabase *
every_subject_open (const char *path)
{
  g_autoptr (WhCatalogueReader) reader = read_files ();
  g_autoptr (WhDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  wh_catalogue_reader_add_translations (reader, translate ());
  g_assert_true (wh_catalogue_reader_check (reader));

  database = wh_database_open (path, WH_DATABASE_CREATE, &error);
  g_assert_no_error (error);
  wh_catalogue_reader_store (reader, database, WH_SCHEMA_BUNDLE, "bundle", &error);
  g_assert_no_error (error);

  return g_steal_pointer (&database);
}
