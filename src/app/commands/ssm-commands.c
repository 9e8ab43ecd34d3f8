/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-commands-private.h"

#include <glib/gi18n-lib.h>

#include "ssm-map-edit.h"
#include "ssm-measure-kinds.h"

SsmCommand *
ssm_command_new (SsmMap *map, const char *label, const char *id, SsmField field,
                 SsmList list)
{
  SsmCommand *command = g_new0 (SsmCommand, 1);

  command->map = map;
  command->label = g_strdup (label);
  command->select = (SsmPlaceInMap) { g_strdup (id), field, list };
  return command;
}

SsmCommand *
ssm_command_nothing (SsmMap *map, const char *id)
{
  return ssm_command_new (ssm_part_ref (map), "", id, SSM_FIELD_NONE, SSM_LIST_NONE);
}

void
ssm_command_free (SsmCommand *command)
{
  if (command == NULL)
    return;

  ssm_part_unref (command->map);
  g_free (command->label);
  g_free (command->merge_key);
  g_free (command->toast);
  g_free (command->select.id);
  g_free (command);
}

/* What is selected once the part at @position has gone: the one that takes its place, else
 * the one before it, else the cell or the map. */
static void
select_after (SsmCommand *command, const SsmPosition *position)
{
  guint n = ssm_part_n_children (position->parent, position->list);
  guint index = position->index + 1 < n ? position->index + 1 : position->index - 1;

  g_free (command->select.id);
  command->select.field = SSM_FIELD_NONE;
  command->select.list = SSM_LIST_NONE;
  if (n > 1)
    {
      SsmPart *next = ssm_part_child (position->parent, position->list, index);
      command->select.id = g_strdup (ssm_part_id (next));
      if (ssm_part_kind (next) == SSM_KIND_CRITERION)
        command->select.field = SSM_CRITERION_TEXT;
      return;
    }

  command->select.id = g_strdup (ssm_part_id (position->parent));
  if (position->list == SSM_LIST_ENTRY || position->list == SSM_LIST_EXIT)
    command->select.list = position->list;
}

/* The step's label; NULL for what cannot be deleted. */
static const char *
delete_label (SsmKind kind)
{
  switch (kind)
    {
    case SSM_KIND_CRITERION:
      return _("Delete criterion");
    case SSM_KIND_STAGE:
      return _("Delete stage");
    case SSM_KIND_LINK:
      return _("Delete return path");
    case SSM_KIND_DEFINITION:
      return _("Delete definition");
    case SSM_KIND_MEASURE:
      return _("Delete target");
    case SSM_KIND_REASON:
      return _("Delete lost reason");
    default:
      return NULL;
    }
}

/* (transfer full): at most 40 characters, for a message that stays on one line. */
static char *
shorten (const char *text)
{
  const char *end;

  if (g_utf8_strlen (text, -1) <= 40)
    return g_strdup (text);

  end = g_utf8_offset_to_pointer (text, 39);
  return g_strdup_printf ("%.*s…", (int) (end - text), text);
}

static char *
delete_toast (const SsmPart *part)
{
  SsmKind kind = ssm_part_kind (part);
  SsmField field = kind == SSM_KIND_CRITERION ? SSM_CRITERION_TEXT
                   : kind == SSM_KIND_STAGE   ? SSM_STAGE_NAME
                   : kind == SSM_KIND_LINK    ? SSM_LINK_TEXT
                   : kind == SSM_KIND_MEASURE ? SSM_MEASURE_KIND
                   : kind == SSM_KIND_REASON  ? SSM_REASON_TEXT
                                              : SSM_DEFINITION_TERM;
  const char *text = ssm_part_text (part, field);
  g_autofree char *name
    = shorten (kind == SSM_KIND_MEASURE ? ssm_measure_kind_name (text) : text);
  switch (kind)
    {
    case SSM_KIND_CRITERION:
      return g_strdup_printf (_("Criterion “%s” deleted."), name);
    case SSM_KIND_STAGE:
      return g_strdup_printf (_("Stage “%s” deleted."), name);
    case SSM_KIND_LINK:
      return g_strdup_printf (_("Return path “%s” deleted."), name);
    case SSM_KIND_MEASURE:
      return g_strdup_printf (_("Target “%s” deleted."), name);
    case SSM_KIND_REASON:
      return g_strdup_printf (_("Lost reason “%s” deleted."), name);
    default:
      return g_strdup_printf (_("Definition “%s” deleted."), name);
    }
}

SsmCommand *
ssm_command_delete (SsmMap *map, const char *id)
{
  SsmPosition position;
  SsmPart *part;
  const char *label;
  SsmCommand *command;

  if (!ssm_map_locate (map, id, &position))
    return ssm_command_nothing (map, id);

  part = ssm_part_child (position.parent, position.list, position.index);
  label = delete_label (ssm_part_kind (part));
  if (label == NULL)
    return ssm_command_nothing (map, id);

  command = ssm_command_new (ssm_map_with_part_removed (map, id), label, "", SSM_FIELD_NONE,
                         SSM_LIST_NONE);
  command->toast = delete_toast (part);
  select_after (command, &position);
  return command;
}

SsmCommand *
ssm_command_clear (SsmMap *map, const char *stage, SsmList list)
{
  const SsmPart *part = ssm_map_find (map, stage);
  guint n = part != NULL ? ssm_part_n_children (part, list) : 0;
  g_autoptr (SsmMap) changed = ssm_part_ref (map);
  SsmCommand *command;

  for (guint i = 0; i < n; i++)
    {
      SsmMap *next
        = ssm_map_with_part_removed (changed, ssm_part_id (ssm_part_child (part, list, i)));

      ssm_part_unref (changed);
      changed = next;
    }

  command = ssm_command_new (g_steal_pointer (&changed), _("Delete criteria"), stage,
                         SSM_FIELD_NONE, list);
  if (n > 0)
    command->toast = g_strdup_printf (ngettext ("%u criterion deleted.",
                                                "%u criteria deleted.", n),
                                      n);
  return command;
}

static const char *
move_label (SsmKind kind)
{
  return kind == SSM_KIND_STAGE        ? _("Move stage")
         : kind == SSM_KIND_DEFINITION ? _("Move definition")
         : kind == SSM_KIND_MEASURE    ? _("Move target")
         : kind == SSM_KIND_REASON     ? _("Move lost reason")
                                       : _("Move criterion");
}

SsmCommand *
ssm_command_move_to (SsmMap *map, const char *id, const char *parent, SsmList list,
                     guint index)
{
  SsmPart *part = ssm_map_find (map, id);

  if (part == NULL)
    return ssm_command_nothing (map, id);

  return ssm_command_new (ssm_map_with_part_moved (map, id, parent, list, index),
                      move_label (ssm_part_kind (part)), id,
                      ssm_part_kind (part) == SSM_KIND_CRITERION ? SSM_CRITERION_TEXT
                                                                 : SSM_FIELD_NONE,
                      SSM_LIST_NONE);
}

SsmCommand *
ssm_command_move (SsmMap *map, const char *id, int step)
{
  SsmPosition position;
  int target;

  if (!ssm_map_locate (map, id, &position))
    return ssm_command_nothing (map, id);

  target = (int) position.index + step;
  if (target < 0 || target >= (int) ssm_part_n_children (position.parent, position.list))
    return ssm_command_nothing (map, id);

  return ssm_command_move_to (map, id, ssm_part_id (position.parent), position.list,
                              (guint) target);
}

SsmCommand *
ssm_command_send (SsmMap *map, const char *id, SsmList list)
{
  SsmPosition position;

  if (!ssm_map_locate (map, id, &position) || position.list == list
      || (position.list != SSM_LIST_ENTRY && position.list != SSM_LIST_EXIT))
    return ssm_command_nothing (map, id);

  return ssm_command_move_to (map, id, ssm_part_id (position.parent), list, G_MAXUINT);
}

SsmCommand *
ssm_command_pass (SsmMap *map, const char *id, int step)
{
  SsmPosition position;
  guint stage, target;

  if (!ssm_map_locate (map, id, &position)
      || (position.list != SSM_LIST_ENTRY && position.list != SSM_LIST_EXIT)
      || ssm_map_stage_of (map, id, &stage) == NULL)
    return ssm_command_nothing (map, id);

  /* Before the first there is none: the number wraps round to a very large one. */
  target = stage + (guint) step;
  if (target >= ssm_map_n_stages (map))
    return ssm_command_nothing (map, id);

  return ssm_command_move_to (map, id, ssm_part_id (ssm_map_stage (map, target)),
                              position.list, position.index);
}
