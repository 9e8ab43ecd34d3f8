/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-measure-kinds.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *kind;
  const char *name;
  SsmUnit unit;
} measures[] = {
  { "win-rate", N_ ("Win rate"), SSM_UNIT_PERCENT },
  { "coverage", N_ ("Pipeline coverage"), SSM_UNIT_TIMES },
  { "cycle-time", N_ ("Cycle time"), SSM_UNIT_DAYS },
  { "conversion", N_ ("Conversion"), SSM_UNIT_PERCENT },
};

static int
find (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      if (g_str_equal (measures[i].kind, kind))
        return (int) i;
    }
  return -1;
}

const char *
ssm_measure_kind_name (const char *kind)
{
  int index = find (kind);

  return index >= 0 ? _ (measures[index].name) : kind;
}

SsmUnit
ssm_measure_kind_unit (const char *kind)
{
  int index = find (kind);

  return index >= 0 ? measures[index].unit : SSM_UNIT_PLAIN;
}

static gboolean
is_taken (const SsmMap *map, const char *kind)
{
  for (guint i = 0; i < ssm_part_n_children (map, SSM_LIST_MEASURES); i++)
    {
      const SsmPart *measure = ssm_part_child (map, SSM_LIST_MEASURES, i);

      if (g_str_equal (ssm_part_text (measure, SSM_MEASURE_KIND), kind))
        return TRUE;
    }
  return FALSE;
}

char **
ssm_measure_kinds_free (const SsmMap *map, const char *own)
{
  g_autoptr (GStrvBuilder) kinds = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      if (g_str_equal (measures[i].kind, own) || !is_taken (map, measures[i].kind))
        g_strv_builder_add (kinds, measures[i].kind);
    }
  return g_strv_builder_end (kinds);
}
