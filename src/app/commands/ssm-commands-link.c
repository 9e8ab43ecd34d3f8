/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands on return paths. */

#include "ssm-commands-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-field.h"
#include "ssm-map-edit.h"

static gboolean
is_stage (const SsmMap *map, const char *id)
{
  const SsmPart *part = ssm_map_find (map, id);

  return part != NULL && ssm_part_kind (part) == SSM_KIND_STAGE;
}

/* A path leads somewhere else, and at one end at least is a stage. */
static gboolean
can_link (const SsmMap *map, const char *from, const char *to)
{
  gboolean leaves = is_stage (map, from), arrives = is_stage (map, to);

  if (strcmp (from, to) == 0)
    return FALSE;
  if (leaves)
    return arrives || strcmp (to, "nurture") == 0;
  return arrives && strcmp (from, "lost") == 0;
}

static const char *
find_link (const SsmMap *map, const char *from, const char *to)
{
  for (guint i = 0; i < ssm_part_n_children (map, SSM_LIST_LINKS); i++)
    {
      const SsmPart *link = ssm_part_child (map, SSM_LIST_LINKS, i);

      if (strcmp (ssm_part_text (link, SSM_LINK_FROM), from) == 0
          && strcmp (ssm_part_text (link, SSM_LINK_TO), to) == 0)
        return ssm_part_id (link);
    }

  return NULL;
}

SsmCommand *
ssm_command_link (SsmMap *map, const char *from, const char *to)
{
  const char *known = find_link (map, from, to);
  g_autofree char *id = NULL;
  SsmCommand *command;
  SsmMap *linked;

  if (known != NULL)
    return ssm_command_new (ssm_part_ref (map), "", known, SSM_LINK_TEXT, SSM_LIST_NONE);
  if (!can_link (map, from, to))
    return ssm_command_nothing (map, from);

  linked = ssm_map_with_link_added (map, from, to, "", &id);
  command = ssm_command_new (linked, _("Add return path"), id, SSM_LINK_TEXT, SSM_LIST_NONE);
  command->merge_key = ssm_field_merge_key (id, SSM_LINK_TEXT);
  return command;
}

SsmCommand *
ssm_command_point_link (SsmMap *map, const char *id, SsmField end, const char *place)
{
  const SsmPart *link = ssm_map_find (map, id);
  const char *from, *to;

  g_return_val_if_fail (end == SSM_LINK_FROM || end == SSM_LINK_TO, NULL);

  if (link == NULL || ssm_part_kind (link) != SSM_KIND_LINK)
    return ssm_command_nothing (map, id);
  from = end == SSM_LINK_FROM ? place : ssm_part_text (link, SSM_LINK_FROM);
  to = end == SSM_LINK_TO ? place : ssm_part_text (link, SSM_LINK_TO);
  if (!can_link (map, from, to))
    return ssm_command_nothing (map, id);

  return ssm_command_new (ssm_map_with_text (map, id, end, place), _("Move return path"), id,
                          SSM_LINK_TEXT, SSM_LIST_NONE);
}
