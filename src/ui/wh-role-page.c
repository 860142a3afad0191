/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-library-link.h"
#include "wh-progress.h"
#include "wh-role-page.h"
#include "wh-slot-row.h"
#include "wh-window.h"

/**
 * WhRolePage:
 *
 * What a role needs: its priorities as three columns, and in which order to
 * learn what, with the reasons.
 */
struct _WhRolePage
{
  AdwNavigationPage parent_instance;

  GtkLabel       *name_label;
  GtkLabel       *progress_label;
  GtkProgressBar *progress_bar;
  GtkBox         *columns_box;
  GtkBox         *orders_box;

  WhCatalogue *catalogue;
  char        *role;
  GPtrArray   *slots; /* WhPrioritySlot */
};

G_DEFINE_FINAL_TYPE (WhRolePage, wh_role_page, ADW_TYPE_NAVIGATION_PAGE)

static void
list_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.list-role", "s", WH_ROLE_PAGE (widget)->role);
}

static void
export_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.export", "s", WH_ROLE_PAGE (widget)->role);
}

/* Marks what has the focus, or holds it. */
static void
learnt_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, WH_TYPE_SLOT_ROW) : NULL;

  if (row != NULL)
    wh_slot_row_toggle_learnt (WH_SLOT_ROW (row));
}

static void
show_progress (WhRolePage *self)
{
  WhProgress       progress = { 0 };
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!wh_progress_load_role (wh_catalogue_get_database (self->catalogue), self->role, &progress, &error))
    {
      wh_window_report_error (GTK_WIDGET (self), _ ("Could Not Read the Role"), error);
      return;
    }

  gtk_widget_set_visible (GTK_WIDGET (self->progress_label), progress.n_total > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), progress.n_total > 0);
  if (progress.n_total == 0)
    return;

  /* Translators: 3 of 9 libraries of a role are learnt */
  text = g_strdup_printf (_ ("%u of %u learnt"), progress.n_done, progress.n_total);
  gtk_label_set_label (self->progress_label, text);
  gtk_progress_bar_set_fraction (self->progress_bar, (double) progress.n_done / progress.n_total);
}

static void
add_slot (WhRolePage           *self,
          GtkListBox           *list,
          const WhPrioritySlot *slot)
{
  for (guint i = 0; slot->keys[i] != NULL; i++)
    {
      g_autoptr (WhLibrary) library = wh_catalogue_dup_library_by_key (self->catalogue, slot->keys[i], NULL);

      if (library != NULL)
        gtk_list_box_append (list, wh_slot_row_new (library, i > 0));
    }
}

static void
add_column (WhRolePage *self,
            WhPriority  priority)
{
  g_autofree char *title = wh_catalogue_dup_title (self->catalogue, WH_FACET_PRIORITY, wh_priority_to_key (priority));
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget       *heading = gtk_label_new (title);
  GtkWidget       *list = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY, heading, NULL, -1);

  for (guint i = 0; i < self->slots->len; i++)
    {
      const WhPrioritySlot *slot = g_ptr_array_index (self->slots, i);

      if (slot->priority == priority)
        add_slot (self, GTK_LIST_BOX (list), slot);
    }

  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (self->columns_box, box);
}

static void
add_order (WhRolePage            *self,
           const WhLearningOrder *order)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char     *title = g_markup_escape_text (order->topic, -1);
  g_autofree char     *source = wh_catalogue_dup_name (self->catalogue, WH_FACET_SOURCE, order->source);
  g_autofree char     *description = g_markup_printf_escaped ("%s\n%s", order->reason, source);
  GtkWidget           *path = wh_library_link_new_path ((const char *const *) order->steps,
                                                        (const char *const *) order->names,
                                                        order->connector);

  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  adw_preferences_group_add (group, path);
  gtk_box_append (self->orders_box, GTK_WIDGET (group));
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
show_name (WhRolePage *self)
{
  g_autofree char *name = wh_catalogue_dup_name (self->catalogue, WH_FACET_ROLE, self->role);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), name);
  gtk_label_set_label (self->name_label, name);
}

static void
load_role (WhRolePage *self)
{
  WhDatabase *database = wh_catalogue_get_database (self->catalogue);
  g_autoptr (GPtrArray) slots = NULL;
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GError) error = NULL;

  if (!(slots = wh_store_list_slots (database, self->role, &error)) ||
      !(orders = wh_store_list_orders (database, self->role, wh_catalogue_get_language (self->catalogue), &error)))
    {
      wh_window_report_error (GTK_WIDGET (self), _ ("Could Not Read the Role"), error);
      return;
    }

  g_clear_pointer (&self->slots, g_ptr_array_unref);
  self->slots = g_steal_pointer (&slots);

  clear_box (self->columns_box);
  gtk_widget_set_visible (GTK_WIDGET (self->columns_box), self->slots->len > 0);
  for (WhPriority priority = WH_PRIORITY_P0; priority <= WH_PRIORITY_P2 && self->slots->len > 0; priority++)
    add_column (self, priority);

  clear_box (self->orders_box);
  for (guint i = 0; i < orders->len; i++)
    add_order (self, g_ptr_array_index (orders, i));

  show_progress (self);
}

static void
catalogue_changed_cb (WhRolePage        *self,
                      WhCatalogueChange  change,
                      const char *const *keys)
{
  if (self->slots == NULL)
    return;

  if (change == WH_CATALOGUE_CHANGE_USER)
    {
      show_progress (self);
      return;
    }

  show_name (self);
  load_role (self);
}

/* An error can be told only here, where the page has its window. */
static void
wh_role_page_showing (AdwNavigationPage *page)
{
  WhRolePage *self = WH_ROLE_PAGE (page);

  if (self->slots == NULL)
    load_role (self);

  ADW_NAVIGATION_PAGE_CLASS (wh_role_page_parent_class)->showing (page);
}

static void
wh_role_page_dispose (GObject *object)
{
  WhRolePage *self = WH_ROLE_PAGE (object);

  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->slots, g_ptr_array_unref);

  G_OBJECT_CLASS (wh_role_page_parent_class)->dispose (object);
}

static void
wh_role_page_finalize (GObject *object)
{
  WhRolePage *self = WH_ROLE_PAGE (object);

  g_clear_pointer (&self->role, g_free);

  G_OBJECT_CLASS (wh_role_page_parent_class)->finalize (object);
}

static void
wh_role_page_class_init (WhRolePageClass *klass)
{
  GObjectClass           *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass         *widget_class = GTK_WIDGET_CLASS (klass);
  AdwNavigationPageClass *page_class = ADW_NAVIGATION_PAGE_CLASS (klass);

  page_class->showing = wh_role_page_showing;
  object_class->dispose = wh_role_page_dispose;
  object_class->finalize = wh_role_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-role-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WhRolePage, name_label);
  gtk_widget_class_bind_template_child (widget_class, WhRolePage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, WhRolePage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, WhRolePage, columns_box);
  gtk_widget_class_bind_template_child (widget_class, WhRolePage, orders_box);

  gtk_widget_class_install_action (widget_class, "page.learnt", NULL, learnt_cb);
  gtk_widget_class_install_action (widget_class, "role.list", NULL, list_cb);
  gtk_widget_class_install_action (widget_class, "role.export", NULL, export_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "role.export", NULL);
}

static void
wh_role_page_init (WhRolePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * wh_role_page_new:
 * @role: the key of a role of @catalogue
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
wh_role_page_new (WhCatalogue *catalogue,
                  const char  *role)
{
  WhRolePage *self;

  g_return_val_if_fail (WH_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (role != NULL, NULL);

  self = g_object_new (WH_TYPE_ROLE_PAGE, NULL);
  self->catalogue = g_object_ref (catalogue);
  self->role = g_strdup (role);
  g_signal_connect_object (catalogue, "changed", G_CALLBACK (catalogue_changed_cb), self, G_CONNECT_SWAPPED);
  show_name (self);

  return ADW_NAVIGATION_PAGE (self);
}

const char *
wh_role_page_get_role (WhRolePage *self)
{
  g_return_val_if_fail (WH_IS_ROLE_PAGE (self), NULL);

  return self->role;
}
