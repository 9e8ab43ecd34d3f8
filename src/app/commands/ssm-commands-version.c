/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands on the versions kept in a map. */

#include "ssm-commands-private.h"

#include <glib/gi18n-lib.h>

#include "ssm-map-edit.h"
#include "ssm-map-version.h"
#include "ssm-version-words.h"

SsmCommand *
ssm_command_keep_version (SsmMap *map, const char *name, const char *date)
{
  const char *label = ssm_map_text (map, SSM_EDITION_LABEL);
  SsmMap *kept = ssm_map_with_version_kept (map, name, date, NULL);
  SsmCommand *command = ssm_command_new (kept, _("Keep version"), ssm_part_id (map),
                                         SSM_FIELD_NONE, SSM_LIST_NONE);

  if (kept == map)
    command->toast
      = g_strdup (_("The file has no room for another version. Delete one that is old."));
  else if (*label != '\0')
    command->toast = g_strdup_printf (_("Version %s kept."), label);
  else
    command->toast = g_strdup_printf (_("Version “%s” kept."), name);
  return command;
}

SsmCommand *
ssm_command_go_back_to_version (SsmMap *map, const char *id)
{
  g_autofree char *title = ssm_version_title (map, id);
  g_autofree char *label = g_strdup_printf (_("Go back to %s"), title);
  SsmCommand *command
    = ssm_command_new (ssm_map_with_version_restored (map, id), label, ssm_part_id (map),
                       SSM_FIELD_NONE, SSM_LIST_NONE);

  command->toast = g_strdup_printf (_("Went back to %s. Undo brings back what was here."),
                                    title);
  return command;
}

SsmCommand *
ssm_command_rename_version (SsmMap *map, const char *id, const char *name)
{
  return ssm_command_new (ssm_map_with_text (map, id, SSM_VERSION_LABEL, name),
                          _("Rename version"), ssm_part_id (map), SSM_FIELD_NONE,
                          SSM_LIST_NONE);
}

SsmCommand *
ssm_command_delete_version (SsmMap *map, const char *id)
{
  g_autofree char *title = ssm_version_title (map, id);
  SsmCommand *command
    = ssm_command_new (ssm_map_with_part_removed (map, id), _("Delete version"),
                       ssm_part_id (map), SSM_FIELD_NONE, SSM_LIST_NONE);

  command->toast = g_strdup_printf (_("Version “%s” deleted."), title);
  return command;
}
