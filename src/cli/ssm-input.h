/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A map a command was given, from a file or standard input, or out of a picture that carries
 * one. */

#pragma once

#include "ssm-file.h"
#include "ssm-map.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;    /* as messages show it */
  GBytes *bytes; /* of the map file, as they were read */
  SsmMap *map;
} SsmInput;

/* (transfer full): reads @operand, "-" for standard input, and says what there is to note
 * about it. Where that fails says why, sets @status to the exit status and returns NULL. */
SsmInput *ssm_input_new  (const char *operand, int *status);
void      ssm_input_free (SsmInput *input);

/* (transfer full): the same for a damaged file, whose damage is mended in what is read and
 * told of as notes. */
SsmInput *ssm_input_new_repaired (const char *operand, int *status);

/* (transfer full): how messages call @operand. */
char *ssm_input_name (const char *operand);

/* (transfer full): the bytes of @operand, whatever they are; bounded by what they are. */
GBytes *ssm_input_read (const char *operand, GError **error);

/* (transfer full): the same, where @limit says how much there may be. */
GBytes *ssm_input_read_limited (const char *operand, SsmFileLimit limit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmInput, ssm_input_free)

G_END_DECLS
