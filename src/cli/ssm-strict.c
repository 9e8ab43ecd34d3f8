/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-strict.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const SsmMap *map;
  GPtrArray *findings;
} Search;

/* Joiners are letters of a word in scripts that are not Latin, and hold emoji together. */
static gboolean
is_hidden (gunichar c, gunichar previous)
{
  if (c == 0x200c || c == 0x200d)
    return previous < 0x80;

  switch (g_unichar_type (c))
    {
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return TRUE;
    case G_UNICODE_CONTROL:
      return c != '\n' && c != '\t';
    default:
      return FALSE;
    }
}

/* The first hidden character, or 0. */
static gunichar
find_hidden (const char *text)
{
  gunichar previous = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (is_hidden (c, previous))
        return c;
      previous = c;
    }
  return 0;
}

/* Takes @message. */
static void
add (GPtrArray *findings, const char *code, const char *stage, const char *item,
     char *message)
{
  SsmFinding *finding = g_new0 (SsmFinding, 1);

  finding->code = code;
  finding->severity = SSM_SEVERITY_WARNING;
  finding->stage = g_strdup (stage);
  finding->list = SSM_LIST_NONE;
  finding->item = g_strdup (item);
  finding->message = message;
  g_ptr_array_add (findings, finding);
}

static void
search_field (Search *search, const SsmPart *part, SsmField field)
{
  SsmFieldType type = ssm_field_info (field)->type;
  const char *id = ssm_part_id (part);
  const SsmPart *stage;
  gunichar c;

  if (type != SSM_TYPE_TEXT && type != SSM_TYPE_LINES)
    return;
  c = find_hidden (ssm_part_text (part, field));
  if (c == 0)
    return;

  stage = *id != '\0' ? ssm_map_stage_of (search->map, id, NULL) : NULL;
  add (search->findings, "hidden-character", stage != NULL ? ssm_part_id (stage) : NULL,
       *id != '\0' ? id : NULL,
       g_strdup_printf (_("The character U+%04X is in a text here, and cannot be seen. Take "
                          "it out, or make sure that it is meant."),
                        c));
}

static gboolean
part_found_cb (const SsmPart *part, gpointer data)
{
  const SsmKindInfo *info = ssm_kind_info (ssm_part_kind (part));

  for (guint i = 0; i < info->n_fields; i++)
    search_field (data, part, info->first_field + (int) i);
  return TRUE;
}

void
ssm_strict_find (const SsmMap *map, const SsmPage *page, GPtrArray *findings)
{
  Search search = { map, findings };
  const char *missing = ssm_page_missing_characters (page);

  part_found_cb (map, &search);
  ssm_map_foreach (map, part_found_cb, &search);
  if (*missing != '\0')
    add (findings, "missing-character", NULL, NULL,
         g_strdup_printf (_("No font has “%s”, so nobody will see it. Install one that does, "
                            "or write it differently."),
                          missing));
}
