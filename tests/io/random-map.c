/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-map.h"

#include <string.h>

typedef struct
{
  GRand *random;
  gboolean with_foreign;
  guint n_ids;
} Maker;

static gboolean
chance (Maker *maker, int percent)
{
  return g_rand_int_range (maker->random, 0, 100) < percent;
}

static const char *
pick (Maker *maker, const char *const *words)
{
  return words[g_rand_int_range (maker->random, 0, (int) g_strv_length ((char **) words))];
}

/* Letters of many scripts, and all that has to be escaped somewhere. */
static char *
random_text (Maker *maker, int max)
{
  static const char *const pieces[] = {
    "word", " ", "  ", "Kosten", "é", "данные", "بيانات", "数据", "👩‍💻", "❤️", "&", "<", ">",
    "\"", "'", "\t", "\n", "\r", "]]>", "--", "&#10;", "\xe2\x80\xae", "\xe2\x80\x8b",
    "\xc2\xad", "\xc2\x85", "\xe2\x80\xa8", "\xef\xbb\xbf", "a\xe2\x80\x8d", "\xf3\xa0\x80\xa0",
    "\xf0\x9f\x8f\xb3\xef\xb8\x8f", "\x7f", "é\xe2\x80\x8d\xe2\x80\x8d", "<!--", "?>", NULL
  };
  GString *text = g_string_new (NULL);

  for (int i = g_rand_int_range (maker->random, 0, max); i > 0; i--)
    g_string_append (text, pick (maker, pieces));
  return g_string_free (text, FALSE);
}

static char *
random_value (Maker *maker, SsmFieldType type)
{
  static const char *const numbers[] = { "0", "-1", "0.25", "123456789012345.123456", "007",
                                         NULL };
  static const char *const dates[] = { "2026-11-23", "2024-02-29", "0001-01-01",
                                       "9999-12-31", NULL };
  static const char *const languages[] = { "en", "pt-BR", "zh-Hant-TW", NULL };
  static const char *const flags[] = { "yes", "no", NULL };
  static const char *const ids[] = { "lost", "i-1", "i-2", "i-3", "nothing", NULL };

  switch (type)
    {
    case SSM_TYPE_NUMBER:
      return g_strdup (pick (maker, numbers));
    case SSM_TYPE_DATE:
      return g_strdup (pick (maker, dates));
    case SSM_TYPE_LANGUAGE:
      return g_strdup (pick (maker, languages));
    case SSM_TYPE_FLAG:
      return g_strdup (pick (maker, flags));
    case SSM_TYPE_ID:
      return g_strdup (pick (maker, ids));
    case SSM_TYPE_VERSION:
      return g_strdup ("1.0");
    default:
      return random_text (maker, 8);
    }
}

/* What may also stand in front of the root element. */
static const char *const remarks[] = {
  "<!--before-->",
  "<?before all?>",
  NULL
};

static const char *const fragments[] = {
  "<!--a comment-->",
  "<!--two\n  lines &amp; < \xe2\x80\xae-->",
  "<?target some data?>",
  "<?target?>",
  "<unknown/>",
  "<unknown new=\"1\">text <inner/> text</unknown>",
  "<stage xmlns=\"urn:x\" id=\"i-1\"><name>not ours</name></stage>",
  "<stage xmlns=\"\"/>",
  "<a:b xmlns:a=\"urn:a\"/>",
  "<a:b xmlns:a=\"urn:other\" a:c=\"&lt;&quot;&amp;&#10;\"><a:d> &amp;\n </a:d><e/></a:b>",
  "<q:r xmlns:q=\"urn:q\" type=\"q:s\"><t xmlns=\"urn:t\"><criterion "
  "xmlns=\"urn:sales-system-map:1\"/></t></q:r>",
  NULL
};

static const char *const attributes[] = {
  " new=\"1\"",
  " xmlns:a=\"urn:a\" a:x=\"&#x202E;\"",
  " xmlns:a=\"urn:other\" xmlns:q=\"urn:q\"",
  " xmlns:a=\"urn:a\" a:b=\"1\" a:c=\"2\" zebra=\"3\"",
  NULL
};

static void
add_some (Maker *maker, SsmPart *part, SsmPlace place, int item, guint offset,
          const char *const *what)
{
  if (maker->with_foreign && chance (maker, 15))
    ssm_part_add_foreign (part, place, item, offset, pick (maker, what));
}

/* Bytes into @text where a character begins. */
static guint
random_offset (Maker *maker, const char *text)
{
  glong length = g_utf8_strlen (text, -1);

  return (guint) (g_utf8_offset_to_pointer (
                    text, g_rand_int_range (maker->random, 0, (int) length + 1))
                  - text);
}

static void
fill_field (Maker *maker, SsmPart *part, SsmField field)
{
  const SsmFieldInfo *info = ssm_field_info (field);
  g_autofree char *value = random_value (maker, info->type);

  if (info->type == SSM_TYPE_VERSION || chance (maker, 60))
    ssm_part_set_text (part, field, value);
  if (info->form == SSM_FORM_ATTRIBUTE)
    return;

  add_some (maker, part, SSM_PLACE_IN_FIELD, field,
            random_offset (maker, ssm_part_text (part, field)), fragments);
  if (info->form != SSM_FORM_ELEMENT)
    return;
  if (*ssm_part_text (part, field) != '\0')
    add_some (maker, part, SSM_PLACE_BEFORE_FIELD, field, 0, fragments);
  add_some (maker, part, SSM_PLACE_FIELD_ATTRIBUTES, field, 0, attributes);
}

/* Where they are in a kept version, ids may be those of the map. */
static SsmPart *
random_part (Maker *maker, SsmKind kind, guint depth)
{
  const SsmKindInfo *info = ssm_kind_info (kind);
  g_autofree char *id = g_strdup_printf ("i-%u", maker->n_ids++);
  SsmPart *part = ssm_part_new (kind, info->id_prefix != NULL ? id : NULL);
  gboolean has_content = FALSE;

  add_some (maker, part, SSM_PLACE_ATTRIBUTES, -1, 0, attributes);
  add_some (maker, part, SSM_PLACE_BEFORE, -1, 0, depth == 0 ? remarks : fragments);
  for (guint i = 0; i < info->n_fields; i++)
    {
      SsmField field = info->first_field + (int) i;

      fill_field (maker, part, field);
      has_content |= ssm_field_info (field)->form == SSM_FORM_CONTENT;
    }

  for (guint i = 0; i < info->n_lists; i++)
    {
      SsmList list = info->first_list + (int) i;
      const SsmListInfo *list_info = ssm_list_info (list);
      int most = list_info->max == 1 ? 2 : 4;
      int n = depth > 4 ? 0 : g_rand_int_range (maker->random, 0, most);

      for (int k = 0; k < n; k++)
        ssm_part_insert (part, list, (guint) k,
                         random_part (maker, list_info->child, depth + 1));
      if (list_info->container == NULL)
        continue;
      add_some (maker, part, SSM_PLACE_LIST_ATTRIBUTES, list, 0, attributes);
      add_some (maker, part, SSM_PLACE_LIST_END, list, 0, fragments);
      if (n > 0)
        add_some (maker, part, SSM_PLACE_BEFORE_LIST, list, 0, fragments);
    }

  if (!has_content)
    add_some (maker, part, SSM_PLACE_END, -1, 0, fragments);
  return part;
}

static SsmPart *
random_root (GRand *random, SsmKind kind, gboolean with_foreign)
{
  Maker maker = { random, with_foreign, 0 };
  SsmPart *root = random_part (&maker, kind, 0);

  if (with_foreign)
    ssm_part_add_foreign (root, SSM_PLACE_AFTER, -1, 0, "<!--behind-->");
  return ssm_part_seal (root);
}

SsmMap *
random_map (GRand *random, gboolean with_foreign)
{
  return random_root (random, SSM_KIND_MAP, with_foreign);
}

SsmBook *
random_book (GRand *random, gboolean with_foreign)
{
  return random_root (random, SSM_KIND_BOOK, with_foreign);
}

SsmPart *
random_agenda (GRand *random, gboolean with_foreign)
{
  return random_root (random, SSM_KIND_AGENDA, with_foreign);
}
