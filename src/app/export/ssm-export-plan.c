/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-export-plan.h"

#include <glib/gi18n-lib.h>

#include "ssm-convert.h"
#include "ssm-paper.h"
#include "ssm-resources.h"
#include "ssm-state.h"

#define STATE "export.ini"
#define MAX_REMEMBERED 40 /* maps */

#define POINTS_PER_INCH 72.0

static const char * const papers[] = { NULL, "A4", "Letter", "A3", "A5", "Legal", NULL };
static const char * const posters[] = { "A3", "A2", "A1", "A0" };
static const char * const orientations[] = { NULL, "landscape", "portrait" };

G_STATIC_ASSERT (G_N_ELEMENTS (papers) == SSM_EXPORT_PAPER_CUSTOM + 1);

/* What the state file holds, and within which limits. */
static const struct
{
  const char *key;
  gsize offset;
  int least, most, usual;
} fields[] = {
  { "format", G_STRUCT_OFFSET (SsmExportPlan, format), 0, SSM_FORMAT_TEXT, SSM_FORMAT_PDF },
  { "purpose", G_STRUCT_OFFSET (SsmExportPlan, purpose), 0, SSM_N_PURPOSES - 1, 0 },
  { "paper", G_STRUCT_OFFSET (SsmExportPlan, paper), 0, SSM_EXPORT_PAPER_CUSTOM, 0 },
  { "poster", G_STRUCT_OFFSET (SsmExportPlan, poster), 0, G_N_ELEMENTS (posters) - 1, 0 },
  { "width", G_STRUCT_OFFSET (SsmExportPlan, width_mm), (int) SSM_MIN_SHEET_MM,
    (int) SSM_MAX_SHEET_MM, 297 },
  { "height", G_STRUCT_OFFSET (SsmExportPlan, height_mm), (int) SSM_MIN_SHEET_MM,
    (int) SSM_MAX_SHEET_MM, 210 },
  { "orientation", G_STRUCT_OFFSET (SsmExportPlan, orientation), 0,
    G_N_ELEMENTS (orientations) - 1, 0 },
  { "theme", G_STRUCT_OFFSET (SsmExportPlan, theme), 0, SSM_THEME_OUTLINE, 0 },
};

SsmFormat
ssm_export_plan_usual_format (SsmPurpose purpose)
{
  return purpose == SSM_PURPOSE_SLIDE ? SSM_FORMAT_PNG : SSM_FORMAT_PDF;
}

/* The paper that is asked for by name, or NULL. */
static const char *
paper_name (const SsmExportPlan *plan)
{
  if (plan->purpose == SSM_PURPOSE_POSTER)
    return posters[plan->poster];
  return plan->purpose == SSM_PURPOSE_SLIDE ? NULL : papers[plan->paper];
}

static gboolean
has_own_size (const SsmExportPlan *plan)
{
  return plan->paper == SSM_EXPORT_PAPER_CUSTOM
         && (plan->purpose == SSM_PURPOSE_PAPER || plan->purpose == SSM_PURPOSE_HANDOUT);
}

SsmPage *
ssm_export_plan_page (const SsmExportPlan *plan, const SsmMap *map, const char *source_name)
{
  SsmPageOptions options = {
    .paper = paper_name (plan),
    .theme = plan->theme,
    .shrink = plan->shrink,
    .source_embedded = ssm_purpose_carries_source (plan->purpose),
  };

  options.footer = source_name;
  if (has_own_size (plan))
    {
      options.width_mm = plan->width_mm;
      options.height_mm = plan->height_mm;
    }
  else if (plan->purpose != SSM_PURPOSE_SLIDE)
    options.orientation = orientations[plan->orientation];
  ssm_purpose_set_page (plan->purpose, &options);

  return ssm_map_page_new (map, &options);
}

char *
ssm_export_plan_words (const SsmExportPlan *plan, const SsmMap *map)
{
  return ssm_map_to_words (map, ssm_resources_words (ssm_map_language (map)), plan->format);
}

double
ssm_export_plan_dpi (const SsmExportPlan *plan, const SsmPage *page)
{
  double width, height;

  ssm_page_get_size (page, &width, &height);

  return ssm_purpose_dpi (plan->purpose, width, height);
}

/* (transfer full): "A4 landscape" */
static char *
describe_paper (const SsmExportPlan *plan, const SsmMap *map, const SsmPage *page)
{
  if (paper_name (plan) != NULL || has_own_size (plan))
    return ssm_paper_describe_page (paper_name (plan), page);

  return ssm_paper_describe (map, page);
}

char *
ssm_export_plan_describe (const SsmExportPlan *plan, const SsmMap *map, const SsmPage *page)
{
  const char *kind = ssm_format_title (plan->format);
  g_autofree char *paper = NULL;
  double dpi, width, height;

  if (page == NULL)
    /* Translators: %s is a format such as Markdown */
    return g_strdup_printf (_ ("%s, the map in words"), kind);
  ssm_page_get_size (page, &width, &height);
  dpi = ssm_export_plan_dpi (plan, page);
  if (plan->purpose == SSM_PURPOSE_SLIDE && plan->format == SSM_FORMAT_PNG)
    return g_strdup_printf (_ ("%s, a slide of %.0f × %.0f pixels"), kind,
                            width * dpi / POINTS_PER_INCH, height * dpi / POINTS_PER_INCH);
  if (plan->purpose == SSM_PURPOSE_SLIDE)
    return g_strdup_printf (_ ("%s, a slide of 16:9"), kind);
  paper = describe_paper (plan, map, page);
  if (plan->format == SSM_FORMAT_PNG)
    return g_strdup_printf (_ ("%s, %s, %.0f dpi"), kind, paper, dpi);

  return g_strdup_printf (_ ("%s, %s, one page"), kind, paper);
}

void
ssm_export_plan_restore (SsmExportPlan *plan, const SsmMap *map)
{
  g_autoptr (GKeyFile) file = ssm_state_load (STATE);

  *plan = (SsmExportPlan) { 0 };
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (GError) error = NULL;
      int value = g_key_file_get_integer (file, ssm_part_id (map), fields[i].key, &error);

      if (error != NULL || value < fields[i].least || value > fields[i].most)
        value = fields[i].usual;
      G_STRUCT_MEMBER (int, plan, fields[i].offset) = value;
    }
}

/* The map that was exported last stands last; the oldest are forgotten. */
void
ssm_export_plan_remember (const SsmExportPlan *plan, const SsmMap *map)
{
  g_autoptr (GKeyFile) file = ssm_state_load (STATE);
  g_auto (GStrv) groups = NULL;
  gsize n_groups;

  g_key_file_remove_group (file, ssm_part_id (map), NULL);
  groups = g_key_file_get_groups (file, &n_groups);
  for (gsize i = 0; i + MAX_REMEMBERED <= n_groups; i++)
    g_key_file_remove_group (file, groups[i], NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_key_file_set_integer (file, ssm_part_id (map), fields[i].key,
                            G_STRUCT_MEMBER (int, plan, fields[i].offset));
  ssm_state_store (file, STATE);
}
