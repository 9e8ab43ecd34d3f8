/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was found, marked on the page: a ground on the words and a line under them, so that
 * colour is not all there is. */

#include "ssm-canvas-private.h"

#include <string.h>

#include "ssm-page-shown.h"

/* More marks than this help nobody and would be looked up at every frame. */
#define MAX_MARKS 300

#define GROUND { 0.976f, 0.820f, 0.180f, 0.45f }
#define LINE { 0.541f, 0.353f, 0.0f, 1.0f }

/* The place of a definition that does not stand on the page itself: a tag that names it. */
static int
find_tag (SsmCanvas *self, const char *id)
{
  for (guint i = 0; i < ssm_map_n_stages (self->map); i++)
    {
      const SsmPart *stage = ssm_map_stage (self->map, i);

      if (g_strcmp0 (ssm_part_text (stage, SSM_STAGE_OUTCOME), id) == 0)
        return ssm_page_find_area (self->page, ssm_part_id (stage), SSM_STAGE_OUTCOME,
                                   SSM_LIST_NONE);
    }
  return -1;
}

static int
find_match (SsmCanvas *self, const SsmMatch *match)
{
  int index = ssm_page_find_area (self->page, match->id, match->field, SSM_LIST_NONE);

  if (index < 0 && match->field == SSM_CRITERION_PROOF)
    index = ssm_page_find_area (self->page, match->id, SSM_CRITERION_TEXT, SSM_LIST_NONE);
  if (index < 0 && match->field == SSM_DEFINITION_TERM)
    index = find_tag (self, match->id);
  if (index < 0)
    index = ssm_page_find_area (self->page, match->id, SSM_FIELD_NONE, SSM_LIST_NONE);
  return index;
}

static void
append_mark (SsmCanvas *self, GtkSnapshot *snapshot, int index, const SsmMatch *match)
{
  static const GdkRGBA ground = GROUND, line = LINE;
  const char *text = ssm_match_text (match, self->map);
  guint n = 0;
  g_autofree SsmRect *words = NULL;

  /* The map may be another one by now; the finder will know in a moment. */
  if (strlen (text) < match->end)
    return;

  words = ssm_page_area_words (self->page, (guint) index, text, match->start, match->end, &n);
  for (guint i = 0; i < n; i++)
    {
      graphene_rect_t rect = ssm_canvas_area_pixels (self, &words[i]);

      gtk_snapshot_append_color (snapshot, &ground, &rect);
      rect.origin.y += rect.size.height - 1;
      rect.size.height = 1.5f;
      gtk_snapshot_append_color (snapshot, &line, &rect);
    }
}

void
ssm_canvas_snapshot_found (SsmCanvas *self, GtkSnapshot *snapshot)
{
  for (guint i = 0; self->found != NULL && i < MIN (self->found->len, MAX_MARKS); i++)
    {
      const SsmMatch *match = self->found->pdata[i];
      int index = find_match (self, match);

      if (index >= 0)
        append_mark (self, snapshot, index, match);
    }
}

void
ssm_canvas_set_found (SsmCanvas *self, const GPtrArray *matches)
{
  g_return_if_fail (SSM_IS_CANVAS (self));

  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = matches != NULL ? g_ptr_array_ref ((GPtrArray *) matches) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
ssm_canvas_shows_match (SsmCanvas *self, const SsmMatch *match)
{
  g_return_val_if_fail (SSM_IS_CANVAS (self), FALSE);

  return find_match (self, match) >= 0;
}

void
ssm_canvas_show_match (SsmCanvas *self, const SsmMatch *match)
{
  int index;

  g_return_if_fail (SSM_IS_CANVAS (self));

  index = find_match (self, match);
  if (index < 0)
    return;
  ssm_canvas_note_selected (self, index);
  ssm_canvas_reveal (self, index);
}
