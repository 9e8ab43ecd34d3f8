/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What goes to the disk is read again first: what cannot be read is found while the old
 * file is still there. */

#include "ssm-io-error.h"
#include "ssm-xml-read.h"
#include "ssm-xml-write.h"

#include <glib/gi18n-lib.h>

static gboolean
has_foreign_below (const SsmPart *part)
{
  const SsmKindInfo *info = ssm_kind_info (ssm_part_kind (part));

  if (ssm_part_n_foreign (part) > 0)
    return TRUE;

  for (guint i = 0; i < info->n_lists; i++)
    {
      SsmList list = info->first_list + (int) i;

      for (guint k = 0; k < ssm_part_n_children (part, list); k++)
        {
          if (has_foreign_below (ssm_part_child (part, list, k)))
            return TRUE;
        }
    }

  return FALSE;
}

/* Foreign content may have moved to the part behind it when what it stood in front of went
 * away; the bytes then are the same, though not the value. */
static gboolean
is_same (const SsmPart *root, GBytes *bytes, const SsmPart *again)
{
  g_autoptr (GBytes) again_bytes = ssm_xml_write (again, NULL);

  return again_bytes != NULL && g_bytes_equal (bytes, again_bytes)
         && (has_foreign_below (root) || ssm_part_equal (root, again));
}

/* A value past a limit is the person's to mend, everything else ours. */
static void
take_error (GError *problem, GError **error)
{
  if (!g_error_matches (problem, SSM_IO_ERROR, SSM_IO_ERROR_TOO_BIG)
      && !g_error_matches (problem, SSM_IO_ERROR, SSM_IO_ERROR_OUT_OF_MEMORY))
    problem->code = SSM_IO_ERROR_INTERNAL;
  g_propagate_prefixed_error (error, problem, "%s: ", _("not written"));
}

GBytes *
ssm_xml_write_checked (const SsmPart *root, GError **error)
{
  g_autoptr (GBytes) bytes = ssm_xml_write (root, error);
  g_autoptr (SsmPart) again = NULL;
  GError *problem = NULL;

  if (bytes == NULL)
    return NULL;

  again = ssm_xml_read_root (ssm_part_kind (root), bytes, _("the new file"), NULL, &problem);
  if (again == NULL)
    {
      take_error (problem, error);
      return NULL;
    }
  if (!is_same (root, bytes, again))
    {
      g_set_error (error, SSM_IO_ERROR, SSM_IO_ERROR_INTERNAL,
                   _("not written: the new file would not hold all there is; please "
                     "report this"));
      return NULL;
    }

  return g_steal_pointer (&bytes);
}
