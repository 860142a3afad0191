/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <signal.h>
#include <unistd.h>

#include "wh-cli-private.h"

/* More items of a list than are kept: each is a thousand bytes. */
#define MANY 10000

/* Prints a list until that fails, to a reader that has gone. Returns how many items there were. */
static guint
print_to_nobody (WhCli   *cli,
                 GError **error)
{
  g_autofree char *text = g_strnfill (1000, 'x');
  g_autoptr (JsonNode) item = json_node_init_string (json_node_alloc (), text);
  int   stdout_fd = dup (STDOUT_FILENO);
  int   ends[2];
  guint n_items = 0;

  g_assert_no_errno (pipe (ends));
  g_assert_no_errno (close (ends[0]));
  g_assert_no_errno (dup2 (ends[1], STDOUT_FILENO));

  while (n_items < MANY && wh_cli_print_json_item (cli, item, n_items, error))
    n_items++;

  g_assert_no_errno (dup2 (stdout_fd, STDOUT_FILENO));
  g_assert_no_errno (close (ends[1]));
  g_assert_no_errno (close (stdout_fd));

  return n_items;
}

/* A list is not read to its end for somebody who has had enough of it. */
static void
test_cli_stops_when_nobody_reads (void)
{
  g_autoptr (WhCli) cli = wh_cli_new ();
  g_autoptr (GError) error = NULL;
  guint n_items;

  n_items = print_to_nobody (cli, &error);
  g_assert_error (error, WH_CLI_ERROR, WH_CLI_ERROR_ENOUGH);
  g_assert_cmpuint (n_items, <, MANY / 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGPIPE, SIG_IGN);

  g_test_add_func ("/cli/stops-when-nobody-reads", test_cli_stops_when_nobody_reads);

  return g_test_run ();
}
