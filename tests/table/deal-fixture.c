/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "deal-fixture.h"

#include <string.h>

static void
add_stage (SsmMap *map, guint index, const char *name, const char *crm)
{
  g_autofree char *id = g_strdup_printf ("s-%u", index + 1);
  SsmPart *stage = ssm_part_new (SSM_KIND_STAGE, id);

  ssm_part_set_text (stage, SSM_STAGE_NAME, name);
  ssm_part_set_text (stage, SSM_STAGE_CRM, crm);
  ssm_part_insert (map, SSM_LIST_STAGES, index, stage);
}

SsmMap *
deal_map_new (void)
{
  static const char * const names[] = { "Sourcing", "Qualification",      "Discovery",
                                        "Proposal", "Negotiation/Review", "Close" };
  static const char * const keys[] = { "", "hubspot:qualifiedtobuy", "", "pipedrive:Angebot",
                                       "", "" };
  SsmMap *map = ssm_part_new (SSM_KIND_MAP, "m-test");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add_stage (map, i, names[i], keys[i]);
  return ssm_part_seal (map);
}

guint32
deal_day (const char *date)
{
  guint32 day;

  g_assert_cmpint (ssm_table_day (date, SSM_DATE_ORDER_UNKNOWN, &day), ==, SSM_VALUE_GOOD);
  return day;
}

static void
dump_day (GString *dump, const char *name, guint32 julian)
{
  char text[32];
  GDate date;

  if (julian == 0)
    return;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
  g_string_append_printf (dump, " %s=%s", name, text);
}

static void
dump_deal (GString *dump, const SsmTableDeal *deal)
{
  static const char * const results[] = { "open", "won", "lost" };
  char amount[SSM_AMOUNT_TEXT];

  g_string_append_printf (dump, "%u %s “%s” stage %d %s", deal->line, deal->crm, deal->name,
                          deal->stage, results[deal->result]);
  if (deal->has_amount)
    g_string_append_printf (dump, " %s%s", ssm_amount_to_text (&deal->amount, amount),
                            deal->currency);
  if (*deal->owner != '\0')
    g_string_append_printf (dump, " by %s", deal->owner);
  dump_day (dump, "created", deal->created);
  dump_day (dump, "since", deal->since);
  dump_day (dump, "close", deal->close);
  dump_day (dump, "closed", deal->closed);
  if (*deal->reason != '\0')
    g_string_append_printf (dump, " (%s)", deal->reason);
  g_string_append_c (dump, '\n');
}

static void
dump_report (GString *dump, const SsmTableReport *report)
{
  for (guint fault = 0; fault < SSM_N_FAULTS; fault++)
    {
      if (report->counts[fault] == 0)
        continue;
      g_string_append_printf (dump, "%s:", ssm_table_fault_name (fault));
      for (guint i = 0; i < report->notes->len; i++)
        {
          const SsmTableNote *note = g_ptr_array_index (report->notes, i);

          if (note->fault == fault)
            g_string_append_printf (dump, " %u", note->line);
        }
      g_string_append_c (dump, '\n');
    }
}

char *
deal_dump (SsmTableSource *source,
           const SsmTableMapping *mapping,
           const SsmMap *map,
           guint32 as_of)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SsmDealReader) reader
      = ssm_deal_reader_new (source, mapping, map, as_of, &error);
  GString *dump = g_string_new (NULL);
  const SsmTableDeal *deal;

  while (reader != NULL && ssm_deal_reader_next (reader, &deal, &error) && deal != NULL)
    dump_deal (dump, deal);
  if (reader != NULL)
    dump_report (dump, ssm_deal_reader_report (reader));
  if (error != NULL)
    g_string_append (dump, error->message);
  return g_string_free (dump, FALSE);
}

SsmTableSource *
deal_fixture_open (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);
  g_autoptr (GError) error = NULL;
  SsmTableSource *source = ssm_table_source_new_file (path, &error);

  g_assert_no_error (error);
  return source;
}
