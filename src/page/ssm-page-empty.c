/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A map without stages: the outlines of seven arrows, and a question where to begin. */

#include "ssm-layout-draw.h"

#define N_ARROWS 7

static void
draw_outline (const SsmLayout *layout, SsmPageBuilder *builder, guint index,
              const SsmRect *room)
{
  double gap = ssm_mm (layout, SSM_COLUMN_GAP);
  double pitch = (room->width + gap) / N_ARROWS;
  double tip = ssm_mm (layout, SSM_TIP);
  gboolean last = index + 1 == N_ARROWS;
  SsmShape shape = {
    .kind = SSM_SHAPE_ARROW, .line = SSM_LINE_OUTLINE, .depth = tip,
    .rect = { room->x + index * pitch - (index > 0 ? tip : 0), room->y,
              pitch - gap + (index > 0 ? tip : 0), room->height },
    .colour = ssm_theme_hairline (layout->options->theme),
    .radius = ssm_mm (layout, SSM_ARROW_RADIUS)
  };

  if (index > 0)
    shape.sides |= SSM_SIDE_START;
  if (!last)
    shape.sides |= SSM_SIDE_END;
  ssm_page_builder_add (builder, &shape);
}

void
ssm_layout_draw_empty (SsmLayout *layout, SsmPageBuilder *builder)
{
  double x = ssm_mm (layout, SSM_MARGIN_SIDE);
  SsmArea area = {
    .role = SSM_AREA_GROUP, .field = SSM_FIELD_NONE, .list = SSM_LIST_NONE,
    .rect = { x, ssm_mm (layout, SSM_MARGIN_TOP) + layout->header,
              layout->width - 2 * x, ssm_mm (layout, SSM_ARROW) },
    .look = { ssm_layout_size (layout, SSM_ROLE_NAME), ssm_face_weight (SSM_FACE_STRONG),
              SSM_SPACING, SSM_COLOUR_INK, FALSE },
    .label = ssm_language_label (layout->words, "prompt-name"),
    .prompt = ssm_language_label (layout->words, "prompt-name")
  };
  double pad = ssm_mm (layout, SSM_COLUMN_PAD);

  area.text_rect = (SsmRect) { area.rect.x + pad, area.rect.y + pad,
                               area.rect.width / N_ARROWS - 2 * pad,
                               area.rect.height - 2 * pad };
  ssm_page_builder_open (builder, &area);
  for (guint i = 0; i < N_ARROWS; i++)
    draw_outline (layout, builder, i, &area.rect);
  ssm_page_builder_close (builder);
}
