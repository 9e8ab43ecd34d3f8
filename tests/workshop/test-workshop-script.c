/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said to the room: every block and step has it in every language. */

#include "ssm-workshop-script.h"

#include "ssm-map-edit.h"
#include "ssm-resources.h"

#define LONGEST_PROMPT 80 /* characters: two lines beside the page on a projector */

static void
check_scene (const char *tag, const char *of)
{
  SsmWorkshopScene scene = ssm_workshop_script_get (tag, of);
  guint n = g_strv_length ((char **) scene.prompts);

  g_test_message ("%s %s", tag, of);
  g_assert_cmpstr (scene.question, !=, "");
  g_assert_cmpstr (scene.weak, !=, "");
  g_assert_cmpstr (scene.strong, !=, "");
  g_assert_cmpuint (n, >=, 3);
  g_assert_cmpuint (n, <=, 5);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (g_utf8_strlen (scene.prompts[i], -1), <=, LONGEST_PROMPT);
}

static void
test_every_scene (void)
{
  g_auto (GStrv) tags = ssm_resources_languages ();

  for (guint t = 0; tags[t] != NULL; t++)
    {
      for (guint i = 0; ssm_blocks[i] != NULL; i++)
        check_scene (tags[t], ssm_blocks[i]);
      check_scene (tags[t], "other");
      check_scene (tags[t], "definitions");
      check_scene (tags[t], "self-check");
    }
}

static void
test_scene_of_stage (void)
{
  static const char * const blocks[][2] = {
    { "discovery", "discovery" }, { "", "other" }, { "definitions", "other" },
    { "export", "other" },
  };
  g_autoptr (SsmMap) empty = ssm_map_new ();
  g_autofree char *id = NULL;
  g_autoptr (SsmMap) map = ssm_map_with_stage_added (empty, 0, "S", &id);

  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      g_autoptr (SsmMap) changed = ssm_map_with_text (map, id, SSM_STAGE_BLOCK, blocks[i][0]);
      SsmWorkshopScene scene
        = ssm_workshop_script_get_stage (changed, ssm_map_stage (changed, 0));

      g_assert_cmpstr (scene.question, ==,
                       ssm_workshop_script_get ("en", blocks[i][1]).question);
    }
  g_assert_cmpstr (ssm_workshop_script_get ("en", "discovery").question, ==,
                   "What must we know before we may write a proposal?");
  g_assert_cmpstr (ssm_workshop_script_word ("en", "ask"), ==, "Ask the room");
}

/* The strong examples are none that the check of the same language warns of. */
static void
check_strong (const char *tag, const char *block)
{
  g_autoptr (SsmMap) empty = ssm_map_new ();
  g_autoptr (SsmMap) spoken
    = ssm_map_with_text (empty, ssm_part_id (empty), SSM_MAP_LANGUAGE, tag);
  g_autofree char *stage = NULL;
  g_autoptr (SsmMap) map = ssm_map_with_stage_added (spoken, 0, "S", &stage);
  g_autoptr (SsmMap) written
    = ssm_map_with_criterion_added (map, stage, SSM_LIST_EXIT, 0,
                                    ssm_workshop_script_get (tag, block).strong, NULL);
  g_autoptr (GPtrArray) findings = ssm_lint (written, ssm_resources_words (tag));

  for (guint i = 0; i < findings->len; i++)
    {
      const SsmFinding *finding = g_ptr_array_index (findings, i);

      g_test_message ("%s %s: %s", tag, block, finding->message);
      g_assert_null (finding->item);
    }
}

static void
test_strong_examples (void)
{
  g_auto (GStrv) tags = ssm_resources_languages ();

  for (guint t = 0; tags[t] != NULL; t++)
    for (guint i = 0; ssm_blocks[i] != NULL; i++)
      check_strong (tags[t], ssm_blocks[i]);
}

static void
test_hints (void)
{
  static const char * const criteria[][2] = {
    { "Good fit", "What would you see?" },
    { "Proposal sent", "What did the buyer do or say?" },
    { "Price and term and start date in writing", "One line each?" },
    { "NDA signed by the buyer", "Do we all mean the same by “NDA”?" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (criteria); i++)
    {
      g_autoptr (SsmMap) empty = ssm_map_new ();
      g_autofree char *stage = NULL;
      g_autoptr (SsmMap) map = ssm_map_with_stage_added (empty, 0, "S", &stage);
      g_autoptr (SsmMap) written = ssm_map_with_criterion_added (
        map, stage, SSM_LIST_EXIT, 0, criteria[i][0], NULL);
      g_autoptr (GPtrArray) findings = ssm_lint (written, ssm_resources_words ("en"));
      g_autofree char *hint = NULL;

      for (guint k = 0; k < findings->len && hint == NULL; k++)
        hint = ssm_workshop_script_hint (written, g_ptr_array_index (findings, k));
      g_assert_cmpstr (hint, ==, criteria[i][1]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workshop/script/every-scene", test_every_scene);
  g_test_add_func ("/workshop/script/scene-of-stage", test_scene_of_stage);
  g_test_add_func ("/workshop/script/strong-examples", test_strong_examples);
  g_test_add_func ("/workshop/script/hints", test_hints);
  return g_test_run ();
}
