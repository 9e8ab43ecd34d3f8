/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which header names which column. Words stand folded, as ssm_table_fold () leaves them, the
 * surest first; a word for the deal itself in front ("Deal - Title", "Opportunity Name") is
 * taken off before they are compared. A list of a language more is words more. */

#include <string.h>

#include "ssm-table-column.h"

/* Of all columns together there are fewer. */
#define MAX_RANK 100

static const char * const words[SSM_N_COLUMNS] = {
  [SSM_COLUMN_CRM] = "recordid hsobjectid opportunityid dealid id crmid crm pipedrivesystemid key number no nummer "
                     "datensatzid iddelregistro idderegistro iddenregistrement "
                     "idregistro idderregistro iddoregistro idderegistre レコードid 商談id "
                     "معرفالسجل",
  [SSM_COLUMN_NAME] = "name title dealname subject deal opportunity titel bezeichnung nombre titulo nom titre nome "
                      "取引名 商談名 件名 名前 الاسم العنوان",
  [SSM_COLUMN_ACCOUNT]
  = "accountname account organization organisation associatedcompany company companyname customer "
    "customername client clientname zugeordnetesunternehmen unternehmen firma kunde accountid "
    "empresaasociada empresa cliente organizacion entrepriseassociee entreprise societe "
    "organizacao empresaassociada conta cuenta compte 関連する会社 会社名 会社 取引先名 取引先 組織 "
    "الشركة العميل المؤسسة",
  [SSM_COLUMN_OWNER]
  = "owner ownername salesowner hubspotownerid salesrep salesperson salesagent rep repname agent "
    "assignedto accountexecutive ae ownerid repid besitzer eigentumer inhaber verantwortlicher "
    "zustandigermitarbeiter furdealzustandigermitarbeiter verkaufer "
    "propietario propietariodelnegocio propietariodeltrato responsable "
    "proprietaire proprietairedelatransaction proprietaireduaffaire commercial "
    "proprietario proprietariodonegocio responsavel vendedor 取引担当者 担当者 所有者 商談所有者 "
    "المالك مالكالصفقة",
  [SSM_COLUMN_STAGE]
  = "stage dealstage stagename pipelinestage salesstage tostage newstage newvalue phase "
    "dealphase verkaufsphase etapa "
    "etapadelnegocio etapadeltrato fase etapadonegocio fasedonegocio etape "
    "phasedelatransaction stagepipeline 取引ステージ ステージ フェーズ المرحلة مرحلةالصفقة",
  [SSM_COLUMN_RESULT]
  = "status result outcome state winstatus dealstatus ergebnis estado resultado statut resultat "
    "ステータス 状況 結果 الحالة النتيجة",
  [SSM_COLUMN_IS_CLOSED] = "isclosed closed hsisclosed geschlossen cerrado ferme fechado",
  [SSM_COLUMN_IS_WON] = "iswon won hsisclosedwon gewonnen ganado gagne ganho",
  [SSM_COLUMN_AMOUNT]
  = "amount value dealvalue dealamount closevalue betrag wert auftragswert importe monto valor "
    "cantidad montant valeur quantia valordonegocio 金額 値 المبلغ القيمة",
  [SSM_COLUMN_CURRENCY]
  = "currency currencycode currencyisocode currencyofvalue amountcurrency wahrung moneda "
    "devise moeda 通貨 العملة",
  [SSM_COLUMN_CREATED]
  = "createdate createddate created createdon createdat creationdate dealcreated addtime "
    "datecreated engagedate opendate startdate erstellungsdatum erstelldatum erstelltam erstellt "
    "fechadecreacion creado datedecreation cree creele datadecriacao criadoem "
    "作成日 作成日時 تاريخالإنشاء",
  [SSM_COLUMN_SINCE]
  = "since laststagechange laststagechangedate stagechangetime stagesince stageentered dateenteredstage "
    "enteredstage currentstageentrydate dateenteredcurrentstage entered enteredat enteredon "
    "dateentered stageenteredat stagestart stagestartdate movedat editdate letztephasenanderung "
    "eingetretenam "
    "letzteranderungderphase ultimocambiodeetapa dernierchangementdetape ultimamudancadeetapa "
    "最終フェーズ変更日 ステージ変更日",
  [SSM_COLUMN_CLOSE]
  = "expectedclosedate closedate expectedclose estimatedclosedate closingdate duedate "
    "voraussichtlichesabschlussdatum erwartetesabschlussdatum abschlussdatum schlusstermin "
    "fechadecierreprevista fechaprevistadecierre fechadecierre datedecloture datedefermeture "
    "datedecloture prevue datedeclotureprevue datedefechamento dataprevistadefechamento "
    "datadefechamentoesperada datadefechamento 完了予定日 クローズ日 تاريخالإغلاق",
  [SSM_COLUMN_CLOSED]
  = "closedon closedate closeddate closedat actualclosedate dateclosed closetime "
    "geschlossenam cerradoel fermele fechadoem クローズ日時",
  [SSM_COLUMN_WON] = "wontime wondate wonon datewon gewonnenam zeitpunktdesgewinns ganadoel "
                     "gagnele ganhoem 受注日",
  [SSM_COLUMN_LOST] = "losttime lostdate loston datelost verlorenam zeitpunktdesverlusts "
                      "perdidoel perdule perdidoem 失注日",
  [SSM_COLUMN_REASON]
  = "closedlostreason lostreason lossreason reasonlost reasonforloss reasonforlosing "
    "lossreasonc lostreasonc grundfurdenverlust grundfurverlust verlustgrund motivodeperdida "
    "razondeperdida motivodecierreperdido raisondelaperte motifdelaperte motivodaperda "
    "motivodeperda 失注理由 سببالخسارة",
  [SSM_COLUMN_ACTIVITY]
  = "lastactivitydate lastactivity noteslastupdated lastcontacted lastcontactdate lastcontact "
    "datumderletztenaktivitat letzteaktivitat fechadelaultimaactividad ultimaactividad "
    "datedeladerniereactivite derniereactivite datadaultimaatividade ultimaatividade "
    "最終活動日 最終アクティビティー日 تاريخآخرنشاط",
  [SSM_COLUMN_SEGMENT] = "segment marketsegment customersegment region salesregion territory "
                         "market industry sector branche gebiet segmento territorio industria "
                         "secteur territoire setor セグメント 地域 القطاع المنطقة",
  [SSM_COLUMN_LEFT] = "left leftat lefton dateleft leftstage stageleftat exited exitedat exitedon "
                      "dateexited exitdate stageend stageenddate verlassenam ausgetretenam",
  [SSM_COLUMN_SEQUENCE] = "sequence seq sequencenumber changenumber rownumber",
  [SSM_COLUMN_CHANGED] = "field fieldevent changedfield fieldname property propertyname feld "
                         "campo champ",
  [SSM_COLUMN_MERGED] = "mergeddealids hsmergedobjectids mergedobjectids mergedids mergedrecordids",
};

/* Words for the deal, as they stand in front of what is said about it. */
static const char * const entities[] = { "deal", "opportunity", "opp", "affaire", "transaction",
                                         "trato", "negocio", "geschaft", "verkaufschance",
                                         "取引", "商談", "الصفقة" };

typedef struct
{
  guint rank; /* of the word; the lower, the surer */
  SsmColumn column;
  guint header;
} Match;

/* The place of @header in a list of words, or -1. */
static int
rank_in (const char *list, const char *header)
{
  gsize length = strlen (header);
  int rank = 0;

  for (const char *p = list; *p != '\0'; rank++)
    {
      gsize n = strcspn (p, " ");

      if (n == length && strncmp (p, header, n) == 0)
        return rank;
      p += n + (p[n] == ' ');
    }
  return -1;
}

/* @header without the word for the deal in front of it, or NULL where there is none. */
static const char *
without_entity (const char *header)
{
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (g_str_has_prefix (header, entities[i]) && header[strlen (entities[i])] != '\0')
      return header + strlen (entities[i]);
  return NULL;
}

/* The place of @header among the words of @column, as it stands or without the deal, which
 * may be named twice ("Deal - Deal created"); -1 where it has none. */
static int
rank_of (SsmColumn column, const char *header)
{
  int rank = -1;

  while (rank < 0 && header != NULL)
    {
      rank = rank_in (words[column], header);
      header = without_entity (header);
    }
  return rank;
}

/* Adds what @header may name. */
static void
add_matches (GArray *matches, const char *header, guint index)
{
  g_autofree char *folded = ssm_table_fold (header);

  for (SsmColumn column = 0; *folded != '\0' && column < SSM_N_COLUMNS; column++)
    {
      int rank = rank_of (column, folded);

      if (rank >= 0)
        {
          Match match = { (guint) MIN (rank, MAX_RANK), column, index };

          g_array_append_val (matches, match);
        }
    }
}

/* By rank; of two that are as sure, the column that comes first in the table. */
static int
compare_matches_cb (gconstpointer a, gconstpointer b)
{
  const Match *one = a;
  const Match *other = b;

  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;
  if (one->column != other->column)
    return one->column < other->column ? -1 : 1;
  return one->header < other->header ? -1 : 1;
}

guint
ssm_columns_guess (const char * const *headers, guint n_headers, int of_column[SSM_N_COLUMNS])
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));
  g_autofree gboolean *taken = g_new0 (gboolean, n_headers + 1);
  guint n = 0;

  for (SsmColumn column = 0; column < SSM_N_COLUMNS; column++)
    of_column[column] = -1;
  for (guint i = 0; i < n_headers; i++)
    add_matches (matches, headers[i], i);
  g_array_sort (matches, compare_matches_cb);

  for (guint i = 0; i < matches->len; i++)
    {
      const Match *match = &g_array_index (matches, Match, i);

      if (of_column[match->column] >= 0 || taken[match->header])
        continue;
      of_column[match->column] = (int) match->header;
      taken[match->header] = TRUE;
      n++;
    }
  return n;
}
