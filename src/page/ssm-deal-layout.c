/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Type, colours, and the few ways in which all blocks of a deal's page draw. */

#include "ssm-deal-layout.h"

#include "ssm-resources.h"
#include "ssm-sheet.h"

#define MARGIN 15.0

const SsmDealType ssm_set_title = { 23, SSM_FACE_TITLE };
const SsmDealType ssm_set_subtitle = { 10, SSM_FACE_TEXT };
const SsmDealType ssm_set_meta = { 8.8, SSM_FACE_TEXT };
const SsmDealType ssm_set_meta_bold = { 8.8, SSM_FACE_BOLD };
const SsmDealType ssm_set_state = { 9.4, SSM_FACE_TEXT };
const SsmDealType ssm_set_place = { 25, SSM_FACE_TITLE };
const SsmDealType ssm_set_place_long = { 15, SSM_FACE_TITLE };
const SsmDealType ssm_set_clock = { 11.8, SSM_FACE_BOLD };
const SsmDealType ssm_set_summary = { 9.8, SSM_FACE_TEXT };
const SsmDealType ssm_set_tag = { 8.4, SSM_FACE_BOLD };
const SsmDealType ssm_set_number = { 8.8, SSM_FACE_BOLD };
const SsmDealType ssm_set_name = { 8.4, SSM_FACE_TEXT };
const SsmDealType ssm_set_name_bold = { 8.4, SSM_FACE_BOLD };
const SsmDealType ssm_set_heading = { 12.4, SSM_FACE_BOLD };
const SsmDealType ssm_set_verdict = { 9.2, SSM_FACE_BOLD };
const SsmDealType ssm_set_criterion = { 9.8, SSM_FACE_BOLD };
const SsmDealType ssm_set_evidence = { 9.8, SSM_FACE_TEXT };
const SsmDealType ssm_set_next = { 11.4, SSM_FACE_BOLD };
const SsmDealType ssm_set_who = { 9.8, SSM_FACE_TEXT };
const SsmDealType ssm_set_letter = { 10.6, SSM_FACE_BOLD };
const SsmDealType ssm_set_score = { 8, SSM_FACE_STRONG };
const SsmDealType ssm_set_note = { 8, SSM_FACE_TEXT };

/* As the map's, but upright; a size of its own is made for maps. */
static void
find_sheet (SsmDealLayout *layout, const SsmPageOptions *given)
{
  SsmPageOptions options = *given;
  const char *paper = ssm_map_text (layout->map, SSM_PAGE_PAPER);

  if (options.orientation == NULL)
    options.orientation = "portrait";
  if (options.paper == NULL && g_ascii_strcasecmp (paper, "custom") == 0)
    options.paper = "A4";
  ssm_sheet_find (layout->map, &options, &layout->width, &layout->height);
  layout->factor = ssm_sheet_factor (layout->width, layout->height);
  layout->width *= SSM_MM;
  layout->height *= SSM_MM;
}

void
ssm_deal_layout_begin (SsmDealLayout *layout, const SsmMap *map,
                       const SsmPageOptions *options)
{
  static const SsmPageOptions plain = { 0 };

  options = options != NULL ? options : &plain;
  layout->map = map;
  layout->language = ssm_map_language (map);
  layout->words = ssm_resources_words (layout->language);
  layout->rtl = ssm_map_is_rtl (map, layout->words);
  layout->theme = options->theme;
  layout->k = 1;
  find_sheet (layout, options);
  ssm_text_begin_page (ssm_map_text (map, SSM_PAGE_FONT));
}

double
ssm_deal_margin (const SsmDealLayout *layout)
{
  return MARGIN * SSM_MM * layout->factor;
}

double
ssm_deal_content (const SsmDealLayout *layout)
{
  return layout->width - 2 * ssm_deal_margin (layout);
}

SsmText *
ssm_deal_text (const SsmDealLayout *layout, const char *string, const SsmDealType *type)
{
  return ssm_text_get (string, type->face, layout->language, layout->rtl);
}

double
ssm_deal_size (const SsmDealLayout *layout, const SsmDealType *type)
{
  return type->points * layout->factor * layout->k;
}

double
ssm_deal_width (const SsmDealLayout *layout, const char *string, const SsmDealType *type)
{
  return ssm_text_width (ssm_deal_text (layout, string, type))
         * ssm_deal_size (layout, type) + 0.1;
}

double
ssm_deal_put (const SsmDealLayout *layout, SsmPageBuilder *builder, const char *string,
              const SsmDealPlace *place)
{
  SsmTextBox box = {
    .text = ssm_deal_text (layout, string, place->type),
    .size = ssm_deal_size (layout, place->type), .spacing = SSM_SPACING, .x = place->x,
    .y = place->y, .width = place->width, .colour = place->colour, .align = place->align
  };

  if (builder != NULL)
    return ssm_page_builder_add_text (builder, &box);
  return ssm_text_count_lines (box.text, box.width / box.size)
         * ssm_text_pitch (box.text, box.spacing) * box.size;
}

void
ssm_deal_add (SsmPageBuilder *builder, const SsmShape *shape)
{
  if (builder != NULL)
    ssm_page_builder_add (builder, shape);
}

void
ssm_deal_open (SsmPageBuilder *builder, SsmAreaRole role, const char *id, SsmField field,
               const SsmRect *rect)
{
  SsmArea area = { .role = role, .id = id, .field = field, .list = SSM_LIST_NONE,
                   .rect = *rect, .text_rect = *rect };

  if (builder != NULL)
    ssm_page_builder_open (builder, &area);
}

void
ssm_deal_close (SsmPageBuilder *builder)
{
  if (builder != NULL)
    ssm_page_builder_close (builder);
}

void
ssm_deal_line (const SsmDealLayout *layout, SsmPageBuilder *builder, double x, double y,
               double width)
{
  SsmShape shape = {
    .kind = SSM_SHAPE_LINE, .rect = { x, y, width, 0 }, .line = SSM_LINE_HAIR,
    .colour = ssm_theme_hairline (layout->theme)
  };

  ssm_deal_add (builder, &shape);
}

char *
ssm_deal_cut (const char *text, guint max_chars)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= (glong) max_chars)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, max_chars - 1);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

guint32
ssm_deal_verdict_colour (const SsmDealLayout *layout, SsmVerdict verdict)
{
  static const guint32 colours[SSM_N_VERDICTS] = {
    [SSM_VERDICT_UNKNOWN] = 0x5a5f69,
    [SSM_VERDICT_PARTLY] = 0x8a5a00,
    [SSM_VERDICT_NO] = 0xa3172a,
    [SSM_VERDICT_YES] = 0x0b6b4f,
    [SSM_VERDICT_NOT_APPLICABLE] = 0x0b6b4f,
    [SSM_VERDICT_NOT_YET] = 0xa3172a,
  };

  return ssm_theme_tone (layout->theme, colours[verdict]);
}

guint32
ssm_deal_stage_colour (const SsmDealLayout *layout, int stage)
{
  guint index = layout->diagnosis->path->stages[stage].index;

  return ssm_theme_stage (layout->theme, ssm_map_stage_colour (layout->map, index));
}
