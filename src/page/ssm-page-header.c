/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The head of the page: title and subtitle, and beside them, or below where the page is
 * narrow, which edition this is. */

#include "ssm-layout-draw.h"

#define SUBTITLE_GAP 1.45  /* millimetres under the title */
#define BELOW 3.2          /* under the head */
#define EDITION_GAP 6.6
#define ENTRY_MAX 48.0     /* width of an entry */
#define BLANK_WIDTH 34.0   /* of a line to write on */
#define EDITION_SHARE 0.5  /* of the width, at most, beside the title */
#define TITLE_SPACING 1.12 /* of titles on several lines */
#define PROMPT_SLANT 1.08  /* what a question on the screen, in italics, is wider */

typedef struct
{
  SsmField field;
  const char *key;
  const char *prompt;
} Entry;

static const Entry entries[] = {
  { SSM_EDITION_LABEL, "version", "version" },
  { SSM_EDITION_DATE, "date", "date" },
  { SSM_EDITION_OWNER, "owner", "prompt-owner" },
  { SSM_EDITION_REVIEW, "review", "review" },
};

/* On a worksheet: lines to write on. */
static const Entry blanks[] = {
  { SSM_FIELD_NONE, "handout-name", NULL },
  { SSM_FIELD_NONE, "handout-company", NULL },
  { SSM_FIELD_NONE, "handout-date", NULL },
};

static guint
n_entries (const SsmLayout *layout)
{
  return layout->options->handout ? G_N_ELEMENTS (blanks) : G_N_ELEMENTS (entries);
}

static const Entry *
entry_at (const SsmLayout *layout, guint index)
{
  return layout->options->handout ? &blanks[index] : &entries[index];
}

static SsmText *
title_of (const SsmLayout *layout)
{
  return ssm_layout_text (layout, ssm_map_text (layout->map, SSM_MAP_TITLE),
                          SSM_ROLE_TITLE);
}

static SsmText *
subtitle_of (const SsmLayout *layout)
{
  if (layout->options->handout)
    return ssm_layout_word (layout, "handout-task", SSM_ROLE_SUBTITLE);
  return ssm_layout_text (layout, ssm_map_text (layout->map, SSM_MAP_SUBTITLE),
                          SSM_ROLE_SUBTITLE);
}

static SsmText *
value_of (const SsmLayout *layout, const Entry *entry)
{
  g_autofree char *date = NULL;
  const char *value;

  if (entry->field == SSM_FIELD_NONE)
    return ssm_layout_text (layout, "", SSM_ROLE_EDITION);
  value = ssm_map_text (layout->map, entry->field);
  if (ssm_field_info (entry->field)->type == SSM_TYPE_DATE)
    value = date = ssm_language_date (layout->words, value);
  return ssm_layout_text (layout, value, SSM_ROLE_EDITION);
}

/* What stands in an entry: its value, or on the screen the question for it, which may not
 * lie over the next entry. */
static double
words_width (const SsmLayout *layout, const Entry *entry)
{
  SsmText *value = value_of (layout, entry);
  double size = ssm_layout_size (layout, SSM_ROLE_EDITION);

  if (!ssm_text_is_empty (value))
    return ssm_text_width (value) * size;
  return ssm_text_width (ssm_layout_word (layout, entry->prompt, SSM_ROLE_EDITION)) * size
         * PROMPT_SLANT;
}

/* Width of an entry; long owners go on several lines. */
static double
entry_width (const SsmLayout *layout, const Entry *entry)
{
  double label = ssm_text_width (ssm_layout_word (layout, entry->key, SSM_ROLE_NOTE))
                 * ssm_layout_size (layout, SSM_ROLE_NOTE);
  double value;

  if (entry->field == SSM_FIELD_NONE)
    return MAX (label, ssm_mm (layout, BLANK_WIDTH));
  value = words_width (layout, entry);
  return MIN (MAX (label, value), MAX (label, ssm_mm (layout, ENTRY_MAX))) + 0.1;
}

static double
value_height (const SsmLayout *layout, const Entry *entry)
{
  return ssm_layout_height (value_of (layout, entry),
                            ssm_layout_size (layout, SSM_ROLE_EDITION),
                            entry_width (layout, entry));
}

static double
edition_width (const SsmLayout *layout)
{
  double width = (n_entries (layout) - 1) * ssm_mm (layout, EDITION_GAP);

  for (guint i = 0; i < n_entries (layout); i++)
    width += entry_width (layout, entry_at (layout, i));
  return width;
}

static double
content_width (const SsmLayout *layout)
{
  return layout->width - ssm_mm (layout, 2 * SSM_MARGIN_SIDE);
}

static double
entry_height (const SsmLayout *layout, const Entry *entry)
{
  return value_height (layout, entry)
         + ssm_text_pitch (ssm_layout_word (layout, entry->key, SSM_ROLE_NOTE), SSM_SPACING)
           * ssm_layout_size (layout, SSM_ROLE_NOTE);
}

/* Entries that stand side by side from @first on; @height is that of the tallest. */
static guint
entries_in_row (const SsmLayout *layout, guint first, double *height)
{
  double x = 0;
  guint i;

  *height = 0;
  for (i = first; i < n_entries (layout); i++)
    {
      x += entry_width (layout, entry_at (layout, i));
      if (i > first && x > content_width (layout))
        break;
      x += ssm_mm (layout, EDITION_GAP);
      *height = MAX (*height, entry_height (layout, entry_at (layout, i)));
    }
  return i - first;
}

static double
edition_height (const SsmLayout *layout)
{
  double height, all = 0;

  for (guint first = 0; first < n_entries (layout);)
    {
      first += entries_in_row (layout, first, &height);
      all += height;
    }
  return all;
}

static double
title_width (const SsmLayout *layout)
{
  if (layout->stacked)
    return content_width (layout);
  return content_width (layout) - edition_width (layout) - ssm_mm (layout, EDITION_GAP);
}

/* A title of one line stands close; one that is too long is made smaller, then broken. */
static void
fit_title (SsmLayout *layout)
{
  double size = ssm_layout_size (layout, SSM_ROLE_TITLE);
  double width = ssm_text_width (title_of (layout)) * size;

  if (width > title_width (layout))
    size = MAX (size * title_width (layout) / width,
                MIN (size, ssm_theme_type (SSM_ROLE_TITLE)->floor));
  layout->title_size = size;
}

static double
title_spacing (const SsmLayout *layout)
{
  guint n = ssm_text_count_lines (title_of (layout),
                                  title_width (layout) / layout->title_size);

  return n > 1 ? TITLE_SPACING : 1;
}

/* Keeps the room of a title of full size. */
static double
title_height (const SsmLayout *layout)
{
  SsmText *title = title_of (layout);
  guint n = ssm_text_count_lines (title, title_width (layout) / layout->title_size);
  double height = n * layout->title_size * ssm_text_pitch (title, title_spacing (layout));

  return MAX (height, ssm_layout_size (layout, SSM_ROLE_TITLE));
}

/* The title, and what stands beside it alone. */
static double
title_room (const SsmLayout *layout)
{
  return MAX (title_height (layout), layout->raised ? edition_height (layout) : 0);
}

static double
subtitle_width (const SsmLayout *layout)
{
  return layout->raised ? content_width (layout) : title_width (layout);
}

static double
subtitle_height (const SsmLayout *layout)
{
  return ssm_layout_height (subtitle_of (layout),
                            ssm_layout_size (layout, SSM_ROLE_SUBTITLE),
                            subtitle_width (layout));
}

static gboolean
is_subtitle_long (const SsmLayout *layout)
{
  return ssm_text_width (subtitle_of (layout)) * ssm_layout_size (layout, SSM_ROLE_SUBTITLE)
         > title_width (layout);
}

void
ssm_layout_measure_header (SsmLayout *layout)
{
  double words, edition = edition_height (layout);

  layout->stacked = edition_width (layout) > content_width (layout) * EDITION_SHARE;
  layout->raised = !layout->stacked && is_subtitle_long (layout);
  fit_title (layout);
  words = title_room (layout) + ssm_mm (layout, SUBTITLE_GAP) + subtitle_height (layout);
  if (layout->stacked)
    words += edition + ssm_mm (layout, SUBTITLE_GAP);
  layout->header = MAX (words, edition) + ssm_mm (layout, BELOW);
}

static void
draw_entry (const SsmLayout *layout, SsmPageBuilder *builder, const Entry *entry, double x,
            double bottom)
{
  double width = entry_width (layout, entry);
  double size = ssm_layout_size (layout, SSM_ROLE_NOTE);
  double height = value_height (layout, entry);
  double top = bottom - entry_height (layout, entry);
  SsmText *value = value_of (layout, entry);
  SsmTextArea area = {
    .role = SSM_AREA_TEXT, .id = ssm_part_id (layout->map), .field = entry->field,
    .prompt = entry->prompt, .type = SSM_ROLE_EDITION,
    .rect = { x, top, width, bottom - top },
    .caption = { ssm_layout_word (layout, entry->key, SSM_ROLE_NOTE), size, SSM_SPACING, x,
                 top, width, ssm_theme_quiet (layout->options->theme), SSM_ALIGN_LEFT },
    .box = { .text = value, .x = x, .y = bottom - height, .width = width,
             .colour = SSM_COLOUR_INK }
  };

  if (ssm_text_is_empty (value))
    area.caption.text = NULL;
  ssm_layout_put_text (layout, builder, &area);
}

static void
draw_blank (const SsmLayout *layout, SsmPageBuilder *builder, const Entry *entry, double x,
            double bottom)
{
  double width = entry_width (layout, entry);

  ssm_layout_put_words (layout, builder, ssm_layout_word (layout, entry->key, SSM_ROLE_NOTE),
                        SSM_ROLE_NOTE, ssm_theme_quiet (layout->options->theme), x,
                        bottom - entry_height (layout, entry), width);
  ssm_layout_put_line (layout, builder, x, bottom, width);
}

/* What is filled in stands at the end of the row, where the eye looks for it. */
static double
draw_filled (const SsmLayout *layout, SsmPageBuilder *builder, gboolean filled, guint first,
             guint n, double x, double y)
{
  for (guint i = first; i < first + n; i++)
    {
      const Entry *entry = entry_at (layout, i);

      if (ssm_text_is_empty (value_of (layout, entry)) == filled)
        continue;
      if (layout->options->handout)
        draw_blank (layout, builder, entry, x, y);
      else
        draw_entry (layout, builder, entry, x, y);
      x += entry_width (layout, entry) + ssm_mm (layout, EDITION_GAP);
    }
  return x;
}

static void
draw_edition (const SsmLayout *layout, SsmPageBuilder *builder, double bottom)
{
  double y = bottom - edition_height (layout);
  double left = ssm_mm (layout, SSM_MARGIN_SIDE);
  double height;

  if (!layout->stacked)
    left = layout->width - left - edition_width (layout);
  for (guint first = 0; first < n_entries (layout);)
    {
      guint n = entries_in_row (layout, first, &height);
      double x;

      y += height;
      x = draw_filled (layout, builder, layout->stacked, first, n, left, y);
      draw_filled (layout, builder, !layout->stacked, first, n, x, y);
      first += n;
    }
}

static void
draw_title (const SsmLayout *layout, SsmPageBuilder *builder, double x, double y)
{
  double width = title_width (layout);
  double height = title_height (layout);
  SsmTextArea area = {
    .role = SSM_AREA_TEXT, .id = ssm_part_id (layout->map), .field = SSM_MAP_TITLE,
    .prompt = "prompt-title", .type = SSM_ROLE_TITLE, .rect = { x, y, width, height },
    .box = { .text = title_of (layout), .size = layout->title_size, .x = x, .y = y,
             .width = width, .spacing = title_spacing (layout), .colour = SSM_COLOUR_INK }
  };

  ssm_layout_put_text (layout, builder, &area);
}

static void
draw_subtitle (const SsmLayout *layout, SsmPageBuilder *builder, double x, double y)
{
  double width = subtitle_width (layout);
  SsmTextArea area = {
    .role = SSM_AREA_TEXT, .id = ssm_part_id (layout->map), .field = SSM_MAP_SUBTITLE,
    .prompt = "prompt-subtitle", .type = SSM_ROLE_SUBTITLE,
    .rect = { x, y, width, subtitle_height (layout) },
    .box = { .text = subtitle_of (layout), .x = x, .y = y, .width = width,
             .colour = ssm_theme_quiet (layout->options->theme) }
  };

  ssm_layout_put_text (layout, builder, &area);
}

void
ssm_layout_draw_header (SsmLayout *layout, SsmPageBuilder *builder)
{
  double x = ssm_mm (layout, SSM_MARGIN_SIDE);
  double y = ssm_mm (layout, SSM_MARGIN_TOP);
  double bottom = y + layout->header - ssm_mm (layout, BELOW);
  SsmArea area = {
    .role = SSM_AREA_GROUP, .field = SSM_FIELD_NONE, .list = SSM_LIST_NONE,
    .rect = { x, y, content_width (layout), bottom - y },
    .label = ssm_map_text (layout->map, SSM_MAP_TITLE)
  };

  area.text_rect = area.rect;
  if (layout->options->handout)
    draw_edition (layout, builder, layout->raised ? y + title_room (layout) : bottom);
  ssm_page_builder_open (builder, &area);
  draw_title (layout, builder, x, y);
  draw_subtitle (layout, builder, x, y + title_room (layout)
                                     + ssm_mm (layout, SUBTITLE_GAP));
  if (!layout->options->handout)
    draw_edition (layout, builder, layout->raised ? y + title_room (layout) : bottom);
  ssm_page_builder_close (builder);
}
