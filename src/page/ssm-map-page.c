/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Map → page: gathers the texts, lets the search find the largest size that fits, and
 * draws what follows from it in reading order. */

#include "ssm-map-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-layout-draw.h"
#include "ssm-sheet.h"

#define MAX_MISSING 40

/* What the texts of the page have asked of fonts so far. */
typedef struct
{
  GString *missing;
  GHashTable *families;
  SsmPageBuilder *builder;
} FontNotes;

/* Each character once, and so many that a sentence can hold them. */
static void
note_missing (GString *all, const char *missing)
{
  for (; *missing != '\0'; missing = g_utf8_next_char (missing))
    {
      gunichar c = g_utf8_get_char (missing);

      if (g_utf8_strlen (all->str, -1) < MAX_MISSING && g_utf8_strchr (all->str, -1, c) == NULL)
        g_string_append_unichar (all, c);
    }
}

static void
note_fonts_of (FontNotes *notes, const SsmText *text)
{
  note_missing (notes->missing, ssm_text_missing (text));
  for (guint i = 0; i < ssm_text_n_substitutes (text); i++)
    {
      char sample[7] = "";
      gunichar first;
      const char *family = ssm_text_substitute (text, i, &first);
      g_autofree char *note = NULL;

      if (!g_hash_table_add (notes->families, (gpointer) family))
        continue;
      g_unichar_to_utf8 (first, sample);
      note = g_strdup_printf (_("%s has no “%s”. %s will be used for it."),
                              ssm_text_family (), sample, family);
      ssm_page_builder_note (notes->builder, note);
    }
}

static void
note_stage (FontNotes *notes, const SsmStage *stage)
{
  note_fonts_of (notes, stage->name);
  note_fonts_of (notes, stage->does);
  for (guint row = 0; row < 2; row++)
    for (guint i = 0; i < stage->n_items[row]; i++)
      note_fonts_of (notes, stage->items[row][i]);
}

/* The family that the map asks for is not here. */
static void
note_absent (const SsmMap *map, SsmPageBuilder *builder)
{
  const char *asked = ssm_map_text (map, SSM_PAGE_FONT);
  g_autofree char *note = NULL;

  if (*asked == '\0' || g_ascii_strcasecmp (asked, ssm_text_family ()) == 0)
    return;
  note = g_strdup_printf (_("The font “%s” is not installed. %s stands in for it."), asked,
                          ssm_text_family ());
  ssm_page_builder_note (builder, note);
}

static void
note_fonts (const SsmLayout *layout, SsmPageBuilder *builder)
{
  g_autoptr (GHashTable) families = g_hash_table_new (NULL, NULL);
  FontNotes notes = { g_string_new (NULL), families, builder };

  note_fonts_of (&notes, ssm_layout_text (layout, ssm_map_text (layout->map, SSM_MAP_TITLE),
                                          SSM_ROLE_TITLE));
  for (guint i = 0; i < layout->n_stages; i++)
    note_stage (&notes, &layout->stages[i]);
  for (guint i = 0; i < layout->definitions->len; i++)
    note_fonts_of (&notes, g_array_index (layout->definitions, SsmDefinition, i).text);
  if (notes.missing->len > 0)
    {
      g_autofree char *note = g_strdup_printf (_("No font has “%s”; install one that does, "
                                                 "or write it differently."),
                                               notes.missing->str);

      ssm_page_builder_note (builder, note);
      ssm_page_builder_set_missing (builder, notes.missing->str);
    }
  g_string_free (notes.missing, TRUE);
}

static void
draw_bottom (SsmLayout *layout, SsmPageBuilder *builder)
{
  double x = ssm_mm (layout, SSM_MARGIN_SIDE);
  double y = layout->height - ssm_mm (layout, SSM_MARGIN_BOTTOM) - layout->footer
             - layout->bottom_room;
  SsmShape rule = {
    .kind = SSM_SHAPE_LINE, .line = SSM_LINE_RULE, .colour = SSM_COLOUR_INK,
    .rect = { x, y, layout->width - 2 * x, 0 }
  };

  if (layout->bottom <= 0)
    return;
  ssm_page_builder_add (builder, &rule);
  ssm_layout_draw_definitions (layout, builder, y);
  ssm_layout_draw_measures (layout, builder,
                            layout->stacked_bottom ? y + layout->definitions_height : y);
}

static void
draw_page (SsmLayout *layout, SsmPageBuilder *builder)
{
  ssm_layout_draw_header (layout, builder);
  for (guint i = 0; i < layout->bands->len; i++)
    {
      ssm_layout_draw_labels (layout, builder, i);
      ssm_layout_draw_band (layout, builder, i);
    }
  if (layout->n_stages == 0)
    ssm_layout_draw_empty (layout, builder);
  ssm_layout_draw_links (layout, builder);
  draw_bottom (layout, builder);
  ssm_layout_draw_footer (layout, builder);
}

SsmPage *
ssm_map_page_new (const SsmMap *map, const SsmPageOptions *options)
{
  static const SsmPageOptions plain = { 0 };
  g_autoptr (SsmLayout) layout = NULL;
  SsmPageBuilder builder;
  SsmFit fit = { 0 };
  double width, height;

  g_return_val_if_fail (map != NULL, NULL);
  if (options == NULL)
    options = &plain;
  ssm_sheet_find (map, options, &width, &height);
  ssm_text_begin_page (ssm_map_text (map, SSM_PAGE_FONT));
  layout = ssm_layout_new (map, options);
  layout->factor = ssm_sheet_factor (width, height);
  ssm_layout_search (layout, width * SSM_MM, height * SSM_MM, &fit);
  ssm_page_builder_init (&builder, width * SSM_MM, height * SSM_MM, layout->scale,
                         layout->rtl);
  draw_page (layout, &builder);
  note_absent (map, &builder);
  note_fonts (layout, &builder);
  return ssm_page_builder_finish (&builder, &fit);
}
