/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Criteria that a column of the CRM answers by itself: "amount at least 10000". The column is
 * the one whose header the criterion names, or that is known by that name here ("owner"). A
 * cell that says nothing leaves the criterion unanswered, and never makes it a no. */

#pragma once

#include "ssm-csv-reader.h"
#include "ssm-map.h"
#include "ssm-table-mapping.h"

G_BEGIN_DECLS

typedef enum
{
  SSM_FIELD_UNKNOWN, /* the cell says nothing, or the test cannot be made of it */
  SSM_FIELD_NO,
  SSM_FIELD_YES
} SsmFieldAnswer;

/* One cell against the test of @criterion. @order, @decimal: how the cell is written.
 * @as_of: the Julian day that "within-days" counts from, before or after. */
SsmFieldAnswer ssm_field_test (const SsmPart *criterion, const char *cell,
                               SsmDateOrder order, SsmDecimal decimal, guint32 as_of);

/* The header in @mapping that @criterion is answered by, or -1. */
int ssm_field_test_header (const SsmPart *criterion, const SsmTableMapping *mapping);

/* All criteria of a map that a table can answer, looked up once for all its rows. */
typedef struct _SsmFieldTests SsmFieldTests;

SsmFieldTests *ssm_field_tests_new  (const SsmMap *map, const SsmTableMapping *mapping,
                                     guint32 as_of);
void           ssm_field_tests_free (SsmFieldTests *tests);

guint          ssm_field_tests_n         (const SsmFieldTests *tests);
const SsmPart *ssm_field_tests_criterion (const SsmFieldTests *tests, guint index);
guint          ssm_field_tests_header    (const SsmFieldTests *tests, guint index);
SsmFieldAnswer ssm_field_tests_answer    (const SsmFieldTests *tests, guint index,
                                          const SsmCsvRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmFieldTests, ssm_field_tests_free)

G_END_DECLS
