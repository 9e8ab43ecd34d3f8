/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-field.h"

#include <glib/gi18n-lib.h>

#include "ssm-map-edit.h"

const char *
ssm_field_text (const SsmMap *map, const char *id, SsmField field)
{
  const SsmPart *part;

  if (g_strcmp0 (id, ssm_part_id (map)) == 0)
    return ssm_map_text (map, field);

  part = id != NULL ? ssm_map_find (map, id) : NULL;
  return ssm_part_text (part, field);
}

static const char *
criterion_step_label (SsmField field)
{
  switch (field)
    {
    case SSM_CRITERION_PROOF:
      return _ ("Edit proof");
    case SSM_CRITERION_LETTER:
      return _ ("Tag criterion");
    case SSM_CRITERION_FIELD:
    case SSM_CRITERION_TEST:
    case SSM_CRITERION_VALUE:
      return _ ("Edit field test");
    default:
      return _ ("Edit criterion");
    }
}

static const char *
stage_step_label (SsmField field)
{
  switch (field)
    {
    case SSM_STAGE_NAME:
      return _ ("Rename stage");
    case SSM_STAGE_DOES:
      return _ ("Edit what we do");
    case SSM_STAGE_OUTCOME:
      return _ ("Edit outcome");
    case SSM_STAGE_OWNER:
      return _ ("Edit owner");
    case SSM_STAGE_BLOCK:
      return _ ("Change block");
    case SSM_STAGE_COLOUR:
      return _ ("Colour stage");
    case SSM_STAGE_GOAL:
      return _ ("Change goal");
    case SSM_STAGE_LIMIT_DAYS:
      return _ ("Change limit");
    default:
      return _ ("Edit stage");
    }
}

static const char *
map_step_label (SsmField field)
{
  switch (field)
    {
    case SSM_MAP_TITLE:
      return _ ("Edit title");
    case SSM_MAP_SUBTITLE:
      return _ ("Edit subtitle");
    case SSM_MAP_LANGUAGE:
      return _ ("Change language");
    case SSM_EDITION_OWNER:
      return _ ("Edit owner");
    case SSM_EDITION_LABEL:
      return _ ("Edit version");
    case SSM_EDITION_DATE:
    case SSM_EDITION_REVIEW:
      return _ ("Edit date");
    default:
      return _ ("Edit text");
    }
}

static const char *
definition_step_label (SsmField field)
{
  switch (field)
    {
    case SSM_DEFINITION_TERM:
      return _ ("Rename term");
    case SSM_DEFINITION_ON_PAGE:
      return _ ("Pin definition");
    case SSM_DEFINITION_COUNTS:
    case SSM_DEFINITION_COUNTS_NOT:
      return _ ("Edit examples");
    default:
      return _ ("Edit definition");
    }
}

const char *
ssm_field_step_label (SsmField field)
{
  switch (ssm_field_info (field)->kind)
    {
    case SSM_KIND_STAGE:
      return stage_step_label (field);
    case SSM_KIND_CRITERION:
      return criterion_step_label (field);
    case SSM_KIND_PAGE:
      return field == SSM_PAGE_FONT        ? _ ("Change font")
             : field == SSM_PAGE_DIRECTION ? _ ("Change direction")
                                           : _ ("Change paper");
    case SSM_KIND_LINK:
      return _ ("Edit return path");
    case SSM_KIND_DEFINITION:
      return definition_step_label (field);
    case SSM_KIND_MEASURE:
      return _ ("Edit target");
    case SSM_KIND_REASON:
      return _ ("Edit lost reason");
    default:
      return map_step_label (field);
    }
}

gboolean
ssm_field_test_has_value (const char *test)
{
  return *test != '\0' && !g_str_equal (test, "known");
}

SsmMap *
ssm_field_write (SsmMap *map, const char *id, SsmField field, const char *text)
{
  g_autoptr (SsmMap) written = ssm_map_with_text (map, id, field, text);
  g_autoptr (SsmMap) tested = NULL;

  if (field == SSM_CRITERION_FIELD && *text == '\0')
    tested = ssm_map_with_text (written, id, SSM_CRITERION_TEST, "");
  else if (field == SSM_CRITERION_FIELD
           && *ssm_field_text (written, id, SSM_CRITERION_TEST) == '\0')
    tested = ssm_map_with_text (written, id, SSM_CRITERION_TEST, "known");
  else
    tested = ssm_part_ref (written);

  if ((field == SSM_CRITERION_FIELD || field == SSM_CRITERION_TEST)
      && !ssm_field_test_has_value (ssm_field_text (tested, id, SSM_CRITERION_TEST)))
    return ssm_map_with_text (tested, id, SSM_CRITERION_VALUE, "");
  return g_steal_pointer (&tested);
}

char *
ssm_field_merge_key (const char *id, SsmField field)
{
  return g_strdup_printf ("text:%s:%d", id, field);
}

void
ssm_field_apply (SsmDocument *document, const char *id, SsmField field, const char *text,
                 const char *merge_key)
{
  SsmMap *map = ssm_document_get_map (document);

  ssm_document_apply (document, ssm_field_write (map, id, field, text),
                      ssm_field_step_label (field), merge_key);
}
