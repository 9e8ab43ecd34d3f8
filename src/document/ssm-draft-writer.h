/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps the draft of one document up to date: soon after each edit, one write in flight,
 * in a thread that holds a reference to the value and so never meets an edit. */

#pragma once

#include <glib.h>

#include "ssm-part.h"

G_BEGIN_DECLS

typedef struct _SsmDraftWriter SsmDraftWriter;

/* In the main context, after each write: @error is NULL for one that went well. */
typedef void (*SsmDraftWritten) (const GError *error, gpointer data);

SsmDraftWriter *ssm_draft_writer_new (SsmDraftWritten written, gpointer data);

/* No callback comes after this; a write in flight is finished. The draft stays. */
void ssm_draft_writer_free (SsmDraftWriter *writer);

/* Goes on with a draft that is on the disk already. */
void ssm_draft_writer_adopt (SsmDraftWriter *writer, const char *stem);

/* What the draft belongs to. @path, @base and @saved, what @base is the bytes of: NULL for a
 * document of no file. */
void ssm_draft_writer_set_info (SsmDraftWriter *writer, const char *path, const char *title,
                                GBytes *base, SsmPart *saved);

/* @root is to be on the disk within a second. */
void ssm_draft_writer_keep (SsmDraftWriter *writer, SsmPart *root);

/* Writes what is waiting now, and waits for it. */
void ssm_draft_writer_flush (SsmDraftWriter *writer);

/* The draft is not needed any more. */
void ssm_draft_writer_remove (SsmDraftWriter *writer);

/* The window was closed; the start page offers the draft from now on. */
void ssm_draft_writer_close (SsmDraftWriter *writer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmDraftWriter, ssm_draft_writer_free)

G_END_DECLS
