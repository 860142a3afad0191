/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "wh-learnt-button.h"

static void
count_cb (guint *n_toggled)
{
  (*n_toggled)++;
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
  guint n_toggled = 0;

  g_signal_connect_swapped (button, "toggled", G_CALLBACK (count_cb), &n_toggled);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);

  g_signal_emit_by_name (button, "clicked");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_FALSE);

  g_assert_cmpuint (n_toggled, ==, 2);
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
