/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-change-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-check.h"

static const char * const field_names[SSM_N_FIELDS] = {
  [SSM_MAP_VERSION] = N_("Version of the file format"),
  [SSM_MAP_LANGUAGE] = N_("Language"),
  [SSM_MAP_TITLE] = N_("Title"),
  [SSM_MAP_SUBTITLE] = N_("Subtitle"),
  [SSM_EDITION_LABEL] = N_("Version"),
  [SSM_EDITION_DATE] = N_("Date"),
  [SSM_EDITION_OWNER] = N_("Owner"),
  [SSM_EDITION_REVIEW] = N_("Next review"),
  [SSM_PAGE_PAPER] = N_("Paper"),
  [SSM_PAGE_ORIENTATION] = N_("Orientation"),
  [SSM_PAGE_WIDTH] = N_("Paper width"),
  [SSM_PAGE_HEIGHT] = N_("Paper height"),
  [SSM_PAGE_DIRECTION] = N_("Direction"),
  [SSM_PAGE_FONT] = N_("Font"),
  [SSM_STAGE_BLOCK] = N_("Block"),
  [SSM_STAGE_COLOUR] = N_("Colour"),
  [SSM_STAGE_OUTCOME] = N_("It is now a"),
  [SSM_STAGE_LIMIT_DAYS] = N_("Stuck after"),
  [SSM_STAGE_GOAL] = N_("Goal for moving on"),
  [SSM_STAGE_CRM] = N_("Stage of the CRM"),
  [SSM_STAGE_LANGUAGE] = N_("Language"),
  [SSM_STAGE_NAME] = N_("Stage name"),
  [SSM_STAGE_DOES] = N_("What we do"),
  [SSM_STAGE_OWNER] = N_("Stage owner"),
  [SSM_CRITERION_LETTER] = N_("MEDDPICC letter"),
  [SSM_CRITERION_PROOF] = N_("Proof"),
  [SSM_CRITERION_FIELD] = N_("Field of the CRM"),
  [SSM_CRITERION_TEST] = N_("Test of the field"),
  [SSM_CRITERION_VALUE] = N_("Value of the test"),
  [SSM_CRITERION_EXAMPLE] = N_("Is an example"),
  [SSM_CRITERION_LANGUAGE] = N_("Language"),
  [SSM_CRITERION_TEXT] = N_("Criterion"),
  [SSM_LINK_FROM] = N_("Leads from"),
  [SSM_LINK_TO] = N_("Leads to"),
  [SSM_LINK_LANGUAGE] = N_("Language"),
  [SSM_LINK_TEXT] = N_("Return path"),
  [SSM_DEFINITION_TERM] = N_("Term"),
  [SSM_DEFINITION_ON_PAGE] = N_("On the page"),
  [SSM_DEFINITION_COUNTS] = N_("Counts"),
  [SSM_DEFINITION_COUNTS_NOT] = N_("Does not count"),
  [SSM_DEFINITION_LANGUAGE] = N_("Language"),
  [SSM_DEFINITION_TEXT] = N_("Definition"),
  [SSM_MEASURE_KIND] = N_("Measure"),
  [SSM_MEASURE_TARGET] = N_("Target"),
  [SSM_REASON_CODE] = N_("Code"),
  [SSM_REASON_NO_DECISION] = N_("Means no decision"),
  [SSM_REASON_LANGUAGE] = N_("Language"),
  [SSM_REASON_TEXT] = N_("Lost reason"),
  [SSM_MEASURED_AS_OF] = N_("As of"),
  [SSM_MEASURED_FROM] = N_("Since"),
  [SSM_MEASURED_SOURCE] = N_("Source"),
  [SSM_AT_STAGE] = N_("Stage"),
  [SSM_AT_ENTERED] = N_("Entered"),
  [SSM_AT_ADVANCED] = N_("Moved on"),
  [SSM_AT_LOST] = N_("Lost"),
  [SSM_AT_OPEN] = N_("Open"),
  [SSM_AT_MEDIAN_DAYS] = N_("Median days"),
  [SSM_AT_P90_DAYS] = N_("Days of nine in ten"),
  [SSM_TOTAL_KIND] = N_("Measure"),
  [SSM_TOTAL_NUMERATOR] = N_("Numerator"),
  [SSM_TOTAL_DENOMINATOR] = N_("Denominator"),
  [SSM_LOST_REASON] = N_("Lost reason"),
  [SSM_LOST_COUNT] = N_("Count"),
  [SSM_VERSION_LABEL] = N_("Name of the version"),
  [SSM_VERSION_DATE] = N_("Date of the version"),
  [SSM_IDEA_STAGE] = N_("Stage"),
  [SSM_IDEA_DATE] = N_("Date"),
  [SSM_IDEA_LANGUAGE] = N_("Language"),
  [SSM_IDEA_TEXT] = N_("Parked idea"),
  [SSM_PROPOSAL_STAGE] = N_("Stage"),
  /* Translators: of a stage: Enter when or Leave when */
  [SSM_PROPOSAL_SIDE] = N_("Side"),
  /* Translators: how many hands were raised for it */
  [SSM_PROPOSAL_HANDS] = N_("Hands"),
  [SSM_PROPOSAL_IS] = N_("Decision"),
  [SSM_PROPOSAL_LANGUAGE] = N_("Language"),
  [SSM_PROPOSAL_TEXT] = N_("Proposal"),
};

static const char * const kind_names[SSM_N_KINDS] = {
  [SSM_KIND_MAP] = N_("Map"),
  [SSM_KIND_EDITION] = N_("Edition"),
  [SSM_KIND_PAGE] = N_("Paper"),
  [SSM_KIND_STAGE] = N_("Stage"),
  [SSM_KIND_CRITERION] = N_("Criterion"),
  [SSM_KIND_LINK] = N_("Return path"),
  [SSM_KIND_DEFINITION] = N_("Definition"),
  [SSM_KIND_MEASURE] = N_("Measure"),
  [SSM_KIND_REASON] = N_("Lost reason"),
  [SSM_KIND_MEASURED] = N_("Figures"),
  [SSM_KIND_AT] = N_("Figures of a stage"),
  [SSM_KIND_TOTAL] = N_("Figure"),
  [SSM_KIND_LOST] = N_("Count of a reason"),
  [SSM_KIND_VERSION] = N_("Version"),
  [SSM_KIND_IDEA] = N_("Parked idea"),
  [SSM_KIND_PROPOSAL] = N_("Proposal"),
};

/* What the names of a file stand for; other names are shown as they are. */
static const struct
{
  const char *token;
  const char *words;
} tokens[] = {
  { "win-rate", N_("Win rate") },       { "coverage", N_("Coverage") },
  { "cycle-time", N_("Cycle time") },   { "conversion", N_("Conversion") },
  { "lost", N_("Lost") },               { "nurture", N_("Nurture") },
  { "landscape", N_("Landscape") },     { "portrait", N_("Portrait") },
  { "other", N_("Other") },             { "entry", N_("Enter when") },
  { "exit", N_("Leave when") },         { "kept", N_("Kept") },
  { "left", N_("Not kept") },
};

const char *
ssm_field_words (SsmField field)
{
  return _(field_names[field]);
}

const char *
ssm_kind_words (SsmKind kind)
{
  return _(kind_names[kind]);
}

static char *
describe_token (const char *token)
{
  for (guint i = 0; ssm_blocks[i] != NULL; i++)
    if (strcmp (ssm_blocks[i], token) == 0)
      return g_strdup (ssm_block_name (i));
  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++)
    if (strcmp (tokens[i].token, token) == 0)
      return g_strdup (_(tokens[i].words));

  return g_strdup (token);
}

/* What an id names; one that names nothing in the map is a word such as "lost". */
static char *
describe_id (const SsmMap *map, const char *id)
{
  const SsmPart *part = ssm_map_find (map, id);

  return part != NULL ? ssm_part_name (map, part) : describe_token (id);
}

static char *
describe_days (const SsmPart *part, SsmField field)
{
  double days = ssm_part_number (part, field, 0);

  if (days != (guint) days)
    return g_strdup_printf (_("%s days"), ssm_part_text (part, field));
  return g_strdup_printf (ngettext ("%u day", "%u days", (guint) days), (guint) days);
}

char *
ssm_field_value (const SsmMap *map, const SsmPart *part, SsmField field)
{
  const char *text = ssm_part_text (part, field);

  if (field == SSM_STAGE_LIMIT_DAYS)
    return describe_days (part, field);
  if (field == SSM_STAGE_GOAL)
    return g_strdup_printf (_("%g %%"), 100 * ssm_part_number (part, field, 0));

  switch (ssm_field_info (field)->type)
    {
    case SSM_TYPE_ID:
      return describe_id (map, text);
    case SSM_TYPE_TOKEN:
      return describe_token (text);
    case SSM_TYPE_FLAG:
      return g_strdup (ssm_part_flag (part, field) ? _("Yes") : _("No"));
    default:
      return g_strdup (text);
    }
}

/* The field that names a part. */
static SsmField
name_field (SsmKind kind)
{
  static const SsmField fields[SSM_N_KINDS] = {
    [SSM_KIND_MAP] = SSM_MAP_TITLE,
    [SSM_KIND_EDITION] = SSM_EDITION_LABEL,
    [SSM_KIND_PAGE] = SSM_PAGE_PAPER,
    [SSM_KIND_STAGE] = SSM_STAGE_NAME,
    [SSM_KIND_CRITERION] = SSM_CRITERION_TEXT,
    [SSM_KIND_LINK] = SSM_LINK_TEXT,
    [SSM_KIND_DEFINITION] = SSM_DEFINITION_TERM,
    [SSM_KIND_MEASURE] = SSM_MEASURE_KIND,
    [SSM_KIND_REASON] = SSM_REASON_TEXT,
    [SSM_KIND_MEASURED] = SSM_MEASURED_SOURCE,
    [SSM_KIND_AT] = SSM_AT_STAGE,
    [SSM_KIND_TOTAL] = SSM_TOTAL_KIND,
    [SSM_KIND_LOST] = SSM_LOST_REASON,
    [SSM_KIND_VERSION] = SSM_VERSION_LABEL,
    [SSM_KIND_IDEA] = SSM_IDEA_TEXT,
    [SSM_KIND_PROPOSAL] = SSM_PROPOSAL_TEXT,
  };

  return fields[kind];
}

char *
ssm_part_name (const SsmMap *map, const SsmPart *part)
{
  g_autofree char *name = ssm_field_value (map, part, name_field (ssm_part_kind (part)));

  if (*name == '\0')
    /* Translators: stands for the text of a criterion or the name of a stage */
    return g_strdup (_("without a name"));
  return g_steal_pointer (&name);
}

char *
ssm_part_words (const SsmMap *map, const SsmPart *part)
{
  g_autofree char *name = ssm_part_name (map, part);
  g_autofree char *rest = NULL;

  if (ssm_part_kind (part) == SSM_KIND_DEFINITION)
    rest = g_strdup (ssm_part_text (part, SSM_DEFINITION_TEXT));
  else if (ssm_part_kind (part) == SSM_KIND_MEASURE)
    rest = g_strdup (ssm_part_text (part, SSM_MEASURE_TARGET));
  if (rest == NULL || *rest == '\0')
    return g_steal_pointer (&name);

  /* Translators: a term and what it means, a measure and its target */
  return g_strdup_printf (_("%s: %s"), name, rest);
}
