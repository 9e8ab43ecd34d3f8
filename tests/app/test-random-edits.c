/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Thousands of edits by chance, with undo and redo between them, on a map that a canvas
 * shows: the file, the page and the accessible tree must agree all the way. The number of
 * edits is SSM_RANDOM_EDITS, and --seed repeats a run. */

#include "ssm-canvas.h"

#include <adwaita.h>

#include "random-edits.h"
#include "sample.h"
#include "ssm-area-name.h"
#include "ssm-block.h"
#include "ssm-map-page.h"
#include "ssm-xml-read.h"
#include "ssm-xml-write.h"

#define EDITS 2000

/* Pages, files and names are compared each time that so many edits were made. */
#define STRIDE 20

typedef struct
{
  SsmDocument *document;
  SsmSelection *selection;
  GtkWidget *window;
  SsmCanvas *canvas;
} Scene;

static SsmMap *
map_of (Scene *scene)
{
  return ssm_document_get_map (scene->document);
}

/* The file gives this map again, and the same bytes. */
static void
assert_file_agrees (SsmMap *map)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ssm_xml_write_checked (map, &error);
  g_autoptr (SsmMap) again = NULL;
  g_autoptr (GBytes) twice = NULL;

  g_assert_no_error (error);
  again = ssm_xml_read (bytes, "random", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ssm_part_equal (map, again));
  twice = ssm_xml_write (again, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, twice));
}

static gpointer
dump_afresh (gpointer map)
{
  g_autoptr (SsmPage) page = ssm_map_page_new (map, NULL);

  return ssm_page_dump (page);
}

/* What the canvas shows after all those edits is what a program that has just started
 * lays out: a thread of its own remembers no measured text. */
static void
assert_page_agrees (Scene *scene)
{
  g_autofree char *shown = ssm_page_dump (ssm_canvas_get_page (scene->canvas));
  g_autofree char *afresh
    = g_thread_join (g_thread_new ("page", dump_afresh, map_of (scene)));

  g_assert_cmpstr (shown, ==, afresh);
}

/* Blocks below @widget stand as the areas do and are called what they show; returns the
 * index behind them. */
static guint
assert_blocks (Scene *scene, const SsmMapIndex *map, GtkWidget *widget, guint index)
{
  SsmPage *page = ssm_canvas_get_page (scene->canvas);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      g_autofree char *name = NULL;

      if (!SSM_IS_BLOCK (child))
        continue;
      g_assert_cmpuint (ssm_block_get_index (SSM_BLOCK (child)), ==, index);
      name = ssm_area_name (map, page, index);
      gtk_test_accessible_assert_property (child, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
      index = assert_blocks (scene, map, child, index + 1);
    }

  return index;
}

static void
assert_tree_agrees (Scene *scene)
{
  g_autoptr (SsmMapIndex) index = ssm_map_index_new (map_of (scene));

  g_assert_cmpuint (assert_blocks (scene, index, GTK_WIDGET (scene->canvas), 0), ==,
                    ssm_page_n_areas (ssm_canvas_get_page (scene->canvas)));
}

static void
assert_agreement (Scene *scene)
{
  assert_file_agrees (map_of (scene));
  assert_page_agrees (scene);
  assert_tree_agrees (scene);
}

static void
set_up (Scene *scene)
{
  g_autoptr (SsmMap) map = sample_map_new ();

  scene->document = ssm_document_new (map);
  scene->selection = ssm_selection_new ();
  scene->window = gtk_window_new ();
  scene->canvas = SSM_CANVAS (ssm_canvas_new (scene->document, scene->selection));
  gtk_window_set_child (GTK_WINDOW (scene->window), GTK_WIDGET (scene->canvas));
  gtk_window_set_default_size (GTK_WINDOW (scene->window), 1200, 800);
  gtk_window_present (GTK_WINDOW (scene->window));
}

static void
tear_down (Scene *scene)
{
  g_object_ref (scene->canvas);
  gtk_window_destroy (GTK_WINDOW (scene->window));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (scene->canvas);
  ssm_document_discard_draft (scene->document);
  g_assert_finalize_object (scene->document);
  g_assert_finalize_object (scene->selection);
}

/* One thing that a person does next: mostly an edit, at times undo or redo. */
static void
step (Scene *scene, GRand *random)
{
  int what = g_rand_int_range (random, 0, 10);
  g_autoptr (SsmCommand) command = NULL;

  if (what == 0)
    ssm_document_undo (scene->document);
  else if (what == 1)
    ssm_document_redo (scene->document);
  else
    {
      command = random_edit (map_of (scene), random);
      ssm_document_apply (scene->document, ssm_part_ref (command->map), command->label, NULL);
      if (command->select.id != NULL)
        ssm_selection_select (scene->selection, command->select.id, command->select.field,
                              command->select.list);
    }
}

/* Forth to the last step, back to the first that is remembered and forth again: the very
 * same values. */
static void
assert_history_holds (Scene *scene)
{
  SsmMap *last, *first;

  while (ssm_document_redo (scene->document) != NULL)
    continue;
  last = map_of (scene);
  while (ssm_document_undo (scene->document) != NULL)
    continue;
  first = map_of (scene);
  while (ssm_document_redo (scene->document) != NULL)
    continue;
  g_assert_true (map_of (scene) == last);
  while (ssm_document_undo (scene->document) != NULL)
    continue;
  g_assert_true (map_of (scene) == first);
}

static void
test_agreement (void)
{
  const char *wanted = g_getenv ("SSM_RANDOM_EDITS");
  guint n = wanted != NULL ? (guint) g_ascii_strtoull (wanted, NULL, 10) : EDITS;
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  Scene scene;

  set_up (&scene);
  for (guint i = 1; i <= n; i++)
    {
      step (&scene, random);
      if (i % STRIDE == 0)
        {
          assert_agreement (&scene);
          while (g_main_context_iteration (NULL, FALSE))
            continue;
        }
    }
  assert_agreement (&scene);
  assert_history_holds (&scene);
  assert_agreement (&scene);
  tear_down (&scene);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("test-random-edits-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_STATE_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  adw_init ();
  g_test_add_func ("/app/random-edits/agree", test_agreement);
  return g_test_run ();
}
