/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a map and a deal book are made of, as a table: the kinds of part, the texts each
 * carries and the lists each holds. Copying, comparing, reading, writing and merging all loop over this
 * table, so a new field is one row here, and not seven places elsewhere. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SSM_KIND_MAP,
  SSM_KIND_EDITION,
  SSM_KIND_PAGE,
  SSM_KIND_STAGE,
  SSM_KIND_CRITERION,
  SSM_KIND_LINK,
  SSM_KIND_DEFINITION,
  SSM_KIND_MEASURE,
  SSM_KIND_REASON,
  SSM_KIND_MEASURED,
  SSM_KIND_AT,
  SSM_KIND_TOTAL,
  SSM_KIND_LOST,
  SSM_KIND_VERSION,
  SSM_KIND_BOOK,      /* the root of a deal book */
  SSM_KIND_IMPORT,    /* how the last table was read, for the next one */
  SSM_KIND_COLUMN,    /* what a column of it is */
  SSM_KIND_MEANING,   /* what a value in it is */
  SSM_KIND_DEAL,
  SSM_KIND_DIAGNOSIS, /* the answers as they are, or as they were on a day */
  SSM_KIND_ANSWER,
  SSM_KIND_NEXT,      /* the next action */
  SSM_KIND_MOVE,      /* from one stage to another */
  SSM_KIND_CLOSED,    /* won or lost */
  SSM_KIND_VALUE,     /* of a column that criteria test */
  SSM_KIND_IDEA,      /* parked in a workshop until it is dealt with */
  SSM_KIND_PROPOSAL,  /* for a criterion, with the hands that were raised for it */
  SSM_KIND_AGENDA,    /* the root of an agenda: what a workshop goes through */
  SSM_KIND_STEP,      /* of it */
  SSM_N_KINDS
} SsmKind;

/* Grouped by kind; within a kind first the attributes, then the elements, each in the
 * order in which the file has them. */
typedef enum
{
  SSM_FIELD_NONE = -1,
  SSM_MAP_VERSION,
  SSM_MAP_LANGUAGE,
  SSM_MAP_TITLE,
  SSM_MAP_SUBTITLE,
  SSM_EDITION_LABEL,
  SSM_EDITION_DATE,
  SSM_EDITION_OWNER,
  SSM_EDITION_REVIEW,
  SSM_PAGE_PAPER,
  SSM_PAGE_ORIENTATION,
  SSM_PAGE_WIDTH,
  SSM_PAGE_HEIGHT,
  SSM_PAGE_DIRECTION,
  SSM_PAGE_FONT,
  SSM_STAGE_BLOCK,
  SSM_STAGE_COLOUR,
  SSM_STAGE_OUTCOME,
  SSM_STAGE_LIMIT_DAYS,
  SSM_STAGE_GOAL,
  SSM_STAGE_CRM,
  SSM_STAGE_LANGUAGE,
  SSM_STAGE_NAME,
  SSM_STAGE_DOES,
  SSM_STAGE_OWNER,
  SSM_CRITERION_LETTER,
  SSM_CRITERION_PROOF,
  SSM_CRITERION_FIELD,
  SSM_CRITERION_TEST,
  SSM_CRITERION_VALUE,
  SSM_CRITERION_EXAMPLE,
  SSM_CRITERION_LANGUAGE,
  SSM_CRITERION_TEXT,
  SSM_LINK_FROM,
  SSM_LINK_TO,
  SSM_LINK_LANGUAGE,
  SSM_LINK_TEXT,
  SSM_DEFINITION_TERM,
  SSM_DEFINITION_ON_PAGE,
  SSM_DEFINITION_COUNTS,
  SSM_DEFINITION_COUNTS_NOT,
  SSM_DEFINITION_LANGUAGE,
  SSM_DEFINITION_TEXT,
  SSM_MEASURE_KIND,
  SSM_MEASURE_TARGET,
  SSM_REASON_CODE,
  SSM_REASON_NO_DECISION,
  SSM_REASON_LANGUAGE,
  SSM_REASON_TEXT,
  SSM_MEASURED_AS_OF,
  SSM_MEASURED_FROM,
  SSM_MEASURED_SOURCE,
  SSM_AT_STAGE,
  SSM_AT_ENTERED,
  SSM_AT_ADVANCED,
  SSM_AT_LOST,
  SSM_AT_OPEN,
  SSM_AT_MEDIAN_DAYS,
  SSM_AT_P90_DAYS,
  SSM_TOTAL_KIND,
  SSM_TOTAL_NUMERATOR,
  SSM_TOTAL_DENOMINATOR,
  SSM_LOST_REASON,
  SSM_LOST_COUNT,
  SSM_VERSION_LABEL,
  SSM_VERSION_DATE,
  SSM_BOOK_VERSION,
  SSM_BOOK_MAP,
  SSM_IMPORT_SOURCE,
  SSM_IMPORT_DATE,
  SSM_IMPORT_DELIMITER,
  SSM_IMPORT_ENCODING,
  SSM_IMPORT_DATE_ORDER,
  SSM_IMPORT_DECIMAL,
  SSM_IMPORT_CURRENCY,
  SSM_COLUMN_HEADER,
  SSM_COLUMN_FIELD,
  SSM_MEANING_OF,
  SSM_MEANING_VALUE,
  SSM_MEANING_IS,
  SSM_DEAL_CLAIMED,
  SSM_DEAL_SINCE,
  SSM_DEAL_CRM,
  SSM_DEAL_AMOUNT,
  SSM_DEAL_CURRENCY,
  SSM_DEAL_CLOSE,
  SSM_DEAL_SLIPS,
  SSM_DEAL_CREATED,
  SSM_DEAL_NAME,
  SSM_DEAL_ACCOUNT,
  SSM_DEAL_OWNER,
  SSM_DIAGNOSIS_DATE,
  SSM_DIAGNOSIS_BY,
  SSM_DIAGNOSIS_CLAIMED,
  SSM_DIAGNOSIS_EVIDENCE,
  SSM_ANSWER_CRITERION,
  SSM_ANSWER_IS,
  SSM_ANSWER_DATE,
  SSM_ANSWER_BY,
  SSM_ANSWER_SOURCE,
  SSM_ANSWER_WORDS,
  SSM_ANSWER_EVIDENCE,
  SSM_NEXT_WHO,
  SSM_NEXT_DATE,
  SSM_NEXT_TEXT,
  SSM_MOVE_DATE,
  SSM_MOVE_FROM,
  SSM_MOVE_TO,
  SSM_CLOSED_AS,
  SSM_CLOSED_DATE,
  SSM_CLOSED_REASON,
  SSM_CLOSED_CODE,
  SSM_CLOSED_NOTE,
  SSM_VALUE_COLUMN,
  SSM_VALUE_TEXT,
  SSM_IDEA_STAGE,
  SSM_IDEA_DATE,
  SSM_IDEA_LANGUAGE,
  SSM_IDEA_TEXT,
  SSM_PROPOSAL_STAGE,
  SSM_PROPOSAL_SIDE,
  SSM_PROPOSAL_HANDS,
  SSM_PROPOSAL_IS,
  SSM_PROPOSAL_LANGUAGE,
  SSM_PROPOSAL_TEXT,
  SSM_AGENDA_VERSION,
  SSM_AGENDA_SILENT_SECONDS,
  SSM_AGENDA_TITLE,
  SSM_STEP_OF,
  SSM_STEP_STAGE,
  SSM_STEP_SECONDS,
  SSM_STEP_OFF,
  SSM_STEP_ASK,
  SSM_N_FIELDS
} SsmField;

/* Grouped by the kind of the part that holds the list, in file order. */
typedef enum
{
  SSM_LIST_NONE = -1,
  SSM_LIST_EDITION,
  SSM_LIST_PAGE,
  SSM_LIST_STAGES,
  SSM_LIST_LINKS,
  SSM_LIST_DEFINITIONS,
  SSM_LIST_MEASURES,
  SSM_LIST_REASONS,
  SSM_LIST_MEASURED,
  SSM_LIST_IDEAS,
  SSM_LIST_PROPOSALS,
  SSM_LIST_VERSIONS,
  SSM_LIST_ENTRY,
  SSM_LIST_EXIT,
  SSM_LIST_AT,
  SSM_LIST_TOTALS,
  SSM_LIST_LOST,
  SSM_LIST_VERSION_MAP,
  SSM_LIST_IMPORT,
  SSM_LIST_DEALS,
  SSM_LIST_COLUMNS,
  SSM_LIST_MEANINGS,
  SSM_LIST_DIAGNOSIS, /* the one that is worked on */
  SSM_LIST_PAST,      /* those that were kept, oldest first */
  SSM_LIST_MOVES,     /* in their order */
  SSM_LIST_CLOSED,
  SSM_LIST_VALUES,
  SSM_LIST_ANSWERS,
  SSM_LIST_NEXT,
  SSM_LIST_STEPS,
  SSM_N_LISTS
} SsmList;

typedef enum
{
  SSM_FORM_ATTRIBUTE, /* an attribute of the part's own element */
  SSM_FORM_ELEMENT,   /* a child element that holds text */
  SSM_FORM_CONTENT    /* the text inside the part's own element */
} SsmFieldForm;

typedef enum
{
  SSM_TYPE_TEXT,    /* words for people */
  SSM_TYPE_LINES,   /* the same, each line a text of its own */
  SSM_TYPE_TOKEN,   /* one of a list of names; unknown ones are kept */
  SSM_TYPE_ID,      /* the id of another part */
  SSM_TYPE_NUMBER,  /* [-]digits[.digits], at most 15 + 6 digits */
  SSM_TYPE_DATE,    /* YYYY-MM-DD that the calendar has */
  SSM_TYPE_FLAG,    /* yes or no; no is the default and is not written */
  SSM_TYPE_LANGUAGE,/* a BCP 47 tag such as pt-BR */
  SSM_TYPE_VERSION  /* MAJOR.MINOR of the file format */
} SsmFieldType;

typedef struct
{
  SsmKind kind;
  SsmFieldForm form;
  SsmFieldType type;
  const char *name; /* of the attribute or element; NULL for SSM_FORM_CONTENT */
} SsmFieldInfo;

typedef struct
{
  SsmKind kind;          /* of the part that holds the list */
  SsmKind child;         /* of what is in it */
  const char *container; /* element around the items; NULL: they stand in the parent */
  guint max;             /* items allowed; 0: any number; 1: a singleton part */
} SsmListInfo;

typedef struct
{
  const char *element;
  const char *id_prefix; /* of ids made for it; NULL: the kind has no id */
  SsmField first_field;
  guint n_fields;
  SsmList first_list;
  guint n_lists;
} SsmKindInfo;

/* The tables. The returned struct is static. */
const SsmKindInfo  *ssm_kind_info  (SsmKind  kind);
const SsmFieldInfo *ssm_field_info (SsmField field);
const SsmListInfo  *ssm_list_info  (SsmList  list);

/* The singleton list of @kind whose part carries @field, or SSM_LIST_NONE: the edition's
 * label is, for a person, a text of the map. */
SsmList ssm_kind_singleton_with (SsmKind kind, SsmField field);

/* Limits of the file, which every way into a map or book keeps. Sizes are bytes of UTF-8. */
#define SSM_MAX_FILE (16 * 1024 * 1024)
#define SSM_MAX_BOOK (256 * 1024 * 1024)
#define SSM_MAX_DEALS 1000000
#define SSM_MAX_STAGES 1000
#define SSM_MAX_CRITERIA 20000
#define SSM_MAX_TEXT (1024 * 1024)
#define SSM_MAX_ID 64

G_END_DECLS
