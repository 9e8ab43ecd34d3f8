/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Parts of a map on their way to another place, through the clipboard or from a text. A
 * fragment is a map itself, so what is pasted comes through the reader of every file and
 * is as sound as one; an attribute of its root says what was taken. */

#pragma once

#include "ssm-map.h"

G_BEGIN_DECLS

typedef enum
{
  SSM_FRAGMENT_CRITERIA, /* of the one stage it has, in the lists where they stood */
  SSM_FRAGMENT_STAGES,   /* with the links between them and the definitions they name */
  SSM_FRAGMENT_MAP       /* all of it */
} SsmFragmentKind;

SsmFragmentKind ssm_fragment_kind (const SsmMap *fragment);

/* (transfer full): an empty one to be filled and sealed; not for SSM_FRAGMENT_MAP. */
SsmPart *ssm_fragment_new (SsmFragmentKind kind, const char *language, gboolean cut);

/* (transfer full): the criterion or stage @id; the criteria of @list of a stage, if that is
 * not SSM_LIST_NONE; the map for its own id. NULL for anything else. @cut: what is pasted
 * keeps its ids where they are free, because it is still the same thing. */
SsmMap *ssm_map_fragment (const SsmMap *map, const char *id, SsmList list, gboolean cut);

/* (transfer full): the criteria of @fragment, whatever its kind, at @index of @list of
 * @stage. @list SSM_LIST_NONE: each at the end of the list where it stood. @out_id, if not
 * NULL: the last one, (transfer full), or NULL where the map would be past a limit of the
 * file or nothing was to do; the map is the same one then. */
SsmMap *ssm_map_with_criteria (SsmMap *map, const char *stage, SsmList list, guint index,
                               const SsmMap *fragment, char **out_id);

/* (transfer full): the stages of @fragment at @index, with its links and definitions. A
 * term that the map has already keeps its own definition, and the outcomes name that one.
 * @fills: NULL, or for each of the stages the index of one of @map that becomes it; -1 for
 * one that is put in behind the one before it. @out_id: the first of them; as above. */
SsmMap *ssm_map_with_stages (SsmMap *map, guint index, const SsmMap *fragment,
                             const int *fills, char **out_id);

G_END_DECLS
