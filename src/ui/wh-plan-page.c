/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-edits.h"
#include "wh-plan-page.h"
#include "wh-plan-row.h"
#include "wh-plan.h"
#include "wh-scroll.h"
#include "wh-section-heading.h"
#include "wh-window.h"
#include "wh-words.h"

/**
 * WhPlanPage:
 *
 * My plan, grouped by status: ticked, given a status, put in order by dragging or
 * by keyboard, noted on and taken off. Every step can be undone.
 */
struct _WhPlanPage
{
  AdwNavigationPage parent_instance;

  GtkStack          *stack;
  GtkWidget         *export_button;
  GtkLabel          *progress_label;
  GtkProgressBar    *progress_bar;
  GtkScrolledWindow *scroller;
  GtkListView       *list_view;

  WhCatalogue *catalogue;
  WhPlan      *plan;
};

G_DEFINE_FINAL_TYPE (WhPlanPage, wh_plan_page, ADW_TYPE_NAVIGATION_PAGE)

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  gtk_list_item_set_child (item, wh_plan_row_new ());
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item)
{
  WhPlanItem *plan_item = gtk_list_item_get_item (item);

  wh_plan_row_set_item (WH_PLAN_ROW (gtk_list_item_get_child (item)), plan_item);
  gtk_list_item_set_accessible_label (item, wh_plan_item_get_name (plan_item));
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  wh_plan_row_set_item (WH_PLAN_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
setup_header_cb (GtkSignalListItemFactory *factory,
                 GtkListHeader            *header)
{
  wh_section_heading_set_up (header);
}

static void
bind_header_cb (GtkSignalListItemFactory *factory,
                GtkListHeader            *header)
{
  WhPlanItem *item = gtk_list_header_get_item (header);

  wh_section_heading_set_title (header, wh_words_get_status (wh_plan_item_get_status (item), TRUE));
}

static int
compare_sections_cb (gconstpointer a,
                     gconstpointer b,
                     gpointer      data)
{
  return wh_plan_compare_statuses (wh_plan_item_get_status ((WhPlanItem *) a),
                                   wh_plan_item_get_status ((WhPlanItem *) b));
}

static void
activate_cb (WhPlanPage *self,
             guint       position)
{
  g_autoptr (WhPlanItem) item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list_view)), position);

  gtk_widget_activate_action (GTK_WIDGET (self), wh_plan_item_get_topic (item) != NULL ? "win.open-topic" : "win.open-library",
                              "s", wh_plan_item_get_key (item));
}

/* The row that has the focus, or in which something has. */
static WhPlanRow *
find_focused_row (WhPlanPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *child;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_view)))
    return NULL;

  child = gtk_widget_get_first_child (focus);
  if (child != NULL && WH_IS_PLAN_ROW (child))
    return WH_PLAN_ROW (child);

  return WH_PLAN_ROW (gtk_widget_get_ancestor (focus, WH_TYPE_PLAN_ROW));
}

/* Moves within the group of its status, for a group has an order of its own. */
static void
move_item (WhPlanPage *self,
           const char *key,
           const char *before)
{
  g_autoptr (WhEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  edit = wh_edit_move (self->catalogue, key, before, &error);
  if (edit == NULL)
    wh_window_report_error (GTK_WIDGET (self), _ ("Could Not Move the Item"), error);
  else
    wh_window_push_edit (GTK_WIDGET (self), g_steal_pointer (&edit), _ ("Moved"));
}

static void
move_to_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  WhPlanPage *self = WH_PLAN_PAGE (widget);
  const char *key;
  const char *target;
  guint       from;
  guint       to;

  g_variant_get (parameter, "(&s&s)", &key, &target);

  if (!wh_plan_find (self->plan, key, &from) || !wh_plan_find (self->plan, target, &to))
    return;

  if (from > to)
    {
      move_item (self, key, target);
    }
  else
    {
      /* Dropped further down, it takes the place of the target, which moves up. */
      g_autofree char *next = wh_plan_dup_neighbour_key (self->plan, target, 1);

      move_item (self, key, next);
    }
}

static void
move_by (WhPlanPage *self,
         const char *key,
         int         step)
{
  g_autofree char *neighbour = wh_plan_dup_neighbour_key (self->plan, key, step);
  g_autofree char *next = NULL;

  if (neighbour == NULL)
    return;

  next = step > 0 ? wh_plan_dup_neighbour_key (self->plan, neighbour, 1) : g_strdup (neighbour);
  move_item (self, key, next);
}

static void
move_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  const char *key;
  int         step;

  g_variant_get (parameter, "(&si)", &key, &step);
  move_by (WH_PLAN_PAGE (widget), key, step);
}

/* Returns: (transfer full) (nullable): who takes the place of @key in the list, of its own group if there is another */
static char *
dup_successor_key (WhPlanPage *self,
                   const char *key)
{
  char *successor = wh_plan_dup_neighbour_key (self->plan, key, 1);
  guint position;

  if (successor == NULL)
    successor = wh_plan_dup_neighbour_key (self->plan, key, -1);

  if (successor == NULL && wh_plan_find (self->plan, key, &position))
    {
      g_autoptr (WhPlanItem) item = g_list_model_get_item (G_LIST_MODEL (self->plan), position > 0 ? position - 1 : 1);

      successor = item != NULL ? g_strdup (wh_plan_item_get_key (item)) : NULL;
    }

  return successor;
}

/* The item, and in its row what comes first. */
static void
focus_item (WhPlanPage *self,
            const char *key)
{
  WhPlanRow *row;
  guint      position;

  if (!wh_plan_find (self->plan, key, &position))
    return;

  /* Scrolling there makes the row the one that gets the focus, but does not give it. */
  gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));

  row = find_focused_row (self);
  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

static WhStatus
get_status (WhPlanPage *self,
            const char *key)
{
  g_autoptr (WhPlanItem) item = NULL;
  guint position;

  if (!wh_plan_find (self->plan, key, &position))
    return WH_STATUS_NONE;

  item = g_list_model_get_item (G_LIST_MODEL (self->plan), position);

  return wh_plan_item_get_status (item);
}

/* Has the window give an item another status. It goes to another group with that, but
 * the focus does not go with it, nor what is seen of the list: the user is here.
 */
static void
change_status (WhPlanPage *self,
               const char *key,
               const char *action,
               GVariant   *parameter)
{
  WhPlanRow       *row = find_focused_row (self);
  gboolean         focused = row != NULL && g_str_equal (wh_plan_item_get_key (wh_plan_row_get_item (row)), key);
  g_autofree char *successor = focused ? dup_successor_key (self, key) : NULL;
  WhStatus         status = get_status (self, key);

  wh_scroll_hold (self->scroller);
  gtk_widget_activate_action_variant (GTK_WIDGET (self), action, parameter);

  if (successor != NULL && get_status (self, key) != status)
    focus_item (self, successor);
}

static void
set_learnt_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  const char *key;

  g_variant_get (parameter, "(&sb)", &key, NULL);
  change_status (WH_PLAN_PAGE (widget), key, "win.set-learnt", parameter);
}

static void
set_status_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  const char *keys[] = { NULL, NULL };
  const char *status;
  g_autoptr (GVariant) change = NULL;

  g_variant_get (parameter, "(&s&s)", &keys[0], &status);
  change = g_variant_ref_sink (g_variant_new ("(^ass)", keys, status));
  change_status (WH_PLAN_PAGE (widget), keys[0], "win.set-status", change);
}

static void
learnt_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  WhPlanPage *self = WH_PLAN_PAGE (widget);
  WhPlanRow  *row = find_focused_row (self);
  WhPlanItem *item = row != NULL ? wh_plan_row_get_item (row) : NULL;

  if (item != NULL)
    change_status (self, wh_plan_item_get_key (item), "win.set-learnt",
                   g_variant_new ("(sb)", wh_plan_item_get_key (item), wh_plan_item_get_status (item) != WH_STATUS_LEARNT));
}

static gboolean
move_focused_cb (GtkWidget *widget,
                 GVariant  *args,
                 gpointer   data)
{
  WhPlanPage *self = WH_PLAN_PAGE (widget);
  WhPlanRow  *row = find_focused_row (self);

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;

  move_by (self, wh_plan_item_get_key (wh_plan_row_get_item (row)), g_variant_get_int32 (args));

  return GDK_EVENT_STOP;
}

static gboolean
activate_focused_cb (GtkWidget *widget,
                     GVariant  *args,
                     gpointer   data)
{
  WhPlanRow *row = find_focused_row (WH_PLAN_PAGE (widget));

  return row != NULL && gtk_widget_activate_action (GTK_WIDGET (row), g_variant_get_string (args, NULL), NULL);
}

static void
note_answered_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (WhPlanPage) self = data;
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (object);
  GtkWidget      *entry = adw_alert_dialog_get_extra_child (dialog);
  const char     *key = g_object_get_data (object, "key");
  g_autoptr (WhEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (adw_alert_dialog_choose_finish (dialog, result), "keep"))
    return;

  edit = wh_edit_set_item_note (self->catalogue, key, gtk_editable_get_text (GTK_EDITABLE (entry)), &error);
  if (edit == NULL)
    wh_window_report_error (GTK_WIDGET (self), _ ("Could Not Save the Note"), error);
  else
    wh_window_push_edit (GTK_WIDGET (self), g_steal_pointer (&edit), _ ("Note saved"));
}

static void
note_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  WhPlanPage     *self = WH_PLAN_PAGE (widget);
  const char     *key = g_variant_get_string (parameter, NULL);
  AdwAlertDialog *dialog;
  GtkWidget      *entry;
  guint           position;
  g_autoptr (WhPlanItem) item = NULL;

  if (!wh_plan_find (self->plan, key, &position))
    return;

  item = g_list_model_get_item (G_LIST_MODEL (self->plan), position);
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (wh_plan_item_get_name (item), _ ("A note for the plan and the printed checklist")));
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "keep", _ ("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "keep", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "keep");
  adw_alert_dialog_set_close_response (dialog, "cancel");

  entry = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  if (wh_plan_item_get_note (item) != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), wh_plan_item_get_note (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Note"), -1);
  adw_alert_dialog_set_extra_child (dialog, entry);
  adw_dialog_set_focus (ADW_DIALOG (dialog), entry);

  g_object_set_data_full (G_OBJECT (dialog), "key", g_strdup (key), g_free);
  adw_alert_dialog_choose (dialog, widget, NULL, note_answered_cb, g_object_ref (self));
}

static void
show_plan_cb (WhPlanPage *self)
{
  guint            n_items = g_list_model_get_n_items (G_LIST_MODEL (self->plan));
  guint            n_learnt = wh_plan_get_n_learnt (self->plan);
  g_autofree char *text = NULL;

  gtk_stack_set_visible_child_name (self->stack, n_items > 0 ? "items" : "empty");
  gtk_widget_set_visible (self->export_button, n_items > 0);
  if (n_items == 0)
    return;

  /* Translators: 3 of 9 libraries in the plan are learnt */
  text = g_strdup_printf (_ ("%u of %u learnt"), n_learnt, n_items);
  gtk_label_set_label (self->progress_label, text);
  gtk_progress_bar_set_fraction (self->progress_bar, (double) n_learnt / n_items);
}

static void
plan_failed_cb (WhPlanPage *self)
{
  g_autoptr (GError) error = NULL;

  g_object_get (self->plan, "error", &error, NULL);

  if (error != NULL)
    wh_window_report_error (GTK_WIDGET (self), _ ("Could Not Read the Plan"), error);
}

static void
load_plan (WhPlanPage *self)
{
  g_autoptr (GError) error = NULL;

  if (!wh_plan_load (self->plan, &error))
    wh_window_report_error (GTK_WIDGET (self), _ ("Could Not Read the Plan"), error);

  show_plan_cb (self);
}

static GtkSelectionModel *
make_model (WhPlanPage *self)
{
  GtkSorter        *sections = GTK_SORTER (gtk_custom_sorter_new (compare_sections_cb, NULL, NULL));
  GtkSortListModel *model = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->plan)), NULL);

  gtk_sort_list_model_set_section_sorter (model, sections);
  g_object_unref (sections);

  return GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (model)));
}

static void
set_up_list (WhPlanPage *self)
{
  g_autoptr (GtkSelectionModel) model = make_model (self);
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) headers = gtk_signal_list_item_factory_new ();

  g_signal_connect (rows, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (rows, "bind", G_CALLBACK (bind_row_cb), NULL);
  g_signal_connect (rows, "unbind", G_CALLBACK (unbind_row_cb), NULL);
  g_signal_connect (headers, "setup", G_CALLBACK (setup_header_cb), NULL);
  g_signal_connect (headers, "bind", G_CALLBACK (bind_header_cb), NULL);

  gtk_list_view_set_factory (self->list_view, rows);
  gtk_list_view_set_header_factory (self->list_view, headers);
  gtk_list_view_set_model (self->list_view, model);
}

static void
wh_plan_page_showing (AdwNavigationPage *page)
{
  WhPlanPage *self = WH_PLAN_PAGE (page);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->plan)) == 0)
    wh_scroll_to_top (self->scroller);
  load_plan (self);

  ADW_NAVIGATION_PAGE_CLASS (wh_plan_page_parent_class)->showing (page);
}

static void
wh_plan_page_dispose (GObject *object)
{
  WhPlanPage *self = WH_PLAN_PAGE (object);

  g_clear_object (&self->plan);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (wh_plan_page_parent_class)->dispose (object);
}

static void
wh_plan_page_class_init (WhPlanPageClass *klass)
{
  GObjectClass           *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass         *widget_class = GTK_WIDGET_CLASS (klass);
  AdwNavigationPageClass *page_class = ADW_NAVIGATION_PAGE_CLASS (klass);

  page_class->showing = wh_plan_page_showing;
  object_class->dispose = wh_plan_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WhPlanPage, stack);
  gtk_widget_class_bind_template_child (widget_class, WhPlanPage, export_button);
  gtk_widget_class_bind_template_child (widget_class, WhPlanPage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, WhPlanPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, WhPlanPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, WhPlanPage, scroller);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);

  gtk_widget_class_install_action (widget_class, "page.learnt", NULL, learnt_cb);
  gtk_widget_class_install_action (widget_class, "plan.move-to", "(ss)", move_to_cb);
  gtk_widget_class_install_action (widget_class, "plan.move", "(si)", move_cb);
  gtk_widget_class_install_action (widget_class, "plan.note", "s", note_cb);
  gtk_widget_class_install_action (widget_class, "plan.set-learnt", "(sb)", set_learnt_cb);
  gtk_widget_class_install_action (widget_class, "plan.set-status", "(ss)", set_status_cb);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_focused_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_focused_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, activate_focused_cb, "s", "item.remove");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, activate_focused_cb, "s", "item.note");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "win.export", "s", "");
}

static void
wh_plan_page_init (WhPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * wh_plan_page_new:
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
wh_plan_page_new (WhCatalogue *catalogue)
{
  WhPlanPage *self;

  g_return_val_if_fail (WH_IS_CATALOGUE (catalogue), NULL);

  self = g_object_new (WH_TYPE_PLAN_PAGE, NULL);
  self->catalogue = g_object_ref (catalogue);
  self->plan = wh_plan_new (catalogue);
  set_up_list (self);

  g_signal_connect_object (self->plan, "items-changed", G_CALLBACK (show_plan_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->plan, "notify::n-learnt", G_CALLBACK (show_plan_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->plan, "notify::error", G_CALLBACK (plan_failed_cb), self, G_CONNECT_SWAPPED);

  return ADW_NAVIGATION_PAGE (self);
}
