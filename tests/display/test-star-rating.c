/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "wh-star-rating.h"
#include "wh-stars.h"

#include "window-fixture.h"

typedef struct
{
  GtkWidget    *window;
  WhStarRating *rating;
  guint         n_notified;
  guint         n_rated;
  guint         last_rated;
} Fixture;

static void
notified_cb (Fixture *fixture)
{
  fixture->n_notified++;
}

static void
rated_cb (Fixture *fixture,
          guint    value)
{
  fixture->n_rated++;
  fixture->last_rated = value;
}

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  GtkWidget *rating = wh_star_rating_new ();

  gtk_widget_set_halign (rating, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (rating, GTK_ALIGN_CENTER);
  wh_star_rating_set_editable (WH_STAR_RATING (rating), TRUE);

  fixture->rating = WH_STAR_RATING (rating);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), rating);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);

  g_signal_connect_swapped (rating, "notify::value", G_CALLBACK (notified_cb), fixture);
  g_signal_connect_swapped (rating, "rated", G_CALLBACK (rated_cb), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->rating), (gpointer *) &fixture->rating);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (fixture->rating);
}

/* Lets go of the button over the place @x of the widget's width, from 0 to 1. */
static void
click (Fixture *fixture,
       double   x)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->rating));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "released", 1,
                               x * gtk_widget_get_width (GTK_WIDGET (fixture->rating)),
                               gtk_widget_get_height (GTK_WIDGET (fixture->rating)) / 2.0);
    }
}

static void
test_star_rating_notifies_only_changes (Fixture      *fixture,
                                        gconstpointer user_data)
{
  wh_star_rating_set_value (fixture->rating, 7);
  wh_star_rating_set_value (fixture->rating, 7);

  g_assert_cmpuint (fixture->n_notified, ==, 1);
  g_assert_cmpuint (fixture->n_rated, ==, 0);
}

static void
test_star_rating_speaks (Fixture      *fixture,
                         gconstpointer user_data)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (fixture->rating);

  gtk_test_accessible_assert_role (accessible, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 5.0);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "Not rated");

  wh_star_rating_set_value (fixture->rating, 9);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 4.5);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "4.5 of 5 stars");

  wh_star_rating_set_value (fixture->rating, 4);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "2 of 5 stars");
}

static void
test_star_rating_obeys_assistive_technology (Fixture      *fixture,
                                             gconstpointer user_data)
{
  GtkAccessibleRange          *range = GTK_ACCESSIBLE_RANGE (fixture->rating);
  GtkAccessibleRangeInterface *iface = GTK_ACCESSIBLE_RANGE_GET_IFACE (range);

  g_assert_true (iface->set_current_value (range, 3.5));
  g_assert_cmpuint (wh_star_rating_get_value (fixture->rating), ==, 7);
  g_assert_cmpuint (fixture->last_rated, ==, 7);

  wh_star_rating_set_editable (fixture->rating, FALSE);
  g_assert_false (iface->set_current_value (range, 1));
  g_assert_cmpuint (wh_star_rating_get_value (fixture->rating), ==, 7);
}

static void
test_star_rating_by_keyboard (Fixture      *fixture,
                              gconstpointer user_data)
{
  static const struct
  {
    guint key;
    guint value;
  } steps[] = {
    { GDK_KEY_Right, 1 },
    { GDK_KEY_Right, 2 },
    { GDK_KEY_Up, 3 },
    { GDK_KEY_Left, 2 },
    { GDK_KEY_Down, 1 },
    { GDK_KEY_End, 10 },
    { GDK_KEY_Right, 10 },
    { GDK_KEY_Home, 1 },
    { GDK_KEY_Delete, 0 },
    { GDK_KEY_Left, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_assert_true (press_key (GTK_WIDGET (fixture->rating), steps[i].key));
      g_assert_cmpuint (wh_star_rating_get_value (fixture->rating), ==, steps[i].value);
    }

  /* The two that changed nothing were not announced. */
  g_assert_cmpuint (fixture->n_rated, ==, G_N_ELEMENTS (steps) - 2);
}

static void
test_star_rating_is_mirrored (Fixture      *fixture,
                              gconstpointer user_data)
{
  gtk_widget_set_direction (GTK_WIDGET (fixture->rating), GTK_TEXT_DIR_RTL);

  press_key (GTK_WIDGET (fixture->rating), GDK_KEY_Left);
  g_assert_cmpuint (wh_star_rating_get_value (fixture->rating), ==, 1);

  press_key (GTK_WIDGET (fixture->rating), GDK_KEY_Up);
  g_assert_cmpuint (wh_star_rating_get_value (fixture->rating), ==, 2);

  click (fixture, 0.99);
  g_assert_cmpuint (wh_star_rating_get_value (fixture->rating), ==, 1);

  click (fixture, 0.01);
  g_assert_cmpuint (wh_star_rating_get_value (fixture->rating), ==, 10);
}

static void
test_star_rating_by_click (Fixture      *fixture,
                           gconstpointer user_data)
{
  gtk_test_widget_wait_for_draw (fixture->window);

  click (fixture, 0.99);
  g_assert_cmpuint (wh_star_rating_get_value (fixture->rating), ==, 10);

  click (fixture, 0.01);
  g_assert_cmpuint (wh_star_rating_get_value (fixture->rating), ==, 1);

  /* The middle of the third star. */
  click (fixture, 0.53);
  g_assert_cmpuint (wh_star_rating_get_value (fixture->rating), ==, 6);

  /* Once more takes it away. */
  click (fixture, 0.53);
  g_assert_cmpuint (wh_star_rating_get_value (fixture->rating), ==, 0);
  g_assert_cmpuint (fixture->n_rated, ==, 4);
}

/* Whether the widget keeps clicks, which then do not reach the row it stands in. */
static gboolean
takes_clicks (Fixture *fixture)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->rating));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        return gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_NONE;
    }

  return FALSE;
}

static void
test_star_rating_of_a_source_is_not_changed (Fixture      *fixture,
                                             gconstpointer user_data)
{
  g_assert_true (takes_clicks (fixture));
  wh_star_rating_set_value (fixture->rating, 8);
  wh_star_rating_set_editable (fixture->rating, FALSE);

  g_assert_false (takes_clicks (fixture));
  g_assert_false (press_key (GTK_WIDGET (fixture->rating), GDK_KEY_Right));
  g_assert_false (press_key (GTK_WIDGET (fixture->rating), GDK_KEY_Delete));
  click (fixture, 0.1);

  g_assert_cmpuint (wh_star_rating_get_value (fixture->rating), ==, 8);
  g_assert_cmpuint (fixture->n_rated, ==, 0);
  g_assert_false (gtk_widget_get_focusable (GTK_WIDGET (fixture->rating)));
}

static GskRenderNode *
draw (guint    halves,
      gboolean mirrored)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  wh_stars_snapshot (snapshot, &GRAPHENE_POINT_INIT (0, 0), 16, halves, &(GdkRGBA) { 0, 0, 1, 1 }, mirrored);

  return gtk_snapshot_free_to_node (snapshot);
}

/* Renders the stars and tells how opaque the pixel in the middle of a half star is. */
static guint8
get_alpha (Fixture *fixture,
           guint    halves,
           gboolean mirrored,
           guint    half)
{
  g_autoptr (GskRenderNode) node = draw (halves, mirrored);
  GskRenderer    *renderer = gtk_native_get_renderer (GTK_NATIVE (fixture->window));
  float           width = wh_stars_get_width (16);
  graphene_rect_t viewport = GRAPHENE_RECT_INIT (0, 0, ceilf (width), 16);
  g_autoptr (GdkTexture) texture = gsk_renderer_render_texture (renderer, node, &viewport);
  gsize              stride = (gsize) gdk_texture_get_width (texture) * 4;
  g_autofree guchar *data = g_malloc (stride * (gsize) gdk_texture_get_height (texture));
  float              x = (float) (half / 2) * (width - 16) / (WH_STARS_N - 1) + (half % 2 == 0 ? 6 : 10);

  gdk_texture_download (texture, data, stride);

  return data[8 * stride + (gsize) x * 4 + 3];
}

static void
test_stars_draw_halves (Fixture      *fixture,
                        gconstpointer user_data)
{
  for (guint halves = 0; halves <= WH_STARS_MAX; halves++)
    for (guint half = 0; half < WH_STARS_MAX; half++)
      {
        gboolean lit = half < halves;

        g_assert_cmpint (get_alpha (fixture, halves, FALSE, half) > 200, ==, lit);
        g_assert_cmpint (get_alpha (fixture, halves, TRUE, WH_STARS_MAX - 1 - half) > 200, ==, lit);
      }
}

static void
test_stars_tell_unrated_from_rated (void)
{
  g_autofree char *unrated = wh_stars_dup_text (0);
  g_autofree char *lowest = wh_stars_dup_text (1);
  g_autofree char *whole = wh_stars_dup_text (10);

  g_assert_cmpstr (unrated, ==, "Not rated");
  g_assert_cmpstr (lowest, ==, "0.5 of 5 stars");
  g_assert_cmpstr (whole, ==, "5 of 5 stars");
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/star-rating/notifies-only-changes", test_star_rating_notifies_only_changes);
  add ("/star-rating/speaks", test_star_rating_speaks);
  add ("/star-rating/obeys-assistive-technology", test_star_rating_obeys_assistive_technology);
  add ("/star-rating/by-keyboard", test_star_rating_by_keyboard);
  add ("/star-rating/is-mirrored", test_star_rating_is_mirrored);
  add ("/star-rating/by-click", test_star_rating_by_click);
  add ("/star-rating/of-a-source-is-not-changed", test_star_rating_of_a_source_is_not_changed);
  add ("/stars/draw-halves", test_stars_draw_halves);
  g_test_add_func ("/stars/tell-unrated-from-rated", test_stars_tell_unrated_from_rated);

  return g_test_run ();
}
