/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-command.h"

#include <glib/gi18n-lib.h>

#include "ssm-console.h"
#include "ssm-map-edit.h"
#include "ssm-quote.h"
#include "ssm-resources.h"
#include "ssm-target.h"
#include "ssm-xml-read.h"
#include "ssm-xml-write.h"

/* (transfer full): today where people are, or the day that SOURCE_DATE_EPOCH names, which
 * builds set so that the same input gives the same output. */
static char *
today (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autoptr (GDateTime) now = NULL;
  gint64 seconds;

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT32, &seconds, NULL))
    now = g_date_time_new_from_unix_utc (seconds);
  else
    now = g_date_time_new_now_local ();
  return g_strdup_printf ("%04d-%02d-%02d", g_date_time_get_year (now),
                          g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

static int
list_templates (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ssm_resources_n_templates (); i++)
    {
      SsmTemplate template = ssm_resources_template_at (i);

      g_string_append_printf (text, "%-12s %s: %s\n", template.name, template.title,
                              template.description);
    }
  return ssm_console_print (text->str);
}

/* (transfer full): "a, b, c". */
static char *
template_names (void)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < ssm_resources_n_templates (); i++)
    g_strv_builder_add (names, ssm_resources_template_at (i).name);
  list = g_strv_builder_end (names);
  return g_strjoinv (", ", list);
}

/* (transfer full): a new map as a file. */
static GBytes *
make_map (GBytes *template_bytes, GError **error)
{
  g_autoptr (SsmMap) template_map = NULL;
  g_autoptr (SsmMap) map = NULL;
  g_autofree char *date = today ();

  template_map = ssm_xml_read (template_bytes, "template", NULL, error);
  if (template_map == NULL)
    return NULL;
  map = ssm_map_from_template (template_map, date);
  return ssm_xml_write_checked (map, error);
}

static int
refuse_template (const char *name)
{
  g_autofree char *quoted = ssm_quote (name, -1);
  g_autofree char *names = template_names ();
  g_autofree char *text
      = g_strdup_printf (_("there is no template “%s”; there are %s"), quoted, names);

  return ssm_console_misused (&ssm_command_new, text);
}

static int
refuse_language (const char *tag)
{
  g_autofree char *quoted = ssm_quote (tag, -1);
  g_auto (GStrv) tags = ssm_resources_languages ();
  g_autofree char *known = g_strjoinv (", ", tags);
  g_autofree char *text
      = g_strdup_printf (_("there are no templates in “%s”; there are some in %s"), quoted,
                         known);

  return ssm_console_misused (&ssm_command_new, text);
}

static int
run (const SsmArguments *arguments)
{
  const char *name = ssm_arguments_value (arguments, "template");
  const char *tag = ssm_arguments_value (arguments, "language");
  const char *output = ssm_arguments_value (arguments, "output");
  g_autoptr (GBytes) template_bytes = NULL;
  g_autoptr (GBytes) contents = NULL;
  g_autoptr (GError) error = NULL;

  if (ssm_arguments_has (arguments, "list"))
    return list_templates ();

  if (tag != NULL && ssm_resources_find_language (tag) == NULL)
    return refuse_language (tag);
  template_bytes = ssm_resources_template (name != NULL ? name : "b2b",
                                           tag != NULL ? tag : "en");
  if (template_bytes == NULL)
    return refuse_template (name);
  if (output != NULL && !ssm_target_check_new (output, &error))
    return ssm_console_fail (NULL, error);

  contents = make_map (template_bytes, &error);
  if (contents == NULL)
    return ssm_console_fail (NULL, error);
  return ssm_target_save (output != NULL ? output : "-", contents, FALSE);
}

static const SsmOption options[] = {
  { "template", 't', "NAME", NULL, N_("The template to start from, “b2b” by default") },
  { "language", 0, "TAG", NULL,
    N_("The language of the map, such as “de” or “pt-BR”; English by default") },
  { "list", 'l', NULL, NULL, N_("Prints the templates instead, one a line") },
  { "output", 'o', "FILE", NULL,
    N_("The file to write, a new one; else standard output") },
  { NULL },
};

const SsmCommand ssm_command_new = {
  .name = "new",
  .operands = "",
  .summary = N_("Writes a new map from a template"),
  .description = N_("Writes a new map made from a template, with an id of its own and "
                    "today's date."),
  .options = options,
  .run = run,
};
