/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-command.h"

#include <glib/gi18n-lib.h>

#include "ssm-console.h"
#include "ssm-embedded.h"
#include "ssm-input.h"
#include "ssm-target.h"
#include "ssm-xml-read.h"

static int
run (const SsmArguments *arguments)
{
  const char *operand = ssm_arguments_operand (arguments, 0);
  const char *output = ssm_arguments_value (arguments, "output");
  g_autofree char *name = ssm_input_name (operand);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) picture = NULL;
  g_autoptr (GBytes) map = NULL;
  g_autoptr (SsmMap) parsed = NULL;

  if (output == NULL)
    return ssm_console_misused (&ssm_command_extract, _("-o OUT is missing"));
  if (!ssm_target_check (output, SSM_FORMAT_MAP, operand, &error))
    return ssm_console_fail (NULL, error);

  picture = ssm_input_read (operand, &error);
  if (picture != NULL)
    map = ssm_embedded_extract (picture, name, &error);
  if (map != NULL)
    parsed = ssm_xml_read (map, name, NULL, &error);
  if (parsed == NULL)
    return ssm_console_fail (name, error);
  return ssm_target_save (output, map, ssm_arguments_has (arguments, "break-links"));
}

static const SsmOption options[] = {
  { "output", 'o', "OUT", NULL, N_("The map file to write; “-” is standard output") },
  { "break-links", 0, NULL, NULL, N_("Replaces OUT although it has further names") },
  { NULL },
};

const SsmCommand ssm_command_extract = {
  .name = "extract",
  .operands = "FILE",
  .min_operands = 1,
  .max_operands = 1,
  .summary = N_("Gets the map back out of a PDF, PNG or SVG"),
  .description = N_("Writes the map that a picture made by “salesmap export” carries,\n"
                    "byte for byte as it was."),
  .options = options,
  .run = run,
};
