/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Characters to glyphs. What PangoLayout does for a text without a width, and no more: it
 * would also outline each glyph and lay out a sample text for the metrics of each font. */

#include "ssm-text-private.h"

#include <fribidi.h>
#include <string.h>

/* Em between the letters of a title. */
#define TITLE_TRACKING -0.021

typedef struct
{
  SsmText *text;
  PangoContext *context;
  PangoAttrList *attributes;
  PangoLogAttr *breaks; /* of the next paragraph and what follows */
  int n_breaks;
} Shaper;

static PangoAttrList *
attributes_of (SsmFace face)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  if (face >= SSM_FACE_NUMBER)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  return attributes;
}

/* That of the first character that has one, else @neutral. */
static PangoDirection
find_direction (const char *start, const char *end, PangoDirection neutral)
{
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      FriBidiCharType type = fribidi_get_bidi_type (g_utf8_get_char (p));

      if (FRIBIDI_IS_STRONG (type))
        return FRIBIDI_IS_RTL (type) ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
    }
  return neutral;
}

/* @item: (transfer full) */
static void
shape_item (Shaper *shaper, PangoItem *item)
{
  SsmText *text = shaper->text;
  PangoGlyphItem run = { .item = item, .glyphs = pango_glyph_string_new () };

  pango_shape_item (item, text->string, -1, shaper->breaks, run.glyphs, PANGO_SHAPE_NONE);
  if (text->face == SSM_FACE_TITLE)
    pango_glyph_item_letter_space (&run, text->string, shaper->breaks,
                                   TITLE_TRACKING * SSM_TEXT_REFERENCE * PANGO_SCALE);
  g_ptr_array_add (text->items, pango_glyph_item_copy (&run));
  pango_glyph_string_free (run.glyphs);
  pango_item_free (item);
}

/* @length: of the paragraph, @all: with the mark that ends it. */
static void
shape_paragraph (Shaper *shaper, PangoDirection direction, const char *start, int length,
                 int all)
{
  const char *string = shaper->text->string;
  g_autoptr (GList) items = pango_itemize_with_base_dir (
    shaper->context, direction, string, start - string, length, shaper->attributes, NULL);
  PangoLogAttr *breaks = shaper->breaks;

  pango_default_break (start, all, NULL, breaks, shaper->n_breaks);
  for (GList *link = items; link != NULL; link = link->next)
    {
      PangoItem *item = link->data;

      pango_tailor_break (string + item->offset, item->length, &item->analysis, -1, breaks,
                          item->num_chars + 1);
      breaks += item->num_chars;
    }
  for (GList *link = items; link != NULL; link = link->next)
    shape_item (shaper, link->data);
  all = g_utf8_strlen (start, all);
  shaper->breaks += all;
  shaper->n_breaks -= all;
}

/* Paragraphs without a direction go on in that of the one before, and those before them all
 * in that of the first which has one. */
PangoLogAttr *
ssm_text_shape (SsmText *text, PangoContext *context)
{
  g_autoptr (PangoAttrList) attributes = attributes_of (text->face);
  const char *start = text->string;
  const char *end = start + strlen (start);
  int n = g_utf8_strlen (start, -1) + 1;
  g_autofree PangoLogAttr *breaks = g_new0 (PangoLogAttr, n);
  Shaper shaper = { text, context, attributes, breaks, n };
  PangoDirection direction = find_direction (start, end,
                                             text->rtl ? PANGO_DIRECTION_RTL
                                                       : PANGO_DIRECTION_LTR);
  int length, all;

  do
    {
      pango_find_paragraph_boundary (start, end - start, &length, &all);
      direction = find_direction (start, start + length, direction);
      if (start == text->string)
        text->runs_left = direction == PANGO_DIRECTION_RTL;
      shape_paragraph (&shaper, direction, start, length, all);
      start += all;
    }
  while (length < all);
  return g_steal_pointer (&breaks);
}
