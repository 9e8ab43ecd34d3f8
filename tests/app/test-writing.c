/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-writing.h"

#include "sample.h"
#include "ssm-commands.h"
#include "ssm-map-edit.h"

#define START "A[a1 a2|a3] B[b1|b2 b3 b4] C[|]"

typedef struct
{
  SsmDocument *document;
  SsmWriting *writing;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SsmMap) map = sample_map_new ();

  fixture->document = ssm_document_new (map);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->writing, ssm_writing_free);
  ssm_document_discard_draft (fixture->document);
  g_assert_finalize_object (fixture->document);
}

static void
assert_outline (SsmMap *map, const char *expected)
{
  g_autofree char *outline = sample_outline (map);

  g_assert_cmpstr (outline, ==, expected);
}

static void
type (Fixture *fixture, const char *text)
{
  g_autofree char *typed = NULL;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      g_free (typed);
      typed = g_strndup (text, (gsize) (g_utf8_next_char (at) - text));
      ssm_writing_set_text (fixture->writing, typed);
      g_assert_true (ssm_writing_follow (fixture->writing));
    }
}

static void
begin_criterion (Fixture *fixture)
{
  fixture->writing = ssm_writing_new_criterion (fixture->document, "s-a", SSM_LIST_ENTRY, 1);
  g_assert_nonnull (fixture->writing);
}

static void
test_typing_is_one_step (Fixture *fixture, gconstpointer data)
{
  SsmMap *before = ssm_document_get_map (fixture->document);

  fixture->writing = ssm_writing_new (fixture->document, "c-a2", SSM_CRITERION_TEXT);
  type (fixture, "xyz");
  assert_outline (ssm_document_get_map (fixture->document),
                  "A[a1 xyz|a3] B[b1|b2 b3 b4] C[|]");
  g_assert_cmpstr (ssm_document_undo (fixture->document), ==, "Edit criterion");
  g_assert_true (ssm_document_get_map (fixture->document) == before);
}

static void
test_begun_criterion_is_shown_and_no_step (Fixture *fixture, gconstpointer data)
{
  SsmMap *before = ssm_document_get_map (fixture->document);

  begin_criterion (fixture);
  assert_outline (ssm_writing_get_shown (fixture->writing),
                  "A[a1  a2|a3] B[b1|b2 b3 b4] C[|]");
  g_assert_true (ssm_writing_finish (fixture->writing));
  g_assert_true (ssm_document_get_map (fixture->document) == before);
  g_assert_null (ssm_document_get_undo_label (fixture->document));
}

static void
test_new_criterion_is_one_step (Fixture *fixture, gconstpointer data)
{
  SsmMap *before = ssm_document_get_map (fixture->document);

  begin_criterion (fixture);
  type (fixture, "new");
  assert_outline (ssm_document_get_map (fixture->document),
                  "A[a1 new a2|a3] B[b1|b2 b3 b4] C[|]");
  g_assert_false (ssm_writing_finish (fixture->writing));
  g_assert_cmpstr (ssm_document_undo (fixture->document), ==, "Add criterion");
  g_assert_true (ssm_document_get_map (fixture->document) == before);
}

static void
test_typed_and_taken_back_is_no_step (Fixture *fixture, gconstpointer data)
{
  begin_criterion (fixture);
  type (fixture, "n");
  ssm_writing_set_text (fixture->writing, "");
  g_assert_true (ssm_writing_follow (fixture->writing));
  assert_outline (ssm_writing_get_shown (fixture->writing),
                  "A[a1  a2|a3] B[b1|b2 b3 b4] C[|]");
  g_assert_true (ssm_writing_finish (fixture->writing));
  assert_outline (ssm_document_get_map (fixture->document), START);
  g_assert_null (ssm_document_get_undo_label (fixture->document));
}

static void
test_emptied_criterion_goes (Fixture *fixture, gconstpointer data)
{
  fixture->writing = ssm_writing_new (fixture->document, "c-b2", SSM_CRITERION_TEXT);
  ssm_writing_set_text (fixture->writing, "");
  g_assert_true (ssm_writing_finish (fixture->writing));
  assert_outline (ssm_document_get_map (fixture->document), "A[a1 a2|a3] B[b1|b3 b4] C[|]");
  ssm_document_undo (fixture->document);
  assert_outline (ssm_document_get_map (fixture->document), START);
}

static void
test_follows_undo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  fixture->writing = ssm_writing_new (fixture->document, "c-a1", SSM_CRITERION_TEXT);
  type (fixture, "xy");
  ssm_document_undo (fixture->document);
  g_assert_true (ssm_writing_follow (fixture->writing));
  text = ssm_writing_dup_text (fixture->writing);
  g_assert_cmpstr (text, ==, "a1");
  type (fixture, "z");
  assert_outline (ssm_document_get_map (fixture->document), "A[z a2|a3] B[b1|b2 b3 b4] C[|]");
}

/* A letter that comes before anybody was told of the undo. */
static void
test_typing_brings_nothing_back (Fixture *fixture, gconstpointer data)
{
  ssm_document_apply (fixture->document,
                      ssm_map_with_text (ssm_document_get_map (fixture->document), "c-b1",
                                         SSM_CRITERION_TEXT, "other"),
                      "Other", NULL);
  fixture->writing = ssm_writing_new (fixture->document, "c-a1", SSM_CRITERION_TEXT);
  type (fixture, "x");
  ssm_document_undo (fixture->document);
  ssm_document_undo (fixture->document);
  ssm_writing_set_text (fixture->writing, "y");
  assert_outline (ssm_document_get_map (fixture->document), "A[y a2|a3] B[b1|b2 b3 b4] C[|]");
}

/* Drawn and named is one thing that was done. */
static void
test_new_path_is_one_step (Fixture *fixture, gconstpointer data)
{
  SsmMap *before = ssm_document_get_map (fixture->document);
  g_autoptr (SsmCommand) command = ssm_command_link (before, "s-b", "s-a");

  ssm_document_apply (fixture->document, ssm_part_ref (command->map), command->label,
                      command->merge_key);
  fixture->writing = ssm_writing_new (fixture->document, command->select.id, SSM_LINK_TEXT);
  type (fixture, "No fit");
  ssm_writing_finish (fixture->writing);
  g_clear_pointer (&fixture->writing, ssm_writing_free);
  fixture->writing = ssm_writing_new (fixture->document, command->select.id, SSM_LINK_TEXT);
  type (fixture, "No budget");
  g_assert_cmpstr (ssm_document_undo (fixture->document), ==, "Edit return path");
  g_assert_cmpstr (ssm_document_undo (fixture->document), ==, "Add return path");
  g_assert_true (ssm_document_get_map (fixture->document) == before);
}

static void
test_text_that_is_gone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;

  begin_criterion (fixture);
  type (fixture, "new");
  ssm_writing_finish (fixture->writing);
  id = g_strdup (ssm_writing_get_id (fixture->writing));
  ssm_writing_free (fixture->writing);
  fixture->writing = ssm_writing_new (fixture->document, id, SSM_CRITERION_TEXT);
  ssm_document_undo (fixture->document);
  g_assert_false (ssm_writing_follow (fixture->writing));
}

/* Half a term is no definition. */
static void
test_outcome_leaves_one_definition (Fixture *fixture, gconstpointer data)
{
  SsmMap *map;

  fixture->writing = ssm_writing_new (fixture->document, "s-a", SSM_STAGE_OUTCOME);
  type (fixture, "Lead");
  map = ssm_document_get_map (fixture->document);
  g_assert_cmpuint (ssm_part_n_children (map, SSM_LIST_DEFINITIONS), ==, 1);
  g_assert_cmpstr (ssm_part_text (ssm_map_outcome (map, ssm_map_stage (map, 0)),
                                  SSM_DEFINITION_TERM),
                   ==, "Lead");
}

static void
test_title (Fixture *fixture, gconstpointer data)
{
  fixture->writing = ssm_writing_new (fixture->document, "m-sample", SSM_MAP_TITLE);
  type (fixture, "Northgate");
  g_assert_false (ssm_writing_finish (fixture->writing));
  g_assert_cmpstr (ssm_map_text (ssm_document_get_map (fixture->document), SSM_MAP_TITLE),
                   ==, "Northgate");
  g_assert_cmpstr (ssm_document_get_undo_label (fixture->document), ==, "Edit title");
}

/* A date is taken as people write it; what is none changes nothing. */
static void
test_date (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *typed, *date;
    gboolean unclear;
  } dates[] = {
    { "2027-02-22", "2027-02-22", FALSE },
    { "2027-02-30", "", TRUE },
    { "2027-02-28", "2027-02-28", FALSE },
    { "soon", "", TRUE },
    { "2027-3-1", "2027-03-01", FALSE },
    { "24 Dec 2026", "2026-12-24", FALSE },
    { "2026-02-30", "", TRUE },
    { "December 3, 2026", "2026-12-03", FALSE },
    { "2026. 11. 23.", "2026-11-23", FALSE },
    { "", "", FALSE },
  };

  fixture->writing = ssm_writing_new (fixture->document, "m-sample", SSM_EDITION_REVIEW);
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      ssm_writing_set_text (fixture->writing, dates[i].typed);
      g_assert_cmpstr (ssm_map_text (ssm_document_get_map (fixture->document),
                                     SSM_EDITION_REVIEW),
                       ==, dates[i].date);
      g_assert_cmpint (ssm_writing_is_unclear (fixture->writing), ==, dates[i].unclear);
    }
}

#define ADD(name, func) \
  g_test_add ("/app/writing/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("typing-is-one-step", test_typing_is_one_step);
  ADD ("begun-criterion-is-shown-and-no-step", test_begun_criterion_is_shown_and_no_step);
  ADD ("new-criterion-is-one-step", test_new_criterion_is_one_step);
  ADD ("typed-and-taken-back-is-no-step", test_typed_and_taken_back_is_no_step);
  ADD ("emptied-criterion-goes", test_emptied_criterion_goes);
  ADD ("follows-undo", test_follows_undo);
  ADD ("typing-brings-nothing-back", test_typing_brings_nothing_back);
  ADD ("new-path-is-one-step", test_new_path_is_one_step);
  ADD ("text-that-is-gone", test_text_that_is_gone);
  ADD ("outcome-leaves-one-definition", test_outcome_leaves_one_definition);
  ADD ("title", test_title);
  ADD ("date", test_date);
  return g_test_run ();
}
