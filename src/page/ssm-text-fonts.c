/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each weight makes pango sort all fonts there are by how well they would stand in for it,
 * and most pages need none of them. A program that lives for one page therefore starts with
 * the families the page names and takes the others when a text has a letter they lack. */

#include "ssm-text-fonts.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

#include "ssm-text.h"

/* Behind these there are letters for which pango wants a font of pictures, whatever others
 * have them. */
#define LAST_PLAIN 0x20cf
#define FIRST_SIGN 0x2190
#define LAST_SIGN 0x22ff

/* Bytes; a longer name of a family is none. */
#define LONGEST_FAMILY 100

static GThread *loader;

static void
append_family (GString *rules, const char *family)
{
  g_autofree char *escaped = g_markup_escape_text (family, -1);

  g_string_append_printf (rules,
                          "<acceptfont><pattern><patelt name=\"family\"><string>%s</string>"
                          "</patelt></pattern></acceptfont>",
                          escaped);
}

/* Also those that the rules of this system put before or between the named ones. */
static void
append_families (GString *rules, FcConfig *config)
{
  g_auto (GStrv) names = g_strsplit (SSM_DISPLAY_FAMILIES, ",", 0);
  guint n = g_strv_length (names);
  FcPattern *pattern = FcPatternCreate ();
  FcChar8 *family;

  for (guint i = 0; i < n; i++)
    FcPatternAddString (pattern, FC_FAMILY, (const FcChar8 *) names[i]);
  FcConfigSubstitute (config, pattern, FcMatchPattern);
  for (int i = 0; FcPatternGetString (pattern, FC_FAMILY, i, &family) == FcResultMatch; i++)
    {
      append_family (rules, (const char *) family);
      if (g_str_equal (family, names[n - 2]))
        break;
    }
  FcPatternDestroy (pattern);
}

/* Becomes the process's own configuration, so that pango does not read the rules again. */
static gpointer
load_named (gpointer data)
{
  FcConfig *config = FcInitLoadConfig ();
  g_autoptr (GString) rules = g_string_new ("<fontconfig><selectfont>");
  gboolean found;

  if (config == NULL)
    return GINT_TO_POINTER (FALSE);
  g_string_append (rules, "<rejectfont><pattern/></rejectfont>");
  append_families (rules, config);
  g_string_append (rules, "</selectfont></fontconfig>");
  found = FcConfigParseAndLoadFromMemory (config, (const FcChar8 *) rules->str, FcTrue)
          && FcConfigBuildFonts (config)
          && FcConfigGetFonts (config, FcSetSystem)->nfont > 0
          && FcConfigSetCurrent (config);
  FcConfigDestroy (config);
  return GINT_TO_POINTER (found);
}

void
ssm_text_load_fonts (void)
{
  g_return_if_fail (loader == NULL);

  loader = g_thread_new ("fonts", load_named, NULL);
}

static gboolean
has_named (void)
{
  static gsize done;
  static gboolean found;

  if (g_once_init_enter (&done))
    {
      found = loader != NULL && GPOINTER_TO_INT (g_thread_join (loader));
      g_once_init_leave (&done, 1);
    }
  return found;
}

PangoFontMap *
ssm_fonts_named (void)
{
  return has_named () ? pango_cairo_font_map_new () : NULL;
}

PangoFontMap *
ssm_fonts_all (void)
{
  static gsize all;
  PangoFontMap *fonts = pango_cairo_font_map_new ();

  if (!has_named ())
    return fonts;
  if (g_once_init_enter (&all))
    g_once_init_leave (&all, (gsize) FcInitLoadConfigAndFonts ());
  if ((FcConfig *) all != NULL)
    pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (fonts), (FcConfig *) all);
  return fonts;
}

gboolean
ssm_fonts_may_be_named (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c > LAST_PLAIN && !(c >= FIRST_SIGN && c <= LAST_SIGN))
        return FALSE;
    }
  return TRUE;
}

int
ssm_face_weight (SsmFace face)
{
  static const int weights[SSM_N_FACES] = {
    [SSM_FACE_TEXT] = PANGO_WEIGHT_NORMAL,
    [SSM_FACE_STRONG] = PANGO_WEIGHT_SEMIBOLD,
    [SSM_FACE_BOLD] = PANGO_WEIGHT_BOLD,
    [SSM_FACE_TITLE] = PANGO_WEIGHT_BOLD,
    [SSM_FACE_NUMBER] = PANGO_WEIGHT_BOLD,
    [SSM_FACE_FIGURE] = PANGO_WEIGHT_SEMIBOLD,
    [SSM_FACE_LARGE_FIGURE] = PANGO_WEIGHT_BOLD
  };

  return weights[face];
}

PangoFontDescription *
ssm_fonts_describe (SsmFace face, const char *asked)
{
  PangoFontDescription *description = pango_font_description_new ();
  gboolean display = face == SSM_FACE_TITLE || face == SSM_FACE_LARGE_FIGURE;
  const char *own = display ? SSM_DISPLAY_FAMILIES : SSM_FAMILIES;
  g_autofree char *families = asked != NULL ? g_strconcat (asked, ",", own, NULL)
                                            : g_strdup (own);

  pango_font_description_set_family (description, families);
  pango_font_description_set_weight (description, ssm_face_weight (face));
  pango_font_description_set_absolute_size (description,
                                            SSM_TEXT_REFERENCE * PANGO_SCALE);
  return description;
}

const char *
ssm_fonts_clean_family (const char *font)
{
  gsize length = strcspn (font, ",");
  g_autofree char *family = NULL;

  if (length > LONGEST_FAMILY)
    return NULL;
  family = g_strstrip (g_strndup (font, length));
  return *family != '\0' ? g_intern_string (family) : NULL;
}
