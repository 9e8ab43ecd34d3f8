/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whoever writes the file chooses the ids, and could choose them so that they all fall on
 * one place of a hash table; so where they fall is chosen anew in each process. */

#include "ssm-xml-ids.h"

#include "ssm-quote.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _SsmXmlIds
{
  GHashTable *owners; /* id → an owner, packed */
  GArray *references; /* of Reference */
};

/* Who has an id is its kind and where it begins, in one pointer that is not NULL. */
#define KIND_BITS 6

G_STATIC_ASSERT (SSM_N_KINDS < 1 << KIND_BITS);

typedef struct
{
  const SsmPart *part;
  gsize offset;
} Reference;

/* What a field names. Ways may also lead to these places outside the stages. */
static const struct
{
  SsmField field;
  SsmKind kind;
} targets[] = {
  { SSM_STAGE_OUTCOME, SSM_KIND_DEFINITION }, { SSM_LINK_FROM, SSM_KIND_STAGE },
  { SSM_LINK_TO, SSM_KIND_STAGE },            { SSM_AT_STAGE, SSM_KIND_STAGE },
  { SSM_LOST_REASON, SSM_KIND_REASON },       { SSM_IDEA_STAGE, SSM_KIND_STAGE },
  { SSM_PROPOSAL_STAGE, SSM_KIND_STAGE },
};

static const char *const places_outside[] = { "lost", "nurture", NULL };

static gpointer
pack_owner (SsmKind kind, gsize offset)
{
  return GSIZE_TO_POINTER ((offset << KIND_BITS | kind) + 1);
}

static SsmKind
owner_kind (gpointer owner)
{
  return (GPOINTER_TO_SIZE (owner) - 1) & ((1 << KIND_BITS) - 1);
}

static gsize
owner_offset (gpointer owner)
{
  return (GPOINTER_TO_SIZE (owner) - 1) >> KIND_BITS;
}

static guint
hash_id (gconstpointer id)
{
  static gsize seed = 0;
  guint64 hash;

  if (g_once_init_enter (&seed))
    g_once_init_leave (&seed, (gsize) g_random_int () << 1 | 1);

  hash = seed * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  for (const guint8 *p = id; *p != '\0'; p++)
    hash = ((hash ^ *p) * G_GUINT64_CONSTANT (0x100000001b3)) ^ hash >> 29;

  return (guint) (hash ^ hash >> 32);
}

SsmXmlIds *
ssm_xml_ids_new (void)
{
  SsmXmlIds *ids = g_new0 (SsmXmlIds, 1);

  ids->owners = g_hash_table_new (hash_id, g_str_equal);
  ids->references = g_array_new (FALSE, FALSE, sizeof (Reference));
  return ids;
}

void
ssm_xml_ids_free (SsmXmlIds *ids)
{
  if (ids == NULL)
    return;
  g_hash_table_unref (ids->owners);
  g_array_unref (ids->references);
  g_free (ids);
}

gboolean
ssm_xml_ids_add (SsmXmlIds *ids, const SsmPart *part, gsize offset, gsize *first)
{
  const char *id = ssm_part_id (part);
  gpointer owner = g_hash_table_lookup (ids->owners, id);

  if (owner != NULL)
    {
      *first = owner_offset (owner);
      return FALSE;
    }

  g_hash_table_insert (ids->owners, (char *) id,
                       pack_owner (ssm_part_kind (part), offset));
  return TRUE;
}

void
ssm_xml_ids_add_references (SsmXmlIds *ids, const SsmPart *part, gsize offset)
{
  Reference reference = { part, offset };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      if (ssm_field_info (targets[i].field)->kind == ssm_part_kind (part))
        {
          g_array_append_val (ids->references, reference);
          return;
        }
    }
}

static gboolean
is_answered (SsmXmlIds *ids, const char *id, SsmKind kind, SsmKind asked_by)
{
  gpointer owner;

  if (*id == '\0' || (asked_by == SSM_KIND_LINK && g_strv_contains (places_outside, id)))
    return TRUE;

  owner = g_hash_table_lookup (ids->owners, id);
  return owner != NULL && owner_kind (owner) == kind;
}

void
ssm_xml_ids_note_dangling (SsmXmlIds *ids, SsmXmlSource *source)
{
  for (guint i = 0; i < ids->references->len; i++)
    {
      const Reference *reference = &g_array_index (ids->references, Reference, i);
      SsmKind asked_by = ssm_part_kind (reference->part);

      for (guint k = 0; k < G_N_ELEMENTS (targets); k++)
        {
          const SsmFieldInfo *field = ssm_field_info (targets[k].field);
          const char *id = field->kind == asked_by
                             ? ssm_part_text (reference->part, targets[k].field)
                             : "";

          if (!is_answered (ids, id, targets[k].kind, asked_by))
            ssm_xml_source_note (source, reference->offset,
                                 _("%s=\"%s\" names no %s of this map; it is kept."),
                                 field->name, id, ssm_kind_info (targets[k].kind)->element);
        }
    }
}
