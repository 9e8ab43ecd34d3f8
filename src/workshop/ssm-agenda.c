/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Times are whole seconds of the file, so that the same agenda takes the same time in every
 * locale; shares are rounded so that the sum is exact. */

#include "ssm-agenda.h"

#include <string.h>

/* Of 780 seconds. */
#define STAGES_SECONDS 560
#define DEFINITIONS_SECONDS 100
#define SELF_CHECK_SECONDS 70
#define EXPORT_SECONDS 50

/* What is no stage, as the file calls it. */
static const char * const fixed[] = {
  [SSM_STEP_IS_DEFINITIONS] = "definitions",
  [SSM_STEP_IS_SELF_CHECK] = "self-check",
  [SSM_STEP_IS_EXPORT] = "export",
};

static void
set_number (SsmPart *part, SsmField field, guint number)
{
  char text[16];

  g_snprintf (text, sizeof text, "%u", number);
  ssm_part_set_text (part, field, text);
}

static void
append_step (SsmPart *agenda, SsmPart *step)
{
  ssm_part_insert (agenda, SSM_LIST_STEPS, ssm_agenda_n_steps (agenda), step);
}

static void
append_fixed (SsmPart *agenda, SsmStepKind kind, guint seconds)
{
  SsmPart *step = ssm_part_new (SSM_KIND_STEP, NULL);

  ssm_part_set_text (step, SSM_STEP_OF, fixed[kind]);
  set_number (step, SSM_STEP_SECONDS, seconds);
  append_step (agenda, step);
}

SsmPart *
ssm_step_for_stage (const SsmPart *like, const SsmPart *stage)
{
  SsmPart *step = like != NULL ? ssm_part_copy (like) : ssm_part_new (SSM_KIND_STEP, NULL);
  const char *block = ssm_part_text (stage, SSM_STAGE_BLOCK);

  ssm_part_set_text (step, SSM_STEP_OF, *block != '\0' ? block : "other");
  ssm_part_set_text (step, SSM_STEP_STAGE, ssm_part_id (stage));
  return step;
}

SsmAgenda *
ssm_agenda_new (const SsmMap *map)
{
  SsmAgenda *agenda = ssm_part_new (SSM_KIND_AGENDA, NULL);
  guint n = ssm_map_n_stages (map);

  ssm_part_set_text (agenda, SSM_AGENDA_VERSION, "1.0");
  for (guint i = 0; i < n; i++)
    {
      SsmPart *step = ssm_step_for_stage (NULL, ssm_map_stage (map, i));
      guint share = STAGES_SECONDS * (i + 1) / n - STAGES_SECONDS * i / n;

      set_number (step, SSM_STEP_SECONDS, MAX (share, SSM_STEP_MIN_SECONDS));
      append_step (agenda, step);
    }
  append_fixed (agenda, SSM_STEP_IS_DEFINITIONS, DEFINITIONS_SECONDS);
  append_fixed (agenda, SSM_STEP_IS_SELF_CHECK, SELF_CHECK_SECONDS);
  append_fixed (agenda, SSM_STEP_IS_EXPORT, EXPORT_SECONDS);
  return ssm_part_seal (agenda);
}

guint
ssm_agenda_n_steps (const SsmAgenda *agenda)
{
  return ssm_part_n_children (agenda, SSM_LIST_STEPS);
}

SsmPart *
ssm_agenda_step (const SsmAgenda *agenda, guint step)
{
  return ssm_part_child (agenda, SSM_LIST_STEPS, step);
}

guint
ssm_agenda_seconds (const SsmAgenda *agenda)
{
  guint seconds = 0;

  for (guint i = 0; i < ssm_agenda_n_steps (agenda); i++)
    {
      const SsmPart *step = ssm_agenda_step (agenda, i);

      seconds += ssm_step_is_on (step) ? ssm_step_seconds (step) : 0;
    }

  return seconds;
}

static guint
clamp_seconds (double seconds)
{
  return (guint) CLAMP (seconds, SSM_STEP_MIN_SECONDS, SSM_STEP_MAX_SECONDS);
}

guint
ssm_agenda_silent_seconds (const SsmAgenda *agenda)
{
  return clamp_seconds (ssm_part_number (agenda, SSM_AGENDA_SILENT_SECONDS,
                                         SSM_SILENT_SECONDS));
}

SsmStepKind
ssm_step_kind (const SsmPart *step)
{
  const char *of = ssm_part_text (step, SSM_STEP_OF);

  for (guint i = SSM_STEP_IS_DEFINITIONS; i < G_N_ELEMENTS (fixed); i++)
    {
      if (strcmp (fixed[i], of) == 0)
        return i;
    }

  return SSM_STEP_IS_STAGE;
}

gboolean
ssm_step_is_on (const SsmPart *step)
{
  return !ssm_part_flag (step, SSM_STEP_OFF);
}

guint
ssm_step_seconds (const SsmPart *step)
{
  return clamp_seconds (ssm_part_number (step, SSM_STEP_SECONDS, STAGES_SECONDS / 7));
}

SsmPart *
ssm_step_stage (const SsmPart *step, const SsmMap *map)
{
  const char *id = ssm_part_text (step, SSM_STEP_STAGE);
  SsmPart *stage = *id != '\0' ? ssm_map_find (map, id) : NULL;

  return stage != NULL && ssm_part_kind (stage) == SSM_KIND_STAGE ? stage : NULL;
}

char **
ssm_step_prompts (const SsmPart *step)
{
  const char *text = ssm_part_text (step, SSM_STEP_ASK);

  return *text != '\0' ? g_strsplit (text, "\n", -1) : NULL;
}
