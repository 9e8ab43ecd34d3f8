/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-part.h"

#include <string.h>

static SsmPart *
criterion (const char *id, const char *text)
{
  SsmPart *part = ssm_part_new (SSM_KIND_CRITERION, id);

  ssm_part_set_text (part, SSM_CRITERION_TEXT, text);
  return part;
}

static SsmPart *
stage_with_two (void)
{
  SsmPart *stage = ssm_part_new (SSM_KIND_STAGE, "s-a");

  ssm_part_set_text (stage, SSM_STAGE_NAME, "Discovery");
  ssm_part_insert (stage, SSM_LIST_EXIT, 0, criterion ("c-1", "Pain stated"));
  ssm_part_insert (stage, SSM_LIST_EXIT, 1, criterion ("c-2", "Cost quantified"));
  return stage;
}

/* A text may be set to what it is. */
static void
test_same_text (void)
{
  g_autoptr (SsmPart) part = criterion ("c-1", "Pain stated");

  ssm_part_set_text (part, SSM_CRITERION_TEXT, ssm_part_text (part, SSM_CRITERION_TEXT));
  ssm_part_set_id (part, ssm_part_id (part));
  g_assert_cmpstr (ssm_part_text (part, SSM_CRITERION_TEXT), ==, "Pain stated");
  g_assert_cmpstr (ssm_part_id (part), ==, "c-1");
}

static void
test_tables (void)
{
  for (int f = 0; f < SSM_N_FIELDS; f++)
    {
      const SsmFieldInfo *info = ssm_field_info (f);
      const SsmKindInfo *kind = ssm_kind_info (info->kind);

      g_assert_cmpint (f, >=, kind->first_field);
      g_assert_cmpint (f, <, (int) kind->first_field + (int) kind->n_fields);
      g_assert_true ((info->name == NULL) == (info->form == SSM_FORM_CONTENT));
    }
  for (int l = 0; l < SSM_N_LISTS; l++)
    {
      const SsmKindInfo *kind = ssm_kind_info (ssm_list_info (l)->kind);

      g_assert_cmpint (l, >=, (int) kind->first_list);
      g_assert_cmpint (l, <, (int) kind->first_list + (int) kind->n_lists);
    }
}

static void
test_absent (void)
{
  g_autoptr (SsmPart) stage = ssm_part_new (SSM_KIND_STAGE, "s-a");

  g_assert_cmpstr (ssm_part_text (NULL, SSM_EDITION_LABEL), ==, "");
  g_assert_cmpstr (ssm_part_text (stage, SSM_STAGE_NAME), ==, "");
  g_assert_cmpfloat (ssm_part_number (stage, SSM_STAGE_GOAL, -1), ==, -1);
  g_assert_cmpuint (ssm_part_n_children (stage, SSM_LIST_ENTRY), ==, 0);
}

static void
test_flag_default (void)
{
  g_autoptr (SsmPart) part = ssm_part_new (SSM_KIND_DEFINITION, "d-a");

  ssm_part_set_text (part, SSM_DEFINITION_ON_PAGE, "yes");
  g_assert_true (ssm_part_flag (part, SSM_DEFINITION_ON_PAGE));
  ssm_part_set_text (part, SSM_DEFINITION_ON_PAGE, "no");
  g_assert_cmpstr (ssm_part_text (part, SSM_DEFINITION_ON_PAGE), ==, "");
}

static void
test_copy_on_write (void)
{
  g_autoptr (SsmPart) stage = ssm_part_seal (stage_with_two ());
  g_autoptr (SsmPart) copy = ssm_part_copy (stage);

  g_assert_true (ssm_part_equal (stage, copy));
  ssm_part_remove (copy, SSM_LIST_EXIT, 0);
  ssm_part_set_text (copy, SSM_STAGE_NAME, "Proposal");

  g_assert_cmpuint (ssm_part_n_children (stage, SSM_LIST_EXIT), ==, 2);
  g_assert_cmpstr (ssm_part_text (stage, SSM_STAGE_NAME), ==, "Discovery");
  g_assert_true (ssm_part_child (copy, SSM_LIST_EXIT, 0)
                 == ssm_part_child (stage, SSM_LIST_EXIT, 1));
  g_assert_false (ssm_part_equal (stage, copy));
}

static void
test_copy_of_unsealed (void)
{
  g_autoptr (SsmPart) stage = stage_with_two ();
  g_autoptr (SsmPart) copy = ssm_part_copy (stage);

  ssm_part_insert (stage, SSM_LIST_EXIT, 2, criterion ("c-3", "Next step dated"));
  g_assert_cmpuint (ssm_part_n_children (copy, SSM_LIST_EXIT), ==, 2);
  ssm_part_insert (copy, SSM_LIST_EXIT, 0, criterion ("c-4", "Risk named"));
  g_assert_cmpuint (ssm_part_n_children (stage, SSM_LIST_EXIT), ==, 3);
}

static void
test_equal_sees_everything (void)
{
  g_autoptr (SsmPart) a = stage_with_two ();
  g_autoptr (SsmPart) b = stage_with_two ();
  g_autoptr (SsmPart) other = criterion ("c-2", "Cost or impact quantified");

  g_assert_true (ssm_part_equal (a, b));
  ssm_part_add_foreign (b, SSM_PLACE_END, -1, 0, "<!--note-->");
  g_assert_false (ssm_part_equal (a, b));
  ssm_part_add_foreign (a, SSM_PLACE_END, -1, 0, "<!--note-->");
  g_assert_true (ssm_part_equal (a, b));
  ssm_part_replace (b, SSM_LIST_EXIT, 1, ssm_part_ref (other));
  g_assert_false (ssm_part_equal (a, b));
}

/* Where content inside a text stands after the text changed. */
static const struct
{
  const char *name, *before, *after;
  guint offset, expected;
} offsets[] = {
  { "behind it", "Pain stated", "Pain stated twice", 4, 4 },
  { "in front of it", "Pain stated", "The pain stated", 4, 8 },
  { "around it", "Pain stated", "Cost named", 4, 10 },
  { "all gone", "Pain", "", 4, 0 },
  { "at the start", "Pain", "Cost", 0, 0 },
};

static void
test_foreign_offset (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    {
      g_autoptr (SsmPart) part = criterion ("c-1", offsets[i].before);

      g_test_message ("%s", offsets[i].name);
      ssm_part_add_foreign (part, SSM_PLACE_IN_FIELD, SSM_CRITERION_TEXT,
                            offsets[i].offset, "<x:y xmlns:x=\"urn:x\"/>");
      ssm_part_set_text (part, SSM_CRITERION_TEXT, offsets[i].after);
      g_assert_cmpuint (ssm_part_foreign (part, 0)->offset, ==, offsets[i].expected);
    }
}

static void
test_sealed (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (SsmPart) stage = ssm_part_seal (stage_with_two ());

      ssm_part_set_text (stage, SSM_STAGE_NAME, "changed");
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/part/tables-agree", test_tables);
  g_test_add_func ("/model/part/absent-is-empty", test_absent);
  g_test_add_func ("/model/part/flag-default-is-unset", test_flag_default);
  g_test_add_func ("/model/part/copy-on-write", test_copy_on_write);
  g_test_add_func ("/model/part/copy-of-unsealed", test_copy_of_unsealed);
  g_test_add_func ("/model/part/equal-sees-everything", test_equal_sees_everything);
  g_test_add_func ("/model/part/same-text", test_same_text);
  g_test_add_func ("/model/part/foreign-offset", test_foreign_offset);
  g_test_add_func ("/model/part/sealed-cannot-change", test_sealed);
  return g_test_run ();
}
