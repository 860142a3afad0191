/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-content-label.h"
#include "wh-learnt-button.h"
#include "wh-topic-row.h"
#include "wh-words.h"

/**
 * WhTopicRow:
 *
 * A topic of a guide: what it is, whether it is learnt or in the plan. Activating it
 * opens the library that it is; a topic that is none it ticks, for there is nothing
 * to open. Space ticks both.
 */
struct _WhTopicRow
{
  AdwPreferencesRow parent_instance;

  WhLearntButton *learnt_button;
  GtkLabel       *title_label;
  GtkLabel       *emphasis_label;
  GtkLabel       *note_label;
  GtkLabel       *status_label;
  GtkWidget      *add_button;
  GtkWidget      *arrow;

  char    *key;
  char    *learnt_key;
  WhStatus status;
};

G_DEFINE_FINAL_TYPE (WhTopicRow, wh_topic_row, ADW_TYPE_PREFERENCES_ROW)

static void
ticked_cb (WhTopicRow *self,
           gboolean    learnt)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.set-learnt", "(sb)", self->learnt_key, learnt);
}

static void
toggle_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  wh_topic_row_toggle_learnt (WH_TOPIC_ROW (widget));
}

static void
add_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  wh_topic_row_add_to_plan (WH_TOPIC_ROW (widget));
}

static void
wh_topic_row_finalize (GObject *object)
{
  WhTopicRow *self = WH_TOPIC_ROW (object);

  g_free (self->key);
  g_free (self->learnt_key);

  G_OBJECT_CLASS (wh_topic_row_parent_class)->finalize (object);
}

static void
wh_topic_row_class_init (WhTopicRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WH_TYPE_LEARNT_BUTTON);

  object_class->finalize = wh_topic_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/wh-topic-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WhTopicRow, learnt_button);
  gtk_widget_class_bind_template_child (widget_class, WhTopicRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, WhTopicRow, emphasis_label);
  gtk_widget_class_bind_template_child (widget_class, WhTopicRow, note_label);
  gtk_widget_class_bind_template_child (widget_class, WhTopicRow, status_label);
  gtk_widget_class_bind_template_child (widget_class, WhTopicRow, add_button);
  gtk_widget_class_bind_template_child (widget_class, WhTopicRow, arrow);
  gtk_widget_class_bind_template_callback (widget_class, ticked_cb);

  gtk_widget_class_install_action (widget_class, "topic.toggle", NULL, toggle_cb);
  gtk_widget_class_install_action (widget_class, "topic.add", NULL, add_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "topic.toggle", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Space, 0, "topic.toggle", NULL);
}

static void
wh_topic_row_init (WhTopicRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_activation (WhTopicRow *self,
                const char *library)
{
  gtk_widget_set_visible (self->arrow, library != NULL);

  if (library != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", library);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), library != NULL ? "win.open-library" : "topic.toggle");
}

/**
 * wh_topic_row_new:
 * @node: a node without children
 * @emphasis: (nullable): the word for its emphasis
 * @language: the language of the contents
 *
 * Returns: (transfer floating): the row, without a state
 */
GtkWidget *
wh_topic_row_new (const WhGuideNode *node,
                  const char        *emphasis,
                  const char        *language)
{
  WhTopicRow *self;

  g_return_val_if_fail (node != NULL && language != NULL, NULL);

  self = g_object_new (WH_TYPE_TOPIC_ROW, NULL);
  self->key = g_strdup (node->key);
  self->learnt_key = g_strdup (wh_guide_node_get_learnt_key (node));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), node->title);
  wh_content_label_set (self->title_label, node->title, language);
  wh_content_label_set (self->emphasis_label, emphasis, language);
  wh_content_label_set (self->note_label, node->note, language);
  set_activation (self, node->library);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, node->title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->learnt_button), GTK_ACCESSIBLE_PROPERTY_LABEL, node->title, -1);

  return GTK_WIDGET (self);
}

/* Returns: the key of the node */
const char *
wh_topic_row_get_key (WhTopicRow *self)
{
  g_return_val_if_fail (WH_IS_TOPIC_ROW (self), NULL);

  return self->key;
}

/* A screen reader reads the row out with what it says of itself. */
static void
update_description (WhTopicRow *self,
                    const char *status)
{
  const char      *note = gtk_label_get_text (self->note_label);
  g_autofree char *description = g_strjoin (*note != '\0' && *status != '\0' ? ", " : "", note, status, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

/**
 * wh_topic_row_set_state:
 * @planned: whether it is in the plan
 *
 * Shows what the user has on the topic.
 */
void
wh_topic_row_set_state (WhTopicRow *self,
                        WhStatus    status,
                        gboolean    planned)
{
  const char *word = wh_words_get_status (status, planned);

  g_return_if_fail (WH_IS_TOPIC_ROW (self));

  self->status = status;
  gtk_label_set_label (self->status_label, word != NULL ? word : "");
  gtk_widget_set_css_classes (GTK_WIDGET (self->status_label),
                              (const char *[]) { "caption", wh_words_get_status_class (status), NULL });
  gtk_widget_set_visible (GTK_WIDGET (self->status_label), word != NULL);
  gtk_widget_set_visible (self->add_button, !planned);
  wh_learnt_button_set_learnt (self->learnt_button, status == WH_STATUS_LEARNT);
  update_description (self, word != NULL ? word : "");
}

/* Does what pressing the circle does. */
void
wh_topic_row_toggle_learnt (WhTopicRow *self)
{
  g_return_if_fail (WH_IS_TOPIC_ROW (self));

  ticked_cb (self, self->status != WH_STATUS_LEARNT);
}

/* Does what pressing the plus does. */
void
wh_topic_row_add_to_plan (WhTopicRow *self)
{
  const char *keys[] = { self->learnt_key, NULL };

  g_return_if_fail (WH_IS_TOPIC_ROW (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.add-to-plan", "^as", keys);
}
