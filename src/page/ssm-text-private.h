/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What shaping hands to breaking. */

#pragma once

#include "ssm-text.h"

G_BEGIN_DECLS

/* A piece between two places where a line may break. Widths are em from the start of the
 * text. */
typedef struct
{
  double start;
  double end;   /* without the blanks behind it */
  double next;  /* with them */
  guint from, to, after; /* bytes: where it starts, ends, and the next one starts */
  guint cut;    /* its first cut */
  gboolean breaks; /* a line ends behind it in any case */
} SsmTextWord;

/* A place between two characters, for pieces that are longer than a line. */
typedef struct
{
  double at;
  guint offset;
} SsmTextCut;

typedef struct
{
  const char *family; /* interned */
  gunichar sample;
} SsmSubstitute;

struct _SsmText
{
  char *source;      /* as asked for */
  SsmFace face;
  PangoLanguage *language;
  gboolean rtl;
  const char *font;  /* interned; the family asked for, or NULL */
  guint used;        /* page that asked last */

  char *string;      /* as shaped */
  gboolean runs_left; /* its own direction */
  GPtrArray *items;  /* PangoGlyphItem in logical order */
  GArray *words;
  GArray *cuts;
  GPtrArray *broken; /* SsmTextLines made so far */
  double width;
  double longest;
  double ascent, descent;
  double tallness;   /* of its lines beside those of ordinary letters */
  GString *missing;
  GArray *substitutes;
};

/* (transfer full): @text as it reaches the page: one paragraph mark per line end, no
 * control characters, marks that pile up on one letter and what is too long left out. */
char *ssm_text_prepare (const char *text);

/* Fills items in logical order and the direction; (transfer full): what is known of the
 * place before each character of the string and of its end. */
PangoLogAttr *ssm_text_shape (SsmText *text, PangoContext *context);

/* Fills words and cuts from the shaped items. */
void ssm_text_find_words (SsmText *text, const PangoLogAttr *attrs);

G_END_DECLS
