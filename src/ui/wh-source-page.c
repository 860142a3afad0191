/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-page-part.h"
#include "wh-records.h"
#include "wh-source-page.h"
#include "wh-sources.h"
#include "wh-window.h"

/**
 * WhSourcePage:
 *
 * A source of the catalogue: by what it can be recognised, and what it and each of
 * its sections contributed.
 */
struct _WhSourcePage
{
  AdwNavigationPage parent_instance;

  GtkStack *stack;
  GtkLabel *title_label;
  GtkLabel *description_label;
  GtkLabel *count_label;
  GtkBox   *facts_box;
  GtkBox   *content_box;

  WhCatalogue  *catalogue;
  char         *source;
  GCancellable *cancellable; /* of what is being read; %NULL until the page was seen */
};

G_DEFINE_FINAL_TYPE (WhSourcePage, wh_source_page, ADW_TYPE_NAVIGATION_PAGE)

/* The languages in which sources are written; any other goes by its code. */
static const struct
{
  const char *code;
  const char *name;
} languages[] = {
  { "en", N_ ("English") },
  { "zh", N_ ("Chinese") },
};

static void
list_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.list-source", "s", WH_SOURCE_PAGE (widget)->source);
}

static const char *
get_language_name (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i].code, code))
      return _ (languages[i].name);

  return code;
}

/* "Statements 120" */
static char *
dup_fact_count (WhSourcePage      *self,
                const WhFactCount *count)
{
  g_autofree char *key = g_strconcat ("fact/", count->kind, NULL);
  g_autofree char *word = wh_catalogue_dup_word (self->catalogue, key);

  return g_strdup_printf ("%s %u", word, count->n);
}

static char *
dup_facts (WhSourcePage *self,
           GPtrArray    *facts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < facts->len; i++)
    {
      g_autofree char *count = dup_fact_count (self, g_ptr_array_index (facts, i));

      g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", count);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static AdwActionRow *
append_row (GtkListBox *list,
            const char *title,
            const char *subtitle)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle);
  gtk_list_box_append (list, GTK_WIDGET (row));

  return row;
}

/* What can be looked for elsewhere can be copied. */
static void
append_property (GtkListBox *list,
                 const char *title,
                 const char *value)
{
  AdwActionRow *row;

  if (value == NULL)
    return;

  row = append_row (list, title, value);
  adw_action_row_set_subtitle_selectable (row, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (row), "property");
}

static void
append_documents (WhSourcePage   *self,
                  const WhSource *source)
{
  const char *where = source->documents->len > 0 ? _ ("No public address of it is known. This is what it says of itself.")
                                                 : _ ("No public address of it is known, and it names neither title nor author nor date.");
  GtkBox     *part = wh_page_part_append (self->content_box, _ ("The Document"), wh_page_part_make_label (where, "dimmed"));
  GtkListBox *list = wh_page_part_append_list (part, _ ("The Document"));

  for (guint i = 0; i < source->documents->len; i++)
    {
      const WhSourceDocument *document = g_ptr_array_index (source->documents, i);

      append_property (list, _ ("Title"), document->title);
      append_property (list, _ ("Author"), document->author);
      append_property (list, _ ("Date"), document->date);
      append_property (list, _ ("Taken From"), document->taken_from);
    }

  append_property (list, _ ("Language"), get_language_name (source->language));
}

static void
append_sections (WhSourcePage   *self,
                 const WhSource *source)
{
  GtkListBox *list;

  if (source->sections->len == 0)
    return;

  list = wh_page_part_append_list (wh_page_part_append (self->content_box, _ ("Sections"), NULL), _ ("Sections"));

  for (guint i = 0; i < source->sections->len; i++)
    {
      const WhSection *section = g_ptr_array_index (source->sections, i);
      g_autofree char *facts = dup_facts (self, section->facts);
      g_autofree char *count = g_strdup_printf ("%u", section->n_facts);
      GtkWidget       *label = gtk_label_new (count);

      gtk_widget_set_css_classes (label, (const char *[]) { "dimmed", "numeric", NULL });
      adw_action_row_add_suffix (append_row (list, section->title, facts), label);
    }
}

/* "586 facts · 119 libraries" */
static void
show_count (WhSourcePage   *self,
            const WhSource *source)
{
  g_autofree char *facts = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u fact", "%u facts", source->n_facts), source->n_facts);
  g_autofree char *libraries = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u library", "%u libraries", source->n_libraries),
                                                source->n_libraries);
  g_autofree char *count = g_strdup_printf ("%s · %s", facts, libraries);

  gtk_label_set_label (self->count_label, count);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source.list", source->n_libraries > 0);
}

static void
show_facts (WhSourcePage   *self,
            const WhSource *source)
{
  GtkWidget *box = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);

  for (guint i = 0; i < source->facts->len; i++)
    {
      g_autofree char *count = dup_fact_count (self, g_ptr_array_index (source->facts, i));

      adw_wrap_box_append (ADW_WRAP_BOX (box), wh_page_part_make_label (count, "criterion"));
    }

  wh_page_part_clear (self->facts_box);
  gtk_box_append (self->facts_box, box);
}

static void
show_source (WhSourcePage   *self,
             const WhSource *source)
{
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), source->title);
  gtk_label_set_label (self->title_label, source->title);
  gtk_label_set_label (self->description_label, source->description);
  show_count (self, source);
  show_facts (self, source);

  wh_page_part_clear (self->content_box);
  append_documents (self, source);
  append_sections (self, source);
}

static const WhSource *
find_source (GPtrArray  *sources,
             const char *key)
{
  for (guint i = 0; i < sources->len; i++)
    {
      const WhSource *source = g_ptr_array_index (sources, i);

      if (g_str_equal (source->key, key))
        return source;
    }

  return NULL;
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (WhSourcePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sources = wh_sources_load_finish (WH_CATALOGUE (object), result, &error);
  const WhSource *source;

  if (sources == NULL)
    {
      wh_window_report_error (GTK_WIDGET (self), _ ("Could Not Read the Sources"), error);
      return;
    }

  source = find_source (sources, self->source);
  if (source != NULL)
    show_source (self, source);

  gtk_stack_set_visible_child_name (self->stack, source != NULL ? "content" : "gone");
}

/* What is still being read is of no use any more. */
static void
load (WhSourcePage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  wh_sources_load_async (self->catalogue, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
catalogue_changed_cb (WhSourcePage     *self,
                      WhCatalogueChange change)
{
  if (self->cancellable != NULL && change == WH_CATALOGUE_CHANGE_CONTENTS)
    load (self);
}

static void
wh_source_page_showing (AdwNavigationPage *page)
{
  WhSourcePage *self = WH_SOURCE_PAGE (page);

  if (self->cancellable == NULL)
    load (self);

  ADW_NAVIGATION_PAGE_CLASS (wh_source_page_parent_class)->showing (page);
}

static void
wh_source_page_dispose (GObject *object)
{
  WhSourcePage *self = WH_SOURCE_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (wh_source_page_parent_class)->dispose (object);
}

static void
wh_source_page_finalize (GObject *object)
{
  WhSourcePage *self = WH_SOURCE_PAGE (object);

  g_clear_pointer (&self->source, g_free);

  G_OBJECT_CLASS (wh_source_page_parent_class)->finalize (object);
}

static void
wh_source_page_class_init (WhSourcePageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = wh_source_page_showing;
  object_class->dispose = wh_source_page_dispose;
  object_class->finalize = wh_source_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-source-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WhSourcePage, content_box);
  gtk_widget_class_bind_template_child (widget_class, WhSourcePage, count_label);
  gtk_widget_class_bind_template_child (widget_class, WhSourcePage, description_label);
  gtk_widget_class_bind_template_child (widget_class, WhSourcePage, facts_box);
  gtk_widget_class_bind_template_child (widget_class, WhSourcePage, stack);
  gtk_widget_class_bind_template_child (widget_class, WhSourcePage, title_label);

  gtk_widget_class_install_action (widget_class, "source.list", NULL, list_cb);
}

static void
wh_source_page_init (WhSourcePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * wh_source_page_new:
 * @source: the key of a source; a page says so when there is none
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
wh_source_page_new (WhCatalogue *catalogue,
                    const char  *source)
{
  WhSourcePage    *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (WH_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (source != NULL, NULL);

  self = g_object_new (WH_TYPE_SOURCE_PAGE, NULL);
  self->catalogue = g_object_ref (catalogue);
  self->source = g_strdup (source);
  title = wh_catalogue_dup_name (catalogue, WH_FACET_SOURCE, source);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  g_signal_connect_object (catalogue, "changed", G_CALLBACK (catalogue_changed_cb), self, G_CONNECT_SWAPPED);

  return ADW_NAVIGATION_PAGE (self);
}

const char *
wh_source_page_get_source (WhSourcePage *self)
{
  g_return_val_if_fail (WH_IS_SOURCE_PAGE (self), NULL);

  return self->source;
}
