/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-area-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-check.h"
#include "ssm-page-walk.h"
#include "ssm-version-words.h"

const char *
ssm_field_name (SsmField field)
{
  switch (field)
    {
    case SSM_MAP_TITLE:
      return _("Title");
    case SSM_MAP_SUBTITLE:
      return _("Subtitle");
    case SSM_EDITION_LABEL:
      return _("Version");
    case SSM_EDITION_DATE:
      return _("Date");
    case SSM_EDITION_OWNER:
      return _("Owner");
    case SSM_EDITION_REVIEW:
      return _("Next review");
    case SSM_STAGE_NAME:
      return _("Stage name");
    case SSM_STAGE_DOES:
      return _("What we do");
    case SSM_STAGE_OWNER:
      return _("Stage owner");
    case SSM_STAGE_OUTCOME:
      return _("It is now a");
    case SSM_CRITERION_TEXT:
      return _("Criterion");
    case SSM_LINK_TEXT:
      return _("Return path");
    case SSM_DEFINITION_TERM:
      return _("Term");
    case SSM_DEFINITION_TEXT:
      return _("Definition");
    case SSM_DEFINITION_COUNTS:
      return _("Counts");
    case SSM_DEFINITION_COUNTS_NOT:
      return _("Does not count");
    case SSM_CRITERION_PROOF:
      return _("Proof");
    default:
      return _("Text");
    }
}

const char *
ssm_list_name (SsmList list)
{
  return list == SSM_LIST_ENTRY ? _("Enter when") : _("Leave when");
}

char *
ssm_map_name (const SsmMap *map)
{
  guint n = ssm_map_n_stages (map);
  const char *title = ssm_map_text (map, SSM_MAP_TITLE);

  if (*title == '\0')
    title = _("without a title");
  return g_strdup_printf (ngettext ("Sales System Map: %s, %u stage",
                                    "Sales System Map: %s, %u stages", n),
                          title, n);
}

char *
ssm_area_text (const SsmMapIndex *map, const SsmArea *area)
{
  const SsmPart *part;

  if (area->field == SSM_FIELD_NONE)
    return g_strdup ("");
  if (ssm_field_info (area->field)->kind == SSM_KIND_MAP
      || ssm_field_info (area->field)->kind == SSM_KIND_EDITION)
    return g_strdup (ssm_map_text (ssm_map_index_get_map (map), area->field));

  part = ssm_map_index_find (map, area->id);
  if (area->field == SSM_STAGE_OUTCOME)
    return g_strdup (part != NULL ? ssm_part_text (ssm_map_outcome (ssm_map_index_get_map (map), part),
                                                   SSM_DEFINITION_TERM)
                                  : "");
  return g_strdup (ssm_part_text (part, area->field));
}

/* (transfer full): "Stage 3 of 7, Discovery." for what stands in a stage, else "". */
static char *
stage_words (const SsmMapIndex *map, const SsmPage *page, guint index)
{
  int stage_area = ssm_page_stage_area (page, (int) index);
  const SsmPart *stage = NULL;
  guint position;

  if (stage_area >= 0)
    stage = ssm_map_index_stage (map, ssm_page_area (page, (guint) stage_area)->id, &position);
  if (stage == NULL)
    return g_strdup ("");

  return g_strdup_printf (_("Stage %u of %u, %s."), position + 1, ssm_map_n_stages (ssm_map_index_get_map (map)),
                          ssm_part_text (stage, SSM_STAGE_NAME));
}

static char *
stage_name (const SsmMapIndex *map, const SsmArea *area)
{
  guint position = 0;
  const SsmPart *stage = ssm_map_index_stage (map, area->id, &position);

  return g_strdup_printf (_("Stage %u of %u: %s"), position + 1, ssm_map_n_stages (ssm_map_index_get_map (map)),
                          ssm_part_text (stage, SSM_STAGE_NAME));
}

/* "." behind a text that does not end in one already. */
static const char *
full_stop (const char *text)
{
  return g_str_has_suffix (text, ".") ? "" : ".";
}

static char *
text_name (const SsmMapIndex *map, const SsmPage *page, guint index)
{
  const SsmArea *area = ssm_page_area (page, index);
  g_autofree char *text = ssm_area_text (map, area);
  g_autofree char *stage = stage_words (map, page, index);
  const char *words = *text != '\0' ? text : _("Empty");

  return g_strdup_printf ("%s%s %s.%s%s", words, full_stop (words),
                          ssm_field_name (area->field), *stage != '\0' ? " " : "", stage);
}

static char *
criterion_name (const SsmMapIndex *map, const SsmPage *page, guint index)
{
  const SsmArea *area = ssm_page_area (page, index);
  g_autofree char *text = ssm_area_text (map, area);
  g_autofree char *stage = stage_words (map, page, index);
  const char *words = *text != '\0' ? text : _("Empty");
  int list = ssm_page_list_area (page, (int) index);

  if (list < 0)
    return g_strdup (text);

  /* TRANSLATORS: “Impact quantified. Leave when, 2 of 3. Stage 3 of 7, Discovery.” */
  return g_strdup_printf (_("%s%s %s, %u of %u. %s"), words, full_stop (words),
                          ssm_list_name (ssm_page_area (page, (guint) list)->list),
                          ssm_page_criterion_position (page, (int) index) + 1,
                          ssm_page_n_criteria (page, list), stage);
}

char *
ssm_area_name (const SsmMapIndex *map, const SsmPage *page, guint index)
{
  const SsmArea *area = ssm_page_area (page, index);

  switch (area->role)
    {
    case SSM_AREA_STAGE:
      return stage_name (map, area);
    case SSM_AREA_LIST:
      return g_strdup_printf ("%s, %u", ssm_list_name (area->list),
                              ssm_page_n_criteria (page, (int) index));
    case SSM_AREA_CRITERION:
      return criterion_name (map, page, index);
    case SSM_AREA_TEXT:
    case SSM_AREA_OUTCOME:
    case SSM_AREA_LINK:
      return area->field != SSM_FIELD_NONE ? text_name (map, page, index)
                                           : g_strdup (area->label);
    case SSM_AREA_GROUP:
    case SSM_AREA_DEFINITION:
    case SSM_AREA_MEASURE:
    default:
      return g_strdup (area->label);
    }
}

static char *
stage_description (const SsmMapIndex *map, const SsmArea *area)
{
  const SsmPart *stage = ssm_map_index_find (map, area->id);
  double goal = ssm_part_number (stage, SSM_STAGE_GOAL, 0);
  guint enter = ssm_part_n_children (stage, SSM_LIST_ENTRY);
  guint leave = ssm_part_n_children (stage, SSM_LIST_EXIT);

  if (*ssm_part_text (stage, SSM_STAGE_GOAL) == '\0')
    return g_strdup_printf (_("%u enter, %u leave"), enter, leave);
  return g_strdup_printf (_("%u enter, %u leave; %.0f %% should move on"), enter, leave,
                          goal * 100);
}

/* Where a return path begins or ends. */
static const char *
place_name (const SsmMapIndex *map, const char *place)
{
  const SsmPart *stage = ssm_map_index_find (map, place);

  if (stage != NULL)
    return ssm_part_text (stage, SSM_STAGE_NAME);
  return strcmp (place, "lost") == 0 ? _("lost deals") : _("nurture");
}

static char *
link_description (const SsmMapIndex *map, const SsmArea *area)
{
  const SsmPart *link = ssm_map_index_find (map, area->id);

  /* Translators: of a return path: “From Close to Discovery” */
  return g_strdup_printf (_("From %s to %s"),
                          place_name (map, ssm_part_text (link, SSM_LINK_FROM)),
                          place_name (map, ssm_part_text (link, SSM_LINK_TO)));
}

static char *
text_description (const SsmMapIndex *map, const SsmArea *area)
{
  g_autofree char *today = ssm_version_today ();

  return g_strdup (area->field == SSM_EDITION_REVIEW
                       && ssm_review_is_due (ssm_map_index_get_map (map), today)
                     ? _("The review is due")
                     : "");
}

char *
ssm_area_description (const SsmMapIndex *map, const SsmPage *page, guint index)
{
  const SsmArea *area = ssm_page_area (page, index);
  const char *proof;

  switch (area->role)
    {
    case SSM_AREA_STAGE:
      return stage_description (map, area);
    case SSM_AREA_CRITERION:
      proof = ssm_part_text (ssm_map_index_find (map, area->id), SSM_CRITERION_PROOF);
      return *proof != '\0' ? g_strdup_printf (_("Proof: %s"), proof) : g_strdup ("");
    case SSM_AREA_LINK:
      return link_description (map, area);
    case SSM_AREA_TEXT:
      return text_description (map, area);
    case SSM_AREA_LIST:
      return g_strdup (ssm_page_n_criteria (page, (int) index) == 0 ? area->prompt : "");
    default:
      return g_strdup ("");
    }
}
