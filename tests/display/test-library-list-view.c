/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "generate-catalogue.h"
#include "wh-library-list.h"
#include "wh-paced-list.h"

/* What a list view may ask for after a keystroke, however long the list is. */
#define MOST_ITEMS_READ 600

#define FEW 300
#define MANY 100000

/* The paced list as a view has it, counting what the view asks of it. */
#define TEST_TYPE_VIEW_MODEL (test_view_model_get_type ())
G_DECLARE_FINAL_TYPE (TestViewModel, test_view_model, TEST, VIEW_MODEL, WhPacedList)

struct _TestViewModel
{
  WhPacedList parent_instance;

  guint n_read;
};

static void list_model_iface_init (GListModelInterface *iface);
static void section_model_iface_init (GtkSectionModelInterface *iface);

static GListModelInterface *parent_list_model;

G_DEFINE_FINAL_TYPE_WITH_CODE (TestViewModel, test_view_model, WH_TYPE_PACED_LIST, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init) G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_iface_init))

static gpointer
test_view_model_get_item (GListModel *model,
                          guint       position)
{
  TEST_VIEW_MODEL (model)->n_read++;

  return parent_list_model->get_item (model, position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  parent_list_model = g_type_interface_peek_parent (iface);
  iface->get_item = test_view_model_get_item;
}

static void
test_view_model_get_section (GtkSectionModel *model,
                             guint            position,
                             guint           *start,
                             guint           *end)
{
  wh_paced_list_get_section (WH_PACED_LIST (model), position, start, end);
}

static void
section_model_iface_init (GtkSectionModelInterface *iface)
{
  iface->get_section = test_view_model_get_section;
}

static void
test_view_model_class_init (TestViewModelClass *klass)
{
}

static void
test_view_model_init (TestViewModel *self)
{
  g_signal_connect (self, "sections-changed", G_CALLBACK (gtk_section_model_sections_changed), NULL);
}

/* Made once: a hundred thousand libraries take seconds. */
static char *few_path;
static char *many_path;

typedef struct
{
  WhCatalogue   *catalogue;
  WhLibraryList *list;
  TestViewModel *model;
  GtkWidget     *window;
  GtkWidget     *view;
  GPtrArray     *headers; /* GtkListHeader, those that are in use */
} Fixture;

static void
get_library_section (GListModel *model,
                     guint       position,
                     guint      *start,
                     guint      *end)
{
  wh_library_list_get_section (WH_LIBRARY_LIST (model), position, start, end);
}

static void
setup_row_cb (GtkListItemFactory *factory,
              GtkListItem        *item)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
bind_row_cb (GtkListItemFactory *factory,
             GtkListItem        *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       wh_library_get_name (gtk_list_item_get_item (item)));
}

static void
setup_header_cb (GtkListItemFactory *factory,
                 GtkListHeader      *header)
{
  gtk_list_header_set_child (header, gtk_label_new ("Heading"));
}

static void
bind_header_cb (GtkListItemFactory *factory,
                GtkListHeader      *header,
                Fixture            *fixture)
{
  g_ptr_array_add (fixture->headers, header);
}

static void
unbind_header_cb (GtkListItemFactory *factory,
                  GtkListHeader      *header,
                  Fixture            *fixture)
{
  g_ptr_array_remove (fixture->headers, header);
}

static GtkWidget *
make_view (Fixture *fixture)
{
  GtkListItemFactory *rows = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) headers = gtk_signal_list_item_factory_new ();
  GtkWidget *view;

  g_signal_connect (rows, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (rows, "bind", G_CALLBACK (bind_row_cb), NULL);
  g_signal_connect (headers, "setup", G_CALLBACK (setup_header_cb), NULL);
  g_signal_connect (headers, "bind", G_CALLBACK (bind_header_cb), fixture);
  g_signal_connect (headers, "unbind", G_CALLBACK (unbind_header_cb), fixture);

  view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (fixture->model)))), rows);
  gtk_list_view_set_header_factory (GTK_LIST_VIEW (view), headers);

  return view;
}

static gboolean
is_busy (Fixture *fixture)
{
  return wh_library_list_get_loading (fixture->list) ||
         !wh_paced_list_is_complete (WH_PACED_LIST (fixture->model));
}

static gboolean
enough_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Until everything is shown, and some frames more. */
static void
settle (Fixture *fixture)
{
  gboolean enough = FALSE;

  while (is_busy (fixture))
    g_main_context_iteration (NULL, TRUE);

  g_timeout_add (120, enough_cb, &enough);
  while (!enough)
    g_main_context_iteration (NULL, TRUE);
}

static void
fixture_set_up (Fixture      *fixture,
                gconstpointer path)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  g_autoptr (GError) error = NULL;

  fixture->catalogue = wh_catalogue_new (wh_database_open (*(char *const *) path, WH_DATABASE_READ_WRITE, &error), "en");
  g_assert_true (wh_catalogue_load (fixture->catalogue, &error));
  g_assert_no_error (error);

  fixture->headers = g_ptr_array_new ();
  fixture->list = wh_library_list_new (fixture->catalogue);
  fixture->model = g_object_new (TEST_TYPE_VIEW_MODEL, NULL);
  wh_paced_list_set_section_func (WH_PACED_LIST (fixture->model), get_library_section);
  wh_paced_list_set_model (WH_PACED_LIST (fixture->model), G_LIST_MODEL (fixture->list));

  fixture->view = make_view (fixture);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 600);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), fixture->view);
  gtk_window_set_child (GTK_WINDOW (fixture->window), scrolled);
  gtk_window_present (GTK_WINDOW (fixture->window));

  settle (fixture);
}

static void
fixture_tear_down (Fixture      *fixture,
                   gconstpointer user_data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle (fixture);
  g_assert_finalize_object (fixture->model);
  g_assert_finalize_object (fixture->list);
  g_assert_finalize_object (fixture->catalogue);
  g_ptr_array_unref (fixture->headers);
}

/* Returns what the view asked for until it was at rest. */
static guint
ask (Fixture    *fixture,
     const char *text,
     const char *role,
     WhSort      sort)
{
  g_autoptr (WhLibraryQuery) query = wh_library_query_new ();

  wh_library_query_set_text (query, text);
  wh_library_query_set_sort (query, sort, FALSE);
  if (role != NULL)
    wh_library_query_toggle_value (query, WH_FACET_ROLE, role);

  fixture->model->n_read = 0;
  wh_library_list_set_query (fixture->list, query);
  settle (fixture);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==,
                    g_list_model_get_n_items (G_LIST_MODEL (fixture->list)));
  return fixture->model->n_read;
}

static void
test_view_keystrokes (Fixture      *fixture,
                      gconstpointer user_data)
{
  static const char *const texts[] = { "d", "dj", "djan", "django r", "d", "", "异", "异步", "a", "data", "", "zzzz", "" };
  guint                    most = 0;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      guint n_read = ask (fixture, texts[i], NULL, WH_SORT_DEFAULT);

      g_test_message ("“%s”: %u rows, %u read", texts[i],
                      g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), n_read);
      g_assert_cmpuint (n_read, <=, MOST_ITEMS_READ);
      most = MAX (most, n_read);
    }

  g_test_message ("At most %u items read", most);
}

static void
test_view_orders_and_filters (Fixture      *fixture,
                              gconstpointer user_data)
{
  g_assert_cmpuint (ask (fixture, "", NULL, WH_SORT_NAME), <=, MOST_ITEMS_READ);
  g_assert_cmpuint (ask (fixture, "", NULL, WH_SORT_STARS), <=, MOST_ITEMS_READ);
  g_assert_cmpuint (ask (fixture, "", "backend", WH_SORT_DEFAULT), <=, MOST_ITEMS_READ);
  g_assert_cmpuint (ask (fixture, "", NULL, WH_SORT_DEFAULT), <=, MOST_ITEMS_READ);
}

static int
compare_headers (gconstpointer a,
                 gconstpointer b)
{
  guint start_a = gtk_list_header_get_start (*(GtkListHeader *const *) a);
  guint start_b = gtk_list_header_get_start (*(GtkListHeader *const *) b);

  return (start_a > start_b) - (start_a < start_b);
}

/* The headings the view shows are those of the list, whole. */
static void
assert_headers (Fixture *fixture)
{
  guint expected_start = 0;

  g_ptr_array_sort (fixture->headers, compare_headers);
  g_assert_cmpuint (fixture->headers->len, >, 0);

  for (guint i = 0; i < fixture->headers->len; i++)
    {
      GtkListHeader *header = g_ptr_array_index (fixture->headers, i);
      guint          start, end;

      wh_library_list_get_section (fixture->list, gtk_list_header_get_start (header), &start, &end);
      g_assert_cmpuint (gtk_list_header_get_start (header), ==, start);
      g_assert_cmpuint (gtk_list_header_get_end (header), ==, end);
      g_assert_cmpuint (start, ==, expected_start);
      expected_start = end;
    }
}

static void
test_view_headers (Fixture      *fixture,
                   gconstpointer user_data)
{
  assert_headers (fixture);

  ask (fixture, "", "backend", WH_SORT_DEFAULT);
  g_assert_cmpuint (fixture->headers->len, ==, 3);
  assert_headers (fixture);

  ask (fixture, "", NULL, WH_SORT_DEFAULT);
  assert_headers (fixture);
}

static void
test_view_far_down (Fixture      *fixture,
                    gconstpointer user_data)
{
  guint last = g_list_model_get_n_items (G_LIST_MODEL (fixture->model)) - 1;

  fixture->model->n_read = 0;
  gtk_list_view_scroll_to (GTK_LIST_VIEW (fixture->view), last, GTK_LIST_SCROLL_NONE, NULL);
  settle (fixture);
  g_assert_cmpuint (fixture->model->n_read, <=, MOST_ITEMS_READ);
  g_assert_cmpuint (ask (fixture, "d", NULL, WH_SORT_DEFAULT), <=, MOST_ITEMS_READ);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = NULL;
  int              result;

  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  folder = g_dir_make_tmp ("wheelhouse-view-XXXXXX", NULL);
  few_path = g_build_filename (folder, "few.db", NULL);
  many_path = g_build_filename (folder, "many.db", NULL);
  test_generate_file (few_path, FEW, 3);
  test_generate_file (many_path, MANY, 3);

#define ADD(name, func)                                             \
  g_test_add ("/library-list-view/few/" name, Fixture, &few_path,   \
              fixture_set_up, func, fixture_tear_down);             \
  g_test_add ("/library-list-view/many/" name, Fixture, &many_path, \
              fixture_set_up, func, fixture_tear_down)
  ADD ("keystrokes", test_view_keystrokes);
  ADD ("orders-and-filters", test_view_orders_and_filters);
  ADD ("headers", test_view_headers);
  ADD ("far-down", test_view_far_down);
#undef ADD

  result = g_test_run ();

  g_remove (few_path);
  g_remove (many_path);
  g_rmdir (folder);
  g_free (few_path);
  g_free (many_path);

  return result;
}
