/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-book-edit.h"
#include "ssm-history.h"
#include "ssm-map-edit.h"

typedef enum
{
  TITLE, /* set the title to the text */
  KEY,   /* the same with a merge key */
  BREAK,
  UNDO,
  REDO,
  END
} Act;

/* One line: do this, expect that title and those labels. */
typedef struct
{
  Act act;
  const char *text;
  const char *title, *undo, *redo;
} Step;

static const Step typing_is_one_step[] = {
  { KEY, "N", "N", "Edit N", NULL },
  { KEY, "No", "No", "Edit No", NULL },
  { UNDO, NULL, "", NULL, "Edit No" },
  { REDO, NULL, "No", "Edit No", NULL },
  { KEY, "Nor", "Nor", "Edit Nor", NULL },
  { UNDO, NULL, "No", "Edit No", "Edit Nor" },
  { END },
};

static const Step break_starts_a_step[] = {
  { KEY, "a", "a", "Edit a", NULL },
  { BREAK, NULL, "a", "Edit a", NULL },
  { KEY, "b", "b", "Edit b", NULL },
  { UNDO, NULL, "a", "Edit a", "Edit b" },
  { UNDO, NULL, "", NULL, "Edit a" },
  { UNDO, NULL, "", NULL, "Edit a" },
  { END },
};

static const Step edit_forgets_redo[] = {
  { TITLE, "a", "a", "Edit a", NULL },
  { TITLE, "b", "b", "Edit b", NULL },
  { UNDO, NULL, "a", "Edit a", "Edit b" },
  { TITLE, "c", "c", "Edit c", NULL },
  { REDO, NULL, "c", "Edit c", NULL },
  { END },
};

static const Step no_change_no_step[] = {
  { TITLE, "a", "a", "Edit a", NULL },
  { TITLE, "a", "a", "Edit a", NULL },
  { UNDO, NULL, "", NULL, "Edit a" },
  { END },
};

static void
take (SsmHistory *history, const Step *step)
{
  SsmMap *map = ssm_history_current (history);
  g_autofree char *label = g_strconcat ("Edit ", step->text, NULL);
  g_autoptr (SsmMap) edited = NULL;

  switch (step->act)
    {
    case UNDO:
      ssm_history_undo (history);
      break;
    case REDO:
      ssm_history_redo (history);
      break;
    case BREAK:
      ssm_history_end_merge (history);
      break;
    default:
      edited = ssm_map_with_text (map, ssm_part_id (map), SSM_MAP_TITLE, step->text);
      ssm_history_push (history, edited, label, step->act == KEY ? "title" : NULL);
    }
}

static void
test_steps (gconstpointer data)
{
  g_autoptr (SsmMap) map = ssm_map_new ();
  g_autoptr (SsmHistory) history = ssm_history_new (map);

  for (const Step *step = data; step->act != END; step++)
    {
      take (history, step);
      g_assert_cmpstr (ssm_map_text (ssm_history_current (history), SSM_MAP_TITLE), ==,
                       step->title);
      g_assert_cmpstr (ssm_history_undo_label (history), ==, step->undo);
      g_assert_cmpstr (ssm_history_redo_label (history), ==, step->redo);
    }
}

static void
test_undo_is_the_same_pointer (void)
{
  g_autoptr (SsmMap) map = ssm_map_new ();
  g_autoptr (SsmHistory) history = ssm_history_new (map);
  g_autoptr (SsmMap) edited
    = ssm_map_with_text (map, ssm_part_id (map), SSM_MAP_TITLE, "Title");

  ssm_history_push (history, edited, "Edit", NULL);
  g_assert_true (ssm_history_undo (history) == map);
  g_assert_true (ssm_history_redo (history) == edited);
}

/* A text that was typed and taken back again leaves nothing to undo. */
static void
test_taken_back_is_no_step (void)
{
  g_autoptr (SsmMap) map = ssm_map_new ();
  g_autoptr (SsmHistory) history = ssm_history_new (map);
  g_autoptr (SsmMap) edited
    = ssm_map_with_text (map, ssm_part_id (map), SSM_MAP_TITLE, "Title");

  ssm_history_push (history, edited, "Edit", "title");
  ssm_history_push (history, map, "Edit", "title");
  g_assert_true (ssm_history_current (history) == map);
  g_assert_null (ssm_history_undo_label (history));
  g_assert_null (ssm_history_redo_label (history));
}

static void
test_cap (void)
{
  g_autoptr (SsmMap) map = ssm_map_new ();
  g_autoptr (SsmHistory) history = ssm_history_new (map);
  guint undone = 0;

  for (guint i = 0; i < SSM_HISTORY_CAP + 50; i++)
    {
      g_autofree char *title = g_strdup_printf ("%u", i);
      g_autoptr (SsmMap) edited = ssm_map_with_text (
        ssm_history_current (history), ssm_part_id (map), SSM_MAP_TITLE, title);

      ssm_history_push (history, edited, "Edit", NULL);
    }

  while (ssm_history_undo (history) != NULL)
    undone++;
  g_assert_cmpuint (undone, ==, SSM_HISTORY_CAP);
}

/* A million deals: of a book with as many pointers in each step, fewer steps are kept. */
static void
test_cap_of_books (void)
{
  g_autoptr (SsmBook) empty = ssm_book_new ("m-0");
  g_autoptr (SsmBook) book = ssm_part_copy (empty);
  g_autoptr (SsmPart) deal = ssm_part_seal (ssm_part_new (SSM_KIND_DEAL, "x-1"));
  g_autoptr (SsmHistory) history = NULL;
  guint undone = 0;

  for (guint i = 0; i < SSM_MAX_DEALS; i++)
    ssm_part_insert (book, SSM_LIST_DEALS, i, ssm_part_ref (deal));
  history = ssm_history_new (ssm_part_seal (book));
  for (guint i = 1; i < 100; i++)
    {
      g_autofree char *id = g_strdup_printf ("m-%u", i);
      g_autoptr (SsmBook) next = ssm_book_with_map (ssm_history_current (history), id);

      ssm_history_push (history, next, "Edit", NULL);
    }

  while (ssm_history_undo (history) != NULL)
    undone++;
  g_assert_cmpuint (undone, >=, SSM_HISTORY_LEAST);
  g_assert_cmpuint (undone, <, 50);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/model/history/typing-is-one-step", typing_is_one_step, test_steps);
  g_test_add_data_func ("/model/history/break-starts-a-step", break_starts_a_step,
                        test_steps);
  g_test_add_data_func ("/model/history/edit-forgets-redo", edit_forgets_redo, test_steps);
  g_test_add_data_func ("/model/history/no-change-no-step", no_change_no_step, test_steps);
  g_test_add_func ("/model/history/undo-is-the-same-pointer",
                   test_undo_is_the_same_pointer);
  g_test_add_func ("/model/history/taken-back-is-no-step", test_taken_back_is_no_step);
  g_test_add_func ("/model/history/cap", test_cap);
  g_test_add_func ("/model/history/cap-of-books", test_cap_of_books);
  return g_test_run ();
}
