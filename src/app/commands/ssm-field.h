/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One field of one part, as the rows of a form read and write it. Without widgets. */

#pragma once

#include "ssm-document.h"

G_BEGIN_DECLS

/* The text @field of the part @id, or of the map where that is its id. Never NULL. */
const char *ssm_field_text (const SsmMap *map, const char *id, SsmField field);

/* What the step is called that changes @field; translated. */
const char *ssm_field_step_label (SsmField field);

/* (transfer full): @map with @text as that field, and without what makes no sense beside
 * it: a test that compares with nothing has no value, a criterion without a CRM column no
 * test. */
SsmMap *ssm_field_write (SsmMap *map, const char *id, SsmField field, const char *text);

/* (transfer full): steps with this key that write @field, one after the other, are one. */
char *ssm_field_merge_key (const char *id, SsmField field);

/* The same as a step of the document; @merge_key as in ssm-history.h. */
void ssm_field_apply (SsmDocument *document, const char *id, SsmField field,
                      const char *text, const char *merge_key);

/* Whether the comparison @test of a criterion needs a value. */
gboolean ssm_field_test_has_value (const char *test);

G_END_DECLS
