/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One text being written: where it goes in the map, and how each keystroke becomes a value
 * of the document. Knows no widgets. A criterion that is just begun is not in the document
 * until it has a first letter, so that one left empty was never a step to undo. */

#pragma once

#include "ssm-document.h"

G_BEGIN_DECLS

typedef struct _SsmWriting SsmWriting;

/* (transfer full): on the text @field of the part or map @id. */
SsmWriting *ssm_writing_new (SsmDocument *document, const char *id, SsmField field);

/* (transfer full): on a criterion to come, at @index of a list; NULL where no more fit
 * into a map. */
SsmWriting *ssm_writing_new_criterion (SsmDocument *document, const char *stage,
                                       SsmList list, guint index);
void        ssm_writing_free          (SsmWriting *self);

const char *ssm_writing_get_id    (SsmWriting *self);
SsmField    ssm_writing_get_field (SsmWriting *self);

/* (transfer full): the text as it is now. */
char *ssm_writing_dup_text (SsmWriting *self);

/* Every change of a text, as it is typed. */
void ssm_writing_set_text (SsmWriting *self, const char *text);

/* TRUE while what was typed for a date is none; the map keeps the date from before. */
gboolean ssm_writing_is_unclear (SsmWriting *self);

/* (transfer full): what to tell the person then, else NULL. */
char *ssm_writing_dup_problem (SsmWriting *self);

/* The map to show meanwhile: the document's, with an empty criterion if one is begun.
 * Owned by the writing. */
SsmMap *ssm_writing_get_shown (SsmWriting *self);

/* The document has changed, by this writing or without it. FALSE where its text is gone. */
gboolean ssm_writing_follow (SsmWriting *self);

/* No more typing: a criterion without text goes. TRUE if it went. */
gboolean ssm_writing_finish (SsmWriting *self);

/* (transfer full): what a person should know of what else has changed, as a sentence; NULL
 * for nothing. */
char *ssm_writing_dup_notice (SsmWriting *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmWriting, ssm_writing_free)

G_END_DECLS
