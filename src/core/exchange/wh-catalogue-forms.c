/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-catalogue-forms.h"

#define REQUIRED .required = TRUE
#define END { NULL }

/* Members that many forms share. */
#define KEY { "key", WH_FORM_KEY, REQUIRED, "key" }
#define SOURCE { "source", WH_FORM_SOURCE, .column = "source" }
#define TITLE { "title", WH_FORM_TEXT, REQUIRED, "title_text" }
#define NAME { "name", WH_FORM_TEXT, REQUIRED, "name_text" }
#define NOTE { "note", WH_FORM_TEXT, .column = "note_text" }
#define LIBRARY { "library", WH_FORM_LIBRARY, .column = "library_id" }
#define TOPIC { "topic", WH_FORM_REFERENCE, .column = "topic", .subject = "topic" }
#define FLAG { "flag", WH_FORM_OBJECT, .form = &flag_form }

#define CHOICES(...) \
  .choices = (const char *const[]) { __VA_ARGS__, NULL }

/* A list of library keys: rows of @table under the row they stand in. */
#define LIBRARY_LIST(Table, Parent)                           \
  {                                                           \
    .table = Table,                                           \
    .parent_column = Parent,                                  \
    .shorthand = "library",                                   \
    .has_place = TRUE,                                        \
    .members = (const WhFormMember[]) {                       \
      { "library", WH_FORM_LIBRARY, REQUIRED, "library_id" }, \
      END,                                                    \
    },                                                        \
  }

static const WhForm flag_form = {
  .members = (const WhFormMember[]) {
    { "kind", WH_FORM_CHOICE, REQUIRED, "flag", CHOICES ("doubtful", "outdated", "unchecked") },
    { "text", WH_FORM_TEXT, REQUIRED, "flag_text", .field = "flag" },
    { "checked", WH_FORM_TEXT, REQUIRED, "flag_checked_text" },
    END,
  },
};

static const WhForm section_form = {
  .table = "source_section",
  .parent_key = "source",
  .defines = "section",
  .scoped = TRUE,
  .has_place = TRUE,
  .members = (const WhFormMember[]) { KEY, TITLE, END },
};

static const WhForm source_document_form = {
  .table = "source_document",
  .parent_key = "source",
  .has_place = TRUE,
  .members = (const WhFormMember[]) {
    { "title", WH_FORM_STRING, .column = "title" },
    { "author", WH_FORM_STRING, .column = "author" },
    { "date", WH_FORM_STRING, .column = "date" },
    { "taken_from", WH_FORM_STRING, .column = "taken_from" },
    END,
  },
};

static const WhForm criterion_form = {
  .table = "criterion",
  .parent_column = "criteria_set_id",
  .shorthand = "criteria",
  .has_place = TRUE,
  .members = (const WhFormMember[]) { { "criteria", WH_FORM_TEXT, REQUIRED, "text" }, END },
};

static const WhForm role_alias_form = {
  .table = "role_alias",
  .parent_key = "role",
  .shorthand = "alias",
  .has_place = TRUE,
  .members = (const WhFormMember[]) { { "alias", WH_FORM_STRING, REQUIRED, "alias" }, END },
};

static const WhForm priority_item_form = LIBRARY_LIST ("priority_item", "slot_id");

static const WhForm priority_slot_form = {
  .table = "priority_slot",
  .parent_key = "role",
  .sourced = WH_FORM_SOURCED,
  .has_place = TRUE,
  .members = (const WhFormMember[]) {
    { "priority", WH_FORM_CHOICE, REQUIRED, "priority", CHOICES ("P0", "P1", "P2") },
    { "any_of", WH_FORM_LIST, REQUIRED, .form = &priority_item_form },
    SOURCE,
    END,
  },
};

static const WhForm learning_step_form = LIBRARY_LIST ("learning_step", "order_id");

static const WhForm learning_order_role_form = {
  .table = "learning_order_role",
  .parent_column = "order_id",
  .shorthand = "role",
  .has_place = TRUE,
  .members = (const WhFormMember[]) {
    { "role", WH_FORM_REFERENCE, REQUIRED, "role", .subject = "role" },
    END,
  },
};

static const WhForm learning_order_form = {
  .table = "learning_order",
  .parent_key = "role",
  .defines = "order",
  .sourced = WH_FORM_SOURCED,
  .has_place = TRUE,
  .members = (const WhFormMember[]) {
    KEY,
    { "topic", WH_FORM_TEXT, REQUIRED, "topic_text" },
    { "connector", WH_FORM_CHOICE, REQUIRED, "connector", CHOICES ("→", "+") },
    { "steps", WH_FORM_LIST, REQUIRED, .form = &learning_step_form },
    { "also_for", WH_FORM_LIST, .form = &learning_order_role_form },
    { "reason", WH_FORM_TEXT, REQUIRED, "reason_text" },
    SOURCE,
    END,
  },
};

static const WhForm alias_form = {
  .table = "alias",
  .parent_column = "library_id",
  .shorthand = "alias",
  .has_place = TRUE,
  .members = (const WhFormMember[]) { { "alias", WH_FORM_STRING, REQUIRED, "alias" }, END },
};

static const WhForm import_name_form = {
  .table = "import_name",
  .parent_column = "library_id",
  .shorthand = "module",
  .has_place = TRUE,
  .members = (const WhFormMember[]) { { "module", WH_FORM_MODULE, REQUIRED, "module" }, END },
};

static const WhForm renamed_key_form = {
  .table = "renamed_key",
  .parent_key = "new_key",
  .shorthand = "renamed_from",
  .members = (const WhFormMember[]) { { "renamed_from", WH_FORM_OLD_KEY, REQUIRED, "old_key" }, END },
};

static const WhForm placement_form = {
  .table = "placement",
  .parent_column = "library_id",
  .shorthand = "category",
  .sourced = WH_FORM_SOURCED,
  .has_place = TRUE,
  .members = (const WhFormMember[]) {
    { "category", WH_FORM_REFERENCE, REQUIRED, "category", .subject = "category" },
    SOURCE,
    END,
  },
};

static const WhForm rating_form = {
  .table = "rating",
  .parent_column = "library_id",
  .sourced = WH_FORM_SOURCED,
  .has_place = TRUE,
  .members = (const WhFormMember[]) {
    { "measure", WH_FORM_REFERENCE, REQUIRED, "measure", .subject = "measure" },
    { "stars", WH_FORM_STARS, REQUIRED, "stars" },
    { "criteria", WH_FORM_REFERENCE, .column = "criteria", .subject = "criteria_set" },
    NOTE,
    SOURCE,
    END,
  },
};

static const WhForm statement_form = {
  .table = "statement",
  .parent_column = "library_id",
  .sourced = WH_FORM_SOURCED,
  .has_place = TRUE,
  .members = (const WhFormMember[]) {
    { "kind", WH_FORM_CHOICE, REQUIRED, "kind",
      CHOICES ("trait", "strength", "weakness", "suits", "use", "badge", "claim", "profile", "note") },
    /* The translators see what kind of statement it is. */
    { "text", WH_FORM_TEXT, REQUIRED, "text", .max_chars = 160, .max_chars_zh = 60, .field = "@kind" },
    FLAG,
    SOURCE,
    END,
  },
};

static const WhForm relation_form = {
  .table = "relation",
  .parent_column = "library_id",
  .sourced = WH_FORM_SOURCED,
  .has_place = TRUE,
  .members = (const WhFormMember[]) {
    { "kind", WH_FORM_CHOICE, REQUIRED, "kind",
      CHOICES ("built-on", "extends", "replaces", "faster-than", "rival-of", "fork-of", "server-of", "merged-into", "used-by") },
    { "key", WH_FORM_LIBRARY, REQUIRED, "other_id" },
    NOTE,
    SOURCE,
    END,
  },
};

#define EXAMPLE_MEMBERS                                                                      \
  {                                                                                          \
    TITLE,                                                                                   \
    { "language", WH_FORM_STRING, REQUIRED, "language" },                                    \
    { "code", WH_FORM_CODE, REQUIRED, "code" },                                              \
    { "side", WH_FORM_CHOICE, .column = "side", CHOICES ("sync", "async") },                 \
    { "counterpart", WH_FORM_REFERENCE, .column = "counterpart", .subject = "counterpart" }, \
    SOURCE,                                                                                  \
    END,                                                                                     \
  }

static const WhForm library_example_form = {
  .table = "example",
  .parent_column = "library_id",
  .sourced = WH_FORM_SOURCED,
  .has_place = TRUE,
  .members = (const WhFormMember[]) EXAMPLE_MEMBERS,
};

static const WhForm node_example_form = {
  .table = "example",
  .parent_column = "node_id",
  .sourced = WH_FORM_SOURCED,
  .has_place = TRUE,
  .members = (const WhFormMember[]) EXAMPLE_MEMBERS,
};

static const WhForm ranking_library_form = LIBRARY_LIST ("ranking_library", "ranking_place_id");

static const WhForm ranking_place_form = {
  .table = "ranking_place",
  .parent_column = "ranking_id",
  .has_place = TRUE,
  .members = (const WhFormMember[]) {
    { "place", WH_FORM_PLACE, REQUIRED, "rank" },
    { "libraries", WH_FORM_LIST, REQUIRED, .form = &ranking_library_form },
    { "label", WH_FORM_TEXT, .column = "label_text" },
    { "reason", WH_FORM_TEXT, REQUIRED, "reason_text" },
    END,
  },
};

static const WhForm comparison_subject_form = {
  .table = "comparison_subject",
  .parent_column = "comparison_id",
  .one_of = { "library", "name" },
  .has_place = TRUE,
  .members = (const WhFormMember[]) {
    LIBRARY,
    { "name", WH_FORM_TEXT, .column = "name_text" },
    END,
  },
};

static const WhForm comparison_row_form = {
  .table = "comparison_row",
  .parent_column = "comparison_id",
  .has_place = TRUE,
  .members = (const WhFormMember[]) {
    { "criterion", WH_FORM_TEXT, REQUIRED, "criterion_text" },
    { "measure", WH_FORM_REFERENCE, .column = "measure", .subject = "measure" },
    { "stars", WH_FORM_STARS_ROW },
    { "values", WH_FORM_TEXT_ROW },
    END,
  },
};

#define COUNTERPART_SIDE(Side)                                \
  {                                                           \
    .table = "counterpart_library",                           \
    .parent_column = "counterpart_id",                        \
    .constant_column = "side",                                \
    .constant = Side,                                         \
    .shorthand = "library",                                   \
    .has_place = TRUE,                                        \
    .members = (const WhFormMember[]) {                       \
      { "library", WH_FORM_LIBRARY, REQUIRED, "library_id" }, \
      NOTE,                                                   \
      END,                                                    \
    },                                                        \
  }

static const WhForm counterpart_sync_form = COUNTERPART_SIDE ("sync");
static const WhForm counterpart_async_form = COUNTERPART_SIDE ("async");

static const WhForm tier_item_form = {
  .table = "tier_item",
  .parent_column = "tier_id",
  .one_of = { "library", "topic", "text" },
  .has_place = TRUE,
  .members = (const WhFormMember[]) {
    LIBRARY,
    TOPIC,
    { "text", WH_FORM_TEXT, .column = "text" },
    NOTE,
    END,
  },
};

static const WhForm pick_library_form = LIBRARY_LIST ("pick_library", "pick_id");

static const WhForm strategy_item_form = {
  .table = "strategy_item",
  .parent_column = "strategy_id",
  .has_place = TRUE,
  .members = (const WhFormMember[]) {
    { "text", WH_FORM_TEXT, REQUIRED, "text" },
    LIBRARY,
    END,
  },
};

static const WhForm inner_node_form;

#define NODE_MEMBERS                                                                        \
  {                                                                                         \
    KEY,                                                                                    \
    TITLE,                                                                                  \
    NOTE,                                                                                   \
    LIBRARY,                                                                                \
    { "emphasis", WH_FORM_CHOICE, .column = "emphasis", CHOICES ("master", "understand") }, \
    { "code", WH_FORM_LIST, .form = &node_example_form },                                   \
    { "nodes", WH_FORM_LIST, .form = &inner_node_form },                                    \
    SOURCE,                                                                                 \
    END,                                                                                    \
  }

static const WhForm inner_node_form = {
  .table = "guide_node",
  .parent_column = "parent_id",
  .root_column = "guide_id",
  .defines = "topic",
  .sourced = WH_FORM_SOURCED,
  .has_place = TRUE,
  .members = (const WhFormMember[]) NODE_MEMBERS,
};

static const WhForm outer_node_form = {
  .table = "guide_node",
  .parent_column = "guide_id",
  .defines = "topic",
  .sourced = WH_FORM_SOURCED,
  .has_place = TRUE,
  .members = (const WhFormMember[]) NODE_MEMBERS,
};

static const WhForm source_form = {
  .table = "source",
  .defines = "source",
  .has_place = TRUE,
  .members = (const WhFormMember[]) {
    KEY,
    TITLE,
    { "description", WH_FORM_TEXT, .column = "description_text" },
    { "language", WH_FORM_STRING, REQUIRED, "language" },
    { "documents", WH_FORM_LIST, .form = &source_document_form },
    { "sections", WH_FORM_LIST, .form = &section_form },
    END,
  },
};

static const WhForm category_form = {
  .table = "category",
  .defines = "category",
  .key_style = WH_FORM_PATH_KEY,
  .has_place = TRUE,
  .members = (const WhFormMember[]) {
    KEY,
    NAME,
    END,
  },
};

static const WhForm criteria_set_form = {
  .table = "criteria_set",
  .defines = "criteria_set",
  .sourced = WH_FORM_SOURCED,
  .has_place = TRUE,
  .members = (const WhFormMember[]) {
    KEY,
    TITLE,
    { "criteria", WH_FORM_LIST, REQUIRED, .form = &criterion_form },
    SOURCE,
    END,
  },
};

static const WhForm measure_form = {
  .table = "measure",
  .defines = "measure",
  .has_place = TRUE,
  .members = (const WhFormMember[]) {
    KEY,
    NAME,
    { "criteria", WH_FORM_REFERENCE, .column = "criteria", .subject = "criteria_set" },
    END,
  },
};

static const WhForm library_form = {
  .table = "contribution",
  .defines = "library",
  .sourced = WH_FORM_SOURCED,
  .members = (const WhFormMember[]) {
    { "key", WH_FORM_KEY, REQUIRED },
    { "name", WH_FORM_STRING, REQUIRED },
    { "kind", WH_FORM_CHOICE, REQUIRED, "kind", CHOICES ("library", "stdlib", "tool", "service", "standard", "collection") },
    { "common_word", WH_FORM_BOOLEAN, .column = "common_word" },
    { "aliases", WH_FORM_LIST, .form = &alias_form },
    { "renamed_from", WH_FORM_LIST, .form = &renamed_key_form },
    { "install", WH_FORM_PACKAGE, .column = "install" },
    { "imports", WH_FORM_LIST, .form = &import_name_form },
    { "homepage", WH_FORM_URL, .column = "homepage" },
    { "requires", WH_FORM_TEXT, .column = "requires_text" },
    { "concurrency", WH_FORM_CHOICE, .column = "concurrency", CHOICES ("sync", "async", "both") },
    { "standing", WH_FORM_CHOICE, .column = "standing", CHOICES ("current", "legacy", "superseded", "stagnant", "merged", "avoid"), .fallback = "current" },
    { "standing_by", WH_FORM_LIBRARY, .column = "standing_by_id" },
    { "standing_reason", WH_FORM_TEXT, .column = "standing_reason_text" },
    { "standing_source", WH_FORM_SOURCE, .column = "standing_source" },
    { "summary", WH_FORM_TEXT, REQUIRED, "summary_text", .max_chars = 80, .max_chars_zh = 30 },
    { "categories", WH_FORM_LIST, .form = &placement_form },
    { "ratings", WH_FORM_LIST, .form = &rating_form },
    { "statements", WH_FORM_LIST, .form = &statement_form },
    { "relations", WH_FORM_LIST, .form = &relation_form },
    { "examples", WH_FORM_LIST, .form = &library_example_form },
    SOURCE,
    END,
  },
};

static const WhForm role_form = {
  .table = "role",
  .defines = "role",
  .sourced = WH_FORM_MAY_BE_SOURCED,
  .has_place = TRUE,
  .members = (const WhFormMember[]) {
    KEY,
    NAME,
    { "aliases", WH_FORM_LIST, .form = &role_alias_form },
    { "priorities", WH_FORM_LIST, .form = &priority_slot_form },
    { "orders", WH_FORM_LIST, .form = &learning_order_form },
    SOURCE,
    END,
  },
};

static const WhForm ranking_form = {
  .table = "ranking",
  .defines = "ranking",
  .sourced = WH_FORM_SOURCED,
  .has_place = TRUE,
  .members = (const WhFormMember[]) {
    KEY,
    TITLE,
    { "criteria", WH_FORM_REFERENCE, REQUIRED, "criteria", .subject = "criteria_set" },
    { "places", WH_FORM_LIST, REQUIRED, .form = &ranking_place_form },
    SOURCE,
    END,
  },
};

static const WhForm comparison_form = {
  .table = "comparison",
  .defines = "comparison",
  .sourced = WH_FORM_SOURCED,
  .has_place = TRUE,
  .members = (const WhFormMember[]) {
    KEY,
    TITLE,
    /* Before the rows, whose cells count the subjects. */
    { "subjects", WH_FORM_LIST, REQUIRED, .form = &comparison_subject_form },
    { "rows", WH_FORM_LIST, REQUIRED, .form = &comparison_row_form },
    NOTE,
    SOURCE,
    END,
  },
};

static const WhForm counterpart_form = {
  .table = "counterpart",
  .defines = "counterpart",
  .sourced = WH_FORM_SOURCED,
  .has_place = TRUE,
  .members = (const WhFormMember[]) {
    KEY,
    { "domain", WH_FORM_TEXT, REQUIRED, "domain_text" },
    { "sync", WH_FORM_LIST, .form = &counterpart_sync_form },
    { "async", WH_FORM_LIST, .form = &counterpart_async_form },
    NOTE,
    SOURCE,
    END,
  },
};

static const WhForm tier_form = {
  .table = "tier",
  .defines = "tier",
  .sourced = WH_FORM_SOURCED,
  .has_place = TRUE,
  .members = (const WhFormMember[]) {
    KEY,
    TITLE,
    { "horizon", WH_FORM_CHOICE, REQUIRED, "horizon", CHOICES ("now", "six-months", "long-term") },
    { "items", WH_FORM_LIST, REQUIRED, .form = &tier_item_form },
    SOURCE,
    END,
  },
};

static const WhForm pick_form = {
  .table = "pick",
  .defines = "pick",
  .sourced = WH_FORM_SOURCED,
  .has_place = TRUE,
  .members = (const WhFormMember[]) {
    KEY,
    { "situation", WH_FORM_TEXT, REQUIRED, "situation_text" },
    { "verdict", WH_FORM_CHOICE, REQUIRED, "verdict", CHOICES ("choose", "avoid", "summary", "offer") },
    { "libraries", WH_FORM_LIST, .form = &pick_library_form },
    { "text", WH_FORM_TEXT, .column = "text" },
    SOURCE,
    END,
  },
};

static const WhForm strategy_form = {
  .table = "strategy",
  .defines = "strategy",
  .sourced = WH_FORM_SOURCED,
  .has_place = TRUE,
  .members = (const WhFormMember[]) {
    KEY,
    TITLE,
    { "connector", WH_FORM_CHOICE, REQUIRED, "connector", CHOICES (">", "+") },
    { "items", WH_FORM_LIST, REQUIRED, .form = &strategy_item_form },
    TOPIC,
    SOURCE,
    END,
  },
};

static const WhForm advice_form = {
  .table = "advice",
  .defines = "advice",
  .sourced = WH_FORM_SOURCED,
  .has_place = TRUE,
  .members = (const WhFormMember[]) {
    KEY,
    { "text", WH_FORM_TEXT, REQUIRED, "text" },
    { "kind", WH_FORM_CHOICE, REQUIRED, "kind", CHOICES ("advice", "principle", "mistake", "trend", "claim") },
    TOPIC,
    FLAG,
    SOURCE,
    END,
  },
};

static const WhForm guide_form = {
  .table = "guide",
  .defines = "guide",
  .sourced = WH_FORM_SOURCED,
  .has_place = TRUE,
  .members = (const WhFormMember[]) {
    KEY,
    TITLE,
    { "summary", WH_FORM_TEXT, .column = "summary_text" },
    { "nodes", WH_FORM_LIST, REQUIRED, .form = &outer_node_form },
    SOURCE,
    END,
  },
};

static const WhForm word_form = {
  .table = "word",
  .defines = "word",
  .key_style = WH_FORM_WORD_KEY,
  .members = (const WhFormMember[]) {
    KEY,
    { "text", WH_FORM_TEXT, REQUIRED, "text", .field = "" },
    END,
  },
};

/* In the order in which the database takes them: what is referred to by id first. */
static const WhFormSubject subjects[] = {
  { "sources", "source", &source_form },
  { "categories", "category", &category_form },
  { "criteria_sets", "criteria_set", &criteria_set_form },
  { "measures", "measure", &measure_form },
  { "libraries", "library", &library_form },
  { "roles", "role", &role_form },
  { "rankings", "ranking", &ranking_form },
  { "comparisons", "comparison", &comparison_form },
  { "counterparts", "counterpart", &counterpart_form },
  { "tiers", "tier", &tier_form },
  { "picks", "pick", &pick_form },
  { "strategies", "strategy", &strategy_form },
  { "advice", "advice", &advice_form },
  { "guides", "guide", &guide_form },
  { "words", "word", &word_form },
};

/**
 * wh_catalogue_get_forms:
 * @n_forms: (out): how many there are
 *
 * Returns: (array length=n_forms): the subjects that a catalogue file may hold
 */
const WhFormSubject *
wh_catalogue_get_forms (guint *n_forms)
{
  g_return_val_if_fail (n_forms != NULL, NULL);

  *n_forms = G_N_ELEMENTS (subjects);
  return subjects;
}

/* Returns: (nullable): the member of @form that is called @name */
const WhFormMember *
wh_form_find_member (const WhForm *form,
                     const char   *name)
{
  for (const WhFormMember *member = form->members; member->name != NULL; member++)
    {
      if (g_str_equal (member->name, name))
        return member;
    }

  return NULL;
}
