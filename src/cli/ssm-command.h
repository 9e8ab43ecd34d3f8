/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One command of the program as data: how it is parsed, what its help says, and what runs. */

#pragma once

#include <glib.h>

#include "ssm-arguments.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;    /* long, without dashes; NULL ends a list */
  char letter;         /* or 0 */
  const char *value;   /* how help calls the value; NULL: the option takes none */
  const char *choices; /* "text|json": the only values there are; NULL: any */
  const char *help;    /* marked for translation */
  gboolean many;       /* may be given more than once */
} SsmOption;

struct _SsmCommand
{
  const char *name;
  const char *operands; /* how help calls them: "FILE" */
  guint min_operands;
  guint max_operands;
  const char *summary;     /* marked for translation; a line */
  const char *description; /* the same; sentences */
  const SsmOption *options;

  /* Says its messages itself; returns the exit status. */
  int (*run) (const SsmArguments *arguments);
};

extern const SsmCommand ssm_command_measure;
extern const SsmCommand ssm_command_new;
extern const SsmCommand ssm_command_show;
extern const SsmCommand ssm_command_check;
extern const SsmCommand ssm_command_diff;
extern const SsmCommand ssm_command_diagnose;
extern const SsmCommand ssm_command_export;
extern const SsmCommand ssm_command_extract;
extern const SsmCommand ssm_command_import;
extern const SsmCommand ssm_command_sql;
extern const SsmCommand ssm_command_help;

/* In the order help lists them, NULL terminated. */
extern const SsmCommand * const ssm_commands[];

/* NULL where there is no such command. */
const SsmCommand *ssm_command_find (const char *name);

/* (transfer full): what `salesmap help` and `salesmap help COMMAND` print. */
char *ssm_command_list_help (void);
char *ssm_command_help_text (const SsmCommand *command);

G_END_DECLS
