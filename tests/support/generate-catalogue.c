/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-catalogue-load.h"
#include "wh-schema.h"

#include "generate-catalogue.h"

typedef struct
{
  WhCatalogueLoad *load;
  GRand           *rand;
  GHashTable      *keys; /* char* */
  gint64           slots[15];
  GError         **error;
} Generator;

static const char *const stems[] = {
  "django", "flask", "async", "aio", "py", "data", "torch", "http", "json", "sql", "cloud", "web", "micro", "open",
  "simple", "fast", "tiny", "deep", "auto", "graph", "image", "text", "crypto", "stream", "task", "queue", "cache",
  "log", "test", "mock", "plot", "geo", "bio", "robot", "audio", "video", "mail", "chat", "api", "rest", "grpc"
};

static const char *const tails[] = {
  "utils", "client", "server", "sdk", "tools", "kit", "core", "lib", "plus", "cli", "manager", "parser", "wrapper",
  "helper", "engine", "store", "loader", "bridge", "hub", "view", "flow", "lint", "box", "base", "net"
};

static const char *const english[] = {
  "a", "library", "for", "asynchronous", "framework", "simple", "fast", "client", "with", "support", "of", "data",
  "web", "tools", "to", "build", "and", "test", "applications", "python", "database", "command", "line", "typed",
  "modern", "lightweight", "machine", "learning", "parser", "wrapper", "around", "the", "api", "management"
};

static const char *const chinese[] = {
  "异步", "框架", "数据库", "爬虫", "简单", "快速", "客户端", "服务器", "工具", "机器学习", "解析", "支持", "现代",
  "轻量", "命令行", "类型", "数据", "分析", "可视化", "测试", "部署", "的", "与", "库", "接口", "网络", "任务队列"
};

/* key, English name, Chinese name. */
static const char *const categories[][3] = {
  { "web", "Web development", "网络开发" },
  { "web/first", "Frameworks", "框架" },
  { "web/second", "Clients", "客户端" },
  { "data", "Data", "数据" },
  { "data/first", "Frames", "表格" },
  { "data/second", "Plots", "绘图" },
  { "tools", "Tools", "工具" },
  { "tools/first", "Tests", "测试" },
  { "tools/second", "Deployment", "部署" },
};

static const char *const roles[][3] = {
  { "backend", "Back-end developer", "后端工程师" },
  { "data-analyst", "Data analyst", "数据分析师" },
  { "beginner", "Beginner", "初学者" },
};

static const char *const words[][3] = {
  { "priority/P0", "P0", "P0" },
  { "priority-name/P0", "Must learn", "必学" },
  { "paper/section", "{priority} · {name}", "{priority}·{name}" },
  { "status/learnt", "Learnt", "已学会" },
};

static const char *const kinds[] = { "library", "library", "library", "library", "tool", "stdlib", "service" };
static const char *const concurrencies[] = { NULL, NULL, "sync", "async", "both" };

static const char *
pick (Generator         *self,
      const char *const *strings,
      guint              n_strings)
{
  return strings[g_rand_int_range (self->rand, 0, n_strings)];
}

#define PICK(self, strings) pick (self, strings, G_N_ELEMENTS (strings))

static gboolean
chance (Generator *self,
        guint      percent)
{
  return (guint) g_rand_int_range (self->rand, 0, 100) < percent;
}

static gint64
add_row (Generator         *self,
         const char        *table,
         const WhLoadValue *values,
         guint              n_values)
{
  return wh_catalogue_load_add_row (self->load, table, values, n_values, self->error);
}

#define ADD_ROW(self, table, ...)                              \
  add_row (self, table, (const WhLoadValue[]) { __VA_ARGS__ }, \
           sizeof (WhLoadValue[]){ __VA_ARGS__ } / sizeof (WhLoadValue))

/* Returns the id, or 0 with the error set. */
static gint64
add_text (Generator  *self,
          const char *in_english,
          const char *in_chinese)
{
  gint64 id = wh_catalogue_load_add_text (self->load, 0, "en", in_english, self->error);

  if (id != 0 && in_chinese != NULL)
    id = wh_catalogue_load_add_text (self->load, id, "zh_CN", in_chinese, self->error);

  return id;
}

static gboolean
add_sources (Generator *self)
{
  static const char *const keys[] = { "survey", "checklist" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gint64 title = add_text (self, keys[i], NULL);

      if (title == 0 ||
          ADD_ROW (self, "source", { "key", keys[i] }, { "title_text", NULL, title },
                   { "language", "zh" }, { "place", NULL, i + 1 }) == 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_categories (Generator *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    {
      const char      *slash = strchr (categories[i][0], '/');
      g_autofree char *parent = slash != NULL ? g_strndup (categories[i][0], slash - categories[i][0]) : NULL;
      gint64           name = add_text (self, categories[i][1], categories[i][2]);
      WhLoadValue      values[] = {
        { "key", categories[i][0] }, { "name_text", NULL, name }, { "place", NULL, i + 1 }, { "parent", parent }
      };

      if (name == 0 || add_row (self, "category", values, parent != NULL ? 4 : 3) == 0)
        return FALSE;
    }

  return TRUE;
}

/* Five slots of each priority, filled by the first libraries. */
static gboolean
add_slots (Generator *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->slots); i++)
    {
      char priority[] = { 'P', (char) ('0' + i / 5), '\0' };

      self->slots[i] = ADD_ROW (self, "priority_slot", { "role", "backend" }, { "priority", priority },
                                { "source", "survey" }, { "place", NULL, i + 1 });
      if (self->slots[i] == 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_roles (Generator *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      gint64 name = add_text (self, roles[i][1], roles[i][2]);

      if (name == 0 ||
          ADD_ROW (self, "role", { "key", roles[i][0] }, { "name_text", NULL, name }, { "place", NULL, i + 1 }) == 0)
        return FALSE;
    }

  return add_slots (self);
}

static gboolean
add_measure_and_words (Generator *self)
{
  gint64 name = add_text (self, "Recommendation", "推荐");

  if (name == 0 ||
      ADD_ROW (self, "measure", { "key", "recommendation" }, { "name_text", NULL, name }, { "place", NULL, 1 }) == 0)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gint64 text = add_text (self, words[i][1], words[i][2]);

      if (text == 0 || ADD_ROW (self, "word", { "key", words[i][0] }, { "text", NULL, text }) == 0)
        return FALSE;
    }

  return TRUE;
}

static char *
make_sentence (Generator         *self,
               const char *const *strings,
               guint              n_strings,
               guint              n_words,
               const char        *separator)
{
  g_autoptr (GString) sentence = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (sentence, "%s%s", i > 0 ? separator : "", pick (self, strings, n_strings));

  return g_string_free_and_steal (g_steal_pointer (&sentence));
}

static gint64
add_sentence (Generator  *self,
              const char *chinese_start)
{
  g_autofree char *in_english = make_sentence (self, english, G_N_ELEMENTS (english), g_rand_int_range (self->rand, 4, 10), " ");
  g_autofree char *rest = make_sentence (self, chinese, G_N_ELEMENTS (chinese), g_rand_int_range (self->rand, 3, 7), "");
  g_autofree char *in_chinese = g_strconcat (chinese_start, rest, NULL);

  return add_text (self, in_english, in_chinese);
}

/* "async-http-client", "PyTorch2": every key once. */
static void
make_name (Generator *self,
           guint      i,
           char     **key,
           char     **name)
{
  static const char *const fixed[] = { "FastAPI", "Scrapy", "requests" };
  g_autofree char         *made = NULL;

  if (i < G_N_ELEMENTS (fixed))
    {
      *name = g_strdup (fixed[i]);
      *key = g_ascii_strdown (*name, -1);
      g_hash_table_add (self->keys, g_strdup (*key));
      return;
    }

  made = chance (self, 50) ? g_strdup_printf ("%s-%s", PICK (self, stems), PICK (self, tails))
                           : g_strdup_printf ("%s%s-%s", PICK (self, stems), PICK (self, stems), PICK (self, tails));
  *key = g_hash_table_contains (self->keys, made) ? g_strdup_printf ("%s%u", made, i) : g_strdup (made);
  *name = g_strdup (*key);
  if (chance (self, 20))
    (*name)[0] = g_ascii_toupper ((*name)[0]);

  g_hash_table_add (self->keys, g_strdup (*key));
}

static gboolean
add_placements (Generator *self,
                gint64     library)
{
  guint n = g_rand_int_range (self->rand, 1, 3);

  for (guint i = 0; i < n; i++)
    {
      const char *category = categories[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (categories))][0];

      if (ADD_ROW (self, "placement", { "library_id", NULL, library }, { "category", category },
                   { "source", "survey" }, { "place", NULL, i + 1 }) == 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_judgements (Generator *self,
                gint64     library,
                guint      i)
{
  if (chance (self, 20) &&
      ADD_ROW (self, "rating", { "library_id", NULL, library }, { "measure", "recommendation" },
               { "stars", NULL, g_rand_int_range (self->rand, 1, 11) },
               { "source", chance (self, 50) ? "survey" : "checklist" }, { "place", NULL, 1 }) == 0)
    return FALSE;

  if (chance (self, 25))
    {
      gint64 text = add_sentence (self, "");

      if (text == 0 ||
          ADD_ROW (self, "statement", { "library_id", NULL, library }, { "kind", "strength" },
                   { "text", NULL, text }, { "source", "checklist" }, { "place", NULL, 1 }) == 0)
        return FALSE;
    }

  return i >= G_N_ELEMENTS (self->slots) ||
         ADD_ROW (self, "priority_item", { "slot_id", NULL, self->slots[i] },
                  { "library_id", NULL, library }, { "place", NULL, 1 }) != 0;
}

static gboolean
add_library (Generator *self,
             guint      i)
{
  g_autofree char *key = NULL;
  g_autofree char *name = NULL;
  gint64           library;
  gint64           summary;
  const char      *concurrency = PICK (self, concurrencies);
  WhLoadValue      values[7];

  make_name (self, i, &key, &name);
  library = wh_catalogue_load_add_library (self->load, key, name, self->error);
  summary = library != 0 ? add_sentence (self, i == 1 ? "爬虫" : "") : 0;
  if (summary == 0)
    return FALSE;

  values[0] = (WhLoadValue) { "library_id", NULL, library };
  values[1] = (WhLoadValue) { "kind", PICK (self, kinds), 0 };
  values[2] = (WhLoadValue) { "summary_text", NULL, summary };
  values[3] = (WhLoadValue) { "source", "survey", 0 };
  values[4] = (WhLoadValue) { "standing", chance (self, 90) ? "current" : "legacy", 0 };
  values[5] = (WhLoadValue) { "common_word", NULL, 0 };
  values[6] = (WhLoadValue) { "concurrency", concurrency, 0 };

  if (add_row (self, "contribution", values, concurrency != NULL ? 7 : 6) == 0 ||
      !add_placements (self, library) || !add_judgements (self, library, i))
    return FALSE;

  if (i == 2 && ADD_ROW (self, "renamed_key", { "old_key", "requests-old" }, { "new_key", "requests" }) == 0)
    return FALSE;

  return !chance (self, 10) ||
         ADD_ROW (self, "alias", { "library_id", NULL, library }, { "alias", PICK (self, stems) },
                  { "place", NULL, 1 }) != 0;
}

static gboolean
generate (Generator *self,
          guint      n_libraries)
{
  if (!add_sources (self) || !add_categories (self) || !add_roles (self) || !add_measure_and_words (self))
    return FALSE;

  for (guint i = 0; i < n_libraries; i++)
    {
      if (!add_library (self, i))
        return FALSE;
    }

  return wh_catalogue_load_commit (self->load, self->error);
}

gboolean
test_generate_catalogue (WhDatabase *database,
                         guint       n_libraries,
                         guint32     seed,
                         GError    **error)
{
  g_autoptr (WhCatalogueLoad) load = wh_catalogue_load_begin (database, WH_SCHEMA_BUNDLE, "bundle", error);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Generator generator = { .load = load, .rand = rand, .keys = keys, .error = error };

  return load != NULL && generate (&generator, n_libraries);
}

void
test_generate_file (const char *path,
                    guint       n_libraries,
                    guint32     seed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhDatabase) database = wh_database_open (path, WH_DATABASE_CREATE, &error);

  g_assert_no_error (error);
  test_generate_catalogue (database, n_libraries, seed, &error);
  g_assert_no_error (error);
}
