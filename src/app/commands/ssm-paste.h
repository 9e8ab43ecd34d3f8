/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What pasting and dropping do, as values: what came from elsewhere, the place in the map,
 * and the command that brings the one to the other. Without widgets; see ssm-clipboard.h
 * for the clipboard. */

#pragma once

#include "ssm-commands.h"

G_BEGIN_DECLS

typedef struct
{
  SsmMap *fragment; /* of a map, or NULL: it is text of another program */
  char *text;       /* clean, as ssm_read_clean () gives it; never NULL */
  gboolean cut;     /* there was more */
} SsmPasted;

void ssm_pasted_free (SsmPasted *pasted);

/* Cuts the text off where it is longer than any one text of a page, which would take seconds
 * for it. TRUE if there was more. */
gboolean ssm_pasted_shorten (SsmPasted *pasted);

/* (transfer full): from the bytes of a text, which may be that of a map file. */
SsmPasted *ssm_pasted_new_text (const char *text, gsize length);

/* (transfer full): from HTML; NULL where it has no table and no list, so that the plain
 * text beside it says more. */
SsmPasted *ssm_pasted_new_html (const char *html, gsize length);

/* (transfer full): from our own type; NULL where it is damaged. */
SsmPasted *ssm_pasted_new_map (GBytes *bytes);

/* (transfer full), never NULL; the same map where there is nothing to do, or no more fits
 * into a map. In a cell lines become criteria; on a stage, on the page (@place with the
 * map's id, or "") and in a map without stages what has the form of stages becomes stages,
 * and fills those of the same names that say nothing yet; in any other text, words. */
SsmCommand *ssm_command_paste (SsmMap *map, const SsmPlaceInMap *place,
                               const SsmPasted *pasted);

/* Whether it is a text that names stages of @map which say nothing yet: it becomes them
 * wherever it is pasted. */
gboolean ssm_pasted_fills_stages (const SsmPasted *pasted, SsmMap *map);

/* (transfer full): a new map made of it; NULL where it holds no words. */
SsmMap *ssm_pasted_map_new (const SsmPasted *pasted);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmPasted, ssm_pasted_free)

G_END_DECLS
