/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a document is asked about its value and its steps apart from making and undoing
 * them. */

#include "ssm-document-private.h"

SsmMap *
ssm_document_get_map (SsmDocument *self)
{
  SsmPart *root = ssm_document_get_root (self);

  g_return_val_if_fail (ssm_part_kind (root) == SSM_KIND_MAP, NULL);
  return root;
}

SsmBook *
ssm_document_get_book (SsmDocument *self)
{
  SsmPart *root = ssm_document_get_root (self);

  g_return_val_if_fail (ssm_part_kind (root) == SSM_KIND_BOOK, NULL);
  return root;
}

const char *
ssm_document_get_undo_label (SsmDocument *self)
{
  return ssm_history_undo_label (ssm_document_get_history (self));
}

const char *
ssm_document_get_redo_label (SsmDocument *self)
{
  return ssm_history_redo_label (ssm_document_get_history (self));
}

void
ssm_document_end_merge (SsmDocument *self)
{
  ssm_history_end_merge (ssm_document_get_history (self));
}

gboolean
ssm_document_is_merging (SsmDocument *self, const char *merge_key)
{
  return ssm_history_is_merging (ssm_document_get_history (self), merge_key);
}

void
ssm_document_set_place (SsmDocument *self, const SsmPlaceInMap *place)
{
  ssm_history_set_place (ssm_document_get_history (self), place);
}

const SsmPlaceInMap *
ssm_document_get_step_place (SsmDocument *self)
{
  return ssm_history_get_step_place (ssm_document_get_history (self));
}
