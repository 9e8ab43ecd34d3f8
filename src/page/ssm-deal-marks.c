/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an answer looks like: four outlines that differ in grey too. */

#include "ssm-deal-layout.h"

#define BOTH (SSM_SIDE_START | SSM_SIDE_END)
#define LINE 0.09     /* of the size */
#define CORNER 0.2

/* A disc, or a ring where @line is more than 0. */
static void
add_disc (SsmPageBuilder *builder, const SsmRect *rect, guint32 colour, double line,
          gboolean dashed)
{
  SsmShape shape = {
    .kind = line > 0 ? SSM_SHAPE_FRAME : SSM_SHAPE_RECT, .colour = colour, .line = line,
    .sides = BOTH, .radius = rect->height / 2, .dashed = dashed,
    .rect = { rect->x + line / 2, rect->y + line / 2, rect->width - line,
              rect->height - line }
  };

  shape.radius -= line / 2;
  ssm_deal_add (builder, &shape);
}

static void
add_sign (SsmPageBuilder *builder, SsmShapeKind kind, const SsmRect *rect, guint32 colour,
          double line)
{
  SsmShape shape = { .kind = kind, .rect = *rect, .colour = colour, .line = line };

  ssm_deal_add (builder, &shape);
}

static void
add_yes (SsmPageBuilder *builder, const SsmRect *rect, guint32 colour)
{
  add_disc (builder, rect, colour, 0, FALSE);
  add_sign (builder, SSM_SHAPE_TICK, rect, SSM_COLOUR_WHITE, rect->width * 0.11);
}

/* The filled half lies where lines begin. */
static void
add_partly (SsmPageBuilder *builder, const SsmRect *rect, guint32 colour)
{
  SsmShape half = {
    .kind = SSM_SHAPE_RECT, .colour = colour, .sides = SSM_SIDE_START,
    .radius = rect->height / 2,
    .rect = { rect->x, rect->y, rect->width / 2, rect->height }
  };

  add_disc (builder, rect, colour, rect->width * LINE, FALSE);
  ssm_deal_add (builder, &half);
}

static void
add_no (SsmPageBuilder *builder, const SsmRect *rect, guint32 colour)
{
  double line = rect->width * LINE;
  SsmShape frame = {
    .kind = SSM_SHAPE_FRAME, .colour = colour, .line = line, .sides = BOTH,
    .radius = rect->width * CORNER,
    .rect = { rect->x + line / 2, rect->y + line / 2, rect->width - line,
              rect->height - line }
  };

  ssm_deal_add (builder, &frame);
  add_sign (builder, SSM_SHAPE_CROSS, rect, colour, rect->width * 0.11);
}

static void
add_unknown (SsmPageBuilder *builder, const SsmRect *rect, guint32 colour)
{
  add_disc (builder, rect, colour, rect->width * LINE, TRUE);
  add_sign (builder, SSM_SHAPE_QUESTION, rect, colour, rect->width * LINE);
}

void
ssm_deal_mark (const SsmDealLayout *layout, SsmPageBuilder *builder, SsmVerdict verdict,
               double x, double y, double size)
{
  SsmRect rect = { x, y, size, size };
  guint32 colour = ssm_deal_verdict_colour (layout, verdict);

  switch (verdict)
    {
    case SSM_VERDICT_YES:
    case SSM_VERDICT_NOT_APPLICABLE:
      add_yes (builder, &rect, colour);
      break;
    case SSM_VERDICT_PARTLY:
      add_partly (builder, &rect, colour);
      break;
    case SSM_VERDICT_NO:
    case SSM_VERDICT_NOT_YET:
      add_no (builder, &rect, colour);
      break;
    default:
      add_unknown (builder, &rect, colour);
      break;
    }
}

void
ssm_deal_badge (const SsmDealLayout *layout, SsmPageBuilder *builder, int stage,
                const SsmRect *rect)
{
  g_autofree char *number
    = g_strdup_printf ("%u", layout->diagnosis->path->stages[stage].index + 1);
  double pitch = ssm_deal_size (layout, &ssm_set_number) * SSM_SPACING;
  SsmDealPlace place = { &ssm_set_number, rect->x, rect->y + (rect->height - pitch) / 2,
                         rect->width, ssm_theme_on_head (layout->theme),
                         SSM_ALIGN_CENTRE };
  SsmShape ground = {
    .kind = SSM_SHAPE_RECT, .rect = *rect, .sides = BOTH, .radius = rect->width * CORNER,
    .colour = ssm_deal_stage_colour (layout, stage)
  };

  if (layout->theme == SSM_THEME_OUTLINE)
    {
      ground.kind = SSM_SHAPE_FRAME;
      ground.line = SSM_LINE_OUTLINE;
    }
  ssm_deal_add (builder, &ground);
  if (builder != NULL)
    ssm_deal_put (layout, builder, number, &place);
}
