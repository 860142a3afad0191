/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "wh-library-link.h"

/**
 * wh_library_link_new:
 * @name: what the library is called
 *
 * A chip that leads on to the page of a library.
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
wh_library_link_new (const char *key,
                     const char *name)
{
  GtkWidget *button = gtk_button_new_with_label (name);

  gtk_widget_add_css_class (button, "chip");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-library");

  return button;
}

/* An arrow points the way the line is read. */
static const char *
get_sign (const char *connector)
{
  if (g_str_equal (connector, "→") && gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL)
    return "←";

  return connector;
}

/**
 * wh_library_link_new_path:
 * @names: in step with @keys
 * @connector: what stands between two: "→" for a chain, "+" for a set
 *
 * The steps of a learning order as chips, wrapped where the line ends.
 *
 * Returns: (transfer floating): the box
 */
GtkWidget *
wh_library_link_new_path (const char *const *keys,
                          const char *const *names,
                          const char        *connector)
{
  GtkWidget *box = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      if (i > 0)
        {
          GtkWidget *label = gtk_label_new (get_sign (connector));

          gtk_widget_add_css_class (label, "dimmed");
          adw_wrap_box_append (ADW_WRAP_BOX (box), label);
        }

      adw_wrap_box_append (ADW_WRAP_BOX (box), wh_library_link_new (keys[i], names[i]));
    }

  return box;
}
