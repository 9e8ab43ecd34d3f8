/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Drafts that earlier programs left: after a crash, or for what was never saved. */

#pragma once

#include "ssm-document.h"

G_BEGIN_DECLS

typedef struct _SsmDraft SsmDraft;

/* (transfer container), newest first: the drafts of programs that no longer run, and the
 * kept drafts of closed documents. @root: of maps or of deal books. Elements are owned by
 * the array. */
GPtrArray *ssm_recovery_list (SsmKind root);

/* For the start page. Owned by the draft. */
const char *ssm_draft_get_title (SsmDraft *draft);
const char *ssm_draft_get_path  (SsmDraft *draft); /* of its file, or NULL */
GDateTime  *ssm_draft_get_time  (SsmDraft *draft);

/* TRUE for what a crash left, FALSE for what was closed without a name. */
gboolean ssm_draft_was_crash (SsmDraft *draft);

/* (transfer full): a document showing the draft as an unsaved state of its file; the draft
 * is now the document's. Errors in SSM_IO_ERROR; a damaged draft is moved aside and kept. */
SsmDocument *ssm_draft_restore (SsmDraft *draft, GError **error);

/* The person does not want it: kept aside for 30 days, not offered again. */
void ssm_draft_decline (SsmDraft *draft);

/* All drafts that no window shows, those kept aside, too: how many there are, and at @size,
 * if that is not NULL, their bytes. */
guint ssm_recovery_measure (goffset *size);

/* Removes them for good. */
void ssm_recovery_clear (void);

G_END_DECLS
