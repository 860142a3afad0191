/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-content-label.h"
#include "wh-edits.h"
#include "wh-fact-row.h"
#include "wh-library-facts.h"
#include "wh-library-link.h"
#include "wh-library-page.h"
#include "wh-note-row.h"
#include "wh-star-rating.h"
#include "wh-status-button.h"
#include "wh-window.h"

/**
 * WhLibraryPage:
 *
 * All that is known of one library, and what the user makes of it: status, stars
 * and note.
 */
struct _WhLibraryPage
{
  AdwNavigationPage parent_instance;

  AdwBanner           *gone_banner;
  GtkLabel            *name_label;
  GtkLabel            *traits_label;
  GtkLabel            *summary_label;
  WhStatusButton      *status_button;
  GtkWidget           *install_button;
  AdwButtonContent    *install_content;
  GtkWidget           *homepage_button;
  AdwPreferencesGroup *standing_group;
  WhStarRating        *my_rating;
  WhNoteRow           *note_row;
  GtkBox              *facts_box;

  WhCatalogue      *catalogue;
  WhLibrary        *library;
  WhLibraryDetails *details;
  WhFactRow        *standing_row; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (WhLibraryPage, wh_library_page, ADW_TYPE_NAVIGATION_PAGE)

static void
copy_install_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  WhLibraryPage *self = WH_LIBRARY_PAGE (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), adw_button_content_get_label (self->install_content));
  wh_window_show_toast (widget, _ ("Install command copied"));
}

static void
learnt_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  WhLibrary *library = WH_LIBRARY_PAGE (widget)->library;

  gtk_widget_activate_action (widget, "win.set-learnt", "(sb)", wh_library_get_key (library),
                              wh_library_get_status (library) != WH_STATUS_LEARNT);
}

static void
add_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  const char *keys[] = { wh_library_get_key (WH_LIBRARY_PAGE (widget)->library), NULL };

  gtk_widget_activate_action (widget, "win.add-to-plan", "^as", keys);
}

static void
launched_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (WhLibraryPage) self = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (object), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    wh_window_report_error (GTK_WIDGET (self), _ ("Could Not Open the Homepage"), error);
}

static void
open_homepage_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  WhLibraryPage *self = WH_LIBRARY_PAGE (widget);
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (self->details->homepage);

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (widget)), NULL,
                           launched_cb, g_object_ref (self));
}

static void
rated_cb (WhLibraryPage *self)
{
  guint            halves = wh_star_rating_get_value (self->my_rating);
  g_autofree char *title = NULL;
  g_autoptr (WhEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  edit = wh_edit_set_rating (self->catalogue, wh_library_get_key (self->library), halves, &error);
  if (edit == NULL)
    {
      wh_star_rating_set_value (self->my_rating, wh_library_get_my_rating (self->library));
      wh_window_report_error (GTK_WIDGET (self), _ ("Could Not Save the Rating"), error);
      return;
    }

  /* Translators: %s is the name of a library */
  title = g_strdup_printf (halves > 0 ? _ ("“%s” rated") : _ ("Rating of “%s” removed"),
                           wh_library_get_name (self->library));
  wh_window_push_edit (GTK_WIDGET (self), g_steal_pointer (&edit), title);
}

/* "Library · Async · Web development › Frameworks" */
static char *
dup_traits (WhLibraryPage *self)
{
  g_autoptr (GPtrArray) traits = g_ptr_array_new_with_free_func (g_free);
  WhKind        kind = wh_library_get_kind (self->library);
  WhConcurrency concurrency = wh_library_get_concurrency (self->library);
  const char   *category = wh_library_get_category_name (self->library);

  if (kind != WH_KIND_NONE)
    g_ptr_array_add (traits, wh_catalogue_dup_name (self->catalogue, WH_FACET_KIND, wh_kind_to_key (kind)));

  if (concurrency != WH_CONCURRENCY_NONE)
    g_ptr_array_add (traits, wh_catalogue_dup_name (self->catalogue, WH_FACET_CONCURRENCY,
                                                    wh_concurrency_to_key (concurrency)));

  if (category != NULL)
    g_ptr_array_add (traits, g_strdup (category));

  g_ptr_array_add (traits, NULL);

  return g_strjoinv (" · ", (GStrv) traits->pdata);
}

/* What is not current says so before everything else, and leads on to what is. */
static void
show_standing (WhLibraryPage *self)
{
  const WhLibraryDetails *details = self->details;
  WhStanding              standing = wh_library_get_standing (self->library);
  gboolean                is_current = standing == WH_STANDING_NONE || standing == WH_STANDING_CURRENT;
  g_autofree char        *name = NULL;
  g_autofree char        *origin = NULL;

  if (self->standing_row != NULL)
    adw_preferences_group_remove (self->standing_group, GTK_WIDGET (self->standing_row));
  self->standing_row = NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->standing_group), !is_current);
  if (is_current)
    return;

  name = wh_catalogue_dup_name (self->catalogue, WH_FACET_STANDING, wh_standing_to_key (standing));
  self->standing_row = wh_fact_row_new (name, wh_catalogue_get_language (self->catalogue));
  adw_preferences_group_add (self->standing_group, GTK_WIDGET (self->standing_row));
  wh_fact_row_set_icon (self->standing_row, "dialog-warning-symbolic", "warning");
  wh_fact_row_set_text (self->standing_row, details->standing_reason);

  if (details->standing_source != NULL)
    origin = wh_catalogue_dup_origin (self->catalogue, details->standing_source, details->standing_section);
  wh_fact_row_set_caption (self->standing_row, origin);

  if (details->standing_by != NULL)
    wh_fact_row_add_link (self->standing_row, wh_library_link_new (details->standing_by, details->standing_by_name));
}

static void
show_library (WhLibraryPage *self)
{
  g_autofree char *traits = dup_traits (self);
  const char      *language = wh_catalogue_get_language (self->catalogue);
  GtkWidget       *child;

  adw_banner_set_revealed (self->gone_banner, wh_library_get_gone (self->library));
  wh_content_label_set (self->name_label, wh_library_get_name (self->library), language);
  wh_content_label_set (self->traits_label, traits, language);
  wh_content_label_set (self->summary_label, wh_library_get_summary (self->library), language);
  gtk_widget_set_visible (self->install_button, self->details->install != NULL);
  if (self->details->install != NULL)
    {
      g_autofree char *command = g_strdup_printf ("pip install %s", self->details->install);

      adw_button_content_set_label (self->install_content, command);
    }
  gtk_widget_set_visible (self->homepage_button, self->details->homepage != NULL);
  gtk_widget_set_tooltip_text (self->homepage_button, self->details->homepage);
  show_standing (self);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->facts_box))) != NULL)
    gtk_box_remove (self->facts_box, child);

  wh_library_facts_append (self->facts_box, self->catalogue, self->details);
}

static void
load_details (WhLibraryPage *self)
{
  g_autoptr (GError) error = NULL;
  WhLibraryDetails *details = wh_catalogue_load_details (self->catalogue, self->library, &error);

  if (details == NULL)
    {
      wh_window_report_error (GTK_WIDGET (self), _ ("Could Not Read the Library"), error);
      return;
    }

  g_clear_pointer (&self->details, wh_library_details_free);
  self->details = details;
  show_library (self);
}

/* The user's own status and stars are bound; only other contents are read anew. */
static void
catalogue_changed_cb (WhLibraryPage     *self,
                      WhCatalogueChange  change,
                      const char *const *keys)
{
  if (change == WH_CATALOGUE_CHANGE_CONTENTS && self->details != NULL)
    load_details (self);
}

/* An error can be told only here, where the page has its window. */
static void
wh_library_page_showing (AdwNavigationPage *page)
{
  WhLibraryPage *self = WH_LIBRARY_PAGE (page);

  if (self->details == NULL)
    load_details (self);

  ADW_NAVIGATION_PAGE_CLASS (wh_library_page_parent_class)->showing (page);
}

static void
wh_library_page_dispose (GObject *object)
{
  WhLibraryPage *self = WH_LIBRARY_PAGE (object);

  g_clear_object (&self->library);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (wh_library_page_parent_class)->dispose (object);
}

static void
wh_library_page_finalize (GObject *object)
{
  WhLibraryPage *self = WH_LIBRARY_PAGE (object);

  g_clear_pointer (&self->details, wh_library_details_free);

  G_OBJECT_CLASS (wh_library_page_parent_class)->finalize (object);
}

static void
wh_library_page_class_init (WhLibraryPageClass *klass)
{
  GObjectClass           *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass         *widget_class = GTK_WIDGET_CLASS (klass);
  AdwNavigationPageClass *page_class = ADW_NAVIGATION_PAGE_CLASS (klass);

  page_class->showing = wh_library_page_showing;
  object_class->dispose = wh_library_page_dispose;
  object_class->finalize = wh_library_page_finalize;

  g_type_ensure (WH_TYPE_NOTE_ROW);
  g_type_ensure (WH_TYPE_STAR_RATING);
  g_type_ensure (WH_TYPE_STATUS_BUTTON);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-library-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WhLibraryPage, gone_banner);
  gtk_widget_class_bind_template_child (widget_class, WhLibraryPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, WhLibraryPage, traits_label);
  gtk_widget_class_bind_template_child (widget_class, WhLibraryPage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, WhLibraryPage, status_button);
  gtk_widget_class_bind_template_child (widget_class, WhLibraryPage, install_button);
  gtk_widget_class_bind_template_child (widget_class, WhLibraryPage, install_content);
  gtk_widget_class_bind_template_child (widget_class, WhLibraryPage, homepage_button);
  gtk_widget_class_bind_template_child (widget_class, WhLibraryPage, standing_group);
  gtk_widget_class_bind_template_child (widget_class, WhLibraryPage, my_rating);
  gtk_widget_class_bind_template_child (widget_class, WhLibraryPage, note_row);
  gtk_widget_class_bind_template_child (widget_class, WhLibraryPage, facts_box);

  gtk_widget_class_install_action (widget_class, "library.copy-install", NULL, copy_install_cb);
  gtk_widget_class_install_action (widget_class, "library.open-homepage", NULL, open_homepage_cb);
  gtk_widget_class_install_action (widget_class, "page.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "page.learnt", NULL, learnt_cb);
}

static void
wh_library_page_init (WhLibraryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * wh_library_page_new:
 * @library: of @catalogue
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
wh_library_page_new (WhCatalogue *catalogue,
                     WhLibrary   *library)
{
  WhLibraryPage *self;

  g_return_val_if_fail (WH_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (WH_IS_LIBRARY (library), NULL);

  self = g_object_new (WH_TYPE_LIBRARY_PAGE, NULL);
  self->catalogue = g_object_ref (catalogue);
  self->library = g_object_ref (library);

  wh_status_button_set_library (self->status_button, library);
  wh_note_row_set_subject (self->note_row, catalogue, wh_library_get_key (library));
  g_object_bind_property (library, "my-rating", self->my_rating, "value", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->my_rating, "rated", G_CALLBACK (rated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (catalogue, "changed", G_CALLBACK (catalogue_changed_cb), self, G_CONNECT_SWAPPED);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), wh_library_get_name (library));

  return ADW_NAVIGATION_PAGE (self);
}

WhLibrary *
wh_library_page_get_library (WhLibraryPage *self)
{
  g_return_val_if_fail (WH_IS_LIBRARY_PAGE (self), NULL);

  return self->library;
}
