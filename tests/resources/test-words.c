/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The word lists of every language at work: they find the usual bad criteria and leave good
 * ones alone, whatever the sentence order. */

#include <glib.h>

#include "ssm-check.h"
#include "ssm-map-edit.h"
#include "ssm-resources.h"

typedef struct
{
  const char *language;
  const char *code; /* NULL: nothing to find */
  const char *criterion;
} Row;

static const Row rows[] = {
  { "en", "seller-verb", "Call made" },
  { "en", "seller-verb", "Proposal sent" },
  { "en", "seller-verb", "Proposal was sent" },
  { "en", "seller-verb", "We have sent the contract" },
  { "en", "seller-verb", "Follow up" },
  { "en", "seller-verb", "PRESENTED to the board" },
  { "en", "seller-verb", "Send contract and follow up and get feedback" },
  { "en", "two-in-one", "Send contract and follow up and get feedback" },
  { "en", "opinion-word", "Good fit" },
  { "en", "opinion-word", "Interested" },
  { "en", "opinion-word", "Decision maker identified" },
  { "en", "opinion-word", "Budget available" },
  { "en", "undefined-term", "NDA signed by the buyer" },
  { "en", NULL, "Contact answered and named the problem" },
  { "en", NULL, "Buyer walked through the offer with us on a date they chose" },
  { "en", NULL, "Buyer walked through the offer we sent" },
  { "en", NULL, "Budget owner confirmed a range in writing" },
  { "en", NULL, "Accepted a dated next step with a second person" },
  { "en", NULL, "Decision maker named by the contact and seen in the last approval" },
  { "en", NULL, "Final terms agreed by both sides" },
  { "en", NULL, "First reply or first call held" },
  { "en", NULL, "Sender of the order named" },
  { "en", NULL, "Goods received in Q2" },
  { "de", "seller-verb", "Angebot versendet" },
  { "de", "seller-verb", "Wir haben das Angebot gesendet" },
  { "de", "seller-verb", "Anruf getätigt" },
  { "de", "seller-verb", "Nachgefasst" },
  { "de", "opinion-word", "Gute Passung" },
  { "de", "opinion-word", "Kunde ist interessiert" },
  { "de", "two-in-one", "Vertrag unterschrieben und geprüft und abgelegt" },
  { "de", "undefined-term", "NDA vom Käufer unterschrieben" },
  { "de", NULL, "Käufer ging das Angebot mit uns durch" },
  { "de", NULL, "Entscheidungstermin vom Einkauf genannt" },
  { "fr", "seller-verb", "Proposition envoyée" },
  { "fr", "seller-verb", "Nous avons présenté l’offre" },
  { "fr", "seller-verb", "Relancer le client" },
  { "fr", "opinion-word", "Client intéressé" },
  { "fr", "opinion-word", "Budget disponible" },
  { "fr", "two-in-one", "Contrat lu et signé et rendu" },
  { "fr", NULL, "L’acheteur a relu l’offre avec nous" },
  { "fr", NULL, "Date de décision donnée par l’acheteur" },
  { "es", "seller-verb", "Propuesta enviada" },
  { "es", "seller-verb", "Hemos llamado al cliente" },
  { "es", "seller-verb", "Llamada hecha" },
  { "es", "opinion-word", "Cliente interesado" },
  { "es", "opinion-word", "Decisor identificado" },
  { "es", "two-in-one", "Contrato leído y firmado y devuelto" },
  { "es", NULL, "El comprador repasó la oferta con nosotros" },
  { "es", NULL, "Fecha de decisión dada por el comprador" },
  { "pt-BR", "seller-verb", "Proposta enviada" },
  { "pt-BR", "seller-verb", "A proposta foi enviada" },
  { "pt-BR", "seller-verb", "Ligar para o cliente" },
  { "pt-BR", "opinion-word", "Cliente interessado" },
  { "pt-BR", "opinion-word", "Verba disponível" },
  { "pt-BR", "two-in-one", "Contrato lido e assinado e devolvido" },
  { "pt-BR", NULL, "O comprador revisou a oferta conosco" },
  { "pt-BR", NULL, "Data da decisão dada pelo comprador" },
  { "ar", "seller-verb", "أرسلنا العرض" },
  { "ar", "seller-verb", "إرسال العقد" },
  { "ar", "opinion-word", "العميل مهتم" },
  { "ar", NULL, "راجع المشتري العرض معنا" },
  { "ar", NULL, "خطوة تالية بتاريخ محدد" },
  { "ja", "seller-verb", "提案書を送付した" },
  { "ja", "seller-verb", "電話をかけた" },
  { "ja", "opinion-word", "先方は前向き" },
  { "ja", "opinion-word", "予算あり" },
  { "ja", NULL, "買い手が課題を自分の言葉で述べた" },
  { "ja", NULL, "決裁者の名前を担当者が挙げた" },
};

/* (transfer full): the codes found in @row's criterion, apart from that nothing else is on
 * the map. */
static char *
lint (const Row *row)
{
  g_autoptr (SsmMap) empty = ssm_map_new ();
  g_autoptr (SsmMap) named = ssm_map_with_text (empty, ssm_part_id (empty),
                                                SSM_MAP_LANGUAGE, row->language);
  g_autofree char *stage = NULL;
  g_autoptr (SsmMap) staged = ssm_map_with_stage_added (named, 0, "S", &stage);
  g_autoptr (SsmMap) map = ssm_map_with_criterion_added (staged, stage, SSM_LIST_ENTRY, 0,
                                                         row->criterion, NULL);
  g_autoptr (GPtrArray) findings = ssm_lint (map, ssm_resources_words (row->language));
  g_autoptr (GString) codes = g_string_new (" ");

  for (guint i = 0; i < findings->len; i++)
    {
      const SsmFinding *finding = g_ptr_array_index (findings, i);

      if (!g_str_has_prefix (finding->code, "missing-"))
        g_string_append_printf (codes, "%s ", finding->code);
    }
  return g_strdup (codes->str);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *codes = lint (row);
  g_autofree char *wanted = g_strdup_printf (" %s ", row->code);

  g_test_message ("%s:%s", row->criterion, codes);
  if (row->code == NULL)
    g_assert_cmpstr (codes, ==, " ");
  else
    g_assert_nonnull (g_strstr_len (codes, -1, wanted));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/resources/words/%s/%02u",
                                               rows[i].language, i);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  return g_test_run ();
}
