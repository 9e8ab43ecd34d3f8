/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-change-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-change-value.h"

static const struct
{
  const char *mark;
  const char *name;
} marks[] = {
  [SSM_CHANGE_ADDED] = { "+", N_("Added") },
  [SSM_CHANGE_REMOVED] = { "−", N_("Removed") },
  [SSM_CHANGE_CHANGED] = { "~", N_("Changed") },
  [SSM_CHANGE_MOVED] = { "↕", N_("Moved") },
};

const char *
ssm_change_mark (const SsmChange *change)
{
  return marks[change->kind].mark;
}

const char *
ssm_change_mark_name (const SsmChange *change)
{
  return _(marks[change->kind].name);
}

static const char *
section_of_kind (SsmKind kind)
{
  switch (kind)
    {
    case SSM_KIND_LINK:
      return _("Return paths");
    case SSM_KIND_DEFINITION:
      return _("Definitions");
    case SSM_KIND_REASON:
      return _("Lost reasons");
    case SSM_KIND_MEASURE:
      return _("Measures");
    case SSM_KIND_MEASURED:
    case SSM_KIND_AT:
    case SSM_KIND_TOTAL:
    case SSM_KIND_LOST:
      return _("Figures");
    case SSM_KIND_VERSION:
      return _("Kept versions");
    case SSM_KIND_IDEA:
      return _("Parked ideas");
    case SSM_KIND_PROPOSAL:
      return _("Proposals");
    default:
      /* Translators: the part of the page above the stages: title, owner, dates */
      return _("Head of the page");
    }
}

static guint
stage_number (const SsmDiff *diff, const SsmChange *change)
{
  const SsmMap *map = change->after != NULL ? diff->after : diff->before;
  guint index = 0;

  ssm_map_stage_of (map, ssm_part_id (change->stage), &index);
  return index + 1;
}

char *
ssm_change_section (const SsmDiff *diff, const SsmChange *change, guint *number)
{
  if (number != NULL)
    *number = change->stage != NULL ? stage_number (diff, change) : 0;
  if (change->stage != NULL)
    return ssm_part_name (diff->after, change->stage);

  return g_strdup (section_of_kind (ssm_part_kind (ssm_change_part (change))));
}

static gboolean
is_in_one_list (const SsmChange *change)
{
  return change->list == change->from_list && change->stage == change->from_stage;
}

/* Stages of two maps are the same one if their ids are. */
static gboolean
is_in_one_stage (const SsmChange *change)
{
  return change->stage != NULL && change->from_stage != NULL
         && strcmp (ssm_part_id (change->stage), ssm_part_id (change->from_stage)) == 0;
}

static gboolean
is_reordered (const SsmChange *change)
{
  return change->list == change->from_list
         && (is_in_one_list (change) || is_in_one_stage (change));
}

const char *
ssm_change_place (const SsmChange *change)
{
  const SsmPart *part = ssm_change_part (change);

  if (change->kind == SSM_CHANGE_MOVED && is_reordered (change))
    return _("Order");
  if (change->kind == SSM_CHANGE_CHANGED && change->field == SSM_FIELD_NONE)
    /* Translators: what other programs have written into the file */
    return _("Foreign content");
  if (ssm_part_kind (part) == SSM_KIND_CRITERION
      && (change->kind != SSM_CHANGE_CHANGED || change->field == SSM_CRITERION_TEXT))
    return change->list == SSM_LIST_ENTRY ? _("Enter when") : _("Leave when");
  if (change->kind == SSM_CHANGE_CHANGED)
    return ssm_field_words (change->field);

  return ssm_kind_words (ssm_part_kind (part));
}

char *
ssm_change_subject (const SsmDiff *diff, const SsmChange *change)
{
  const SsmPart *part = ssm_change_part (change);

  if (change->kind != SSM_CHANGE_CHANGED)
    return NULL;

  switch (ssm_part_kind (part))
    {
    case SSM_KIND_CRITERION:
      return change->field != SSM_CRITERION_TEXT ? ssm_part_name (diff->after, part) : NULL;
    case SSM_KIND_DEFINITION:
      return change->field != SSM_DEFINITION_TERM ? ssm_part_name (diff->after, part) : NULL;
    case SSM_KIND_LINK:
      return change->field != SSM_LINK_TEXT ? ssm_part_name (diff->after, part) : NULL;
    case SSM_KIND_REASON:
      return change->field != SSM_REASON_TEXT ? ssm_part_name (diff->after, part) : NULL;
    case SSM_KIND_IDEA:
      return change->field != SSM_IDEA_TEXT ? ssm_part_name (diff->after, part) : NULL;
    case SSM_KIND_PROPOSAL:
      return change->field != SSM_PROPOSAL_TEXT ? ssm_part_name (diff->after, part) : NULL;
    case SSM_KIND_MEASURE:
    case SSM_KIND_AT:
    case SSM_KIND_TOTAL:
    case SSM_KIND_LOST:
    case SSM_KIND_VERSION:
      return ssm_part_name (diff->after, part);
    default:
      return NULL;
    }
}

/* "moved to the top", or where from. */
static char *
describe_move (const SsmDiff *diff, const SsmChange *change)
{
  g_autofree char *name = ssm_part_name (diff->after, change->after);
  SsmPosition position;
  guint n;

  if (!is_reordered (change))
    {
      const char *list = change->from_list == SSM_LIST_ENTRY ? _("Enter when")
                                                             : _("Leave when");
      g_autofree char *stage = change->from_stage != NULL
                                 ? ssm_part_name (diff->before, change->from_stage)
                                 : g_strdup ("");

      if (is_in_one_stage (change))
        return g_strdup_printf (_("“%s” moved here from “%s”"), name, list);
      /* Translators: a criterion, “Leave when”, the name of a stage */
      return g_strdup_printf (_("“%s” moved here from “%s” of %s"), name, list, stage);
    }
  if (!ssm_map_locate (diff->after, ssm_part_id (change->after), &position))
    return g_strdup_printf (_("“%s” moved"), name);

  n = ssm_part_n_children (position.parent, position.list);
  if (position.index == 0)
    return g_strdup_printf (_("“%s” moved to the top"), name);
  if (position.index + 1 == n)
    return g_strdup_printf (_("“%s” moved to the end"), name);
  return g_strdup_printf (_("“%s” moved to place %u of %u"), name, position.index + 1, n);
}

static char *
describe_value (const SsmMap *map, const SsmPart *part, SsmField field)
{
  if (field == SSM_FIELD_NONE || part == NULL || *ssm_part_text (part, field) == '\0')
    return NULL;
  return ssm_field_value (map, part, field);
}

char *
ssm_change_before (const SsmDiff *diff, const SsmChange *change)
{
  switch (change->kind)
    {
    case SSM_CHANGE_CHANGED:
      return describe_value (diff->before, change->before, change->field);
    case SSM_CHANGE_REMOVED:
      return ssm_part_words (diff->before, change->before);
    default:
      return NULL;
    }
}

char *
ssm_change_after (const SsmDiff *diff, const SsmChange *change)
{
  switch (change->kind)
    {
    case SSM_CHANGE_CHANGED:
      return describe_value (diff->after, change->after, change->field);
    case SSM_CHANGE_ADDED:
      return ssm_part_words (diff->after, change->after);
    case SSM_CHANGE_MOVED:
      return describe_move (diff, change);
    default:
      return NULL;
    }
}
