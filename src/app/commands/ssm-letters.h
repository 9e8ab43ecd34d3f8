/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The letters of MEDDPICC as the file has them, and what they stand for. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "M", "E", "D", "DP", "P", "I", "C", "CO", NULL terminated. */
extern const char * const ssm_letters[];

/* "Identified pain"; translated. The letter itself where it is none of these. */
const char *ssm_letter_name (const char *letter);

/* The same in a word that fits beside a criterion: "Pain". */
const char *ssm_letter_tag (const char *letter);

G_END_DECLS
