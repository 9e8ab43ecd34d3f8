/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-command.h"

#include <glib/gi18n-lib.h>

const SsmCommand * const ssm_commands[] = {
  &ssm_command_new,    &ssm_command_show, &ssm_command_check,
  &ssm_command_export, &ssm_command_diff, &ssm_command_extract,
  &ssm_command_diagnose, &ssm_command_measure, &ssm_command_sql, &ssm_command_import,
  &ssm_command_help,   NULL,
};

const SsmCommand *
ssm_command_find (const char *name)
{
  for (guint i = 0; ssm_commands[i] != NULL; i++)
    if (g_str_equal (ssm_commands[i]->name, name))
      return ssm_commands[i];
  return NULL;
}

/* Appends "  LEFT   RIGHT" with the right part in a column of its own. */
static void
append_row (GString *text, const char *left, const char *right, int width)
{
  g_string_append_printf (text, "  %s%*s  %s\n", left,
                          (int) MAX (width - g_utf8_strlen (left, -1), 0), "", right);
}

char *
ssm_command_list_help (void)
{
  GString *text = g_string_new (_("Usage: salesmap COMMAND [OPTION…] FILE…"));

  g_string_append_printf (text, "\n\n%s\n\n%s\n",
                          _("Draws, checks and exports sales system maps."),
                          _("Commands:"));
  for (guint i = 0; ssm_commands[i] != NULL; i++)
    append_row (text, ssm_commands[i]->name, _(ssm_commands[i]->summary), 8);
  g_string_append_printf (text, "\n%s\n%s\n",
                          _("“salesmap help COMMAND” tells more, “salesmap --version” which "
                            "version this is."),
                          _("“-” stands for standard input or output."));
  return g_string_free (text, FALSE);
}

/* (transfer full): "-o, --output=FILE". */
static char *
option_form (const SsmOption *option)
{
  GString *form = g_string_new (NULL);

  if (option->letter != '\0')
    g_string_append_printf (form, "-%c, ", option->letter);
  g_string_append_printf (form, "--%s", option->name);
  if (option->value != NULL)
    g_string_append_printf (form, "=%s", option->value);
  return g_string_free (form, FALSE);
}

char *
ssm_command_help_text (const SsmCommand *command)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, _("Usage: salesmap %s [OPTION…]"), command->name);
  g_string_append_printf (text, "%s%s\n\n%s\n", *command->operands != '\0' ? " " : "",
                          command->operands, _(command->description));
  if (command->options->name != NULL)
    g_string_append_printf (text, "\n%s\n", _("Options:"));
  for (const SsmOption *option = command->options; option->name != NULL; option++)
    {
      g_autofree char *form = option_form (option);

      append_row (text, form, _(option->help), 24);
      if (option->choices != NULL)
        append_row (text, "", option->choices, 24);
    }
  return g_string_free (text, FALSE);
}
