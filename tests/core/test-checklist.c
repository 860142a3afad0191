/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sample-checklist.h"

static WhChecklistSection *
get_section (WhChecklist *checklist,
             guint        index)
{
  return g_ptr_array_index (checklist->sections, index);
}

static void
test_checklist_counts (void)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new ("en");
  g_autofree char *count = wh_checklist_dup_count (checklist, "paper/count", checklist->n_done, checklist->n_total);

  g_assert_cmpuint (checklist->sections->len, ==, 3);
  g_assert_cmpuint (get_section (checklist, 0)->n_done, ==, 2);
  g_assert_cmpuint (get_section (checklist, 0)->n_total, ==, 4);
  g_assert_cmpstr (count, ==, "2 of 9 learnt");
}

static void
test_checklist_filters_open (void)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new ("en");

  wh_checklist_filter (checklist, WH_CHECKLIST_ITEMS_OPEN);

  /* Neither the learnt ones nor the skipped one; the counts are still those of all. */
  g_assert_cmpuint (checklist->sections->len, ==, 3);
  g_assert_cmpuint (get_section (checklist, 0)->items->len, ==, 2);
  g_assert_cmpuint (get_section (checklist, 1)->items->len, ==, 2);
  g_assert_cmpuint (get_section (checklist, 0)->n_total, ==, 4);
  g_assert_cmpuint (checklist->n_total, ==, 9);
}

static void
test_checklist_filters_done (void)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new ("en");
  g_autofree char *name = NULL;

  wh_checklist_filter (checklist, WH_CHECKLIST_ITEMS_DONE);

  g_assert_cmpuint (checklist->sections->len, ==, 1);
  g_assert_cmpuint (get_section (checklist, 0)->items->len, ==, 2);

  name = wh_checklist_item_dup_name (g_ptr_array_index (get_section (checklist, 0)->items, 0));
  g_assert_cmpstr (name, ==, "FastAPI / Django");
}

static void
test_checklist_adds_a_language (void)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new ("en");
  g_autoptr (WhChecklist) other = sample_checklist_new ("zh_CN");
  WhChecklistSection *section = g_ptr_array_index (checklist->sections, 0);
  WhChecklistSection *other_section = g_ptr_array_index (other->sections, 0);

  /* What is not the same in both is left alone, and nothing is looked for beyond the shorter one. */
  g_ptr_array_remove_index (other_section->items, 0);
  wh_checklist_add_language (checklist, other);

  g_assert_cmpstr (checklist->other_language, ==, "zh_CN");
  g_assert_nonnull (strstr (checklist->other_heading, "学习清单"));
  g_assert_cmpstr (section->other_title, ==, other_section->title);
  for (guint i = 0; i < section->items->len; i++)
    g_assert_null (((WhChecklistItem *) g_ptr_array_index (section->items, i))->other_summary);

  section = g_ptr_array_index (checklist->sections, 1);
  other_section = g_ptr_array_index (other->sections, 1);
  for (guint i = 0; i < section->items->len; i++)
    g_assert_cmpstr (((WhChecklistItem *) g_ptr_array_index (section->items, i))->other_summary, ==,
                     ((WhChecklistItem *) g_ptr_array_index (other_section->items, i))->summary);
}

static void
test_checklist_says_untranslated_once (void)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new ("en");
  g_autoptr (WhChecklist) other = sample_checklist_new ("zh_CN");
  WhChecklistSection *section = g_ptr_array_index (other->sections, 0);
  WhChecklistItem    *item = g_ptr_array_index (section->items, 0);

  g_set_str (&section->title, "P0 · Must learn");
  g_set_str (&item->summary, "Modern asynchronous web framework, or the one with everything included");
  wh_checklist_add_language (checklist, other);

  section = g_ptr_array_index (checklist->sections, 0);
  g_assert_null (section->other_title);
  g_assert_null (((WhChecklistItem *) g_ptr_array_index (section->items, 0))->other_summary);
  g_assert_nonnull (((WhChecklistItem *) g_ptr_array_index (section->items, 1))->other_summary);

  g_assert_cmpstr (wh_checklist_get_other_word (checklist, "status/learnt"), ==, "已学会");
  g_assert_null (wh_checklist_get_other_word (checklist, "priority/P0"));
  g_assert_null (wh_checklist_get_other_word (other, "status/learnt"));
}

static void
test_checklist_writes_dates (void)
{
  g_autoptr (WhChecklist) english = sample_checklist_new_empty ("en");
  g_autoptr (WhChecklist) chinese = sample_checklist_new_empty ("zh_CN");
  g_autofree char *english_date = wh_checklist_dup_date (english);
  g_autofree char *chinese_date = wh_checklist_dup_date (chinese);

  g_assert_cmpstr (english_date, ==, "20 November 2026");
  g_assert_cmpstr (chinese_date, ==, "2026 年 11 月 20 日");
}

/* Words are texts of translators: a sign of printf() in them means nothing. */
static void
test_checklist_words_are_no_formats (void)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new_empty ("en");
  g_autofree char *phrase = NULL;

  wh_checklist_set_word (checklist, "paper/page", "%s %n {page} {page}/{pages} {unknown}");
  phrase = wh_checklist_dup_phrase (checklist, "paper/page", "{page}", "2", "{pages}", "7", NULL);

  g_assert_cmpstr (phrase, ==, "%s %n 2 2/7 {unknown}");
  g_assert_cmpstr (wh_checklist_get_word (checklist, "paper/unheard-of"), ==, "paper/unheard-of");
}

static void
test_checklist_lists_words (void)
{
  g_autoptr (WhChecklist) checklist = sample_checklist_new_empty ("zh_CN");
  const char *const *words = wh_checklist_list_words ();

  g_assert_true (g_strv_contains (words, "month/2"));
  for (guint i = 0; words[i] != NULL; i++)
    if (!g_str_has_prefix (words[i], "month/"))
      g_assert_true (g_hash_table_contains (checklist->words, words[i]));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/checklist/counts", test_checklist_counts);
  g_test_add_func ("/checklist/filters-open", test_checklist_filters_open);
  g_test_add_func ("/checklist/filters-done", test_checklist_filters_done);
  g_test_add_func ("/checklist/adds-a-language", test_checklist_adds_a_language);
  g_test_add_func ("/checklist/says-untranslated-once", test_checklist_says_untranslated_once);
  g_test_add_func ("/checklist/writes-dates", test_checklist_writes_dates);
  g_test_add_func ("/checklist/words-are-no-formats", test_checklist_words_are_no_formats);
  g_test_add_func ("/checklist/lists-words", test_checklist_lists_words);

  return g_test_run ();
}
