/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the operand DEALS is: a deal book or a table of the CRM. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *operand;
  GBytes *bytes; /* of standard input, which can be read once; else NULL */
  gboolean is_table;
} SsmDealSource;

/* (transfer full): looks at the first bytes of @operand, "-" for standard input. NULL
 * with an error where standard input cannot be read; what else cannot be is found when it
 * is. */
SsmDealSource *ssm_deal_source_new  (const char *operand, GError **error);
void           ssm_deal_source_free (SsmDealSource *source);

/* (transfer full): the bytes of a deal book. */
GBytes *ssm_deal_source_read (const SsmDealSource *source, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmDealSource, ssm_deal_source_free)

G_END_DECLS
