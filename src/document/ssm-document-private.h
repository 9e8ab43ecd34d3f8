/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What ssm-document-io.c and ssm-recovery.c know of a document and views do not. */

#pragma once

#include "ssm-document.h"
#include "ssm-history.h"

G_BEGIN_DECLS

/* Owned by the document. */
SsmHistory *ssm_document_get_history (SsmDocument *self);

/* The document shows what was read from @file: @root, whose bytes are @base. */
void ssm_document_set_read (SsmDocument *self, GFile *file, SsmPart *root,
                                GBytes *base);

/* The same after a save. */
void ssm_document_set_saved (SsmDocument *self, GFile *file, SsmPart *root,
                                GBytes *base);

/* The document's file has the name @file now. */
void ssm_document_set_moved (SsmDocument *self, GFile *file);

/* The file is not where it was; the state says so until it is there again. */
void ssm_document_set_gone (SsmDocument *self, gboolean gone);

void ssm_document_set_read_only (SsmDocument *self, gboolean read_only);

/* What the file held when it was last read or saved, or NULL. Owned by the document. */
GBytes *ssm_document_get_base (SsmDocument *self);

/* Goes on with a draft that is on the disk, @root being what it holds. */
void ssm_document_adopt_draft (SsmDocument *self, const char *stem, SsmPart *root);

/* The most a file with this root is read of. */
gsize ssm_document_max_bytes (const SsmPart *root);

/* One save at a time: FALSE while another runs, @task then waits for its turn. */
gboolean ssm_document_begin_save (SsmDocument *self, GTask *task);

gboolean ssm_document_is_saving (SsmDocument *self);

/* (transfer full): the save that is next, or NULL. */
GTask *ssm_document_end_save (SsmDocument *self);

G_END_DECLS
