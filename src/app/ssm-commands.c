/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-commands.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-map-edit.h"

static SsmCommand *
command_new (SsmMap *map, const char *label, const char *id, SsmField field, SsmList list)
{
  SsmCommand *command = g_new0 (SsmCommand, 1);

  command->map = map;
  command->label = g_strdup (label);
  command->select = (SsmPlaceInMap) { g_strdup (id), field, list };
  return command;
}

static SsmCommand *
nothing_to_do (SsmMap *map, const char *id)
{
  return command_new (ssm_part_ref (map), "", id, SSM_FIELD_NONE, SSM_LIST_NONE);
}

void
ssm_command_free (SsmCommand *command)
{
  if (command == NULL)
    return;

  ssm_part_unref (command->map);
  g_free (command->label);
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
                                              : SSM_DEFINITION_TERM;
  g_autofree char *name = shorten (ssm_part_text (part, field));

  switch (kind)
    {
    case SSM_KIND_CRITERION:
      return g_strdup_printf (_("Criterion “%s” deleted."), name);
    case SSM_KIND_STAGE:
      return g_strdup_printf (_("Stage “%s” deleted."), name);
    case SSM_KIND_LINK:
      return g_strdup_printf (_("Return path “%s” deleted."), name);
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
    return nothing_to_do (map, id);

  part = ssm_part_child (position.parent, position.list, position.index);
  label = delete_label (ssm_part_kind (part));
  if (label == NULL)
    return nothing_to_do (map, id);

  command = command_new (ssm_map_with_part_removed (map, id), label, "", SSM_FIELD_NONE,
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

  command = command_new (g_steal_pointer (&changed), _("Delete criteria"), stage,
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
  return kind == SSM_KIND_STAGE ? _("Move stage") : _("Move criterion");
}

SsmCommand *
ssm_command_move_to (SsmMap *map, const char *id, const char *parent, SsmList list,
                     guint index)
{
  SsmPart *part = ssm_map_find (map, id);

  if (part == NULL)
    return nothing_to_do (map, id);

  return command_new (ssm_map_with_part_moved (map, id, parent, list, index),
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
    return nothing_to_do (map, id);

  target = (int) position.index + step;
  if (target < 0 || target >= (int) ssm_part_n_children (position.parent, position.list))
    return nothing_to_do (map, id);

  return ssm_command_move_to (map, id, ssm_part_id (position.parent), position.list,
                              (guint) target);
}

SsmCommand *
ssm_command_send (SsmMap *map, const char *id, SsmList list)
{
  SsmPosition position;

  if (!ssm_map_locate (map, id, &position) || position.list == list
      || (position.list != SSM_LIST_ENTRY && position.list != SSM_LIST_EXIT))
    return nothing_to_do (map, id);

  return ssm_command_move_to (map, id, ssm_part_id (position.parent), list, G_MAXUINT);
}

SsmCommand *
ssm_command_insert_stage (SsmMap *map, const char *id, gboolean after)
{
  g_autofree char *new_id = NULL;
  guint index = ssm_map_n_stages (map);
  SsmMap *changed;

  if (ssm_map_stage_of (map, id, &index) != NULL)
    index += after ? 1 : 0;

  changed = ssm_map_with_stage_added (map, index, _("New stage"), &new_id);
  return command_new (changed, _("Insert stage"), new_id != NULL ? new_id : id,
                      new_id != NULL ? SSM_STAGE_NAME : SSM_FIELD_NONE, SSM_LIST_NONE);
}

SsmCommand *
ssm_command_colour_stage (SsmMap *map, const char *id, guint colour)
{
  char digit[] = { '0' + (char) colour, '\0' };

  g_return_val_if_fail (colour <= 8, NULL);

  return command_new (ssm_map_with_text (map, id, SSM_STAGE_COLOUR, colour > 0 ? digit : ""),
                      _("Colour stage"), id, SSM_FIELD_NONE, SSM_LIST_NONE);
}

SsmCommand *
ssm_command_insert_criteria (SsmMap *map, const char *stage, SsmList list, guint index,
                             const char * const *texts)
{
  g_autoptr (SsmMap) changed = ssm_part_ref (map);
  g_autofree char *last = NULL;

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *id = NULL;
      SsmMap *next
        = ssm_map_with_criterion_added (changed, stage, list, index + i, texts[i], &id);

      ssm_part_unref (changed);
      changed = next;
      if (id != NULL)
        {
          g_free (last);
          last = g_steal_pointer (&id);
        }
    }

  if (last == NULL)
    return command_new (g_steal_pointer (&changed), "", stage, SSM_FIELD_NONE, list);
  return command_new (g_steal_pointer (&changed), _("Paste criteria"), last,
                      SSM_CRITERION_TEXT, SSM_LIST_NONE);
}

static void
append_line (GString *out, const char *text)
{
  if (*text != '\0')
    g_string_append_printf (out, "%s\n", text);
}

static void
append_list (GString *out, const SsmPart *stage, SsmList list)
{
  for (guint i = 0; i < ssm_part_n_children (stage, list); i++)
    append_line (out, ssm_part_text (ssm_part_child (stage, list, i), SSM_CRITERION_TEXT));
}

static void
append_stage (GString *out, const SsmMap *map, const SsmPart *stage)
{
  append_line (out, ssm_part_text (stage, SSM_STAGE_NAME));
  append_line (out, ssm_part_text (stage, SSM_STAGE_DOES));
  append_list (out, stage, SSM_LIST_ENTRY);
  append_list (out, stage, SSM_LIST_EXIT);
  append_line (out, ssm_part_text (ssm_map_outcome (map, stage), SSM_DEFINITION_TERM));
}

char *
ssm_command_copy_text (const SsmMap *map, const char *id, SsmField field, SsmList list)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const SsmPart *part = ssm_map_find (map, id);

  if (part == NULL && g_strcmp0 (id, ssm_part_id (map)) == 0)
    part = map;
  if (part == NULL)
    return g_strdup ("");

  if (field == SSM_STAGE_OUTCOME)
    append_line (out, ssm_part_text (ssm_map_outcome (map, part), SSM_DEFINITION_TERM));
  else if (field != SSM_FIELD_NONE)
    append_line (out, part == map ? ssm_map_text (map, field) : ssm_part_text (part, field));
  else if (list != SSM_LIST_NONE)
    append_list (out, part, list);
  else if (ssm_part_kind (part) == SSM_KIND_STAGE)
    append_stage (out, map, part);

  /* One line goes into other texts without a line break at its end. */
  if (out->len > 0)
    g_string_truncate (out, out->len - 1);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static const char *
skip_bullet (const char *line)
{
  static const char * const bullets[] = { "•", "‣", "▸", "▪", "☐", "□", "–", "- ", "* " };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      if (g_str_has_prefix (line, bullets[i]))
        return line + strlen (bullets[i]);
    }

  return line;
}

char **
ssm_command_split_items (const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\n\r\t", -1);
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *item = g_strchug (lines[i]);
      g_autofree char *stripped = g_strstrip (g_strdup (skip_bullet (item)));

      if (*stripped != '\0')
        g_strv_builder_add (items, stripped);
    }

  return g_strv_builder_end (items);
}
