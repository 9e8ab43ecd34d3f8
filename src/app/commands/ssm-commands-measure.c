/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands on targets of the whole system, and on reasons for lost deals. */

#include "ssm-commands-private.h"

#include <glib/gi18n-lib.h>

#include "ssm-map-edit.h"
#include "ssm-measure-map.h"

SsmCommand *
ssm_command_add_measure (SsmMap *map, const char *kind)
{
  g_autofree char *id = NULL;
  SsmMap *changed = ssm_map_with_measure_added (map, kind, &id);

  return ssm_command_new (changed, _("Add target"), id, SSM_FIELD_NONE, SSM_LIST_NONE);
}

SsmCommand *
ssm_command_add_reason (SsmMap *map)
{
  g_autofree char *id = NULL;
  SsmMap *changed = ssm_map_with_reason_added (map, _("New reason"), &id);

  return ssm_command_new (changed, _("Add lost reason"), id, SSM_FIELD_NONE, SSM_LIST_NONE);
}

SsmCommand *
ssm_command_put_figures (SsmMap *map, const SsmMeasure *measure, const char *source)
{
  return ssm_command_new (ssm_measure_to_map (measure, map, source),
                          /* Translators: a step that can be undone */
                          _("Put figures on the map"), NULL, SSM_FIELD_NONE, SSM_LIST_NONE);
}
