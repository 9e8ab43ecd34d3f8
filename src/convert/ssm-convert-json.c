/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Loops over the tables of the model, so that a field added there is in the JSON too. */

#include "ssm-convert.h"

#include <string.h>

#include "ssm-json.h"

static void add_members (SsmJson *json, const SsmPart *part);

/* (transfer full): "limit-days" → "limit_days". */
static char *
key_of_field (SsmField field)
{
  const SsmFieldInfo *info = ssm_field_info (field);

  if (info->form == SSM_FORM_CONTENT)
    return g_strdup ("text");
  if (info->type == SSM_TYPE_LANGUAGE)
    return g_strdup ("language");
  return g_strdelimit (g_strdup (info->name), "-", '_');
}

static void
add_field (SsmJson *json, const SsmPart *part, SsmField field)
{
  g_autofree char *key = key_of_field (field);
  const char *text = ssm_part_text (part, field);

  if (ssm_field_info (field)->type == SSM_TYPE_FLAG)
    ssm_json_add_flag (json, key, ssm_part_flag (part, field));
  else if (*text == '\0')
    ssm_json_add_null (json, key);
  else if (ssm_field_info (field)->type == SSM_TYPE_NUMBER)
    ssm_json_add_number (json, key, ssm_part_number (part, field, 0));
  else
    ssm_json_add_string (json, key, text);
}

static void
add_singleton (SsmJson *json, const SsmPart *part, SsmList list, const char *key)
{
  const SsmPart *only = ssm_part_only (part, list);

  if (only == NULL)
    {
      ssm_json_add_null (json, key);
      return;
    }
  ssm_json_begin_object (json, key);
  add_members (json, only);
  ssm_json_end_object (json);
}

static void
add_list (SsmJson *json, const SsmPart *part, SsmList list)
{
  const SsmListInfo *info = ssm_list_info (list);
  const char *key = info->container != NULL ? info->container
                                            : ssm_kind_info (info->child)->element;

  if (list == SSM_LIST_VERSION_MAP)
    return;
  if (info->max == 1)
    {
      add_singleton (json, part, list, key);
      return;
    }

  ssm_json_begin_array (json, key);
  for (guint i = 0; i < ssm_part_n_children (part, list); i++)
    {
      ssm_json_begin_object (json, NULL);
      add_members (json, ssm_part_child (part, list, i));
      ssm_json_end_object (json);
    }
  ssm_json_end_array (json);
}

static void
add_members (SsmJson *json, const SsmPart *part)
{
  const SsmKindInfo *info = ssm_kind_info (ssm_part_kind (part));

  if (info->id_prefix != NULL)
    ssm_json_add_string (json, "id", ssm_part_id (part));
  for (guint i = 0; i < info->n_fields; i++)
    add_field (json, part, info->first_field + (int) i);
  for (guint i = 0; i < info->n_lists; i++)
    add_list (json, part, info->first_list + (int) i);
}

char *
ssm_map_to_json (const SsmMap *map)
{
  g_autoptr (SsmJson) json = NULL;

  g_return_val_if_fail (map != NULL, NULL);

  json = ssm_json_new ();
  add_members (json, map);
  return ssm_json_to_text (json);
}
