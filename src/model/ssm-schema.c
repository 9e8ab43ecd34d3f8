/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables behind ssm-schema.h. */

#include "ssm-schema.h"

#define ATTRIBUTE(kind, type, name) \
  { SSM_KIND_##kind, SSM_FORM_ATTRIBUTE, SSM_TYPE_##type, name }
#define ELEMENT(kind, type, name) { SSM_KIND_##kind, SSM_FORM_ELEMENT, SSM_TYPE_##type, name }
#define CONTENT(kind) { SSM_KIND_##kind, SSM_FORM_CONTENT, SSM_TYPE_TEXT, NULL }

static const SsmFieldInfo fields[SSM_N_FIELDS] = {
  [SSM_MAP_VERSION] = ATTRIBUTE (MAP, VERSION, "version"),
  [SSM_MAP_LANGUAGE] = ATTRIBUTE (MAP, LANGUAGE, "xml:lang"),
  [SSM_MAP_TITLE] = ELEMENT (MAP, TEXT, "title"),
  [SSM_MAP_SUBTITLE] = ELEMENT (MAP, TEXT, "subtitle"),
  [SSM_EDITION_LABEL] = ATTRIBUTE (EDITION, TEXT, "label"),
  [SSM_EDITION_DATE] = ATTRIBUTE (EDITION, DATE, "date"),
  [SSM_EDITION_OWNER] = ATTRIBUTE (EDITION, TEXT, "owner"),
  [SSM_EDITION_REVIEW] = ATTRIBUTE (EDITION, DATE, "review"),
  [SSM_PAGE_PAPER] = ATTRIBUTE (PAGE, TOKEN, "paper"),
  [SSM_PAGE_ORIENTATION] = ATTRIBUTE (PAGE, TOKEN, "orientation"),
  [SSM_PAGE_WIDTH] = ATTRIBUTE (PAGE, NUMBER, "width"),
  [SSM_PAGE_HEIGHT] = ATTRIBUTE (PAGE, NUMBER, "height"),
  [SSM_PAGE_DIRECTION] = ATTRIBUTE (PAGE, TOKEN, "direction"),
  [SSM_PAGE_FONT] = ATTRIBUTE (PAGE, TEXT, "font"),
  [SSM_STAGE_BLOCK] = ATTRIBUTE (STAGE, TOKEN, "block"),
  [SSM_STAGE_COLOUR] = ATTRIBUTE (STAGE, NUMBER, "colour"),
  [SSM_STAGE_OUTCOME] = ATTRIBUTE (STAGE, ID, "outcome"),
  [SSM_STAGE_LIMIT_DAYS] = ATTRIBUTE (STAGE, NUMBER, "limit-days"),
  [SSM_STAGE_GOAL] = ATTRIBUTE (STAGE, NUMBER, "goal"),
  [SSM_STAGE_CRM] = ATTRIBUTE (STAGE, TEXT, "crm"),
  [SSM_STAGE_LANGUAGE] = ATTRIBUTE (STAGE, LANGUAGE, "xml:lang"),
  [SSM_STAGE_NAME] = ELEMENT (STAGE, TEXT, "name"),
  [SSM_STAGE_DOES] = ELEMENT (STAGE, TEXT, "does"),
  [SSM_STAGE_OWNER] = ELEMENT (STAGE, TEXT, "owner"),
  [SSM_CRITERION_LETTER] = ATTRIBUTE (CRITERION, TOKEN, "letter"),
  [SSM_CRITERION_PROOF] = ATTRIBUTE (CRITERION, TEXT, "proof"),
  [SSM_CRITERION_FIELD] = ATTRIBUTE (CRITERION, TEXT, "field"),
  [SSM_CRITERION_TEST] = ATTRIBUTE (CRITERION, TOKEN, "test"),
  [SSM_CRITERION_VALUE] = ATTRIBUTE (CRITERION, TEXT, "value"),
  [SSM_CRITERION_EXAMPLE] = ATTRIBUTE (CRITERION, FLAG, "example"),
  [SSM_CRITERION_LANGUAGE] = ATTRIBUTE (CRITERION, LANGUAGE, "xml:lang"),
  [SSM_CRITERION_TEXT] = CONTENT (CRITERION),
  [SSM_LINK_FROM] = ATTRIBUTE (LINK, ID, "from"),
  [SSM_LINK_TO] = ATTRIBUTE (LINK, ID, "to"),
  [SSM_LINK_LANGUAGE] = ATTRIBUTE (LINK, LANGUAGE, "xml:lang"),
  [SSM_LINK_TEXT] = CONTENT (LINK),
  [SSM_DEFINITION_TERM] = ATTRIBUTE (DEFINITION, TEXT, "term"),
  [SSM_DEFINITION_ON_PAGE] = ATTRIBUTE (DEFINITION, FLAG, "page"),
  [SSM_DEFINITION_COUNTS] = ATTRIBUTE (DEFINITION, LINES, "counts"),
  [SSM_DEFINITION_COUNTS_NOT] = ATTRIBUTE (DEFINITION, LINES, "counts-not"),
  [SSM_DEFINITION_LANGUAGE] = ATTRIBUTE (DEFINITION, LANGUAGE, "xml:lang"),
  [SSM_DEFINITION_TEXT] = CONTENT (DEFINITION),
  [SSM_MEASURE_KIND] = ATTRIBUTE (MEASURE, TOKEN, "kind"),
  [SSM_MEASURE_TARGET] = ATTRIBUTE (MEASURE, NUMBER, "target"),
  [SSM_REASON_CODE] = ATTRIBUTE (REASON, TEXT, "code"),
  [SSM_REASON_NO_DECISION] = ATTRIBUTE (REASON, FLAG, "no-decision"),
  [SSM_REASON_LANGUAGE] = ATTRIBUTE (REASON, LANGUAGE, "xml:lang"),
  [SSM_REASON_TEXT] = CONTENT (REASON),
  [SSM_MEASURED_AS_OF] = ATTRIBUTE (MEASURED, DATE, "as-of"),
  [SSM_MEASURED_FROM] = ATTRIBUTE (MEASURED, DATE, "from"),
  [SSM_MEASURED_SOURCE] = ATTRIBUTE (MEASURED, TEXT, "source"),
  [SSM_AT_STAGE] = ATTRIBUTE (AT, ID, "stage"),
  [SSM_AT_ENTERED] = ATTRIBUTE (AT, NUMBER, "entered"),
  [SSM_AT_ADVANCED] = ATTRIBUTE (AT, NUMBER, "advanced"),
  [SSM_AT_LOST] = ATTRIBUTE (AT, NUMBER, "lost"),
  [SSM_AT_OPEN] = ATTRIBUTE (AT, NUMBER, "open"),
  [SSM_AT_MEDIAN_DAYS] = ATTRIBUTE (AT, NUMBER, "median-days"),
  [SSM_AT_P90_DAYS] = ATTRIBUTE (AT, NUMBER, "p90-days"),
  [SSM_TOTAL_KIND] = ATTRIBUTE (TOTAL, TOKEN, "kind"),
  [SSM_TOTAL_NUMERATOR] = ATTRIBUTE (TOTAL, NUMBER, "numerator"),
  [SSM_TOTAL_DENOMINATOR] = ATTRIBUTE (TOTAL, NUMBER, "denominator"),
  [SSM_LOST_REASON] = ATTRIBUTE (LOST, ID, "reason"),
  [SSM_LOST_COUNT] = ATTRIBUTE (LOST, NUMBER, "count"),
  [SSM_VERSION_LABEL] = ATTRIBUTE (VERSION, TEXT, "label"),
  [SSM_VERSION_DATE] = ATTRIBUTE (VERSION, DATE, "date"),
};

static const SsmListInfo lists[SSM_N_LISTS] = {
  [SSM_LIST_EDITION] = { SSM_KIND_MAP, SSM_KIND_EDITION, NULL, 1 },
  [SSM_LIST_PAGE] = { SSM_KIND_MAP, SSM_KIND_PAGE, NULL, 1 },
  [SSM_LIST_STAGES] = { SSM_KIND_MAP, SSM_KIND_STAGE, "stages", SSM_MAX_STAGES },
  [SSM_LIST_LINKS] = { SSM_KIND_MAP, SSM_KIND_LINK, "links", 0 },
  [SSM_LIST_DEFINITIONS] = { SSM_KIND_MAP, SSM_KIND_DEFINITION, "definitions", 0 },
  [SSM_LIST_MEASURES] = { SSM_KIND_MAP, SSM_KIND_MEASURE, "measures", 0 },
  [SSM_LIST_REASONS] = { SSM_KIND_MAP, SSM_KIND_REASON, "reasons", 0 },
  [SSM_LIST_MEASURED] = { SSM_KIND_MAP, SSM_KIND_MEASURED, NULL, 1 },
  [SSM_LIST_VERSIONS] = { SSM_KIND_MAP, SSM_KIND_VERSION, "versions", 0 },
  [SSM_LIST_ENTRY] = { SSM_KIND_STAGE, SSM_KIND_CRITERION, "entry", 0 },
  [SSM_LIST_EXIT] = { SSM_KIND_STAGE, SSM_KIND_CRITERION, "exit", 0 },
  [SSM_LIST_AT] = { SSM_KIND_MEASURED, SSM_KIND_AT, NULL, 0 },
  [SSM_LIST_TOTALS] = { SSM_KIND_MEASURED, SSM_KIND_TOTAL, NULL, 0 },
  [SSM_LIST_LOST] = { SSM_KIND_MEASURED, SSM_KIND_LOST, NULL, 0 },
  [SSM_LIST_VERSION_MAP] = { SSM_KIND_VERSION, SSM_KIND_MAP, NULL, 1 },
};

#define FIELDS(first, last) first, (last) - (first) + 1
#define LISTS(first, last) first, (last) - (first) + 1
#define NO_LISTS SSM_LIST_NONE, 0

static const SsmKindInfo kinds[SSM_N_KINDS] = {
  [SSM_KIND_MAP] = { "map", "m", FIELDS (SSM_MAP_VERSION, SSM_MAP_SUBTITLE),
                     LISTS (SSM_LIST_EDITION, SSM_LIST_VERSIONS) },
  [SSM_KIND_EDITION] = { "edition", NULL, FIELDS (SSM_EDITION_LABEL, SSM_EDITION_REVIEW),
                         NO_LISTS },
  [SSM_KIND_PAGE] = { "page", NULL, FIELDS (SSM_PAGE_PAPER, SSM_PAGE_FONT), NO_LISTS },
  [SSM_KIND_STAGE] = { "stage", "s", FIELDS (SSM_STAGE_BLOCK, SSM_STAGE_OWNER),
                       LISTS (SSM_LIST_ENTRY, SSM_LIST_EXIT) },
  [SSM_KIND_CRITERION] = { "criterion", "c",
                           FIELDS (SSM_CRITERION_LETTER, SSM_CRITERION_TEXT), NO_LISTS },
  [SSM_KIND_LINK] = { "link", "l", FIELDS (SSM_LINK_FROM, SSM_LINK_TEXT), NO_LISTS },
  [SSM_KIND_DEFINITION] = { "definition", "d",
                            FIELDS (SSM_DEFINITION_TERM, SSM_DEFINITION_TEXT), NO_LISTS },
  [SSM_KIND_MEASURE] = { "measure", "q", FIELDS (SSM_MEASURE_KIND, SSM_MEASURE_TARGET),
                         NO_LISTS },
  [SSM_KIND_REASON] = { "reason", "r", FIELDS (SSM_REASON_CODE, SSM_REASON_TEXT), NO_LISTS },
  [SSM_KIND_MEASURED] = { "measured", NULL,
                          FIELDS (SSM_MEASURED_AS_OF, SSM_MEASURED_SOURCE),
                          LISTS (SSM_LIST_AT, SSM_LIST_LOST) },
  [SSM_KIND_AT] = { "at", NULL, FIELDS (SSM_AT_STAGE, SSM_AT_P90_DAYS), NO_LISTS },
  [SSM_KIND_TOTAL] = { "total", NULL, FIELDS (SSM_TOTAL_KIND, SSM_TOTAL_DENOMINATOR),
                       NO_LISTS },
  [SSM_KIND_LOST] = { "lost", NULL, FIELDS (SSM_LOST_REASON, SSM_LOST_COUNT), NO_LISTS },
  [SSM_KIND_VERSION] = { "version", "v", FIELDS (SSM_VERSION_LABEL, SSM_VERSION_DATE),
                         LISTS (SSM_LIST_VERSION_MAP, SSM_LIST_VERSION_MAP) },
};

const SsmKindInfo *
ssm_kind_info (SsmKind kind)
{
  g_assert (kind < SSM_N_KINDS);
  return &kinds[kind];
}

const SsmFieldInfo *
ssm_field_info (SsmField field)
{
  g_assert (field >= 0 && field < SSM_N_FIELDS);
  return &fields[field];
}

const SsmListInfo *
ssm_list_info (SsmList list)
{
  g_assert (list >= 0 && list < SSM_N_LISTS);
  return &lists[list];
}

SsmList
ssm_kind_singleton_with (SsmKind kind, SsmField field)
{
  const SsmKindInfo *info = ssm_kind_info (kind);

  for (guint i = 0; i < info->n_lists; i++)
    {
      SsmList list = info->first_list + (int) i;
      if (lists[list].max == 1 && lists[list].child == ssm_field_info (field)->kind)
        return list;
    }

  return SSM_LIST_NONE;
}
