/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Diagnoses on paper: a page for each deal. */

#pragma once

#include "ssm-arguments.h"
#include "ssm-diagnosis.h"

G_BEGIN_DECLS

/* Diagnoses @deal; what it returns is lent until the next call. */
typedef const SsmDiagnosis *(*SsmDiagnoseFunc) (const SsmPart *deal, gpointer data);

typedef struct
{
  const SsmMap *map;
  GPtrArray *deals; /* SsmPart */
  const char *as_of;
  SsmDiagnoseFunc diagnose;
  gpointer data;
} SsmDealSheets;

/* Whether the command line asks for something that can be written: 0, or the exit status
 * of what was said. Ask before the work. */
int ssm_deal_sheets_check (const SsmArguments *arguments);

/* Writes @sheets to the file that --output names. The exit status. */
int ssm_deal_sheets_write (const SsmDealSheets *sheets, const SsmArguments *arguments);

G_END_DECLS
