/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words behind a command's name, sorted into options and operands by its table. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SsmCommand SsmCommand;
typedef struct _SsmArguments SsmArguments;

/* (transfer full): NULL with an error, whose code means nothing, where the words are not
 * what @command takes: the command line is wrong. Bytes of @words stay as they are. */
SsmArguments *ssm_arguments_new  (const SsmCommand *command, char **words, GError **error);
void          ssm_arguments_free (SsmArguments *arguments);

const SsmCommand *ssm_arguments_command (const SsmArguments *arguments);

/* Whether the option was given; every command knows "help". */
gboolean ssm_arguments_has (const SsmArguments *arguments, const char *option);

/* The value of an option, or NULL where it was not given. */
const char *ssm_arguments_value (const SsmArguments *arguments, const char *option);

/* The values of an option that may be given more than once, in their order. */
const char * const *ssm_arguments_values (const SsmArguments *arguments, const char *option);

guint       ssm_arguments_n_operands (const SsmArguments *arguments);
const char *ssm_arguments_operand    (const SsmArguments *arguments, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmArguments, ssm_arguments_free)

G_END_DECLS
