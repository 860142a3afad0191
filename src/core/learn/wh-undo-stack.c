/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-undo-stack.h"

/**
 * WhUndoStack:
 *
 * The edits of this session in the order they were made, to be undone and made
 * again one by one. It is bounded: what is older than %WH_UNDO_STACK_MAX steps
 * is forgotten.
 *
 * A step that cannot be taken because someone else changed the same thing
 * meanwhile is dropped with the refusal: it would be refused for ever and bar
 * the way to the ones before it.
 */
struct _WhUndoStack
{
  GObject parent_instance;

  WhCatalogue *catalogue;
  GPtrArray   *steps;  /* Step: first n_done done, then those undone */
  guint        n_done; /* steps[n_done - 1] is undone next */
};

typedef struct
{
  WhEdit *edit;
  char   *title;
} Step;

G_DEFINE_FINAL_TYPE (WhUndoStack, wh_undo_stack, G_TYPE_OBJECT)

typedef enum
{
  PROP_CAN_UNDO = 1,
  PROP_CAN_REDO,
  PROP_UNDO_TITLE,
  PROP_REDO_TITLE,
} WhUndoStackProperty;

static GParamSpec *properties[PROP_REDO_TITLE + 1];

static void
step_free (gpointer data)
{
  Step *step = data;

  wh_edit_unref (step->edit);
  g_free (step->title);
  g_free (step);
}

static void
notify_all (WhUndoStack *self)
{
  for (guint i = PROP_CAN_UNDO; i < G_N_ELEMENTS (properties); i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static void
drop_refused (WhUndoStack  *self,
              guint         position,
              const GError *error)
{
  if (!g_error_matches (error, WH_LEARN_ERROR, WH_LEARN_ERROR_CHANGED))
    return;

  g_ptr_array_remove_index (self->steps, position);
  self->n_done = MIN (self->n_done, position);
  notify_all (self);
}

static void
wh_undo_stack_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  WhUndoStack *self = WH_UNDO_STACK (object);

  switch ((WhUndoStackProperty) prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, wh_undo_stack_get_can_undo (self));
      break;

    case PROP_CAN_REDO:
      g_value_set_boolean (value, wh_undo_stack_get_can_redo (self));
      break;

    case PROP_UNDO_TITLE:
      g_value_set_string (value, wh_undo_stack_get_undo_title (self));
      break;

    case PROP_REDO_TITLE:
      g_value_set_string (value, wh_undo_stack_get_redo_title (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wh_undo_stack_dispose (GObject *object)
{
  WhUndoStack *self = WH_UNDO_STACK (object);

  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (wh_undo_stack_parent_class)->dispose (object);
}

static void
wh_undo_stack_finalize (GObject *object)
{
  WhUndoStack *self = WH_UNDO_STACK (object);

  g_clear_pointer (&self->steps, g_ptr_array_unref);

  G_OBJECT_CLASS (wh_undo_stack_parent_class)->finalize (object);
}

static void
wh_undo_stack_class_init (WhUndoStackClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = wh_undo_stack_get_property;
  object_class->dispose = wh_undo_stack_dispose;
  object_class->finalize = wh_undo_stack_finalize;

  properties[PROP_CAN_UNDO] =
    g_param_spec_boolean ("can-undo", NULL, NULL,
                          FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_CAN_REDO] =
    g_param_spec_boolean ("can-redo", NULL, NULL,
                          FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_UNDO_TITLE] =
    g_param_spec_string ("undo-title", NULL, NULL,
                         NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_REDO_TITLE] =
    g_param_spec_string ("redo-title", NULL, NULL,
                         NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
wh_undo_stack_init (WhUndoStack *self)
{
  self->steps = g_ptr_array_new_with_free_func (step_free);
}

WhUndoStack *
wh_undo_stack_new (WhCatalogue *catalogue)
{
  WhUndoStack *self;

  g_return_val_if_fail (WH_IS_CATALOGUE (catalogue), NULL);

  self = g_object_new (WH_TYPE_UNDO_STACK, NULL);
  self->catalogue = g_object_ref (catalogue);

  return self;
}

/**
 * wh_undo_stack_push:
 * @edit: an edit that has been made; an empty one is left out
 * @title: what it did, in words for the user
 *
 * Puts @edit on top; what was undone before can no longer be made again.
 */
void
wh_undo_stack_push (WhUndoStack *self,
                    WhEdit      *edit,
                    const char  *title)
{
  Step *step;

  g_return_if_fail (WH_IS_UNDO_STACK (self));
  g_return_if_fail (edit != NULL);

  if (wh_edit_is_empty (edit))
    return;

  g_ptr_array_set_size (self->steps, self->n_done);

  step = g_new0 (Step, 1);
  step->edit = wh_edit_ref (edit);
  step->title = g_strdup (title);
  g_ptr_array_add (self->steps, step);

  if (self->steps->len > WH_UNDO_STACK_MAX)
    g_ptr_array_remove_index (self->steps, 0);

  self->n_done = self->steps->len;
  notify_all (self);
}

/**
 * wh_undo_stack_undo:
 *
 * Undoes the last edit. Fails as wh_edit_undo() does; there must be one.
 */
gboolean
wh_undo_stack_undo (WhUndoStack *self,
                    GError     **error)
{
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (WH_IS_UNDO_STACK (self), FALSE);
  g_return_val_if_fail (wh_undo_stack_get_can_undo (self), FALSE);

  wh_edit_undo (wh_undo_stack_get_undo_edit (self), self->catalogue, &local_error);
  wh_undo_stack_take_undo (self, local_error);

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * wh_undo_stack_redo:
 *
 * Makes the edit that was undone last again. Fails as wh_edit_redo() does; there
 * must be one.
 */
gboolean
wh_undo_stack_redo (WhUndoStack *self,
                    GError     **error)
{
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (WH_IS_UNDO_STACK (self), FALSE);
  g_return_val_if_fail (wh_undo_stack_get_can_redo (self), FALSE);

  wh_edit_redo (wh_undo_stack_get_redo_edit (self), self->catalogue, &local_error);
  wh_undo_stack_take_redo (self, local_error);

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * wh_undo_stack_get_undo_edit:
 *
 * Returns: (transfer none) (nullable): what undo would undo
 */
WhEdit *
wh_undo_stack_get_undo_edit (WhUndoStack *self)
{
  g_return_val_if_fail (WH_IS_UNDO_STACK (self), NULL);

  return self->n_done > 0 ? ((Step *) g_ptr_array_index (self->steps, self->n_done - 1))->edit : NULL;
}

/**
 * wh_undo_stack_get_redo_edit:
 *
 * Returns: (transfer none) (nullable): what redo would make again
 */
WhEdit *
wh_undo_stack_get_redo_edit (WhUndoStack *self)
{
  g_return_val_if_fail (WH_IS_UNDO_STACK (self), NULL);

  return self->n_done < self->steps->len ? ((Step *) g_ptr_array_index (self->steps, self->n_done))->edit : NULL;
}

/**
 * wh_undo_stack_take_undo:
 * @error: (nullable): why the edit could not be undone
 *
 * Takes note of what a [class@Wh.EditJob] did with wh_undo_stack_get_undo_edit().
 */
void
wh_undo_stack_take_undo (WhUndoStack  *self,
                         const GError *error)
{
  g_return_if_fail (WH_IS_UNDO_STACK (self));
  g_return_if_fail (wh_undo_stack_get_can_undo (self));

  if (error != NULL)
    {
      drop_refused (self, self->n_done - 1, error);
      return;
    }

  self->n_done--;
  notify_all (self);
}

/**
 * wh_undo_stack_take_redo:
 * @error: (nullable): why the edit could not be made again
 *
 * The same for wh_undo_stack_get_redo_edit().
 */
void
wh_undo_stack_take_redo (WhUndoStack  *self,
                         const GError *error)
{
  g_return_if_fail (WH_IS_UNDO_STACK (self));
  g_return_if_fail (wh_undo_stack_get_can_redo (self));

  if (error != NULL)
    {
      drop_refused (self, self->n_done, error);
      return;
    }

  self->n_done++;
  notify_all (self);
}

gboolean
wh_undo_stack_get_can_undo (WhUndoStack *self)
{
  g_return_val_if_fail (WH_IS_UNDO_STACK (self), FALSE);

  return self->n_done > 0;
}

gboolean
wh_undo_stack_get_can_redo (WhUndoStack *self)
{
  g_return_val_if_fail (WH_IS_UNDO_STACK (self), FALSE);

  return self->n_done < self->steps->len;
}

/* Returns: (nullable): what undo would undo */
const char *
wh_undo_stack_get_undo_title (WhUndoStack *self)
{
  g_return_val_if_fail (WH_IS_UNDO_STACK (self), NULL);

  if (self->n_done == 0)
    return NULL;

  return ((Step *) g_ptr_array_index (self->steps, self->n_done - 1))->title;
}

/* Returns: (nullable): what redo would make again */
const char *
wh_undo_stack_get_redo_title (WhUndoStack *self)
{
  g_return_val_if_fail (WH_IS_UNDO_STACK (self), NULL);

  if (self->n_done == self->steps->len)
    return NULL;

  return ((Step *) g_ptr_array_index (self->steps, self->n_done))->title;
}
