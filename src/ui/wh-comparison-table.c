/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-comparison-table.h"
#include "wh-library-link.h"
#include "wh-page-part.h"
#include "wh-star-rating.h"

/**
 * WhComparisonTable:
 *
 * A comparison: a line for each criterion, a column for each subject; stars or
 * words in the cells. Where it is narrow, or there are many subjects, a group for
 * each of them instead. A subject that is a library leads on to its page.
 */
struct _WhComparisonTable
{
  AdwBin parent_instance;

  gboolean narrow;
  gboolean crowded;

  GtkGrid *grid;
  GtkBox  *groups_box;
};

G_DEFINE_FINAL_TYPE (WhComparisonTable, wh_comparison_table, ADW_TYPE_BIN)

typedef enum
{
  PROP_NARROW = 1,
} WhComparisonTableProperty;

static GParamSpec *properties[PROP_NARROW + 1];

#define NOTHING "—"

/* More subjects than these stand in groups, however wide it is. */
#define MAX_COLUMNS 5

static GtkWidget *
make_text (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);

  return label;
}

static GtkWidget *
make_subject (const WhMention *subject)
{
  GtkWidget *widget;

  if (subject->library != NULL)
    {
      widget = wh_library_link_new (subject->library, subject->text);
      gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (widget))), TRUE);
    }
  else
    {
      widget = make_text (subject->text);
      gtk_widget_add_css_class (widget, "heading");
    }

  gtk_widget_set_halign (widget, GTK_ALIGN_START);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);

  return widget;
}

static GtkWidget *
make_stars (guint            halves,
            const char      *criterion,
            const WhMention *subject)
{
  GtkWidget       *stars = wh_star_rating_new ();
  g_autofree char *label = g_strdup_printf ("%s · %s", subject->text, criterion);

  wh_star_rating_set_value (WH_STAR_RATING (stars), halves);
  gtk_widget_set_halign (stars, GTK_ALIGN_START);
  gtk_widget_set_valign (stars, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (stars), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return stars;
}

static GtkWidget *
make_cell (const WhComparisonCell *cell,
           const char             *criterion,
           const WhMention        *subject)
{
  GtkWidget *box;

  if (cell->stars == 0)
    return make_text (cell->value != NULL ? cell->value : NOTHING);

  if (cell->value == NULL)
    return make_stars (cell->stars, criterion, subject);

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_box_append (GTK_BOX (box), make_stars (cell->stars, criterion, subject));
  gtk_box_append (GTK_BOX (box), make_text (cell->value));

  return box;
}

/* A row need not have a cell for every subject. */
static const WhComparisonCell *
get_cell (const WhComparisonRow *row,
          guint                  i)
{
  static const WhComparisonCell none = { 0 };

  return i < row->cells->len ? g_ptr_array_index (row->cells, i) : &none;
}

static void
fill_grid (WhComparisonTable  *self,
           const WhComparison *comparison)
{
  for (guint i = 0; i < comparison->subjects->len; i++)
    gtk_grid_attach (self->grid, make_subject (g_ptr_array_index (comparison->subjects, i)), (int) i + 1, 0, 1, 1);

  for (guint i = 0; i < comparison->rows->len; i++)
    {
      const WhComparisonRow *row = g_ptr_array_index (comparison->rows, i);
      int                    line = 2 * (int) i + 1;
      GtkWidget             *criterion = make_text (row->criterion);

      gtk_grid_attach (self->grid, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL),
                       0, line, (int) comparison->subjects->len + 1, 1);
      gtk_widget_set_hexpand (criterion, TRUE);
      gtk_grid_attach (self->grid, criterion, 0, line + 1, 1, 1);

      for (guint j = 0; j < comparison->subjects->len; j++)
        gtk_grid_attach (self->grid,
                         make_cell (get_cell (row, j), row->criterion, g_ptr_array_index (comparison->subjects, j)),
                         (int) j + 1, line + 1, 1, 1);
    }
}

static GtkWidget *
make_row (const WhComparisonRow *row,
          guint                  i,
          const WhMention       *subject)
{
  const WhComparisonCell *cell = get_cell (row, i);
  GtkWidget              *widget = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (widget), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), row->criterion);
  if (cell->value != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), cell->value);
  if (cell->stars > 0)
    adw_action_row_add_suffix (ADW_ACTION_ROW (widget), make_stars (cell->stars, row->criterion, subject));
  else if (cell->value == NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (widget), make_text (NOTHING));

  return widget;
}

static void
fill_groups (WhComparisonTable  *self,
             const WhComparison *comparison)
{
  for (guint i = 0; i < comparison->subjects->len; i++)
    {
      const WhMention *subject = g_ptr_array_index (comparison->subjects, i);
      GtkListBox      *list;

      gtk_box_append (self->groups_box, make_subject (subject));
      list = wh_page_part_append_list (self->groups_box, subject->text);

      for (guint j = 0; j < comparison->rows->len; j++)
        gtk_list_box_append (list, make_row (g_ptr_array_index (comparison->rows, j), i, subject));
    }
}

static void
update_visible (WhComparisonTable *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->grid), !self->narrow && !self->crowded);
  gtk_widget_set_visible (GTK_WIDGET (self->groups_box), self->narrow || self->crowded);
}

static void
wh_comparison_table_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  WhComparisonTable *self = WH_COMPARISON_TABLE (object);

  switch ((WhComparisonTableProperty) prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wh_comparison_table_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  WhComparisonTable *self = WH_COMPARISON_TABLE (object);

  switch ((WhComparisonTableProperty) prop_id)
    {
    case PROP_NARROW:
      if (self->narrow == g_value_get_boolean (value))
        break;

      self->narrow = g_value_get_boolean (value);
      update_visible (self);
      g_object_notify_by_pspec (object, properties[PROP_NARROW]);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wh_comparison_table_class_init (WhComparisonTableClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = wh_comparison_table_get_property;
  object_class->set_property = wh_comparison_table_set_property;

  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL,
                          FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-comparison-table.ui");
  gtk_widget_class_bind_template_child (widget_class, WhComparisonTable, grid);
  gtk_widget_class_bind_template_child (widget_class, WhComparisonTable, groups_box);
}

static void
wh_comparison_table_init (WhComparisonTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * wh_comparison_table_new:
 *
 * Returns: (transfer floating): the table
 */
GtkWidget *
wh_comparison_table_new (const WhComparison *comparison)
{
  WhComparisonTable *self;

  g_return_val_if_fail (comparison != NULL, NULL);

  self = g_object_new (WH_TYPE_COMPARISON_TABLE, NULL);
  self->crowded = comparison->subjects->len > MAX_COLUMNS;
  fill_grid (self, comparison);
  fill_groups (self, comparison);
  update_visible (self);

  return GTK_WIDGET (self);
}
