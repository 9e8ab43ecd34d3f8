/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-deal-pin.h"

static void
refresh (SsmCanvas *canvas, SsmDealBoard *board)
{
  const SsmDiagnosis *diagnosis
    = ssm_deal_board_is_pinned (board) ? ssm_deal_board_get_diagnosis (board) : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) missing = NULL;
  const SsmPart *stage;

  if (diagnosis == NULL || diagnosis->place == SSM_NO_STAGE)
    {
      ssm_canvas_set_deal (canvas, NULL, NULL, NULL);
      return;
    }
  for (guint i = 0; i < diagnosis->n_missing; i++)
    g_strv_builder_add (builder, ssm_part_id (
                                   diagnosis->path->criteria[diagnosis->missing[i]].part));
  missing = g_strv_builder_end (builder);
  stage = ssm_map_stage (diagnosis->path->map,
                         diagnosis->path->stages[diagnosis->place].index);
  ssm_canvas_set_deal (canvas,
                       ssm_part_text (ssm_deal_board_get_deal (board), SSM_DEAL_NAME),
                       ssm_part_id (stage), (const char * const *) missing);
}

void
ssm_deal_pin_follow (SsmDealBoard *board, SsmCanvas *canvas)
{
  g_signal_connect_object (board, "changed", G_CALLBACK (refresh), canvas, G_CONNECT_SWAPPED);
}
