/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-canvas.h"

#include <adwaita.h>

#include "sample.h"
#include "ssm-block.h"
#include "ssm-commands.h"
#include "ssm-map-edit.h"

typedef struct
{
  SsmDocument *document;
  SsmSelection *selection;
  GtkWidget *window;
  SsmCanvas *canvas;
  char *toast;
} Fixture;

static void
toast_cb (SsmCanvas *canvas, const char *words, Fixture *fixture)
{
  g_free (fixture->toast);
  fixture->toast = g_strdup (words);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SsmMap) map = sample_map_new ();

  fixture->document = ssm_document_new (map);
  fixture->selection = ssm_selection_new ();
  fixture->window = gtk_window_new ();
  fixture->canvas
    = SSM_CANVAS (ssm_canvas_new (fixture->document, fixture->selection));
  g_signal_connect (fixture->canvas, "toast", G_CALLBACK (toast_cb), fixture);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->canvas));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 800);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->canvas);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (fixture->canvas);
  ssm_document_discard_draft (fixture->document);
  g_assert_finalize_object (fixture->document);
  g_assert_finalize_object (fixture->selection);
  g_free (fixture->toast);
}

static void
apply (Fixture *fixture, SsmMap *map)
{
  ssm_document_apply (fixture->document, map, "Edit", NULL);
}

static SsmMap *
map_of (Fixture *fixture)
{
  return ssm_document_get_map (fixture->document);
}

static void
assert_outline (Fixture *fixture, const char *expected)
{
  g_autofree char *outline = sample_outline (map_of (fixture));

  g_assert_cmpstr (outline, ==, expected);
}

static GtkWidget *
keyboard (Fixture *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (keyboard (fixture), action, NULL));
}

static void
select_part (Fixture *fixture, const char *id)
{
  ssm_selection_set_id (fixture->selection, id);
  g_assert_true (ssm_canvas_focus_selected (fixture->canvas));
}

static void
type (Fixture *fixture, const char *text)
{
  GtkTextBuffer *buffer;

  g_assert_true (GTK_IS_TEXT_VIEW (keyboard (fixture)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (keyboard (fixture)));
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, text, -1);
}

/* Blocks below @widget stand as the areas do, one by one; returns the index behind them. */
static guint
assert_blocks (const SsmPage *page, GtkWidget *widget, int parent, guint index)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!SSM_IS_BLOCK (child))
        continue;
      g_assert_cmpuint (ssm_block_get_index (SSM_BLOCK (child)), ==, index);
      g_assert_cmpint (ssm_page_area (page, index)->parent, ==, parent);
      index = assert_blocks (page, child, (int) index, index + 1);
    }

  return index;
}

static void
assert_shows_page (Fixture *fixture)
{
  SsmPage *page = ssm_canvas_get_page (fixture->canvas);

  g_assert_cmpuint (assert_blocks (page, GTK_WIDGET (fixture->canvas), -1, 0), ==,
                    ssm_page_n_areas (page));
}

/* (transfer full): some part of the map, by chance. */
static char *
any_part (const SsmMap *map)
{
  const SsmPart *stage
    = ssm_map_stage (map, (guint) g_test_rand_int_range (0, (int) ssm_map_n_stages (map)));
  SsmList list = g_test_rand_bit () ? SSM_LIST_ENTRY : SSM_LIST_EXIT;
  guint n = ssm_part_n_children (stage, list);
  guint at = (guint) g_test_rand_int_range (0, (int) n + 1);

  return g_strdup (ssm_part_id (at < n ? ssm_part_child (stage, list, at) : stage));
}

static SsmMap *
any_edit (const SsmMap *old)
{
  SsmMap *map = (SsmMap *) old;
  g_autofree char *id = any_part (map);
  g_autofree char *stage = g_strdup (ssm_part_id (ssm_map_stage (map, 0)));
  SsmList list = g_test_rand_bit () ? SSM_LIST_ENTRY : SSM_LIST_EXIT;

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      return ssm_map_with_criterion_added (map, stage, list, 0, "more", NULL);
    case 1:
      return ssm_map_with_stage_added (map, (guint) g_test_rand_int_range (0, 3), "S", NULL);
    case 2:
      return ssm_map_n_stages (map) > 1 ? ssm_map_with_part_removed (map, id)
                                        : ssm_part_ref (map);
    case 3:
      return ssm_map_with_part_moved (map, id, ssm_part_id (map), SSM_LIST_STAGES,
                                      (guint) g_test_rand_int_range (0, 4));
    case 4:
      return ssm_map_with_outcome (map, stage, "Term");
    default:
      return ssm_map_with_part_moved (map, id, stage, list,
                                      (guint) g_test_rand_int_range (0, 4));
    }
}

static void
test_blocks_follow_any_edit (Fixture *fixture, gconstpointer data)
{
  assert_shows_page (fixture);
  for (guint i = 0; i < 150; i++)
    {
      apply (fixture, any_edit (map_of (fixture)));
      assert_shows_page (fixture);
    }
  while (ssm_document_undo (fixture->document) != NULL)
    assert_shows_page (fixture);
}

static void
test_keyboard_stays_with_its_part (Fixture *fixture, gconstpointer data)
{
  GtkWidget *block;

  select_part (fixture, "c-b3");
  block = keyboard (fixture);
  apply (fixture, ssm_map_with_part_moved (map_of (fixture), "s-b", "m-sample",
                                           SSM_LIST_STAGES, 0));
  g_assert_true (keyboard (fixture) == block);
  /* To another list it gets a new parent, and still the keyboard. */
  act (fixture, "canvas.send-entry");
  assert_outline (fixture, "B[b1 b3|b2 b4] A[a1 a2|a3] C[|]");
  g_assert_true (keyboard (fixture) == block);
  g_assert_cmpstr (ssm_selection_get_id (fixture->selection), ==, "c-b3");
}

static void
test_delete_selects_the_next (Fixture *fixture, gconstpointer data)
{
  select_part (fixture, "c-b2");
  act (fixture, "canvas.delete");
  assert_outline (fixture, "A[a1 a2|a3] B[b1|b3 b4] C[|]");
  g_assert_cmpstr (fixture->toast, ==, "Criterion “b2” deleted.");
  g_assert_cmpstr (ssm_selection_get_id (fixture->selection), ==, "c-b3");
  g_assert_true (SSM_IS_BLOCK (keyboard (fixture)));
}

static void
test_delete_in_a_cell_spares_the_stage (Fixture *fixture, gconstpointer data)
{
  select_part (fixture, "c-b2");
  act (fixture, "canvas.widen");
  act (fixture, "canvas.delete");
  assert_outline (fixture, "A[a1 a2|a3] B[b1|] C[|]");
  act (fixture, "canvas.delete");
  assert_outline (fixture, "A[a1 a2|a3] B[b1|] C[|]");
}

static void
test_undo_selects_what_came_back (Fixture *fixture, gconstpointer data)
{
  select_part (fixture, "c-b2");
  act (fixture, "canvas.delete");
  select_part (fixture, "c-a1");
  ssm_document_undo (fixture->document);
  g_assert_cmpstr (ssm_selection_get_id (fixture->selection), ==, "c-b2");
}

static void
test_writing_replaces (Fixture *fixture, gconstpointer data)
{
  select_part (fixture, "c-a1");
  act (fixture, "canvas.edit");
  g_assert_true (ssm_selection_get_editing (fixture->selection));
  type (fixture, "x");
  type (fixture, "y");
  assert_outline (fixture, "A[xy a2|a3] B[b1|b2 b3 b4] C[|]");
  ssm_canvas_end_edit (fixture->canvas);
  g_assert_false (ssm_selection_get_editing (fixture->selection));
  g_assert_true (SSM_IS_BLOCK (keyboard (fixture)));
  ssm_document_undo (fixture->document);
  assert_outline (fixture, "A[a1 a2|a3] B[b1|b2 b3 b4] C[|]");
}

static void
test_empty_cell_begins_a_criterion (Fixture *fixture, gconstpointer data)
{
  g_assert_true (ssm_canvas_edit (fixture->canvas, "s-c", SSM_FIELD_NONE, SSM_LIST_EXIT,
                                  SSM_CARET_ALL));
  assert_shows_page (fixture);
  assert_outline (fixture, "A[a1 a2|a3] B[b1|b2 b3 b4] C[|]");
  type (fixture, "first");
  assert_outline (fixture, "A[a1 a2|a3] B[b1|b2 b3 b4] C[|first]");
}

static void
test_empty_criterion_is_not_kept (Fixture *fixture, gconstpointer data)
{
  select_part (fixture, "c-a2");
  act (fixture, "canvas.add");
  g_assert_true (GTK_IS_TEXT_VIEW (keyboard (fixture)));
  ssm_canvas_end_edit (fixture->canvas);
  assert_outline (fixture, "A[a1 a2|a3] B[b1|b2 b3 b4] C[|]");
  assert_shows_page (fixture);
  g_assert_null (ssm_document_get_undo_label (fixture->document));
  g_assert_cmpstr (ssm_selection_get_id (fixture->selection), ==, "c-a2");
}

static void
test_undo_while_writing (Fixture *fixture, gconstpointer data)
{
  select_part (fixture, "c-a1");
  act (fixture, "canvas.edit");
  type (fixture, "x");
  ssm_document_undo (fixture->document);
  g_assert_true (GTK_IS_TEXT_VIEW (keyboard (fixture)));
  type (fixture, "z");
  assert_outline (fixture, "A[a1z a2|a3] B[b1|b2 b3 b4] C[|]");
}

static void
test_reading_a_cell_visits_its_examples (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SsmMap) map = ssm_map_with_text (map_of (fixture), "c-a2",
                                              SSM_CRITERION_EXAMPLE, "yes");
  SsmMap *both = ssm_map_with_text (map, "c-b1", SSM_CRITERION_EXAMPLE, "yes");

  apply (fixture, both);
  ssm_selection_mark_examples (fixture->selection, both);
  g_assert_true (ssm_selection_is_unvisited (fixture->selection, "c-a2"));
  select_part (fixture, "c-a1");
  act (fixture, "canvas.edit");
  g_assert_false (ssm_selection_is_unvisited (fixture->selection, "c-a2"));
  g_assert_true (ssm_selection_is_unvisited (fixture->selection, "c-b1"));
}

static void
test_page_is_one_stop_of_tab (Fixture *fixture, gconstpointer data)
{
  select_part (fixture, "c-a1");
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (fixture->canvas), GTK_DIR_TAB_FORWARD));
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  GtkWidget *block;

  gtk_test_accessible_assert_role (fixture->canvas, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (fixture->canvas, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Sales System Map: Sample, 3 stages");
  select_part (fixture, "s-b");
  gtk_test_accessible_assert_role (keyboard (fixture), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (keyboard (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Stage 2 of 3: B");
  gtk_test_accessible_assert_property (keyboard (fixture),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "1 enter, 3 leave");
  select_part (fixture, "c-b3");
  block = keyboard (fixture);
  gtk_test_accessible_assert_property (block, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "b3. Leave when, 2 of 3. Stage 2 of 3, B.");
  gtk_test_accessible_assert_state (block, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  block = gtk_widget_get_parent (block);
  gtk_test_accessible_assert_role (block, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (block, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Leave when, 3");
}

static void
test_screen_reader_can_write (Fixture *fixture, gconstpointer data)
{
  GtkWidget *block;

  select_part (fixture, "c-b3");
  block = keyboard (fixture);
  select_part (fixture, "c-a1");
  g_assert_true (gtk_widget_activate_action (block, "block.select", NULL));
  g_assert_cmpstr (ssm_selection_get_id (fixture->selection), ==, "c-b3");
  g_assert_true (gtk_widget_activate_action (block, "block.edit", NULL));
  type (fixture, "said");
  assert_outline (fixture, "A[a1 a2|a3] B[b1|b2 said b4] C[|]");
}

#define ADD(name, func) g_test_add ("/app/canvas/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("test-canvas-XXXXXX", NULL);

  /* Drafts go there. G_TEST_OPTION_ISOLATE_DIRS would hide the schemas of the desktop too,
   * and libadwaita complains. */
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_STATE_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  adw_init ();

  ADD ("blocks-follow-any-edit", test_blocks_follow_any_edit);
  ADD ("keyboard-stays-with-its-part", test_keyboard_stays_with_its_part);
  ADD ("delete-selects-the-next", test_delete_selects_the_next);
  ADD ("delete-in-a-cell-spares-the-stage", test_delete_in_a_cell_spares_the_stage);
  ADD ("undo-selects-what-came-back", test_undo_selects_what_came_back);
  ADD ("writing-replaces", test_writing_replaces);
  ADD ("empty-cell-begins-a-criterion", test_empty_cell_begins_a_criterion);
  ADD ("empty-criterion-is-not-kept", test_empty_criterion_is_not_kept);
  ADD ("undo-while-writing", test_undo_while_writing);
  ADD ("reading-a-cell-visits-its-examples", test_reading_a_cell_visits_its_examples);
  ADD ("page-is-one-stop-of-tab", test_page_is_one_stop_of_tab);
  ADD ("names", test_names);
  ADD ("screen-reader-can-write", test_screen_reader_can_write);
  return g_test_run ();
}
