/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sample-checklist.h"

/* Checklists without a database, with made-up figures. */

static const char *const words[][3] = {
  { "month/11", "November", "11 月" },
  { "paper/continued", "{title} (continued)", "{title}（续）" },
  { "paper/count", "{n} of {m} learnt", "已学会 {n}/{m}" },
  { "paper/date", "{day} {month} {year}", "{year} 年 {month} {day} 日" },
  { "paper/empty", "There is nothing on this checklist.", "这份清单上还没有内容。" },
  { "paper/fraction", "{n} of {m}", "{n}/{m}" },
  { "paper/heading", "{title}: {role}", "{title}：{role}" },
  { "paper/page", "Page {page} of {pages}", "第 {page} 页，共 {pages} 页" },
  { "paper/section", "{priority} · {name}", "{priority}·{name}" },
  { "paper/unrated", "Not rated", "未评分" },
  { "priority/P0", "P0", "P0" },
  { "priority/P1", "P1", "P1" },
  { "priority/P2", "P2", "P2" },
  { "priority-name/P0", "Must learn", "必学" },
  { "priority-name/P1", "Next", "进阶" },
  { "priority-name/P2", "Special", "专项" },
  { "status/learning", "Learning", "在学" },
  { "status/learnt", "Learnt", "已学会" },
  { "status/skipped", "Skipped", "已跳过" },
  { "status/to-learn", "To learn", "待学" },
};

static const struct
{
  const char *names[3]; /* NULL-terminated */
  const char *summary[2];
  WhPriority  priority;
  guint       stars;
  WhStatus    status;
  const char *note[2];
} items[] = {
  { { "FastAPI", "Django" },
    { "Modern asynchronous web framework, or the one with everything included", "现代异步框架，或自带一切的全栈框架" },
    WH_PRIORITY_P0,
    10,
    WH_STATUS_LEARNT,
    { NULL, NULL } },
  { { "SQLAlchemy" },
    { "The SQL toolkit and object-relational mapper that most projects build on", "最常用的 SQL 工具包与对象关系映射" },
    WH_PRIORITY_P0,
    9,
    WH_STATUS_LEARNING,
    { "Chapter 3 of the tutorial first, then sessions.\nAsk Lin about migrations.", "先读教程第三章，再看会话。\n迁移的问题去问小林。" } },
  { { "pydantic" },
    { "Validation and settings from type hints", "用类型注解做数据校验与配置" },
    WH_PRIORITY_P0,
    0,
    WH_STATUS_TO_LEARN,
    { NULL, NULL } },
  { { "pytest" },
    { "Tests with plain assert, fixtures and a thousand plugins", "用普通断言写测试，夹具与插件丰富" },
    WH_PRIORITY_P0,
    10,
    WH_STATUS_LEARNT,
    { NULL, NULL } },
  { { "Celery" },
    { "Distributed task queue for work that must not block a request", "分布式任务队列，把耗时工作移出请求" },
    WH_PRIORITY_P1,
    7,
    WH_STATUS_TO_LEARN,
    { NULL, NULL } },
  { { "redis" },
    { "Client for Redis: cache, queue, lock and counter", "Redis 客户端：缓存、队列、锁与计数" },
    WH_PRIORITY_P1,
    8,
    WH_STATUS_LEARNING,
    { NULL, NULL } },
  { { "httpx" },
    { "HTTP client with one interface for sync and async", "同步与异步同一接口的 HTTP 客户端" },
    WH_PRIORITY_P1,
    0,
    WH_STATUS_SKIPPED,
    { NULL, NULL } },
  { { "elasticsearch" },
    { "Full-text search over large document collections", "面向大量文档的全文检索客户端" },
    WH_PRIORITY_P2,
    5,
    WH_STATUS_TO_LEARN,
    { NULL, NULL } },
  { { "grpcio" },
    { "Remote procedure calls between services, with contracts", "服务之间带契约的远程过程调用" },
    WH_PRIORITY_P2,
    1,
    WH_STATUS_TO_LEARN,
    { NULL, NULL } },
};

static guint
get_column (const char *language)
{
  return g_str_has_prefix (language, "zh") ? 1 : 0;
}

static void
add_item (WhChecklist        *checklist,
          WhChecklistSection *section,
          guint               index)
{
  guint            column = get_column (checklist->language);
  WhChecklistItem *item = wh_checklist_add_item (checklist, section,
                                                 items[index].summary[column], items[index].priority,
                                                 items[index].stars, items[index].status, items[index].note[column]);

  for (guint i = 0; items[index].names[i] != NULL; i++)
    {
      g_autofree char *key = g_ascii_strdown (items[index].names[i], -1);
      g_autofree char *url = g_strdup_printf ("https://%s.example/", key);

      wh_checklist_item_add_library (item, key, items[index].names[i], url);
    }
}

static void
add_sections (WhChecklist *checklist)
{
  WhChecklistSection *section = NULL;
  WhPriority          priority = WH_PRIORITY_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      if (items[i].priority != priority)
        {
          const char      *key = wh_priority_to_key (items[i].priority);
          g_autofree char *word = g_strdup_printf ("priority-name/%s", key);
          g_autofree char *title = wh_checklist_dup_phrase (checklist, "paper/section",
                                                            "{priority}", key,
                                                            "{name}", wh_checklist_get_word (checklist, word),
                                                            NULL);

          section = wh_checklist_add_section (checklist, title);
          priority = items[i].priority;
        }

      add_item (checklist, section, i);
    }
}

/* Returns: (transfer full): a checklist with its words, for a role, without sections */
WhChecklist *
sample_checklist_new_empty (const char *language)
{
  guint column = get_column (language);
  g_autoptr (GDateTime) date = g_date_time_new_utc (2026, 11, 20, 9, 30, 0);
  WhChecklist *checklist = wh_checklist_new (column == 1 ? "学习清单" : "Learning checklist",
                                             column == 1 ? "后端工程师" : "Back-end developer",
                                             language, date);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    wh_checklist_set_word (checklist, words[i][0], words[i][1 + column]);

  return checklist;
}

/* Returns: (transfer full): nine items in three sections: every status, every kind of stars, a note, alternatives */
WhChecklist *
sample_checklist_new (const char *language)
{
  WhChecklist *checklist = sample_checklist_new_empty (language);

  add_sections (checklist);

  return checklist;
}

/* Returns: (transfer full): @n_items items in sections of at most forty */
WhChecklist *
sample_checklist_new_long (const char *language,
                           guint       n_items)
{
  WhChecklist        *checklist = sample_checklist_new_empty (language);
  WhChecklistSection *section = NULL;

  for (guint i = 0; i < n_items; i++)
    {
      if (i % 40 == 0)
        {
          g_autofree char *title = g_strdup_printf (get_column (language) == 1 ? "第 %u 组" : "Group %u", i / 40 + 1);

          section = wh_checklist_add_section (checklist, title);
        }

      add_item (checklist, section, i % G_N_ELEMENTS (items));
    }

  return checklist;
}

/* Adds an item to the last section, "First of all" when there is none.
 * @keys: with a slash between alternatives; "pandas" is called "Their pandas" there
 */
WhChecklistItem *
sample_checklist_add (WhChecklist *checklist,
                      const char  *keys,
                      WhStatus     status,
                      const char  *note)
{
  g_auto (GStrv) alternatives = g_strsplit (keys, "/", -1);
  WhChecklistSection *section;
  WhChecklistItem    *item;

  if (checklist->sections->len == 0)
    wh_checklist_add_section (checklist, "First of all");
  section = g_ptr_array_index (checklist->sections, checklist->sections->len - 1);

  item = wh_checklist_add_item (checklist, section, NULL, WH_PRIORITY_NONE, 0, status, note);
  for (guint i = 0; alternatives[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat ("Their ", alternatives[i], NULL);

      wh_checklist_item_add_library (item, alternatives[i], name, NULL)->status = status;
    }

  return item;
}
