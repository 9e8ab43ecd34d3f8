/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which ids were seen, and where: 32 bytes for each, whatever its length. Ids that are no
 * numbers are told apart by 63 bits of a hash; that two of a million look alike has a chance
 * of one to fifteen million. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SsmIdSet SsmIdSet;

SsmIdSet *ssm_id_set_new  (void);
void      ssm_id_set_free (SsmIdSet *set);

/* The line with which @id was added before; 0 where it is new, and is added with @line. */
guint ssm_id_set_add (SsmIdSet *set, const char *id, guint line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmIdSet, ssm_id_set_free)

G_END_DECLS
