/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tree and no hash table: whoever writes the file chooses the ids, and could choose them
 * so that they all fall on one place of a table. */

#include "ssm-xml-ids.h"

#include "ssm-quote.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _SsmXmlIds
{
  GTree *owners;      /* id → Owner */
  GArray *references; /* of Reference */
};

typedef struct
{
  SsmKind kind;
  gsize offset;
} Owner;

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
  { SSM_LOST_REASON, SSM_KIND_REASON },
};

static const char *const places_outside[] = { "lost", "nurture", NULL };

static int
compare_ids (gconstpointer a, gconstpointer b, gpointer data)
{
  return strcmp (a, b);
}

SsmXmlIds *
ssm_xml_ids_new (void)
{
  SsmXmlIds *ids = g_new0 (SsmXmlIds, 1);

  ids->owners = g_tree_new_full (compare_ids, NULL, NULL, g_free);
  ids->references = g_array_new (FALSE, FALSE, sizeof (Reference));
  return ids;
}

void
ssm_xml_ids_free (SsmXmlIds *ids)
{
  if (ids == NULL)
    return;
  g_tree_unref (ids->owners);
  g_array_unref (ids->references);
  g_free (ids);
}

gboolean
ssm_xml_ids_add (SsmXmlIds *ids, const SsmPart *part, gsize offset, gsize *first)
{
  const char *id = ssm_part_id (part);
  Owner *owner = g_tree_lookup (ids->owners, id);

  if (owner != NULL)
    {
      *first = owner->offset;
      return FALSE;
    }

  owner = g_new (Owner, 1);
  *owner = (Owner) { ssm_part_kind (part), offset };
  g_tree_insert (ids->owners, (char *) id, owner);
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
  const Owner *owner;

  if (*id == '\0' || (asked_by == SSM_KIND_LINK && g_strv_contains (places_outside, id)))
    return TRUE;

  owner = g_tree_lookup (ids->owners, id);
  return owner != NULL && owner->kind == kind;
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
