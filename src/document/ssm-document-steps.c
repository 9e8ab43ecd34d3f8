/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a document is asked about its steps apart from making and undoing them. */

#include "ssm-document-private.h"

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
