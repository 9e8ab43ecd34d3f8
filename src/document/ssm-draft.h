/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A draft on the disk: N.meta, N.base (the bytes of the file that was opened, for a merge)
 * and N.now (the map or deal book as it is, written by the routine of Save). Of a deal book,
 * which may be large, N.over has only the deals that are not as in N.now, or as in N.base
 * while there is no N.now. All calls block. */

#pragma once

#include <glib.h>

#include "ssm-part.h"

G_BEGIN_DECLS

/* What is known of a draft besides its value. */
typedef struct
{
  char *path;      /* of the document's file, or NULL */
  char *title;     /* for the start page */
  SsmKind kind;    /* SSM_KIND_MAP or SSM_KIND_BOOK */
  gboolean closed; /* its window was closed; FALSE while it is open, and after a crash */
  GBytes *base;    /* contents of the file when it was read, or NULL */
} SsmDraftInfo;

void ssm_draft_info_clear (SsmDraftInfo *info);

/* What stands on the disk as a whole, N.now or N.base: what N.over is laid over. */
typedef struct
{
  SsmPart *root; /* NULL: not known */
  char *stamp;   /* of its bytes */
} SsmDraftWhole;

void ssm_draft_whole_clear (SsmDraftWhole *whole);

/* (transfer full): the stem "…/FOLDER/N" of a new draft in @folder. */
char *ssm_draft_new_stem (const char *folder);

/* Both return FALSE with an error in SSM_IO_ERROR. Writing the info writes N.base. */
gboolean ssm_draft_write_info (const char *stem, const SsmDraftInfo *info, GError **error);

/* Writes what differs from @whole where that is little, else all, which is @whole then. *@is_whole:
 * which of the two it was. */
gboolean ssm_draft_write_root (const char *stem, const SsmPart *root, SsmDraftWhole *whole,
                               gboolean *is_whole, GError **error);

/* @info is filled; free it with ssm_draft_info_clear (). A draft whose info is lost is
 * still one: FALSE only where there is none. */
gboolean ssm_draft_read_info (const char *stem, SsmDraftInfo *info);

/* (transfer full): the map or book; NULL with an error in SSM_IO_ERROR. */
SsmPart *ssm_draft_read_root (const char *stem, GError **error);

/* When the value was written or ssm_draft_touch () was called, in UTC; NULL if there is
 * none. */
GDateTime *ssm_draft_time  (const char *stem);
void       ssm_draft_touch (const char *stem);

/* Moves a draft, so that one program alone has it. FALSE if another was faster. */
gboolean ssm_draft_move   (const char *from_stem, const char *to_stem);
void     ssm_draft_remove (const char *stem);

/* What a draft takes on the disk, in bytes. */
goffset ssm_draft_size (const char *stem);

/* (transfer full): the stems in @folder. */
GPtrArray *ssm_draft_list (const char *folder);

G_END_DECLS
