/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-command.h"

#include <glib/gi18n-lib.h>

#include "ssm-console.h"
#include "ssm-quote.h"

static int
run (const SsmArguments *arguments)
{
  g_autofree char *text = NULL;
  const SsmCommand *about;

  if (ssm_arguments_n_operands (arguments) == 0)
    {
      text = ssm_command_list_help ();
      return ssm_console_print (text);
    }

  about = ssm_command_find (ssm_arguments_operand (arguments, 0));
  if (about == NULL)
    {
      g_autofree char *quoted = ssm_quote (ssm_arguments_operand (arguments, 0), -1);

      text = g_strdup_printf (_("there is no command “%s”"), quoted);
      return ssm_console_misused (NULL, text);
    }
  text = ssm_command_help_text (about);
  return ssm_console_print (text);
}

static const SsmOption options[] = { { NULL } };

const SsmCommand ssm_command_help = {
  .name = "help",
  .operands = "[COMMAND]",
  .max_operands = 1,
  .summary = N_("Tells what the program or a command does"),
  .description = N_("Prints the list of commands, or what one of them does and takes."),
  .options = options,
  .run = run,
};
