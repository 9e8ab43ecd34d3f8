/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table has few words for stages and many rows, so each word is looked up once. */

#include "ssm-stage-words.h"

#include <string.h>

/* Words that are kept; a column of free text must not fill the memory. */
#define MAX_KEPT 10000

struct _SsmStageWords
{
  const SsmMap *map;
  const SsmTableMapping *mapping;
  const char *last;   /* the value that was looked for last, kept in @known, or NULL */
  SsmStageMeaning last_meaning;
  GHashTable *known;  /* value → SsmStageMeaning */
  GHashTable *names;  /* name or key in the CRM → index + 1 */
  GHashTable *folded; /* the same, folded */
};

/* Folded, with blanks between. */
static const char * const won_words
    = " won closedwon iswon win gewonnen geschlossengewonnen abgeschlossenundgewonnen "
      "ganado ganada cierreganado cerradoganado cerradaganada gagne gagnee fermegagne "
      "conclugagne ganho ganha fechadoganho fechadaeganha negociofechado 成約 受注 "
      "クローズ成約 成立 فوز ربح مكسوبة ";
static const char * const lost_words
    = " lost closedlost lose verloren geschlossenverloren abgeschlossenundverloren "
      "perdido perdida cierreperdido cerradoperdido cerradaperdida perdu perdue fermeperdu "
      "concluperdu fechadoperdido fechadaeperdida 失注 不成立 クローズ失注 خسارة مفقودة ";
static const char * const open_words
    = " open offen abierto abierta ouvert ouverte encours aberto aberta emandamento オープン "
      "進行中 مفتوحة مفتوح ";

static gboolean
has_word (const char *list, const char *folded)
{
  g_autofree char *wanted = g_strconcat (" ", folded, " ", NULL);

  return *folded != '\0' && strstr (list, wanted) != NULL;
}

SsmDealResult
ssm_result_of_word (const char *word)
{
  g_autofree char *folded = ssm_table_fold (word);

  if (has_word (won_words, folded))
    return SSM_RESULT_WON;
  if (has_word (lost_words, folded))
    return SSM_RESULT_LOST;
  return has_word (open_words, folded) ? SSM_RESULT_OPEN : SSM_RESULT_UNKNOWN;
}

const char *
ssm_result_words (SsmDealResult result)
{
  switch (result)
    {
    case SSM_RESULT_WON:
      return won_words;
    case SSM_RESULT_LOST:
      return lost_words;
    case SSM_RESULT_OPEN:
      return open_words;
    case SSM_RESULT_UNKNOWN:
    default:
      return "";
    }
}

/* The first stage called @key keeps it. */
static void
add_key (GHashTable *table, const char *key, guint index)
{
  if (*key != '\0' && !g_hash_table_contains (table, key))
    g_hash_table_insert (table, g_strdup (key), GUINT_TO_POINTER (index + 1));
}

/* (transfer full): @name folded, without the number that counts stages in front of it. */
static char *
fold_name (const char *name)
{
  g_autofree char *plain = g_uri_unescape_string (name, NULL);
  const char *start = plain != NULL ? plain : name;
  gsize n = strspn (start, " 0123456789");

  if (n > 0 && strspn (start + n, " .)-:/_–") > 0)
    start += n;
  else if (n > 0 && start[n - 1] == ' ')
    start += n;
  return ssm_table_fold (start);
}

static void
add_stage (SsmStageWords *self, guint index)
{
  const SsmPart *stage = ssm_map_stage (self->map, index);
  const char *crm = ssm_part_text (stage, SSM_STAGE_CRM);
  const char *colon = strchr (crm, ':');
  const char *sign = strchr (crm, '=');
  g_autofree char *name = fold_name (ssm_part_text (stage, SSM_STAGE_NAME));
  g_autofree char *folded_crm = ssm_table_fold (crm);

  add_key (self->names, ssm_part_text (stage, SSM_STAGE_NAME), index);
  add_key (self->names, crm, index);
  if (colon != NULL)
    add_key (self->names, colon + 1, index);
  if (sign != NULL)
    add_key (self->names, sign + 1, index);
  add_key (self->folded, name, index);
  add_key (self->folded, folded_crm, index);
}

SsmStageWords *
ssm_stage_words_new (const SsmMap *map, const SsmTableMapping *mapping)
{
  SsmStageWords *self = g_new0 (SsmStageWords, 1);

  self->map = map;
  self->mapping = mapping;
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < ssm_map_n_stages (map); i++)
    add_stage (self, i);
  return self;
}

void
ssm_stage_words_free (SsmStageWords *words)
{
  if (words == NULL)
    return;

  g_hash_table_unref (words->known);
  g_hash_table_unref (words->names);
  g_hash_table_unref (words->folded);
  g_free (words);
}

/* What somebody said that the word is: the id of a stage, won, lost or none. */
static SsmStageMeaning
meaning_of (SsmStageWords *self, const char *is)
{
  SsmStageMeaning meaning = { SSM_STAGE_NONE, SSM_RESULT_UNKNOWN };
  guint index;

  if (g_str_equal (is, "won"))
    meaning.result = SSM_RESULT_WON;
  else if (g_str_equal (is, "lost"))
    meaning.result = SSM_RESULT_LOST;
  else if (!g_str_equal (is, "none"))
    meaning.stage = ssm_map_stage_of (self->map, is, &index) != NULL ? (int) index
                                                                     : SSM_STAGE_UNKNOWN;
  return meaning;
}

static SsmStageMeaning
look_up (SsmStageWords *self, const char *value)
{
  const char *is = ssm_table_mapping_meaning (self->mapping, SSM_COLUMN_STAGE, value);
  SsmStageMeaning meaning = { SSM_STAGE_UNKNOWN, SSM_RESULT_UNKNOWN };
  g_autofree char *trimmed = g_strstrip (g_strdup (value));
  g_autofree char *folded = fold_name (trimmed);
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->names, trimmed));

  if (is != NULL)
    return meaning_of (self, is);
  if (index == 0)
    index = GPOINTER_TO_UINT (g_hash_table_lookup (self->folded, folded));
  meaning.result = ssm_result_of_word (trimmed);
  if (index > 0)
    meaning.stage = (int) index - 1;
  else if (meaning.result != SSM_RESULT_UNKNOWN)
    meaning.stage = SSM_STAGE_NONE;
  return meaning;
}

SsmStageMeaning
ssm_stage_words_find (SsmStageWords *words, const char *value)
{
  gpointer key, known;
  SsmStageMeaning meaning;

  if (words->last != NULL && strcmp (value, words->last) == 0)
    return words->last_meaning;
  if (g_hash_table_lookup_extended (words->known, value, &key, &known))
    {
      words->last = key;
      words->last_meaning = *(const SsmStageMeaning *) known;
      return words->last_meaning;
    }
  meaning = look_up (words, value);
  if (g_hash_table_size (words->known) < MAX_KEPT)
    g_hash_table_insert (words->known, g_strdup (value), g_memdup2 (&meaning, sizeof meaning));
  return meaning;
}

int
ssm_stage_meaning_step (SsmStageMeaning meaning)
{
  if (meaning.stage >= 0)
    return meaning.stage;
  if (meaning.result == SSM_RESULT_WON)
    return SSM_STEP_WON;
  if (meaning.result == SSM_RESULT_LOST)
    return SSM_STEP_LOST;
  return meaning.stage == SSM_STAGE_UNKNOWN ? SSM_STEP_UNMAPPED : SSM_STEP_NOWHERE;
}

gboolean
ssm_word_is_yes (const char *word)
{
  static const char * const words[] = { "true", "yes", "1", "ja", "wahr", "si", "verdadero",
                                        "oui", "vrai", "sim", "verdadeiro", "はい", "نعم" };
  g_autofree char *folded = *word != '\0' ? ssm_table_fold (word) : NULL;

  for (guint i = 0; folded != NULL && i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (folded, words[i]))
      return TRUE;
  return FALSE;
}
