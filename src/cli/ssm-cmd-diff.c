/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-command.h"

#include <glib/gi18n-lib.h>

#include "ssm-change-words.h"
#include "ssm-console.h"
#include "ssm-input.h"
#include "ssm-json.h"

static const char * const kind_names[] = {
  [SSM_CHANGE_ADDED] = "added",
  [SSM_CHANGE_REMOVED] = "removed",
  [SSM_CHANGE_CHANGED] = "changed",
  [SSM_CHANGE_MOVED] = "moved",
};

/* The name of a list in the file: "entry", "exit", "links"; NULL where it has none. */
static const char *
list_name (const SsmChange *change)
{
  return change->list != SSM_LIST_NONE ? ssm_list_info (change->list)->container : NULL;
}

static const char *
field_name (const SsmChange *change)
{
  const SsmFieldInfo *info;

  if (change->kind != SSM_CHANGE_CHANGED || change->field == SSM_FIELD_NONE)
    return NULL;
  info = ssm_field_info (change->field);
  return info->form == SSM_FORM_CONTENT ? "text" : info->name;
}

/* What the file says, and not words for people: scripts compare it. */
static void
add_text (SsmJson *json, const char *key, const SsmChange *change, const SsmPart *part)
{
  const char *text = part != NULL && field_name (change) != NULL
                       ? ssm_part_text (part, change->field)
                       : "";

  ssm_json_add_string (json, key, *text != '\0' ? text : NULL);
}

static void
add_change (SsmJson *json, const SsmDiff *diff, const SsmChange *change)
{
  const SsmPart *part = ssm_change_part (change);
  const char *id = ssm_part_id (part);
  g_autofree char *words = ssm_change_sentence (diff, change);

  ssm_json_begin_object (json, NULL);
  ssm_json_add_string (json, "kind", kind_names[change->kind]);
  ssm_json_add_string (json, "part", ssm_kind_info (ssm_part_kind (part))->element);
  ssm_json_add_string (json, "id", *id != '\0' ? id : NULL);
  ssm_json_add_string (json, "stage",
                       change->stage != NULL ? ssm_part_id (change->stage) : NULL);
  ssm_json_add_string (json, "list", list_name (change));
  ssm_json_add_string (json, "field", field_name (change));
  add_text (json, "before", change, change->before);
  add_text (json, "after", change, change->after);
  ssm_json_add_string (json, "message", words);
  ssm_json_end_object (json);
}

static char *
to_json (const SsmDiff *diff)
{
  g_autoptr (SsmJson) json = ssm_json_new ();

  ssm_json_add_flag (json, "equal", diff->changes->len == 0);
  ssm_json_begin_array (json, "changes");
  for (guint i = 0; i < diff->changes->len; i++)
    add_change (json, diff, g_ptr_array_index (diff->changes, i));
  ssm_json_end_array (json);
  return ssm_json_to_text (json);
}

static int
run (const SsmArguments *arguments)
{
  gboolean as_json = g_strcmp0 (ssm_arguments_value (arguments, "format"), "json") == 0;
  g_autoptr (SsmInput) before = NULL, after = NULL;
  g_autoptr (SsmDiff) diff = NULL;
  g_autofree char *text = NULL;
  int status;

  before = ssm_input_new (ssm_arguments_operand (arguments, 0), &status);
  if (before != NULL)
    after = ssm_input_new (ssm_arguments_operand (arguments, 1), &status);
  if (after == NULL)
    return status;

  diff = ssm_diff_new (before->map, after->map);
  text = as_json ? to_json (diff) : ssm_diff_to_text (diff);
  status = ssm_console_print (text);
  if (status != SSM_EXIT_YES)
    return status;
  return diff->changes->len == 0 ? SSM_EXIT_YES : SSM_EXIT_NO;
}

static const SsmOption options[] = {
  { "format", 'f', "FORMAT", "text|json",
    N_("How the changes are printed, “text” by default") },
  { NULL },
};

const SsmCommand ssm_command_diff = {
  .name = "diff",
  .operands = "A B",
  .min_operands = 2,
  .max_operands = 2,
  .summary = N_("Tells what has changed between two maps"),
  .description = N_("Prints what differs from map A to map B, stage by stage, in words. Parts\n"
                    "are told by their ids, so what was moved is not shown as new.\n"
                    "The status is 1 if anything differs."),
  .options = options,
  .run = run,
};
