/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sample.h"

static SsmPart *
criterion (const char *text)
{
  g_autofree char *id = g_strconcat ("c-", text, NULL);
  SsmPart *part = ssm_part_new (SSM_KIND_CRITERION, id);

  ssm_part_set_text (part, SSM_CRITERION_TEXT, text);
  return part;
}

static void
add_criteria (SsmPart *stage, SsmList list, const char *texts)
{
  g_auto (GStrv) split = g_strsplit (texts, " ", -1);

  for (guint i = 0; split[i] != NULL && *split[i] != '\0'; i++)
    ssm_part_insert (stage, list, i, criterion (split[i]));
}

SsmMap *
sample_map_new (void)
{
  static const struct
  {
    const char *id, *name, *entry, *exit;
  } stages[] = {
    { "s-a", "A", "a1 a2", "a3" },
    { "s-b", "B", "b1", "b2 b3 b4" },
    { "s-c", "C", "", "" },
  };
  SsmMap *map = ssm_part_new (SSM_KIND_MAP, "m-sample");

  ssm_part_set_text (map, SSM_MAP_VERSION, "1.0");
  ssm_part_set_text (map, SSM_MAP_LANGUAGE, "en");
  ssm_part_set_text (map, SSM_MAP_TITLE, "Sample");
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      SsmPart *stage = ssm_part_new (SSM_KIND_STAGE, stages[i].id);

      ssm_part_set_text (stage, SSM_STAGE_NAME, stages[i].name);
      add_criteria (stage, SSM_LIST_ENTRY, stages[i].entry);
      add_criteria (stage, SSM_LIST_EXIT, stages[i].exit);
      ssm_part_insert (map, SSM_LIST_STAGES, i, stage);
    }

  return ssm_part_seal (map);
}

static void
append_list (GString *out, const SsmPart *stage, SsmList list)
{
  for (guint i = 0; i < ssm_part_n_children (stage, list); i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " " : "",
                            ssm_part_text (ssm_part_child (stage, list, i),
                                           SSM_CRITERION_TEXT));
}

char *
sample_outline (const SsmMap *map)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < ssm_map_n_stages (map); i++)
    {
      const SsmPart *stage = ssm_map_stage (map, i);

      g_string_append_printf (out, "%s%s[", i > 0 ? " " : "",
                              ssm_part_text (stage, SSM_STAGE_NAME));
      append_list (out, stage, SSM_LIST_ENTRY);
      g_string_append_c (out, '|');
      append_list (out, stage, SSM_LIST_EXIT);
      g_string_append_c (out, ']');
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

typedef struct
{
  const char *text;
  char *id;
} Wanted;

static gboolean
match_text (const SsmPart *part, gpointer data)
{
  Wanted *wanted = data;

  if (ssm_part_kind (part) != SSM_KIND_CRITERION
      || g_strcmp0 (ssm_part_text (part, SSM_CRITERION_TEXT), wanted->text) != 0)
    return TRUE;

  wanted->id = g_strdup (ssm_part_id (part));
  return FALSE;
}

char *
sample_id (const SsmMap *map, const char *text)
{
  Wanted wanted = { text, NULL };

  ssm_map_foreach (map, match_text, &wanted);
  return wanted.id;
}
