/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "wh-link.h"

static void
assert_link (const char *uri,
             WhLinkKind  kind,
             const char *key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhLink) link = wh_link_new_from_uri (uri, &error);

  g_assert_no_error (error);
  g_assert_cmpint (link->kind, ==, kind);
  g_assert_cmpstr (link->key, ==, key);
}

static void
assert_refused (const char *uri,
                const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhLink) link = wh_link_new_from_uri (uri, &error);

  g_assert_null (link);
  g_assert_error (error, G_URI_ERROR, G_URI_ERROR_FAILED);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_link_kinds (void)
{
  assert_link ("wheelhouse:library/fastapi", WH_LINK_LIBRARY, "fastapi");
  assert_link ("wheelhouse:role/backend", WH_LINK_ROLE, "backend");
  assert_link ("wheelhouse:guide/asyncio", WH_LINK_GUIDE, "asyncio");
  assert_link ("wheelhouse:topic/asyncio/tasks/cancel", WH_LINK_TOPIC, "asyncio/tasks/cancel");
  assert_link ("wheelhouse:source/survey", WH_LINK_SOURCE, "survey");
  assert_link ("wheelhouse:page/plan", WH_LINK_PAGE, "plan");
  assert_link ("wheelhouse:search/async%20http", WH_LINK_SEARCH, "async http");
}

/* As browsers, file managers and people write them. */
static void
test_link_manners (void)
{
  assert_link ("WheelHouse:library/fastapi", WH_LINK_LIBRARY, "fastapi");
  assert_link ("wheelhouse:/library/fastapi", WH_LINK_LIBRARY, "fastapi");
  assert_link ("wheelhouse://library/fastapi", WH_LINK_LIBRARY, "fastapi");
  assert_link ("wheelhouse:///library/fastapi", WH_LINK_LIBRARY, "fastapi");
  assert_link ("wheelhouse:library/fastapi/", WH_LINK_LIBRARY, "fastapi");
  assert_link ("wheelhouse:library/fastapi?from=web#top", WH_LINK_LIBRARY, "fastapi");
  assert_link ("wheelhouse:page/role%3Abackend", WH_LINK_PAGE, "role:backend");
  assert_link ("wheelhouse:page/role:backend", WH_LINK_PAGE, "role:backend");
  assert_link ("wheelhouse:search/异步 http", WH_LINK_SEARCH, "异步 http");
  assert_link ("wheelhouse:search/%e5%BC%82%E6%AD%A5", WH_LINK_SEARCH, "异步");
  assert_link ("wheelhouse:search/c%2B%2B%3F%23%25", WH_LINK_SEARCH, "c++?#%");
  assert_link ("wheelhouse:search/a%2F", WH_LINK_SEARCH, "a/");
}

/* A slash too many where it has a meaning is a part of the key, which nothing will have. */
static void
test_link_slash_in_key (void)
{
  assert_link ("wheelhouse:library//fastapi", WH_LINK_LIBRARY, "/fastapi");
  assert_link ("wheelhouse:library/../role/backend", WH_LINK_LIBRARY, "../role/backend");
}

static void
test_link_foreign (void)
{
  assert_refused ("", "“” is not a link to Wheelhouse: those begin with wheelhouse:");
  assert_refused ("wheelhouse", "“wheelhouse” is not a link to Wheelhouse: those begin with wheelhouse:");
  assert_refused ("wheelhouses:library/x", "“wheelhouses:library/x” is not a link to Wheelhouse: those begin with wheelhouse:");
  assert_refused ("http://library/x", "“http://library/x” is not a link to Wheelhouse: those begin with wheelhouse:");
  assert_refused (" wheelhouse:library/x", "“ wheelhouse:library/x” is not a link to Wheelhouse: those begin with wheelhouse:");
}

static void
test_link_to_nothing (void)
{
  assert_refused ("wheelhouse:", "The link “wheelhouse:” leads to nothing that Wheelhouse knows");
  assert_refused ("wheelhouse:////", "The link “wheelhouse:////” leads to nothing that Wheelhouse knows");
  assert_refused ("wheelhouse:fastapi", "The link “wheelhouse:fastapi” leads to nothing that Wheelhouse knows");
  assert_refused ("wheelhouse:libraries/x", "The link “wheelhouse:libraries/x” leads to nothing that Wheelhouse knows");
  assert_refused ("wheelhouse:lib/x", "The link “wheelhouse:lib/x” leads to nothing that Wheelhouse knows");
  assert_refused ("wheelhouse:Library/x", "The link “wheelhouse:Library/x” leads to nothing that Wheelhouse knows");
  assert_refused ("wheelhouse:?library/x", "The link “wheelhouse:?library/x” leads to nothing that Wheelhouse knows");

  assert_refused ("wheelhouse:library", "The link “wheelhouse:library” does not say what to open");
  assert_refused ("wheelhouse:library/", "The link “wheelhouse:library/” does not say what to open");
  assert_refused ("wheelhouse://library//", "The link “wheelhouse://library//” does not say what to open");
  assert_refused ("wheelhouse:library/?x", "The link “wheelhouse:library/?x” does not say what to open");
}

static void
test_link_unreadable (void)
{
  assert_refused ("wheelhouse:library/a%00b", "The link “wheelhouse:library/a%00b” has characters in it that cannot be read");
  assert_refused ("wheelhouse:library/a%0Ab", "The link “wheelhouse:library/a%0Ab” has characters in it that cannot be read");
  assert_refused ("wheelhouse:library/a%C2%85", "The link “wheelhouse:library/a%C2%85” has characters in it that cannot be read");
  assert_refused ("wheelhouse:library/a%", "The link “wheelhouse:library/a%” has characters in it that cannot be read");
  assert_refused ("wheelhouse:library/a%2", "The link “wheelhouse:library/a%2” has characters in it that cannot be read");
  assert_refused ("wheelhouse:library/a%zz", "The link “wheelhouse:library/a%zz” has characters in it that cannot be read");
  assert_refused ("wheelhouse:library/%ff", "The link “wheelhouse:library/%ff” has characters in it that cannot be read");
  assert_refused ("wheelhouse:library/%c0%af", "The link “wheelhouse:library/%c0%af” has characters in it that cannot be read");
  assert_refused ("wheelhouse:library/\xff", "The link “wheelhouse:library/�” has characters in it that cannot be read");
  assert_refused ("wheelhouse:library/a\n\x1b[31mb\xe2\x80\xae",
                  "The link “wheelhouse:library/a��[31mb�” has characters in it that cannot be read");
}

/* A message is no place for all of it. */
static void
test_link_long (void)
{
  g_autofree char *letters = g_strnfill (10000, 'a');
  g_autofree char *whole = g_strconcat ("wheelhouse:search/", letters, NULL);
  g_autofree char *much = g_strndup (whole, 4096);
  g_autofree char *too_much = g_strndup (whole, 4097);
  g_autofree char *long_key = g_strconcat ("wheelhouse:role/", letters + 9800, NULL);
  g_autofree char *too_long_key = g_strconcat ("wheelhouse:role/", letters + 9799, NULL);
  g_autofree char *unknown = g_strconcat ("wheelhouse:x/", letters + 9000, NULL);

  assert_link (much, WH_LINK_SEARCH, much + strlen ("wheelhouse:search/"));
  assert_link (long_key, WH_LINK_ROLE, letters + 9800);
  assert_refused (too_long_key, "The link “wheelhouse:role/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…” is too long");
  assert_refused (too_much, "The link “wheelhouse:search/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…” is too long");
  assert_refused (whole, "The link “wheelhouse:search/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…” is too long");
  assert_refused (unknown, "The link “wheelhouse:x/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…” leads to nothing that Wheelhouse knows");
}

static void
assert_round_trip (WhLinkKind  kind,
                   const char *key,
                   const char *expected)
{
  g_autofree char *uri = wh_link_to_uri (kind, key);

  g_assert_cmpstr (uri, ==, expected);
  assert_link (uri, kind, key);
}

static void
test_link_to_uri (void)
{
  assert_round_trip (WH_LINK_LIBRARY, "fastapi", "wheelhouse:library/fastapi");
  assert_round_trip (WH_LINK_ROLE, "backend", "wheelhouse:role/backend");
  assert_round_trip (WH_LINK_GUIDE, "asyncio", "wheelhouse:guide/asyncio");
  assert_round_trip (WH_LINK_TOPIC, "asyncio/tasks", "wheelhouse:topic/asyncio/tasks");
  assert_round_trip (WH_LINK_SOURCE, "survey", "wheelhouse:source/survey");
  assert_round_trip (WH_LINK_PAGE, "role:backend", "wheelhouse:page/role%3Abackend");
  assert_round_trip (WH_LINK_SEARCH, "异步 http", "wheelhouse:search/%E5%BC%82%E6%AD%A5%20http");
  assert_round_trip (WH_LINK_SEARCH, "/?#%&+//", "wheelhouse:search/%2F%3F%23%25%26%2B%2F%2F");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/link/kinds", test_link_kinds);
  g_test_add_func ("/link/manners", test_link_manners);
  g_test_add_func ("/link/slash-in-key", test_link_slash_in_key);
  g_test_add_func ("/link/foreign", test_link_foreign);
  g_test_add_func ("/link/to-nothing", test_link_to_nothing);
  g_test_add_func ("/link/unreadable", test_link_unreadable);
  g_test_add_func ("/link/long", test_link_long);
  g_test_add_func ("/link/to-uri", test_link_to_uri);

  return g_test_run ();
}
