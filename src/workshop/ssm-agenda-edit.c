/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-agenda-edit.h"

#include "ssm-clean.h"

#include <string.h>

/* (transfer full): takes @changed, or is @agenda where that says the same. */
static SsmAgenda *
settle (SsmAgenda *agenda, SsmPart *changed)
{
  g_autoptr (SsmAgenda) sealed = ssm_part_seal (changed);

  return ssm_part_ref (ssm_part_equal (agenda, sealed) ? agenda : sealed);
}

static SsmAgenda *
with_text (SsmAgenda *agenda, SsmField field, const char *text)
{
  SsmPart *copy = ssm_part_copy (agenda);

  ssm_part_set_text (copy, field, text);
  return settle (agenda, copy);
}

static SsmAgenda *
with_step_text (SsmAgenda *agenda, guint step, SsmField field, const char *text)
{
  SsmPart *copy, *changed;

  if (step >= ssm_agenda_n_steps (agenda))
    return ssm_part_ref (agenda);

  copy = ssm_part_copy (agenda);
  changed = ssm_part_copy (ssm_agenda_step (agenda, step));
  ssm_part_set_text (changed, field, text);
  ssm_part_replace (copy, SSM_LIST_STEPS, step, changed);
  return settle (agenda, copy);
}

static char *
format_seconds (guint seconds)
{
  return g_strdup_printf ("%u", CLAMP (seconds, SSM_STEP_MIN_SECONDS, SSM_STEP_MAX_SECONDS));
}

SsmAgenda *
ssm_agenda_with_title (SsmAgenda *agenda, const char *title)
{
  g_autofree char *clean = ssm_clean_text (title, TRUE);

  return with_text (agenda, SSM_AGENDA_TITLE, clean);
}

SsmAgenda *
ssm_agenda_with_silent_seconds (SsmAgenda *agenda, guint seconds)
{
  g_autofree char *text = format_seconds (seconds);

  return with_text (agenda, SSM_AGENDA_SILENT_SECONDS, text);
}

SsmAgenda *
ssm_agenda_with_step_on (SsmAgenda *agenda, guint step, gboolean on)
{
  return with_step_text (agenda, step, SSM_STEP_OFF, on ? NULL : "yes");
}

SsmAgenda *
ssm_agenda_with_step_seconds (SsmAgenda *agenda, guint step, guint seconds)
{
  g_autofree char *text = format_seconds (seconds);

  return with_step_text (agenda, step, SSM_STEP_SECONDS, text);
}

/* (transfer full): the lines that say something, without blanks around them. */
static char *
drop_blank_lines (const char *text)
{
  g_autofree char *clean = ssm_clean_text (text, FALSE);
  g_auto (GStrv) lines = g_strsplit (clean, "\n", -1);
  GString *kept = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*g_strstrip (lines[i]) == '\0')
        continue;
      if (kept->len > 0)
        g_string_append_c (kept, '\n');
      g_string_append (kept, lines[i]);
    }

  return g_string_free (kept, FALSE);
}

SsmAgenda *
ssm_agenda_with_step_prompts (SsmAgenda *agenda, guint step, const char *prompts)
{
  g_autofree char *lines = drop_blank_lines (prompts);

  return with_step_text (agenda, step, SSM_STEP_ASK, lines);
}

SsmAgenda *
ssm_agenda_with_step_moved (SsmAgenda *agenda, guint step, guint to)
{
  guint n = ssm_agenda_n_steps (agenda);
  SsmPart *copy;

  if (step >= n)
    return ssm_part_ref (agenda);

  copy = ssm_part_copy (agenda);
  ssm_part_remove (copy, SSM_LIST_STEPS, step);
  ssm_part_insert (copy, SSM_LIST_STEPS, MIN (to, n - 1),
                   ssm_part_ref (ssm_agenda_step (agenda, step)));
  return settle (agenda, copy);
}

SsmAgenda *
ssm_agenda_with_seconds (SsmAgenda *agenda, guint seconds)
{
  guint total = ssm_agenda_seconds (agenda), before = 0;
  SsmPart *copy = ssm_part_copy (agenda);

  for (guint i = 0; i < ssm_agenda_n_steps (agenda); i++)
    {
      const SsmPart *step = ssm_agenda_step (agenda, i);
      guint until = before + ssm_step_seconds (step);
      g_autofree char *text = NULL;
      SsmPart *scaled;

      if (!ssm_step_is_on (step))
        continue;
      text = format_seconds ((guint) ((guint64) seconds * until / total
                                      - (guint64) seconds * before / total));
      scaled = ssm_part_copy (step);
      ssm_part_set_text (scaled, SSM_STEP_SECONDS, text);
      ssm_part_replace (copy, SSM_LIST_STEPS, i, scaled);
      before = until;
    }

  return settle (agenda, copy);
}

/* An agenda while it is fitted to a map. */
typedef struct
{
  const SsmMap *map;
  SsmPart *fitted;
  GHashTable *stages; /* ids that have a step, or that a step was made for */
  guint fixed;        /* kinds of other steps that are there, as bits */
} Fit;

/* Where @step, which is not sealed, goes to. */
static void
add_step (Fit *fit, SsmPart *step, guint at)
{
  ssm_part_insert (fit->fitted, SSM_LIST_STEPS, at, step);
}

static void
add_stage_step (Fit *fit, const SsmPart *step, const SsmPart *stage)
{
  add_step (fit, ssm_step_for_stage (step, stage), ssm_agenda_n_steps (fit->fitted));
  g_hash_table_add (fit->stages, (char *) ssm_part_id (stage));
}

/* For the stages of its block that no step is made for. */
static void
add_block_steps (Fit *fit, const SsmPart *step)
{
  const char *of = ssm_part_text (step, SSM_STEP_OF);

  for (guint i = 0; i < ssm_map_n_stages (fit->map); i++)
    {
      const SsmPart *stage = ssm_map_stage (fit->map, i);

      if (strcmp (ssm_part_text (stage, SSM_STAGE_BLOCK), of) == 0
          && !g_hash_table_contains (fit->stages, ssm_part_id (stage)))
        add_stage_step (fit, step, stage);
    }
}

static void
add_fixed_step (Fit *fit, const SsmPart *step)
{
  guint bit = 1u << ssm_step_kind (step);

  if ((fit->fixed & bit) == 0)
    add_step (fit, ssm_part_copy (step), ssm_agenda_n_steps (fit->fitted));
  fit->fixed |= bit;
}

/* The stages that have a step of their own, so that no step of their block takes them. */
static void
note_own_stages (Fit *fit, const SsmAgenda *agenda)
{
  for (guint i = 0; i < ssm_agenda_n_steps (agenda); i++)
    {
      const SsmPart *stage = ssm_step_stage (ssm_agenda_step (agenda, i), fit->map);

      if (stage != NULL)
        g_hash_table_add (fit->stages, (char *) ssm_part_id (stage));
    }
}

static gboolean
find_step_of (const SsmPart *agenda, const char *stage, guint *step)
{
  for (*step = 0; *step < ssm_agenda_n_steps (agenda); *step += 1)
    {
      if (strcmp (ssm_part_text (ssm_agenda_step (agenda, *step), SSM_STEP_STAGE), stage) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
add_known_steps (Fit *fit, const SsmAgenda *agenda)
{
  for (guint i = 0; i < ssm_agenda_n_steps (agenda); i++)
    {
      const SsmPart *step = ssm_agenda_step (agenda, i);
      const SsmPart *stage = ssm_step_stage (step, fit->map);
      guint taken;

      if (ssm_step_kind (step) != SSM_STEP_IS_STAGE)
        add_fixed_step (fit, step);
      else if (stage == NULL)
        add_block_steps (fit, step);
      else if (!find_step_of (fit->fitted, ssm_part_id (stage), &taken))
        add_stage_step (fit, step, stage);
    }
}

/* What only the map has: behind the stage before it, for as long as that. */
static void
add_unknown_stages (Fit *fit)
{
  for (guint i = 0; i < ssm_map_n_stages (fit->map); i++)
    {
      const SsmPart *stage = ssm_map_stage (fit->map, i);
      const SsmPart *last = NULL;
      guint at = 0;
      SsmPart *step;

      if (find_step_of (fit->fitted, ssm_part_id (stage), &at))
        continue;
      at = 0;
      if (i > 0 && find_step_of (fit->fitted, ssm_part_id (ssm_map_stage (fit->map, i - 1)),
                                 &at))
        last = ssm_agenda_step (fit->fitted, at++);
      step = ssm_step_for_stage (last, stage);
      ssm_part_set_text (step, SSM_STEP_ASK, NULL);
      ssm_part_set_text (step, SSM_STEP_OFF, NULL);
      add_step (fit, step, at);
    }
}

SsmAgenda *
ssm_agenda_fit (SsmAgenda *agenda, const SsmMap *map)
{
  g_autoptr (GHashTable) stages = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (SsmAgenda) fitted = NULL;
  Fit fit = { map, ssm_part_copy (agenda), stages, 0 };
  guint seconds = ssm_agenda_seconds (agenda);

  while (ssm_agenda_n_steps (fit.fitted) > 0)
    ssm_part_remove (fit.fitted, SSM_LIST_STEPS, 0);
  note_own_stages (&fit, agenda);
  add_known_steps (&fit, agenda);
  add_unknown_stages (&fit);
  fitted = settle (agenda, fit.fitted);
  if (fitted == agenda || seconds == 0)
    return g_steal_pointer (&fitted);
  return ssm_agenda_with_seconds (fitted, seconds);
}
