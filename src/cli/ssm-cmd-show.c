/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-command.h"

#include <glib/gi18n-lib.h>

#include "ssm-console.h"
#include "ssm-convert.h"
#include "ssm-input.h"
#include "ssm-resources.h"

static char *
print_as (const SsmMap *map, const char *format)
{
  const SsmLanguage *language = ssm_resources_words (ssm_map_language (map));

  if (g_str_equal (format, "json"))
    return ssm_map_to_json (map);
  if (g_str_equal (format, "markdown"))
    return ssm_map_to_markdown (map, language);
  if (g_str_equal (format, "arrows"))
    return ssm_map_to_arrows (map);
  return ssm_map_to_text (map, language);
}

static int
run (const SsmArguments *arguments)
{
  const char *format = ssm_arguments_value (arguments, "format");
  g_autoptr (SsmInput) input = NULL;
  g_autofree char *text = NULL;
  int status;

  input = ssm_input_new (ssm_arguments_operand (arguments, 0), &status);
  if (input == NULL)
    return status;

  text = print_as (input->map, format != NULL ? format : "text");
  return ssm_console_print (text);
}

static const SsmOption options[] = {
  { "format", 'f', "FORMAT", "text|json|markdown|arrows",
    N_("How the map is printed, “text” by default") },
  { NULL },
};

const SsmCommand ssm_command_show = {
  .name = "show",
  .operands = "FILE",
  .min_operands = 1,
  .max_operands = 1,
  .summary = N_("Prints a map"),
  .description = N_("Prints a map to standard output: as text to read, as Markdown, as JSON\n"
                    "for programs, or in one line as people write it in a chat:\n"
                    "Lead (min data) → SQL (ICP + pain + decision maker) → Discovery"),
  .options = options,
  .run = run,
};
