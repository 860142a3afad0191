/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wh-guide-progress.h"
#include "wh-scroll.h"
#include "wh-sidebar-row.h"
#include "wh-sidebar.h"

/**
 * WhSidebar:
 *
 * Where one can go: the plan, the libraries, the guides, and the roles that have
 * priorities, each with how far the user is. One row is selected, ever.
 *
 * A page has a name: "plan", "libraries", "rankings", "guides", "picks", "sources",
 * and "role:" with the key of the role.
 * ::selected says that another row is selected now, ::activated that the user
 * wants to see its page.
 */
struct _WhSidebar
{
  AdwBin parent_instance;

  WhCatalogue *catalogue;

  GtkListBox *list_box;
};

G_DEFINE_FINAL_TYPE (WhSidebar, wh_sidebar, ADW_TYPE_BIN)

typedef enum
{
  SIGNAL_SELECTED,
  SIGNAL_ACTIVATED,
} WhSidebarSignal;

static guint signals[SIGNAL_ACTIVATED + 1];

#define ROLE_PREFIX "role:"

static WhSidebarRow *
get_row (WhSidebar *self,
         guint      i)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list_box, (int) i);

  return row != NULL ? WH_SIDEBAR_ROW (row) : NULL;
}

static WhSidebarRow *
find_row (WhSidebar  *self,
          const char *page)
{
  WhSidebarRow *row;

  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    if (g_str_equal (wh_sidebar_row_get_page (row), page))
      return row;

  return NULL;
}

static void
set_progress (WhSidebarRow *row,
              WhProgress    progress)
{
  g_autofree char *count = g_strdup_printf ("%u/%u", progress.n_done, progress.n_total);
  g_autofree char *spoken = g_strdup_printf (_ ("%u of %u learnt"), progress.n_done, progress.n_total);

  wh_sidebar_row_set_count (row, progress.n_total > 0 ? count : "", progress.n_total > 0 ? spoken : "");
}

static void
set_number (WhSidebarRow *row,
            guint         n_libraries)
{
  g_autofree char *count = g_strdup_printf ("%u", n_libraries);
  g_autofree char *spoken = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u library", "%u libraries", n_libraries), n_libraries);

  wh_sidebar_row_set_count (row, count, spoken);
}

static gboolean
load_guides (WhDatabase *database,
             WhProgress *progress)
{
  g_autoptr (WhGuideProgress) guides = wh_guide_progress_load (database, NULL);

  if (guides != NULL)
    *progress = wh_guide_progress_get_total (guides);

  return guides != NULL;
}

/* A count that cannot be read is left out; whoever opens the page is told why. */
static void
update_count (WhSidebar    *self,
              WhSidebarRow *row)
{
  WhDatabase *database = wh_catalogue_get_database (self->catalogue);
  WhIndex    *index = wh_catalogue_get_index (self->catalogue);
  const char *page = wh_sidebar_row_get_page (row);
  WhProgress  progress = { 0 };

  if (g_str_equal (page, "libraries"))
    set_number (row, index != NULL ? wh_index_get_n_libraries (index) : 0);
  else if (g_str_equal (page, "plan") && wh_progress_load_plan (database, &progress, NULL))
    set_progress (row, progress);
  else if (g_str_equal (page, "guides") && load_guides (database, &progress))
    set_progress (row, progress);
  else if (g_str_has_prefix (page, ROLE_PREFIX) &&
           wh_progress_load_role (database, page + strlen (ROLE_PREFIX), &progress, NULL))
    set_progress (row, progress);
}

static void
update_counts (WhSidebar *self)
{
  WhSidebarRow *row;

  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    update_count (self, row);
}

static void
append_row (WhSidebar  *self,
            const char *page,
            const char *title,
            const char *icon_name)
{
  WhSidebarRow *row = find_row (self, page);

  if (row == NULL)
    gtk_list_box_append (self->list_box, wh_sidebar_row_new (page, title, icon_name));
  else
    wh_sidebar_row_set_title (row, title);
}

static gboolean
has_role (GPtrArray  *roles,
          const char *page)
{
  for (guint i = 0; i < roles->len; i++)
    {
      WhRole *role = roles->pdata[i];

      if (role->has_priorities && g_str_equal (page + strlen (ROLE_PREFIX), role->key))
        return TRUE;
    }

  return FALSE;
}

static void
remove_gone_roles (WhSidebar *self,
                   GPtrArray *roles)
{
  WhSidebarRow *row;

  for (guint i = 0; (row = get_row (self, i)) != NULL;)
    {
      const char *page = wh_sidebar_row_get_page (row);

      if (!g_str_has_prefix (page, ROLE_PREFIX) || has_role (roles, page))
        {
          i++;
          continue;
        }

      if (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row)))
        wh_sidebar_select (self, "libraries");
      gtk_list_box_remove (self->list_box, GTK_WIDGET (row));
    }
}

static void
update_roles (WhSidebar *self)
{
  g_autoptr (GPtrArray) roles = wh_store_list_roles (wh_catalogue_get_database (self->catalogue),
                                                     wh_catalogue_get_language (self->catalogue),
                                                     NULL);

  if (roles == NULL)
    return;

  remove_gone_roles (self, roles);
  for (guint i = 0; i < roles->len; i++)
    {
      WhRole          *role = roles->pdata[i];
      g_autofree char *page = g_strconcat (ROLE_PREFIX, role->key, NULL);

      if (role->has_priorities)
        append_row (self, page, role->name, "avatar-default-symbolic");
    }
}

static void
changed_cb (WhSidebar        *self,
            WhCatalogueChange change)
{
  if (change == WH_CATALOGUE_CHANGE_CONTENTS)
    update_roles (self);

  update_counts (self);
}

static void
language_changed_cb (WhSidebar *self)
{
  update_roles (self);
}

/* In a low window it may be out of sight. */
static void
show_row (GtkListBoxRow *row)
{
  if (row != NULL && gtk_widget_get_mapped (GTK_WIDGET (row)))
    wh_scroll_to (GTK_WIDGET (row));
}

static void
row_selected_cb (WhSidebar     *self,
                 GtkListBoxRow *row)
{
  show_row (row);
  if (row != NULL)
    g_signal_emit (self, signals[SIGNAL_SELECTED], 0, wh_sidebar_row_get_page (WH_SIDEBAR_ROW (row)));
}

static void
row_activated_cb (WhSidebar     *self,
                  GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, wh_sidebar_row_get_page (WH_SIDEBAR_ROW (row)));
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  gboolean first = before != NULL &&
                   g_str_has_prefix (wh_sidebar_row_get_page (WH_SIDEBAR_ROW (row)), ROLE_PREFIX) &&
                   !g_str_has_prefix (wh_sidebar_row_get_page (WH_SIDEBAR_ROW (before)), ROLE_PREFIX);
  GtkWidget *header;

  if (!first)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  if (gtk_list_box_row_get_header (row) != NULL)
    return;

  header = gtk_label_new (_ ("Roles"));
  gtk_label_set_xalign (GTK_LABEL (header), 0);
  gtk_widget_set_css_classes (header, (const char *[]) { "heading", "dimmed", "sidebar-heading", NULL });
  gtk_list_box_row_set_header (row, header);
}

static void
wh_sidebar_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (wh_sidebar_parent_class)->map (widget);

  show_row (gtk_list_box_get_selected_row (WH_SIDEBAR (widget)->list_box));
}

static void
wh_sidebar_dispose (GObject *object)
{
  WhSidebar *self = WH_SIDEBAR (object);

  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (wh_sidebar_parent_class)->dispose (object);
}

static void
wh_sidebar_class_init (WhSidebarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wh_sidebar_dispose;
  widget_class->map = wh_sidebar_map;

  signals[SIGNAL_SELECTED] =
    g_signal_new ("selected",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL, NULL,
                  G_TYPE_NONE, 1,
                  G_TYPE_STRING);
  signals[SIGNAL_ACTIVATED] =
    g_signal_new ("activated",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL, NULL,
                  G_TYPE_NONE, 1,
                  G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, WhSidebar, list_box);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
wh_sidebar_init (WhSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_list_box_set_header_func (self->list_box, update_header, NULL, NULL);
}

/**
 * wh_sidebar_set_catalogue:
 *
 * Says whose roles and whose progress it shows. This is done once.
 */
void
wh_sidebar_set_catalogue (WhSidebar   *self,
                          WhCatalogue *catalogue)
{
  g_return_if_fail (WH_IS_SIDEBAR (self));
  g_return_if_fail (WH_IS_CATALOGUE (catalogue));
  g_return_if_fail (self->catalogue == NULL);

  self->catalogue = g_object_ref (catalogue);

  append_row (self, "plan", _ ("My Plan"), "object-select-symbolic");
  append_row (self, "libraries", _ ("Libraries"), "view-list-symbolic");
  append_row (self, "rankings", _ ("Rankings"), "view-sort-descending-symbolic");
  append_row (self, "guides", _ ("Guides"), "accessories-dictionary-symbolic");
  append_row (self, "picks", _ ("Quick Picks"), "starred-symbolic");
  append_row (self, "sources", _ ("Sources"), "x-office-document-symbolic");
  update_roles (self);
  update_counts (self);

  g_signal_connect_object (catalogue, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (catalogue, "notify::language", G_CALLBACK (language_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * wh_sidebar_get_selected:
 *
 * Returns: (nullable): the name of the page whose row is selected
 */
const char *
wh_sidebar_get_selected (WhSidebar *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (WH_IS_SIDEBAR (self), NULL);

  row = gtk_list_box_get_selected_row (self->list_box);

  return row != NULL ? wh_sidebar_row_get_page (WH_SIDEBAR_ROW (row)) : NULL;
}

/**
 * wh_sidebar_select:
 * @page: the name of a page
 *
 * Returns: whether there is a row for it
 */
gboolean
wh_sidebar_select (WhSidebar  *self,
                   const char *page)
{
  WhSidebarRow *row;

  g_return_val_if_fail (WH_IS_SIDEBAR (self), FALSE);

  row = find_row (self, page);
  if (row == NULL)
    return FALSE;

  gtk_list_box_select_row (self->list_box, GTK_LIST_BOX_ROW (row));
  return TRUE;
}
