/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "wh-content-label.h"
#include "wh-fact-row.h"

/**
 * WhFactRow:
 *
 * One fact of the catalogue: what is stated, more of it, what it leads on to and
 * where it comes from, each below the other. What is absent takes no room; nothing
 * is cut off, however narrow the row is. A flag says in words, before everything
 * else that is smaller, what is wrong with the fact.
 */
struct _WhFactRow
{
  AdwPreferencesRow parent_instance;

  GtkImage   *icon;
  GtkLabel   *title_label;
  GtkLabel   *text_label;
  GtkWidget  *flag_box;
  GtkLabel   *flag_label;
  GtkLabel   *flag_text_label;
  GtkLabel   *flag_checked_label;
  AdwWrapBox *links_box;
  GtkLabel   *caption_label;
  GtkBox     *suffix_box;
  GtkWidget  *arrow;

  char *language;
};

G_DEFINE_FINAL_TYPE (WhFactRow, wh_fact_row, ADW_TYPE_PREFERENCES_ROW)

/* The row is read out with all its texts; what it leads on to speaks for itself. */
static void
update_description (WhFactRow *self)
{
  GtkLabel *const labels[] = {
    self->text_label, self->flag_label, self->flag_text_label, self->flag_checked_label, self->caption_label
  };
  g_autoptr (GString) description = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      const char *text = gtk_label_get_text (labels[i]);

      if (*text != '\0')
        g_string_append_printf (description, "%s%s", description->len > 0 ? "\n" : "", text);
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description->str, -1);
}

static void
set_label (WhFactRow  *self,
           GtkLabel   *label,
           const char *text)
{
  wh_content_label_set (label, text, self->language);
  update_description (self);
}

static void
wh_fact_row_finalize (GObject *object)
{
  WhFactRow *self = WH_FACT_ROW (object);

  g_free (self->language);

  G_OBJECT_CLASS (wh_fact_row_parent_class)->finalize (object);
}

static void
wh_fact_row_class_init (WhFactRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = wh_fact_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-fact-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WhFactRow, icon);
  gtk_widget_class_bind_template_child (widget_class, WhFactRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, WhFactRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, WhFactRow, flag_box);
  gtk_widget_class_bind_template_child (widget_class, WhFactRow, flag_label);
  gtk_widget_class_bind_template_child (widget_class, WhFactRow, flag_text_label);
  gtk_widget_class_bind_template_child (widget_class, WhFactRow, flag_checked_label);
  gtk_widget_class_bind_template_child (widget_class, WhFactRow, links_box);
  gtk_widget_class_bind_template_child (widget_class, WhFactRow, caption_label);
  gtk_widget_class_bind_template_child (widget_class, WhFactRow, suffix_box);
  gtk_widget_class_bind_template_child (widget_class, WhFactRow, arrow);
}

static void
wh_fact_row_init (WhFactRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * wh_fact_row_new:
 * @title: what is stated
 * @language: the language of the contents
 *
 * Returns: (transfer floating): the row
 */
WhFactRow *
wh_fact_row_new (const char *title,
                 const char *language)
{
  WhFactRow *self;

  g_return_val_if_fail (title != NULL && language != NULL, NULL);

  self = g_object_new (WH_TYPE_FACT_ROW, NULL);
  self->language = g_strdup (language);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  set_label (self, self->title_label, title);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->title_label, NULL, -1);

  return self;
}

/**
 * wh_fact_row_set_text:
 * @text: (nullable): more of what is stated
 */
void
wh_fact_row_set_text (WhFactRow  *self,
                      const char *text)
{
  g_return_if_fail (WH_IS_FACT_ROW (self));

  set_label (self, self->text_label, text);
}

/**
 * wh_fact_row_set_caption:
 * @caption: (nullable): where it comes from
 */
void
wh_fact_row_set_caption (WhFactRow  *self,
                         const char *caption)
{
  g_return_if_fail (WH_IS_FACT_ROW (self));

  set_label (self, self->caption_label, caption);
}

/**
 * wh_fact_row_set_icon:
 * @css_class: (nullable): what gives it its colour
 *
 * The icon only repeats what the words say.
 */
void
wh_fact_row_set_icon (WhFactRow  *self,
                      const char *icon_name,
                      const char *css_class)
{
  g_return_if_fail (WH_IS_FACT_ROW (self));

  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), css_class);
}

/**
 * wh_fact_row_set_flag:
 * @word: "Out of date"
 * @text: (nullable): what holds today
 * @checked: (nullable): how that was checked
 */
void
wh_fact_row_set_flag (WhFactRow  *self,
                      const char *word,
                      const char *text,
                      const char *checked)
{
  g_autofree char *how = NULL;

  g_return_if_fail (WH_IS_FACT_ROW (self));
  g_return_if_fail (word != NULL);

  if (checked != NULL)
    how = g_strdup_printf (_ ("How it was checked: %s"), checked);

  gtk_widget_set_visible (self->flag_box, TRUE);
  set_label (self, self->flag_label, word);
  set_label (self, self->flag_text_label, text);
  set_label (self, self->flag_checked_label, how);
}

/**
 * wh_fact_row_set_action:
 * @action: what activating the row does, with @target
 */
void
wh_fact_row_set_action (WhFactRow  *self,
                        const char *action,
                        const char *target)
{
  g_return_if_fail (WH_IS_FACT_ROW (self));

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), action);
  gtk_widget_set_visible (self->arrow, TRUE);
}

/**
 * wh_fact_row_add_link:
 * @link: a chip, behind those that are there
 */
void
wh_fact_row_add_link (WhFactRow *self,
                      GtkWidget *link)
{
  g_return_if_fail (WH_IS_FACT_ROW (self));

  adw_wrap_box_append (self->links_box, link);
  gtk_widget_set_visible (GTK_WIDGET (self->links_box), TRUE);
}

/**
 * wh_fact_row_add_words:
 * @words: what stands before the chips that come next
 */
void
wh_fact_row_add_words (WhFactRow  *self,
                       const char *words)
{
  GtkWidget *label = wh_content_label_new (words, self->language);

  gtk_widget_add_css_class (label, "fact-text");
  gtk_widget_add_css_class (label, "dimmed");
  wh_fact_row_add_link (self, label);
}

void
wh_fact_row_add_suffix (WhFactRow *self,
                        GtkWidget *suffix)
{
  g_return_if_fail (WH_IS_FACT_ROW (self));

  gtk_box_append (self->suffix_box, suffix);
  gtk_widget_set_visible (GTK_WIDGET (self->suffix_box), TRUE);
}

/**
 * wh_fact_row_add_suffix_words:
 * @css_class: (nullable): what gives the words their colour or weight
 */
void
wh_fact_row_add_suffix_words (WhFactRow  *self,
                              const char *words,
                              const char *css_class)
{
  GtkWidget *label = wh_content_label_new (words, self->language);

  /* Short words, of which none is to be broken to make room for the long ones beside them. */
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  wh_fact_row_add_suffix (self, label);
}
