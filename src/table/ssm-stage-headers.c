/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-stage-headers.h"

#include <string.h>

typedef struct
{
  const char *text;
  gboolean leaves;
} Mark;

/* What stands in front of the stage, the longest first; nothing else begins like that. */
static const Mark sure[] = {
  { "hs_v2_date_entered_", FALSE }, { "hs_v2_date_exited_", TRUE },
  { "hs_date_entered_", FALSE },    { "hs_date_exited_", TRUE },
  { "date entered ", FALSE },       { "date exited ", TRUE },
  { "date left ", TRUE },           { "date_entered_", FALSE },
  { "date_exited_", TRUE },         { "first entered ", FALSE },
  { "entered ", FALSE },            { "entered_", FALSE },
  { "exited ", TRUE },              { "exited_", TRUE },
  { "eintritt in ", FALSE },        { "datum des eintritts in ", FALSE },
  { "austritt aus ", TRUE },        { "datum des austritts aus ", TRUE },
  { "fecha de entrada en ", FALSE }, { "fecha de salida de ", TRUE },
  { "date d'entrée dans ", FALSE }, { "date d’entrée dans ", FALSE },
  { "date de sortie de ", TRUE },   { "data de entrada em ", FALSE },
  { "data de saída de ", TRUE },
};

/* What may stand in front of it or behind it, where what is left is a stage of the map. */
static const char * const before[] = { "date of ", "date in ", "date_", "date ", "first " };
static const char * const behind[] = { "_entered_at", " entered at", "_entered", " entered",
                                       "_date", " date", "_at", " at", " on" };

static gboolean
begins_with (const char *text, const char *start)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *wanted = g_utf8_casefold (start, -1);

  return g_str_has_prefix (folded, wanted);
}

static gboolean
is_known (SsmStageMeaning meaning)
{
  return meaning.stage != SSM_STAGE_UNKNOWN || meaning.result != SSM_RESULT_UNKNOWN;
}

/* Takes quotes and blanks from both ends of @text, where it lies. */
static void
strip_quotes (char *text)
{
  static const char * const quotes[] = { "\"", "'", "“", "”", "„", "«", "»", "‘", "’" };
  gboolean found = TRUE;

  while (found)
    {
      found = FALSE;
      g_strstrip (text);
      for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
        {
          gsize n = strlen (quotes[i]);

          if (g_str_has_prefix (text, quotes[i]))
            memmove (text, text + n, strlen (text + n) + 1);
          else if (g_str_has_suffix (text, quotes[i]))
            text[strlen (text) - n] = '\0';
          else
            continue;
          found = TRUE;
        }
    }
}

/* Looks @word up as it stands, then without the name of the pipeline behind it. */
static SsmStageMeaning
look_up (SsmStageWords *words, char *word)
{
  SsmStageMeaning meaning = ssm_stage_words_find (words, word);
  char *end = g_str_has_suffix (word, ")") ? strrchr (word, '(') : strrchr (word, '_');
  g_autofree char *start = end != NULL ? g_strndup (word, (gsize) (end - word)) : NULL;

  if (is_known (meaning) || start == NULL)
    return meaning;
  strip_quotes (start);
  if (*word != '(' && g_str_has_suffix (word, ")"))
    strcpy (word, start);
  return ssm_stage_words_find (words, start);
}

/* FALSE where @text does not begin as such a header does. */
static gboolean
read_sure (SsmStageWords *words, const char *text, SsmStageHeader *header)
{
  for (guint i = 0; i < G_N_ELEMENTS (sure); i++)
    if (begins_with (text, sure[i].text) && strlen (text) > strlen (sure[i].text))
      {
        header->leaves = sure[i].leaves;
        header->word = g_strdup (text + strlen (sure[i].text));
        strip_quotes (header->word);
        header->meaning = look_up (words, header->word);
        return *header->word != '\0';
      }
  return FALSE;
}

/* Takes @word; TRUE where it is a stage, or an end. */
static gboolean
try_word (SsmStageWords *words, char *word, SsmStageHeader *header)
{
  strip_quotes (word);
  header->meaning = look_up (words, word);
  if (is_known (header->meaning))
    header->word = word;
  else
    g_free (word);
  return header->word != NULL;
}

/* FALSE where @text is no stage of the map with words like that around it. */
static gboolean
read_stage (SsmStageWords *words, const char *text, SsmStageHeader *header)
{
  gboolean found = try_word (words, g_strdup (text), header);

  for (guint i = 0; !found && i < G_N_ELEMENTS (before); i++)
    if (begins_with (text, before[i]) && strlen (text) > strlen (before[i]))
      found = try_word (words, g_strdup (text + strlen (before[i])), header);
  for (guint i = 0; !found && i < G_N_ELEMENTS (behind); i++)
    {
      gsize n = strlen (behind[i]);
      gsize length = strlen (text);

      if (length > n && g_ascii_strcasecmp (text + length - n, behind[i]) == 0)
        found = try_word (words, g_strndup (text, length - n), header);
    }
  return found;
}

/* A column of days called "Won" holds no yes and no. */
static gboolean
may_be_stage (const SsmTableMapping *mapping, guint index)
{
  return ssm_table_mapping_has_days (mapping, index)
         && (ssm_table_mapping_is_free (mapping, index)
             || ssm_table_mapping_column (mapping, SSM_COLUMN_IS_WON) == (int) index);
}

static gint
compare_headers_cb (gconstpointer a, gconstpointer b)
{
  const SsmStageHeader *one = a, *other = b;
  guint stage = (guint) one->meaning.stage; /* those below 0 come last */
  guint other_stage = (guint) other->meaning.stage;

  if (stage != other_stage)
    return stage < other_stage ? -1 : 1;
  if (one->leaves != other->leaves)
    return one->leaves - other->leaves;
  return (one->header > other->header) - (one->header < other->header);
}

static void
clear_header_cb (gpointer data)
{
  g_free (((SsmStageHeader *) data)->word);
}

GArray *
ssm_stage_headers_find (const SsmTableMapping *mapping, SsmStageWords *words)
{
  GArray *headers = g_array_new (FALSE, FALSE, sizeof (SsmStageHeader));

  g_array_set_clear_func (headers, clear_header_cb);
  for (guint i = 0; i < ssm_table_mapping_n_headers (mapping); i++)
    {
      const char *text = ssm_table_mapping_header (mapping, i);
      SsmStageHeader header = { .header = i };

      if ((ssm_table_mapping_is_free (mapping, i) && read_sure (words, text, &header))
          || (may_be_stage (mapping, i) && read_stage (words, text, &header)))
        g_array_append_val (headers, header);
    }
  g_array_sort (headers, compare_headers_cb);
  return headers;
}
