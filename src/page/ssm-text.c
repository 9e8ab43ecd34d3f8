/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one place that shapes text, with fixed metrics: what a screen, a printer or a
 * user's theme thinks of fonts has no say in where a line of the page breaks. */

#include "ssm-text.h"

#include <pango/pangocairo.h>

#include "ssm-text-fonts.h"
#include "ssm-text-private.h"

/* Up to here letters are as low as Latin ones. */
#define LAST_LOW 0x058f

/* Texts remembered beyond those of the last two pages. */
#define SPARE_TEXTS 256

typedef struct
{
  PangoContext *named; /* the fonts most pages are set in, or NULL */
  PangoContext *all;   /* all fonts, or NULL as long as nothing needs them */
  gboolean looked_up;  /* the named ones */
  PangoFontDescription *faces[SSM_N_FACES];
  GHashTable *texts;
  GHashTable *families; /* PangoFont → interned family */
  guint page;
  const char *asked;    /* interned; the family of this page, or NULL */
  const char *family;
  double ascent, descent;
} Engine;

static void engine_free (gpointer data);

static GPrivate engine_key = G_PRIVATE_INIT (engine_free);

static void
text_free (gpointer data)
{
  SsmText *text = data;

  g_free (text->source);
  g_free (text->string);
  g_string_free (text->missing, TRUE);
  g_ptr_array_unref (text->items);
  g_ptr_array_unref (text->broken);
  g_array_unref (text->words);
  g_array_unref (text->cuts);
  g_array_unref (text->substitutes);
  g_free (text);
}

static guint
text_hash (gconstpointer data)
{
  const SsmText *text = data;

  return g_str_hash (text->source) ^ (text->face << 3) ^ GPOINTER_TO_UINT (text->language)
         ^ (text->rtl ? 1 : 0) ^ GPOINTER_TO_UINT (text->font);
}

static gboolean
text_equal (gconstpointer a, gconstpointer b)
{
  const SsmText *left = a, *right = b;

  return left->face == right->face && left->language == right->language &&
         left->rtl == right->rtl && left->font == right->font && g_str_equal (left->source, right->source);
}

static void
engine_free (gpointer data)
{
  Engine *engine = data;

  g_hash_table_unref (engine->texts);
  g_hash_table_unref (engine->families);
  for (guint i = 0; i < SSM_N_FACES; i++)
    pango_font_description_free (engine->faces[i]);
  g_clear_object (&engine->named);
  g_clear_object (&engine->all);
  g_free (engine);
}

/* @fonts: (transfer full) */
static PangoContext *
create_context (PangoFontMap *fonts)
{
  PangoContext *context = pango_font_map_create_context (fonts);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  g_object_unref (fonts);
  return context;
}

static PangoContext *
get_all (Engine *engine)
{
  if (engine->all == NULL)
    engine->all = create_context (ssm_fonts_all ());
  return engine->all;
}

/* The few named fonts do for the program's own families alone. */
static gboolean
use_named (const Engine *engine)
{
  return engine->named != NULL && engine->asked == NULL;
}

static const char *
family_of (Engine *engine, PangoFont *font)
{
  const char *family = g_hash_table_lookup (engine->families, font);

  if (family == NULL)
    {
      PangoFontDescription *description = pango_font_describe (font);
      const char *name = pango_font_description_get_family (description);

      family = g_intern_string (name != NULL ? name : "?");
      g_hash_table_insert (engine->families, g_object_ref (font), (gpointer) family);
      pango_font_description_free (description);
    }
  return family;
}

/* Lines of ordinary letters stand alike, whichever other fonts a text borrows from and
 * whatever the language of the page and of its reader. */
static void
measure_own_font (Engine *engine)
{
  PangoContext *context = use_named (engine) ? engine->named : get_all (engine);
  g_autoptr (PangoFont) font = NULL;
  PangoRectangle logical;

  engine->family = "sans";
  engine->ascent = 0.97;
  engine->descent = 0.24;
  pango_context_set_language (context, pango_language_from_string ("en"));
  font = pango_context_load_font (context, engine->faces[SSM_FACE_TEXT]);
  if (font == NULL)
    return;
  engine->family = family_of (engine, font);
  pango_font_get_glyph_extents (font, PANGO_GLYPH_EMPTY, NULL, &logical);
  engine->ascent = -logical.y / SSM_TEXT_REFERENCE / PANGO_SCALE;
  engine->descent = (logical.y + logical.height) / SSM_TEXT_REFERENCE / PANGO_SCALE;
}

static void
describe_faces (Engine *engine)
{
  for (guint i = 0; i < SSM_N_FACES; i++)
    {
      if (engine->faces[i] != NULL)
        pango_font_description_free (engine->faces[i]);
      engine->faces[i] = ssm_fonts_describe (i, engine->asked);
    }
  measure_own_font (engine);
}

static Engine *
get_engine (void)
{
  Engine *engine = g_private_get (&engine_key);

  if (engine == NULL)
    {
      PangoFontMap *named = ssm_fonts_named ();

      engine = g_new0 (Engine, 1);
      if (named != NULL)
        engine->named = create_context (named);
      engine->texts = g_hash_table_new_full (text_hash, text_equal, NULL, text_free);
      engine->families = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
      describe_faces (engine);
      g_private_set (&engine_key, engine);
    }
  return engine;
}

static gboolean
is_stale (gpointer key, gpointer value, gpointer data)
{
  const SsmText *text = value;
  const guint *page = data;

  return text->used + 2 <= *page;
}

void
ssm_text_begin_page (const char *font)
{
  Engine *engine = get_engine ();
  const char *asked = ssm_fonts_clean_family (font);

  if (asked != engine->asked)
    {
      engine->asked = asked;
      describe_faces (engine);
    }
  engine->page++;
  if (g_hash_table_size (engine->texts) > SPARE_TEXTS)
    g_hash_table_foreach_remove (engine->texts, is_stale, &engine->page);
}

const char *
ssm_text_family (void)
{
  return get_engine ()->family;
}

static void
note_substitute (SsmText *text, const char *family, gunichar sample)
{
  SsmSubstitute substitute = { family, sample };

  for (guint i = 0; i < text->substitutes->len; i++)
    if (g_array_index (text->substitutes, SsmSubstitute, i).family == family)
      return;
  g_array_append_val (text->substitutes, substitute);
}

static void
note_missing (SsmText *text, PangoGlyphItem *item)
{
  PangoGlyphItemIter iter;

  for (gboolean more = pango_glyph_item_iter_init_start (&iter, item, text->string); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    {
      PangoGlyph glyph = item->glyphs->glyphs[iter.start_glyph].glyph;

      if (glyph != PANGO_GLYPH_EMPTY && (glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
        g_string_append_len (text->missing, text->string + iter.start_index,
                             iter.end_index - iter.start_index);
    }
}

/* Which fonts a run came from. Families whose name begins with that of the page's own,
 * as its display cut does, are no substitutes. */
static void
note_fonts (Engine *engine, SsmText *text, PangoGlyphItem *item)
{
  const char *family;
  gunichar first = g_utf8_get_char (text->string + item->item->offset);

  note_missing (text, item);
  if (item->item->analysis.font == NULL)
    return;
  family = family_of (engine, item->item->analysis.font);
  if (!g_str_has_prefix (family, engine->family) && !g_unichar_isspace (first))
    note_substitute (text, family, first);
}

/* Sizes beyond what pango can count come from texts without any font; they are taken as
 * nothing rather than believed. */
static double
sane_em (int units)
{
  if (units < 0 || units >= 1 << 30)
    return 0;
  return units / (SSM_TEXT_REFERENCE * PANGO_SCALE);
}

/* All glyphs of a font are as high as an empty one. */
static void
measure_run (SsmText *text, const PangoGlyphItem *item)
{
  PangoRectangle logical;

  pango_font_get_glyph_extents (item->item->analysis.font, PANGO_GLYPH_EMPTY, NULL,
                                &logical);
  text->ascent = MAX (text->ascent, sane_em (-logical.y));
  text->descent = MAX (text->descent, sane_em (logical.y + logical.height));
}

/* (transfer full): where lines may break. */
static PangoLogAttr *
shape_with (Engine *engine, PangoContext *context, SsmText *text)
{
  PangoLogAttr *breaks;

  g_ptr_array_set_size (text->items, 0);
  g_array_set_size (text->substitutes, 0);
  g_string_truncate (text->missing, 0);
  pango_context_set_font_description (context, engine->faces[text->face]);
  pango_context_set_language (context, text->language);
  breaks = ssm_text_shape (text, context);
  text->ascent = engine->ascent;
  text->descent = engine->descent;
  for (guint i = 0; i < text->items->len; i++)
    {
      measure_run (text, g_ptr_array_index (text->items, i));
      note_fonts (engine, text, g_ptr_array_index (text->items, i));
    }
  return breaks;
}

static gboolean
is_plain (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) > LAST_LOW && g_unichar_isalpha (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* Where the language's own letters are tall, all of its texts stand like them, those of
 * other letters and figures too, or lines side by side would not be level. */
static void
stand_with_language (SsmText *text)
{
  const char *sample = pango_language_get_sample_string (text->language);
  const SsmText *own;

  if (is_plain (sample) || g_str_equal (text->source, sample))
    return;
  own = ssm_text_get (sample, SSM_FACE_TEXT, pango_language_to_string (text->language),
                      text->rtl);
  text->ascent = MAX (text->ascent, own->ascent);
  text->descent = MAX (text->descent, own->descent);
}

static void
shape (Engine *engine, SsmText *text)
{
  g_autofree PangoLogAttr *breaks = NULL;

  text->string = ssm_text_prepare (text->source);
  if (use_named (engine) && ssm_fonts_may_be_named (text->string))
    breaks = shape_with (engine, engine->named, text);
  if (breaks == NULL || text->missing->len > 0)
    {
      g_free (breaks);
      breaks = shape_with (engine, get_all (engine), text);
    }
  stand_with_language (text);
  text->tallness = (text->ascent + text->descent) / (engine->ascent + engine->descent);
  ssm_text_find_words (text, breaks);
}

/* A page is set in every face. Pango finds each in threads of its own and waits for none of
 * them until its first glyph is asked for. */
static void
look_up_faces (Engine *engine, PangoLanguage *language)
{
  engine->looked_up = TRUE;
  for (guint i = 0; use_named (engine) && i < SSM_N_FACES; i++)
    g_object_unref (pango_font_map_load_fontset (pango_context_get_font_map (engine->named),
                                                 engine->named, engine->faces[i], language));
}

static SsmText *
text_new (Engine *engine, const SsmText *key)
{
  SsmText *text = g_new0 (SsmText, 1);

  text->source = g_strdup (key->source);
  text->face = key->face;
  text->language = key->language;
  text->rtl = key->rtl;
  text->font = key->font;
  text->missing = g_string_new (NULL);
  text->items = g_ptr_array_new_with_free_func ((GDestroyNotify) pango_glyph_item_free);
  text->broken = g_ptr_array_new_with_free_func ((GDestroyNotify) ssm_text_lines_unref);
  text->words = g_array_new (FALSE, FALSE, sizeof (SsmTextWord));
  text->cuts = g_array_new (FALSE, FALSE, sizeof (SsmTextCut));
  text->substitutes = g_array_new (FALSE, FALSE, sizeof (SsmSubstitute));
  shape (engine, text);
  return text;
}

SsmText *
ssm_text_get (const char *text, SsmFace face, const char *language, gboolean rtl)
{
  Engine *engine = get_engine ();
  SsmText key = {
    .source = (char *) text, .face = face, .rtl = !!rtl, .font = engine->asked
  };
  SsmText *found;

  if (language == NULL || *language == '\0')
    language = "en";
  if (g_str_equal (language, "zh"))
    language = "zh-cn"; /* fonts have names for both ways of writing, none for neither */
  key.language = pango_language_from_string (language);
  found = g_hash_table_lookup (engine->texts, &key);
  if (found == NULL)
    {
      if (!engine->looked_up)
        look_up_faces (engine, key.language);
      found = text_new (engine, &key);
      g_hash_table_add (engine->texts, found);
    }
  found->used = engine->page;
  return found;
}

gboolean
ssm_text_is_empty (const SsmText *text)
{
  return text->string[0] == '\0';
}

gboolean
ssm_text_runs_left (const SsmText *text)
{
  return text->runs_left;
}

const char *
ssm_text_string (const SsmText *text)
{
  return text->string;
}

double
ssm_text_width (const SsmText *text)
{
  return text->width;
}

double
ssm_text_longest_word (const SsmText *text)
{
  return text->longest;
}

/* Scripts with tall letters get more room, within reason. */
double
ssm_text_pitch (const SsmText *text, double spacing)
{
  return spacing * CLAMP (text->tallness / 1.05, 1, 1.11);
}

const char *
ssm_text_missing (const SsmText *text)
{
  return text->missing->str;
}

guint
ssm_text_n_substitutes (const SsmText *text)
{
  return text->substitutes->len;
}

const char *
ssm_text_substitute (const SsmText *text, guint index, gunichar *sample)
{
  const SsmSubstitute *found = &g_array_index (text->substitutes, SsmSubstitute, index);

  *sample = found->sample;
  return found->family;
}
