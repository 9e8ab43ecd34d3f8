/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-edits.h"

#include <string.h>

#include "ssm-field.h"
#include "ssm-find.h"
#include "ssm-map-edit.h"
#include "ssm-map-version.h"
#include "ssm-paste.h"
#include "ssm-repair-command.h"
#include "ssm-resources.h"
#include "ssm-terms.h"

/* A map that grows without end would only make the test slow. */
#define ENOUGH_STAGES 12
#define ENOUGH_CRITERIA 90

static const char * const texts[] = {
  "Budget named",     "SQL accepted",        "",          "مشكلة العميل موثقة",
  "影響を数値で確認", "Two things and more", "é & <b>",   "Next step, with a date",
  "Price and terms and paper agreed", "The SAL is named",
  "Straße\nzwei",     "  blanks around  ",   "\xe2\x80\xaereversed", "Lead",
};

static const char *
any_text (GRand *random)
{
  return texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))];
}

static SsmList
any_list (GRand *random)
{
  return g_rand_boolean (random) ? SSM_LIST_ENTRY : SSM_LIST_EXIT;
}

static gboolean
collect_id (const SsmPart *part, gpointer data)
{
  if (*ssm_part_id (part) != '\0')
    g_ptr_array_add (data, (gpointer) ssm_part_id (part));
  return TRUE;
}

/* The id of some part; of the map itself where it has none. */
static const char *
any_part (SsmMap *map, GRand *random)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  ssm_map_foreach (map, collect_id, ids);
  if (ids->len == 0)
    return ssm_part_id (map);
  return g_ptr_array_index (ids, (guint) g_rand_int_range (random, 0, (int) ids->len));
}

static const char *
any_stage (SsmMap *map, GRand *random)
{
  guint n = ssm_map_n_stages (map);

  return n > 0 ? ssm_part_id (ssm_map_stage (map, (guint) g_rand_int_range (random, 0, (int) n)))
               : "";
}

static SsmCommand *
wrap (SsmMap *map)
{
  SsmCommand *command = g_new0 (SsmCommand, 1);

  command->map = map;
  command->label = g_strdup ("Edit");
  command->select = (SsmPlaceInMap) { NULL, SSM_FIELD_NONE, SSM_LIST_NONE };
  return command;
}

static SsmCommand *
delete_part (SsmMap *map, GRand *random)
{
  return ssm_command_delete (map, any_part (map, random));
}

static SsmCommand *
clear_cell (SsmMap *map, GRand *random)
{
  return ssm_command_clear (map, any_stage (map, random), any_list (random));
}

static SsmCommand *
move_step (SsmMap *map, GRand *random)
{
  return ssm_command_move (map, any_part (map, random), g_rand_boolean (random) ? 1 : -1);
}

static SsmCommand *
send_criterion (SsmMap *map, GRand *random)
{
  return ssm_command_send (map, any_part (map, random), any_list (random));
}

static SsmCommand *
move_to (SsmMap *map, GRand *random)
{
  const char *id = any_part (map, random);
  const SsmPart *part = ssm_map_find (map, id);
  guint index = (guint) g_rand_int_range (random, 0, 6);

  if (part != NULL && ssm_part_kind (part) == SSM_KIND_STAGE)
    return ssm_command_move_to (map, id, ssm_part_id (map), SSM_LIST_STAGES, index);
  if (part != NULL && ssm_part_kind (part) == SSM_KIND_CRITERION)
    return ssm_command_move_to (map, id, any_stage (map, random), any_list (random), index);
  return wrap (ssm_part_ref (map));
}

static SsmCommand *
insert_stage (SsmMap *map, GRand *random)
{
  if (ssm_map_n_stages (map) >= ENOUGH_STAGES)
    return delete_part (map, random);
  return ssm_command_insert_stage (map, any_part (map, random), g_rand_boolean (random));
}

static SsmCommand *
split_stage (SsmMap *map, GRand *random)
{
  if (ssm_map_n_stages (map) >= ENOUGH_STAGES)
    return ssm_command_join_stages (map, any_part (map, random));
  return ssm_command_split_stage (map, any_part (map, random));
}

static SsmCommand *
join_stages (SsmMap *map, GRand *random)
{
  return ssm_command_join_stages (map, any_part (map, random));
}

static SsmCommand *
colour_stage (SsmMap *map, GRand *random)
{
  return ssm_command_colour_stage (map, any_stage (map, random),
                                   (guint) g_rand_int_range (random, 0, 9));
}

static SsmCommand *
insert_criteria (SsmMap *map, GRand *random)
{
  const char *lines[] = { any_text (random), any_text (random), NULL };

  if (ssm_map_n_criteria (map) >= ENOUGH_CRITERIA)
    return clear_cell (map, random);
  return ssm_command_insert_criteria (map, any_stage (map, random), any_list (random), 0, lines);
}

static SsmCommand *
set_outcome (SsmMap *map, GRand *random)
{
  return wrap (ssm_map_with_outcome (map, any_stage (map, random), any_text (random)));
}

static const char *
any_place (SsmMap *map, GRand *random)
{
  static const char * const outside[] = { "lost", "nurture" };

  return g_rand_int_range (random, 0, 3) > 0 ? any_stage (map, random)
                                             : outside[g_rand_int_range (random, 0, 2)];
}

static SsmCommand *
add_link (SsmMap *map, GRand *random)
{
  if (ssm_part_n_children (map, SSM_LIST_LINKS) > 6)
    return delete_part (map, random);
  if (g_rand_boolean (random))
    return ssm_command_link (map, any_place (map, random), any_place (map, random));
  return wrap (ssm_map_with_link_added (map, any_stage (map, random), any_stage (map, random),
                                        any_text (random), NULL));
}

static SsmCommand *
point_link (SsmMap *map, GRand *random)
{
  guint n = ssm_part_n_children (map, SSM_LIST_LINKS);
  const SsmPart *link
    = n > 0 ? ssm_part_child (map, SSM_LIST_LINKS, (guint) g_rand_int_range (random, 0, (int) n))
            : map;

  return ssm_command_point_link (map, ssm_part_id (link),
                                 g_rand_boolean (random) ? SSM_LINK_FROM : SSM_LINK_TO,
                                 any_place (map, random));
}

static SsmCommand *
pass_criterion (SsmMap *map, GRand *random)
{
  return ssm_command_pass (map, any_part (map, random), g_rand_boolean (random) ? 1 : -1);
}

static SsmCommand *
paste (SsmMap *map, GRand *random)
{
  static const char * const pasted[] = {
    "- one\n- two", "Lead (min data) → SQL (ICP + pain)", "A\tB\n1\t2", "words",
  };
  const char *text = pasted[g_rand_int_range (random, 0, G_N_ELEMENTS (pasted))];
  g_autoptr (SsmPasted) what = ssm_pasted_new_text (text, strlen (text));
  SsmPlaceInMap place = { (char *) any_stage (map, random), SSM_FIELD_NONE,
                          g_rand_boolean (random) ? any_list (random) : SSM_LIST_NONE };

  if (ssm_map_n_stages (map) >= ENOUGH_STAGES)
    return delete_part (map, random);
  return ssm_command_paste (map, &place, what);
}

/* Not where there are too many already: what is put in may hold the same letter, and the
 * texts would grow without end. */
static SsmCommand *
replace_words (SsmMap *map, GRand *random)
{
  g_autoptr (GPtrArray) matches = ssm_find (map, "e", SSM_FIND_DEFAULT);

  if (matches->len > 500)
    return wrap (ssm_part_ref (map));
  return wrap (ssm_map_with_replaced (map, matches, "e", any_text (random)));
}

static SsmCommand *
rename_term (SsmMap *map, GRand *random)
{
  guint n = ssm_part_n_children (map, SSM_LIST_DEFINITIONS);
  SsmPart *definition;

  if (n == 0)
    return wrap (ssm_map_with_definition_added (map, 0, "Lead", NULL));
  definition = ssm_part_child (map, SSM_LIST_DEFINITIONS,
                               (guint) g_rand_int_range (random, 0, (int) n));
  return wrap (ssm_map_with_term_renamed (map, ssm_part_id (definition), any_text (random)));
}

/* What the Definitions view does, beside renaming and ordering. */
static SsmCommand *
edit_definition (SsmMap *map, GRand *random)
{
  guint n = ssm_part_n_children (map, SSM_LIST_DEFINITIONS);
  const char *id;

  if (n == 0)
    return ssm_command_define_usual (map);
  id = ssm_part_id (ssm_part_child (map, SSM_LIST_DEFINITIONS,
                                    (guint) g_rand_int_range (random, 0, (int) n)));
  switch (g_rand_int_range (random, 0, 3))
    {
    case 0:
      return ssm_command_pin (map, id, g_rand_boolean (random));
    case 1:
      return ssm_command_leave_stage (map, id, any_stage (map, random));
    default:
      return n > 12 ? ssm_command_delete (map, id)
                    : ssm_command_define (map, any_text (random));
    }
}

/* Kept versions are a few, so that now and then one is gone back to. */
static SsmCommand *
keep_or_restore_version (SsmMap *map, GRand *random)
{
  guint n = ssm_part_n_children (map, SSM_LIST_VERSIONS);
  guint index = n > 0 ? (guint) g_rand_int_range (random, 0, (int) n) : 0;

  if (n == 0 || (n < 4 && g_rand_boolean (random)))
    return wrap (ssm_map_with_version_kept (map, "Kept", "2026-11-23", NULL));
  return wrap (ssm_map_with_version_restored (
    map, ssm_part_id (ssm_part_child (map, SSM_LIST_VERSIONS, index))));
}

static SsmCommand *
add_definition (SsmMap *map, GRand *random)
{
  if (ssm_part_n_children (map, SSM_LIST_DEFINITIONS) > 12)
    return delete_part (map, random);
  return wrap (ssm_map_with_definition_added (map, 0, any_text (random), NULL));
}

/* A value that the type of @field allows, as the window's rows and texts give. */
static const char *
any_value (SsmField field, GRand *random)
{
  switch (ssm_field_info (field)->type)
    {
    case SSM_TYPE_TEXT:
      return any_text (random);
    case SSM_TYPE_NUMBER:
      return g_rand_boolean (random) ? "0.25" : "14";
    case SSM_TYPE_DATE:
      return g_rand_boolean (random) ? "2027-02-22" : "";
    case SSM_TYPE_FLAG:
      return g_rand_boolean (random) ? "yes" : "no";
    default:
      return "";
    }
}

static SsmCommand *
write_text (SsmMap *map, GRand *random)
{
  const char *id = g_rand_int_range (random, 0, 8) > 0 ? any_part (map, random)
                                                       : ssm_part_id (map);
  const SsmPart *part = ssm_map_find (map, id);
  const SsmKindInfo *kind = ssm_kind_info (ssm_part_kind (part != NULL ? part : map));
  SsmField field
    = kind->first_field + g_rand_int_range (random, 0, (int) kind->n_fields);

  /* The version of the format and the paper are not texts that somebody writes. */
  if (part == NULL || field == SSM_MAP_VERSION || ssm_field_info (field)->type == SSM_TYPE_ID
      || ssm_field_info (field)->type == SSM_TYPE_TOKEN)
    return wrap (ssm_part_ref (map));
  return wrap (ssm_map_with_text (map, id, field, any_value (field, random)));
}

/* As the inspector does with a hint. */
static SsmCommand *
mend (SsmMap *map, GRand *random)
{
  const SsmLanguage *words = ssm_resources_words (ssm_map_language (map));
  g_autoptr (GPtrArray) findings = ssm_lint (map, words);

  if (findings->len == 0)
    return wrap (ssm_part_ref (map));
  return ssm_command_repair (map,
                             g_ptr_array_index (findings,
                                                (guint) g_rand_int_range (
                                                    random, 0, (int) findings->len)),
                             any_part (map, random), words);
}

/* As it does with the test of a CRM field. */
static SsmCommand *
test_field (SsmMap *map, GRand *random)
{
  static const struct
  {
    SsmField field;
    const char *text;
  } writings[] = {
    { SSM_CRITERION_FIELD, "amount" }, { SSM_CRITERION_FIELD, "" },
    { SSM_CRITERION_TEST, "known" },   { SSM_CRITERION_TEST, "at-least" },
    { SSM_CRITERION_VALUE, "3" },      { SSM_CRITERION_LETTER, "CO" },
  };
  guint i = (guint) g_rand_int_range (random, 0, G_N_ELEMENTS (writings));
  const char *id = any_part (map, random);
  const SsmPart *part = ssm_map_find (map, id);

  if (part == NULL || ssm_part_kind (part) != SSM_KIND_CRITERION)
    return wrap (ssm_part_ref (map));
  return wrap (ssm_field_write (map, id, writings[i].field, writings[i].text));
}

static SsmCommand *(* const operations[]) (SsmMap *map, GRand *random) = {
  keep_or_restore_version, paste, rename_term, edit_definition, replace_words,
  delete_part,     clear_cell,  move_step,  send_criterion, move_to,
  insert_stage,    insert_stage, colour_stage, insert_criteria, insert_criteria,
  insert_criteria, set_outcome, add_link,   add_definition, write_text,
  write_text,      write_text,  split_stage, split_stage,   join_stages,
  point_link,      pass_criterion, mend,     mend,          test_field,
};

SsmCommand *
random_edit (SsmMap *map, GRand *random)
{
  return operations[g_rand_int_range (random, 0, G_N_ELEMENTS (operations))](map, random);
}
