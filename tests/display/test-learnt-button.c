/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "wh-learnt-button.h"

static void
note_cb (GString *ticked,
         gboolean learnt)
{
  g_string_append (ticked, learnt ? "learnt " : "not ");
}

static void
obey_cb (GtkWidget *button,
         gboolean   learnt)
{
  wh_learnt_button_set_learnt (WH_LEARNT_BUTTON (button), learnt);
}

static void
test_learnt_button_is_a_check_box (void)
{
  g_autoptr (GtkWidget) button = g_object_ref_sink (wh_learnt_button_new ());

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_ROLE_CHECKBOX);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Learnt");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_FALSE);
}

static void
test_learnt_button_says_that_it_is_checked (void)
{
  g_autoptr (GtkWidget) button = g_object_ref_sink (wh_learnt_button_new ());
  g_autoptr (GString) ticked = g_string_new (NULL);

  g_signal_connect_swapped (button, "ticked", G_CALLBACK (note_cb), ticked);

  /* What it is told is nobody's wish. */
  wh_learnt_button_set_learnt (WH_LEARNT_BUTTON (button), TRUE);
  g_assert_cmpstr (ticked->str, ==, "");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);

  /* What it is not told is not so. */
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (ticked->str, ==, "not ");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);

  g_signal_connect (button, "ticked", G_CALLBACK (obey_cb), NULL);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (ticked->str, ==, "not not ");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_FALSE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/learnt-button/is-a-check-box", test_learnt_button_is_a_check_box);
  g_test_add_func ("/learnt-button/says-that-it-is-checked", test_learnt_button_says_that_it_is_checked);

  return g_test_run ();
}
