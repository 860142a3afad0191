/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "wh-fold.h"
#include "wh-library-link.h"
#include "wh-pick-row.h"

/**
 * WhPickRow:
 *
 * What a source says for a situation: which libraries to choose or to avoid, or in
 * one sentence, as a quotation. What is to be avoided says so in words and by a
 * sign, not by its colour alone.
 */
struct _WhPickRow
{
  GtkListBoxRow parent_instance;

  char *haystack; /* all that it shows, folded */

  GtkImage   *icon;
  GtkLabel   *situation_label;
  GtkLabel   *verdict_label;
  AdwWrapBox *libraries_box;
  GtkLabel   *text_label;
  GtkLabel   *origin_label;
};

G_DEFINE_FINAL_TYPE (WhPickRow, wh_pick_row, GTK_TYPE_LIST_BOX_ROW)

static const struct
{
  const char *verdict; /* the CSS class of the row, too */
  const char *icon_name;
  const char *word;
} looks[] = {
  { "choose", "object-select-symbolic", N_ ("Choose") },
  { "avoid", "dialog-warning-symbolic", N_ ("Avoid") },
  { "summary", "format-justify-left-symbolic", N_ ("In one sentence") },
  { "offer", "dialog-question-symbolic", N_ ("Offer") },
};

static guint
find_look (const char *verdict)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (g_str_equal (looks[i].verdict, verdict))
      return i;

  return 0;
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/* What a screen reader says of the row: "Avoid: Audio libraries not worth much time". */
static void
describe_row (WhPickRow    *self,
              const WhPick *pick,
              const char   *word)
{
  /* Translators: a verdict, and the situation that it is for: “Choose: Job interviews” */
  g_autofree char *label = g_strdup_printf (_ ("%s: %s"), word, pick->situation);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (pick->text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, pick->text, -1);
}

static void
show_verdict (WhPickRow    *self,
              const WhPick *pick)
{
  guint look = find_look (pick->verdict);

  gtk_image_set_from_icon_name (self->icon, looks[look].icon_name);
  gtk_widget_add_css_class (GTK_WIDGET (self), looks[look].verdict);
  show_text (self->verdict_label, g_str_equal (looks[look].verdict, "avoid") ? _ (looks[look].word) : NULL);
  describe_row (self, pick, _ (looks[look].word));
}

static void
show_words (WhPickRow    *self,
            const WhPick *pick)
{
  g_autofree char *quotation = NULL;

  if (pick->text != NULL && g_str_equal (pick->verdict, "summary"))
    quotation = g_strdup_printf (_ ("“%s”"), pick->text);

  show_text (self->situation_label, pick->situation);
  show_text (self->text_label, quotation != NULL ? quotation : pick->text);
}

static void
show_libraries (WhPickRow *self,
                GPtrArray *libraries)
{
  gtk_widget_set_visible (GTK_WIDGET (self->libraries_box), libraries->len > 0);

  for (guint i = 0; i < libraries->len; i++)
    {
      const WhMention *library = g_ptr_array_index (libraries, i);

      if (library->library != NULL)
        adw_wrap_box_append (self->libraries_box, wh_library_link_new (library->library, library->text));
    }
}

static char *
dup_haystack (const WhPick *pick)
{
  g_autoptr (GString) text = g_string_new (pick->situation);

  for (guint i = 0; i < pick->libraries->len; i++)
    {
      const WhMention *library = g_ptr_array_index (pick->libraries, i);

      g_string_append_printf (text, "\n%s\n%s", library->text, library->library != NULL ? library->library : "");
    }

  if (pick->text != NULL)
    g_string_append_printf (text, "\n%s", pick->text);

  return wh_fold (text->str);
}

static void
wh_pick_row_finalize (GObject *object)
{
  WhPickRow *self = WH_PICK_ROW (object);

  g_clear_pointer (&self->haystack, g_free);

  G_OBJECT_CLASS (wh_pick_row_parent_class)->finalize (object);
}

static void
wh_pick_row_class_init (WhPickRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = wh_pick_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-pick-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WhPickRow, icon);
  gtk_widget_class_bind_template_child (widget_class, WhPickRow, libraries_box);
  gtk_widget_class_bind_template_child (widget_class, WhPickRow, origin_label);
  gtk_widget_class_bind_template_child (widget_class, WhPickRow, situation_label);
  gtk_widget_class_bind_template_child (widget_class, WhPickRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, WhPickRow, verdict_label);
}

static void
wh_pick_row_init (WhPickRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * wh_pick_row_new:
 * @origin: (nullable): where it comes from, where nothing around it says so
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
wh_pick_row_new (const WhPick *pick,
                 const char   *origin)
{
  WhPickRow *self;

  g_return_val_if_fail (pick != NULL, NULL);

  self = g_object_new (WH_TYPE_PICK_ROW, NULL);
  self->haystack = dup_haystack (pick);
  show_verdict (self, pick);
  show_words (self, pick);
  show_libraries (self, pick->libraries);
  show_text (self->origin_label, origin);

  return GTK_WIDGET (self);
}

/**
 * wh_pick_row_matches:
 * @words: what is looked for
 *
 * Returns: whether all of @words stand somewhere in the row
 */
gboolean
wh_pick_row_matches (WhPickRow         *self,
                     const char *const *words)
{
  g_return_val_if_fail (WH_IS_PICK_ROW (self), FALSE);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = wh_fold (words[i]);

      if (strstr (self->haystack, word) == NULL)
        return FALSE;
    }

  return TRUE;
}
