/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one building block of a map: an immutable, reference counted record with an id,
 * texts, lists of further parts, and whatever foreign content stood around it in the
 * file. A map is a part whose kind is SSM_KIND_MAP. Parts are shared between maps: an edit
 * copies only the parts on the way from the map to what it changes. */

#pragma once

#include <glib-object.h>

#include "ssm-schema.h"

G_BEGIN_DECLS

typedef struct _SsmPart SsmPart;

/* Where foreign content (what the program does not know and keeps) stood. */
typedef enum
{
  SSM_PLACE_ATTRIBUTES,       /* on the part's own element */
  SSM_PLACE_BEFORE,           /* before the part's element */
  SSM_PLACE_BEFORE_FIELD,     /* before the element of a field */
  SSM_PLACE_FIELD_ATTRIBUTES, /* on the element of a field */
  SSM_PLACE_IN_FIELD,         /* in the text of a field, at @offset bytes */
  SSM_PLACE_BEFORE_LIST,      /* before the container of a list */
  SSM_PLACE_LIST_ATTRIBUTES,  /* on the container of a list */
  SSM_PLACE_LIST_END,         /* in the container, behind its last part */
  SSM_PLACE_END,              /* at the end of the part's element */
  SSM_PLACE_AFTER             /* behind the root element */
} SsmPlace;

typedef struct
{
  SsmPlace place;
  int item;     /* the SsmField or SsmList meant by the place, else -1 */
  guint offset; /* bytes into the text, for SSM_PLACE_IN_FIELD */
  const char *xml; /* canonical fragment, or attributes as ' name="value"…' */
} SsmForeign;

#define SSM_TYPE_PART (ssm_part_get_type ())
GType    ssm_part_get_type (void);
SsmPart *ssm_part_ref      (const SsmPart *part);
void     ssm_part_unref    (SsmPart *part);

/* Reading. Everything returned is owned by the part. */
SsmKind     ssm_part_kind (const SsmPart *part);

/* "" for kinds without an id. */
const char *ssm_part_id (const SsmPart *part);

/* Never NULL: "" where the text is not set, and where @part is NULL, as an absent
 * edition is. */
const char *ssm_part_text (const SsmPart *part, SsmField field);

/* The text as a number; @fallback where it is not set. */
double   ssm_part_number (const SsmPart *part, SsmField field, double fallback);
gboolean ssm_part_flag   (const SsmPart *part, SsmField field);

guint    ssm_part_n_children (const SsmPart *part, SsmList list);
SsmPart *ssm_part_child      (const SsmPart *part, SsmList list, guint index);

/* The part of a singleton list, or NULL. */
SsmPart *ssm_part_only (const SsmPart *part, SsmList list);

guint             ssm_part_n_foreign (const SsmPart *part);
const SsmForeign *ssm_part_foreign   (const SsmPart *part, guint index);

/* Whether both say the same, down to the foreign content. Shared parts compare at once. */
gboolean ssm_part_equal (const SsmPart *a, const SsmPart *b);

/* Whether the foreign content around both is the same, that of their children apart. */
gboolean ssm_part_foreign_equal (const SsmPart *a, const SsmPart *b);

/* Building. A new or copied part may be changed until it is sealed or handed to
 * ssm_part_insert (), which seals it; from then on changing it is a programmer error. */

/* @id: NULL only for kinds without one. */
SsmPart *ssm_part_new (SsmKind kind, const char *id);

/* (transfer full): an unsealed copy that shares its children with @part. */
SsmPart *ssm_part_copy (const SsmPart *part);
SsmPart *ssm_part_seal (SsmPart *part);

void ssm_part_set_id   (SsmPart *part, const char *id);

/* @text: NULL, "" and, for a flag, "no" all unset. */
void ssm_part_set_text (SsmPart *part, SsmField field, const char *text);

/* Takes @child and seals it. @index may be the number of children. */
void ssm_part_insert  (SsmPart *part, SsmList list, guint index, SsmPart *child);
void ssm_part_remove  (SsmPart *part, SsmList list, guint index);
void ssm_part_replace (SsmPart *part, SsmList list, guint index, SsmPart *child);

void ssm_part_add_foreign (SsmPart *part, SsmPlace place, int item, guint offset,
                           const char *xml);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmPart, ssm_part_unref)

G_END_DECLS
