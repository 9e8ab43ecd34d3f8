/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-book.h"

#include <string.h>

SsmBook *
ssm_book_new (const char *map_id)
{
  SsmBook *book = ssm_part_new (SSM_KIND_BOOK, NULL);

  ssm_part_set_text (book, SSM_BOOK_VERSION, "1.0");
  ssm_part_set_text (book, SSM_BOOK_MAP, map_id);
  return ssm_part_seal (book);
}

guint
ssm_book_n_deals (const SsmBook *book)
{
  return ssm_part_n_children (book, SSM_LIST_DEALS);
}

SsmPart *
ssm_book_deal (const SsmBook *book, guint index)
{
  return ssm_part_child (book, SSM_LIST_DEALS, index);
}

SsmPart *
ssm_book_find (const SsmBook *book, const char *id, guint *index)
{
  for (guint i = 0; i < ssm_book_n_deals (book); i++)
    {
      SsmPart *deal = ssm_book_deal (book, i);

      if (strcmp (ssm_part_id (deal), id) == 0)
        {
          if (index != NULL)
            *index = i;
          return deal;
        }
    }

  return NULL;
}

SsmPart *
ssm_diagnosis_answer (const SsmPart *diagnosis, const char *criterion)
{
  guint n = diagnosis != NULL ? ssm_part_n_children (diagnosis, SSM_LIST_ANSWERS) : 0;

  for (guint i = 0; i < n; i++)
    {
      SsmPart *answer = ssm_part_child (diagnosis, SSM_LIST_ANSWERS, i);

      if (strcmp (ssm_part_text (answer, SSM_ANSWER_CRITERION), criterion) == 0)
        return answer;
    }

  return NULL;
}

SsmPart *
ssm_deal_answer (const SsmPart *deal, const char *criterion)
{
  return ssm_diagnosis_answer (ssm_part_only (deal, SSM_LIST_DIAGNOSIS), criterion);
}

SsmPart *
ssm_deal_next (const SsmPart *deal)
{
  SsmPart *diagnosis = ssm_part_only (deal, SSM_LIST_DIAGNOSIS);

  return diagnosis != NULL ? ssm_part_only (diagnosis, SSM_LIST_NEXT) : NULL;
}

gboolean
ssm_deal_is_open (const SsmPart *deal)
{
  return ssm_part_only (deal, SSM_LIST_CLOSED) == NULL;
}

static gboolean
has_dated_step (const SsmPart *deal)
{
  const SsmPart *next = ssm_deal_next (deal);

  return *ssm_part_text (next, SSM_NEXT_TEXT) != '\0'
         && *ssm_part_text (next, SSM_NEXT_DATE) != '\0';
}

/* Whether a person has said @answer to what is a criterion of @map still. */
static gboolean
counts (const SsmPart *answer, const SsmMap *map)
{
  const SsmPart *criterion = ssm_map_find (map, ssm_part_text (answer, SSM_ANSWER_CRITERION));

  return criterion != NULL && ssm_part_kind (criterion) == SSM_KIND_CRITERION
         && strcmp (ssm_part_text (answer, SSM_ANSWER_SOURCE), "data") != 0;
}

gboolean
ssm_deal_is_diagnosed (const SsmPart *deal, const SsmMap *map)
{
  const SsmPart *diagnosis = ssm_part_only (deal, SSM_LIST_DIAGNOSIS);

  if (!ssm_deal_is_open (deal) || diagnosis == NULL || !has_dated_step (deal))
    return FALSE;

  for (guint i = 0; i < ssm_part_n_children (diagnosis, SSM_LIST_ANSWERS); i++)
    {
      if (counts (ssm_part_child (diagnosis, SSM_LIST_ANSWERS, i), map))
        return TRUE;
    }

  return FALSE;
}

guint
ssm_book_n_diagnosed (const SsmBook *book, const SsmMap *map)
{
  guint n = 0;

  for (guint i = 0; i < ssm_book_n_deals (book); i++)
    n += ssm_deal_is_diagnosed (ssm_book_deal (book, i), map);

  return n;
}

const char *
ssm_deal_value (const SsmPart *deal, const char *column)
{
  for (guint i = 0; i < ssm_part_n_children (deal, SSM_LIST_VALUES); i++)
    {
      SsmPart *value = ssm_part_child (deal, SSM_LIST_VALUES, i);

      if (strcmp (ssm_part_text (value, SSM_VALUE_COLUMN), column) == 0)
        return ssm_part_text (value, SSM_VALUE_TEXT);
    }

  return NULL;
}
