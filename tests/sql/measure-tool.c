/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures a history that is written as the tests of metrics write theirs, against a map, and
 * prints the figures: what the views of SQL are compared with.
 *
 * usage: measure-tool MAP [KEY=VALUE…] < LINES
 *
 * Keys: as-of, from, to, owner, quota, quota-currency, fiscal-start. Prints the JSON of
 * `salesmap measure`, then a line for each lost reason, stage and currency with its sum. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "metrics-fixture.h"
#include "ssm-file.h"
#include "ssm-measure-rows.h"
#include "ssm-resources.h"
#include "ssm-xml-read.h"

static void
set_option (SsmMeasureOptions *options, const char *key, const char *value)
{
  if (g_str_equal (key, "as-of"))
    options->as_of = fixture_day (value);
  else if (g_str_equal (key, "from"))
    options->from = fixture_day (value);
  else if (g_str_equal (key, "to"))
    options->to = fixture_day (value);
  else if (g_str_equal (key, "owner"))
    options->owner = value;
  else if (g_str_equal (key, "quota"))
    options->has_quota = ssm_money_from_text (value, &options->quota);
  else if (g_str_equal (key, "quota-currency"))
    options->quota_currency = value;
  else if (g_str_equal (key, "fiscal-start"))
    options->fiscal_start = (guint) atoi (value);
  else
    g_error ("no such key: %s", key);
}

static char *
read_lines (void)
{
  g_autoptr (GIOChannel) input = g_io_channel_unix_new (0);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_io_channel_read_to_end (input, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
print_sums (const SsmMeasure *measure, const SsmReasonFigures *reason)
{
  for (guint i = 0; i <= measure->n_stages; i++)
    for (guint c = 0; c < measure->n_currencies; c++)
      {
        SsmMoney value = reason->at_stage_values[i * measure->n_currencies + c];
        const SsmPart *stage = i < measure->n_stages ? ssm_map_stage (measure->map, i) : NULL;
        char text[SSM_MONEY_TEXT];

        if (!ssm_money_is_zero (value))
          printf ("%s\t%s\t%s\t%s\n", reason->code, stage != NULL ? ssm_part_id (stage) : "",
                  measure->money[c].currency, ssm_money_to_text (value, text));
      }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GBytes) bytes = ssm_file_read (argv[1], SSM_XML_MAX_BYTES, &error);
  g_autoptr (SsmMap) map = bytes != NULL ? ssm_xml_read (bytes, argv[1], &notes, &error) : NULL;
  g_autofree char *lines = read_lines ();
  g_autoptr (SsmPipelineBuilder) builder = NULL;
  g_autoptr (SsmPipeline) pipeline = NULL;
  g_autoptr (SsmMeasure) measured = NULL;
  g_autofree char *json = NULL;
  SsmMeasureOptions options = { 0 };
  SsmMeasureRows rows = { 0 };

  g_assert_no_error (error);
  for (int i = 2; i < argc; i++)
    {
      g_auto (GStrv) pair = g_strsplit (argv[i], "=", 2);

      set_option (&options, pair[0], strchr (argv[i], '=') + 1);
    }
  options.words = ssm_resources_words (ssm_map_language (map));
  builder = ssm_pipeline_builder_new (map);
  ssm_pipeline_builder_keep (builder);
  fixture_add (builder, lines);
  pipeline = ssm_pipeline_builder_finish (builder);
  measured = ssm_measure_new (pipeline, map, &options);
  json = ssm_measure_to_json (measured, &rows);
  fputs (json, stdout);
  for (guint i = 0; i < measured->n_reasons; i++)
    print_sums (measured, &measured->reasons[i]);
  return 0;
}
