/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wh-library-facts.h"
#include "wh-library-link.h"
#include "wh-star-rating.h"

static AdwPreferencesGroup *
append_group (GtkBox     *box,
              const char *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char     *markup = g_markup_escape_text (title, -1);

  adw_preferences_group_set_title (group, markup);
  gtk_box_append (box, GTK_WIDGET (group));

  return group;
}

/* Texts of the catalogue are text: no markup in them, and none is cut off. */
static AdwActionRow *
append_row (AdwPreferencesGroup *group,
            const char          *title,
            const char          *subtitle)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle);
  adw_preferences_group_add (group, GTK_WIDGET (row));

  return row;
}

static char *
dup_source_title (WhCatalogue *catalogue,
                  const char  *source)
{
  return wh_catalogue_dup_name (catalogue, WH_FACET_SOURCE, source);
}

/* "kind/stdlib" and the like, in the language of the contents. */
static char *
dup_word (WhCatalogue *catalogue,
          const char  *vocabulary,
          const char  *key)
{
  g_autofree char *word = g_strdup_printf ("%s/%s", vocabulary, key);

  return wh_catalogue_dup_word (catalogue, word);
}

static void
append_ratings (GtkBox          *box,
                WhCatalogue     *catalogue,
                const GPtrArray *ratings)
{
  AdwPreferencesGroup *group;

  if (ratings->len == 0)
    return;

  group = append_group (box, _ ("Ratings"));

  for (guint i = 0; i < ratings->len; i++)
    {
      const WhRating  *rating = g_ptr_array_index (ratings, i);
      g_autofree char *source = dup_source_title (catalogue, rating->source);
      g_autofree char *subtitle = NULL;
      GtkWidget       *stars = wh_star_rating_new ();

      subtitle = rating->note != NULL ? g_strdup_printf ("%s\n%s", rating->note, source) : g_strdup (source);
      wh_star_rating_set_value (WH_STAR_RATING (stars), rating->stars);
      gtk_widget_set_valign (stars, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (append_row (group, rating->measure_name, subtitle), stars);
    }
}

/* "or Django · Survey of Python libraries" */
static char *
dup_priority_subtitle (WhCatalogue          *catalogue,
                       const WhRolePriority *priority)
{
  g_autofree char *source = dup_source_title (catalogue, priority->source);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *others = NULL;
  g_autofree char *either = NULL;

  for (guint i = 0; priority->alternatives[i] != NULL; i++)
    {
      g_autoptr (WhLibrary) other = wh_catalogue_dup_library_by_key (catalogue, priority->alternatives[i], NULL);

      if (other != NULL)
        g_ptr_array_add (names, g_strdup (wh_library_get_name (other)));
    }

  if (names->len == 0)
    return g_steal_pointer (&source);

  g_ptr_array_add (names, NULL);
  others = g_strjoinv (" / ", (GStrv) names->pdata);
  /* Translators: of two libraries either will do; %s is the other one */
  either = g_strdup_printf (_ ("or %s"), others);

  return g_strdup_printf ("%s · %s", either, source);
}

static void
append_priorities (GtkBox          *box,
                   WhCatalogue     *catalogue,
                   const GPtrArray *priorities)
{
  AdwPreferencesGroup *group;

  if (priorities->len == 0)
    return;

  group = append_group (box, _ ("Priority by Role"));

  for (guint i = 0; i < priorities->len; i++)
    {
      const WhRolePriority *priority = g_ptr_array_index (priorities, i);
      g_autofree char      *subtitle = dup_priority_subtitle (catalogue, priority);
      g_autofree char      *title = NULL;
      AdwActionRow         *row = append_row (group, priority->role_name, subtitle);

      title = wh_catalogue_dup_title (catalogue, WH_FACET_PRIORITY, wh_priority_to_key (priority->priority));
      adw_action_row_add_suffix (row, gtk_label_new (title));
      adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", priority->role);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-role");
    }
}

static const char *
get_statement_icon (const char *kind)
{
  static const struct
  {
    const char *kind;
    const char *icon;
  } icons[] = {
    { "strength", "list-add-symbolic" },
    { "weakness", "list-remove-symbolic" },
    { "suits", "avatar-default-symbolic" },
    { "badge", "starred-symbolic" },
    { "claim", "user-available-symbolic" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    {
      if (g_str_equal (kind, icons[i].kind))
        return icons[i].icon;
    }

  return "format-justify-left-symbolic";
}

/* What holds today of a doubtful or outdated statement stands beside it, and how that was checked. */
static char *
dup_statement_subtitle (WhCatalogue       *catalogue,
                        const WhStatement *statement)
{
  g_autoptr (GString) subtitle = g_string_new_take (dup_word (catalogue, "statement", statement->kind));

  if (statement->flag != NULL)
    {
      g_autofree char *flag = dup_word (catalogue, "flag", statement->flag);

      g_string_append_printf (subtitle, " · %s", flag);
    }

  if (statement->flag_text != NULL)
    g_string_append_printf (subtitle, "\n%s", statement->flag_text);

  if (statement->flag_checked != NULL)
    {
      g_string_append_c (subtitle, '\n');
      g_string_append_printf (subtitle, _ ("How it was checked: %s"), statement->flag_checked);
    }

  return g_string_free_and_steal (g_steal_pointer (&subtitle));
}

static void
append_statement (AdwPreferencesGroup *group,
                  WhCatalogue         *catalogue,
                  const WhStatement   *statement)
{
  g_autofree char *subtitle = dup_statement_subtitle (catalogue, statement);
  AdwActionRow    *row = append_row (group, statement->text, subtitle);
  GtkWidget       *icon = gtk_image_new_from_icon_name (get_statement_icon (statement->kind));

  gtk_widget_add_css_class (icon, statement->kind);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  adw_action_row_add_prefix (row, icon);

  if (statement->flag != NULL)
    {
      GtkWidget       *warning = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
      g_autofree char *flag = dup_word (catalogue, "flag", statement->flag);

      gtk_widget_add_css_class (warning, "warning");
      gtk_widget_set_tooltip_text (warning, flag);
      gtk_accessible_update_property (GTK_ACCESSIBLE (warning), GTK_ACCESSIBLE_PROPERTY_LABEL, flag, -1);
      adw_action_row_add_suffix (row, warning);
    }
}

/* One group a source, in the order in which the sources come up. */
static void
append_statements (GtkBox          *box,
                   WhCatalogue     *catalogue,
                   const GPtrArray *statements)
{
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < statements->len; i++)
    {
      const WhStatement   *statement = g_ptr_array_index (statements, i);
      AdwPreferencesGroup *group = g_hash_table_lookup (groups, statement->source);

      if (group == NULL)
        {
          g_autofree char *title = dup_source_title (catalogue, statement->source);

          group = append_group (box, title);
          g_hash_table_insert (groups, statement->source, group);
        }

      append_statement (group, catalogue, statement);
    }
}

static void
append_rankings (GtkBox          *box,
                 const GPtrArray *rankings)
{
  AdwPreferencesGroup *group;

  if (rankings->len == 0)
    return;

  group = append_group (box, _ ("Rankings"));

  for (guint i = 0; i < rankings->len; i++)
    {
      const WhLibraryRanking *ranking = g_ptr_array_index (rankings, i);
      g_autofree char        *place = NULL;
      GtkWidget              *label;

      /* Translators: place 2 of a ranking with 10 places */
      place = g_strdup_printf (_ ("%u of %u"), ranking->place, ranking->of);
      label = gtk_label_new (place);
      gtk_widget_add_css_class (label, "numeric");
      gtk_widget_add_css_class (label, "heading");
      adw_action_row_add_suffix (append_row (group, ranking->title, ranking->reason), label);
    }
}

static void
append_orders (GtkBox          *box,
               WhCatalogue     *catalogue,
               const GPtrArray *orders)
{
  AdwPreferencesGroup *group;

  if (orders->len == 0)
    return;

  group = append_group (box, _ ("Learning Orders"));

  for (guint i = 0; i < orders->len; i++)
    {
      const WhLibraryOrder *order = g_ptr_array_index (orders, i);
      g_autofree char      *title = g_strdup_printf ("%s · %s", order->role_name, order->topic);
      g_autofree char      *step = NULL;
      AdwActionRow         *row = append_row (group, title, order->reason);

      /* Translators: step 2 of a learning order with 3 steps */
      step = g_strdup_printf (_ ("step %u of %u"), order->place, order->of);
      adw_action_row_add_suffix (row, gtk_label_new (step));
      adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", order->role);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-role");
    }
}

static void
append_relations (GtkBox          *box,
                  WhCatalogue     *catalogue,
                  const GPtrArray *relations)
{
  AdwPreferencesGroup *group;

  if (relations->len == 0)
    return;

  group = append_group (box, _ ("Related"));

  for (guint i = 0; i < relations->len; i++)
    {
      const WhRelation *relation = g_ptr_array_index (relations, i);
      g_autofree char  *kind = NULL;
      AdwActionRow     *row;
      GtkWidget        *link = wh_library_link_new (relation->key, relation->name);

      kind = dup_word (catalogue, relation->reverse ? "relation-reverse" : "relation", relation->kind);
      row = append_row (group, kind, relation->note != NULL ? relation->note : "");
      gtk_widget_set_valign (link, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (row, link);
    }
}

static void
append_names (GtkBox                 *box,
              const WhLibraryDetails *details)
{
  AdwPreferencesGroup *group;
  g_autofree char     *aliases = wh_library_details_dup_other_names (details);
  g_autofree char     *imports = g_strjoinv (", ", details->imports);

  if (*aliases == '\0' && *imports == '\0' && details->requirement == NULL)
    return;

  group = append_group (box, _ ("Good to Know"));

  if (*aliases != '\0')
    adw_action_row_set_subtitle_selectable (append_row (group, _ ("Also Called"), aliases), TRUE);

  if (*imports != '\0')
    adw_action_row_set_subtitle_selectable (append_row (group, _ ("Imported As"), imports), TRUE);

  if (details->requirement != NULL)
    append_row (group, _ ("Requires"), details->requirement);
}

/**
 * wh_library_facts_append:
 * @box: where the groups go, the weightiest first
 * @details: of a library of @catalogue
 *
 * Builds what the page of a library shows of what the sources say of it. What
 * is absent takes no room.
 */
void
wh_library_facts_append (GtkBox                 *box,
                         WhCatalogue            *catalogue,
                         const WhLibraryDetails *details)
{
  g_return_if_fail (GTK_IS_BOX (box));
  g_return_if_fail (WH_IS_CATALOGUE (catalogue));
  g_return_if_fail (details != NULL);

  append_ratings (box, catalogue, details->ratings);
  append_priorities (box, catalogue, details->priorities);
  append_statements (box, catalogue, details->statements);
  append_rankings (box, details->rankings);
  append_orders (box, catalogue, details->orders);
  append_relations (box, catalogue, details->relations);
  append_names (box, details);
}
