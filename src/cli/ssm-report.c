/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-report.h"

#include <glib/gi18n-lib.h>

#include "ssm-line.h"
#include "ssm-map-page.h"
#include "ssm-resources.h"
#include "ssm-strict.h"

static const char * const severity_names[] = {
  [SSM_SEVERITY_ERROR] = "error",
  [SSM_SEVERITY_WARNING] = "warning",
  [SSM_SEVERITY_HINT] = "hint",
};

/* Without a deal book nobody can say whether a deal was diagnosed; that is not the map's
 * fault. */
static gboolean
is_counted (const SsmReport *self, SsmCheckId id)
{
  return id != SSM_CHECK_DEAL || self->has_deals;
}

static gboolean
is_complete (const SsmReport *self)
{
  for (guint i = 0; i < SSM_N_CHECKS; i++)
    if (is_counted (self, i) && !self->check->checks[i].ok)
      return FALSE;
  return TRUE;
}

static gboolean
is_clean (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const SsmFinding *finding = g_ptr_array_index (findings, i);

      if (finding->severity != SSM_SEVERITY_HINT)
        return FALSE;
    }
  return TRUE;
}

static const char *
detail_of (const SsmReport *self, SsmCheckId id)
{
  return is_counted (self, id) ? self->check->checks[id].detail : _("no deal book given");
}

SsmReport *
ssm_report_new (SsmMap *map, const SsmBook *deals, gboolean strict)
{
  SsmReport *self = g_new0 (SsmReport, 1);
  g_autoptr (SsmPage) page = ssm_map_page_new (map, NULL);
  g_autofree char *problem = NULL;
  double width, height;

  self->map = ssm_part_ref (map);
  self->has_deals = deals != NULL;
  self->fit = *ssm_page_fit (page);
  ssm_page_get_size (page, &width, &height);
  self->is_portrait = width < height;
  problem = ssm_fit_problem (&self->fit);
  self->check = ssm_self_check_new (map, problem,
                                    deals != NULL ? ssm_book_n_diagnosed (deals, map) : 0);
  self->findings = ssm_lint (map, ssm_resources_words (ssm_map_language (map)));
  if (strict)
    ssm_strict_find (map, page, self->findings);
  self->complete = is_complete (self);
  self->clean = is_clean (self->findings);
  return self;
}

void
ssm_report_free (SsmReport *report)
{
  if (report == NULL)
    return;

  ssm_self_check_free (report->check);
  g_ptr_array_unref (report->findings);
  ssm_part_unref (report->map);
  g_free (report);
}

/* (transfer full): "3 Discovery", or NULL where @id is no stage's. */
static char *
stage_title (const SsmMap *map, const char *id)
{
  g_autofree char *name = NULL;
  const SsmPart *stage;
  guint index;

  stage = id != NULL ? ssm_map_stage_of (map, id, &index) : NULL;
  if (stage == NULL)
    return NULL;
  name = ssm_line (ssm_part_text (stage, SSM_STAGE_NAME));
  return g_strdup_printf ("%u %s", index + 1, name);
}

static const char *
severity_title (SsmSeverity severity)
{
  switch (severity)
    {
    case SSM_SEVERITY_ERROR:
      return _("error");
    case SSM_SEVERITY_WARNING:
      return _("warning");
    default:
      return _("hint");
    }
}

static void
append_finding (GString *text, const SsmMap *map, const SsmFinding *finding)
{
  g_autofree char *message = ssm_line (finding->message);
  g_autofree char *place = finding->item == NULL ? ssm_finding_place (map, finding) : NULL;
  g_autofree char *title
    = place != NULL ? ssm_line (place) : stage_title (map, finding->stage);

  g_string_append_printf (text, "  %s: ", severity_title (finding->severity));
  if (title != NULL && !g_str_has_prefix (message, title))
    g_string_append_printf (text, "%s: ", title);
  g_string_append_printf (text, "%s [%s]\n", message, finding->code);
}

/* Body text below this is legible, and small. */
#define SMALL_BODY_PT 8.0

static void
append_fit (GString *text, const SsmFit *fit)
{
  g_autofree char *words = ssm_fit_problem (fit);

  if (words == NULL && fit->body_pt < SMALL_BODY_PT)
    words = g_strdup_printf (_("Fits one page, text is small (%.1f pt)"), fit->body_pt);
  g_string_append_printf (text, "  %s\n", words != NULL ? words : _("Fits one page"));
}

char *
ssm_report_to_text (const SsmReport *report, const char *name)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s: %s\n", name,
                          report->complete ? _("complete") : _("not complete"));
  for (guint i = 0; i < SSM_N_CHECKS; i++)
    {
      g_autofree char *detail = ssm_line (detail_of (report, i));

      g_string_append_printf (text, "  %s %s\n",
                              report->check->checks[i].ok ? "[x]"
                              : is_counted (report, i)    ? "[ ]"
                                                          : "[-]",
                              detail);
    }
  append_fit (text, &report->fit);
  for (guint i = 0; i < report->findings->len; i++)
    append_finding (text, report->map, g_ptr_array_index (report->findings, i));
  return g_string_free (text, FALSE);
}

static void
add_checks (const SsmReport *report, SsmJson *json)
{
  ssm_json_begin_array (json, "checks");
  for (guint i = 0; i < SSM_N_CHECKS; i++)
    {
      ssm_json_begin_object (json, NULL);
      ssm_json_add_string (json, "id", report->check->checks[i].id);
      ssm_json_add_flag (json, "ok", report->check->checks[i].ok);
      ssm_json_add_string (json, "detail", detail_of (report, i));
      ssm_json_end_object (json);
    }
  ssm_json_end_array (json);
}

static void
add_findings (const SsmReport *report, SsmJson *json)
{
  ssm_json_begin_array (json, "findings");
  for (guint i = 0; i < report->findings->len; i++)
    {
      const SsmFinding *finding = g_ptr_array_index (report->findings, i);

      ssm_json_begin_object (json, NULL);
      ssm_json_add_string (json, "code", finding->code);
      ssm_json_add_string (json, "severity", severity_names[finding->severity]);
      ssm_json_add_string (json, "stage", finding->stage);
      ssm_json_add_string (json, "item", finding->item);
      ssm_json_add_string (json, "message", finding->message);
      ssm_json_end_object (json);
    }
  ssm_json_end_array (json);
}

/* (transfer full): "a4", or "210x297mm" for a size of its own: the sheet that is drawn. */
static char *
paper_of (const SsmMap *map)
{
  static const char * const papers[] = { "a4", "letter", "a3", "a5", "legal", NULL };
  const char *width = ssm_map_text (map, SSM_PAGE_WIDTH);
  const char *height = ssm_map_text (map, SSM_PAGE_HEIGHT);
  g_autofree char *paper = g_ascii_strdown (ssm_map_text (map, SSM_PAGE_PAPER), -1);

  if (g_str_equal (paper, "custom") && *width != '\0' && *height != '\0')
    return g_strdup_printf ("%sx%smm", width, height);
  return g_strdup (g_strv_contains (papers, paper) ? paper : "a4");
}

void
ssm_report_add_to_json (const SsmReport *report, SsmJson *json)
{
  g_autofree char *paper = paper_of (report->map);

  ssm_json_add_flag (json, "complete", report->complete);
  add_checks (report, json);
  add_findings (report, json);
  ssm_json_begin_object (json, "page");
  ssm_json_add_flag (json, "fits", report->fit.fits);
  ssm_json_add_string (json, "paper", paper);
  ssm_json_add_string (json, "orientation",
                       report->is_portrait ? "portrait" : "landscape");
  ssm_json_add_number (json, "smallest_pt", report->fit.smallest_pt);
  ssm_json_end_object (json);
}
