/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A kept map and the current one differ in their frame: the file format's version, the list
 * of versions, what a workshop has not dealt with yet, and what stands outside the root
 * element. join () puts the content of one
 * into the frame of the other; everything here is made of that. */

#include "ssm-map-version.h"

#include "ssm-clean.h"
#include "ssm-id.h"
#include "ssm-map-edit.h"

#include <string.h>

/* A file of this many parts or bytes of text is far from the limits of the reader, whatever
 * it takes to write them down. */
#define MAX_PARTS 50000
#define MAX_BYTES (SSM_MAX_FILE / 4)

guint
ssm_map_n_versions (const SsmMap *map)
{
  return ssm_part_n_children (map, SSM_LIST_VERSIONS);
}

SsmPart *
ssm_map_version (const SsmMap *map, guint index)
{
  return ssm_part_child (map, SSM_LIST_VERSIONS, index);
}

SsmMap *
ssm_map_version_content (const SsmMap *map, const char *id)
{
  for (guint i = 0; i < ssm_map_n_versions (map); i++)
    if (strcmp (ssm_part_id (ssm_map_version (map, i)), id) == 0)
      return ssm_part_only (ssm_map_version (map, i), SSM_LIST_VERSION_MAP);

  return NULL;
}

/* An idea that was parked waits for somebody to deal with it, whatever edition is shown. */
static gboolean
is_frame_list (int list)
{
  return list == SSM_LIST_VERSIONS || list == SSM_LIST_IDEAS || list == SSM_LIST_PROPOSALS;
}

static gboolean
is_of_frame (const SsmForeign *foreign)
{
  switch (foreign->place)
    {
    case SSM_PLACE_BEFORE:
    case SSM_PLACE_AFTER:
      return TRUE;
    case SSM_PLACE_BEFORE_LIST:
    case SSM_PLACE_LIST_ATTRIBUTES:
    case SSM_PLACE_LIST_END:
      return is_frame_list (foreign->item);
    default:
      return FALSE;
    }
}

static void
copy_foreign (SsmPart *to, const SsmPart *from, gboolean of_frame)
{
  for (guint i = 0; i < ssm_part_n_foreign (from); i++)
    {
      const SsmForeign *foreign = ssm_part_foreign (from, i);

      if (is_of_frame (foreign) == of_frame)
        ssm_part_add_foreign (to, foreign->place, foreign->item, foreign->offset,
                              foreign->xml);
    }
}

static void
copy_list (SsmPart *to, const SsmPart *from, SsmList list)
{
  for (guint i = 0; i < ssm_part_n_children (from, list); i++)
    ssm_part_insert (to, list, i, ssm_part_ref (ssm_part_child (from, list, i)));
}

/* (transfer full): the content of one map in the frame of another, or in none. */
static SsmMap *
join (const SsmMap *content, const SsmMap *frame)
{
  const SsmKindInfo *info = ssm_kind_info (SSM_KIND_MAP);
  SsmMap *map = ssm_part_new (SSM_KIND_MAP, ssm_part_id (frame != NULL ? frame : content));

  for (guint i = 0; i < info->n_fields; i++)
    {
      SsmField field = info->first_field + (int) i;
      ssm_part_set_text (map, field,
                         ssm_part_text (field == SSM_MAP_VERSION ? frame : content, field));
    }
  for (guint i = 0; i < info->n_lists; i++)
    {
      SsmList list = info->first_list + (int) i;

      if (!is_frame_list (list))
        copy_list (map, content, list);
      else if (frame != NULL)
        copy_list (map, frame, list);
    }

  copy_foreign (map, content, FALSE);
  if (frame != NULL)
    copy_foreign (map, frame, TRUE);
  return ssm_part_seal (map);
}

SsmMap *
ssm_map_without_versions (SsmMap *map)
{
  gboolean has_frame = ssm_map_n_versions (map) > 0
                       || ssm_part_n_children (map, SSM_LIST_IDEAS) > 0
                       || ssm_part_n_children (map, SSM_LIST_PROPOSALS) > 0;

  return has_frame ? join (map, NULL) : ssm_part_ref (map);
}

typedef struct
{
  guint n_parts;
  gsize n_bytes;
} Weight;

static void
weigh (const SsmPart *part, Weight *weight)
{
  const SsmKindInfo *info = ssm_kind_info (ssm_part_kind (part));

  weight->n_parts++;
  for (guint i = 0; i < info->n_fields; i++)
    weight->n_bytes += strlen (ssm_part_text (part, info->first_field + (int) i));
  for (guint i = 0; i < ssm_part_n_foreign (part); i++)
    weight->n_bytes += strlen (ssm_part_foreign (part, i)->xml);
  for (guint i = 0; i < info->n_lists; i++)
    {
      SsmList list = info->first_list + (int) i;

      for (guint k = 0; k < ssm_part_n_children (part, list); k++)
        weigh (ssm_part_child (part, list, k), weight);
    }
}

static gboolean
has_room (const SsmMap *map, const SsmMap *kept)
{
  Weight weight = { 0 };

  weigh (map, &weight);
  weigh (kept, &weight);
  return weight.n_parts <= MAX_PARTS && weight.n_bytes <= MAX_BYTES;
}

/* The first character of the last number in @label, or NULL. */
static const char *
find_last_number (const char *label)
{
  const char *start = NULL, *end = label + strlen (label);

  while (end > label)
    {
      const char *before = g_utf8_prev_char (end);

      if (g_unichar_isdigit (g_utf8_get_char (before)))
        start = before;
      else if (start != NULL)
        break;
      end = before;
    }
  return start;
}

char *
ssm_label_count_up (const char *label)
{
  const char *start = find_last_number (label);
  const char *end = start, *digit;
  GString *number;

  if (start == NULL)
    return g_strdup (label);

  while (g_unichar_isdigit (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);

  number = g_string_new (end);
  for (digit = g_utf8_prev_char (end); digit >= start; digit = g_utf8_prev_char (digit))
    {
      gunichar c = g_utf8_get_char (digit);

      if (g_unichar_digit_value (c) < 9)
        {
          g_string_prepend_unichar (number, c + 1);
          g_string_prepend_len (number, label, digit - label);
          return g_string_free (number, FALSE);
        }
      g_string_prepend_unichar (number, c - 9);
      if (digit == start)
        {
          g_string_prepend_unichar (number, c - 8);
          break;
        }
    }
  g_string_prepend_len (number, label, start - label);
  return g_string_free (number, FALSE);
}

static gboolean
is_label_kept (const SsmMap *map, const char *label)
{
  for (guint i = 0; i < ssm_map_n_versions (map); i++)
    {
      const SsmMap *kept = ssm_part_only (ssm_map_version (map, i), SSM_LIST_VERSION_MAP);

      if (kept != NULL && strcmp (ssm_map_text (kept, SSM_EDITION_LABEL), label) == 0)
        return TRUE;
    }
  return FALSE;
}

/* (transfer full): the number with which the map goes on; one no kept version has. */
static char *
next_label (const SsmMap *map)
{
  char *label = ssm_label_count_up (ssm_map_text (map, SSM_EDITION_LABEL));

  while (find_last_number (label) != NULL && is_label_kept (map, label))
    {
      char *next = ssm_label_count_up (label);

      g_free (label);
      label = next;
    }
  return label;
}

/* (transfer full): an id that neither map has. */
static char *
fresh_id (const SsmMap *map, const SsmMap *other)
{
  char *id = ssm_id_new (ssm_kind_info (SSM_KIND_VERSION)->id_prefix);

  while (ssm_map_find (map, id) != NULL || ssm_map_find (other, id) != NULL)
    {
      g_free (id);
      id = ssm_id_new (ssm_kind_info (SSM_KIND_VERSION)->id_prefix);
    }
  return id;
}

static SsmPart *
new_version (const char *id, const char *label, const char *date, SsmMap *kept)
{
  SsmPart *version = ssm_part_new (SSM_KIND_VERSION, id);
  g_autofree char *clean = ssm_clean_text (label, TRUE);

  ssm_part_set_text (version, SSM_VERSION_LABEL, clean);
  ssm_part_set_text (version, SSM_VERSION_DATE, date);
  ssm_part_insert (version, SSM_LIST_VERSION_MAP, 0, ssm_part_ref (kept));
  return version;
}

SsmMap *
ssm_map_with_version_kept (SsmMap *map, const char *label, const char *date, char **out_id)
{
  g_autoptr (SsmMap) kept = join (map, NULL);
  g_autoptr (SsmMap) with = NULL;
  g_autofree char *id = fresh_id (map, kept);
  g_autofree char *next = next_label (map);

  if (out_id != NULL)
    *out_id = NULL;
  if (!has_room (map, kept))
    return ssm_part_ref (map);

  with = ssm_part_copy (map);
  ssm_part_insert (with, SSM_LIST_VERSIONS, ssm_map_n_versions (map),
                   new_version (id, label, date, kept));
  ssm_part_seal (with);
  if (out_id != NULL)
    *out_id = g_steal_pointer (&id);
  return ssm_map_with_text (with, ssm_part_id (with), SSM_EDITION_LABEL, next);
}

/* A part of the kept map may have an id that a version was given since. */
static void
make_version_ids_unique (SsmPart *joined, const SsmMap *content)
{
  for (guint i = 0; i < ssm_map_n_versions (joined); i++)
    {
      SsmPart *version = ssm_map_version (joined, i);
      g_autofree char *id = NULL;
      SsmPart *copy;

      if (ssm_map_find (content, ssm_part_id (version)) == NULL)
        continue;
      id = fresh_id (joined, content);
      copy = ssm_part_copy (version);
      ssm_part_set_id (copy, id);
      ssm_part_replace (joined, SSM_LIST_VERSIONS, i, copy);
    }
}

SsmMap *
ssm_map_with_version_restored (SsmMap *map, const char *id)
{
  SsmMap *kept = ssm_map_version_content (map, id);
  g_autoptr (SsmMap) joined = NULL;
  g_autoptr (SsmMap) sealed = NULL;
  g_autoptr (SsmMap) restored = NULL;

  if (kept == NULL)
    return ssm_part_ref (map);

  sealed = join (kept, map);
  joined = ssm_part_copy (sealed);
  make_version_ids_unique (joined, kept);
  ssm_part_seal (joined);
  restored = ssm_map_with_text (joined, ssm_part_id (joined), SSM_EDITION_LABEL,
                                ssm_map_text (map, SSM_EDITION_LABEL));
  return ssm_part_ref (ssm_part_equal (restored, map) ? map : restored);
}
