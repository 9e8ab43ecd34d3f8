/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-draft-over.h"

#include "ssm-book-edit.h"
#include "ssm-xml-read.h"
#include "ssm-xml-write.h"

#include <string.h>

void
ssm_draft_whole_clear (SsmDraftWhole *whole)
{
  g_clear_pointer (&whole->root, ssm_part_unref);
  g_clear_pointer (&whole->stamp, g_free);
}

/* (transfer full): the comment in front of what is laid over @bytes. Nobody forges it, and a
 * large book should not wait for it. */
static char *
stamp_of (GBytes *bytes)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_MD5, bytes);

  return g_strdup_printf ("<!--laid over %s-->", sum);
}

/* Only books are large enough for this to be worth it. */
void
ssm_draft_whole_set (SsmDraftWhole *whole, const SsmPart *root, GBytes *bytes)
{
  ssm_draft_whole_clear (whole);
  if (ssm_part_kind (root) != SSM_KIND_BOOK)
    return;

  whole->root = ssm_part_ref (root);
  whole->stamp = stamp_of (bytes);
}

GBytes *
ssm_draft_over_new (const SsmDraftWhole *whole, const SsmPart *root)
{
  g_autoptr (SsmBook) difference = NULL;

  if (whole->root == NULL || ssm_part_kind (root) != SSM_KIND_BOOK)
    return NULL;
  difference = ssm_book_difference (whole->root, root);
  if (difference == NULL)
    return NULL;

  ssm_part_add_foreign (difference, SSM_PLACE_BEFORE, -1, 0, whole->stamp);
  return ssm_xml_write (difference, NULL);
}

static gboolean
is_laid_over (const SsmPart *over, GBytes *bytes)
{
  g_autofree char *stamp = stamp_of (bytes);

  for (guint i = 0; i < ssm_part_n_foreign (over); i++)
    {
      if (ssm_part_foreign (over, i)->place == SSM_PLACE_BEFORE)
        return strcmp (ssm_part_foreign (over, i)->xml, stamp) == 0;
    }

  return FALSE;
}

SsmPart *
ssm_draft_over_lay (SsmPart *whole, GBytes *bytes, GBytes *over, const char *name,
                    GError **error)
{
  g_autoptr (SsmBook) difference = ssm_xml_read_book (over, name, NULL, error);
  g_autoptr (GPtrArray) deals
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ssm_part_unref);

  if (difference == NULL)
    return NULL;
  if (ssm_part_kind (whole) != SSM_KIND_BOOK || !is_laid_over (difference, bytes))
    return ssm_part_ref (whole);

  for (guint i = 0; i < ssm_book_n_deals (difference); i++)
    g_ptr_array_add (deals, ssm_part_ref (ssm_book_deal (difference, i)));
  return ssm_book_with_deals (whole, deals);
}
