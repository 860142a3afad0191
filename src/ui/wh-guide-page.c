/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-catalogue-subjects.h"
#include "wh-content-label.h"
#include "wh-guide-contents.h"
#include "wh-guide-facts.h"
#include "wh-guide-page.h"
#include "wh-guide-row.h"
#include "wh-scroll.h"
#include "wh-source-link.h"
#include "wh-topic-row.h"
#include "wh-window.h"

/* A page that is new has its size after so many frames. */
#define FRAMES_TO_SETTLE 3

/* What a row of the overview is about. */
#define NODE "node"

/**
 * WhGuidePage:
 *
 * A guide: its chapters with how far the user is, and at the end what is of all of it.
 * Or a chapter of one, with all its topics. Looking for a topic, or for what is still
 * open, shows the topics of all chapters at once.
 */
struct _WhGuidePage
{
  AdwNavigationPage parent_instance;

  GtkLabel          *guide_label;
  GtkLabel          *title_label;
  GtkLabel          *summary_label;
  AdwBin            *source_bin;
  GtkLabel          *progress_label;
  GtkProgressBar    *progress_bar;
  AdwToggleGroup    *filter;
  GtkSearchBar      *search_bar;
  GtkSearchEntry    *search_entry;
  GtkScrolledWindow *scroller;
  GtkStack          *stack;
  GtkListBox        *chapters;
  GtkBox            *rest;
  WhGuideContents   *contents;

  WhCatalogue     *catalogue;
  char            *guide;
  char            *chapter; /* (nullable): the guide itself */
  WhGuideBook     *book;    /* (nullable): not read yet */
  WhGuideProgress *progress;
  GPtrArray       *rows;   /* GtkWidget*, not owned: those of the overview */
  char            *wanted; /* (nullable): the key of the node to go to */
  guint            wanted_after;
  gboolean         narrow;
  guint            tick_id;
};

G_DEFINE_FINAL_TYPE (WhGuidePage, wh_guide_page, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  PROP_NARROW = 1,
} WhGuidePageProperty;

static GParamSpec *properties[PROP_NARROW + 1];

static const char *
get_search (WhGuidePage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  return *text != '\0' ? text : NULL;
}

static gboolean
is_open_only (WhGuidePage *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->filter), "open") == 0;
}

static const WhGuideNode *
get_chapter (WhGuidePage *self)
{
  return self->chapter != NULL ? wh_guide_find_node (self->book->guide, self->chapter) : NULL;
}

static WhTopicRow *
find_focused_row (WhGuidePage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, WH_TYPE_TOPIC_ROW) : NULL;

  return row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (self)) ? WH_TOPIC_ROW (row) : NULL;
}

static void
learnt_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  WhTopicRow *row = find_focused_row (WH_GUIDE_PAGE (widget));

  if (row != NULL)
    wh_topic_row_toggle_learnt (row);
}

static void
add_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  WhTopicRow *row = find_focused_row (WH_GUIDE_PAGE (widget));

  if (row != NULL)
    wh_topic_row_add_to_plan (row);
}

static void
search_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  WhGuidePage *self = WH_GUIDE_PAGE (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
show_state (WhGuidePage *self,
            GtkWidget   *row)
{
  const WhGuideNode *node = g_object_get_data (G_OBJECT (row), NODE);

  if (WH_IS_TOPIC_ROW (row))
    wh_topic_row_set_state (WH_TOPIC_ROW (row),
                            wh_guide_progress_get_status (self->progress, node),
                            wh_guide_progress_get_planned (self->progress, node));
  else
    wh_guide_row_set_progress (WH_GUIDE_ROW (row), wh_guide_progress_get_node (self->progress, node));
}

static void
show_progress (WhGuidePage *self)
{
  const WhGuideNode *chapter = get_chapter (self);
  WhProgress         progress = chapter != NULL ? wh_guide_progress_get_node (self->progress, chapter)
                                                : wh_guide_progress_get_guide (self->progress, self->book->guide);
  g_autofree char   *text = g_strdup_printf (_ ("%u of %u learnt"), progress.n_done, progress.n_total);

  gtk_label_set_label (self->progress_label, text);
  gtk_progress_bar_set_fraction (self->progress_bar, progress.n_total > 0 ? (double) progress.n_done / progress.n_total : 0);

  for (guint i = 0; i < self->rows->len; i++)
    show_state (self, g_ptr_array_index (self->rows, i));
}

static GtkWidget *
make_chapter_row (WhGuidePage       *self,
                  const WhGuideNode *chapter)
{
  const char *language = wh_catalogue_get_language (self->catalogue);
  GtkWidget  *row;

  /* With nothing below it a chapter is a topic. */
  if (wh_guide_node_is_topic (chapter))
    {
      g_autofree char *emphasis = wh_guide_facts_dup_emphasis (self->catalogue, chapter);

      return wh_topic_row_new (chapter, emphasis, language);
    }

  row = wh_guide_row_new (chapter->title, chapter->note, NULL, language);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", chapter->key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-topic");

  return row;
}

static void
clear_overview (WhGuidePage *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->rows, 0);
  gtk_list_box_remove_all (self->chapters);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rest))) != NULL)
    gtk_box_remove (self->rest, child);
}

static void
build_overview (WhGuidePage *self)
{
  const GPtrArray *chapters = self->book->guide->nodes;

  for (guint i = 0; i < chapters->len; i++)
    {
      const WhGuideNode *chapter = g_ptr_array_index (chapters, i);
      GtkWidget         *row = make_chapter_row (self, chapter);

      g_object_set_data (G_OBJECT (row), NODE, (gpointer) chapter);
      g_ptr_array_add (self->rows, row);
      gtk_list_box_append (self->chapters, row);
      if (WH_IS_TOPIC_ROW (row))
        wh_guide_facts_append_beside (self->chapters, self->catalogue, self->book, chapter);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->chapters), chapters->len > 0);
  wh_guide_facts_append_rest (self->rest, self->catalogue, self->book, G_OBJECT (self));
}

/* The whole of it, unless somebody is looking for something. */
static void
show_contents (WhGuidePage *self)
{
  const WhGuideNode *chapter = get_chapter (self);
  gboolean           filtered = get_search (self) != NULL || is_open_only (self);

  if (chapter == NULL && !filtered)
    {
      wh_guide_contents_clear (self->contents);
      gtk_stack_set_visible_child_name (self->stack, "overview");
    }
  else if (wh_guide_contents_show (self->contents, self->book, chapter, self->progress, get_search (self), is_open_only (self)) > 0 ||
           !filtered)
    gtk_stack_set_visible_child_name (self->stack, "contents");
  else
    gtk_stack_set_visible_child_name (self->stack, get_search (self) != NULL ? "nothing" : "done");
}

static void
filter_changed_cb (WhGuidePage *self)
{
  if (self->book == NULL)
    return;

  show_contents (self);
  wh_scroll_to_top (self->scroller);
}

static void
show_head (WhGuidePage *self)
{
  const WhGuide     *guide = self->book->guide;
  const WhGuideNode *chapter = get_chapter (self);
  const char        *language = wh_catalogue_get_language (self->catalogue);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), chapter != NULL ? chapter->title : guide->title);
  wh_content_label_set (self->guide_label, chapter != NULL ? guide->title : NULL, language);
  wh_content_label_set (self->title_label, chapter != NULL ? chapter->title : guide->title, language);
  wh_content_label_set (self->summary_label, chapter != NULL ? chapter->note : guide->summary, language);
  adw_bin_set_child (self->source_bin, wh_source_link_new (self->catalogue, guide->source, guide->section));
  gtk_widget_set_visible (GTK_WIDGET (self->source_bin), chapter == NULL);
}

static void
forget (WhGuidePage *self)
{
  wh_guide_contents_clear (self->contents);
  clear_overview (self);
  g_clear_pointer (&self->book, wh_guide_book_free);
  g_clear_pointer (&self->progress, wh_guide_progress_free);
}

static void
show_book (WhGuidePage *self)
{
  show_head (self);
  if (self->chapter == NULL)
    build_overview (self);
  show_contents (self);
  show_progress (self);
}

static void
load_guide (WhGuidePage *self)
{
  WhDatabase *database = wh_catalogue_get_database (self->catalogue);
  g_autoptr (WhGuideBook) book = NULL;
  g_autoptr (WhGuideProgress) progress = NULL;
  g_autoptr (GError) error = NULL;

  if (!(book = wh_store_load_guide (database, self->guide, wh_catalogue_get_language (self->catalogue), &error)) ||
      !(progress = wh_guide_progress_load (database, &error)))
    {
      wh_window_report_error (GTK_WIDGET (self), _ ("Could Not Read the Guide"), error);
      return;
    }

  forget (self);
  self->book = g_steal_pointer (&book);
  self->progress = g_steal_pointer (&progress);
  show_book (self);
}

static void
update_progress (WhGuidePage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhGuideProgress) before = NULL;
  WhGuideProgress *progress = wh_guide_progress_load (wh_catalogue_get_database (self->catalogue), &error);

  if (progress == NULL)
    {
      wh_window_report_error (GTK_WIDGET (self), _ ("Could Not Read the Guide"), error);
      return;
    }

  before = g_steal_pointer (&self->progress);
  self->progress = progress;
  wh_guide_contents_set_progress (self->contents, progress);
  show_progress (self);
}

/* Returns: (nullable): the row of the topic, or the heading, that @key names */
static GtkWidget *
find_widget (WhGuidePage *self,
             const char  *key)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget         *row = g_ptr_array_index (self->rows, i);
      const WhGuideNode *node = g_object_get_data (G_OBJECT (row), NODE);

      if (g_str_equal (node->key, key))
        return row;
    }

  return wh_guide_contents_find (self->contents, key);
}

static void
go_to_wanted (WhGuidePage *self)
{
  g_autofree char *key = g_steal_pointer (&self->wanted);
  GtkWidget       *widget = self->book != NULL ? find_widget (self, key) : NULL;
  GtkWidget       *viewport = gtk_scrolled_window_get_child (self->scroller);

  if (widget == NULL)
    return;

  gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), widget, NULL);
  if (gtk_widget_grab_focus (widget) && GTK_IS_WINDOW (gtk_widget_get_root (widget)))
    gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (widget)), TRUE);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  WhGuidePage *self = WH_GUIDE_PAGE (widget);

  if (self->wanted_after-- > 0)
    return G_SOURCE_CONTINUE;

  self->tick_id = 0;
  go_to_wanted (self);
  return G_SOURCE_REMOVE;
}

/* Everything is built anew, but whoever is somewhere in it stays there. */
static void
reload (WhGuidePage *self)
{
  WhTopicRow      *row = find_focused_row (self);
  g_autofree char *focused = row != NULL ? g_strdup (wh_topic_row_get_key (row)) : NULL;
  GtkWidget       *again;

  wh_scroll_hold (self->scroller);
  load_guide (self);

  again = focused != NULL && self->book != NULL ? find_widget (self, focused) : NULL;
  if (again != NULL)
    gtk_widget_grab_focus (again);
}

static void
catalogue_changed_cb (WhGuidePage       *self,
                      WhCatalogueChange  change,
                      const char *const *keys)
{
  if (self->book == NULL)
    return;

  if (change == WH_CATALOGUE_CHANGE_USER)
    update_progress (self);
  else
    reload (self);
}

/* An error can be told only here, where the page has its window. */
static void
wh_guide_page_showing (AdwNavigationPage *page)
{
  WhGuidePage *self = WH_GUIDE_PAGE (page);

  if (self->book == NULL)
    load_guide (self);

  ADW_NAVIGATION_PAGE_CLASS (wh_guide_page_parent_class)->showing (page);
}

static void
wh_guide_page_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  WhGuidePage *self = WH_GUIDE_PAGE (object);

  switch ((WhGuidePageProperty) prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wh_guide_page_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  WhGuidePage *self = WH_GUIDE_PAGE (object);

  switch ((WhGuidePageProperty) prop_id)
    {
    case PROP_NARROW:
      if (self->narrow == g_value_get_boolean (value))
        break;

      self->narrow = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wh_guide_page_dispose (GObject *object)
{
  WhGuidePage *self = WH_GUIDE_PAGE (object);

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  if (self->catalogue != NULL)
    forget (self);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (wh_guide_page_parent_class)->dispose (object);
}

static void
wh_guide_page_finalize (GObject *object)
{
  WhGuidePage *self = WH_GUIDE_PAGE (object);

  g_free (self->guide);
  g_free (self->chapter);
  g_free (self->wanted);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (wh_guide_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-guide-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WhGuidePage, guide_label);
  gtk_widget_class_bind_template_child (widget_class, WhGuidePage, title_label);
  gtk_widget_class_bind_template_child (widget_class, WhGuidePage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, WhGuidePage, source_bin);
  gtk_widget_class_bind_template_child (widget_class, WhGuidePage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, WhGuidePage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, WhGuidePage, filter);
  gtk_widget_class_bind_template_child (widget_class, WhGuidePage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, WhGuidePage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, WhGuidePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, WhGuidePage, stack);
  gtk_widget_class_bind_template_child (widget_class, WhGuidePage, chapters);
  gtk_widget_class_bind_template_child (widget_class, WhGuidePage, rest);
  gtk_widget_class_bind_template_child (widget_class, WhGuidePage, contents);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
}

static void
wh_guide_page_class_init (WhGuidePageClass *klass)
{
  GObjectClass           *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass         *widget_class = GTK_WIDGET_CLASS (klass);
  AdwNavigationPageClass *page_class = ADW_NAVIGATION_PAGE_CLASS (klass);

  g_type_ensure (WH_TYPE_GUIDE_CONTENTS);

  page_class->showing = wh_guide_page_showing;
  object_class->get_property = wh_guide_page_get_property;
  object_class->set_property = wh_guide_page_set_property;
  object_class->dispose = wh_guide_page_dispose;
  object_class->finalize = wh_guide_page_finalize;

  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL,
                          FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "page.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "page.learnt", NULL, learnt_cb);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_cb);
}

static void
wh_guide_page_init (WhGuidePage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
}

/**
 * wh_guide_page_new:
 * @guide: the key of a guide
 * @chapter: (nullable): the key of a chapter of it, to show that alone
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
wh_guide_page_new (WhCatalogue *catalogue,
                   const char  *guide,
                   const char  *chapter)
{
  WhGuidePage *self;

  g_return_val_if_fail (WH_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (guide != NULL, NULL);

  self = g_object_new (WH_TYPE_GUIDE_PAGE, NULL);
  self->catalogue = g_object_ref (catalogue);
  self->guide = g_strdup (guide);
  self->chapter = g_strdup (chapter);
  wh_guide_contents_set_catalogue (self->contents, catalogue);
  g_signal_connect_object (catalogue, "changed", G_CALLBACK (catalogue_changed_cb), self, G_CONNECT_SWAPPED);

  return ADW_NAVIGATION_PAGE (self);
}

/* Whether it shows this chapter, or for %NULL this guide. */
gboolean
wh_guide_page_is_of (WhGuidePage *self,
                     const char  *guide,
                     const char  *chapter)
{
  g_return_val_if_fail (WH_IS_GUIDE_PAGE (self), FALSE);

  return g_str_equal (self->guide, guide) && g_strcmp0 (self->chapter, chapter) == 0;
}

/**
 * wh_guide_page_show_node:
 * @key: the key of a node on the page
 *
 * Goes to the node, once the page has its size, and gives it the focus if it is a topic.
 */
void
wh_guide_page_show_node (WhGuidePage *self,
                         const char  *key)
{
  g_return_if_fail (WH_IS_GUIDE_PAGE (self));
  g_return_if_fail (key != NULL);

  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  adw_toggle_group_set_active_name (self->filter, "all");

  g_set_str (&self->wanted, key);
  self->wanted_after = FRAMES_TO_SETTLE;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}
