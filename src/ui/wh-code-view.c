/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <gtksourceview/gtksource.h>

#include "wh-code-view.h"
#include "wh-content-label.h"
#include "wh-window.h"

/* Of longer lines so much is seen at once, unless there is room; in pixels. Two such
 * views stand side by side in a page of the usual width.
 */
#define NATURAL_WIDTH 336

/* How far one notch of a wheel goes, in pixels. */
#define WHEEL_STEP 60

/* Room for the bar that scrolls, so that it covers no line; in pixels. */
#define BOTTOM_MARGIN 18

/**
 * WhCodeView:
 *
 * A piece of code, as high as it has lines, with a button that copies it. Long lines
 * are scrolled to; Tab goes on to what comes next.
 */
struct _WhCodeView
{
  AdwBin parent_instance;

  GtkLabel          *title_label;
  GtkLabel          *caption_label;
  GtkWidget         *copy_button;
  GtkScrolledWindow *scroller;
  GtkWidget         *source_view;

  char *code;
};

G_DEFINE_FINAL_TYPE (WhCodeView, wh_code_view, ADW_TYPE_BIN)

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), WH_CODE_VIEW (widget)->code);
  wh_window_show_toast (widget, _ ("Copied"));
}

/* In high contrast words differ by what they are and not by their colour: some of the
 * scheme's are pale.
 */
static void
update_style (WhCodeView *self)
{
  AdwStyleManager      *manager = adw_style_manager_get_default ();
  GtkSourceBuffer      *buffer = GTK_SOURCE_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->source_view)));
  const char           *id = adw_style_manager_get_dark (manager) ? "Adwaita-dark" : "Adwaita";
  GtkSourceStyleScheme *scheme = gtk_source_style_scheme_manager_get_scheme (gtk_source_style_scheme_manager_get_default (), id);

  gtk_source_buffer_set_style_scheme (buffer, scheme);
  gtk_source_buffer_set_highlight_syntax (buffer, !adw_style_manager_get_high_contrast (manager));
}

/* "python" is version 2 to GtkSourceView. */
static GtkSourceLanguage *
find_language (const char *name)
{
  const char *id = g_str_equal (name, "python") ? "python3" : name;

  return gtk_source_language_manager_get_language (gtk_source_language_manager_get_default (), id);
}

static GtkWidget *
make_source_view (const char *code,
                  const char *code_language)
{
  g_autoptr (GtkSourceBuffer) buffer = gtk_source_buffer_new (NULL);
  GtkWidget *view = gtk_source_view_new_with_buffer (buffer);

  gtk_source_buffer_set_language (buffer, find_language (code_language));
  gtk_source_buffer_set_highlight_matching_brackets (buffer, FALSE);
  gtk_text_buffer_set_enable_undo (GTK_TEXT_BUFFER (buffer), FALSE);
  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (buffer), code, -1);

  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_monospace (GTK_TEXT_VIEW (view), TRUE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), BOTTOM_MARGIN);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 12);

  return view;
}

/* A scrolled window keeps what is scrolled up and down even where it cannot move that way,
 * and the page would stand still under a pointer that comes upon code.
 */
static void
leave_vertical_scrolling (GtkScrolledWindow *scroller)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (scroller));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        {
          GtkEventControllerScroll *scroll = GTK_EVENT_CONTROLLER_SCROLL (controller);

          gtk_event_controller_scroll_set_flags (scroll, gtk_event_controller_scroll_get_flags (scroll) & ~GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
        }
    }
}

/* What a wheel turns with Shift goes sideways all the same. */
static gboolean
scroll_cb (WhCodeView               *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *scroll)
{
  GtkAdjustment  *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if ((state & GDK_SHIFT_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + dy * WHEEL_STEP);
  return GDK_EVENT_STOP;
}

static void
wh_code_view_finalize (GObject *object)
{
  WhCodeView *self = WH_CODE_VIEW (object);

  g_free (self->code);

  G_OBJECT_CLASS (wh_code_view_parent_class)->finalize (object);
}

static void
wh_code_view_class_init (WhCodeViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = wh_code_view_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-code-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WhCodeView, title_label);
  gtk_widget_class_bind_template_child (widget_class, WhCodeView, caption_label);
  gtk_widget_class_bind_template_child (widget_class, WhCodeView, copy_button);
  gtk_widget_class_bind_template_child (widget_class, WhCodeView, scroller);
  gtk_widget_class_install_action (widget_class, "code.copy", NULL, copy_cb);
}

static void
wh_code_view_init (WhCodeView *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_scrolled_window_set_max_content_width (self->scroller, NATURAL_WIDTH);
  leave_vertical_scrolling (self->scroller);

  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), scroll);
}

/**
 * wh_code_view_new:
 * @code: what it shows, and copies to the letter
 * @code_language: what it is written in, "python"
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
wh_code_view_new (const char *code,
                  const char *code_language)
{
  g_autofree char *shown = NULL;
  AdwStyleManager *manager = adw_style_manager_get_default ();
  WhCodeView      *self;

  g_return_val_if_fail (code != NULL && code_language != NULL, NULL);

  self = g_object_new (WH_TYPE_CODE_VIEW, NULL);
  self->code = g_strdup (code);

  /* The line feed that code ends with would be an empty line to see. */
  shown = g_strchomp (g_strdup (code));
  self->source_view = make_source_view (shown, code_language);
  gtk_scrolled_window_set_child (self->scroller, self->source_view);

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (update_style), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (update_style), self, G_CONNECT_SWAPPED);
  update_style (self);

  return GTK_WIDGET (self);
}

/**
 * wh_code_view_set_title:
 * @title: what the code does
 * @caption: (nullable): what stands below that
 * @language: the language of both
 */
void
wh_code_view_set_title (WhCodeView *self,
                        const char *title,
                        const char *caption,
                        const char *language)
{
  g_autofree char *copy = NULL;

  g_return_if_fail (WH_IS_CODE_VIEW (self));
  g_return_if_fail (title != NULL && language != NULL);

  wh_content_label_set (self->title_label, title, language);
  wh_content_label_set (self->caption_label, caption, language);

  /* Translators: %s is what a piece of code does */
  copy = g_strdup_printf (_ ("Copy the Code “%s”"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy_button), GTK_ACCESSIBLE_PROPERTY_LABEL, copy, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->source_view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}
